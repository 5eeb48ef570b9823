"""Calendars and parts of a year: Hijri days as Gregorian ones, seasons, quarters and halves as EDTF.

    "autumn 2004"                2004-23
    "the first half of 2015"     2015-01/2015-06
    "3rd quarter of 2014"        2014-07/2014-09
    "23 Ramadan 1421 AH"         2000-12-19

Seasons have the numbers 21 to 24 of ISO 8601-2:2019 (EDTF, level 1), spring first.
"""

from __future__ import annotations

import re
from datetime import date as calendar_date
from functools import lru_cache

from treatygraph.recognition.grammar.lexicon import read_lexicon

_FURTHEST = 40  # how far before its year a part of it may begin, in code points
_OF_YEAR = r"(?:,? (?:of )?(?:the year )?)"


def part_of_year(text: str, start: int, year: int) -> tuple[int, str] | None:
    """The part of a year that the words before it name: where they begin, and the EDTF value.

    `start` is where the year stands in `text`, in code points; None where a whole year is meant.
    """
    found = _part().search(text, max(0, start - _FURTHEST), start)
    if found is None:
        return None
    if found["season"]:
        return found.start(), f"{year:04d}-{_seasons()[found['season'].lower()]}"
    ordinals: dict[str, int] = read_lexicon("dates")["parts"]["ordinals"]
    which = ordinals[(found["ordinal"] or found["short"]).lower()]
    quarter = found["unit"] is None or found["unit"].lower() == "quarter"
    months = 3 if quarter else 6
    if not 1 <= which <= 12 // months:
        return None
    first = (which - 1) * months + 1
    return found.start(), f"{year:04d}-{first:02d}/{year:04d}-{first + months - 1:02d}"


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    ordinals = "|".join(sorted(read_lexicon("dates")["parts"]["ordinals"], key=len, reverse=True))
    seasons = "|".join(_seasons())
    return re.compile(
        rf"\b(?:(?P<season>{seasons})|(?P<ordinal>{ordinals}) (?P<unit>half|quarter)|Q(?P<short>[1-4])){_OF_YEAR}\Z",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _seasons() -> dict[str, int]:
    table: dict[str, int] = read_lexicon("dates")["parts"]["seasons"]
    return table


def hijri_month(name: str) -> int | None:
    """The number of a month of the Hijri calendar by its name in any of its spellings; None of another word."""
    return _hijri_names().get(_folded(name))


def hijri_months() -> str:
    """The names of the months of the Hijri calendar as alternatives of a pattern, the longest first."""
    names = {name for names in read_lexicon("hijri")["umm-al-qura"]["months"] for name in names}
    return "|".join(re.escape(name).replace("'", "['’ʿ‘]?") for name in sorted(names, key=lambda n: (-len(n), n)))


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


@lru_cache(maxsize=1)
def _hijri_names() -> dict[str, int]:
    months = read_lexicon("hijri")["umm-al-qura"]["months"]
    return {_folded(name): number for number, names in enumerate(months, 1) for name in names}


@lru_cache(maxsize=1)
def _month_starts() -> list[int]:
    """The ordinals of the first days of the months of the Umm al-Qura calendar, one after the last month at the end."""
    calendar = read_lexicon("hijri")["umm-al-qura"]
    starts = [calendar["begins"].toordinal()]
    for year in calendar["long_months"]:
        for month in range(12):
            starts.append(starts[-1] + 29 + (year >> (11 - month) & 1))
    return starts


def from_hijri(year: int, month: int, day: int) -> calendar_date | None:
    """The Gregorian day of a day of the Umm al-Qura calendar, within its tables (to 1500 A.H.); None for any other."""
    at = (year - read_lexicon("hijri")["umm-al-qura"]["first_year"]) * 12 + month - 1
    starts = _month_starts()
    if not (1 <= month <= 12 and 0 <= at < len(starts) - 1 and 1 <= day <= starts[at + 1] - starts[at]):
        return None
    return calendar_date.fromordinal(starts[at] + day - 1)
