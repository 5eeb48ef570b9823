"""What a file that is read back must look like: every row has its shape, and what has not is said with file and line.

Anybody may have changed such a file; nothing of it is taken that the rest of the program could not have written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, cast

import msgspec

from treatygraph.errors import ReadingError
from treatygraph.report import (
    Abbreviation,
    Action,
    ClaimKind,
    DocumentKind,
    EntityType,
    InstrumentName,
    JointBasis,
    JointKind,
    Judged,
    Level,
    MentionType,
    Note,
    NoteMark,
    Quality,
    RequestBasis,
    Role,
    Section,
    Sitting,
    Source,
    Speaker,
    Stance,
    Strength,
    Table,
    UnitKind,
    Unread,
    Verdict,
)

Shape = TypeVar("Shape")

# An id is the last segment of an IRI and stands in no path: letters, digits and `_ - .`, none of these first but `_`.
ID_PATTERN = r"^[A-Za-z0-9_][A-Za-z0-9_.-]*\Z"
Id = Annotated[str, msgspec.Meta(pattern=ID_PATTERN)]
Steps = tuple[str, ...]
Count = Annotated[int, msgspec.Meta(ge=0)]

BUILD_AGAIN = "build the report again"


class Layout(msgspec.Struct):
    """Where a unit stands: a member of `units` in `report.json`.

    A line is start, end, page, top, bottom, edges; `bold` and `italic` are the places of lines that are set so.
    """

    id: str
    section_index: int
    zone: str
    reply_to: str | None = None
    noted: tuple[str, Count] | None = None
    marks: tuple[NoteMark, ...] = ()
    table: Table | None = None
    lines: tuple[Annotated[tuple[int | float, ...], msgspec.Meta(min_length=6)], ...] = ()
    bold: tuple[int, ...] = ()
    italic: tuple[int, ...] = ()


class Head(msgspec.Struct):
    """`report.json`: a report, with the layout of its units in the place of units."""

    symbol: str
    state: str | None
    treaty: str | None
    title: str
    source: Source
    quality: Quality
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    abbreviations: tuple[Abbreviation, ...]
    units: tuple[Layout, ...]
    unread: tuple[Unread, ...] = ()
    committee: str | None = None
    language: str = "en"
    date: str | None = None
    received: str | None = None
    job_number: str | None = None
    coverage: tuple[int, int] | None = None
    kind: DocumentKind | None = None
    sittings: tuple[Sitting, ...] = ()


class ParagraphRow(msgspec.Struct):
    """A line of `paragraphs.jsonl`."""

    doc: str
    id: str
    kind: UnitKind
    text: str
    section: str
    convention_articles: Steps


class MentionRow(msgspec.Struct):
    """A line of `mentions.jsonl`, its fields in the order of a `Mention`'s."""

    unit: str = msgspec.field(name="paragraph")
    type: MentionType
    start: Count
    end: Count
    text: str
    rule: str
    confidence: float = 1.0
    anaphor: bool = False
    value: str | None = None
    targets: tuple[Steps, ...] = ()
    glosses: tuple[str | None, ...] = ()
    name: InstrumentName | None = None
    instrument: tuple[Count, Count] | None = None
    shared_head: bool = False
    entity: Id | None = None
    antecedent: tuple[str, Count, Count] | None = None
    resolved_by: str | None = None


class EntityRow(msgspec.Struct):
    """A line of `entities.jsonl`, its fields in the order of an `Entity`'s; last, the IRI that it must have."""

    id: Id
    type: EntityType
    name: str
    kind: str
    level: Level
    number: str | None = None
    date: str | None = None
    issuer: Id | None = None
    aliases: tuple[str, ...] = ()
    state: Id | None = None
    title: str | None = None
    amending: bool = False
    member_of: Id | None = None
    confidence: float = 1.0
    local: Id | None = None
    label: str | None = None
    work: Id | None = None
    work_name: str | None = None
    former: tuple[Id, ...] = ()
    period: str | None = None
    part: str | None = None
    iri: str | None = None


class RelationRow(msgspec.Struct):
    """A line of `relations.jsonl`, its fields in the order of a `Relation`'s."""

    unit: str = msgspec.field(name="paragraph")
    subject: Id
    predicate: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z]+\Z")]
    object: Id
    date: str | None = None
    evidence: tuple[tuple[MentionType, Count, Count], ...] = ()
    object_path: Steps = ()
    rule: str = ""
    confidence: float = 1.0


class JudgementRow(msgspec.Struct):
    """A line of `judgements.jsonl`, its fields in the order of a `Judgement`'s."""

    unit: str = msgspec.field(name="paragraph")
    judged: Judged
    verdict: Verdict
    by: str
    law: str = ""
    article: str = ""
    instead: Steps = ()
    words: str = ""
    nth: Count = 1
    remark: str = ""


class CitationRow(msgspec.Struct):
    """A line of `citations.jsonl`."""

    unit: str = msgspec.field(name="paragraph")
    articles: Steps
    strength: Strength
    entity: Id
    evidence: tuple[tuple[MentionType, Count, Count], ...]
    path: Steps = ()
    article_count: int | None = None
    stance: Stance = "effect"
    stance_rule: str = ""
    speaker: Speaker = "state"
    subnational: bool = False
    likely: Steps | None = None
    margin: float | None = None
    claim: ClaimKind | None = None
    claimed: Steps = ()
    review: tuple[JudgementRow, ...] = ()


class PlaceRow(msgspec.Struct):
    """What a line of `dialogue.jsonl` points at."""

    kind: JointKind
    document: str | None
    paragraph: str
    basis: JointBasis
    item: str | None = None


class RequestRow(msgspec.Struct):
    """What a line of `dialogue.jsonl` asks for."""

    action: Action
    start: Count
    end: Count
    item: str | None = None
    words: str | None = None
    instrument_unit: str | None = msgspec.field(default=None, name="instrument_paragraph")
    instrument_start: Count | None = None
    basis: RequestBasis | None = None
    wanted: bool = False


class DialogueRow(msgspec.Struct):
    """A line of `dialogue.jsonl`: a paragraph, or a heading that repeats a question ("section:12")."""

    unit: str = msgspec.field(name="paragraph")
    speaker: Speaker
    role: Role
    articles: Steps = ()
    answers_concerns: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    points_at: tuple[PlaceRow, ...] = ()
    requests: tuple[RequestRow, ...] = ()


class LockedRow(msgspec.Struct):
    """An entity in `iri-lock.json`, under its id."""

    type: EntityType
    owner: Id
    kind: str
    label: str
    names: Annotated[list[str], msgspec.Meta(min_length=1)]
    reports: dict[str, list[Id]]
    number: str | None = None
    date: str | None = None
    issuer: Id | None = None
    title: str | None = None
    amending: bool = False
    abstract: bool = False
    named: bool = True
    part: str | None = None
    replaced_by: Id | None = None


class LockFile(msgspec.Struct):
    """`iri-lock.json`, its entities not read yet."""

    version: Literal[1]
    entities: dict[str, msgspec.Raw]


def is_id(text: str) -> bool:
    """Tell whether a text can be an entity's id."""
    return re.search(ID_PATTERN, text) is not None


def read_bytes(path: Path, advice: str = BUILD_AGAIN) -> bytes:
    """Read a file that an earlier build left.

    Raises:
        ReadingError: it is missing or cannot be read; `advice` says what to do.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingError(f"{path} is missing; {advice}.") from error
    except OSError as error:
        raise ReadingError(f"{path} cannot be read ({error.strerror or error}); {advice}.") from error


def decode(content: bytes | msgspec.Raw, shape: type[Shape], place: str, advice: str = BUILD_AGAIN) -> Shape:
    """Decode JSON of a shape; `place` is the file, with the line where there is one.

    Raises:
        ReadingError: it is no JSON, or has another shape, or is nested too deeply.
    """
    try:
        return _decode(content, shape)
    except _FAULTS as error:
        raise ReadingError(f"{place}: {_said(error)}; {advice}.") from error


def decode_whole(content: bytes, shape: type[Shape], path: Path, advice: str = BUILD_AGAIN) -> Shape:
    """Decode a file that is one JSON object of a shape.

    Raises:
        ReadingError: it is no JSON, or a member has another shape, or it is nested too deeply; the line is told.
    """
    try:
        return _decode(content, shape)
    except _FAULTS as error:
        line = content.count(b"\n", 0, _place_of(error, content)) + 1
        raise ReadingError(f"{path}, line {line}: {_said(error)}; {advice}.") from error


_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_NESTING = re.compile(rb'"(?:[^"\\]|\\.)*"|(?P<open>[\[{])|[\]}]', re.DOTALL)


def _decode(content: bytes | msgspec.Raw, shape: type[Shape]) -> Shape:
    result: Shape = _decoder(cast("Any", shape)).decode(content)
    return result


def _said(error: Exception) -> str:
    if isinstance(error, msgspec.ValidationError):
        return f"this is not what a build writes ({error})"
    return "this is nested too deeply" if isinstance(error, RecursionError) else f"this is not valid JSON ({error})"


def _place_of(error: Exception, content: bytes) -> int:
    """Find the byte at which a file is wrong: that which is told, the member that is named, the deepest, the last."""
    if isinstance(error, UnicodeDecodeError):
        try:
            content.decode()
        except UnicodeDecodeError as first:
            return first.start
    if isinstance(error, RecursionError):
        return _deepest(content)
    if told := re.search(r"\(byte (\d+)\)", str(error)):
        return int(told[1])
    if named := re.search(r"at `\$\.(\w+)", str(error)):
        return max(content.find(f'"{named[1]}"'.encode()), 0)
    return 0 if isinstance(error, msgspec.ValidationError) else len(content.rstrip())


def _deepest(content: bytes) -> int:
    depth = most = place = 0
    for found in _NESTING.finditer(content):
        if found["open"]:
            depth += 1
            if depth > most:
                most, place = depth, found.start()
        elif not found[0].startswith(b'"'):
            depth -= 1
    return place


@cache
def _decoder(shape: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)


def decode_lines(path: Path, shape: type[Shape]) -> Iterator[tuple[str, Shape]]:
    """Decode a file of JSON lines; each comes with its place, for messages.

    Raises:
        ReadingError: the file is missing, or a line has another shape.
    """
    for number, line in enumerate(read_bytes(path).splitlines(), 1):
        place = f"{path}, line {number}"
        yield place, decode(line, shape, place)
