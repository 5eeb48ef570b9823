"""Whether what is found in a paragraph depends on what should not matter: the table of `make score`.

    python benchmarks/invariance.py                 the paragraphs of tests/gold
    python benchmarks/invariance.py --records OUT   those of every gold at hand, from the records of their reports there
    python benchmarks/invariance.py --failing       and each paragraph in which something else is found

A paragraph is read alone, then with one thing changed: another State's names, a sentence before it, other numbers
behind "No.", other white space. The same spans of the same types must be found, each moved with the words that it
holds; values and entities are not compared. Where a State's name is part of what an acronym spells ("Sport and
Recreation South Africa (SRSA)"), another name leaves the acronym without its words, and nothing is found.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from score import gold_at_hand

from treatygraph.corpus.records import read_records
from treatygraph.ontology import state_words
from treatygraph.recognition import recognise
from treatygraph.report import Report, Source, Unit

OWN_GOLD = Path(__file__).parent.parent / "tests" / "gold"

Spans = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, and whose report under which treaty it stands in."""

    id: str
    text: str
    state: str | None
    treaty: str


@dataclass(frozen=True, slots=True)
class Edit:
    """In place of `text[start:end]` stand other words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph with something changed, and the edits that changed it, in order."""

    paragraph: Paragraph
    edits: tuple[Edit, ...]

    def moved(self, spans: Spans) -> Spans:
        """Where the spans of the paragraph as it was are now."""
        return frozenset((kind, self._at(start, first=True), self._at(end, first=False)) for kind, start, end in spans)

    def _at(self, place: int, *, first: bool) -> int:
        """A place after the edits; inside one, its edge, so that a span holds the whole of it."""
        shift = 0
        for edit in self.edits:
            if place < edit.start or (place == edit.start and not (first and edit.start == edit.end)):
                break
            if place < edit.end:
                return edit.start + shift if first else edit.start + shift + len(edit.words)
            shift += len(edit.words) - (edit.end - edit.start)
        return place + shift


Change = Callable[[Paragraph], Changed]

SENTENCES = (
    "Much has changed since then. ",
    "The following should be noted. ",
    "Children and their parents were heard, and all of them agreed. ",
)
_NUMBER = re.compile(r"(?<=\bNo\. )\d+\b(?![/.-]?\d)")
_OTHER_NUMBERS = (7, 38, 412)


def edited(paragraph: Paragraph, edits: Iterable[Edit], state: str | None = None) -> Changed:
    """The paragraph with the edits made."""
    listed = tuple(edits)
    text, rest = "", 0
    for edit in listed:
        text += paragraph.text[rest : edit.start] + edit.words
        rest = edit.end
    text += paragraph.text[rest:]
    return Changed(Paragraph(paragraph.id, text, state or paragraph.state, paragraph.treaty), listed)


def with_other_state(step: int, paragraph: Paragraph) -> Changed:
    """Each State's names and adjectives are those of another, of as many words; the reporting State is changed too."""
    others = _other_words(step)
    edits = [Edit(*found.span(), others[found[0]]) for found in _state_words().finditer(paragraph.text)]
    return edited(paragraph, edits, _other_state(step, paragraph.state))


def with_sentence(sentence: str, paragraph: Paragraph) -> Changed:
    """A sentence that names nothing stands before."""
    return edited(paragraph, [Edit(0, 0, sentence)])


def with_number(number: int, paragraph: Paragraph) -> Changed:
    """Each number behind "No." is another, two that differ still differ."""
    seen: dict[str, int] = {}
    edits = []
    for found in _NUMBER.finditer(paragraph.text):
        other = number + seen.setdefault(found[0], len(seen))
        edits.append(Edit(*found.span(), str(other)))
    return edited(paragraph, edits)


def with_blank(white: str, step: int, paragraph: Paragraph) -> Changed:
    """Other white space stands for every second or third blank: the line ends there."""
    blanks = [found.start() for found in re.finditer(" ", paragraph.text)]
    return edited(paragraph, [Edit(at, at + 1, white) for at in blanks[step % 2 :: step]])


def _change(change: Callable[..., Changed], *arguments: object) -> Change:
    return lambda paragraph: change(*arguments, paragraph)


# Each kind of change with the ways in which it is made.
KINDS: Mapping[str, tuple[Change, ...]] = {
    "another State": tuple(_change(with_other_state, step) for step in (1, 7)),
    "a sentence before": tuple(_change(with_sentence, sentence) for sentence in SENTENCES),
    "another number": tuple(_change(with_number, number) for number in _OTHER_NUMBERS),
    "a line break": tuple(_change(with_blank, "\n", step) for step in (2, 3)),
    "two blanks": tuple(_change(with_blank, "  ", step) for step in (2, 3)),
    "a no-break space": tuple(_change(with_blank, "\u00a0", step) for step in (2, 3)),
}


@cache
def _names_by_length() -> Mapping[int, tuple[str, ...]]:
    """The States whose first name has so many words, by that number; those with one that is a word besides are out."""
    lengths: dict[int, list[str]] = defaultdict(list)
    for code, names in sorted(state_words()["names"].items()):
        lengths[len(names[0].split())].append(code)
    return {length: tuple(codes) for length, codes in lengths.items()}


def _other_state(step: int, code: str | None) -> str | None:
    if code is None or code not in state_words()["names"]:
        return code
    ring = _names_by_length()[len(state_words()["names"][code][0].split())]
    return ring[(ring.index(code) + step) % len(ring)]


@cache
def _other_words(step: int) -> Mapping[str, str]:
    """Each State's words with those of the other State; a word stays where the other has none of its length."""
    others: dict[str, str] = {}
    for table in ("adjectives", "names"):
        for code, words in state_words()[table].items():
            other = state_words()[table].get(_other_state(step, code) or code, ())
            for word in words:
                same = [each for each in other if len(each.split()) == len(word.split())]
                others[word] = same[0] if same else word
    return others


@cache
def _state_words() -> re.Pattern[str]:
    words = sorted(_other_words(1), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def spans_of(paragraph: Paragraph) -> Spans:
    """What is found in a paragraph that stands alone: types, first and last places."""
    units = (Unit(paragraph.id, "paragraph", paragraph.text),)
    symbol = f"{paragraph.treaty}/C/{paragraph.state or 'XXX'}/1"
    report = Report(symbol, paragraph.state, paragraph.treaty, "", units, Source("", "", "text/plain"))
    return frozenset((mention.type, mention.start, mention.end) for mention in recognise(report).mentions)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A paragraph that was changed: what should be found in it, and what is."""

    kind: str
    changed: Changed
    wanted: Spans
    found: Spans

    def failure(self) -> Iterator[str]:
        """What is wanted and missing (-), and what is found and not wanted (+)."""
        for sign, spans in (("-", self.wanted - self.found), ("+", self.found - self.wanted)):
            for kind, start, end in sorted(spans, key=lambda span: span[1:]):
                text = self.changed.paragraph.text
                yield f"  {sign} {kind}: {text[max(0, start - 30) : start]}|{text[start:end]}|{text[end : end + 30]}"


def outcomes(paragraphs: Iterable[Paragraph]) -> Iterator[Outcome]:
    """Each paragraph with each change that alters a letter of it."""
    for paragraph in paragraphs:
        before = spans_of(paragraph)
        for kind, changes in KINDS.items():
            for change in changes:
                changed = change(paragraph)
                if changed.paragraph.text != paragraph.text:
                    yield Outcome(kind, changed, changed.moved(before), spans_of(changed.paragraph))


def own_paragraphs() -> Iterator[Paragraph]:
    """The paragraphs of tests/gold."""
    for file in sorted(OWN_GOLD.glob("*/paragraphs.jsonl")):
        treaty, _, state, _ = file.parent.name.split("-")
        rows = map(json.loads, file.read_text("utf-8").splitlines())
        yield from (Paragraph(row["id"], row["text"], state, treaty) for row in rows)


def gold_paragraphs(records: Path) -> Iterator[Paragraph]:
    """The paragraphs of each gold at hand, as they were read."""
    for name, (gold, _) in gold_at_hand().items():
        report = read_records(records / name).report
        rows = map(json.loads, (gold / "paragraphs.jsonl").read_text("utf-8").splitlines())
        ids = {str(row["id"]) for row in rows}
        units = (unit for unit in report.units if unit.id in ids)
        yield from (Paragraph(f"{name} {u.id}", u.text, report.state, report.treaty or "CRPD") for u in units)


def main() -> int:
    """Print the rates."""
    parser = argparse.ArgumentParser(description="Count the paragraphs in which a change that does not matter does.")
    parser.add_argument("--records", type=Path, help="folder with the records of the reports that have gold")
    parser.add_argument("--failing", action="store_true", help="show each paragraph in which something else is found")
    arguments = parser.parse_args()
    paragraphs = list(gold_paragraphs(arguments.records) if arguments.records else own_paragraphs())
    same, tried = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    for outcome in outcomes(paragraphs):
        tried[outcome.kind] += 1
        same[outcome.kind] += outcome.wanted == outcome.found
        if arguments.failing and outcome.wanted != outcome.found:
            print(f"{outcome.kind}, {outcome.changed.paragraph.id}", *outcome.failure(), sep="\n")
    print(f"| changed, {len(paragraphs):,} paragraphs | the same is found | of |\n|---|---|---|")
    for kind in KINDS:
        print(f"| {kind} | {same[kind] / (tried[kind] or 1):.4f} | {tried[kind]:,} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
