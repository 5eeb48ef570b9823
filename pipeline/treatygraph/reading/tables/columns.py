"""The columns of a table without vertical lines, found by where the words of its rows stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from treatygraph.reading.page.page import PageLine

Column = tuple[float, float]  # left and right edge, in points

_RIVER = 0.6  # em: twice a blank; narrower gaps are between words
_FEWEST_ROWS = 2
_RIVER_ROWS = 3
_MOST_CROSSING = 3  # one line in so many may cross a river: a head that spans two columns


def cut_rivers(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines with gaps where a river runs down through them.

    Columns may stand so close that the space between two cells is no wide gap (ten points in the default table of
    some typesetting programs); but at the same place in row after row no blank between words is as wide.
    """
    rivers = [list(_spaces(line)) for line in lines]
    middles = {(left + right) / 2 for spaces in rivers for left, right, k, in_gaps in spaces if not in_gaps}
    cuts: list[set[int]] = [set() for _ in lines]
    for x in sorted(middles):
        through = [next((k for left, right, k, _ in spaces if left < x < right), None) for spaces in rivers]
        crossing = sum(
            k is None and line.x0 < x < line.x1 for k, line in zip(through, lines, strict=True)
        )  # fmt: skip
        found = sum(k is not None for k in through)
        if found >= max(_RIVER_ROWS, _MOST_CROSSING * crossing):
            for k, cut in zip(through, cuts, strict=True):
                if k is not None:
                    cut.add(k)
    return [
        replace(line, gaps=tuple(sorted({*line.gaps, *cut}))) if cut else line
        for line, cut in zip(lines, cuts, strict=True)
    ]


def _spaces(line: PageLine) -> Iterator[tuple[float, float, int, bool]]:
    """Spaces of a line that may be part of a river: left, right, the place after it, whether it is a gap already."""
    for k in range(1, len(line.text)):
        if line.text[k - 1] == " " and line.edges[k] - line.edges[k - 1] > _RIVER * line.size:
            yield line.edges[k - 1], line.edges[k], k, k in line.gaps


def find_columns(lines: Sequence[PageLine], pieces: Mapping[int, Sequence[tuple[int, int]]]) -> list[Column]:
    """Where the columns stand: what the pieces of the fullest rows cover, pieces that overlap being one column.

    `pieces` are the starts and ends of the pieces of each row, by the row's place in `lines`.
    """
    count = Counter(len(found) for found in pieces.values())
    full = max(count, key=lambda n: (n > 1 and count[n] >= _FEWEST_ROWS, n))
    extents = sorted(
        (lines[k].edges[start], lines[k].edges[end])
        for k, found in pieces.items()
        if len(found) == full
        for start, end in found
    )
    columns: list[Column] = []
    for left, right in extents:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    return columns


def place(line: PageLine, start: int, end: int, columns: Sequence[Column], *, over: float = 0.0) -> tuple[int, int]:
    """The first column that a piece of a line stands in, and how many it spans.

    It may stand `over` points into a column that it does not span.
    """
    left, right = line.edges[start], line.edges[end]
    inside = [n for n, (x0, x1) in enumerate(columns) if left < x1 - over and x0 + over < right]
    if inside:
        return inside[0], len(inside)
    middle = (left + right) / 2
    near = min(range(len(columns)), key=lambda n: abs(middle - (columns[n][0] + columns[n][1]) / 2))
    return near, 1
