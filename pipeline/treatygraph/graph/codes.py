"""The concepts of the code lists that a graph uses, so that it can be read and queried alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from treatygraph.graph import vocabulary as v
from treatygraph.ontology import ontology_path

_CODED = frozenset(
    {
        v.KIND,
        v.STRENGTH,
        v.STANCE,
        v.SPEAKER,
        v.ACTION_TYPE,
        v.JUDGES,
        v.VERDICT,
        v.DOCUMENT_KIND,
        v.ROLE,
        v.REQUESTED_ACTION,
        v.REF_SEX,
    }
)
_KEPT = frozenset({v.RDF_TYPE, v.SKOS_IN_SCHEME, v.SKOS_PREF_LABEL, v.SKOS_NOTATION})


def describe_codes(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Describe the concepts that are objects of these triples: scheme, name and notation."""
    used = {triple.object for triple in triples if triple.predicate in _CODED}
    for concept, described in _concepts().items():
        if concept in used:
            yield from described


@cache
def _concepts() -> dict[NamedNode, list[Triple]]:
    concepts: dict[NamedNode, list[Triple]] = {}
    for quad in parse(path=ontology_path("codes.ttl"), format=RdfFormat.TURTLE):
        if quad.predicate in _KEPT and isinstance(quad.subject, NamedNode):
            concepts.setdefault(quad.subject, []).append(quad.triple)
    return concepts
