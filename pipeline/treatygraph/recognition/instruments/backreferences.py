"""Back-references: "the Act", "that Convention", "the above-mentioned Decree", "the plan" in lower case."""

from __future__ import annotations

from collections.abc import Set

from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.spans import NameSpan
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.beginnings import is_generic
from treatygraph.recognition.instruments.clauses import AUXILIARIES, DIVISIONS, POSSESSIVES, VERBS

_HEADS = words("instruments", "back", "heads")
_LOWER = words("instruments", "back", "lower")
_NAMED_CLOSELY = words("instruments", "back", "closely")
_ADJECTIVES = words("instruments", "back", "adjectives")
_SKIPPED = words("instruments", "back", "skipped")
_PLURAL_NAMES = words("instruments", "names", "plural")
_FOLLOWERS = words("instruments", "back", "followers")

_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "said", "same", "its", "such"})
_PARTS = frozenset({"articles", "sections", "chapters", "paragraphs"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "said", "same"})
# Their names need a number or a date: "the Supreme Court Decision" refers back, "the General Data Protection
# Regulation" is a name.
_NEVER_NAMES = frozenset({"decision", "resolution", "judgment"})


def find_back_reference(w: Words, anchor: Anchor, start: int) -> NameSpan | None:
    """A capitalised head, from token `start` on, that names by what was named before.

    "the Convention", of a treaty, may be the one reported on, so it is no back-reference by itself.
    """
    if anchor.head not in _HEADS or (anchor.plural and anchor.head not in _PLURAL_NAMES):
        return None
    specific = any(not is_generic(word) for word in w.lower[start : anchor.first])
    before = start - 1
    # "the said Protocol" is as "the aforesaid Protocol"; "said convention" alone has a determiner
    adjective = w.at(before) in _ADJECTIVES or (w.at(before) == "said" and w.at(before - 1) == "the")
    if adjective:
        start, before = before, before - 1
    elif w.at(before) == "mentioned" and w.at(before - 1) in {"above", "before", "earlier"}:
        adjective, start, before = True, before - 1, before - 2  # "the above mentioned State Program"
    if w.at(before) in _SKIPPED:
        before -= 1
    determined = w.at(before) in _DETERMINERS
    if not (determined or adjective or _is_divided(w, before, anchor.last) or anchor.head == "convention"):
        return None
    if specific and anchor.kind == "order":
        return None  # "the Livonian Order"
    if specific and not adjective and anchor.kind not in _NEVER_NAMES:
        return NameSpan(start, anchor.last, "name", 0.75)
    if anchor.head == "law" and w.at(before - 1) == "of" and w.capital(before - 2):
        return None  # "Secure Protection of the Law"
    own = anchor.kind == "treaty" and w.at(before) not in _DEMONSTRATIVES and not adjective
    confidence = 0.9 if determined or adjective else 0.7  # "Article 3 of Convention" leaves the article out
    return NameSpan(start, anchor.last, "treaty" if own else "back-reference", confidence, anaphor=not own)


def _is_divided(w: Words, before: int, last: int) -> bool:
    """Whether a numbered division makes the bare head one instrument: "Article 266 of Code", "(Act, art. 41)"."""
    if w.at(before) == "of":
        return w.at(before - 1)[:1].isdigit() or w.at(before - 1) == ")"
    return w.at(before) == "(" and w.at(last) == "," and w.at(last + 1) in DIVISIONS


def find_lower_back_reference(w: Words, anchor: Anchor, near: Set[str], here: Set[str]) -> NameSpan | None:
    """A lower-case head that refers back to a name of a kind in `near`: "the plan requires …", "this law".

    `here` are the kinds named in this unit before, `near` those and the ones of the unit before.
    """
    if not anchor.kind:
        return _find_any(w, anchor, here)
    if anchor.head not in _LOWER or anchor.kind not in near:
        return None
    start = anchor.first
    adjective = w.at(start - 1) in _ADJECTIVES
    start -= adjective
    before, follower = w.at(start - 1), w.at(anchor.last)
    if before == "same" and w.at(start - 2) in {"the", "this"}:
        return NameSpan(start, anchor.last, "back-reference", 0.7, anaphor=True)  # "article 9 of the same |law|"
    if before not in {"the", "this", "that", "said"}:
        return None
    if before == "the" and not adjective and anchor.head in _NAMED_CLOSELY:
        # "article 3, paragraph (c), of the law in force": a numbered division makes "the law" one law
        division = w.at(start - 3)
        parts = division in _PARTS and anchor.kind in here  # "Further sections of the law"
        divided = w.at(start - 2) == "of" and (division[:1].isdigit() or division in {")", ","} or parts)
        # "PWD Act, 2003 … The main objectives of the act are to provide for"
        governs = anchor.head != "law" and anchor.kind in here and follower in AUXILIARIES
        if not (divided or governs):
            return None
    closed = not follower[:1].isalpha() and follower not in {"-", "/"}
    if not (
        closed or follower in POSSESSIVES or follower in AUXILIARIES or follower in VERBS or follower in _FOLLOWERS
    ):
        return None
    return NameSpan(start, anchor.last, "back-reference", 0.6, anaphor=True)


def _find_any(w: Words, anchor: Anchor, here: Set[str]) -> NameSpan | None:
    """A noun for any instrument: "the latter instrument", "The text is in line with …"."""
    before, follower = w.at(anchor.first - 1), w.at(anchor.last)
    if before in {"latter", "former"}:
        return NameSpan(anchor.first - 1, anchor.last, "back-reference", 0.85, anaphor=True)
    governs = follower in AUXILIARIES or follower in VERBS
    if here and before in {"the", "this"} and governs:
        return NameSpan(anchor.first, anchor.last, "back-reference", 0.6, anaphor=True)
    return None
