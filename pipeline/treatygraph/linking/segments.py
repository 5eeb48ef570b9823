"""The sentences of a paragraph and the lists they introduce.

A link from an article to a law is explicit where one sentence names both, or where a sentence that names the
article introduces the list in which the law stands:

    "… further implementing the International Convention …. These include: (1) The Constitution …; (2) …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# An item's mark after the end of a clause: "(1)", "(a)", "(iv)", "1)", "•", "–".
_ITEM = re.compile(
    r"(?:(?<=[:;.])|(?<=[;,] and)|(?<=[;,] or)|\A)\s*"
    r"(?P<mark>\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z])\)|[•●▪◦·–—*-])(?=\s)"
)
_BULLET = re.compile(r"(?<!\S)[•●▪◦·](?=\s)")
_SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+(?=[\"“‘«(]*[A-Z0-9])")
# "No. 83", "art. 5", "Mr. X", "U.S. law" and initials do not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Nos?|Arts?|arts?|[Pp]aras?|[Pp]ars?|[Ss]ubparas?|[Ss]ecs?|[Ss]ects?|[Cc]h|[Cc]hap|[Vv]ols?"
    r"|pp?|cf|ed|eds|ibid|approx|etc|Mr|Mrs|Ms|Dr|Prof|St|Cap|Rev|Add|Doc|vs?|e\.g|i\.e)|\b[A-Z])\.\s+\Z"
)
# The first words of a sentence that lists what the one before announced: "These include:", "They are:".
_CONTINUATION = re.compile(
    r"(?:These|Those|They|This|It) (?:includes?|comprises?|(?:are|is)(?: as follows| the following)?:)"
    r"|Among (?:them|these|those)\b"
)
_DEEPEST = 20  # lists one within another


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or an item of a list up to the end of its first sentence, with its place in the text.

    `introduced_by` are the places, in the tuple of segments, of the sentences that introduce it, nearest
    first. `items` are the places of the first segments of the list items in which it stands, outermost first; a
    sentence after an item's first belongs to the item.
    """

    start: int
    end: int
    introduced_by: tuple[int, ...] = ()
    items: tuple[int, ...] = ()


@lru_cache(maxsize=4096)  # asked for every paragraph of a report by linking, then by the page, then by the views
def split_segments(text: str) -> tuple[Segment, ...]:
    """Split a paragraph into its sentences and list items; together they cover every mention's start."""
    segments: list[Segment] = []
    open_lists: list[tuple[str, tuple[int, ...]]] = []
    items: tuple[int, ...] = ()
    for start, end, mark in _stretches(text):
        introduced_by: tuple[int, ...] = ()
        if mark is not None:
            _enter_list(open_lists, mark, segments, text)
            introduced_by = open_lists[-1][1]
            items = (*items[: len(open_lists) - 1], len(segments))
        elif segments and _CONTINUATION.match(text, start):
            introduced_by = (len(segments) - 1,)
        segments.append(Segment(start, end, introduced_by, items))
    return tuple(segments)


def split_bare_list(text: str) -> tuple[int, ...]:
    """Find where the items of a bare list begin: a text that opens with a bullet, which nothing introduces.

    Empty for any other text. In a list of sources each item speaks for itself: "• General comment No. 2 (2014).
    Article 9: Accessibility • Rome Statute of the International Criminal Court" links no statute to article 9.
    """
    bullet = _BULLET.match(text)
    return tuple(found.start() for found in _BULLET.finditer(text) if found[0] == bullet[0]) if bullet else ()


def _enter_list(open_lists: list[tuple[str, tuple[int, ...]]], mark: str, segments: list[Segment], text: str) -> None:
    """Open a list after a colon, or go back to the open list whose items have this mark.

    A list nested in an item ("(11) Order No. 182 …, approving: • Regulations …") is introduced by the item
    and by what introduces the item.
    """
    depth = next((n for n, (kind, _) in enumerate(open_lists) if kind == mark), None)
    if depth is not None:
        del open_lists[depth + 1 :]
    if segments and text[segments[-1].start : segments[-1].end].rstrip().endswith(":"):
        if depth is not None:
            open_lists.pop()
        open_lists.append((mark, (len(segments) - 1, *segments[-1].introduced_by[: _DEEPEST - 1])))
    elif depth is None:
        open_lists.append((mark, ()))


def _stretches(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Cut the text at item marks and sentence ends; the mark's kind for the first sentence of an item."""
    marks = {found.start("mark"): _kind(found["mark"]) for found in _ITEM.finditer(text)}
    ends = {
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if not _ABBREVIATION.search(text, max(0, found.start() - 12), found.end())
    }
    cuts = sorted({0, *marks, *ends, len(text)})
    for start, end in pairwise(cuts):
        yield start, end, marks.get(start)


def _kind(mark: str) -> str:
    inner = mark.strip("()")
    form = "1" if inner.isdigit() else "a" if inner.isalpha() else inner
    return mark.replace(inner, form)
