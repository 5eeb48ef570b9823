"""Where the store of an output folder lies, what it holds, and whether that is what the files hold now.

Nothing here opens a store.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph

from treatygraph.file_locks import lock_file
from treatygraph.folders import list_folders
from treatygraph.graph.vocabulary import BASE, DEPOSITARY_FILE, EXTERNAL_FILE

STORE_FOLDER: Final = ".store"
STATE_FILE: Final = "state.json"
GRAPH_FILE: Final = "graph.ttl"
BESIDE: Final = (DEPOSITARY_FILE, EXTERNAL_FILE)
"""What a person may lay beside the reports, and a question sees."""
MANY: Final = 10
"""From how many reports on a question has a store made where there is none; fewer are parsed within a second."""
_LAYOUT = 1
ENGINE: Final = f"{_LAYOUT} {pyoxigraph.__version__}"
"""What writes a store and in which layout; of another version it is made anew."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file by its SHA-256, and by size and time of change (ns), by which it is known without being read."""

    digest: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Held:
    """A report that the store holds: its symbol, and its graph file as it was."""

    symbol: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class State:
    """What a whole generation holds, by the names of folders and files.

    `engine` is the version of what wrote it and of its layout; `parts` are the store's own files with their sizes.
    """

    engine: str
    generation: str
    vocabulary: str
    parts: Mapping[str, int]
    reports: Mapping[str, Held]
    beside: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Kept:
    """A store that can be asked: its folder, and the name of each report's folder by symbol."""

    folder: Path
    reports: Mapping[str, str]


class StaleError(Exception):
    """The store is not what the files are; the text says in which way, as the end of a sentence."""


def store_folder(output: Path) -> Path:
    """Name the folder of the store of an output folder."""
    return output / STORE_FOLDER


def report_graph(folder: str) -> pyoxigraph.NamedNode:
    """Name the graph of a report by its folder, whose name is safe in an IRI: `g:CED-C-KAZ-1`."""
    return pyoxigraph.NamedNode(f"{BASE}graph/{folder}")


def has_store(source: Path) -> bool:
    """Whether an output folder has a store, whole or not."""
    return (source / STORE_FOLDER / STATE_FILE).is_file()


@contextmanager
def holding_store(output: Path, *, current: bool = True) -> Iterator[Kept]:
    """Hold the store of an output folder while it is read: a build that goes on meanwhile leaves it where it is.

    Unless `current`, nobody looks whether the files changed since it was written.

    Raises:
        StaleError: there is none, it is not whole or of another version, or the files changed since it was written.
    """
    for _ in range(3):  # a build may replace the state and remove the generation between two looks
        state = read_state(output)
        if state is None:
            break
        if state.engine != ENGINE:
            raise StaleError("was made by another version of this program")
        folder = store_folder(output) / state.generation
        with _shared(folder) as held:
            if held and is_whole(folder, state):
                if current:
                    check_state(output, state)
                yield Kept(folder, {report.symbol: name for name, report in state.reports.items()})
                return
    raise StaleError("is not whole")


def lacks_store(source: Path) -> bool:
    """Whether a question had better have a store made first: of many reports there is none that can be opened.

    One whose files changed since is another matter: whoever changed them may be at work.
    """
    if not source.is_dir() or (source / GRAPH_FILE).is_file() or len(list_folders(source, GRAPH_FILE)) < MANY:
        return False
    state = read_state(source)
    return state is None or state.engine != ENGINE or not is_whole(store_folder(source) / state.generation, state)


def stale_note(source: Path) -> str:
    """Say that the files are read though there is a store, and why; nothing where it is asked, or there is none."""
    if not has_store(source):
        return ""
    try:
        with holding_store(source):
            return ""
    except StaleError as error:
        return (
            f"{store_folder(source)} {error}: the files were read, which takes longer; "
            f"`treatygraph unify {source}` brings it in step."
        )


def read_state(output: Path) -> State | None:
    """Read what the store holds; None where there is no store, or its state is damaged."""
    try:
        record = json.loads((store_folder(output) / STATE_FILE).read_bytes())
        reports = {name: Held(held["symbol"], Stamp(**held["stamp"])) for name, held in record["reports"].items()}
        beside = {name: Stamp(**stamp) for name, stamp in record["beside"].items()}
        state = State(**{**record, "reports": reports, "beside": beside})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    plain = isinstance(state.generation, str) and state.generation.isdecimal() and isinstance(state.parts, dict)
    return state if plain else None


def write_state(output: Path, state: State) -> None:
    """Put a state in its place, in one step.

    Raises:
        OSError: it cannot be written.
    """
    path = store_folder(output) / STATE_FILE
    fresh = path.with_name(f".{STATE_FILE}.partial")
    record: dict[str, Any] = asdict(state)
    fresh.write_text(json.dumps(record, indent=0, sort_keys=True), encoding="utf-8")
    fresh.replace(path)


def is_whole(folder: Path, state: State) -> bool:
    """Whether all files of a generation are there, of the size that they had."""
    try:
        return all((folder / name).stat().st_size == size for name, size in state.parts.items())
    except OSError:
        return False


def is_damaged(error: BaseException | None) -> bool:
    """Whether this is what the engine says of a file that is not what it wrote."""
    return isinstance(error, OSError | RuntimeError) and "corruption" in str(error).casefold()


def give_up_store(output: Path) -> None:
    """Let a damaged store count as none, so that it is made anew."""
    with suppress(OSError):
        (store_folder(output) / STATE_FILE).unlink()


def check_state(output: Path, state: State) -> None:
    """Check that the files are those that the store holds.

    A file that was copied or touched is read, and counts as the same where its bytes are.

    Raises:
        StaleError: they are not.
    """
    names = {folder.name for folder in list_folders(output, GRAPH_FILE)}
    if more := sorted(names - state.reports.keys()):
        raise StaleError(f"does not hold {_some(more)}")
    if gone := sorted(state.reports.keys() - names):
        raise StaleError(f"holds {_some(gone)}, which {'is' if len(gone) == 1 else 'are'} no longer there")
    for name, held in state.reports.items():
        if not is_same(output / name / GRAPH_FILE, held.stamp):
            raise StaleError(f"is older than {name}")
    for name in BESIDE:
        path, before = output / name, state.beside.get(name)
        if path.is_file() != (before is not None) or (before is not None and not is_same(path, before)):
            raise StaleError(f"is older than {name}")


def is_same(path: Path, stamp: Stamp) -> bool:
    """Whether a file is the one that was stamped."""
    try:
        now = path.stat()
        if now.st_size != stamp.size:
            return False
        return now.st_mtime_ns == stamp.changed or _digest(path) == stamp.digest
    except OSError:
        return False


def make_stamp(path: Path) -> Stamp:
    """Stamp a file.

    Raises:
        OSError: it cannot be read.
    """
    now = path.stat()
    return Stamp(_digest(path), now.st_size, now.st_mtime_ns)


def read_symbol(folder: Path) -> str:
    """Read a report's symbol off the first line of its paragraphs; the folder's name where there is none."""
    try:
        with (folder / "paragraphs.jsonl").open(encoding="utf-8") as lines:
            return str(json.loads(lines.readline())["doc"])
    except (OSError, ValueError, KeyError, TypeError):
        return folder.name


def hold_file(generation: Path) -> Path:
    """Name the file by whose lock the readers of a generation are known."""
    return generation.with_name(f"{generation.name}.readers")


@contextmanager
def _shared(generation: Path) -> Iterator[bool]:
    """Lock a generation beside other readers; False where it is being removed."""
    try:
        file = os.open(hold_file(generation), os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield lock_file(file, exclusive=False)
    finally:
        os.close(file)


def remove_unless_read(generation: Path, remove: Any) -> None:
    """Call `remove` with a generation that no reader holds, and with the file of its lock.

    Raises:
        OSError: something cannot be removed.
    """
    lock = hold_file(generation)
    try:
        file = os.open(lock, os.O_RDONLY)
    except OSError:
        remove(generation, lock)
        return
    try:
        if lock_file(file, exclusive=True):
            remove(generation, lock)
    finally:
        os.close(file)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _some(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1:,} more"
