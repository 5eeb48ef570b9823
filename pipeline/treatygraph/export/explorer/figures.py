"""The figures of a report's tables as its page draws them: the data sets of the graph, a series for each thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from treatygraph.graph.register import Register
from treatygraph.graph.statistics import (
    PERCENTAGE_SEX_STRUCTURE,
    PERCENTAGE_STRUCTURE,
    Observation,
    figures_by_structure,
    find_observations,
)
from treatygraph.graph.times import Time
from treatygraph.report import Annotated, Mention, Path, Unit

Record = dict[str, Any]


def figure_records(
    annotated: Annotated,
    register: Register,
    entities: Mapping[str, int],
    place_of: Callable[[Mention], int],
    words: Callable[[Path], str],
) -> list[Record]:
    """Each data set of each table, in the report's order: its table, caption, unit and series.

    The page knows entities and mentions by their places, which `entities` and `place_of` give; `words` writes a
    provision's path. A point is a time and a value; a time is a year, or two for a school or financial year.
    """
    mentions: dict[str, tuple[Mention, ...]] = {}
    for mention in annotated.mentions:
        if mention.type == "provision":
            mentions[mention.unit] = (*mentions.get(mention.unit, ()), mention)
    found = []
    for place, unit in enumerate(annotated.report.units):
        caption = unit.table.caption if unit.table else ""
        observations = find_observations(unit, mentions, register)
        if observations:
            series = _by_provision(observations, entities, place_of, words)
            found.append({"unit": place, "caption": caption, "measure": "count", "series": series})
        else:
            found += [{"unit": place, "caption": caption, **data_set} for data_set in _by_category(unit)]
    return found


def _by_provision(
    observations: tuple[Observation, ...],
    entities: Mapping[str, int],
    place_of: Callable[[Mention], int],
    words: Callable[[Path], str],
) -> list[Record]:
    series: dict[str, Record] = {}
    for number in observations:
        header = number.header
        line = series.setdefault(
            number.provision.value,
            {
                "label": words(header.targets[0]),
                "entity": entities.get(header.entity or ""),
                "mention": place_of(header),
                "points": [],
            },
        )
        line["points"].append([number.year, number.count])
    return list(series.values())


def _by_category(unit: Unit) -> Iterator[Record]:
    """The data sets of a table that names no provisions; what it says of one thing and year twice is two series."""
    if unit.table is None:
        return
    for structure, figures in figures_by_structure(unit.table).items():
        percentages = structure in (PERCENTAGE_STRUCTURE, PERCENTAGE_SEX_STRUCTURE)
        series: dict[tuple[str, str, int], Record] = {}
        seen: dict[tuple[str, str, Time], int] = {}
        for figure in figures:
            what = (figure.category, figure.sex or "")
            nth = seen[*what, figure.time] = seen.get((*what, figure.time), 0) + 1
            line = series.setdefault((*what, nth), {"label": figure.category, "points": []})
            if figure.sex:
                line["sex"] = figure.sex
            line["points"].append([_time(figure.time), float(figure.value) if percentages else int(figure.value)])
        yield {"measure": "percentage" if percentages else "count", "series": list(series.values())}


def _time(time: Time) -> int | str:
    return time.year if time.last == time.year else f"{time.year}/{time.last % 100:02}"
