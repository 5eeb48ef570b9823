"""Asking a question of whatever holds a graph: in a process of its own, or in this one of what lies in its memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from treatygraph.query.answers import Answer
from treatygraph.query.bounds import Bounds
from treatygraph.query.isolation import Request, ask_in_child
from treatygraph.query.questions import find_query

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib import Graph

Engine = Literal["oxigraph", "rdflib"]


def run_query(
    source: Graph | Store | Path | str,
    query: str | Path,
    parameters: Mapping[str, str | int] | None = None,
    engine: Engine = "oxigraph",
    report: str | None = None,
    bounds: Bounds | None = None,
) -> Answer:
    """Ask a named question, the query in a file, or a SPARQL text, of a graph.

    `source` is a graph file, a folder that a build wrote, a store's folder, an `rdflib.Graph` or a
    `pyoxigraph.Store`. `parameters` are what the question asks for: `{"article": "17"}`; an instrument may be named by
    its words in any order. Of a folder of several reports a question about a report is asked report by report, and the
    answer begins with a column `report`; a question about a corpus, and a query of one's own, is asked of all together.
    `report` is the symbol of the one report to ask in such a folder. The prefixes of the vocabulary need not be
    declared.

    A file or folder is asked in a process of its own, within `bounds` (`Bounds()` where none are given). A graph or a
    store in memory is asked in this process, and only as many rows as `bounds` has are taken, where some are given: do
    so with queries that you trust to end.

    Raises:
        ReadingError: there is no graph at `source`, it is malformed, or it has no such report.
        QueryRefusedError: the query reaches out (`SERVICE`), changes something, or is nested too deeply.
        QueryBoundError: the query takes more than its bounds.
        QueryError: there is no such query or parameter, a parameter is missing or names nothing that there is, or the
            query is malformed or has a term that the vocabulary lacks.

    """
    question = find_query(query)
    given = parameters or {}
    text = question.ask(given)
    values = tuple((p.name, p.kind, str(given[p.name])) for p in question.parameters if p.kind and p.name in given)
    if isinstance(source, str | Path):
        return ask_in_child(Request(str(source), question, text, values, engine, report, bounds or Bounds()))
    from treatygraph.query.checking import Named  # what reads graphs is not imported to wait for a child
    from treatygraph.query.child import ask_here

    named = [Named(*value) for value in values]
    return ask_here(source, question, text, engine, report, bounds, values=named)
