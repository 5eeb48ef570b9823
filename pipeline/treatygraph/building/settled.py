"""Whether an output folder is as the last run left it: then there is nothing to settle and no page to write.

The hidden file `.settled.json` holds a checksum of all that was settled and written; where anything differs, all is
settled again, but for the names of instruments that were read for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from treatygraph.building.made import Known, program_digest
from treatygraph.building.swap import DATASET_FILE, PAGE_FILE, write_file
from treatygraph.building.unify import Unified
from treatygraph.corpus.lock import DECISIONS_FILE, LOCK_FILE
from treatygraph.report import InstrumentName

SETTLED_FILE = ".settled.json"

_BESIDE = (LOCK_FILE, DECISIONS_FILE, PAGE_FILE, DATASET_FILE)


@dataclass(frozen=True, slots=True)
class Settled:
    """What the last run found, the checksum of the state that it left, and the names of instruments that it read.

    The names are of use to the same program only; `check` is the checksum of them.
    """

    state: str | None = None
    unified: Unified | None = None
    program: str = ""
    check: str = ""
    names: dict[str, InstrumentName] = field(default_factory=dict)


def recall(output: Path) -> Settled:
    """Read what the last run wrote down; nothing where it wrote nothing, or was another program, or it is damaged."""
    try:
        settled = msgspec.json.decode((output / SETTLED_FILE).read_bytes(), type=Settled)
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return Settled()
    return settled if (settled.program, settled.check) == (program_digest(), _check(settled.names)) else Settled()


def is_as_left(output: Path, known: Known, settled: Settled) -> bool:
    """Tell whether nothing changed since: no report, nor what was settled, nor what stands beside them."""
    return settled.state is not None and settled.state == _state(output, known)


def remember(output: Path, known: Known, unified: Unified, names: Mapping[str, InstrumentName]) -> None:
    """Write down what was found, and of what.

    Raises:
        WritingError: it cannot be written.
    """
    ordered = {name: names[name] for name in sorted(names)}
    settled = Settled(_state(output, known), unified, program_digest(), _check(ordered), ordered)
    write_file(output / SETTLED_FILE, msgspec.json.encode(settled))


def _check(names: Mapping[str, InstrumentName]) -> str:
    return hashlib.sha256(msgspec.json.encode(names)).hexdigest()


def _state(output: Path, known: Known) -> str | None:
    """The checksum of all that is in the folder; None where it is not known of a report what it was made from."""
    digest = hashlib.sha256(program_digest().encode())
    for folder, made in sorted(known.items()):
        if made is None:
            return None
        digest.update(repr((folder.name, sorted(made.files.items()))).encode())
    for name in _BESIDE:
        path = output / name
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"none")
    return digest.hexdigest()
