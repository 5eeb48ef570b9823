"""Names that stand whole in quotation marks: R.A. No. 8369 “Family Courts Act of 1997”, “The Magna Carta of Women”.

A title in quotation marks belongs to the instrument before it (Law “On Employment”); a name there is a name of its own.
"""

from __future__ import annotations

from treatygraph.recognition.grammar.lexicon import name_heads, words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor

OPENING_QUOTES, CLOSING_QUOTES = "“\"„«‘'", "”\"“»’'"

_FUNCTION = words("titles", "inside", "function")
_LINKS = words("titles", "entry", "links")
_NAMED = words("instruments", "names", "named") | {"guidelines"}
_ARTICLES = frozenset({"the", "a", "an"})
# No name in quotation marks is longer than this many tokens.
_LONGEST = 50
_MARKS = frozenset(",()&-–/:’")


def name_in_quotes(w: Words, opening: int) -> tuple[int, int]:
    """The name in the quotation marks that open at `opening`, without its article; an empty range where none is.

    Its words are capitalised but for the small ones, and its head opens it or closes it, but for a year.
    """
    nothing = (opening, opening)
    first = opening + 1 + (w.at(opening + 1) in _ARTICLES)
    closing = _closing(w, opening, first)
    if closing < first + 2 or not w.capital(first) or w.lower[first] in _LINKS:
        return nothing
    last = closing - (w.text[closing - 1] == ",")
    if last - 1 in w.dates:
        last -= 1
    while w.at(last - 1) in {"of", ",", "(", "–"}:
        last -= 1
    named = _opens(w, first) or (w.lower[last - 1] in _NAMED and w.at(last - 2) not in {"the", "and", "of"})
    return (first, closing - (w.text[closing - 1] == ",")) if named and last > first + 1 else nothing


def _opens(w: Words, i: int) -> bool:
    """Whether a head at `i` opens a name: “Act Providing for Safe Lifts”, “Magna Carta of Women”."""
    for last in (i + 2, i + 1):
        if " ".join(w.lower[i:last]) in _NAMED:
            return w.at(last) in _LINKS or w.at(last) == "of" or w.at(last).endswith("ing")
    return False


def _closing(w: Words, opening: int, first: int) -> int:
    """The token of the mark that closes what opens at `opening`, if all between is written as a name; else 0."""
    for i in range(first, min(opening + _LONGEST, w.n)):
        word = w.text[i]
        if i > first and word in CLOSING_QUOTES and w.glued(i) and (word not in "’'" or w.text[opening] in "‘'"):
            return i
        if not (w.capital(i) or w.lower[i] in _FUNCTION or word in _MARKS or word.isdigit() or word in {"’s", "'s"}):
            return 0
    return 0


def whole_quoted(w: Words, anchor: Anchor) -> tuple[int, int] | None:
    """The name in quotation marks whose head the anchor is."""
    if not w.quotes:
        return None
    for i in range(anchor.first - 1, max(anchor.first - _LONGEST, -1), -1):
        if w.text[i] in OPENING_QUOTES and not (w.text[i] in "'\"" and w.glued(i)):
            first, last = name_in_quotes(w, i)
            holds = first <= anchor.first < last and not _names_later(w, anchor, first, last)
            return (first, last) if holds else None
        if not (w.capital(i) or w.lower[i] in _FUNCTION or w.text[i] in _MARKS or w.text[i] in {"’s", "'s"}):
            return None
    return None


def _names_later(w: Words, anchor: Anchor, first: int, last: int) -> bool:
    """Whether another head closes the name that the anchor does not open: “Child |Welfare| Code”."""
    return anchor.first > first and any(w.lower[i] in name_heads() for i in range(anchor.last, last))
