"""Tables drawn line by line: where the words stand, and the rules between them."""

from dataclasses import replace

from treatygraph.reading.page.page import HorizontalRule, PageGlyphs, PageLine, RawTable, VerticalRule
from treatygraph.reading.tables.continuation import join_tables
from treatygraph.reading.tables.tables import find_tables

LETTER = 5.0  # points: every letter is as wide


def line(
    base: float, *pieces: tuple[float, str], bold: bool = False, italic: bool = False, apart: bool = True
) -> PageLine:
    """A printed line whose pieces begin at the given x; `apart` says that their gaps are seen as wide."""
    text, edges, gaps = "", [], []
    for x, words in pieces:
        if text:
            text += " "
            edges.append(edges[-1] + LETTER)
            gaps += [len(text)] if apart else []
        text += words
        edges.extend(x + k * LETTER for k in range(len(words)))
    last_x, last = pieces[-1]
    return PageLine(text, (*edges, last_x + len(last) * LETTER), 1, base, 9.0, bold, italic, gaps=tuple(gaps))


def page(*levels: float, borders: tuple[float, ...] = (), number: int = 1) -> PageGlyphs:
    rules = tuple(HorizontalRule(113.0, 482.0, y, 0.5) for y in levels)
    vertical = tuple(VerticalRule(x, min(levels), max(levels), 0.5) for x in borders)
    return PageGlyphs(number, 595.0, 842.0, (), rules, vertical)


def rows(table: RawTable) -> list[list[str]]:
    count = max(cell.row for cell in table.cells) + 1
    texts = [(cell.row, " ".join(part.text for part in cell.lines)) for cell in table.cells]
    return [[text for row, text in texts if row == number] for number in range(count)]


HEAD = line(212, (113, "Year"), (200, "art. 125"), (300, "art. 126"))
CASES = [
    line(190, (113, "Criminal cases brought to court"), bold=True),
    HEAD,
    line(228, (113, "2009"), (200, "72"), (300, "0")),
    line(242, (113, "2010"), (200, "69"), (300, "97")),
]
AFTER = line(270, (113, "28. In addition, the courts considered eleven cases."))


def test_columns_come_from_where_the_words_stand_and_the_bold_line_above_is_the_caption() -> None:
    (table,) = find_tables([*CASES, AFTER], page(200, 216, 246))
    assert [c.text for c in table.caption] == ["Criminal cases brought to court"]
    assert rows(table) == [["Year", "art. 125", "art. 126"], ["2009", "72", "0"], ["2010", "69", "97"]]
    assert [cell.header for cell in table.cells] == [True] * 3 + [False] * 6
    assert table.used == (0, 1, 2, 3)


def test_a_paragraph_between_two_rules_is_no_table() -> None:
    lines = [line(212, (113, "27. The Convention was ratified.")), line(224, (113, "It is in force."))]
    assert find_tables(lines, page(200, 246)) == []


def test_a_frame_around_text_is_no_table() -> None:
    lines = [line(212, (113, "Box 1: a good practice")), line(224, (113, "The Ministry trains judges."))]
    assert find_tables(lines, page(200, 246)) == []


def test_lines_of_one_cell_stand_close() -> None:
    lines = [
        HEAD,
        line(228, (113, "Unlawful"), (200, "72"), (300, "0")),
        line(238, (113, "deprivation of")),
        line(248, (113, "liberty")),
        line(264, (113, "Abduction"), (200, "69"), (300, "97")),
    ]
    (table,) = find_tables(lines, page(200, 216, 270))
    assert rows(table)[1:] == [["Unlawful deprivation of liberty", "72", "0"], ["Abduction", "69", "97"]]


def test_a_head_may_span_columns() -> None:
    lines = [
        line(204, (230, "Cases and persons")),
        line(212, (113, "Year"), (220, "Cases"), (300, "Persons")),
        line(228, (113, "2009"), (220, "72"), (300, "80")),
        line(242, (113, "2010"), (220, "69"), (300, "71")),
    ]
    (table,) = find_tables(lines, page(195, 216, 246))
    head = next(cell for cell in table.cells if cell.lines[0].text == "Cases and persons")
    assert (head.column, head.column_span) == (1, 2)


def test_a_full_grid_is_cut_at_its_lines() -> None:
    lines = [
        line(212, (115, "Ministry of Justice"), (215, "Oversight")),
        line(232, (115, "Ministry of Health"), (215, "Care")),
    ]
    (table,) = find_tables(lines, page(200, 218, 238, borders=(113, 213, 482)))
    assert rows(table) == [["Ministry of Justice", "Oversight"], ["Ministry of Health", "Care"]]


def test_rows_go_on_under_the_last_rule_where_the_table_ends_on_a_later_page() -> None:
    lines = [
        *CASES,
        line(258, (113, "Regions")),
        line(272, (113, "2011"), (200, "72"), (300, "92")),
        line(286, (113, "28. In addition, the courts considered eleven cases of this kind in 2013."))
    ]  # fmt: skip
    (table,) = find_tables(lines, page(200, 216, 246))
    assert rows(table)[-2:] == [["Regions"], ["2011", "72", "92"]]
    assert 6 not in table.used


def test_a_table_of_text_goes_on_under_its_head_to_the_end_of_the_page() -> None:
    """Its head is in small italics, its rows are as large as the text; most lines stand in one column alone."""
    head = replace(line(212, (113, "Land"), (250, "Scheme to implement the Convention"), italic=True), size=8.0)
    below = [
        line(232, (113, "Bavaria"), (250, "Plan adopted on 3 May 2011,")),
        line(244, (250, "refined with the participation")),
        line(256, (250, "of the associations.")),
        line(280, (113, "Berlin"), (250, "Plan of action")),
        line(292, (250, "adopted by the Senate")),
    ]
    ruled = PageGlyphs(
        1, 595.0, 842.0, (), (HorizontalRule(113, 482, 200, 0.5), HorizontalRule(113, 482, 218, 1.5))
    )  # fmt: skip
    rows_set = [replace(row, size=10.0) for row in below]
    (table,) = find_tables([head, *rows_set], ruled)
    assert rows(table)[1:] == [
        ["Bavaria", "Plan adopted on 3 May 2011, refined with the participation of the associations."],
        ["Berlin", "Plan of action adopted by the Senate"],
    ]
    text = replace(line(304, (113, "The plans of the other Länder are being prepared by them.")), size=10.0)
    assert find_tables([head, *rows_set, text], ruled) == []


def test_what_a_table_measures_belongs_to_its_caption() -> None:
    measure = line(194, (113, "(Percentage distribution)"))
    caption = replace(CASES[0], base=182)
    (table,) = find_tables([caption, measure, *CASES[1:], AFTER], page(200, 216, 246))
    assert [c.text for c in table.caption] == ["Criminal cases brought to court", "(Percentage distribution)"]
    (table,) = find_tables([measure, *CASES[1:], AFTER], page(200, 216, 246))
    assert table.caption == ()


def test_a_numbered_paragraph_in_smaller_letters_is_no_row() -> None:
    below = line(268, (113, "23. Recognizing the"), (200, "primacy and"), (300, "inalienability"))
    (table,) = find_tables([*CASES, below], page(200, 216, 246))  # as recognised text may be set
    assert rows(table)[-1] == ["2010", "69", "97"]


def test_a_table_over_two_pages_is_one_and_its_repeated_head_is_dropped() -> None:
    (first,) = find_tables(CASES, page(200, 216, 246))
    more = [
        HEAD,
        line(228, (113, "2011"), (200, "72"), (300, "92")),
        line(242, (113, "2012"), (200, "61"), (300, "17")),
    ]
    (second,) = find_tables(more, page(200, 216, 246, number=2))
    whole = join_tables(first, second)
    assert whole is not None
    assert [row[0] for row in rows(whole)] == ["Year", "2009", "2010", "2011", "2012"]


def test_another_head_begins_another_table() -> None:
    (first,) = find_tables(CASES, page(200, 216, 246))
    other = [line(212, (113, "Region"), (200, "Men"), (300, "Women")), *CASES[2:]]
    (second,) = find_tables(other, page(200, 216, 246, number=2))
    assert join_tables(first, second) is None


def test_a_narrow_space_at_one_place_in_row_after_row_parts_two_columns() -> None:
    lines = [
        line(212, (113, "Programme"), (166, "Persons"), italic=True, apart=False),
        line(228, (113, "Training"), (166, "7 726"), apart=False),
        line(242, (113, "Legal aid"), (166, "1 606"), apart=False),
        line(256, (113, "Awareness"), (166, "975"), apart=False),
    ]
    (table,) = find_tables(lines, page(200, 216, 262))
    assert rows(table)[1:] == [["Training", "7 726"], ["Legal aid", "1 606"], ["Awareness", "975"]]


def test_where_rows_stand_apart_every_close_line_goes_on_with_its_row() -> None:
    lines = [
        HEAD,
        line(230, (113, "Income-generating activities in")),
        line(240, (113, "support of persons"), (300, "7"), (400, "809 000")),
        line(258, (113, "Grants awarded"), (300, "20"), (400, "8 407 220")),
    ]
    (table,) = find_tables(lines, page(200, 216, 270))
    assert rows(table)[1:] == [
        ["Income-generating activities in support of persons", "7", "809 000"],
        ["Grants awarded", "20", "8 407 220"],
    ]


def test_two_numbers_under_each_other_are_two_rows() -> None:
    lines = [
        HEAD,
        line(230, (113, "Secretariat"), (200, "Hearing"), (300, "3")),
        line(240, (200, "Physical"), (300, "25")),
        line(258, (113, "Archives"), (200, "Hearing"), (300, "1")),
    ]
    (table,) = find_tables(lines, page(200, 216, 270))
    assert rows(table)[1:] == [["Secretariat", "Hearing", "3"], ["Physical", "25"], ["Archives", "Hearing", "1"]]


def test_lines_in_italics_are_the_head_where_no_rule_stands_under_it() -> None:
    lines = [
        line(212, (113, "Year"), (200, "Cases"), italic=True),
        *(line(212 + 14 * k, (113, f"20{k}0"), (200, "72")) for k in (1, 2)),
    ]
    (table,) = find_tables(lines, page(200, 250))
    assert [cell.lines[0].text for cell in table.cells if cell.header] == ["Year", "Cases"]


def test_a_repeated_head_may_be_broken_into_other_lines() -> None:
    (first,) = find_tables(
        [line(202, (113, "Year"), (200, "Cases under")), line(212, (200, "article 125")), *CASES[2:]],
        page(192, 216, 246),
    )
    (second,) = find_tables(
        [line(212, (113, "Year"), (200, "Cases under article 125")), *CASES[2:]], page(200, 216, 246, number=2)
    )
    whole = join_tables(first, second)
    assert whole is not None
    assert [row[0] for row in rows(whole)] == ["Year", "2009", "2010", "2009", "2010"]


def answers(*printed: tuple[float, str, str]) -> list[PageLine]:
    """Lines under the head of a table of questions and answers: what stands in either column, or nothing."""
    columns = (113.0, 300.0)
    return [
        line(base, *((x, words) for x, words in zip(columns, cells, strict=True) if words)) for base, *cells in printed
    ]


REPORT_ON = line(212, (113, "Report on"), (300, "Progress"), italic=True)


def under_head(number: int = 1) -> PageGlyphs:
    """A page on which a thick rule closes a table's head, and none its rows."""
    return replace(
        page(200, number=number), horizontal=(HorizontalRule(113, 482, 200, 0.5), HorizontalRule(113, 482, 216, 1.5))
    )


def test_a_row_of_running_text_begins_where_both_columns_begin_a_paragraph() -> None:
    lines = answers(
        (230, "Measures taken to ensure access to", "• The Penal Code is designed to make"),
        (241, "justice for all persons", "legal proceedings less costly"),
        (258, "", "• The Omnibus Act sets fines for"),
        (269, "", "agencies that infringe accessibility"),
        (290, "Measures taken to train the staff", "The Ministry of Justice organizes the"),
        (301, "of prisons, and their effects on", "training of all persons who work with"),
        (312, "prisoners", "detainees in the country"),
    )
    (table,) = find_tables([REPORT_ON, *lines], under_head())
    assert rows(table)[1:] == [
        [
            "Measures taken to ensure access to justice for all persons",
            "• The Penal Code is designed to make legal proceedings less costly "
            "• The Omnibus Act sets fines for agencies that infringe accessibility",
        ],
        [
            "Measures taken to train the staff of prisons, and their effects on prisoners",
            "The Ministry of Justice organizes the training of all persons who work with detainees in the country",
        ],
    ]


def test_lines_of_running_text_need_not_stand_beside_each_other() -> None:
    lines = answers(
        (230, "Services for children and adults", "• A workshop was held for the teachers"),
        (241, "who so require in sign", "of the region of the capital"),
        (252, "languages and alternative", ""),
        (258, "", "• A training event under the National"),
        (263, "communication and mobility", ""),
        (269, "", "Programme for the Promotion of Literacy"),
        (274, "in other areas", ""),
    )
    (table,) = find_tables([REPORT_ON, *lines], under_head())
    assert rows(table)[1:] == [
        [
            "Services for children and adults who so require in sign languages and alternative communication and "
            "mobility in other areas",
            "• A workshop was held for the teachers of the region of the capital "
            "• A training event under the National Programme for the Promotion of Literacy",
        ]
    ]


def test_a_cell_of_the_first_column_may_stand_for_several_rows() -> None:
    lines = [
        line(230, (113, "2012"), (170, "Ahmed Najeeb"), (280, "Services to the community, education")),
        line(241, (280, "and culture of the country")),
        line(258, (170, "Hafiz Ahmed School"), (280, "Services to the community, education")),
        line(269, (280, "and culture of the country")),
    ]
    head = line(212, (113, "Year"), (170, "Awardee"), (280, "Category"), italic=True)
    (table,) = find_tables([head, *lines], under_head())
    assert [row[0] for row in rows(table)] == ["Year", "2012", "Hafiz Ahmed School"]


def test_a_year_between_rows_is_no_line_of_the_cell_above() -> None:
    lines = answers(
        (230, "Museum of Archeology", "Furnishing the Centre of Archeological"),
        (241, "in Gdańsk", "Education with equipment for cultural"),
        (252, "", "and educational activity for disabled"),
        (272, "", "2013"),
        (292, "Public Library in Chełm", "Special workstation for visually"),
        (303, "", "impaired persons"),
    )
    (table,) = find_tables([REPORT_ON, *lines], under_head())
    assert ["2013"] in rows(table)


def test_a_row_that_a_page_break_cuts_is_one_row() -> None:
    first = answers(
        (230, "Measures taken to protect persons", "• The Ministry has submitted proposals"),
        (241, "with disabilities at home", "for provisions in the Children Act to"),
        (252, "", "protect them from abuse and neglect"),
    )
    second = answers(
        (230, "", "• In an effort to prevent accidents, it"),
        (241, "", "issued a decree on the traffic of cars"),
        (262, "Social protection measures for the", "The programme targets the vulnerable"),
        (273, "families and caregivers", "sectors of the population"),
    )
    (begun,) = find_tables([REPORT_ON, *first], under_head())
    (rest,) = find_tables([REPORT_ON, *second], under_head(number=2))
    whole = join_tables(begun, rest)
    assert whole is not None
    assert [row[0][:24] for row in rows(whole)] == ["Report on", "Measures taken to protec", "Social protection measur"]
    assert rows(whole)[1][1].endswith(
        "and neglect • In an effort to prevent accidents, it issued a decree on the traffic of cars"
    )


def test_a_row_of_names_and_numbers_goes_on_over_no_page() -> None:
    first = [line(228, (113, "2009"), (200, "72"), (300, "0"))]
    second = [line(228, (200, "69"), (300, "97")), line(242, (113, "2011"), (200, "70"), (300, "98"))]
    (begun,) = find_tables([HEAD, *first], page(200, 216, 246))
    (rest,) = find_tables([HEAD, *second], page(200, 216, 246, number=2))
    whole = join_tables(begun, rest)
    assert whole is not None
    assert rows(whole)[1:] == [["2009", "72", "0"], ["69", "97"], ["2011", "70", "98"]]
