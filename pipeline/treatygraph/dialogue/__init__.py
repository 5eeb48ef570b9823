"""The dialogue: what each paragraph of a document is in it, and what points at what.

A document that was read goes in, its `Dialogue` comes out. Nothing of it is a claim of the State.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from treatygraph.dialogue.articles import find_articles
from treatygraph.dialogue.concerns import join_concerns
from treatygraph.dialogue.grounds import find_grounds
from treatygraph.dialogue.joints import find_joints, mark_for_follow_up
from treatygraph.dialogue.requests import find_requests
from treatygraph.dialogue.roles import find_asks, prints_bold, tell_role
from treatygraph.linking.speaker import is_set_off
from treatygraph.report import COMMITTEES_KINDS, Annotated, Dialogue, Joint, Report, Role, Utterance

__all__ = ["converse", "discuss"]


def discuss(annotated: Annotated) -> Dialogue:
    """Tell what a document says in the dialogue, and what its recommendations ask for."""
    dialogue = converse(annotated.report)
    return replace(dialogue, requests=find_requests(annotated, dialogue))


def converse(report: Report) -> Dialogue:
    """Tell what a document says in the dialogue; nothing of a document that points at no other and is the State's."""
    if report.kind == "concluding-observations":
        return _conclude(report)
    joints = find_joints(report)
    if report.kind in COMMITTEES_KINDS:
        asked = (unit for unit in report.units if unit.kind == "paragraph" and unit.zone == "body")
        questions = (Utterance(unit.id, "committee", "question", unit.convention_articles) for unit in asked)
        return _in_order(tuple(questions), joints)
    return _in_order(tuple(_answers(report, joints)), joints)


def _in_order(utterances: tuple[Utterance, ...], joints: tuple[Joint, ...]) -> Dialogue:
    """The joints of what is said, in its order."""
    places = {utterance.unit: place for place, utterance in enumerate(utterances)}
    kept = (joint for joint in joints if joint.unit in places)
    return Dialogue(utterances, tuple(sorted(kept, key=lambda joint: places[joint.unit])))


def _conclude(report: Report) -> Dialogue:
    bold = prints_bold(report)
    roles: dict[str, Role] = {unit.id: role for unit in report.units if (role := tell_role(report, unit, bold))}
    asks = find_asks(report, roles, bold)
    concerns = join_concerns(report, roles, asks)
    articles = find_articles(report, roles, concerns, asks)
    spoken = [unit for unit in report.units if unit.id in roles]
    utterances = (
        Utterance(
            *(unit.id, "committee", roles[unit.id], articles[unit.id], concerns.get(unit.id, ())),
            find_grounds(report, unit) if roles[unit.id] == "recommendation" else (),
        )
        for unit in spoken
    )
    marks = (mark for unit in spoken if roles[unit.id] == "follow-up" for mark in mark_for_follow_up(report, unit))
    return Dialogue(tuple(utterances), tuple(marks))


def _answers(report: Report, joints: tuple[Joint, ...]) -> Iterator[Utterance]:
    """The units that answer something, and the Committee's words that the State repeats before them."""
    units = {unit.id: unit for unit in report.units}
    for name in dict.fromkeys(joint.unit for joint in joints):
        unit = units.get(name)
        if unit is None:
            articles = report.sections[int(name.removeprefix("section:"))].convention_articles
            yield Utterance(name, "committee", "question-repeated", articles)
        elif is_set_off(unit):
            yield Utterance(name, "committee", "question-repeated", unit.convention_articles)
        else:
            yield Utterance(name, "state", "answer", unit.convention_articles)
