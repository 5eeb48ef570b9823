"""Cutting a text: chunk by chunk it comes out as spaCy's tokenizer cuts it whole."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.recognition.dates import dates_in
from treatygraph.recognition.tokens import Phrases, citation_tokenizer, cut_text

TOKENIZER = citation_tokenizer(spacy.blank("en").vocab)
MARKS = [*"  .,;:()[]“”\"'’/-–§№…aé\n\u00a0"]
WORDS = "Act No. no.5 art. Code3 the 12,990 49-2005/AN S. etc. ’s 2013 January mid-2018 Constitution.34 St."
PIECES = st.sampled_from([*MARKS, *WORDS.split()])
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map(" ".join))


@given(TEXTS)
def test_a_text_is_cut_as_by_the_tokenizer(text: str) -> None:
    doc = TOKENIZER(text)
    tokens, lower, starts = cut_text(text)
    assert tokens == [token.text for token in doc]
    assert lower == [token.text.lower() for token in doc]
    assert starts == [token.idx for token in doc]


@given(TEXTS)
def test_the_tokens_hide_no_date(text: str) -> None:
    tokens, _, starts = cut_text(text)
    assert dates_in(text, (tokens, starts)) == dates_in(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Act No. 49/2007, of 26 December.", ["Act", "No.", "49/2007", ",", "of", "26", "December", "."]),
        ("the Labour Code;  etc. ", ["the", "Labour", "Code", ";", " ", "etc."]),
        ("", []),
    ],
)
def test_numbers_and_abbreviations_stay_whole(text: str, tokens: list[str]) -> None:
    assert cut_text(text)[0] == tokens


def test_terms_that_start_together_come_longest_first() -> None:
    terms = Phrases(["plan", "plan of action", "action plan", ""])
    words = ["the", "plan", "of", "action", "and", "an", "action", "plan"]
    assert terms.within(words) == [(1, 4), (1, 2), (6, 8), (7, 8)]
