"""The sub-items of a paragraph, "(a)" to "(h)", and what leads to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTER = re.compile(r"(?:(?<=[:;.,])|(?<=; and)|(?<=, and))\s\(([a-z])\)\s(?=[A-Z“])")
# What follows "the State party" in a lead-in that asks nothing itself: "… recommends that the State party, in close
# consultation with persons with disabilities:".
_ASKS = re.compile(
    r"\b(?:State [Pp]arty|Government|China|it)(?:[’']s)?,?\s(?:should\s|to\s)?"
    r"(?:[^:]*?,\s(?:that\sit\s)?)?(?!in\s|through\s|with\s|by\s|and\s|also\s|further\s|as\s)[a-z]+\s",
)
_EMPTY_LEAD = re.compile(
    r"(?:recommends?|urges?|requests?|invites?|encourages?|calls? (?:up)?on|asks?|reiterates[^:]{0,120}?)\b[^:.]*?"
    r"(?:that|to)?\s?(?:the\s)?(?:State [Pp]arty|Government[^:,]{0,40}|Hong Kong, China|Macao, China)?(?:\sto)?"
    r"(?:,?\s(?:in|through|with|by|including|taking|being|as|recalling)\b[^:]*)?,?(?:\sto)?\s?:\s*\Z",
    re.IGNORECASE,
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


def split_items(text: str) -> tuple[Item, ...]:
    """The lead-in and the sub-items of a text; the whole of a text that has none.

    Letters count that follow one another from (a).
    """
    starts: list[tuple[str, int, int]] = []
    for match in _LETTER.finditer(text):
        if match[1] == chr(ord("a") + len(starts)):
            starts.append((match[1], match.start() + 1, match.end()))
    if len(starts) < 2:
        return (Item(None, 0, len(text)),)
    ends = [start for _, start, _ in starts[1:]] + [len(text)]
    lead = text[: starts[0][1]]
    return (
        Item(None, 0, starts[0][1], _asks_itself(lead)),
        *(Item(letter, begin, end) for (letter, _, begin), end in zip(starts, ends, strict=True)),
    )


def _asks_itself(lead: str) -> bool:
    """Whether a lead-in asks for something: "… recommends that the State party raise awareness … and:"."""
    sentences = re.split(r"(?<=[a-z)])\.\s(?=[A-Z])", lead)
    if any(re.search(r"\b(?:recommends|urges|should|encourages|calls upon)\b", s) for s in sentences[:-1]):
        return True
    last = re.sub(
        r"^.*\b(?=recommends?|urges?|encourages?|calls? (?:up)?on|reiterates|requests?|invites?)", "", sentences[-1]
    )
    after = re.split(r"\bState [Pp]arty\b(?![’'])", last, maxsplit=1)[-1]
    after = re.sub(r",\s(?:in|through|with|taking|by)\s[^:]*?(?=,\s[a-z]+\s(?!and|with|in)|:)", "", after)
    return len(re.findall(r"\w+", after)) > 3 and not re.match(r"[\s,]*(?:in|with|through|taking)\s", after)
