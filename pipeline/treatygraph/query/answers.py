"""Answers: columns and rows of plain Python values, the same whichever engine gave them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from treatygraph.extras import require

if TYPE_CHECKING:
    from pandas import DataFrame

from treatygraph.display import Reference, long_table


class Iri(Reference):
    """An IRI among the values of an answer."""

    __slots__ = ()


Value = str | int | bool | Decimal | float | datetime.date | None

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    _XSD + name for name in ("integer", "nonNegativeInteger", "positiveInteger", "int", "long", "short", "gYear")
)
_READERS: dict[str, Callable[[str], Value]] = {
    _XSD + "decimal": Decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "boolean": lambda words: words in ("true", "1"),
    _XSD + "date": datetime.date.fromisoformat,
    **dict.fromkeys(_INTEGERS, int),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query returned. `columns` are its variables; an unbound variable is None.

    Values are `Iri` for IRIs; int, Decimal, float, bool and date for typed literals; str for all else. Of a question
    that was asked report by report, `silent` are the symbols of those reports that have no row. Of CONSTRUCT and
    DESCRIBE, `triples` are the rows as lines of N-Triples, in which nothing of a literal is lost.
    """

    name: str
    question: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    silent: tuple[str, ...] = ()
    triples: tuple[str, ...] = ()

    def column(self, name: str) -> tuple[Value, ...]:
        """Take one column.

        Raises:
            ValueError: there is no such column.

        """
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def to_pandas(self) -> DataFrame:
        """Make a `pandas.DataFrame`: whole numbers as `Int64`, truth values as `boolean`, words and IRIs as `string`.

        Decimals become `Float64`. Dates stay dates, and a column of several kinds of value keeps them; what is missing
        is NA, or None among dates and mixed values.

        Raises:
            MissingExtraError: pandas is not installed.

        """
        pandas = require("pandas", extra="pandas")
        series = [pandas.Series(list(column), dtype=_dtype(column)) for column in self._columns()]
        frame = pandas.concat(series, axis=1) if series else pandas.DataFrame()
        frame.columns = list(self.columns)
        return frame

    def _columns(self) -> Iterator[tuple[Value, ...]]:
        for place in range(len(self.columns)):
            yield tuple(row[place] for row in self.rows)

    def _repr_html_(self) -> str:
        return long_table(self.question or self.name, self.columns, self.rows)


def read_literal(words: str, datatype: str) -> Value:
    """Turn a literal into a Python value; one that is malformed for its datatype stays a string."""
    reader = _READERS.get(datatype)
    if reader is None:
        return words
    try:
        return reader(words)
    except (ValueError, ArithmeticError):
        return words


def _dtype(values: tuple[Value, ...]) -> str:
    """The pandas type that holds all values of a column; "object" where there is none."""
    kinds = {_KINDS.get(type(value), "object") for value in values if value is not None}
    if kinds <= {"Int64", "Float64"} and kinds:
        return max(kinds, key=("Int64", "Float64").index)
    return kinds.pop() if len(kinds) == 1 else "object"


_KINDS: dict[type, str] = {
    **dict.fromkeys((str, Iri), "string"),
    **dict.fromkeys((float, Decimal), "Float64"),
    int: "Int64",
    bool: "boolean",
}


def encode(value: Value) -> object:
    """Make a value one of JSON; `decode` makes it what it was."""
    if value is None or type(value) in (str, bool, int):
        return value
    return [next(name for name, (kind, _) in _CODES.items() if isinstance(value, kind)), str(value)]


def decode(record: object) -> Value:
    """Make a value of what `encode` made of it.

    Raises:
        ValueError: nothing is encoded so.

    """
    if record is None or isinstance(record, str | bool | int):
        return record
    if isinstance(record, list) and len(record) == 2 and record[0] in _CODES:
        return _CODES[record[0]][1](str(record[1]))
    raise ValueError(f"no value of an answer: {record!r}")


_CODES: dict[str, tuple[type, Callable[[str], Value]]] = {
    "iri": (Iri, Iri),
    "decimal": (Decimal, Decimal),
    "float": (float, float),
    "date": (datetime.date, datetime.date.fromisoformat),
}
