"""Tables that go on over pages: what stands on each page, as one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from treatygraph.reading.page.page import PageLine, RawCell, RawTable
from treatygraph.reading.tables.cells import cut_at_borders, rooms
from treatygraph.reading.tables.columns import place

_SAME_HEAD = 0.8  # of its words: a repeated head may be broken into other lines
_RUNNING = 25  # letters of a line of running text, in the mean of a cell
_SAME_BORDER = 4.0  # points: a table's columns stand at the same places on its next page


def join_tables(first: RawTable, second: RawTable) -> RawTable | None:
    """The two as one table where the second is the first's continuation on the next page, else None.

    A continuation has no caption of its own (or says "continued") and as many columns; a head that it
    repeats is dropped; a first row set like the others, under a head in bold or italics on the page before, is none.
    Where the rules of one page show fewer of the columns (those of the head, "2018" over a number
    and its percentage), the cells of that page are cut where the other's rules show them.
    """
    told = " ".join(line.text for line in second.caption).lower()
    if second.page == first.page or (told and "continued" not in told):
        return None
    first, second = _refine(first, second.borders), _refine(second, first.borders)
    if not _same_columns(first, second):
        return None
    head, again = _head_words(first), _head_words(second)
    same = (head & again).total()
    repeated = bool(head) and same >= _SAME_HEAD * max(head.total(), again.total())
    if first.borders and second.borders:  # words of a head may be hidden where it is repeated
        repeated = repeated or (same == again.total() and 2 * same > head.total())
    if not repeated and any(cell.header for cell in second.cells):
        if not (first.borders and second.borders and _is_set_apart(first) and not _is_set_apart(second)):
            return None
        second = replace(second, cells=tuple(replace(cell, header=False) for cell in second.cells))
    skip = 1 + max(cell.row for cell in second.cells if cell.header) if repeated else 0
    body = [cell for cell in second.cells if cell.row >= skip]
    last = max(cell.row for cell in first.cells)
    if _goes_on(first.cells, body):
        return replace(first, cells=tuple(_with_rest(first.cells, body, last - skip)))
    more = tuple(replace(cell, row=cell.row + last + 1 - skip) for cell in body)
    return replace(first, cells=first.cells + more)


def _goes_on(first: Sequence[RawCell], body: Sequence[RawCell]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Its cells go on with running text there: each begins with a small letter, or the first column, in which all other
    rows have a cell, is empty.
    """
    last = {cell.column: cell for cell in first if cell.row == max(cell.row for cell in first)}
    top = min((cell.row for cell in body), default=0)
    rest = [cell for cell in body if cell.row == top and cell.lines]
    if not rest or not all(cell.column in last and not last[cell.column].header for cell in rest):
        return False
    if not any(_is_running(last[cell.column]) for cell in rest):
        return False
    if all(cell.lines[0].text[:1].islower() for cell in rest):
        return True
    begun = {cell.row for cell in first if cell.column == 0}
    whole = all(cell.row in begun or cell.row == min(begun, default=0) for cell in first)
    return whole and 0 in last and all(cell.column > 0 and _is_running(last[cell.column]) for cell in rest)


def _is_running(cell: RawCell) -> bool:
    """Whether a cell holds running text: two lines or more, wider than those of names and numbers."""
    return len(cell.lines) > 1 and sum(len(line.text) for line in cell.lines) > _RUNNING * len(cell.lines)


def _with_rest(first: Sequence[RawCell], body: Sequence[RawCell], after: int) -> list[RawCell]:
    """The cells of both pages, those of the first row of `body` put to the last row of `first`."""
    last = max(cell.row for cell in first)
    top = min(cell.row for cell in body)
    rest = {cell.column: cell.lines for cell in body if cell.row == top}
    joined = [
        replace(cell, lines=cell.lines + rest.get(cell.column, ())) if cell.row == last else cell for cell in first
    ]
    return [*joined, *(replace(cell, row=cell.row + after) for cell in body if cell.row > top)]


def _refine(table: RawTable, borders: Sequence[float]) -> RawTable:
    """The table with its cells cut at more borders; the table itself where these are not all of its own and more."""
    places = [_nearest(border, borders) for border in table.borders]
    if len(borders) <= len(table.borders) or not places or None in places:
        return table
    found = [place for place in places if place is not None]
    cells: list[RawCell] = []
    for cell in table.cells:
        column, end = found[cell.column], found[cell.column + cell.column_span]
        if cell.header or end - column == 1:
            cells.append(replace(cell, column=column, column_span=end - column))
        else:
            cells.extend(_cut_cell(cell, borders))
    return replace(table, cells=tuple(cells), borders=tuple(borders))


def _nearest(border: float, borders: Sequence[float]) -> int | None:
    return next((k for k, other in enumerate(borders) if abs(other - border) < _SAME_BORDER), None)


def _cut_cell(cell: RawCell, borders: Sequence[float]) -> list[RawCell]:
    parts: dict[tuple[int, int], list[PageLine]] = {}
    for line in cell.lines:
        cut = cut_at_borders(line, borders)
        for start, end in cut.pieces:
            parts.setdefault(place(cut, start, end, rooms(borders)), []).append(cut.part(start, end))
    return [
        replace(cell, column=column, column_span=span, lines=tuple(lines))
        for (column, span), lines in sorted(parts.items(), key=lambda part: part[0])
    ]


def _same_columns(first: RawTable, second: RawTable) -> bool:
    if first.borders and second.borders:
        pairs = list(zip(first.borders, second.borders, strict=False))
        return len(first.borders) == len(second.borders) and all(abs(a - b) < _SAME_BORDER for a, b in pairs)
    return max(cell.column for cell in first.cells) == max(cell.column for cell in second.cells)


def _is_set_apart(table: RawTable) -> bool:
    """Whether a table's head is in bold or italics."""
    head = [line for cell in table.cells if cell.header for line in cell.lines]
    return bool(head) and all(line.bold or line.italic for line in head)


def _head_words(table: RawTable) -> Counter[str]:
    return Counter(word for cell in table.cells if cell.header for line in cell.lines for word in line.text.split())
