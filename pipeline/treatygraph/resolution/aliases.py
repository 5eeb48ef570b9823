"""Names that the report itself says are the same: brackets, "or", "known as", its list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from treatygraph.ontology import state_names
from treatygraph.report import Mention, MentionType, Report
from treatygraph.resolution.passages import Discourse, Passage

# What may stand between two names of one thing: "Republic Act No. 7277, or the Magna Carta for Disabled Persons",
# "Persons with Disabilities Act, 2003 (PWDA)", "(hereinafter referred to as the “Act”)", "Employment Act 2007
# (Act No. 11 of 2007)".
_NAMING = (
    r"(?:also|hereinafter|hereafter|henceforth|herein|otherwise|better|commonly|popularly|in short|known|called|"
    r"referred|to|as|the|an?|termed|entitled|simply|it|is|or|abbreviated|which|short title|being|acronym|for short|"
    r"i\.e\.|[:,“”\"'‘’«»])"
)
_BRACKET = re.compile(rf"[”\"’]?,?\s*[(\[]\s*(?:{_NAMING}\s*)*", re.IGNORECASE)
_NAMED = re.compile(
    rf"[”\"’]?\s*[,–—-]?\s*(?:or(?: the)?|"
    rf"(?:also |better |commonly |popularly |otherwise |hereinafter |hereafter |henceforth )(?:{_NAMING}\s*)*|"
    r"known as(?: the)?|referred to as(?: the)?)\s*[“\"‘']?",
    re.IGNORECASE,
)
# "Book XII of the Social Code |or| War Victims Relief Act" are two.
_OR = re.compile(r"[\s,]*or\b")
_COMMA = re.compile(r"[”\"]?\s*,?\s+(?:the )?[“\"]?|[”\"]?,\s*")
# The name in the State's language and its acronym: "(Agência Nacional de Telecomunicações – ANATEL)".
_CLOSES_WITH_ACRONYM = re.compile(r"[”\"’]?\s*(?:[)\],]|[–—-] [A-Z][\w/-]*\))")
_DASH = re.compile(r" [–—-] ")
# "the |regulations| implementing the |Aliens Act| (|Decree 557/2011|)": the number of the regulations.
_RULES_OF = re.compile(
    r"\b(?:[Rr]egulations?|[Rr]ules|[Bb]y-?laws?|[Ii]nstructions?|[Ii]mplementing (?:decree|order))"
    r"(?: (?:for|under|of|to|on|implementing|made|issued|pursuant|the (?:implementation|application|enforcement)))+"
    r"(?: the)? $"
)
_RULES_REACH = 80  # code points before a name in which is told that it stands there for its rules
_KINDS_OF_RULES = frozenset({"decree", "order", "regulation", "resolution", "decision"})
_HEADS_OF_RULES = frozenset({"legal notice", "gazette notice"})
_MOST_COMPARED = 100


@dataclass(frozen=True, slots=True)
class Apposition:
    """Two mentions side by side, by index; `sure` where brackets or words of naming join them, not a bare comma."""

    first: int
    second: int
    sure: bool


def find_appositions(discourse: Discourse, kind: MentionType) -> list[Apposition]:
    """Pairs of neighbouring mentions of one type that may be two names of one thing, in reading order.

    A comma alone makes a pair that is not sure: "PWD Act, 2003, Act No. 14 of 2003" is one Act, "Penal Code, the
    Evidence Act" are two.
    """
    found: list[Apposition] = []
    for passage in discourse.passages:
        mentions = [i for i in passage.mentions if discourse.mentions[i].type == kind]
        for before, (first, second) in zip((None, *mentions), pairwise(mentions), strict=False):
            a, b = discourse.mentions[first], discourse.mentions[second]
            if b.start < a.end:
                continue
            between = passage.unit.text[a.end : b.start]
            if len(between) > 60:
                continue
            closes = bool(_CLOSES_WITH_ACRONYM.match(passage.unit.text, b.end))
            if _numbers_rules(passage.unit.text, a, b) and _BRACKET.fullmatch(between):
                if before is not None and a.start - discourse.mentions[before].end < _RULES_REACH // 2:
                    found.append(Apposition(before, second, True))
            elif (
                (_BRACKET.fullmatch(between) and closes)
                or (_NAMED.fullmatch(between) and not _OR.match(between))
                or (kind == "agency" and _DASH.fullmatch(between) and closes and is_acronym(b.text))
            ):
                found.append(Apposition(first, second, True))
            elif _NAMED.fullmatch(between) or _COMMA.fullmatch(between):
                found.append(Apposition(first, second, False))
    return found


def _numbers_rules(text: str, law: Mention, numbered: Mention) -> bool:
    """Whether what stands behind a law's name is the number of its rules, not a law's: no decree-law's."""
    name = numbered.name
    if name is None or law.name is None or not name.number:
        return False
    if name.kind not in _KINDS_OF_RULES and name.head not in _HEADS_OF_RULES:
        return False
    if name.kind == law.name.kind or "law" in name.head or "legislative" in name.head:
        return False
    return bool(_RULES_OF.search(text, max(0, law.start - _RULES_REACH), law.start))


def abbreviations(report: Report, discourse: Discourse) -> dict[str, str]:
    """Every short form that the report spells out, with its long form.

    Its own list of abbreviations comes first; then brackets after or before capitalised words whose initials they
    are ("National Council for Persons with Disabilities (NCPWD)", Schwartz and Hearst 2003).
    """
    table = {entry.short.strip(): entry.long.strip() for entry in report.abbreviations}
    for passage in discourse.passages:
        for short, long in _bracketed(passage):
            table.setdefault(short, long)
    return table


_SHORT = re.compile(r"\((?:the )?[“\"]?([A-Z][A-Za-z&.\-]{1,11}[A-Za-z])[”\"]?\)")


def _bracketed(passage: Passage) -> list[tuple[str, str]]:
    text = passage.unit.text
    found = []
    for bracket in _SHORT.finditer(text):
        short = bracket.group(1)
        if sum(c.isupper() for c in short) < 2:
            continue
        words = list(re.finditer(r"[^\s()]+", text[max(0, bracket.start() - 140) : bracket.start()]))
        start = max(0, bracket.start() - 140)
        for i in range(len(words) - 1, max(-1, len(words) - 14), -1):
            long = text[start + words[i].start() : bracket.start()].strip(' ,“”"')
            if words[i].group()[:1].isupper() and spells(short, long):
                found.append((short, long))
                break
    return found


def spells(short: str, long: str) -> bool:
    """Whether the capitals of a short form are the initials of a long one, in order: "PWDA", "MoH", "NCPWD".

    Small words may give a letter or none; every capitalised word gives one.
    """
    letters = _letters(short)
    return bool(letters) and _spell(letters, _words(long))


def without_own_acronym(title: str, state: str | None) -> str:
    """A title without the acronym of its own State at its edges: "Law on Elections |of BH|", "|FSM| Disability Policy".

    A part of the State keeps its own: "Law on Elections of the RS".
    """
    own = state_names().get(state or "", "")
    parts = title.split()
    for at in (0, -1):
        if own and len(parts) > 1 and is_acronym(parts[at]) and spells(parts[at], own):
            parts.pop(at)
    return " ".join(parts)


def _letters(short: str) -> list[str]:
    return [c.casefold() for c in short if c.isupper() or c.isdigit()]


def _words(long: str) -> list[str]:
    return [w for w in re.split(r"[\s/\-–’']+", long) if w and w[0].isalnum()]


def _spell(letters: list[str], words: list[str]) -> bool:
    reachable = {0}
    for word in words:
        following = set()
        for at in reachable:
            if at < len(letters) and word[0].casefold() == letters[at]:
                following.add(at + 1)
            if not word[0].isupper():
                following.add(at)
        reachable = following
        if not reachable:
            return False
    return len(letters) in reachable


@dataclass(slots=True)
class Initialisms:
    """Names that an acronym may stand for, each with a key: a tree of the initials of their capitalised words.

    An acronym is so compared with those names alone whose initials it has.
    """

    names: list[tuple[str, int]] = field(default_factory=list)
    further: dict[str, Initialisms] = field(default_factory=dict)

    def add(self, long: str, key: int) -> None:
        """Add a name of several words; others may have the same key."""
        place = self
        for word in _words(long):
            if word[0].isupper():
                place = place.further.setdefault(word[0].casefold(), Initialisms())
        place.names.append((long, key))

    def spelled(self, short: str) -> Iterator[int]:
        """The keys of the names that an acronym spells; of many with the same initials only the first are compared."""
        letters = _letters(short)
        open_places = [(self, 0)]
        while open_places:
            place, at = open_places.pop()
            yield from (key for long, key in place.names[:_MOST_COMPARED] if spells(short, long))
            open_places += [
                (place.further[letter], letters.index(letter, at) + 1)
                for letter in dict.fromkeys(letters[at:])
                if letter in place.further
            ]


def initials(long: str) -> str:
    """The first letters of the capitalised words, and of "with", lower case: "Persons with Disabilities" → "pwd"."""
    return "".join(w[0].casefold() for w in re.split(r"[\s/\-–’']+", long) if w and (w[0].isupper() or w == "with"))


def initials_of(name: str) -> str:
    """The capitals of an acronym, or the initials of a longer name, lower case: "PWD", "Persons with Disabilities"."""
    return re.sub(r"[^A-Z]", "", name).casefold() if is_acronym(name) else initials(name)


def is_acronym(name: str) -> bool:
    """Whether a name is one word with several capitals: "LIONDAU", "MoGCSD", "StGB"."""
    name = name.strip()
    return " " not in name and len(name) >= 2 and sum(c.isupper() for c in name) >= 2
