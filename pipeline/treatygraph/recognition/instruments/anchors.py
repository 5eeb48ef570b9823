"""The words of a text on which an instrument's name can hang: "Act", "Code", "resolution", "plan of action"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.recognition.grammar.lexicon import abbreviated, kinds, singular, words
from treatygraph.recognition.grammar.tokens import Words, phrases
from treatygraph.recognition.instruments.designations import number_end, opens_number

_ANCHORS = "treatygraph_anchors"
_ANY = words("instruments", "back", "any")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head as tokens `first` to `last` (half-open).

    `head` is its lower-case form, `one` the singular, `kind` the kind of instrument ("act"); a noun that can refer
    to any instrument ("latter instrument") has the kind "". `short` says that the head is abbreviated ("R.A.").
    """

    first: int
    last: int
    head: str
    one: str
    kind: str
    capital: bool
    short: bool = False

    @property
    def plural(self) -> bool:
        """Whether the head is the plural of another ("codes"); "rules" is a head of its own."""
        return self.one != self.head


def find_anchors(doc: Doc, w: Words) -> list[Anchor]:
    """The anchors of a doc in order; of two that overlap the one that starts first, then the longer one."""
    if _ANCHORS not in doc.user_data:
        doc.user_data[_ANCHORS] = _matched(doc, w)
    anchors: list[Anchor] = doc.user_data[_ANCHORS]
    return anchors


def _matched(doc: Doc, w: Words) -> list[Anchor]:
    spans = [(first, last) for _, first, last in _matcher(doc.vocab)(doc)]
    short = abbreviated()
    if not short.keys().isdisjoint(w.text):
        spans += [(i, i + 1) for i, word in enumerate(w.text) if word in short and _is_numbered(w, i)]
    anchors: list[Anchor] = []
    for first, last in sorted(spans, key=lambda s: (s[0], -s[1])):
        if anchors and first < anchors[-1].last:
            continue
        if w.text[first] in short:
            long, kind = short[w.text[first]]
            head = long.rsplit(" ", 1)[-1].lower()
            anchors.append(Anchor(first, last, head, head, kind, capital=True, short=True))
            continue
        head = " ".join(w.lower[first:last])
        if head not in kinds() and head.rsplit(" ", 1)[-1] in kinds() and _is_named(w, first, last):
            first, head = last - 1, w.lower[last - 1]
        one = singular().get(head, head)
        anchors.append(Anchor(first, last, head, one, kinds().get(head, ""), w.capital(first)))
    return anchors


def _is_named(w: Words, first: int, last: int) -> bool:
    """Whether a noun that can refer to any instrument is part of a name: "|Legislative Act| No. 1 on ports"."""
    return w.capital(first) or number_end(w, last, bare=True) > last


def _is_numbered(w: Words, i: int) -> bool:
    """Whether a number makes the abbreviation at `i` a head: "L.I. 1892", "SI 45 of 1998", not "SI 45 units"."""
    if w.text[i].endswith(".") and w.at(i + 1)[:1].isdigit():
        return True
    if number_end(w, i + 1, bare=True) == i + 1:
        return False
    return w.text[i].endswith(".") or opens_number(w, i + 1) or (w.at(i + 2) == "of" and i + 3 in w.dates)


@lru_cache(maxsize=4)
def _matcher(vocab: Vocab) -> PhraseMatcher:
    matcher = PhraseMatcher(vocab, attr="LOWER")
    matcher.add("head", phrases(vocab, sorted({*kinds(), *_ANY})))
    return matcher
