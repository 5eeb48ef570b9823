"""Linking: which law is cited under which article of the treaty reported on, and what the State says by it.

A resolved report goes in, the same with its citations comes out. `find_citations` finds them, the wide layer;
`decide_claims` says of each whose words it stands in, what they say of the law, and of which articles that is a claim
of the State.
"""

from dataclasses import replace

from treatygraph.linking.citations import find_citations
from treatygraph.linking.claims import decide_claims
from treatygraph.linking.coverage import find_unlinked
from treatygraph.ontology import load_treaty
from treatygraph.report import Annotated

__all__ = ["link"]


def link(annotated: Annotated) -> Annotated:
    """Add the citations to a resolved report; one that has them already is returned as it is.

    A report under no core treaty has none. Where hardly a law is linked, the report's quality record says so.
    """
    if annotated.citations is not None:
        return annotated
    treaty = load_treaty(annotated.report.treaty) if annotated.report.treaty else None
    if treaty is None:
        return replace(annotated, citations=())
    citations = tuple(decide_claims(annotated, find_citations(annotated), treaty))
    unlinked = find_unlinked(annotated, citations, treaty)
    if unlinked:
        quality = annotated.report.quality
        quality = replace(quality, warnings=(*quality.warnings, unlinked))
        annotated = replace(annotated, report=replace(annotated.report, quality=quality))
    return replace(annotated, citations=citations)
