"""Covers and symbols."""

import pytest
from sheet import Sheet

from treatygraph.reading.document.cover import read_cover
from treatygraph.reading.document.zones import cover_end
from treatygraph.reading.page.page import PageLine
from treatygraph.reading.un.dates import find_date
from treatygraph.reading.un.symbols import find_symbol, parse_symbol, state_in, state_of, symbol_of_name


@pytest.mark.parametrize(
    ("symbol", "treaty", "state"),
    [
        ("CED/C/KAZ/1", "CED", "KAZ"),
        ("CRPD/C/BIH/2-3", "CRPD", "BIH"),
        ("E/C.12/KAZ/2", "CESCR", "KAZ"),
        ("CEDAW/C/NOR/9", "CEDAW", "NOR"),
        ("CRC/C/OPAC/ESP/1", "CRC-OP-AC", "ESP"),
        ("CRC/C/OPSA/NOR/1", "CRC-OP-SC", "NOR"),
        ("CRPD/C/NER/Q/1/Add.1", "CRPD", "NER"),
        ("CERD/C/BRA/FCO/18-20", "CERD", "BRA"),
        ("E/1990/5/Add.51", "CESCR", None),
        ("E/1994/104/Add.8", "CESCR", None),
        ("CAT/C/49/Add.7", "CAT", None),
        ("HRI/CORE/GUY/2019", None, "GUY"),
        ("HRI/CORE/1/Add.51", None, None),
        ("A/HRC/42/8/Add.1", None, None),
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
        ("CRPD-C-AZE-Q-1-Add.1", "CRPD/C/AZE/Q/1/Add.1"),
        ("CERD-C-BRA-CO-18-20", "CERD/C/BRA/CO/18-20"),
        ("CAT-C-49-Add.7", "CAT/C/49/Add.7"),
        ("E-1990-5-Add.51", "E/1990/5/Add.51"),
        ("CRPD-C-BIH-2-3 (final) copy", "CRPD/C/BIH/2-3"),
        ("CRPD_C_BIH_2-3 (final) copy", "CRPD/C/BIH/2-3"),
        ("CRPD_C_KAZ_1_6743_E", "CRPD/C/KAZ/1"),
        ("CED-C-KAZ-1-en", "CED/C/KAZ/1"),
        ("report", None),
    ],
)
def test_a_files_name_can_be_its_symbol(name: str, symbol: str | None) -> None:
    assert symbol_of_name(name) == symbol


def test_a_symbol_is_found_among_other_words() -> None:
    assert find_symbol("United Nations CRPD/C/CHN/2-3*") == "CRPD/C/CHN/2-3"
    assert find_symbol("see A/RES/61/106") is None


@pytest.mark.parametrize(
    "symbol",
    [
        "CRPD/C/NER/Q/1/Add.1",
        "CCPR/C/GUY/CO/3/Add.2",
        "CRC/C/8/Add.29",
        "CEDAW/C/ALB/1-2/Rev.1",
        "E/1990/5/Add.51",
        "HRI/CORE/GUY/2019",
        "A/HRC/WG.6/34/SVN/1/Corr.1",
        "CRC/C/OPSC/SRB/1",
    ],
)
def test_additions_and_old_series_are_read_whole(symbol: str) -> None:
    assert find_symbol(f"United Nations {symbol}*") == symbol
    assert find_symbol(f"({symbol}), para. 3") == symbol
    assert parse_symbol(symbol.lower()).text == symbol


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("MONACO", "MCO"),
        ("Andorra*", "AND"),
        ("Addendum: Bulgaria", "BGR"),
        ("The Netherlands", "NLD"),
        ("Annex", None),
    ],
)
def test_a_line_of_a_cover_may_be_a_state(line: str, state: str | None) -> None:
    assert state_of(line) == state


def test_a_title_that_names_one_state_tells_whose_report_it_is() -> None:
    assert state_in("Initial report submitted by Monaco under article 19") == "MCO"
    assert state_in("Summary records on Monaco and Bulgaria") is None
    assert state_in("Third periodic report of Niger") == "NER"
    assert state_in("Third periodic report of Nigeria") == "NGA"
    assert state_in("Third periodic report of Guinea-Bissau") == "GNB"


def test_the_state_of_an_old_symbol_stands_on_the_cover() -> None:
    sheet = Sheet().set("United Nations CAT/C/49/Add.7", size=14).set("Distr.: General", x0=397)
    sheet.set("Committee against Torture", size=12, bold=True, above=90)
    sheet.set("Consideration of reports submitted by States parties", size=14, bold=True, above=30)
    sheet.set("Addendum", size=14, bold=True, above=30).set("MONACO*", size=10, above=30)
    facts = read_cover(sheet.lines, 595.0)
    assert (facts.symbol, facts.state) == ("CAT/C/49/Add.7", "MCO")


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
