"""What a citation says of its law. The law cited stands in [brackets], other laws in {braces}, dates in <angles>,
bodies between |bars|."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from treatygraph.linking.stance import OTHERWISE, RULES, Rule, Stance, stance, strongest
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Entity, InstrumentName, Mention, MentionType, Unit

MARKED = re.compile(r"\[(?P<target>[^\]]+)\]|\{(?P<other>[^}]+)\}|<(?P<date>[^>]+)>|\|(?P<agency>[^|]+)\|")
KINDS: dict[str, MentionType] = {"target": "instrument", "other": "instrument", "date": "date", "agency": "agency"}
DIVISION = re.compile(r"[Aa]rticles? ")


def decide(marked: str, state: str = "KEN", owner: str = "KEN") -> Stance:
    """The stance of the sentence's marked law, a law of `owner`, in a report of `state`."""
    text, mentions, target = "", [], None
    at = 0
    for found in MARKED.finditer(marked):
        text += marked[at : found.start()]
        words = next(part for part in found.groups() if part)
        kind: MentionType = "provision" if DIVISION.match(words) else KINDS[found.lastgroup or ""]
        name: InstrumentName | None = read_name(words) if kind == "instrument" else None
        entity = "law" if found["target"] else "other"
        mention = Mention("1", kind, len(text), len(text) + len(words), words, "test", name=name, entity=entity)
        mentions.append(mention)
        if found["target"]:
            target = mention
        text += words
        at = found.end()
    assert target is not None, f"no law is marked: {marked}"
    law = Entity("law", "instrument", target.text, "act", "national", state=owner)
    return stance(Unit("1", "paragraph", text + marked[at:]), target, mentions, {"law": law}, (), state)


def cases(which: str) -> list[object]:
    return [
        pytest.param(rule, sentence, id=f"{rule.name}: {sentence}")
        for rule in RULES
        for sentence in getattr(rule, which)
    ]


@pytest.mark.parametrize(("rule", "sentence"), cases("holds"))
def test_a_rule_decides_its_sentences(rule: Rule, sentence: str) -> None:
    assert (decide(sentence).label, decide(sentence).rule) == (rule.verdict, rule.name)


@pytest.mark.parametrize(("rule", "sentence"), cases("fails"))
def test_a_rule_leaves_alone_what_only_has_its_words(rule: Rule, sentence: str) -> None:
    assert decide(sentence).rule != rule.name


def test_every_rule_shows_a_sentence() -> None:
    assert [rule.name for rule in RULES if not rule.holds] == []
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "sentence",
    [
        # The content of a law is never its stance.
        "The [Ports Act] provides that no one shall be refused.",
        "The [Ports Act] does not limit the right to a berth.",
        "The [Ports Code] no longer provides for the death penalty.",
        "The [Ports Act] prohibits discriminatory practice.",
        "Under the [Ports Act], a plan must be drafted and reviewed every year.",
        "In accordance with the [Ports Act] sailors are trained before the season.",
        "The [Ports Act], as amended by {Act No. 7}, provides for ramps.",
        "Sailors are protected by the [Ports Act], which was amended in <2012>.",
        "Laws such as the {Harbour Act}, the [Ports Act] and the {Piers Act} guarantee passage.",
        "The former Ministry applied the [Ports Act] until <2009>.",
    ],
)
def test_a_law_that_the_state_applies_has_effect(sentence: str) -> None:
    assert decide(sentence) == Stance("effect", False, decide(sentence).rule)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        # Every law of a list shares what is said of the list.
        ("The {Harbour Act}, the [Ports Act] and the {Piers Act} do not mention ramps.", "gap"),
        ("{Act No. 7} amended the {Harbour Act} and the [Ports Act].", "amended"),
        # Roles: who changes, who is changed.
        ("The [Ports Act] repealed the {Harbour Code}.", "effect"),
        ("The {Ports Act} repealed the [Harbour Code].", "repealed"),
        ("The [Harbour Code] was repealed by the {Ports Act}.", "repealed"),
        ("The {Harbour Code} was repealed by the [Ports Act].", "effect"),
        # A named article that is repealed is gone; of a law that lost some, others stay.
        ("{Act No. 7} repealed [article 22 of the Ports Act].", "repealed"),
        ("{Act No. 7} repealed several articles of the [Ports Act].", "amended"),
        # To be changed is planned for the law in force, too; that it should be, with nobody doing it, is a lack.
        ("A review of the [Ports Act] is under way.", "planned"),
        ("The [Ports Act] needs to be amended.", "gap"),
        # Adopted and running, even with "will", has effect.
        ("The [Ports Policy] will be implemented in all ports.", "effect"),
    ],
)
def test_the_clause_decides(sentence: str, label: str) -> None:
    assert decide(sentence).label == label


def test_an_item_shares_what_introduces_its_list() -> None:
    assert (
        decide("The following laws are to be amended: (a) the {Harbour Act}; (b) the [Ports Act].").label == "planned"
    )


def test_only_a_law_of_another_state_is_another_states() -> None:
    assert decide("The [Ports Act] requires a plan.", state="FRA").label == "other-state"
    assert decide("The [Ports Act] requires a plan.", state="KEN").label == "effect"


@pytest.mark.parametrize(
    ("sentence", "state", "subnational"),
    [
        ("The [Municipal Ordinance No. 5] provides for ramps.", "KEN", True),
        ("The [Act on Municipal Ordinances] provides for ramps.", "KEN", False),
        ("In the Walloon Region, the [Decree of 1 April 2004] provides for ramps.", "BEL", True),
        ("In the Walloon Region, the [Federal Act of 1 April 2004] applies.", "BEL", False),
        ("In the Walloon Region, the [Decree of 1 April 2004] provides for ramps.", "KEN", False),
    ],
)
def test_a_provinces_law_keeps_its_stance_and_is_marked(sentence: str, state: str, subnational: bool) -> None:
    found = decide(sentence, state, owner=state)
    assert (found.label, found.subnational) == ("effect", subnational)


def test_the_stronger_claim_holds() -> None:
    labels = ["other-state", "repealed", "effect", "amended", "gap", "planned", "passing"]
    stances = [Stance(label, False, OTHERWISE) for label in labels]  # type: ignore[arg-type]
    for stronger, weaker in pairwise(stances):
        assert strongest([weaker, stronger]) == stronger


def test_what_is_not_there_yet_has_no_effect_because_it_is_named_again() -> None:
    awaited = decide("Under the {Ports Act} a [Harbour Code] will be enacted.")
    again = decide("The [Harbour Code] speaks of piers.")
    changed = decide("The [Harbour Code] will be amended.")
    assert strongest([awaited, again]) == awaited
    assert strongest([changed, again]) == again
