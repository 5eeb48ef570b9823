"""Naming an article of the treaty without placing a law under it."""

from __future__ import annotations

import re

import pytest

from treatygraph.linking.references import ALLOWED, RULES, in_other_item, refusal
from treatygraph.linking.segments import split_segments
from treatygraph.ontology import load_treaty
from treatygraph.report import Mention, Unit


def refused(sentence: str) -> str | None:
    """Why the words in double brackets place no law under the articles of the CRPD that they name."""
    before, words, after = re.fullmatch(r"(.*)\[\[(.*)\]\](.*)", sentence, re.DOTALL).groups()  # type: ignore[union-attr]
    targets = tuple((f"art:{number}",) for number in numbers(words))
    mention = Mention("1", "provision", len(before), len(before + words), words, "test", targets=targets, entity="CRPD")
    treaty = load_treaty("CRPD")
    assert treaty is not None
    return refusal(Unit("1", "paragraph", before + words + after), mention, treaty)


def numbers(words: str) -> list[int]:
    """The articles of "articles 3 and 4", "arts. 1-50", "article 35, paragraph 1"."""
    without_paragraphs = re.sub(r"para\w*\.? \d+|\(\d+\)", "", words)
    ranges = re.findall(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?", without_paragraphs)
    return [number for first, last in ranges for number in range(int(first), int(last or first) + 1)]


@pytest.mark.parametrize(("name", "sentence"), [(rule.name, text) for rule in RULES for text in rule.examples])
def test_each_rule_holds_for_its_examples(name: str, sentence: str) -> None:
    assert refused(sentence) == name


@pytest.mark.parametrize("sentence", ALLOWED)
def test_what_places_a_law_under_an_article_is_not_refused(sentence: str) -> None:
    assert refused(sentence) is None


def test_the_treaty_as_a_whole_is_no_article() -> None:
    assert refused("See the [[Convention]].") is None


@pytest.mark.parametrize(
    ("text", "article", "law", "apart"),
    [
        # A list: each item speaks for itself.
        ("They are: (a) Act No. 3 on schools; (b) Act No. 4, in line with article 9.", "article 9", "Act No. 3", True),
        ("They are: (a) Act No. 3 on schools; (b) Act No. 4, in line with article 9.", "article 9", "Act No. 4", False),
        # A second sentence of an item belongs to the item.
        ("They are: • Act No. 3. It carries out article 9; • Act No. 4.", "article 9", "Act No. 3", False),
        ("They are: • Act No. 3. It carries out article 9; • Act No. 4.", "article 9", "Act No. 4", True),
        # What stands before the list speaks for all items, and an item for what introduces it.
        ("In line with article 9: (a) Act No. 3; (b) Act No. 4.", "article 9", "Act No. 4", False),
        ("Act No. 3 has these aims: (a) a register; (b) to carry out article 9.", "article 9", "Act No. 3", False),
        # A list in an item: the item speaks for its list, the list not for the item's neighbours.
        ("They are: (a) for article 9: • Act No. 3; • Act No. 4; (b) Act No. 5.", "article 9", "Act No. 4", False),
        ("They are: (a) for article 9: • Act No. 3; • Act No. 4; (b) Act No. 5.", "article 9", "Act No. 5", True),
        ("Act No. 3 was adopted. It carries out article 9.", "article 9", "Act No. 3", False),
    ],
)
def test_an_article_of_one_item_says_nothing_of_the_law_of_another(
    text: str, article: str, law: str, apart: bool
) -> None:
    segments = split_segments(text)

    def place(words: str) -> int:
        return next(n for n, segment in enumerate(segments) if segment.start <= text.index(words) < segment.end)

    assert in_other_item(segments, place(article), place(law)) is apart
