"""What the graphs of several reports have in common: a graph of its own, `g:common`, where graphs are kept apart.

The facts about treaties, States and codes stand in the graph of each report, so that it can be read alone, and so does
what is said of a law that several reports cite. Where the graphs of many reports lie in one store, a triple that stands
in several of them would be counted once for each: there it stands in `g:common`, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, integer, text
from treatygraph.ontology import ontology_path

COMMON_GRAPH = v.term("g:common")

_WHAT = (
    "The treaties, States and codes that the reports name, and what several reports say alike of the "
    "laws and bodies that they share. The graph of a report is whole together with it."
)


@cache
def known_facts() -> frozenset[Triple]:
    """The facts that come with the program: of the treaties, their articles, the States and the code lists."""
    files = ("treaties.ttl", "states.ttl", "codes.ttl")
    return frozenset(quad.triple for file in files for quad in parse(path=ontology_path(file), format=RdfFormat.TURTLE))


def describe_common(triples: Iterable[Triple], graphs: Iterable[NamedNode]) -> tuple[Triple, ...]:
    """Put together what `graphs` have in common: subject by subject, after what the graph itself is."""
    facts = sorted(triples, key=lambda t: (str(t.subject), t.predicate != v.RDF_TYPE, str(t.predicate), str(t.object)))
    needs = tuple(Triple(graph, v.DCTERMS_REQUIRES, COMMON_GRAPH) for graph in graphs)
    itself: list[Fact] = [
        (v.DCTERMS_TITLE, text("What the graphs of several reports have in common", "en")),
        (v.DCTERMS_DESCRIPTION, text(_WHAT, "en")),
    ]
    described = len(tuple(describe(COMMON_GRAPH, (v.VOID_DATASET,), itself))) + 1
    itself.append((v.VOID_TRIPLES, integer(described + len(needs) + len(facts))))
    return (*describe(COMMON_GRAPH, (v.VOID_DATASET,), itself), *needs, *facts)
