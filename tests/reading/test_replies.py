"""Reports that follow a list of issues: each paragraph keeps the number of the issue that it answers."""

import pytest
from sheet import Sheet
from test_units import units_of

from treatygraph.reading.un.replies import find_opening_reply, find_reply


@pytest.mark.parametrize(
    ("heading", "issue"),
    [
        ("Reply to paragraph 5 of the list of issues", "5"),
        ("Reply to the issues raised in paragraph 1 (a) of the list of issues (CRPD/C/DOM/QPR/2-3)", "1 (a)"),
        ("Reply to the issue raised in paragraph 8 (b) of the list of issues", "8 (b)"),
        ("Replies to paragraphs 6, 7 and 9 of the list of issues prior to reporting", "6, 7 and 9"),
        ("Response to the questions raised in paragraph 20 (a)–(c)", "20 (a)–(c)"),
        ("Answer to question No. 12", "12"),
        ("Reply to issue 4", "4"),
        ("Articles 2 and 16: reply to paragraph 3 of the list of issues", "3"),
        ("Paragraph 7 of the list of issues", "7"),
        ("Issues in paragraph 9 of the LOIPR", "9"),
        ("List of issues (CAT/C/FIN/QPR/8), paras. 10–12", "10–12"),
        ("LOIPR para. 15 (d)", "15 (d)"),
        ("Question 7", "7"),
        ("Issue No. 3:", "3"),
        ("Paragraphs 8 and 9", "8 and 9"),
        ("Response to issues of 2015", None),
        ("Replies of the Government", None),
        ("Article 9, paragraph 2", None),
        ("Paragraph 7 of the concluding observations", None),
        ("Question time in Parliament", None),
    ],
)
def test_headings(heading: str, issue: str | None) -> None:
    assert find_reply(heading) == issue


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("In reply to paragraph 5 of the list of issues, the Act was amended.", "5"),
        ("With regard to the issues raised in paragraphs 2 and 3 of the list of issues, see article 9.", "2 and 3"),
        ("With regard to paragraph 9 of the concluding observations, China takes note.", None),
        ("The Act of 2005 was amended in reply to paragraph 5 of the list of issues.", None),
    ],
)
def test_first_words_of_a_paragraph(text: str, issue: str | None) -> None:
    assert find_opening_reply(text) == issue


def test_a_reply_keeps_its_issue_and_the_articles_named_with_it_until_the_next_part() -> None:
    sheet = Sheet().heading("B. Specific rights", 14).heading("Equality and non-discrimination (art. 5)")
    sheet.heading("Reply to paragraph 3 of the list of issues", 10).paragraph("1. The Act applies.")
    sheet.set("Denial of reasonable accommodation", above=26.0, italic=True).paragraph("2. Denial is discrimination.")
    sheet.heading("Women with disabilities (art. 6)").paragraph("3. In reply to paragraph 4 of the list of issues, …")
    sheet.paragraph("4. The Plan")
    units = units_of(list(sheet.lines), {3: "1", 5: "2", 7: "3", 8: "4"})
    assert [(unit.id, unit.reply_to, unit.convention_articles) for unit in units] == [
        ("1", "3", ("5",)),
        ("2", "3", ("5",)),
        ("3", "4", ("6",)),
        ("4", None, ("6",)),
    ]


def test_a_reply_in_plain_type_is_a_heading_and_a_remark_on_one_is_not() -> None:
    sheet = Sheet().heading("Article 5").set("Reply to paragraph 3 of the list of issues", above=26.0)
    sheet.paragraph("1. The Act applies.").paragraph("See the reply to question 4 of the list of issues.")
    sheet.paragraph("2. The Plan")
    units = units_of(list(sheet.lines), {2: "1", 4: "2"})
    assert [(unit.id, unit.reply_to) for unit in units] == [("1", "3"), ("2", "3")]
    assert units[0].text == "The Act applies. See the reply to question 4 of the list of issues."
