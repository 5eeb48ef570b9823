"""Where a paragraph of a Committee begins to ask.

Newer papers number what concerns the Committee and what it asks apart. Older ones, of all Committees but that on the
Rights of Persons with Disabilities, print both under one number: "12. The Committee is concerned … (arts. 2 and 7).",
and below it without a number, mostly in bold type, "The State party should …".
"""

from __future__ import annotations

import re

from treatygraph.report import Unit

# "The Committee recommends that …", "It also calls upon …"
ASKING = r"recommends?|requests?|urges?|calls? (?:up)?on|calls for|invites?|suggests?|advises?|enjoins|encourages"
_REITERATES = r"reiterates (?:its|the) (?:previous |earlier )?recommendations?"
_ENCOURAGED = r"is (?:\w+ )?(?:encouraged|requested|urged|invited|called (?:up)?on|asked)"
ASKS = re.compile(
    rf"\b(?:{ASKING}|{_REITERATES})\b|\bState [Pp]arty (?:should|must|{_ENCOURAGED})\b|(?<=\([a-z]\) )Calls (?:up)?on\b"
)
_COMMITTEE_ASKS = re.compile(rf"\b(?:[Cc]ommittee|[Ii]t)\b[^.;:]{{0,200}}?\b(?P<verb>{ASKING}|{_REITERATES})\b")
_HALF = 0.5  # of a paragraph's letters

# A full stop inside a sentence stands before no capital: "No. 8", "paras. 3 and 4".
_INSIDE = r"(?:[^.;:]|\.(?!\s[A-Z(“]))"
# "In the light of its general comment No. 8, …"; nothing that the Committee says: "The Committee notes that, …".
_BEFORE = rf"(?:(?:(?!Committee\s(?!on\b|against\b)){_INSIDE}){{1,400}}?,\s)?"
_HOW = r"(?:(?:also|further|furthermore|therefore|thus|hence|again|once again|in particular|\w+ly),?\s)*"
_ASKING_SENTENCE = re.compile(
    rf"{_BEFORE}(?:(?:[Tt]he\sCommittee|[Ii]t)(?:,{_INSIDE}{{1,400}}?,)?\s{_HOW}(?:{ASKING}|asks|{_REITERATES})\b"
    rf"|[Tt]he\sCommittee:\s\(a\)\s(?=[A-Z]\w+s\b)(?i:{ASKING})\b"
    rf"|(?:[Tt]he\s)?(?:State\s[Pp]arty|Government)(?:\s[\w’]+){{0,3}}?\s(?:should|must|{_ENCOURAGED})\b)"
)
_SENTENCE = re.compile(r"(?<=[.”])\s(?=[A-Z(“])")
# "… is concerned that beatings are allowed, and urges the State party to: (a) …"
_AND_ASKS = re.compile(rf"\s(?:and|but)\s{_HOW}(?=(?:{ASKING})\s(?:that\s)?(?:the\sState\s[Pp]arty|it)\b)")
_CONCERNED = re.compile(r"\b(?:concerned|concerns?|regrets?)\b")


def begins_to_ask(unit: Unit, bold_known: bool) -> int | None:
    """The place in a paragraph's text from which it asks: 0 where all of it does, None where nothing of it does.

    `bold_known` says that the document prints what it asks in bold type; in a plain text the words decide.
    """
    return _bold_from(unit) if bold_known else _asks_from(unit.text)


def is_bold(unit: Unit) -> bool | None:
    """Whether most of a unit's letters are bold; None for plain text, whose type is not known."""
    letters = sum(line.end - line.start for line in unit.lines)
    if not letters:
        return None
    return sum(line.end - line.start for line in unit.lines if line.bold) > _HALF * letters


def _bold_from(unit: Unit) -> int | None:
    """Where the bold lines begin that end a paragraph, if a sentence begins there that asks.

    A paragraph that asks from its first words asks in plain type too, as some papers print their last ones.
    """
    plain = [place for place, line in enumerate(unit.lines) if not line.bold]
    after = plain[-1] + 1 if plain else 0
    if 0 < after < len(unit.lines):
        start, asks = unit.lines[after].start, _asks_from(unit.text)
        if asks is not None and asks >= unit.lines[after - 1].start:
            return asks  # within the line that plain and bold type share
        if ASKS.search(unit.text, start):
            return start
    return 0 if is_bold(unit) or _ASKING_SENTENCE.match(unit.text) else None


def _asks_from(text: str) -> int | None:
    """Where the first sentence begins that asks; the whole asks that says nothing of a concern before."""
    starts = (0, *(match.end() for match in _SENTENCE.finditer(text)))
    places = [start for start in starts if _ASKING_SENTENCE.match(text, start)]
    if within := _AND_ASKS.search(text):
        places.append(within.end())
    if places:
        return min(places)
    asks, concerned = _COMMITTEE_ASKS.search(text), _CONCERNED.search(text)
    return 0 if asks and (concerned is None or asks.start("verb") < concerned.start()) else None
