"""What one report gives to the page over several: its line in the list, its laws, what it cites in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from treatygraph.corpus.summary import summarise
from treatygraph.export.explorer.evidence import Record, division_words, entity_record, said_record, state_name
from treatygraph.export.explorer.prose import mention_key, unit_anchor
from treatygraph.export.explorer.texts import pack_texts
from treatygraph.export.explorer.voices import sitting_records, voice_records
from treatygraph.export.networks.network import STRENGTHS
from treatygraph.linking.citations import denoted
from treatygraph.linking.segments import split_segments
from treatygraph.report import Annotated, Citation, Mention, Unit

# Characters of a sentence that are kept on each side of the words cited.
_QUOTE_BEFORE, _QUOTE_AFTER = 110, 90


@dataclass(frozen=True, slots=True)
class Part:
    """What the page takes from one report.

    `laws` has each instrument's id with its record, and `names` all names that the report gives it. A citation has
    the place of its quote in `quotes`, the law's id, the strength, the articles, the division, how many articles
    share the heading, and what `said_record` tells. `voices` are what its paragraphs say in the dialogue. A dated
    treaty action of the State has the instrument's id, the predicate, the date, and the paragraph with its anchor,
    page and the key of the mention that states it. `texts` are its paragraphs as `pack_texts` packs them.
    """

    report: Record
    laws: dict[str, Record]
    names: dict[str, list[str]]
    articles: list[str]
    quotes: list[list[Any]]
    citations: list[list[Any]]
    voices: list[Record]
    actions: list[list[Any]]
    texts: str


def make_part(annotated: Annotated) -> Part:
    """Collect what the page over several reports takes from a linked report."""
    report, citations, summary = annotated.report, annotated.citations or (), summarise(annotated)
    instruments = {entity.id: entity for entity in annotated.entities if entity.type == "instrument"}
    quotes, cited = _cite(annotated, citations)
    return Part(
        report={
            "symbol": report.symbol,
            "title": report.title,
            "state": report.state,
            "stateName": state_name(report.state) if report.state else None,
            "treaty": report.treaty,
            "date": report.date,
            "received": report.received,
            "coverage": report.coverage,
            **sitting_records(report),
            "pages": report.source.pages,
            "paragraphs": summary.paragraphs,
            "instruments": summary.instruments,
            "national": summary.national,
            "provisions": summary.mentions["provision"],
            "articles": sum(len(row.numbers) for row in summary.articles),
            "claimed": sum(len(row.numbers) for row in summary.articles if row.laws),
            "notes": list(summary.notes),
            "kind": report.kind,
        },
        laws={name: entity_record(entity) for name, entity in instruments.items()},
        names={name: [entity.name, *entity.aliases] for name, entity in instruments.items()},
        articles=sorted({element for citation in citations for element in citation.elements if element}),
        quotes=quotes,
        citations=cited,
        voices=voice_records(annotated),
        actions=[row for row in _actions(annotated) if row[0] in instruments],
        texts=pack_texts(annotated),
    )


def _actions(annotated: Annotated) -> Iterator[list[Any]]:
    """The dated actions of the reporting State on treaties, in the text's order."""
    units = {unit.id: unit for unit in annotated.report.units}
    for relation in annotated.relations:
        if relation.date and relation.object == annotated.report.state:
            spans = {(relation.unit, *span) for span in relation.evidence}
            stated = next((m for m in annotated.mentions if (m.unit, m.type, m.start, m.end) in spans), None)
            key = mention_key(stated) if stated else None
            unit = units[relation.unit]
            yield [relation.subject, relation.predicate, relation.date, unit.id, unit_anchor(unit.id), unit.page, key]


def _cite(annotated: Annotated, citations: Sequence[Citation]) -> tuple[list[list[Any]], list[list[Any]]]:
    units = {unit.id: unit for unit in annotated.report.units}
    places: dict[Mention, int] = {}
    quotes: list[list[Any]] = []
    cited: list[list[Any]] = []
    for citation in citations:
        words = next(mention for mention in citation.evidence if citation.target in denoted(mention))
        if words not in places:
            places[words] = len(quotes)
            quotes.append(_quote(units[citation.unit], words))
        cited.append(
            [
                places[words],
                citation.target.entity,
                STRENGTHS.index(citation.strength),
                list(citation.elements),
                division_words(citation.target.path),
                citation.article_count or 0,
                *said_record(citation),
            ]
        )
    return quotes, cited


def _quote(unit: Unit, mention: Mention) -> list[Any]:
    """The words cited in their sentence, and where they stand: paragraph, anchor, page, before, words, after."""
    segment = next(s for s in split_segments(unit.text) if s.start <= mention.start < s.end)
    start = max(segment.start, mention.start - _QUOTE_BEFORE)
    if start > segment.start:
        start = unit.text.find(" ", start, mention.start) + 1 or mention.start
    end = min(max(segment.end, mention.end), mention.end + _QUOTE_AFTER)
    if end < segment.end:
        end = max(unit.text.rfind(" ", mention.end, end), mention.end)
    before = ("… " if start > segment.start else "") + unit.text[start : mention.start]
    after = unit.text[mention.end : end] + (" …" if end < segment.end else "")
    regions = unit.regions(mention.start, mention.end)
    page = regions[0].page if regions else unit.page
    return [unit.id, mention_key(mention), unit_anchor(unit.id), page, before, mention.text, after.rstrip()]
