"""The questions themselves: their headers, their parameters, and the same answers from both engines."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from treatygraph.errors import ReadingError
from treatygraph.graph import to_turtle
from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.ontology import load_treaties
from treatygraph.query import Iri, QueryError, find_query, list_queries, open_store, run_query
from treatygraph.query.answers import read_literal
from treatygraph.query.checking import KINDS
from treatygraph.report import Annotated, Entity

NAMES = [question.name for question in list_queries()]
# What compares two reports cannot be asked of one (asked of ten, in both engines).
OF_TWO = {"new-in-later-report", "two-states-under-article"}


def asked_for(name: str) -> dict[str, str | int]:
    """The parameters of a question: its examples."""
    return {p.name: p.example for p in find_query(name).parameters}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in OF_TWO])
def test_both_engines_give_the_same_answer(name: str, gold_store: pyoxigraph.Store, gold_graph: Graph) -> None:
    parameters = asked_for(name)
    oxigraph = run_query(gold_store, name, parameters)
    rdflib = run_query(gold_graph, name, parameters, engine="rdflib")
    assert oxigraph.columns == rdflib.columns
    assert oxigraph.rows == rdflib.rows


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_asked_in_words_and_is_whole_sparql(name: str) -> None:
    question = find_query(name)
    assert question.question.endswith(("?", "."))
    assert question.scope in ("report", "corpus")
    pyoxigraph.Store().query(question.text)
    Graph().query(question.text)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_declares_the_prefixes_it_uses_as_the_vocabulary_has_them(name: str) -> None:
    text = find_query(name).text
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", text, re.MULTILINE))
    body = re.sub(r"^(PREFIX|#) .+$", "", text, flags=re.MULTILINE)
    assert declared == {prefix: PREFIXES[prefix] for prefix in declared}
    assert set(declared) == {prefix for prefix in PREFIXES if re.search(rf"(?<![\w?]){prefix}:", body)}


@pytest.mark.parametrize("name", NAMES)
def test_a_question_about_one_report_finds_something_in_this_one(name: str, gold_store: pyoxigraph.Store) -> None:
    # A check that should find nothing; what this report says of no law (asked of ten reports).
    empty = {"offset-check", "laws-said-to-fall-short", "repealed-laws-still-cited"}
    empty |= {"reservations", "subnational-laws", "laws-since-ratification"}
    if find_query(name).scope == "report" and name not in empty:
        assert run_query(gold_store, name, asked_for(name)).rows


@pytest.mark.parametrize("name", NAMES)
def test_of_nothing_nothing_is_answered(name: str) -> None:
    """rdflib makes one empty group of none, which then joins with all that there is."""
    assert run_query(pyoxigraph.Store(), name, asked_for(name)).rows == ()
    assert run_query(Graph(), name, asked_for(name), engine="rdflib").rows == ()


def test_there_are_forty_five_questions_and_more() -> None:
    assert len(NAMES) >= 45
    assert len(set(NAMES)) == len(NAMES)


def test_a_parameter_replaces_the_example(gold_store: pyoxigraph.Store) -> None:
    question = find_query("laws-under-article")
    assert [(p.name, p.kind, p.example, p.required) for p in question.parameters] == [
        ("article", "article", "17", True)
    ]
    assert 'VALUES ?article { "6" }' in question.ask({"article": 6})
    assert question.put({}) == question.text


@pytest.mark.parametrize("name", [name for name in NAMES if find_query(name).parameters])
def test_nothing_is_answered_that_nobody_asked_for(name: str, gold_store: pyoxigraph.Store) -> None:
    """An answer for article 17 would be taken for one about the treaty."""
    first = find_query(name).parameters[0]
    with pytest.raises(QueryError, match=f"{name} needs --{first.name}, .*; for example {first.option}") as error:
        run_query(gold_store, name)
    assert error.value.exit_code == 2


def test_a_kind_of_value_is_one_that_can_be_looked_up() -> None:
    kinds = {parameter.kind for name in NAMES for parameter in find_query(name).parameters}
    assert kinds - {""} == set(KINDS)


@given(st.text())
def test_a_parameter_stays_a_string_whatever_is_in_it(value: str) -> None:
    query = find_query("citations-of-law").put({"law": value})
    values = re.search(r'VALUES \?law \{ ("(?:[^"\\]|\\.)*") \}', query)
    assert values
    if "\ud800" <= max(value, default="") <= "\udfff":
        return
    store = pyoxigraph.Store()
    [solution] = store.query(f"SELECT ?name WHERE {{ VALUES ?name {{ {values[1]} }} }}")
    assert solution["name"].value == value


def test_an_unknown_parameter_is_named_with_those_there_are(gold_store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match="has no parameter law; it has: article"):
        run_query(gold_store, "laws-under-article", {"law": "x"})


def test_a_default_of_a_query_of_ones_own_stays(tmp_path: Path, gold_store: pyoxigraph.Store) -> None:
    file = tmp_path / "own.rq"
    file.write_text("# optional: least: so many\nSELECT ?least { VALUES ?least { 2 } }", encoding="utf-8")
    assert run_query(gold_store, file).rows == ((2,),)
    assert run_query(gold_store, file, {"least": "3"}).rows == ((3,),)
    with pytest.raises(QueryError, match="least is a whole number, not 'many'"):
        run_query(gold_store, file, {"least": "many"})


def test_an_unknown_query_is_one_sentence(gold_store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match=r"There is no query named laws-under-artcle .*: laws-under-article, "):
        run_query(gold_store, "laws-under-artcle")


def test_a_query_of_ones_own(tmp_path: Path, gold_store: pyoxigraph.Store, gold_graph: Graph) -> None:
    file = tmp_path / "own.rq"
    file.write_text("ASK { ?x a <https://w3id.org/treatygraph/ont#Table> }", encoding="utf-8")
    for source, engine in ((gold_store, "oxigraph"), (gold_graph, "rdflib")):
        answer = run_query(source, file, engine=engine)
        assert (answer.columns, answer.rows) == (("answer",), ((True,),))
    file.write_text("SELECT WHERE", encoding="utf-8")
    for source, engine in ((gold_store, "oxigraph"), (gold_graph, "rdflib")):
        with pytest.raises(QueryError, match="The query own cannot be run"):
            run_query(source, file, engine=engine)


def test_a_graph_is_found_in_a_file_a_folder_and_a_folder_of_folders(tmp_path: Path, gold: Annotated) -> None:
    folder = tmp_path / "CED-C-KAZ-1"
    folder.mkdir()
    (folder / "graph.ttl").write_bytes(to_turtle(gold))
    for source in (folder / "graph.ttl", folder, tmp_path, str(tmp_path)):
        assert len(run_query(source, "laws-under-article", {"article": 17}).rows) == 14
    stored = pyoxigraph.Store(str(tmp_path / "store"))
    stored.bulk_load(to_turtle(gold), format=pyoxigraph.RdfFormat.TURTLE)
    stored.flush()
    del stored
    assert len(run_query(tmp_path / "store", "laws-under-article", {"article": 17}).rows) == 14


def test_a_place_without_a_graph_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no graph here"):
        open_store(tmp_path)
    (tmp_path / "graph.ttl").write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"graph.ttl: this is not a well-formed graph"):
        open_store(tmp_path)
    with pytest.raises(ReadingError, match="this is no file of RDF"):
        open_store(Path(__file__))


def test_literals_become_values() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert read_literal("72", xsd + "integer") == 72
    assert read_literal("0.9", xsd + "decimal") == Decimal("0.9")
    assert read_literal("1997-07-16", xsd + "date") == datetime.date(1997, 7, 16)
    assert read_literal("true", xsd + "boolean") is True
    assert read_literal("2009", xsd + "gYear") == 2009
    assert read_literal("1997-02-30", xsd + "date") == "1997-02-30"
    assert read_literal("Criminal Code", "") == "Criminal Code"


def later_report(gold: Annotated) -> Annotated:
    """A second report of the same State, under another treaty, with one law more."""
    law = Entity(
        "KAZ-act-new",
        "instrument",
        "Act of 1 May 2015 on the Search",
        "act",
        "national",
        date="2015-05-01",
        state="KAZ",
    )
    mention = next(m for m in gold.mentions if m.unit == "72" and m.type == "instrument")
    return replace(
        gold,
        report=replace(gold.report, symbol="CRPD/C/KAZ/2", treaty="CRPD"),
        mentions=tuple(replace(m, entity=law.id) if m == mention else m for m in gold.mentions if m.entity != "CRPD"),
        entities=(*gold.entities, law),
    )


@pytest.fixture(scope="module")
def corpus(gold: Annotated) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for annotated in (gold, later_report(gold)):
        store.bulk_load(to_turtle(annotated), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def test_what_a_later_report_cites_for_the_first_time(corpus: pyoxigraph.Store) -> None:
    answer = run_query(corpus, "new-in-later-report", {"earlier": "CED/C/KAZ/1", "later": "CRPD/C/KAZ/2"})
    assert answer.column("name") == ("Act of 1 May 2015 on the Search",)


def test_laws_cited_under_two_treaties_bridge_them(corpus: pyoxigraph.Store) -> None:
    shared = run_query(corpus, "laws-under-several-treaties")
    assert set(shared.column("treaty")) == {"CED", "CRPD"}
    assert "Criminal Code" in shared.column("name")
    assert "Act of 1 May 2015 on the Search" not in shared.column("name")
    bridges = run_query(corpus, "bridges-between-treaties")
    assert bridges.rows[0][bridges.columns.index("article1")].startswith("CED, art. ")
    assert {str(name)[:4] for name in bridges.column("article2")} == {"CRPD"}


def test_corpus_questions_answer_alike_in_both_engines(corpus: pyoxigraph.Store) -> None:
    both = {"new-in-later-report": {"earlier": "CED/C/KAZ/1", "later": "CRPD/C/KAZ/2"}}
    for name in ("laws-under-several-treaties", "compare-states", "who-says-so", "new-in-later-report"):
        parameters = asked_for(name) | both.get(name, {})
        oxigraph = run_query(corpus, name, parameters)
        assert oxigraph.rows
        assert oxigraph == run_query(corpus, name, parameters, engine="rdflib")


def test_iris_are_told_from_strings(gold_store: pyoxigraph.Store) -> None:
    answer = run_query(gold_store, "laws-under-article", {"article": "17"})
    assert all(isinstance(law, Iri) for law in answer.column("law"))
    assert not any(isinstance(name, Iri) for name in answer.column("name"))


def test_the_substantive_articles_of_every_treaty_are_told() -> None:
    """A treaty that the question does not know would have no row, as if a law carried all its articles out."""
    told = dict(re.findall(r'\("([A-Z-]+)" (\d+)\)', find_query("articles-without-law").text))
    treaties = {treaty.abbreviation: treaty for treaty in load_treaties()}
    assert set(told) == set(treaties)
    assert all(treaties[short].may_have(last) for short, last in told.items())
