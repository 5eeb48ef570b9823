"""Tables that count something by year and by what a row or column names, which is no provision of a law.

    Type of disaster   2015   2016        Year   Institutions   Workshops
    Flooding             21    267        2021             44          87
    Fire                  2      0        2022            172         172

Where no side names years, the caption may: "Pupils by type of impairment, 2009", "(2014)", "2011 census". A school or
financial year ("2015/16") is a time as a year is. Where the names tell women from men, the sex is told apart from the
category.

Read are whole numbers of cases, persons or things, and percentages. Rates of another base and amounts of money are
none, nor is a number whose year or category the table leaves open: what is not read is better than what is read
wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from treatygraph.graph.sexes import Sex, tell_sexes
from treatygraph.graph.times import Time, read_time
from treatygraph.report import Cell, Table

YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_AGES = re.compile(r"\d+\s?[–-]\s?\d+")
# "1 131", "1,131" and "1.131" are one number; "–" and "n/a" are none.
_COUNT = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d+")
_FEWEST_YEARS = 2
_NO_COUNT = re.compile(
    r"^%|%$|\(%\)|% of|\bper cent of|\b(?:percentages?|proportions?|rates?|ratios?|shares?|prevalence|averages?|mean"
    r"|budgets?|amounts?|costs?|prices?|expenditures?|investments?|thousands?|millions?|billions?)\b|[$€£¥]",
    re.IGNORECASE,
)
# Of a caption, only what all its numbers are: "Percentage of …", "(in thousands)".
_NO_COUNTS = re.compile(
    r"^(?:Table\s?\S+\s)?(?:Percentages?|Proportions?|Rates?|Prevalence|Average|Budgets?|Amounts?|Investments?)\b"
    r"|\bin (?:thousands|millions|billions|per cent)\b|,? percentages?$",
    re.IGNORECASE,
)


# The year of a caption is that of its figures where it ends the caption or a census, survey or state of that year is
# named.
_YEAR_OF_ALL = re.compile(
    r"(?:(?:, |\(|\bin |\bas of |\b[Cc]ensus(?: of)? )(?P<last>(?:19|20)\d\d(?:[/–-](?:20)?\d\d)?)\)?"
    # "…, |2006| (Percentage distribution)", "|2011| census"
    r"(?=\W*(?:[Cc]ensus|[Ss]urvey)?\W*(?:\([^()\d]*\))?\W*$)"
    r"|\b(?P<survey>(?:19|20)\d\d) (?:[Cc]ensus|[Ss]urvey)\b)"
)
_ANY_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:since|from|until|between|before|after|to|target|projected|Act|Law|Code|Plan|Programme|Strategy|Agenda|Goals)\b"
    r"(?=[^,;]*(?:19|20)\d\d)"
)
# "100.0", "8,8", "57.2 %"; "1.131" is a count
_PERCENTAGE = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\s?%?")
_MOST = 100
_PERCENT = re.compile(r"^%|%$|\(%\)|\b(?:percentages?|percents?|per cent)\b", re.IGNORECASE)
# What is no percentage in a table of percentages, and where a caption speaks of both.
_NO_PERCENTAGE = re.compile(
    r"\b(?:numbers?|counts?|years of|averages?|mean|amounts?|budgets?|costs?|total persons)\b|\bNo\.|[$€£¥]",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:Order )?(?:No|Nr|N[o°º])\.?|#|Serial (?:No\.?|number)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a table: `value` in `time` of what `category` names, in the words of the row's and column's heads."""

    time: Time
    category: str
    value: int | Decimal
    cell: Cell
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    time: Time
    names: tuple[str, ...]
    value: int | Decimal
    cell: Cell
    group: str  # the line over the row that names a group of rows ("Geographical area")


@dataclass(frozen=True, slots=True)
class _Measure:
    """What figures are read: how a cell is, and whether the names over and beside it, and its words, say so."""

    read: Callable[[str], int | Decimal | None]
    is_said: Callable[[Iterable[str], str], bool]
    columns: frozenset[int]


def read_count(words: str) -> int | None:
    """The whole number that a cell holds; None for any other words."""
    stripped = words.strip()
    return int(re.sub(r"\D", "", stripped)) if _COUNT.fullmatch(stripped) else None


def read_percentage(words: str) -> Decimal | None:
    """The percentage that a cell holds, from 0 to 100; None for any other words."""
    found = _PERCENTAGE.fullmatch(words.strip())
    value = Decimal(found[1].replace(",", ".")) if found else None
    return value if value is not None and value <= _MOST else None


def find_figures(table: Table) -> tuple[Figure, ...]:
    """The counts of a table by year and category, in reading order; none where nothing tells the year."""
    if _NO_COUNTS.search(table.caption) or _is_of_percentages(table.caption):
        return ()

    def is_said(names: Iterable[str], words: str) -> bool:
        return not any(_NO_COUNT.search(name) for name in names)

    return _find(table, _Measure(read_count, is_said, frozenset(cell.column for cell in table.cells)))


def find_percentages(table: Table) -> tuple[Figure, ...]:
    """The percentages of a table by year and category; those that the caption, a head or the cell says are such.

    Where the caption alone says so, a column that holds another number has none.
    """
    of_all = _is_of_percentages(table.caption)
    columns = {cell.column for cell in table.cells}
    if of_all:
        columns -= {
            cell.column
            for row in _parts(table)[1]
            for cell in row
            if read_count(cell.text) is not None and read_percentage(cell.text) is None and not read_time(cell.text)
        }

    def is_said(names: Iterable[str], words: str) -> bool:
        named = list(names)
        said = of_all or words.rstrip().endswith("%") or any(_PERCENT.search(name) for name in named)
        return said and not any(_NO_PERCENTAGE.search(name) for name in named)

    return _find(table, _Measure(read_percentage, is_said, frozenset(columns)))


def _is_of_percentages(caption: str) -> bool:
    return bool(_PERCENT.search(caption)) and not _NO_PERCENTAGE.search(re.sub(r"^Table \S+ ", "", caption))


def _parts(table: Table) -> tuple[list[Cell], list[Sequence[Cell]]]:
    """The cells of the heads, and the rows under them."""
    heads = [cell for cell in table.cells if cell.header or cell.row == 0]
    first = 1 + max((cell.row for cell in heads), default=0)
    return heads, [row for row in table.rows[first:] if row]


def _find(table: Table, measure: _Measure) -> tuple[Figure, ...]:
    heads, body = _parts(table)
    by_column = {
        column: time
        for cell in heads
        if (time := read_time(cell.text))
        for column in range(cell.column, cell.column + cell.column_span)
    }
    if len(set(by_column.values())) >= _FEWEST_YEARS:
        found = list(_read_years_across(body, heads, by_column, by_column, measure))
    else:
        found = list(_read_years_down(body, heads, measure))
        found = found or list(_read_one_year(body, heads, table.caption, measure))
    return tuple(_told_apart(found))


def _read_one_year(
    body: Sequence[Sequence[Cell]], heads: Sequence[Cell], caption: str, measure: _Measure
) -> Iterator[_Found]:
    """Categories on both sides, and the one year of the caption: "Population by disability and sex, |2009|"."""
    year = _YEAR_OF_ALL.search(caption)
    if year is None or _OF_SOMETHING_ELSE.search(caption):
        return
    if _ANY_YEAR.search(f"{caption[: year.start()]} {caption[year.end() :]}"):
        return
    if any(_ANY_YEAR.search(cell.text) for cell in heads):
        return
    labels = _label_columns(body)
    ordering = {cell.column for cell in heads if _ORDER.fullmatch(cell.text.strip())}
    counted = {cell.column for row in body for cell in row if measure.read(cell.text) is not None}
    columns = [column for column in sorted(counted) if labels and column > labels[0] and column not in labels]
    time = read_time(year["last"] or year["survey"])
    years = {column: time for column in columns if time and column not in ordering}
    if years:
        yield from _read_years_across(body, heads, years, {}, measure)


def _read_years_across(
    body: Sequence[Sequence[Cell]],
    heads: Sequence[Cell],
    years: dict[int, Time],
    under: dict[int, Time],
    measure: _Measure,
) -> Iterator[_Found]:
    """The figures of the columns that have years; what heads stand over all of `under` are left out of the names."""
    first = min(years)
    labels = [column for column in _label_columns(body) if column < first]
    group = ""
    said: dict[int, str] = {}  # what the label columns said last
    for row in body:
        if any(read_time(cell.text) for cell in row):
            continue  # another head, or years on both sides
        words = {cell.column: cell.text for cell in row if cell.column in labels and _has_letters(cell.text)}
        if words and len(words) == len(row):
            group, said = " ".join(words.values()), {}
            continue
        if labels and not words:
            continue
        said = {column: text for column, text in said.items() if column < min(words, default=0)} | words
        for cell in row:
            value = measure.read(cell.text) if cell.column in measure.columns else None
            if value is None or cell.column not in years or cell.column_span > 1:
                continue
            over = _heads_over(heads, cell.column, under)
            names = [*said.values(), *over]
            if measure.is_said((*names, group), cell.text):
                yield _Found(years[cell.column], _parts_of(names), value, cell, group)


def _read_years_down(body: Sequence[Sequence[Cell]], heads: Sequence[Cell], measure: _Measure) -> Iterator[_Found]:
    stand = Counter(cell.column for row in body for cell in row if read_time(cell.text))
    column = min((column for column, times in stand.items() if times >= _FEWEST_YEARS), default=None)
    if column is None or set(stand) != {column}:
        return
    labels = [label for label in _label_columns(body) if label > column]
    for row in body:
        time = next((time for cell in row if cell.column == column and (time := read_time(cell.text))), None)
        if time is None:
            continue
        words = [cell.text for cell in row if cell.column in labels]
        for cell in row:
            value = measure.read(cell.text) if cell.column in measure.columns else None
            if value is None or cell.column <= column or cell.column in labels or cell.column_span > 1:
                continue
            names = [*words, *_heads_over(heads, cell.column, {})]
            if measure.is_said(names, cell.text):
                yield _Found(time, _parts_of(names), value, cell, "")


def _heads_over(heads: Iterable[Cell], column: int, years: dict[int, Time]) -> list[str]:
    """The heads over a column, top down, without years and without what stands over all the years."""
    return [
        head.text
        for head in heads
        if head.column <= column < head.column + head.column_span
        and not read_time(head.text)
        and not (years and head.column <= min(years) and max(years) < head.column + head.column_span)
    ]


def _label_columns(body: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns in which most cells hold words and no number."""
    every = Counter(cell.column for row in body for cell in row)
    worded = Counter(cell.column for row in body for cell in row if _is_label(cell.text))
    return sorted(column for column in every if 2 * worded[column] > every[column])


def _is_label(text: str) -> bool:
    if read_time(text) or not _has_letters(text):
        return False
    # "0–4", "20–24": the ages of a row
    return bool(_AGES.fullmatch(text.strip())) or (read_count(text) is None and not text[:1].isdigit())


def _has_letters(text: str) -> bool:
    if text.strip().casefold() in {"n/a", "na", "n.a."}:
        return False
    return any(letter.isalpha() for letter in text) or bool(_AGES.match(text))


def _parts_of(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(stripped for name in names if (stripped := name.strip(" *:†")))


def _told_apart(found: Sequence[_Found]) -> Iterator[Figure]:
    """The figures whose time, category and sex no other has; where several have, with the name of the rows' group."""
    times = Counter((item.time, item.names) for item in found)
    shared = {names for (_, names), count in times.items() if count > 1}
    named = [
        replace(item, names=_parts_of([item.group, *item.names])) if item.names in shared else item for item in found
    ]
    again = Counter((item.time, item.names) for item in named)
    alone = [item for item in named if item.names and again[item.time, item.names] == 1]
    told = list(tell_sexes([item.names for item in alone]))
    figures = [
        Figure(item.time, ", ".join(names), item.value, item.cell, sex)
        for item, (names, sex) in zip(alone, told, strict=True)
    ]
    stand = Counter((figure.time, figure.category, figure.sex) for figure in figures)
    yield from (figure for figure in figures if stand[figure.time, figure.category, figure.sex] == 1)
