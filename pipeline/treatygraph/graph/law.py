"""Instruments with their provisions, agencies and States."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, decimal, describe, edtf, full_date, integer, text, year
from treatygraph.graph.iris import agency_iri, entity_iri, instrument_iri, safe, state_iri, treaty_article_iri
from treatygraph.graph.names import abstract_name
from treatygraph.graph.register import Register
from treatygraph.graph.states import same_elsewhere, same_in_wikidata
from treatygraph.graph.treaties import ARTICLE_TYPES, describe_article, describe_treaty
from treatygraph.graph.units import committee_iri
from treatygraph.ontology import Treaty, load_instrument, load_treaty, state_names
from treatygraph.report import Annotated, Citation, Entity, Path
from treatygraph.resolution.naming import known_body_id
from treatygraph.resolution.titles import title_of

# How a step of a path is written in a label: "Code of Criminal Procedure, art. 532, para. 1".
_STEPS = {
    "art": "art.",
    "sec": "sec.",
    "subsec": "subsec.",
    "par": "para.",
    "subpar": "subpara.",
    "ch": "chap.",
    "prin": "principle",
}

Said = Mapping[NamedNode, Sequence[Fact]]


def describe_law(
    annotated: Annotated, citations: Iterable[Citation], said: Said, register: Register
) -> Iterator[Triple]:
    """Describe the treaty reported on, then the other instruments by id, each before its provisions.

    `said` are the direct links and relations that the report states, by their subject.
    """
    provisions = _collect_provisions(annotated)
    repealed = _repealed(annotated)
    if register.treaty is not None:
        named = _named_articles(annotated, citations, register.treaty)
        yield from _describe_core_treaty(register.treaty, named, provisions, said, register)
    for entity in sorted(register.entities.values(), key=lambda e: e.id):
        if entity.type == "agency":
            continue
        if (treaty := load_treaty(entity.id)) is not None and treaty.abbreviation == entity.id:
            if treaty != register.treaty:
                yield from _describe_core_treaty(treaty, (), provisions, said, register)
            continue
        facts = said.get(instrument_iri(entity.id), ())
        yield from _describe_instrument(entity, (*facts, *_NO_LONGER) if entity.id in repealed else facts)
        for path, gloss in sorted(provisions.get(entity.id, {}).items()):
            yield from _describe_provision(entity.id, entity.label or entity.name, path, gloss, said)
    yield from _describe_works(register.entities)


_NO_LONGER: tuple[Fact, ...] = ((v.ELI_LEGAL_FORCE, v.ELI_NOT_IN_FORCE),)


def _repealed(annotated: Annotated) -> set[str]:
    """Find the instruments that the report says another repeals or replaces as a whole; a bill does so only one day."""
    in_force = {entity.id for entity in annotated.entities if entity.kind != "bill"}
    return {
        relation.object
        for relation in annotated.relations
        if relation.predicate == "repeals" and not relation.object_path and relation.subject in in_force
    }


def describe_agencies(annotated: Annotated, said: Said, register: Register) -> Iterator[Triple]:
    """Describe the agencies by id; the committee that the report is submitted to is one even if unnamed.

    `said` are the relations that the report states, by their subject: what a body was renamed.
    """
    committee = committee_iri(annotated.report, register)
    agencies = [entity for entity in annotated.entities if entity.type == "agency"]
    known = {agency_iri(agency.id) for agency in agencies}
    if committee is not None and committee not in known:
        label = text(annotated.report.committee, "en")
        yield from describe(committee, _AGENCY_TYPES, [(v.SKOS_PREF_LABEL, label)])
        known.add(committee)
    listed = (load_instrument(entity.id) for entity in annotated.entities)
    issuers = {instrument.issuer for instrument in listed if instrument and instrument.issuer}
    for issuer in sorted(issuers):
        if (iri := agency_iri(known_body_id(issuer))) not in known:
            yield from describe(iri, _AGENCY_TYPES, [(v.SKOS_PREF_LABEL, text(issuer, "en"))])
    for agency in sorted(agencies, key=lambda entity: entity.id):
        facts: list[Fact] = [
            *_names(agency),
            (v.OF_STATE, state_iri(agency.state) if agency.state else None),
            *said.get(agency_iri(agency.id), ()),
        ]
        yield from describe(agency_iri(agency.id), _AGENCY_TYPES, facts)


def describe_states(annotated: Annotated, said: Said) -> Iterator[Triple]:
    """Describe the reporting State and those that own law or bodies, with the treaties they joined."""
    codes = {annotated.report.state, *(entity.state for entity in annotated.entities)}
    names = state_names()
    joined = {iri.value.rpartition("/")[2] for iri in said if iri.value.startswith(v.PREFIXES["st"])}
    for code in sorted({code for code in codes if code} | joined):
        facts: list[Fact] = [
            (v.SKOS_PREF_LABEL, text(names.get(code, code), "en")),
            (v.SKOS_NOTATION, Literal(code)),
            *same_elsewhere(code),
            *said.get(state_iri(code), ()),
        ]
        yield from describe(state_iri(code), (v.STATE_CLASS,), facts)


_AGENCY_TYPES = (v.AGENCY, v.ORG_ORGANIZATION)


def _names(entity: Entity) -> Iterator[Fact]:
    """Name an entity by the one name that all reports share, then by the others that this report gives it."""
    preferred = entity.label or entity.name
    yield v.SKOS_PREF_LABEL, text(preferred, "en")
    for alias in sorted({entity.name, *entity.aliases} - {preferred}):
        yield v.SKOS_ALT_LABEL, text(alias, "en")
    for former in entity.former:
        yield v.OWL_SAME_AS, entity_iri(replace(entity, id=former))


def _work_id(entity: Entity) -> str | None:
    """Name the work of which a dated code is a version; no constitution is a version of itself."""
    work = entity.work or entity.member_of
    return work if work != entity.id else None


def _describe_works(entities: Mapping[str, Entity]) -> Iterator[Triple]:
    """Describe the works of which dated codes are versions, unless the report names them without a date itself."""
    works = {work: entity for entity in entities.values() if (work := _work_id(entity)) and work not in entities}
    for work, version in sorted(works.items()):
        name = version.work_name or abstract_name(version)
        abstract = replace(
            version, id=work, name=name, aliases=(), label=None, former=(), member_of=None, work=None,
            number=None, date=None, period=None, issuer=None, confidence=1.0,
        )  # fmt: skip
        yield from _describe_instrument(abstract, ())


def _title(entity: Entity) -> str | None:
    """The one title of a law in all reports: that of the name they share, where it has one."""
    shared = title_of((entity.label,)) if entity.label else None
    return shared or entity.title


def _describe_instrument(entity: Entity, said: Iterable[Fact]) -> Iterator[Triple]:
    national = entity.level == "national"
    known = load_instrument(entity.id)
    issuer = agency_iri(entity.issuer) if entity.issuer else None
    facts: list[Fact] = [
        *_names(entity),
        (v.DCTERMS_TITLE, text(_title(entity), "en")),
        (v.KIND, v.term(f"kind:{safe(entity.kind)}")),
        (v.ELI_TYPE_DOCUMENT, v.term(f"kind:{safe(entity.kind)}")),
        (v.OF_STATE, state_iri(entity.state) if national and entity.state else None),
        (v.ELI_NUMBER, text(entity.number)),
        # The date of a known instrument is the list's, however exact the report's print is: one node, one date.
        *_dates(known.adopted if known else entity.date),
        (v.PERIOD, edtf(entity.period or (entity.date if entity.date and "/" in entity.date else None))),
        (v.ELI_PASSED_BY, agency_iri(known_body_id(known.issuer)) if known and known.issuer else issuer),
        (v.RDFS_SEE_ALSO, NamedNode(known.source) if known else None),
        # The source of an act of the European Union is its European Legislation Identifier.
        (v.SKOS_EXACT_MATCH, NamedNode(known.source) if known and known.eu else None),
        (v.SKOS_EXACT_MATCH, same_in_wikidata(known.id) if known else None),
        (v.ELI_IS_MEMBER_OF, instrument_iri(work) if (work := _work_id(entity)) else None),
        (v.CONFIDENCE, decimal(entity.confidence)),
        *said,
    ]
    level = v.NATIONAL_INSTRUMENT if national else v.INTERNATIONAL_INSTRUMENT
    types = (level, v.INSTRUMENT, v.CITABLE, v.ELI_LEGAL_RESOURCE)
    return describe(entity_iri(entity), types, facts)


def _dates(date: str | None) -> Iterator[Fact]:
    yield v.ELI_DATE_DOCUMENT, full_date(date)
    yield v.YEAR, integer(year(date))
    # A programme's years are its period, not the day of its adoption.
    yield v.EDTF, edtf(date if date and "/" not in date else None)


def _describe_core_treaty(
    treaty: Treaty,
    named: Iterable[str],
    provisions: Mapping[str, Mapping[Path, str | None]],
    said: Said,
    register: Register,
) -> Iterator[Triple]:
    """Describe a core treaty: all articles known of the one reported on, of others the provisions cited."""
    entity = register.entities.get(treaty.abbreviation)
    names: list[Fact] = [(v.SKOS_ALT_LABEL, text(name, "en")) for name in _other_names(entity, treaty)]
    yield from describe_treaty(treaty, (*names, *said.get(instrument_iri(treaty.abbreviation), ())))
    # "article 156" taken for one of a treaty of 50 stays undescribed, and the shapes report it.
    paths = {
        path: gloss
        for path, gloss in provisions.get(treaty.abbreviation, {}).items()
        if not path[0].startswith("art:") or treaty.may_have(path[0].removeprefix("art:"))
    }
    articles = [path[0].removeprefix("art:") for path in paths if path[0].startswith("art:")]
    for number in dict.fromkeys((*named, *articles)):
        paths.pop((f"art:{number}",), None)
        yield from describe_article(treaty, number, said.get(treaty_article_iri(treaty.abbreviation, number), ()))
    for path, gloss in sorted(paths.items()):
        yield from _describe_provision(treaty.abbreviation, treaty.abbreviation, path, gloss, said)


def _other_names(entity: Entity | None, treaty: Treaty) -> list[str]:
    names = {entity.name, *entity.aliases} if entity else set()
    return sorted(names - {treaty.title})


def _named_articles(annotated: Annotated, citations: Iterable[Citation], treaty: Treaty) -> tuple[str, ...]:
    """List the articles to describe: all of the treaty, or where they are unknown those the report names."""
    if treaty.articles:
        return tuple(article.number for article in treaty.articles)
    headings = (number for unit in annotated.report.units for number in unit.convention_articles)
    sections = (number for section in annotated.report.sections for number in section.convention_articles)
    cited = (element for citation in citations for element in citation.elements if element)
    return tuple(sorted({*headings, *sections, *cited}, key=lambda number: (len(number), number)))


def _describe_provision(instrument: str, name: str, path: Path, gloss: str | None, said: Said) -> Iterator[Triple]:
    iri = instrument_iri(instrument, path)
    label = f"{name}, {', '.join(_step_words(step) for step in path)}"
    facts: list[Fact] = [
        (v.SKOS_PREF_LABEL, text(label, "en")),
        (v.DCTERMS_TITLE, text(gloss, "en")),
        (v.PATH, Literal("/".join(path))),
        (v.NUMBER, Literal(path[-1].partition(":")[2])),
        (v.ELI_IS_PART_OF, instrument_iri(instrument, path[:-1])),
        *said.get(iri, ()),
    ]
    return describe(iri, ARTICLE_TYPES[2:], facts)


def _step_words(step: str) -> str:
    unit, _, number = step.partition(":")
    return f"{_STEPS.get(unit, unit)} {number}"


def _collect_provisions(annotated: Annotated) -> dict[str, dict[Path, str | None]]:
    """Gather the provisions named, with their parents, by instrument; the value is the first gloss."""
    known = {entity.id for entity in annotated.entities}
    found: dict[str, dict[Path, str | None]] = {}
    for mention in annotated.mentions:
        if mention.type == "provision" and mention.entity in known:
            glosses = mention.glosses or (None,) * len(mention.targets)
            for path, gloss in zip(mention.targets, glosses, strict=True):
                _add_provision(found.setdefault(mention.entity, {}), path, gloss)
    for relation in annotated.relations:
        if relation.object_path and relation.object in known:
            _add_provision(found.setdefault(relation.object, {}), relation.object_path, None)
    return found


def _add_provision(provisions: dict[Path, str | None], path: Path, gloss: str | None) -> None:
    for length in range(1, len(path)):
        provisions.setdefault(path[:length], None)
    provisions[path] = provisions.get(path) or gloss
