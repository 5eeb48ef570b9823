"""Tables that count something by provision and year, as an RDF Data Cube.

    Year   Criminal Code, art. 125   Criminal Code, art. 126
    2009                        72                         0

A table is read when one side of it (the header row or the first column) names provisions and the other names
years. Each number becomes an observation whose dimensions are the reporting State, the provision and the
year; the provision is the one the paragraphs cite, so that figures and law meet. What is counted stands in
the caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.citations import denoted
from treatygraph.graph.description import Fact, describe, integer, text
from treatygraph.graph.iris import local_name, state_iri
from treatygraph.graph.register import Register
from treatygraph.report import Annotated, Cell, Mention, Table, Unit

STRUCTURE = v.term("ds:provision-year")

_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
# "1 131", "1,131" and "1.131" are one number; "–" and "n/a" are none.
_COUNT = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Observation:
    """A number of a table: `count` in `year` for the provision that `header` names."""

    year: int
    provision: NamedNode
    header: Mention
    count: int
    cell: Cell


def find_observations(
    unit: Unit, mentions: Mapping[str, tuple[Mention, ...]], register: Register
) -> tuple[Observation, ...]:
    """Read the observations of a table unit; none where the table is not one of provisions by years."""
    if unit.table is None:
        return ()
    named = [mention for mention in mentions.get(unit.id, ()) if mention.type == "provision"]
    return tuple(_read_table(unit.table, named, register))


def describe_statistics(annotated: Annotated, register: Register) -> Iterator[Triple]:
    """Describe the data sets of the report's tables, their observations and, once, their structure."""
    state = annotated.report.state
    if state is None:
        return
    mentions: dict[str, tuple[Mention, ...]] = {}
    for mention in annotated.mentions:
        if mention.unit not in mentions or mention.type == "provision":
            mentions[mention.unit] = (*mentions.get(mention.unit, ()), mention)
    structured = False
    for unit in annotated.report.units:
        observations = find_observations(unit, mentions, register)
        if not observations:
            continue
        if not structured:
            yield from _describe_structure()
            structured = True
        yield from _describe_data_set(unit, observations, state, annotated.report.language, register)


def _read_table(table: Table, named: list[Mention], register: Register) -> Iterator[Observation]:
    headers = {cell: found for cell in table.cells if (found := _provision_in(cell, named, register))}
    years = {cell: int(cell.text) for cell in table.cells if _YEAR.match(cell.text.strip())}
    by_column = {cell.column: found for cell, found in headers.items() if cell.row == 0 or cell.header}
    by_row = {cell.row: found for cell, found in headers.items() if cell.column == 0}
    year_rows = {cell.row: year for cell, year in years.items() if cell.column == 0}
    year_columns = {cell.column: year for cell, year in years.items() if cell.row == 0 or cell.header}
    for cell in table.cells:
        count = _read_count(cell.text)
        if count is None or cell in years or cell in headers:
            continue
        if cell.column in by_column and cell.row in year_rows:
            header, year = by_column[cell.column], year_rows[cell.row]
        elif cell.row in by_row and cell.column in year_columns:
            header, year = by_row[cell.row], year_columns[cell.column]
        else:
            continue
        yield Observation(year, header[1], header[0], count, cell)


def _provision_in(cell: Cell, named: list[Mention], register: Register) -> tuple[Mention, NamedNode] | None:
    """Find the one provision that a cell names."""
    inside = [mention for mention in named if cell.start <= mention.start and mention.end <= cell.end]
    if len(inside) != 1 or len(inside[0].targets) != 1:
        return None
    target = denoted(inside[0])
    provision = register.entity(target[0].entity, target[0].path) if target else None
    return None if provision is None else (inside[0], provision)


def _read_count(words: str) -> int | None:
    stripped = words.strip()
    return int(re.sub(r"\D", "", stripped)) if _COUNT.fullmatch(stripped) else None


def _describe_structure() -> Iterator[Triple]:
    components = [
        ("state", v.QB_DIMENSION, v.REF_STATE),
        ("provision", v.QB_DIMENSION, v.REF_PROVISION),
        ("year", v.QB_DIMENSION, v.REF_YEAR),
        ("count", v.QB_MEASURE, v.COUNT),
    ]
    named = [(v.term(f"ds:provision-year_{name}"), role, term) for name, role, term in components]
    yield from describe(
        STRUCTURE, (v.QB_STRUCTURE_DEFINITION,), [(v.QB_COMPONENT, component) for component, _, _ in named]
    )
    for component, role, term in named:
        yield from describe(component, (v.QB_COMPONENT_SPECIFICATION,), [(role, term)])


def _describe_data_set(
    unit: Unit, observations: tuple[Observation, ...], state: str, language: str, register: Register
) -> Iterator[Triple]:
    iri = register.units[unit.id]
    name = local_name(iri)
    data_set = v.term(f"ds:{name}")
    caption = unit.table.caption if unit.table else ""
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(caption or unit.section, language)),
        (v.QB_STRUCTURE, STRUCTURE),
        (v.PROV_WAS_DERIVED_FROM, iri),
    ]
    yield from describe(data_set, (v.QB_DATA_SET,), facts)
    for number in observations:
        facts = [
            (v.QB_IN_DATA_SET, data_set),
            (v.REF_STATE, state_iri(state)),
            (v.REF_PROVISION, number.provision),
            (v.REF_YEAR, Literal(f"{number.year:04}", datatype=v.XSD_G_YEAR)),
            (v.YEAR, integer(number.year)),
            (v.COUNT, integer(number.count)),
            (v.IN_UNIT, iri),
            (v.PAGE, integer(number.cell.page)),
            (v.EVIDENCE, register.mention(number.header)),
        ]
        observation = v.term(f"obs:{name}__{number.year}__{local_name(number.provision)}")
        yield from describe(observation, (v.QB_OBSERVATION,), facts)
