"""What notes denote: "^" is the mark in the paragraph, and the note follows it."""

from __future__ import annotations

from treatygraph.recognition import recognise
from treatygraph.report import Annotated, Mention, Report, Source, Unit
from treatygraph.resolution import resolve


def page(*texts: str, state: str = "MWI") -> Annotated:
    """Paragraphs, each with a note behind it: "the Pension Act^ pays", "Act No. 6 of 2011."."""
    units: list[Unit] = []
    for n, (paragraph, note) in enumerate(zip(texts[::2], texts[1::2], strict=True), 1):
        units.append(Unit(id=str(n), kind="paragraph", text=paragraph.replace("^", "")))
        units.append(Unit(id=f"note:{n}", kind="note", text=note, noted=(str(n), paragraph.index("^"))))
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    return resolve(recognise(Report(f"CRPD/C/{state}/1", state, "CRPD", "", tuple(units), source)))


def mention(annotated: Annotated, text: str, unit: str) -> Mention:
    return next(m for m in annotated.mentions if m.unit == unit and m.text == text and m.type != "date")


def denote(annotated: Annotated, *mentions: tuple[str, str]) -> list[str | None]:
    return [mention(annotated, text, unit).entity for text, unit in mentions]


def test_a_number_alone_is_that_of_the_law_before_the_mark() -> None:
    found = page(
        "The Pension Act^ pays pilots.",
        "See Act No. 6 of 2011.",
        "The Harbour Act^ was adopted.",
        "Cap. 33:02 of the Laws of Malawi.",
        "The Pension Act is new.^",
        "Act No. 9 of 2012 was drafted by pilots.",
    )
    pension, act, harbour, chapter, again, other = denote(
        found,
        ("Pension Act", "1"),
        ("Act No. 6 of 2011", "note:1"),
        ("Harbour Act", "2"),
        ("Cap. 33:02", "note:2"),
        ("Pension Act", "3"),
        ("Act No. 9 of 2012", "note:3"),
    )
    assert pension == act == again != harbour == chapter
    assert other not in (pension, harbour)


def test_one_number_misprinted_at_two_laws_does_not_make_them_one() -> None:
    found = page("The Pilots Act^ applies.", "Cap. 55:06.", "The Wages Act^ applies.", "Cap. 55:06.")
    pilots, wages, note = denote(found, ("Pilots Act", "1"), ("Wages Act", "2"), ("Cap. 55:06", "note:2"))
    assert pilots != wages == note


def test_this_act_in_the_articles_of_a_code_is_the_code() -> None:
    found = page(
        "The Juveniles Act is new. The Criminal Code punishes theft.^",
        "Article 292. Whoever steals is punished. Article 293. The offence provided for in Article 292 of this Act.",
        state="JOR",
    )
    code, act = denote(found, ("Criminal Code", "1"), ("Act", "note:1"))
    assert code == act


def test_this_programme_at_an_item_of_a_list_is_not_that_of_another_item() -> None:
    found = page(
        "There are: • the “Hope” programme;^ • the programme of support for children.",
        "This programme serves 132 children.",
        "There are: • the “Skill” programme; • the programme of support for children;^ • others.",
        "This programme serves 118 children.",
        state="CUB",
    )
    hope, first = denote(found, ("“Hope” programme", "1"), ("programme", "note:1"))
    assert hope == first
    assert mention(found, "programme", "note:2").resolved_by == "unresolved"


def test_an_article_behind_a_gazette_is_none_of_the_treaty() -> None:
    found = page(
        "They have rights under the laws^ of the FBH.", "The Official Gazette of the FBH, No. 29/98 – Article 22."
    )
    assert denote(found, ("Article 22", "note:1")) == [None]


def test_laws_of_one_name_in_the_gazettes_of_two_parts_of_a_state_are_two() -> None:
    found = page(
        "They are protected.^",
        "The Law on Courts, The Official Gazette of the BDBH, No. 12/06 – Article 19, the Law on Courts – Article 24 "
        "(the Official Gazette of the Republika Srpska, No. 46/04), Law on Courts (the Official Gazette of the RS).",
        state="BIH",
    )
    laws = [m.entity for m in found.mentions if m.text == "Law on Courts"]
    assert laws[0] != laws[1] == laws[2]


def test_the_committee_that_makes_general_comments_is_that_of_the_treaty() -> None:
    found = page(
        "The Congressional Committee on Ports met.^",
        "The law will meet article 12 of the Convention and the Committee’s general comment No. 1 (2014).",
        state="CHL",
    )
    assert denote(found, ("Committee", "note:1")) == ["UN_committee-on-the-rights-of-persons-with-disabilities"]


def test_the_ministry_in_a_quoted_law_is_the_law_s() -> None:
    found = page(
        "The Ministry of Education teaches pilots.^",
        "Article 13 of the Employment Act stipulates: “Employers shall send to the Ministry a statement”.",
        state="JOR",
    )
    assert mention(found, "Ministry", "note:1").resolved_by == "unresolved"


def test_the_proposed_legislation_is_the_bill_before() -> None:
    found = page(
        "A bill on discrimination was tabled.^",
        "Article 2 bis of the proposed legislation defines it.",
        state="CHL",
    )
    assert denote(found, ("Article 2 bis of the proposed legislation", "note:1")) == denote(
        found, ("bill on discrimination", "1")
    )
