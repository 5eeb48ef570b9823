"""What several reports describe, held together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from treatygraph.errors import ReadingError
from treatygraph.graph.vocabulary import PREFIXES

# What these name belongs to one report: no other describes it.
_OF_ONE_REPORT = tuple(PREFIXES[prefix] for prefix in ("doc", "men", "cit", "g"))


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
