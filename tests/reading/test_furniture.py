"""What is not the report's text: running lines, charts, captions, notes."""

from dataclasses import replace

from sheet import Sheet

from treatygraph.reading.document.figures import find_captions
from treatygraph.reading.document.notes import gather_notes, make_notes, make_table_notes, settle_marks, split_notes
from treatygraph.reading.document.numbering import Margins
from treatygraph.reading.page.furniture import is_running_line, split_furniture
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import HorizontalRule, PageLine, RawTable
from treatygraph.report import Note

MARGINS = Margins(113.0, 113.0, 482.0)


def test_running_lines_of_un_documents() -> None:
    for text in ("CRPD/C/BIH/2-3", "GE.19-03775", "18 GE.14-07541", "GE.14-07541 (E) 061113 201113", "Page 7", "13/71"):
        assert is_running_line(text), text
    for text in ("2009", "CED", "Article 6", "see CRPD/C/GC/1 for more"):
        assert not is_running_line(text), text


def test_running_lines_leave_and_a_notes_last_line_stays() -> None:
    pages = []
    for number in range(1, 7):
        sheet = Sheet()
        sheet.page = number
        sheet.set("CRPD/C/NLD/1", size=9, bold=True).paragraph(f"{number}. The Kingdom" + " goes on" * number)
        sheet.set("A/RES/61/106" if number == 3 else "and on" * number, size=9).set(
            str(number), above=40, size=9, bold=True
        )
        pages.append(sheet.lines)
    kept, furniture = split_furniture(pages)
    assert [line.text for line in kept[2]] == ["3. The Kingdom goes on goes on goes on", "A/RES/61/106"]
    assert len(furniture) == 12


def test_the_head_of_a_table_that_each_page_repeats_is_no_running_line() -> None:
    pages, rules = [], {}
    for number in range(1, 7):
        sheet = Sheet()
        sheet.page = number
        sheet.set("CRPD/C/PER/1", size=9, bold=True).paragraph("Report on Progress", size=8)
        sheet.lines[-1] = replace(sheet.lines[-1], gaps=(10,))
        sheet.paragraph("The Act establishes" + " this" * number)
        pages.append(sheet.lines)
        base = sheet.lines[1].base
        rules[number] = (HorizontalRule(56, 538, base - 12, 0.5), HorizontalRule(56, 538, base + 6, 1.5))
    assert [line.text for line in split_furniture(pages, rules)[0][2]] == [
        "Report on Progress", "The Act establishes this this this",
    ]  # fmt: skip
    assert [len(lines) for lines in split_furniture(pages)[0]] == [1] * 6


def test_text_that_the_file_marks_as_furniture_leaves_the_middle_of_a_page_too() -> None:
    sheet = Sheet()
    for number in range(1, 8):
        sheet.paragraph(f"{number}. The institutions have improved.")
    sheet.set("Institución pública 46.8%", artifact=True)
    for number in range(8, 12):
        sheet.paragraph(f"{number}. They are audited.")
    kept, furniture = split_furniture([sheet.lines])
    assert [line.text for line in furniture] == ["Institución pública 46.8%"]
    assert len(kept[0]) == 11


def test_a_graph_with_its_words_is_no_running_text() -> None:
    sheet = Sheet().paragraph("304. See Graph 4.").paragraph("Graph 4")
    sheet.set("Persons in the measures", bold=True, size=8, x0=200).set("2323 2500", size=8, x0=129)
    sheet.paragraph("305. In 2012 …")
    assert find_captions(sheet.lines, {0, 4}, MARGINS, 10.0) == {1, 2, 3}


def test_the_only_figure_of_a_report_has_no_number() -> None:
    sheet = Sheet().paragraph("19. The figures differ by region.").paragraph("Figure")
    sheet.set("Disability rate by region, 2013", bold=True).paragraph("20. The rates are low.")
    assert find_captions(sheet.lines, {0, 3}, MARGINS, 10.0) == {1, 2}


def test_a_source_is_no_running_text_but_a_quotation_in_small_print_is() -> None:
    sheet = Sheet().paragraph("6. See the table.").set("Source: 2006 census.", size=9)
    sheet.paragraph("7. The Act reads:")
    long = "The experiment has been designed to minimize pain, discomfort, fear and any other risk for the participant"
    sheet.set(long[:90], size=9).set(long[:90] + ".", size=9)
    for _ in range(12):
        sheet.more(long[:92])
    assert find_captions(sheet.lines, {0, 2}, MARGINS, 10.0) == {1}


def test_a_source_in_the_body_s_size_is_the_table_s_to_its_last_line() -> None:
    sheet = Sheet().paragraph("6. See the table.").set("Source: Ministry of Health, annual report of the Institute")
    sheet.more("of Statistics, 2015.").more("and so the text goes on").paragraph("7. The Act follows.")
    items = [sheet.lines[0], RawTable(1, (), (), ()), *sheet.lines[1:]]
    assert find_captions(items, {0, 5}, MARGINS, 10.0) == {2, 3}
    (note,) = make_table_notes(items, {2, 3}, Hyphens([]))
    assert note == Note(
        "table:1", "Source: Ministry of Health, annual report of the Institute of Statistics, 2015.", 1, "table"
    )


def test_footnotes_are_cut_from_the_foot_and_tied_together_over_a_pages_end() -> None:
    rule = HorizontalRule(91.0, 164.0, 214.0, 0.5)
    first = Sheet().paragraph("78. The Act’s article 8", marks=((23, "27"),))
    first.set("Article 8: Experiments may be", above=100, size=9, marks=((0, "27"),)).set("conducted if:", size=9)
    second = Sheet().turn().paragraph("consenting.").set("3. the risk is small.", above=110, size=9)
    second.set("Article 417 ter.", size=9, marks=((0, "28"),))
    text, notes = split_notes(first.lines, [], 10.0)
    more_text, more_notes = split_notes(second.lines, [rule], 10.0)
    assert [line.text for line in (*text, *more_text)] == ["78. The Act’s article 8", "consenting."]
    made = make_notes(gather_notes([*notes, *more_notes]), "footnote", Hyphens([]))
    assert [(note.label, note.text, note.page) for note, _ in made] == [
        ("27", "Article 8: Experiments may be conducted if: 3. the risk is small.", 1),
        ("28", "Article 417 ter.", 2),
    ]


def test_a_number_that_is_not_raised_begins_no_note_where_notes_numbers_are_raised() -> None:
    sheet = Sheet().set("One of the tests is the Guthrie Test. Folder, 2010.", size=9, marks=((0, "2"),))
    sheet.set("3 texts prepared by the Technical Health Unit", size=9)
    ((note, _),) = make_notes(gather_notes(sheet.lines), "footnote", Hyphens([]))
    assert note.label == "2"
    assert note.text.endswith("Folder, 2010. 3 texts prepared by the Technical Health Unit")
    level = Sheet().set("2 Available at www.turismo.gov.br.", size=9).set("3 Situation Room.", size=9)
    assert [(note.label, note.text) for note, _ in make_notes(gather_notes(level.lines), "endnote", Hyphens([]))] == [
        ("2", "Available at www.turismo.gov.br."),
        ("3", "Situation Room."),
    ]


def test_a_tables_small_rows_at_a_pages_foot_are_no_notes() -> None:
    rules = [HorizontalRule(113.0, 200.0, 215.0, 0.5), HorizontalRule(200.0, 300.0, 215.0, 0.5)]
    sheet = Sheet().paragraph("80. See the table.").set("Urban 28.2 6.4", above=100, size=9)
    assert split_notes(sheet.lines, rules, 10.0)[1] == []


def test_a_raised_number_of_an_inserted_article_goes_back_into_the_text() -> None:
    sheet = Sheet().paragraph("73. … (Article 41 of the Code)", marks=((17, "6"),))
    sheet.paragraph("74. Act No. 18446 is in force", marks=((17, "2"),))
    (page,) = settle_marks([sheet.lines], [{"2"}])
    assert [line.text for line in page] == ["73. … (Article 41⁶ of the Code)", "74. Act No. 18446 is in force"]
    assert [mark.label for line in page for mark in line.marks] == ["2"]
    assert all(len(line.edges) == len(line.text) + 1 for line in page)


def test_a_raised_number_after_a_numbers_stop_goes_back_into_the_text() -> None:
    sheet = Sheet().paragraph("135. … Latvian Administrative Violations Code (Article 289.).", marks=((59, "7"),))
    assert sheet.lines[0].text[:59].endswith("289.")
    (unnoted,) = settle_marks([sheet.lines], [set()])
    assert unnoted[0].text == "135. … Latvian Administrative Violations Code (Article 289.⁷)."
    assert unnoted[0].marks == ()
    (noted,) = settle_marks([sheet.lines], [{"7"}])
    assert [mark.label for mark in noted[0].marks] == ["7"]


def test_what_stands_under_a_table_is_its_note_and_no_paragraph_holds_it() -> None:
    sheet = Sheet().paragraph("280. The numbers of persons casting their votes were as follows.")
    sheet.set("Source: Department for the Development of Persons with Disabilities. Internal primary", size=9)
    sheet.set("elections, 2012.", size=9).set("* Estimate of the total number.", size=9)
    sheet.set("Figure 3").set("Voters by department", bold=True)
    sheet.paragraph("281. At the time of the general elections in 2013,")
    table = RawTable(1, (), (), ())
    items: list[PageLine | RawTable] = [sheet.lines[0], table, *sheet.lines[1:]]
    captions = find_captions(items, {0, 7}, MARGINS, 10.0)
    assert make_table_notes(items, captions, Hyphens([])) == [
        Note(
            "table:1",
            "Source: Department for the Development of Persons with Disabilities. Internal primary elections, 2012.",
            1,
            "table",
        ),
        Note("table:1", "* Estimate of the total number.", 1, "table"),
    ]
    rows = [table, *Sheet().set("2. Number of unemployed persons", size=9).lines]  # a table that was not read as one
    assert make_table_notes(rows, {1}, Hyphens([])) == []
