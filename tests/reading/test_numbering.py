"""Which lines begin a numbered paragraph."""

from sheet import Sheet

from treatygraph.reading.document.numbering import (
    Margins,
    cut_glued,
    find_chain,
    find_inserted,
    find_margins,
    read_number,
    take_the_later,
    text_start,
)

MARGINS = Margins(113.0, 113.0, 482.0)


def numbers(sheet: Sheet) -> list[int]:
    return list(find_chain(sheet.lines, MARGINS).starts.values())


def test_numbers_run_from_one() -> None:
    sheet = Sheet().paragraph("1. The report").more("covers 2009–2013.").paragraph("2. It was drafted").more("1998. It")
    chain = find_chain(sheet.lines, MARGINS)
    assert chain.starts == {0: 1, 2: 2}
    assert chain.missing == ()


def test_a_numbered_list_within_a_paragraph_does_not_begin_paragraphs() -> None:
    sheet = Sheet().paragraph("1. The Act").paragraph("2. provides:")
    for number in (1, 2, 3, 4):
        sheet.paragraph(f"{number}. Sub-item", x0=124.0)
    sheet.paragraph("3. It is in force.").paragraph("4. Another Act")
    assert list(find_chain(sheet.lines, MARGINS).starts) == [0, 1, 6, 7]


def test_the_run_goes_on_after_a_lost_page_and_says_what_is_missing() -> None:
    sheet = Sheet()
    for number in (1, 2, 3, 8, 9, 10):
        sheet.paragraph(f"{number}. Paragraph")
    chain = find_chain(sheet.lines, MARGINS)
    assert list(chain.starts.values()) == [1, 2, 3, 8, 9, 10]
    assert chain.missing == (4, 5, 6, 7)


def test_a_missing_number_is_found_away_from_the_margin_and_without_its_stop() -> None:
    sheet = Sheet().paragraph("1. Municipalities employ").paragraph("2 Maldonado City Council is surveying staff.")
    sheet.paragraph("3. In terms of training").paragraph("4. Furthermore, benefits are paid.", x0=141.7)
    for number in (5, 6, 7, 8):
        sheet.paragraph(f"{number}. The State party")
    assert numbers(sheet) == list(range(1, 9))


def test_decimals_years_and_headings_with_numbers_are_no_paragraphs() -> None:
    assert read_number("1.1 Scope of the report") is None
    assert read_number("12.The Act") == (12, 3)
    assert numbers(Sheet().heading("1. Legal framework", 10, x0=91.7).paragraph("1. The Act").paragraph("2. It …")) == [
        1,
        2,
    ]


def test_other_ways_of_writing_numbers_are_tried_where_almost_none_has_a_stop() -> None:
    sheet = Sheet()
    for number in range(1, 8):
        sheet.paragraph(f"{number}) The State party")
    assert numbers(sheet) == list(range(1, 8))
    assert text_start("3) The State party") == 3


def test_even_and_odd_pages_may_have_their_own_margins() -> None:
    sheet = Sheet().paragraph("on page one", x0=57).turn().paragraph("on page two", x0=43)
    assert find_margins(sheet.lines, 10.0)[:2] == (43, 57)


def test_a_missing_number_is_found_with_its_stop_in_front() -> None:
    sheet = Sheet()
    for number in ("1.", "2.", "3.", ".4", "5.", "6."):
        sheet.paragraph(f"{number} In reinforcement of the above, the Act applies.")
    assert numbers(sheet) == [1, 2, 3, 4, 5, 6]
    assert text_start(".4 In reinforcement") == 3


def test_a_missing_number_is_found_at_the_margin_of_a_turned_page() -> None:
    sheet = Sheet()
    for number in range(1, 10):
        sheet.paragraph(f"{number}. The State party", x0=113.0 if number != 4 else 56.6)
        if number in (3, 4):
            sheet.more("has set up a unit that looks after the data of both ministries.", x0=56.6).turn()
    assert numbers(sheet) == list(range(1, 10))


def test_a_missing_number_may_be_glued_to_the_sentence_before() -> None:
    sheet = Sheet()
    for number in (1, 2, 3, 5, 6, 7, 8, 9):
        sheet.paragraph(f"{number}. The table shows persons by region and disability.{'4.' if number == 3 else ''}")
    chain = find_chain(sheet.lines, MARGINS)
    assert chain.missing == (4,)
    assert {k: sheet.lines[k].text[:at] for k, at in cut_glued(sheet.lines, chain).items()} == {
        2: "3. The table shows persons by region and disability."
    }


def test_the_last_number_may_be_glued_to_the_sentence_before_too() -> None:
    sheet = Sheet()
    for number in (1, 2, 3, 5, 6, 7):
        sheet.paragraph(f"{number}. The table shows persons by region.{f'{number + 1}.' if number in (3, 7) else ''}")
    cuts = cut_glued(sheet.lines, find_chain(sheet.lines, MARGINS))
    assert {k: sheet.lines[k].text[at:] for k, at in cuts.items()} == {2: "4.", 5: "8."}


def test_where_numbers_begin_anew_and_go_on_the_new_ones_are_the_reports() -> None:
    """Statistics with numbers of their own before an introduction; a list that ends with the number at hand is none."""
    sheet = Sheet()
    for number in (*range(1, 6), *range(1, 9)):
        sheet.paragraph(f"{number}. The State party has taken measures.")
    chain = find_chain(sheet.lines, MARGINS)
    assert list(take_the_later(sheet.lines, chain, MARGINS, 5).starts) == list(range(5, 13))
    assert take_the_later(sheet.lines, chain, MARGINS, 6) == chain


def test_a_stop_too_many_is_none_of_the_text() -> None:
    assert text_start("109. . The Ministry of Industry") == 7
    assert text_start("109. … The Ministry of Industry") == 5


def test_the_number_of_a_law_is_not_cut_off_its_paragraph() -> None:
    sheet = Sheet()
    for number in (1, 2, 3, 5, 6, 7, 8, 9):
        sheet.paragraph(f"{number}. The ministry applies Decree No. 4. The others do not.")
    assert cut_glued(sheet.lines, find_chain(sheet.lines, MARGINS)) == {}


def test_paragraphs_put_in_later_bear_a_letter() -> None:
    sheet = Sheet()
    for number in ("1.", "2.", "2A.", "3.", "3 bis.", "4.", "5.", "6."):
        sheet.paragraph(f"{number} The State party")
    chain = find_chain(sheet.lines, MARGINS)
    assert chain.missing == ()
    assert find_inserted(sheet.lines, MARGINS, chain.starts) == {2: "2A", 4: "3bis"}
    assert text_start("2A. The State party") == 4
