"""Copies of real reports, damaged as files are: each is read or refused in one sentence, within the bounds.

A few by default; as a program it reads as many as it is told, and counts what became of them:
`python tests/reading/test_damaged_copies.py 300`.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from treatygraph.errors import ReadingError
from treatygraph.reading import read
from treatygraph.report import Report

ROOT = Path(__file__).parents[2]
OWN = ROOT / "reports" / "CED-C-KAZ-1.pdf"
REPORTS = sorted((ROOT.parent / "shared" / "reports").glob("*.pdf"))
SEED, COPIES = 12, 12  # of each report's copies, one in turn with each damage


def flip_bits(data: bytearray, draw: random.Random) -> None:
    for _ in range(draw.choice((1, 20, 400))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def cut_the_end(data: bytearray, draw: random.Random) -> None:
    del data[draw.randrange(len(data)) :]


def cut_out(data: bytearray, draw: random.Random) -> None:
    start = draw.randrange(len(data))
    del data[start : start + draw.randrange(1, 50_000)]


def blank_out(data: bytearray, draw: random.Random) -> None:
    """A block that never came, as of a broken download."""
    start = draw.randrange(len(data))
    end = min(len(data), start + draw.choice((512, 4_096, 65_536)))
    data[start:end] = bytes(end - start)


def lose_objects(data: bytearray, draw: random.Random) -> None:
    """The objects' heads are made unreadable, and so are references to others."""
    found = [match.start() for match in re.finditer(rb"\d+ 0 (?:obj|R)\b", data)]
    for start in draw.sample(found, min(len(found), draw.randrange(1, 12))):
        data[start : start + 1] = b"x"


def break_tables(data: bytearray, draw: random.Random) -> None:
    """Digits of the tables of objects, of their start, and of the lengths of streams."""
    found = [
        place
        for match in re.finditer(rb"startxref\s+\d+|\d{10} \d{5} n|/Length \d+|/W ?\[[^\]]*\]|/Size \d+", data)
        for place in range(*match.span())
        if data[place : place + 1].isdigit()
    ]
    for place in draw.sample(found, min(len(found), draw.randrange(1, 40))):
        data[place] = ord(draw.choice("0123456789"))


def repeat_a_block(data: bytearray, draw: random.Random) -> None:
    start = draw.randrange(len(data))
    data[start:start] = data[start : start + draw.randrange(1, 20_000)]


DAMAGES: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(flip_bits, cut_the_end, cut_out, blank_out, lose_objects, break_tables, repeat_a_block),
)


def damaged(report: Path, number: int) -> bytes:
    """The copy with this number of a report: always the same."""
    draw = random.Random(f"{SEED} {report.name} {number}")
    data = bytearray(report.read_bytes())
    DAMAGES[number % len(DAMAGES)](data, draw)
    return bytes(data)


def outcome(report: Path, number: int, folder: Path) -> Report | str:
    """What becomes of a copy: a report, or the sentence that refuses it."""
    file = folder / report.name
    file.write_bytes(damaged(report, number))
    try:
        return read(file)
    except ReadingError as error:
        said = str(error)
        assert said.startswith(f"{file}: "), said
        assert "\n" not in said
        return said.removeprefix(f"{file}: ")


@pytest.mark.parametrize("number", range(COPIES))
def test_a_damaged_copy_of_the_own_report(number: int, tmp_path: Path) -> None:
    found = outcome(OWN, number, tmp_path)
    assert isinstance(found, str) or found.units


@pytest.mark.skipif(not REPORTS, reason="needs ../shared/reports, which is not there")
@pytest.mark.parametrize("number", range(COPIES))
def test_a_damaged_copy_of_another_report(number: int, tmp_path: Path) -> None:
    found = outcome(REPORTS[number % len(REPORTS)], number, tmp_path)
    assert isinstance(found, str) or found.units


def main(count: int) -> None:
    """Read `count` copies of all reports in turn, and print how many were read, refused and why, and the longest."""
    counts: Counter[str] = Counter()
    longest = 0.0
    reports = REPORTS or [OWN]
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            begun = time.monotonic()
            found = outcome(reports[number % len(reports)], number, Path(folder))
            longest = max(longest, time.monotonic() - begun)
            counts[re.sub(r"\(qpdf.*?\)|\d[\d,.]*", "…", found) if isinstance(found, str) else "read"] += 1
    for what, times in counts.most_common():
        print(f"{times:5,}  {what}")
    print(f"{count:5,}  copies, the longest in {longest:.1f} seconds on the clock")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
