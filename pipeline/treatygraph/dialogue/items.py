"""The sub-items of a paragraph, "(a)" to "(h)", and what leads to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatygraph.dialogue.wording import wording

_LETTER = re.compile(r"(?:(?<=[:;.,])|(?<=; and)|(?<=, and))\s\(([a-z])\)\s(?=[A-Z“])")
# Whom a Committee asks: "the State party", "the Kingdom of Denmark", "Hong Kong, China".
_SUBJECT = re.compile(
    r"\b(?:State [Pp]arty|Government[^:,]{0,40}|(?<=\bthat )(?:the )?[A-Z]\w+(?: (?:of|and|the|[A-Z]\w+))*(?:, China)?)"
    r"(?![’'\w])"
)
_FEWEST = 3  # words: "raise awareness and:"
# "in close consultation with …, through their representative organizations, and their families:"
_ASIDE = re.compile(r"\s*(?:in|with|through|taking|by|including|and|as|also|recalling)\b")


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
    after = _SUBJECT.split(last, maxsplit=1)[-1]
    first, *others = after.split(",")
    if len(re.findall(r"\w+", first)) >= _FEWEST and not _ASIDE.match(first):
        return True
    # A further part of the lead-in that asks: ", ensure that … and:"
    return any(re.match(rf"\s(?:{wording().further})\s", part) for part in others)
