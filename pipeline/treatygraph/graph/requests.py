"""What a Committee asks, in the graph: requests, and the laws that it wants changed or is concerned about.

`tg:changeRequested` leads from a law to the recommendation that wants it amended, repealed or harmonised;
`tg:concernUnder` from an article to a law that a concern under it names. Neither is a claim of the State. What is
wanted and not there yet is words alone, and never the law in force that goes by the same name.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from treatygraph.dialogue.requests import find_concerns, requested_entity
from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, text
from treatygraph.graph.iris import local_name
from treatygraph.graph.register import Register, treaty_of
from treatygraph.report import Annotated, Dialogue, Request

_CHANGES = ("amend", "repeal", "harmonize")


def change_links(annotated: Annotated, dialogue: Dialogue, register: Register) -> Iterator[tuple[NamedNode, Fact]]:
    """The direct links of requests and concerns, by subject: of laws of the State alone."""
    for request in dialogue.requests:
        law = _law(annotated, request, register)
        if law is not None and request.action in _CHANGES and _is_national(annotated, request):
            yield law, (v.CHANGE_REQUESTED, register.units[request.unit])
    for mention, articles in find_concerns(annotated, dialogue):
        entity = register.entities.get(mention.entity or "")
        if entity is None or entity.level != "national":
            continue
        for article in articles:
            subject = treaty_of(register, article)
            if subject is not None:
                yield subject, (v.CONCERN_UNDER, register.entity(entity.id))


def describe_requests(annotated: Annotated, dialogue: Dialogue, register: Register) -> Iterator[Triple]:
    """Describe each request: unit and sub-item, the action, its words, and the instrument with how that is known."""
    texts = {unit.id: unit.text for unit in annotated.report.units}
    for place, request in enumerate(dialogue.requests, start=1):
        unit = register.units[request.unit]
        law = _law(annotated, request, register)
        facts: list[Fact] = [
            (v.IN_UNIT, unit),
            (v.REQUESTED_ACTION, v.term(f"ask:{request.action}")),
            (v.ITEM, text(request.item)),
            (v.QUOTE, text(texts[request.unit][request.start : request.end].strip())),
            (v.REQUESTED_INSTRUMENT, law),
            (v.WANTED_INSTRUMENT, text(request.words) if request.wanted else None),
            (v.DESCRIBED_INSTRUMENT, text(request.words) if law is None and not request.wanted else None),
            (v.INSTRUMENT_BASIS, text(request.basis)),
        ]
        yield from describe(v.term(f"req:{local_name(unit)}--{place}"), (v.REQUEST, v.PROV_ENTITY), facts)


def _law(annotated: Annotated, request: Request, register: Register) -> NamedNode | None:
    """The instrument in force that a request is about; None of one that is wanted or only described."""
    entity = requested_entity(annotated, request)
    return register.entity(entity) if entity else None


def _is_national(annotated: Annotated, request: Request) -> bool:
    entity = requested_entity(annotated, request)
    return any(known.id == entity and known.level == "national" for known in annotated.entities)
