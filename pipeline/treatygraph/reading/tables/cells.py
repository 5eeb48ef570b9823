"""The cells of a table: its lines cut at the borders of the columns, put in columns and gathered row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from treatygraph.reading.page.page import PageLine, RawCell
from treatygraph.reading.tables.columns import Column, place
from treatygraph.reading.tables.prose import find_row_starts, row_at
from treatygraph.reading.tables.ruling import Band, Level

_LEADING = 1.32  # em: lines of one cell stand closer than this, rows farther apart
_LOOSE_LEADING = 1.45  # em: small print on a leading of ten or eleven points, where rows stand farther apart still
_HEAD_LEADING = 2.0  # em: lines of a head have no rows between them
_CLOSEST = 0.9  # em: lines of one cell do not stand closer
_ROW_SPACE = 2.0  # points, at least, between rows that stand apart
_SPACED = 12  # rows are spaced if one line in so many, or more, stands apart from the one above
_EMPTY_LINE = 1.5  # of the leading, and more, between two rows: they stand apart
_CLASHES = 0.1  # of the close lines: more with numbers under each other are rows, close as they stand
_SMALLER = 0.6  # points
_OVER = 2.0  # points: letters may stand so far over a border
_BLANK = 0.3  # em: a wider space at a border parts two cells
_CLEAR = 0.45  # em: so does this one where other words of the line run over borders
_FIGURE = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*|N/A|[-–…]")


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    header: bool
    span: int
    lines: list[PageLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands in one cell of a printed line."""

    column: int
    span: int
    line: PageLine


@dataclass(frozen=True, slots=True)
class _Spacing:
    """The lines of one cell stand `leading` points apart at most; rows are `spaced` farther apart, or they are not."""

    leading: float
    spaced: bool


def rooms(borders: Sequence[float]) -> list[Column]:
    """The columns between borders."""
    return list(pairwise(borders))


def cut_at_borders(line: PageLine, borders: Sequence[float]) -> PageLine:
    """The line with gaps where it goes from one cell into the next, and nowhere else.

    A blank at a border parts two cells where it is wider than one between words, or where the line has one at each
    of several borders. Where a word runs over a border, the cell is one over several columns ("2. Number of
    unemployed persons by sex, age and disability status").
    """
    inner = borders[1:-1]
    gaps: list[int] = []
    for start, end in line.pieces:
        if start and any(line.edges[start - 1] - _OVER <= border <= line.edges[start] + _OVER for border in inner):
            gaps.append(start)
        found = [
            k
            for k in range(start + 1, end)
            if line.text[k - 1] == " "
            and any(line.edges[k - 1] - _OVER <= border <= line.edges[k] + _OVER for border in inner)
        ]
        run_over = any(_runs_over(line, start, end, border) for border in inner)
        least = _CLEAR if run_over else _BLANK
        wide = [k for k in found if line.edges[k] - line.edges[k - 1] > least * line.size]
        gaps += wide if wide or run_over or len(found) == 1 else found
    return replace(line, gaps=tuple(sorted(gaps)))


def _runs_over(line: PageLine, start: int, end: int, border: float) -> bool:
    """Whether a word of a piece of the line stands over a border."""
    if not line.edges[start] + _OVER < border < line.edges[end] - _OVER:
        return False
    k = next(k for k in range(start, end) if line.edges[k + 1] > border)
    if line.text[k] == " ":
        return False
    word = start + len(line.text[start:k].rpartition(" ")[0])
    word += line.text[word : word + 1] == " "
    after = line.text.find(" ", k, end)
    after = end if after < 0 else after
    return line.edges[word] + _OVER < border < line.edges[after] - _OVER


def make_cells(lines: Sequence[PageLine], band: Band, columns: Sequence[Column], head_end: float) -> list[RawCell]:
    """The cells of a table's lines, in reading order. What stands over `head_end` (points) is its head."""
    head = [line for line in lines if line.base <= head_end]
    body = [line for line in lines if line.base > head_end]
    cells = _cells_by_line(head, band, columns, head_end)
    after = 1 + max((cell.row for cell in cells), default=-1)
    more = _cells_of_text(body, band, columns) or _cells_by_line(body, band, columns, head_end)
    for cell in more:
        cell.row += after
    cells += more
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return [RawCell(cell.row, cell.column, tuple(cell.lines), cell.header, 1, cell.span) for cell in cells]


def _cells_of_text(body: Sequence[PageLine], band: Band, columns: Sequence[Column]) -> list[_Cell]:
    """The cells of a body of running text; none where its lines are rows, or rules are drawn between its rows."""
    heights = [level.y for level in (*band.levels, *band.partial)]
    if band.grid or any(_is_between(above, y, line) for above, line in pairwise(body) for y in heights):
        return []
    cut = [_cut_at_columns(line, columns) for line in body]
    pieces = [piece for line in cut for piece in _put_all(line, band, columns, header=False)]
    if any(piece.span > 1 for piece in pieces):
        return []
    by_column: dict[int, list[PageLine]] = {}
    for piece in pieces:
        by_column.setdefault(piece.column, []).append(piece.line)
    starts = find_row_starts(by_column)
    cells: dict[tuple[int, int], _Cell] = {}
    for piece in pieces if starts else ():
        row = row_at(starts, piece.line)
        cell = cells.setdefault((row, piece.column), _Cell(row, piece.column, header=False, span=1))
        cell.lines.append(piece.line)
    largest = max((line.size for line in body), default=0.0)
    return [] if any(_has_a_row_of_figures(cell, largest) for cell in cells.values()) else list(cells.values())


def _has_a_row_of_figures(cell: _Cell, size: float) -> bool:
    """Whether figures of the table's size under each other, or the year that heads the rows after it, stand in a cell.

    In smaller print a cell has a table of its own.
    """
    figures = [line for line in cell.lines if _FIGURE.fullmatch(line.text)]
    if len(figures) == 1 and len(cell.lines) > 1 and cell.lines[-1] is figures[0]:
        return True
    return sum(line.size > size - _SMALLER for line in figures) > 1


def _cut_at_columns(line: PageLine, columns: Sequence[Column]) -> PageLine:
    """The line with gaps where a word begins at a column's left edge: a full line of a cell touches the next cell."""
    starts = {
        k
        for k in range(1, len(line.text))
        if line.text[k - 1] == " " and any(abs(line.edges[k] - left) <= _OVER for left, _ in columns[1:])
    }
    return replace(line, gaps=tuple(sorted({*line.gaps, *starts}))) if starts - {*line.gaps} else line


def _cells_by_line(lines: Sequence[PageLine], band: Band, columns: Sequence[Column], head_end: float) -> list[_Cell]:
    """The cells of lines that are rows, or lines of one row where they stand close."""
    spacing = _find_spacing([line for line in lines if line.base > head_end])
    heights = sorted(level.y for level in (*band.levels, *band.partial))
    cells: list[_Cell] = []
    row = -1
    above: PageLine | None = None
    for line in lines:
        header = line.base < head_end
        pieces = _put_all(line, band, columns, header=header)
        open_row = [cell for cell in cells if cell.row == row]
        parted = above is not None and any(_is_between(above, y, line) for y in heights)
        together = above is not None and not parted and header == (above.base < head_end)
        if together and above is not None and not (band.grid and not header):
            together = _continues(line, above, pieces, open_row, header=header, spacing=spacing)
        if not together:
            row += 1
        for piece in pieces:
            same = next((cell for cell in cells if cell.row == row and cell.column == piece.column), None)
            if same is None:
                same = _Cell(row, piece.column, header, piece.span)
                cells.append(same)
            same.lines.append(piece.line)
        above = line
    return cells


def _is_between(above: PageLine, y: float, line: PageLine) -> bool:
    return above.base - 0.2 * above.size < y < line.base - 0.2 * line.size


def _put_all(line: PageLine, band: Band, columns: Sequence[Column], *, header: bool) -> list[_Piece]:
    """The pieces of a line with the columns that they stand in: in a head, those that a rule over or under covers."""
    over = _OVER if band.borders else 0.0
    placed = [place(line, start, end, columns, over=over) for start, end in line.pieces]
    if header and band.borders:
        middles = [(line.edges[start] + line.edges[end]) / 2 for start, end in line.pieces]
        covered = [_under(band, line.base, x, columns) or _above(band, line.base, x, columns) for x in middles]
        for k, span in enumerate(covered):
            # A rule drawn in one over several cells tells nothing.
            if span and covered.count(span) == 1 and span[0] <= placed[k][0] < span[1]:
                placed[k] = span[0], span[1] - span[0]
        if len(placed) == 1 and placed[0][1] > 1 and not any(covered):
            placed = [(0, len(columns))]  # a title over the head
    return [
        _Piece(column, span, line.part(start, end))
        for (column, span), (start, end) in zip(placed, line.pieces, strict=True)
    ]


def _under(band: Band, base: float, x: float, columns: Sequence[Column]) -> tuple[int, int] | None:
    """The columns under the piece of rule over a place in the head, where that rule is in pieces."""
    over = [level for level in (*band.levels, *band.partial) if level.y < base and level.over(x)]
    nearest = max(over, key=lambda level: level.y, default=None)
    if nearest is None or not nearest.joints:
        return None
    segment = nearest.over(x)
    return _covered(segment, columns) if segment else None


def _above(band: Band, base: float, x: float, columns: Sequence[Column]) -> tuple[int, int] | None:
    """The columns over which a rule runs under a place in the head, and not on over all the table."""
    level = min((level for level in band.partial if level.y > base), key=lambda level: level.y, default=None)
    run = _run_of(level, x) if level else None
    return _covered(run, columns) if run else None


def _run_of(level: Level, x: float) -> tuple[float, float] | None:
    """The segments around `x` that touch each other, as one."""
    runs: list[tuple[float, float]] = []
    for left, right in level.segments:
        if runs and left - runs[-1][1] < 1.2:
            runs[-1] = (runs[-1][0], right)
        else:
            runs.append((left, right))
    return next((run for run in runs if run[0] <= x <= run[1]), None)


def _covered(segment: tuple[float, float], columns: Sequence[Column]) -> tuple[int, int] | None:
    inside = [k for k, (x0, x1) in enumerate(columns) if segment[0] <= (x0 + x1) / 2 <= segment[1]]
    return (inside[0], inside[-1] + 1) if inside else None


def _meets_another(piece: _Piece, cell: _Cell) -> bool:
    """Whether a piece stands under a cell of a head and is no line of it: it covers other columns, or fewer."""
    if (piece.column, piece.span) == (cell.column, cell.span):
        return False
    return piece.column < cell.column + cell.span and cell.column < piece.column + piece.span


def _find_spacing(body: Sequence[PageLine]) -> _Spacing:
    """How far apart the lines of a cell stand at most, and whether the rows stand farther apart than that."""
    size = max((line.size for line in body), default=0.0)
    gaps = [line.base - above.base for above, line in pairwise(body)]
    close = [gap for gap in gaps if gap > _CLOSEST * size]
    leading = _LEADING * size
    if close and min(close) <= _LOOSE_LEADING * size and max(close) >= min(close) + _ROW_SPACE:
        leading = min(close) + _ROW_SPACE / 2
    if len(body) == 2 and len(body[0].pieces) == 1:
        return _Spacing(leading, True)
    pairs = [(above, line) for above, line in pairwise(body) if line.base - above.base < leading]
    clashes = sum(_clash(above, line) for above, line in pairs)
    apart = len(gaps) - len(pairs)
    spaced = _SPACED * apart >= len(gaps) or sum(gap > _EMPTY_LINE * leading for gap in gaps) > 1
    return _Spacing(leading, spaced and clashes <= _CLASHES * len(gaps))


def _clash(above: PageLine, line: PageLine) -> bool:
    """Whether a number of a line stands under one of the line above it."""
    return any(left < x1 and x0 < right for left, right in _figures(above) for x0, x1 in _figures(line))


def _figures(line: PageLine) -> list[tuple[float, float]]:
    return [
        (line.edges[start], line.edges[end]) for start, end in line.pieces if _FIGURE.fullmatch(line.text[start:end])
    ]


def _continues(
    line: PageLine,
    above: PageLine,
    pieces: Sequence[_Piece],
    open_row: Sequence[_Cell],
    *,
    header: bool,
    spacing: _Spacing,
) -> bool:
    """Whether a line goes on with the row above it, close under it.

    Heads are set in italics. In a head every line does, unless one of the two spans more columns than the other
    ("Male" over "rate" and "schooling"). In the body of a table whose rows are spaced apart every line does,
    unless both have a number in one column; where they are not, a row begins in its first column and the lines of
    its cells only in columns that it has.
    """
    gap = line.base - above.base
    if header:
        if gap > _HEAD_LEADING * max(line.size, above.size):
            return False
        return not any(_meets_another(piece, cell) for piece in pieces for cell in open_row)
    if gap > spacing.leading or (line.italic != above.italic and not spacing.spaced):
        return False
    last = {cell.column: cell.lines[-1].text for cell in open_row}
    for piece in pieces:
        if gap < _CLOSEST * line.size and piece.column in last:
            return False
        if _FIGURE.fullmatch(piece.line.text) and _FIGURE.fullmatch(last.get(piece.column, "")):
            return False
    if spacing.spaced:
        return True
    if not {piece.column for piece in pieces} <= set(last):
        return False
    return pieces[0].column > 0 or (len(pieces) == 1 and line.text[:1].islower())
