"""Ten small reports of four States under five treaties, built and unified as a corpus is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from named import agency, instrument

from treatygraph.building.folder import write_files
from treatygraph.building.unify import unify
from treatygraph.linking import link
from treatygraph.report import Annotated, Entity, Mention, Report, Source, Unit

# "[Education Act]" names an instrument, "[art:125|article 125 of the Criminal Code|Criminal Code]" a provision of one,
# "[the Act|Education Act]" refers back to one, "{Supreme Court}" is a body.
_MARK = re.compile(r"\[(?:(?P<path>\w+:[\w/:]+)\|)?(?P<words>[^\[\]|]+)(?:\|(?P<of>[^\[\]]+))?\]|\{(?P<body>[^{}]+)\}")

# Symbol, date of the report, then paragraphs: the articles of their heading, and their text.
Paragraphs = list[tuple[tuple[str, ...], str]]
REPORTS: dict[str, Paragraphs] = {
    "CED/C/KAZ/1": [
        (("6",), "The [Criminal Code of 16 July 1997] was adopted by {Parliament}."),
        (("6", "7"), "See [art:125|article 125 of the Criminal Code|Criminal Code of 16 July 1997]."),
        (("17",), "The [Education Act] applies; [the Act|Education Act] covers all."),
    ],
    "CRPD/C/KAZ/1": [
        (("13",), "The [Criminal Code] protects witnesses before the courts."),
        (("24",), "The [Education Act of 27 July 2007] and the [Children’s Rights Act of 8 August 2002] apply."),
    ],
    "CAT/C/KAZ/3": [
        (("2",), "The [Criminal Code of 3 July 2014] replaced the former code."),
        (("10",), "The [Children’s Rights Act] applies. The {Ministry of Justice} trains judges."),
    ],
    "CRPD/C/KEN/1": [
        (("13",), "The [Constitution of Kenya] guarantees access."),
        (
            ("24", "27"),
            "The [Act No. 14 of 2003] covers schools and work; a [draft Disability Act] is before {Parliament}.",
        ),
        (("12",), "The [Marriage Act] does not recognize the legal capacity of persons with disabilities."),
        (("12",), "The [Lunacy Act of 1 May 1949], which denied them legal capacity, was repealed."),
    ],
    "CEDAW/C/KEN/8": [
        (("2",), "The [Constitution of Kenya of 27 August 2010] forbids discrimination."),
        (("10",), "The [Act No. 14 of 2003] covers girls."),
    ],
    "CRPD/C/JOR/1": [
        (("15",), "A [draft Penal Code] is pending."),
        (("24",), "The [Act No. 31 of 2007] applies."),
    ],
    "CRC/C/JOR/5": [
        (("28",), "The [Act No. 31 of 2007] was applied by the {Ministry of Justice}."),
    ],
    "CRPD/C/ESP/1": [
        (("24",), "The [Act No. 13/1982 of 7 April 1982] covers schools."),
        (("27",), "So does the [Act No. 13/1982] for work."),
    ],
    "CRPD/C/ESP/2-3": [
        (("24",), "The [Act No. 13/1982] was followed by the [Act No. 26/2011 of 1 August 2011]."),
    ],
    "CED/C/ESP/1": [
        (("6",), "The [Act No. 10/1995 of 23 November 1995] applies; no law on article 7."),
    ],
}


@dataclass
class _Entities:
    """The entities of one report, made when they are first named."""

    state: str
    found: dict[str, Entity]

    def named(self, words: str) -> Entity:
        if words not in self.found:
            entity = instrument(words, state=self.state)
            known = next((e for e in self.found.values() if e.number and e.number == entity.number), None)
            if entity.kind == "code" and entity.date:
                slug = "criminal-code"
                dated = f"{self.state}_code_{slug}_{entity.date}"
                entity = instrument(words, state=self.state, id=dated, member_of=f"{self.state}_code_{slug}")
            self.found[words] = known or entity
        return self.found[words]

    def body(self, words: str) -> Entity:
        name = f"{self.state}_{words.casefold().replace(' ', '-')}"
        return self.found.setdefault(words, agency(name))


def make_report(symbol: str, paragraphs: Paragraphs | None = None) -> Annotated:
    """Make one of the ten, or one of other paragraphs."""
    treaty, _, state = symbol.split("/")[:3]
    entities = _Entities(state, {})
    units, mentions = [], []
    for number, (articles, marked) in enumerate(paragraphs or REPORTS[symbol], start=1):
        text, last = "", 0
        for mark in _MARK.finditer(marked):
            text += marked[last : mark.start()]
            last = mark.end()
            words = mark["words"] or mark["body"]
            span = str(number), len(text), len(text) + len(words)
            text += words
            mentions.append(_mention(mark, span, words, entities))
        heading = f"Article {articles[0]}" if articles else ""
        units.append(Unit(str(number), "paragraph", text + marked[last:], heading, -1, articles))
    source = Source(f"{symbol.replace('/', '-')}.pdf", hashlib.sha256(symbol.encode()).hexdigest(), "text/plain")
    report = Report(symbol, state, treaty, "Report", tuple(units), source)
    unique = {entity.id: entity for entity in entities.found.values()}
    return Annotated(report, tuple(mentions), tuple(unique.values()))


def _mention(mark: re.Match[str], span: tuple[str, int, int], words: str, entities: _Entities) -> Mention:
    unit, start, end = span
    if mark["body"]:
        return Mention(unit, "agency", start, end, words, "marked", entity=entities.body(words).id)
    entity = entities.named(mark["of"] or words).id
    if mark["path"]:
        targets = ((mark["path"],),)
        return Mention(unit, "provision", start, end, words, "marked", entity=entity, targets=targets)
    return Mention(unit, "instrument", start, end, words, "marked", entity=entity, anaphor=bool(mark["of"]))


def write_corpus(output: Path) -> None:
    """Write the folders of all ten, and give what is one law one IRI."""
    for symbol in REPORTS:
        annotated = make_report(symbol)
        folder = output / symbol.replace("/", "-")
        folder.mkdir(parents=True)
        write_files(link(annotated), folder)
    unify(output)
