"""Joining printed lines: is a hyphen at a line's end the word's own or the typesetter's?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

# Prefixes that English joins with a hyphen; a hyphen after one of them is taken for the word's own.
_PREFIXES = frozenset(
    ("self", "non", "ex", "well", "quasi", "vice", "semi", "half", "long", "short", "co", "cross", "multi")
) | frozenset(("anti", "pre", "post", "socio", "inter", "low", "high"))
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_PART = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
# More than this share of lines ending in a hyphen: the typesetter hyphenates. UN word-processor files: 2 of
# 1,080 lines, both words' own; a TeX setting of the same report: 118.
_HYPHENATING = 0.015


class Hyphens:
    """What a document's own words say about its line-end hyphens."""

    __slots__ = ("_count", "_hyphenating")

    def __init__(self, lines: Sequence[str]) -> None:
        self._count = _count_words(lines)
        ends = sum(1 for line in lines if line.endswith("-") and _LAST_PART.search(line))
        self._hyphenating = ends > _HYPHENATING * len(lines) and ends > 3

    def keep(self, before: str, after: str) -> bool:
        """Whether the hyphen that ends `before` stays when `after` is joined to it.

        It stays where the document writes the hyphenated form elsewhere ("Procurator-General"), before a
        capital, after a prefix ("non-"), and everywhere if the typesetter does not hyphenate ("four-year").
        """
        left, right = _LAST_PART.search(before), _FIRST_PART.match(after)
        if not (left and right):
            return True
        first, second = left[1].lower(), right[0].lower()
        solid, hyphenated = self._count[first + second], self._count[f"{first}-{second}"]
        if hyphenated > solid or right[0][0].isupper():
            return True
        if solid or (self._hyphenating and self._has_stem(first, second)):
            return False
        if len(first) > 2 and self._count[first] and self._count[second]:
            return True  # two words of their own: "follow-up", "child-rearing"
        followed = after[right.end() : right.end() + 1] == "-"
        return not self._hyphenating or "-" in first or followed or first in _PREFIXES

    def _has_stem(self, first: str, second: str) -> bool:
        """Whether the document has the joined word with another ending: "international" for "inter-nationally"."""
        joined = first + second
        stem = joined[: max(len(first) + 3, len(joined) - 3)]
        return any(word.startswith(stem) for word in self._count)


def _count_words(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands inside a line; words cut by a line's end are left out."""
    count: Counter[str] = Counter()
    cut = False
    for line in lines:
        words = _WORD.findall(line.lower())
        if cut:
            words = words[1:]
        cut = line.endswith("-")
        if cut:
            words = words[:-1]
        count.update(words)
    return count


def needs_blank(before: str, after: str) -> bool:
    """Whether two joined lines need a blank between them.

    None after a hyphen ("Procurator-" + "General"), a slash ("and/" + "or") or a dash that touches its word
    ("2009–" + "2013", "November 2011–" + "March 2012"), unless an item follows it ("may not—" + "(a) Authorise").
    """
    if not before or not after:
        return False
    if before[-1] in "-/":
        return len(before) > 1 and before[-2] == " "
    if before[-1] in "–—":
        return len(before) < 2 or before[-2] == " " or not after[0].isalnum()
    return True
