"""What a page shows of the dialogue: who says what in which paragraph, what it points at, and what it asks.

A record has only what its paragraph has; laws are entities' ids until a page gives them places.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from treatygraph.dialogue.requests import find_concerns, requested_entity
from treatygraph.export.explorer.prose import unit_anchor
from treatygraph.report import Annotated, Joint, Report, Request, Utterance

Record = dict[str, Any]

# Characters of a paragraph that a page over several reports repeats.
_WORDS = 280


def voice_records(annotated: Annotated) -> list[Record]:
    """What each paragraph says in the dialogue, in reading order; nothing of a report that answers nothing."""
    dialogue = annotated.dialogue
    if dialogue is None:
        return []
    named: dict[str, list[str]] = {}
    for mention in annotated.mentions:
        if mention.type == "instrument" and mention.entity and mention.entity != annotated.report.treaty:
            named.setdefault(mention.unit, []).append(mention.entity)
    criticised: dict[str, list[str]] = {}
    for mention, _ in find_concerns(annotated, dialogue):
        criticised.setdefault(mention.unit, []).append(mention.entity or "")
    joints: dict[str, list[Joint]] = {}
    for joint in dialogue.joints:
        joints.setdefault(joint.unit, []).append(joint)
    asked: dict[str, list[Request]] = {}
    for request in dialogue.requests:
        asked.setdefault(request.unit, []).append(request)
    texts = {unit.id: unit.text for unit in annotated.report.units}
    return [
        _given(
            {
                **_place(annotated, utterance),
                "role": utterance.role,
                "articles": list(utterance.articles),
                "laws": list(dict.fromkeys(named.get(utterance.unit, ()))),
                "criticised": list(dict.fromkeys(filter(None, criticised.get(utterance.unit, ())))),
                "concerns": list(utterance.answers_concerns),
                "points": [_point(joint) for joint in joints.get(utterance.unit, ())],
                "asks": [_asked(annotated, request, texts[request.unit]) for request in asked.get(utterance.unit, ())],
            }
        )
        for utterance in dialogue.utterances
    ]


def sitting_records(report: Report) -> Record:
    """The sessions and meetings that a document prints, as `data.ts` has them; nothing where it prints none."""
    pages = {unit.id: unit.page for unit in report.units}
    rows = [
        [
            *(sitting.purpose, sitting.by, sitting.session, list(sitting.meetings), sitting.date, sitting.unit),
            unit_anchor(sitting.unit) if sitting.unit else None,
            pages[sitting.unit] if sitting.unit else None,
            sitting.words,
        ]
        for sitting in report.sittings
    ]
    return {"sittings": rows} if rows else {}


def place_laws(voice: Record, places: Mapping[str, int]) -> None:
    """Give the laws that a paragraph speaks of by their places in a page's list."""
    for name in ("laws", "criticised"):
        if name in voice:
            voice[name] = [places[law] for law in voice[name]]
    for asked in voice.get("asks", ()):
        if "law" in asked:
            asked["law"] = places[asked["law"]]


def _place(annotated: Annotated, utterance: Utterance) -> Record:
    """Where it is said, and how it begins; a heading that repeats a question is a place too."""
    report = annotated.report
    if utterance.unit.startswith("section:"):
        index = int(utterance.unit.removeprefix("section:"))
        section = report.sections[index]
        return {
            "unit": section.label.rstrip(".") or "heading",
            "anchor": f"sec-{index + 1}",
            "page": section.page,
            "words": _cut(section.heading),
        }
    unit = next(unit for unit in report.units if unit.id == utterance.unit)
    return {"unit": unit.id, "anchor": unit_anchor(unit.id), "page": unit.page, "words": _cut(unit.text)}


def _point(joint: Joint) -> Record:
    return _given(
        {
            "kind": joint.kind,
            "symbol": joint.document,
            "unit": joint.place.paragraph,
            "item": joint.place.item,
            "basis": joint.basis,
        }
    )


def _asked(annotated: Annotated, request: Request, text: str) -> Record:
    """An act that is asked for: of a law in force by its id, of one that is wanted or described in words alone."""
    law = requested_entity(annotated, request)
    return _given(
        {
            "item": request.item,
            "action": request.action,
            "words": _cut(text[request.start : request.end].strip()),
            "law": law,
            "about": None if law else request.words,
            "wanted": request.wanted,
        }
    )


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WORDS else words[: words.rfind(" ", 0, _WORDS)] + " …"


def _given(record: Record) -> Record:
    return {name: value for name, value in record.items() if value not in (None, [], False, "")}
