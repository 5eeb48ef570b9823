"""Answers: columns and rows of plain Python values, the same whichever engine gave them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

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

    Values are `Iri` for IRIs; int, Decimal, float, bool and date for typed literals; str for all else.
    """

    name: str
    question: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def column(self, name: str) -> tuple[Value, ...]:
        """Take one column.

        Raises:
            ValueError: there is no such column.

        """
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

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
