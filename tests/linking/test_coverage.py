"""A report whose laws stand under no article says so, with the likely reason."""

import pytest

from treatygraph import recognise, resolve
from treatygraph.linking import link
from treatygraph.report import Report, Section, Source, Unit

LAWS = ("Harbour Act 2001", "Lifts Act 2004", "Pilots Act 2006", "Libraries Act 2011", "Bridges Act 2015")


def warnings_of(
    heading: str, articles: tuple[str, ...] = (), reply_to: str | None = None, laws: tuple[str, ...] = LAWS
) -> tuple[str, ...]:
    """The warnings of a report that names each law in a paragraph of its own, all under one heading."""
    units = tuple(
        Unit(str(n), "paragraph", f"The {law} is in force.", heading, 0, articles, reply_to=reply_to)
        for n, law in enumerate(laws, 1)
    )
    sections = (Section(1, "", heading, articles),)
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    report = Report("CRPD/C/XXX/1", "XXA", "CRPD", "", units, source, sections)
    return link(resolve(recognise(report))).report.quality.warnings


@pytest.mark.parametrize(
    ("heading", "reply_to", "reason"),
    [
        ("Measures taken", None, "its headings name no articles, by number or by title"),
        ("Reply to paragraph 5", "5", "the report answers a list of issues, and the articles stand in that list"),
        (
            "Information relating to paragraph 12 of the concluding observations",
            None,
            "its headings follow the Committee’s recommendations, and the articles stand with those",
        ),
    ],
)
def test_laws_without_an_article_are_warned_of_with_the_likely_reason(
    heading: str, reply_to: str | None, reason: str
) -> None:
    sentence = f"None of 5 laws could be linked to an article of the CRPD: {reason}."
    assert warnings_of(heading, reply_to=reply_to) == (sentence,)


def test_laws_that_stand_under_articles_are_not_warned_of() -> None:
    assert warnings_of("Accessibility (art. 9)", ("9",)) == ()


def test_few_laws_say_nothing_of_a_report() -> None:
    assert warnings_of("Measures taken", laws=LAWS[:2]) == ()
