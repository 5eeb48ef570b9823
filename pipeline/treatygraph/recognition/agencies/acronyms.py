"""What an acronym in a bracket says of the name before it: where it begins, and that it is a name at all.

"The |International Law and Human Rights Unit| (ILHRU)", "MACOHA and |Malawi Against Physical Disabilities| (MAP)"
"""

from __future__ import annotations

from collections.abc import Iterator

from treatygraph.recognition.agencies.words import POSSESSIVE, is_acronym, listed, plural_heads
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.tokens import Words

_LONGEST = 12  # words of a name that an acronym spells
_JOINTS = frozenset({",", "and", ";", "•"})


def bracketed_acronym(w: Words, i: int) -> str:
    """The acronym in the bracket that opens at `i`; "" where none does."""
    closed = w.at(i) == "(" and w.at(i + 2) == ")"
    return w.text[i + 1] if closed and is_acronym(w.text[i + 1]) and w.text[i + 1].isupper() else ""


def spelled_start(w: Words, first: int, last: int, floor: int) -> int:
    """Where a name that ends at `last` begins, so that the acronym in the bracket behind it spells the name.

    `first` where that spells it already, or where nothing left of it does.
    """
    acronym = bracketed_acronym(w, last)
    if not acronym or _spells(w, first, last, acronym):
        return first
    start = _start(w, acronym, first, last, floor)
    return first if start is None else start


def listed_names(w: Words, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names without a head that stand in a list beside bodies and have their acronym behind them.

    `taken` are the names found, as ranges of words in order.
    """
    brackets = [i for i, word in enumerate(w.text) if word == "(" and bracketed_acronym(w, i)]
    if not brackets:
        return
    ends = {last for _, last in taken}
    within = {i for first, last in taken for i in range(first, last)}
    for i in brackets:
        acronym = bracketed_acronym(w, i)
        if i in ends or i - 1 in within or i + 1 in within:
            continue
        first = _start(w, acronym, i, i, 0)
        if first is None or first in within or not _stands_in_list(w, first, ends):
            continue
        if not any(word in plural_heads() or word in kinds() or listed("excluded", word) for word in w.lower[first:i]):
            yield first, i


def _stands_in_list(w: Words, first: int, ends: set[int]) -> bool:
    """Whether a comma or "and" joins the name at `first` to a body, or to the body's acronym in a bracket."""
    joint = first - 1 - (w.at(first - 1) == "and" and w.at(first - 2) == ",")
    return w.at(joint) in _JOINTS and (joint in ends or (w.at(joint - 1) == ")" and joint - 3 in ends))


def _start(w: Words, acronym: str, i: int, last: int, floor: int) -> int | None:
    """The nearest word left of `i` from which the capitals up to `last` are the acronym; None where there is none."""
    for k in range(i - 1, max(floor, last - _LONGEST) - 1, -1):
        if w.text[k] in (".", ";", ":", ")", "(", "•"):
            return None
        if w.capital(k) and w.text[k][0] == acronym[0] and _spells(w, k, last, acronym):
            return k
    return None


def _spells(w: Words, first: int, last: int, acronym: str) -> bool:
    """Whether the initials of the capitalised words are the acronym; words in lower case may give a letter or none."""
    reached = {0}
    for word in w.text[first:last]:
        if not word[0].isalpha() or word in POSSESSIVE:
            continue
        for part in filter(None, word.split("-")):
            next_letters = {at + 1 for at in reached if at < len(acronym) and acronym[at] == part[0].upper()}
            reached = next_letters if part[0].isupper() else reached | next_letters
    return len(acronym) in reached
