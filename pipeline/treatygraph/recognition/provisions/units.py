"""Division words and ordinals as they are printed, and the steps of a path that they give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from treatygraph.recognition.grammar.lexicon import read_lexicon, words

_LEXICON = read_lexicon("divisions")
_IS_CUT = re.compile(r"(?=.{6})[a-z]+(?:-[a-z]+)?(?<!s)")
_LISTED: dict[str, str] = {form: step for step, forms in _LEXICON["units"].items() for form in forms}


def _cut_short(listed: Mapping[str, str]) -> dict[str, str]:
    """Division words cut short by a stop, four letters or more of one: "subs." of "subsection"; none that is listed."""
    steps: dict[str, set[str]] = {}
    for word, step in listed.items():
        cuts = range(word.find("-") + 3 if "-" in word else 4, len(word)) if _IS_CUT.fullmatch(word) else ()
        for cut in cuts:
            steps.setdefault(f"{word[:cut]}.", set()).add(step)
    return {form: step for form, (step, *more) in steps.items() if not more and form not in listed}


_CUT_SHORT = _cut_short(_LISTED)
STEP: dict[str, str] = _LISTED | _CUT_SHORT
# How far a division stands outside: a book holds titles, an article paragraphs.
RANK = {"book": 0, "title": 1, "annex": 1, "part": 2, "ch": 3, "sec": 4, "art": 4, "rule": 4, "prin": 4}
RANK |= {"subsec": 5, "par": 6, "subpar": 7}
ORDINAL_WORDS: list[str] = _LEXICON["ordinals"]["words"]
_UP_TO_TWENTY: list[str] = _LEXICON["ordinals"]["numerals"]
_TENS: list[str] = _LEXICON["ordinals"]["tens"]
# "one" to "ninety-nine", each behind the one before
NUMERALS: list[str] = [
    *_UP_TO_TWENTY[:19],
    *(ten + (f"-{one}" if one else "") for ten in _TENS for one in ("", *_UP_TO_TWENTY[:9])),
]


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def cased(forms: Sequence[str]) -> list[str]:
    """The forms as they may be printed: "article", "Article", "ARTICLE"."""
    return sorted({case for form in forms for case in (form, form.capitalize(), form.upper()) if case != "S."})


INSERTED = any_of(_LEXICON["ordinals"]["inserted"])
_UNIT = re.compile(rf"(?:{any_of(cased([*STEP]))})")
_ORDINALS = [*ORDINAL_WORDS, *_LEXICON["ordinals"]["unnumbered"]]
_ORDINAL = rf"(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{any_of(cased(_ORDINALS))}))\s"
_ORDINAL_BEFORE = re.compile(rf"(?<!\w){_ORDINAL}\Z")
_ORDINAL_AHEAD = re.compile(_ORDINAL)
_ORDINAL_REACH = 16
# Part of a paragraph that no path goes down to: "section 140 subs. 2 sentence 2", "article 5, first sentence".
_SENTENCES = any_of(_LEXICON["marks"]["silent"])
SENTENCE = re.compile(
    rf",?\s(?:(?:{_SENTENCES})\s\d{{1,2}}(?:(?:\sand\s|,\s|\sto\s|–|-)\d{{1,2}})*"
    rf"|(?:the\s)?(?:{any_of(ORDINAL_WORDS[:6])}|last|\d(?:st|nd|rd|th))\s(?:half-)?(?:{_SENTENCES}))(?!\w)"
)


def unit_at(text: str, at: int) -> re.Match[str] | None:
    """The division word that begins at `at`."""
    match = _UNIT.match(text, at)
    if match is None:
        return None
    after = text[match.end() : match.end() + 1]
    return None if match[0][-1] not in ".§" and after and (after.isalnum() or after in "-’'") else match


def ordinal_before(text: str, at: int) -> re.Match[str] | None:
    """The ordinal that stands before a division word: "2nd part", "single article"."""
    return _ORDINAL_BEFORE.search(text, max(0, at - _ORDINAL_REACH), at)


def ordinal_at(text: str, at: int) -> re.Match[str] | None:
    """The ordinal that begins at `at`."""
    return _ORDINAL_AHEAD.match(text, at)


def ordinal_value(match: re.Match[str]) -> str:
    """The number of an ordinal; a word that counts nothing ("single") stands for itself."""
    if match["digits"]:
        return match["digits"]
    word = match["word"].lower()
    return str(ORDINAL_WORDS.index(word) + 1) if word in ORDINAL_WORDS else word


def is_plural(form: str) -> bool:
    """Whether an enumeration may follow a division word (in lower case)."""
    return form.endswith("s") or form in words("divisions", "marks", "any_number") or form in _CUT_SHORT


def ladder(step: str) -> list[str]:
    """What the units in brackets after a number of this step are, from the outermost in."""
    ladders: dict[str, list[str]] = _LEXICON["ladders"]
    return ladders.get(step, ladders["other"])
