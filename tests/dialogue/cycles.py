"""Two invented cycles: a State's report, the Committee's questions, replies, observations, and what follows them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from papers import paper

from treatygraph import link, recognise, resolve
from treatygraph.dialogue import discuss
from treatygraph.report import Annotated, DocumentKind, Report

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
                    "*Recalling its general comment No. 4 (2016), and targets 4.5 and 4 (a) of the Sustainable "
                    "Development Goals, the Committee recommends that the State party adopt a strategy on schools.*",
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
            (
                "Information relating to paragraph 3 (b)",
                "",
                ["The Ministry of Ports established the National Commission on Legal Capacity."],
            ),
        ),
        of_articles(
            *("KEN", "2-3", "periodic-report", "2017-01-01"),
            ("Article 24", "24", ["The Basic Schools Act of 2015 and the Fishing Act of 2016 guarantee education."]),
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
            (
                "Culture (art. 30)",
                "30",
                [
                    "*In line with target 4.a of the Sustainable Development Goals, the State party should ratify the "
                    "Marrakesh Treaty.*"
                ],
            ),
        ),
    ]


@cache
def understood() -> tuple[Annotated, ...]:
    """The papers read as a build reads them, with what they say in the dialogue."""
    found = []
    for report in papers():
        headings = (section.heading for section in report.sections)
        if any(heading.startswith("Reply") for heading in headings):
            units = tuple(
                replace(unit, reply_to=report.sections[unit.section_index].heading.split()[3]) for unit in report.units
            )
            report = replace(report, units=units)
        annotated = link(resolve(recognise(report)))
        found.append(replace(annotated, dialogue=discuss(annotated)))
    return tuple(found)
