"""What a person reads in the papers of Andorra and Azerbaijan under the CRPD, and what the questions answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asking import asker

from treatygraph import link, recognise, resolve
from treatygraph.dialogue import discuss
from treatygraph.graph import to_turtle
from treatygraph.reading import read

PAPERS = ("CRPD-C-AND-CO-1", "CRPD-C-AZE-Q-1", "CRPD-C-AZE-Q-1-Add.1", "CRPD-C-AZE-CO-1", "CRPD-C-AZE-CO-2-3")
ANDORRA, AZERBAIJAN, AGAIN = "CRPD/C/AND/CO/1", "CRPD/C/AZE/CO/1", "CRPD/C/AZE/CO/2-3"


@pytest.fixture(scope="module")
def turtle(shared: Path) -> bytes:
    graphs = []
    for name in PAPERS:
        annotated = link(resolve(recognise(read(shared / "second" / "dialogue" / "documents" / f"{name}.pdf"))))
        graphs.append(to_turtle(replace(annotated, dialogue=discuss(annotated))))
    return b"".join(graphs)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def ask(request: pytest.FixtureRequest, turtle: bytes) -> Any:
    return asker(turtle, request.param)


def test_acts_of_law_asked_for_under_article_12(ask: Any) -> None:
    rows = ask(
        "recommendations-under-article", "observations", "paragraph", "item", "action", "instrument", article="12"
    )
    acts = [row for row in rows if row[3] != "other"]
    assert [row[:4] for row in acts] == [
        (ANDORRA, "26", "a", "amend"),
        (ANDORRA, "26", "a", "repeal"),
        (AZERBAIJAN, "27", None, "amend"),
        (AGAIN, "28", "a", "repeal"),
        (AGAIN, "28", "b", "adopt"),
    ]
    laws = [row[4] for row in acts]
    assert "30/2022" in laws[0] or "Person and the Family" in laws[0]
    assert all("Civil Code" in law for law in laws[2:4])
    assert laws[1] is laws[4] is None


def test_article_12_is_asked_of_again(ask: Any) -> None:
    """In 2014 the Civil Code is to be amended, in 2024 its provisions are to be repealed: not one act asked twice.

    Of article 14 both ask to repeal laws that allow detention.
    """
    rows = ask("recommendations-repeated", "article", "action", "observations", "paragraph", "later", "repeated")
    assert (("14", "repeal", AZERBAIJAN, "29", AGAIN, "32")) in rows
    assert not [row for row in rows if row[0] == "12"]


def test_what_is_urgent_and_what_has_a_term(ask: Any) -> None:
    rows = ask("marked-for-follow-up", "observations", "marked", "item", "by", "term")
    assert rows == [
        *((ANDORRA, marked, None, "69", None) for marked in ("26", "58", "68")),
        (AZERBAIJAN, "37", None, "53", "one year"),
        *(
            (AGAIN, marked, item, "71", None)
            for marked, item in (("8", "a"), ("10", None), ("54", None), ("70", "b"), ("70", "c"))
        ),
    ]


def test_which_treaties_are_to_be_ratified(ask: Any) -> None:
    """Paragraph 50 asks for "the Protocol thereto", to a convention of the Council of Europe: nothing tells of that."""
    rows = ask("treaties-to-ratify", "name", "observations", "paragraph")
    assert [(name.split()[0], *place) for name, *place in rows] == [
        ("Marrakesh", ANDORRA, "62"),
        ("Convention", AGAIN, "24"),
        ("Marrakesh", AZERBAIJAN, "47"),
    ]


def test_which_questions_azerbaijan_left_without_reply(ask: Any) -> None:
    """13, 31 and 35; 10 is answered together with 11, which nothing in the replies' form tells."""
    found = {question for (question,) in ask("questions-without-reply", "question")}
    assert found - {"10"} == {"13", "31", "35"}
