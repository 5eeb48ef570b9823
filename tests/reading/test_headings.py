"""Headings by weight and place, their depth, and the articles in force under them."""

from sheet import Sheet

from treatygraph.reading.document.headings import Heading, find_headings, plain, without_statements
from treatygraph.reading.document.numbering import Margins
from treatygraph.reading.document.sections import make_sections
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.report import Section

MARGINS = Margins(113.0, 113.0, 482.0)
HYPHENS = Hyphens([])


def headings_of(sheet: Sheet, *starts: int) -> list[Heading]:
    found = find_headings(sheet.lines, starts, MARGINS, HYPHENS, 10.0)
    return [found[k] for k in sorted(found)]


def sections_of(*rows: tuple[str, float], listed: tuple[str, ...] = ()) -> list[Section]:
    """The sections of headings given as text and size, each with a numbered paragraph under it."""
    sheet, starts = Sheet(), []
    for number, (text, size) in enumerate(rows, 1):
        sheet.heading(text, size).paragraph(f"{number}. The State party has taken measures.")
        starts.append(len(sheet.lines) - 1)
    headings = headings_of(sheet, *starts)
    names = frozenset(plain(name) for name in listed)
    return make_sections(headings, ["body"] * len(headings), 10.0, "CRPD", names)


def test_a_label_is_no_part_of_the_heading() -> None:
    sheet = Sheet().heading("IV. Realization of specific rights", 14).heading("(b) At the regional level", 10)
    assert [(h.label, h.text) for h in headings_of(sheet)] == [
        ("IV.", "Realization of specific rights"),
        ("(b)", "At the regional level"),
    ]


def test_a_heading_over_two_lines_is_one() -> None:
    sheet = Sheet().heading("Article 15").set("Freedom from torture", above=14, size=12, bold=True)
    assert [h.text for h in headings_of(sheet)] == ["Article 15 Freedom from torture"]


def test_bold_words_within_a_paragraph_are_no_heading() -> None:
    sheet = Sheet().paragraph("12. The plan has").more("one aim in particular:", bold=True).more("accessibility.")
    assert headings_of(sheet, 0) == []


def test_bold_titles_in_an_indented_quotation_are_no_heading() -> None:
    sheet = Sheet().paragraph("89. The Code says:").paragraph("Crime of slander", bold=True, x0=141.7)
    assert headings_of(sheet, 0) == []


def test_the_bold_title_of_a_quoted_section_is_no_heading() -> None:
    sheet = Sheet().paragraph("28. Section 20 provides:").paragraph("Equality", bold=True)
    sheet.paragraph("(a) Discrimination is prohibited;").paragraph("29. Besides, …")
    assert headings_of(sheet, 0, 3) == []


def test_italic_headings_stand_before_a_numbered_paragraph_and_end_no_sentence() -> None:
    sheet = Sheet().paragraph("139. Care is free.").paragraph("Basic rehabilitation", italic=True)
    sheet.paragraph("140. It includes the following.").paragraph("Everyone may go to court.", italic=True)
    sheet.paragraph("141. The rule is general.")
    assert [h.text for h in headings_of(sheet, 0, 2, 4)] == ["Basic rehabilitation"]


def test_a_centred_heading_as_in_documents_before_2009() -> None:
    sheet = Sheet().paragraph("7. The law is in force.").heading("Article 6", 10, x0=279.5).paragraph("8. Also, …")
    assert [h.text for h in headings_of(sheet, 0, 2)] == ["Article 6"]


def test_articles_hold_for_the_headings_below_and_end_where_a_part_begins() -> None:
    sections = sections_of(
        ("III. Specific rights", 14),
        ("Article 9: Accessibility", 12),
        ("Public transport", 10),
        ("Article 10: Right to life", 12),
        ("IV. Specific obligations", 14),
        ("Article 31: Statistics", 12),
    )
    assert [(s.level, s.convention_articles) for s in sections] == [
        (1, ()),
        (2, ("9",)),
        (3, ("9",)),
        (2, ("10",)),
        (1, ()),
        (2, ("31",)),
    ]
    assert [s.parent for s in sections] == [-1, 0, 1, 0, -1, 4]


def test_a_sub_heading_set_like_the_article_above_it_stays_under_it() -> None:
    sections = sections_of(
        ("Section on specific rights", 12),
        ("Health (art. 25)", 10),
        ("Rehabilitation services", 10),
        ("Work and employment (art. 27)", 10),
    )
    assert [s.convention_articles for s in sections] == [(), ("25",), ("25",), ("27",)]


def test_a_larger_heading_stays_under_an_article_only_where_the_contents_do_not_list_it() -> None:
    rows = (("Article 8", 12.0), ("Conclusion", 12.0))
    assert [s.convention_articles for s in sections_of(*rows, listed=("Article 8", "Conclusion"))] == [("8",), ()]
    assert [s.convention_articles for s in sections_of(*rows, listed=("Article 8",))] == [("8",), ("8",)]


def test_a_heading_without_a_label_set_like_a_part_is_a_part() -> None:
    sections = sections_of(
        ("V. Obligations", 14), ("Article 33: Monitoring", 12), ("Conclusion", 14), ("Institutions", 12)
    )
    assert [(s.level, s.convention_articles) for s in sections] == [(1, ()), (2, ("33",)), (1, ()), (2, ())]


def test_headings_that_begin_directly_under_a_part_are_below_it() -> None:
    sheet = Sheet().heading("II. Rights of persons with disabilities", 14).heading("Introduction", 14)
    sheet.paragraph("15. The report").heading("Reservations", 14).paragraph("16. There are none.")
    headings = headings_of(sheet, 2, 4)
    assert [s.level for s in make_sections(headings, ["body"] * 3, 10.0, "CRPD")] == [1, 2, 2]


def test_letters_after_letters_are_no_roman_numbers() -> None:
    sections = sections_of(
        ("III. Specific rights", 13.2),
        ("H. Article 12: Equal recognition before the law", 11.3),
        ("I. Article 13: Access to justice", 11.3),
        ("1. Access to justice as a defendant", 9.4),
        ("V. Article 27: Work", 11.3),
        ("W. Article 28: Social protection", 9.4),  # once printed smaller than its equals
    )
    assert [s.level for s in sections] == [1, 2, 2, 3, 2, 2]


def test_replies_to_a_list_of_issues_keep_their_number() -> None:
    sheet = Sheet()
    for text in (
        "Reply to the issues raised in paragraph 10 (a) of the list of issues (CRPD/C/DOM/QPR/2-3)",
        "Reply to paragraph 5 of the list of issues",
        "Response to question 12",
        "Paragraph 7 of the list of issues",
        "Dissemination of the report",
    ):
        sheet.heading(text, 10)
    assert [h.reply_to for h in headings_of(sheet)] == ["10 (a)", "5", "12", "7", None]


def test_an_article_heading_in_plain_type_stands_alone_before_a_numbered_paragraph() -> None:
    sheet = Sheet().paragraph("8. The Act reads:").paragraph("Article 5 of the Act protects").more("everyone.")
    sheet.paragraph("9. It is in force.").paragraph("Article 7").more("Children with disabilities")
    sheet.paragraph("10. Children are heard.")
    assert [h.text for h in headings_of(sheet, 0, 3, 6)] == ["Article 7 Children with disabilities"]


def test_equal_headings_with_nothing_between_stand_over_one_text() -> None:
    sheet = Sheet().heading("Article 20").heading("Article 26").paragraph("1. Aids are paid for.").heading("Article 27")
    sections = make_sections(headings_of(sheet, 2), ["body"] * 3, 10.0, "CRPD")
    assert [s.convention_articles for s in sections] == [("20",), ("20", "26"), ("27",)]


def test_titles_count_where_no_heading_gives_a_number() -> None:
    rows = (("Equality and non-discrimination", 12), ("Accessibility", 12), ("Education", 12), ("Health", 12))
    by_title = sections_of(("Introduction", 12), *rows, ("Legislation in force", 12))
    assert [s.convention_articles for s in by_title] == [(), ("5",), ("9",), ("24",), ("25",), ()]


def test_titles_tell_nothing_where_other_headings_give_numbers() -> None:
    numbered = [(f"Article {number}", 12.0) for number in (5, 6, 7)]
    sections = sections_of(("Education", 12.0), ("Health", 12.0), ("Definitions", 12.0), ("Purpose", 12.0), *numbered)
    assert [s.convention_articles for s in sections] == [(), (), (), (), ("5",), ("6",), ("7",)]


def test_a_part_is_the_treatys_only_where_its_articles_stand_below() -> None:
    def articles(*rows: tuple[str, float]) -> list[tuple[str, ...]]:
        sheet, starts = Sheet(), []
        for number, (text, size) in enumerate(rows, 1):
            sheet.heading(text, size).paragraph(f"{number}. The State party has taken measures.")
            starts.append(len(sheet.lines) - 1)
        found = headings_of(sheet, *starts)
        return [s.convention_articles for s in make_sections(found, ["body"] * len(found), 10.0, "CEDAW")]

    of_the_treaty = articles(("Part II", 14), ("Article 7", 12), ("Part III", 14), ("Article 10", 12))
    assert of_the_treaty == [("7", "8", "9"), ("7",), ("10", "11", "12", "13", "14"), ("10",)]
    of_the_report = articles(("Part I", 14), ("Population", 12), ("Part II", 14), ("Article 1", 12))
    assert of_the_report == [(), (), (), ("1",)]


def test_italic_items_after_a_colon_are_no_headings() -> None:
    sheet = Sheet().paragraph("1. The system consists of:").set("Old-age pensions", italic=True, above=18)
    sheet.more("Paid from the age of 60.").set("Disability pensions", italic=True, above=18)
    sheet.more("Paid by degree.").set("Institutions", italic=True, above=26).paragraph("2. The fund pays.")
    assert [h.text for h in headings_of(sheet, 0, 6)] == ["Institutions"]


def test_bold_items_with_a_letter_after_a_colon_are_no_headings() -> None:
    """Such items stand out to the left of the text under them; the next number ends their list."""
    sheet = Sheet().paragraph("20. The judiciary consists of:")
    sheet.set("(a) Ordinary courts", bold=True, above=24, x0=88).paragraph("They have the competence.")
    sheet.set("(b) Council of State", bold=True, above=24, x0=88).paragraph("It adjudicates.")
    sheet.paragraph("21. The Government has taken measures.").heading("(a) Cabinet", 10).paragraph("22. It has a unit.")
    assert [h.text for h in headings_of(sheet, 0, 5, 7)] == ["Cabinet"]


def test_a_recommendation_in_bold_goes_on_over_a_page() -> None:
    sheet = Sheet().paragraph("14. The Committee recommends that the State party protect Indigenous", bold=True)
    sheet.turn().set("Peoples are and remain fully vaccinated, including through measures.", bold=True)
    sheet.heading("Access to education").paragraph("15. The Committee is concerned.")
    assert [h.text for h in headings_of(sheet, 0, 3)] == ["Access to education"]


def test_a_long_question_with_its_number_is_a_heading() -> None:
    question = "Has the Government adopted an accessibility plan which covers all facets of accessibility? "
    sheet = Sheet()
    for number, times in ((10, 5), (11, 2)):
        sheet.heading(f"{number}. {question}", 10)
        for _ in range(times - 1):
            sheet.more(question, bold=True)
    sheet.paragraph("66. The measures were carried out.")
    assert [(h.label, h.last - h.first + 1) for h in headings_of(sheet, 7)] == [("10.", 5), ("11.", 2)]


def test_a_line_of_the_text_that_begins_with_an_article_is_no_heading() -> None:
    sheet = Sheet().paragraph("1. Two provisions matter.").set("Article 10 is implemented by the Health Act", above=18)
    sheet.paragraph("2. The Act").set("Article 11", above=18).paragraph("3. Disasters")
    assert [h.text for h in headings_of(sheet, 0, 2, 4)] == ["Article 11"]


def test_an_article_whose_question_has_no_answer_is_not_stacked_on_the_next() -> None:
    sheet = Sheet().heading("Equal recognition before the law (art. 12)").heading("Has the Act been amended?")
    sheet.heading("Access to justice (art. 13)").paragraph("1. Courts are open.").heading("Liberty (art. 14)")
    sections = make_sections(headings_of(sheet, 3), ["body"] * 4, 10.0, "CRPD")
    assert [s.convention_articles for s in sections] == [("12",), (), ("13",), ("14",)]


def test_a_title_on_a_line_of_its_own_parts_no_stacked_articles() -> None:
    sheet = Sheet().heading("Article 20").heading("Personal mobility").heading("Article 26").heading("Rehabilitation")
    sections = make_sections(headings_of(sheet.paragraph("1. Aids are paid for."), 4), ["body"] * 4, 10.0, "CRPD")
    assert sections[2].convention_articles == ("20", "26")


def test_closing_headings_end_the_articles_of_those_before() -> None:
    sections = sections_of(
        ("C. Specific obligations (arts. 31–33)", 14.0),
        ("Monitoring (art. 33)", 12.0),
        ("Conclusions on monitoring", 10.0),
        ("Follow-up and dissemination", 12.0),
    )
    assert [s.convention_articles for s in sections] == [("31", "32", "33"), ("33",), ("33",), ()]


def test_what_a_committee_asks_in_bold_type_is_no_heading() -> None:
    """Below a concern stands "The State party should repeal the Act."; headings end no sentence."""
    texts = (
        "Definition of torture",
        "The State party should repeal the Ports Act.",
        "The Committee recommends that the State party",
        "The Committee urges the State party to:",
        "The Committee’s previous recommendations",
        "Recalling its general comment, it should open ports.",
    )
    headings = {k: Heading(k, k, "", text, 10.0, True, 1) for k, text in enumerate(texts)}
    assert [heading.text for heading in without_statements(headings).values()] == [texts[0], texts[4]]
