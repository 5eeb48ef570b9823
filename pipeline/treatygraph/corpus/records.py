"""The records of a report: `report.json` and five `.jsonl` files, four of them as gold annotations are written.

Where a person judged something of it, `judgements.jsonl` says what; a document of the dialogue between State and
Committee has `dialogue.jsonl`.

`write_records` puts an annotated report into a folder, `read_records` brings it back, so that any stage can be
run again from what the stage before it left. Pages count from 1, offsets are code points in the paragraph's text,
lengths are PDF points rounded to a hundredth.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import astuple

from treatygraph.corpus.doubts import find_doubts
from treatygraph.corpus.schema import (
    CitationRow,
    EntityRow,
    Head,
    JudgementRow,
    Layout,
    MentionRow,
    ParagraphRow,
    RelationRow,
    decode,
    decode_lines,
    read_bytes,
)
from treatygraph.corpus.spoken import DIALOGUE_FILE, dialogue_records, read_dialogue
from treatygraph.errors import ReadingError
from treatygraph.graph.iris import entity_iri
from treatygraph.report import (
    Annotated,
    Cell,
    Citation,
    Entity,
    Judgement,
    Line,
    Mention,
    Relation,
    Report,
    Target,
    Unit,
    Unread,
)

Record = dict[str, Any]

RECORD_FILES = ("report.json", "paragraphs.jsonl", "mentions.jsonl", "entities.jsonl", "relations.jsonl")
CITATIONS_FILE = "citations.jsonl"
JUDGEMENTS_FILE = "judgements.jsonl"
_CITATION_FIELDS = (
    *("article_count", "stance", "stance_rule", "speaker", "subnational", "likely", "margin", "claim", "claimed"),
)

# Line ends to `str.splitlines`, which many a reader of .jsonl calls, but not to JSON: escaped.
_LINE_ENDS = {character: f"\\u{ord(character):04x}" for character in "\u0085\u2028\u2029"}


def write_records(annotated: Annotated, folder: Path) -> None:
    """Write the files of a report into an existing folder; one that is not linked yet has no citations."""
    report = annotated.report
    (folder / "report.json").write_text(_report_json(report, annotated.unread), encoding="utf-8")
    rows: dict[str, Iterable[Record]] = {
        "paragraphs": (paragraph_record(report, unit) for unit in report.units),
        "mentions": mention_records(annotated),
        "entities": (entity_record(entity) for entity in annotated.entities),
        "relations": (relation_record(relation) for relation in annotated.relations),
    }
    if annotated.citations is not None:
        rows["citations"] = (citation_record(citation, report) for citation in annotated.citations)
    if annotated.judgements:
        rows["judgements"] = map(judgement_record, annotated.judgements)
    if annotated.dialogue and (annotated.dialogue.utterances or annotated.dialogue.joints):
        rows["dialogue"] = dialogue_records(report, annotated.dialogue)
    for name, records in rows.items():
        text = "".join(_json(record) + "\n" for record in records)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def read_records(folder: Path) -> Annotated:
    """Bring back the annotated report whose records stand in a folder.

    Without `citations.jsonl`, which gold has not, the report comes back as one that was not linked yet.

    Raises:
        ReadingError: a file is missing, a line of it is no record, or the records do not fit each other.
    """
    head = _read_head(folder)
    report = _read_report(folder, head)
    units = {unit.id: unit for unit in report.units}
    entities = _read_entities(folder)
    known = {entity.id for entity in entities}
    mentions = tuple(_read_mentions(folder, units, known))
    relations = []
    for place, row in decode_lines(folder / "relations.jsonl", RelationRow):
        _must_fit(place, row.unit in units, f"there is no unit {row.unit}")
        relations.append(Relation(*astuple(row)))
    cited = (folder / CITATIONS_FILE).exists()
    citations = tuple(_read_citations(folder, units, known, mentions)) if cited else None
    spoken = cited or (folder / DIALOGUE_FILE).exists()
    dialogue = read_dialogue(folder, report) if spoken else None
    return Annotated(
        report, mentions, entities, tuple(relations), citations, read_judgements(folder), dialogue, head.unread
    )


def read_judgements(folder: Path) -> tuple[Judgement, ...]:
    """Bring back what a person judged of a report and was carried out; nothing where there is no such file.

    Raises:
        ReadingError: a line of it is no record.
    """
    path = folder / JUDGEMENTS_FILE
    rows = decode_lines(path, JudgementRow) if path.exists() else ()
    return tuple(Judgement(*astuple(row)) for _, row in rows)


def read_entities(folder: Path) -> tuple[str, tuple[Entity, ...]]:
    """Bring back a report's symbol and entities alone, which is quick.

    Raises:
        ReadingError: a file is missing, or a line of it is no record.
    """
    paragraphs = folder / "paragraphs.jsonl"
    first = next(decode_lines(paragraphs, ParagraphRow), None)
    if first is not None:
        return first[1].doc, _read_entities(folder)
    return _read_head(folder).symbol, _read_entities(folder)


# From values to records.


def paragraph_record(report: Report, unit: Unit) -> Record:
    """A unit as gold has it, then its page and kind."""
    return {
        "doc": report.symbol,
        "id": unit.id,
        "section": unit.section,
        "convention_articles": list(unit.convention_articles),
        "text": unit.text,
        "page": unit.page,
        "kind": unit.kind,
    }


def mention_records(annotated: Annotated) -> Iterator[Record]:
    """The mentions in order as gold has them, then their place, the rule that found them and what it read."""
    units = {unit.id: unit for unit in annotated.report.units}
    for mention in annotated.mentions:
        yield _mention_record(mention, units[mention.unit])


def entity_record(entity: Entity) -> Record:
    """An entity as gold has it, then its IRI and what else is known of it."""
    gold = ("id", "type", "name", "kind", "level", "number", "date", "issuer")
    return {
        **{name: getattr(entity, name) for name in gold},
        "aliases": list(entity.aliases),
        "iri": entity_iri(entity).value,
        "confidence": round(entity.confidence, 3),
        **_given(entity, ("state", "title", "amending", "member_of", "local", "label", "work", "work_name", "former")),
        **_given(entity, ("period", "part")),
    }


def relation_record(relation: Relation) -> Record:
    """A relation as gold has it, then the rule and the mentions that state it."""
    return {
        "paragraph": relation.unit,
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "date": relation.date,
        "rule": relation.rule,
        "confidence": round(relation.confidence, 3),
        "evidence": [list(mention) for mention in relation.evidence],
        **_given(relation, ("object_path",)),
    }


def citation_record(citation: Citation, report: Report) -> Record:
    """A citation: where, under which articles ("" for the treaty as a whole), how firmly, what, by which mentions."""
    return {
        "doc": report.symbol,
        "paragraph": citation.unit,
        "articles": list(citation.elements),
        "strength": citation.strength,
        **_given(citation, ("article_count",)),
        "entity": citation.target.entity,
        **_given(citation.target, ("path",)),
        "claim": citation.claim,
        "claimed": list(citation.claimed),
        "stance": citation.stance,
        "speaker": citation.speaker,
        **_given(citation, ("subnational", "margin", "stance_rule")),
        "likely": None if citation.likely is None else list(citation.likely),
        "evidence": [[mention.type, mention.start, mention.end] for mention in citation.evidence],
        **({"review": list(map(judgement_record, citation.review))} if citation.review else {}),
    }


def judgement_record(judgement: Judgement) -> Record:
    """What a person judged, in which paragraph, and who did."""
    return {
        "paragraph": judgement.unit,
        "judged": judgement.judged,
        **_given(judgement, ("law", "article", "words")),
        **({"nth": judgement.nth} if judgement.words else {}),
        "verdict": judgement.verdict,
        **_given(judgement, ("instead", "remark")),
        "by": judgement.by,
    }


def occurrence(text: str, words: str, start: int) -> int:
    """Count which occurrence of `words` in `text` begins at `start`, from 1; occurrences may overlap.

    >>> occurrence("the Act and the Act", "Act", 16)
    2
    """
    count, at = 1, text.find(words)
    while 0 <= at < start:
        count, at = count + 1, text.find(words, at + 1)
    return count


def _mention_record(mention: Mention, unit: Unit) -> Record:
    regions = unit.regions(mention.start, mention.end)
    record: Record = {
        "paragraph": mention.unit,
        "type": mention.type,
        "text": mention.text,
        "nth": occurrence(unit.text, mention.text, mention.start),
    }
    if mention.type != "date":
        record["entity"] = mention.entity
    if mention.type in ("instrument", "agency"):
        record["anaphor"] = mention.anaphor
    record |= _given(mention, ("value", "targets", "shared_head"))
    record |= {
        "start": mention.start,
        "end": mention.end,
        "page": regions[0].page if regions else unit.page,
        "box": [[round(edge, 2) for edge in region.box] for region in regions],
    }
    if len({region.page for region in regions}) > 1:  # a mention that runs over a page break
        record["box_pages"] = [region.page for region in regions]
    record |= {"rule": mention.rule, "confidence": round(mention.confidence, 3)}
    record |= _given(mention, ("antecedent", "resolved_by", "glosses", "instrument"))
    if mention.name is not None:
        names = tuple(field.name for field in fields(mention.name))
        record["name"] = {"kind": mention.name.kind, "head": mention.name.head, **_given(mention.name, names)}
    if mention.type in ("date", "provision") and mention.anaphor:
        record["anaphor"] = True
    return record


def _given(value: Any, names: Iterable[str]) -> Record:
    """The named fields of a dataclass that hold something: None, False, "" and () are left out."""
    held = {name: getattr(value, name) for name in names}
    return {name: what for name, what in held.items() if what or (what == 0 and what is not False)}


def _report_json(report: Report, unread: Iterable[Unread]) -> str:
    """What is known of the report, a line each; then its sections, notes, what is unread, the layout of its units."""
    units = [{"id": unit.id, **_layout(unit)} for unit in report.units]
    doubts = find_doubts(report)
    lists: dict[str, Iterable[object]] = {
        "doubts": (doubt._asdict() | {"places": [place._asdict() for place in doubt.places]} for doubt in doubts),
        "sections": report.sections,
        "notes": report.notes,
        "abbreviations": report.abbreviations,
        "unread": unread,
        "units": units,
    }
    records = {"source": report.source, "quality": report.quality}
    names = [field.name for field in fields(report) if field.name not in (*lists, *records)]
    members = [
        *(f"{_json(name)}: {_json(getattr(report, name))}" for name in names),
        *(f"{_json(name)}: {_json(record)}" for name, record in records.items()),
        *(f"{_json(name)}: {_lines(rows)}" for name, rows in lists.items()),
    ]
    return "{\n  " + ",\n  ".join(members) + "\n}\n"


def _layout(unit: Unit) -> Record:
    layout = {"section_index": unit.section_index, "zone": unit.zone, **_given(unit, ("reply_to", "noted"))}
    if unit.marks:
        layout["marks"] = unit.marks
    if unit.table is not None:
        cells = [_cell_record(cell) for cell in unit.table.cells]
        layout["table"] = {"caption": unit.table.caption, "cells": cells}
    if unit.lines:
        layout["lines"] = [(line.start, line.end, line.page, line.top, line.bottom, *line.edges) for line in unit.lines]
        for style in ("bold", "italic"):
            if places := [place for place, line in enumerate(unit.lines) if getattr(line, style)]:
                layout[style] = places
    return layout


def _cell_record(cell: Cell) -> Record:
    record: Record = {field.name: getattr(cell, field.name) for field in fields(cell)}
    if cell.box is not None:
        record["box"] = [round(edge, 2) for edge in cell.box]
    return record


def _lines(records: Iterable[object]) -> str:
    """A JSON array with a line for each of its members."""
    rows = [f"    {_json(record)}" for record in records]
    return "[\n" + ",\n".join(rows) + "\n  ]" if rows else "[]"


def _json(value: object) -> str:
    """A value in one line, with a blank after each comma and colon, as Python's own `json` writes it."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
    if not text.isascii():
        for character, escaped in _LINE_ENDS.items():
            text = text.replace(character, escaped)
    return text


# From records to values.


def _must_fit(place: str, fits: bool, why: str) -> None:
    if not fits:
        raise ReadingError(f"{place}: the records do not fit each other ({why}); build the report again.")


def _read_head(folder: Path) -> Head:
    path = folder / "report.json"
    return decode(read_bytes(path), Head, str(path))


def _read_report(folder: Path, head: Head) -> Report:
    layouts = {layout.id: layout for layout in head.units}
    units = []
    for place, row in decode_lines(folder / "paragraphs.jsonl", ParagraphRow):
        _must_fit(place, row.id in layouts, f"report.json has no unit {row.id}")
        layout = layouts[row.id]
        units.append(
            Unit(
                id=row.id,
                kind=row.kind,
                text=row.text,
                section=row.section,
                convention_articles=row.convention_articles,
                lines=tuple(_revive_lines(place, layout, row.text)),
                marks=layout.marks,
                table=layout.table,
                section_index=layout.section_index,
                zone=layout.zone,
                reply_to=layout.reply_to,
                noted=layout.noted,
            )
        )
    alone = (field.name for field in fields(Report) if field.name != "units")
    return Report(units=tuple(units), **{name: getattr(head, name) for name in alone})


def _revive_lines(place: str, layout: Layout, text: str) -> Iterator[Line]:
    bold, italic = frozenset(layout.bold), frozenset(layout.italic)
    for number, (start, end, page, top, bottom, *edges) in enumerate(layout.lines):
        whole = isinstance(start, int) and isinstance(end, int) and isinstance(page, int)
        fits = whole and 0 <= start <= end <= len(text) and len(edges) == end - start + 1
        _must_fit(place, fits, "the layout has a line that is not in the text")
        yield Line(int(start), int(end), int(page), top, bottom, tuple(edges), number in bold, number in italic)


def _read_mentions(folder: Path, units: Mapping[str, Unit], entities: Container[str]) -> Iterator[Mention]:
    for place, row in decode_lines(folder / "mentions.jsonl", MentionRow):
        unit = units.get(row.unit)
        found = unit is not None and row.start < row.end and unit.text[row.start : row.end] == row.text
        _must_fit(place, found, f"“{row.text}” is not at {row.start} to {row.end} of unit {row.unit}")
        _must_fit(place, row.entity is None or row.entity in entities, f"there is no entity {row.entity}")
        yield Mention(*astuple(row))


def _read_entities(folder: Path) -> tuple[Entity, ...]:
    entities = []
    for place, row in decode_lines(folder / "entities.jsonl", EntityRow):
        *values, iri = astuple(row)
        entity = Entity(*values)
        _must_fit(place, iri is None or iri == entity_iri(entity).value, f"{iri} is not the IRI of {row.id}")
        entities.append(entity)
    return tuple(entities)


def _read_citations(
    folder: Path, units: Container[str], entities: Container[str], mentions: Iterable[Mention]
) -> Iterator[Citation]:
    places = {(mention.unit, mention.type, mention.start, mention.end): mention for mention in mentions}
    for place, row in decode_lines(folder / CITATIONS_FILE, CitationRow):
        _must_fit(place, row.unit in units, f"there is no unit {row.unit}")
        _must_fit(place, row.entity in entities, f"there is no entity {row.entity}")
        spans = [(row.unit, *span) for span in row.evidence]
        _must_fit(place, all(span in places for span in spans), "a mention that it rests on is not there")
        yield Citation(
            unit=row.unit,
            strength=row.strength,
            target=Target(row.entity, row.path),
            elements=row.articles,
            evidence=tuple(places[span] for span in spans),
            review=tuple(Judgement(*astuple(judgement)) for judgement in row.review),
            **{name: getattr(row, name) for name in _CITATION_FIELDS},
        )
