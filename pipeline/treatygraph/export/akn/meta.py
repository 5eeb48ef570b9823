"""What an Akoma Ntoso document says of itself: its names at the three levels of FRBR, and the things it refers to.

The names are those of AKN4UN: `/akn/un/doc/report/un-ced/2019-02-21/CRPD-C-KAZ-1` for the work, `/eng` after it for
its English text, `.xml` for this file (https://unsceb-hlcm.github.io/part1/index-145.html). Where the day of
distribution was not read, the year of the job number stands for it ("GE.14-07541": 2014).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from treatygraph.export.akn.words import Names
from treatygraph.export.networks.characters import only_xml
from treatygraph.graph.iris import (
    agency_iri,
    document_name,
    entity_iri,
    instrument_iri,
    provision_name,
    safe,
    state_iri,
    treaty_article_iri,
)
from treatygraph.graph.vocabulary import BASE
from treatygraph.ontology import state_names
from treatygraph.report import Annotated, Report

_MAKER = "#treatygraph"
# ISO 639-1 to the alpha-3 codes of ISO 639-2 that Akoma Ntoso writes, for the six languages of the UN.
_LANGUAGES = {"ar": "ara", "en": "eng", "es": "spa", "fr": "fra", "ru": "rus", "zh": "zho"}
_JOB_YEAR = re.compile(r"[A-Z]+\.(\d{2})-")


class _Day(NamedTuple):
    """When the report was made: the date in its name, the day that stands for it, and what the day is."""

    in_name: str
    day: str
    event: str


class _Reference(NamedTuple):
    """An entry of `references`: the key by which the document asks for it, and what is written."""

    key: str
    tag: str
    wanted: str
    href: str
    words: str
    name: str | None = None


def describe_document(document: Element, annotated: Annotated, names: Names) -> dict[str, str]:
    """Write `meta`; give the `eId` of each thing that the document may refer to.

    The keys are entities' ids, "state:KAZ", "committee", and `treaty_article_name` for the articles of headings.
    """
    meta = SubElement(document, "meta")
    entries = list(_list_references(annotated))
    references: dict[str, str] = {}
    elements = []
    for entry in entries:
        if entry.key in references:
            continue
        references[entry.key] = names.take(entry.wanted)
        kind = {"name": entry.name} if entry.name else {}
        attributes = {"eId": references[entry.key], "href": entry.href, "showAs": only_xml(entry.words), **kind}
        elements.append(Element(entry.tag, attributes))
    _identify(meta, annotated.report, references)
    SubElement(meta, "references", {"source": _MAKER}).extend(elements)
    return references


def treaty_article_name(treaty: str, article: str) -> str:
    """Name an article of the treaty reported on: `CED__art_17`."""
    return provision_name(safe(treaty), (f"art:{article}",))


def work_name(report: Report) -> str:
    """Name the work as AKN4UN does: country "un", kind, body, date, symbol."""
    parts = ["doc", "report", _body(report), _day(report).in_name, document_name(report.symbol)]
    return "/".join(("/akn/un", *(part for part in parts if part)))


def _identify(meta: Element, report: Report, references: dict[str, str]) -> None:
    language = _LANGUAGES.get(report.language, report.language)
    work = work_name(report)
    day = _day(report)
    author = f"#{references.get(f'state:{report.state}', references['un'])}"
    identification = SubElement(meta, "identification", {"source": _MAKER})
    for level, name, maker in (
        ("FRBRWork", work, author),
        ("FRBRExpression", f"{work}/{language}", author),
        ("FRBRManifestation", f"{work}/{language}.xml", _MAKER),
    ):
        element = SubElement(identification, level)
        main = f"{name.removesuffix('.xml')}/!main{'.xml' if name.endswith('.xml') else ''}"
        SubElement(element, "FRBRthis", {"value": main})
        SubElement(element, "FRBRuri", {"value": name})
        if level == "FRBRWork":
            alias = f"{BASE}doc/{document_name(report.symbol)}"
            SubElement(element, "FRBRalias", {"value": alias, "name": "graph"})
            SubElement(element, "FRBRalias", {"value": only_xml(report.symbol), "name": "symbol"})
        SubElement(element, "FRBRdate", {"date": day.day, "name": day.event})
        role = references["editor" if level == "FRBRManifestation" else "author"]
        SubElement(element, "FRBRauthor", {"href": maker, "as": f"#{role}"})
        if level == "FRBRWork":
            SubElement(element, "FRBRcountry", {"value": "un"})
            SubElement(element, "FRBRsubtype", {"value": "report"})
            SubElement(element, "FRBRnumber", {"value": document_name(report.symbol)})
        elif level == "FRBRExpression":
            SubElement(element, "FRBRlanguage", {"language": language})
        else:
            SubElement(element, "FRBRformat", {"value": "application/akn+xml"})


def _list_references(annotated: Annotated) -> Iterator[_Reference]:
    report = annotated.report
    role = "/akn/ontology/role/un"
    yield _Reference("author", "TLCRole", "author", f"{role}/author", "author")
    yield _Reference("editor", "TLCRole", "editor", f"{role}/editor", "editor")
    yield _Reference("treatygraph", "TLCObject", "treatygraph", BASE, "treatygraph")
    yield _Reference("un", "TLCOrganization", "un", "/akn/ontology/organization/un/un", "United Nations")
    if report.state:
        words = state_names().get(report.state, report.state)
        yield _Reference(
            f"state:{report.state}", "TLCOrganization", safe(report.state), state_iri(report.state).value, words
        )
    if report.committee:
        named = (e for e in annotated.entities if e.type == "agency" and report.committee in (e.name, *e.aliases))
        committee = next(named, None)
        href = agency_iri(committee.id).value if committee else f"/akn/ontology/organization/un/{_body(report)}"
        yield _Reference("committee", "TLCOrganization", _body(report) or "committee", href, report.committee)
    if report.treaty:
        for number in dict.fromkeys(a for section in report.sections for a in section.convention_articles):
            key = treaty_article_name(report.treaty, number)
            href = treaty_article_iri(report.treaty, number).value
            yield _Reference(key, "TLCReference", key, href, f"{report.treaty}, article {number}", "treatyArticle")
    mentioned = {mention.entity for mention in annotated.mentions if mention.entity}
    for entity in annotated.entities:
        if entity.id not in mentioned:
            continue
        mentioned.remove(entity.id)
        href, words = entity_iri(entity).value, entity.name
        if entity.type == "agency":
            yield _Reference(entity.id, "TLCOrganization", safe(entity.id), href, words)
        else:
            yield _Reference(entity.id, "TLCReference", safe(entity.id), href, words, entity.kind)
    for name in sorted(mentioned):
        yield _Reference(name, "TLCReference", safe(name), instrument_iri(name).value, name, "instrument")


def _body(report: Report) -> str:
    """Name the body by its place in the symbol: "CED/C/KAZ/1" → `un-ced`, "A/HRC/WG.6/34/SVN/1" → `un-hrc`."""
    first, *rest = report.symbol.split("/")
    return f"un-{safe(rest[0] if first == 'A' and rest else first).lower()}"


def _day(report: Report) -> _Day:
    if report.date:
        return _Day(report.date, report.date, "distribution")
    if report.received:
        return _Day(report.received, report.received, "submission")
    if job := _JOB_YEAR.match(report.job_number or ""):
        year = f"{'19' if int(job[1]) > 45 else '20'}{job[1]}"
        return _Day(year, f"{year}-01-01", "yearOfJobNumber")
    # The schema asks for a day, and there is none.
    return _Day("", "0001-01-01", "unknown")
