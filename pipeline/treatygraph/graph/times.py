"""The year, or the school or financial year, that the head of a row or column of a table names."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OF_SCHOOL = r"(?:(?:school|academic|financial|fiscal|budget) year|SY|AY|FY)"
# "2015/16", "2015–2016", "School year 2015/16", "FY 2015/16"
_TWO_YEARS = re.compile(
    rf"(?:{_OF_SCHOOL} )?(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?P<last>(?:(?:19|20)\d\d)|\d\d)(?: {_OF_SCHOOL})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A year, or one that begins in a year and ends in the next."""

    year: int
    last: int

    @property
    def edtf(self) -> str | None:
        """The two years in the Extended Date/Time Format ("2015/2016"); None of one year."""
        return None if self.last == self.year else f"{self.year:04}/{self.last:04}"


def read_time(words: str) -> Time | None:
    """The time that these words name and nothing else: "2015", "2015/16"; None of any other words.

    "2009–2016" is no school year: its figure may be a sum or the state at its end.

    >>> read_time("2015/16")
    Time(year=2015, last=2016)
    >>> read_time("2009–2016")
    """
    if _YEAR.fullmatch(words):
        return Time(int(words), int(words))
    found = _TWO_YEARS.fullmatch(words.strip())
    if found is None:
        return None
    first = int(found["first"])
    following = f"{first + 1:04}"
    return Time(first, first + 1) if found["last"] in {following, following[2:]} else None
