"""The records of a document's dialogue: `dialogue.jsonl`, a line for each paragraph that says something in it.

A document that points at no other, and in which no Committee speaks, has no such file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from treatygraph.corpus.schema import DialogueRow, decode_lines
from treatygraph.errors import ReadingError
from treatygraph.report import Dialogue, Joint, Place, Report, Request, Utterance

DIALOGUE_FILE = "dialogue.jsonl"


def dialogue_records(report: Report, dialogue: Dialogue) -> Iterator[dict[str, Any]]:
    """What each paragraph is in the dialogue, with what it points at."""
    joints: dict[str, list[Joint]] = {}
    for joint in dialogue.joints:
        joints.setdefault(joint.unit, []).append(joint)
    for utterance in dialogue.utterances:
        record: dict[str, Any] = {
            "doc": report.symbol,
            "paragraph": utterance.unit,
            "speaker": utterance.speaker,
            "role": utterance.role,
            "articles": list(utterance.articles),
        }
        if utterance.answers_concerns:
            record["answers_concerns"] = list(utterance.answers_concerns)
        if utterance.rests_on:
            record["rests_on"] = list(utterance.rests_on)
        if pointing := joints.get(utterance.unit):
            record["points_at"] = [_place_record(joint) for joint in pointing]
        if asked := [request for request in dialogue.requests if request.unit == utterance.unit]:
            record["requests"] = [_request_record(request) for request in asked]
        yield record


def read_dialogue(folder: Path, report: Report) -> Dialogue:
    """Bring back what a document says in the dialogue; nothing where the file is not there.

    Raises:
        ReadingError: a line is no record, or names a paragraph that the document does not have.
    """
    path = folder / DIALOGUE_FILE
    if not path.exists():
        return Dialogue()
    known = {unit.id for unit in report.units} | {f"section:{place}" for place in range(len(report.sections))}
    utterances: list[Utterance] = []
    joints: list[Joint] = []
    requests: list[Request] = []
    for place, row in decode_lines(path, DialogueRow):
        if not known.issuperset((row.unit, *row.answers_concerns)):
            raise ReadingError(f"{place}: the document has no such paragraph; build the report again.")
        utterances.append(Utterance(row.unit, row.speaker, row.role, row.articles, row.answers_concerns, row.rests_on))
        joints.extend(
            Joint(to.kind, row.unit, to.document, Place(to.paragraph, to.item), to.basis) for to in row.points_at
        )
        requests.extend(
            Request(
                *(row.unit, asked.item, asked.action, asked.start, asked.end, asked.words),
                *(asked.instrument_unit, asked.instrument_start, asked.basis, asked.wanted),
            )
            for asked in row.requests
        )
    return Dialogue(tuple(utterances), tuple(joints), tuple(requests))


def _request_record(request: Request) -> dict[str, Any]:
    record = {"action": request.action, "start": request.start, "end": request.end}
    told = {
        "item": request.item,
        "words": request.words,
        "instrument_paragraph": request.instrument_unit,
        "instrument_start": request.instrument_start,
        "basis": request.basis,
        "wanted": request.wanted or None,
    }
    return record | {name: value for name, value in told.items() if value is not None}


def _place_record(joint: Joint) -> dict[str, Any]:
    record = {
        "kind": joint.kind,
        "document": joint.document,
        "paragraph": joint.place.paragraph,
        "basis": joint.basis,
    }
    return record | ({"item": joint.place.item} if joint.place.item else {})
