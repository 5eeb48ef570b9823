"""The words of legal traditions, read from the TOML files beside this module and composed.

A new State's word is a line in `lexicon/*.toml`; nothing here knows any State, law or language.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache
def read_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicon/<name>.toml`, read once."""
    text = files("treatygraph.recognition").joinpath("lexicon", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


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
def name_heads() -> frozenset[str]:
    """The heads that end or open a name wherever they stand; "measures" and "vision" are such only with a date."""
    return frozenset(kinds()) - words("instruments", "names", "dated")
