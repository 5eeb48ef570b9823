"""What the depositary of the treaties records of a State's actions, from a file that a user has: `depositary.csv`.

None of it is known to the program: it stands in a graph of its own, `g:untc`, under IRIs of its own, beside what a
report says, which it never overwrites. The two may differ: CED/C/KAZ/1 has the Convention "ratified by Kazakhstan
pursuant to the Act of 15 December 2008"; a depositary dates what was deposited, and names it ratification, accession
or succession (https://treaties.un.org/pages/Overview.aspx?path=overview/glossary/page1_en.xml).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Triple

from treatygraph.csv_rows import CsvRow, read_rows, read_text
from treatygraph.errors import ReadingError
from treatygraph.folders import beside_reports
from treatygraph.graph import vocabulary as v
from treatygraph.graph.codes import describe_codes
from treatygraph.graph.description import Fact, describe, edtf, full_date, integer, text, year
from treatygraph.graph.iris import instrument_iri, local_name, state_iri, treaty_iri
from treatygraph.ontology import load_instruments, load_treaties, state_names

DEPOSITARY_FILE: Final = v.DEPOSITARY_FILE
DEPOSITARY_GRAPH: Final = v.DEPOSITARY_GRAPH

_COLUMNS = ("state", "treaty", "action", "date", "source")
_ACTIONS = ("signature", "ratification", "accession", "succession")


@dataclass(frozen=True, slots=True)
class DepositaryAction:
    """A row: a State's alpha-3 code, the treaty's abbreviation ("CED"), what was done, the ISO date, the source."""

    state: str
    treaty: str
    action: str
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class _KnownTreaty:
    iri: NamedNode
    abbreviation: str
    name: str


def load_depositary(source: Path) -> tuple[DepositaryAction, ...]:
    """Load the rows that lie beside the reports of an output folder, or of the folder that holds this one report.

    There are none where `source` is a file, or no such file is there.

    Raises:
        ReadingError: the file is there and cannot be read, or a row is not what it should be.
    """
    path = beside_reports(source, DEPOSITARY_FILE)
    return parse_depositary(read_text(path), path) if path.exists() else ()


def parse_depositary(content: str, path: Path) -> tuple[DepositaryAction, ...]:
    """Read the rows of the file, in their order; `path` is for what is said of a row that is wrong.

    Raises:
        ReadingError: it is no CSV or a column is missing; a State, treaty, action, date or source is none; a row stands
            twice.
    """
    lines: dict[tuple[str, str, str], int] = {}
    actions: list[DepositaryAction] = []
    for row in read_rows(content, path, _COLUMNS):
        action = _read_row(row)
        key = (action.state, action.treaty, action.action)
        if (before := lines.setdefault(key, row.line)) != row.line:
            raise ReadingError(f"{row.place}: {' '.join(key)} stands in line {before} already; keep one of the two.")
        actions.append(action)
    return tuple(actions)


def describe_depositary(actions: Iterable[DepositaryAction]) -> tuple[Triple, ...]:
    """Describe the actions, with the names of their types and treaties, and the graph itself; nothing of none."""
    described = [triple for action in actions for triple in _describe_action(action)]
    if not described:
        return ()
    treaties = {_treaties()[action.treaty.casefold()]: None for action in actions}
    facts: list[Fact] = [(v.DCTERMS_TITLE, text("Treaty actions as the depositary records them", "en"))]
    return (
        *describe(DEPOSITARY_GRAPH, (v.VOID_DATASET,), facts),
        *described,
        *(triple for treaty in treaties for triple in _describe_treaty(treaty)),
        *describe_codes(described),
    )


def _describe_action(action: DepositaryAction) -> Iterator[Triple]:
    treaty = _treaties()[action.treaty.casefold()].iri
    facts: list[Fact] = [
        (v.ACTION_TYPE, v.term(f"ta:{action.action}")),
        (v.STATE, state_iri(action.state)),
        (v.TREATY_OF, treaty),
        (v.ACTION_DATE, full_date(action.date)),
        (v.YEAR, integer(year(action.date))),
        (v.EDTF, edtf(action.date)),
        (v.EARLIEST, full_date(action.date)),
        (v.LATEST, full_date(action.date)),
        (v.DCTERMS_SOURCE, NamedNode(action.source)),
    ]
    # The names of reported actions begin with the report's in capitals, so the two never meet.
    iri = v.term(f"evt:untc_{action.state}_{local_name(treaty)}_{action.action}")
    return describe(iri, (v.TREATY_ACTION,), facts)


def _describe_treaty(treaty: _KnownTreaty) -> Iterator[Triple]:
    facts: list[Fact] = [
        (v.SKOS_PREF_LABEL, text(treaty.name, "en")),
        (v.SKOS_NOTATION, text(treaty.abbreviation)),
    ]
    return describe(treaty.iri, (v.INTERNATIONAL_INSTRUMENT,), facts)


def _read_row(row: CsvRow) -> DepositaryAction:
    place, cells = row.place, row.cells
    if cells["state"] not in state_names():
        raise ReadingError(f"{place}: {cells['state']!r} is no State; write its alpha-3 code, such as KAZ.")
    treaty = _treaties().get(cells["treaty"].casefold())
    if treaty is None:
        raise ReadingError(f"{place}: {cells['treaty']!r} is no known treaty; write its abbreviation, such as CED.")
    if cells["action"] not in _ACTIONS:
        known = ", ".join(_ACTIONS)
        raise ReadingError(f"{place}: {cells['action']!r} is no treaty action; write one of {known}.")
    if not _is_day(cells["date"]):
        raise ReadingError(f"{place}: {cells['date']!r} is no date; write year, month and day, such as 2009-02-27.")
    if not _is_web_address(cells["source"]):
        raise ReadingError(
            f"{place}: {cells['source']!r} is no web address; say where the date comes from, such as "
            "https://treaties.un.org/."
        )
    return DepositaryAction(**{**cells, "treaty": treaty.abbreviation})


def _is_web_address(address: str) -> bool:
    try:
        return NamedNode(address).value.startswith(("http://", "https://"))
    except ValueError:
        return False


def _is_day(date: str) -> bool:
    try:  # `fromisoformat` reads weeks and days without hyphens too
        return datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


@cache
def _treaties() -> dict[str, _KnownTreaty]:
    """The core treaties and the instruments that resolution knows by an abbreviation, by each in lower case."""
    known: dict[str, _KnownTreaty] = {}
    for treaty in load_treaties():
        core = _KnownTreaty(treaty_iri(treaty.abbreviation), treaty.abbreviation, treaty.title)
        known |= {short.casefold(): core for short in (treaty.abbreviation, *treaty.aliases)}
    for entry in load_instruments():
        other = _KnownTreaty(instrument_iri(entry.entity_id), entry.id, entry.names[0])
        for short in (entry.id, *entry.abbreviations):
            known.setdefault(short.casefold(), other)
    return known
