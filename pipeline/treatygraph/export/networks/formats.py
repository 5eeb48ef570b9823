"""The formats of a network, and writing one: the files that a build writes, and those that a user asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from treatygraph.export.networks.characters import make_legible
from treatygraph.export.networks.cytoscape import cx2, cytoscape_js
from treatygraph.export.networks.dot import dot
from treatygraph.export.networks.gexf import gexf
from treatygraph.export.networks.graphml import graphml, yed
from treatygraph.export.networks.network import Network
from treatygraph.export.networks.parquet import parquet
from treatygraph.export.networks.tables import csv_tables, edges_csv, neo4j_tables, nodes_csv

# The files of a network by name; a format of one file has one.
Files: TypeAlias = Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, how people call it, what it is for, and what writes it."""

    name: str
    label: str
    tools: str
    write: Callable[[Network], Files]
    several_files: bool = False


def _one(name: str, write: Callable[[Network], str]) -> Callable[[Network], Files]:
    return lambda network: {name: write(network)}


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format("gexf", "GEXF 1.3", "Gephi, Sigma", _one("network.gexf", gexf)),
        Format("graphml", "GraphML", "igraph, Cytoscape, NetworkX", _one("network.graphml", graphml)),
        Format("yed", "GraphML as yEd draws it", "yEd", _one("network.graphml", yed)),
        Format("cx2", "CX2", "Cytoscape, NDEx", _one("network.cx2", cx2)),
        Format("cyjs", "Cytoscape.js JSON", "web pages, Cytoscape", _one("network.cyjs", cytoscape_js)),
        Format("dot", "DOT", "Graphviz", _one("network.dot", dot)),
        Format("csv", "CSV with CSVW metadata", "spreadsheets, R, pandas", csv_tables, several_files=True),
        Format("neo4j", "Neo4j bulk CSV", "neo4j-admin database import", neo4j_tables, several_files=True),
        Format("parquet", "Parquet", "DuckDB, pandas, Polars", parquet, several_files=True),
    )
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A network in a format: its files, and how many characters XML cannot hold became U+FFFD."""

    files: Mapping[str, bytes]
    replaced: int


def render(network: Network, form: str) -> Rendered:
    """Write a network in a format.

    Raises:
        KeyError: there is no such format.
        MissingExtraError: the format needs a library that is not installed.
    """
    legible = make_legible(network)
    files = FORMATS[form].write(legible.network)
    # A carriage return and its line feed are CSV's own; newline translation must not touch them.
    encoded = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return Rendered(encoded, legible.replaced)


def write_network(network: Network, folder: Path) -> None:
    """Write `network.gexf`, `network.graphml`, `nodes.csv` and `edges.csv` into an existing folder."""
    legible = make_legible(network).network
    for name, content in {
        "network.gexf": gexf(legible),
        "network.graphml": graphml(legible),
        "nodes.csv": nodes_csv(legible),
        "edges.csv": edges_csv(legible),
    }.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
