"""The dialogue in the graph: who speaks in a unit and what it is, and what it points at.

Whatever points at a paragraph of another document does so whether that document is at hand or not: its IRI follows from
the symbol and the number alone. A `tg:Pointer` has the letter of the sub-item and says by what it points there.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, text
from treatygraph.graph.iris import document_iri, document_name, local_name, safe, unit_iri
from treatygraph.graph.register import Register
from treatygraph.graph.units import concerned
from treatygraph.report import Dialogue, Joint, JointKind

JOINTS: dict[JointKind, NamedNode] = {
    "answers-question": v.ANSWERS_QUESTION,
    "repeats-question": v.REPEATS_QUESTION,
    "answers-recommendation": v.ANSWERS_RECOMMENDATION,
    "asks-about": v.ASKS_ABOUT,
    "marks-for-follow-up": v.MARKS_FOR_FOLLOW_UP,
}


def spoken_by_unit(dialogue: Dialogue, register: Register) -> dict[NamedNode, list[Fact]]:
    """What is said by each unit and section: speaker, role, articles, the paragraphs that it is joined to."""
    said: dict[NamedNode, list[Fact]] = {}
    for utterance in dialogue.utterances:
        facts: list[Fact] = [
            *concerned(utterance.articles, register),
            (v.SPEAKER, v.term(f"speaker:{utterance.speaker}")),
            (v.ROLE, v.term(f"role:{utterance.role}")),
            *((v.ANSWERS_CONCERN, register.units[concern]) for concern in utterance.answers_concerns),
            *((v.RESTS_ON, text(ground)) for ground in utterance.rests_on),
        ]
        said.setdefault(_speaking(utterance.unit, register), []).extend(facts)
    for joint in dialogue.joints:
        said.setdefault(_speaking(joint.unit, register), []).append((JOINTS[joint.kind], _pointed_at(joint)))
    return said


def describe_pointers(dialogue: Dialogue, register: Register) -> Iterator[Triple]:
    """Describe each pointer: the unit, by what it points at which paragraph of which document, and at which item."""
    taken: set[str] = set()
    for joint in dialogue.joints:
        unit = _speaking(joint.unit, register)
        facts: list[Fact] = [
            (v.IN_UNIT, unit),
            (v.POINTS_BY, JOINTS[joint.kind]),
            (v.POINTS_INTO, document_iri(document_name(joint.document)) if joint.document else None),
            (v.POINTS_TO, _pointed_at(joint)),
            (v.NUMBER, text(joint.place.paragraph)),
            (v.ITEM, text(joint.place.item)),
            (v.BASIS, text(joint.basis)),
        ]
        wanted = f"{local_name(unit)}--{joint.kind}--{safe(str(joint.place))}"
        if wanted not in taken:
            taken.add(wanted)
            yield from describe(v.term(f"ptr:{wanted}"), (v.POINTER, v.PROV_ENTITY), facts)


def _speaking(unit: str, register: Register) -> NamedNode:
    if unit in register.units:
        return register.units[unit]
    return register.sections[int(unit.removeprefix("section:"))]


def _pointed_at(joint: Joint) -> NamedNode | None:
    return unit_iri(document_name(joint.document), joint.place.paragraph) if joint.document else None
