"""From glyphs to printed lines: blanks, raised marks, doubled text."""

from hypothesis import given
from hypothesis import strategies as st

from treatygraph.reading.page.lines import set_lines
from treatygraph.reading.page.page import GlyphRun, PageGlyphs, PageLine

BASE = 300.0


def run(text: str, x0: float, *, base: float = BASE, size: float = 10.0, width: float = 5.0, **style: bool) -> GlyphRun:
    lefts = tuple(x0 + width * i for i in range(len(text)))
    return GlyphRun(text, lefts, tuple(left + width for left in lefts), base, size, **style)


def lines(*runs: GlyphRun) -> list[PageLine]:
    return set_lines(PageGlyphs(1, 595.0, 842.0, runs))


def test_a_gap_without_a_blank_glyph_is_a_blank() -> None:
    (line,) = lines(run("The", 113), run("Act", 131))
    assert line.text == "The Act"


def test_where_letters_stand_apart_a_gap_inside_a_word_is_no_blank() -> None:
    """Letters 0.4 pt apart: runs that meet 1.4 pt apart are one word, 1.9 pt apart two."""

    def loose(text: str, x0: float) -> GlyphRun:
        lefts = tuple(x0 + 5.4 * i for i in range(len(text)))
        return GlyphRun(text, lefts, tuple(left + 5 for left in lefts), BASE, 10.0)

    first = loose("various groups, incl", 113)
    (line,) = lines(first, loose("uding some", first.rights[-1] + 1.4))
    assert line.text == "various groups, including some"
    (line,) = lines(first, loose("uding some", first.rights[-1] + 1.9))
    assert line.text == "various groups, incl uding some"


def test_a_blank_begins_where_the_word_before_it_ends() -> None:
    (line,) = lines(run("The Act", 113))
    assert line.edges[3] == 128
    assert line.edges[4] == 133
    assert line.x1 == 148


def test_a_raised_digit_is_a_mark_and_leaves_the_text() -> None:
    (line,) = lines(run("in force.", 113), run("4", 158, base=BASE - 3, size=6.5, width=3), run("It is", 165))
    assert line.text == "in force. It is"
    assert line.marks == ((9, "4"),)


def test_a_raised_letter_in_italics_is_the_mark_of_a_tables_note() -> None:
    up = {"base": BASE - 3, "size": 6.0, "width": 3.0}
    (line,) = lines(run("primary education", 113), run("a", 198, italic=True, **up), run("94.3", 380))
    assert line.text == "primary education 94.3"
    assert line.marks == ((17, "a"),)
    (note,) = lines(run("a", 113, italic=True, **up), run("The rate is based on", 120))
    assert note.text == "a The rate is based on"


def test_two_marks_with_a_comma_of_full_size_between_them() -> None:
    up = {"base": BASE - 3, "size": 6.5, "width": 3.0}
    (line,) = lines(run("at law.", 113), run("31", 148, **up), run(", ", 154), run("32", 164, **up))
    assert line.text == "at law."
    assert [mark.label for mark in line.marks] == ["31", "32"]


def test_two_marks_with_a_blank_between_them() -> None:
    up = {"base": BASE - 3, "size": 6.0, "width": 3.0}
    (line,) = lines(run("community.", 113), run("48", 163, **up), run("49", 171.5, **up))
    assert [(mark.at, mark.label) for mark in line.marks] == [(10, "48"), (10, "49")]


def test_a_mark_in_the_wide_gap_of_a_justified_line() -> None:
    (line,) = lines(run("pandemic.", 113), run("107", 172, base=BASE - 3, size=6, width=3), run("Two websites", 195))
    assert line.text == "pandemic. Two websites"
    assert line.marks[0].label == "107"


def test_raised_letters_and_square_kilometres_stay_text() -> None:
    (line,) = lines(run("the 14", 113), run("th", 143, base=BASE - 3, size=6.5, width=3), run("session", 152))
    assert line.text == "the 14th session"
    (line,) = lines(run("2,797 km", 113), run("2", 153, base=BASE - 3, size=6.5, width=3))
    assert line.text == "2,797 km2"
    assert not line.marks


def test_a_date_in_another_column_is_not_raised_text() -> None:
    """A cover's date stands some points over the treaty's title, in the right column."""
    title = run("of Persons with Disabilities", 120, base=98, size=17, width=7, bold=True)
    date = run("6 March 2019", 397, base=91, size=10)
    assert [line.text for line in lines(date, title)] == ["6 March 2019", "of Persons with Disabilities"]


def test_text_struck_twice_is_read_once() -> None:
    (line,) = lines(run("Introduction", 113), run("Introduction", 113.3))
    assert line.text == "Introduction"


def test_a_wide_gap_begins_a_cell() -> None:
    (line,) = lines(run("2009", 113), run("72", 220), run("0", 300))
    assert line.text == "2009 72 0"
    assert [line.text[a:b] for a, b in line.pieces] == ["2009", "72", "0"]


@given(
    st.lists(st.tuples(st.text("ab c1.", min_size=1, max_size=8), st.floats(0, 30)), min_size=1, max_size=12),
    st.integers(0, 200),
)
def test_every_line_has_an_edge_for_each_character_and_one_more(words: list[tuple[str, float]], cut: int) -> None:
    x, runs = 100.0, []
    for text, gap in words:
        runs.append(run(text, x))
        x += 5 * len(text) + gap
    for line in lines(*runs):
        assert len(line.edges) == len(line.text) + 1
        assert list(line.edges) == sorted(line.edges)
        assert line.text == " ".join(line.text.split())
        end = min(cut, len(line.text))
        part = line.part(0, end)
        assert len(part.edges) == end + 1
        assert line.text.startswith(part.text)
