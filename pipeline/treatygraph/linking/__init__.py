"""Linking: which law is cited under which article of the treaty reported on, and what the State says by it.

A resolved report goes in, the same with its citations comes out. `find_citations` finds them, the wide layer;
`decide_claims` says of each whose words it stands in, what they say of the law, and of which articles that is a claim
of the State.
"""

from dataclasses import replace

from treatygraph.linking.citations import find_citations
from treatygraph.linking.claims import decide_claims
from treatygraph.ontology import load_treaty
from treatygraph.report import Annotated

__all__ = ["link"]


def link(annotated: Annotated) -> Annotated:
    """Add the citations to a resolved report; one that has them already is returned as it is.

    A report under no core treaty has none.
    """
    if annotated.citations is not None:
        return annotated
    treaty = load_treaty(annotated.report.treaty) if annotated.report.treaty else None
    if treaty is None:
        return replace(annotated, citations=())
    return replace(annotated, citations=tuple(decide_claims(annotated, find_citations(annotated), treaty)))
