"""The names of everything in one report's graph, settled once so that each part can refer to the others."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from treatygraph.graph.iris import document_iri, document_name, entity_iri, instrument_iri, safe, unit_iri
from treatygraph.graph.vocabulary import BASE
from treatygraph.ontology import Treaty, load_treaty
from treatygraph.report import Annotated, Entity, Mention, MentionType, Path, Report

MentionKey = tuple[str, MentionType, int, int]


@dataclass(frozen=True, slots=True)
class Register:
    """A report's IRIs: of itself, its sections by place, its units by id, its mentions and entities.

    `treaty` is the treaty reported on where it is one of the nine core treaties.
    """

    name: str
    document: NamedNode
    treaty: Treaty | None
    sections: tuple[NamedNode, ...]
    units: dict[str, NamedNode]
    mentions: dict[MentionKey, NamedNode]
    entities: dict[str, Entity]

    def mention(self, mention: Mention) -> NamedNode:
        """Look up the IRI of a mention."""
        return self.mentions[mention.unit, mention.type, mention.start, mention.end]

    def entity(self, entity_id: str, path: Path = ()) -> NamedNode | None:
        """Name an entity or a provision of it; None for an id that the report does not define."""
        entity = self.entities.get(entity_id)
        return None if entity is None else entity_iri(entity, path)

    def named(self, kind: str, name: str) -> NamedNode:
        """Make an IRI in the space of `kind` ("run") that begins with the report's name."""
        return NamedNode(f"{BASE}{kind}/{self.name}{name}")


def make_register(annotated: Annotated) -> Register:
    """Settle the names of a report's graph."""
    report = annotated.report
    name = document_name(report.symbol)
    units = {unit.id: unit_iri(name, unit.id) for unit in report.units}
    return Register(
        name=name,
        document=document_iri(name),
        treaty=load_treaty(report.treaty) if report.treaty else None,
        sections=_name_sections(report, name),
        units=units,
        mentions=_name_mentions(annotated, units),
        entities={entity.id: entity for entity in annotated.entities},
    )


def _name_sections(report: Report, name: str) -> tuple[NamedNode, ...]:
    """Name sections by the articles of their own heading (`sec_17-18-20`), else by label, else by place."""
    taken: set[str] = set()
    names = []
    for place, section in enumerate(report.sections):
        inherited = (
            section.parent >= 0 and report.sections[section.parent].convention_articles == section.convention_articles
        )
        articles = () if inherited else section.convention_articles
        wanted = safe("-".join(articles) or section.label) or str(place + 1)
        if wanted in taken:
            wanted = f"{wanted}_{place + 1}"
        taken.add(wanted)
        names.append(NamedNode(f"{BASE}doc/{name}__sec_{wanted}"))
    return tuple(names)


def _name_mentions(annotated: Annotated, units: dict[str, NamedNode]) -> dict[MentionKey, NamedNode]:
    """Name mentions by unit, language and offsets; by type too where two of different types share a span."""
    language = annotated.report.language
    names: dict[MentionKey, NamedNode] = {}
    taken: set[str] = set()
    for mention in annotated.mentions:
        base = units[mention.unit].value.replace("/doc/", "/mention/", 1)
        wanted = f"{base}__{language}_{mention.start}-{mention.end}"
        if wanted in taken:
            wanted = f"{wanted}_{mention.type}"
        taken.add(wanted)
        names[mention.unit, mention.type, mention.start, mention.end] = NamedNode(wanted)
    return names


def treaty_of(register: Register, element: str) -> NamedNode | None:
    """Name an element of the treaty reported on: an article by its number, the treaty for ""."""
    if register.treaty is None:
        return None
    path = (f"art:{element}",) if element else ()
    return instrument_iri(register.treaty.abbreviation, path)
