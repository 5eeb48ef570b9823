"""Single dates as they are printed, and how each way to print one is read.

"31st December, 2003"            2003-12-31
"23/9/1421H"                     2000-12-19
"25-Jan-2007", "2007-01-25"      2007-01-25
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as calendar_date

from treatygraph.recognition.calendar import from_hijri, hijri_month, hijri_months
from treatygraph.recognition.grammar.found import Tokens
from treatygraph.recognition.grammar.lexicon import read_lexicon

_MONTH_NAMES: list[list[str]] = read_lexicon("dates")["months"]["names"]
_BARE_MONTHS = frozenset(names[0].capitalize() for names in _MONTH_NAMES)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}

# A month as it is printed; an abbreviation may keep its stop.
_FULL_MONTH = "|".join(form for names in _MONTH_NAMES for form in (names[0].capitalize(), names[0].upper(), names[0]))
_SHORT_MONTH = "|".join(rf"{short.capitalize()}\b\.?" for names in _MONTH_NAMES for short in names[1:])
MONTH = rf"(?:{_FULL_MONTH}|{_SHORT_MONTH})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\ ?(?:st|nd|rd|th)\b)?"
YEAR = r"(?:1[5-9]|20)\d\d"
# "Act No. 16 of |July 1991|": 16 is the number, no day of July.
_NOT_BEHIND_NO = r"(?<!\b[Nn]o\.\ )(?<!\bNo\ )(?<!\b[Nn]os\.\ )(?<!\b[Nn]umber\ )(?<!N°\ )(?<!№\ )"
DASH = "[-–—‒−‑]"

# Where a date may begin: a number of one, two or four digits, or a month. Only there is the pattern below tried,
# each branch of which stands beside a string that it matches; every part is bounded, so time is linear.
_INITIALS = "".join(sorted({case for names in _MONTH_NAMES for case in (names[0][0], names[0][0].upper())}))
_ANCHOR = re.compile(rf"[0-9]+|(?<![A-Za-z])[{_INITIALS}][A-Za-z]+")
_DATE = re.compile(
    rf"""
      {_NOT_BEHIND_NO}(?<![\w./,-])(?P<d1>{_DAY})
          (?:(?P<join>\ ?{DASH}\ ?|\ (?:to|and|until|through|&)\ (?:the\ )?)(?P<d2>{_DAY}))?  # 11 to 23 February 2013
          \ (?:day\ )?(?:of\ )?(?P<m1>{MONTH})
          (?!\ \d\d?,\ \d{{4}})  # "order number 3 of January 15, 2008"
          (?:,?\ (?:of\ )?(?:the\ year\ )?(?P<y1>{YEAR})(?!\d))?(?!\w)
    | \b(?P<m2>{MONTH})\ (?P<d3>{_DAY})(?![\d/]|[.,]\d+[^\s\d]|[.,]\d{{3}})
          (?:(?:\ ?{DASH}\ ?|\ to\ )(?P<d4>{_DAY}))?
          (?:(?:,\ ?|\ of\ |\ )(?P<y2>{YEAR})(?!\d))?(?!\w)  # January 25, 2007
    | \b(?P<m3>{MONTH})(?:,?\ (?:of\ )?(?:the\ year\ )?(?P<y3>{YEAR}))?(?!\w)  # January, 2010
    | (?<![\w./-])(?P<y4>{YEAR})-(?P<n4>0[1-9]|1[0-2])-(?P<d5>3[01]|[12]\d|0[1-9])(?![\w/-]) # 2007-01-25
    | (?<![\w./-])(?P<d6>\d\d?)(?P<sep>[./-])(?P<n6>\d\d?)(?P=sep)
          (?P<y6>{YEAR}|1[34]\d\d(?=\ ?A?\.?H\b))(?P<hijri>\ ?(?:A\.?)?H\b)?(?![\w-]|/\d)   # 25.01.2007, 23/9/1421H
    | (?<![\w./-])(?P<d8>{_DAY})(?P<dash8>-)(?P<m8>{MONTH})-(?P<y8>{YEAR})(?![\w-])  # 25-Jan-2007
    | (?<![\w./-])(?P<d9>{_DAY})\ (?P<m9>{hijri_months()})\ (?P<y9>1[34]\d\d)
          (?:\ ?A\.?\ ?H\b\.?|\ ?H\b)  # 23 Ramadan 1421 AH
    | (?<![\d.])(?<![^\W\d_Y])(?P<y7>{YEAR})(?P<decade>s\b)?(?!\w)  # 2013, 1990s
    """,
    re.VERBOSE,
)
BETWEEN = re.compile(r"\b[Bb]etween(?:\sthe)?(?:\syears|\speriods?|\smonths\sof)?\s\Z")
_MOST_TOKENS = 1 << 17  # of which is remembered whether they open a date
_VERBS = ("may", "march")  # in lower case, without a year
REACH = 24  # how far a word beside a date is looked for, in code points


@dataclass(frozen=True, slots=True)
class Point:
    """A single date, or a range printed as one ("11 to 23 February 2013"); month, day or year may be missing."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    decade: bool = False
    apart: bool = False  # "3 and 17 May": two days, not the days between them

    @property
    def bare(self) -> bool:
        """Whether only a year or only a month is printed."""
        return self.day is None and (self.year is None) != (self.month is None)

    def value(self) -> str:
        """The EDTF value; a set (ISO 8601-2, level 2) for days apart."""
        first = edtf(self.year, self.month, self.day, decade=self.decade)
        if self.last_day is None:
            return first
        last = edtf(self.year, self.month, self.last_day)
        return f"{{{first},{last}}}" if self.apart else f"{first}/{last}"


def edtf(year: int | None, month: int | None, day: int | None, *, decade: bool = False) -> str:
    """The EDTF value of a day, a month, a year or a decade; an unknown year is "XXXX"."""
    text = "XXXX" if year is None else f"{year // 10}X" if decade else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        text += f"-{day:02d}"
    return text


def matches(text: str, tokens: Tokens | None) -> Iterator[re.Match[str]]:
    """The places of a text that look like a date, in order; with its `tokens` only those that may open one."""
    done = 0
    for start in _anchors(text) if tokens is None else _anchors_within(text, tokens):
        if start >= done and (match := _DATE.match(text, start)):
            done = match.end()
            yield match


def _anchors(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[int]:
    """Where a date may begin."""
    for anchor in _ANCHOR.finditer(text, start, end):
        word = anchor[0]
        if len(word) in (1, 2, 4) if word[0] < "A" else word.lower() in _MONTHS:
            yield anchor.start()


def _anchors_within(text: str, tokens: Tokens) -> Iterator[int]:
    """The same, token by token: no number and no name of a month goes over the end of one."""
    for i in [i for i, word in enumerate(tokens.words) if _OPENING[word]]:
        yield from _anchors(text, tokens.starts[i], tokens.starts[i] + len(tokens.words[i]))


class _Opening(dict[str, bool]):
    """Whether a date may begin in a token."""

    def __missing__(self, token: str) -> bool:
        if len(self) >= _MOST_TOKENS:
            self.clear()
        self[token] = opening = any(True for _ in _anchors(token))
        return opening


_OPENING = _Opening()


def read_point(match: re.Match[str], text: str) -> Point | None:
    """The date that a match says; None where no such day exists."""
    read = next(read for group, read in _READERS.items() if match[group])
    return read(match, text)


def _read_day_first(match: re.Match[str], text: str) -> Point | None:
    """Read "11 to 23 February 2013", "3 and 17 May"."""
    start, end = match.span()
    if match["m1"] in _VERBS and not match["y1"]:  # "articles 2 and 5 may be applied"
        return None
    first, last, join = _number(match["d1"]), _number(match["d2"]), (match["join"] or "").strip()
    apart = join in ("and", "&") and not BETWEEN.search(text, max(0, start - REACH), start)
    apart = apart and last is not None and first is not None and last != first + 1
    point = _existing(Point(start, end, _number(match["y1"]), _month(match["m1"]), first, last, apart=apart))
    # no such day: "31 November 2017"
    return point or Point(match.start("m1"), end, _number(match["y1"]), _month(match["m1"]))


def _read_month_first(match: re.Match[str], text: str) -> Point | None:
    """Read "January 25, 2007"."""
    if match["m2"] in _VERBS and not match["y2"]:
        return None
    days = _number(match["d3"]), _number(match["d4"])
    return _existing(Point(*match.span(), _number(match["y2"]), _month(match["m2"]), *days))


def _read_month(match: re.Match[str], text: str) -> Point | None:
    """Read "January, 2010", and "January" by itself."""
    if not match["y3"] and match["m3"] not in _BARE_MONTHS:
        return None
    return _existing(Point(*match.span(), _number(match["y3"]), _month(match["m3"])))


def _read_iso(match: re.Match[str], text: str) -> Point | None:
    """Read "2007-01-25"."""
    return _existing(Point(*match.span(), int(match["y4"]), int(match["n4"]), int(match["d5"])))


def _read_dashed(match: re.Match[str], text: str) -> Point | None:
    """Read "25-Jan-2007"."""
    return _existing(Point(*match.span(), int(match["y8"]), _month(match["m8"]), _number(match["d8"])))


def _read_hijri(match: re.Match[str], text: str) -> Point | None:
    """Read "23 Ramadan 1421 AH"."""
    return _hijri_point(match, int(match["y9"]), hijri_month(match["m9"]), _number(match["d9"]))


def _read_year(match: re.Match[str], text: str) -> Point | None:
    """Read "2013", "the 1990s"."""
    return Point(*match.span(), int(match["y7"]), decade=match["decade"] is not None)


def _existing(point: Point) -> Point | None:
    return point if _exists(point.year, point.month, point.day) else None


def _read_numeric(match: re.Match[str], text: str) -> Point | None:
    """A date in numbers: the day first, the month first where only that is a date, a Hijri date converted."""
    a, b, year = int(match["d6"]), int(match["n6"]), int(match["y6"])
    if match["hijri"]:
        return _hijri_point(match, year, b, a)
    if _exists(year, b, a):
        return Point(*match.span(), year, b, a)
    return Point(*match.span(), year, a, b) if _exists(year, a, b) else None


def _hijri_point(match: re.Match[str], year: int, month: int | None, day: int | None) -> Point | None:
    gregorian = from_hijri(year, month or 0, day or 0)
    return None if gregorian is None else Point(*match.span(), gregorian.year, gregorian.month, gregorian.day)


# How a match is read, by the group that only its branch of the pattern sets; in the order in which they are tried.
_READERS: dict[str, Callable[[re.Match[str], str], Point | None]] = {
    "d1": _read_day_first,
    "d3": _read_month_first,
    "m3": _read_month,
    "y4": _read_iso,
    "d8": _read_dashed,
    "d9": _read_hijri,
    "d6": _read_numeric,
    "y7": _read_year,
}


def _number(text: str | None) -> int | None:
    return int("".join(filter(str.isdigit, text))) if text else None


def _month(text: str) -> int:
    return _MONTHS[text.rstrip(".").lower()]


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day; without a year, whether a leap year has it."""
    try:
        calendar_date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True
