"""The nodes of a network: their order, label and attributes. States come first, then treaties, bodies and law."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatygraph.export.networks.network import Value
from treatygraph.graph.iris import entity_iri, state_iri, treaty_article_iri, treaty_iri
from treatygraph.ontology import load_treaty, state_names
from treatygraph.report import WHOLE_TREATY, Entity


@dataclass(frozen=True, slots=True)
class KnownNode:
    """A node to be: what orders it, its label in a report and among reports, and its attributes."""

    group: int
    order: tuple[int | str, ...]
    label: str
    shared_label: str
    attributes: dict[str, Value]


def state_node(code: str) -> KnownNode:
    """The node of a State."""
    label = state_names().get(code, code)
    return KnownNode(0, (code,), label, label, present(iri=state_iri(code).value, category="state", state=code))


def treaty_node(treaty: str, element: str) -> KnownNode:
    """The node of a treaty, or of an article of it."""
    known = load_treaty(treaty)
    if element == WHOLE_TREATY:
        iri, label, category = treaty_iri(treaty), treaty, "treaty"
        topic = known.title if known else None
    else:
        iri, label, category = treaty_article_iri(treaty, element), f"{treaty}, art. {element}", "article"
        article = known.article(element) if known else None
        topic = article.topic if article else None
    order = (treaty, *_article_order(element))
    return KnownNode(1, order, label, label, present(iri=iri.value, category=category, topic=topic))


def entity_node(entity: Entity) -> KnownNode:
    """The node of an instrument or a body."""
    iri = entity_iri(entity).value
    aliases = entity.aliases or None
    if entity.type == "agency":
        attributes = present(iri=iri, category="agency", agency_kind=entity.kind, state=entity.state, aliases=aliases)
        return KnownNode(2, (), entity.name, entity.label or entity.name, attributes)
    year = entity.date[:4] if entity.date and entity.date[:4].isdigit() else None
    attributes = present(
        iri=iri,
        category=_category(entity),
        instrument_kind=entity.kind,
        state=entity.state,
        date=entity.date,
        year=int(year) if year else None,
        number=entity.number,
        aliases=aliases,
    )
    return KnownNode(3, (), entity.name, entity.label or entity.name, attributes)


def _category(entity: Entity) -> str:
    if entity.level == "international":
        return "international"
    return "bill" if entity.kind == "bill" else "law"


def _article_order(element: str) -> tuple[int, str]:
    """Order articles as printed: the treaty itself, 2, 10, "10 bis"."""
    digits = re.match(r"\d+", element)
    return (int(digits[0]) if digits else -1, element)


def present(**attributes: Value) -> dict[str, Value]:
    """Leave out the attributes that are missing."""
    return {name: value for name, value in attributes.items() if value is not None}
