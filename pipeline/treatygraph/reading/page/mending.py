"""Faults of a text that its own lines show: quotation marks one code point off, words spaced out by letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from treatygraph.reading.page.page import Mark, PageLine

# Some writers of PDFs give each of ‘ ’ “ ” the code before its own: the double low line that then opens a quotation is
# in no other use before a letter.
_SHIFTED = str.maketrans("‗‘―‖", "‘’“”")
_OPENING = re.compile(r"(?<![^\s(])‗(?=\w)|(?<![^\s(])―(?=\w[^―]*‖)")
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){4,}[^\W\d_](?!\S)")
_FEW_LETTERS = 4  # "M F M F M F" are the heads of a table's columns
_WORD_GAP = 1.6  # times the usual distance of the letters
_CELLS_APART = 1.0  # em: letters that stand further apart are cells


def mend(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines of a document, its pages in order, with such faults mended; each glyph keeps its place."""
    shifted = any(
        _OPENING.search(line.text) for lines in pages for line in lines if "‗" in line.text or "‖" in line.text
    )
    return [[_mend_line(line, shifted) for line in lines] for lines in pages]


def _mend_line(line: PageLine, shifted: bool) -> PageLine:
    if shifted:
        line = replace(line, text=line.text.translate(_SHIFTED))
    if 2.5 * line.text.count(" ") < len(line.text) or not _SPACED.search(line.text):
        return line
    return _close_up(line)


def _close_up(line: PageLine) -> PageLine:
    """A line with its spaced-out words closed up: "R E P O R T  O F" is "REPORT OF".

    The distance of letters tells which of the blanks are between words.
    """
    dropped: set[int] = set()
    for match in _SPACED.finditer(line.text):
        blanks = range(match.start() + 1, match.end(), 2)
        widths = [line.edges[k + 1] - line.edges[k] for k in blanks]
        usual = median(widths)
        if usual > _CELLS_APART * line.size or len(set(match[0])) <= _FEW_LETTERS:
            continue
        dropped.update(k for k, width in zip(blanks, widths, strict=True) if width <= _WORD_GAP * usual)
    kept = [k for k in range(len(line.text)) if k not in dropped]
    places = {k: i for i, k in enumerate(kept)} | {len(line.text): len(kept)}
    moved = [places[min(j for j in places if j >= k)] for k in range(len(line.text) + 1)]
    return replace(
        line,
        text="".join(line.text[k] for k in kept),
        edges=(*(line.edges[k] for k in kept), line.edges[-1]),
        gaps=tuple(sorted({moved[gap] for gap in line.gaps if gap - 1 not in dropped})),
        marks=tuple(Mark(moved[mark.at], mark.label) for mark in line.marks),
        bold_lead=moved[min(line.bold_lead, len(line.text))],
    )
