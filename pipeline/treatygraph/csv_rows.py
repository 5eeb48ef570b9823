"""Rows of a CSV file that a person writes or saves from a spreadsheet: each with its place, or one sentence.

`identity.csv`, `depositary.csv` and `external.csv` are such files; nothing of them is taken before the whole file is
read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from treatygraph.errors import ReadingError

_SAVE = "save it as CSV in UTF-8"


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row: the number of the line on which it begins, file and line in words, and its cells without outer blanks."""

    line: int
    place: str
    cells: Mapping[str, str]


def read_text(path: Path) -> str:
    """Read the file, with or without a byte order mark.

    Raises:
        ReadingError: it cannot be read, or is not UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadingError(f"{path} cannot be read ({error.strerror or error}); {_SAVE}.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(re.findall(rb"\r\n?|\n", content[: error.start])) + 1
        raise ReadingError(f"{path}, line {line}: this is not UTF-8 ({error.reason}); {_SAVE}.") from error


def read_rows(text: str, path: Path, columns: Sequence[str], needed: int | None = None) -> Iterator[CsvRow]:
    """Read the rows under the first line, which names the columns; blank rows are left out.

    The first `needed` of `columns` must be there, all where it is None; one that is not has empty cells. `path` is for
    what is said of a row that is wrong.

    Raises:
        ReadingError: a column is missing or stands there twice; a row is no CSV, has more cells than there are columns,
            a cell of more than 131,072 characters, or NUL.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    names: list[str] | None = None
    line = 1
    while True:
        place = f"{path}, line {line}"
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error as error:
            raise ReadingError(f"{place}: this is no CSV ({error}); {_SAVE}.") from error
        if any("\0" in cell for cell in cells):
            raise ReadingError(f"{place}: there is a NUL in it, which no text has; {_SAVE}.")
        if names is None:
            names = cells
            _check_columns(names, columns, columns[:needed], place)
        elif any(cells):
            if any(cells[len(names) :]):
                raise ReadingError(
                    f"{place}: there are more cells than columns; put quotes around a cell with a comma."
                )
            given = dict(zip(names, cells, strict=False))
            yield CsvRow(line, place, {name: given.get(name, "") for name in columns})
        line = reader.line_num + 1
    if names is None:
        _check_columns([], columns, columns[:needed], place)


def _check_columns(names: Sequence[str], columns: Sequence[str], needed: Sequence[str], place: str) -> None:
    missing = [name for name in needed if name not in names]
    if missing:
        raise ReadingError(f"{place}: there is no column {', '.join(missing)}; make it {','.join(columns)}.")
    twice = [name for name in columns if names.count(name) > 1]
    if twice:
        raise ReadingError(f"{place}: the column {', '.join(twice)} stands there twice; make it {','.join(columns)}.")
