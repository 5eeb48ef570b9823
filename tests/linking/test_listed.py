"""A treaty that a sentence lists beside the one reported on supports nothing by that.

⟦…⟧ are the instruments of a sentence; between the first and the last of them a list is told from a statement.
"""

from __future__ import annotations

import re

import pytest

from treatygraph.linking.listed import is_listed_beside
from treatygraph.report import Mention, Unit

LISTED = [
    "It is party to the ⟦Covenant on Ports⟧ and its ⟦Optional Protocol⟧, the ⟦Pilots Convention⟧ and the ⟦CRPD⟧.",
    "• The ⟦CRPD⟧, ratified on ⟦20 June 2019⟧ • The ⟦Pilots Convention⟧, to which it acceded in ⟦2008⟧ • ⟦Ports Pact⟧",
    "It signed the ⟦CRPD⟧ and the ⟦Optional Protocol⟧ thereto.",
]
STATED = [
    "the ⟦European Ports Strategy 2010-2020⟧, which defines the framework for the implementation of the ⟦CRPD⟧;",
    "The ⟦Pilots Convention⟧ gives effect to the ⟦CRPD⟧.",
]


def ends_are_listed(marked: str) -> bool:
    text, mentions = "", []
    for part in re.split(r"(⟦[^⟧]+⟧)", marked):
        words = part.strip("⟦⟧") if part.startswith("⟦") else part
        if words != part:
            mentions.append(Mention("1", "instrument", len(text), len(text) + len(words), words, "marked"))
        text += words
    return is_listed_beside(Unit(id="1", kind="paragraph", text=text), mentions[0], mentions[-1], mentions)


@pytest.mark.parametrize("sentence", LISTED)
def test_items_of_a_list(sentence: str) -> None:
    assert ends_are_listed(sentence)


@pytest.mark.parametrize("sentence", STATED)
def test_a_statement_of_one_about_the_other(sentence: str) -> None:
    assert not ends_are_listed(sentence)
