"""The language of a text, told by its commonest words; Chinese, which parts no words, by its script."""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 60
_MOST_WORDS = 4_000  # tell as much as a whole report
_LEAST_COMMON = 0.12  # of the words; 0.25 and more in prose
_CLEARLY = 1.3  # times as many as the next language's: French and Spanish share "de", "la", "en"
_IDEOGRAPHS = 0.3  # of the letters


class Language(NamedTuple):
    """A language: its ISO 639-1 code, its English name, and its commonest words."""

    code: str
    name: str
    words: frozenset[str]


@cache
def languages() -> tuple[Language, ...]:
    """The languages that can be told."""
    table = tomllib.loads((resources.files(__package__) / "languages.toml").read_text(encoding="utf-8"))
    return tuple(Language(facts["code"], name, frozenset(facts["words"])) for name, facts in table.items())


def language_name(code: str) -> str:
    """The English name of a language; its code where it is none that can be told."""
    return next((language.name for language in languages() if language.code == code), code)


def tell_language(texts: Iterable[str]) -> str | None:
    """The ISO 639-1 code of the language that texts are in; None where they are too short, or in none of those known.

    >>> tell_language(["Государство-участник приняло закон о правах инвалидов и о защите их интересов в судах. " * 9])
    'ru'
    """
    words = list(itertools.islice((w.lower() for text in texts for w in _WORD.findall(text)), _MOST_WORDS))
    letters = "".join(words)
    ideographs = sum(unicodedata.name(letter, "").startswith("CJK") for letter in letters[:_MOST_WORDS])
    if ideographs > _IDEOGRAPHS * max(_ENOUGH_WORDS, min(len(letters), _MOST_WORDS)):
        return "zh"
    if len(words) < _ENOUGH_WORDS:
        return None
    count = Counter({language.code: sum(word in language.words for word in words) for language in languages()})
    (code, most), (_, next_most) = count.most_common(2)
    return code if most >= _LEAST_COMMON * len(words) and most >= _CLEARLY * next_most else None
