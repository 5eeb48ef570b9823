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
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from treatygraph.recognition.calendar import part_of_year
from treatygraph.recognition.grammar.found import Found, Tokens, text_of
from treatygraph.recognition.grammar.lexicon import kinds, read_lexicon, words
from treatygraph.recognition.printed_dates import BETWEEN, DASH, MONTH, REACH, YEAR, Point, edtf, matches, read_point

_TO = re.compile(
    rf"\s?{DASH}\s?|\s(?:%s)\s" % "|".join(sorted(read_lexicon("dates")["ranges"]["joins"], key=len, reverse=True))
)
_SHORT_YEAR = re.compile(rf"(?P<join>\ ?{DASH}\ ?|/)(?P<year>\d\d|(?<=/)\d)(?![\w/]|[.,-]\d)")
_NEXT_MONTH = re.compile(rf"{DASH}{MONTH}\b")
_NEXT_PART = re.compile(r"/(?:early|mid|late)[ -]")
_MONTH_TO = re.compile(rf"\b{MONTH}(?:\s?{DASH}\s?|\s(?:to|and|through|until)\s)\Z")
_NEXT_YEAR = re.compile(rf"(?:{DASH}|/)\ ?(?P<year>{YEAR})(?!\d)")
_NUMBER_WITH_YEAR = re.compile(rf"\d[/-](?P<year>{YEAR})\)?,?\s(?:of|on|dated)\s(?:the\s)?\Z")
_PREFIX = re.compile(rf"\b(?:{'|'.join(sorted(words('dates', 'years', 'prefixes')))})-\Z", re.IGNORECASE)
_ROW = (", ", " and ", ",", "-", "–", "/")
_NUMBER = re.compile(r"(?:[-/]\d{1,3}(?!\d))?")
_AFTER_STOP = re.compile(r"[.,](?:\d{1,2}(?=\s|$)|\d{4})")  # a footnote mark, or a list of years without blanks
_OF_YEAR = re.compile(rf" of {YEAR}(?!\d)")
_WORD_BEFORE = re.compile(r"([^\s()“”\"]+)[\s(“\"]*\Z")
_WORD_AFTER = re.compile(r"\s*([^\W\d_]+\d?)")


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


def _single(point: Point) -> Found:
    return Found(point.start, point.end, "date", value=point.value())


def _part(text: str, point: Point) -> Found | None:
    """A part of the year: "autumn 2004", "the first half of 2015"; None where the whole year is meant."""
    if point.year is None or point.month is not None or point.decade:
        return None
    part = part_of_year(text, point.start, point.year)
    return Found(part[0], point.end, "part of a year", value=part[1]) if part else None


def _points(text: str, tokens: Tokens | None) -> Iterator[Point]:
    """The single dates, in order."""
    last, number_end = -1, -1
    for match in matches(text, tokens):
        point = read_point(match, text)
        if point is None:
            continue
        if not point.bare:
            last = point.end
            yield point
        elif point.year is None:
            if _is_month(text, point):
                yield point
        # "articles 1998 and 1999", "No. 2010-2011": what stands in a row with a number is a number
        elif _is_label(text, point) or (number_end > 0 and _in_row(text, number_end, point.start)):
            number_end = _NUMBER.match(text, point.end).end()  # type: ignore[union-attr]  # it may be empty
        elif _is_year(text, point, last):
            last = point.end
            yield point


def _in_row(text: str, end: int, start: int) -> bool:
    """Whether what begins at `start` stands in a row with the number that ends at `end`, or in it."""
    return start < end or text[end:start] in _ROW


def _is_month(text: str, point: Point) -> bool:
    """Whether a month that stands alone is one: "in May", but not "May the Government …"."""
    if text[point.start : point.end].lower() not in words("dates", "months", "ambiguous"):
        return True
    # "paid for winter months (November to |March|)"
    beside = _MONTH_TO.search(text, max(0, point.start - REACH), point.start)
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


def _is_year(text: str, point: Point, last: int) -> bool:
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


def _is_label(text: str, point: Point) -> bool:
    """Whether four digits are a number: "No. 2003", "articles 1998 and 1999", "Law 1987 of 2004"."""
    if _OF_YEAR.match(text, point.end) and _word_before(text, point.start) in kinds():
        return True
    match = _WORD_BEFORE.search(text, max(0, point.start - REACH), point.start)
    return match is not None and match[1].lower() in words("dates", "years", "labels")


def _word_before(text: str, start: int) -> str:
    """The word before `start` in lower case, without a comma at its end; "" where there is none."""
    match = _WORD_BEFORE.search(text, max(0, start - REACH), start)
    return match[1].lower().rstrip(",;:") if match else ""


def _range(text: str, first: Point, last: Point) -> str | None:
    """The EDTF interval of two dates that the text joins; None where it does not."""
    gap = text[first.end : last.start]
    if len(gap) > 12 or first.last_day or last.last_day or first.decade != last.decade:
        return None
    years_only = first.month is None and last.month is None
    joined = (
        _TO.fullmatch(gap) is not None
        or (gap == "/" and years_only)
        or (gap in (" and ", " and the ") and BETWEEN.search(text, max(0, first.start - REACH), first.start))
    )
    if not joined:
        return None
    year = first.year
    if year is None and last.year is not None:
        year = last.year - ((first.month or 0) > (last.month or 12))
    last_year = last.year
    if last_year is None and first.year is not None:
        return None
    start = edtf(year, first.month, first.day, decade=first.decade)
    end = edtf(last_year, last.month, last.day, decade=last.decade)
    if (year or 0) > (last_year or 0) or (year is not None and start >= end):
        return None
    if gap == "/" and (last_year or 0) - (year or 0) > 25:
        return None
    return f"{start}/{end}"


def _short_range(text: str, point: Point, following: Point | None) -> Found | None:
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


def _with_year_before(text: str, point: Point) -> Point:
    """Give a day the year in the number just before it: "Act No. 6/2014, of 24 April"."""
    if point.year is not None or point.day is None:
        return point
    match = _NUMBER_WITH_YEAR.search(text, max(0, point.start - REACH), point.start)
    return replace(point, year=int(match["year"])) if match else point


def _with_year_of(text: str, point: Point, following: Point) -> Point:
    """Give a date the year that stands once for both: "January and July 2013", "3 May and 5 June 2010"."""
    gap = text[point.end : following.start]
    if point.year is not None or point.month is None or following.year is None or following.month is None:
        return point
    return replace(point, year=following.year) if gap in (" and ", ", ", ", and ", " or ") else point
