"""The direct links from treaty articles to law, and the citations that are their evidence.

Three predicates, never two for one instrument: `tg:implementedBy` a national instrument in force,
`tg:plannedBy` a bill or draft, `tg:supportedBy` an international instrument other than the treaty
reported on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, decimal, describe, integer
from treatygraph.graph.iris import local_name
from treatygraph.graph.register import Register, treaty_of
from treatygraph.report import Citation, Entity


def link_predicate(entity: Entity) -> NamedNode:
    """Choose the predicate that links a treaty element to this instrument."""
    if entity.level == "international":
        return v.SUPPORTED_BY
    return v.PLANNED_BY if entity.kind == "bill" else v.IMPLEMENTED_BY


def direct_links(citations: Sequence[Citation], register: Register) -> Iterator[tuple[NamedNode, Fact]]:
    """Yield the direct links by subject: to the instrument always, and to the provision of a law in force."""
    for citation in citations:
        target = citation.target
        predicate = link_predicate(register.entities[target.entity])
        for element in citation.elements:
            subject = treaty_of(register, element)
            if subject is None:
                continue
            yield subject, (predicate, register.entity(target.entity))
            if target.path and predicate == v.IMPLEMENTED_BY:
                yield subject, (v.IMPLEMENTED_BY_PROVISION, register.entity(target.entity, target.path))


def describe_citations(citations: Sequence[Citation], register: Register) -> Iterator[Triple]:
    """Describe each citation: unit, strength, target, treaty elements and the words."""
    for citation in citations:
        unit = register.units[citation.unit]
        target = register.entity(citation.target.entity, citation.target.path)
        assert target is not None
        facts: list[Fact] = [
            *((v.TREATY_ELEMENT_OF, treaty_of(register, element)) for element in citation.elements),
            (v.TARGET, target),
            (v.STRENGTH, v.term(f"link:{citation.strength}")),
            (v.ARTICLE_COUNT, integer(citation.article_count)),
            (v.IN_UNIT, unit),
            *((v.EVIDENCE, register.mention(mention)) for mention in citation.evidence),
            (v.CONFIDENCE, decimal(min(mention.confidence for mention in citation.evidence))),
        ]
        iri = v.term(f"cit:{local_name(unit)}--{citation.strength}--{local_name(target)}")
        yield from describe(iri, (v.CITATION, v.PROV_ENTITY), facts)
