"""Footnotes and endnotes as units: tied to their marks, under the heading of the paragraph that these stand in."""

from __future__ import annotations

from sheet import MARGIN, Sheet

from treatygraph.reading.document.notes import NoteLines, make_notes, settle_marks, split_notes, tie_notes
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import HorizontalRule
from treatygraph.reading.page.texts import Text
from treatygraph.report import Note, NoteMark, Unit


def paragraph(number: str, text: str, *marks: NoteMark, article: str = "5") -> Unit:
    return Unit(number, "paragraph", text, "Equality", 3, (article,), marks=marks)


def note(label: str, text: str, page: int = 1) -> tuple[Note, Text]:
    return Note(label, text, page), Text(text, (), ())


def test_a_note_stands_behind_its_paragraph_and_under_its_heading():
    first = paragraph("1", "Torture is a crime.", NoteMark(18, "1", 1))
    second = paragraph("2", "So is assault.", article="6")
    units, notes = tie_notes([first, second], [note("1", "Penal Code, art. 12.")])
    assert [unit.id for unit in units] == ["1", "note:1", "2"]
    tied = units[1]
    assert (tied.kind, tied.text, tied.noted) == ("note", "Penal Code, art. 12.", ("1", 18))
    assert (tied.section, tied.section_index, tied.convention_articles) == ("Equality", 3, ("5",))
    assert [each.unit for each in notes] == ["note:1"]


def test_of_two_notes_with_one_label_each_belongs_to_the_mark_of_its_page():
    first = paragraph("1", "Torture is a crime.", NoteMark(18, "*", 1))
    second = paragraph("2", "So is assault.", NoteMark(13, "*", 2))
    units, _ = tie_notes([first, second], [note("*", "Penal Code.", 1), note("*", "Labour Code.", 2)])
    assert [(unit.id, unit.noted) for unit in units if unit.kind == "note"] == [
        ("note:unnumbered", ("1", 18)),
        ("note:unnumbered-2", ("2", 13)),
    ]


def test_a_note_that_no_mark_leads_to_stands_last_under_no_heading():
    units, _ = tie_notes([paragraph("1", "Torture is a crime.")], [note("7", "Penal Code.")])
    assert [(unit.id, unit.section_index, unit.noted) for unit in units] == [("1", 3, None), ("note:7", -1, None)]


def test_a_note_of_a_heading_stands_before_the_first_word_under_it():
    first, second = paragraph("1", "Torture is a crime."), Unit("2", "paragraph", "So is assault.", section_index=4)
    units, _ = tie_notes([first, second], [note("14", "See Annex.")], {4: [NoteMark(0, "14", 1)]})
    assert [(unit.id, unit.section_index, unit.noted) for unit in units[2:]] == [("note:14", 4, ("2", 0))]


def test_under_the_short_rule_lines_of_any_size_are_notes():
    sheet = Sheet().paragraph("41. Civil society asks for campaigns.")
    sheet.set("Family Welfare Institute. Booklets:", above=50, size=9, marks=((0, "11"),)).set("• Autism (icbf.gov.co)")
    rule = HorizontalRule(MARGIN, MARGIN + 73, sheet.lines[1].base - 14, 0.5)
    text, notes = split_notes(sheet.lines, [rule], 10.0)
    assert [line.text for line in text] == ["41. Civil society asks for campaigns."]
    assert [line.text for line in notes] == ["Family Welfare Institute. Booklets:", "• Autism (icbf.gov.co)"]
    assert split_notes(sheet.lines, [], 10.0)[1] == []


def test_a_raised_number_behind_a_number_is_the_law_s_where_the_mark_stands_behind_a_word():
    sheet = Sheet().paragraph("21. Article 56 of the Code", marks=((14, "1"),))
    sheet.more("and letter i, to prevent discrimination.", marks=((12, "1"), (40, "1")))
    ((first, second),) = settle_marks([sheet.lines], [{"1"}])
    assert (first.text, first.marks) == ("21. Article 56¹ of the Code", ())
    assert (second.text, len(second.marks)) == ("and letter i¹, to prevent discrimination.", 1)


def test_a_note_of_many_pages_and_paragraphs_is_many_that_lost_their_numbers():
    """So a report of Brazil prints what its third note and the 53 after it say."""
    sheet = Sheet()
    for n in range(1, 25):
        sheet.set(f"Action {n} is to provide pilots and all that are taught by them with").set("what they need at")
        sheet.set("sea, in ports.")
    whole = make_notes([NoteLines("2", sheet.lines)], "footnote", Hyphens([]))
    assert [note.label for note, _ in whole] == ["2", *[""] * 23]
    assert (
        whole[1][0].text
        == "Action 2 is to provide pilots and all that are taught by them with what they need at sea, in ports."
    )
    short = make_notes([NoteLines("2", sheet.lines[:30])], "footnote", Hyphens([]))
    assert [note.label for note, _ in short] == ["2"]
