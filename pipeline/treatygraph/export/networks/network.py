"""A network: nodes and edges with typed columns, which every format is written from.

`views` makes networks of reports; `formats` writes them. A network repeats what States say in their reports; it is no
finding of law.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from treatygraph.display import Fact, card, table
from treatygraph.report import Strength

Present: TypeAlias = str | int | float | bool | tuple[str, ...]
Value: TypeAlias = Present | None
# A "date" is an EDTF string ("2001-05-03", "2001-05", "2001"), as many a law is known by its year alone.
ColumnType = Literal["string", "integer", "double", "boolean", "strings", "date"]

# Strongest first: one sentence names both; the paragraph does; the heading names the article; or several of them;
# a note names the law.
STRENGTHS: tuple[Strength, ...] = ("explicit", "paragraph", "section", "shared", "note")

# Names that formats keep for themselves. No column may have one: Gephi would take it for its own, and Cytoscape.js
# would read "source" as the end of an edge.
RESERVED = frozenset({"id", "label", "key", "source", "target", "type", "kind", "weight", "value", "name", "viz"})


@dataclass(frozen=True, slots=True)
class Node:
    """A treaty, an article of it, an instrument, an agency or a State.

    `id` is its name in the graph with the prefix ("tre:CED__art_17"), so that files of several reports can be put
    together; the whole IRI is an attribute.
    """

    id: str
    label: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two nodes, by their ids; `weight` is the number of paragraphs behind it.

    `id` is the triple: source, relation and target, with "--" between them.
    """

    id: str
    source: str
    target: str
    weight: int
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges with typed columns; an attribute that a node or edge lacks is missing, not empty."""

    title: str
    node_columns: dict[str, ColumnType]
    edge_columns: dict[str, ColumnType]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def facts(self) -> tuple[Fact, ...]:
        """Its size."""
        return (("nodes", f"{len(self.nodes):,}"), ("edges", f"{len(self.edges):,}"))

    def _repr_html_(self) -> str:
        labels = {node.id: node.label for node in self.nodes}
        heaviest = sorted(self.edges, key=lambda edge: (-edge.weight, edge.id))[:10]
        rows = [(labels[edge.source], labels[edge.target], edge.weight) for edge in heaviest]
        head = card(self.title, self.facts())
        return head + table(("from", "to", "paragraphs"), rows) if rows else head


def typed_values(item: Node | Edge, columns: dict[str, ColumnType]) -> Iterator[tuple[str, ColumnType, Present]]:
    """Yield what a node or edge has, in the order of the columns: name, type and value."""
    for name, kind in columns.items():
        if (value := item.attributes.get(name)) is not None:
            yield name, kind, value
