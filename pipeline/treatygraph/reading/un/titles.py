"""Which articles a heading without a number is about: the official titles of articles, and what reports call them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from treatygraph.ontology import load_treaty

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    (
        *(
            "the",
            "a",
            "an",
            "of",
            "to",
            "in",
            "on",
            "for",
            "from",
            "or",
            "and",
            "as",
            "by",
            "with",
            "all",
            "being",
            "be",
        ),
        *("their", "its", "his", "her", "person", "persons", "disability", "disabilities", "right", "rights"),
        *("convention", "covenant", "article", "articles"),
    )
)
_ENDING = re.compile(r"(?:ations?|ies|ing|ed|es|ly|s|e|y)$")
_SHORTEST_STEM = 4
# What may stand before a title, and behind it: "Implementation of the right to work", "Health under the Convention".
_AROUND = re.compile(
    r"^(?:(?:information|report)\s+(?:on|relating to)|implementation\s+of"
    r"|(?:the\s+)?state\s+party['’]s\s+responses?\s+(?:to|on))\s+|\s+(?:under|in)\s+the\s+(?:convention|covenant)$",
    re.IGNORECASE,
)
_Key = frozenset[str]


def find_titled(heading: str, treaty: str) -> tuple[str, ...]:
    """The articles whose title, or a close paraphrase of it, a heading is; empty where it is none.

    `treaty` is an abbreviation ("CRPD"). Small words, endings, order and "persons with disabilities" do not count.
    """
    words = _key(_AROUND.sub("", heading.strip(" .:–-")))
    return _titles(treaty).get(words, ())


@cache
def _titles(treaty: str) -> dict[_Key, tuple[str, ...]]:
    known = load_treaty(treaty)
    official = {a.number: [a.title] for a in known.articles if a.title} if known else {}
    written = tomllib.loads((resources.files(__package__) / "titles.toml").read_text(encoding="utf-8")).get(treaty, {})
    titles: dict[_Key, tuple[str, ...]] = {}
    for numbers, phrases in (*official.items(), *written.items()):
        for phrase in phrases:
            titles.setdefault(_key(phrase), tuple(numbers.split()))
    return titles


def _key(phrase: str) -> _Key:
    """A phrase's words that carry meaning, without endings; all its words where none does."""
    words = _WORD.findall(phrase.casefold().replace("’s", "").replace("'s", ""))
    stems = frozenset(_stem(word) for word in words if word not in _SMALL)
    return stems or frozenset(words)


def _stem(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word
