"""Parquet, for DuckDB, pandas, Polars and R: typed columns, lists as lists, days as dates. Needs pyarrow."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from treatygraph.export.networks.network import ColumnType, Network, Value
from treatygraph.export.networks.tables import full_date
from treatygraph.extras import require


def parquet(network: Network) -> dict[str, bytes]:
    """Write a network as `nodes.parquet` and `edges.parquet`.

    `date` is as the report has it, perhaps a year alone; `day` beside it is a date, where there is a day.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    labels = {node.id: node.label for node in network.nodes}
    nodes = [{"id": node.id, "label": node.label, **node.attributes} for node in network.nodes]
    edges = [
        {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "source_label": labels[edge.source],
            "target_label": labels[edge.target],
            "weight": edge.weight,
            **edge.attributes,
        }
        for edge in network.edges
    ]
    ends = dict.fromkeys(("id", "source", "target", "source_label", "target_label"), "string")
    return {
        "nodes.parquet": _table(nodes, {"id": "string", "label": "string", **network.node_columns}),
        "edges.parquet": _table(edges, {**ends, "weight": "integer", **network.edge_columns}),  # type: ignore[dict-item]
    }


def _table(rows: list[dict[str, Value]], columns: Mapping[str, ColumnType]) -> bytes:
    arrow = require("pyarrow", extra="parquet")
    files = require("pyarrow.parquet", extra="parquet")
    types = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "double": arrow.float64(),
        "boolean": arrow.bool_(),
        "strings": arrow.list_(arrow.string()),
        "date": arrow.string(),
    }
    fields: list[Any] = []
    arrays: list[Any] = []
    for name, kind in columns.items():
        values = [row.get(name) for row in rows]
        fields.append(arrow.field(name, types[kind]))
        arrays.append(arrow.array(values, types[kind]))
        if kind == "date":
            days = [datetime.date.fromisoformat(day) if (day := full_date(value)) else None for value in values]
            fields.append(arrow.field("day", arrow.date32()))
            arrays.append(arrow.array(days, arrow.date32()))
    sink = arrow.BufferOutputStream()
    files.write_table(arrow.Table.from_arrays(arrays, schema=arrow.schema(fields)), sink)
    return bytes(sink.getvalue())
