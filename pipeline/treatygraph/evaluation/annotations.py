"""A folder of annotations, made by hand or by a build, as the scorer compares them.

Spans are counted in a paragraph's characters without white space and soft hyphens, so that two printings of one text
agree.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from treatygraph.errors import TreatygraphError
from treatygraph.report import MentionType

Record = dict[str, Any]

_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with where it stands in its paragraph."""

    record: Record
    unit: str
    span: tuple[int, int]

    @property
    def text(self) -> str:
        """Its words as recorded."""
        return str(self.record["text"])

    @property
    def entity(self) -> Any:
        """The id of what it denotes; None where that is open."""
        return self.record.get("entity")

    @property
    def targets(self) -> list[tuple[str, ...]]:
        """The paths of the divisions that it cites, in lower case."""
        return [tuple(str(step).lower() for step in path) for path in self.record.get("targets") or []]


@dataclass(frozen=True, slots=True)
class Annotations:
    """One side of a comparison: paragraphs by id, mentions, entities by id, relations."""

    units: dict[str, Record]
    mentions: list[Placed]
    entities: dict[str, Record]
    relations: list[Record]

    def of_type(self, mention_type: MentionType, within: Collection[str] | None = None) -> list[Placed]:
        """The mentions of a type, if so asked of some paragraphs only."""
        return [
            mention
            for mention in self.mentions
            if mention.record["type"] == mention_type and (within is None or mention.unit in within)
        ]


def read_annotations(folder: Path, texts_of: Annotations | None = None) -> Annotations:
    """Read one side; the other side lends the text of the paragraphs that have only a digest.

    Raises:
        TreatygraphError: there are no paragraphs, or a line is no JSON.
    """
    units = {str(row["id"]): row for row in _rows(folder / "paragraphs.jsonl")}
    if not units:
        raise TreatygraphError(
            f"{folder}: no paragraphs.jsonl with paragraphs here; give a folder of gold or of a built report."
        )
    squeezed: dict[str, Squeezed] = {}
    nowhere = count(-2, -2)  # a span before the text: it overlaps no other, so the mention is missed
    mentions = []
    for record in _rows(folder / "mentions.jsonl"):
        unit = str(record["paragraph"])
        text = units.get(unit, {}).get("text") or (texts_of and texts_of.units.get(unit, {}).get("text"))
        if text and unit not in squeezed:
            squeezed[unit] = squeeze(text)
        span = _place(record, squeezed[unit]) if text else None
        if span is None and texts_of is not None:
            before = next(nowhere)
            span = before, before + 1
        if span is not None:
            mentions.append(Placed(record, unit, span))
    entities = {row["id"]: row for row in _rows(folder / "entities.jsonl")}
    return Annotations(units, mentions, entities, _rows(folder / "relations.jsonl"))


def _rows(path: Path) -> list[Record]:
    if not path.is_file():
        return []
    try:
        return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise TreatygraphError(f"{path}: a line is not valid JSON ({error}); write one object a line.") from error


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text, the same without white space, and for each character of that its place in the text."""

    text: str
    letters: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The part of `letters` that stands in `text[start:end]`."""
        inside = [k for k, place in enumerate(self.origin) if start <= place < end]
        return (inside[0], inside[-1] + 1) if inside else None


def squeeze(text: str) -> Squeezed:
    """Take white space and soft hyphens out of a text."""
    kept = [(letter, place) for place, letter in enumerate(text) if not letter.isspace() and letter != _SOFT_HYPHEN]
    return Squeezed(text, "".join(letter for letter, _ in kept), tuple(place for _, place in kept))


def _place(record: Record, unit: Squeezed) -> tuple[int, int] | None:
    """Find a mention by its offsets, else by its words, else by its words without white space."""
    if record.get("start") is not None and record.get("end") is not None:
        span = unit.span(record["start"], record["end"])
        if span:
            return span
    words, nth = record["text"], record.get("nth", 1)
    at = _find_nth(unit.text, words, nth)
    if at >= 0:
        return unit.span(at, at + len(words))
    letters = squeeze(words).letters
    at = _find_nth(unit.letters, letters, nth)
    return (at, at + len(letters)) if letters and at >= 0 else None


def _find_nth(text: str, words: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            return -1
    return at
