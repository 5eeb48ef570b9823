"""What narrowing is told of a paragraph: its words, and what stands above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from treatygraph.linking.references import refusal
from treatygraph.ontology import Treaty
from treatygraph.report import Mention, Report, Section, Unit


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or table under a heading that names articles of the treaty reported on.

    `articles` are the heading's. `headings` are the headings between that one and the unit, nearest first.
    `named` are the articles of the treaty that the unit's own sentences name. `place` tells where among the units
    under the heading the unit stands, from 0 (first) to 1 (last); None where it is the only one.
    """

    text: str
    articles: tuple[str, ...]
    headings: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    place: float | None = None


def named_articles(unit: Unit, mentions: Iterable[Mention], treaty: Treaty) -> tuple[str, ...]:
    """List the articles of a treaty that the mentions of a unit name, each once.

    "In line with articles 3 and 4 of the Convention" names two; "see also article 9" sends elsewhere and names none.
    """
    numbers = (
        path[0].removeprefix("art:")
        for mention in mentions
        if mention.type == "provision" and mention.entity == treaty.abbreviation
        if refusal(unit, mention, treaty) is None
        for path in mention.targets
        if path[0].startswith("art:")
    )
    return tuple(dict.fromkeys(number for number in numbers if treaty.may_have(number)))


def passage_of(report: Report, unit: Unit, named: tuple[str, ...] = (), place: float | None = None) -> Passage:
    """Gather what narrowing needs of a unit of a report; `place` is that of `places_under_headings`."""
    return Passage(unit.text, unit.convention_articles, headings_above(report.sections, unit), named, place)


def places_under_headings(units: Iterable[Unit]) -> dict[str, float | None]:
    """Tell of each unit where among those under its heading's articles it stands, 0 to 1; None where it is alone.

    Notes have no place.
    """
    runs: dict[tuple[str, ...], list[str]] = {}
    for unit in units:
        if unit.kind == "note":
            continue
        runs.setdefault(unit.convention_articles, []).append(unit.id)
    return {
        unit: place / (len(run) - 1) if len(run) > 1 else None
        for run in runs.values()
        for place, unit in enumerate(run)
    }


def headings_above(sections: tuple[Section, ...], unit: Unit) -> tuple[str, ...]:
    """List the headings above a unit, nearest first, up to the one that names its articles, that left out.

    The heading that names them is the highest of those above the unit that have the same articles in force.
    """
    above: list[str] = []
    place = unit.section_index
    while place >= 0 and sections[place].convention_articles == unit.convention_articles:
        above.append(sections[place].heading)
        place = sections[place].parent
    return tuple(above[:-1])
