"""The number and the date in an instrument's name.

"No. 2012-828/PRES/PM/MASSN", "№ 45-FZ", "No. M/37", "No. 26.298", "Law 1448 of 2011", "Act CXXV of 2003", "Cap. 300",
"(1977:72)", "resolution 217 A (III)"; dates are those of the date grammar.
"""

from __future__ import annotations

import re

from treatygraph.recognition.dates import dates_in
from treatygraph.recognition.heads import DATE, MARKS, NUMBER, find_heads
from treatygraph.recognition.lexicon import read_lexicon

_YEAR = r"(?:1[6-9]|20)\d\d"
_MONTHS = tuple(name for names in read_lexicon("dates")["months"]["names"] for name in names)

_VALUE = r"(?:[A-Z]{1,6}[-/.]?)?\d\w*(?: ?[./:,\-–] ?(?=\w*\d|[A-Z])\w+)*"
_MARKED = re.compile(
    r"(?:\b(?:Nos?|Nrs?|Num|Number|number|nos?)\b\.?(?: ?[°ºo]\b)?|\b[Nn] ?[°º]s?\.?|№|#) ?\(?(?P<value>"
    + _VALUE
    + r"(?:\s?[A-Z]? ?\((?:[IVXLC]+|[A-Z]{1,5})\))?|[IVXLC]+\b(?:[-/]\d+)?)(?: ?Coll\b\.?)?\)?"
)
_CHAPTER = re.compile(r"\b(?:[Cc]ap|CAP|Chap)\b\.? ?(?P<value>\d[\w:.]*\w|\d)|^Chapter (?P<value2>\d[\w:.]*)")
_SERIES = re.compile(
    r"\b(?:S\.?I\.?|L\.?N\.?|G\.?N\.?|P\.?L\.?|R\.?A\.?|C)(?: ?No\.?)? ?(?P<value>\d[\d/.\-]*\d|\d+)\b"
    r"|\((?P<value2>\d{4}:\d+)\)|\b(?P<value3>A/RES/\d+/\d+)"
)
_BARE = re.compile(r"(?P<value>" + _VALUE + r"(?: [A-Z]? ?\([IVXLC]+\))?|[IVXLC]{1,8}(?= of " + _YEAR + r"))(?!\w)")
_PERIOD = re.compile(rf"{_YEAR} ?[-–—−/] ?(?:{_YEAR}|\d\d)")
# "23/9/1421H", a date of the Hijri calendar: no EDTF value.
_HIJRI = re.compile(r"\b(?:\d{1,2}/\d{1,2}/)?1[34]\d\d ?A?\.?H\b\.?")
_NUMBER_YEAR = re.compile(rf"(?:^|(?<=[/\-. ]))({_YEAR})(?=$|[/\-. ])")
_SHORT_YEAR = re.compile(r"^\d+/(\d\d)(?:[/-]\D.*)?$")


def set_designations_aside(text: str) -> tuple[str | None, str | None, str]:
    """The number and the date of the named instrument itself, and the text with marks in their place.

    A number or date of an instrument inside the title stays where it is: "Act of 2 June 2010 amending Act No.
    15/2003" has no number. A date without a year takes it from the number: "Act 51/2003, of 2 December".
    """
    text = _HIJRI.sub(f" {DATE} ", text)
    span, number = _find_number(text)
    date: str | None = None
    places = [(span[0], span[1], NUMBER)] if span else []
    for find in dates_in(text):
        value = _complete(find.value, number)
        inside = span and find.start < span[1] and span[0] < find.end
        if value and not inside and not _within_title(text, find.start):
            date = value
            places.append((find.start, find.end, DATE))
            break
    for start, end, mark in sorted(places, reverse=True):
        text = f"{text[:start]} {mark} {text[end:]}"
    return number, date, text


def _complete(value: str | None, number: str | None) -> str | None:
    """A date's value; "XXXX-12-02" with the year of the number, None where it has none."""
    if value and value.startswith("XXXX"):
        year = year_of_number(number)
        return f"{year}{value[4:]}" if year and "/" not in value else None
    return value


def _find_number(text: str) -> tuple[tuple[int, int] | None, str | None]:
    """Where the number stands with its mark, and the number."""
    for pattern in (_MARKED, _CHAPTER, _SERIES):
        for found in pattern.finditer(text):
            if not _within_title(text, found.start()):
                return found.span(), _clean(next(value for value in found.groupdict().values() if value))
    bare = _bare_number(text)
    return (bare.span(), _clean(bare["value"])) if bare else (None, None)


def _clean(value: str) -> str:
    return re.sub(r"\s*([./:\-–])\s*", r"\1", value).strip(" .,")


def _bare_number(text: str) -> re.Match[str] | None:
    """A number right after the head without a mark: "Decree 27/2000", "Act 715"; not "Framework 2009–2011"."""
    whole = _BARE.fullmatch(text)
    if whole and not re.fullmatch(_YEAR, whole.group("value")):
        return whole
    for i, head in enumerate(find_heads(text)):
        if i and not text[: head.start].rstrip().endswith("("):
            continue
        at = re.compile(r"[\s,]*\(?").match(text, head.end)
        found = _BARE.match(text, at.end() if at else head.end)
        if not found:
            continue
        value = found.group("value")
        of_year = re.match(rf" of {_YEAR}\b", text[found.end() :])
        period = head.kind == "programme" and _PERIOD.fullmatch(value)
        if period or (re.fullmatch(_YEAR, value) and not of_year) or _opens_date(text, found.start()):
            continue
        return found
    return None


def _opens_date(text: str, at: int) -> bool:
    """Whether a date of several words begins at `at`: "Decree |10 July 2008|"."""
    return any(find.start == at and " " in text[find.start : find.end] for find in dates_in(text))


def _within_title(text: str, at: int) -> bool:
    """Whether the text before `at` ends in a second instrument: "… amending Act |No. 15/2003"."""
    heads = [head for head in find_heads(text) if head.end <= at]
    if len(heads) < 2:
        return False
    inner = re.sub(r"\b[Nn][Oo]s?\.? ?\(?[\w./-]*\d[\w./-]*|[Nn][°º] ?[\w./-]+", "", text[heads[-1].end : at])
    gap = re.sub(rf"\b(?:of|dated|the|and|No|\d{{1,2}}|{'|'.join(_MONTHS)})\b|[\s,(.{MARKS}]", "", inner, flags=re.I)
    linked = re.search(
        r"\b(?:on|concerning|amending|repealing|approving|implementing|regarding|supplementing|ratifying)"
        r"(?: the)?(?: \w+){0,5}$|\b(?:of|to|under|the)(?: the| its)?$",
        text[heads[0].end : heads[-1].start].strip(),
    )
    first_closed = any(mark in text[heads[0].end : heads[-1].start] for mark in MARKS)
    comma = text[:at].rstrip().endswith((",", ", of"))
    return not gap and bool(linked or first_closed) and not comma


def year_of_number(number: str | None) -> str | None:
    """The year within a number: "49/2007" and "2012-828/PRES" have one, "18172" has none."""
    if not number:
        return None
    years = _NUMBER_YEAR.findall(number)
    if years and years[-1] != number:
        return str(years[-1])
    short = _SHORT_YEAR.match(number)
    if not short:
        return None
    return ("19" if int(short.group(1)) > 40 else "20") + short.group(1)
