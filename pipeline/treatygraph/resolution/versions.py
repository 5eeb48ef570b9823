"""Laws of one name that are two: the one before an amendment, the new one, what replaced an older one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from treatygraph.report import InstrumentName
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse
from treatygraph.resolution.readings import Reading
from treatygraph.resolution.subjects import containment, content_words
from treatygraph.resolution.wordings import Instrument, Wording, group_of

_AMENDED = re.compile(r"[”\"]? (?:was|had been) (?:first |last |then |again )?amended in (?P<year>(?:19|20)\d\d)\b")


_REPLACES = re.compile(
    r"[^.;•]{0,120}\b(?:replac|repeal|supersed|abrogat)\w+ (?:and replac\w+ )?(?:the |its )?(?:old |former |previous )?"
)


# "the |new| Nationality Act|, adopted in 2019|,"
_NEW = re.compile(r"\b[Nn]ew $")


_MADE_IN = re.compile(
    r",? \(?(?:which was |that was )?(?:adopted|enacted|promulgated|passed)(?: in| on)?(?: \d{1,2})?(?: [A-Z][a-z]+)? "
    r"(?P<year>(?:19|20)\d\d)\b"
)


def _date_to_doubt(name: InstrumentName, known: Instrument) -> str | None:
    """The date of a law that a name without date and number met: there may be another version; else None."""
    if name.date or name.number or known.group not in {"act", "code", "constitution"}:
        return None
    return known.date


# "activities aimed at |developing a new| Strategic Plan for …", "|A new| Plan |is being prepared|"
_A_NEW = re.compile(r"\b[Aa] new $")
_PREPARES = re.compile(
    r"\b(?:develop|prepar|draft|draw(?:ing)? up|elaborat|formulat|design|work(?:s|ing)? on|adoption of)\w*"
    r"(?: of)? a new $"
)
_IS_PREPARED = re.compile(
    r"[”\"]? (?:is|are|was|were|has been) (?:currently |also |still |now )?(?:being |under |in )?"
    r"(?:develop|prepar|draft|drawn up|elaborat|formulat)"
)
_PREPARES_REACH = 50


def is_one_to_come(discourse: Discourse, i: int, name: InstrumentName, known: Instrument) -> bool:
    """Whether a plan without a period is a new one that is still prepared, while that of this name has its period.

    "the Plan for Children 2013–2017 … activities aimed at developing a new |Plan for Children|"
    """
    if name.date or name.number or known.group != "programme" or not (known.date or known.number):
        return False
    mention = discourse.mentions[i]
    text = discourse.passage(mention).unit.text
    if _PREPARES.search(text, max(0, mention.start - _PREPARES_REACH), mention.start):
        return True
    new = _A_NEW.search(text, max(0, mention.start - len(" a new ")), mention.start)
    return new is not None and _IS_PREPARED.match(text, mention.end) is not None


# "The |National Strategy for Basic Social Security| (NSBSS 2010-2014 and NSBSS 2016–2024)": two plans
_PERIOD = r"(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d"
_TWO_PERIODS = re.compile(rf"[”\"]? \([^()]{{0,40}}?{_PERIOD},? (?:and|or) [^()]{{0,40}}?{_PERIOD}[^()]{{0,20}}\)")


def is_of_two_periods(discourse: Discourse, i: int, name: InstrumentName) -> bool:
    """Whether a plan's name without a period stands for two that follow each other, whose periods are behind it."""
    mention = discourse.mentions[i]
    text = discourse.passage(mention).unit.text
    return group_of(name.kind) == "programme" and not name.date and bool(_TWO_PERIODS.match(text, mention.end))


# "|The legal position of minors in youth support is governed by| the Decree of 7 May 2004"
_GOVERNED = re.compile(r"(?!Th(?:is|ese|ose|ey)\b|It\b)[^.;:•]{10,160} (?:is|are) (?:governed|regulated) by the ")


def is_of_another_subject(discourse: Discourse, i: int, name: InstrumentName, known: Instrument) -> bool:
    """Whether a law named by its day alone governs what no word of the title of the known law of that day speaks of."""
    if name.subject or name.number or not name.date or not known.titles:
        return False
    mention = discourse.mentions[i]
    passage = discourse.passage(mention)
    start, end = passage.sentence(mention.start)
    if not _GOVERNED.fullmatch(passage.unit.text, start, mention.start):
        return False
    said = content_words(passage.unit.text[start:end])
    return not any(containment(said, title) for title in known.titles)


def year_if_newer(discourse: Discourse, i: int, name: InstrumentName, known: Instrument) -> str | None:
    """The year of a law that the text calls new, if the one of that name is years older: it is the one after it."""
    date = _date_to_doubt(name, known)
    if not date:
        return None
    mention = discourse.mentions[i]
    text = discourse.passage(mention).unit.text
    made = _MADE_IN.match(text, mention.end)
    new = _NEW.search(text, max(0, mention.start - len("new ")), mention.start)
    return made["year"] if new and made and int(made["year"]) > int(date[:4]) + 1 else None


def replaced_by(discourse: Discourse, reading: Reading) -> dict[int, int]:
    """What the text says that a law without a date replaces: "the new |Code| replaced the |1994 Code|"."""
    found: dict[int, int] = {}
    for passage in discourse.passages:
        full = [i for i in passage.mentions if i in reading.names and i not in reading.back]
        for first, second in pairwise(full):
            one, other = reading.names[first], reading.names[second]
            if one.date or one.number or not (other.date or other.number) or one.kind != other.kind:
                continue
            start, end = discourse.mentions[first].end, discourse.mentions[second].start
            if _REPLACES.fullmatch(passage.unit.text, start, max(start, end)):
                found[first] = second
    return found


def is_amended_before(discourse: Discourse, i: int, name: InstrumentName, known: Instrument) -> bool:
    """Whether the text has a law amended before the one of that name is dated: it is the law before it.

    "the |Constitution of Kenya| was first amended in 1991", and the Constitution of 2010
    """
    date = _date_to_doubt(name, known)
    if not date:
        return False
    mention = discourse.mentions[i]
    found = _AMENDED.match(discourse.passage(mention).unit.text, mention.end)
    return found is not None and found["year"] < date[:4]


OLDER = re.compile(r"(?:old|former|previous|repealed)(?: |$)")


def earlier_version(register: Register, wording: Wording) -> Instrument | None:
    """What "the old Labour Code" means where the report has two Labour Codes with dates: the first."""
    older = OLDER.match(wording.name.subject)
    if older is None:
        return None
    return register.earliest(replace(wording, name=replace(wording.name, subject=wording.name.subject[older.end() :])))
