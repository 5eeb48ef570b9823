"""Which State a name or an adjective means: "Kazakhstan", "the Republic of Azerbaijan", "Jordanian"."""

from __future__ import annotations

import re
from functools import lru_cache

from treatygraph.ontology import state_words

# "Republic of Kazakhstan", "Hashemite Kingdom of Jordan"; "Azerbaijan Republic"
_STYLE = (
    r"(?:(?:Federal|Democratic|Islamic|Arab|Hashemite|Bolivarian|Plurinational|United|Socialist|People’s|Independent|"
    r"Federative|Cooperative|Federal Democratic|Eastern) )*"
    r"(?:Republic|Kingdom|State|Commonwealth|Principality|Grand Duchy|Sultanate|Union|Federation|Government)"
)
# "the Portuguese Republic", "the Swiss Confederation"
_LAST_STYLE = "Republic|Kingdom|Confederation|Federation|Nation"
# A State that speaks of itself: "Constitution of the Republic", "the Kingdom ratified".
_SELF = re.compile(rf"(?:the )?{_STYLE}", re.IGNORECASE)


def _fold(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace("'", "’")).strip().casefold()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {_fold(name): code for code, names in state_words()["names"].items() for name in names}


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    table = dict(_names())
    for code, adjectives in state_words()["adjectives"].items():
        for adjective in adjectives:
            table.setdefault(_fold(adjective), code)
    return table


@lru_cache(maxsize=1)
def state_pattern() -> str:
    """A regular expression for a State's name with its style: "the Republic of Kazakhstan", "the Italian Republic"."""
    names = sorted((n for names in state_words()["names"].values() for n in names), key=len, reverse=True)
    alternatives = "|".join(re.escape(name).replace("’", "[’']") for name in names)
    named = rf"(?:{_STYLE} (?:of )?(?:the )?)?(?:{alternatives})\b(?: Republic)?"
    return rf"(?:the )?(?:{named}|{adjective_pattern()} (?:{_LAST_STYLE})\b)"


@lru_cache(maxsize=1)
def adjective_pattern() -> str:
    """A regular expression for a State's adjective, or its name used as one: "Jordanian", "Kenya"."""
    adjectives = (a for words in state_words()["adjectives"].values() for a in words)
    names = (n for words in state_words()["names"].values() for n in words)
    ordered = sorted({*adjectives, *names}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("’", "[’']") for word in ordered) + r")\b"


@lru_cache(maxsize=4096)
def state_code(words: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the State that these words name, with or without its style; else None.

    "Kazakhstan", "the Republic of Kazakhstan", "Kazakh" and "Kazakhstani" are "KAZ"; "the Republic" is None.
    """
    folded = re.sub(r"^the ", "", _fold(words))
    if folded in _adjectives():
        return _adjectives()[folded]
    bare = re.sub(rf"^{_STYLE} (?:of )?(?:the )?", "", folded, flags=re.IGNORECASE)
    bare = re.sub(rf" (?:{_LAST_STYLE})$", "", bare, flags=re.IGNORECASE)
    return _adjectives().get(bare)


def is_own_style(words: str) -> bool:
    """Whether a State means itself by these words: "the Republic", "the Kingdom", "the State"."""
    return bool(_SELF.fullmatch(words.strip()))
