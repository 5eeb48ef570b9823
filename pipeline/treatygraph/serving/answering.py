"""Answering a job from the store, in a worker process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pyoxigraph

from treatygraph.errors import ReadingError
from treatygraph.graph.vocabulary import BASE, PREFIXES
from treatygraph.query.answers import Answer
from treatygraph.query.bounds import Bounds
from treatygraph.query.checking import Named
from treatygraph.query.child import ask_kept
from treatygraph.query.errors import QueryBoundError, QueryError, QueryRefusedError
from treatygraph.query.kept import KeptStore
from treatygraph.query.questions import find_query
from treatygraph.query.sparql import check_graphs, check_text, chooses_graphs
from treatygraph.query.spreadsheet import csv_lines
from treatygraph.serving.describing import describe
from treatygraph.serving.jobs import Job, Limits, Reply, say
from treatygraph.serving.media import CSV, GRAPHS, HTML, JSON, ROWS, TABLES, TRUTHS, choose, with_letters
from treatygraph.serving.pages import answer_page, description_page

_NAME = "as sent"  # "The query as sent cannot be run."


def answer(kept: KeptStore, job: Job, limits: Limits) -> Reply:
    """Answer a job; what cannot be answered gets a sentence and the status that goes with it."""
    try:
        if job.kind == "sparql":
            return _answer_sparql(kept, job, limits)
        if job.kind == "named":
            return _answer_named(kept, job, limits)
        return _answer_iri(kept, job, limits)
    except QueryRefusedError as error:
        return say(403, str(error))
    except QueryBoundError as error:
        return say(413, str(error))
    except QueryError as error:
        return say(400, str(error))
    except ReadingError as error:
        return say(404, str(error))
    except _TooLongError:
        return say(413, f"The answer has more than {limits.answer_megabytes} MB; put LIMIT at the end of the query.")
    except (SyntaxError, ValueError) as error:
        return say(400, f"The query {_NAME} cannot be run: {' '.join(str(error).split())}.")
    except MemoryError:
        return say(503, f"The query {_NAME} needs more than {limits.megabytes:,} MB of memory; make it narrower.")


def _answer_sparql(kept: KeptStore, job: Job, limits: Limits) -> Reply:
    check_text(_NAME, job.text)
    if not job.graphs and not job.named and chooses_graphs(job.text):
        held = [graph.value for graph in kept.store.named_graphs() if isinstance(graph, pyoxigraph.NamedNode)]
        check_graphs(_NAME, job.text, held, PREFIXES)
    result = kept.store.query(job.text, base_iri=BASE, prefixes=PREFIXES, **_graphs(job))
    formats = TRUTHS if isinstance(result, pyoxigraph.QueryBoolean) else TABLES
    names: Any = pyoxigraph.QueryResultsFormat
    if isinstance(result, pyoxigraph.QueryTriples):
        formats, names = GRAPHS, pyoxigraph.RdfFormat
    kind = choose(job.accept, tuple(formats))
    if kind is None:
        return say(406, f"This answer is to be had as {', '.join(formats)}.")
    written = _Bounded(limits.answer)
    result.serialize(written, format=getattr(names, formats[kind]))
    return Reply(200, with_letters(kind), written.getvalue())


def _graphs(job: Job) -> dict[str, Any]:
    """What the engine is told of the graphs to ask: what the protocol says goes before what the query says."""
    if not job.graphs and not job.named:
        return {}
    return {
        "default_graph": list(map(pyoxigraph.NamedNode, job.graphs)),
        "named_graphs": list(map(pyoxigraph.NamedNode, job.named)),
    }


def _answer_named(kept: KeptStore, job: Job, limits: Limits) -> Reply:
    kind = choose(job.accept, ROWS)
    if kind is None:
        return say(406, f"This answer is to be had as {', '.join(ROWS)}.")
    question = find_query(job.text)
    text = question.ask(job.parameters)
    given = job.parameters
    values = [Named(p.name, p.kind, given[p.name]) for p in question.parameters if p.kind and p.name in given]
    bounds = Bounds(answer_megabytes=limits.answer_megabytes)
    found = ask_kept(kept, question, text, job.report, bounds, values)
    written = _Bounded(limits.answer)
    if kind == CSV:
        for line in csv_lines(found):
            written.write(line.encode())
    elif kind == JSON:
        written.write(json.dumps(_records(found), ensure_ascii=False, default=str).encode())
    else:
        written.write(answer_page(question, found, job).encode())
    return Reply(200, with_letters(kind), written.getvalue())


def _records(found: Answer) -> list[Mapping[str, object]]:
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def _answer_iri(kept: KeptStore, job: Job, limits: Limits) -> Reply:
    offered = (HTML, *GRAPHS)
    kind = choose(job.accept, offered)
    if kind is None:
        return say(406, f"This description is to be had as {', '.join(offered)}.")
    description = describe(kept.store, job.text)
    if description is None:
        return say(404, f"Nothing is said here of <{job.text}>.")
    if kind == HTML:
        return Reply(200, with_letters(HTML), description_page(description).encode())
    written = _Bounded(limits.answer)
    pyoxigraph.serialize(description.triples, written, getattr(pyoxigraph.RdfFormat, GRAPHS[kind]), prefixes=PREFIXES)
    return Reply(200, with_letters(kind), written.getvalue())


class _TooLongError(Exception):
    """An answer is longer than it may be."""


class _Bounded(BytesIO):
    """A file in memory that does not grow beyond a bound."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, part: Any) -> int:
        if self.tell() + len(part) > self._most:
            raise _TooLongError
        return super().write(part)
