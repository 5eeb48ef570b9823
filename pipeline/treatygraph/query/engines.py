"""Asking a query of a graph, with rdflib or with Oxigraph.

rdflib suits one report and the graphs a notebook holds; Oxigraph is up to a hundred times faster and reads
stores of many reports. Both give the same answers; where engines differ (comparing years, joining numbers into
text) the questions avoid it. A text is looked at before it comes here (`sparql.check_text`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import pyoxigraph

from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.query.answers import Answer, Iri, Value, read_literal
from treatygraph.query.bounds import Bounds, too_many
from treatygraph.query.errors import QueryError, QueryRefusedError
from treatygraph.query.questions import Question
from treatygraph.query.sparql import check_graphs, chooses_graphs, refuse_graph, refuse_service, selects_all

_Row = TypeVar("_Row")

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.plugins.sparql.parserutils import CompValue


@dataclass(frozen=True, slots=True)
class View:
    """What a question sees of a store of many graphs: the graph that is its default one, and those it may name.

    `graph` is None where that is the store's own default graph.
    """

    graph: pyoxigraph.NamedNode | None
    named: tuple[pyoxigraph.NamedNode, ...]

    def options(self, text: str) -> dict[str, Any]:
        """What the engine is told; a query with `FROM` tells it itself."""
        if chooses_graphs(text):
            return {}
        return {"default_graph": self.graph or pyoxigraph.DefaultGraph(), "named_graphs": list(self.named)}


def ask_oxigraph(
    store: pyoxigraph.Store, question: Question, query: str, bounds: Bounds | None = None, view: View | None = None
) -> Answer:
    """Ask a query of a store, or of what `view` shows of it; the prefixes of the vocabulary need not be declared.

    Raises:
        QueryRefusedError: the query asks a graph that is not held, or is nested too deeply.
        QueryBoundError: the answer is longer than it may be.
        QueryError: the query is malformed, or cannot be answered.

    """
    named = store.named_graphs() if view is None else view.named
    held = [graph.value for graph in named if isinstance(graph, pyoxigraph.NamedNode)]
    check_graphs(question.name, query, held, PREFIXES)
    try:
        result = store.query(query, prefixes=PREFIXES, **({} if view is None else view.options(query)))
        if isinstance(result, pyoxigraph.QueryBoolean):
            return Answer(question.name, question.question, ("answer",), ((bool(result),),))
        if isinstance(result, pyoxigraph.QueryTriples):
            terms = _bounded(((t.subject, t.predicate, t.object) for t in result), question, bounds)
            return _answer_triples(question, ((_read_oxigraph(*triple), map(str, triple)) for triple in terms))
        columns = tuple(variable.value for variable in result.variables)
        rows = _bounded((_read_oxigraph(*solution) for solution in result), question, bounds)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise _cannot_run(question, error) from error
    return Answer(question.name, question.question, columns, rows)


def ask_rdflib(graph: Graph, question: Question, query: str, bounds: Bounds | None = None) -> Answer:
    """Ask a query of an `rdflib.Graph`; the prefixes of the vocabulary and of the graph need not be declared.

    Raises:
        QueryRefusedError: the query asks another machine, or a graph that is not held, or is nested too deeply.
        QueryBoundError: the answer is longer than it may be.
        QueryError: the query is malformed, or cannot be answered.

    """
    from rdflib.plugins.sparql import prepareQuery

    try:
        prepared = prepareQuery(query, initNs={**dict(graph.namespaces()), **PREFIXES})
        check_algebra(question.name, prepared.algebra, graph)
        result = graph.query(prepared)
        found = _bounded(result, question, bounds)
        rows = tuple(map(_read_rdflib, found))
    except (MemoryError, QueryError):
        raise
    except Exception as error:  # rdflib raises the errors of pyparsing and several of its own
        raise _cannot_run(question, error) from error
    if result.type == "ASK":
        return Answer(question.name, question.question, ("answer",), ((bool(result.askAnswer),),))
    if result.type in ("CONSTRUCT", "DESCRIBE"):
        return _answer_triples(question, zip(rows, map(_n3, found), strict=True))
    columns = tuple(str(variable) for variable in result.vars or ())
    if selects_all(query):  # rdflib has them in any order, Oxigraph by name
        order = sorted(range(len(columns)), key=columns.__getitem__)
        columns = tuple(columns[place] for place in order)
        rows = tuple(tuple(row[place] for place in order) for row in rows)
    return Answer(question.name, question.question, columns, rows)


def check_algebra(name: str, algebra: CompValue, graph: Graph) -> None:
    """Check what rdflib's parser made of a query: what is no word for this package may be one for it.

    A graph that is empty counts as none, since rdflib would fetch it.

    Raises:
        QueryRefusedError: the query asks another machine, or a graph that is not held.

    """
    from rdflib import ConjunctiveGraph, Dataset
    from rdflib.plugins.sparql.parserutils import CompValue

    parts: Iterable[Graph] = ()
    if isinstance(graph, ConjunctiveGraph):
        parts = graph.graphs() if isinstance(graph, Dataset) else graph.contexts()
    held = {str(part.identifier) for part in parts if len(part)}
    for clause in algebra.datasetClause or ():
        refuse_graph(name, str(clause.default or clause.named), held)
    waiting: list[object] = [algebra]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            if part.name == "ServiceGraphPattern":
                raise refuse_service(name)
            waiting.extend(part.values())
        elif isinstance(part, list | tuple | set):
            waiting.extend(part)


def _answer_triples(question: Question, found: Iterable[tuple[tuple[Value, ...], Iterable[str]]]) -> Answer:
    """The answer of CONSTRUCT and DESCRIBE: triples as values and as they are written, in the order of the values."""
    pairs = sorted(((row, f"{' '.join(written)} .") for row, written in found), key=lambda pair: _as_text(pair[0]))
    rows, lines = tuple(row for row, _ in pairs), tuple(line for _, line in pairs)
    return Answer(question.name, question.question, _TRIPLE, rows, triples=lines)


def _bounded(rows: Iterable[_Row], question: Question, bounds: Bounds | None) -> tuple[_Row, ...]:
    """Take the rows, where they are not more than there may be."""
    if bounds is None:
        return tuple(rows)
    taken = tuple(islice(rows, bounds.rows + 1))
    if len(taken) > bounds.rows:
        raise too_many(question.name, bounds)
    return taken


def _cannot_run(question: Question, error: Exception) -> QueryError:
    if isinstance(error, RecursionError):
        return QueryRefusedError(f"The query {question.name} is nested too deeply, or too long, for this engine.")
    words = " ".join(str(error).split()).rstrip(".")
    return QueryError(f"The query {question.name} cannot be run: {words}.")


_TRIPLE = ("subject", "predicate", "object")


def _read_oxigraph(*terms: object) -> tuple[Value, ...]:
    return tuple(map(_from_oxigraph, terms))


def _n3(triple: Any) -> tuple[str, ...]:
    return tuple(term.n3() for term in triple)


def _read_rdflib(row: object) -> tuple[Value, ...]:
    return tuple(map(_from_rdflib, row)) if isinstance(row, tuple) else (bool(row),)


def _from_oxigraph(term: object) -> Value:
    if isinstance(term, pyoxigraph.NamedNode):
        return Iri(term.value)
    if isinstance(term, pyoxigraph.Literal):
        return read_literal(term.value, term.datatype.value)
    return None if term is None else str(term)


def _from_rdflib(term: object) -> Value:
    from rdflib import Literal, URIRef

    if isinstance(term, URIRef):
        return Iri(term)
    if isinstance(term, Literal):
        return read_literal(str(term), str(term.datatype or ""))
    return None if term is None else str(term)


def _as_text(row: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(map(str, row))
