"""The direct links between treaty articles and law, and the citations that are their evidence.

Two layers, by name. `tg:citedUnder`, and `tg:lawCited` the other way, say that a law is cited in a paragraph that the
text places under the article: always literally true, and no more. What the *State* says of article and law is one of
five predicates: `tg:implementedBy` a national instrument in force that it says has effect, `tg:plannedBy` one that is
planned or to be changed, `tg:gapIn` one that is said to fall short, `tg:formerlyImplementedBy` one that is said to be
repealed or replaced, `tg:supportedBy` an international instrument other than the treaty reported on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, decimal, describe, integer, text
from treatygraph.graph.iris import local_name
from treatygraph.graph.judgements import judgement_iri
from treatygraph.graph.register import Register, treaty_of
from treatygraph.report import Citation, ClaimKind

CLAIMS: dict[ClaimKind, NamedNode] = {
    "implementedBy": v.IMPLEMENTED_BY,
    "plannedBy": v.PLANNED_BY,
    "gapIn": v.GAP_IN,
    "formerlyImplementedBy": v.FORMERLY_IMPLEMENTED_BY,
    "supportedBy": v.SUPPORTED_BY,
}


def direct_links(citations: Sequence[Citation], register: Register) -> Iterator[tuple[NamedNode, Fact]]:
    """Yield the direct links by subject, of both layers: with the instrument always, and with the provision cited.

    A claim is made of the instrument; of the provision only that it carries the article out.
    """
    for citation in citations:
        target = citation.target
        for element in citation.elements:
            subject = treaty_of(register, element)
            if subject is None:
                continue
            for path in dict.fromkeys(((), target.path)):
                law = register.entity(target.entity, path)
                assert law is not None
                yield law, (v.CITED_UNDER, subject)
                yield subject, (v.LAW_CITED, law)
        for element in citation.claimed:
            subject = treaty_of(register, element)
            if subject is None or citation.claim is None:
                continue
            yield subject, (CLAIMS[citation.claim], register.entity(target.entity))
            if target.path and citation.claim == "implementedBy":
                yield subject, (v.IMPLEMENTED_BY_PROVISION, register.entity(target.entity, target.path))


def describe_citations(citations: Sequence[Citation], register: Register) -> Iterator[Triple]:
    """Describe each citation: unit, strength, target, treaty elements, whose words say what of the law, the claim."""
    for citation in citations:
        unit = register.units[citation.unit]
        target = register.entity(citation.target.entity, citation.target.path)
        assert target is not None
        facts: list[Fact] = [
            *((v.TREATY_ELEMENT_OF, treaty_of(register, element)) for element in citation.elements),
            (v.TARGET, target),
            (v.STRENGTH, v.term(f"link:{citation.strength}")),
            (v.ARTICLE_COUNT, integer(citation.article_count)),
            (v.STANCE, v.term(f"stance:{citation.stance}")),
            (v.STANCE_RULE, text(citation.stance_rule)),
            (v.SPEAKER, v.term(f"speaker:{citation.speaker}")),
            (v.SUBNATIONAL, Literal(True) if citation.subnational else None),
            *((v.LIKELY_ARTICLE, treaty_of(register, element)) for element in citation.likely or ()),
            (v.MARGIN, None if citation.margin is None else decimal(citation.margin)),
            (v.CLAIMS, CLAIMS[citation.claim] if citation.claim else None),
            *((v.CLAIMED_OF, treaty_of(register, element)) for element in citation.claimed),
            (v.IN_UNIT, unit),
            *((v.EVIDENCE, register.mention(mention)) for mention in citation.evidence),
            *((v.JUDGEMENT_OF, judgement_iri(judgement, register)) for judgement in citation.review),
            (v.CONFIDENCE, decimal(min(mention.confidence for mention in citation.evidence))),
        ]
        iri = v.term(f"cit:{local_name(unit)}--{citation.strength}--{local_name(target)}")
        yield from describe(iri, (v.CITATION, v.PROV_ENTITY), facts)
