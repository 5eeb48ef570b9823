"""What a State did with treaties, told by a table: "Instrument | Date of signature | Date of ratification"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from treatygraph.report import Cell
from treatygraph.resolution.scenes import Scene, Statement
from treatygraph.resolution.treaties import CONCLUDED
from treatygraph.resolution.wordings import INTERNATIONAL

# A head that names two actions ("Ratification or accession") leaves open which it was.
_HEADS: Mapping[str, re.Pattern[str]] = {
    predicate: re.compile(rf"(?:(?:Dates? of )?(?:{noun})(?: date)?|(?:Date )?{verb})(?: on)?", re.IGNORECASE)
    for predicate, noun, verb in (
        ("signedBy", "signature|signing", "signed"),
        ("ratifiedBy", "ratification", "ratified"),
        ("accededBy", "accession", "acceded"),
    )
}


def find_tabled_actions(scene: Scene) -> Iterator[Statement]:
    """The actions that the rows of a table tell of the State that reports, by the heads of the columns of dates.

    A row tells of its only treaty, and only where a date fills the cell.
    """
    table, state = scene.passage.unit.table, scene.cast.discourse.report.state
    if table is None or state is None:
        return
    columns = {
        cell.column: predicate
        for cell in table.cells
        if cell.header
        for predicate, head in _HEADS.items()
        if head.fullmatch(cell.text)
    }
    treaties = _treaties_by_row(scene, table.cells) if columns else {}
    for cell in table.cells:
        named = treaties.get(cell.row, ())
        if cell.header or cell.column not in columns or len(named) != 1:
            continue
        date = scene.dates.get(cell.start)
        if date is None or scene.cast.mention(date).end != cell.end:
            continue
        key = scene.cast.instrument(named[0]).key
        value = scene.cast.mention(date).value
        predicate = columns[cell.column]
        yield Statement(scene.unit, key, predicate, "state", state, (named[0], date), value, rule="column of a table")


def _treaties_by_row(scene: Scene, cells: tuple[Cell, ...]) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for i in scene.instruments:
        mention, instrument = scene.cast.mention(i), scene.cast.instrument(i)
        cell = next((c for c in cells if c.start <= mention.start and mention.end <= c.end), None)
        if cell is not None and instrument.kind in CONCLUDED and instrument.owner == INTERNATIONAL:
            rows.setdefault(cell.row, []).append(i)
    return rows
