"""The words of legal traditions, read from TOML files and composed.

A new State's word is a line in `lexicon/*.toml`; nothing here knows any State, law or language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from treatygraph.lexicons import read_tables


@lru_cache
def read_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.toml`, read once, with the heads that behave like others in the lists of those."""
    likes = {word: model for entry in _load("kinds").values() for word, model in entry.get("like", {}).items()}
    tables: dict[str, Any] = with_likes(_load(name), likes)
    return tables


@lru_cache
def _load(name: str) -> dict[str, Any]:
    return read_tables("recognition", name)


def with_likes(tables: Any, likes: Mapping[str, str]) -> Any:
    """The same tables, each list of words with every word that is like one of the list, singular or plural.

    >>> with_likes({"back": {"heads": ["act", "decree"], "plural": ["decrees"]}}, {"firman": "decree"})
    {'back': {'heads': ['act', 'decree', 'firman'], 'plural': ['decrees', 'firmans']}}
    """
    forms = [(word, model) for word, model in likes.items()]
    forms += [(pluralise(word), pluralise(model)) for word, model in likes.items()]
    return _with_forms(tables, forms)


def _with_forms(tables: Any, forms: Sequence[tuple[str, str]]) -> Any:
    if isinstance(tables, dict):
        return {key: value if key == "like" else _with_forms(value, forms) for key, value in tables.items()}
    if not isinstance(tables, list):
        return tables
    return tables + [word for word, model in forms if model in tables]


@lru_cache
def words(name: str, table: str, key: str) -> frozenset[str]:
    """A list of words of a lexicon file as a set: `words("titles", "stops", "relatives")`."""
    return frozenset(read_lexicon(name)[table][key])


def pluralise(head: str) -> str:
    """The English plural of a head: "policy" → "policies", "plan of action" → "plans of action"."""
    first, *rest = head.split(" of ", 1)
    if first.endswith("s"):
        plural = first
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        plural = first[:-1] + "ies"
    else:
        plural = first + "s"
    return " of ".join([plural, *rest])


@lru_cache
def kinds() -> dict[str, str]:
    """Every head of an instrument's name, singular or plural and lower case, with its kind."""
    table: dict[str, str] = {}
    for kind, entry in read_lexicon("kinds").items():
        for head in entry["heads"]:
            table.setdefault(head, kind)
            table.setdefault(pluralise(head), kind)
    return table


@lru_cache
def singular() -> dict[str, str]:
    """Every head with its singular: "codes" → "code"; the singular itself maps to itself."""
    table: dict[str, str] = {}
    for entry in read_lexicon("kinds").values():
        for head in entry["heads"]:
            table.setdefault(head, head)
            table.setdefault(pluralise(head), head)
    return table


@lru_cache
def abbreviated() -> dict[str, tuple[str, str]]:
    """Every abbreviation of a head, as it is printed, with the head's words and its kind: "R.A.", "RA"."""
    return {
        printed: (long, kind)
        for kind, entry in read_lexicon("kinds").items()
        for letters, long in entry.get("short", {}).items()
        for printed in (letters, "".join(f"{letter}." for letter in letters))
    }


@lru_cache
def name_heads() -> frozenset[str]:
    """The heads that end or open a name wherever they stand; "measures" and "vision" are such only with a date."""
    return frozenset(kinds()) - words("instruments", "names", "dated")
