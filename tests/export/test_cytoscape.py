"""CX2 as the ndex2 library reads it, and JSON as Cytoscape.js does."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from networks import expected

from treatygraph.export import Network, render


def test_ndex2_reads_cx2_whole(hostile: Network) -> None:
    ndex2 = pytest.importorskip("ndex2.cx2")
    document = json.loads(render(hostile, "cx2").files["network.cx2"])
    graph = ndex2.RawCX2NetworkFactory().get_cx2network(document)

    nodes = graph.get_nodes()
    names = {place: node["v"]["node_id"] for place, node in nodes.items()}
    read = {
        "nodes": {
            names[place]: {"label" if k == "name" else k: v for k, v in node["v"].items() if k != "node_id"}
            for place, node in nodes.items()
        },
        "edges": {
            edge["v"]["edge_id"]: {
                "source": names[edge["s"]],
                "target": names[edge["t"]],
                **{k: v for k, v in edge["v"].items() if k not in ("edge_id", "interaction")},
            }
            for edge in graph.get_edges().values()
        },
    }
    assert read == expected(hostile)
    assert {edge["v"]["interaction"] for edge in graph.get_edges().values()} == {
        edge.attributes["relation"] for edge in hostile.edges
    }
    assert graph.get_name().startswith('Act "No. 1" <b>')
    assert graph.get_attribute_declarations()["nodes"]["aliases"] == {"d": "list_of_string"}


def test_cx2_says_what_it_holds_before_and_after(hostile: Network) -> None:
    version, meta, *aspects, status = json.loads(render(hostile, "cx2").files["network.cx2"])
    assert version["CXVersion"] == "2.0"
    held = {name: len(items) for aspect in aspects for name, items in aspect.items()}
    assert {entry["name"]: entry["elementCount"] for entry in meta["metaData"]} == held
    assert (held["nodes"], held["edges"]) == (len(hostile.nodes), len(hostile.edges))
    assert status == {"status": [{"success": True}]}


def test_cytoscape_js_reads_it_whole(read_js: Callable[[str, str], Any], hostile: Network) -> None:
    read = read_js("cyjs", render(hostile, "cyjs").files["network.cyjs"].decode())
    wanted = expected(hostile)
    for values in read["nodes"].values():
        assert values.pop("name") == values["label"]
        assert values.pop("value") == values["id"]
    for values in read["edges"].values():
        assert values.pop("key") == values["id"]
    for part in ("nodes", "edges"):
        for key, values in read[part].items():
            assert values.pop("id") == key
    assert read == wanted


def test_networkx_reads_what_is_written_for_cytoscape_js(hostile: Network) -> None:
    import networkx

    graph = networkx.cytoscape_graph(json.loads(render(hostile, "cyjs").files["network.cyjs"]))
    assert isinstance(graph, networkx.MultiDiGraph)
    wanted = expected(hostile)
    ours = ("id", "value", "name", "key", "source", "target")

    def plain(values: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if name not in ours}

    assert {key: plain(values) for key, values in graph.nodes(data=True)} == wanted["nodes"]
    assert {
        key: {"source": a, "target": b, **plain(values)} for a, b, key, values in graph.edges(keys=True, data=True)
    } == wanted["edges"]
