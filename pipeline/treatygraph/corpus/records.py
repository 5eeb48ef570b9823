"""The records of a report: `report.json` and five `.jsonl` files, four of them as gold annotations are written.

`write_records` puts an annotated report into a folder, `read_records` brings it back, so that any stage can be
run again from what the stage before it left. Pages count from 1, offsets are code points in the paragraph's text,
lengths are PDF points rounded to a hundredth.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from treatygraph.errors import ReadingError
from treatygraph.graph.iris import entity_iri
from treatygraph.report import (
    Abbreviation,
    Annotated,
    Box,
    Cell,
    Citation,
    Entity,
    InstrumentName,
    Line,
    Mention,
    Note,
    NoteMark,
    Quality,
    Relation,
    Report,
    Section,
    Source,
    Table,
    Target,
    Unit,
)

Record = dict[str, Any]

RECORD_FILES = ("report.json", "paragraphs.jsonl", "mentions.jsonl", "entities.jsonl", "relations.jsonl")
CITATIONS_FILE = "citations.jsonl"
_CITATION_FIELDS = (
    *("article_count", "stance", "stance_rule", "speaker", "subnational", "likely", "margin", "claim", "claimed"),
)

# Line ends to `str.splitlines`, which many a reader of .jsonl calls, but not to JSON: escaped.
_LINE_ENDS = {ord(character): f"\\u{ord(character):04x}" for character in "\u0085\u2028\u2029"}


def write_records(annotated: Annotated, folder: Path) -> None:
    """Write the files of a report into an existing folder; one that is not linked yet has no citations."""
    report = annotated.report
    (folder / "report.json").write_text(_report_json(report), encoding="utf-8")
    rows: dict[str, Iterable[Record]] = {
        "paragraphs": (paragraph_record(report, unit) for unit in report.units),
        "mentions": mention_records(annotated),
        "entities": (entity_record(entity) for entity in annotated.entities),
        "relations": (relation_record(relation) for relation in annotated.relations),
    }
    if annotated.citations is not None:
        rows["citations"] = (citation_record(citation, report) for citation in annotated.citations)
    for name, records in rows.items():
        text = "".join(_json(record) + "\n" for record in records)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def read_records(folder: Path) -> Annotated:
    """Bring back the annotated report whose records stand in a folder.

    Without `citations.jsonl`, which gold has not, the report comes back as one that was not linked yet.

    Raises:
        ReadingError: a file is missing, or a line of it is no record.
    """
    head, *rows = (_load(folder / name) for name in RECORD_FILES)
    paragraphs, mentions, entities, relations = rows
    cited = _load(folder / CITATIONS_FILE) if (folder / CITATIONS_FILE).exists() else None
    try:
        found = tuple(_revive_mention(row) for row in mentions)
        layouts = {layout["id"]: layout for layout in head[0]["units"]}
        return Annotated(
            report=_revive_report(head[0], [_revive_unit(row, layouts[row["id"]]) for row in paragraphs]),
            mentions=found,
            entities=tuple(_revive_entity(row) for row in entities),
            relations=tuple(_revive_relation(row) for row in relations),
            citations=None if cited is None else _revive_citations(cited, found),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReadingError(
            f"{folder}: the records do not fit each other ({error!r}); build the report again."
        ) from error


def read_entities(folder: Path) -> tuple[str, tuple[Entity, ...]]:
    """Bring back a report's symbol and entities alone, which is quick.

    Raises:
        ReadingError: a file is missing, or a line of it is no record.
    """
    paragraphs = folder / "paragraphs.jsonl"
    try:
        with paragraphs.open(encoding="utf-8") as lines:
            first = lines.readline()
        symbol = json.loads(first)["doc"] if first else _load(folder / "report.json")[0]["symbol"]
        return symbol, tuple(_revive_entity(row) for row in _load(folder / "entities.jsonl"))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ReadingError(
            f"{folder}: the records do not fit each other ({error!r}); build the report again."
        ) from error


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


def _report_json(report: Report) -> str:
    """What is known of the report, a line each; then its sections, notes and the layout of its units."""
    units = [{"id": unit.id, **_layout(unit)} for unit in report.units]
    lists = {
        "sections": [asdict(section) for section in report.sections],
        "notes": [asdict(note) for note in report.notes],
        "abbreviations": [asdict(abbreviation) for abbreviation in report.abbreviations],
        "units": units,
    }
    records = {"source": asdict(report.source), "quality": asdict(report.quality)}
    names = [field.name for field in fields(report) if field.name not in (*lists, *records)]
    members = [
        *(f"{_json(name)}: {_json(getattr(report, name))}" for name in names),
        *(f"{_json(name)}: {_json(record)}" for name, record in records.items()),
        *(f"{_json(name)}: {_lines(rows)}" for name, rows in lists.items()),
    ]
    return "{\n  " + ",\n  ".join(members) + "\n}\n"


def _layout(unit: Unit) -> Record:
    layout = {"section_index": unit.section_index, "zone": unit.zone, **_given(unit, ("reply_to",))}
    if unit.marks:
        layout["marks"] = [asdict(mark) for mark in unit.marks]
    if unit.table is not None:
        cells = [_cell_record(cell) for cell in unit.table.cells]
        layout["table"] = {"caption": unit.table.caption, "cells": cells}
    if unit.lines:
        layout["lines"] = [
            [line.start, line.end, line.page, round(line.top, 2), round(line.bottom, 2)]
            + [round(edge, 2) for edge in line.edges]
            for line in unit.lines
        ]
        for style in ("bold", "italic"):
            if places := [place for place, line in enumerate(unit.lines) if getattr(line, style)]:
                layout[style] = places
    return layout


def _cell_record(cell: Cell) -> Record:
    record = asdict(cell)
    if cell.box is not None:
        record["box"] = [round(edge, 2) for edge in cell.box]
    return record


def _lines(records: Iterable[Record]) -> str:
    """A JSON array with a line for each of its members."""
    rows = [f"    {_json(record)}" for record in records]
    return "[\n" + ",\n".join(rows) + "\n  ]" if rows else "[]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


# From records to values.


def _load(path: Path) -> list[Record]:
    try:
        text = path.read_text(encoding="utf-8")
        lines = [text] if path.suffix == ".json" else text.splitlines()
        return [json.loads(line) for line in lines]
    except FileNotFoundError as error:
        raise ReadingError(f"{path} is missing; build the report again.") from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ReadingError(f"{path} is not valid JSON ({error}); build the report again.") from error


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _pick(record: Mapping[str, Any], names: Iterable[str]) -> Record:
    return {name: _frozen(record[name]) for name in names if name in record}


def _revive_report(head: Record, units: list[Unit]) -> Report:
    alone = [field.name for field in fields(Report)]
    return Report(
        **{
            **_pick(head, alone),
            "units": tuple(units),
            "source": Source(**head["source"]),
            "quality": Quality(**_pick(head["quality"], head["quality"])),
            "sections": tuple(Section(**_pick(row, row)) for row in head["sections"]),
            "notes": tuple(Note(**row) for row in head["notes"]),
            "abbreviations": tuple(Abbreviation(**row) for row in head["abbreviations"]),
        }
    )


def _revive_unit(record: Record, layout: Record) -> Unit:
    return Unit(
        id=record["id"],
        kind=record["kind"],
        text=record["text"],
        section=record["section"],
        convention_articles=tuple(record["convention_articles"]),
        lines=tuple(_revive_lines(layout)),
        marks=tuple(NoteMark(**mark) for mark in layout.get("marks", ())),
        table=_revive_table(layout["table"]) if "table" in layout else None,
        section_index=layout["section_index"],
        zone=layout["zone"],
        reply_to=layout.get("reply_to"),
    )


def _revive_lines(layout: Record) -> Iterator[Line]:
    bold, italic = (frozenset(layout.get(style, ())) for style in ("bold", "italic"))
    for place, (start, end, page, top, bottom, *edges) in enumerate(layout.get("lines", ())):
        yield Line(start, end, page, top, bottom, tuple(edges), place in bold, place in italic)


def _revive_table(record: Record) -> Table:
    cells = ({**cell, "box": Box(*cell["box"]) if cell["box"] else None} for cell in record["cells"])
    return Table(caption=record["caption"], cells=tuple(Cell(**cell) for cell in cells))


def _revive_mention(record: Record) -> Mention:
    names = (field.name for field in fields(Mention) if field.name not in ("unit", "name"))
    name = InstrumentName(**record["name"]) if "name" in record else None
    return Mention(unit=record["paragraph"], name=name, **_pick(record, names))


def _revive_entity(record: Record) -> Entity:
    return Entity(**_pick(record, (field.name for field in fields(Entity))))


def _revive_relation(record: Record) -> Relation:
    names = (field.name for field in fields(Relation) if field.name != "unit")
    return Relation(unit=record["paragraph"], **_pick(record, names))


def _revive_citations(records: Iterable[Record], mentions: Iterable[Mention]) -> tuple[Citation, ...]:
    places = {(mention.unit, mention.type, mention.start, mention.end): mention for mention in mentions}
    return tuple(
        Citation(
            unit=record["paragraph"],
            strength=record["strength"],
            target=Target(record["entity"], tuple(record.get("path", ()))),
            elements=tuple(record["articles"]),
            evidence=tuple(places[record["paragraph"], *span] for span in record["evidence"]),
            **_pick(record, _CITATION_FIELDS),
        )
        for record in records
    )
