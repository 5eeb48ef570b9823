"""Titles and numbers reduced to what two wordings of one instrument share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from treatygraph.lexicons import read_tables
from treatygraph.ontology import state_words
from treatygraph.recognition.grammar.states import state_code, state_pattern

# "Right to Organise", "Right to Organize": one spelling for both.
_SPELLING = re.compile(r"is(?=(?:e|ed|er|ing|ation|ational)$)")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache
def read_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.toml` beside this module, read once."""
    return read_tables("resolution", name)


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, str]]:
    lexicon = read_lexicon("subjects")
    words = lexicon["words"]
    return frozenset(words["empty"]), frozenset(words["common"]), frozenset(words["generic"]), lexicon["same"]


@lru_cache(maxsize=8192)
def reduce_word(word: str) -> str:
    """A word in lower case and the singular, and one of the words that translators exchange: "Penal" → "criminal"."""
    same = _tables()[3]
    folded = word.casefold().replace("'", "’")
    folded = re.sub(r"’s?$", "", folded)
    if folded in same:
        return same[folded]
    if len(folded) > 4 and folded.endswith("ies"):
        folded = folded[:-3] + "y"
    elif len(folded) > 4 and re.search(r"(?:ss|sh|ch|x)es$", folded):
        folded = folded[:-2]
    elif len(folded) > 3 and folded.endswith("s") and not folded.endswith(("ss", "us", "is")):
        folded = folded[:-1]
    folded = _SPELLING.sub("iz", folded)
    return same.get(folded, folded)


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words of a title that carry its subject, reduced; hyphenated words count as their parts."""
    empty = _tables()[0]
    found = (part for word in _WORD.findall(text) for part in re.split(r"[-’'](?!s\b)", word))
    reduced = (reduce_word(part) for part in found if part.casefold() not in empty)
    words = frozenset(word for word in reduced if word and word not in empty)
    # "Social Integration of the Disabled", "… of People with Disabilities"; the "Handicapped Persons Act" of 1971 and
    # the Disability Act that replaces it are two
    return words - {"person"} if "disability" in words and "andicapped" not in text else words


def without_state(title: str, state: str | None) -> str:
    """A title without the name of its own State at the end: "Health Insurance |of the Republic of Lithuania|"."""
    last = _of_state().search(title)
    if not last or state_code(last["state"]) != state or _OF_A_FEDERATION.match(last["state"]):
        return title
    return title[: last.start()]


_LONG_ENOUGH = 6


def without_misprinted_state(title: str, state: str | None) -> str:
    """A title without the name of its own State before it where a letter is wrong: "|Brazilin| Penal Code"."""
    first, _, rest = title.partition(" ")
    if not rest or state is None or len(first) < _LONG_ENOUGH or not first[0].isupper() or state_code(first):
        return title
    words = state_words()
    own = (word for table in ("names", "adjectives") for word in words[table].get(state, ()))
    return rest if any(len(word) >= _LONG_ENOUGH and _differ_by_a_letter(first, word) for word in own) else title


def _differ_by_a_letter(first: str, second: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    a, b = first[at:], second[at:]
    return a != b and (a[1:] == b[1:] or a == b[1:] or a[1:] == b)


@lru_cache(maxsize=1)
def _of_state() -> re.Pattern[str]:
    return re.compile(rf",? (?:of|in) (?P<state>{state_pattern()})$")


# A part of the State that has a like name: "Law on Patients of the |FBiH|", of the |Federation of Bosnia and …|.
_OF_A_FEDERATION = re.compile(r"(?:the )?(?:F(?=B)|Federation of B)")


def telling_words(words: frozenset[str]) -> frozenset[str]:
    """The content words that few titles share; all of them where there is no other."""
    return words - _tables()[1] or words


def is_generic(words: frozenset[str]) -> bool:
    """Whether words say nothing of a subject: those of "National Strategy", "above-mentioned Act", "Action Plan"."""
    return words <= _tables()[2]


def containment(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the shorter title's telling words that the other holds; 0 where one has none."""
    first, second = telling_words(first), telling_words(second)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number in comparable form: "3/2007" and "No. 3 of 2007" share the core; letters may be left out."""

    core: str
    year: str | None
    letters: str


_INSERTED = frozenset({"bis", "ter", "quater"})


@lru_cache(maxsize=8192)
def read_number(number: str) -> Number:
    """Reduce a printed number: "012-2010/AN" → 12, 2010, "an"; "26.298" → 26298; "M/37" → 37, "m"; "48/96" → 48/96."""
    folded = re.sub(r"(?<=\d)[.,](?=\d{3}(?!\d))", "", number.casefold())
    parts = [part for part in re.split(r"[^\w]+", folded) if part]
    digits = [part.lstrip("0") or "0" for part in parts if part.isdigit()]
    letters = [part for part in parts if not part.isdigit()]
    years = [part for part in digits if _YEAR.fullmatch(part)]
    year = years[-1] if years and len(digits) > 1 else None
    core = list(digits)
    if year:
        core.remove(year)
    inserted = [letter for letter in letters if letter in _INSERTED]
    if core and inserted:  # "No. 85 bis" is another than No. 85
        core, letters = [*core, *inserted], [letter for letter in letters if letter not in _INSERTED]
    if not core and letters:
        mixed = [letter for letter in letters if any(c.isdigit() for c in letter)] or letters[:1]
        core, letters = mixed, [letter for letter in letters if letter not in mixed]
    return Number("/".join(core), year, "/".join(letters))


def same_number(first: str, second: str) -> bool:
    """Whether two printed numbers can be one: the core is equal, years and letters do not contradict."""
    a, b = read_number(first), read_number(second)
    if a.core != b.core or (a.year and b.year and a.year != b.year):
        return False
    return not a.letters or not b.letters or a.letters.startswith(b.letters) or b.letters.startswith(a.letters)


def year_of(date: str | None) -> str | None:
    """The year of an EDTF date; None for a period ("2007/2009"), whose years are not those of its adoption."""
    return date[:4] if date and "/" not in date and date[:4].isdigit() else None


def dates_agree(first: str | None, second: str | None) -> bool:
    """Whether two dates can be one: either is missing, or one begins with the other ("2003-12-31", "2003")."""
    return first is None or second is None or first.startswith(second) or second.startswith(first)
