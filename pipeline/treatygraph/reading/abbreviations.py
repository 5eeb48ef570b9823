"""A report's own list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.report import Abbreviation

from .hyphens import Hyphens
from .page import PageLine, RawTable
from .texts import join_text

HEADING = re.compile(
    r"(?:List of |Table of )?(?:the )?(?:main )?(?:abbreviations?|acronyms?|initialisms)"
    r"(?:(?:,| and| &|/)\s*(?:abbreviations?|acronyms?|initials|initialisms))*(?: used.*)?",
    re.IGNORECASE,
)
_DASHED = re.compile(r"(?P<short>[A-Z][\w&./-]{1,15})\s*(?:[–—:=-])\s+(?P<long>\S.*)")


def read_abbreviations(items: Sequence[PageLine | RawTable], hyphens: Hyphens) -> list[Abbreviation]:
    """The entries of a list of abbreviations: the short form at the left, the long one after a wide gap or dash.

    A line without a short form goes on with the long form above.
    """
    entries: list[tuple[PageLine, list[PageLine]]] = []
    for item in items:
        if isinstance(item, RawTable):
            entries.extend(_read_rows(item))
            continue
        pieces = item.pieces
        dashed = _DASHED.match(item.text)
        if len(pieces) > 1 and len(item.text[: pieces[0][1]]) < 30:
            start = pieces[1][0]
            entries.append((item.part(*pieces[0]), [item.part(start, len(item.text))]))
        elif dashed:
            entries.append((item.part(*dashed.span("short")), [item.part(*dashed.span("long"))]))
        elif entries and item.x0 > entries[-1][0].x0 + 10:
            entries[-1][1].append(item)
    return [
        Abbreviation(short.text.rstrip(" :–-"), join_text(long, hyphens), short.page or None)
        for short, long in entries
        if long
    ]


def _read_rows(table: RawTable) -> list[tuple[PageLine, list[PageLine]]]:
    rows: list[tuple[PageLine, list[PageLine]]] = []
    for row in range(max((cell.row for cell in table.cells), default=-1) + 1):
        cells = sorted((cell for cell in table.cells if cell.row == row), key=lambda cell: cell.column)
        texts = [cell for cell in cells if cell.lines]
        if len(texts) >= 2:
            rows.append((texts[0].lines[0], list(texts[1].lines)))
    return rows
