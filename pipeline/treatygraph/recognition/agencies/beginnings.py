"""What stands left of a body's head and belongs to its name: "Kenya Law Reform | Commission"."""

from __future__ import annotations

from treatygraph.recognition.agencies.runs import (
    LONGEST_RUN,
    ends_owner,
    is_civil_service,
    is_name_in_capitals,
    joins_hiv_aids,
)
from treatygraph.recognition.agencies.words import MONTHS, POSSESSIVE, heads, is_acronym, listed, plural_heads
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words

_UNMODIFIED = ("government", "ministry", "minister", "parliament")
_STATUTES = ("act", "bill", "constitution", "decree", "regulation")
_LONGEST_QUOTE = 8  # words in a quoted name: “Motivation” Association


def left_end(w: Words, at: int, floor: int) -> int:
    """Where the modifiers of the head at `at` begin, not before `floor`; `at` where there are none."""
    first = at
    floor = max(floor, at - LONGEST_RUN)
    i = at - 1
    while i >= floor:
        word = w.text[i]
        if word in POSSESSIVE and i > floor and w.capital(i - 1) and not ends_owner(w, i):
            i -= 1
        elif w.capital(i) and not _opens_sentence(w, i):
            if _cuts_left(w, i, at):
                break
            first = i
            i -= 1
        elif word in ("”", "»") and first == i + 1 and (opened := _opened(w, i, floor)) >= 0:
            first = opened  # "“Motivation” Association"
            i = opened - 1
        elif first == i + 1 and i > floor and (_bridges(w, i, at, floor) or _lists_left(w, i, at, floor)):
            i -= 1
        else:
            break
    return first


def _opens_sentence(w: Words, i: int) -> bool:
    """Whether a capitalised word only opens a sentence: "The", or "Cooperation" at its very beginning."""
    if listed("honorifics", w.lower[i]) and w.capital(i - 1) and not listed("openers", w.lower[i - 1]):
        return False  # "National Dr. José Gregorio Hernández Centre"
    if _is_opener(w, i):
        return True
    if not listed("sentence_openers", w.lower[i]):
        return False
    return i == 0 or not (w.capital(i - 1) or w.text[i - 1][:1].isalnum())


def _is_opener(w: Words, i: int) -> bool:
    """Whether a word is one that opens sentences, and not an acronym: "the National |IT| and Telecom Agency"."""
    if not listed("openers", w.lower[i]) or is_name_in_capitals(w, i):
        return False
    acronym = w.text[i].isupper() and len(w.text[i]) > 1 and not w.text[i + 1].isupper()
    return not (acronym and w.capital(i - 1) and not listed("openers", w.lower[i - 1]))


def _cuts_left(w: Words, i: int, at: int) -> bool:
    """Whether the capitalised word at `i` is no modifier of the head at `at`."""
    word, following = w.lower[i], w.lower[i + 1]
    if word in MONTHS or listed("persons", word):
        return True
    if following in ("of", "on") and i + 1 < at and word in kinds():  # "the Act on the …"
        return True
    if i + 1 == at and following in _UNMODIFIED and kinds().get(word) in _STATUTES:
        return True  # "Section 9 (3) of the Disability Act | Government of Malawi", where a stop was lost
    if following in ("of", "and", ",") and listed("excluded", word) and not _broadcasts(w, i, at):
        return True
    if i + 1 == at or following not in (",", "and", "&", "of", "for"):
        return False
    if is_civil_service(w, i):  # "Civil Service and Anti-Corruption Agency"
        return False
    another = is_acronym(w.text[i]) and word != "hiv" and following in ("and", ",")
    return another or word in heads() or word in plural_heads()


def _broadcasts(w: Words, i: int, at: int) -> bool:
    """Whether a medium at `i` is the subject of a public body: "Cuban |Radio| and Television Institute"."""
    return listed("media", w.lower[i]) and listed("over_media", w.lower[at])


def _bridges(w: Words, i: int, at: int, floor: int) -> bool:
    """Whether "and", "of" or "for" at `i` joins what stands left of it to the head at `at`."""
    link = w.lower[i]
    if link == "/":
        return joins_hiv_aids(w, i)
    if link not in ("and", "&", "of", "for", "with"):
        return False
    left = i - 1
    if link == "with":  # "Persons with Disabilities’ Office"
        return w.capital(left) and listed("owners", w.lower[left])
    if w.text[left] in POSSESSIVE and left > floor:
        left -= 1
    return _modifies(w, left, at) and _is_linked(w, left, link, at)


def _modifies(w: Words, left: int, at: int) -> bool:
    """Whether the word at `left` may be a modifier of the head at `at` over a link, and no body of its own."""
    word = w.lower[left]
    if not w.capital(left) or _is_opener(w, left) or word in MONTHS:
        return False
    if (word in heads() or word in plural_heads()) and not is_civil_service(w, left):
        return False
    return not listed("excluded", word) or _broadcasts(w, left, at)


def _is_linked(w: Words, left: int, link: str, at: int) -> bool:
    """Whether a link joins what stands at `left` to a head, rather than two names."""
    word = w.lower[left]
    if link in ("and", "&"):
        another = is_acronym(w.text[left]) and word != "hiv"  # but "HIV and AIDS Commission"
        another = another or any(map(str.isdigit, word))  # "RA Law HO-97-N and Government"
        return not another and state_code(w.text[left]) is None and word not in kinds()
    if not listed("linked_left", w.lower[at]):
        return False
    if link == "of":
        return word not in kinds() and not listed("places", word) and not listed("owned", word)
    return left == 0 or w.lower[left - 1] != "of"


def _lists_left(w: Words, i: int, at: int, floor: int) -> bool:
    """Whether a comma at `i` belongs to a list before the head: "the Youth, Sports and Culture Department"."""
    if w.text[i] != "," or "and" not in w.lower[i + 1 : at] or not w.capital(i - 1) or w.lower[i - 1] in kinds():
        return False  # "the Criminal |Code, RA Law| HO-97-N and Government Decree No. 543-N"
    k = i - 1
    while k >= floor and (w.capital(k) or w.text[k] in (",", "’s")) and not listed("openers", w.lower[k]):
        if w.lower[k] in heads() or is_acronym(w.text[k]) or state_code(w.text[k]):
            return False
        k -= 1
    return k >= floor and w.lower[k] == "the"


def _opened(w: Words, close: int, floor: int) -> int:
    """The opening quote of the quoted name that closes at `close`; -1 where there is none near."""
    for k in range(close - 1, max(floor, close - _LONGEST_QUOTE) - 1, -1):
        if w.text[k] in ("“", "«", "„"):
            return k
    return -1
