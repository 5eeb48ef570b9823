"""GraphML, by its schema and as igraph, graphology and NetworkX read it; and yEd's flavour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import etree
from networks import expected, revive_lists

from treatygraph.building.build import Built
from treatygraph.export import VIEWS, Network, View, read_network, render

SPACE = {"g": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}


def written(network: Network, form: str = "graphml") -> bytes:
    return render(network, form).files["network.graphml"]


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "schemas" / "graphml" / "graphml.xsd"))


def test_it_is_valid_by_its_schema(schema: etree.XMLSchema, hostile: Network) -> None:
    schema.assertValid(etree.fromstring(written(hostile)))


@pytest.mark.parametrize("view", VIEWS)
def test_a_whole_report_is_valid_and_as_a_build_writes_it(schema: etree.XMLSchema, built: Built, view: View) -> None:
    data = written(read_network(built, view))
    schema.assertValid(etree.fromstring(data))
    assert (data == (built.folder / "network.graphml").read_bytes()) == (view == "article-law")


def test_graphology_reads_it_whole(read_js: Callable[[str, str], Any], hostile: Network) -> None:
    assert revive_lists(read_js("graphml", written(hostile).decode())) == expected(hostile)


def test_igraph_reads_it_whole(hostile: Network, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    (tmp_path / "network.graphml").write_bytes(written(hostile))
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "network.graphml"))

    # What an element lacks is "" or NaN to igraph, and false where it is a truth value.
    def given(values: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
        return {k: v for k, v in values.items() if k in wanted or (v != "" and v == v and v is not False)}

    wanted = expected(hostile)
    keys = list(wanted["edges"])
    nodes = {v["id"]: {k: x for k, x in v.attributes().items() if k != "id"} for v in graph.vs}
    names = graph.vs["id"]
    edges = {  # in the order of the file, as igraph 1.0 gives them ids of nodes
        keys[e.index]: {
            **{k: x for k, x in e.attributes().items() if k != "id"},
            "source": names[e.source],
            "target": names[e.target],
        }
        for e in graph.es
    }
    read = {
        "nodes": {key: given(values, wanted["nodes"][key]) for key, values in nodes.items()},
        "edges": {key: given(values, wanted["edges"][key]) for key, values in edges.items()},
    }
    assert revive_lists(read) == wanted


def test_networkx_reads_it_whole(hostile: Network, tmp_path: Path) -> None:
    import networkx

    (tmp_path / "network.graphml").write_bytes(written(hostile))
    graph = networkx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    read = {
        "nodes": {key: dict(values) for key, values in graph.nodes(data=True)},
        "edges": {key: {"source": a, "target": b, **values} for a, b, key, values in graph.edges(keys=True, data=True)},
    }
    assert revive_lists(read) == expected(hostile)


def test_yed_finds_a_box_with_its_label_a_place_and_a_link(hostile: Network) -> None:
    root = ElementTree.fromstring(written(hostile, "yed"))
    wanted = expected(hostile)
    boxes = {
        node.get("id"): (
            node.findtext(".//y:ShapeNode/y:NodeLabel", namespaces=SPACE),
            node.findtext("g:data[@key='n_url']", namespaces=SPACE),
        )
        for node in root.iterfind(".//g:node", SPACE)
    }
    assert boxes == {key: (values["label"], values["iri"]) for key, values in wanted["nodes"].items()}
    places = {(g.get("x"), g.get("y")) for g in root.iterfind(".//y:Geometry", SPACE)}
    assert len(places) == len(hostile.nodes)
    graphics = {key.get("yfiles.type"): key.get("id") for key in root.iterfind("g:key[@yfiles.type]", SPACE)}
    assert graphics == {"nodegraphics": "n_graphics", "edgegraphics": "e_graphics"}
    lines = [edge.find("g:data[@key='e_graphics']/y:PolyLineEdge", SPACE) for edge in root.iterfind(".//g:edge", SPACE)]
    assert len(lines) == len(hostile.edges)
    assert None not in lines


def test_networkx_reads_what_yed_draws(hostile: Network, tmp_path: Path) -> None:
    import networkx

    (tmp_path / "network.graphml").write_bytes(written(hostile, "yed"))
    graph = networkx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    wanted = expected(hostile)
    assert {key: values["label"] for key, values in graph.nodes(data=True)} == {
        key: values["label"] for key, values in wanted["nodes"].items()
    }
    assert {values["shape_type"] for _, values in graph.nodes(data=True)} == {"roundrectangle"}
    assert graph.number_of_edges() == len(hostile.edges)
