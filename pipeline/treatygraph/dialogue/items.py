"""The sub-items of a paragraph, "(a)" to "(h)", and what leads to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatygraph.dialogue.wording import wording

_LETTER = re.compile(r"(?:(?<=[:;.,])|(?<=; and)|(?<=, and))\s\(([a-z])\)\s(?=[A-Z“])")
# "The State party should: (a) take measures …; (b) prohibit …": small letters, behind a colon and semicolons alone.
_SMALL_LETTER = re.compile(r"(?:(?<=[:;])|(?<=; and))\s\(([a-z])\)\s(?=[a-z])")
# Whom a Committee asks: "the State party", "the Kingdom of Denmark", "Hong Kong, China".
_SUBJECT = re.compile(
    r"\b(?:State [Pp]arty|Government[^:,]{0,40}|(?<=\bthat )(?:the )?[A-Z]\w+(?: (?:of|and|the|[A-Z]\w+))*(?:, China)?)"
    r"(?![’'\w])"
)
# "… adopt the law and ensure that it provides for: (a) Equal pay; (b) …", "in order to: (a) Prevent …": what follows
# are parts or aims of what is asked, and no acts of their own.
_AIMS = re.compile(r"\b(?:provid(?:es?|ing)\sfor|in\sorder\sto|with\sa\sview\sto|so\sas\sto|ensur(?:e|ing)\sthat):\s\Z")
_FEWEST = 3  # words: "raise awareness and:"
# "in close consultation with …, through their representative organizations, and their families:"
_ASIDE = re.compile(r"\s*(?:in|with|through|taking|by|including|and|as|also|recalling)\b")

# "… take all necessary measures to: (a) …": what they are, the sub-items say.
_MEASURES = re.compile(
    r"(?:\sparty)?\s*take\s(?:(?:all|the|\w+ly|\w+)\s){0,4}?(?:measures|steps|action)(?:\snecessary)?(?:\sto)?:?\s*"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of a paragraph's text: a sub-item, or with `letter` None its lead-in or the whole text.

    `asks` says whether a lead-in asks for something itself.
    """

    letter: str | None
    start: int
    end: int
    asks: bool = True


def split_items(text: str, begin: int = 0) -> tuple[Item, ...]:
    """The lead-in and the sub-items of a text from `begin` on; the whole of it where there are none.

    Letters count that follow one another from (a).
    """
    starts = _find_letters(_LETTER, text, begin) or _find_letters(_SMALL_LETTER, text, begin)
    if not starts or _AIMS.search(text, begin, starts[0][1]):
        return (Item(None, begin, len(text)),)
    ends = [start for _, start, _ in starts[1:]] + [len(text)]
    lead = text[begin : starts[0][1]]
    return (
        Item(None, begin, starts[0][1], _asks_itself(lead)),
        *(Item(letter, first, end) for (letter, _, first), end in zip(starts, ends, strict=True)),
    )


def _find_letters(pattern: re.Pattern[str], text: str, begin: int) -> list[tuple[str, int, int]]:
    """The letters that follow one another, with where they and the words behind them begin; none of a single one."""
    starts: list[tuple[str, int, int]] = []
    for match in pattern.finditer(text, begin):
        if match[1] == chr(ord("a") + len(starts)):
            starts.append((match[1], match.start() + 1, match.end()))
    return starts if len(starts) > 1 else []


def _asks_itself(lead: str) -> bool:
    """Whether a lead-in asks for something: "… recommends that the State party raise awareness … and:"."""
    sentences = re.split(r"(?<=[a-z)])\.\s(?=[A-Z])", lead)
    if any(re.search(r"\b(?:recommends|urges|should|encourages|calls upon)\b", s) for s in sentences[:-1]):
        return True
    last = re.sub(
        r"^.*\b(?=recommends?|urges?|encourages?|calls? (?:up)?on|reiterates|requests?|invites?)", "", sentences[-1]
    )
    after = _SUBJECT.split(last, maxsplit=1)[-1]
    first, *others = after.split(",")
    if len(re.findall(r"\w+", first)) >= _FEWEST and not _ASIDE.match(first) and not _MEASURES.fullmatch(first):
        return True
    if _MEASURES.fullmatch(others[-1] if others else ""):
        return False
    # A further part of the lead-in that asks: ", ensure that … and:"
    return any(re.match(rf"\s(?:{wording().further})\s", part) for part in others)
