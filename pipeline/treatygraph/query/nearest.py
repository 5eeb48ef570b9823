"""Which names are like one that is not there, and which are the same words in another order."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_MOST = 3
_LIKE = 0.6  # difflib's own measure of a close match
_AMISS = 0.9  # "Code of Criminal Procedur"

# "Criminal Procedure Code" and "Code of Criminal Procedure" differ in these and in the order.
_LITTLE = frozenset(("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


def listed(names: Iterable[str]) -> str:
    """Write names after one another, with a comma between two."""
    return ", ".join(names)


def same_words(name: str, names: Iterable[str]) -> list[str]:
    """Find the names that have the words of one, in any order and either case; little words do not count."""
    words = _words(name)
    return sorted({other for other in names if _words(other) == words}) if words else []


def same_symbol(symbol: str, symbols: Iterable[str]) -> list[str]:
    """Find the symbols of reports with the letters and numbers of one: "crpd-c-bih-2-3" is "CRPD/C/BIH/2-3"."""
    parts = _parts(symbol)
    return sorted({other for other in symbols if _parts(other) == parts}) if parts else []


def _parts(symbol: str) -> list[str]:
    return re.findall(r"[^\W_]+", symbol.casefold())


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Find up to three names that are like one, the nearest first.

    Those that have all its words come first, the shortest before the others; then those with a letter or two amiss;
    then those all of whose words it has ("Kenya" for "Republic of Kenya"), the longest first; then those spelt like it.
    """
    known = sorted(set(names))
    words = set(_words(name))
    holding = [other for other in known if words and words < set(_words(other))]
    held = [other for other in known if _words(other) and set(_words(other)) < words]
    held.sort(key=lambda other: (-len(_words(other)), len(other)))
    by_form: dict[str, str] = {}
    for other in known:
        by_form.setdefault(_plain(other), other)
        by_form.setdefault(" ".join(_words(other)), other)
    amiss = difflib.get_close_matches(_plain(name), by_form, n=_MOST, cutoff=_AMISS)
    spelt = difflib.get_close_matches(_plain(name), by_form, n=_MOST, cutoff=_LIKE)
    spelt += difflib.get_close_matches(" ".join(_words(name)), by_form, n=_MOST, cutoff=_LIKE)
    found = (
        *sorted(holding, key=len)[:_MOST],
        *(by_form[form] for form in amiss),
        *held[:_MOST],
        *(by_form[form] for form in spelt),
    )
    return list(dict.fromkeys(found))[:_MOST]


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(set(re.findall(r"\w+", _plain(name))) - _LITTLE))


def _plain(name: str) -> str:
    """Write a name in small letters, without accents."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
