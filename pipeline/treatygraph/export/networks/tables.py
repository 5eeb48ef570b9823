"""Tables: nodes and edges as CSV with CSVW metadata, and as the CSV that Neo4j's bulk import reads.

CSV is RFC 4180 in UTF-8. CSVW, https://www.w3.org/TR/tabular-metadata/, tells programs the types of the columns, what
separates the items of a list, and that the ends of each edge are nodes.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from treatygraph.export.networks.network import ColumnType, Edge, Network, Node, Value
from treatygraph.export.networks.xml_document import plain_text

# Between the items of a list: in CSV as people read it, and one that no item can hold, for Neo4j.
_SEPARATOR, _UNIT_SEPARATOR = "; ", "\x1f"

_CSVW_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
    "strings": "string",
    "date": "string",
}
_NEO4J_TYPES: Mapping[ColumnType, str] = {
    "string": "string",
    "integer": "long",
    "double": "double",
    "boolean": "boolean",
    "strings": "string[]",
    "date": "string",
}
_EDGE_ENDS: dict[str, ColumnType] = {
    "id": "string",
    "source": "string",
    "target": "string",
    "source_label": "string",
    "target_label": "string",
    "weight": "integer",
}
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def full_date(value: Value) -> str | None:
    """A date that has a day, as a string of ten characters; None for "2001", "2001-05" and other EDTF.

    >>> full_date("2001-05-03"), full_date("2001")
    ('2001-05-03', None)
    """
    return value if isinstance(value, str) and _FULL_DATE.fullmatch(value) else None


def csv_tables(network: Network) -> dict[str, str]:
    """Write a network as `nodes.csv`, `edges.csv` and `csv-metadata.json`, where CSVW looks for it."""
    return {
        "nodes.csv": nodes_csv(network),
        "edges.csv": edges_csv(network),
        "csv-metadata.json": _metadata(network),
    }


def nodes_csv(network: Network) -> str:
    """The nodes as a table: id, label, then a column for each attribute; lists with "; "."""
    rows = [[node.id, node.label, *_cells(node, network.node_columns, _semicolons)] for node in network.nodes]
    return _table(["id", "label", *network.node_columns], rows)


def edges_csv(network: Network) -> str:
    """The edges as a table: their ends by id and by label, weight and attributes; lists with "; "."""
    labels = {node.id: node.label for node in network.nodes}
    rows = [
        [
            *(edge.id, edge.source, edge.target, labels[edge.source], labels[edge.target], str(edge.weight)),
            *_cells(edge, network.edge_columns, _semicolons),
        ]
        for edge in network.edges
    ]
    return _table([*_EDGE_ENDS, *network.edge_columns], rows)


def neo4j_tables(network: Network) -> dict[str, str]:
    r"""Write a network as `nodes.csv` and `relationships.csv` for `neo4j-admin database import`.

    Lists are separated by U+001F: `--array-delimiter=U+001F`. `date` is as the report has it, perhaps a year alone;
    `day` beside it is a date of Neo4j, where there is a day. A node has its category as label, a relationship its
    relation as type: https://neo4j.com/docs/operations-manual/current/import/
    """
    node_rows = [
        [node.id, node.label, *_neo4j_cells(node, network.node_columns), _camel(node.attributes["category"])]
        for node in network.nodes
    ]
    edge_rows = [
        [
            *(edge.source, edge.target, edge.id, str(edge.weight)),
            *_neo4j_cells(edge, network.edge_columns),
            _upper(edge.attributes["relation"]),
        ]
        for edge in network.edges
    ]
    node_head = ["node_id:ID", "label:string", *_neo4j_head(network.node_columns), ":LABEL"]
    edge_head = [
        *(":START_ID", ":END_ID", "edge_id:string", "weight:long"),
        *_neo4j_head(network.edge_columns),
        ":TYPE",
    ]
    return {"nodes.csv": _table(node_head, node_rows), "relationships.csv": _table(edge_head, edge_rows)}


def _metadata(network: Network) -> str:
    nodes: dict[str, ColumnType] = {"id": "string", "label": "string", **network.node_columns}
    tables = [
        {"url": "nodes.csv", "tableSchema": {"columns": _describe(nodes), "primaryKey": "id"}},
        {
            "url": "edges.csv",
            "tableSchema": {
                "columns": _describe({**_EDGE_ENDS, **network.edge_columns}),
                "primaryKey": "id",
                "foreignKeys": [
                    {"columnReference": end, "reference": {"resource": "nodes.csv", "columnReference": "id"}}
                    for end in ("source", "target")
                ],
            },
        },
    ]
    metadata = {"@context": "http://www.w3.org/ns/csvw", "dc:title": network.title, "tables": tables}
    return json.dumps(metadata, ensure_ascii=False, indent=1) + "\n"


def _describe(columns: Mapping[str, ColumnType]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "titles": name,
            "datatype": _CSVW_TYPES[kind],
            **({"separator": _SEPARATOR} if kind == "strings" else {}),
            **({"required": True} if name in ("id", "label", *_EDGE_ENDS) else {}),
        }
        for name, kind in columns.items()
    ]


def _cells(item: Node | Edge, columns: Mapping[str, ColumnType], join: Callable[[Iterable[str]], str]) -> list[str]:
    return [_cell(item.attributes.get(name), join) for name in columns]


def _cell(value: Value, join: Callable[[Iterable[str]], str]) -> str:
    if value is None:
        return ""
    return join(value) if isinstance(value, tuple) else plain_text(value)


def _semicolons(items: Iterable[str]) -> str:
    return _SEPARATOR.join(item.replace(_SEPARATOR, ", ") for item in items)


def _neo4j_head(columns: Mapping[str, ColumnType]) -> list[str]:
    return [
        head
        for name, kind in columns.items()
        for head in (f"{name}:{_NEO4J_TYPES[kind]}", *(["day:date"] if kind == "date" else []))
    ]


def _neo4j_cells(item: Node | Edge, columns: Mapping[str, ColumnType]) -> list[str]:
    return [
        cell
        for name, kind in columns.items()
        for cell in (
            _cell(item.attributes.get(name), _UNIT_SEPARATOR.join),
            *([full_date(item.attributes.get(name)) or ""] if kind == "date" else []),
        )
    ]


def _camel(category: Value) -> str:
    return str(category).capitalize()


def _upper(relation: Value) -> str:
    """Write a relation as Neo4j writes types.

    >>> _upper("implementedBy")
    'IMPLEMENTED_BY'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(relation)).upper()


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([head, *rows])
    return out.getvalue()
