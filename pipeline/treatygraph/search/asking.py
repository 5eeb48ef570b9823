"""Searching an index: the best paragraphs, how many there are, and how they are spread over the fields."""

from __future__ import annotations

import difflib
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from treatygraph.search.index import opened_index
from treatygraph.search.wanted import Part, SearchError, Wanted, read_search

BEGIN, END = "\x02", "\x03"
"""What stands around a found word in the words of a hit."""
SHOWN: Final = 20
_SECONDS = 10.0
_INSTRUCTIONS = 10_000  # of SQLite's machine, between two looks at the clock
_WORDS_ROUND = 40  # of a hit
_NEAR, _LIKE = 3, 0.8  # of a word that no report has: how many it may mean, how like they must be
_COUNTED = {
    "state": "report.state", "treaty": "report.treaty", "report": "report.symbol", "year": "report.year",
    "speaker": "unit.speaker",
}  # fmt: skip
_MANY_VALUED = ("article", "kind")


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found: its document and the folder of that, its id, page and heading, the words around.

    In `words` what was asked for stands between BEGIN and END.
    """

    symbol: str
    folder: str
    unit: str
    page: int | None
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the paragraphs have a value of a field."""

    field: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: the best hits, the number of all, and the facets, of each field the commonest first.

    `instead` has the words that no report has, with those that are like them and were looked for in their place.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]
    instead: tuple[tuple[str, tuple[str, ...]], ...] = ()


def found_record(found: Found) -> dict[str, Any]:
    """An answer as JSON has it; in `words` what was asked for stands between « and »."""
    facets: dict[str, dict[str, int]] = {}
    for facet in found.facets:
        facets.setdefault(facet.field, {})[facet.value] = facet.count
    return {
        "total": found.total,
        "hits": [
            {
                "document": hit.symbol,
                "paragraph": hit.unit,
                "page": hit.page,
                "heading": hit.section,
                "words": hit.words.replace(BEGIN, "«").replace(END, "»"),
            }
            for hit in found.hits
        ],
        "facets": facets,
        "instead": {word: list(words) for word, words in found.instead},
    }


def search(output: Path, text: str, *, most: int = SHOWN, first: int = 0) -> Found:
    """Search the reports in a folder, whose index is brought in step first.

    `most` hits are told, from `first` on, the best first; of a jump in the order of the documents.

    Raises:
        SearchError: the search cannot be understood, or takes too long.
        ReadingError: there are no reports, or one cannot be read.
        WritingError: the index cannot be written.
    """
    wanted = read_search(text)
    with opened_index(output) as connection:
        ends = time.monotonic() + _SECONDS
        connection.set_progress_handler(lambda: time.monotonic() > ends, _INSTRUCTIONS)
        try:
            return _search(connection, wanted, most, first)
        except sqlite3.OperationalError as error:
            raise SearchError(f"This search cannot be answered ({error}); ask for less.") from error


def _search(connection: sqlite3.Connection, wanted: Wanted, most: int, first: int) -> Found:
    parts, instead = _nearest(connection, wanted.parts)
    conditions, values = _conditions(wanted)
    match = _match(parts)
    if match is None and parts:
        return Found((), 0, (), instead)
    source = "words JOIN unit ON unit.id = words.rowid JOIN report ON report.folder = unit.folder"
    if match is not None:
        conditions, values = ("words MATCH ?", *conditions), (match, *values)
    where = " AND ".join(conditions)
    connection.execute(f"CREATE TEMP TABLE found AS SELECT unit.id AS id FROM {source} WHERE {where}", values)
    total: int = connection.execute("SELECT COUNT(*) FROM found").fetchone()[0]
    words = f"snippet(words, 0, '{BEGIN}', '{END}', '…', {_WORDS_ROUND})" if match else "substr(words.text, 1, 300)"
    order = "bm25(words), report.symbol, unit.id" if match else "report.symbol, unit.id"
    rows = connection.execute(
        f"SELECT report.symbol, report.folder, unit.unit, unit.page, unit.section, {words} FROM {source} "
        f"WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?",
        (*values, most, first),
    )
    return Found(tuple(Hit(*row) for row in rows), total, tuple(_facets(connection)), instead)


def _nearest(
    connection: sqlite3.Connection, parts: Sequence[Part]
) -> tuple[list[tuple[Part, ...]], tuple[tuple[str, tuple[str, ...]], ...]]:
    """Each word, or where no report has it those that are like it: "abducton" is "abduction"."""
    read: list[tuple[Part, ...]] = []
    instead = []
    for part in parts:
        if part.way != "word" or _is_there(connection, part):
            read.append((part,))
            continue
        near = tuple(_like(connection, part.text))
        instead.append((part.text, near))
        read.append(tuple(Part(word) for word in near))
    return read, tuple(instead)


def _is_there(connection: sqlite3.Connection, part: Part) -> bool:
    row = connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (_quoted(part),)).fetchone()
    return row is not None


def _like(connection: sqlite3.Connection, word: str) -> list[str]:
    """The words of the reports that are spelt like a word; two letters more or fewer at the most."""
    rows = connection.execute(
        "SELECT word FROM spelt WHERE length(word) BETWEEN ? AND ?", (len(word) - 2, len(word) + 2)
    )
    near = difflib.get_close_matches(word.casefold(), [word for (word,) in rows], n=_NEAR, cutoff=_LIKE)
    return [word for word in near if _is_there(connection, Part(word))]


def _match(parts: Iterable[Sequence[Part]]) -> str | None:
    """The words in the language of the full text search; None where there are none, or one has no like."""
    said = [" OR ".join(map(_quoted, alternatives)) for alternatives in parts]
    return " AND ".join(f"({one})" for one in said) if said and all(said) else None


def _quoted(part: Part) -> str:
    text = part.text.replace('"', '""')
    return f'"{text}"*' if part.way == "begins" else f'"{text}"'


def _conditions(wanted: Wanted) -> tuple[tuple[str, ...], tuple[str | int, ...]]:
    conditions, values = ["1"], list[str | int]()
    for name, column in _COUNTED.items():
        if asked := wanted.field(name):
            columns = (column, "report.name") if name == "state" else (column,)
            one = " OR ".join(f"{each} = ? COLLATE NOCASE" for each in columns)
            conditions.append(f"({' OR '.join([one] * len(asked))})")
            values += [value for value in asked for _ in columns]
    for name in _MANY_VALUED:
        if asked := wanted.field(name):
            places = ", ".join("?" * len(asked))
            conditions.append(f"unit.id IN (SELECT unit FROM {name} WHERE value COLLATE NOCASE IN ({places}))")
            values += asked
    if wanted.paragraph is not None:
        conditions.append("unit.unit = ? COLLATE NOCASE")
        values.append(wanted.paragraph)
    if wanted.page is not None:
        conditions.append("unit.page = ?")
        values.append(wanted.page)
    return tuple(conditions), tuple(values)


def _facets(connection: sqlite3.Connection) -> Iterable[Facet]:
    joined = "found JOIN unit ON unit.id = found.id JOIN report ON report.folder = unit.folder"
    asked = [(name, column, joined) for name, column in _COUNTED.items()]
    asked += [(name, f"{name}.value", f"found JOIN {name} ON {name}.unit = found.id") for name in _MANY_VALUED]
    for name, column, source in asked:
        rows = connection.execute(
            f"SELECT {column}, COUNT(DISTINCT found.id) AS n FROM {source} WHERE {column} IS NOT NULL "
            f"GROUP BY {column} ORDER BY n DESC, {column}"
        )
        yield from (Facet(name, value, count) for value, count in rows)
