"""Dates as UN covers print them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(rf"\b(?P<day>\d{{1,2}})\s(?P<month>{_MONTH})\s(?P<year>(?:19|20)\d\d)\b")
# What a list of days is written of: "17, 18 and 19 August 2022".
DAYS = rf"\d{{1,2}}(?:(?:,\s|\s?[–-]\s?|\s(?:(?:and|to)\s)?)(?:{_MONTH}|(?:19|20)\d\d\b|\d{{1,2}}\b))*"
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})(?!\d)(?:\s(?P<month>{_MONTH})\b)?(?:\s(?P<year>(?:19|20)\d\d)\b)?")


def find_date(text: str) -> str | None:
    """The first date ("30 March 2017") in a text, in ISO 8601; None where there is none."""
    match = _DATE.search(text)
    if not match:
        return None
    return f"{match['year']}-{_MONTHS.index(match['month']) + 1:02d}-{int(match['day']):02d}"


def find_days(text: str, year: str | None = None) -> str | None:
    """The first and the last of the days that a text lists, as EDTF: one day or an interval; None of any other text.

    A day without month or year has those of the one behind it, and the last one the year that is given.

    >>> find_days("17, 18 and 19 August 2022")
    '2022-08-17/2022-08-19'
    >>> find_days("31 March–11 April 2014")
    '2014-03-31/2014-04-11'
    >>> find_days("15 August 2024")
    '2024-08-15'
    >>> find_days("4 and 5 April")
    """
    found: list[date] = []
    month: str | None = None
    for match in reversed(list(_DAY.finditer(text))):
        month, year = match["month"] or month, match["year"] or year
        if month is None or year is None:
            return None
        try:
            found.insert(0, date(int(year), _MONTHS.index(month) + 1, int(match["day"])))
        except ValueError:
            return None
    if not found or found != sorted(found):
        return None
    return found[0].isoformat() if len(set(found)) == 1 else f"{found[0].isoformat()}/{found[-1].isoformat()}"
