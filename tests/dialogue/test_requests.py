"""What recommendations ask for: the act, the sub-item, and the law that it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import paper

from treatygraph import link, recognise, resolve
from treatygraph.dialogue import discuss
from treatygraph.dialogue.asked import find_asked
from treatygraph.dialogue.items import split_items
from treatygraph.graph import triples
from treatygraph.graph.vocabulary import term
from treatygraph.report import Annotated, Request

SPEAKING = "The Committee recommends that the State party "


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("adopt a comprehensive accessibility strategy to open ports.", "adopt: comprehensive accessibility strategy"),
        ("expedite the adoption of a new law on ports.", "adopt: new law on ports"),
        (
            "adopt a strategy on ports and a national action plan.",
            "adopt: strategy on ports, adopt: national action plan",
        ),
        ("implement a strategy on ports.", "adopt: strategy on ports"),
        ("implement the strategy on ports.", "enforce: strategy on ports"),
        ("take legislative measures against segregation.", "adopt: -"),
        ("review electoral legislation to expand the time frame.", "amend: electoral legislation"),
        ("mainstream disability into all legislation and policies.", "amend: -"),
        ("repeal all existing legislation that denies marriage.", "repeal: -"),
        ("revise and repeal the legal provisions that deny it.", "amend: -, repeal: -"),
        ("abolish the use of restraint in hospitals.", ""),
        ("ensure that the draft law on ports complies with the Convention.", "harmonize: draft law on ports"),
        ("bring its ports legislation into full alignment with the Convention.", "harmonize: ports legislation"),
        (
            "accept the amendment to article 8 (6) of the Convention.",
            "ratify: amendment to article 8 (6) of the Convention",
        ),
        ("establish an independent monitoring mechanism.", "establish-body: -"),
        ("strengthen the capacity of the monitoring mechanism.", ""),
        ("ensure the implementation of the provisions of the Convention.", ""),
        ("provide training for teachers and data on ports.", ""),
        # What ends the words for a law: another verb, a participle; a determiner alone tells nothing of which it is.
        ("consider adopting a special law on ports and include data on it.", "adopt: special law on ports"),
        ("adopt comprehensive ports legislation protecting sailors.", "adopt: comprehensive ports legislation"),
        ("adopt suitable legislation.", "adopt: -"),
        ("adopt a ports strategy with budget allocations, time-bound targets and data.", "adopt: ports strategy"),
        (
            "adopt a law on sailors and children with disabilities.",
            "adopt: law on sailors and children with disabilities",
        ),
        ("implement those laws effectively.", "enforce: -"),
        ("adopt and implement, as needed, legislative provisions.", "adopt: -"),
        ("incorporate into its domestic law the principle of free ports.", "amend: -"),
    ],
)
def test_the_acts_of_law_that_words_ask_for(words: str, asked: str) -> None:
    text = SPEAKING + words
    found = find_asked(text, len(SPEAKING), len(text))
    assert ", ".join(f"{a.action}: {text[slice(*a.phrase)] if a.phrase else '-'}" for a in found) == asked


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (SPEAKING + "repeal the Act.", [(None, True)]),
        (SPEAKING + ": (a) Repeal the Act; (b) Train teachers.", [(None, False), ("a", True), ("b", True)]),
        (
            SPEAKING + "raise awareness. It also recommends: (a) Repeal it; (b) Train.",
            [(None, True), ("a", True), ("b", True)],
        ),
        (SPEAKING + "repeal the Act, including its part (b) The Ports.", [(None, True)]),
        # Small letters count behind a colon and semicolons; behind a word they part one sentence.
        ("The State party should: (a) open ports; and (b) train pilots.", [(None, False), ("a", True), ("b", True)]),
        (SPEAKING + "adopt a plan which (a) opens ports; (b) trains pilots.", [(None, True)]),
        # What a law is to provide for, and what all is to be done for, are no acts of their own.
        (SPEAKING + "adopt the law and ensure that it provides for: (a) Equal fares; (b) Appeal.", [(None, True)]),
        (
            "The Committee recommends that: (a) Denmark amend the Act; (b) Greenland adopt it.",
            [(None, False), ("a", True), ("b", True)],
        ),
        (SPEAKING + "train pilots in order to: (a) Open ports; (b) Lower fares.", [(None, True)]),
        *(
            (
                f"The Committee recommends that {lead}: (a) Repeal it; (b) Train.",
                [(None, asks), ("a", True), ("b", True)],
            )
            for lead, asks in (
                ("the Kingdom of Denmark, in close consultation with sailors, through their organizations", False),
                ("the State party, in consultation with sailors, including pilots, and their families", False),
                ("Hong Kong, China, take into account the guidelines on ports and", True),
                ("the State party, in consultation with sailors, ensure that laws are applied and", True),
                ("the State party take all necessary measures to", False),
                ("the State party, taking into account its general comment, take measures to", False),
                ("the State party intensify its efforts to open ports, including by", True),
            )
        ),
    ],
)
def test_sub_items_and_what_leads_to_them(text: str, items: list[tuple[str | None, bool]]) -> None:
    assert [(item.letter, item.asks) for item in split_items(text)] == items


def understood(*texts: str) -> Annotated:
    told = paper(
        "CRPD/C/XXA/CO/1", "concluding-observations", ("Equal recognition (art. 12)", list(texts)), treaty="CRPD"
    )
    units = tuple(replace(unit, convention_articles=("12",)) for unit in told.units)
    annotated = link(resolve(recognise(replace(told, units=units, state="KEN", symbol="CRPD/C/KEN/CO/1"))))
    return replace(annotated, dialogue=discuss(annotated))


def requests(annotated: Annotated) -> tuple[Request, ...]:
    assert annotated.dialogue
    return annotated.dialogue.requests


def facts(annotated: Annotated, predicate: str) -> set[tuple[str, str]]:
    found = (triple for triple in triples(annotated) if triple.predicate == term(predicate))
    return {(t.subject.value.rpartition("/")[2], t.object.value.rpartition("/")[2]) for t in found}


CONCERN = "The Committee notes the Ferries Act of 1990. However, it is concerned that the Ports Act of 2001 denies {}."
ACT = "KEN_act_2001_ports"


def test_the_law_that_is_meant_is_the_one_that_the_concern_names() -> None:
    annotated = understood(
        "The Committee is concerned that the Ports Act of 2001 denies legal capacity.",
        "*The Committee urges the State party to repeal those provisions.*",
    )
    (asked,) = requests(annotated)
    assert (asked.action, asked.basis, asked.words, asked.instrument_unit) == (
        "repeal",
        "concern",
        "Ports Act of 2001",
        "1",
    )
    ((law, paragraph),) = facts(annotated, "tg:changeRequested")
    assert law == ACT
    assert paragraph == "CRPD-C-KEN-CO-1__par_2"
    assert facts(annotated, "tg:concernUnder") == {("CRPD__art_12", law)}


def test_of_two_laws_of_the_concern_none_is_meant() -> None:
    annotated = understood(
        "The Committee is concerned that the Ports Act of 2001 and the Harbour Act of 1999 deny it.",
        "*The Committee urges the State party to repeal those provisions.*",
    )
    assert [(asked.action, asked.words) for asked in requests(annotated)] == [("repeal", None)]
    assert not facts(annotated, "tg:changeRequested")


def test_a_law_that_is_acknowledged_is_no_concern() -> None:
    annotated = understood(CONCERN.format("legal capacity"), "*The State party should lower fares.*")
    ((article, law),) = facts(annotated, "tg:concernUnder")
    assert (article, law) == ("CRPD__art_12", ACT)


def test_what_is_wanted_is_no_law_in_force() -> None:
    annotated = understood(
        "The Committee is concerned that the Ports Act of 2001 denies legal capacity.",
        "*The Committee recommends that the State party: (a) Adopt a new Ports Act; (b) Amend the Ports Act of 2001.*",
    )
    wanted, amended = requests(annotated)
    assert (wanted.item, wanted.action, wanted.wanted) == ("a", "adopt", True)
    assert (amended.item, amended.action, amended.basis, amended.wanted) == ("b", "amend", "named", False)
    assert {words for _, words in facts(annotated, "tg:wantedInstrument")} == {"Ports Act"}
    assert len(facts(annotated, "tg:requestedInstrument")) == 1


def test_nothing_of_it_is_a_claim() -> None:
    annotated = understood(CONCERN.format("it"), "*The State party should implement the Ports Act of 2001.*")
    assert [asked.action for asked in requests(annotated)] == ["enforce"]
    for predicate in ("tg:changeRequested", "tg:claims", "tg:implementedBy", "tg:gapIn"):
        assert not facts(annotated, predicate)


@pytest.mark.parametrize(
    ("concern", "criticised"),
    [
        ("It adopted the Ports Act of 2001. However, it is of concern that this law denies legal capacity.", True),
        ("It adopted the Ports Act of 2001. However, it is of concern that these laws deny legal capacity.", True),
        ("It adopted the Ports Act of 2001. However, it is of concern that legal capacity is denied.", False),
        ("It is of concern that nobody complained since the mandate was expanded by the Ports Act of 2001.", False),
    ],
)
def test_what_a_concern_takes_up_again_is_criticised(concern: str, criticised: bool) -> None:
    annotated = understood(concern, "*The State party should lower fares.*")
    assert bool(facts(annotated, "tg:concernUnder")) is criticised


def test_constitutional_provisions_are_those_of_the_constitution_of_the_concern() -> None:
    annotated = understood(
        "The Committee is concerned that the Constitution denies the right to vote.",
        "*The State party should repeal constitutional provisions concerning the right to vote.*",
    )
    (asked,) = requests(annotated)
    assert (asked.action, asked.words, asked.basis, asked.instrument_unit) == ("repeal", "Constitution", "concern", "1")


BOTH = "The Committee notes the Ferries Act of 1990. It is concerned that the Ports Act of 2001 denies entry (art. 2)."


@pytest.mark.parametrize(
    "asks", ["The State party should repeal those provisions.", "It urges the State party to amend this law."]
)
def test_a_paragraph_that_tells_its_concern_asks_from_there_on(asks: str) -> None:
    """The law that is meant is the one of its own concern, which alone is criticised."""
    annotated = understood(f"{BOTH} {asks}", "The Committee is concerned at fares.")
    assert annotated.dialogue
    (said, other) = annotated.dialogue.utterances
    assert (said.role, said.answers_concerns, other.role) == ("recommendation", (), "concern")
    (asked,) = requests(annotated)
    assert asked.start > len(BOTH)
    assert {law for _, law in facts(annotated, "tg:concernUnder")} == {ACT}


def test_the_law_of_its_own_concern_is_meant() -> None:
    concern = "The Committee is concerned that the Ports Act of 2001 denies entry. "
    (asked,) = requests(understood(concern + "The State party should repeal those provisions."))
    assert (asked.action, asked.basis, asked.words) == ("repeal", "concern", "Ports Act of 2001")


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        # Treaties that stand in a row, and what does not belong to it.
        (
            "ratify: the Convention on the Rights of the Child; the Convention against Torture; and the Optional "
            "Protocol to the International Covenant on Economic, Social and Cultural Rights.",
            "ratify: Convention on the Rights of the Child, ratify: Convention against Torture, "
            "ratify: Optional Protocol to the International Covenant on Economic, Social and Cultural Rights",
        ),
        (
            "ratify the Convention on the Rights of the Child and amend the Ports Act.",
            "ratify: Convention on the Rights of the Child, amend: Ports Act",
        ),
        (
            "accept the amendment to article 20 (1) of the Convention concerning the time of its meetings.",
            "ratify: amendment to article 20 (1) of the Convention",
        ),
        (
            "finalize and approve the draft Ports Code and the draft Ferries Code.",
            "adopt: draft Ports Code, adopt: draft Ferries Code",
        ),
        ("ensure that Bill No. 12 is adopted quickly.", "adopt: Bill No. 12"),
        ("finalize the revision of the Ports Code.", "amend: Ports Code"),
        ("finalize the process of ratifying the Minimum Age Convention.", "ratify: Minimum Age Convention"),
        ("adopt the draft law on ports, prohibit fares and train pilots.", "adopt: draft law on ports"),
        ("bring Law No. 12 on ports into line with the Convention and train pilots.", "harmonize: Law No. 12 on ports"),
        (
            "expedite the adoption by the Senate of the Ports Bill (No. 12) to prohibit piracy.",
            "adopt: Ports Bill (No. 12)",
        ),
        ("enforce Act No. 13.010 on ports.", "enforce: Act No. 13.010 on ports"),
        (
            "ratify the Minimum Age Convention, 1973 (No. 138), and the new Worst Forms of Child Labour Convention, "
            "1999.",
            "ratify: Minimum Age Convention, 1973 (No. 138), ratify: Worst Forms of Child Labour Convention, 1999",
        ),
        (
            "ratify the Optional Protocols to the Convention on the Rights of the Child on the sale of children and on "
            "children in armed conflict.",
            "ratify: Optional Protocols to the Convention on the Rights of the Child on the sale of children and on "
            "children in armed conflict",
        ),
        # Into what something is put, and what is put there.
        ("integrate into its policies the Ports Code.", "amend: -"),
        ("raise the age of sailors to 18 years in the Ports Act.", "amend: Ports Act"),
        ("remove from its Ports Code the provision on fares.", "amend: Ports Code"),
        ("establish a commission, as provided for in the Ports Act.", "establish-body: -"),
    ],
)
def test_the_laws_that_requests_name(words: str, asked: str) -> None:
    found = requests(understood("*" + SPEAKING + words + "*"))
    assert ", ".join(f"{request.action}: {request.words or '-'}" for request in found) == asked


def test_a_law_that_a_sentence_begins_with_is_asked_of() -> None:
    (asked,) = requests(understood("*The Ports Act of 2001 should be reviewed and amended as necessary.*"))
    assert (asked.action, asked.words) == ("amend", "Ports Act of 2001")
