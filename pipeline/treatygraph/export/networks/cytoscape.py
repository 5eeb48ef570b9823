"""The formats of Cytoscape: CX2 for the program and NDEx, Cytoscape.js JSON for web pages.

CX2: https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/
Cytoscape.js: https://js.cytoscape.org/#notation/elements-json
Both programs show an attribute `name`, which is the label.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from treatygraph.export.networks.network import ColumnType, Edge, Network, Node, typed_values
from treatygraph.export.networks.palette import colour

_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
    "strings": "list_of_string",
    "date": "string",
}


def cx2(network: Network) -> str:
    """Write a network as CX2. Its ids are whole numbers, as the format has it; `node_id` and `edge_id` are the ids."""
    places = {node.id: place for place, node in enumerate(network.nodes)}
    aspects: dict[str, list[dict[str, Any]]] = {
        "attributeDeclarations": [
            {
                "networkAttributes": {"name": {"d": "string"}},
                "nodes": {"name": {"d": "string"}, "node_id": {"d": "string"}, **_declare(network.node_columns)},
                "edges": {
                    "interaction": {"d": "string"},
                    "edge_id": {"d": "string"},
                    "weight": {"d": "integer"},
                    **_declare(network.edge_columns),
                },
            }
        ],
        "networkAttributes": [{"name": network.title}],
        "nodes": [
            {"id": place, "v": {"name": node.label, "node_id": node.id, **_values(node, network.node_columns)}}
            for place, node in enumerate(network.nodes)
        ],
        "edges": [
            {
                "id": place,
                "s": places[edge.source],
                "t": places[edge.target],
                "v": {
                    "interaction": str(edge.attributes.get("relation", "")),
                    "edge_id": edge.id,
                    "weight": edge.weight,
                    **_values(edge, network.edge_columns),
                },
            }
            for place, edge in enumerate(network.edges)
        ],
        "visualProperties": [_style(network)],
    }
    fragments: list[Any] = [
        {"CXVersion": "2.0", "hasFragments": False},
        {"metaData": [{"name": name, "elementCount": len(aspect)} for name, aspect in aspects.items()]},
        *({name: aspect} for name, aspect in aspects.items()),
        {"status": [{"success": True}]},
    ]
    return "[\n" + ",\n".join(json.dumps(fragment, ensure_ascii=False) for fragment in fragments) + "\n]\n"


def cytoscape_js(network: Network) -> str:
    """Write a network as the elements of Cytoscape.js.

    networkx reads it too (`networkx.cytoscape_graph`): it takes a node's key from `value`, and wants to be told that
    edges are directed and that there may be two between the same nodes, told apart by `key`.
    """
    nodes = [
        {
            "data": {
                "id": node.id,
                "value": node.id,
                "label": node.label,
                "name": node.label,
                **_values(node, network.node_columns),
            }
        }
        for node in network.nodes
    ]
    edges = [
        {
            "data": {
                "id": edge.id,
                "key": edge.id,
                "source": edge.source,
                "target": edge.target,
                "weight": edge.weight,
                **_values(edge, network.edge_columns),
            }
        }
        for edge in network.edges
    ]
    rows = {"nodes": nodes, "edges": edges}
    lists = (
        f'"{name}": [\n' + ",\n".join(json.dumps(row, ensure_ascii=False) for row in found) + "\n]"
        for name, found in rows.items()
    )
    title = json.dumps({"name": network.title}, ensure_ascii=False)
    return f'{{"data": {title},\n"directed": true,\n"multigraph": true,\n"elements": {{' + ",\n".join(lists) + "}}\n"


def _declare(columns: Mapping[str, ColumnType]) -> dict[str, dict[str, str]]:
    return {name: {"d": _TYPES[kind]} for name, kind in columns.items()}


def _values(item: Node | Edge, columns: dict[str, ColumnType]) -> dict[str, Any]:
    return {name: list(v) if isinstance(v, tuple) else v for name, _, v in typed_values(item, columns)}


def _style(network: Network) -> dict[str, Any]:
    """Show labels, and a colour for each category."""
    categories = dict.fromkeys(str(node.attributes["category"]) for node in network.nodes)
    colours = [{"v": category, "vp": colour(category)} for category in categories]
    return {
        "default": {
            "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
            "node": {"NODE_SHAPE": "round-rectangle", "NODE_LABEL_COLOR": "#000000"},
            "edge": {"EDGE_TARGET_ARROW_SHAPE": "triangle", "EDGE_LINE_COLOR": "#888888"},
        },
        "nodeMapping": {
            "NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}},
            "NODE_BACKGROUND_COLOR": {
                "type": "DISCRETE",
                "definition": {"attribute": "category", "type": "string", "map": colours},
            },
        },
        "edgeMapping": {},
    }
