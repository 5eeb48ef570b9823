"""Pages set in two full columns, whose lines are read across both: a person must know of them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from treatygraph.reading.page.page import PageGlyphs, PageLine

_MOST_RULES = 2  # a page with more has a table
_LEAST = 15  # lines of each column
_LETTERS = 25  # of a line of a column
_FULL = 0.8  # of the column's width: prose fills it, the cells of a table do not
_CROSSING = 0.25  # of the lines: headings over both columns


def is_columned(page: PageGlyphs, lines: Sequence[PageLine]) -> bool:
    """Whether a page's text stands in two columns of prose beside each other."""
    if len(page.horizontal) > _MOST_RULES or len(lines) < _LEAST:
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    middle = (left + right) / 2
    pieces = [(line.edges[start], line.edges[end], end - start) for line in lines for start, end in line.pieces]
    before = [piece for piece in pieces if piece[1] < middle]
    behind = [piece for piece in pieces if piece[0] > middle]
    crossing = len(pieces) - len(before) - len(behind)
    if min(len(before), len(behind)) < _LEAST or crossing > _CROSSING * len(lines):
        return False
    width = _FULL * (middle - left)
    return all(
        median(letters for _, _, letters in column) >= _LETTERS
        and median(end - start for start, end, _ in column) >= width
        for column in (before, behind)
    )
