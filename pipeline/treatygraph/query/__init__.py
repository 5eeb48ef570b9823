"""Asking questions of the graph, and checking it: `run_query`, `list_queries`, `validate`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pyoxigraph import Store

from treatygraph.query.answers import Answer, Iri, Value
from treatygraph.query.engines import ask_oxigraph, ask_rdflib, choose_report, open_store, report_folders
from treatygraph.query.questions import Parameter, QueryError, Question, find_query, list_queries
from treatygraph.query.validation import Finding, ValidationResult, validate

if TYPE_CHECKING:
    from rdflib import Graph

Engine = Literal["oxigraph", "rdflib"]

__all__ = [
    "Answer",
    "Engine",
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
    engine: Engine = "oxigraph",
    report: str | None = None,
) -> Answer:
    """Ask a named question, or the query in a file, of a graph.

    `source` is a graph file, a folder that a build wrote, a store's folder, an `rdflib.Graph` or a
    `pyoxigraph.Store`. `parameters` replace defaults of the query: `{"article": "17"}`. Of a folder of several
    reports a question about a report is asked report by report, and the answer begins with a column `report`; a
    question about a corpus, and a query of one's own, is asked of all together. `report` is the symbol of the one
    report to ask in such a folder.

    Raises:
        ReadingError: there is no graph at `source`, it is malformed, or it has no such report.
        QueryError: there is no such query or parameter, or the query is malformed.

    """
    question = find_query(query)
    text = question.ask(parameters or {})
    if isinstance(source, str | Path) and (folders := report_folders(Path(source))):
        if report is not None:
            return _ask(choose_report(folders, report), question, text, engine)
        if question.scope == "report" and len(folders) > 1:
            return _ask_each(folders, question, text, engine)
    return _ask(source, question, text, engine)


def _ask_each(folders: Mapping[str, Path], question: Question, text: str, engine: Engine) -> Answer:
    answers = {symbol: _ask(folder, question, text, engine) for symbol, folder in folders.items()}
    columns = next(iter(answers.values())).columns
    rows = tuple((symbol, *row) for symbol, answer in answers.items() for row in answer.rows)
    return Answer(question.name, question.question, ("report", *columns), rows)


def _ask(source: Graph | Store | Path | str, question: Question, text: str, engine: Engine) -> Answer:
    if engine == "oxigraph":
        return ask_oxigraph(open_store(source), question, text)
    if isinstance(source, str | Path | Store):
        from treatygraph.graph.rdflib_graph import make_dataset

        source = make_dataset(open_store(source))
    return ask_rdflib(source, question, text)
