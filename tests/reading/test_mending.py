"""What a text's own lines show to be wrong is mended: quotation marks one code point off, letter-spaced words."""

from sheet import Sheet

from treatygraph.reading.page.columned import is_columned
from treatygraph.reading.page.mending import mend
from treatygraph.reading.page.page import PageGlyphs, PageLine


def spaced(text: str, letter: float = 6.0, word: float = 18.0) -> PageLine:
    """A line whose single blanks are letters' distances, and whose double ones are words'."""
    shown, edges, x = "", [], 113.0
    for part in text.split("  "):
        if shown:
            shown, x = shown + " ", x + word - 2.0
            edges.append(x - word + 2.0)
        for glyph in part:
            edges.append(x)
            shown += glyph
            x += letter - 4.0 if glyph == " " else 4.0
    return PageLine(shown, (*edges, x), 1, 100.0, 10.0)


def test_letter_spaced_words_are_closed_up() -> None:
    ((line,),) = mend([[spaced("R E P O R T  O F  M O N A C O")]])
    assert line.text == "REPORT OF MONACO"
    assert len(line.edges) == len(line.text) + 1
    assert line.x1 == spaced("R E P O R T  O F  M O N A C O").x1


def test_single_letters_in_a_sentence_stay_apart() -> None:
    lines = Sheet().set("Sections A B C and D of the Act").set("I a m").lines
    assert mend([lines]) == [lines]


def test_the_cells_of_a_table_are_no_spaced_words() -> None:
    lines = Sheet().set("M F M F M F M F").set("7 0 6 0 0 2 0").lines
    assert mend([lines]) == [lines]
    wide = spaced("A B C D E F G", letter=24.0)
    assert mend([[wide]]) == [[wide]]


def test_quotation_marks_one_code_point_off_are_mended() -> None:
    lines = Sheet().set("The State‘s ‗best interests‘ rule").set("and ―care‖ for all").lines
    assert [line.text for line in mend([lines])[0]] == ["The State’s ‘best interests’ rule", "and “care” for all"]


def test_marks_that_are_right_stay() -> None:
    lines = Sheet().set("The State’s ‘best interests’ rule ― and Ba‘ath").lines
    assert mend([lines]) == [lines]


def page(horizontal: int = 0) -> PageGlyphs:
    return PageGlyphs(1, 595.0, 842.0, (), horizontal=((0.0, 1.0, 2.0, 0.5),) * horizontal)  # type: ignore[arg-type]


def test_two_full_columns_are_noticed() -> None:
    left = "The State party has adopted measures for"
    sheet = Sheet()
    for _ in range(20):
        sheet.set(left, x0=113.0).set(left, x0=113.0 + 4.0 * len(left) + 20.0, above=5.0)
    assert is_columned(page(), sheet.lines)
    assert not is_columned(page(horizontal=8), sheet.lines)


def test_a_page_of_text_and_a_list_in_two_columns_are_not() -> None:
    text = Sheet()
    for _ in range(40):
        text.set("The State party has adopted measures for the rights of all persons in its territory, and funds")
    assert not is_columned(page(), text.lines)
    words = Sheet()
    for _ in range(20):
        words.set("Ministry of Health").set("A ministry of the State party that looks after it", x0=300.0, above=0.0)
    assert not is_columned(page(), words.lines)
