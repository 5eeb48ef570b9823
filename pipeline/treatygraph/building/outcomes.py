"""How reports are built, what becomes of them, and who is told: the values of a build."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from treatygraph.corpus.review import Review
from treatygraph.corpus.summary import Summary

Status = Literal["new", "changed", "kept"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are read: `symbol` in place of the printed one, `reader` "pdfium" or "pdfplumber".

    With `ocr` pages without text are recognised; with `strict` a report whose quality record is not clean fails;
    with `docbin` the mentions are also written as training data for spaCy, with `pictures` the cited pages as
    pictures.
    """

    symbol: str | None = None
    reader: str = "pdfium"
    password: str | None = None
    ocr: bool = False
    strict: bool = False
    docbin: bool = False
    pictures: bool = False

    @property
    def options(self) -> tuple[object, ...]:
        """What of it decides which files are written. A password opens a file; what is in it stays the same."""
        return self.symbol, self.reader, self.ocr, self.strict, self.docbin, self.pictures


@dataclass(frozen=True, slots=True)
class Built:
    """A report that was built, and its folder.

    It is "new" there, "changed" where the folder of an earlier build was replaced, or "kept" where nothing changed.
    """

    source: Path
    folder: Path
    summary: Summary
    status: Status = "new"


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that was not. `reason` is a sentence; `trace` is set where the fault is this program's."""

    source: Path
    reason: str
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A report whose files stand in a hidden folder, until it is known that no other has its symbol."""

    source: Path
    fresh: Path
    name: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class Telling:
    """Whom a build tells: of an outcome as soon as it is known, of what it is at now, and of what a person must know.

    `outcome` is called in the order of the sources; those of one symbol, that fail for it, are told (again) at the
    end.
    """

    outcome: Callable[[Outcome], None] = lambda outcome: None
    phase: Callable[[str], None] = lambda words: None
    note: Callable[[str], None] = lambda sentence: None


Outcome: TypeAlias = Built | Failed
Made: TypeAlias = Written | Failed
MakeTask: TypeAlias = tuple[Path, Path, Path, Settings, str, Review]
"""A report to build: its file, the output folder, the hidden folder to write into, and what `_make` needs beside."""


class HandOut(Protocol):
    """Has tasks done by others, and yields what becomes of them in their order; `lost` tells of one that is lost."""

    def __call__(
        self, work: Callable[..., Made], tasks: Sequence[MakeTask], lost: Callable[..., Made]
    ) -> Generator[Made, None, None]:
        """Hand them out."""


AS_PRINTED = Settings()
NOBODY = Telling()
