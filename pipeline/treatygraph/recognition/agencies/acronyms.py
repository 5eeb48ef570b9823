"""What an acronym in a bracket says of the name before it: where it begins, and that it is a name at all.

"The |International Law and Human Rights Unit| (ILHRU)", "MACOHA and |Malawi Against Physical Disabilities| (MAP)"
"""

from __future__ import annotations

from collections.abc import Iterator

from treatygraph.recognition.agencies.words import POSSESSIVE, is_acronym, listed, plural_heads
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words

_LONGEST = 12  # words of a name that an acronym spells
_JOINTS = frozenset({",", "and", ";", "•"})


def bracketed_acronym(w: Words, i: int) -> str:
    """The acronym in the bracket that opens at `i`, also before a comma, "(SSS, in Spanish)"; "" where none does."""
    closed = w.at(i) == "(" and w.at(i + 2) in (")", ",", ";")
    return w.text[i + 1] if closed and is_acronym(w.text[i + 1]) and w.text[i + 1].isupper() else ""


def is_spelled(w: Words, first: int, last: int) -> bool:
    """Whether the acronym in the bracket behind `last` spells words from `first` on."""
    acronym = bracketed_acronym(w, last)
    return bool(acronym) and _start(w, acronym, last, last, first) is not None


def spelled_start(w: Words, first: int, last: int, floor: int) -> int:
    """Where a name that ends at `last` begins, so that the acronym in the bracket behind it spells the name.

    `first` where that spells it already, or where nothing left of it does.
    """
    acronym = bracketed_acronym(w, last)
    if not acronym or _spells(w, first, last, acronym):
        return first
    start = _start(w, acronym, first, last, floor)
    return first if start is None else start


def spelled_names(w: Words, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Names without a head that have their acronym behind them, and the rule that says they are bodies.

    They stand in a list beside bodies, or act as only a body does: "developed by |Sport and Recreation South Africa|
    (SRSA)", "|Higher Education Disability South Africa| (HEDSA) trained …".

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
        if first is None or within & set(range(first, i)) or _names_other(w, first, i):
            continue
        if _stands_in_list(w, first, ends):
            yield first, i, "listed"
        elif _stands_for_state(w, first):
            yield first, i, "acts"
        elif i - first > 1 and not listed("no_agents", w.lower[i - 1]):
            if _of_state(w, first, i):
                yield first, i, "of a State"
            elif _acts(w, first, i + 3):
                yield first, i, "acts"


def _names_other(w: Words, first: int, last: int) -> bool:
    """Whether a word says that it is a class of bodies, an instrument, a school or a company."""
    return any(word in plural_heads() or word in kinds() or listed("excluded", word) for word in w.lower[first:last])


def _of_state(w: Words, first: int, last: int) -> bool:
    """Whether the name of a State closes the words: "|Sport and Recreation South Africa| (SRSA)"; a part of one not."""
    if any(listed(key, word) for word in w.lower[first:last] for key in ("places", "styles", "federal")):
        return False  # "Brcko District of Bosnia and Herzegovina (BDBH)"
    return any(state_code(" ".join(w.text[k:last])) is not None for k in range(max(first + 1, last - 3), last))


def _acts(w: Words, first: int, behind: int) -> bool:
    """Whether what the words name does what a body does: a participle and "by" before it, or a deed behind it."""
    article = w.at(first - 1) in ("the", "The")
    before = first - 1 - article
    if w.at(before) == "by" and w.at(before - 1).endswith(("ed", "en", "un")):
        return True
    opens = before < 0 or w.at(before) in (".", ";", ":", "•", ")")
    return opens and listed("deeds", w.at(behind))


def _stands_for_state(w: Words, first: int) -> bool:
    """Whether the State is said to act through what the words name: "The State Party, through the |Pension System|"."""
    through = first - 1 - (w.at(first - 1) == "the")
    return w.at(through) == "through" and w.at(through - 1) == "," and listed("acting", w.at(through - 2))


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
    """Whether the words spell the acronym, each capitalised one by one letter or by two where it is long.

    Words in lower case may give a letter or none: "|National Identity and Land Registry| (NILRE)".
    """
    reached = {0}
    for word in w.text[first:last]:
        if not word[0].isalpha() or word in POSSESSIVE:
            continue
        for part in filter(None, word.split("-")):
            one = {at + 1 for at in reached if acronym.startswith(part[0].upper(), at)}
            two = {at + 2 for at in reached if len(part) > 5 and acronym.startswith(part[:2].upper(), at)}
            reached = one | two if part[0].isupper() else reached | one
    return len(acronym) in reached
