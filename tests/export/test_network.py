"""The network of articles and law, and its files, read back by the programs' own rules where these are at hand."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from treatygraph.corpus.build import Built
from treatygraph.export import Network, Node, project_articles_to_law, to_networkx
from treatygraph.export.formats import edges_csv, gexf, graphml, nodes_csv, write_network
from treatygraph.graph import find_citations
from treatygraph.query import run_query
from treatygraph.report import Annotated, Entity, Line, Mention, Report, Source, Unit

HOSTILE = 'Act "No. 1" <b>&amp; قانون 🏛\x0b\ud800 https://example.org/?a=1&b#c'

PARAGRAPHS = {
    "7": (("2", "10"), 3, "The Prisons Act and the draft Code apply. The Prisons Act is in force."),
    "8": (("2",), 4, "Section 5 of the Prisons Act applies."),
    "9": ((), 5, "Article 10 of the Convention is given effect by the Prisons Act."),
    "10": (("16",), 6, "Kazakhstan joined the Slavery Convention."),
}
ENTITIES = (
    Entity("KAZ_act_prisons", "instrument", "Prisons Act", "act", "national", date="2001-05-03", state="KAZ"),
    Entity("KAZ_bill_code", "instrument", "draft Code", "bill", "national", state="KAZ"),
    Entity("INT_treaty_slavery", "instrument", "Slavery Convention", "treaty", "international", date="1926"),
    Entity("KAZ_act_uncited", "instrument", "Act on Roads", "act", "national", state="KAZ"),
    Entity("CED", "instrument", "Convention", "treaty", "international"),
)


def mention(unit: str, words: str, entity: str, kind: str = "instrument", nth: int = 1, **more: object) -> Mention:
    text, start = PARAGRAPHS[unit][2], -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Mention(unit, kind, start, start + len(words), words, rule="by hand", entity=entity, **more)  # type: ignore[arg-type]


@pytest.fixture
def network() -> Network:
    units = tuple(
        Unit(
            name,
            "paragraph",
            text,
            convention_articles=articles,
            lines=(Line(0, len(text), page, 0.0, 10.0, tuple(map(float, range(len(text) + 1)))),),
        )
        for name, (articles, page, text) in PARAGRAPHS.items()
    )
    report = Report("CED/C/KAZ/9", "KAZ", "CED", "", units, Source("a.pdf", "0", "application/pdf"))
    mentions = (
        mention("7", "Prisons Act", "KAZ_act_prisons"),
        mention("7", "draft Code", "KAZ_bill_code"),
        mention("7", "Prisons Act", "KAZ_act_prisons", nth=2),
        mention("8", "Section 5 of the Prisons Act", "KAZ_act_prisons", "provision", targets=(("sec:5",),)),
        mention("9", "Article 10 of the Convention", "CED", "provision", targets=(("art:10",),)),
        mention("9", "Prisons Act", "KAZ_act_prisons"),
        mention("10", "Slavery Convention", "INT_treaty_slavery"),
    )
    annotated = Annotated(report, mentions, ENTITIES)
    return project_articles_to_law(annotated, find_citations(annotated))


@pytest.fixture
def hostile(network: Network) -> Network:
    node = Node("n9", HOSTILE, {"iri": "https://example.org/?a=1&b#c", "aliases": ("a|b; c", HOSTILE)})
    return replace(network, nodes=(*network.nodes, node))


def edges(network: Network) -> dict[tuple[str, str], dict]:
    labels = {node.id: node.label for node in network.nodes}
    return {
        (labels[edge.source], labels[edge.target]): {"weight": edge.weight, **edge.attributes} for edge in network.edges
    }


def test_articles_come_by_number_and_only_what_is_linked_is_there(network: Network) -> None:
    assert [node.label for node in network.nodes] == [
        "CED, art. 2",
        "CED, art. 10",
        "CED, art. 16",
        "Prisons Act",
        "draft Code",
        "Slavery Convention",
    ]
    assert [node.id for node in network.nodes] == ["n0", "n1", "n2", "n3", "n4", "n5"]


def test_an_edge_counts_paragraphs_and_keeps_the_best_strength(network: Network) -> None:
    found = edges(network)

    under_2 = found["CED, art. 2", "Prisons Act"]
    assert (under_2["weight"], under_2["strength"], under_2["article_count"]) == (2, "section", 1)
    assert (under_2["paragraphs"], under_2["pages"], under_2["provisions"]) == (("7", "8"), ("3", "4"), ("sec:5",))

    under_10 = found["CED, art. 10", "Prisons Act"]
    assert (under_10["weight"], under_10["strength"]) == (2, "explicit")
    assert "article_count" not in under_10


def test_the_relation_tells_law_from_bills_and_treaties(network: Network) -> None:
    assert {pair: edge["relation"] for pair, edge in edges(network).items()} == {
        ("CED, art. 2", "Prisons Act"): "implementedBy",
        ("CED, art. 2", "draft Code"): "plannedBy",
        ("CED, art. 10", "Prisons Act"): "implementedBy",
        ("CED, art. 10", "draft Code"): "plannedBy",
        ("CED, art. 16", "Slavery Convention"): "supportedBy",
    }


def test_a_node_says_what_it_is(network: Network) -> None:
    article, law = network.nodes[1], network.nodes[3]
    assert article.attributes["iri"] == "https://w3id.org/treatygraph/treaty/CED__art_10"
    assert article.attributes["topic"] == "Custody and preliminary inquiry of suspects"
    assert law.attributes == {
        "iri": "https://w3id.org/treatygraph/instrument/KAZ_act_prisons",
        "category": "law",
        "instrument_kind": "act",
        "state": "KAZ",
        "date": "2001-05-03",
        "year": 2001,
        "paragraph_count": 3,
    }


def test_every_attribute_has_a_declared_column_of_its_type(network: Network) -> None:
    types = {"string": str, "integer": int, "double": float, "strings": tuple}
    for items, columns in ((network.nodes, network.node_columns), (network.edges, network.edge_columns)):
        for item in items:
            for name, value in item.attributes.items():
                assert isinstance(value, types[columns[name]])


def test_networkx_gets_iris_and_plain_values(network: Network) -> None:
    graph = to_networkx(network)
    law = "https://w3id.org/treatygraph/instrument/KAZ_act_prisons"
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (6, 5)
    assert graph.nodes[law]["label"] == "Prisons Act"
    assert sum(data["weight"] for _, _, data in graph.in_edges(law, data=True)) == 4
    values = [v for _, data in graph.nodes(data=True) for v in data.values()]
    values += [v for *_, data in graph.edges(data=True) for v in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


@pytest.mark.parametrize(
    ("write", "schema"), [(gexf, "gexf-1.3/gexf.xsd"), (graphml, "graphml/graphml.xsd")], ids=["GEXF", "GraphML"]
)
def test_a_file_is_valid_by_its_schema(shared: Path, hostile: Network, write, schema: str) -> None:
    xsd = etree.XMLSchema(etree.parse(shared / "schemas" / schema))
    xsd.assertValid(etree.fromstring(write(hostile).encode()))


@pytest.mark.parametrize("name", ["gexf-1.3/gexf.xsd", "graphml/graphml.xsd"])
def test_the_files_of_a_build_are_valid_by_their_schema(shared: Path, built: Built, name: str) -> None:
    xsd = etree.XMLSchema(etree.parse(shared / "schemas" / name))
    xsd.assertValid(etree.parse(built.folder / f"network.{Path(name).stem}"))


def test_gexf_reads_back_whole(hostile: Network) -> None:
    space = {"g": "http://gexf.net/1.3"}
    root = ElementTree.fromstring(gexf(hostile))
    read = {
        node.get("id"): (
            node.get("label"),
            {v.get("for"): v.get("value") for v in node.iter(f"{{{space['g']}}}attvalue")},
        )
        for node in root.iterfind(".//g:node", space)
    }
    assert len(read) == len(hostile.nodes)
    assert len(root.findall(".//g:edge", space)) == len(hostile.edges)
    label, attributes = read["n9"]
    assert label == HOSTILE.replace("\x0b", "\ufffd").replace("\ud800", "\ufffd")
    assert attributes["iri"] == "https://example.org/?a=1&b#c"
    assert attributes["aliases"].split("|")[0] == "a/b; c"


def test_graphml_reads_back_whole_and_in_networkx(hostile: Network, tmp_path: Path) -> None:
    import networkx

    write_network(hostile, tmp_path)
    graph = networkx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)

    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(hostile.nodes), len(hostile.edges))
    assert graph.nodes["n3"]["year"] == 2001
    assert graph.nodes["n9"]["label"] == HOSTILE.replace("\x0b", "\ufffd").replace("\ud800", "\ufffd")
    assert json.loads(graph.nodes["n9"]["aliases"])[0] == "a|b; c"
    assert {data["weight"] for *_, data in graph.edges(data=True)} == {1, 2}


def test_the_tables_join_without_loose_ends(hostile: Network) -> None:
    nodes = list(csv.DictReader(io.StringIO(nodes_csv(hostile))))
    rows = list(csv.DictReader(io.StringIO(edges_csv(hostile))))

    assert {row["source"] for row in rows} | {row["target"] for row in rows} <= {node["id"] for node in nodes}
    assert nodes[3] == {
        "id": "n3",
        "label": "Prisons Act",
        "iri": "https://w3id.org/treatygraph/instrument/KAZ_act_prisons",
        "category": "law",
        "topic": "",
        "instrument_kind": "act",
        "state": "KAZ",
        "date": "2001-05-03",
        "year": "2001",
        "number": "",
        "aliases": "",
        "paragraph_count": "3",
    }
    assert rows[0]["source_label"] == "CED, art. 2"
    assert (rows[0]["weight"], rows[0]["paragraphs"]) == ("2", "7; 8")
    assert nodes[-1]["label"].startswith('Act "No. 1" <b>&amp; قانون 🏛')


def test_the_files_are_the_same_each_time(network: Network, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write_network(network, tmp_path / "a")
    write_network(network, tmp_path / "b")
    for name in ("network.gexf", "network.graphml", "nodes.csv", "edges.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_network_is_the_one_that_the_graph_gives(built: Built) -> None:
    answer = run_query(built.folder, "article-law-network")
    columns = ("source", "target", "weight", "strength")
    strengths = {"same paragraph": "paragraph"}  # the label of the code, where it is not the code
    rows = zip(*(answer.column(name) for name in columns), strict=True)
    asked = {(*row, strengths.get(strength, strength)) for *row, strength in rows}

    with (built.folder / "nodes.csv").open(encoding="utf-8", newline="") as lines:
        iris = {node["id"]: node["iri"] for node in csv.DictReader(lines)}
    with (built.folder / "edges.csv").open(encoding="utf-8", newline="") as lines:
        edges = list(csv.DictReader(lines))
    written = {(iris[edge["source"]], iris[edge["target"]], int(edge["weight"]), edge["strength"]) for edge in edges}

    assert len(written) == len(edges) > 100
    assert written == asked
