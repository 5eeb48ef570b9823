"""Back-references: "the Act", "that Convention", "the above-mentioned Decree", "the plan" in lower case."""

from __future__ import annotations

from collections.abc import Set

from treatygraph.recognition.grammar.lexicon import kinds, words
from treatygraph.recognition.grammar.spans import NameSpan
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.beginnings import is_generic
from treatygraph.recognition.instruments.clauses import AUXILIARIES, DIVISIONS, POSSESSIVES, PREPOSITIONS, VERBS

_HEADS = words("instruments", "back", "heads")
_LOWER = words("instruments", "back", "lower")
_NAMED_CLOSELY = words("instruments", "back", "closely")
_ADJECTIVES = words("instruments", "back", "adjectives")
_SKIPPED = words("instruments", "back", "skipped")
_PLURAL_NAMES = words("instruments", "names", "plural")
_FOLLOWERS = words("instruments", "back", "followers")

_POINTING = words("instruments", "back", "pointing")
_PARTS = words("instruments", "back", "parts")
_COMPOUNDS = words("instruments", "back", "compounds")
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "said", "same", "its", "such"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "said", "same"})
# Their names need a number or a date: "the Supreme Court Decision" refers back, "the General Data Protection
# Regulation" is a name.
_CLOSING = frozenset({"that", "which", "in", "to", "aimed", "designed", "intended", ".", ",", ";"})
_INTRODUCED_REACH = 80  # tokens in which a thing without a name stays what "this policy" means
_DONE = frozenset(
    {"through", "commit", "commits", "committed", "committing", "perpetrated", "perpetrates", "performed"}
)
_DOING = frozenset({"commission", "perpetration", "perpetrator", "perpetrators", "author", "victim", "victims"})
_MOST_AUXILIARIES = 4  # words in which a deed's verb follows it: "the act will have been |committed|"
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
    pointing = w.at(start - 1) in _POINTING
    adjective = not pointing and w.at(start - 1) in _ADJECTIVES
    start -= adjective
    determiner = start - 1 - pointing
    determiner -= pointing and w.at(determiner) == "above"  # "the above said guidelines"
    before = w.at(determiner)
    if before not in {"the", "this", "that", "said"} or _is_introduced(w, anchor):
        return None
    if anchor.head == "act" and _is_deed(w, determiner):
        return None
    divided = _follows_division(w, determiner, anchor, here)
    if before == "the" and not (adjective or pointing) and anchor.head in _NAMED_CLOSELY:
        # "PWD Act, 2003 … The main objectives of the act are to provide for", "The guidelines provide for"
        governing = w.at(anchor.last) in AUXILIARIES or w.at(anchor.last) in VERBS
        if not (divided or (anchor.head != "law" and anchor.kind in here and governing)):
            return None
    return (
        NameSpan(start, anchor.last, "back-reference", 0.6, anaphor=True)
        if _is_whole(w, anchor.last, divided or pointing)
        else None
    )


def _is_deed(w: Words, determiner: int) -> bool:
    """Whether an act is what someone does: "dies |through| the above-mentioned act", "who |commits| the said act".

    "… as the act will have been |committed| by abuse of authority"
    """
    done = w.at(determiner - 1) in _DONE or (w.at(determiner - 1) == "of" and w.at(determiner - 2) in _DOING)
    return done or not _DONE.isdisjoint(w.lower[determiner + 2 : determiner + 2 + _MOST_AUXILIARIES])


def _is_introduced(w: Words, anchor: Anchor) -> bool:
    """Whether the head stands for a thing without a name: "A school sports policy was published. This policy is …"."""
    for i in range(anchor.first - 1, max(anchor.first - _INTRODUCED_REACH, 0), -1):
        if w.lower[i] == w.lower[anchor.last - 1] and w.at(i - 1) not in {"the", "this", "that", "same", "said"}:
            if w.at(i + 1) not in _CLOSING and w.at(i + 1) not in AUXILIARIES:
                return False  # "a bill on urgent measures": that is its name
            indefinite = next((j for j in range(i - 1, max(i - 5, -1), -1) if w.lower[j] in {"a", "an"}), None)
            return indefinite is not None and not any(w.capital(j) for j in range(indefinite + 1, i + 1))
    return False


def _follows_division(w: Words, determiner: int, anchor: Anchor, here: Set[str]) -> bool:
    """Whether a division makes a bare head one law.

    "article 3, paragraph (c), of the law in force" by its number; "further sections of the law" where one was named.
    """
    division = w.at(determiner - 2)
    if w.at(determiner - 1) != "of":
        return False
    return division[:1].isdigit() or division in {")", ","} or (division in _PARTS and anchor.kind in here)


def _is_whole(w: Words, follower: int, divided: bool) -> bool:
    """Whether a lower-case head ends its noun: not "this law enforcement agency", "the law on guardianship"."""
    word = w.at(follower)
    if divided and word.isalpha() and word not in kinds() and word not in _COMPOUNDS | PREPOSITIONS:
        return True  # "Further sections of the law forbid fees", "The same law subjects them to"
    closed = not word[:1].isalpha() and not word[:1].isdigit() and word not in {"-", "/", "“", "‘", "№"}
    return closed or word in POSSESSIVES or word in AUXILIARIES or word in VERBS or word in _FOLLOWERS


def _find_any(w: Words, anchor: Anchor, here: Set[str]) -> NameSpan | None:
    """A noun for any instrument: "the latter instrument", "The text is in line with …"."""
    before, follower = w.at(anchor.first - 1), w.at(anchor.last)
    if here and before in _POINTING and w.at(anchor.first - 2) in {"the", "this", "that"}:
        return NameSpan(anchor.first, anchor.last, "back-reference", 0.8, anaphor=True)
    if before in {"latter", "former"}:
        return NameSpan(anchor.first - 1, anchor.last, "back-reference", 0.85, anaphor=True)
    governs = follower in AUXILIARIES or follower in VERBS
    if here and before in {"the", "this"} and governs:
        return NameSpan(anchor.first, anchor.last, "back-reference", 0.6, anaphor=True)
    return None
