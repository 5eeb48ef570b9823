"""Whether an output folder is as the last run left it: then there is nothing to settle and no page to write.

The hidden file `.settled.json` holds a checksum of all that was settled and written; where anything differs, all is
settled again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from treatygraph.building.made import Made, program_digest
from treatygraph.building.swap import DATASET_FILE, PAGE_FILE, write_file
from treatygraph.building.unify import Unified
from treatygraph.corpus.lock import DECISIONS_FILE, LOCK_FILE

SETTLED_FILE = ".settled.json"

_BESIDE = (LOCK_FILE, DECISIONS_FILE, PAGE_FILE, DATASET_FILE)


@dataclass(frozen=True, slots=True)
class _Settled:
    state: str
    unified: Unified


def recall(output: Path, known: Mapping[Path, Made | None]) -> Unified | None:
    """What the last run found, if nothing changed since; None where something did."""
    try:
        settled = msgspec.json.decode((output / SETTLED_FILE).read_bytes(), type=_Settled)
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    return settled.unified if settled.state == _state(output, known) else None


def remember(output: Path, known: Mapping[Path, Made | None], unified: Unified) -> None:
    """Write down what was found, and of what.

    Raises:
        WritingError: it cannot be written.
    """
    if (state := _state(output, known)) is not None:
        write_file(output / SETTLED_FILE, msgspec.json.encode(_Settled(state, unified)))
    else:
        (output / SETTLED_FILE).unlink(missing_ok=True)


def _state(output: Path, known: Mapping[Path, Made | None]) -> str | None:
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
