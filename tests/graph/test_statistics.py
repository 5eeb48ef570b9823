"""Tables of provisions by years, whichever way round they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paragraphs import annotate
from pyoxigraph import Quad, Store

from treatygraph.graph import triples
from treatygraph.graph.vocabulary import term
from treatygraph.query import run_query
from treatygraph.report import Annotated, Cell, Mention, Table


def tabulate(*rows: tuple[str, ...], caption: str = "Cases brought to court") -> Annotated:
    """A report with one table; a cell "code 125" names article 125 of the code."""
    cells, mentions, text = [], [], "Cases brought to court"
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            text += " "
            start = len(text)
            text += word
            cells.append(Cell(row, column, word, start, len(text), header=row == 0))
            if word.startswith("code "):
                path = (f"art:{word.removeprefix('code ')}",)
                mentions.append(
                    Mention("table:1", "provision", start, len(text), word, "marked", entity="code", targets=(path,))
                )
    empty = annotate(text, articles=("4",))
    unit = replace(empty.report.units[0], id="table:1", kind="table", table=Table(caption, tuple(cells)))
    return replace(empty, report=replace(empty.report, units=(unit,)), mentions=tuple(mentions))


def figures(annotated: Annotated) -> set[tuple[str, int, int]]:
    found: dict[object, dict[str, str]] = {}
    for triple in triples(annotated):
        found.setdefault(triple.subject, {})[triple.predicate.value.rpartition("#")[2]] = triple.object.value
    return {
        (facts["refProvision"].rpartition("__")[2], int(facts["year"]), int(facts["count"]))
        for facts in found.values()
        if "refProvision" in facts
    }


def test_provisions_across_and_years_down() -> None:
    table = tabulate(("Year", "code 125", "code 126"), ("2009", "72", "0"), ("2010", "1 131", "97"))
    assert figures(table) == {
        ("art_125", 2009, 72),
        ("art_126", 2009, 0),
        ("art_125", 2010, 1131),
        ("art_126", 2010, 97),
    }


def test_years_across_and_provisions_down() -> None:
    table = tabulate(("Article", "2009", "2010"), ("code 125", "72", "69"), ("code 126", "0", "1,097"))
    assert figures(table) == {
        ("art_125", 2009, 72),
        ("art_125", 2010, 69),
        ("art_126", 2009, 0),
        ("art_126", 2010, 1097),
    }


def test_a_cell_without_a_number_is_no_figure() -> None:
    table = tabulate(("Year", "code 125"), ("2009", "–"), ("2010", "n/a"), ("2011", "3"), ("Total", "75"))
    assert figures(table) == {("art_125", 2011, 3)}


def test_a_table_without_provisions_or_years_is_no_data_set() -> None:
    assert figures(tabulate(("Year", "Women"), ("2009", "72"))) == set()
    assert figures(tabulate(("Region", "code 125"), ("Astana", "72"))) == set()


def counted(annotated: Annotated) -> set[tuple[str, int, int]]:
    """The figures of categories: what is counted, the year, the number."""
    return {(category, year, int(value)) for category, year, value in measured(annotated, "count")}


def sex_of(facts: dict[str, str]) -> list[str]:
    return [facts["refSex"].rpartition("/")[2]] if "refSex" in facts else []


def measured(annotated: Annotated, measure: str) -> set[tuple[str, int, str]]:
    """The figures of one measure: the category, the year, the value as written."""
    found: dict[object, dict[str, str]] = {}
    for triple in triples(annotated):
        found.setdefault(triple.subject, {})[triple.predicate.value.rpartition("#")[2]] = triple.object.value
    return {
        (", ".join([facts["refCategory"], *sex_of(facts)]), int(facts["year"]), facts[measure])
        for facts in found.values()
        if "refCategory" in facts and measure in facts
    }


def test_categories_down_and_years_across() -> None:
    table = tabulate(
        ("Device", "2016", "2017", "Total"), ("Wheelchairs", "197", "1 101", "1 298"), ("Others", "-", "8", "8")
    )
    assert counted(table) == {("Wheelchairs", 2016, 197), ("Wheelchairs", 2017, 1101), ("Others", 2017, 8)}


def test_years_down_and_categories_across() -> None:
    table = tabulate(("No.", "Year", "Men", "Women"), ("1", "2016", "13", "7"), ("2", "2017", "9", "…"))
    assert counted(table) == {
        ("women and men, male", 2016, 13), ("women and men, female", 2016, 7), ("women and men, male", 2017, 9),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (
            ("Year", "Total", "Male", "Female"),
            ["female and male, total", "female and male, male", "female and male, female"],
        ),
        (("Year", "Pupils, M", "F", "M"), ["Pupils, M", "female and male, female", "female and male, male"]),
        # One sex alone, a share of all, and a total of other things tell nothing of both.
        (("Year", "Girls", "Schools", "Total"), ["Girls", "Schools", "Total"]),
        (("Year", "Percentage of women", "Total number of men", "Women"), ["Total number of men", "Women"]),
    ],
)
def test_the_sex_is_told_where_the_table_has_both(heads: tuple[str, ...], told: list[str]) -> None:
    table = tabulate(heads, ("2016", "13", "7", "6"), ("2017", "9", "5", "4"))
    assert {category for category, _, _ in counted(table)} == set(told)


def test_a_school_year_is_a_time_that_begins_in_a_year() -> None:
    table = tabulate(("Device", "2015/16", "2016-2017", "2009–2016"), ("Wheelchairs", "1", "2", "30"))
    assert counted(table) == {("Wheelchairs", 2015, 1), ("Wheelchairs", 2016, 2)}
    times = {t.object.value for t in triples(table) if t.predicate in {term("tg:refYear"), term("tg:period")}}
    assert times == {"2015/2016", "2016/2017"}
    ages = tabulate(("Age", "2015", "2016"), ("0–4", "1", "2"), ("5–9", "3", "4"))
    assert ("0–4", 2015, 1) in counted(ages)


def test_the_question_for_the_figures_of_categories() -> None:
    table = tabulate(("Year", "Schools", "Pupils"), ("2016", "13", "1 700"), ("2017", "9", "…"))
    store = Store()
    store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples(table))
    answer = run_query(store, "figures-by-category", {})
    assert [answer.column(name) for name in ("state", "table", "category", "year", "count")] == [
        ("Kazakhstan",) * 3,
        ("Cases brought to court",) * 3,
        ("Pupils", "Schools", "Schools"),
        (2016, 2016, 2017),
        (1700, 13, 9),
    ]


def test_shares_rates_and_money_are_no_counts() -> None:
    table = tabulate(
        ("Year", "Schools", "Percentage", "Amount in CFAF", "Enrolment rate", "Budget (Ch$)"),
        ("2016", "13", "7", "4 000", "54", "100"),
        ("2017", "9", "8", "5 000", "55", "200"),
    )
    assert counted(table) == {("Schools", 2016, 13), ("Schools", 2017, 9)}


def test_percentages_are_a_measure_of_their_own() -> None:
    table = tabulate(("Year", "Pupils", "% girls", "Rate"), ("2016", "1 300", "48,5", "7"), ("2017", "9", "100", "8"))
    assert measured(table, "percentage") == {("% girls", 2016, "48.5"), ("% girls", 2017, "100.0")}
    assert counted(table) == {("Pupils", 2016, 1300), ("Pupils", 2017, 9)}
    sets = {triple.object.value for triple in triples(table) if triple.predicate == term("qb:dataSet")}
    assert len(sets) == 2


def test_the_caption_says_that_all_are_percentages() -> None:
    rows = (("Region", "Pupils", "Girls", "Boys"), ("North", "1 300", "48.5", "51.5"), ("South", "12", "0.5", "101"))
    for caption in (
        "Percentage of pupils, 2009",
        "Pupils (in per cent), 2009",
        "Pupils, 2009 (Percentage distribution)",
    ):
        table = tabulate(*rows, caption=caption)
        # A column with a number that is none has none: "1 300", "101".
        assert measured(table, "percentage") == {("North, Girls", 2009, "48.5"), ("South, Girls", 2009, "0.5")}, caption
        assert counted(table) == set()
    for caption in ("Number and percentage of pupils, 2009", "Pupils by region, 2009"):
        assert measured(tabulate(*rows, caption=caption), "percentage") == set(), caption


BY_SEX = (
    ("No.", "Type of impairment", "Boys", "Girls", "% girls"),
    ("1", "Hearing", "3 225", "2 544", "44"),
    ("2", "Visual", "64,7689", "10", "9"),
)


def test_the_caption_dates_all_figures() -> None:
    expected = {
        ("Hearing, girls and boys, male", 2009, 3225), ("Hearing, girls and boys, female", 2009, 2544),
        ("Visual, Girls", 2009, 10),
    }  # fmt: skip
    for caption in (
        "Pupils by impairment, 2009",
        "Pupils (2009)",
        "Pupils, 2009 survey",
        "Pupils (Census 2009)",
        "Pupils, 2009/10",
    ):
        assert counted(tabulate(*BY_SEX, caption=caption)) == expected, caption


def test_a_caption_of_two_years_of_a_law_or_a_target_dates_nothing() -> None:
    for caption in (
        "Pupils, 2009–2016",
        "Pupils 2008, 2009",
        "Pupils under the Act of 2009",
        "Pupils since 2009",
        "Pupils",
    ):
        assert counted(tabulate(*BY_SEX, caption=caption)) == set(), caption


def test_figures_of_provisions_are_no_figures_of_categories() -> None:
    assert counted(tabulate(("Year", "code 125"), ("2009", "72"), ("2010", "69"))) == set()


def test_rows_of_one_name_are_told_apart_by_their_group_or_not_read() -> None:
    groups = (("Sector", "2016", "2017"), ("Men",), ("Total", "1", "2"), ("Women",), ("Total", "3", "4"))
    assert counted(tabulate(*groups)) == {
        ("women and men, Total, male", 2016, 1), ("women and men, Total, male", 2017, 2),
        ("women and men, Total, female", 2016, 3), ("women and men, Total, female", 2017, 4),
    }  # fmt: skip
    assert counted(tabulate(groups[0], groups[2], groups[4])) == set()


def test_a_number_with_years_on_both_sides_is_not_read() -> None:
    table = tabulate(("Institution", "2013", "2014"), ("Mission", "16", "26"), ("Council", "2009", "349"))
    assert counted(table) == {("Mission", 2013, 16), ("Mission", 2014, 26)}


def test_the_structure_is_described_once() -> None:
    table = tabulate(("Year", "code 125"), ("2009", "72"))
    subjects = [triple for triple in triples(table) if triple.subject == term("ds:provision-year")]
    assert len(subjects) == 5
