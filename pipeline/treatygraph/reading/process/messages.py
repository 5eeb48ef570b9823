"""What goes through the pipes between a reading process and its parent: MessagePack, checked field by field.

The process that reads a file may have been taken over by it. So its answers are in a format that holds values alone,
never code; msgspec checks the types, `check_report` what they mean, and what does not fit is refused. Each message is
its length, eight bytes with the lowest first, and its body; the bytes of the file follow an order as a message of
their own.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import IO, TypeAlias

import msgspec

from treatygraph.reading.file.limits import Limits
from treatygraph.reading.process.requests import Picture
from treatygraph.report import Box, MentionType, Report, Table, Unit

_LENGTH = 8  # bytes
_SHA256 = re.compile("[0-9a-f]{64}")
# Coordinates take 9 bytes here and 32 in the process that sends them, which has a gigabyte.
MOST_ANSWERED = 512 * 1024 * 1024


class MalformedError(Exception):
    """A message is not what was agreed."""


class Read(msgspec.Struct, frozen=True, tag="read"):
    """The order to read a file; `name` is its path as text, which is not opened."""

    name: str
    symbol: str | None
    reader: str
    password: str | None
    limits: Limits


class Draw(msgspec.Struct, frozen=True, tag="draw"):
    """The order to draw a page of a PDF."""

    name: str
    report: Report
    page: int
    password: str | None
    limits: Limits
    scale: float
    plain: bool
    mentions: tuple[tuple[MentionType, Box], ...] = ()


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The process has bounded itself and waits for an order."""


class WasRead(msgspec.Struct, frozen=True, tag="report"):
    """What was read; `spent` says that another process should go on."""

    report: Report
    spent: bool = False


class WasDrawn(msgspec.Struct, frozen=True, tag="picture"):
    """What was drawn."""

    size: tuple[int, int]
    pixels: bytes
    spent: bool = False


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Why the file is not read, as a sentence."""

    sentence: str


class Broken(msgspec.Struct, frozen=True, tag="broken"):
    """A fault of the program, with its trace."""

    trace: str


Order: TypeAlias = Read | Draw
Answer: TypeAlias = Ready | WasRead | WasDrawn | Refused | Broken

_ENCODER = msgspec.msgpack.Encoder()
_ORDERS: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)
_ANSWERS: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


def encode(message: Order | Answer) -> bytes:
    """The message as bytes."""
    return _ENCODER.encode(message)


def decode_order(body: bytes) -> Order:
    """The order in a message from the parent."""
    return _ORDERS.decode(body)


def decode_answer(body: bytes) -> Answer:
    """The answer in a message from the reading process.

    Raises:
        MalformedError: it is no answer, or a report or picture that cannot be.
    """
    try:
        answer = _ANSWERS.decode(body)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise MalformedError(str(error)) from None
    if isinstance(answer, WasRead):
        check_report(answer.report)
    elif isinstance(answer, WasDrawn):
        _require(min(answer.size) > 0 and len(answer.pixels) == 3 * answer.size[0] * answer.size[1], "picture")
    return answer


def picture_of(answer: WasDrawn) -> Picture:
    """The picture in an answer."""
    return Picture(answer.size, answer.pixels)


def send(pipe: IO[bytes], *bodies: bytes) -> None:
    """Write messages into a pipe."""
    for body in bodies:
        pipe.write(len(body).to_bytes(_LENGTH, "little"))
        pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes], most: int | None = None) -> bytes:
    """Wait for a message from a pipe.

    Raises:
        EOFError: the other end was closed.
        MalformedError: the message is said to have more than `most` bytes.
    """
    length = int.from_bytes(_read_all(pipe, _LENGTH), "little")
    if most is not None and length > most:
        raise MalformedError(f"a message of {length:,} bytes")
    return _read_all(pipe, length)


def _read_all(pipe: IO[bytes], length: int) -> bytes:
    body = pipe.read(length)
    if len(body) < length:
        raise EOFError
    return body


def check_report(report: Report) -> None:
    """Look whether every place in a report lies within what it is a place of.

    Raises:
        MalformedError: one does not, or a number is none.
    """
    source, sections = report.source, len(report.sections)
    _require(_SHA256.fullmatch(source.sha256) is not None and (source.pages or 0) >= 0, "source")
    for unit in report.units:
        _require(-1 <= unit.section_index < sections, "section of a unit")
        _check_lines(unit, source.pages or 0)
        _require(all(0 <= mark.at <= len(unit.text) for mark in unit.marks), "mark")
        if unit.table:
            _check_table(unit.table, len(unit.text))
    for k, section in enumerate(report.sections):
        _require(-1 <= section.parent < k and section.level > 0, "section")


def _check_lines(unit: Unit, pages: int) -> None:
    length = len(unit.text)
    for line in unit.lines:
        _require(0 <= line.start <= line.end <= length and 0 <= line.page <= pages, "line")
        _require(len(line.edges) == line.end - line.start + 1, "edges of a line")
        # A sum is finite only if all of it is, and takes a tenth of the time.
        _require(isfinite(sum(line.edges) + line.top + line.bottom), "place of a line")


def _check_table(table: Table, length: int) -> None:
    for cell in table.cells:
        _require(0 <= cell.start <= cell.end <= length, "text of a cell")
        _require(min(cell.row, cell.column) >= 0 and min(cell.row_span, cell.column_span) > 0, "cell")
        _require(cell.box is None or isfinite(sum(cell.box)), "place of a cell")


def _require(holds: bool, part: str) -> None:
    if not holds:
        raise MalformedError(f"a {part} that cannot be")
