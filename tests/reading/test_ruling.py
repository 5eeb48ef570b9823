"""Tables whose rules are drawn cell by cell, as word processors draw them: the rules tell the columns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.reading import read
from treatygraph.reading.page.page import HorizontalRule, PageGlyphs, PageLine, RawTable, VerticalRule
from treatygraph.reading.tables.continuation import join_tables
from treatygraph.reading.tables.tables import find_tables
from treatygraph.report import Table

LETTER = 4.5  # points: every letter is as wide, a blank is half as wide
THIN, THICK = 0.5, 1.5


def line(base: float, *pieces: tuple[float, str], size: float = 9.0, bold: bool = False) -> PageLine:
    """A printed line whose pieces begin at the given x; only gaps of more than 1.2 em are seen as wide."""
    text, edges, gaps, right = "", [], [], 0.0
    for x, words in pieces:
        if text:
            text += " "
            edges.append(right)
            if x - right > 1.2 * size:
                gaps.append(len(text))
        right = x
        for letter in words:
            text += letter
            edges.append(right)
            right += LETTER / 2 if letter == " " else LETTER
    return PageLine(text, (*edges, right), 1, base, size, bold, gaps=tuple(gaps))


def level(y: float, *borders: float, thickness: float = THIN) -> list[HorizontalRule]:
    """The borders of a row's cells at one height; between thick ones stands a corner."""
    return [HorizontalRule(left + thickness, right, y, thickness) for left, right in pairwise(borders)]


def page(*levels: list[HorizontalRule], vertical: tuple[VerticalRule, ...] = (), number: int = 1) -> PageGlyphs:
    rules = tuple(rule for level in levels for rule in level)
    return PageGlyphs(number, 595.0, 842.0, (), rules, vertical)


def cells(table: RawTable) -> list[dict[int, str]]:
    count = max(cell.row for cell in table.cells) + 1
    found: list[dict[int, str]] = [{} for _ in range(count)]
    for cell in table.cells:
        found[cell.row][cell.column] = " ".join(part.text for part in cell.lines)
    return found


COLUMNS = (113.0, 225.0, 248.0, 290.0, 312.0, 354.0)
YEARS = (113.0, 225.0, 290.0, 354.0)
QUOTA = [
    line(212, (113, "Public sector"), (262, "2018"), (326, "2019")),
    line(232, (113, "All institutions"), (229, "605"), (256, "100%"), (293, "609"), (320, "100%")),
    line(252, (113, "Exempt"), (234, "30"), (262, "5%"), (297, "21"), (324, "3.4%")),
]
RULES = (level(200, *YEARS), level(216, *YEARS, thickness=THICK), level(258, *COLUMNS, thickness=THICK))


def test_columns_stand_where_the_borders_of_two_cells_meet_however_close_their_words() -> None:
    (table,) = find_tables(QUOTA, page(*RULES))
    assert cells(table)[1:] == [
        {0: "All institutions", 1: "605", 2: "100%", 3: "609", 4: "100%"},
        {0: "Exempt", 1: "30", 2: "5%", 3: "21", 4: "3.4%"},
    ]


def test_a_head_spans_the_columns_under_the_border_over_it() -> None:
    (table,) = find_tables(QUOTA, page(*RULES))
    spans = [(c.lines[0].text, c.column, c.column_span) for c in table.cells if c.header]
    assert spans == [("Public sector", 0, 1), ("2018", 1, 2), ("2019", 3, 2)]


def test_a_border_over_several_cells_that_all_have_words_is_no_cell() -> None:
    lines = [
        line(212, (113, "Province"), (226, "Male"), (300, "Female"), (400, "% female")),
        line(232, (113, "Kenya"), (226, "647,689"), (300, "682,623"), (400, "51.3")),
    ]
    whole, columns = (113.0, 390.0, 482.0), (113.0, 220.0, 290.0, 390.0, 482.0)
    (table,) = find_tables(lines, page(level(200, *whole), level(216, *whole, thickness=THICK),
                                       level(238, *columns, thickness=THICK)))  # fmt: skip
    assert cells(table)[0] == {0: "Province", 1: "Male", 2: "Female", 3: "% female"}


def test_words_that_run_over_a_border_are_one_cell_over_several_columns() -> None:
    lines = [
        *QUOTA[:2],
        line(252, (113, "2. Number of unemployed persons by sex, age and status")),
        line(272, (113, "Exempt"), (234, "30"), (262, "5%"), (297, "21"), (324, "3.4%")),
    ]
    rules = (*RULES[:2], level(278, *COLUMNS, thickness=THICK))
    (table,) = find_tables(lines, page(*rules))
    (row,) = (cell for cell in table.cells if cell.row == 2)
    assert (row.lines[0].text, row.column) == (lines[2].text, 0)
    assert row.column_span > 1


def test_lines_between_the_cells_of_a_head_make_no_grid() -> None:
    heads = tuple(VerticalRule(x, 200, 216, THIN) for x in YEARS)
    (table,) = find_tables(QUOTA, page(*RULES, vertical=heads))
    assert cells(table)[1][1] == "605"
    assert len(cells(table)) == 3


def test_a_thin_rule_after_the_closing_one_opens_the_next_table_under_its_caption() -> None:
    bold = [
        line(272, (113, "Total"), (234, "35"), (297, "30"), bold=True),
        line(306, (113, "Private sector"), bold=True),
    ]
    again = [replace(line, base=line.base + 116) for line in QUOTA]
    rules = (
        *RULES[:2], level(258, *COLUMNS), level(278, *COLUMNS, thickness=THICK),
        level(316, *YEARS), level(332, *YEARS, thickness=THICK), level(374, *COLUMNS, thickness=THICK),
    )  # fmt: skip
    first, second = find_tables([*QUOTA, *bold, *again], page(*rules))
    assert cells(first)[-1] == {0: "Total", 1: "35", 3: "30"}
    assert [part.text for part in second.caption] == ["Private sector"]
    assert len(cells(second)) == 3


def test_two_tables_with_nothing_between_them_are_two() -> None:
    other = (113.0, 270.0, 354.0)
    lines = [
        *QUOTA,
        line(312, (113, "Sites"), (340, "Sila")),
        line(332, (113, "Households"), (330, "25")),
    ]
    rules = (*RULES, level(300, *other), level(316, *other, thickness=THICK), level(338, *other, thickness=THICK))
    first, second = find_tables(lines, page(*rules))
    assert len(cells(first)) == 3
    assert cells(second) == [{0: "Sites", 1: "Sila"}, {0: "Households", 1: "25"}]


def test_nothing_under_the_closing_rule_is_in_the_table() -> None:
    lines = [*QUOTA, line(272, (113, "of whom most"), (297, "work")), line(286, (113, "in the public sector."))]
    (table,) = find_tables(lines, page(*RULES))
    assert table.used == (0, 1, 2)


def test_rows_go_on_under_the_head_to_the_end_of_the_page_in_the_size_of_the_text_too() -> None:
    head = line(212, (113, "Awardee"), (300, "Category"))
    rows = [
        line(232, (113, "A. Nasheed"), (300, "Individual achievements,"), size=10),
        line(244, (300, "sports"), size=10),
        line(264, (113, "Care society"), (300, "Promoter"), size=10),
        line(284, (113, "Of the year 2014"), size=10),
    ]
    borders = (113.0, 280.0, 482.0)
    (table,) = find_tables([head, *rows], page(level(200, *borders), level(216, *borders, thickness=THICK)))
    assert cells(table)[1:] == [
        {0: "A. Nasheed", 1: "Individual achievements, sports"},
        {0: "Care society", 1: "Promoter"},
        {0: "Of the year 2014"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "28. In addition, the courts considered eleven cases of this kind in 2013.",
        "Source: Ministry of Justice.",
        "In addition, the courts considered eleven cases of this kind in the year 2013.",
    ],
)
def test_rows_end_where_text_begins(text: str) -> None:
    rules = RULES[:2]
    (table,) = find_tables([*QUOTA, line(268, (113, text), size=10)], page(*rules))
    assert table.used == (0, 1, 2)


def test_a_page_that_shows_fewer_columns_is_cut_like_the_next() -> None:
    (first,) = find_tables(QUOTA, page(*RULES[:2]))
    assert cells(first)[1][1] == "605 100%"
    (second,) = find_tables(QUOTA, page(*RULES, number=2))
    whole = join_tables(first, second)
    assert whole is not None
    assert cells(whole)[1] == cells(whole)[3] == {0: "All institutions", 1: "605", 2: "100%", 3: "609", 4: "100%"}
    assert [(c.column, c.column_span) for c in whole.cells if c.header] == [(0, 1), (1, 2), (3, 2)]


def test_rows_at_the_top_of_a_page_go_on_without_a_head() -> None:
    (first,) = find_tables(QUOTA, page(*RULES[:2], level(258, *COLUMNS)))
    rest = [replace(line, page=2, base=line.base - 140) for line in QUOTA[1:]]
    total = line(132, (113, "Total"), (229, "635"), (293, "630"), bold=True)
    after = line(160, (113, "28. In addition, eleven institutions were visited."), size=10)
    closing = (level(118, *COLUMNS), level(138, *COLUMNS, thickness=THICK))
    (second,) = find_tables([*rest, total, after], page(*closing, number=2))
    assert second.used == (0, 1, 2)
    whole = join_tables(first, second)
    assert whole is not None
    assert [row[0] for row in cells(whole)] == [
        "Public sector", "All institutions", "Exempt", "All institutions", "Exempt", "Total",
    ]  # fmt: skip


def test_text_at_the_top_of_a_page_is_no_row() -> None:
    text = line(92, (113, "of the Ministry of Justice, which is responsible for the courts."), size=10)
    (table,) = find_tables([text, *QUOTA], page(*RULES))
    assert table.used == (1, 2, 3)


def test_the_first_row_of_a_grid_on_its_next_page_is_no_head() -> None:
    lines = [line(212, (115, "Body"), (230, "Task"), bold=True), line(232, (115, "Court"), (230, "Trials"))]
    borders = (113.0, 225.0, 340.0)
    levels = [level(y, *borders) for y in (200, 220, 240)]
    first, second = (find_tables(rows, page(*levels, number=k))[0] for k, rows in enumerate((
        lines, [replace(line, bold=False) for line in lines]), 1))  # fmt: skip
    again = replace(
        second, cells=tuple(replace(c, lines=(replace(c.lines[0], text="Ombudsman"),)) for c in second.cells)
    )
    whole = join_tables(first, again)
    assert whole is not None
    assert [cell.header for cell in whole.cells] == [True, True, False, False, False, False, False, False]


def test_underlined_words_are_no_rule() -> None:
    lines = [line(212, (113, "Capacity to report offences and to bring suit before all the courts"))]
    lines += [line(232, (113, "Any person"), (300, "may report")), line(252, (113, "All citizens"), (300, "may sue"))]
    under = [HorizontalRule(113, 225, 213, THIN), HorizontalRule(225, 380, 213, THIN)]
    closing = [HorizontalRule(113, 225, 258, THIN), HorizontalRule(225, 380, 258, THIN)]
    assert find_tables(lines, page(under, closing)) == []


def test_the_first_rule_of_a_page_may_stand_at_its_edge_if_it_is_drawn_cell_by_cell() -> None:
    up = [replace(line, base=line.base - 155) for line in QUOTA]
    rules = (level(45, *YEARS), level(61, *YEARS, thickness=THICK), level(103, *COLUMNS, thickness=THICK))
    (table,) = find_tables(up, page(*rules))
    assert cells(table)[0] == {0: "Public sector", 1: "2018", 3: "2019"}


def test_the_rule_under_a_running_header_is_no_tables() -> None:
    """It is drawn in two pieces, below the symbol and below the date; a caption stands under it."""
    caption = line(102, (113, "Spending on residences"), bold=True)
    up = [replace(row, base=row.base - 80) for row in QUOTA]
    rules = (level(120, *YEARS), level(136, *YEARS, thickness=THICK), level(178, *COLUMNS, thickness=THICK))
    (table,) = find_tables([caption, *up], page(level(72, 47, 291, 548, thickness=0.2), *rules))
    assert [c.text for c in table.caption] == ["Spending on residences"]
    assert cells(table)[1:] == [
        {0: "All institutions", 1: "605", 2: "100%", 3: "609", 4: "100%"},
        {0: "Exempt", 1: "30", 2: "5%", 3: "21", 4: "3.4%"},
    ]


def test_the_lines_of_a_head_are_its_cells_lines_whatever_their_leading() -> None:
    head = [
        line(206, (230, "Other"), (297, "Total"), size=7),
        line(216, (113, "Programme"), (230, "bodies"), (297, "trained"), size=7),
    ]
    rules = (level(195, *YEARS), level(222, *YEARS, thickness=THICK), RULES[2])
    (table,) = find_tables([*head, *QUOTA[1:]], page(*rules))
    assert cells(table)[0] == {0: "Programme", 1: "Other bodies", 3: "Total trained"}


def test_a_cell_of_small_print_on_a_wide_leading_is_one() -> None:
    lines = [
        QUOTA[0],
        line(232, (113, "Sign language for"), size=8),
        line(243, (113, "providers"), (234, "3"), (297, "7"), size=8),
        line(258, (113, "Advanced"), (234, "0"), (297, "5"), size=8),
    ]
    rules = (*RULES[:2], level(264, *COLUMNS, thickness=THICK))
    (table,) = find_tables(lines, page(*rules))
    assert cells(table)[1:] == [{0: "Sign language for providers", 1: "3", 3: "7"}, {0: "Advanced", 1: "0", 3: "5"}]


words = st.text("abcdefgh", min_size=1, max_size=6)
tables = st.integers(2, 6).flatmap(
    lambda columns: st.lists(st.lists(words, min_size=columns, max_size=columns), min_size=2, max_size=6)
)


@given(tables, st.floats(3.0, 20.0))
def test_every_word_stands_in_its_cell(rows: list[list[str]], space: float) -> None:
    """Columns as narrow as their widest word and `space` points, figures or words."""
    borders = [113.0]
    for column in zip(*rows, strict=True):
        borders.append(borders[-1] + max(len(word) for word in column) * LETTER + space)
    borders[-1] = max(borders[-1], 340.0)
    lines = [
        line(212 + 20 * k, *((borders[c] + 0.5, word) for c, word in enumerate(row))) for k, row in enumerate(rows)
    ]
    end = 212 + 20 * len(rows) - 10
    rules = (level(200, *borders), level(218, *borders, thickness=THICK), level(end, *borders, thickness=THICK))
    (table,) = find_tables(lines, page(*rules))
    assert cells(table) == [dict(enumerate(row)) for row in rows]


SHARED = Path(__file__).parents[3] / "shared" / "reports"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/reports, which is not there")


def printed(name: str, page: int) -> list[Table]:
    units = read(SHARED / f"{name}.pdf").units
    return [
        unit.table for unit in units if unit.table and unit.page is not None and unit.page <= page <= unit.last_page
    ]


def row(table: Table, label: str) -> list[str]:
    return next([cell.text for cell in row[1:]] for row in table.rows if row and row[0].text == label)


@needs_shared
def test_a_wide_table_with_lines_in_its_head() -> None:
    (table,) = printed("CRPD-C-TCD-1", 11)
    assert [(cell.text, cell.column_span) for cell in table.rows[0]][:2] == [
        ("Sixth (12–13 years)", 2),
        ("Fifth (13–14 years)", 2),
    ]
    assert " ".join(row(table, "2018/19")) == "13 4 11 3 12 1 10 1 5 0 5 1 0 0 56 10"


@needs_shared
def test_two_tables_of_a_page_set_across() -> None:
    sites, provinces = printed("CRPD-C-TCD-1", 17)
    assert row(sites, "Sites")[:4] == ["Toukra", "Milézi", "Koundoul 1", "Pont Nguéli"]
    assert row(provinces, "Total households") == [
        "79 325", "4 008", "26 466", "15 000", "65 047", "12 630", "202 476",
    ]  # fmt: skip


@needs_shared
def test_tables_that_follow_each_other_under_short_captions() -> None:
    found = printed("CRPD-C-TTO-1", 5)
    assert [table.caption for table in found] == ["Types of Disability Seeing", "Hearing", "Walking", "Speaking"]
    assert [row(table, "Total") for table in found] == [["52 243", "100.0"]] * 4


@needs_shared
def test_a_table_with_rules_between_its_groups_goes_on_over_the_page() -> None:
    (table,) = printed("CRPD-C-FSM-1", 27)
    assert row(table, "Age") == ["Male", "Female", "Total (for both sexes)"]
    assert row(table, "Informal sector") == ["1 149", "1 217", "2 366"]  # on page 28


@needs_shared
def test_numbers_and_their_percentages_over_two_pages() -> None:
    table = next(table for table in printed("CRPD-C-CHL-2-4", 33) if table.caption.startswith("Public sector"))
    expected = ["605", "100%", "609", "100%", "612", "100%", "617", "100%"]
    assert row(table, "Total number of institutions") == expected
    assert row(table, "Institutions that did not provide any information")[:2] == ["215", "35.5%"]  # on page 34
