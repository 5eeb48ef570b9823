"""The folder that a run writes for one report: whole, or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from treatygraph.corpus.lock import DECISIONS_FILE, LOCK_FILE
from treatygraph.corpus.records import write_records
from treatygraph.errors import WritingError
from treatygraph.export import project, write_network
from treatygraph.export.explorer import write_corpus_page, write_page
from treatygraph.export.training import to_docbin
from treatygraph.graph import triples
from treatygraph.graph.dataset import Written, describe_corpus, describe_dataset
from treatygraph.graph.iris import document_name
from treatygraph.graph.register import make_register
from treatygraph.graph.turtle import turtle
from treatygraph.report import Annotated

DATASET_FILE = "dataset.ttl"

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def folder_name(symbol: str) -> str:
    """Name a report's folder by its symbol.

    >>> folder_name("CED/C/KAZ/1")
    'CED-C-KAZ-1'
    """
    return _NOT_IN_NAMES.sub("_", symbol.replace("/", "-")).lstrip(".") or "report"


def write_files(annotated: Annotated, folder: Path, *, docbin: bool = False) -> None:
    """Write every file of a linked report into an existing folder; `docbin` adds its mentions as training data."""
    write_records(annotated, folder)
    graph = tuple(triples(annotated))
    (folder / "graph.ttl").write_bytes(turtle(graph))
    write_network(project([annotated]), folder)
    write_page(annotated, folder / "index.html")
    if docbin:
        (folder / "mentions.spacy").write_bytes(to_docbin(annotated))
    written = _read_written(path for path in folder.iterdir() if path.name != DATASET_FILE)
    description = describe_dataset(annotated.report, make_register(annotated), graph, written)
    (folder / DATASET_FILE).write_bytes(description)


def write_catalogue(output: Path) -> Path | None:
    """Write the description of all reports that were built into `output`, where there are several.

    Raises:
        WritingError: it cannot be written.
    """
    folders = sorted(graph.parent.name for graph in output.glob("*/graph.ttl"))
    if len(folders) < 2:
        return None
    files = (output / name for name in ("index.html", LOCK_FILE, DECISIONS_FILE))
    named = [(name, document_name(name)) for name in folders]
    catalogue, fresh = output / DATASET_FILE, output / f".{DATASET_FILE}.partial-{os.getpid()}"
    try:
        fresh.write_bytes(describe_corpus(named, _read_written(path for path in files if path.is_file())))
        fresh.replace(catalogue)
    except OSError as error:
        raise WritingError(
            f"{catalogue} cannot be written ({error.strerror or error}); choose another --output."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return catalogue


def _read_written(paths: Iterable[Path]) -> tuple[Written, ...]:
    """Take the size and the checksum of files, by name."""
    contents = ((path.name, path.read_bytes()) for path in sorted(paths))
    return tuple(Written(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in contents)


def write_overview(output: Path) -> Path | None:
    """Write the page over all reports that were built into `output`, where there are several.

    Raises:
        WritingError: the page cannot be written.
    """
    folders = sorted(record.parent for record in output.glob("*/report.json"))
    if len(folders) < 2:
        return None
    page, fresh = output / "index.html", output / f".index.html.partial-{os.getpid()}"
    try:
        write_corpus_page(folders, fresh)
        fresh.replace(page)
    except OSError as error:
        raise WritingError(f"{page} cannot be written ({error.strerror or error}); choose another --output.") from error
    finally:
        fresh.unlink(missing_ok=True)
    return page


def replace_folder(target: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder beside `target`, then put it in the place of `target`.

    What stood there stays until the new folder is complete, and comes back if it cannot be put in place. Parents of
    `target` are made when all is written, and no trace is left of what fails.

    Raises:
        WritingError: the folder cannot be written, or `target` is something that no build wrote.
    """
    try:
        _refuse_foreign(target)
        with _parents(target.parent), _beside(target, "partial") as fresh:
            write(fresh)
            with _beside(target, "old") as old:
                if target.exists():
                    target.rename(old / target.name)
                try:
                    fresh.rename(target)
                except OSError:
                    if (old / target.name).exists():
                        (old / target.name).rename(target)
                    raise
    except OSError as error:
        raise WritingError(
            f"{target} cannot be written ({error.strerror or error}); choose another folder with --output."
        ) from error


def _refuse_foreign(target: Path) -> None:
    if target.exists() and not (target / "report.json").is_file() and (target.is_file() or any(target.iterdir())):
        raise WritingError(
            f"{target} is there and was not written by treatygraph; move it away or choose another --output."
        )


@contextmanager
def _beside(target: Path, purpose: str) -> Iterator[Path]:
    """A new hidden folder beside `target`, removed at the end if it is still there."""
    folder = target.with_name(f".{target.name}.{purpose}-{os.getpid()}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _parents(folder: Path) -> Iterator[None]:
    """Make a folder and its parents, and remove those that were made if what follows fails."""
    made = []
    for parent in reversed([folder, *folder.parents]):
        if not parent.exists():
            parent.mkdir(exist_ok=True)
            made.append(parent)
    try:
        yield
    except BaseException:
        for parent in reversed(made):
            if not any(parent.iterdir()):
                parent.rmdir()
        raise
