"""Court decisions by the names of their parties: "Toonen v. Australia"."""

from __future__ import annotations

import re

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.clauses import OPENERS
from treatygraph.recognition.instruments.designations import date_end
from treatygraph.report import InstrumentName

_AGAINST = frozenset({"v.", "vs.", "v", "versus"})
_LINKS = frozenset({"of", "and", "the", "for", "de", "del", "la", "others", "another", "et", "al.", "&"})
# "judgment in case No. 8 (sixteenth year)"
# "Judgment issued in appeal No. 1127, fortieth judicial year"
_IN_CASE = re.compile(
    r"\b[Jj]udge?ment (?:issued |delivered |handed down )?in (?:[Cc]ase|[Aa]ppeal) (?:No\.|number) ?[\w/.-]*\w"
    r"(?: \([a-z][a-z -]{2,20}\))?"
)
_CASES = frozenset({"case", "cases", "decision", "judgment", "judgement", "see"})
# Volume, reporter, page and court: " (5) SA 87 (WCC)", " ZACC 12", " 410 U.S. 113"
_REPORT = re.compile(
    r",?(?: \[\d{4}\])?(?: \(\d{1,3}\)| \d{1,3}(?= [A-Z]))? [A-Z][A-Z.]{1,7} \d{1,4}(?: \([A-Z]{2,5}\))?(?!\w)"
)
# The number under which a court has it: "et al., Claim No. 470 of 2014", ", Civil Appeal No. 3 of 2012"
_REGISTERED = re.compile(
    r"(?: et al\.?)?,? (?:[A-Z][a-z]+ ){0,2}(?:Claim|Case|Petition|Appeal|Suit|Application|Cause|Reference|Action)s? "
    r"[Nn]os?\.? ?[\w/-]*\d(?:[\w/-]*\w)?(?: of (?:19|20)\d\d)?(?!\w)"
)
# A party's name has at most this many tokens.
_LONGEST = 14


def find_cases(w: Words) -> list[Found]:
    """The case names of a text, sorted by start: a party, "v.", a party, and the year where it follows."""
    finds: list[Found] = []
    if " in " in w.raw and "udg" in w.raw:
        finds = [Found(*case.span(), rule="case", confidence=0.8) for case in _IN_CASE.finditer(w.raw)]
    if " v" not in w.raw:
        return finds
    for i, word in enumerate(w.text):
        if word not in _AGAINST:
            continue
        first, last = _party_before(w, i), _party_after(w, i + 1)
        if first == i or last == i + 1 or (finds and w.start[first] < finds[-1].end):
            continue
        end = _past_number(w, last) or _past_report(w, date_end(w, last, "judgment", False))
        span = w.start[first], w.end[end - 1]
        name = InstrumentName(kind="judgment", head="judgment", subject=w.raw[w.start[first] : w.end[last - 1]])
        finds.append(Found(*span, rule="case", confidence=0.8, name=name))
    return finds


def _past_number(w: Words, i: int) -> int:
    """The token after the number that a court gave the case whose name ends before `i`, or 0."""
    number = _REGISTERED.match(w.raw, w.end[i - 1])
    return w.token_at(number.end()) if number else 0


def _past_report(w: Words, i: int) -> int:
    """The token after the report where the case is printed: "2011 (5) SA 87 (WCC)", "[2009] UKHL 12"."""
    report = _REPORT.match(w.raw, w.end[i - 1])
    return w.token_at(report.end()) if report else i


def _party_before(w: Words, i: int) -> int:
    """The token where the party before "v." begins; `i` where none stands there."""
    start = i
    for j in range(i - 1, max(i - _LONGEST, -1), -1):
        if w.capital(j):
            if (w.lower[j] in OPENERS and w.lower[j] != "another") or w.lower[j] in _CASES:
                break
            start = j
        elif w.lower[j] not in _LINKS and not (w.text[j].isdigit() and w.lower[j + 1] == "others"):
            break  # "Francis Kafantayeni & 5 Others vs. The Attorney General"
    return start


def _party_after(w: Words, i: int) -> int:
    """The token after the party that begins at `i`; `i` where none stands there."""
    end = i
    for j in range(i, min(i + _LONGEST, w.n)):
        if w.capital(j):
            end = j + 1
        elif w.lower[j] not in _LINKS:
            break
    return end
