"""Putting rows into `review.csv`: what a reader judged on the page, under what stands there already."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from treatygraph.corpus.review import COLUMNS, ReviewRow, parse_review


def merge_review(known: str, added: str, path: Path, posted: Path) -> str:
    """Put the rows of `added` into the text of the file: in the place of a row that judges the same, else at its end.

    Other rows stay as they are, and so do columns of a person's own. `path` and `posted` are for what is said of a row
    that is wrong, in the file or in what is added.

    Raises:
        ReadingError: a row of either is not what it should be.
    """
    fresh = {_judged(row): _cells(added, row) for row in parse_review(added, posted)}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    head, *lines = _lines(known) if known.strip() else [(1, list(COLUMNS))]
    names = [name.strip() for name in head[1]]
    writer.writerow(head[1])
    old = {row.line: _judged(row) for row in parse_review(known, path)} if known.strip() else {}
    for line, cells in lines:
        anew = fresh.pop(old[line], None) if line in old else None
        writer.writerow([anew.get(name, cell) for name, cell in _named(names, cells)] if anew else cells)
    writer.writerows([cells.get(name, "") for name in names] for cells in fresh.values())
    return out.getvalue()


def _judged(row: ReviewRow) -> tuple[object, ...]:
    """What a row judges; two rows of a file never judge the same."""
    judgement = row.judgement
    of = (judgement.law, judgement.article, judgement.words, judgement.nth)
    return (row.report, judgement.unit, judgement.judged, *of)


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, each with the number of the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found, line = [], 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            found.append((line, cells))
        line = reader.line_num + 1
    return found


def _cells(text: str, row: ReviewRow) -> dict[str, str]:
    """The cells of a row by their columns, as they are written."""
    (_, names), *lines = _lines(text)
    return dict(_named([name.strip() for name in names], dict(lines)[row.line]))


def _named(names: list[str], cells: list[str]) -> list[tuple[str, str]]:
    return list(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=False))
