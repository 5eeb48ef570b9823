"""Calendar dates: days, months, years, decades and ranges of them, with their EDTF values.

    "31st December, 2003"            2003-12-31
    "11 to 23 February 2013"         2013-02-11/2013-02-23
    "1 to 12 June"                   XXXX-06-01/XXXX-06-12
    "2009–2013", "2010/11"           2009/2013, 2010/2011
    "the 1990s"                      199X
    "23/9/1421H"                     2000-12-19

Values follow ISO 8601-2:2019 (EDTF, https://www.loc.gov/standards/datetime/); Hijri dates are converted. A date is
read in two steps: one pass over the text for single dates, then neighbours that a dash or "to" joins become a range.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date as calendar_date

from spacy.tokens import Doc

from treatygraph.recognition.calendar import from_hijri, hijri_month, hijri_months, part_of_year
from treatygraph.recognition.grammar.found import Found, Tokens, text_of
from treatygraph.recognition.grammar.lexicon import kinds, read_lexicon, words

_MONTH_NAMES: list[list[str]] = read_lexicon("dates")["months"]["names"]
_BARE_MONTHS = frozenset(names[0].capitalize() for names in _MONTH_NAMES)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}

# A month as it is printed; an abbreviation may keep its stop.
_FULL_MONTH = "|".join(form for names in _MONTH_NAMES for form in (names[0].capitalize(), names[0].upper(), names[0]))
_SHORT_MONTH = "|".join(rf"{short.capitalize()}\b\.?" for names in _MONTH_NAMES for short in names[1:])
_MONTH = rf"(?:{_FULL_MONTH}|{_SHORT_MONTH})"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\ ?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = "[-–—‒−‑]"

# Where a date may begin: a number of one, two or four digits, or a month. Only there is the pattern below tried,
# each branch of which stands beside a string that it matches; every part is bounded, so time is linear.
_INITIALS = "".join(sorted({case for names in _MONTH_NAMES for case in (names[0][0], names[0][0].upper())}))
_ANCHOR = re.compile(rf"[0-9]+|(?<![A-Za-z])[{_INITIALS}][A-Za-z]+")
_DATE = re.compile(
    rf"""
      (?<![\w./,-])(?P<d1>{_DAY})
          (?:(?P<join>\ ?{_DASH}\ ?|\ (?:to|and|until|through|&)\ (?:the\ )?)(?P<d2>{_DAY}))?  # 11 to 23 February 2013
          \ (?:day\ )?(?:of\ )?(?P<m1>{_MONTH})
          (?!\ \d\d?,\ \d{{4}})  # "order number 3 of January 15, 2008"
          (?:,?\ (?:of\ )?(?:the\ year\ )?(?P<y1>{_YEAR})(?!\d))?(?!\w)
    | \b(?P<m2>{_MONTH})\ (?P<d3>{_DAY})(?![\d/]|[.,]\d+[^\s\d]|[.,]\d{{3}})
          (?:(?:\ ?{_DASH}\ ?|\ to\ )(?P<d4>{_DAY}))?
          (?:(?:,\ ?|\ of\ |\ )(?P<y2>{_YEAR})(?!\d))?(?!\w)  # January 25, 2007
    | \b(?P<m3>{_MONTH})(?:,?\ (?:of\ )?(?:the\ year\ )?(?P<y3>{_YEAR}))?(?!\w)  # January, 2010
    | (?<![\w./-])(?P<y4>{_YEAR})-(?P<n4>0[1-9]|1[0-2])-(?P<d5>3[01]|[12]\d|0[1-9])(?![\w/-]) # 2007-01-25
    | (?<![\w./-])(?P<d6>\d\d?)(?P<sep>[./-])(?P<n6>\d\d?)(?P=sep)
          (?P<y6>{_YEAR}|1[34]\d\d(?=\ ?A?\.?H\b))(?P<hijri>\ ?(?:A\.?)?H\b)?(?![\w-]|/\d)   # 25.01.2007, 23/9/1421H
    | (?<![\w./-])(?P<d8>{_DAY})(?P<dash8>-)(?P<m8>{_MONTH})-(?P<y8>{_YEAR})(?![\w-])  # 25-Jan-2007
    | (?<![\w./-])(?P<d9>{_DAY})\ (?P<m9>{hijri_months()})\ (?P<y9>1[34]\d\d)
          (?:\ ?A\.?\ ?H\b\.?|\ ?H\b)  # 23 Ramadan 1421 AH
    | (?<![\d.])(?<![^\W\d_Y])(?P<y7>{_YEAR})(?P<decade>s\b)?(?!\w)  # 2013, 1990s
    """,
    re.VERBOSE,
)
_TO = re.compile(
    rf"\s?{_DASH}\s?|\s(?:%s)\s" % "|".join(sorted(read_lexicon("dates")["ranges"]["joins"], key=len, reverse=True))
)
_SHORT_YEAR = re.compile(rf"(?P<join>\ ?{_DASH}\ ?|/)(?P<year>\d\d|(?<=/)\d)(?![\w/]|[.,-]\d)")
_NEXT_MONTH = re.compile(rf"{_DASH}{_MONTH}\b")
_NEXT_PART = re.compile(r"/(?:early|mid|late)[ -]")
_MONTH_TO = re.compile(rf"\b{_MONTH}(?:\s?{_DASH}\s?|\s(?:to|and|through|until)\s)\Z")
_NEXT_YEAR = re.compile(rf"(?:{_DASH}|/)\ ?(?P<year>{_YEAR})(?!\d)")
_NUMBER_WITH_YEAR = re.compile(rf"\d[/-](?P<year>{_YEAR})\)?,?\s(?:of|on|dated)\s(?:the\s)?\Z")
_BETWEEN = re.compile(r"\b[Bb]etween(?:\sthe)?(?:\syears|\speriods?|\smonths\sof)?\s\Z")
_PREFIX = re.compile(rf"\b(?:{'|'.join(sorted(words('dates', 'years', 'prefixes')))})-\Z", re.IGNORECASE)
_ROW = (", ", " and ", ",", "-", "–", "/")
_AFTER_STOP = re.compile(r"[.,](?:\d{1,2}(?=\s|$)|\d{4})")  # a footnote mark, or a list of years without blanks
_OF_YEAR = re.compile(rf" of {_YEAR}(?!\d)")
_WORD_BEFORE = re.compile(r"([^\s()“”\"]+)[\s(“\"]*\Z")
_WORD_AFTER = re.compile(r"\s*([^\W\d_]+\d?)")
_MOST_TOKENS = 1 << 17  # of which is remembered whether they open a date
_VERBS = ("may", "march")  # in lower case, without a year
_REACH = 24  # how far a word beside a date is looked for, in code points


@dataclass(frozen=True, slots=True)
class _Point:
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
        first = _edtf(self.year, self.month, self.day, decade=self.decade)
        if self.last_day is None:
            return first
        last = _edtf(self.year, self.month, self.last_day)
        return f"{{{first},{last}}}" if self.apart else f"{first}/{last}"


def find_dates(doc: Doc) -> list[Found]:
    """The dates that a unit's text names, sorted and without overlaps, each with its EDTF `value`."""
    return dates_in(text_of(doc))


def dates_in(text: str, tokens: Tokens | None = None) -> list[Found]:
    """The dates in a text; see `find_dates`. With its `tokens` only those are read that may open a date."""
    points = list(_points(text, tokens))
    finds: list[Found] = []
    at = 0
    while at < len(points):
        first = points[at]
        following = points[at + 1] if at + 1 < len(points) else None
        if following is not None and (value := _range(text, first, following)):
            finds.append(Found(first.start, following.end, "date-range", value=value))
            at += 2
            continue
        if following is not None:
            first = _with_year_of(text, first, following)
        first = _with_year_before(text, first)
        finds.append(_short_range(text, first, following) or _part(text, first) or _single(first))
        at += 1
    return finds


def _single(point: _Point) -> Found:
    return Found(point.start, point.end, "date", value=point.value())


def _part(text: str, point: _Point) -> Found | None:
    """A part of the year: "autumn 2004", "the first half of 2015"; None where the whole year is meant."""
    if point.year is None or point.month is not None or point.decade:
        return None
    part = part_of_year(text, point.start, point.year)
    return Found(part[0], point.end, "part of a year", value=part[1]) if part else None


def _points(text: str, tokens: Tokens | None) -> Iterator[_Point]:
    """The single dates, in order."""
    last, number_end = -1, -1
    for match in _matches(text, tokens):
        point = _read(match, text)
        if point is None:
            continue
        if not point.bare:
            last = point.end
            yield point
        elif point.year is None:
            if _is_month(text, point):
                yield point
        # "articles 1998 and 1999", "No. 2010-2011": what stands in a row with a number is a number
        elif _is_label(text, point) or (number_end > 0 and text[number_end : point.start] in _ROW):
            number_end = point.end
        elif _is_year(text, point, last):
            last = point.end
            yield point


def _matches(text: str, tokens: Tokens | None) -> Iterator[re.Match[str]]:
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


def _read(match: re.Match[str], text: str) -> _Point | None:
    """The date that a match says; None where no such day exists."""
    read = next(read for group, read in _READERS.items() if match[group])
    return read(match, text)


def _read_day_first(match: re.Match[str], text: str) -> _Point | None:
    """Read "11 to 23 February 2013", "3 and 17 May"."""
    start, end = match.span()
    if match["m1"] in _VERBS and not match["y1"]:  # "articles 2 and 5 may be applied"
        return None
    first, last, join = _number(match["d1"]), _number(match["d2"]), (match["join"] or "").strip()
    apart = join in ("and", "&") and not _BETWEEN.search(text, max(0, start - _REACH), start)
    apart = apart and last is not None and first is not None and last != first + 1
    point = _existing(_Point(start, end, _number(match["y1"]), _month(match["m1"]), first, last, apart=apart))
    # no such day: "31 November 2017"
    return point or _Point(match.start("m1"), end, _number(match["y1"]), _month(match["m1"]))


def _read_month_first(match: re.Match[str], text: str) -> _Point | None:
    """Read "January 25, 2007"."""
    if match["m2"] in _VERBS and not match["y2"]:
        return None
    days = _number(match["d3"]), _number(match["d4"])
    return _existing(_Point(*match.span(), _number(match["y2"]), _month(match["m2"]), *days))


def _read_month(match: re.Match[str], text: str) -> _Point | None:
    """Read "January, 2010", and "January" by itself."""
    if not match["y3"] and match["m3"] not in _BARE_MONTHS:
        return None
    return _existing(_Point(*match.span(), _number(match["y3"]), _month(match["m3"])))


def _read_iso(match: re.Match[str], text: str) -> _Point | None:
    """Read "2007-01-25"."""
    return _existing(_Point(*match.span(), int(match["y4"]), int(match["n4"]), int(match["d5"])))


def _read_dashed(match: re.Match[str], text: str) -> _Point | None:
    """Read "25-Jan-2007"."""
    return _existing(_Point(*match.span(), int(match["y8"]), _month(match["m8"]), _number(match["d8"])))


def _read_hijri(match: re.Match[str], text: str) -> _Point | None:
    """Read "23 Ramadan 1421 AH"."""
    return _hijri_point(match, int(match["y9"]), hijri_month(match["m9"]), _number(match["d9"]))


def _read_year(match: re.Match[str], text: str) -> _Point | None:
    """Read "2013", "the 1990s"."""
    return _Point(*match.span(), int(match["y7"]), decade=match["decade"] is not None)


def _existing(point: _Point) -> _Point | None:
    return point if _exists(point.year, point.month, point.day) else None


def _read_numeric(match: re.Match[str], text: str) -> _Point | None:
    """A date in numbers: the day first, the month first where only that is a date, a Hijri date converted."""
    a, b, year = int(match["d6"]), int(match["n6"]), int(match["y6"])
    if match["hijri"]:
        return _hijri_point(match, year, b, a)
    if _exists(year, b, a):
        return _Point(*match.span(), year, b, a)
    return _Point(*match.span(), year, a, b) if _exists(year, a, b) else None


def _hijri_point(match: re.Match[str], year: int, month: int | None, day: int | None) -> _Point | None:
    gregorian = from_hijri(year, month or 0, day or 0)
    return None if gregorian is None else _Point(*match.span(), gregorian.year, gregorian.month, gregorian.day)


# How a match is read, by the group that only its branch of the pattern sets; in the order in which they are tried.
_READERS: dict[str, Callable[[re.Match[str], str], _Point | None]] = {
    "d1": _read_day_first,
    "d3": _read_month_first,
    "m3": _read_month,
    "y4": _read_iso,
    "d8": _read_dashed,
    "d9": _read_hijri,
    "d6": _read_numeric,
    "y7": _read_year,
}


def _is_month(text: str, point: _Point) -> bool:
    """Whether a month that stands alone is one: "in May", but not "May the Government …"."""
    if text[point.start : point.end].lower() not in words("dates", "months", "ambiguous"):
        return True
    # "paid for winter months (November to |March|)"
    beside = _MONTH_TO.search(text, max(0, point.start - _REACH), point.start)
    return beside is not None or _word_before(text, point.start) in words("dates", "months", "before_ambiguous")


def _stands_apart(text: str, start: int, end: int, last: int) -> bool:
    """Whether four digits are no part of a longer number or sign; `last` is where the date before them ended."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "$€£¥№#=+<>":
        return False
    if before and last != start - 1 and not _PREFIX.search(text, max(0, start - 6), start):
        digit = text[start - 2 : start - 1].isdigit()
        if before in "-/" or (before in "–—,:" and digit):  # "12,2000", "012-2010", but "mid-2018"
            return False
    if not after or after not in "-–—/.,:%‰°":
        return True
    digit, letter = text[end + 1 : end + 2].isdigit(), text[end + 1 : end + 2].isalpha()
    if after in "%‰°":
        return False
    if after in ".,:":  # "2000,50", "1977:72"
        return not digit or _AFTER_STOP.match(text, end) is not None
    if digit:  # a range, but not "2003/15", "2012-828"
        return bool(_NEXT_YEAR.match(text, end) or _SHORT_YEAR.match(text, end))
    # "2010-V", "2000/EC", but "2005-July 2010", "in late 2010/early 2011"
    return not letter or after in "–—" or bool(_NEXT_MONTH.match(text, end) or _NEXT_PART.match(text, end))


def _is_year(text: str, point: _Point, last: int) -> bool:
    """Whether four digits are a year; `last` is where the date before them ended."""
    start, end = point.start, point.end
    if not _stands_apart(text, start, end, last):
        return False
    if point.decade:
        return True
    left = _word_before(text, start)
    if left in words("dates", "years", "slogans_before"):
        return False
    match = _WORD_AFTER.match(text, end)
    right = match[1].lower() if match else ""
    if right in words("dates", "years", "slogans_after"):
        return False
    counted = bool(match and match[1].islower())  # "over 2010 units", but "an increase over 2010."
    if left in words("dates", "years", "before_year"):
        if text.endswith(", ", 0, start) and right in words("dates", "years", "after_amount"):
            return False  # "In the past 4 years, 1534 PWDs"
        return not (
            left in ("for", "from", "by", "of") and counted and right in words("dates", "years", "after_amount")
        )
    if text.endswith("total of ", 0, start):
        return False
    amount = left in words("dates", "years", "before_amount") or right in words("dates", "years", "after_amount")
    return not (counted and amount)


def _is_label(text: str, point: _Point) -> bool:
    """Whether four digits are a number: "No. 2003", "articles 1998 and 1999", "Law 1987 of 2004"."""
    if _OF_YEAR.match(text, point.end) and _word_before(text, point.start) in kinds():
        return True
    match = _WORD_BEFORE.search(text, max(0, point.start - _REACH), point.start)
    return match is not None and match[1].lower() in words("dates", "years", "labels")


def _word_before(text: str, start: int) -> str:
    """The word before `start` in lower case, without a comma at its end; "" where there is none."""
    match = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return match[1].lower().rstrip(",;:") if match else ""


def _range(text: str, first: _Point, last: _Point) -> str | None:
    """The EDTF interval of two dates that the text joins; None where it does not."""
    gap = text[first.end : last.start]
    if len(gap) > 12 or first.last_day or last.last_day or first.decade != last.decade:
        return None
    years_only = first.month is None and last.month is None
    joined = (
        _TO.fullmatch(gap) is not None
        or (gap == "/" and years_only)
        or (gap in (" and ", " and the ") and _BETWEEN.search(text, max(0, first.start - _REACH), first.start))
    )
    if not joined:
        return None
    year = first.year
    if year is None and last.year is not None:
        year = last.year - ((first.month or 0) > (last.month or 12))
    last_year = last.year
    if last_year is None and first.year is not None:
        return None
    start = _edtf(year, first.month, first.day, decade=first.decade)
    end = _edtf(last_year, last.month, last.day, decade=last.decade)
    if (year or 0) > (last_year or 0) or (year is not None and start >= end):
        return None
    if gap == "/" and (last_year or 0) - (year or 0) > 25:
        return None
    return f"{start}/{end}"


def _short_range(text: str, point: _Point, following: _Point | None) -> Found | None:
    """A range whose last year has two digits: "2010/11", "2012–13"."""
    match = _SHORT_YEAR.match(text, point.end)
    if match is None or point.year is None or point.month is not None or point.decade:
        return None
    if following is not None and following.start < match.end():
        return None  # "2000- 01 May"
    after = _WORD_AFTER.match(text, match.end())
    spaced = match["join"] != match["join"].strip()
    if spaced and after and after[1] in words("dates", "years", "after_amount"):
        return None  # "for 10 persons (in 2011 – 22 persons)"
    digits = match["year"]
    last = int(str(point.year)[: -len(digits)] + digits)
    if not point.year < last <= point.year + (1 if "/" in match["join"] else 30):
        return None
    return Found(point.start, match.end(), "date-range", value=f"{point.year}/{last}")


def _with_year_before(text: str, point: _Point) -> _Point:
    """Give a day the year in the number just before it: "Act No. 6/2014, of 24 April"."""
    if point.year is not None or point.day is None:
        return point
    match = _NUMBER_WITH_YEAR.search(text, max(0, point.start - _REACH), point.start)
    return replace(point, year=int(match["year"])) if match else point


def _with_year_of(text: str, point: _Point, following: _Point) -> _Point:
    """Give a date the year that stands once for both: "January and July 2013", "3 May and 5 June 2010"."""
    gap = text[point.end : following.start]
    if point.year is not None or point.month is None or following.year is None or following.month is None:
        return point
    return replace(point, year=following.year) if gap in (" and ", ", ", ", and ", " or ") else point


def _edtf(year: int | None, month: int | None, day: int | None, *, decade: bool = False) -> str:
    text = "XXXX" if year is None else f"{year // 10}X" if decade else f"{year:04d}"
    if month is not None:
        text += f"-{month:02d}"
    if day is not None:
        text += f"-{day:02d}"
    return text


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
