"""Answers about CED/C/KAZ/1 worked out from its gold annotations line by line, without a graph, on both engines."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Literal

import pyoxigraph
import pytest
from rdflib import Graph

from treatygraph.query import Answer, run_query

FOLDER = Path(__file__).parents[1] / "gold" / "CED-C-KAZ-1"
Row = dict[str, Any]


def lines(name: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


PARAGRAPHS = {row["id"]: row for row in lines("paragraphs")}
ORDER = {name: place for place, name in enumerate(PARAGRAPHS)}
MENTIONS = lines("mentions")
ENTITIES = {row["id"]: row for row in lines("entities")}


@pytest.fixture(params=["oxigraph", "rdflib"])
def ask(request: pytest.FixtureRequest, gold_store: pyoxigraph.Store, gold_graph: Graph) -> Any:
    engine: Literal["oxigraph", "rdflib"] = request.param

    def run(name: str, **parameters: str | int) -> list[Row]:
        source = gold_store if engine == "oxigraph" else gold_graph
        answer: Answer = run_query(source, name, parameters, engine)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    return run


def printed(unit: str) -> str:
    return unit.replace(":", " ")


def start(mention: Row) -> int:
    at = -1
    for _ in range(mention["nth"]):
        at = PARAGRAPHS[mention["paragraph"]]["text"].index(mention["text"], at + 1)
    return at


def test_who_issued_how_many_instruments(ask: Any) -> None:
    issued = Counter(ENTITIES[row["issuer"]]["name"] for row in ENTITIES.values() if row.get("issuer"))
    assert {row["name"]: row["instruments"] for row in ask("issuers")} == issued
    assert issued["Government"] == 4


def test_the_order_in_which_laws_were_adopted(ask: Any) -> None:
    dated = [
        (row["date"], row["name"])
        for row in ENTITIES.values()
        if row["type"] == "instrument" and row["level"] == "national" and row["date"]
    ]
    rows = ask("timeline")
    assert {(str(row["date"]), row["name"]) for row in rows} == set(dated)
    assert [str(row["date"]) for row in rows] == sorted(str(row["date"]) for row in rows)
    assert (str(rows[0]["date"]), rows[0]["kind"]) == ("1995-08-30", "constitution")


def test_the_names_of_instruments_that_have_several(ask: Any) -> None:
    first: dict[tuple[str, str], tuple[int, int, str]] = {}
    for mention in MENTIONS:
        if mention["type"] == "instrument" and not mention["anaphor"] and mention["entity"] in ENTITIES:
            place = ORDER[mention["paragraph"]], start(mention), mention["paragraph"]
            key = mention["entity"], mention["text"]
            first[key] = min(first.get(key, place), place)
    several = Counter(entity for entity, _ in first)
    expected = Counter((quote, printed(place[2])) for (entity, quote), place in first.items() if several[entity] > 1)
    assert Counter((row["quote"], row["paragraph"]) for row in ask("names-of-instruments")) == expected
    assert len(expected) > 20


def test_every_back_reference_and_what_it_refers_to(ask: Any) -> None:
    expected = Counter(
        (printed(mention["paragraph"]), mention["text"])
        for mention in MENTIONS
        if mention.get("anaphor") and mention["entity"] in ENTITIES
    )
    rows = ask("back-references")
    assert Counter((row["paragraph"], row["quote"]) for row in rows) == expected
    found = {(row["paragraph"], row["quote"]): row for row in rows}
    # "Article 7, paragraph 4, of |the Act| states …" (107): the Act of 30 March 1999 of paragraph 103.
    assert found["107", "Act"]["name"].startswith("Act of 30 March 1999")


def test_the_bodies_named_under_each_article_and_where_first(ask: Any) -> None:
    first: dict[tuple[str, str], str] = {}
    for mention in sorted(MENTIONS, key=lambda m: ORDER[m["paragraph"]]):
        if mention["type"] == "agency" and mention["entity"] in ENTITIES:
            for article in PARAGRAPHS[mention["paragraph"]]["convention_articles"]:
                first.setdefault((article, ENTITIES[mention["entity"]]["name"]), printed(mention["paragraph"]))
    rows = ask("agencies-by-article")
    assert {(row["article"], row["name"]): row["paragraph"] for row in rows} == first


def test_mentions_as_web_annotations(ask: Any) -> None:
    oa = "http://www.w3.org/ns/oa#"
    values: dict[str, dict[str, list[Any]]] = {}
    for row in ask("web-annotations"):
        values.setdefault(row["subject"], {}).setdefault(row["predicate"].removeprefix(oa), []).append(row["object"])
    annotations = [node for node in values.values() if "hasTarget" in node]
    found: Counter[tuple[str, int, str]] = Counter()
    for node in annotations:
        (target,) = node["hasTarget"]
        (unit,) = values[target]["hasSource"]
        selectors = [values[name] for name in values[target]["hasSelector"]]
        (position,) = (selector for selector in selectors if "start" in selector)
        (words,) = (selector for selector in selectors if "exact" in selector)
        found[unit.rpartition("__")[2], position["start"][0], words["exact"][0]] += 1
        text = next(p["text"] for p in PARAGRAPHS.values() if unit.endswith(f"__{segment(p['id'])}"))
        assert text[position["start"][0] : position["end"][0]] == words["exact"][0]
        assert (words["prefix"][0] + words["exact"][0] + words["suffix"][0]) in text
    assert found == Counter((segment(m["paragraph"]), start(m), m["text"]) for m in MENTIONS)


def segment(unit: str) -> str:
    kind, _, number = unit.rpartition(":")
    return f"{kind or 'par'}_{number}"


def test_how_firm_the_evidence_under_each_article_is(ask: Any) -> None:
    """Read by hand: paragraph 136 names article 6; 24 stands alone on its heading; 1 to 5 share theirs."""
    rows = {(row["article"], row["strength"]): row for row in ask("strength-by-article")}
    # "The prevention of the acts envisaged in article 6 … is governed by paragraphs 13, 14 and 18 of the Rules …
    # approved by Order No. 23": three paragraphs and the Order, all as what is in force.
    assert (rows["6", "explicit"]["citations"], rows["6", "explicit"]["claims"]) == (4, 4)
    assert rows["6", "explicit"]["fewestOnHeading"] is None
    sharing = {5: ("1", "2", "3", "4", "5", "9", "13", "14", "15", "16"), 3: ("17", "18", "20"), 2: ("10", "11")}
    for count, articles in sharing.items():
        assert {rows[article, "shared heading"]["fewestOnHeading"] for article in articles} == {count}
    alone = ("6", "7", "8", "12", "19", "21", "22", "23", "24", "25")
    assert {rows[article, "section"]["fewestOnHeading"] for article in alone} == {1}
    assert {article for article, strength in rows if strength == "explicit"} == {"6"}
    assert {article for article, strength in rows if strength == "same paragraph"} == {"29"}
    # Of what stands under "Articles 17, 18 and 20", nothing is claimed of 18 and 20.
    assert [rows[article, "shared heading"]["claims"] for article in ("18", "20")] == [0, 0]
    assert [rows[article, "shared heading"]["citations"] for article in ("17", "18", "20")] == [29] * 3
    assert (rows["7", "section"]["citations"], rows["7", "section"]["claims"]) == (2, 1)  # 35 and 36; 36
