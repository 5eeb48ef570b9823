"""What earlier builds settled: `iri-lock.json`, and `identity.csv`, in which a person decides.

The lock holds every entity that was given an IRI, with what identifies it and the id by which each report alone has
it; so a later report, or a longer title, never renames one. The list holds the pairs that may be one: "same" or
"different" in its first column is honoured by the next build, and stays.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from treatygraph.errors import ReadingError
from treatygraph.report import Entity, EntityType

LOCK_FILE = "iri-lock.json"
DECISIONS_FILE = "identity.csv"

Decision = Literal["same", "different", ""]
Pair = tuple[str, str]

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

    `label` and `kind` are what all graphs state; `reports` are the symbols of those that name it, with the id that
    each alone gives it; `replaced_by` is the id of the entity that a person found it to be.
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
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of entities that may be one, with what a person needs to decide."""

    decision: Decision
    first: str
    second: str
    reason: str = ""
    first_name: str = ""
    second_name: str = ""
    first_reports: str = ""
    second_reports: str = ""

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
    try:
        records = json.loads(path.read_text(encoding="utf-8"))["entities"]
        return {name: Locked(id=name, **record) for name, record in records.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadingError(
            f"{path} cannot be read ({error}); bring it back, or remove it to give all IRIs anew."
        ) from error


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
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(f"{path} cannot be read ({error}); save it as CSV in UTF-8.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in _COLUMNS[:3] if name not in (reader.fieldnames or ())]
    if missing:
        raise ReadingError(f"{path} has no column {', '.join(missing)}; its first line names the columns.")
    return tuple(_read_row(path, reader.line_num, record) for record in reader)


def write_decisions(rows: Iterable[Row]) -> bytes:
    """Write the list: what is to be decided first, then what is, each in the order of ids."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in sorted(rows, key=lambda row: (row.decision != "", row.pair)):
        writer.writerow([getattr(row, name) for name in _COLUMNS])
    return buffer.getvalue().encode()


def _read_row(path: Path, line: int, record: Mapping[str, str | None]) -> Row:
    cells = {name: (record.get(name) or "").strip() for name in _COLUMNS}
    decision = cells.pop("decision").casefold()
    if decision not in ("same", "different", ""):
        raise ReadingError(f"{path}, line {line}: the decision is same, different or nothing, not {decision!r}.")
    if not cells["first"] or not cells["second"]:
        raise ReadingError(f"{path}, line {line}: first and second name the two entities; one is missing.")
    return Row(decision, **cells)  # type: ignore[arg-type]


def _record(entity: Locked) -> dict[str, Any]:
    always = ("type", "owner", "kind", "label", "names", "reports")
    rest = ("number", "date", "issuer", "title", "amending", "abstract", "replaced_by")
    record = {name: getattr(entity, name) for name in always}
    record["reports"] = {symbol: sorted(entity.reports[symbol]) for symbol in sorted(entity.reports)}
    record |= {name: value for name in rest if (value := getattr(entity, name))}
    return record if entity.named else {**record, "named": False}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
