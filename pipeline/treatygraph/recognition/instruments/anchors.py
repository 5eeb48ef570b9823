"""The words of a text on which an instrument's name can hang: "Act", "Code", "resolution", "plan of action"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from treatygraph.recognition.grammar.lexicon import kinds, singular, words
from treatygraph.recognition.grammar.tokens import Words, phrases

_ANCHORS = "treatygraph_anchors"
_ANY = words("instruments", "back", "any")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head as tokens `first` to `last` (half-open).

    `head` is its lower-case form, `one` the singular, `kind` the kind of instrument ("act"); a noun that can refer
    to any instrument ("latter instrument") has the kind "".
    """

    first: int
    last: int
    head: str
    one: str
    kind: str
    capital: bool

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
    spans = sorted(((first, last) for _, first, last in _matcher(doc.vocab)(doc)), key=lambda s: (s[0], -s[1]))
    anchors: list[Anchor] = []
    for first, last in spans:
        if anchors and first < anchors[-1].last:
            continue
        head = " ".join(w.lower[first:last])
        one = singular().get(head, head)
        anchors.append(Anchor(first, last, head, one, kinds().get(head, ""), w.capital(first)))
    return anchors


@lru_cache(maxsize=4)
def _matcher(vocab: Vocab) -> PhraseMatcher:
    matcher = PhraseMatcher(vocab, attr="LOWER")
    matcher.add("head", phrases(vocab, sorted({*kinds(), *_ANY})))
    return matcher
