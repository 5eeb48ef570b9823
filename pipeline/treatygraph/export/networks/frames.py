"""A network in Python: a networkx graph, or two pandas tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, runtime_checkable

from treatygraph.corpus.records import read_records
from treatygraph.errors import ReadingError
from treatygraph.export.networks.network import ColumnType, Edge, Network, Node, Value, typed_values
from treatygraph.export.networks.views import View, project
from treatygraph.extras import require
from treatygraph.folders import list_folders
from treatygraph.report import Annotated

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame


@runtime_checkable
class InFolder(Protocol):
    """What has its files in a folder, as a report that was built."""

    @property
    def folder(self) -> Path:
        """The folder."""
        ...


# A folder that a build wrote, for one report or many; a report that was built or annotated; or a network.
Source: TypeAlias = str | os.PathLike[str] | InFolder | Annotated | Network


class Tables(NamedTuple):
    """A network as tables, with the same columns as its CSV."""

    nodes: DataFrame
    edges: DataFrame


def read_network(
    source: Source, view: View = "article-law", tell: Callable[[str], None] = lambda phase: None
) -> Network:
    """Make the network of a view of what a build wrote, for one report or for all reports in a folder.

    `tell` is called with what it is at, report by report.

    Raises:
        ReadingError: there is no report at `source`, or its records are damaged.
    """
    if isinstance(source, Network):
        return source
    if isinstance(source, Annotated):
        return project([source], view)
    return project(_read_reports(Path(source.folder if isinstance(source, InFolder) else source), tell), view)


def to_networkx(source: Source, view: View = "article-law") -> MultiDiGraph:
    """Make a `networkx.MultiDiGraph`: IRIs as keys, plain values, lists joined by "; ".

    `source` is a folder that a build wrote, for one report or many, or a built report, or a network (which has its
    view already). Missing attributes are left out, so that every attribute has one type.

    Raises:
        ReadingError: there is no report at `source`, or its records are damaged.
    """
    import networkx

    network = read_network(source, view)
    graph = networkx.MultiDiGraph(name=network.title)
    iris = {node.id: str(node.attributes["iri"]) for node in network.nodes}
    for node in network.nodes:
        graph.add_node(iris[node.id], label=node.label, **_plain(node, network.node_columns))
    for edge in network.edges:
        plain = _plain(edge, network.edge_columns)
        graph.add_edge(iris[edge.source], iris[edge.target], key=edge.id, weight=edge.weight, **plain)
    return graph


def to_pandas(source: Source, view: View = "article-law") -> Tables:
    """Make two `pandas.DataFrame`s, nodes and edges, by id: strings, `Int64`, floats; lists as tuples.

    `source` is as for `to_networkx`. `date` is as the report has it, perhaps a year alone; what is missing is NA.

    Raises:
        MissingExtraError: pandas is not installed.
        ReadingError: there is no report at `source`, or its records are damaged.
    """
    network = read_network(source, view)
    labels = {node.id: node.label for node in network.nodes}
    nodes = _frame([(node.id, {"label": node.label, **node.attributes}) for node in network.nodes],
                   {"label": "string", **network.node_columns})  # fmt: skip
    edges = _frame(
        [
            (
                edge.id,
                {
                    "source": edge.source,
                    "target": edge.target,
                    "source_label": labels[edge.source],
                    "target_label": labels[edge.target],
                    "weight": edge.weight,
                    **edge.attributes,
                },
            )
            for edge in network.edges
        ],
        {
            "source": "string",
            "target": "string",
            "source_label": "string",
            "target_label": "string",
            "weight": "integer",
            **network.edge_columns,
        },
    )
    return Tables(nodes, edges)


def _read_reports(folder: Path, tell: Callable[[str], None]) -> Iterator[Annotated]:
    folders = [folder] if (folder / "report.json").is_file() else list_folders(folder)
    if not folders:
        raise ReadingError(f"{folder}: there is no report here; build one into it first.")
    return (_read_report(found, tell) for found in folders)


def _read_report(folder: Path, tell: Callable[[str], None]) -> Annotated:
    tell(f"Reading {folder.name}")
    return read_records(folder)


def _frame(rows: list[tuple[str, dict[str, Value]]], columns: dict[str, ColumnType]) -> DataFrame:
    pandas = require("pandas", extra="pandas")
    types = {"string": "string", "date": "string", "integer": "Int64", "double": "Float64", "boolean": "boolean"}
    index = pandas.Index([name for name, _ in rows], name="id", dtype="string")
    series = {
        name: pandas.Series([row.get(name) for _, row in rows], index=index, dtype=types.get(kind, "object"))
        for name, kind in columns.items()
    }
    return pandas.DataFrame(series, index=index)


def _plain(item: Node | Edge, columns: dict[str, ColumnType]) -> dict[str, Any]:
    return {name: "; ".join(v) if isinstance(v, tuple) else v for name, _, v in typed_values(item, columns)}
