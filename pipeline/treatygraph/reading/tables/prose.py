"""Rows of cells that hold running text.

In a table of questions and answers each cell has paragraphs of its own, and the lines of one column stand between
those of the other: printed lines tell no rows. A row begins where the first column begins a paragraph beside one
of another column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from statistics import median

from treatygraph.reading.page.page import PageLine

_PROSE = 25  # letters of a line of running text, at least, in the middle of a column
_FEWEST_LINES = 3  # of a column of running text
_GOING_ON = 0.34  # of the lines that begin no paragraph, at least, begin with a small letter
_CLOSEST = 0.9  # em: lines of one paragraph do not stand closer
_LOOSEST = 1.45  # em: nor farther apart than this
_PARAGRAPH_SPACE = 2.0  # points, at least, between two paragraphs more than between two lines
_BESIDE = 2.0  # points: lines of two columns that stand beside each other
_ALIGNED = 0.5  # of the first column's paragraphs, at least, begin beside another


def find_row_starts(columns: Mapping[int, Sequence[PageLine]]) -> list[float]:
    """The baselines at which the rows of a table's body begin, top to bottom; none where it holds no running text.

    `columns` has the lines of each column, top to bottom.
    """
    first = min(columns, default=0)
    begun = {column: _paragraphs(lines) for column, lines in columns.items()}
    others = [base for column, bases in begun.items() if column != first for base in bases]
    prose = any(_is_prose(lines, begun[column]) for column, lines in columns.items() if column != first)
    if not prose or not others or _has_rows_of_its_own(begun, first):
        return []
    beside = [base for base in begun[first] if any(abs(base - other) <= _BESIDE for other in others)]
    if not beside or len(beside) < _ALIGNED * len(begun[first]):
        return []
    top = min(*others, begun[first][0])
    return beside if beside[0] - top <= _BESIDE else [top, *beside]


def _has_rows_of_its_own(begun: Mapping[int, Sequence[float]], first: int) -> bool:
    """Whether other columns begin beside each other and not the first: its cell then stands for several rows."""
    columns = [bases for column, bases in begun.items() if column != first]
    return any(
        any(abs(base - other) <= _BESIDE for other in second)
        and not any(abs(base - other) <= _BESIDE for other in begun[first])
        for one, second in combinations(columns, 2)
        for base in one
    )


def row_at(starts: Sequence[float], line: PageLine) -> int:
    """The row in which a line stands, from 0."""
    return max(0, sum(start <= line.base + _BESIDE for start in starts) - 1)


def _is_prose(lines: Sequence[PageLine], begun: Sequence[float]) -> bool:
    """Whether a column holds running text: long lines, many of which go on with a small letter."""
    rest = [line for line in lines if line.base not in begun]
    if len(lines) < _FEWEST_LINES or not rest or median(len(line.text) for line in lines) < _PROSE:
        return False
    return sum(line.text[:1].islower() for line in rest) >= _GOING_ON * len(rest)


def _paragraphs(lines: Sequence[PageLine]) -> list[float]:
    """The baselines at which a column's paragraphs begin."""
    gaps = [line.base - above.base for above, line in pairwise(lines)]
    size = max(line.size for line in lines)
    close = [gap for gap in gaps if _CLOSEST * size < gap <= _LOOSEST * size]
    leading = min(close, default=size) + _PARAGRAPH_SPACE
    return [lines[0].base, *(line.base for gap, line in zip(gaps, lines[1:], strict=True) if gap > leading)]
