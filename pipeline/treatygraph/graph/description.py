"""Descriptions: the triples about one subject, written together, and the literals in them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph.vocabulary import EDTF_DATATYPE, RDF_TYPE, XSD_DATE, XSD_DECIMAL

Fact = tuple[NamedNode, NamedNode | Literal | None]

_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_DATE_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def describe(subject: NamedNode, types: Iterable[NamedNode], facts: Iterable[Fact]) -> Iterator[Triple]:
    """Yield the triples of one subject: types first, each triple once, all of one predicate together.

    Facts whose object is None are left out.
    """
    grouped: dict[NamedNode, dict[NamedNode | Literal, None]] = {RDF_TYPE: dict.fromkeys(types)}
    for predicate, value in facts:
        if value is not None:
            grouped.setdefault(predicate, {})[value] = None
    for predicate, values in grouped.items():
        for value in values:
            yield Triple(subject, predicate, value)


def text(value: str | None, language: str | None = None) -> Literal | None:
    """Make a string, with a language where one is given; None of None and of the empty string."""
    if not value:
        return None
    return Literal(value, language=language) if language else Literal(value)


def integer(value: int | None) -> Literal | None:
    """Make an `xsd:integer`; None of None."""
    return None if value is None else Literal(value)


def decimal(value: float) -> Literal:
    """Make an `xsd:decimal` of at most three places: a double would change on its way through JSON-LD."""
    rounded = Decimal(str(round(value, 3))).normalize()
    return Literal(f"{rounded:f}" if "." in f"{rounded:f}" else f"{rounded:.1f}", datatype=XSD_DECIMAL)


def full_date(value: str | None) -> Literal | None:
    """Make an `xsd:date` of a full ISO date; None of a year, a month, a range and None."""
    return Literal(value, datatype=XSD_DATE) if value and _FULL_DATE.match(value) else None


def edtf(value: str | None) -> Literal | None:
    """Make an EDTF literal of any date; None of None."""
    return Literal(value, datatype=EDTF_DATATYPE) if value else None


def year(value: str | None) -> int | None:
    """Read the year in which an EDTF date begins; None where it names no year ("XXXX-06-01")."""
    return int(value[:4]) if value and re.match(r"\d{4}", value) else None


def bounds(value: str | None) -> tuple[str, str] | None:
    """Find the first and the last day of an EDTF date, as ISO dates; None where either is open or unknown.

    >>> bounds("2010-02")
    ('2010-02-01', '2010-02-28')
    >>> bounds("2007/2009")
    ('2007-01-01', '2009-12-31')

    A season lies elsewhere in the year on the other half of the earth, so none has days:

    >>> bounds("2004-23")
    """
    if not value:
        return None
    first, _, last = value.partition("/")
    begin, finish = _DATE_PART.match(first), _DATE_PART.match(last or first)
    if not begin or not finish:
        return None
    month = int(finish[2] or 12)
    if not (1 <= month <= 12 and int(begin[2] or 1) <= 12):
        return None
    day = int(finish[3] or calendar.monthrange(int(finish[1]) or 1, month)[1])
    return f"{begin[1]}-{begin[2] or '01'}-{begin[3] or '01'}", f"{finish[1]}-{month:02}-{day:02}"
