"""What the graph says of an IRI: what it says of the thing, and what of others names the thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from treatygraph.graph.vocabulary import BASE
from treatygraph.store.contents import VOCABULARY_GRAPH

MOST: Final = 500
"""How many triples of a direction a description has; a treaty's article may be named by every report."""
_NAMES = tuple(
    NamedNode(iri)
    for iri in (
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://purl.org/dc/terms/title",
        "http://purl.org/dc/terms/identifier",
    )
)


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a thing, and by which triples others name it; `more` says that there are others still."""

    iri: str
    name: str
    said: tuple[Triple, ...]
    naming: tuple[Triple, ...]
    more: bool

    @property
    def triples(self) -> tuple[Triple, ...]:
        """All of it."""
        return (*self.said, *self.naming)


def describe(store: Store, iri: str) -> Description | None:
    """Describe an IRI of a store; None where nothing is said of it.

    Raises:
        ValueError: it is no IRI.
    """
    node = NamedNode(iri)
    if iri == f"{BASE}ont":  # the address without its fragment: a document that describes all terms
        terms = (quad for quad in store.quads_for_pattern(None, None, None, VOCABULARY_GRAPH) if _is_term(quad, iri))
        return _made(store, iri, [quad.triple for quad in terms], [], more=False)
    for graph in (DefaultGraph(), VOCABULARY_GRAPH):
        said = _some(store.quads_for_pattern(node, None, None, graph))
        naming = _some(store.quads_for_pattern(None, None, node, graph))
        if said or naming:
            more = MOST in (len(said), len(naming))
            return _made(store, iri, said, naming, more=more)
    return None


def _made(store: Store, iri: str, said: list[Triple], naming: list[Triple], *, more: bool) -> Description | None:
    if not said and not naming:
        return None
    return Description(iri, name_of(store, NamedNode(iri)), tuple(said), tuple(naming), more)


def name_of(store: Store, node: NamedNode) -> str:
    """What a thing is called, or else the end of its IRI."""
    for predicate in _NAMES:
        for quad in store.quads_for_pattern(node, predicate, None, None):
            if isinstance(quad.object, Literal):
                return quad.object.value
    return node.value.rstrip("/#").rsplit("/", 1)[-1]


def _is_term(quad: Quad, iri: str) -> bool:
    return isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(f"{iri}#")


def _some(quads: Iterable[Quad]) -> list[Triple]:
    """The first triples of the default order, which is that of the store and changes with no question."""
    return [quad.triple for quad in islice(quads, MOST)]
