"""What earlier builds settled: `iri-lock.json`, and `identity.csv`, in which a person decides.

The lock holds every entity that was given an IRI, with what identifies it and the id by which each report alone has
it; so a later report, or a longer title, never renames one. The list holds the pairs that may be one: "same" or
"different" in its first column is honoured by the next build, and stays.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import asdict

from treatygraph.corpus.schema import LockedRow, LockFile, decode, decode_whole, is_id, read_bytes
from treatygraph.csv_rows import CsvRow, read_rows, read_text
from treatygraph.errors import ReadingError
from treatygraph.report import Entity, EntityType

LOCK_FILE = "iri-lock.json"
DECISIONS_FILE = "identity.csv"

Decision = Literal["same", "different", ""]
Pair = tuple[str, str]

_LOCK_ADVICE = "bring it back, or remove it to give all IRIs anew"

_COLUMNS = (
    "decision",
    "first",
    "second",
    "reason",
    "first_name",
    "second_name",
    "first_reports",
    "second_reports",
)


@dataclass(slots=True)
class Locked:
    """An entity that has its IRI. It grows: `names`, `number` and `date` by what later reports say.

    `label` and `kind` are what all graphs state; `part` is the part of the State whose law it is, where it is of one;
    `reports` are the symbols of those that name it, with the id that each alone gives it; `replaced_by` is the id of
    the entity that a person found it to be.
    """

    id: str
    type: EntityType
    owner: str
    kind: str
    label: str
    names: list[str]
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    amending: bool = False
    abstract: bool = False
    named: bool = True
    part: str | None = None
    reports: dict[str, list[str]] = field(default_factory=dict)
    replaced_by: str | None = None

    def as_entity(self) -> Entity:
        """Write it as an entity, so that it is compared as those of reports are."""
        international = self.owner == "INT"
        return Entity(
            id=self.id,
            type=self.type,
            name=self.names[0],
            kind=self.kind,
            level="international" if international else "national",
            number=self.number,
            date=self.date,
            issuer=self.issuer,
            aliases=tuple(self.names[1:]),
            state=None if international else self.owner,
            title=self.title,
            amending=self.amending,
            confidence=1.0 if self.named else 0.0,
            part=self.part,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of entities that may be one, with what a person needs to decide; `line` is where it was read."""

    decision: Decision
    first: str
    second: str
    reason: str = ""
    first_name: str = ""
    second_name: str = ""
    first_reports: str = ""
    second_reports: str = ""
    line: int | None = field(default=None, compare=False)

    @property
    def pair(self) -> Pair:
        """The two ids in order, whichever stands first."""
        return make_pair(self.first, self.second)


def make_pair(first: str, second: str) -> Pair:
    """Put two ids in order."""
    return (first, second) if first <= second else (second, first)


def read_lock(output: Path) -> dict[str, Locked]:
    """Read the entities that have their IRIs, by id; none where nothing was built yet.

    Raises:
        ReadingError: the lock is there and cannot be read.
    """
    path = output / LOCK_FILE
    if not path.exists():
        return {}
    content = read_bytes(path, _LOCK_ADVICE)
    entities = decode_whole(content, LockFile, path, _LOCK_ADVICE).entities
    locked: dict[str, Locked] = {}
    for name, raw in entities.items():
        if not is_id(name):
            raise ReadingError(f"{_line(path, content, name)}: {name!r} is no id; {_LOCK_ADVICE}.")
        try:
            row = decode(raw, LockedRow, name, _LOCK_ADVICE)
        except ReadingError as error:
            raise ReadingError(f"{_line(path, content, name)}, {error}") from error
        locked[name] = Locked(id=name, **asdict(row))
    _check_replacements(path, content, locked)
    return locked


def _check_replacements(path: Path, content: bytes, locked: Mapping[str, Locked]) -> None:
    """Refuse an entity that is replaced by one that is not there, or in the end by itself."""
    sound: set[str] = set()
    for name in locked:
        seen: dict[str, None] = {}
        following: str | None = name
        while following is not None and following not in sound:
            if following in seen:
                raise ReadingError(
                    f"{_line(path, content, name)}: {name} is replaced by "
                    f"{', then '.join([*[*seen][1:], following])}; {_LOCK_ADVICE}."
                )
            if following not in locked:
                raise ReadingError(
                    f"{_line(path, content, name)}: {name} is replaced by {following}, which is not there; "
                    f"{_LOCK_ADVICE}."
                )
            seen[following] = None
            following = locked[following].replaced_by
        sound.update(seen)


def _line(path: Path, content: bytes, name: str) -> str:
    """Say where an entity stands, by the first line that has its id as a key."""
    before, found, _ = content.partition(f"{_json(name)}:".encode())
    return f"{path}, line {before.count(10) + 1}" if found else str(path)


def write_lock(locked: Mapping[str, Locked]) -> bytes:
    """Write the lock: a line an entity, in the order of ids."""
    lines = [f"  {_json(name)}: {_json(_record(locked[name]))}" for name in sorted(locked)]
    return ('{"version": 1, "entities": {\n' + ",\n".join(lines) + "\n}}\n").encode()


def read_decisions(output: Path) -> tuple[Row, ...]:
    """Read the list of pairs with what a person decided; none where there is no list.

    Raises:
        ReadingError: the list is there and is not one.
    """
    path = output / DECISIONS_FILE
    if not path.exists():
        return ()
    rows = tuple(_read_row(row) for row in read_rows(read_text(path), path, _COLUMNS, needed=3))
    _check_decisions(path, rows)
    return rows


def check_known(output: Path, decisions: Iterable[Row], locked: Container[str]) -> None:
    """Refuse a decision about an entity that is not in the lock.

    Raises:
        ReadingError: there is one.
    """
    for row in decisions:
        for name in row.pair:
            if row.decision and name not in locked:
                place = f"{output / DECISIONS_FILE}, line {row.line}"
                raise ReadingError(
                    f"{place}: “{row.decision}” is decided of {name}, which is no id in {LOCK_FILE}; "
                    "correct the row or remove it."
                )


def _check_decisions(path: Path, rows: Sequence[Row]) -> None:
    """Refuse decisions of which one says of two that they differ, and others that both are one with a third."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while (following := leader.setdefault(name, name)) != name:
            leader[name] = name = leader[following]
        return name

    for row in rows:
        if row.decision == "same":
            leader[find(row.first)] = find(row.second)
    for row in rows:
        if row.decision == "different" and find(row.first) == find(row.second):
            raise ReadingError(
                f"{path}, line {row.line}: {row.first} and {row.second} are different here and the same by other rows; "
                "correct one of them."
            )


def write_decisions(rows: Iterable[Row]) -> bytes:
    """Write the list: what is to be decided first, then what is, each in the order of ids."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in sorted(rows, key=lambda row: (row.decision != "", row.pair)):
        writer.writerow([getattr(row, name) for name in _COLUMNS])
    return buffer.getvalue().encode()


def _read_row(row: CsvRow) -> Row:
    cells = dict(row.cells)
    decision = cells.pop("decision").casefold()
    if decision not in ("same", "different", ""):
        raise ReadingError(f"{row.place}: the decision is same, different or nothing, not {decision!r}.")
    if not cells["first"] or not cells["second"]:
        raise ReadingError(f"{row.place}: first and second name the two entities; one is missing.")
    return Row(decision, **cells, line=row.line)  # type: ignore[arg-type]


def _record(entity: Locked) -> dict[str, Any]:
    always = ("type", "owner", "kind", "label", "names", "reports")
    rest = ("number", "date", "issuer", "title", "amending", "abstract", "part", "replaced_by")
    record = {name: getattr(entity, name) for name in always}
    record["reports"] = {symbol: sorted(entity.reports[symbol]) for symbol in sorted(entity.reports)}
    record |= {name: value for name in rest if (value := getattr(entity, name))}
    return record if entity.named else {**record, "named": False}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
