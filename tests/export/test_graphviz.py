"""DOT as Graphviz reads and draws it; skipped where Graphviz is not installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any
from xml.etree import ElementTree

import pytest
from networks import expected

from treatygraph.building.build import Built
from treatygraph.export import Network, read_network, render

SVG = {"s": "http://www.w3.org/2000/svg", "x": "http://www.w3.org/1999/xlink"}
LINK = "{http://www.w3.org/1999/xlink}"


def graphviz(*command: str, data: bytes) -> bytes:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs Graphviz's {command[0]}, which is not installed")
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def written(network: Network) -> bytes:
    return render(network, "dot").files["network.dot"]


def in_words(values: dict[str, Any]) -> dict[str, str]:
    """Values as DOT has them: text, lists joined; "\\" stays doubled, as Graphviz undoes only quotation marks."""
    words = {k: "; ".join(v) if isinstance(v, list) else json.dumps(v) if v in (True, False) else str(v)
             for k, v in values.items()}  # fmt: skip
    return {k: v.replace("\\", "\\\\").replace("\r\n", "\\n") for k, v in words.items()}


def test_graphviz_reads_it_whole(hostile: Network) -> None:
    read = json.loads(graphviz("dot", "-Kneato", "-n2", "-Tdot_json", data=written(hostile)))
    wanted = expected(hostile)
    names = {item["_gvid"]: item["name"] for item in read["objects"]}
    assert set(names.values()) == wanted["nodes"].keys()
    for item in read["objects"]:
        values = in_words(wanted["nodes"][item["name"]])
        assert item["label"] == values.pop("label").replace("&", "&amp;")
        assert item["URL"] == values["iri"].replace("&", "&amp;")
        assert {name: item[name] for name in values} == values
    assert {edge["id"] for edge in read["edges"]} == wanted["edges"].keys()
    for edge in read["edges"]:
        values = in_words(wanted["edges"][edge["id"]])
        ends = (values.pop("source"), values.pop("target"))
        assert (names[edge["tail"]], names[edge["head"]]) == ends
        assert {name: edge[name] for name in values} == values


def test_labels_and_links_are_drawn_as_they_are(hostile: Network) -> None:
    """In a label "<b>&amp;" is no tag, "&amp;" no "&" and "\\N" not the node's name."""
    drawing = ElementTree.fromstring(graphviz("sfdp", "-Tsvg", data=written(hostile)))
    drawn = {
        node.findtext("s:title", namespaces=SVG): (
            "".join(text.text or "" for text in node.iterfind(".//s:text", SVG)).replace("\xa0", " "),
            node.find(".//s:a", SVG).get(LINK + "href"),  # type: ignore[union-attr]
        )
        for node in drawing.iterfind(".//s:g[@class='node']", SVG)
    }
    wanted = expected(hostile)["nodes"]
    assert {key: link for key, (_, link) in drawn.items()} == {key: v["iri"] for key, v in wanted.items()}
    assert {key: words for key, (words, _) in drawn.items()} == {key: v["label"] for key, v in wanted.items()}


def test_a_whole_report_is_drawn(built: Built) -> None:
    network = read_network(built)
    counted = graphviz("gvpr", 'BEG_G { printf("%d %d", nNodes($), nEdges($)) }', data=written(network))
    assert counted.decode() == f"{len(network.nodes)} {len(network.edges)}"
