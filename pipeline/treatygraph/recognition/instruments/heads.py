"""The head of an instrument's name: the word that says what kind of instrument it is.

A name is read in a *frame*: its text with a mark in place of each part that has a shape of its own (quoted title,
number, date, bracket), so that what is left keeps its order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from treatygraph.ontology import load_treaties
from treatygraph.recognition.grammar.lexicon import kinds, read_lexicon, singular, words
from treatygraph.recognition.grammar.states import state_pattern

TITLE, NUMBER, DATE, BRACKET = "\ue001", "\ue002", "\ue003", "\ue004"
MARKS = TITLE + NUMBER + DATE + BRACKET

_TOKEN = re.compile(rf"[{MARKS}]|[^\W_]+(?:[-’'.&][^\W_]+)*|[^\w\s]")
# Kinds whose head may close an English name that opens with a head of its own: "Law of Succession Act".
_CLOSING_KINDS = frozenset({"act", "bill", "order", "regulation", "rules", "programme"})
_ENDINGS = frozenset({NUMBER, DATE, BRACKET, ",", "", ".", ";"})
_OPEN = _ENDINGS | {TITLE, ":"}


@dataclass(frozen=True, slots=True)
class Head:
    """A word of the frame that can be the head: where it stands, and whether it is plural."""

    word: str
    kind: str
    plural: bool
    start: int
    end: int


def find_heads(frame: str) -> list[Head]:
    """Every word of the frame that is a head in the lexicon, the longest where several begin."""
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(frame)]
    folded = [token.casefold().replace("’", "'") for token, _, _ in tokens]
    heads: list[Head] = []
    i = 0
    table, opening = kinds(), _opening()
    while i < len(tokens):
        for length in (3, 2, 1) if folded[i] in opening else ():
            phrase = " ".join(folded[i : i + length])
            if i + length <= len(tokens) and phrase in table:
                word = singular()[phrase]
                heads.append(
                    Head(word, table[phrase], _is_plural(phrase, word), tokens[i][1], tokens[i + length - 1][2])
                )
                i += length - 1
                break
        i += 1
    return heads


@lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    """The first words of all heads."""
    return frozenset(head.split(" ")[0] for head in kinds())


def _is_plural(phrase: str, word: str) -> bool:
    return phrase != word and phrase not in words("instruments", "names", "plural")


def find_head(frame: str) -> Head | None:
    """The head on which a name hangs.

    The first head that no further word of its own name follows: in "Law Enforcement Service Act of 6 January 2011"
    the "Act", in "Act of 5 July 2000 on State Protection" the "Act", in "Code of Criminal Procedure" the "Code".
    An English name may close with its head though it opens with another: "Law of Succession Act", "Convention on
    the Rights of the Child Act".
    """
    heads = find_heads(frame)
    if not heads:
        return None
    following = [_after(frame, head) for head in heads]
    links = set(read_lexicon("titles")["entry"]["links"]) | {"of", "to", "by", "from", "in", "under", "as", "dated"}
    open_heads = [
        head
        for head, after in zip(heads, following, strict=True)
        if after in _OPEN
        or after in links
        or (after.endswith("ing") and after.lower() in links)  # "|Act| Amending the Provisions on …"
        or after in {"and", "or"}
        or _state_follows().match(frame, head.end)
    ]
    if not open_heads:
        return heads[-1]
    first = open_heads[0]
    closing = [
        h
        for h, after in zip(heads, following, strict=True)
        if h.start > first.start and h.kind in _CLOSING_KINDS and after in _ENDINGS and frame[h.start].isupper()
    ]
    if closing and _opens_inside(frame, first, closing[-1]):
        return closing[-1]
    return first


@lru_cache(maxsize=1)
def _state_follows() -> re.Pattern[str]:
    return re.compile(rf"\s*{state_pattern()}")


def _after(frame: str, head: Head) -> str:
    """The token after a head, "" at the end; it passes over a bracket inside a name: "Criminal Law (Amendment) Act"."""
    tokens = [found.group() for found in islice(_TOKEN.finditer(frame, head.end), 3)]
    if tokens == ["of", DATE]:
        return DATE  # "… (Ratification) Law of 2011"
    if tokens[:2] == [BRACKET, BRACKET] and len(tokens) > 2 and tokens[2][0].isupper():
        return tokens[2]  # "Criminal Law (Amendment) (Offences at Sea) Act"
    if len(tokens) > 1 and tokens[0] == BRACKET and tokens[1][0].isupper():
        return tokens[1]
    return tokens[0] if tokens else ""


def treaty_title_at_end(text: str) -> int:
    """Where the title of a treaty begins with which a text ends, or -1: what a statute may be named after."""
    text = text.rstrip()
    title = next((title for title in _titles_by_end().get(text.rpartition(" ")[2], ()) if text.endswith(title)), None)
    return -1 if title is None else len(text) - len(title)


@lru_cache(maxsize=1)
def _titles_by_end() -> dict[str, list[str]]:
    """The treaties' titles by their last word."""
    titles: dict[str, list[str]] = {}
    for treaty in load_treaties():
        titles.setdefault(treaty.title.split()[-1], []).append(treaty.title)
    return titles


def _opens_inside(frame: str, first: Head, last: Head) -> bool:
    """Whether the first head is only a word of the name that the last one closes."""
    if last.kind in {"act", "bill"} and treaty_title_at_end(frame[: last.start].rstrip(f" {BRACKET}")) >= 0:
        return True
    between = frame[first.end : last.start].rstrip(f" {BRACKET}") + " "  # "Convention on … (Ratification) Law"
    if any(mark in between for mark in (*MARKS, ",", ";", ":")):
        return False
    if first.kind == "constitution" and re.fullmatch(rf" of {state_pattern()} ", between):
        return True
    if first.kind in {"treaty", "protocol", "constitution"}:
        return last.kind in {"act", "bill"} and not re.search(r"\b(?:amend|approv|ratif|to the)\w*", between)
    return bool(re.match(r"\s*(?:of|and) (?!the\b)[A-Z]", between)) and not re.search(
        r"\b(?:on|concerning|the) ", between
    )
