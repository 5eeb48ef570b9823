"""Runs of capitalised words, of which the names of bodies are made."""

from __future__ import annotations

from treatygraph.recognition.agencies.words import POSSESSIVE, heads, is_acronym, listed, names_no_body
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words

_NUMBER_MARKS = ("no.", "nos.")  # "Ministry of Education | No. 606"
LONGEST_RUN = 24  # capitalised words in a row: more is a heading in capitals


def run_end(w: Words, i: int) -> int:
    """Where a run of capitalised words that begins at `i` ends; possessives belong to it."""
    furthest = min(w.n, i + LONGEST_RUN)
    while i < furthest and (names_on(w, i) or w.text[i] in POSSESSIVE or joins_hiv_aids(w, i)):
        i += 1
    return i


def joins_hiv_aids(w: Words, i: int) -> bool:
    """Whether the stroke at `i` is that of "HIV/AIDS": "National HIV/AIDS Commission"."""
    return w.text[i] == "/" and w.at(i - 1) == "hiv" and w.at(i + 1) == "aids"


def names_on(w: Words, i: int) -> bool:
    """Whether the word at `i` is capitalised and may stand within a name."""
    if not (w.capital(i) and w.text[i][0].isalpha()) or w.lower[i] in _NUMBER_MARKS:
        return False
    return len(w.text[i]) == 1 or not listed("openers", w.lower[i]) or is_name_in_capitals(w, i)


def ends_owner(w: Words, i: int) -> bool:
    """Whether a possessive ends a body or a State of its own: "the Government’s | Interdepartmental Commission"."""
    if w.text[i] not in POSSESSIVE or i == 0:
        return False
    owner = w.lower[i - 1]
    body = owner in heads() and not listed("officers", owner)
    return body or is_acronym(w.text[i - 1]) or state_code(w.text[i - 1]) is not None


def is_name_in_capitals(w: Words, i: int) -> bool:
    """Whether a word that looks like an opener is an acronym: "the ONCE Foundation", but "THE GOVERNMENT"."""
    return is_acronym(w.text[i]) and w.capital(i + 1) and not w.text[i + 1].isupper()


def is_civil_service(w: Words, i: int) -> bool:
    """Whether "Service" or "Registry" at `i` is a body's subject: "Public Service", "Civil Registry"."""
    if w.lower[i] == "registry":
        return w.at(i - 1) == "civil"
    return w.lower[i] == "service" and names_no_body(w, i + 1)
