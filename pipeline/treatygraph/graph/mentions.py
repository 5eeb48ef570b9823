"""Mentions: the words in which a unit names something, with their place on the page."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, bounds, decimal, describe, edtf, full_date, integer, text
from treatygraph.graph.register import Register
from treatygraph.linking.citations import denoted
from treatygraph.report import Annotated, Mention, Region, Unit

_TYPES = {
    "instrument": v.INSTRUMENT_MENTION,
    "provision": v.PROVISION_MENTION,
    "agency": v.AGENCY_MENTION,
    "date": v.DATE_MENTION,
}


def describe_mentions(annotated: Annotated, register: Register) -> Iterator[Triple]:
    """Describe all mentions, in the order of the text."""
    units = {unit.id: unit for unit in annotated.report.units}
    antecedents = {
        (mention.unit, mention.start, mention.end): mention
        for mention in annotated.mentions
        if mention.type in ("instrument", "agency")
    }
    for mention in annotated.mentions:
        antecedent = antecedents.get(mention.antecedent) if mention.antecedent else None
        yield from _describe_mention(mention, antecedent, units[mention.unit], annotated, register)


def box_text(region: Region) -> str:
    """Write a rectangle as "page x0 top x1 bottom", in points from the top left corner of the page.

    >>> from treatygraph.report import Box
    >>> box_text(Region(3, Box(72.0, 100.25, 301.5, 112)))
    '3 72 100.25 301.5 112'
    """
    return " ".join((str(region.page), *(f"{edge:.2f}".rstrip("0").rstrip(".") for edge in region.box)))


def _describe_mention(
    mention: Mention, antecedent: Mention | None, unit: Unit, annotated: Annotated, register: Register
) -> Iterator[Triple]:
    regions = unit.regions(mention.start, mention.end)
    span = bounds(mention.value) if mention.type == "date" else None
    denotes = [register.entity(target.entity, target.path) for target in denoted(mention)]
    if mention.type == "agency" and mention.entity is not None:
        denotes = [register.entity(mention.entity)]
    facts: list[Fact] = [
        (v.QUOTE, Literal(mention.text, language=annotated.report.language)),
        (v.START, integer(mention.start)),
        (v.END, integer(mention.end)),
        (v.IN_UNIT, register.units[mention.unit]),
        (v.PAGE, integer(regions[0].page if regions else unit.page)),
        *((v.BOX, Literal(box_text(region))) for region in regions),
        *((v.DENOTES, iri) for iri in denotes),
        (v.EDTF, edtf(mention.value) if mention.type == "date" else None),
        (v.EARLIEST, full_date(span[0]) if span else None),
        (v.LATEST, full_date(span[1]) if span else None),
        (v.ANAPHOR, Literal(mention.anaphor) if mention.type in ("instrument", "agency") else None),
        (v.ANTECEDENT, register.mention(antecedent) if antecedent else None),
        (v.RULE, text(mention.rule)),
        (v.RESOLVED_BY, text(mention.resolved_by)),
        (v.CONFIDENCE, decimal(mention.confidence)),
    ]
    return describe(register.mention(mention), (_TYPES[mention.type], v.MENTION), facts)
