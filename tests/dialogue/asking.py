"""Named questions asked of graphs of the dialogue, in either engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from pyoxigraph import RdfFormat, Store
from rdflib import Graph

from treatygraph.query import run_query


def asker(turtle: bytes, engine: Literal["oxigraph", "rdflib"]) -> Callable[..., list[tuple[Any, ...]]]:
    """Load a graph into an engine; what comes back asks a question by name and gives some of its columns as rows."""
    graph: Any = Graph()
    if engine == "oxigraph":
        graph = Store()
        graph.load(turtle, format=RdfFormat.TURTLE)
    else:
        graph.parse(data=turtle, format="turtle")

    def run(name: str, *columns: str, **parameters: str) -> list[tuple[Any, ...]]:
        answer = run_query(graph, name, parameters, engine)
        return list(zip(*(answer.column(column) for column in columns), strict=True))

    return run
