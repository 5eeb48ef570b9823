"""The contents pages, and what they say about the headings found."""

from sheet import Sheet

from treatygraph.reading.document.contents import Entry, Found, compare, find_contents


def contents() -> Sheet:
    sheet = Sheet().set("Contents", size=14).set("Paragraphs Page", italic=True, size=8)
    sheet.paragraph("I. Introduction................................ 1–7 6")
    sheet.paragraph("Article 15: Freedom from torture or cruel, inhuman or degrading treatment")
    sheet.more("or punishment . . . . . . . . . . . . . . . 149–151 29")
    sheet.paragraph("Article 22: Respect for privacy …………………… 173 34")
    return sheet.paragraph("Annexes**").heading("I. Introduction", 14).paragraph("1. The report")


def test_entries_are_read_and_everything_up_to_the_first_heading_is_cut() -> None:
    found = find_contents([contents().lines])
    assert found.entries == (
        Entry("I.", "Introduction", 1, 7, 6),
        Entry(
            "", "Article 15: Freedom from torture or cruel, inhuman or degrading treatment or punishment", 149, 151, 29
        ),
        Entry("", "Article 22: Respect for privacy", 173, 173, 34),
    )
    assert found.cut == {0: 7}


def test_a_line_for_the_list_of_tables_does_not_end_the_contents_and_tables_do() -> None:
    sheet = Sheet().set("Contents", size=14).set("List of tables ................ 3")
    sheet.set("Abbreviations ................. 7").set("Introduction .................. 1-8 9")
    sheet.set("Article 5 Equality ............ 9-12 11").set("Tables").set("1. Persons by age group ....... 12")
    assert [entry.heading for entry in find_contents([sheet.lines]).entries] == [
        "List of tables",
        "Abbreviations",
        "Introduction",
        "Article 5 Equality",
    ]


def test_a_report_without_contents_loses_nothing() -> None:
    assert find_contents([Sheet().heading("Introduction").paragraph("1. …").lines]).cut == {}


ENTRIES = (
    Entry("I.", "Introduction", 1, 3, 2),
    Entry("", "General provisions (arts. 1 to 4)", 4, 9, 3),
    Entry("", "Article 25", 10, 12, 5),
)


def test_agreeing_contents_are_silent_however_they_shorten_headings() -> None:
    found = [
        Found("List of Abbreviations", 2, None, None, None),
        Found("Introduction", 2, 1, 12, 3),  # the report hangs everything below its introduction
        Found("General provisions (arts. 1-4)", 3, 4, 9, 9),
        Found("Article 25: Health", 5, 10, 12, 12),
        Found("Article 25", 40, 90, 95, 95),
    ]
    assert compare((Entry("", "Abbreviations", None, None, 2), *ENTRIES), found) == ()


def test_what_differs_is_said_in_a_sentence() -> None:
    found = [Found("Introduction", 2, 1, 3, 3), Found("Article 25: Health", 5, 10, 13, 13)]
    assert compare(ENTRIES, found) == (
        "General provisions (arts. 1 to 4): not found",
        "Article 25: paragraphs 10–12 in the contents, 10–13 in the text",
    )
    assert compare([Entry("", "Preface", None, None, 4)], [Found("Preface", 5, 1, 2, 2)]) == (
        "Preface: page 4 in the contents, 5 in the text",
    )
