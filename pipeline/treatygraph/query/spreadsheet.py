"""An answer as CSV that a spreadsheet opens without running any of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from treatygraph.query.answers import Answer, Value

_FORMULA = re.compile(r"[=+\-@\t\r\n]")


def csv_lines(answer: Answer) -> Iterator[str]:
    """Write an answer as CSV, a row at a time: its columns, then its rows, each with the end of its line."""
    for row in (answer.columns, *answer.rows):
        line = io.StringIO()
        # With "\r\n" at the end of a line, the writer quotes a cell with either of the two; "\r" alone begins a row.
        csv.writer(line, lineterminator="\r\n").writerow(map(without_formula, row))
        yield line.getvalue().removesuffix("\r\n") + "\n"


def without_formula(value: Value) -> Value:
    """Put an apostrophe before words that a spreadsheet would run as a formula when it opens a CSV file.

    Those are words that begin with `=`, `+`, `-`, `@`, a tab or a line end
    (https://owasp.org/www-community/attacks/CSV_Injection): what a report says is not the reader's own. Numbers,
    dates and IRIs are what they are.
    """
    return f"'{value}" if type(value) is str and _FORMULA.match(value) else value
