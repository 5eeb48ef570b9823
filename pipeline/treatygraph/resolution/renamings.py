"""What a text says that a body or a law was called before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from treatygraph.resolution.scenes import BRACKET, WHEN, Scene, Statement

_SAYS_RENAMED = re.compile(
    r"\b(?:renamed|now|formerly|previously|since (?:then )?known|changed its name|(?<=\()the (?:present|current))\b"
)
_CUES = (
    "now",
    "renamed",
    "formerly",
    "previously",
    "changed its name",
    "(the present",
    "(the current",
)  # one stands in whatever the pattern finds
_CALLED = r"(?:known as|called|named|designated|entitled)"
_SO_CALLED = r"(?: as| to)?(?: the)? ?[“\"]?"
# "|A| (the present |B|)"
# "the |Commission| was reorganized and renamed the |Honorary National Commission|", "|A| (now called |B|)"
_TO_NEW = re.compile(
    rf"[”\"]?{BRACKET},? ?\(?(?:(?:which|that|and|was|were|has|have|been|is|are|later|subsequently|then|also|"
    rf"re-?(?:organi[sz]ed|structured|established)|{WHEN})\s?)*"
    rf"(?:renamed|(?<=\()the (?:present|current)|now {_CALLED}|now|since (?:then )?{_CALLED}|changed its name)"
    rf"{_SO_CALLED}"
)
# "|National Commission for Science and Technology (NCST)|, formerly known as the |National Research Council|"
_TO_OLD = re.compile(
    rf"[”\"]?{BRACKET},? ?\(?(?:(?:which|that|was|were|is|had|been)\s)*(?:formerly|previously)(?: {_CALLED})?"
    rf"{_SO_CALLED}"
)
_NOT_AS_NAME = re.compile(r"\bnow(?: the)? ?[“\"]?$")


def says_renamed(text: str) -> bool:
    """Whether a text says anything of the kind, so that most units need no further look."""
    return any(cue in text for cue in _CUES) and _SAYS_RENAMED.search(text) is not None


def find_renamings(scene: Scene) -> Iterator[Statement]:
    """Two neighbouring names of which the text says that one replaced the other, from the old to the new one."""
    for first, second in scene.pairs():
        thing = scene.cast.mention(first).type
        if thing != scene.cast.mention(second).type:
            continue
        between = scene.between(first, second)
        if _TO_NEW.fullmatch(between) and not (_NOT_AS_NAME.search(between) and "(" not in between):
            yield _renamed(scene, first, second, (first, second))
        elif _TO_OLD.fullmatch(between):
            yield _renamed(scene, second, first, (first, second))


def _renamed(scene: Scene, old: int, new: int, evidence: tuple[int, ...]) -> Statement:
    cast = scene.cast
    thing: Literal["instrument", "agency"] = "instrument" if scene.is_a(old, "instrument") else "agency"
    keys = [cast.instrument(i).key if thing == "instrument" else cast.agency(i) for i in (old, new)]
    return Statement(scene.unit, keys[0], "renamed", thing, keys[1], evidence, rule="renamed", subject_thing=thing)
