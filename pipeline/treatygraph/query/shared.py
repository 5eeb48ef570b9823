"""What several reports describe, held together; and work on reports spread over processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from treatygraph.errors import ReadingError
from treatygraph.graph.vocabulary import PREFIXES

Result = TypeVar("Result")

# What these name belongs to one report: no other describes it.
_OF_ONE_REPORT = tuple(PREFIXES[prefix] for prefix in ("doc", "men", "cit", "g"))
# A process is replaced after so many reports, so that what a report leaves behind does not pile up.
_REPORTS_A_PROCESS = 16


@dataclass(frozen=True, slots=True)
class Shared:
    """The triples of all that more than one report describes, each once, and how many triples there are in all."""

    store: Store
    triples: int


def gather_shared(files: Sequence[Path]) -> Shared:
    """Gather the descriptions of laws, bodies and States that stand in more than one graph.

    The files are read twice; held in memory are only the names of what is no report's own, and the triples shared.

    Raises:
        ReadingError: a graph is malformed.
    """
    first: dict[str, int] = {}
    shared: set[str] = set()
    triples = 0
    for place, file in enumerate(files):
        for quad in _read(file):
            triples += 1
            name = _shareable(quad)
            if name is not None and first.setdefault(name, place) != place:
                shared.add(name)
    store, doubled = Store(), 0
    for file in files:
        described = [quad for quad in _read(file) if _shareable(quad) in shared]
        doubled += len(described)
        store.extend(described)
    return Shared(store, triples - doubled + len(store))


def spread(work: Callable[..., Result], tasks: Sequence[tuple[object, ...]], jobs: int) -> Iterator[Result]:
    """Do tasks in up to `jobs` processes and yield the results in their order; what a lost process had is done here."""
    workers = min(jobs, len(tasks))
    if workers <= 1:
        yield from (work(*task) for task in tasks)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, max_tasks_per_child=_REPORTS_A_PROCESS) as pool:
        for task, future in [(task, pool.submit(work, *task)) for task in tasks]:
            try:
                result = future.result()
            except BrokenProcessPool:
                result = work(*task)
            yield result


def _read(file: Path) -> Iterable[Quad]:
    try:
        yield from parse(path=str(file), format=RdfFormat.TURTLE)
    except (SyntaxError, OSError) as error:
        raise ReadingError(f"{file}: this is not a well-formed graph ({error}); build it again.") from error


def _shareable(quad: Quad) -> str | None:
    subject = quad.subject
    if not isinstance(subject, NamedNode) or subject.value.startswith(_OF_ONE_REPORT):
        return None
    return subject.value
