"""The official gazette that a report prints behind a law.

    "Law on Protection of Children (|the Official Gazette of the Republika Srpska, No. 4/02, 17/08|)"
    "Law on the Ratification of the Convention (|Valstybės žinios (Official Gazette) No. 67-3350, 2010|)"

It tells which part of a State a law is of, and which two names are those of one law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from treatygraph.ontology import state_names
from treatygraph.recognition.grammar.states import state_code
from treatygraph.resolution.aliases import is_acronym
from treatygraph.resolution.parts import named_part
from treatygraph.resolution.subjects import read_lexicon

_REACH = 260
# "No. 67-3350" is one text; "No. 106/09" is an issue with many.
_NUMBER = re.compile(r"\d+-\d+")


@dataclass(frozen=True, slots=True)
class Gazette:
    """Where a law is published: the part of a State whose gazette it is, if named, and the numbers of one text each."""

    place: str | None
    numbers: frozenset[str]


def opens_with_gazette(text: str) -> bool:
    """Whether a note begins with the gazette of the law before its mark: "Official Gazette of the RS – Article 3"."""
    return _opening().match(text) is not None


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    names = "|".join(map(re.escape, read_lexicon("subjects")["gazettes"]["names"]))
    return re.compile(rf"(?:[Tt]he )?(?:[^().,;:]{{1,40}} \(?)?(?:{names})\b")


def part_of_state(place: str, state: str | None) -> str | None:
    """The part of the State whose gazette it is, by its name or its initials; None where it is the State's own.

    >>> [part_of_state(place, "BIH") for place in ("RS", "Federation of BH", "FBiH", "BiH")]
    ['Republika Srpska', 'Federation of Bosnia and Herzegovina', 'Federation of Bosnia and Herzegovina', None]
    """
    if (named := named_part(place, state)) is not None:
        return named
    part, own = _initials(place), _initials(state_names().get(state or "", ""))
    return part if part and part != own and state_code(place) is None else None


def _initials(place: str) -> str:
    words = (re.sub("[^A-Z]", "", word) if is_acronym(word) else word[:1] for word in place.split())
    return "".join(letter for letter in "".join(words) if letter.isupper())


def gazette_behind(text: str, at: int) -> Gazette | None:
    """The gazette in the bracket that follows a name which ends at a code point; None where there is none."""
    found = _bracket().match(text, at, at + _REACH) or _comma().match(text, at, at + _REACH)
    if found is None:
        return None
    return Gazette(found["place"], frozenset(_NUMBER.findall(found["numbers"])))


@lru_cache(maxsize=1)
def _comma() -> re.Pattern[str]:
    """A gazette behind a comma: "Law on Courts, The Official Gazette of the BDBH, No. 12/06 – Article 19"."""
    names = "|".join(map(re.escape, read_lexicon("subjects")["gazettes"]["names"]))
    return re.compile(
        rf",? (?:[Tt]he )?(?:{names}) of (?:the )?(?P<place>[A-Z][^(),.\d]{{1,60}}?)(?=,| No)"
        r"(?P<numbers>[^();A-Z]{0,60})"
    )


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    names = "|".join(map(re.escape, read_lexicon("subjects")["gazettes"]["names"]))
    protocol = r"(?: and (?:the |its )?Optional Protocol[^.;()]{0,50})?"
    return re.compile(
        rf"[”\"]?{protocol}(?: [–-] Art(?:icle|\.) ?\d+)? ?\((?:[Tt]he )?(?:[^()]{{1,40}} ?\(?)?(?:{names})\)?"
        r"(?: of (?:the )?(?P<place>[A-Z][^(),.\d]{1,60}?))?(?=,| No|\)|\d| \d)(?P<numbers>[^()]{0,160})\)"
    )
