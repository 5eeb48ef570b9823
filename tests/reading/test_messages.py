"""What a reading process may answer: values that fit each other, and nothing else."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from treatygraph.errors import ReadingError
from treatygraph.reading import read
from treatygraph.reading.process import isolation
from treatygraph.reading.process.messages import MalformedError, WasDrawn, WasRead, decode_answer, encode
from treatygraph.report import Box, Cell, Line, NoteMark, Report, Section, Source, Table, Unit

SOURCE = Source("CED-C-KAZ-1.pdf", "0" * 64, "application/pdf", 1)
LINE = Line(0, 4, 1, 10.0, 20.0, (1.0, 2.0, 3.0, 4.0, 5.0))
CELL = Cell(0, 0, "Acts", 0, 4, box=Box(1.0, 2.0, 3.0, 4.0))
UNIT = Unit(
    "1", "paragraph", "Acts", "Law", 0, lines=(LINE,), marks=(NoteMark(4, "1", 1),), table=Table("Law", (CELL,))
)
REPORT = Report("CED/C/KAZ/1", "KAZ", "CED", "Report", (UNIT,), SOURCE, (Section(1, "A.", "Law"),))


def with_unit(**changes: object) -> Report:
    return replace(REPORT, units=(replace(UNIT, **changes),))  # type: ignore[arg-type]


def with_line(**changes: object) -> Report:
    return with_unit(lines=(replace(LINE, **changes),))  # type: ignore[arg-type]


def with_cell(**changes: object) -> Report:
    return with_unit(table=Table("Law", (replace(CELL, **changes),)))  # type: ignore[arg-type]


def test_a_report_comes_back_as_it_was_sent() -> None:
    answer = decode_answer(encode(WasRead(REPORT)))
    assert isinstance(answer, WasRead)
    assert repr(answer.report) == repr(REPORT)


MALFORMED = {
    "nothing": b"",
    "no message": b"\xc1",
    "code": pickle.dumps(REPORT),
    "nested without end": b"\x91" * 1_000_000,
    "another kind": msgspec.msgpack.encode({"type": "program"}),
    "a number for a text": msgspec.msgpack.encode({"type": "refused", "sentence": 7}),
    "half a report": encode(WasRead(REPORT))[:-9],
    "end of a line": encode(WasRead(with_line(end=5))),
    "line before its start": encode(WasRead(with_line(start=-1))),
    "page": encode(WasRead(with_line(page=2))),
    "edges": encode(WasRead(with_line(edges=(1.0, 2.0)))),
    "an edge nowhere": encode(WasRead(with_line(edges=(1.0, 2.0, float("nan"), 4.0, 5.0)))),
    "top without end": encode(WasRead(with_line(top=float("inf")))),
    "mark": encode(WasRead(with_unit(marks=(NoteMark(5, "1"),)))),
    "section": encode(WasRead(with_unit(section_index=1))),
    "kind": encode(WasRead(with_unit(kind="program"))),
    "text of a cell": encode(WasRead(with_cell(end=5))),
    "span of a cell": encode(WasRead(with_cell(row_span=0))),
    "box of a cell": encode(WasRead(with_cell(box=Box(1.0, 2.0, float("nan"), 4.0)))),
    "parents in a ring": encode(WasRead(replace(REPORT, sections=(Section(1, "A.", "Law", parent=0),)))),
    "sum of the file": encode(WasRead(replace(REPORT, source=replace(SOURCE, sha256="../x")))),
    "pixels": encode(WasDrawn((2, 2), b"abc")),
}


@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_cannot_be_is_no_answer(body: bytes) -> None:
    with pytest.raises(MalformedError):
        decode_answer(body)


ANSWERS_CODE = """
import os, pickle, sys

class Harm:
    def __reduce__(self):
        return open, (sys.argv[1], "w")

for body in ({ready!r}, pickle.dumps(Harm())):
    sys.stdout.buffer.write(len(body).to_bytes(8, "little") + body)
"""
SAYS_TOO_MUCH = "import sys; sys.stdout.buffer.write(b'\\xff' * 8)"


@pytest.mark.parametrize("program", [ANSWERS_CODE, SAYS_TOO_MUCH], ids=["code", "a length without end"])
def test_a_process_that_was_taken_over_costs_a_sentence(
    program: str, report_pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    program = program.format(ready=msgspec.msgpack.encode({"type": "ready"}))
    monkeypatch.setattr(isolation, "_start_of", lambda memory: ["-c", program, str(mark)])
    monkeypatch.setattr(isolation._mine, "child", None)
    with pytest.raises(ReadingError, match="gave no report but something else"):
        read(report_pdf)
    assert not mark.exists()
