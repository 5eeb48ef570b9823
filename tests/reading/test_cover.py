"""Covers and symbols."""

import pytest
from sheet import Sheet

from treatygraph.reading.document.cover import read_cover
from treatygraph.reading.document.zones import cover_end
from treatygraph.reading.page.page import PageLine
from treatygraph.reading.un.dates import find_date
from treatygraph.reading.un.symbols import find_symbol, parse_symbol, symbol_of_name


@pytest.mark.parametrize(
    ("symbol", "treaty", "state"),
    [
        ("CED/C/KAZ/1", "CED", "KAZ"),
        ("CRPD/C/BIH/2-3", "CRPD", "BIH"),
        ("E/C.12/KAZ/2", "CESCR", "KAZ"),
        ("CEDAW/C/NOR/9", "CEDAW", "NOR"),
        ("CRC/C/OPAC/ESP/1", "CRC", "ESP"),
        ("CRPD/C/CHN-HKG/2-3", "CRPD", "CHN"),
        ("CCPR/C/TUR/2/Add.1", "CCPR", "TUR"),
        ("A/HRC/WG.6/34/SVN/1", None, "SVN"),
        ("CRPD/C/CHN/2-3*", "CRPD", "CHN"),
        ("CRPD/C/EU/1", "CRPD", "EU"),  # a party that is no State
        ("CRPD/C/EU/QPR/2-3", "CRPD", "EU"),
        ("A/RES/61/106", None, None),
    ],
)
def test_the_symbol_says_treaty_and_state(symbol: str, treaty: str | None, state: str | None) -> None:
    parsed = parse_symbol(symbol)
    assert (parsed.treaty, parsed.state) == (treaty, state)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("CED-C-KAZ-1", "CED/C/KAZ/1"),
        ("CRPD-C-BIH-2-3", "CRPD/C/BIH/2-3"),
        ("A-HRC-WG.6-34-SVN-1", "A/HRC/WG.6/34/SVN/1"),
        ("e-c.12-kaz-2", "E/C.12/KAZ/2"),
        ("CRPD-C-EU-2-3", "CRPD/C/EU/2-3"),
        ("report", None),
    ],
)
def test_a_files_name_can_be_its_symbol(name: str, symbol: str | None) -> None:
    assert symbol_of_name(name) == symbol


def test_a_symbol_is_found_among_other_words() -> None:
    assert find_symbol("United Nations CRPD/C/CHN/2-3*") == "CRPD/C/CHN/2-3"
    assert find_symbol("see A/RES/61/106") is None


def test_dates_of_covers() -> None:
    assert find_date("[Date received: 30 March 2017]") == "2017-03-30"
    assert find_date("05 October 2010") == "2010-10-05"
    assert find_date("due in 2016") is None


def cover() -> list[PageLine]:
    sheet = Sheet().set("United Nations CRPD/C/AND/1", size=14)
    sheet.set("Convention on the Rights", size=17, bold=True).set("Distr.: General", x0=397, above=1)
    sheet.set("6 March 2019", x0=397).set("English", x0=397).set("Original: Spanish", x0=397)
    sheet.set("Committee on the Rights of Persons", size=12, bold=True, above=90)
    sheet.set("with Disabilities", size=12, bold=True, above=13)
    sheet.set("Initial report submitted by Andorra under", size=17, bold=True, above=30)
    sheet.set("article 35 of the Convention, due in 2016*, **", size=17, bold=True, above=18)
    sheet.set("Andorra*", size=14, bold=True, above=30)
    sheet.set("[Date received: 30 March 2017]", x0=353, above=25)
    sheet.set("* The present document is being issued without formal editing.", size=9, above=300)
    return sheet.set("GE.19-03775 (E) 280519 030619", above=40).lines


def test_a_cover_says_what_the_report_is() -> None:
    facts = read_cover(cover(), 595.0)
    assert facts.symbol == "CRPD/C/AND/1"
    assert facts.committee == "Committee on the Rights of Persons with Disabilities"
    assert facts.title == (
        "Initial report submitted by Andorra under article 35 of the Convention, due in 2016: Andorra"
    )
    assert (facts.date, facts.received, facts.language) == ("2019-03-06", "2017-03-30", "en")
    assert facts.job_number == "GE.19-03775"


def first_page(*headings: str, received: str | None = None) -> Sheet:
    sheet = Sheet().set("United Nations CRPD/C/KEN/CO/1", size=14).set("Distr.: General", x0=397)
    sheet.set("Committee on the Rights of Persons with Disabilities", size=12, bold=True, above=90)
    sheet.set("Concluding observations on the initial report", size=14, bold=True, above=30)
    sheet.set("of Kenya*", size=14, bold=True, above=16)
    if received:
        sheet.set(received, x0=353, above=25)
    for heading in headings:
        sheet.set(heading, size=12, bold=True, above=30)
    return sheet.paragraph("1. The Committee considered the report.")


@pytest.mark.parametrize(
    "headings",
    [
        ("I. Introduction",),
        ("Introduction",),
        ("A. Purpose and general obligations (arts. 1 and 4)",),
        ("Reply to the issues raised in paragraph 1 of the list of issues",),
        ("I. Introduction", "A. General information"),
    ],
)
def test_the_first_heading_is_no_part_of_the_title(headings: tuple[str, ...]) -> None:
    lines = first_page(*headings).lines
    end = cover_end(lines)
    assert tuple(line.text for line in lines[end:-1]) == headings
    assert read_cover(lines[:end], 595.0).title == "Concluding observations on the initial report of Kenya"


def test_all_after_the_date_of_receipt_is_the_reports() -> None:
    lines = first_page("How the report was drafted", received="[Date received: 14 July 2015]").lines
    assert [line.text for line in lines[cover_end(lines) : -1]] == ["How the report was drafted"]


def test_a_title_directly_above_the_text_stays_the_title() -> None:
    lines = first_page().lines
    assert lines[cover_end(lines)].text.startswith("1.")
