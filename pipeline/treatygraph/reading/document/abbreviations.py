"""A report's own list of abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import PageLine, RawTable
from treatygraph.reading.page.texts import join_text
from treatygraph.report import Abbreviation

HEADING = re.compile(
    r"(?:List of |Table of )?(?:the )?(?:main )?(?:abbreviations?|acronyms?|initialisms)"
    r"(?:(?:,| and| &|/)\s*(?:abbreviations?|acronyms?|initials|initialisms))*(?: used.*)?",
    re.IGNORECASE,
)
_LONGEST_SHORT = 30  # characters
_NARROW = 1.5  # points: how far an entry's long form may stand from the column of the others
_DASHED = re.compile(r"(?P<short>[A-Z][\w&./-]{1,15})(?:\s*[–—:=-]\s+|\s+[–—]\s*)(?P<long>\S.*)")
# The head over the short forms of a table, and a cell that counts its rows.
_HEAD = re.compile(
    r"(?:Abbreviations?|Acronyms?|Initials|Initialisms?|Short forms?)"
    r"(?:(?: (?:and|or) |/)(?:abbreviations?|acronyms?))?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\d{1,3}\.?|No\.?")
_PAIRS, _FEWEST_PAIRS = 4, 3  # pieces of a line with two entries; lines that show two columns
_MOST_COLUMNS = 5
_CAPITALS = re.compile(r"[A-Z][\w&./-]*[A-Z][\w&./-]* (?=[A-Z])")


def read_abbreviations(items: Sequence[PageLine | RawTable], hyphens: Hyphens) -> list[Abbreviation]:
    """The entries of a list of abbreviations: the short form at the left, the long one in a column or after a dash.

    A line without a short form goes on with the long form above. A table's rows are entries, two to a row where it has
    them side by side.
    """
    items = _in_one_column(items)
    column = find_column(items)
    entries: list[tuple[PageLine, list[PageLine]]] = []
    for item in items:
        if isinstance(item, RawTable):
            entries.extend(_read_rows(item))
            continue
        split = _split_entry(item, column)
        if split:
            entries.append((item.part(0, split[0]), [item.part(split[1], len(item.text))]))
        elif entries and item.x0 > entries[-1][0].x0 + 10:
            entries[-1][1].append(item)
    return [
        Abbreviation(short.text.rstrip(" :–-"), join_text(long, hyphens), short.page or None)
        for short, long in entries
        if long
    ]


def is_list(table: RawTable) -> bool:
    """Whether a table is a list of abbreviations by its head: "Abbreviation | Full name"."""
    head = [" ".join(line.text for line in cell.lines) for cell in table.cells if cell.row == 0 and cell.lines]
    return 2 <= len(head) <= _MOST_COLUMNS and any(_HEAD.fullmatch(text) for text in head)


def _in_one_column(items: Sequence[PageLine | RawTable]) -> list[PageLine | RawTable]:
    """The lines of a list that is printed in two columns, each short form with its long one: all at the left first.

    "AU  African Union     NGO  Non-governmental organization"
    """
    second = Counter(
        round(item.edges[item.gaps[1]]) for item in items if isinstance(item, PageLine) and len(item.pieces) == _PAIRS
    )
    edge = min(second, key=lambda x: (-second[x], x), default=0)
    if second[edge] < _FEWEST_PAIRS:
        return list(items)
    left: list[PageLine | RawTable] = []
    right: list[PageLine | RawTable] = []
    page = None
    whole: list[PageLine | RawTable] = []
    for item in items:
        if isinstance(item, RawTable) or item.page != page:
            whole += left + right
            left, right, page = [], [], item.page
        if isinstance(item, RawTable):
            left.append(item)
            continue
        cut = next((gap for gap in (0, *item.gaps) if item.edges[gap] > edge - _NARROW), len(item.text))
        if item.text[:cut].strip():
            left.append(item.part(0, len(item.text[:cut].rstrip())))
        if item.text[cut:]:
            right.append(item.part(cut, len(item.text)))
    return whole + left + right


def find_column(items: Sequence[PageLine | RawTable]) -> float | None:
    """Where the long forms of a list begin, in points: where most of them stand after a wide gap."""
    edges = Counter(round(item.edges[item.gaps[0]], 1) for item in items if isinstance(item, PageLine) and item.gaps)
    column = min(edges, key=lambda edge: (-edges[edge], edge), default=None)
    return column if column is not None and edges[column] > 2 else None


def is_entry(line: PageLine, column: float | None) -> bool:
    """Whether a line begins an entry of a list whose long forms stand at `column`."""
    return _split_entry(line, column) is not None


def _split_entry(line: PageLine, column: float | None) -> tuple[int, int] | None:
    """Where a line's short form ends and its long form begins."""
    pieces = line.pieces
    if len(pieces) > 1 and pieces[0][1] < _LONGEST_SHORT:
        return pieces[0][1], pieces[1][0]
    dashed = _DASHED.match(line.text)
    if dashed:
        return dashed.end("short"), dashed.start("long")
    if column is None:
        return None
    # "NDFPWDs National Development Fund …": a long short form leaves no wide gap before the column.
    for at in range(2, min(len(line.text), _LONGEST_SHORT)):
        if line.text[at - 1] == " " and abs(line.edges[at] - column) < _NARROW:
            return at - 1, at
    # "MDG Millennium Development Goal" was once set without a tab.
    word = _CAPITALS.match(line.text) if line.x0 < column - 10 else None
    return (word.end() - 1, word.end()) if word else None


def _read_rows(table: RawTable) -> list[tuple[PageLine, list[PageLine]]]:
    """The entries of a table: its cells two by two, without its head and a first column of numbers."""
    rows: list[tuple[PageLine, list[PageLine]]] = []
    for row in range(max((cell.row for cell in table.cells), default=-1) + 1):
        cells = sorted((cell for cell in table.cells if cell.row == row and cell.lines), key=lambda cell: cell.column)
        texts = [cell for cell in cells if not _COUNT.fullmatch(cell.lines[0].text)]
        if any(cell.header or _HEAD.fullmatch(cell.lines[0].text) for cell in texts):
            continue
        rows.extend((short.lines[0], list(long.lines)) for short, long in zip(texts[::2], texts[1::2], strict=False))
    return rows
