"""The words of a text on which an instrument's name can hang: "Act", "Code", "resolution", "plan of action"."""

from __future__ import annotations

import re
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
# "Q.Z. No. 344"
_LETTERS = re.compile(r"\.[A-Z]\. (?:N|\d)")
_LETTERED = re.compile(r"(?:[A-Z]\.){2,5}")
_AFTER_NUMBER = frozenset((*".,;:()”“", "or", "and", "otherwise"))
_OTHERS = words("instruments", "names", "letters")
# An instrument of an unknown kind behaves as a notice does: it is named by its number.
_UNKNOWN = "notice"


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
    if _LETTERS.search(w.raw):
        spans += [(i, i + 1) for i in range(w.n) if _is_unknown_kind(w, i)]
    anchors: list[Anchor] = []
    for first, last in sorted(spans, key=lambda s: (s[0], -s[1])):
        if anchors and first < anchors[-1].last:
            continue
        if w.text[first] in short:
            long, kind = short[w.text[first]]
            head = long.rsplit(" ", 1)[-1].lower()
            anchors.append(Anchor(first, last, head, head, kind, capital=True, short=True))
            continue
        if last == first + 1 and w.text[first][1:2] == ".":
            anchors.append(Anchor(first, last, _UNKNOWN, _UNKNOWN, "other", capital=True, short=True))
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


def _is_unknown_kind(w: Words, i: int) -> bool:
    """Whether letters with stops and a number are an instrument of a kind that no list has: "Q.Z. No. 344".

    Without the mark of a number a stop, a comma or a bracket must follow, or a provision stand before: "Q.Z. 344,", but
    not "G.D.P. 404 million".
    """
    text = w.text[i]
    if text[1:2] != "." or not _LETTERED.fullmatch(text) or text in abbreviated() or text in _OTHERS:
        return False
    if opens_number(w, i + 1):
        return True
    bare = w.at(i + 1).isdigit() and 2 <= len(w.at(i + 1)) <= 5 and i + 1 not in w.dates
    ends = i + 2 >= w.n or w.at(i + 2) in _AFTER_NUMBER
    return bare and (ends or (w.at(i - 1) == "of" and w.at(i - 2).isdigit()))  # "Section 117 of Q.Z. 881 says"


@lru_cache(maxsize=4)
def _matcher(vocab: Vocab) -> PhraseMatcher:
    matcher = PhraseMatcher(vocab, attr="LOWER")
    matcher.add("head", phrases(vocab, sorted({*kinds(), *_ANY})))
    return matcher
