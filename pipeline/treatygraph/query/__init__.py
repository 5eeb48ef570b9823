"""Asking questions of the graph, and checking it: `run_query`, `list_queries`, `validate`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pyoxigraph import Store

from treatygraph.query.answers import Answer, Iri, Value
from treatygraph.query.engines import ask_oxigraph, ask_rdflib, open_store
from treatygraph.query.questions import Parameter, QueryError, Question, find_query, list_queries
from treatygraph.query.validation import Finding, ValidationResult, validate

if TYPE_CHECKING:
    from rdflib import Graph

__all__ = [
    "Answer",
    "Finding",
    "Iri",
    "Parameter",
    "QueryError",
    "Question",
    "ValidationResult",
    "Value",
    "find_query",
    "list_queries",
    "open_store",
    "run_query",
    "validate",
]


def run_query(
    source: Graph | Store | Path | str,
    query: str | Path,
    parameters: Mapping[str, str | int] | None = None,
    engine: Literal["oxigraph", "rdflib"] = "oxigraph",
) -> Answer:
    """Ask a named question, or the query in a file, of a graph.

    `source` is a graph file, a folder that a build wrote, a store's folder, an `rdflib.Graph` or a
    `pyoxigraph.Store`. `parameters` replace defaults of the query: `{"article": "17"}`.

    Raises:
        ReadingError: there is no graph at `source`, or it is malformed.
        QueryError: there is no such query or parameter, or the query is malformed.

    """
    question = find_query(query)
    text = question.ask(parameters or {})
    if engine == "oxigraph":
        return ask_oxigraph(open_store(source), question, text)
    if isinstance(source, str | Path | Store):
        from treatygraph.graph.rdflib_graph import make_graph

        source = make_graph(quad.triple for quad in open_store(source))
    return ask_rdflib(source, question, text)
