"""The words of a paragraph as the topics of articles are compared with them.

A word is a run of letters in lower case without its plural ending, which the three rules of the S-stemmer take off
(D. Harman, "How effective is suffixing?", Journal of the American Society for Information Science 42, 1991):
"policies" → "policy", "schools" → "school", "is" stays.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, read once for all articles.

    `line` holds all stems in order, each between blanks; `terms` the words and pairs of neighbouring words that can
    tell of a topic.
    """

    line: str
    terms: frozenset[str]


def read_words(text: str) -> Words:
    """Read the words of a text: "The Ports' Acts" has the line " the port act " and the term "port".

    Grammar words and words of any law ("article", "act") are no terms. A pair holds no grammar word, and at least
    one word that is a term.
    """
    found = tuple(stem(word.removesuffix("'s")) for word in _WORD.findall(text.lower().replace("’", "'")))
    pairs = {
        f"{first} {second}"
        for first, second in pairwise(found)
        if _may_pair(first) and _may_pair(second) and (_tells(first) or _tells(second))
    }
    return Words(" ".join(("", *found, "")), frozenset(filter(_tells, found)) | pairs)


def stem(word: str) -> str:
    """Take the plural ending off a word in lower case."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _tells(word: str) -> bool:
    return _may_pair(word) and word not in _list("law")


def _may_pair(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _list("grammar")


@lru_cache
def _list(name: str) -> frozenset[str]:
    text = files("treatygraph.linking.narrowing").joinpath("words.toml").read_text("utf-8")
    return frozenset(map(stem, tomllib.loads(text)[name]))
