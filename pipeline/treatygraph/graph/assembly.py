"""The graph of a report, put together from its parts: `to_graph`, and the faster `triples` and `to_turtle`.

The graph of a report is self-contained: it describes the report and its units, every mention with its words
and place, the instruments, provisions, agencies and States they denote, the links from treaty articles to law
with the evidence of each, what else the report states, its statistics, and where all this comes from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from treatygraph.dialogue import discuss
from treatygraph.graph.codes import describe_codes
from treatygraph.graph.description import Fact
from treatygraph.graph.dialogue import describe_pointers, spoken_by_unit
from treatygraph.graph.judgements import describe_judgements
from treatygraph.graph.law import describe_agencies, describe_law, describe_states
from treatygraph.graph.links import describe_citations, direct_links
from treatygraph.graph.mentions import describe_mentions
from treatygraph.graph.provenance import describe_provenance
from treatygraph.graph.register import make_register
from treatygraph.graph.relations import describe_actions, describe_statements, find_actions, find_statements
from treatygraph.graph.requests import change_links, describe_requests
from treatygraph.graph.sittings import describe_sittings
from treatygraph.graph.statistics import describe_statistics
from treatygraph.graph.turtle import turtle
from treatygraph.graph.units import describe_report, describe_sections, describe_units
from treatygraph.linking import link
from treatygraph.report import Annotated

if TYPE_CHECKING:
    from rdflib import Graph


def triples(annotated: Annotated) -> Iterator[Triple]:
    """Yield the triples of a report's graph, each once, all triples of a subject together.

    The order is that of the report: the report, its sittings, its sections and units, the law and bodies it names, the
    links and their citations, other statements, statistics, what points at other documents, mentions; last, where the
    graph comes from. A report that was not linked yet is linked first.
    """
    annotated = link(annotated)
    register = make_register(annotated)
    report = annotated.report
    dialogue = annotated.dialogue or discuss(annotated)
    spoken = spoken_by_unit(dialogue, register)
    citations = annotated.citations or ()
    statements = find_statements(annotated, register)
    said: dict[NamedNode, list[Fact]] = {}
    for subject, fact in direct_links(citations, register):
        said.setdefault(subject, []).append(fact)
    for subject, fact in change_links(annotated, dialogue, register):
        said.setdefault(subject, []).append(fact)
    for statement in statements:
        said.setdefault(statement.subject, []).append((statement.predicate, statement.object))
    law = [
        *describe_law(annotated, citations, said, register),
        *describe_agencies(annotated, said, register),
        *describe_states(annotated, said),
        *describe_citations(citations, register),
        *describe_judgements(annotated, register),
        *describe_statements(statements, register),
        *describe_actions(find_actions(annotated, register), register),
    ]
    whole = [
        *describe_report(report, register),
        *describe_sittings(report.sittings, register),
        *law,
        *describe_statistics(annotated, register),
        *describe_sections(report, register, spoken),
        *describe_units(annotated, register, spoken),
        *describe_pointers(dialogue, register),
        *describe_requests(annotated, dialogue, register),
        *describe_mentions(annotated, register),
    ]
    whole.extend(describe_codes(whole))
    yield from whole
    yield from describe_provenance(report, register, len(whole))


def to_turtle(annotated: Annotated) -> bytes:
    """Write a report's graph as Turtle: a block for each subject, the same bytes for the same input."""
    return turtle(triples(annotated))


def to_graph(annotated: Annotated) -> Graph:
    """Make a report's graph as an `rdflib.Graph` with the project's prefixes bound."""
    from treatygraph.graph.rdflib_graph import make_graph

    return make_graph(triples(annotated))
