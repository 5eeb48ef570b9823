"""The official gazette that a report prints behind a law.

    "Law on Protection of Children (|the Official Gazette of the Republika Srpska, No. 4/02, 17/08|)"
    "Law on the Ratification of the Convention (|Valstybės žinios (Official Gazette) No. 67-3350, 2010|)"

It tells which part of a State a law is of, and which two names are those of one law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from treatygraph.resolution.subjects import read_lexicon

_REACH = 260
# "No. 67-3350" is one text; "No. 106/09" is an issue with many.
_NUMBER = re.compile(r"\d+-\d+")


@dataclass(frozen=True, slots=True)
class Gazette:
    """Where a law is published: the part of a State whose gazette it is, if named, and the numbers of one text each."""

    place: str | None
    numbers: frozenset[str]


def gazette_behind(text: str, at: int) -> Gazette | None:
    """The gazette in the bracket that follows a name which ends at a code point; None where there is none."""
    found = _bracket().match(text, at, at + _REACH)
    if found is None:
        return None
    return Gazette(found["place"], frozenset(_NUMBER.findall(found["numbers"])))


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    names = "|".join(map(re.escape, read_lexicon("subjects")["gazettes"]["names"]))
    protocol = r"(?: and (?:the |its )?Optional Protocol[^.;()]{0,50})?"
    return re.compile(
        rf"[”\"]?{protocol} ?\((?:[Tt]he )?(?:[^()]{{1,40}} ?\(?)?(?:{names})\)?"
        r"(?: of (?:the )?(?P<place>[A-Z][^(),.\d]{1,60}?))?(?=,| No|\)|\d| \d)(?P<numbers>[^()]{0,160})\)"
    )
