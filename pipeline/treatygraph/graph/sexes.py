"""Which figures of a table are of one sex: told from the names that differ in nothing else.

    Type of impairment   Boys    Girls   Total        of: "Hearing", girls and boys
    Hearing              3 225   2 544   5 769

A figure is of women only where the table has that of men, too, and of both only where it has the two beside it: "Total"
over the rows of a table is no total of the sexes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

Sex = Literal["female", "male", "total"]
Names = tuple[str, ...]

_WORD = re.compile(
    r"\b(?:(?P<girls>girls?)|(?P<boys>boys?)|(?P<women>wom[ae]n)|(?P<men>m[ae]n)|(?P<female>females?)|(?P<male>males?))\b",
    re.IGNORECASE,
)
# "Percentage of women" is a share of all, and no percentage among women.
_SHARE = re.compile(r"(?:%|\b(?:per cent|percentages?|proportions?|shares?))(?: of)? ?$", re.IGNORECASE)
_LETTER = re.compile(r"[FM]\Z")
_BOTH = re.compile(r"(?:Grand |Sub-?)?Totals?|Both(?: sexes)?|All|Total number", re.IGNORECASE)
_FEMALE = frozenset({"girls", "women", "female"})
# What stands for the two words in the name that their figures share; "female" and "male" say nothing besides.
_TOGETHER = {"girls": "girls and boys", "women": "women and men", "female": ""}
_FEMALE_OF = {"boys": "girls", "men": "women", "male": "female"}


def tell_sexes(figures: Sequence[Names]) -> Iterator[tuple[Names, Sex | None]]:
    """Tell of each figure of a table, given by its names, the names without the sex, and the sex.

    The names and None where the table does not have the same of both sexes.
    """
    read = [(names, _read(names)) for names in figures]
    sexes: dict[Names, set[Sex]] = {}
    for _, found in read:
        if found:
            sexes.setdefault(found[0], set()).add(found[1])
    paired = {names for names, told in sexes.items() if told == {"female", "male"}}
    for names, found in read:
        if found and found[0] in paired:
            yield found
        else:
            both = next((shared for shared in _as_total(names) if shared in paired), None)
            yield (both, "total") if both else (names, None)


def _read(names: Names) -> tuple[Names, Sex] | None:
    """The names with what they share with the other sex in place of the one word for a sex, and that sex."""
    if len(letters := [at for at, name in enumerate(names) if _LETTER.match(name)]) == 1:
        told: Sex = "female" if names[letters[0]] == "F" else "male"
        return _put(names, letters[0], ""), told
    found = [(at, word) for at, name in enumerate(names) for word in _WORD.finditer(name)]
    if len(found) != 1:
        return None
    at, word = found[0]
    kind = word.lastgroup or ""
    shared = _TOGETHER[_FEMALE_OF.get(kind, kind)]
    name = names[at]
    if _SHARE.search(name[: word.start()]):
        return None
    rest = " ".join(f"{name[: word.start()]}{shared}{name[word.end() :]}".split())
    return _put(names, at, rest), "female" if kind in _FEMALE else "male"


def _as_total(names: Names) -> Iterator[Names]:
    for at, name in enumerate(names):
        if _BOTH.fullmatch(name.strip(" *:†")):
            yield from (_put(names, at, shared) for shared in _TOGETHER.values())


def _put(names: Names, at: int, name: str) -> Names:
    """The names with another in one place; where none is left, the two sexes' own."""
    together = tuple(part for part in (*names[:at], name, *names[at + 1 :]) if part)
    return together or ("female and male",)
