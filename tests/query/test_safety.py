"""Queries from somewhere else: what would reach out is refused before anything is sent, what does not end is ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph

from treatygraph.errors import ReadingError
from treatygraph.query import Bounds, Engine, QueryBoundError, QueryError, QueryRefusedError, open_store, run_query
from treatygraph.query.sparql import DEEPEST, check_text, looks_like_sparql

ENGINES: tuple[Engine, ...] = ("oxigraph", "rdflib")

# URL stands for a listener on this machine.
REACH_OUT = (
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "select*{service<URL>{?s ?p ?o}}",
    r"SELECT * { \u0053ERVICE <URL> { ?s ?p ?o } }",
    r"SELECT * { S\U00000045RVICE <URL> { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?x) SERVICE?x{} }",
    "SELECT * { SERVICE SILENT <URL> {} }",
    "PREFIX a: <URL> SELECT * { SERVICE a: { ?s ?p ?o } }",
    'SELECT * { ?s ?p "it\\"s" . SERVICE <URL> {} }',
    "SELECT * { ?s ?p '''a'b''' SERVICE<URL>{} }",
    "SELECT * { ?s ?p ?o # a comment\n SERVICE <URL> {} }",
    r"SELECT * { # \u000A SERVICE <URL> {} " + "\n}",
    "SELECT * { <http://x/a#b> ?p ?o . SERVICE <URL> {} }",
    "SELECT * { ?s ?p 1.SERVICE <URL> {} }",
    "SELECT * { ?s ?p ?o FILTER(?o<?x&&?o>3) . SERVICE <URL> {} }",
    # "less than a string" for a parser, though it looks like an IRI: the strings begin and end elsewhere.
    "SELECT * { ?s ?p ?o FILTER(?o<'a>b') SERVICE <URL> {} FILTER(?o='c') }",
    # An empty string and another, since a string of many lines does not end, or has an escape that is none.
    'SELECT * { VALUES ?x { """abc" } SERVICE <URL> {} }',
    'SELECT * { VALUES ?x { """" } SERVICE <URL> {} } # \\q"""',
    'SELECT * { VALUES ?x { """" } SERVICE <URL> {} } # \\uD800"""',
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "PREFIX a: <URL> ASK FROM NAMED a: { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <http://x/>",
    "INSERT DATA { <http://x/> <http://x/> 1 }",
    "PREFIX a: <http://x/> DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
)
INNOCENT = (
    'SELECT ?service { ?service ?p "SERVICE <http://x>" }',
    "PREFIX service: <http://s/> SELECT * { service:x service:service ?load }",
    "SELECT * { ?s <http://x/SERVICE> ?o } # SERVICE <http://x/> {}",
    'SELECT * { ?s ?p "x"@en , "LOAD" }',
    "SELECT (1 AS ?SERVICE) {}",
    'SELECT * { ?s ?p """a "SERVICE" b""" }',
    "ASK { _:service ?p 'service' }",
    "SELECT * { ?s ?p ?o FILTER(?o<5 && ?o>3) }",
    "SELECT * { ?s <http://x/O'Neil#> 'SERVICE' }",
    r"SELECT * { ?s ?p 'caf\u00E9 SERVICE' }",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A graph of one triple."""
    path = tmp_path / "graph.nt"
    path.write_text('<http://a/> <http://p/> "1" .\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("query", REACH_OUT)
def test_a_query_that_reaches_out_is_refused_in_both_engines(query: str, listener: tuple[str, list[bytes]]) -> None:
    url, asked = listener
    text = query.replace("URL", url)
    graph = Graph().parse(data='<http://a/> <http://p/> "1" .', format="nt")
    for source, engine in ((open_store(graph), "oxigraph"), (graph, "rdflib")):
        with pytest.raises(QueryRefusedError, match=r"^The query as written (asks|would change or load)"):
            run_query(source, text, engine=engine)
    assert asked == []


@pytest.mark.parametrize("engine", ENGINES)
def test_so_it_is_of_a_file(engine: Engine, file: Path, listener: tuple[str, list[bytes]]) -> None:
    url, asked = listener
    for text in (REACH_OUT[2], "SELECT * FROM <URL> { ?s ?p ?o }", "LOAD <URL>"):
        with pytest.raises(QueryRefusedError):
            run_query(file, text.replace("URL", url), engine=engine)
    assert asked == []


@pytest.mark.parametrize("engine", ENGINES)
def test_what_the_look_at_the_tokens_missed_would_not_get_out(
    engine: Engine, listener: tuple[str, list[bytes]]
) -> None:
    """The child can open no connection: `SERVICE` and `FROM` fail there though nothing looked at the text."""
    url, asked = listener
    script = f"""
import sys
from treatygraph.query import child, engines
from treatygraph.query.questions import Question
child.check_text = engines.check_graphs = engines.check_algebra = lambda *_: None
sys.addaudithook(child.refuse_ways_out)
for text in ("SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}", "SELECT * FROM <{url}> {{ ?s ?p ?o }}"):
    try:
        print(child.ask_here({str(Path(__file__).parents[2] / "ontology" / "codes.ttl")!r}, Question("q", text), text,
              {engine!r}, alone=True).rows)
    except Exception as error:
        print(type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == (["QueryError", "()"] if engine == "oxigraph" else ["QueryError"] * 2), done
    assert asked == []


@pytest.mark.parametrize("query", INNOCENT)
def test_the_word_where_it_does_nothing_is_answered(query: str) -> None:
    for source, engine in ((pyoxigraph.Store(), "oxigraph"), (Graph(), "rdflib")):
        run_query(source, query, engine=engine)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 20_000 + "}" * 20_000,
        "SELECT * { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }",
        "SELECT * { ?s ?p " + "(" * (DEEPEST + 1) + ")" * (DEEPEST + 1) + "}",
    ],
    ids=["braces", "parentheses", "just too deep"],
)
def test_brackets_without_end_are_one_sentence(query: str) -> None:
    for source, engine in ((pyoxigraph.Store(), "oxigraph"), (Graph(), "rdflib")):
        with pytest.raises(
            QueryRefusedError, match=r"^The query as written has more than 256 brackets in one another;"
        ):
            run_query(source, query, engine=engine)


def test_what_is_deep_without_brackets_ends_its_process_and_no_other(file: Path) -> None:
    with pytest.raises(QueryBoundError, match=r"needs more than 4,096 MB of memory, or is nested too deeply"):
        run_query(file, "SELECT * { FILTER(" + "!" * 50_000 + "true) }")


MANY = "VALUES ?%s { " + " ".join(map(str, range(3000))) + " }"
WITHOUT_END = {
    "cross product": "SELECT (COUNT(*) AS ?n) { " + "".join(MANY % name for name in "abc") + " }",
    "path": "SELECT * { ?s " + "/".join(["<http://p/>"] * 3000) + " ?o }",
    "joins": "SELECT * {" + "?s ?p ?o . " * 2000 + "}",
}


@pytest.mark.parametrize("query", WITHOUT_END.values(), ids=WITHOUT_END)
def test_a_query_without_end_is_ended_at_the_bound_of_time(query: str, file: Path) -> None:
    with pytest.raises(QueryBoundError, match=r"was ended after 0.5 seconds of processor time; .* --timeout\.$"):
        run_query(file, query, bounds=Bounds(seconds=0.5))


def test_in_rdflib_a_regular_expression_has_no_end_either(file: Path) -> None:
    bomb = "ASK { FILTER REGEX('" + "a" * 60 + "b', '^(a+)+$') }"
    assert run_query(file, "SELECT * { " + bomb.removeprefix("ASK { ")).rows == ()  # Oxigraph's are linear
    with pytest.raises(QueryBoundError, match="4 seconds of processor time"):
        run_query(file, "SELECT * { " + bomb.removeprefix("ASK { "), engine="rdflib", bounds=Bounds(seconds=4))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("twice", ["CONCAT(?a#, ?a#)", "REPLACE(?a#, 'a', 'aa')"])
def test_a_text_that_grows_without_end_is_ended_at_the_bound_of_memory(twice: str, engine: Engine, file: Path) -> None:
    doubled = "".join(f"BIND({twice.replace('#', str(n))} AS ?a{n + 1}) " for n in range(36))
    with pytest.raises(QueryBoundError, match=r"more than 700 MB of memory, .* --memory\.$"):
        run_query(file, f"SELECT ?a36 {{ BIND('a' AS ?a0) {doubled} }}", engine=engine, bounds=Bounds(megabytes=700))


def test_an_answer_without_end_is_ended_at_the_bound_of_rows(file: Path) -> None:
    query = "SELECT * { " + "".join(MANY % name for name in "ab") + " }"
    with pytest.raises(QueryBoundError, match=r"its answer has more than 1,000 rows or 128 MB; .* LIMIT at its end\.$"):
        run_query(file, query, bounds=Bounds(rows=1000))
    with pytest.raises(QueryBoundError, match=r"its answer has more than 1,000,000 rows or 1 MB;"):
        run_query(file, f"SELECT * {{ {query} LIMIT 500000 }}".replace("{ SELECT", "{ { SELECT") + "}",
                  bounds=Bounds(answer_megabytes=1))  # fmt: skip
    assert len(run_query(file, f"{query} LIMIT 1000", bounds=Bounds(rows=1000)).rows) == 1000


@pytest.mark.parametrize("bounds", [{"seconds": 0}, {"seconds": float("nan")}, {"seconds": 1e9}, {"rows": 0}])
def test_bounds_are_bounds(bounds: dict[str, float]) -> None:
    with pytest.raises(QueryError, match=r"^A query"):
        Bounds(**bounds)  # type: ignore[arg-type]


def test_nothing_in_the_folder_is_imported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyoxigraph", "json", "treatygraph"):
        (file.parent / f"{name}.py").write_text("open('imported', 'w')", encoding="utf-8")
    monkeypatch.chdir(file.parent)
    assert run_query("graph.nt", "SELECT ?o { ?s ?p ?o }").rows == (("1",),)
    assert not (file.parent / "imported").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_every_value_comes_back_as_it_was(engine: Engine, file: Path) -> None:
    values = '1 2.50 1.5e0 true "1997-07-16"^^xsd:date "1997-02-30"^^xsd:date "Қазақ \\n\\t\\u0001" <http://x/>'
    store, query = open_store(file), f"SELECT ?v {{ VALUES ?v {{ {values} }} }}"
    answer = run_query(file, query, engine=engine)
    assert answer == run_query(store, query, engine=engine)
    assert list(map(type, answer.column("v"))) == list(map(type, run_query(store, query).column("v")))


ALIKE = (
    "SELECT * { ?z <http://p/> ?a }",
    "CONSTRUCT WHERE { ?s <http://p/> ?o }",
    "DESCRIBE <http://a/>",
    "ASK { ?s ?p ?o }",
    "SELECT * { GRAPH ?g { ?s ?p ?o } }",
    "ASK { GRAPH <http://nowhere/> { ?s ?p ?o } }",
    "SELECT ?o { ?s <http://p/> ?o MINUS { ?s tg:kind kind:act } }",  # prefixes of the vocabulary
    "PREFIX tg: <http://> SELECT ?o { ?s <http://p/> ?o }",
)


@pytest.mark.parametrize("query", ALIKE)
def test_both_engines_answer_alike(query: str, file: Path) -> None:
    assert run_query(file, query) == run_query(file, query, engine="rdflib")


def test_graphs_that_are_held_may_be_asked_by_from() -> None:
    store = pyoxigraph.Store()
    a, g = pyoxigraph.NamedNode("http://a/"), pyoxigraph.NamedNode("https://w3id.org/treatygraph/graph/untc")
    store.add(pyoxigraph.Quad(a, a, a, g))
    for engine in ENGINES:
        assert len(run_query(store, "SELECT * FROM g:untc { ?s ?p ?o }", engine=engine).rows) == 1
        assert len(run_query(store, "SELECT * FROM NAMED g:untc { GRAPH ?g { ?s ?p ?o } }", engine=engine).rows) == 1
        with pytest.raises(QueryRefusedError, match=r"no graph here \(there are: <.*untc>\); nothing is fetched\.$"):
            run_query(store, "SELECT * FROM g:other { ?s ?p ?o }", engine=engine)


def test_a_byte_order_mark_is_no_error(file: Path) -> None:
    query = file.with_name("marked.rq")
    query.write_text("SELECT ?o { ?s ?p ?o }", encoding="utf-8-sig")
    assert run_query(file, query).rows == (("1",),)
    assert run_query(open_store(file), "\ufeffSELECT ?o { ?s ?p ?o }").rows == (("1",),)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("SELECT * { ?s ?p ?o }", True),
        ("# what?\nPREFIX a: <http://a/>\nBASE <http://b/> ask{}", True),
        ("describe <http://a/>", True),
        ("INSERT DATA { }", True),
        ("select-laws", False),
        ("laws-under-article", False),
        ("SELECT", False),
        ("my query.rq", False),
    ],
)
def test_a_text_is_told_from_a_name(text: str, is_one: bool) -> None:
    assert looks_like_sparql(text) is is_one


def test_a_text_that_is_no_query_is_named_with_few_of_its_words() -> None:
    with pytest.raises(QueryError, match=r"^There is no query named (no ){26}n…? ?o?…? and no such file"):
        run_query(Graph(), "no " * 5000)


def test_the_named_queries_are_allowed(project: Path) -> None:
    for path in (project / "ontology" / "queries").glob("*.rq"):
        check_text(path.stem, path.read_text(encoding="utf-8"))


RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x/">'
NESTED = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
LONG = f'<!ENTITY a "{"a" * 100_000}">'


def described(content: str) -> str:
    return f'<rdf:Description rdf:about="http://s/"><x:p>{content}</x:p></rdf:Description></rdf:RDF>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"<!DOCTYPE r [{NESTED}]>{RDF}{described('&a9;')}", "entities make it"),
        (f'<!DOCTYPE r [{NESTED}]>{RDF}<x:C rdf:about="http://x/&a9;"/></rdf:RDF>', "entities make it"),
        (f"<!DOCTYPE r [{LONG}]>{RDF}{described('&a;' * 2000)}", "entities make it"),
        (RDF + "<rdf:Description><x:p>" * 2000, "more than 1,000 elements in one another"),
    ],
    ids=["nested", "in an attribute", "long and often", "deep"],
)
def test_rdf_xml_that_is_made_to_be_slow_is_one_sentence(content: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "bomb.rdf"
    for encoding in ("utf-8", "utf-16"):
        file.write_text(f'<?xml version="1.0" encoding="{encoding}"?>{content}', encoding=encoding)
        with pytest.raises(ReadingError, match=words):
            open_store(file)


def test_entities_that_stand_for_namespaces_are_read(tmp_path: Path) -> None:
    file = tmp_path / "ontology.rdf"
    entities = '<!ENTITY x "http://x/"><!ENTITY y "&x;y">'
    file.write_text(f'<!DOCTYPE r [{entities}]>{RDF}<x:C rdf:about="&y;"/></rdf:RDF>', encoding="utf-8")
    assert run_query(file, "SELECT ?s { ?s a <http://x/C> }").rows == (("http://x/y",),)
