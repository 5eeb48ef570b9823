"""The title of an instrument is its printed name without number and date."""

from __future__ import annotations

import pytest

from treatygraph import recognise, resolve
from treatygraph.report import Report, Source, Unit
from treatygraph.resolution.titles import printed_title, title_of


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Optional Protocol to the Convention against Torture", "Optional Protocol to the Convention against Torture"),
        ("Act No. 49/2007 of 26 December on Accessibility", "Accessibility"),
        ("Law on Foster Care", "Law on Foster Care"),
        ("2011 Finance Act", "Finance Act"),
        ("Persons with Disabilities Act, 2003", "Persons with Disabilities Act"),
        ("Children’s Act, No. 8 of 2001", "Children’s Act"),
        ("Constitution of Kazakhstan of 30 August 1995", "Constitution of Kazakhstan"),
        ("Programme for Roma for the Period 2017–2021", "Programme for Roma"),
        ("2010–2012 National Programme for Social Integration", "National Programme for Social Integration"),
        ("Law “On State Benefits” of 16 June 1997", "On State Benefits"),
        ("draft Law on Uniform Principles", "Law on Uniform Principles"),
        ("Order No. 5 of the Minister of Health of 2 May 2010 on Health Centres", "Health Centres"),
        ("Gender Equality Strategy (GES)", "Gender Equality Strategy"),
        # Names that are no titles.
        ("Act of 21 May 2013", None),
        ("Decree No. 5 of 2010", None),
        ("Law No. 10436 dated April 24, 2002", None),
    ],
)
def test_the_title_in_a_printed_name(name: str, title: str | None) -> None:
    assert printed_title(name) == title
    assert title is None or title in name


def test_the_first_name_with_a_title_gives_it() -> None:
    assert title_of(("Act No. 17 of 2003", "Persons with Disabilities Act, 2003", "PWD Act")) == (
        "Persons with Disabilities Act"
    )


def shown(*paragraphs: str) -> dict[str, str]:
    """The names by which the instruments of a report are shown, by their ids."""
    units = tuple(
        Unit(id=str(n), kind="paragraph", text=text, convention_articles=("2",)) for n, text in enumerate(paragraphs, 1)
    )
    report = Report("CAT/C/XXA/1", "XXA", "CAT", "", units, Source("report.txt", "", "text/plain"))
    return {entity.id: entity.name for entity in resolve(recognise(report)).entities if entity.type == "instrument"}


def test_a_name_with_a_title_is_shown_before_a_longer_number() -> None:
    names = shown(
        "The Family Code (Act No. 72-61 of 12 June 1972) sets the age of marriage.",
        "Law No. 11,340 of 7 August 2006 (Maria da Penha Law) provides for shelters.",
        "Decree No. 5 of 2010 applies.",
    )
    assert set(names.values()) == {"Family Code", "Maria da Penha Law", "Decree No. 5 of 2010"}


def test_two_laws_are_never_shown_by_one_name() -> None:
    names = shown("The Education Act (Act No. 3 of 1970) was repealed by the Education Act (Act No. 12 of 2008).")
    assert sorted(names.values()) == ["Act No. 12 of 2008", "Act No. 3 of 1970"]


def test_what_has_one_name_is_told_apart_by_the_law_that_it_carries_out() -> None:
    names = shown(
        "The Civil Service Act, 2001 and its implementing regulations set the hours.",
        "The Harbour Act, 2005 and its implementing regulations set the fees.",
    )
    assert {name for name in names.values() if name.startswith("implementing")} == {
        "implementing regulations (Civil Service Act, 2001)",
        "implementing regulations (Harbour Act, 2005)",
    }
