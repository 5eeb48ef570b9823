"""The files that network programs read: GEXF 1.3, GraphML 1.0, and two tables as CSV.

networkx's own writers are not used: its GEXF does not conform to the GEXF schema, and both writers refuse lists.
Characters that XML 1.0 does not allow become U+FFFD in every format.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from treatygraph.export.network import ColumnType, Edge, Network, Node, Value

GEXF = "http://gexf.net/1.3"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"

# Char in https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_GEXF_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
    "strings": "liststring",
}
_GRAPHML_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "int",
    "double": "double",
    "boolean": "boolean",
    "strings": "string",
}


def write_network(network: Network, folder: Path) -> None:
    """Write `network.gexf`, `network.graphml`, `nodes.csv` and `edges.csv` into an existing folder."""
    for name, content in {
        "network.gexf": gexf(network),
        "network.graphml": graphml(network),
        "nodes.csv": nodes_csv(network),
        "edges.csv": edges_csv(network),
    }.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")


def gexf(network: Network) -> str:
    """GEXF 1.3 for Gephi and Sigma; the items of a list are separated by "|"."""
    root = Element("gexf", {"xmlns": GEXF, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "treatygraph"
    SubElement(meta, "description").text = _clean(network.title)
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for scope, columns in (("node", network.node_columns), ("edge", network.edge_columns)):
        declared = SubElement(graph, "attributes", {"class": scope})
        for name, kind in columns.items():
            SubElement(declared, "attribute", {"id": name, "title": name, "type": _GEXF_TYPES[kind]})
    nodes = SubElement(graph, "nodes")
    for node in network.nodes:
        element = SubElement(nodes, "node", {"id": node.id, "label": _clean(node.label)})
        _gexf_values(element, node)
    edges = SubElement(graph, "edges")
    for edge in network.edges:
        ends = {"id": edge.id, "source": edge.source, "target": edge.target, "weight": str(edge.weight)}
        _gexf_values(SubElement(edges, "edge", ends), edge)
    return _document(root)


def graphml(network: Network) -> str:
    """GraphML 1.0 for yEd, Cytoscape and igraph; lists are JSON arrays."""
    root = Element("graphml", {"xmlns": GRAPHML})
    scopes = (
        ("node", {"label": "string", **network.node_columns}),
        ("edge", {"weight": "integer", **network.edge_columns}),
    )
    keys = {}
    for scope, columns in scopes:
        for name, kind in columns.items():
            keys[scope, name] = f"{scope[0]}_{name}"
            declared = {"id": keys[scope, name], "for": scope, "attr.name": name, "attr.type": _GRAPHML_TYPES[kind]}
            SubElement(root, "key", declared)
    graph = SubElement(root, "graph", {"id": "g", "edgedefault": "directed"})
    SubElement(graph, "desc").text = _clean(network.title)
    for node in network.nodes:
        element = SubElement(graph, "node", {"id": node.id})
        for name, value in {"label": node.label, **node.attributes}.items():
            SubElement(element, "data", {"key": keys["node", name]}).text = _text(value, _json_list)
    for edge in network.edges:
        element = SubElement(graph, "edge", {"id": edge.id, "source": edge.source, "target": edge.target})
        for name, value in {"weight": edge.weight, **edge.attributes}.items():
            SubElement(element, "data", {"key": keys["edge", name]}).text = _text(value, _json_list)
    return _document(root)


def nodes_csv(network: Network) -> str:
    """The nodes as a table (RFC 4180, UTF-8): id, label, then a column for each attribute; lists with "; "."""
    rows = [[node.id, node.label, *_cells(node, network.node_columns)] for node in network.nodes]
    return _table(["id", "label", *network.node_columns], rows)


def edges_csv(network: Network) -> str:
    """The edges as a table (RFC 4180, UTF-8): their ends by id and by label, weight and attributes."""
    labels = {node.id: node.label for node in network.nodes}
    rows = [
        [
            edge.id,
            edge.source,
            edge.target,
            labels[edge.source],
            labels[edge.target],
            str(edge.weight),
            *_cells(edge, network.edge_columns),
        ]
        for edge in network.edges
    ]
    head = ["id", "source", "target", "source_label", "target_label", "weight", *network.edge_columns]
    return _table(head, rows)


def _gexf_values(element: Element, item: Node | Edge) -> None:
    values = SubElement(element, "attvalues")
    for name, value in item.attributes.items():
        SubElement(values, "attvalue", {"for": name, "value": _text(value, _pipe_list)})


def _pipe_list(items: tuple[str, ...]) -> str:
    return "|".join(item.replace("|", "/") for item in items)


def _json_list(items: tuple[str, ...]) -> str:
    return json.dumps(items, ensure_ascii=False)


def _cells(item: Node | Edge, columns: Mapping[str, ColumnType]) -> list[str]:
    return [_text(item.attributes.get(name), "; ".join) for name in columns]


def _table(head: list[str], rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *([_clean(cell) for cell in row] for row in rows)])
    return out.getvalue()


def _text(value: Value, join: Callable[[tuple[str, ...]], str]) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return _clean(join(value))
        case _:
            return _clean(str(value))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _document(root: Element) -> str:
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
