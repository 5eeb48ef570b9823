"""Questions to the dialogue of two States with their Committee, with the answers that a person reads off the papers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from papers import paper
from pyoxigraph import RdfFormat, Store
from rdflib import Graph

from treatygraph import link, recognise, resolve
from treatygraph.dialogue import discuss
from treatygraph.graph import to_turtle
from treatygraph.query import run_query
from treatygraph.report import DocumentKind, Report

CONSULTS = "The Committee recommends that the State party: "


def of_articles(state: str, symbol: str, kind: DocumentKind, date: str, *parts: tuple[str, str, list[str]]) -> Report:
    """A document under the CRPD: headings with the article that they name, and their paragraphs."""
    told = paper(f"CRPD/C/{state}/{symbol}", kind, *((heading, texts) for heading, _, texts in parts), treaty="CRPD")
    sections = tuple(
        replace(section, convention_articles=(article,) if article else ())
        for section, (_, article, _) in zip(told.sections, parts, strict=True)
    )
    units = tuple(
        replace(unit, convention_articles=sections[unit.section_index].convention_articles) for unit in told.units
    )
    return replace(told, state=state, date=date, sections=sections, units=units)


def papers() -> list[Report]:
    """Kenya's cycle from report to second observations; Jordan's list, replies and observations."""
    return [
        of_articles(
            *("KEN", "1", "initial-report", "2010-01-01"),
            ("Article 12", "12", ["The Ports Act of 2001 guarantees legal capacity."]),
        ),
        of_articles(
            *("KEN", "Q/1", "list-of-issues", "2011-01-01"),
            (
                "Equal recognition (art. 12)",
                "12",
                ["How is the Ports Act of 2001 applied (para. 1)?", "Is it amended?"],
            ),
        ),
        replace(
            of_articles(
                *("KEN", "RQ/1", "replies", "2011-06-01"),
                ("Reply to paragraph 1 of the list of issues", "", ["It is applied by harbour masters."]),
            )
        ),
        of_articles(
            *("KEN", "CO/1", "concluding-observations", "2012-01-01"),
            ("Positive aspects", "", ["The Committee welcomes the Ports Act of 2001."]),
            (
                *("Equal recognition (art. 12)", "12"),
                [
                    "The Committee is concerned that the Ports Act of 2001 denies legal capacity.",
                    f"*{CONSULTS}(a) Repeal those provisions; (b) Establish a complaint mechanism; (c) Train judges.*",
                ],
            ),
            (
                *("Education (art. 24)", "24"),
                [
                    "The Committee is concerned that schools are few.",
                    "*The Committee recommends that the State party adopt a strategy on schools.*",
                ],
            ),
            (
                *("Follow-up", ""),
                [
                    "*The Committee requests the State party, within one year, to report on the implementation of the "
                    "recommendations contained in paragraph 3 (a) above.*"
                ],
            ),
        ),
        of_articles(
            *("KEN", "FCO/1", "follow-up-report", "2013-01-01"),
            ("Information relating to paragraph 3 (a)", "", ["Nothing has changed."]),
        ),
        of_articles(
            *("KEN", "CO/2-3", "concluding-observations", "2018-01-01"),
            (
                *("Equal recognition (art. 12)", "12"),
                [
                    "The Committee is concerned that nothing has changed.",
                    "*The Committee recommends that the State party repeal all legislation that denies it.*",
                ],
            ),
        ),
        of_articles(
            *("JOR", "Q/1", "list-of-issues", "2011-01-01"),
            ("Access (art. 9)", "9", ["Please explain the Roads Act of 1999.", "Are roads safe?"]),
        ),
        of_articles(
            *("JOR", "RQ/1", "replies", "2011-06-01"),
            ("Reply to paragraph 1 of the list of issues", "", ["It opens roads."]),
            ("Reply to paragraph 2 of the list of issues", "", ["They are."]),
        ),
        of_articles(
            *("JOR", "CO/1", "concluding-observations", "2012-01-01"),
            (
                *("Access (art. 9)", "9"),
                [
                    "The Committee regrets that the Roads Act of 1999 is not enforced.",
                    "*The State party should amend the Roads Act of 1999 and adopt a new Bridges Act.*",
                ],
            ),
            ("Culture (art. 30)", "30", ["*The State party should ratify the Marrakesh Treaty.*"]),
        ),
    ]


@pytest.fixture(scope="module")
def turtle() -> bytes:
    graphs = []
    for report in papers():
        replied = next((s.heading.split()[3] for s in report.sections if s.heading.startswith("Reply")), None)
        if replied:
            units = tuple(
                replace(unit, reply_to=report.sections[unit.section_index].heading.split()[3]) for unit in report.units
            )
            report = replace(report, units=units)
        annotated = link(resolve(recognise(report)))
        graphs.append(to_turtle(replace(annotated, dialogue=discuss(annotated))))
    return b"".join(graphs)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def ask(request: pytest.FixtureRequest, turtle: bytes) -> Any:
    graph: Any = Graph()
    if request.param == "oxigraph":
        graph = Store()
        graph.load(turtle, format=RdfFormat.TURTLE)
    else:
        graph.parse(data=turtle, format="turtle")

    def run(name: str, *columns: str, **parameters: str) -> list[tuple[Any, ...]]:
        answer = run_query(graph, name, parameters, request.param)
        return list(zip(*(answer.column(column) for column in columns), strict=True))

    return run


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
    assert rows == [("CRPD/C/KEN/CO/1", "3", "a", "CRPD/C/KEN/FCO/1", "1", "heading")]
    rows = ask("recommendations-passed-over", "observations", "paragraph", "report")
    assert rows == [("CRPD/C/KEN/CO/1", "5", "CRPD/C/KEN/FCO/1")]


def test_what_the_next_observations_ask_again(ask: Any) -> None:
    rows = ask("recommendations-repeated", "article", "action", "observations", "paragraph", "later", "repeated")
    assert rows == [("12", "repeal", "CRPD/C/KEN/CO/1", "3", "CRPD/C/KEN/CO/2-3", "2")]


def test_what_is_marked_for_follow_up(ask: Any) -> None:
    rows = ask("marked-for-follow-up", "observations", "marked", "item", "by", "told")
    assert rows == [("CRPD/C/KEN/CO/1", "3", "a", "6", "CRPD/C/KEN/FCO/1")]


def test_treaties_and_bodies_that_are_asked_for(ask: Any) -> None:
    ((state, name, paragraph),) = ask("treaties-to-ratify", "state", "name", "paragraph")
    assert (state, name.startswith("Marrakesh Treaty"), paragraph) == ("Jordan", True, "3")
    rows = ask("bodies-to-establish", "state", "paragraph", "item", "article", "words")
    assert rows == [("Kenya", "3", "b", "12", "Establish a complaint mechanism")]


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
