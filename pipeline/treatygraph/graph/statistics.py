"""Tables that count something by year, as an RDF Data Cube.

    Year   Criminal Code, art. 125   Criminal Code, art. 126
    2009                        72                         0

A table is read when one side of it (the header row or the first column) names years, or the caption the one year of
all its figures. Each number becomes an
observation whose dimensions are the reporting State, the year and what the other side names: a provision, the one
that the paragraphs cite, so that figures and law meet; or, where the table names no provisions, a category in the
table's words. What is counted stands in the caption. The percentages of a table are a data set beside that of its
counts: a data set has one measure. So are the figures that a table gives for women and for men: they have one dimension
more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.categories import YEAR, Figure, find_figures, find_percentages, read_count
from treatygraph.graph.description import Fact, decimal, describe, edtf, integer, text
from treatygraph.graph.iris import local_name, state_iri
from treatygraph.graph.register import Register
from treatygraph.graph.times import Time
from treatygraph.linking.citations import denoted
from treatygraph.report import Annotated, Cell, Mention, Table, Unit

STRUCTURE = v.term("ds:provision-year")
CATEGORY_STRUCTURE = v.term("ds:category-year")
PERCENTAGE_STRUCTURE = v.term("ds:percentage-category-year")
SEX_STRUCTURE = v.term("ds:category-sex-year")
PERCENTAGE_SEX_STRUCTURE = v.term("ds:percentage-category-sex-year")
# How the data sets are told apart that one table may have.
_ENDINGS = {
    PERCENTAGE_STRUCTURE: "__percentages",
    SEX_STRUCTURE: "__by_sex",
    PERCENTAGE_SEX_STRUCTURE: "__percentages_by_sex",
}
_BY_SEX = frozenset({SEX_STRUCTURE, PERCENTAGE_SEX_STRUCTURE})
_OF_PERCENTAGES = frozenset({PERCENTAGE_STRUCTURE, PERCENTAGE_SEX_STRUCTURE})


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
    """Describe the data sets of the report's tables, their observations and, once each, their structures."""
    state = annotated.report.state
    if state is None:
        return
    mentions: dict[str, tuple[Mention, ...]] = {}
    for mention in annotated.mentions:
        if mention.unit not in mentions or mention.type == "provision":
            mentions[mention.unit] = (*mentions.get(mention.unit, ()), mention)
    described: set[NamedNode] = set()
    for unit in annotated.report.units:
        if unit.table is None:
            continue
        observations = find_observations(unit, mentions, register)
        figures = {} if observations else figures_by_structure(unit.table)
        for structure in (*((STRUCTURE,) if observations else ()), *figures):
            if structure not in described:
                yield from _describe_structure(structure)
                described.add(structure)
            yield from _describe_data_set(unit, structure, annotated.report.language, register)
        yield from _describe_observations(unit, observations, state, register)
        for structure, found in figures.items():
            yield from _describe_figures(unit, found, structure, state, annotated.report.language, register)


def figures_by_structure(table: Table) -> dict[NamedNode, list[Figure]]:
    """The figures of a table by the structure of their data set: of one measure, with the sex told or not."""
    sets: dict[NamedNode, list[Figure]] = {}
    for found, alone, by_sex in (
        (find_figures(table), CATEGORY_STRUCTURE, SEX_STRUCTURE),
        (find_percentages(table), PERCENTAGE_STRUCTURE, PERCENTAGE_SEX_STRUCTURE),
    ):
        for figure in found:
            sets.setdefault(by_sex if figure.sex else alone, []).append(figure)
    return sets


def _read_table(table: Table, named: list[Mention], register: Register) -> Iterator[Observation]:
    headers = {cell: found for cell in table.cells if (found := _provision_in(cell, named, register))}
    years = {cell: int(cell.text) for cell in table.cells if YEAR.match(cell.text.strip())}
    by_column = {cell.column: found for cell, found in headers.items() if cell.row == 0 or cell.header}
    by_row = {cell.row: found for cell, found in headers.items() if cell.column == 0}
    year_rows = {cell.row: year for cell, year in years.items() if cell.column == 0}
    year_columns = {cell.column: year for cell, year in years.items() if cell.row == 0 or cell.header}
    for cell in table.cells:
        count = read_count(cell.text)
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


def _describe_structure(structure: NamedNode) -> Iterator[Triple]:
    what = ("provision", v.REF_PROVISION) if structure == STRUCTURE else ("category", v.REF_CATEGORY)
    components = [
        ("state", v.QB_DIMENSION, v.REF_STATE),
        (what[0], v.QB_DIMENSION, what[1]),
        *([("sex", v.QB_DIMENSION, v.REF_SEX)] if structure in _BY_SEX else []),
        ("year", v.QB_DIMENSION, v.REF_YEAR),
        ("percentage", v.QB_MEASURE, v.PERCENTAGE)
        if structure in _OF_PERCENTAGES
        else ("count", v.QB_MEASURE, v.COUNT),
    ]
    name = local_name(structure)
    named = [(v.term(f"ds:{name}_{part}"), role, term) for part, role, term in components]
    yield from describe(
        structure, (v.QB_STRUCTURE_DEFINITION,), [(v.QB_COMPONENT, component) for component, _, _ in named]
    )
    for component, role, term in named:
        yield from describe(component, (v.QB_COMPONENT_SPECIFICATION,), [(role, term)])


def _describe_data_set(unit: Unit, structure: NamedNode, language: str, register: Register) -> Iterator[Triple]:
    iri = register.units[unit.id]
    caption = unit.table.caption if unit.table else ""
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(caption or unit.section, language)),
        (v.QB_STRUCTURE, structure),
        (v.PROV_WAS_DERIVED_FROM, iri),
    ]
    yield from describe(_data_set(unit, structure, register), (v.QB_DATA_SET,), facts)


def _data_set(unit: Unit, structure: NamedNode, register: Register) -> NamedNode:
    """The data set of a table; those of its percentages, and of its figures by sex, have names of their own."""
    return v.term(f"ds:{local_name(register.units[unit.id])}{_ENDINGS.get(structure, '')}")


def _describe_observations(
    unit: Unit, observations: Sequence[Observation], state: str, register: Register
) -> Iterator[Triple]:
    name = local_name(register.units[unit.id])
    for number in observations:
        facts: list[Fact] = [
            *_shared_facts(unit, STRUCTURE, Time(number.year, number.year), number.cell, state, register),
            (v.COUNT, integer(number.count)),
            (v.REF_PROVISION, number.provision),
            (v.EVIDENCE, register.mention(number.header)),
        ]
        observation = v.term(f"obs:{name}__{number.year}__{local_name(number.provision)}")
        yield from describe(observation, (v.QB_OBSERVATION,), facts)


def _describe_figures(
    unit: Unit, figures: Sequence[Figure], structure: NamedNode, state: str, language: str, register: Register
) -> Iterator[Triple]:
    name = local_name(register.units[unit.id])
    for figure in figures:
        value = integer(figure.value) if isinstance(figure.value, int) else decimal(float(figure.value))
        facts: list[Fact] = [
            *_shared_facts(unit, structure, figure.time, figure.cell, state, register),
            (v.PERCENTAGE if structure in _OF_PERCENTAGES else v.COUNT, value),
            (v.REF_CATEGORY, text(figure.category, language)),
            (v.REF_SEX, v.term(f"sex:{figure.sex}") if figure.sex else None),
        ]
        observation = v.term(f"obs:{name}__{figure.time.year}__row_{figure.cell.row}__column_{figure.cell.column}")
        yield from describe(observation, (v.QB_OBSERVATION,), facts)


def _shared_facts(
    unit: Unit, structure: NamedNode, time: Time, cell: Cell, state: str, register: Register
) -> list[Fact]:
    return [
        (v.QB_IN_DATA_SET, _data_set(unit, structure, register)),
        (v.REF_STATE, state_iri(state)),
        (v.REF_YEAR, edtf(time.edtf) or Literal(f"{time.year:04}", datatype=v.XSD_G_YEAR)),
        (v.YEAR, integer(time.year)),
        (v.PERIOD, edtf(time.edtf)),
        (v.IN_UNIT, register.units[unit.id]),
        (v.PAGE, integer(cell.page)),
    ]
