"""What is doubtful in a reading is said by kind, each with the pages where to look."""

from __future__ import annotations

from treatygraph.corpus.doubts import find_doubts
from treatygraph.report import Line, Note, NoteMark, Quality, Report, Section, Source, Unit


def paragraph(number: str, page: int, *marks: NoteMark, section: int = 0) -> Unit:
    lines = (Line(0, 3, page, 100.0, 112.0, (113.0, 118.0, 123.0, 128.0)),)
    return Unit(number, "paragraph", "Act", section_index=section, lines=lines, marks=marks)


def report(*units: Unit, **known: object) -> Report:
    source = Source("report.pdf", "", "application/pdf", 9)
    return Report("CED/C/XXX/1", "XXA", "CED", "", units, source, **known)  # type: ignore[arg-type]


def test_a_clean_reading_leaves_no_doubt():
    assert find_doubts(report(paragraph("1", 2), paragraph("2", 3))) == ()


def test_a_missing_number_should_follow_the_last_before_it():
    (doubt,) = find_doubts(report(paragraph("1", 2), paragraph("4", 3), quality=Quality(number_gaps=(2, 3))))
    assert (doubt.kind, doubt.said) == ("number-gap", "Paragraph numbers missing in the text: 2, 3.")
    assert doubt.places == ((2, "1"), (2, "1"))


def test_a_caption_without_table_leads_to_the_first_unit_of_its_page():
    read = report(paragraph("1", 2), paragraph("2", 3), paragraph("3", 3), quality=Quality(unread_tables=(3, 5)))
    (doubt,) = find_doubts(read)
    assert doubt.said == "Captions of tables under which no table was read: 2, on pages 3, 5."
    assert doubt.places == ((3, "2"), (5, "3"))


def test_a_heading_between_those_of_articles_that_names_none():
    sections = (
        Section(1, "A.", "Article 1", ("1",), 2),
        Section(1, "B.", "Torture", (), 3),
        Section(1, "C.", "Article 3", ("3",), 4),
        Section(1, "D.", "Follow-up", (), 5),
    )
    units = [paragraph(str(k + 1), k + 2, section=k) for k in range(4)]
    (doubt,) = find_doubts(report(*units, sections=sections))
    assert doubt.said == "Headings among those of articles that name none: 1 (“B. Torture”)."
    assert doubt.places == ((3, "2"),)
    committees = report(*units, sections=sections, kind="concluding-observations")
    assert find_doubts(committees) == ()


def test_notes_and_marks_that_do_not_meet():
    units = (
        paragraph("1", 2, NoteMark(3, "1", 2), NoteMark(3, "7", 2)),
        Unit("note:1", "note", "Penal Code.", noted=("1", 3)),
        Unit("note:2", "note", "Labour Code."),
        Unit("note:unnumbered", "note", "Adopted by the Committee."),
    )
    notes = (Note("1", "Penal Code.", 2), Note("2", "Labour Code.", 3), Note("*", "Adopted by the Committee.", 1))
    lost, alone = find_doubts(report(*units, notes=notes))
    assert (lost.said, lost.places) == ("Notes to which no mark in the text leads: 2.", ((None, "note:2"),))
    assert (alone.said, alone.places) == ("Marks in the text whose note was not found: 7.", ((2, "1"),))
