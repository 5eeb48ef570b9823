"""GEXF 1.3, for Gephi and Sigma. networkx's own writer does not conform to its schema and refuses lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from treatygraph.export.networks.network import ColumnType, Edge, Network, Node, typed_values
from treatygraph.export.networks.xml_document import plain_text, write_document

_NAMESPACE = "http://gexf.net/1.3"
_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
    "strings": "liststring",
    "date": "string",
}


def gexf(network: Network) -> str:
    """Write a network as GEXF; a list reads ["one", "two"], as Gephi's ArraysParser and graphology-gexf read it."""
    root = Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "treatygraph"
    SubElement(meta, "description").text = network.title
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for scope, columns in (("node", network.node_columns), ("edge", network.edge_columns)):
        declared = SubElement(graph, "attributes", {"class": scope})
        for name, kind in columns.items():
            SubElement(declared, "attribute", {"id": name, "title": name, "type": _TYPES[kind]})
    nodes = SubElement(graph, "nodes")
    for node in network.nodes:
        _write_values(SubElement(nodes, "node", {"id": node.id, "label": node.label}), node, network.node_columns)
    edges = SubElement(graph, "edges")
    for edge in network.edges:
        ends = {"id": edge.id, "source": edge.source, "target": edge.target, "weight": str(edge.weight)}
        _write_values(SubElement(edges, "edge", ends), edge, network.edge_columns)
    return write_document(root)


def _write_values(element: Element, item: Node | Edge, columns: dict[str, ColumnType]) -> None:
    values = SubElement(element, "attvalues")
    for name, _, value in typed_values(item, columns):
        text = _list(value) if isinstance(value, tuple) else plain_text(value)
        SubElement(values, "attvalue", {"for": name, "value": text})


def _list(items: Iterable[str]) -> str:
    return "[" + ", ".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in items) + "]"
