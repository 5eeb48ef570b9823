"""Notes: what they name is cited under the articles of their paragraph, with a strength of its own and no claim."""

from __future__ import annotations

from typing import Any

from treatygraph import link, recognise, resolve
from treatygraph.report import Annotated, Report, Source, Unit


def linked(paragraph: str, *notes: str, articles: tuple[str, ...] = ("7",), following: str = "") -> Annotated:
    """A report of a paragraph with its notes, whose marks stand at its end, and the paragraph after it."""
    facts: dict[str, Any] = {"section": "Children", "convention_articles": articles}
    units = [Unit("1", "paragraph", paragraph, **facts)]
    for label, text in enumerate(notes, 1):
        units.append(Unit(f"note:{label}", "note", text, **facts, noted=("1", len(paragraph))))
    if following:
        units.append(Unit("2", "paragraph", following, **facts))
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    return link(resolve(recognise(Report("CRPD/C/LVA/1", "LVA", "CRPD", "", tuple(units), source))))


def cited(annotated: Annotated) -> list[tuple[str, str, str, tuple[str, ...], str | None]]:
    """Unit, name and division of what is cited, its articles, and the claim, of citations in notes."""
    names = {entity.id: entity.name for entity in annotated.entities}
    return [
        (c.unit, names[c.target.entity], "/".join(c.target.path), c.elements, c.claim)
        for c in annotated.citations or ()
        if c.strength == "note"
    ]


def test_a_law_named_in_a_note_is_cited_under_the_articles_of_its_paragraph():
    found = linked("Each child is protected.", "Section 54 of the Law on Protection of the Rights of the Child.")
    law = "Law on Protection of the Rights of the Child"
    assert cited(found) == [("note:1", law, "sec:54", ("7",), None)]


def test_the_articles_that_the_paragraph_names_count_too():
    found = linked("As article 16 of the Convention demands, each child is protected.", "Penal Code.", articles=())
    assert cited(found) == [("note:1", "Penal Code", "", ("16",), None)]


def test_ibid_is_the_law_of_the_note_before():
    law = "Law on Protection of the Rights of the Child"
    found = linked("Each child is protected.", f"Section 54 of the {law}.", "Ibid, Sections 55, 56.")
    assert ("note:2", law, "sec:55", ("7",), None) in cited(found)
    assert ("note:2", law, "sec:56", ("7",), None) in cited(found)


def test_ibid_behind_a_note_that_names_no_law_is_nothing():
    found = linked("Each child is protected.", "Statistical Bulletin, page 20.", "Ibid, page 28.")
    assert cited(found) == []


def test_an_article_alone_in_a_note_is_of_the_law_before_its_mark():
    found = linked("The Children Act of 2001 protects each child.", "Section 12.")
    assert cited(found) == [("note:1", "Children Act of 2001", "sec:12", ("7",), None)]


def test_what_a_note_names_is_no_topic_of_the_text_that_goes_on():
    found = linked("The Children Act of 2001 protects each child.", "Labour Act of 1999.", following="The Act is new.")
    names = {entity.id: entity.name for entity in found.entities}
    assert [names[m.entity or ""] for m in found.mentions if m.unit == "2" and m.type == "instrument"] == [
        "Children Act of 2001"
    ]
