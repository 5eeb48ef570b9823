"""Questions to the dialogue of two States with their Committee, with the answers that a person reads off the papers."""

from __future__ import annotations

from typing import Any

import pytest
from asking import asker
from cycles import understood

from treatygraph.graph import to_turtle


@pytest.fixture(scope="module")
def turtle() -> bytes:
    return b"".join(to_turtle(annotated) for annotated in understood())


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def ask(request: pytest.FixtureRequest, turtle: bytes) -> Any:
    return asker(turtle, request.param)


PORTS, ROADS = "Ports Act of 2001", "Roads Act of 1999"


def test_what_is_recommended_under_an_article(ask: Any) -> None:
    rows = ask(
        "recommendations-under-article", "observations", "paragraph", "item", "action", "instrument", article="12"
    )
    assert rows == [
        ("CRPD/C/KEN/CO/1", "3", "a", "repeal", PORTS),
        ("CRPD/C/KEN/CO/1", "3", "b", "establish a body", None),
        ("CRPD/C/KEN/CO/1", "3", "c", "other", None),
        ("CRPD/C/KEN/CO/2-3", "2", None, "repeal", None),
    ]


def test_which_laws_are_to_be_changed(ask: Any) -> None:
    rows = ask("changes-of-law-requested", "name", "state", "action", "article", "observations", "paragraph")
    assert rows == [
        (ROADS, "Jordan", "amend", "9", "CRPD/C/JOR/CO/1", "2"),
        (PORTS, "Kenya", "repeal", "12", "CRPD/C/KEN/CO/1", "3"),
    ]


def test_a_law_that_the_state_claims_and_the_committee_criticises(ask: Any) -> None:
    assert ask(
        "claimed-and-criticised", "state", "article", "name", "report", "claimed", "observations", "concern"
    ) == [("Kenya", "12", PORTS, "CRPD/C/KEN/1", "1", "CRPD/C/KEN/CO/1", "2")]


def test_a_law_that_is_praised_and_criticised(ask: Any) -> None:
    rows = ask("praised-and-criticised", "name", "observations", "praise", "concern")
    assert rows == [(PORTS, "CRPD/C/KEN/CO/1", "1", "2")]


def test_questions_about_a_law_and_the_replies(ask: Any) -> None:
    columns = ("name", "list", "question", "replies", "reply")
    assert ask("questions-about-law", *columns, law=PORTS) == [(PORTS, "CRPD/C/KEN/Q/1", "1", "CRPD/C/KEN/RQ/1", "1")]
    assert ask("questions-about-law", *columns, law=ROADS) == [(ROADS, "CRPD/C/JOR/Q/1", "1", "CRPD/C/JOR/RQ/1", "1")]


def test_questions_without_a_reply(ask: Any) -> None:
    assert ask("questions-without-reply", "state", "list", "question") == [("Kenya", "CRPD/C/KEN/Q/1", "2")]


def test_concerns_and_what_was_asked_before(ask: Any) -> None:
    rows = ask("concerns-and-questions", "observations", "concern", "article", "question")
    assert rows == [
        ("CRPD/C/JOR/CO/1", "1", "9", "1"),
        ("CRPD/C/JOR/CO/1", "1", "9", "2"),
        ("CRPD/C/KEN/CO/1", "2", "12", "1"),
        ("CRPD/C/KEN/CO/1", "2", "12", "2"),
        ("CRPD/C/KEN/CO/1", "4", "24", None),
        ("CRPD/C/KEN/CO/2-3", "1", "12", "1"),
        ("CRPD/C/KEN/CO/2-3", "1", "12", "2"),
    ]


def test_answers_to_recommendations_and_those_passed_over(ask: Any) -> None:
    rows = ask("answers-to-recommendations", "observations", "paragraph", "item", "report", "answer", "basis")
    assert rows == [
        ("CRPD/C/KEN/CO/1", "3", "a", "CRPD/C/KEN/FCO/1", "1", "heading"),
        ("CRPD/C/KEN/CO/1", "3", "b", "CRPD/C/KEN/FCO/1", "2", "heading"),
    ]
    rows = ask("recommendations-passed-over", "observations", "paragraph", "report")
    assert rows == [("CRPD/C/KEN/CO/1", "5", "CRPD/C/KEN/FCO/1")]


def test_what_the_next_observations_ask_again(ask: Any) -> None:
    rows = ask("recommendations-repeated", "article", "action", "observations", "paragraph", "later", "repeated")
    assert rows == [("12", "repeal", "CRPD/C/KEN/CO/1", "3", "CRPD/C/KEN/CO/2-3", "2")]


def test_what_is_marked_for_follow_up(ask: Any) -> None:
    rows = ask("marked-for-follow-up", "observations", "marked", "item", "by", "term", "due", "told", "intime")
    marked = ("CRPD/C/KEN/CO/1", "3", "a", "6", "one year", "2013-01-01")
    assert rows == [(*marked, "CRPD/C/KEN/FCO/1", True)]


def test_treaties_and_bodies_that_are_asked_for(ask: Any) -> None:
    ((state, name, paragraph),) = ask("treaties-to-ratify", "state", "name", "paragraph")
    assert (state, name.startswith("Marrakesh Treaty"), paragraph) == ("Jordan", True, "3")
    rows = ask("bodies-to-establish", "state", "paragraph", "item", "article", "words", "body", "report", "answer")
    asked = ("Kenya", "3", "b", "12", "Establish a complaint mechanism")
    assert rows == [
        (*asked, "Ministry of Ports", "CRPD/C/KEN/FCO/1", "2"),
        (*asked, "National Commission on Legal Capacity", "CRPD/C/KEN/FCO/1", "2"),
    ]


def test_a_law_that_was_asked_for_and_the_newer_ones_of_its_subject(ask: Any) -> None:
    """The Fishing Act is as new, and is of another subject; nobody tells what became of the Bridges Act."""
    rows = ask(
        "wanted-laws-and-answers", "observations", "paragraph", "wanted", "name", "date", "report", "named", "by"
    )
    assert rows == [
        ("CRPD/C/JOR/CO/1", "2", "Bridges Act", None, None, None, None, None),
        (
            *("CRPD/C/KEN/CO/1", "5", "strategy on schools", "Basic Schools Act of 2015", "2015", "CRPD/C/KEN/2-3"),
            *("1", "article and words"),
        ),
    ]


def test_what_recommendations_rest_on(ask: Any) -> None:
    assert ask("grounds-of-recommendations", "ground", "states", "observations", "paragraph") == [
        ("SDG target 4.a", 2, "CRPD/C/JOR/CO/1", "3"),
        ("SDG target 4.a", 2, "CRPD/C/KEN/CO/1", "5"),
        ("CRPD general comment No. 4 (2016)", 1, "CRPD/C/KEN/CO/1", "5"),
        ("SDG target 4.5", 1, "CRPD/C/KEN/CO/1", "5"),
    ]


def test_how_many_requests_of_each_kind(ask: Any) -> None:
    rows = ask("requests-by-action", "state", "year", "article", "action", "requests")
    assert rows == [
        ("Jordan", "2012", "9", "adopt", 1),
        ("Jordan", "2012", "9", "amend", 1),
        ("Jordan", "2012", "30", "ratify", 1),
        ("Kenya", "2012", "12", "establish a body", 1),
        ("Kenya", "2012", "12", "other", 1),
        ("Kenya", "2012", "12", "repeal", 1),
        ("Kenya", "2012", "24", "adopt", 1),
        ("Kenya", "2018", "12", "repeal", 1),
    ]
