"""Sentences of a paragraph, and which sentence introduces which list."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.linking.segments import split_bare_list, split_segments


def parts(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(text[s.start : s.end].strip(), s.introduced_by) for s in split_segments(text)]


def test_a_list_is_introduced_by_its_sentence_and_by_the_one_that_it_goes_on_from() -> None:
    """CED/C/KAZ/1, paragraph 8."""
    text = (
        "It has adopted new laws aimed at further implementing the Convention. These include: "
        "(1) The Criminal Code, which provides for liability; (2) Order No. 182 of 29 March 2012, approving: "
        "• Regulations on visits; • Regulations on searches; (3) The Act of 5 July 2000."
    )
    assert parts(text) == [
        ("It has adopted new laws aimed at further implementing the Convention.", ()),
        ("These include:", (0,)),
        ("(1) The Criminal Code, which provides for liability;", (1, 0)),
        ("(2) Order No. 182 of 29 March 2012, approving:", (1, 0)),
        ("• Regulations on visits;", (3, 1, 0)),
        ("• Regulations on searches;", (3, 1, 0)),
        ("(3) The Act of 5 July 2000.", (1, 0)),
    ]


def test_items_after_a_full_stop_are_introduced_by_nothing() -> None:
    """CED/C/KAZ/1, paragraph 1: the items go on with the report, not with its first sentence."""
    text = "It was ratified by the Act of 15 December 2008. (1) The report follows guidelines; (2) It covers 2009."
    assert [introduced for _, introduced in parts(text)] == [(), (), ()]


def test_a_sentence_after_a_list_item_is_not_introduced() -> None:
    text = "The following apply: (a) The Education Act. It was amended in 2011. (b) The Labour Code."
    assert parts(text) == [
        ("The following apply:", ()),
        ("(a) The Education Act.", (0,)),
        ("It was amended in 2011.", ()),
        ("(b) The Labour Code.", (0,)),
    ]


@pytest.mark.parametrize(
    ("second", "introduced_by"),
    [
        ("These include the Labour Act.", (0,)),
        ("Among these are the Labour Act and the Press Act.", (0,)),
        ("They are: the Labour Act.", (0,)),
        ("They are protected by the Labour Act.", ()),
        ("The Labour Act was amended.", ()),
    ],
)
def test_a_sentence_that_lists_what_was_announced_goes_on_with_it(second: str, introduced_by: tuple[int, ...]) -> None:
    assert parts(f"Laws carry the Convention out. {second}")[-1] == (second, introduced_by)


def test_a_second_list_has_its_own_introduction() -> None:
    text = "Laws: (1) the Labour Act; (2) the Press Act. Decrees: (1) on fishing; (2) on forests."
    assert [introduced for _, introduced in parts(text)] == [(), (0,), (0,), (), (3,), (3,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Order No. 83 of 12 September 2011 approves the Instructions.",
        "Under art. 5 of the Code, a person is liable.",
        "Mr. Smith and J. A. Jones drafted the U.S. model law.",
        "Article 7, para. 4, of the Act applies.",
        "Acts Nos. 15/2003 and 22/2010 apply.",
        "Section 18 (1) (a) of the Crimes Act 1961 applies.",
    ],
)
def test_abbreviations_and_subdivisions_do_not_end_a_sentence(sentence: str) -> None:
    assert parts(sentence) == [(sentence, ())]


def test_two_sentences_are_two() -> None:
    assert [text for text, _ in parts("The Act was passed in 2010. “It” entered into force. Is it applied? Yes.")] == [
        "The Act was passed in 2010.",
        "“It” entered into force.",
        "Is it applied?",
        "Yes.",
    ]


def test_a_bare_list_opens_with_a_bullet() -> None:
    """CRPD/C/AND/1, sources; a list that a sentence introduces is none."""
    text = "• General comment No. 2 (2014). Article 9: Accessibility • Rome Statute of 17 July 1998"
    assert [text[start:][:9] for start in split_bare_list(text)] == ["• General", "• Rome St"]
    assert split_bare_list("The laws are: • the Labour Act; • the Press Act.") == ()


@given(st.text(alphabet="ab A.:;()1•–?“” \n", max_size=80))
def test_segments_cover_the_text_and_are_introduced_by_earlier_ones(text: str) -> None:
    segments = split_segments(text)
    assert "".join(text[s.start : s.end] for s in segments) == text
    assert all(before.end == after.start for before, after in pairwise(segments))
    assert all(place < n for n, segment in enumerate(segments) for place in segment.introduced_by)
