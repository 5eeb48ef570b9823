"""What a State does with a treaty: it signs, ratifies, accedes, is a party."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from treatygraph.recognition.grammar.states import state_code, state_pattern
from treatygraph.resolution.scenes import AGENCY, DATE, DATE_MARK, INSTRUMENT, INSTRUMENT_MARK, WHEN, Scene, Statement
from treatygraph.resolution.subjects import read_lexicon
from treatygraph.resolution.treaties import CONCLUDED
from treatygraph.resolution.wordings import INTERNATIONAL

_ACTIONS = ("ratifiedBy", "signedBy", "accededBy", "partyTo")
_PASSIVE = frozenset({"ratified", "signed", "acceded to"})
_BEFORE_PASSIVE = (
    r"thereto|and|which|that|was|were|has|have|had|been|is|as|also|both|all|the|adopted|signed|ratified|"
    r"opened for signature|entered into force|by|on|in|at|New York|United Nations|General Assembly"
)
# From the treaty to a passive verb: ", adopted on 20 December 2006 and |ratified| by Kazakhstan".
# "was signed |by Kenya| on …", "was approved for ratification |by Resolution No. 2/2014| and |ratified|"
_DONE_BEFORE = rf"(?:by )?{state_pattern()}|approved(?: for ratification)? (?:by|under|through) (?:the )?{INSTRUMENT}"
_AFTER_TREATY = re.compile(
    rf"[”\"]?(?: ?\([^()]{{0,60}}\))?,? ?\(?(?:(?:{_BEFORE_PASSIVE}|{_DONE_BEFORE}|{AGENCY}|{DATE}),? ?)*"
)
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
_IN_PLACE = r"(?: (?:in|at) (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3})"
_PLACE = r"(?:(?:in|at) (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3},? )"
_ITEM = re.compile(r"(?:[;•.:]|\(\w{1,4}\)) ?(?:and )?(?:[•–-] ?|\(\w{1,4}\) ?)?(?:[Tt]he )?[“\"]?$")


def find_actions(scene: Scene) -> Iterator[Statement]:
    """The actions that a unit reports, but what is dated before its treaty: that is another treaty's.

    "Egypt acceded to the |Convention on Racial Discrimination| and ratified it on |1 May 1967|. The |Convention| …"
    """
    for action in _actions(scene):
        known = scene.cast.register.at(action.subject).known
        if not (action.date and known and known.adopted and action.date[:4] < known.adopted[:4]):
            yield action


def _actions(scene: Scene) -> Iterator[Statement]:
    """The actions that a unit reports, each with its date if the text gives it.

    "Kazakhstan has ratified the following: …", "…, ratified by Spain on 2 December 2007", "in ratifying the …",
    "has become a party to"; not what is only planned ("the issue of accession to … is being addressed").
    """
    cast = scene.cast
    # "The |Cairo Declaration on Human Rights in Islam|, to which it acceded in |1990|"
    for i in scene.instruments:
        if cast.instrument(i).kind == "soft-law":
            yield from _in_relative_clause(scene, i)
    treaties = [
        i
        for i in scene.instruments
        if cast.instrument(i).kind in CONCLUDED and cast.instrument(i).owner == INTERNATIONAL
    ]
    if not treaties:
        return
    acting = _Treaties(scene, treaties)
    for verb in _action_verbs().finditer(scene.masked):
        predicate = verb.lastgroup or ""
        if predicate == "partyTo" and not _AS_A_PARTY.search(scene.lead(verb.start())):
            continue
        if scene.is_pending(verb.start()) or (predicate == "signedBy" and _is_founding(scene, verb.start())):
            continue
        after = scene.masked[verb.end() : verb.end() + _PENDING_REACH]
        if _wording(scene, verb).endswith(_GOVERNING) and _STILL_PENDING.match(after):
            continue
        state, objects = _passive_action(scene, verb, acting) or _active_action(scene, verb, acting)
        for i in objects if state else ():
            date = _date(scene, verb, i, objects)
            yield _acts(scene, i, predicate, str(state), date, _wording(scene, verb))
    for place, i in enumerate(treaties):
        yield from _in_relative_clause(scene, i)
        yield from _deposited(scene, treaties, place)
    yield from _by_pronoun(scene, acting)


class _Treaties:
    """The treaties of a unit, found by place, and the States that it names, read when one is asked for."""

    def __init__(self, scene: Scene, treaties: list[int]) -> None:
        self.scene = scene
        self.treaties = treaties
        self._starts = [scene.cast.mention(i).start for i in treaties]
        self._ends = [scene.cast.mention(i).end for i in treaties]
        self._states: list[re.Match[str]] | None = None

    def before(self, at: int) -> int:
        """How many treaties end up to a code point."""
        return bisect_right(self._ends, at)

    def after(self, at: int) -> int:
        """The place of the first treaty that begins from a code point on."""
        return bisect_left(self._starts, at)

    def last_state(self, start: int, end: int) -> str | None:
        """The code of the last State named between two code points."""
        if self._states is None:
            self._states = list(re.finditer(state_pattern(), self.scene.masked))
        place = bisect_right(self._states, end, key=lambda named: named.end()) - 1
        named = self._states[place] if place >= 0 else None
        return state_code(named.group()) if named and named.start() >= start else None


def _acts(scene: Scene, treaty: int, predicate: str, state: str, date: str | None, rule: str) -> Statement:
    cast = scene.cast
    dated = scene.date_of(date, cast.mention(treaty).end) if date else None
    return Statement(
        scene.unit,
        cast.instrument(treaty).key,
        predicate,
        "state",
        state,
        (treaty,) if dated is None else (treaty, dated),
        date,
        rule=rule,
    )


def _is_founding(scene: Scene, at: int) -> bool:
    """Whether a treaty's signature is that of all its States: "ICAO was |established following the| signing of …"."""
    return bool(_FOUNDED.search(scene.lead(at, scene.passage.sentence(at)[0])))


def _wording(scene: Scene, verb: re.Match[str]) -> str:
    """The verb as the lexicon lists it: "ratification of" where the text has "ratification by Kazakhstan of"."""
    words = verb.group().casefold()
    return _nouns().get(words, words)


def _in_relative_clause(scene: Scene, treaty: int) -> Iterator[Statement]:
    """What a clause says of the treaty before it: "which it ratified in |April 2013|", "to which it is a party"."""
    found = _relative_clause().match(scene.masked, scene.cast.mention(treaty).end)
    if not found:
        return
    state = state_code(found["who"]) or scene.cast.discourse.report.state
    date = scene.date_at(found.end())
    # "the |Optional Protocol| to the |Convention|, of which Honduras has been a signatory"
    place = scene.places[treaty]
    if place and scene.between(scene.instruments[place - 1], treaty) == " to the ":
        treaty = scene.instruments[place - 1]
    predicates = [predicate for predicate in _ACTIONS if found[predicate]]
    for predicate in predicates if state else ():
        dated = date if predicate == predicates[0] else None
        rule = f"which it {found[predicate]}" if found[predicate].endswith("ed") else f"it is {found[predicate]}"
        yield _acts(scene, treaty, predicate, str(state), dated, rule)


def _deposited(scene: Scene, treaties: list[int], place: int) -> Iterator[Statement]:
    """What a bracket says of the treaty before it: " (instrument of ratification deposited on |30 April 2001|)"."""
    found = _DEPOSITED.match(scene.masked, scene.cast.mention(treaties[place]).end)
    state = scene.cast.discourse.report.state
    if not found or not state:
        return
    predicate = "accededBy" if found["deed"] == "accession" else "ratifiedBy"
    date = scene.date_at(found.start("date"))
    first = place
    while first and scene.goes_on(treaties[first - 1], treaties[first]):
        first -= 1
    for i in treaties[first : place + 1]:
        yield _acts(scene, i, predicate, state, date, f"instrument of {found['deed']} deposited")


def _by_pronoun(scene: Scene, acting: _Treaties) -> Iterator[Statement]:
    """What a State did to the treaty named last: "signed the |Convention| in |1990| and ratified it on |6 May 1991|".

    Of the sentence before only where it names one treaty: "The |Covenant| was adopted in |1966|. Kenya acceded to it
    in |1996|."
    """
    for verb in (*_ON_IT.finditer(scene.masked), *_IT_WAS.finditer(scene.masked)):
        if scene.is_pending(verb.start()):
            continue
        start, end = scene.passage.sentence(verb.start())
        first, last = acting.after(start), acting.before(verb.start()) - 1
        if last < first and start:
            before = scene.passage.sentence(start - 1)[0]
            first = acting.after(before)
            if first != last:
                continue
        if last < first:
            continue
        treaty = acting.treaties[last]
        if last > first and scene.between(acting.treaties[last - 1], treaty) == " to the ":
            treaty = acting.treaties[last - 1]  # "signed the |Optional Protocol| to the |Convention| and ratified it"
        found = _IT_ON_DATE.match(scene.masked, verb.end(), end)
        state = acting.last_state(start, verb.end()) or scene.cast.discourse.report.state
        if state:
            date = scene.date_at(found.end()) if found else None
            yield _acts(scene, treaty, str(verb.lastgroup), state, date, verb.group().partition(" by ")[0].casefold())


def _passive_action(scene: Scene, verb: re.Match[str], acting: _Treaties) -> tuple[str | None, list[int]] | None:
    """The State and the treaties before a passive verb; None if the verb is not passive."""
    treaties, place = acting.treaties, acting.before(verb.start()) - 1
    if verb.group().casefold() not in _PASSIVE or place < 0:
        return None
    last = treaties[place]
    gap = scene.masked[scene.cast.mention(last).end : verb.start()]
    if len(gap) > 140 or not _AFTER_TREATY.fullmatch(gap):
        return None
    finite = re.search(r"\b(?:was|were|been)\b", gap)
    if finite and not re.match(r"[”\"]?,? (?:which|that)\b", gap) and scene.is_object(last):
        return None
    by = _BY_STATE.match(scene.masked, verb.end())
    ended = _ENDS_PASSIVE.match(scene.masked, verb.end())
    if not by and not ((finite or gap.strip().startswith(("(", ","))) and ended):
        return None
    first = place
    if (finite and finite.group() == "were") or gap.startswith(" thereto"):
        while first and scene.goes_on(treaties[first - 1], treaties[first]):
            first -= 1
    state = (state_code(by.group(1)) if by else None) or scene.cast.discourse.report.state
    return state, treaties[first : place + 1]


def _active_action(scene: Scene, verb: re.Match[str], acting: _Treaties) -> tuple[str | None, list[int]]:
    """The State before a verb and the treaties after it, on to the end of the list."""
    treaties, first = acting.treaties, acting.after(verb.end())
    if first == len(treaties):
        return None, []
    gap = scene.masked[verb.end() : scene.cast.mention(treaties[first]).start]
    if not (_TO_FIRST.fullmatch(gap) or _THESE.fullmatch(gap)) or _PART_OF.search(gap):
        return None, []
    if _OTHER_OBJECT.search(gap) and ":" not in gap:
        return None, []
    listed = ":" in gap or bool(re.search(r"\bfollowing\b", gap))
    end = first + 1
    while end < len(treaties) and end - first < _MOST_LISTED:
        before, i = treaties[end - 1], treaties[end]
        if not scene.goes_on(before, i) and not (listed and _ITEM.search(scene.between(before, i))):
            break
        end += 1
    # The State that acts is the last one named in the sentence before the verb, else the State that reports.
    start, _ = scene.passage.sentence(verb.start())
    state = acting.last_state(start, verb.start()) or scene.cast.discourse.report.state
    return state, treaties[first:end]


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
    if active and (bracketed := _bracketed(scene, index)):
        return bracketed
    both = objects[-1:] if len(objects) == 2 and scene.between(*objects).strip().startswith("and") else []
    for i in [index, *both] if active else ():
        at = scene.cast.mention(i).end
        found = after_treaty.match(scene.masked, at, end)
        if found:
            # "The signing and ratification by the DPRK of the Convention in |2013| and |2016| respectively"
            later = found["second"] and _AFTER_SIGNING.search(scene.lead(verb.start(), start))
            return scene.date_at(found.end() if later else found.start("date"))
    found = _ON_DATE.match(scene.masked, verb.end(), end)
    if found:
        return scene.date_at(found.end())
    lead = scene.lead(verb.start(), start)
    found = _AFTER_DATE.search(lead)
    return scene.date_at(verb.start() - len(lead) + found.start("date")) if found and active else None


def _bracketed(scene: Scene, index: int) -> str | None:
    """The date in the brackets that a known treaty's name ends with, where it is not the treaty's own.

    "Slovenia ratified the |Istanbul Convention (19 December 2014)|"
    """
    cast = scene.cast
    mention, known = cast.mention(index), cast.instrument(index).known
    if not (known and known.adopted) or not mention.text.endswith(")"):
        return None
    date = scene.passage.row("date").closing(mention.end - 1)
    if date is None or cast.discourse.mentions[date].start <= mention.start:
        return None
    value = cast.discourse.mentions[date].value
    return value if value and "/" not in value and not known.adopted.startswith(value[:4]) else None


# "has been a |party to|", "Trinidad and Tobago is |party to|", but not "States that are |party to|"
_AS_A_PARTY = re.compile(r"\b(?:an?|as|full|is|became|become|been) (?:State )?$", re.IGNORECASE)
_FOUNDED = re.compile(r"\b(?:established|founded|created|set up) (?:following|after|upon|by|with|through) (?:the )?$")
_ON_IT = re.compile(
    r"\b(?:(?P<ratifiedBy>ratif(?:ied|ying))|(?P<accededBy>acced(?:ed|ing) to)) it\b"  # a bill is signed, too
)
# "The |Convention| was adopted in |2006|. It was signed by Mali in Paris on |6 February 2007|"
_IT_WAS = re.compile(
    rf"\bIt (?:was|has been) (?:then |also |subsequently )?(?:(?P<ratifiedBy>ratified)|(?P<signedBy>signed)) by "
    rf"(?:the Government of )?{state_pattern()}"
)
_IT_ON_DATE = re.compile(
    rf"{_IN_PLACE}?"
    r"(?: (?:[a-z\d -]{3,30} )?later)?,? (?:with(?:out)? (?:any )?(?:reservations?|declarations?),? )?"
    rf"(?:on|in)(?: the)? (?={DATE})"
)
_MOST_LISTED = 500  # treaties after one verb
_ON_DATE = re.compile(
    rf",? (?:by [^{DATE_MARK}.;]{{1,40}} )?(?:without (?:any )?reservations?,? )?"
    rf"{_PLACE}?(?:on|in)(?: the)? (?={DATE})"
)
_AFTER_DATE = re.compile(
    rf"(?:^|[\s,])(?:[Oo]n|[Ii]n|[Ss]ince)(?: the)? (?P<date>{DATE}),? (?!and\b)"
    rf"[^,.;{DATE_MARK}{INSTRUMENT_MARK}]{{0,60}}$"
)
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
def _nouns() -> dict[str, str]:
    """The verbs that govern by a preposition, by their noun: "ratification" → "ratification of"."""
    return {listed.rsplit(" ", 1)[0]: listed for p in _ACTIONS for listed in _verbs(p) if listed.endswith(_GOVERNING)}


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
