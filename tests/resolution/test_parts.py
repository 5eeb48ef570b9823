"""Which part of a State a law is of: entities, countries of a kingdom, provinces. The sentences forced the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.resolution.conftest import read_marked

from treatygraph.report import Annotated, Report, Section, Source, Unit
from treatygraph.resolution import parts as parts_of_states
from treatygraph.resolution import resolve
from treatygraph.resolution.parts import find_parts, is_of_the_whole

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "state", "parts"),
    [
        (
            "In the FBiH, in the RS and in the Brčko District of BiH",
            "BIH",
            ["Federation of Bosnia and Herzegovina", "Republika Srpska", "Brčko District"],
        ),
        (
            "Law on Patients of the Federation of Bosnia and Herzegovina",
            "BIH",
            ["Federation of Bosnia and Herzegovina"],
        ),
        ("The Tuzla Canton and the Canton of Sarajevo have plans.", "BIH", ["Tuzla", "Sarajevo"]),
        ("The Faroese Parliament; Greenland", "DNK", ["Faroe Islands", "Greenland"]),
        ("Western Cape Province and Nairobi County", "ZAF", ["Western Cape", "Nairobi"]),
        ("the law of Bosnia and Herzegovina; RSPCA; the provinces", "BIH", []),
        ("the FBiH and the RS", "KAZ", []),
    ],
)
def test_the_parts_of_a_state_have_names_and_abbreviations(text: str, state: str, parts: list[str]) -> None:
    assert [part.name for part in find_parts(text, state)] == parts


@pytest.mark.parametrize(
    ("name", "state", "whole"),
    [
        ("Law on Sports of BiH", "BIH", True),
        ("Family Law of Bosnia and Herzegovina", "BIH", True),
        ("Danish Criminal Code", "DNK", True),
        ("Law on Patients of the Federation of Bosnia and Herzegovina", "BIH", False),
        ("Labour Law", "BIH", False),
    ],
)
def test_a_name_may_give_a_law_to_the_whole_state(name: str, state: str, whole: bool) -> None:
    assert is_of_the_whole(name, state) is whole


@pytest.mark.parametrize(
    "sentences",
    [
        # The sentence names one part, leads in with it, or goes on with the laws of one.
        ("In the FBiH, the ⟦Law on Health Insurance⟧ applies.", "In the RS, the ⟦Law on Health Insurance⟧ applies."),
        (
            "A new ⟦Law on Mental Health⟧ is being prepared in the FBiH, which will be harmonized.",
            "A new ⟦Law on Mental Health⟧ is also being drafted in RS.",
        ),
        ("The ⟦Law on Building of the FBiH⟧, the Law on Roads of the RS and the ⟦Law on Building⟧ apply.",),
        # A list whose items are led in.
        (
            "• The FBH has many laws: the ⟦Law on Health⟧, the Law on Ports. • The system in the RS is defined by the "
            "⟦Law on Health⟧.",
        ),
        # The paragraph names one part, the name another.
        ("The RS guarantees work. The ⟦Labour Law⟧ applies.", "Work in the BDBiH is governed by the ⟦Labour Law⟧."),
        # Bodies of two cantons.
        (
            "The Tuzla Canton has adopted a ⟦Strategy for Inclusion in Education⟧.",
            "The Ministry of the Sarajevo Canton has prepared a ⟦Strategy for Inclusion in Education⟧.",
        ),
        # Of a short name in such a State no word tells the part the second time.
        ("The Labour Law of the RS. In the RS, the ⟦Labour Law⟧ applies.", "The ⟦Labour Law⟧ protects salaries."),
        ("The ⟦Family Law⟧ (the Official Gazette of the RS, No. 5/02) applies.", "The ⟦Family Law of BiH⟧ applies."),
    ],
)
def test_laws_of_one_name_are_those_of_two_parts(resolved: Resolve, sentences: tuple[str, ...]) -> None:
    first, second = resolved(*sentences, state="BIH").annotated.mentions
    assert first.entity != second.entity


@pytest.mark.parametrize(
    "sentences",
    [
        # The name of one tells the part, the sentence of the other.
        ("The ⟦Law on Patients of the FBiH⟧ applies.", "In the FBiH, the ⟦Law on Patients⟧ guarantees care."),
        ("The ⟦RS Labour Law⟧ applies.", "In the RS, a new ⟦Labour Law⟧ was adopted."),
        ("The Law on Building of the RS and the ⟦Rulebook on Lifts⟧ apply.", "It is in the ⟦RS Rulebook on Lifts⟧."),
        (
            "The ⟦Law on the Use of Land⟧ on the level of the FBH applies.",
            "The ⟦Law on the Use of Land on the Level of the Federation of Bosnia and Herzegovina⟧ applies.",
        ),
        # The gazette of one tells it.
        (
            "The ⟦Law on Patients⟧ (the Official Gazette of the RS, No. 82/13) applies.",
            "Article 5 of the ⟦Law on Patients in the RS⟧ applies.",
        ),
        # A law of the whole State by its name elsewhere, whatever part a sentence speaks of.
        ("The ⟦Law on Discrimination of BiH⟧ applies.", "The FBiH Centre reports on the ⟦Law on Discrimination⟧."),
        # A long name, which no two parts give their laws.
        (
            "In the FBiH, the ⟦Law on Social Protection, Civilian Victims of War and Families with Children⟧ applies.",
            "The ⟦Law on Social Protection, Civilian Victims of War and Families with Children⟧ has changed.",
        ),
        # Of two parts that stand behind, no one's.
        ("The ⟦Law on Sport⟧ in the RS and in the FBiH applies.", "The ⟦Law on Sport⟧ has changed."),
    ],
)
def test_laws_of_one_part_are_one(resolved: Resolve, sentences: tuple[str, str]) -> None:
    first, second = resolved(*sentences, state="BIH").annotated.mentions
    assert first.entity == second.entity


def test_a_country_of_a_kingdom_has_its_own_code() -> None:
    sections = (Section(1, "A.", "Denmark"), Section(1, "B.", "Greenland"), Section(2, "Article 16", "", parent=1))
    texts = ("The ⟦Danish Criminal Code⟧ applies.", "The ⟦Criminal Code⟧ applies.", "The ⟦Criminal Code⟧ protects.")
    units, mentions = [], []
    for n, (marked, section) in enumerate(zip(texts, (0, 0, 2), strict=True), 1):
        text, found = read_marked(str(n), marked)
        units.append(Unit(str(n), "paragraph", text, section_index=section))
        mentions += found
    report = Report("CRPD/C/DNK/1", "DNK", "CRPD", "", tuple(units), Source("r.txt", "", "text/plain"))
    own, bare, of_greenland = resolve(Annotated(replace(report, sections=sections), tuple(mentions))).mentions
    assert own.entity == bare.entity != of_greenland.entity


def test_elsewhere_a_part_counts_where_every_sentence_names_one(resolved: Resolve) -> None:
    two = resolved("In Bavaria, the ⟦School Act⟧ applies.", "In Hesse, the ⟦School Act⟧ applies.", state="DEU")
    assert len({m.entity for m in two.annotated.mentions}) == 2
    federal = resolved(
        "In Bavaria, the ⟦School Act⟧ applies.", "In Hesse, the ⟦School Act⟧ applies.", "The ⟦School Act⟧ binds all.",
        state="DEU",
    )  # fmt: skip
    assert len({m.entity for m in federal.annotated.mentions}) == 1


def test_a_part_for_which_the_lexicon_has_no_word_is_never_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are switched off to see what a State reaches whose words nobody knows. No other test names this State."""
    tables = {"of": {"QQZ": {"North": [], "South": ["South(?:ern)?"]}}, "any": {"words": ["Canton"]}}
    monkeypatch.setattr(parts_of_states, "read_lexicon", {"parts": tables}.__getitem__)
    named = find_parts("In the South, the Tuzla Canton and the North", "QQZ")
    assert [part.name for part in named] == ["South", "Tuzla"]
