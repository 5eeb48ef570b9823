"""What a folder was made from: the key by which a build knows that nothing changed, and the checksums of its files.

It stands in the hidden file `.build.json` beside what it describes, and is put in place with it. What it says is
trusted only as far as the files still have the checksums that it gives; a folder without it is built anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

import msgspec

import treatygraph
from treatygraph.corpus.summary import Summary
from treatygraph.export.explorer.parts import Part
from treatygraph.export.explorer.printed import PAGES_FOLDER
from treatygraph.folders import list_folders
from treatygraph.lexicons import outside_digest
from treatygraph.ontology import ontology_path

MADE_FILE = ".build.json"
PART_FILE = ".page.json"

# The libraries of which other versions may write other bytes.
_LIBRARIES = ("networkx", "pdfplumber", "pillow", "pypdfium2", "pyoxigraph", "spacy")
# What is no part of the program, though it may lie in a checkout of it.
_NOT_PROGRAM = frozenset(("__pycache__", "node_modules", "src"))


@dataclass(frozen=True, slots=True)
class Made:
    """What a whole folder was made from.

    `key` stands for the file, the options and the program; `files` are the SHA-256 of all files by name; `summary`
    is what a person was told.
    """

    key: str
    program: str
    files: dict[str, str]
    summary: Summary


Known: TypeAlias = Mapping[Path, Made | None]


def make_key(source: Path, options: Iterable[object]) -> str | None:
    """Make the key of a report: of its file's name and bytes, of the options, and of the program; None of no file."""
    try:
        if not source.is_file():
            return None
        with source.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    told = (program_digest(), source.name, content, *options, os.environ.get("SOURCE_DATE_EPOCH"))
    return hashlib.sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest()


def seal(folder: Path, key: str, summary: Summary, part: Part) -> None:
    """Write into a folder that is complete what it was made from, and what the page over all reports takes from it."""
    (folder / PART_FILE).write_bytes(msgspec.json.encode(part))
    made = Made(key, program_digest(), dict(_checksums(folder)), summary)
    (folder / MADE_FILE).write_bytes(msgspec.json.encode(made))


def read_made(folder: Path) -> Made | None:
    """Read what a folder was made from; None where that is not known or no longer true."""
    try:
        made = msgspec.json.decode((folder / MADE_FILE).read_bytes(), type=Made)
        whole = made.program == program_digest() and made.files.items() <= dict(_checksums(folder)).items()
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    return made if whole else None


def read_part(folder: Path) -> Part | None:
    """Read what the page over all reports takes from a folder of which `read_made` knows what it was made from."""
    try:
        return msgspec.json.decode((folder / PART_FILE).read_bytes(), type=Part)
    except (OSError, msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def survey(output: Path) -> dict[Path, Made | None]:
    """Tell of every report's folder what it was made from."""
    return {folder: read_made(folder) for folder in list_folders(output)}


def resurvey(output: Path, known: Known, changed: Iterable[str] = ()) -> dict[Path, Made | None]:
    """Tell it again, looking only at folders that are not known yet or changed since, by name."""
    names = frozenset(changed)
    return {
        folder: known[folder] if folder in known and folder.name not in names else read_made(folder)
        for folder in list_folders(output)
    }


@cache
def program_digest() -> str:
    """The SHA-256 of the program: its source, ontology, words (also from outside) and libraries."""
    digest = hashlib.sha256(repr((sys.version_info[:3], *map(version, _LIBRARIES), outside_digest())).encode())
    for root in (Path(treatygraph.__file__).parent, ontology_path()):
        for path in _program_files(root):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _program_files(root: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if name not in _NOT_PROGRAM)
        yield from (Path(folder, name) for name in sorted(names))


def files_of(folder: Path) -> list[Path]:
    """List the files of a report's folder, those of its pages too."""
    return sorted(path for path in (*folder.iterdir(), *(folder / PAGES_FOLDER).glob("*")) if path.is_file())


def _checksums(folder: Path) -> Iterator[tuple[str, str]]:
    for path in files_of(folder):
        if path.name != MADE_FILE:
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), hashlib.file_digest(file, "sha256").hexdigest()
