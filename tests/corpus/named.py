"""Entities made from a name alone, as resolution makes them from a report."""

from __future__ import annotations

from typing import Any

from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Entity
from treatygraph.resolution.naming import slug


def instrument(text: str, state: str | None = "KAZ", **more: Any) -> Entity:
    """An instrument with the kind, number, date and title that its name tells."""
    name = read_name(text)
    parts = (state or "INT", name.kind, name.date or "", name.number or "", slug(name.subject))
    fields: dict[str, Any] = {
        "id": "_".join(part for part in parts if part).replace("/", "-").replace(".", "-"),
        "type": "instrument",
        "name": text,
        "kind": name.kind,
        "level": "national" if state else "international",
        "number": name.number,
        "date": name.date,
        "state": state,
        "title": name.subject or None,
        "amending": name.amending,
    }
    return Entity(**{**fields, **more})


def agency(entity_id: str, **more: Any) -> Entity:
    """A body by its id."""
    owner, _, words = entity_id.partition("_")
    state = None if owner in ("UN", "INT") else owner
    level = "national" if state else "international"
    return Entity(entity_id, "agency", words.replace("-", " ").title(), "ministry", level, state=state, **more)
