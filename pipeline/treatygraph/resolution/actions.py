"""What a State does with a treaty: it signs, ratifies, accedes, is a party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from treatygraph.recognition.states import state_code, state_pattern
from treatygraph.resolution.identity import INTERNATIONAL
from treatygraph.resolution.scenes import AGENCY, CONCLUDED, DATE, DATE_MARK, INSTRUMENT_MARK, WHEN, Scene, Statement
from treatygraph.resolution.subjects import read_lexicon

_ACTIONS = ("ratifiedBy", "signedBy", "accededBy", "partyTo")
_PASSIVE = frozenset({"ratified", "signed", "acceded to"})
_BEFORE_PASSIVE = (
    r"and|which|that|was|were|has|have|had|been|is|as|also|both|all|the|adopted|signed|ratified|opened for signature|"
    r"entered into force|by|on|in|at|New York|United Nations|General Assembly"
)
# From the treaty to a passive verb: ", adopted on 20 December 2006 and |ratified| by Kazakhstan".
_AFTER_TREATY = re.compile(rf"[”\"]?,? ?\(?(?:(?:{_BEFORE_PASSIVE}|{AGENCY}|{DATE}),? ?)*")
_BY_STATE = re.compile(
    rf" (?:{WHEN})?by ({state_pattern()}|(?:the )?(?:State|country|Kingdom|Republic|Government|Parliament))"
)
_ENDS_PASSIVE = re.compile(rf"[.,;)]| ?{WHEN}| (?:by|without|with|and|under|pursuant|through)\b| (?:in|at) [A-Z]")
# From an active verb to its first treaty: " a number of instruments, including the"; on to the next sentence only by
# "These include …".
_TO_FIRST = re.compile(rf"[^.;{INSTRUMENT_MARK}]{{0,160}}")
_THESE = re.compile(
    r"[^.;]{0,160}\. (?:These(?: \w+)? (?:include|are)|They (?:include|are)|Among (?:these|them)|Such \w+ include)"
    r"[^.;]{0,60}"
)
# What a verb that governs something else puts in between: "ratified … and reports under the |Convention|".
_PART_OF = re.compile(
    r"\b(?:protocols?|articles?|reservations?|declarations?|amendments?|paragraphs?|provisions|principles|objectives)\b[^:]*"
    r"\b(?:to|of|under|in)\b(?: the)? ?$"
)
_OTHER_OBJECT = re.compile(
    r"\b(?:implement|accordance|pursuant|compl|report|under|provided|laws?|act|on the basis)\w*\b"
)
# "(signed |in New York| on March 30, 2007)"
_PLACE = r"(?:(?:in|at) (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3},? )"
_ITEM = re.compile(r"(?:[;•.:]|\(\w{1,4}\)) ?(?:and )?(?:[•–-] ?|\(\w{1,4}\) ?)?(?:[Tt]he )?[“\"]?$")


def find_actions(scene: Scene) -> Iterator[Statement]:
    """The actions that a unit reports, each with its date if the text gives it.

    "Kazakhstan has ratified the following: …", "…, ratified by Spain on 2 December 2007", "in ratifying the …",
    "has become a party to"; not what is only planned ("the issue of accession to … is being addressed").
    """
    cast = scene.cast
    treaties = [
        i
        for i in scene.instruments
        if cast.instrument(i).kind in CONCLUDED and cast.instrument(i).owner == INTERNATIONAL
    ]
    if not treaties:
        return
    for verb in _action_verbs().finditer(scene.masked):
        predicate = verb.lastgroup or ""
        before = scene.masked[: verb.start()]
        if predicate == "partyTo" and not re.search(r"\b(?:an?|as|full) (?:State )?$", before, re.IGNORECASE):
            continue
        if scene.is_pending(verb.start()):
            continue
        state, objects = _passive_action(scene, verb, treaties) or _active_action(scene, verb, treaties)
        for i in objects if state else ():
            date = _date(scene, verb, i)
            dated = [j for j in scene.dates if date and cast.mention(j).value == date]
            yield Statement(
                scene.unit,
                cast.instrument(i).key,
                predicate,
                "state",
                str(state),
                (i, *dated[:1]),
                date,
                rule=verb.group().casefold(),
            )


def _passive_action(scene: Scene, verb: re.Match[str], treaties: list[int]) -> tuple[str | None, list[int]] | None:
    """The State and the treaties before a passive verb; None if the verb is not passive."""
    before = [i for i in treaties if scene.cast.mention(i).end <= verb.start()]
    if verb.group().casefold() not in _PASSIVE or not before:
        return None
    gap = scene.masked[scene.cast.mention(before[-1]).end : verb.start()]
    if len(gap) > 140 or not _AFTER_TREATY.fullmatch(gap):
        return None
    after = scene.masked[verb.end() :]
    finite = re.search(r"\b(?:was|were|been)\b", gap)
    if finite and not re.match(r"[”\"]?,? (?:which|that)\b", gap) and scene.is_object(before[-1]):
        return None
    by = _BY_STATE.match(after)
    if not by and not ((finite or gap.strip().startswith(("(", ","))) and _ENDS_PASSIVE.match(after)):
        return None
    objects = [before[-1]]
    if finite and finite.group() == "were":
        for i in reversed(before[:-1]):
            if not scene.goes_on(i, objects[-1]):
                break
            objects.append(i)
    return (state_code(by.group(1)) if by else None) or scene.cast.discourse.report.state, objects[::-1]


def _active_action(scene: Scene, verb: re.Match[str], treaties: list[int]) -> tuple[str | None, list[int]]:
    """The State before a verb and the treaties after it, on to the end of the list."""
    following = [i for i in treaties if scene.cast.mention(i).start >= verb.end()]
    if not following:
        return None, []
    gap = scene.masked[verb.end() : scene.cast.mention(following[0]).start]
    if not (_TO_FIRST.fullmatch(gap) or _THESE.fullmatch(gap)) or _PART_OF.search(gap):
        return None, []
    if _OTHER_OBJECT.search(gap) and ":" not in gap:
        return None, []
    objects = following[:1]
    listed = ":" in gap or bool(re.search(r"\bfollowing\b", gap))
    for i in following[1:]:
        if not scene.goes_on(objects[-1], i) and not (listed and _ITEM.search(scene.between(objects[-1], i))):
            break
        objects.append(i)
    return _subject(scene, verb), objects


def _subject(scene: Scene, verb: re.Match[str]) -> str | None:
    """The State that acts: the last one named in the sentence before the verb, else the State that reports."""
    start, _ = scene.passage.sentence(verb.start())
    named = list(re.finditer(state_pattern(), scene.masked[start : verb.start()]))
    return (state_code(named[-1].group()) if named else None) or scene.cast.discourse.report.state


def _date(scene: Scene, verb: re.Match[str], index: int) -> str | None:
    """When the State acted: the date right after the treaty or the verb, or before the verb in its clause."""
    start, end = scene.passage.sentence(verb.start())
    mention = scene.cast.mention(index)
    active = mention.start > verb.end()
    # "After the ratification of the Convention, on 30 March 2011, …" dates what comes after.
    comma = "" if verb.group().endswith(" of") else "[,(]?"
    found = re.match(
        rf"[”\"]?(?: \([^()]*\))? ?{comma} ?(?:on|in|ratified on|ratified in|since)? ?(?={DATE})",
        scene.masked[mention.end : end],
    )
    if found and active:
        return scene.date_at(mention.end + found.end())
    found = re.match(
        rf",? (?:by [^{DATE_MARK}.;]{{1,40}} )?{_PLACE}?(?:on|in)(?: the)? (?={DATE})", scene.masked[verb.end() : end]
    )
    if found:
        return scene.date_at(verb.end() + found.end())
    before = scene.masked[start : verb.start()]
    found = re.search(
        rf"(?:^|[\s,])(?:[Oo]n|[Ii]n|[Ss]ince)(?: the)? (?P<date>{DATE}),? [^,.;{DATE_MARK}{INSTRUMENT_MARK}]{{0,60}}$",
        before,
    )
    return scene.date_at(start + found.start("date")) if found and active else None


@lru_cache(maxsize=1)
def _action_verbs() -> re.Pattern[str]:
    groups = []
    for predicate in _ACTIONS:
        alternatives = "|".join(re.escape(verb) for verb in read_lexicon("statements")[predicate]["verbs"])
        groups.append(rf"(?P<{predicate}>\b(?:{alternatives})\b)")
    return re.compile("|".join(groups), re.IGNORECASE)
