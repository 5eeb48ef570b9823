"""Dates as UN covers print them."""

from __future__ import annotations

import re

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DATE = re.compile(rf"\b(?P<day>\d{{1,2}})\s(?P<month>{'|'.join(_MONTHS)})\s(?P<year>(?:19|20)\d\d)\b")


def find_date(text: str) -> str | None:
    """The first date ("30 March 2017") in a text, in ISO 8601; None where there is none."""
    match = _DATE.search(text)
    if not match:
        return None
    return f"{match['year']}-{_MONTHS.index(match['month']) + 1:02d}-{int(match['day']):02d}"
