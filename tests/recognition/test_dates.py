"""Dates with their EDTF values; ⟦…⟧ marks a date, the value stands beside its sentence."""

from __future__ import annotations

import itertools
import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from timing import grows_linearly
from treatygraph.recognition.dates import dates_in
from treatygraph.recognition.grammar.found import tokens_of
from treatygraph.recognition.grammar.tokens import citation_tokenizer

DAYS = [
    ("adopted on ⟦20 December 2006⟧ and ratified", "2006-12-20"),
    ("was assented to on the ⟦31st December, 2003⟧ and came into force", "2003-12-31"),
    ("was approved by the Decision of the Cabinet of Ministers in ⟦January 25, 2007⟧ for purpose", "2007-01-25"),
    ("Law No. 60 of ⟦30.03.2012⟧ on the social inclusion of persons with disabilities", "2012-03-30"),
    ("Royal Decree No. M/37 of ⟦23/9/1421H⟧", "2000-12-19"),
    ("entered into force on ⟦2016-05-01⟧.", "2016-05-01"),
    ("Ministry of Health order number 3 of ⟦January 15, 2008⟧, included in", "2008-01-15"),
    ("dated ⟦April 24, 2002⟧ and Decree 5296/04", "2002-04-24"),
    ("Sign Language Interpretation (⟦Sept. 2015⟧)", "2015-09"),
    ("is celebrated on ⟦3 December⟧ every year", "XXXX-12-03"),
    # the year stands in the number of the act
    ("Act No. 34/2008, of ⟦18 December⟧, on Occupational Safety", "2008-12-18"),
    # no such day
    ("approved on 31 ⟦November 2017⟧", "2017-11"),
]

PARTS_OF_YEARS = [
    ("The work ended in ⟦autumn 2004⟧.", "2004-23"),
    ("The work began in the ⟦summer of 2005⟧.", "2005-22"),
    ("In the ⟦first half of 2015⟧ no case was heard.", "2015-01/2015-06"),
    ("in the ⟦second half of the year 2015⟧", "2015-07/2015-12"),
    ("was finished in the ⟦3rd quarter of 2014⟧.", "2014-07/2014-09"),
    ("figures for ⟦Q4 2014⟧", "2014-10/2014-12"),
    ("the third half of ⟦2014⟧", "2014"),
]

OTHER_WAYS = [
    ("Royal Decree No. M/37 dated ⟦23 Ramadan 1421 AH⟧", "2000-12-19"),
    ("dated ⟦23 Ramadan 1421H⟧", "2000-12-19"),
    ("passed on ⟦october 19 1991⟧", "1991-10-19"),
    ("issued ⟦25-Jan-2007⟧", "2007-01-25"),
    ("Law 1987 of ⟦2004⟧ governs harbours.", "2004"),
    ("the Harbours Act ⟦1987⟧ of the State", "1987"),
]

MONTHS_AND_YEARS = [
    ("the pending sections were gazetted in ⟦January, 2010⟧ and they are now operational", "2010-01"),
    ("In ⟦April 2013⟧, a session was held", "2013-04"),
    ("training courses in ⟦November⟧ of current year", "XXXX-11"),
    ("the national holiday in ⟦May⟧", "XXXX-05"),
    ("the Crimes Act ⟦1961⟧ provides", "1961"),
    ("Constitution of Kenya, ⟦2010⟧, guarantees", "2010"),
    ("article 10 of Act No. 16095 (⟦1989⟧)", "1989"),
    ("Act No. 14 of ⟦2003⟧ was assented to", "2003"),
    ("Even during the mid-⟦1990s⟧, when the country", "199X"),
    ("is expected to be completed by mid-⟦2018⟧.", "2018"),
    # the number of the act is no day
    ("Act No. 16 of ⟦July 1991⟧ establishing the Technical Judicial Police", "1991-07"),
    ("Decree number 5 of ⟦October 2003⟧", "2003-10"),
    ("a 6.5% rise over ⟦2009⟧ (R$ 16,634.00).", "2009"),
    ("since ⟦2010⟧.12 The next census", "2010"),
]

RANGES = [
    ("for winter months (⟦November to March⟧)", "XXXX-11/XXXX-03"),
    ("This report covers the period ⟦2009–2013⟧;", "2009/2013"),
    ("From ⟦11 to 23 February 2013⟧, a course was organized", "2013-02-11/2013-02-23"),
    ("held every year from ⟦1 to 12 June⟧", "XXXX-06-01/XXXX-06-12"),
    ("in the last financial year (⟦2010/2011⟧), part of which", "2010/2011"),
    ("In ⟦2015/16⟧ the gender parity index", "2015/2016"),
    ("from around 54% in ⟦2008/9⟧ to 46.1%", "2008/2009"),
    ("covers the period from ⟦2019 to 2022⟧.", "2019/2022"),
    ("Between the months of ⟦October and November 2011⟧ alone", "2011-10/2011-11"),
    ("Between ⟦2014 and 2016⟧, the government", "2014/2016"),
    ("the ⟦2008– 2012⟧ Strategy for Development", "2008/2012"),
    ("conducted from ⟦October 2019 to February 2020⟧ and", "2019-10/2020-02"),
    ("the period of ⟦January to December 2011⟧, concluded", "2011-01/2011-12"),
    ("Basic Sign Language Program for ⟦30 Jan–26 Feb 2018⟧", "2018-01-30/2018-02-26"),
    ("In the period ⟦2005-July 2010⟧, a total", "2005/2010-07"),
    ("on ⟦15 and 16 May 2013⟧", "2013-05-15/2013-05-16"),
    ("on ⟦3 and 17 May 2013⟧", "{2013-05-03,2013-05-17}"),
]

SEVERAL = [
    ("in late ⟦2010⟧/early ⟦2011⟧, the officers", ["2010", "2011"]),
    ("working places for 10 persons (in ⟦2011⟧ – 22 persons)", ["2011"]),
    ("(Accession:⟦20.07.2001⟧/Declaration: ⟦20.07.2001⟧)", ["2001-07-20", "2001-07-20"]),
    ("in ⟦2010⟧ and ⟦2011⟧", ["2010", "2011"]),
    ("on the first working day of ⟦January⟧ and ⟦July⟧", ["XXXX-01", "XXXX-07"]),
    ("in ⟦January⟧ and ⟦July 2013⟧", ["2013-01", "2013-07"]),
    ("Year ⟦2009⟧ ⟦2010⟧ ⟦2011⟧ Total", ["2009", "2010", "2011"]),
    ("the PWD Act, ⟦2003⟧, Act No. 14 of ⟦2003⟧", ["2003", "2003"]),
]

NONE = [
    "In the past 4 years, 1534 PWDs have participated",
    "a period of 72 hours, five years or 2000 days",
    "persons aged 18 and over",
    "a fine of US$ 2000 and 1,800 tenge",
    "Act 26/2011 and Act No. 012-2010/AN",
    "Decree No. 2012-828/PRES/PM",
    "Council Directive 2000/43/EC",
    "Resolution No. 2003 of the Board",
    "articles 1998 and 1999 of the Civil Code",
    "resolution 2003/15",
    "about 2000 children were enrolled",
    "for 2010 units of non-mechanical aids",
    "Vision 2030 and the 2030 Agenda for Sustainable Development",
    "He may appeal. May the Court decide?",
    "articles 2 and 5 may be applied",
    "SFS 1977:72",
    "document HRI/CORE/BIH/2011",
    "at 10.30 a.m.",
]


def read(marked: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]], list[str | None]]:
    spans: list[tuple[int, int]] = []
    text = ""
    for part in re.split("(⟦[^⟧]*⟧)", marked):
        if part.startswith("⟦"):
            spans.append((len(text), len(text) + len(part) - 2))
        text += part.strip("⟦⟧") if part.startswith("⟦") else part
    finds = dates_in(text)
    return spans, [(find.start, find.end) for find in finds], [find.value for find in finds]


@pytest.mark.parametrize(("sentence", "value"), [*DAYS, *PARTS_OF_YEARS, *OTHER_WAYS, *MONTHS_AND_YEARS, *RANGES])
def test_a_date_has_its_span_and_value(sentence: str, value: str) -> None:
    expected, found, values = read(sentence)
    assert found == expected
    assert values == [value]


@pytest.mark.parametrize(("sentence", "expected_values"), SEVERAL)
def test_several_dates_are_several_mentions(sentence: str, expected_values: list[str]) -> None:
    expected, found, values = read(sentence)
    assert found == expected
    assert values == expected_values


@pytest.mark.parametrize("sentence", NONE)
def test_durations_amounts_and_numbers_are_no_dates(sentence: str) -> None:
    assert dates_in(sentence) == []


PIECES = st.sampled_from(
    [
        "2010",
        "2011",
        "20101",
        " ",
        "-",
        "–",
        "/",
        ", ",
        "and ",
        "May ",
        "May",
        "31",
        "st ",
        "1",
        "H",
        "the ",
        "to ",
        "No. ",
        "s",
    ]
)


TEXTS = st.one_of(st.text(), *(st.lists(PIECES, max_size=20).map(join.join) for join in ("", " ")))
CUT = citation_tokenizer(spacy.blank("en").vocab)


@given(TEXTS)
def test_any_text_gives_dates_in_order_without_overlap(text: str) -> None:
    finds = dates_in(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(finds))
    for find in finds:
        assert 0 <= find.start < find.end <= len(text)
        assert find.value
        assert text[find.start : find.end] == text[find.start : find.end].strip()


@pytest.mark.parametrize("piece", ["1", "31 ", "2010-", "January ", "12/", "of the year ", "and 5 "])
def test_time_grows_with_the_length_of_the_text_alone(piece: str) -> None:
    assert grows_linearly(lambda times: lambda: dates_in(piece * times), 10_000, 40_000)


@given(TEXTS)
def test_the_tokens_of_a_text_hide_no_date(text: str) -> None:
    assert dates_in(text, tokens_of(CUT(text))) == dates_in(text)
