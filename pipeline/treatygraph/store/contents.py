"""What a store holds of each report, and beside the reports: the same as whoever reads the files sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from treatygraph.errors import ReadingError
from treatygraph.graph.depositary import describe_depositary, load_depositary
from treatygraph.graph.external import ExternalLink, choose_external, describe_external, load_external
from treatygraph.graph.vocabulary import DEPOSITARY_GRAPH, term
from treatygraph.ontology import ontology_path
from treatygraph.store.layout import GRAPH_FILE

VOCABULARY_GRAPH: Final = term("g:vocabulary")
VOCABULARY_FILES: Final = ("treatygraph.ttl", "codes.ttl", "treaties.ttl", "states.ttl")


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the reports: the links of laws, and what the depositary records."""

    links: tuple[ExternalLink, ...]
    recorded: tuple[Triple, ...]

    @property
    def about(self) -> tuple[Triple, ...]:
        """What is said of the graph of the depositary: a question looks for it in each report."""
        return tuple(triple for triple in self.recorded if triple.subject == DEPOSITARY_GRAPH)


def read_beside(output: Path) -> Beside:
    """Read what lies beside the reports.

    Raises:
        ReadingError: a file is there and cannot be read, or a row is not what it should be.
    """
    return Beside(load_external(output), describe_depositary(load_depositary(output)))


def check_links(links: tuple[ExternalLink, ...], described: Callable[[NamedNode], bool]) -> None:
    """Check that every link is of a law that a report describes.

    Raises:
        ReadingError: one is not.
    """
    choose_external(links, described, all_reports=True)


def report_triples(folder: Path, beside: Beside) -> Iterator[Triple]:
    """Yield the triples that a question about a report sees, as they come; some may come twice.

    Raises:
        ReadingError: the graph is malformed.
    """
    file, laws = folder / GRAPH_FILE, {link.law for link in beside.links}
    described: set[NamedNode] = set()
    try:
        for quad in parse(path=str(file), format=RdfFormat.TURTLE):
            if quad.subject in laws:
                described.add(quad.subject)
            yield quad.triple
    except (SyntaxError, OSError) as error:
        raise ReadingError(f"{file}: this is not a well-formed graph ({error}); build it again.") from error
    yield from added_triples(beside, described.__contains__)


def added_triples(beside: Beside, described: Callable[[NamedNode], bool]) -> Iterator[Triple]:
    """Yield what a question about a report sees beside the report's own triples, by which laws the report describes."""
    yield from describe_external(choose_external(beside.links, described, all_reports=False))
    yield from beside.about


def quads_beside(beside: Beside) -> Iterator[Quad]:
    """Yield what stands in the graphs that are no report's."""
    for triple in beside.recorded:
        yield Quad(triple.subject, triple.predicate, triple.object, DEPOSITARY_GRAPH)
    for name in VOCABULARY_FILES:
        for quad in parse(path=str(ontology_path(name)), format=RdfFormat.TURTLE):
            yield Quad(quad.subject, quad.predicate, quad.object, VOCABULARY_GRAPH)
