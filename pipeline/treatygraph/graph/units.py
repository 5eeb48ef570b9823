"""The report, its sections and its units."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, full_date, integer, text
from treatygraph.graph.iris import agency_iri, state_iri, treaty_article_iri, treaty_iri, un_address
from treatygraph.graph.register import Register
from treatygraph.graph.sittings import sitting_links
from treatygraph.linking.citations import denoted
from treatygraph.linking.speaker import is_committees
from treatygraph.report import Annotated, Mention, Report, Section, Unit, UnitKind

_KINDS: Mapping[UnitKind, tuple[NamedNode, ...]] = {
    "paragraph": (v.PARAGRAPH, v.UNIT, v.DOCO_PARAGRAPH),
    "table": (v.TABLE, v.UNIT, v.DOCO_TABLE),
    "note": (v.NOTE, v.UNIT),
}


def describe_report(report: Report, register: Register) -> Iterator[Triple]:
    """Describe the report itself."""
    first, last = report.coverage or (None, None)
    committee = committee_iri(report, register)
    facts: list[Fact] = [
        (v.DCTERMS_IDENTIFIER, Literal(report.symbol)),
        (v.DCTERMS_TITLE, text(report.title, report.language)),
        (v.DCTERMS_LANGUAGE, Literal(report.language)),
        (v.REPORTING_STATE, state_iri(report.state) if report.state else None),
        (v.REPORTS_UNDER, treaty_iri(register.treaty.abbreviation) if register.treaty else None),
        (v.SUBMITTED_TO, committee),
        (v.DCTERMS_ISSUED, full_date(report.date)),
        (v.DCTERMS_DATE_SUBMITTED, full_date(report.received)),
        (v.JOB_NUMBER, text(report.job_number)),
        (v.COVERAGE_START, integer(first)),
        (v.COVERAGE_END, integer(last)),
        (v.DOCUMENT_KIND, v.term(f"dt:{report.kind}") if report.kind else None),
        (v.RDFS_SEE_ALSO, un_address(report.symbol)),
        *sitting_links(report.sittings, register),
    ]
    kind = v.COMMITTEE_DOCUMENT if is_committees(report) else v.STATE_PARTY_REPORT
    return describe(register.document, (kind, v.DOCUMENT), facts)


def describe_sections(
    report: Report, register: Register, spoken: Mapping[NamedNode, Sequence[Fact]]
) -> Iterator[Triple]:
    """Describe the sections in reading order; `spoken` is what is said by each in the dialogue."""
    for place, section in enumerate(report.sections):
        yield from _describe_section(section, place, register, spoken.get(register.sections[place], ()))


def describe_units(
    annotated: Annotated, register: Register, spoken: Mapping[NamedNode, Sequence[Fact]]
) -> Iterator[Triple]:
    """Describe the paragraphs, tables and notes in reading order, with what they cite and mention.

    `spoken` is what is said by each in the dialogue.
    """
    mentions: dict[str, list[Mention]] = {}
    for mention in annotated.mentions:
        mentions.setdefault(mention.unit, []).append(mention)
    for order, unit in enumerate(annotated.report.units, start=1):
        said = spoken.get(register.units[unit.id], ())
        yield from _describe_unit(unit, order, mentions.get(unit.id, ()), annotated.report.language, register, said)


def committee_iri(report: Report, register: Register) -> NamedNode | None:
    """Name the agency that the report is submitted to: an entity of that name, else one of the UN's."""
    if not report.committee:
        return None
    wanted = report.committee.casefold()
    for entity in register.entities.values():
        if entity.type == "agency" and wanted in (name.casefold() for name in (entity.name, *entity.aliases)):
            return agency_iri(entity.id)
    return agency_iri("UN_" + "-".join(wanted.split()))


def _describe_section(section: Section, place: int, register: Register, said: Sequence[Fact]) -> Iterator[Triple]:
    facts: list[Fact] = [
        (v.NUMBER, text(section.label)),
        (v.HEADING, text(section.heading or section.label)),
        (v.LEVEL, integer(section.level)),
        (v.ORDER, integer(place + 1)),
        *concerned(section.convention_articles, register),
        (v.PAGE_START, integer(section.page)),
        (v.ZONE, text(section.zone)),
        (
            v.DCTERMS_IS_PART_OF,
            register.sections[section.parent] if section.parent >= 0 else register.document,
        ),
        (v.IN_REPORT, register.document),
        *said,
    ]
    return describe(register.sections[place], (v.SECTION, v.UNIT, v.DOCO_SECTION), facts)


def _describe_unit(
    unit: Unit, order: int, mentions: Iterable[Mention], language: str, register: Register, said: Sequence[Fact]
) -> Iterator[Triple]:
    cited = [register.entity(target.entity, target.path) for mention in mentions for target in denoted(mention)]
    agencies = [
        register.entity(mention.entity)
        for mention in mentions
        if mention.type == "agency" and mention.entity is not None
    ]
    section = register.sections[unit.section_index] if unit.section_index >= 0 else register.document
    facts: list[Fact] = [
        (v.NUMBER, Literal(unit.id.replace(":", " "))),
        (v.ORDER, integer(order)),
        (v.HEADING, text(unit.section)),
        *concerned(unit.convention_articles, register),
        *said,
        (v.PAGE_START, integer(unit.page)),
        (v.PAGE_END, integer(unit.last_page)),
        (v.ZONE, text(unit.zone)),
        (v.REPLY_TO, text(unit.reply_to)),
        (v.NOTE_TO, register.units[unit.noted[0]] if unit.noted else None),
        (v.DCTERMS_IS_PART_OF, section),
        (v.IN_REPORT, register.document),
        *((v.CITES, iri) for iri in cited),
        *((v.MENTIONS, iri) for iri in (*cited, *agencies)),
        (v.TEXT, Literal(unit.text, language=language)),
        (v.TEXT_SHA256, Literal(hashlib.sha256(unit.text.encode()).hexdigest())),
    ]
    return describe(register.units[unit.id], _KINDS[unit.kind], facts)


def concerned(articles: Iterable[str], register: Register) -> Iterator[Fact]:
    """That a unit concerns these articles of the treaty reported on."""
    if register.treaty is not None:
        for article in articles:
            yield v.CONCERNS_ARTICLE, treaty_article_iri(register.treaty.abbreviation, article)
