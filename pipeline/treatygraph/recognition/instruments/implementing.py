"""The rules that carry a law out, told by that alone: "Act No. 10 (2018) and its |implementing regulations|".

They are instruments of their own. What they carry out stands before ("its", "that Act’s") or after ("of the
Nationality Act"); in capitals an article is enough ("article 177 of the Implementing Regulations").
"""

from __future__ import annotations

from collections.abc import Set

from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.spans import NameSpan
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.clauses import AUXILIARIES, POSSESSIVES, PREPOSITIONS, VERBS
from treatygraph.recognition.instruments.designations import opens_instrument
from treatygraph.recognition.instruments.extents import read_extent

IMPLEMENTING = words("instruments", "names", "implementing")
_OWNERS = frozenset({"its", "their"}) | POSSESSIVES
_PARENTS = frozenset({"act", "law", "code", "decree", "bill", "statute", "constitution"})


def find_implementing(w: Words, anchor: Anchor, near: Set[str]) -> NameSpan | None:
    """The name that an anchor of this sort is, or the back-reference to rules of a kind in `near`."""
    if anchor.head not in IMPLEMENTING:
        return None
    before, after = w.at(anchor.first - 1), w.at(anchor.last)
    extent = read_extent(w, anchor, anchor.first)
    if extent.number or extent.date or (extent.title and anchor.capital):
        rule = "number" if extent.number else "date" if extent.date else "title"
        return NameSpan(anchor.first, extent.end, rule, 0.9, title=extent.title)
    if before in _OWNERS or (before == "the" and (anchor.capital or _names_parent(w, anchor.last))):
        return NameSpan(anchor.first, anchor.last, "implementing", 0.75)
    if before == "the" and _is_divided(w, anchor.first - 2):
        return NameSpan(anchor.first, anchor.last, "back-reference", 0.7, anaphor=True)
    governs = after in AUXILIARIES or after in VERBS
    # "The implementing regulations reinforce these rights": they are those of a law that was named, wherever
    opens = w.capital(anchor.first - 1) and w.alphabetic(anchor.last) and after not in PREPOSITIONS
    if before in {"the", "these", "this"} and (opens or (anchor.kind in near and governs)):
        return NameSpan(anchor.first, anchor.last, "back-reference", 0.6, anaphor=True)
    return None


def _is_divided(w: Words, of: int) -> bool:
    """Whether numbered divisions stand before "of": "|article 16| of the implementing regulations"."""
    division = w.at(of - 1)
    return w.at(of) == "of" and (division[:1].isdigit() or division == ")")


def _names_parent(w: Words, i: int) -> bool:
    """Whether the law that is carried out follows: "for the Building Code", "of the same law", "of Act No. 4"."""
    if w.at(i) == "(" and w.at(i + 2) == ")":
        i += 3  # "implementing rules and regulations (IRR) of …"
    if w.at(i) not in {"of", "for", "to"}:
        return False
    i += 1 + (w.at(i + 1) in {"the", "this", "that"})
    i += w.at(i) in {"same", "said"}
    return opens_instrument(w, i) or w.at(i) in _PARENTS
