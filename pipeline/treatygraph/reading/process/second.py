"""A second reading with the other source of glyphs, where the first has lost paragraphs or letters.

PDFium and pdfminer.six order glyphs, place them and undo a font's map in their own ways; where the numbers of the
paragraphs show that one of them has lost text, the other may have it. It takes three times as long, and so it is only
tried on doubt.
"""

from __future__ import annotations

from dataclasses import replace

from treatygraph.errors import ReadingError
from treatygraph.reading.page.legibility import is_garbled
from treatygraph.reading.process.isolation import read_in_child
from treatygraph.reading.process.requests import Request
from treatygraph.report import Report

_LEAST_MISSING, _SHARE_MISSING = 4, 0.03  # numbers, and of all numbers
_MOST_PAGES = 200  # that the slower reader can do within its bounds
_OTHER = {"pdfium": "pdfplumber", "pdfplumber": "pdfium"}


def read_on_doubt(request: Request) -> Report:
    """Read a report, and once more with the other reader where numbers of paragraphs are missing; the better is taken.

    Raises:
        ReadingError: the file cannot be read, or not within the limits.
    """
    report = read_in_child(request)
    if not is_doubtful(report) or (report.source.pages or 0) > _MOST_PAGES:
        return report
    try:
        other = read_in_child(replace(request, reader=_OTHER[report.source.reader]))
    except ReadingError:
        return report
    return take_better(report, other)


def is_doubtful(report: Report) -> bool:
    """Whether more than a few per cent of the numbers of a PDF's paragraphs are missing, or its letters are no text."""
    missing, found = len(report.quality.number_gaps), _count(report)
    lost = missing >= max(_LEAST_MISSING, _SHARE_MISSING * (missing + found))
    return report.source.reader in _OTHER and (lost or is_garbled(report))


def take_better(first: Report, second: Report) -> Report:
    """The reading with letters that mean something, or that misses fewer numbers and has as many paragraphs.

    The second says that it was taken, and why.
    """
    if is_garbled(first) and not is_garbled(second):
        return _saying(
            second, f"Read with {second.source.reader}: the letters that {first.source.reader} read mean nothing."
        )
    before, after = len(first.quality.number_gaps), len(second.quality.number_gaps)
    if after >= before or _count(second) < _count(first):
        return first
    said = (
        f"Read with {second.source.reader}: {before} numbers of paragraphs were missing as {first.source.reader} "
        f"read it, {after} are now."
    )
    return _saying(second, said)


def _saying(report: Report, sentence: str) -> Report:
    return replace(report, quality=replace(report.quality, warnings=(*report.quality.warnings, sentence)))


def _count(report: Report) -> int:
    return sum(unit.id.isdigit() for unit in report.units)
