"""Whatever a report says, every format that has a reader in this process gives it back."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import expected

from treatygraph.export import Edge, Network, Node, render

# With lone surrogates, control characters, noncharacters and all that formats give a meaning to.
WORDS = st.one_of(
    st.text(st.characters(), min_size=1, max_size=12),
    st.text(st.sampled_from("\"'\\,;|[]{}<>&#?=%$\r\n\t \x00\x1f\x85\u2028\ufffe\ud83d"), min_size=1, max_size=12),
)
LISTS = st.lists(WORDS, min_size=1, max_size=4).map(tuple)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    nodes = tuple(
        Node(f"n{n}", draw(WORDS), {"iri": draw(WORDS), "category": "law", "aliases": draw(LISTS)}) for n in range(2)
    )
    said = {"relation": "amends", "strength": "explicit", "paragraphs": draw(LISTS)}
    edges = (Edge("e0", "n0", "n1", draw(st.integers(1, 9)), said),)
    columns = {"relation": "string", "strength": "string", "paragraphs": "strings"}
    return Network(draw(WORDS), {"iri": "string", "category": "string", "aliases": "strings"}, columns, nodes, edges)  # type: ignore[arg-type]


def file(network: Network, form: str, name: str) -> str:
    return render(network, form).files[name].decode()


@given(networks())
@settings(max_examples=150)
def test_gexf(network: Network) -> None:
    root = ElementTree.fromstring(file(network, "gexf", "network.gexf"))
    for node in root.iter("{http://gexf.net/1.3}node"):
        wanted = expected(network)["nodes"][str(node.get("id"))]
        values = {v.get("for"): str(v.get("value")) for v in node.iter("{http://gexf.net/1.3}attvalue")}
        assert (node.get("label"), values["iri"]) == (wanted["label"], wanted["iri"])
        assert read_list(values["aliases"]) == wanted["aliases"]


@given(networks())
@settings(max_examples=150)
def test_graphml(network: Network) -> None:
    for form in ("graphml", "yed"):
        root = ElementTree.fromstring(file(network, form, "network.graphml"))
        space = "{http://graphml.graphdrawing.org/xmlns}"
        for node in root.iter(space + "node"):
            wanted = expected(network)["nodes"][str(node.get("id"))]
            values = {data.get("key"): data.text for data in node.iter(space + "data")}
            assert (values["n_label"], values["n_iri"]) == (wanted["label"], wanted["iri"])
            assert json.loads(values["n_aliases"] or "") == wanted["aliases"]


@given(networks())
@settings(max_examples=150)
def test_csv_and_neo4j(network: Network) -> None:
    wanted = expected(network)
    (edge,) = table(network, "csv", "edges.csv")
    assert edge["source_label"] == wanted["nodes"]["n0"]["label"]
    assert edge["weight"] == str(wanted["edges"]["e0"]["weight"])
    for row in table(network, "csv", "nodes.csv"):
        assert (row["label"], row["iri"]) == (wanted["nodes"][row["id"]]["label"], wanted["nodes"][row["id"]]["iri"])
    for row in table(network, "neo4j", "nodes.csv"):
        node = wanted["nodes"][row["node_id:ID"]]
        assert (row["label:string"], row["aliases:string[]"].split("\x1f")) == (node["label"], node["aliases"])
    (edge,) = table(network, "neo4j", "relationships.csv")
    assert edge["paragraphs:string[]"].split("\x1f") == wanted["edges"]["e0"]["paragraphs"]


@given(networks())
@settings(max_examples=150)
def test_json(network: Network) -> None:
    wanted = expected(network)
    elements = json.loads(file(network, "cyjs", "network.cyjs"))["elements"]
    assert {n["data"]["id"]: n["data"]["aliases"] for n in elements["nodes"]} == {
        key: node["aliases"] for key, node in wanted["nodes"].items()
    }
    aspects: dict[str, Any] = {
        k: v for part in json.loads(file(network, "cx2", "network.cx2")) for k, v in part.items()
    }
    assert [node["v"]["name"] for node in aspects["nodes"]] == [node["label"] for node in wanted["nodes"].values()]


@given(st.lists(WORDS, min_size=30, max_size=60))
@settings(max_examples=10)
def test_dot(words: list[str]) -> None:
    """Graphviz undoes only quotation marks: "\\" stays doubled and "&" an entity until a label is drawn."""
    if shutil.which("gvpr") is None:
        pytest.skip("needs Graphviz's gvpr, which is not installed")
    nodes = tuple(Node(f"n{place}", word, {"iri": word, "aliases": (word,)}) for place, word in enumerate(words))
    network = Network("words", {"iri": "string", "aliases": "strings"}, {}, nodes, ())
    asked = 'N { printf("%s\x1f%s\x1f%s\x1e", $.name, $.label, $.aliases) }'
    data = render(network, "dot").files["network.dot"]
    answer = subprocess.run(["gvpr", asked], input=data, capture_output=True, check=True).stdout.decode()
    read = [tuple(record.split("\x1f")) for record in answer.split("\x1e")[:-1]]
    for (name, label, aliases), node in zip(read, expected(network)["nodes"].values(), strict=True):
        assert nodes[int(name[1:])].id == name
        one_line = re.sub("\r\n|[\r\n]", r"\\n", node["label"].replace("\\", "\\\\"))
        assert (label, aliases) == (one_line.replace("&", "&amp;"), one_line)


def table(network: Network, form: str, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file(network, form, name), newline="")))


def read_list(text: str) -> list[str]:
    """Read a list as Gephi's ArraysParser does: quoted items, in which a backslash goes before what is meant."""
    items, place = [], 1
    while (place := text.find('"', place)) >= 0:
        item, place = "", place + 1
        while text[place] != '"':
            place += text[place] == "\\"
            item, place = item + text[place], place + 1
        items.append(item)
        place += 1
    return items
