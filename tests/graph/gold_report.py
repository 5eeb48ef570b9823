"""A gold folder read as the pipeline's own values, so that the graph can be tested apart from extraction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from treatygraph.ontology import load_treaties, load_treaty
from treatygraph.report import (
    Annotated,
    Cell,
    Entity,
    Mention,
    Relation,
    Report,
    Section,
    Source,
    Table,
    Unit,
)

GOLD = Path(__file__).parents[1] / "gold"


def read_gold(name: str, root: Path = GOLD) -> Annotated:
    """Read the gold in `root/<name>`; relations get the mentions of their subject and object as evidence."""
    folder = root / name
    paragraphs = list(_lines(folder / "paragraphs.jsonl"))
    symbol = paragraphs[0]["doc"]
    treaty, _, state = symbol.split("/")[:3]
    sections: list[Section] = []
    units: list[Unit] = []
    for line in paragraphs:
        articles = tuple(line["convention_articles"])
        if not sections or (sections[-1].heading, sections[-1].convention_articles) != (
            line["section"],
            articles,
        ):
            sections.append(Section(1, "", line["section"], articles))
        kind = "table" if line["id"].startswith("table:") else "paragraph"
        units.append(Unit(line["id"], kind, line["text"], line["section"], len(sections) - 1, articles))
    texts = {unit.id: unit.text for unit in units}
    ids = {record["id"]: _graph_id(record) for record in _lines(folder / "entities.jsonl")}
    mentions = sorted(
        (_mention(record, texts[record["paragraph"]], ids) for record in _lines(folder / "mentions.jsonl")),
        key=lambda m: (list(texts).index(m.unit), m.start, -m.end, m.type),
    )
    report = Report(
        symbol=symbol,
        state=state,
        treaty=treaty,
        title="Initial report",
        units=tuple(_with_table(unit, mentions) for unit in units),
        source=Source(f"{name}.txt", "0" * 64, "text/plain"),
        sections=tuple(sections),
        committee=load_treaty(treaty).treaty_body,
        coverage=(2009, 2013),
    )
    return Annotated(
        report,
        tuple(_with_antecedents(mentions)),
        tuple(entity for record in _lines(folder / "entities.jsonl") for entity in _entities(record, ids, state)),
        tuple(_relation(record, ids, mentions) for record in _lines(folder / "relations.jsonl")),
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _graph_id(record: dict[str, Any]) -> str:
    """A core treaty's id is its abbreviation, whatever the gold calls it."""
    titles = {treaty.title: treaty.abbreviation for treaty in load_treaties()}
    return titles.get(record["name"], record["id"])


def _mention(record: dict[str, Any], text: str, ids: dict[str, str]) -> Mention:
    start = -1
    for _ in range(record["nth"]):
        start = text.index(record["text"], start + 1)
    return Mention(
        unit=record["paragraph"],
        type=record["type"],
        start=start,
        end=start + len(record["text"]),
        text=record["text"],
        rule="gold",
        anaphor=record.get("anaphor", False),
        value=record.get("value"),
        targets=tuple(tuple(path) for path in record.get("targets", ())),
        shared_head=record.get("shared_head", False),
        entity=ids.get(record.get("entity")),
    )


def _entity(record: dict[str, Any], ids: dict[str, str], state: str) -> Entity:
    return Entity(
        id=ids[record["id"]],
        type=record["type"],
        name=record["name"],
        kind=record["kind"],
        level=record["level"],
        number=record["number"],
        date=record["date"],
        issuer=ids.get(record["issuer"]),
        aliases=tuple(record["aliases"]),
        state=state if record["level"] == "national" else None,
    )


def _entities(record: dict[str, Any], ids: dict[str, str], state: str) -> tuple[Entity, ...]:
    """Make an entity; of a dated code, also the code whatever its date, which it is a version of."""
    entity = _entity(record, ids, state)
    if entity.kind != "code" or entity.date is None:
        return (entity,)
    undated = replace(entity, id=f"{entity.id}-undated", date=None, aliases=())
    return replace(entity, member_of=undated.id), undated


def _with_antecedents(mentions: list[Mention]) -> Iterator[Mention]:
    """Let each back-reference refer to the last mention before it that names the same thing."""
    last: dict[str | None, tuple[str, int, int]] = {}
    for mention in mentions:
        if mention.anaphor:
            yield replace(mention, antecedent=last.get(mention.entity))
        else:
            if mention.type in ("instrument", "agency"):
                last[mention.entity] = (mention.unit, mention.start, mention.end)
            yield mention


def _relation(record: dict[str, Any], ids: dict[str, str], mentions: list[Mention]) -> Relation:
    subject, object_ = ids[record["subject"]], ids.get(record["object"], record["object"])
    evidence = tuple(
        (m.type, m.start, m.end)
        for m in mentions
        if m.unit == record["paragraph"] and m.type in ("instrument", "agency") and m.entity in (subject, object_)
    )
    return Relation(record["paragraph"], subject, record["predicate"], object_, record["date"], evidence, rule="gold")


def _with_table(unit: Unit, mentions: list[Mention]) -> Unit:
    """Give a table its cells: "Year", a provision a column, and under them one row of numbers a year."""
    headers = [m for m in mentions if m.unit == unit.id and m.type == "provision"]
    if unit.kind != "table" or not headers:
        return unit
    first = unit.text.rindex("Year", 0, headers[0].start)
    spans = [(first, first + 4), *((m.start, m.end) for m in headers)]
    cells = [Cell(0, n, unit.text[a:b], a, b, header=True) for n, (a, b) in enumerate(spans)]
    at = headers[-1].end
    for place, number in enumerate(unit.text[at:].split()):
        at = unit.text.index(number, at)
        row, column = divmod(place, len(spans))
        cells.append(Cell(row + 1, column, number, at, at + len(number)))
        at += len(number)
    return replace(unit, table=Table(unit.text[:first].strip(), tuple(cells)))
