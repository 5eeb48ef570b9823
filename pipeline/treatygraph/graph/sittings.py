"""The sittings of a Committee in the graph: at which session or meetings a document was considered or adopted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, bounds, describe, edtf, full_date, integer, text
from treatygraph.graph.register import Register
from treatygraph.report import Sitting, SittingPurpose

_PURPOSES: Mapping[SittingPurpose, NamedNode] = {
    "considered": v.CONSIDERED_AT,
    "adopted": v.ADOPTED_AT,
    "issued-for": v.ISSUED_FOR,
}


def sitting_links(sittings: Sequence[Sitting], register: Register) -> Iterator[Fact]:
    """What a document says of its sittings: that it was considered, adopted, or is issued for one."""
    return ((_PURPOSES[sitting.purpose], _iri(sitting, register)) for sitting in sittings)


def describe_sittings(sittings: Sequence[Sitting], register: Register) -> Iterator[Triple]:
    """Describe each sitting: its numbers, its days, who sits, and the words that say so."""
    for sitting in sittings:
        span = bounds(sitting.date)
        facts: list[Fact] = [
            (v.SESSION, integer(sitting.session)),
            *((v.MEETING, integer(number)) for number in sitting.meetings),
            (v.HELD_BY, text(sitting.by.replace("-", " "))),
            (v.EDTF, edtf(sitting.date)),
            (v.EARLIEST, full_date(span[0]) if span else None),
            (v.LATEST, full_date(span[1]) if span else None),
            (v.IN_UNIT, register.units[sitting.unit] if sitting.unit else None),
            (v.QUOTE, text(sitting.words)),
        ]
        yield from describe(_iri(sitting, register), (v.SITTING, v.PROV_ENTITY), facts)


def _iri(sitting: Sitting, register: Register) -> NamedNode:
    numbered = f"session-{sitting.session}" if sitting.session else f"meeting-{'-'.join(map(str, sitting.meetings))}"
    return v.term(f"evt:{register.name}__{sitting.purpose}_{numbered}")
