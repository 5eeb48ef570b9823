"""What a State does with a treaty: it signs, ratifies, accedes, is a party."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from treatygraph.recognition.grammar.states import state_code, state_pattern
from treatygraph.resolution.identity import INTERNATIONAL
from treatygraph.resolution.scenes import AGENCY, DATE, DATE_MARK, INSTRUMENT, INSTRUMENT_MARK, WHEN, Scene, Statement
from treatygraph.resolution.subjects import read_lexicon
from treatygraph.resolution.treaties import CONCLUDED

_ACTIONS = ("ratifiedBy", "signedBy", "accededBy", "partyTo")
_PASSIVE = frozenset({"ratified", "signed", "acceded to"})
_BEFORE_PASSIVE = (
    r"thereto|and|which|that|was|were|has|have|had|been|is|as|also|both|all|the|adopted|signed|ratified|"
    r"opened for signature|entered into force|by|on|in|at|New York|United Nations|General Assembly"
)
# From the treaty to a passive verb: ", adopted on 20 December 2006 and |ratified| by Kazakhstan".
_AFTER_TREATY = re.compile(rf"[”\"]?(?: ?\([^()]{{0,60}}\))?,? ?\(?(?:(?:{_BEFORE_PASSIVE}|{AGENCY}|{DATE}),? ?)*")
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
    r"\b(?:implement|accordance|pursuant|compl|report|under|provided|(?<!by )laws?|act|on the basis)\w*\b"
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
        if predicate == "partyTo" and not re.search(_AS_A_PARTY, before, re.IGNORECASE):
            continue
        if scene.is_pending(verb.start()):
            continue
        after = scene.masked[verb.end() : verb.end() + _PENDING_REACH]
        if _wording(scene, verb).endswith(_GOVERNING) and _STILL_PENDING.match(after):
            continue
        state, objects = _passive_action(scene, verb, treaties) or _active_action(scene, verb, treaties)
        for i in objects if state else ():
            date = _date(scene, verb, i, objects)
            yield _acts(scene, i, predicate, str(state), date, _wording(scene, verb))
    for i in treaties:
        yield from _in_relative_clause(scene, i)
        yield from _deposited(scene, i, treaties)


def _acts(scene: Scene, treaty: int, predicate: str, state: str, date: str | None, rule: str) -> Statement:
    cast = scene.cast
    dated = [j for j in scene.dates if date and cast.mention(j).value == date]
    return Statement(
        scene.unit,
        cast.instrument(treaty).key,
        predicate,
        "state",
        state,
        (treaty, *dated[:1]),
        date,
        rule=rule,
    )


def _wording(scene: Scene, verb: re.Match[str]) -> str:
    """The verb as the lexicon lists it: "ratification of" where the text has "ratification by Kazakhstan of"."""
    words = verb.group().casefold()
    nouns = {listed.rsplit(" ", 1)[0]: listed for p in _ACTIONS for listed in _verbs(p) if listed.endswith(_GOVERNING)}
    return nouns.get(words, words)


def _in_relative_clause(scene: Scene, treaty: int) -> Iterator[Statement]:
    """What a clause says of the treaty before it: "which it ratified in |April 2013|", "to which it is a party"."""
    after = scene.masked[scene.cast.mention(treaty).end :]
    found = _relative_clause().match(after)
    if not found:
        return
    state = state_code(found["who"]) or scene.cast.discourse.report.state
    at = scene.cast.mention(treaty).end + found.end()
    date = scene.date_at(at) if re.match(DATE, scene.masked[at:]) else None
    # "the |Optional Protocol| to the |Convention|, of which Honduras has been a signatory"
    before = [i for i in scene.instruments if i < treaty][-1:]
    if before and re.fullmatch(r" to the ", scene.between(before[0], treaty)):
        treaty = before[0]
    predicates = [predicate for predicate in _ACTIONS if found[predicate]]
    for predicate in predicates if state else ():
        dated = date if predicate == predicates[0] else None
        rule = f"which it {found[predicate]}" if found[predicate].endswith("ed") else f"it is {found[predicate]}"
        yield _acts(scene, treaty, predicate, str(state), dated, rule)


def _deposited(scene: Scene, treaty: int, treaties: list[int]) -> Iterator[Statement]:
    """What a bracket says of the treaty before it: " (instrument of ratification deposited on |30 April 2001|)"."""
    start = scene.cast.mention(treaty).end
    found = _DEPOSITED.match(scene.masked[start:])
    state = scene.cast.discourse.report.state
    if not found or not state:
        return
    predicate = "accededBy" if found["deed"] == "accession" else "ratifiedBy"
    date = scene.date_at(start + found.start("date"))
    deposited = [treaty]
    for i in reversed(treaties[: treaties.index(treaty)]):
        if not scene.goes_on(i, deposited[-1]):
            break
        deposited.append(i)
    for i in reversed(deposited):
        yield _acts(scene, i, predicate, state, date, f"instrument of {found['deed']} deposited")


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
    if (finite and finite.group() == "were") or gap.startswith(" thereto"):
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


def _date(scene: Scene, verb: re.Match[str], index: int, objects: list[int]) -> str | None:
    """When the State acted: the date right after the treaty or the verb, or before the verb in its clause.

    The date after two treaties is that of both: "signed the Convention and the Protocol thereto on 30 March 2007".
    """
    start, end = scene.passage.sentence(verb.start())
    mention = scene.cast.mention(index)
    active = mention.start > verb.end()
    # "After the ratification of the Convention, on 30 March 2011, …" dates what comes after.
    comma = "" if _wording(scene, verb).endswith(" of") else "[,(]?"
    after_treaty = re.compile(
        rf"[”\"]?(?: thereto| to the {INSTRUMENT})?(?: \([^()]*\))? ?{comma} ?"
        rf"(?:on|in|ratified on|ratified in|since)?(?: the)? ?(?P<date>{DATE})(?P<second> and (?={DATE}))?"
    )
    both = objects[-1:] if len(objects) == 2 and scene.between(*objects).strip().startswith("and") else []
    for i in [index, *both] if active else ():
        at = scene.cast.mention(i).end
        found = after_treaty.match(scene.masked, at, end)
        if found:
            # "The signing and ratification by the DPRK of the Convention in |2013| and |2016| respectively"
            later = found["second"] and _AFTER_SIGNING.search(scene.masked[start : verb.start()])
            return scene.date_at(found.end() if later else found.start("date"))
    found = re.match(
        rf",? (?:by [^{DATE_MARK}.;]{{1,40}} )?(?:without (?:any )?reservations?,? )?"
        rf"{_PLACE}?(?:on|in)(?: the)? (?={DATE})",
        scene.masked[verb.end() : end],
    )
    if found:
        return scene.date_at(verb.end() + found.end())
    before = scene.masked[start : verb.start()]
    found = re.search(
        rf"(?:^|[\s,])(?:[Oo]n|[Ii]n|[Ss]ince)(?: the)? (?P<date>{DATE}),? (?!and\b)"
        rf"[^,.;{DATE_MARK}{INSTRUMENT_MARK}]{{0,60}}$",
        before,
    )
    return scene.date_at(start + found.start("date")) if found and active else None


# "has been a |party to|", "Trinidad and Tobago is |party to|", but not "States that are |party to|"
_AS_A_PARTY = r"\b(?:an?|as|full|is|became|become|been) (?:State )?$"
# "The |ratification| of the Convention in Aruba, Curaçao and Sint Maarten is currently being discussed"
_STILL_PENDING = re.compile(
    r"[^.;]*\b(?:is|are) (?:currently |still |now )?"
    r"(?:(?:being|to be) (?:discussed|considered|examined|prepared|completed)"
    r"|under (?:way|discussion|consideration|preparation)|pending|planned|expected|foreseen)\b"
)
_PENDING_REACH = 220
# A noun among the verbs, and what its treaty is joined by: "ratification of", "accession to".
_GOVERNING = ("ication of", "ature of", "ession to")
_AFTER_SIGNING = re.compile(r"\b(?:signature|signing|signed) and $")
_THE_STATE = r"(?:the |our )?(?:State|country|Kingdom|Republic|Principality|Government|Parliament)"
_DEPOSITED = re.compile(
    rf"[”\"]?(?: of {DATE})?(?: thereto| and [^.;•(){INSTRUMENT_MARK}]{{1,60}} thereto)?,? \((?:the )?"
    r"instruments? of (?P<deed>ratification|accession|acceptance|approval) (?:was |were )?deposited "
    rf"(?:with [^.;()]{{1,60}} )?(?:on|in) (?P<date>{DATE})"
)


def _verbs(predicate: str) -> list[str]:
    return list(read_lexicon("statements")[predicate]["verbs"])


@lru_cache(maxsize=1)
def _relative_clause() -> re.Pattern[str]:
    auxiliaries = r"(?:(?:has|had|have|is|was|been|also|first|duly|subsequently|formally|later|already|since) )*"
    return re.compile(
        rf"[”\"]?(?: ?\([^()]*\))?,? (?:(?:of|to) )?which (?P<who>it|{state_pattern()}|{_THE_STATE}) {auxiliaries}"
        r"(?:(?P<signedBy>signed|a signatory)(?: and )?)?"
        r"(?:(?P<ratifiedBy>ratified)|(?P<accededBy>acceded)|(?P<partyTo>(?:a )?(?:State )?[Pp]arty))?\b"
        r"(?<=ed|ry|ty),?(?: (?:on|in|since)(?: the)? )?"
    )


@lru_cache(maxsize=1)
def _action_verbs() -> re.Pattern[str]:
    groups = []
    for predicate in _ACTIONS:
        alternatives = "|".join(_with_governing(verb) for verb in _verbs(predicate))
        groups.append(rf"(?P<{predicate}>\b(?:{alternatives})\b)")
    return re.compile("|".join(groups), re.IGNORECASE)


def _with_governing(verb: str) -> str:
    """A verb's pattern; between a noun and its preposition may stand another noun and the State that acts.

    "signature and ratification of the |Convention|", "ratification by the DPRK of the |Convention|"
    """
    if not verb.endswith(_GOVERNING):
        return re.escape(verb)
    noun, preposition = verb.rsplit(" ", 1)
    return rf"{noun}(?=(?: and (?:\w+ )?\w+)?(?: by [^,.;{INSTRUMENT_MARK}]{{1,40}}?)? {preposition}\b)"
