"""The number and the date in an instrument's name.

"No. 2012-828/PRES/PM/MASSN", "№ 45-FZ", "No. M/37", "No. 26.298", "Law 1448 of 2011", "Act CXXV of 2003", "Cap. 300",
"(1977:72)", "resolution 217 A (III)"; dates are those of the date grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from treatygraph.recognition.dates import dates_in
from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import read_lexicon
from treatygraph.recognition.instruments.heads import DATE, NUMBER, Head, find_heads, treaty_title_at_end

_YEAR = r"(?:1[6-9]\d|20[0-4])\d"
_MONTHS = tuple(name for names in read_lexicon("dates")["months"]["names"] for name in names)

# The date behind a number is none of its parts: "Code No. 19|, February 12, 1940|", "Decree No. 7|, 3 March 2004|".
_NO_DATE = rf"(?!, ?(?:\d{{1,2}} )?(?:{'|'.join(month.capitalize() for month in _MONTHS)})\b)"
_VALUE = r"(?:[A-Z]{1,6}[-/.]?|(?:[A-Z]{1,6}[-/]){2,3})?\d\w*(?:" + _NO_DATE + r" ?[./:,\-–] ?(?=\w*\d|[A-Z])\w+)*"
_MARKED = re.compile(
    r"(?:\b(?:NOS?(?=\.)|Nos?|Nrs?|Num|Number|number|nos?)\b\.?(?: ?[°ºo]\b)?|\b[Nn] ?[°º]s?\.?|\bN(?= \d)|№|#)"
    r" ?\(?(?P<value>"
    + _VALUE
    + r"(?:\s?[A-Z]? ?\((?:[IVXLC]+|[A-Z]{1,5})\)| (?:bis|ter|quater)\b)?|[IVXLC]+\b(?:[-/]\d+)?)(?: ?Coll\b\.?)?\)?"
)
_CHAPTER = re.compile(
    r"\b(?:[Cc]ap|CAP|Chap)\b\.? ?(?P<value>\d[\w:.]*\w|\d)|^Chapter (?P<value2>\d[\w:.]*)"
    r"|(?<=[ (])(?:[Cc]hapter|Ch\.) ?(?P<value3>\d[\d:.]*[A-Z]?)\)?$"
)
_SERIES = re.compile(
    r"\b(?:S\.?I\.?|L\.?N\.?|G\.?N\.?|P\.?L\.?|R\.?A\.?|C)(?: ?No\.?)? ?(?P<value>\d[\d/.\-]*\d|\d+)\b"
    r"|\((?P<value2>\d{4}:\d+|\d{1,4}/(?:19|20)\d\d)\)|\b(?P<value3>A/RES/\d+/\d+)"
)
_BARE = re.compile(
    rf"(?P<value>\d{{1,4}}\([IVX]+\)/{_YEAR}|"
    + _VALUE
    + r"(?: [A-Z]? ?\([IVXLC]+\))?|[IVXLC]{1,8}(?= of "
    + _YEAR
    + r"))(?!\w)"
)
# "Acts Nos. 5 and |7 of 2006|"
_LISTED = re.compile(rf"(?P<value>{_VALUE})(?= (?:of|dated) )")
_PERIOD = re.compile(rf"{_YEAR} ?[-–—−/] ?(?:{_YEAR}|\d\d)")
# "23/9/1421H", a date of the Hijri calendar: no EDTF value.
_HIJRI = re.compile(r"\b(?:\d{1,2}/\d{1,2}/)?1[34]\d\d ?A?\.?H\b\.?")
# "5732-1972", one year in the Hebrew and in the Gregorian calendar: no number.
_HEBREW = re.compile(r"\b5[67]\d\d ?[-–—/] ?(?P<year>(?:19|20)\d\d)\b")
# "B.E. 2546 (2003)", a year of the Buddhist era, which Thailand counts 543 before the common one.
_BEFORE_COMMON = 543
_BUDDHIST = re.compile(r"\bB\.? ?E\.? ?(?P<era>2[45]\d\d)\b(?: ?\((?P<year>(?:19|20)\d\d)\))?")
_OF_YEAR = re.compile(rf" of {_YEAR}\b")
_GAP = re.compile(r"[\s,]*\(?")
# What may stand between an inner instrument and its own number or date, and what links it to the outer one.
_INNER_NUMBER = re.compile(r"\b[Nn][Oo]s?\.? ?\(?[\w./-]*\d[\w./-]*|[Nn][°º] ?[\w./-]+")
_FILLING = re.compile(rf"\b(?:of|dated|the|and|No|\d{{1,2}}|{'|'.join(_MONTHS)})\b|[\s,(.]", re.IGNORECASE)
_LINKED = re.compile(
    r"\b(?:on|concerning|amending|repealing|approving|implementing|regarding|supplementing|ratifying)"
    r"(?: the)?(?: \w+){0,5}$|\b(?:of|to|under|the)(?: the| its)?$"
    # "decree on publication of the consolidated |text of Qualified Act| No. 9/2005"
    r"|\b(?:publication|text|version|consolidation|ratification|promulgation|enactment) of(?: the)?(?: \w+){0,3}$"
)
# A name holds few dates; what goes on further is a list that no title end stopped.
_MOST_DATES = 12
_NUMBER_YEAR = re.compile(rf"(?:^|(?<=[/\-. ]))({_YEAR})(?=$|[/\-. ])")
_SHORT_YEAR = re.compile(r"^\d+/(\d\d)(?:[/-]\D.*)?$")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name's text with the heads and the dates in it."""

    text: str
    heads: list[Head]
    dates: list[Found]

    def opens_date(self, at: int) -> bool:
        """Whether a date of several words begins at `at`: "Decree |10 July 2008|"."""
        return any(find.start == at and " " in self.text[find.start : find.end] for find in self.dates)

    def within_title(self, at: int) -> bool:
        """Whether the text before `at` ends in a second instrument: "… amending Act |No. 15/2003"."""
        heads = [head for head in self.heads if head.end <= at]
        if len(heads) < 2 or self.text[:at].rstrip().endswith((",", ", of")):
            return False
        if treaty_title_at_end(self.text[: heads[-1].start]) >= 0:
            return False  # "International Covenant on Civil and Political Rights Act |No. 56 of 2007|"
        inner = _INNER_NUMBER.sub("", self.text[heads[-1].end : at])
        return not _FILLING.sub("", inner) and bool(_LINKED.search(self.text[heads[0].end : heads[-1].start].strip()))


def set_designations_aside(text: str) -> tuple[str | None, str | None, str]:
    """The number and the date of the named instrument itself, and the text with marks in their place.

    A number or date of an instrument inside the title stays where it is: "Act of 2 June 2010 amending Act No.
    15/2003" has no number. A date without a year takes it from the number: "Act 51/2003, of 2 December".
    """
    text = _HIJRI.sub(f" {DATE} ", text)
    double = _HEBREW.search(text)
    text = _HEBREW.sub(f" {DATE} ", text, count=1)
    buddhist = _BUDDHIST.search(text)
    text = _BUDDHIST.sub(f" {DATE} ", text, count=1)
    name = _Name(text, find_heads(text), dates_in(text))
    span, number = _find_number(name)
    date = double["year"] if double else None
    if buddhist:
        date = buddhist["year"] or str(int(buddhist["era"]) - _BEFORE_COMMON)
    places = [(span[0], span[1], NUMBER)] if span else []
    for find in name.dates[:_MOST_DATES]:
        value = _complete(find.value, number)
        inside = span and find.start < span[1] and span[0] < find.end
        if value and not inside and not name.within_title(find.start):
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


def _find_number(name: _Name) -> tuple[tuple[int, int] | None, str | None]:
    """Where the number stands with its mark, and the number."""
    for pattern in (_MARKED, _CHAPTER, _SERIES):
        for found in islice(pattern.finditer(name.text), _MOST_DATES):
            if not name.within_title(found.start()):
                return found.span(), _clean(next(value for value in found.groupdict().values() if value))
    bare = _bare_number(name)
    return (bare.span(), _clean(bare["value"])) if bare else (None, None)


def _clean(value: str) -> str:
    return re.sub(r"\s*([./:\-–])\s*", r"\1", value).strip(" .,")


def _bare_number(name: _Name) -> re.Match[str] | None:
    """A number right after the head without a mark: "Decree 27/2000", "(Act 715)"; not "Framework 2009–2011"."""
    text = name.text
    whole = _BARE.fullmatch(text)
    if whole and not re.fullmatch(_YEAR, whole["value"]):
        return whole
    listed = _LISTED.match(text) if not name.heads else None
    if listed:
        return listed
    for i, head in enumerate(name.heads):
        if i and text[max(head.start - 1, 0)] != "(":
            continue
        gap = _GAP.match(text, head.end)
        found = _BARE.match(text, gap.end() if gap else head.end)
        if not found:
            continue
        period = head.kind == "programme" and _PERIOD.fullmatch(found["value"])
        year = re.fullmatch(_YEAR, found["value"]) and not _OF_YEAR.match(text, found.end())
        if not (period or year or name.opens_date(found.start())):
            return found
    return None


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
