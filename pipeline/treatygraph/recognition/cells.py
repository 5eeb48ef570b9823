"""Tables: each cell is read by itself, and a row says which cells belong together.

No name runs over a cell's border: in "Civil Code | Law on Courts" stand two laws, and what ends one cell is no
beginning of the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatygraph.recognition.provisions.units import RANK, STEP
from treatygraph.report import Cell, Mention, Table, Unit

# "12", "12 (3)", "5-7", "14, 15 and 16 bis": what stands in a column of articles without the word.
_NUMBERS = re.compile(r"\d{1,4}[A-Za-z]?(?: ?\(\w{1,4}\)| (?:bis|ter)|(?:, ?| ?[-–] ?| and | to )\d{1,4}[A-Za-z]?)*")
_ADOPTED = re.compile(
    r"(?:(?:Date|Year)s? of (?:adoption|promulgation|enactment|issue)|Adopted|Adoption(?: date)?|Promulgated|Enacted)",
    re.IGNORECASE,
)
_LETTER_OR_YEAR = re.compile(r"[^\W\d_]|\d[./-]\d|\b(?:1[89]|20)\d\d\b")


class Stretch(NamedTuple):
    """A part of a unit that is read by itself: `start` is its place in the unit's text, `head` a word read before it.

    The head is that of its column, where the cell has only the numbers: "Section" over "12".
    """

    start: int
    text: str
    head: str = ""

    @property
    def read(self) -> str:
        """The words that the finders see."""
        return f"{self.head} {self.text}" if self.head else self.text

    @property
    def offset(self) -> int:
        """What a place in the words read is to be shifted by, to be one in the unit's text."""
        return self.start - (len(self.head) + 1 if self.head else 0)


def stretches_of(unit: Unit, repeated: str = "") -> tuple[Stretch, ...]:
    """What of a unit is read by itself: a paragraph whole, a table's caption and cells one by one.

    Cells that have neither a letter nor a date are left out, and so is what is printed before every note (`repeated`).
    """
    if unit.table is None:
        start = len(repeated) if repeated and unit.kind == "note" and unit.text.startswith(repeated) else 0
        return (Stretch(start, unit.text[start:]),)
    caption = unit.table.caption
    heads = _division_heads(unit.table)
    found = [Stretch(0, caption)] if caption else []
    for cell in sorted(unit.table.cells, key=lambda cell: cell.start):
        head = heads.get(cell.column, "") if not cell.header and _NUMBERS.fullmatch(cell.text) else ""
        if head or _LETTER_OR_YEAR.search(cell.text):
            found.append(Stretch(cell.start, cell.text, head))
    return tuple(found)


def _division_heads(table: Table) -> dict[int, str]:
    """The columns whose head is the word of a division: "Act | Section | Body"."""
    heads: dict[int, str] = {}
    for cell in table.cells:
        word = re.sub(r" ?(?:Nos?\.?|\(s\)|number)$", "", cell.text)
        if cell.header and cell.column_span == 1 and RANK.get(STEP.get(word.lower(), "")) == RANK["art"]:
            heads[cell.column] = word
    return heads


def with_laws_of_rows(unit: Unit, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a table, each provision that names no law joined to the law of another cell of its row.

    "Children’s Act | Section 12 | Ministry": the nearest cell to the left that names one law, else the only one to the
    right. Bare numbers that a column's head makes provisions are none where the row names no law.
    """
    if unit.table is None or not any(m.type == "provision" and m.instrument is None for m in mentions):
        return list(mentions)
    cells = {
        mention: _cell_of(mention, unit.table) for mention in mentions if mention.type in ("instrument", "provision")
    }
    laws: dict[Cell, list[Mention]] = {}
    for mention, cell in cells.items():
        if cell is not None and mention.type == "instrument":
            laws.setdefault(cell, []).append(mention)
    joined = []
    for mention in mentions:
        cell = cells.get(mention) if mention.type == "provision" and mention.instrument is None else None
        law = _law_of_row(cell, laws) if cell is not None else None
        if law is not None:
            mention = replace(mention, instrument=(law.start, law.end))
        elif cell is not None and mention.start == cell.start and mention.text[0].isdigit():
            continue
        joined.append(mention)
    return joined


def with_dates_of_rows(unit: Unit, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a table, each undated law with the date that its row has in a column of dates of adoption.

    "Instrument | Date of adoption | Date of ratification": the one date of such a cell, of the law that opens a cell.
    """
    columns = {
        cell.column
        for cell in (unit.table.cells if unit.table else ())
        if cell.header and _ADOPTED.fullmatch(cell.text)
    }
    if unit.table is None or not columns:
        return list(mentions)
    dates: dict[int, list[str]] = {}
    laws: dict[int, list[Mention]] = {}
    for mention in mentions:
        cell = _cell_of(mention, unit.table)
        if cell is None or cell.header:
            continue
        if mention.type == "instrument" and mention.start == cell.start:  # a remark of the row may name others
            laws.setdefault(cell.row, []).append(mention)
        elif mention.type == "date" and cell.column in columns and mention.value and mention.text == cell.text:
            dates.setdefault(cell.row, []).append(mention.value)
    alone = {named[0]: dates[row][0] for row, named in laws.items() if len(named) == len(dates.get(row, ())) == 1}
    return [
        replace(mention, name=replace(mention.name, date=alone[mention]))
        if mention in alone and mention.name and not mention.name.date
        else mention
        for mention in mentions
    ]


def _cell_of(mention: Mention, table: Table) -> Cell | None:
    return next((cell for cell in table.cells if cell.start <= mention.start and mention.end <= cell.end), None)


def _law_of_row(cell: Cell, laws: Mapping[Cell, Sequence[Mention]]) -> Mention | None:
    """The law to which a provision in a cell belongs; None where its cell names one, or the row leaves it open."""
    if cell in laws:
        return None
    row = [
        (cell.column - other.column, named)
        for other, named in laws.items()
        if not other.header and other.row <= cell.row < other.row + other.row_span
    ]
    left = [(away, named) for away, named in row if away > 0]
    near = min(left, key=lambda pair: pair[0])[1] if left else row[0][1] if len(row) == 1 else ()
    return near[0] if len(near) == 1 else None
