"""What makes two names those of two instruments, and what the text must not set side by side as one."""

from __future__ import annotations

import re

from treatygraph.report import InstrumentName
from treatygraph.resolution.parts import has_laws_of_one_name, has_own_laws
from treatygraph.resolution.subjects import content_words, dates_agree, same_number, telling_words, year_of
from treatygraph.resolution.wordings import Instrument, Wording, bracketed

# What the name of an issuer may have or lack, and what tells nothing of a body.
_OFFICES = frozenset(
    {
        "minister",
        "ministry",
        "office",
        "department",
        "government",
        "cabinet",
        "council",
        "republic",
        "state",
        "national",
        "president",
        "presidential",
        "royal",
        "king",
        "governmental",
        "executive",
        "ministerial",
        "prime",
        "federal",
        "parliament",
        "congress",
        "assembly",
        "committee",
        "commission",
        "joint",
    }
)
# "Public Tenders Act (Supreme Decree No. 184-2008-EF)": its regulations
_EXECUTIVE = re.compile(r"(?:Supreme|Presidential|Executive|Royal|Ministerial|Government|Regulatory) ")


def set_apart(instrument: Instrument, wording: Wording) -> bool:
    """Whether issuer, head or bracket tell two instruments apart which their numbers, dates or titles do not."""
    name, named = wording.name, instrument.named
    if "directive" in {name.head, *named.heads} and "regulation" in {name.head, *named.heads}:
        return True
    if name.issuer and named.issuers and all(issuers_differ(name.issuer, issuer) for issuer in named.issuers):
        return True
    bracket = bracketed(wording.text)
    return bool(bracket and named.brackets) and all(bracket.isdisjoint(other) for other in named.brackets)


def issuers_differ(first: str, second: str) -> bool:
    """Whether two issuers as names print them are two bodies: "Ministry of Health", "Ministry of Education".

    An adjective says too little ("ministerial"), and translators exchange the words for a government.
    """
    one, two = content_words(first) - _OFFICES, content_words(second) - _OFFICES
    return bool(one and two) and one.isdisjoint(two)


def periods_part(first: str | None, second: str | None) -> bool:
    """Whether two dates of plans are those of two: other periods, or a year after the period is over."""
    if not first or not second or "/" not in first + second:
        return False
    if "/" in first and "/" in second:
        return first != second
    period, date = (first, second) if "/" in first else (second, first)
    return date[:4] > period.rpartition("/")[2][:4]


# A name with so many words that tell is seldom that of two laws: "Social Protection, Civilian Victims of War and …".
_LONG = 6


def of_two_parts(first: Instrument, second: Instrument) -> bool:
    """Whether two instruments are of two parts of the State, or one may be and no word gives the other to a part.

    "Labour Law", "Labour Law of the |RS|": each part has one.
    """
    if first.parts and second.parts:
        return first.parts.isdisjoint(second.parts)
    if not (first.parts or second.parts) or (first.number and second.number) or (first.date and second.date):
        return False
    if any(has_own_laws(first.owner, part) for part in first.parts | second.parts):
        return True
    return has_laws_of_one_name(first.owner) and min(map(_telling, (first, second))) < _LONG


def _telling(instrument: Instrument) -> int:
    """How many words that tell the longest title has."""
    return max((len(telling_words(title)) for title in instrument.titles), default=0)


def compatible(first: Instrument, second: Instrument) -> bool:
    """Whether nothing contradicts that two instruments, which the text sets side by side, are one."""
    if first.draft != second.draft or first.owner != second.owner:
        return False
    if of_two_parts(first, second):
        return False
    if first.number and second.number and not same_number(first.number, second.number):
        return False
    if {year for year in (year_of(first.date), year_of(second.date)) if year} and not dates_agree(
        first.date, second.date
    ):
        years = {year_of(first.date), year_of(second.date)} - {None}
        if len(years) > 1 or len(first.date or "") == len(second.date or ""):
            return False
    if first.known and second.known and first.known.id != second.known.id:
        return False
    groups = {first.group, second.group} - {"other"}
    if groups in ({"act", "executive"}, {"code", "executive"}):
        return _promulgated(first, second) or _promulgated(second, first)
    return len(groups) < 2 or groups == {"act", "code"}


def _promulgated(decree: Instrument, act: Instrument) -> bool:
    """Whether a numbered decree is the Act of this title: "Decree No. 184-87, known as the “Act on Training”"."""
    numbered = decree.kind == "decree" and decree.number and not decree.titles and not decree.issuer
    legislative = not any(_EXECUTIVE.match(wording.text) for wording in decree.wordings)
    return bool(numbered and legislative and act.titles and not act.number)


def complementary(first: InstrumentName, second: InstrumentName) -> bool:
    """Whether one of two names brings the number and the other the title: "PWD Act, 2003, Act No. 14 of 2003"."""
    return any(a.number and not a.subject and b.subject and not b.number for a, b in ((first, second), (second, first)))
