"""Bodies whose head has no capital: "the government", "the Korean government", "the ministry of health".

Some States print them so throughout ("The Korean government amended the Habeas Corpus Relief Act …").
"""

from __future__ import annotations

from functools import lru_cache

from treatygraph.recognition.agencies.ends import place_end
from treatygraph.recognition.agencies.runs import run_end
from treatygraph.recognition.agencies.words import SETS, heads, known, listed, plural_heads
from treatygraph.recognition.grammar.lexicon import kinds, words
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words

BACK_HEADS = SETS["back"]
_NAMED_HEADS = frozenset({"government", "ministry", "minister"})
_PHRASES = {
    last: [tuple(phrase.split()) for phrase in SETS["lower"] if phrase.rsplit(" ", 1)[-1] == last]
    for last in {phrase.rsplit(" ", 1)[-1] for phrase in SETS["lower"]}
}
LOWER_ANCHORS = _NAMED_HEADS | BACK_HEADS | _PHRASES.keys() | SETS["before_names"]

_STOPS = words("titles", "stops", "auxiliaries") | words("titles", "stops", "verbs")
_LONGEST_SUBJECT = 3  # words of a ministry's subject before and after "and": "culture and tourism"


def lower_name(w: Words, at: int) -> tuple[int, int] | None:
    """The range of words that a lower-case head names as one body, `last` exclusive; None where it is a class."""
    if w.lower[at] == "government":
        return _government(w, at)
    if listed("before_names", w.lower[at]) and (named := _name_after(w, at)) is not None:
        return named
    if w.lower[at] == "committee" and (w.text[at - 1], "Committee") in _known_pairs():
        return at - 1, at + 1  # "the CRPD committee to the Ethiopian government"
    return _ministry(w, at) if w.lower[at] in _NAMED_HEADS else _one_of_a_kind(w, at)


def _name_after(w: Words, at: int) -> tuple[int, int] | None:
    """Read "the not-for-profit organization |GRIP|", "the humanitarian organization “|Partner|”"."""
    if not w.alphabetic(at - 1) or listed("indefinite", w.at(at - 1)) or listed("of_media", w.at(at - 1)):
        return None
    quoted = w.at(at + 1) in ("“", "„", "«", '"')
    first = at + 1 + quoted
    last = run_end(w, first)
    if last == first or (quoted and w.at(last) not in ("”", "“", "»", '"')):
        return None
    if any(word in heads() or word in plural_heads() or word in kinds() for word in w.lower[first:last]):
        return None
    if w.at(last) == "of" and last == first + 1 and not w.text[first].isupper():  # a table’s cell: "Promoter of"
        return None
    known_here = any(tuple(w.text[first : first + len(parts)]) == parts for parts, _ in known().get(w.text[first], ()))
    return None if known_here or state_code(" ".join(w.text[first:last])) is not None else (first, last)


def _one_of_a_kind(w: Words, at: int) -> tuple[int, int] | None:
    """Read "the federal supreme court", "the Danish parliament", "the attorney general", of which a State has one."""
    for phrase in _PHRASES.get(w.lower[at], ()):
        first = at + 1 - len(phrase)
        if first < 1 or tuple(w.text[first : at + 1]) != phrase:
            continue
        if w.text[first - 1] in ("federal", "national"):
            first -= 1
        if w.capital(first - 1) and state_code(w.text[first - 1]) is not None:
            first -= 1
        elif w.at(first - 1) != "the" or listed("of_a_state", phrase[-1]):
            return None
        if listed("class_nouns", w.at(at + 1)) or listed("governed", w.at(at + 1)) or w.at(at + 1) in ("-", "–", "/"):
            return None
        return first, place_end(w, at + 1)
    return None


@lru_cache(maxsize=1)
def _known_pairs() -> frozenset[tuple[str, ...]]:
    """The known names of two words: "CRPD Committee"."""
    return frozenset(parts for names in known().values() for parts, _ in names if len(parts) == 2)


def refers_back(w: Words, at: int) -> bool:
    """Whether a lower-case head stands for the body of that head named before: "the ministry has transcribed …"."""
    if w.at(at - 1) not in ("the", "this", "that", "said"):
        return False
    following = w.at(at + 1)
    return not (listed("back_parts", following) or listed("class_nouns", following) or following in ("-", "–", "/"))


def _of_programme(w: Words, at: int) -> bool:
    """Whether "government" opens a policy's name: "the government |health development programme|"."""
    for k in range(at + 1, min(w.n, at + 4)):
        word = w.text[k]
        if listed("programmes", word):
            return k > at + 1
        if not (word.isalpha() and word.islower()) or word[-1] == "s" or word.endswith(("ed", "ly")) or word in _STOPS:
            return False
        if listed("openers", word) or listed("links", word):
            return False
    return False


def stands_for_name(w: Words, at: int) -> bool:
    """Whether a capitalised head alone stands for a body named shortly before: "the Service ran a course"."""
    if not w.capital(at) or w.at(at - 1) not in ("the", "this", "that", "said") or w.capital(at + 1):
        return False
    following = w.at(at + 1)
    return following not in ("of", "for", "on", "-", "–", "/") and not listed("class_nouns", following)


def _government(w: Words, at: int) -> tuple[int, int] | None:
    """Read "the government", "the Walloon government"; not "government agencies", "all levels of the government"."""
    following = w.at(at + 1)
    governed = listed("governed", following) and not (following == "plans" and w.at(at + 2) == "to")
    if governed or _of_programme(w, at) or listed("class_nouns", following) or following in {"-", "–", "/"}:
        return None
    if w.capital(at - 1) and not listed("openers", w.lower[at - 1]):
        named = w.at(at - 2) in {"the", "by"} and w.text[at - 1].isalpha() and not listed("vague", w.lower[at - 1])
        own = state_code(w.text[at - 1]) is not None and w.at(at - 2) not in {"and", ",", "-"}
        return (at - 1, at + 1) if named or own else None
    if w.at(at - 1) != "the" or (w.at(at - 2) == "of" and listed("counted_of", w.at(at - 3))):
        return None
    return at, place_end(w, at + 1)


def _ministry(w: Words, at: int) -> tuple[int, int] | None:
    """Read "the ministry of culture and tourism", "minister of justice"; not "a ministry", "the ministry for"."""
    if w.at(at + 1) != "of" or listed("indefinite", w.at(at - 1)):
        return None
    last = _subject_end(w, at + 2)
    if last == at + 2:
        return None
    if w.at(last) == "and" and _subject_end(w, last + 1) > last + 1:
        last = _subject_end(w, last + 1)
    return at, last


def _subject_end(w: Words, first: int) -> int:
    """Where the lower-case words of a subject end: before a verb, a preposition, a stop, another body."""
    i = first
    while i < min(w.n, first + _LONGEST_SUBJECT):
        word = w.text[i]
        if not (word.isalpha() and word.islower()) or len(word) < 4 or word.endswith("ed"):
            break
        if listed("openers", word) or word in _STOPS or word in heads() or word in plural_heads():
            break
        i += 1
    return i
