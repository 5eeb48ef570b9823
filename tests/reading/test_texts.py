"""Joining lines: hyphens, blanks, places and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet import Sheet

from treatygraph.reading.page.hyphens import Hyphens, needs_blank
from treatygraph.reading.page.texts import join_lines, join_text, print_marks
from treatygraph.report import NoteMark, Unit

KEPT = Hyphens([])


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the Procurator-", "General", "the Procurator-General"),
        ("to four-", "year terms", "to four-year terms"),
        ("and/", "or", "and/or"),
        ("the period 2009–", "2013", "the period 2009–2013"),
        ("November 2011–", "March 2012", "November 2011–March 2012"),
        ("enables inmates—", "admitted to a", "enables inmates—admitted to a"),
        ("Parliament may not—", "(a) Authorise", "Parliament may not— (a) Authorise"),
        ("the club –", "a movement", "the club – a movement"),
        ("State", "party", "State party"),
    ],
)
def test_lines_are_joined(before: str, after: str, joined: str) -> None:
    assert join_text(Sheet().paragraph(before).more(after).lines, KEPT) == joined


def test_where_the_typesetter_hyphenates_the_document_says_which_hyphens_are_words_own() -> None:
    lines = ["enforcement is lawful", "law enforce-", "ment agencies", "a non-", "custodial sentence", "the Deputy-"]
    lines += ["Minister of self-reliance and self-", "esteem", "a long-", "term plan", "a long-term aim", "imple-"]
    words = Hyphens([*lines, "mentation and so on"])
    assert not words.keep("law enforce-", "ment agencies")
    assert words.keep("a non-", "custodial sentence")
    assert words.keep("the Deputy-", "Minister")
    assert words.keep("a long-", "term plan")
    assert not words.keep("imple-", "mentation")


def test_a_dropped_hyphen_has_no_place() -> None:
    lines = [f"imple-{i}" for i in range(4)]
    hyphens = Hyphens(
        ["law enforce-", "ment is", "imple-", "mentation", "organi-", "zation", "regu-", "lations", *lines]
    )
    text = join_lines(Sheet().paragraph("the regu-").more("lations").lines, hyphens)
    assert text.text == "the regulations"
    assert [(line.start, line.end, len(line.edges)) for line in text.lines] == [(0, 8, 9), (8, 15, 8)]


def test_marks_keep_their_place_in_the_joined_text() -> None:
    sheet = Sheet().paragraph("The Act is in force.", marks=((20, "4"),)).more("It was amended.", marks=((2, "5"),))
    text = join_lines(sheet.lines, KEPT)
    assert [(mark.at, mark.label) for mark in text.marks] == [(20, "4"), (23, "5")]


@given(st.lists(st.text("abcDE1 .-/–", min_size=1, max_size=12).map(str.strip).filter(bool), min_size=1, max_size=8))
def test_places_cover_the_text_but_for_the_joining_blanks(rows: list[str]) -> None:
    sheet = Sheet()
    for row in rows:
        sheet.more(row)
    text = join_lines(sheet.lines, Hyphens(rows))
    covered = "".join(text.text[line.start : line.end] for line in text.lines)
    assert text.text == join_text(sheet.lines, Hyphens(rows))
    assert sorted(covered.replace(" ", "")) == sorted(text.text.replace(" ", ""))
    for line in text.lines:
        assert len(line.edges) == line.end - line.start + 1


def test_no_blank_where_there_is_nothing_to_join() -> None:
    assert not needs_blank("", "The")
    assert not needs_blank("The", "")


def test_marks_can_be_put_back_as_printed() -> None:
    text = "The Act in force and the Code."
    unit = Unit("38", "paragraph", text, marks=(NoteMark(16, "7"), NoteMark(30, "8")))
    printed = print_marks(unit)
    assert printed.text == "The Act in force7 and the Code.8"
    for words in ("Act in force", "and the Code", "Code."):
        start = text.index(words)
        assert printed.text[printed.starts[start] : printed.ends[start + len(words)]] == words
