"""Putting a folder in the place of another: whole, or not at all, also where a run is killed in the middle.

A new folder is filled under a hidden name (`.CED-C-KAZ-1.partial-4711`); what stands in its place is set aside under
another (`.CED-C-KAZ-1.old-4711`) and removed when the new one stands. `put_right` undoes what a killed run left.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from treatygraph.corpus.lock import DECISIONS_FILE, LOCK_FILE
from treatygraph.corpus.review import REVIEW_FILE
from treatygraph.errors import WritingError

DATASET_FILE = "dataset.ttl"
PAGE_FILE = "index.html"

_AT_WORK = re.compile(r"\.(?P<name>.+)\.(?P<purpose>partial|old)-\d+")
# Files that a build or the service writes beside the reports. A hidden file of another name may be an export at work.
_OWN_FILES = frozenset((LOCK_FILE, DECISIONS_FILE, DATASET_FILE, PAGE_FILE, REVIEW_FILE))


def replace_folder(target: Path, write: Callable[[Path], None], refuse: Callable[[Path], None] | None = None) -> None:
    """Let `write` fill a new folder beside `target`, then put it in the place of `target`.

    `refuse` raises where something stands there that is not to be replaced; else what no build wrote is refused.

    What stood there stays until the new folder is complete, and comes back if it cannot be put in place. Parents of
    `target` are made when all is written, and no trace is left of what fails.

    Raises:
        WritingError: the folder cannot be written, or `target` is something that no build wrote.
    """
    (refuse or refuse_foreign_folder)(target)
    fresh = hidden(target)
    with saying(target), parents(target.parent):
        try:
            make_folder(fresh)
            write(fresh)
            discard(place(fresh, target))
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def place(fresh: Path, target: Path) -> Path | None:
    """Put the whole folder `fresh` in the place of `target`; what stood there is set aside, and named.

    Raises:
        OSError: it cannot be put there; what stood there stands there still.
    """
    aside = hidden(target, "old") if target.exists() else None
    if aside is not None:
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        put_back(aside, target)
        raise
    return aside


def put_back(aside: Path | None, target: Path) -> None:
    """Put a folder that was set aside where it stood, in the place of what stands there now; or nothing there."""
    if target.exists():
        shutil.rmtree(target)
    if aside is not None:
        aside.rename(target)


def discard(aside: Path | None) -> None:
    """Remove a folder that was set aside."""
    if aside is not None:
        shutil.rmtree(aside, ignore_errors=True)


def put_right(output: Path) -> None:
    """Put right what a killed run left in `output`: a folder set aside is put back where none stands in its place.

    What is partial is removed. The caller holds the folder, so no other run is at work in it.
    """
    left = [(path, match) for path in output.iterdir() if (match := _AT_WORK.fullmatch(path.name))]
    folders = [(path, match) for path, match in left if path.is_dir() and not path.is_symlink()]
    for path, match in sorted(folders, key=lambda found: -found[0].stat().st_mtime_ns):
        # An earlier version moved the folder into the hidden one, under its own name.
        inner = path / match["name"]
        whole, target = inner if inner.is_dir() else path, output / match["name"]
        if match["purpose"] == "old" and not target.exists() and (whole / "report.json").is_file():
            whole.rename(target)
    for path, match in left:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif match["name"] in _OWN_FILES:
            path.unlink(missing_ok=True)


def hidden(target: Path, purpose: str = "partial") -> Path:
    """Name the hidden file or folder beside `target` on which this process is at work."""
    return target.with_name(f".{target.name}.{purpose}-{os.getpid()}")


def make_folder(folder: Path) -> None:
    """Make a hidden folder to write into, in the place of one that may be left there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole, or leave the one that is there; one that would be the same is left alone.

    Raises:
        WritingError: it cannot be written.
    """
    fresh = hidden(path)
    with saying(path):
        try:
            if path.is_file() and path.read_bytes() == content:
                return
            fresh.write_bytes(content)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)


def refuse_foreign_folder(target: Path) -> None:
    """Refuse to write where something stands that no build wrote.

    Raises:
        WritingError: it does.
    """
    with saying(target):
        foreign = target.exists() and not (target / "report.json").is_file()
        if foreign and (target.is_file() or any(target.iterdir())):
            raise WritingError(
                f"{target} is there and was not written by treatygraph; move it away or choose another --output."
            )


@contextmanager
def saying(target: Path) -> Iterator[None]:
    """Say in a sentence what keeps `target` from being written."""
    try:
        yield
    except OSError as error:
        raise WritingError(
            f"{target} cannot be written ({error.strerror or error}); choose another folder with --output."
        ) from error


@contextmanager
def parents(folder: Path) -> Iterator[None]:
    """Make a folder and its parents, and remove those that were made and are empty at the end."""
    made = []
    try:
        for parent in reversed([folder, *folder.parents]):
            if not parent.exists():
                parent.mkdir(exist_ok=True)
                made.append(parent)
        yield
    finally:
        with suppress(OSError):  # not empty, or removed by another run
            for parent in reversed(made):
                parent.rmdir()
