"""Paragraphs, tables and parts of a report, from printed lines to units."""

from dataclasses import replace

from sheet import Sheet

from treatygraph.reading.document.abbreviations import is_list, read_abbreviations
from treatygraph.reading.document.headings import find_headings
from treatygraph.reading.document.numbering import Margins
from treatygraph.reading.document.paragraphs import make_units
from treatygraph.reading.document.sections import make_sections
from treatygraph.reading.document.zones import cover_end, find_annexes, find_endnotes, find_signature, name_zones
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import PageLine, RawCell, RawTable
from treatygraph.report import Unit

MARGINS = Margins(113.0, 113.0, 482.0)
HYPHENS = Hyphens([])


def units_of(items: list[PageLine | RawTable], starts: dict[int, str], captions: tuple[int, ...] = ()) -> list[Unit]:
    printed = [item if isinstance(item, PageLine) else None for item in items]
    headings = find_headings(printed, starts, MARGINS, HYPHENS, 10.0)
    body = [k for k, unit_id in starts.items() if unit_id.isdigit()]
    last = max(body, default=-1) + 1
    annexes = find_annexes(items, last)
    signature = find_signature(items, last, annexes[0][0] if annexes else len(items))
    zones = name_zones(items, starts, headings, annexes, signature)
    sections = make_sections(
        [headings[k] for k in sorted(headings)], [zones[k] for k in sorted(headings)], 10.0, "CRPD"
    )
    return make_units(items, starts, captions, headings, sections, zones, HYPHENS)


def test_a_paragraph_keeps_its_sub_items_and_goes_on_over_a_page() -> None:
    sheet = Sheet().heading("Article 7").paragraph("33. Punishable acts are:")
    sheet.paragraph("(1) Minor offences;", x0=141.7).paragraph("• Grave offences, punishable by", x0=133.2)
    sheet.turn().more("deprivation of liberty.").paragraph("34. The Code")
    first, second = units_of(list(sheet.lines), {1: "33", 5: "34"})
    assert first.text == (
        "Punishable acts are: (1) Minor offences; • Grave offences, punishable by deprivation of liberty."
    )
    assert (first.page, first.last_page, first.section, first.convention_articles) == (1, 2, "Article 7", ("7",))
    assert second.text == "The Code"
    region = first.regions(first.text.index("deprivation"), len(first.text))[0]
    assert region.page == 2
    assert region.box.x0 == 113.0


def test_text_without_a_number_under_a_heading_is_a_unit_of_its_own() -> None:
    sheet = Sheet().heading("Introduction").paragraph("The present report was").more("drafted by a committee.")
    sheet.heading("I. Overview").paragraph("1. The State")
    units = units_of(list(sheet.lines), {4: "1"})
    assert [(unit.id, unit.text) for unit in units] == [
        ("unnumbered:1", "The present report was drafted by a committee."),
        ("1", "The State"),
    ]


def test_in_a_report_without_numbers_each_paragraph_is_a_unit() -> None:
    sheet = Sheet().heading("Introduction").paragraph("The first").more("paragraph.").paragraph("The second.")
    assert [unit.text for unit in units_of(list(sheet.lines), {})] == ["The first paragraph.", "The second."]


def test_a_table_stands_after_its_paragraph_with_its_cells_in_its_text() -> None:
    before = Sheet().paragraph("22. See the table.").lines
    after = Sheet().set("23. Recognizing", above=200).lines
    cells = [("Year", "Cases"), ("2009", "72")]
    raw = RawTable(
        1,
        (1,),
        tuple(Sheet().set("Criminal cases", bold=True).lines),
        tuple(
            RawCell(row, column, tuple(Sheet().set(text, x0=113 + 90 * column).lines), header=row == 0)
            for row, texts in enumerate(cells)
            for column, text in enumerate(texts)
        ),
    )
    paragraph, table, _ = units_of([*before, raw, *after], {0: "22", 2: "23"})
    assert (paragraph.id, table.id, table.kind) == ("22", "table:1", "table")
    assert table.text == "Criminal cases Year Cases 2009 72"
    assert table.table is not None
    assert [[cell.text for cell in row] for row in table.table.rows] == [["Year", "Cases"], ["2009", "72"]]
    for cell in table.table.cells:
        assert table.text[cell.start : cell.end] == cell.text
        assert table.regions(cell.start, cell.end)[0].box.x0 == 113 + 90 * cell.column


def test_what_follows_a_table_is_a_paragraph_of_its_own_where_it_opens_with_a_sentence() -> None:
    table = RawTable(1, (0, 50), (), tuple(RawCell(0, n, (Sheet().set(f"{n}").lines[0],)) for n in range(2)))
    number = Sheet().paragraph("22. See the table.").lines
    sentence, item = Sheet().paragraph("The rest is below.").lines, Sheet().paragraph("• The second of them.").lines
    texts = [unit.text for unit in units_of([*number, table, *sentence], {0: "22"})]
    assert texts == ["See the table.", "0 1", "The rest is below."]
    texts = [unit.text for unit in units_of([*number, table, *item], {0: "22"})]
    assert texts == ["See the table. • The second of them.", "0 1"]


def test_the_cells_of_a_table_that_goes_on_stand_on_their_own_pages() -> None:
    sheet = Sheet().set("2009").turn().set("2010")
    raw = RawTable(1, (0,), (), tuple(RawCell(row, 0, (line,)) for row, line in enumerate(sheet.lines)))
    (table,) = units_of([raw], {})
    assert table.table is not None
    assert [cell.page for cell in table.table.cells] == [1, 2]
    assert (table.page, table.last_page) == (1, 2)


def test_captions_are_left_out() -> None:
    sheet = Sheet().paragraph("6. See the figure.").paragraph("Figure 1").paragraph("It shows the growth.")
    assert [unit.text for unit in units_of(list(sheet.lines), {0: "6"}, captions=(1,))] == [
        "See the figure. It shows the growth."
    ]


def test_annexes_and_abbreviations_are_zones() -> None:
    sheet = Sheet().heading("List of abbreviations", 14).set("NGO Non-governmental organization")
    sheet.heading("I. Introduction", 14).paragraph("1. The report").heading("Annex II", 14).paragraph("1. The law")
    units = units_of(list(sheet.lines), {3: "1", 5: "annex-ii:1"})
    assert [(unit.id, unit.zone) for unit in units] == [("1", "body"), ("annex-ii:1", "annex-ii")]


def test_what_comes_after_the_last_paragraph_is_told_apart() -> None:
    sheet = Sheet().heading("Article 33", 14).paragraph("183. The steps can").more("continue.")
    sheet.set("(Signed) Askar Nurmagambetov", above=36.0, x0=300.0).more("Minister of Justice", x0=300.0)
    sheet.heading("Bibliography", 14).paragraph("1. The Family Code (Act No. 870), Managua (2014).")
    sheet.heading("Annex I", 14).paragraph("1. The law")
    units = units_of(list(sheet.lines), {1: "183", 6: "references:1", 8: "annex-i:1"})
    assert [(unit.id, unit.zone, unit.text, unit.convention_articles) for unit in units] == [
        ("183", "body", "The steps can continue.", ("33",)),
        ("unnumbered:1", "signatures", "(Signed) Askar Nurmagambetov Minister of Justice", ()),
        ("references:1", "references", "The Family Code (Act No. 870), Managua (2014).", ()),
        ("annex-i:1", "annex-i", "The law", ()),
    ]


def test_a_date_at_a_lines_beginning_is_no_signature() -> None:
    sheet = Sheet().heading("Article 33", 14).paragraph("183. The Act was passed at").more("Managua, 5 May 2014.")
    assert [unit.text for unit in units_of(list(sheet.lines), {1: "183"})] == [
        "The Act was passed at Managua, 5 May 2014."
    ]


def test_a_list_of_abbreviations() -> None:
    sheet = Sheet().set("AIDS acquired immunodeficiency").set("syndrome", x0=180)
    sheet.set("APC: Act on Promotion of Convenience").set("NGO –non-governmental organization")
    first = PageLine(**{f: getattr(sheet.lines[0], f) for f in PageLine.__slots__} | {"gaps": (5,)})
    listed = read_abbreviations([first, *sheet.lines[1:]], HYPHENS)
    assert [(item.short, item.long) for item in listed] == [
        ("AIDS", "acquired immunodeficiency syndrome"),
        ("APC", "Act on Promotion of Convenience"),
        ("NGO", "non-governmental organization"),
    ]


def test_short_forms_that_leave_no_wide_gap_before_the_column() -> None:
    sheet = Sheet()
    for short, long in (
        ("KSB", "Kenya Society"),
        ("NDFPWDs", "National Fund"),
        ("KSL", "Sign Language"),
        ("MoH", "Health"),
    ):
        sheet.paragraph(f"{short} {long}")
    sheet.paragraph("MDG Millennium Goal")
    set_in_column = []
    for line in sheet.lines[:4]:
        at = line.text.index(" ") + 1
        edges = (*line.edges[:at], *(170 + edge - line.edges[at] for edge in line.edges[at:]))
        set_in_column.append(replace(line, edges=edges, gaps=() if line.text.startswith("NDF") else (at,)))
    listed = read_abbreviations([*set_in_column, sheet.lines[4]], HYPHENS)
    assert [item.short for item in listed] == ["KSB", "NDFPWDs", "KSL", "MoH", "MDG"]
    assert listed[1].long == "National Fund"


def test_a_list_of_abbreviations_in_two_columns() -> None:
    def pair(*parts: str) -> PageLine:
        starts = [len("".join(parts[:k])) for k in range(len(parts))]
        at = [113.0, 160.0, 313.0, 360.0]
        edges = [at[k] + 4 * i for k, part in enumerate(parts) for i in range(len(part))]
        return PageLine("".join(parts), (*edges, edges[-1] + 4), 1, 100.0, 10.0, gaps=tuple(starts[1:]))

    lines = [
        pair("AU ", "African Union ", "NGO ", "Organization"),
        pair("EU ", "European Union ", "NSO ", "Statistical Office"),
        pair("ILO ", "Labour Organization ", "UN ", "United Nations"),
    ]
    assert [(item.short, item.long) for item in read_abbreviations(lines, HYPHENS)] == [
        ("AU", "African Union"),
        ("EU", "European Union"),
        ("ILO", "Labour Organization"),
        ("NGO", "Organization"),
        ("NSO", "Statistical Office"),
        ("UN", "United Nations"),
    ]


def test_a_table_is_a_list_of_abbreviations_by_its_head() -> None:
    def table(*rows: tuple[str, ...]) -> RawTable:
        cells = [
            RawCell(row, column, tuple(Sheet().set(text, x0=113 + 90 * column).lines))
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        ]
        return RawTable(1, (0,), (), tuple(cells))

    listed = table(("No.", "Abbreviation", "Full name"), ("1", "LC", "Labour Code"), ("2", "MoH", "Ministry of Health"))
    assert is_list(listed)
    assert not is_list(table(("Act", "Abbreviations and notes"), ("Labour Code", "LC")))
    assert [(item.short, item.long) for item in read_abbreviations([listed], HYPHENS)] == [
        ("LC", "Labour Code"),
        ("MoH", "Ministry of Health"),
    ]


def test_prose_ends_a_list_of_abbreviations() -> None:
    sheet = Sheet().heading("Abbreviations").set("NGO – non-governmental organization")
    sheet.turn().set("Upon the Article 35 of the Convention on the Rights of Persons with Disabilities the Council of")
    sheet.more("Ministers, at its 35th session, adopted the following:").heading("I. Introduction").paragraph(
        "1. The report"
    )
    first, second = units_of(list(sheet.lines), {5: "1"})
    assert (first.id, first.section, first.zone) == ("unnumbered:1", "", "body")
    assert first.text.startswith("Upon the Article 35")
    assert (second.id, second.section) == ("1", "Introduction")


def test_a_cover_ends_where_the_report_begins() -> None:
    sheet = Sheet().set("United Nations CAT/C/NOR/9").set("Distr.: General").paragraph("1. The report")
    assert cover_end(sheet.lines) == 2
    assert cover_end(Sheet().paragraph("1. The report").lines) == 0


def test_endnotes_begin_under_their_heading() -> None:
    sheet = Sheet().paragraph("116. Finally").set("Notes", italic=True).set("Slovenia has", size=9, marks=((0, "1"),))
    assert find_endnotes(sheet.lines) == 1
    assert find_endnotes(Sheet().set("Notes", italic=True).paragraph("on the law").lines) is None
