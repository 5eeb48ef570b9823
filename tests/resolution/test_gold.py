"""CED/C/KAZ/1 with the gold's own mentions: who is who and what is stated, against the gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from treatygraph.evaluation.scores import Evaluation, evaluate
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Annotated, Mention, Report, Source, Unit
from treatygraph.resolution import resolve

GOLD = Path(__file__).parent.parent / "gold" / "CED-C-KAZ-1"


def read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def read_gold(folder: Path) -> Annotated:
    """The gold's paragraphs and mentions as a report before resolution."""
    treaty, _, state = folder.name.split("-")[:3]
    units = tuple(
        Unit(str(row["id"]), "paragraph", row["text"], convention_articles=tuple(row["convention_articles"]))
        for row in read_rows(folder, "paragraphs")
    )
    texts = {unit.id: unit.text for unit in units}
    mentions = []
    for row in read_rows(folder, "mentions"):
        unit, words, at = str(row["paragraph"]), row["text"], -1
        for _ in range(row.get("nth", 1)):
            at = texts[unit].find(words, at + 1)
        back = bool(row.get("anaphor"))
        mentions.append(
            Mention(
                unit,
                row["type"],
                at,
                at + len(words),
                words,
                "gold",
                anaphor=back,
                value=row.get("value"),
                targets=tuple(tuple(target) for target in row.get("targets") or ()),
                name=read_name(words, anaphor=back) if row["type"] == "instrument" else None,
            )
        )
    report = Report(folder.name, state, treaty, "", units, Source("gold", "", "application/jsonl"))
    return Annotated(report, tuple(mentions))


def write_system(annotated: Annotated, folder: Path) -> None:
    """The resolved report in the gold's format."""
    rows: dict[str, list[dict[str, Any]]] = {
        "paragraphs": [
            {"id": u.id, "text": u.text, "convention_articles": list(u.convention_articles)}
            for u in annotated.report.units
        ],
        "mentions": [
            {
                "paragraph": m.unit,
                "type": m.type,
                "text": m.text,
                "start": m.start,
                "end": m.end,
                "entity": m.entity,
                "anaphor": m.anaphor,
                "value": m.value,
                "targets": [list(target) for target in m.targets],
            }
            for m in annotated.mentions
        ],
        "entities": [
            {"id": e.id, "type": e.type, "kind": e.kind, "level": e.level, "number": e.number, "date": e.date}
            for e in annotated.entities
        ],
        "relations": [
            {"paragraph": r.unit, "subject": r.subject, "predicate": r.predicate, "object": r.object, "date": r.date}
            for r in annotated.relations
        ],
    }
    for name, found in rows.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
        (folder / f"{name}.jsonl").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("resolved")
    write_system(resolve(read_gold(GOLD)), folder)
    return evaluate(GOLD, folder)


def test_back_references(evaluation: Evaluation) -> None:
    assert evaluation.back_references == 17
    assert evaluation.resolved >= 16 / 17


def test_who_is_who(evaluation: Evaluation) -> None:
    assert evaluation.b_cubed["instrument"].f1 >= 0.97
    assert evaluation.b_cubed["agency"].f1 >= 0.97


def test_links_from_articles_to_national_law(evaluation: Evaluation) -> None:
    assert evaluation.national_links.f1 >= 0.97
    assert evaluation.targets.f1 >= 0.97


def test_relations(evaluation: Evaluation) -> None:
    assert evaluation.relations.f1 >= 0.92


@pytest.mark.parametrize("attribute", ["kind", "level", "number", "date"])
def test_attributes(evaluation: Evaluation, attribute: str) -> None:
    assert evaluation.attributes[attribute] >= 0.95
