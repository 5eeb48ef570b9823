"""The SPARQL 1.1 protocol: what is asked in each of its ways, how it is answered, and what is refused."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph
import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node
from served import Served, end, start

from treatygraph.serving.media import TABLES, choose
from treatygraph.store.layout import read_state, store_folder, write_state
from treatygraph.store.writing import keep_store, stored_parts

ASK = "ASK {}"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
SELECT = "SELECT ?name { st:KAZ skos:prefLabel ?name }"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/xml"),
        ("text/csv", "text/csv"),
        ("application/sparql-results+xml, text/csv;q=0.9", "application/sparql-results+xml"),
        ("text/csv;q=0.1, TEXT/tab-separated-values ; q=0.5", "text/tab-separated-values"),
        ("application/*;q=0.5, */*;q=0.1", "application/sparql-results+json"),
        ("text/csv;q=0, */*", "application/sparql-results+json"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=nan", None),
        ("text/csv;q=much", None),
    ],
)
def test_the_narrowest_wish_counts_and_the_usual_form_goes_first(accept: str, kind: str | None) -> None:
    assert choose(accept, tuple(TABLES)) == kind


def test_a_query_comes_in_the_address_in_a_form_or_as_it_is(served: Served) -> None:
    answers = [
        served.query(SELECT),
        served.ask("POST", "/sparql", urlencode({"query": SELECT}).encode(), Content_Type=FORM),
        served.ask("POST", "/sparql", SELECT.encode(), Content_Type=f"{QUERY}; charset=UTF-8"),
    ]
    for got in answers:
        assert (got.status, got.kind) == (200, "application/sparql-results+json")
        assert got.json["results"]["bindings"][0]["name"]["value"] == "Kazakhstan"
        assert got.headers["access-control-allow-origin"] == "*"
        assert got.headers["vary"] == "Accept"
        assert got.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("query", "accept", "kind", "begins"),
    [
        (SELECT, "text/csv", "text/csv", b"name\r\nKazakhstan"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values", b'?name\n"Kazakhstan"'),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        (ASK, "text/csv, application/xml;q=0.5", "application/xml", b"<?xml"),
        (ASK, "*/*", "application/sparql-results+json", b'{"head":{},"boolean":true}'),
        ("DESCRIBE st:KAZ", "", "text/turtle", b"<https://w3id.org/treatygraph/state/KAZ>"),
        ("DESCRIBE st:KAZ", "application/ld+json", "application/ld+json", b"["),
        ("DESCRIBE st:KAZ", "application/n-triples", "application/n-triples", b"<https"),
    ],
)
def test_an_answer_has_the_form_that_is_wanted(
    served: Served, query: str, accept: str, kind: str, begins: bytes
) -> None:
    got = served.query(query, Accept=accept)
    assert (got.status, got.kind) == (200, kind)
    assert got.body.startswith(begins), got.body[:100]


def test_only_the_head_is_sent_where_only_that_is_asked_for(served: Served) -> None:
    got = served.ask("HEAD", "/sparql?" + urlencode({"query": ASK}))
    assert (got.status, got.kind, got.body) == (200, "application/sparql-results+json", b"")
    assert int(got.headers["content-length"]) == len(served.query(ASK).body)


def test_a_page_of_another_place_may_ask(served: Served) -> None:
    got = served.ask("OPTIONS", "/sparql", Origin="https://example.org", Access_Control_Request_Method="POST")
    assert (got.status, got.body) == (204, b"")
    assert got.headers["access-control-allow-origin"] == "*"
    assert got.headers["access-control-allow-methods"] == "GET, HEAD, POST, OPTIONS"
    assert "access-control-allow-credentials" not in got.headers


@pytest.mark.parametrize(
    ("method", "path", "body", "kind", "status", "words"),
    [
        ("GET", "/sparql?query=", b"", "", 400, "cannot be run"),
        ("GET", "/sparql?default-graph-uri=http://x/", b"", "", 400, "has one query, and this has none"),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", b"", "", 400, "has one query, and this has 2"),
        ("GET", "/sparql?query=%FF", b"", "", 400, "not UTF-8"),
        ("GET", "/sparql?" + "a=1&" * 300, b"", "", 400, "more than 200 fields"),
        ("GET", "/sparql?query=ASK%20%7B", b"", "", 400, "cannot be run"),
        ("GET", "/sparql?" + urlencode({"query": "ASK { tre:CED_art_17 ?p ?o", "x": "1"}), b"", "", 400, "cannot be"),
        ("GET", "/sparql?update=CLEAR%20ALL", b"", "", 403, "nothing can be changed"),
        ("GET", "/sparql?query=CLEAR%20ALL", b"", "", 403, "would change or load"),
        ("POST", "/sparql", b"CLEAR ALL", "application/sparql-update", 403, "nothing can be changed"),
        ("POST", "/sparql", b"update=CLEAR+ALL", FORM, 403, "nothing can be changed"),
        ("POST", "/sparql", b"\xff", QUERY, 400, "not UTF-8"),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415, "application/sparql-query"),
        ("POST", "/sparql", b"ASK {}", "", 415, "application/sparql-query"),
        ("POST", "/sparql", b"ASK {}", f"{QUERY}; charset=utf-16", 415, "UTF-8 here, not utf-16"),
        ("POST", "/sparql", b" " * ((1 << 20) + 1), QUERY, 413, "at most 1,048,576 bytes"),
        ("PUT", "/sparql", b"", "", 405, "Not Allowed"),
        ("DELETE", "/q/timeline", b"", "", 405, "Not Allowed"),
    ],
)
def test_what_is_no_query_gets_a_sentence(
    served: Served, method: str, path: str, body: bytes, kind: str, status: int, words: str
) -> None:
    got = served.ask(method, path, body, **({"Content_Type": kind} if kind else {}))
    assert (got.status, got.kind) == (status, "text/plain")
    assert words in got.text
    assert len(got.text.splitlines()) == 1


def test_a_form_that_an_answer_does_not_have_is_406(served: Served) -> None:
    got = served.query("DESCRIBE st:KAZ", Accept="text/csv")
    assert (got.status, got.text) == (
        406,
        "This answer is to be had as text/turtle, application/n-triples, application/ld+json, application/rdf+xml.\n",
    )


def test_without_a_query_the_service_describes_itself(served: Served) -> None:
    got = served.get("/sparql")
    sd = Namespace("http://www.w3.org/ns/sparql-service-description#")
    graph = Graph().parse(data=got.body, format="turtle")
    (service,) = graph.subjects(RDF.type, sd.Service)
    assert str(graph.value(service, sd.endpoint)) == f"{served.address}sparql"
    assert (service, sd.supportedLanguage, sd.SPARQL11Query) in graph


# Beside those of tests/query/test_safety.py, which are asked here too.
REACH_OUT = (
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "ASK { ?s ?p ?o MINUS { SERVICE <URL> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { OPTIONAL { SERVICE <URL> { ?s ?p ?o } } }",
    "DESCRIBE ?s { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } }",
    "BASE <URL> SELECT * { SERVICE <a> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o } VALUES ?x { 1 } # \r SERVICE <URL> {}\n{ SERVICE <URL> {} }",
    "select * { sErViCe sIlEnT <URL> { ?s ?p ?o } }",
    "SELECT*{?s?p?o.SERVICE\t<URL>\t{}}",
    "ASK {}; LOAD <URL>",
    "WITH <URL> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "COPY <URL> TO DEFAULT",
)


def test_nothing_reaches_out(served: Served, listener: tuple[str, list[bytes]]) -> None:
    from test_safety import REACH_OUT as KNOWN

    url, asked = listener
    for query in (*KNOWN, *REACH_OUT):
        got = served.query(query.replace("URL", url))
        assert got.status in (400, 403), (query, got.status, got.text)
    for field in ("default-graph-uri", "named-graph-uri"):
        got = served.get("/sparql?" + urlencode({"query": "SELECT * { ?s ?p ?o }", field: url}))
        assert (got.status, got.json["results"]["bindings"]) == (200, [])
    assert served.get("/describe?" + urlencode({"iri": url})).status == 404
    assert asked == []


def test_innocent_words_are_answered(served: Served) -> None:
    from test_safety import INNOCENT

    for query in INNOCENT:
        assert served.query(query).status == 200, query


MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
DATA = "http://kasei.us/2009/09/sparql/data/"
FORMS = {
    "tabular": {"application/sparql-results+xml", "application/sparql-results+json", "text/csv",
                "text/tab-separated-values"},
    "boolean": {"application/sparql-results+xml", "application/sparql-results+json"},
    "RDF": {"application/rdf+xml", "text/turtle", "application/n-triples", "application/ld+json"},
}  # fmt: skip


@pytest.fixture(scope="module")
def with_documents(ten_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service whose store has the three documents that the tests of the W3C ask of, each in a graph of its own."""
    output = Path(shutil.copytree(ten_reports, tmp_path_factory.mktemp("protocol") / "ten"))
    keep_store(output)
    state = read_state(output)
    assert state is not None
    folder = store_folder(output) / state.generation
    store = pyoxigraph.Store(str(folder))
    kind, document = pyoxigraph.NamedNode(str(RDF.type)), pyoxigraph.NamedNode("http://xmlns.com/foaf/0.1/Document")
    for number in (1, 2, 3):
        node = pyoxigraph.NamedNode(f"{DATA}data{number}.rdf")
        store.add(pyoxigraph.Quad(node, kind, document, node))
    store.flush()
    del store
    write_state(output, type(state)(**{**vars_of(state), "parts": stored_parts(folder)}))
    service = start(output)
    yield service
    end(service)


def vars_of(state: object) -> dict[str, object]:
    return {name: getattr(state, name) for name in state.__dataclass_fields__}


def protocol_tests(manifest: Graph) -> dict[str, list[Node]]:
    """The requests of each test, by the test's name."""
    found = {}
    for test in manifest.subjects(RDF.type, MF.ProtocolTest):
        action = manifest.value(test, MF.action)
        found[str(test).rpartition("#")[2]] = list(Collection(manifest, manifest.value(action, HT.requests)))
    return found


def asked_as(manifest: Graph, request: Node, served: Served) -> tuple[object, ...]:
    """What is wrong with the answer to a request of the manifest; nothing where it is as it should be."""
    path, body = str(manifest.value(request, HT.absolutePath)), manifest.value(request, HT.body)
    content = None
    if body is not None:
        encoding = str(manifest.value(body, CNT.characterEncoding) or "utf-8")
        content = str(manifest.value(body, CNT.chars)).encode(encoding)
    fields = manifest.value(request, HT.headers)
    headers = {
        str(manifest.value(field, HT.fieldName)): str(manifest.value(field, HT.fieldValue))
        for field in (Collection(manifest, fields) if fields is not None else ())
    }
    query = path.partition("?")[2]
    got = served.ask(str(manifest.value(request, HT.methodName)), f"/sparql{'?' * bool(query)}{query}", content,
                     **{name.replace("-", "_"): value for name, value in headers.items()})  # fmt: skip
    wanted = manifest.value(request, HT.resp)
    statuses = {str(status)[-3] for status in manifest.objects(wanted, MF.expectedStatus)}
    form, truth = manifest.value(wanted, MF.expectedFormat), manifest.value(wanted, MF.expectedBoolean)
    wrong: list[object] = []
    if str(got.status)[0] not in statuses:
        wrong.append((got.status, statuses, got.text))
    elif form is not None and got.kind not in FORMS[str(form)]:
        wrong.append((got.kind, form))
    elif truth is not None and (json.loads(got.body)["boolean"] is not truth.toPython()):
        wrong.append((got.text, truth))
    return tuple(wrong)


def test_the_protocol_tests_of_the_w3c_pass(shared: Path, with_documents: Served) -> None:
    """All of a query; of an update those that are to fail, since nothing here can be changed."""
    manifest = Graph().parse(shared / "schemas" / "sparql-protocol" / "manifest.ttl")
    tests = protocol_tests(manifest)
    wrong = {}
    asked = []
    for name, requests in tests.items():
        if "update" in name and not re.match(r"bad_", name):
            continue
        asked.append(name)
        for request in requests:
            if problems := asked_as(manifest, request, with_documents):
                wrong[name] = problems
    assert not wrong
    assert len([name for name in asked if "update" not in name]) == 20
    assert len([name for name in asked if "update" in name]) == 7


def test_a_graph_is_asked_by_its_name(served: Served) -> None:
    graph = "https://w3id.org/treatygraph/graph/CED-C-KAZ-1"
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    whole, one, again = (
        int(served.get(path).json["results"]["bindings"][0]["n"]["value"])
        for path in (
            "/sparql?" + urlencode({"query": count}),
            "/sparql?" + urlencode({"query": count, "default-graph-uri": graph}),
            "/sparql?query=" + quote(count.replace("{", f"FROM <{graph}> {{", 1)),
        )
    )
    assert whole > one == again > 0
