"""The index of a folder: `.search/index.sqlite`, kept in step with the reports, each taken in once.

SQLite's full text search (https://www.sqlite.org/fts5.html) comes with Python. Words are found in every form of
theirs (Porter's stems) and without accents. What changes is written in one transaction: a run that is ended leaves the
index as it was, and one that is damaged is made anew.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from treatygraph.corpus.records import RECORD_FILES, read_records
from treatygraph.errors import ReadingError, WritingError
from treatygraph.folders import list_folders
from treatygraph.ontology import state_names
from treatygraph.report import Annotated

SEARCH_FOLDER: Final = ".search"
_FILE = "index.sqlite"
_LAYOUT = 2
# As they are printed: a stem, stemmed once more, can be another. Those of a report that is gone stay, and find nothing.
_SPELT = re.compile(r"[^\W\d_]{3,}")
_PATIENCE = 60.0  # seconds to wait for another that writes
_TABLES = """
CREATE TABLE report(folder TEXT PRIMARY KEY, stamp TEXT NOT NULL, symbol TEXT NOT NULL, state TEXT, name TEXT,
  treaty TEXT, year TEXT);
CREATE TABLE unit(id INTEGER PRIMARY KEY, folder TEXT NOT NULL, unit TEXT NOT NULL, page INTEGER, section TEXT,
  speaker TEXT NOT NULL);
CREATE TABLE article(unit INTEGER NOT NULL, value TEXT NOT NULL);
CREATE TABLE kind(unit INTEGER NOT NULL, value TEXT NOT NULL);
CREATE INDEX unit_folder ON unit(folder);
CREATE INDEX article_unit ON article(unit);
CREATE INDEX kind_unit ON kind(unit);
CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61 remove_diacritics 2');
CREATE TABLE spelt(word TEXT PRIMARY KEY) WITHOUT ROWID;
"""


@contextmanager
def opened_index(output: Path) -> Iterator[sqlite3.Connection]:
    """Bring the index of a folder in step with its reports, and open it to read.

    Raises:
        ReadingError: there is no report in the folder, or a record of one cannot be read.
        WritingError: the index cannot be written.
    """
    folders = {folder.name: folder for folder in list_folders(output)}
    if not folders:
        raise ReadingError(f"{output}: there are no reports here; `treatygraph build` writes them.")
    path = output / SEARCH_FOLDER / _FILE
    try:
        path.parent.mkdir(exist_ok=True)
        try:
            connection = _in_step(path, folders)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
                raise
            _remove(path)
            connection = _in_step(path, folders)
    except (OSError, sqlite3.Error) as error:
        raise WritingError(f"{path}: the index cannot be written ({error}).") from error
    with closing(connection):
        yield connection


def _in_step(path: Path, folders: dict[str, Path]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] != _LAYOUT:
            _lay_out(connection)
        stamps = {name: _stamp(folder) for name, folder in folders.items()}
        if _held(connection) == stamps:
            return connection
        with _transaction(connection):
            held = _held(connection)  # another may have written meanwhile
            for name in sorted(held.keys() | stamps.keys()):
                if held.get(name) != stamps.get(name):
                    _forget(connection, name)
                    if name in stamps:
                        _take_in(connection, name, stamps[name], read_records(folders[name]))
    except BaseException:
        connection.close()
        raise
    return connection


def _lay_out(connection: sqlite3.Connection) -> None:
    with _transaction(connection):
        if connection.execute("PRAGMA user_version").fetchone()[0] == _LAYOUT:
            return
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words_%'")
        for (name,) in names.fetchall():
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in filter(str.strip, _TABLES.split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_LAYOUT}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _stamp(folder: Path) -> str:
    """By what the records of a report are known without being read: sizes, and times of change in ns."""
    found = []
    for name in RECORD_FILES:
        with suppress(OSError):
            status = (folder / name).stat()
            found.append(f"{status.st_size}.{status.st_mtime_ns}")
    return " ".join(found)


def _held(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT folder, stamp FROM report").fetchall())


def _forget(connection: sqlite3.Connection, folder: str) -> None:
    of_report = "(SELECT id FROM unit WHERE folder = ?)"
    for table, column in (("article", "unit"), ("kind", "unit"), ("words", "rowid")):
        connection.execute(f"DELETE FROM {table} WHERE {column} IN {of_report}", (folder,))
    connection.execute("DELETE FROM unit WHERE folder = ?", (folder,))
    connection.execute("DELETE FROM report WHERE folder = ?", (folder,))


def _take_in(connection: sqlite3.Connection, folder: str, stamp: str, annotated: Annotated) -> None:
    report = annotated.report
    name = state_names().get(report.state or "", report.state)
    connection.execute(
        "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?)",
        (folder, stamp, report.symbol, report.state, name, report.treaty, _year(annotated)),
    )
    kinds = {entity.id: entity.kind for entity in annotated.entities if entity.type == "instrument"}
    named: dict[str, set[str]] = {}
    for mention in annotated.mentions:
        if mention.entity in kinds:
            named.setdefault(mention.unit, set()).add(kinds[mention.entity])
    spelt: set[str] = set()
    utterances = {spoken.unit: spoken for spoken in annotated.dialogue.utterances} if annotated.dialogue else {}
    for unit in report.units:
        spoken = utterances.get(unit.id)
        speaker = spoken.speaker if spoken else "state"
        row = connection.execute(
            "INSERT INTO unit(folder, unit, page, section, speaker) VALUES (?, ?, ?, ?, ?)",
            (folder, unit.id, unit.page, unit.section, speaker),
        ).lastrowid
        connection.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (row, unit.text))
        spelt.update(_SPELT.findall(unit.text.casefold()))
        articles = unit.convention_articles or (spoken.articles if spoken else ())
        connection.executemany("INSERT INTO article VALUES (?, ?)", [(row, article) for article in articles])
        connection.executemany(
            "INSERT INTO kind VALUES (?, ?)", [(row, kind) for kind in sorted(named.get(unit.id, ()))]
        )
    connection.executemany("INSERT OR IGNORE INTO spelt VALUES (?)", [(word,) for word in sorted(spelt)])


def _year(annotated: Annotated) -> str | None:
    """The year of a document: when it was made, or received, or up to which it reports."""
    report = annotated.report
    date = report.date or report.received
    return date[:4] if date else str(report.coverage[1]) if report.coverage else None


def _remove(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink(missing_ok=True)
