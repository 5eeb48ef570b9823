"""Holding an output folder: one run at a time writes into it, others wait.

The system frees the lock when its holder ends, however it ends. The file it lies on, `.treatygraph.lock`, says which
process holds it and since when, and is gone when the run has ended.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from treatygraph.building.swap import parents, put_right, saying
from treatygraph.errors import WritingError
from treatygraph.file_locks import lock_file

HOLD_FILE = ".treatygraph.lock"

# Seconds that a run waits for another one to end, unless it is told otherwise.
WAIT = 600.0
_PAUSE = 0.1


@contextmanager
def hold(output: Path, wait: float = WAIT, say: Callable[[str], None] = lambda sentence: None) -> Iterator[None]:
    """Hold a folder while something is written into it, and put right what a killed run left there.

    The folder and its parents are made, and removed again at the end if nothing was put into them. `wait` is in
    seconds; `say` is told once who holds the folder, where another run does.

    Raises:
        WritingError: another run holds it for longer than `wait`, or the folder cannot be written into.
    """
    with ExitStack() as stack:
        with saying(output):
            stack.enter_context(parents(output))
            stack.callback(_free, output, _take(output, wait, say))
            put_right(output)
        yield


def _take(output: Path, wait: float, say: Callable[[str], None]) -> int:
    """Lock the file, once it is the one that stands in the folder: a run that ends removes it."""
    path = output / HOLD_FILE
    until, told = time.monotonic() + wait, False
    while True:
        output.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if lock_file(file, exclusive=True) and _stands_at(path, file):
            os.ftruncate(file, 0)
            os.write(file, json.dumps({"process": os.getpid(), "since": time.strftime("%Y-%m-%d %H:%M:%S")}).encode())
            return file
        os.close(file)
        if time.monotonic() >= until:
            raise WritingError(
                f"{output}: another build is at work here{_holder(path)}; "
                "wait until it has ended, or choose another --output."
            )
        if not told and (holder := _holder(path)):
            say(f"{output}: another build is at work here{holder}; waiting until it has ended.")
            told = True
        time.sleep(_PAUSE)


def _free(output: Path, held: int) -> None:
    with suppress(OSError):
        (output / HOLD_FILE).unlink()
    os.close(held)


def _stands_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    """Say which process holds the lock and since when; nothing where it has just ended."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return f" (process {record['process']}, since {record['since']})"
    except (OSError, ValueError, TypeError, KeyError):
        return ""
