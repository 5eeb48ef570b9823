"""GraphML 1.0, plain for Cytoscape and igraph, and in yEd's flavour with boxes and labels that yEd draws.

networkx's own writer refuses lists; lists are JSON arrays here, and dates ISO strings.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from treatygraph.export.networks.network import ColumnType, Edge, Network, Node, Value
from treatygraph.export.networks.palette import colour
from treatygraph.export.networks.xml_document import plain_text, write_document

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_YED = "http://www.yworks.com/xml/graphml"
_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "int",
    "double": "double",
    "boolean": "boolean",
    "strings": "string",
    "date": "string",
}
_NODE_HEIGHT, _ROW, _COLUMN, _CHARACTER = 26.0, 36.0, 520.0, 6.5  # points, for yEd


def graphml(network: Network) -> str:
    """Write a network as plain GraphML; `label` and `weight` are attributes like the others."""
    root = Element("graphml", {"xmlns": _NAMESPACE})
    keys = _declare(root, network)
    graph = _graph(root, network)
    for node in network.nodes:
        _write_data(SubElement(graph, "node", {"id": node.id}), node, keys)
    for edge in network.edges:
        _write_data(SubElement(graph, "edge", _ends(edge)), edge, keys)
    return write_document(root)


def yed(network: Network) -> str:
    """Write a network as yEd draws it: nodes in a column for each category, lines as wide as their weight.

    A node links to its IRI, as yEd's `url`. yEd's Layout menu makes better places than the columns.
    """
    root = Element("graphml", {"xmlns": _NAMESPACE, "xmlns:y": _YED})
    keys = _declare(root, network)
    SubElement(root, "key", {"id": "n_url", "for": "node", "attr.name": "url", "attr.type": "string"})
    SubElement(root, "key", {"id": "n_graphics", "for": "node", "yfiles.type": "nodegraphics"})
    SubElement(root, "key", {"id": "e_graphics", "for": "edge", "yfiles.type": "edgegraphics"})
    graph = _graph(root, network)
    columns: dict[str, int] = {}
    rows: dict[str, int] = {}
    for node in network.nodes:
        element = SubElement(graph, "node", {"id": node.id})
        _write_data(element, node, keys)
        SubElement(element, "data", {"key": "n_url"}).text = str(node.attributes["iri"])
        category = str(node.attributes.get("category", ""))
        column, row = columns.setdefault(category, len(columns)), rows.get(category, 0)
        rows[category] = row + 1
        _draw_node(SubElement(element, "data", {"key": "n_graphics"}), node, category, column * _COLUMN, row * _ROW)
    for edge in network.edges:
        element = SubElement(graph, "edge", _ends(edge))
        _write_data(element, edge, keys)
        _draw_edge(SubElement(element, "data", {"key": "e_graphics"}), edge)
    return write_document(root)


def _declare(root: Element, network: Network) -> dict[str, dict[str, str]]:
    """Declare the columns, and give the ids of their keys by scope and name."""
    scopes: dict[str, dict[str, ColumnType]] = {
        "node": {"label": "string", **network.node_columns},
        "edge": {"weight": "integer", **network.edge_columns},
    }
    for scope, columns in scopes.items():
        for name, kind in columns.items():
            declared = {"id": f"{scope[0]}_{name}", "for": scope, "attr.name": name, "attr.type": _TYPES[kind]}
            SubElement(root, "key", declared)
    return {scope: {name: f"{scope[0]}_{name}" for name in columns} for scope, columns in scopes.items()}


def _graph(root: Element, network: Network) -> Element:
    graph = SubElement(root, "graph", {"id": "g", "edgedefault": "directed"})
    SubElement(graph, "desc").text = network.title
    return graph


def _ends(edge: Edge) -> dict[str, str]:
    return {"id": edge.id, "source": edge.source, "target": edge.target}


def _write_data(element: Element, item: Node | Edge, keys: dict[str, dict[str, str]]) -> None:
    first: dict[str, Value] = {"label": item.label} if isinstance(item, Node) else {"weight": item.weight}
    values = {**first, **item.attributes}
    for name, key in keys["node" if isinstance(item, Node) else "edge"].items():
        if (value := values.get(name)) is not None:
            text = json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else plain_text(value)
            SubElement(element, "data", {"key": key}).text = text


def _draw_node(data: Element, node: Node, category: str, x: float, y: float) -> None:
    shape = SubElement(data, "y:ShapeNode")
    width = 16 + _CHARACTER * min(len(node.label), 70)
    place = {"height": str(_NODE_HEIGHT), "width": str(width), "x": str(x), "y": str(y)}
    SubElement(shape, "y:Geometry", place)
    SubElement(shape, "y:Fill", {"color": colour(category), "transparent": "false"})
    SubElement(shape, "y:BorderStyle", {"color": "#555555", "type": "line", "width": "1.0"})
    SubElement(shape, "y:NodeLabel").text = node.label
    SubElement(shape, "y:Shape", {"type": "roundrectangle"})


def _draw_edge(data: Element, edge: Edge) -> None:
    line = SubElement(data, "y:PolyLineEdge")
    style = "line" if edge.attributes.get("strength") == "explicit" else "dashed"
    SubElement(line, "y:LineStyle", {"color": "#888888", "type": style, "width": str(float(min(edge.weight, 7)))})
    SubElement(line, "y:Arrows", {"source": "none", "target": "standard"})
