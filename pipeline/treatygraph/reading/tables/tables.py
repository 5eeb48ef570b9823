"""Tables: what stands between the rules of a page, row by row.

UN documents rule their tables with horizontal lines only (thin above the head, thick below it, thick at the
end). Where the rules are drawn cell by cell, or vertical lines run between them, they tell where the columns are;
where they are not, columns come from where the pieces of the rows stand. Rules of headers, footnotes and mastheads,
and frames around text, hold no rows of several cells and give no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.reading.page.page import PageGlyphs, PageLine, RawTable
from treatygraph.reading.tables.cells import cut_at_borders, make_cells, rooms
from treatygraph.reading.tables.columns import Column, cut_rivers, find_columns
from treatygraph.reading.tables.ruling import TABLE_LABEL, Band, ends_table, find_bands

_CAPTION_GAP = 3.2  # em between a caption and its table
_MOST_CAPTION_LINES = 4
_FEWEST_ROWS = 2
_OUTSIDE = 4.0  # points: a line that begins farther to the left is none of the table
_CAPTION_ABOVE = 1.9  # em between the last row of a table and the caption of the next
_SMALLER = 0.6  # points under the body's size
_MEASURE = re.compile(r"\([A-Z][^()]{3,60}(?:\([^()]*\)[^()]*)?\)")  # "(Percentage)", "(Units: number of cases, %)"
_HEADING_LABEL = re.compile(r"(?:Annex(?:es)?|Appendix|Chapter|Part|Section)\b|[IVXLC]+\.\s|[A-Z]\.\s|\d{1,2}\.\s")


def find_tables(lines: Sequence[PageLine], page: PageGlyphs, body: float = 10.0) -> list[RawTable]:
    """The tables among a page's lines, top to bottom. `body` is the size of the report's text in points."""
    tables: list[RawTable] = []
    for band in find_bands(lines, page, body):
        after = tables[-1].used[-1] + 1 if tables else 0
        lines, table = _find_table(lines, after, page, band, body)
        if table is not None:
            tables.append(table)
    return tables


def _find_table(
    lines: Sequence[PageLine], after: int, page: PageGlyphs, band: Band, body: float
) -> tuple[Sequence[PageLine], RawTable | None]:
    """The table between the rules of a band, and the page's lines as they are cut for it.

    The lines before `after` belong to another table.
    """
    above: list[int] = []
    under_head: list[int] = []
    inside = [k for k in range(after, len(lines)) if band.top < lines[k].base - 0.2 * lines[k].size < band.bottom]
    used = list(inside)
    if band.borders:
        columns = rooms(band.borders)
        above = _rows_above(lines, band, body) if after == 0 else []
        if used and not above and not band.closed:
            used += _rows_between_borders(lines, used, band, body)
        used = above + used
        cut = _replaced(lines, used, [cut_at_borders(lines[k], band.borders) for k in used])
    else:
        cut = _replaced(lines, used, cut_rivers([lines[k] for k in used]))
        columns = find_columns(cut, {k: cut[k].pieces for k in used}) if used else []
        if used and not band.closed:
            under_head = _rows_under_head(cut, used, columns, band, body)
            used += under_head or _rows_below(cut, used, columns)
            cut = _replaced(cut, used, cut_rivers([cut[k] for k in used]))
            columns = find_columns(cut, {k: cut[k].pieces for k in used})
    rows = [cut[k] for k in used]
    if len(used) < _FEWEST_ROWS or not (band.borders or under_head or _has_columns(rows)):
        return lines, None
    head_end = 0.0 if above else _head_end(rows, band, goes_on=len(used) > len(inside))
    cells = make_cells(rows, band, columns, head_end)
    if len({cell.column for cell in cells}) < 2 or len({cell.row for cell in cells}) < _FEWEST_ROWS:
        return lines, None
    caption = _caption(cut, after, used[0], band.top)
    indices = (*range(used[0] - len(caption), used[0]), *range(used[0], used[-1] + 1))
    return cut, RawTable(page.number, indices, caption, tuple(cells), band.top, band.bottom, band.borders)


def _replaced(lines: Sequence[PageLine], used: Sequence[int], cut: Sequence[PageLine]) -> list[PageLine]:
    """All the lines, those that are used as they are cut."""
    by_place = dict(zip(used, cut, strict=True))
    return [by_place.get(k, line) for k, line in enumerate(lines)]


def _has_columns(rows: Sequence[PageLine]) -> bool:
    """Whether half of the rows have several pieces."""
    several = sum(len(line.pieces) > 1 for line in rows)
    return 2 * several >= len(rows) and several >= _FEWEST_ROWS


def _head_end(rows: Sequence[PageLine], band: Band, *, goes_on: bool) -> float:
    """Where a table's head ends, in points.

    A thick rule ends it under a thinner one; else its lines are in italics, or stand over the second rule of three.
    A table that `goes_on` over the page's end has no rule under its last row.
    """
    under = band.thick[0] if band.thick else None
    if under is not None and (goes_on or under is not band.levels[-1]):
        return under.y
    italic = next((k for k, line in enumerate(rows) if not line.italic), len(rows))
    if 0 < italic < len(rows):
        return rows[italic - 1].base + 1
    return band.levels[1].y if len(band.levels) > 2 or goes_on else band.top


def _rows_above(lines: Sequence[PageLine], band: Band, body: float) -> list[int]:
    """The rows at a page's top that go on from the page before without a head: down to the first rule, all of them.

    That rule stands above the table's last row or closes it.
    """
    found: list[int] = []
    several = 0
    for k, line in enumerate(lines):
        if line.base - 0.2 * line.size > band.top:
            break
        cut = cut_at_borders(line, band.borders)
        outside = line.x0 < band.borders[0] - _OUTSIDE or line.x1 > band.borders[-1] + line.size
        if outside or line.bold or ends_table(line, body) or (len(cut.pieces) == 1 and _is_text(line, band, body)):
            return []
        found.append(k)
        several += len(cut.pieces) > 1
    return found if 2 * several > len(found) else []


def _rows_under_head(
    lines: Sequence[PageLine], used: Sequence[int], columns: Sequence[Column], band: Band, body: float
) -> list[int]:
    """All lines to the page's end, where only a head stands between a table's rules and each fits its columns.

    The table then goes on over the page's end. Its head is in small print, its rows may be as large as the text.
    """
    if len(columns) < 2 or [*band.thick] != [band.levels[-1]] or not all(lines[k].italic for k in used):
        return []
    right = band.levels[-1].segments[-1][1]
    below = range(used[-1] + 1, len(lines))
    for k in below:
        line = lines[k]
        apart = line.base - lines[k - 1].base > _CAPTION_GAP * line.size
        if apart or ends_table(line, body) or line.size > body + 0.5:
            return []
        fitting = sum(_fits(line, start, end, columns) for start, end in line.pieces)
        several = len(line.pieces) > 1 and 2 * fitting >= len(line.pieces)
        alone = len(line.pieces) == 1 and _lies_in_column(line, columns, right)
        if not (several or alone or _meets_columns(line, columns)):
            return []
    return [*below] if any(len(lines[k].pieces) > 1 for k in below) else []


def _rows_below(lines: Sequence[PageLine], used: Sequence[int], columns: Sequence[Column]) -> list[int]:
    """The rows under a table's last rule: one that goes on over the page's end is closed on a later page."""
    if len(columns) < 2:
        return []
    below: list[int] = []
    labels: list[int] = []  # lines in the first column alone ("Geographical area"): they belong to a row after them
    size = max(lines[k].size for k in used)
    for k in range(used[-1] + 1, len(lines)):
        line = lines[k]
        apart = line.base - lines[k - 1].base > _CAPTION_GAP * line.size
        if apart or ends_table(line, 0.0) or line.size > size + 0.5:
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


def _rows_between_borders(lines: Sequence[PageLine], used: Sequence[int], band: Band, body: float) -> list[int]:
    """The rows under a table's last rule, where the rules tell the columns.

    Under a head they are all that follows; else what follows in the table's size, down to the last row of several
    cells.
    """
    under_head = len(band.thick) == 1
    size = max(body - _SMALLER, max(lines[k].size for k in used) + 0.5)
    left, right = band.borders[0], band.borders[-1]
    below: list[int] = []
    rows = 0
    for k in range(used[-1] + 1, len(lines)):
        line = cut_at_borders(lines[k], band.borders)
        gap = (line.base - lines[k - 1].base) / line.size
        if gap > _CAPTION_GAP or ends_table(line, body) or (line.size > size and not under_head):
            break
        if line.x0 < left - _OUTSIDE or line.x1 > right + line.size:
            break
        alone = len(line.pieces) == 1
        if alone and ((line.bold and gap > _CAPTION_ABOVE) or _is_text(line, band, body)):
            break
        below.append(k)
        rows = rows if alone else len(below)
    return below if under_head else below[:rows]


def _is_text(line: PageLine, band: Band, body: float) -> bool:
    """Whether a line in the size of the text goes over more than half of a table's columns."""
    middle = (band.borders[0] + band.borders[-1]) / 2
    crossed = sum(line.x0 + 2 < border < line.x1 - 2 for border in band.borders[1:-1])
    return crossed > 0 and line.x1 > middle and line.size > body - _SMALLER


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


def _caption(lines: Sequence[PageLine], after: int, first: int, top: float) -> tuple[PageLine, ...]:
    """The bold lines right above a table, or those from its "Table 3" on."""
    k, below = first, top
    while k > after and first - k < _MOST_CAPTION_LINES:
        line = lines[k - 1]
        named = line.bold or TABLE_LABEL.match(line.text)
        if below - line.base > _CAPTION_GAP * line.size or not (named or _MEASURE.fullmatch(line.text)):
            break
        if _HEADING_LABEL.match(line.text):
            break
        k, below = k - 1, line.top
        if TABLE_LABEL.match(line.text):
            break
    while k < first and _MEASURE.fullmatch(lines[k].text):
        k += 1  # under no caption
    return tuple(lines[k:first])
