"""The sessions and meetings of a Committee that its documents and the State's covers print."""

from __future__ import annotations

import re

import pytest

from treatygraph.reading.un.sittings import find_sittings, read_cover_sittings
from treatygraph.report import DocumentKind, Sitting, Unit


def said(sitting: Sitting) -> tuple[str, tuple[int, ...] | int | None, str | None]:
    return sitting.purpose, sitting.session or sitting.meetings, sitting.date


def read(marked: str, kind: DocumentKind = "concluding-observations") -> list[Sitting]:
    """The sittings of a paragraph, whose words must be those in brackets of this kind: ⟦…⟧."""
    spans = re.findall(r"⟦([^⟧]*)⟧", marked)
    found = find_sittings(kind, [Unit("1", "paragraph", re.sub("[⟦⟧]", "", marked))], ())
    assert [sitting.words for sitting in found] == spans
    return list(found)


@pytest.mark.parametrize(
    ("text", "sittings"),
    [
        (
            "The Committee considered the report of Andorra ⟦at its 656th and 657th meetings, held on 16 and 17 "
            "August 2023⟧. It adopted the present concluding observations ⟦at its 679th meeting, held on 1 September "
            "2023⟧.",
            [("considered", (656, 657), "2023-08-16/2023-08-17"), ("adopted", (679,), "2023-09-01")],
        ),
        (
            "The Committee considered the reports of China ⟦at its 587th, 589th and 591st meetings, held on 17, "
            "18 and 19 August 2022⟧.",
            [("considered", (587, 589, 591), "2022-08-17/2022-08-19")],
        ),
        (
            "The Committee considered the initial report of Azerbaijan (CRPD/C/AZE/1) ⟦at its 125th and 126th meetings "
            "(see CRPD/C/SR.125 and CRPD/C/SR.126), held on 1 and 2 April 2014⟧ respectively, and adopted the "
            "concluding observations ⟦at its 139th meeting⟧.",
            [("considered", (125, 126), "2014-04-01/2014-04-02"), ("adopted", (139,), None)],
        ),
        (  # the verb stands behind
            "The Committee considered the reports of Brazil ⟦at its 2931st and 2932nd meetings, held on 16 and 17 "
            "November 2022⟧. ⟦At its 2952nd meeting, held on 1 December 2022⟧, the Committee adopted the observations.",
            [("considered", (2931, 2932), "2022-11-16/2022-11-17"), ("adopted", (2952,), "2022-12-01")],
        ),
        (  # "4 and 5 April" are of the year of the adoption
            "The Committee considered the initial report of Slovakia ⟦at its 242th and 243th meetings (see "
            "CRPD/C/SVK/SR.242 and 243), held on 4 and 5 April⟧. It adopted the observations ⟦at its "
            "256th meeting, held on 13 April 2016⟧.",
            [("considered", (242, 243), "2016-04-04/2016-04-05"), ("adopted", (256,), "2016-04-13")],
        ),
        (  # a raised mark that reading left in the line
            "The Committee considered the report ⟦at its 725th and 726th meetings, 2 held on 15 August 2024⟧.",
            [("considered", (725, 726), "2024-08-15")],
        ),
        (
            "The Committee considered the report ⟦at its 5th meeting⟧, held on a date to be set.",
            [("considered", (5,), None)],
        ),
        (
            "The Committee considered the report ⟦at its 5th meeting, held on 31 April 2014⟧.",
            [("considered", (5,), None)],
        ),
        ("The Council of Ministers met at its 12th meeting, held on 3 May 2011.", []),
        ("In 2013 and 2014, 12 regular meetings were held.", []),
    ],
)
def test_the_meetings_at_which_a_report_was_considered(text: str, sittings: list[tuple[object, ...]]) -> None:
    assert [said(sitting) for sitting in read(text)] == sittings


def test_only_the_first_paragraphs_tell_of_the_documents_own_meetings() -> None:
    filler = [Unit(str(n), "paragraph", "The Committee is concerned.") for n in (1, 2, 3)]
    later = Unit("4", "paragraph", "The Committee considered the follow-up at its 9th meeting, held on 2 May 2014.")
    assert find_sittings("concluding-observations", [*filler, later], ()) == ()


@pytest.mark.parametrize(
    ("note", "sitting"),
    [
        (
            "Adopted by the Committee at its twenty-ninth session (14 August–8 September 2023).",
            Sitting("adopted", "", "committee", 29, date="2023-08-14/2023-09-08"),
        ),
        (
            "Adopted by the Committee at its 108th session (14 November–2 December 2022).",
            Sitting("adopted", "", "committee", 108, date="2022-11-14/2022-12-02"),
        ),
        (
            "Adopted by the pre-sessional working group at its third session (20–24 April 2015).",
            Sitting("adopted", "", "working-group", 3, date="2015-04-20/2015-04-24"),
        ),
        (
            "Adopted by the Committee at its fiftieth session.",
            Sitting("adopted", "", "committee", 50),
        ),
    ],
)
def test_the_session_in_a_note(note: str, sitting: Sitting) -> None:
    (found,) = find_sittings("list-of-issues", [Unit("note:unnumbered", "note", note, zone="body")], ())
    assert (found.purpose, found.by, found.session, found.date) == (
        sitting.purpose,
        sitting.by,
        sitting.session,
        sitting.date,
    )
    assert note[found.start : found.end] == found.words
    assert found.words + "." == note


def test_a_cover_names_the_session_that_the_document_is_for() -> None:
    lines = ["Committee on the Rights of Persons", "Fourteenth session", "17 August-4 September 2015", "Item 5"]
    (found,) = read_cover_sittings(lines)
    assert said(found) == ("issued-for", 14, "2015-08-17/2015-09-04")
    assert (found.by, found.words, found.unit) == ("committee", "Fourteenth session, 17 August-4 September 2015", None)
    lines = [
        "Human Rights Council",
        "Working Group on the Universal Periodic Review",
        "Thirty-fourth session",
        "4–15 May 2019",
    ]
    (found,) = read_cover_sittings(lines)
    assert (found.by, *said(found)) == ("working-group", "issued-for", 34, "2019-05-04/2019-05-15")
    assert read_cover_sittings(["The State’s first session of consultations", "2015"]) == ()


def test_a_title_names_the_session_and_a_state_adopts_nothing() -> None:
    title = [
        "List of issues in relation to the report of Azerbaijan, adopted by",
        "the Committee at its tenth session (2-13 September 2013)",
    ]
    on_cover = read_cover_sittings(title)
    assert [said(sitting) for sitting in on_cover] == [("adopted", 10, "2013-09-02/2013-09-13")]
    assert find_sittings("list-of-issues", [], on_cover) == on_cover
    assert find_sittings("replies", [], on_cover) == ()


def test_what_note_and_cover_both_say_is_told_once() -> None:
    words = "Adopted by the Committee at its thirtieth session (4–22 March 2024)"
    (found,) = find_sittings(
        "concluding-observations", [Unit("note:unnumbered", "note", words)], read_cover_sittings([words])
    )
    assert found.unit == "note:unnumbered"
