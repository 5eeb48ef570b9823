"""What should not matter does not: other States, a sentence before, other numbers, other white space.

`make score` prints the rates over every gold at hand; over the paragraphs here nothing may change at all.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from treatygraph.recognition import recognise
from treatygraph.recognition.grammar.blanks import even_blanks
from treatygraph.report import Report, Source, Unit

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from invariance import KINDS, Edit, Paragraph, edited, outcomes, own_paragraphs, with_number, with_other_state

# Of the paragraphs without a number one in so many is read with every change; `make score` reads all of them.
EVERY = 4

SENTENCE = "Under article 5 of Kenya Act No. 12 of 3 May 2001, Kenyan judges rest."


def words_of(text: str) -> list[str]:
    units = (Unit("1", "paragraph", text),)
    report = Report("CRPD/C/KEN/1", "KEN", "CRPD", "", units, Source("", "", "text/plain"))
    return [f"{mention.type}: {mention.text}" for mention in recognise(report).mentions]


def test_the_same_is_found_in_a_changed_paragraph() -> None:
    paragraphs = [each for at, each in enumerate(own_paragraphs()) if at % EVERY == 0 or " No. " in each.text]
    found = list(outcomes(paragraphs))

    assert {outcome.kind for outcome in found} == set(KINDS)
    assert sum(len(outcome.wanted) for outcome in found) > 2000
    for outcome in found:
        assert outcome.wanted == outcome.found, "\n".join([outcome.changed.paragraph.text, *outcome.failure()])


def test_a_span_moves_with_the_words_that_it_holds() -> None:
    changed = edited(Paragraph("1", "By Act No. 12 of Kenya", "KEN", "CRPD"), [Edit(0, 0, "So. "), Edit(11, 13, "7")])

    assert changed.paragraph.text == "So. By Act No. 7 of Kenya"
    (span,) = changed.moved(frozenset({("instrument", 3, 22)}))
    assert changed.paragraph.text[span[1] : span[2]] == "Act No. 7 of Kenya"
    (span,) = changed.moved(frozenset({("instrument", 3, 13)}))
    assert changed.paragraph.text[span[1] : span[2]] == "Act No. 7"


def test_a_state_is_another_of_as_many_words_in_names_and_adjectives_and_as_the_one_that_reports() -> None:
    changed = with_other_state(1, Paragraph("1", SENTENCE, "KEN", "CRPD")).paragraph

    assert changed.state not in (None, "KEN")
    assert "Kenya" not in changed.text
    assert len(changed.text.split()) == len(SENTENCE.split())


def test_a_number_is_another_one_and_its_law_the_same_where_it_comes_again() -> None:
    paragraph = Paragraph("1", "Act No. 12, Act No. 13 and Act No. 12", None, "CRPD")

    assert with_number(38, paragraph).paragraph.text == "Act No. 38, Act No. 39 and Act No. 38"


@pytest.mark.parametrize("white", ["\n", "  ", "\u00a0", " \n\t "])
def test_mentions_are_verbatim_whatever_white_space_stands_in_them(white: str) -> None:
    uneven = SENTENCE.replace(" ", white)

    assert words_of(SENTENCE)[0] == "provision: article 5 of Kenya Act No. 12 of 3 May 2001"
    assert words_of(uneven) == [words.replace(" ", white).replace(f":{white}", ": ", 1) for words in words_of(SENTENCE)]


def test_a_provision_keeps_its_law_where_the_line_breaks() -> None:
    text = "Under article 5\nof Act  No. 12, pilots rest."
    units = (Unit("1", "paragraph", text),)
    found = recognise(Report("CRPD/C/KEN/1", "KEN", "CRPD", "", units, Source("", "", "text/plain"))).mentions

    (provision,) = (mention for mention in found if mention.type == "provision")
    assert provision.instrument is not None
    assert text[slice(*provision.instrument)] == "Act  No. 12"


@pytest.mark.parametrize("text", ["", " ", "\n", "Act\n", "\u00a0Act  No.\t5", "Act No. 5"])
def test_places_lead_back_to_the_same_letters(text: str) -> None:
    even, places = even_blanks(text)

    for at, place in enumerate(places if places is not None else range(len(text))):
        assert even[at] == text[place] or (even[at] == " " and text[place].isspace())
