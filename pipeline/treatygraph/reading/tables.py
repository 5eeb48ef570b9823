"""Tables: what stands between the rules of a page, row by row.

UN documents rule their tables with horizontal lines only (thin above the head, thick below it, thick at the
end), so columns come from where the pieces of the rows stand. A full grid has vertical lines too: there the
lines are the borders of the cells. Rules of headers, footnotes and mastheads, and frames around text, hold no
rows of several cells and give no table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .columns import Column, cut_rivers, find_columns, place
from .page import PageGlyphs, PageLine, RawCell, RawTable, VerticalRule

_SAME_LEVEL = 2.5  # points: segments of one printed rule
_WIDE_RULE = 0.35  # of the page's width: a table's rule; the rule over footnotes is 0.16 wide
_MARGIN = 60.0  # points: the rules of running headers and footers stand nearer to the page's edge
_LEADING = 1.32  # em: lines of one cell stand closer than this, rows farther apart
_CAPTION_GAP = 3.2  # em between a caption and its table
_CAPTION_ABOVE = 1.9  # em between the end of a table, or its source, and the caption of the next
_MOST_CAPTION_LINES = 4
_SPACED = 3  # rows are spaced if one line in so many, or more, stands apart from the one above
_FEWEST_ROWS = 2
_SAME_HEAD = 0.8  # of its words: a repeated head may be broken into other lines
_FIGURE = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*|N/A|[-–…]")
_PARAGRAPH = re.compile(r"\d{1,3}\.\s+[A-Z]")
_SOURCE = re.compile(r"Sources?\s?:")  # stands under a table's last rule
_HEADING_LABEL = re.compile(r"(?:Annex(?:es)?|Appendix|Chapter|Part|Section)\b|[IVXLC]+\.\s|[A-Z]\.\s|\d{1,2}\.\s")
_TABLE_LABEL = re.compile(r"Table\s?(?:No\.\s?)?(?:\d{1,2}(?:[.-]\d{1,2})?|[IVX]{1,6})?\b", re.IGNORECASE)


def find_tables(lines: Sequence[PageLine], page: PageGlyphs) -> list[RawTable]:
    """The tables among a page's lines, top to bottom."""
    tables = []
    for levels in _bands(lines, page):
        used = [k for k, line in enumerate(lines) if levels[0] < line.base - 0.2 * line.size < levels[-1]]
        borders = _borders(page.vertical, levels)
        inside = len(used)
        if used and not borders:
            lines = _cut(lines, used)
            used += _rows_below(lines, used)
            lines = _cut(lines, used)
        if len(used) < _FEWEST_ROWS:
            continue
        head_end = _head_end([lines[k] for k in used], levels, goes_on=len(used) > inside)
        cells = _grid_cells(lines, used, levels, borders) if borders else _ruled_cells(lines, used, head_end)
        if cells is None or max(cell.column for cell in cells) == 0:
            continue
        caption = _caption(lines, used[0], levels[0])
        indices = (*range(used[0] - len(caption), used[0]), *range(used[0], used[-1] + 1))
        tables.append(RawTable(page.number, indices, caption, tuple(cells), levels[0], levels[-1]))
    return tables


def _head_end(rows: Sequence[PageLine], levels: Sequence[float], *, goes_on: bool) -> float:
    """Where a table's head ends: its lines in italics, or what stands over the second rule of three.

    A table that `goes_on` over the page's end has no rule under its last row.
    """
    italic = next((k for k, line in enumerate(rows) if not line.italic), len(rows))
    if 0 < italic < len(rows):
        return rows[italic - 1].base + 1
    return levels[1] if len(levels) > 2 or goes_on else levels[0]


def _cut(lines: Sequence[PageLine], used: Sequence[int]) -> list[PageLine]:
    """All the lines, those of the table with gaps where rivers run."""
    cut = dict(zip(used, cut_rivers([lines[k] for k in used]), strict=True))
    return [cut.get(k, line) for k, line in enumerate(lines)]


def join_tables(first: RawTable, second: RawTable) -> RawTable | None:
    """The two as one table where the second is the first's continuation on the next page, else None.

    A continuation has no caption of its own (or says "continued") and as many columns; a head that it
    repeats is dropped.
    """
    told = " ".join(line.text for line in second.caption).lower()
    columns = [max(cell.column for cell in table.cells) for table in (first, second)]
    if second.page == first.page or columns[0] != columns[1] or (told and "continued" not in told):
        return None
    head, again = _head_words(first), _head_words(second)
    repeated = bool(head) and (head & again).total() >= _SAME_HEAD * max(head.total(), again.total())
    if not repeated and any(cell.header for cell in second.cells):
        return None
    skip = 1 + max(cell.row for cell in second.cells if cell.header) if repeated else 0
    after = 1 + max(cell.row for cell in first.cells) - skip
    more = tuple(replace(cell, row=cell.row + after) for cell in second.cells if cell.row >= skip)
    return replace(first, cells=first.cells + more)


def _head_words(table: RawTable) -> Counter[str]:
    return Counter(word for cell in table.cells if cell.header for line in cell.lines for word in line.text.split())


def _bands(lines: Sequence[PageLine], page: PageGlyphs) -> list[list[float]]:
    """The heights of the rules of each table: wide rules that follow each other without a paragraph between."""
    widths: list[tuple[float, float]] = []
    for rule in page.horizontal:
        if widths and rule.y - widths[-1][0] <= _SAME_LEVEL:
            widths[-1] = (widths[-1][0], widths[-1][1] + rule.x1 - rule.x0)
        else:
            widths.append((rule.y, rule.x1 - rule.x0))
    levels = [y for y, w in widths if w >= _WIDE_RULE * page.width and _MARGIN < y < page.height - _MARGIN]
    bands: list[list[float]] = []
    for level in levels:
        between = [line for line in lines if bands and bands[-1][-1] < line.base <= level]
        if bands and between and not (any(_ends_table(line) for line in between) or _has_caption(between)):
            bands[-1].append(level)
        elif bands and not between and level - bands[-1][-1] < page.height / 3 and len(bands[-1]) == 1:
            bands[-1] = [level]
        elif not (bands and not between):
            bands.append([level])
    return [band for band in bands if len(band) > 1]


def _rows_below(lines: Sequence[PageLine], used: Sequence[int]) -> list[int]:
    """The rows under a table's last rule: one that goes on over the page's end is closed on a later page."""
    columns = find_columns(lines, {k: lines[k].pieces for k in used})
    if len(columns) < 2:
        return []
    below: list[int] = []
    labels: list[int] = []  # lines in the first column alone ("Geographical area"): they belong to a row after them
    for k in range(used[-1] + 1, len(lines)):
        line = lines[k]
        if line.base - lines[k - 1].base > _CAPTION_GAP * line.size or _ends_table(line):
            break
        right = max(lines[i].x1 for i in (*used, *below))
        fitting = sum(_fits(line, start, end, columns) for start, end in line.pieces)
        # Two numbers may share a column: "605 100%" under "2018".
        if (len(line.pieces) > 1 and 2 * fitting >= len(line.pieces)) or _meets_columns(line, columns):
            below += [*labels, k]
            labels = []
        elif len(line.pieces) == 1 and not line.bold and _lies_in_column(line, columns, right):
            labels.append(k)
        else:
            break
    return below


def _meets_columns(line: PageLine, columns: Sequence[Column]) -> bool:
    """Whether words of a line without wide gaps begin where two columns do: a cell that fills its room."""
    starts = {edge for k, edge in enumerate(line.edges[:-1]) if k == 0 or line.text[k - 1] == " "}
    return sum(any(abs(edge - x0) < 1 for edge in starts) for x0, _ in columns) > 1


def _lies_in_column(line: PageLine, columns: Sequence[Column], right: float) -> bool:
    """Whether a line stands in the room of one column: the first cell's label, or one more line of a cell.

    `right` is the right edge of the rows so far, in points.
    """
    starts = [x0 for x0, _ in columns]
    ends = [*starts[1:], max(right, columns[-1][1]) + 2 * line.size]
    return any(x0 - line.size < line.x0 and line.x1 < end for x0, end in zip(starts, ends, strict=True))


def _fits(line: PageLine, start: int, end: int, columns: Sequence[Column]) -> bool:
    left, right = line.edges[start], line.edges[end]
    return any(left < x1 + line.size and x0 - line.size < right for x0, x1 in columns)


def _ends_table(line: PageLine) -> bool:
    """Whether a line between two rules shows that they belong to two tables."""
    if _PARAGRAPH.match(line.text) or _SOURCE.match(line.text):
        return True
    return bool(_TABLE_LABEL.match(line.text)) and len(line.text) < 12


def _has_caption(between: Sequence[PageLine]) -> bool:
    """Whether a bold line stands apart from the rows above it: the caption of another table."""
    return any(
        line.bold and len(line.pieces) == 1 and line.base - above.base > _CAPTION_ABOVE * line.size
        for above, line in pairwise(between)
    )


def _borders(rules: Sequence[VerticalRule], levels: Sequence[float]) -> list[float]:
    """The x of the vertical lines that run through a band; none where there are fewer than three."""
    inside = sorted(
        rule.x for rule in rules if rule.top < levels[-1] + 2 and rule.bottom > levels[0] - 2
    )  # fmt: skip
    borders: list[float] = []
    for x in inside:
        if not borders or x - borders[-1] > 2 * _SAME_LEVEL:
            borders.append(x)
    return borders if len(borders) > 2 else []


def _caption(lines: Sequence[PageLine], first: int, top: float) -> tuple[PageLine, ...]:
    """The bold lines right above a table, or those from its "Table 3" on."""
    k, below = first, top
    while k and first - k < _MOST_CAPTION_LINES:
        line = lines[k - 1]
        if below - line.base > _CAPTION_GAP * line.size or not (line.bold or _TABLE_LABEL.match(line.text)):
            break
        if _HEADING_LABEL.match(line.text):
            break
        k, below = k - 1, line.top
        if _TABLE_LABEL.match(line.text):
            break
    return tuple(lines[k:first])


def _grid_cells(
    lines: Sequence[PageLine], used: Sequence[int], levels: Sequence[float], borders: Sequence[float]
) -> list[RawCell] | None:
    """The cells of a full grid: a row between two levels, a column between two borders."""
    found: dict[tuple[int, int], list[PageLine]] = {}
    for k in used:
        line = lines[k]
        row = sum(level < line.base - 0.3 * line.size for level in levels) - 1
        for start, end in _split_at(line, borders):
            middle = (line.edges[start] + line.edges[end]) / 2
            column = max(0, min(sum(border <= middle for border in borders) - 1, len(borders) - 2))
            found.setdefault((row, column), []).append(line.part(start, end))
    rows = {row: number for number, row in enumerate(sorted({row for row, _ in found}))}
    columns = {column: number for number, column in enumerate(sorted({column for _, column in found}))}
    if len(rows) < _FEWEST_ROWS:
        return None
    return [
        RawCell(rows[row], columns[column], tuple(found[row, column]), header=rows[row] == 0)
        for row, column in sorted(found)
    ]


def _split_at(line: PageLine, borders: Sequence[float]) -> list[tuple[int, int]]:
    """The pieces of a line, cut at the borders that they cross."""
    pieces: list[tuple[int, int]] = []
    for start, end in line.pieces:
        at = start
        for border in borders:
            cut = next((i for i in range(at, end) if line.edges[i] >= border - 1), end)
            if at < cut < end and line.edges[at] < border:
                pieces.append((at, at + len(line.text[at:cut].rstrip())))
                at = cut
        if end > at:
            pieces.append((at, end))
    return pieces


def _ruled_cells(lines: Sequence[PageLine], used: Sequence[int], head_end: float) -> list[RawCell] | None:
    """The cells of a table without vertical lines, or None where hardly a row has several pieces."""
    pieces = {k: lines[k].pieces for k in used}
    several = [k for k in used if len(pieces[k]) > 1]
    if 2 * len(several) < len(used) or len(several) < _FEWEST_ROWS:
        return None
    columns = find_columns(lines, pieces)
    body = [lines[k] for k in used if lines[k].base > head_end]
    spaced = _is_spaced(body)
    cells: list[tuple[int, int, list[PageLine], bool, int]] = []
    row, above = -1, None
    for k in used:
        line, header = lines[k], lines[k].base < head_end
        placed = [place(line, start, end, columns) for start, end in pieces[k]]
        if above is None or not _continues(line, above, placed, pieces[k], head_end, cells, row, spaced=spaced):
            row += 1
        for (column, span), (start, end) in zip(placed, pieces[k], strict=True):
            part = line.part(start, end)
            same = next((cell for cell in cells if cell[0] == row and cell[1] == column), None)
            if same is not None:
                same[2].append(part)
            else:
                cells.append((row, column, [part], header, span))
        above = line
    cells.sort(key=lambda cell: cell[:2])
    return [RawCell(r, c, tuple(parts), header, 1, span) for r, c, parts, header, span in cells]


def _is_spaced(body: Sequence[PageLine]) -> bool:
    """Whether more space stands between the rows of a table than between the lines of a cell."""
    apart = [line.base - above.base > _LEADING * max(line.size, above.size) for above, line in pairwise(body)]
    return _SPACED * sum(apart) >= len(apart)


def _continues(
    line: PageLine,
    above: PageLine,
    placed: Sequence[tuple[int, int]],
    pieces: Sequence[tuple[int, int]],
    head_end: float,
    cells: Sequence[tuple[int, int, list[PageLine], bool, int]],
    row: int,
    *,
    spaced: bool,
) -> bool:
    """Whether a line goes on with the row above it, close under it.

    Heads are set in italics. In a head every line does, unless one of the two spans several columns ("Male" over
    "rate" and "schooling").
    In the body of a table whose rows are `spaced` apart every line does, unless both have a number in one
    column; where they are not, a row begins in its first column and the lines of its cells only in columns
    that it has.
    """
    if line.base - above.base > _LEADING * max(line.size, above.size) or line.italic != above.italic:
        return False
    header = line.base < head_end
    if header != (above.base < head_end):
        return False
    open_row = [cell for cell in cells if cell[0] == row]
    if header:
        return all(span == 1 for _, span in placed) and all(cell[4] == 1 for cell in open_row)
    last = {cell[1]: cell[2][-1].text for cell in open_row}
    for (column, _), (start, end) in zip(placed, pieces, strict=True):
        if _FIGURE.fullmatch(line.text[start:end]) and _FIGURE.fullmatch(last.get(column, "")):
            return False
    if spaced:
        return True
    if not {column for column, _ in placed} <= set(last):
        return False
    return placed[0][0] > 0 or (len(placed) == 1 and line.text[:1].islower())
