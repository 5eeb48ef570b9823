"""Reservations to treaties that a State withdrew: "withdrew its reservation to article 21 of the |Convention|"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatygraph.recognition.grammar.states import state_code, state_pattern
from treatygraph.resolution.passages import Passage
from treatygraph.resolution.scenes import DATE, INSTRUMENT_MARK, Cast, Scene, Statement
from treatygraph.resolution.treaties import CONCLUDED
from treatygraph.resolution.wordings import INTERNATIONAL

PREDICATE = "reservationWithdrawnBy"

_ENDED = r"(?:withdrew|withdrawn|lifted|removed)"
# "withdrew and replaced |its general reservation|", "has lifted all its reservations"; "their" is of other States.
_ACTIVE = re.compile(
    rf"\b{_ENDED}(?: and \w+)? (?:(?:the|its|all|both|two|three|most|some|of|our) )+(?:[a-z]+ ){{0,3}}reservations?\b"
)
# "after the withdrawal of its reservation to article 9"
_NOMINAL = re.compile(
    r"\b(?i:after|since|following|by|with|upon)(?: the)? withdrawal of (?:(?:the|its|all) )+"
    r"(?:[a-z]+ ){0,3}reservations?\b"
)
# "The |reservation| to article 15 of the Convention concerning the movement of persons |has been lifted|"
_PASSIVE = re.compile(
    rf"\b[Rr]eservations?(?P<of>\b[^.;]{{0,220}}?) (?:was|were|has been|have been|had been)(?: \w+ly)? {_ENDED}\b"
)
# It has not happened, or happens elsewhere: "will consider withdrawing", "recommended that the reservation be lifted".
_NOT_SO = re.compile(
    r"\b(?:not|never|nor|consider\w*|contemplat\w*|whether|if|once|unless|until|recommend(?:s|ed|ing)?|urg(?:e|ed|es|ing)|encourag\w+"
    r"|invit\w+|call(?:s|ed)? (?:on|upon|for)|will|would|should|may|intend\w*|plans?|planned|propos\w+|possib\w+"
    r"|several States|other States|some States|countries)\b[^.;]*$"
)
_REACH = 220
_ON_DATE = re.compile(rf"[^.;{INSTRUMENT_MARK}]{{0,80}}?,? \(?(?:on|in|since)(?: the)? (?P<date>{DATE})")
_LED_BY_DATE = re.compile(rf"(?:^|\s)(?:[Oo]n|[Ii]n)(?: the)? (?P<date>{DATE}),? [^.;]*$")


def says_withdrawn(passage: Passage) -> bool:
    """Whether a unit may say of a reservation that it was withdrawn, so that most units need no further look."""
    text = passage.unit.text
    return "eservation" in text and ("withdr" in text or "lifted" in text or "removed" in text)


def find_withdrawals(scene: Scene) -> Iterator[Statement]:
    """The reservations that a unit says were withdrawn, each with the treaty, its article and the date if told.

    The treaty is the one that the words name, else the last one before them; of a unit that names none it is the
    treaty reported on, where an article is named and the unit before speaks of no other treaty.
    """
    if not says_withdrawn(scene.passage):
        return
    for found in (*_ACTIVE.finditer(scene.masked), *_NOMINAL.finditer(scene.masked), *_PASSIVE.finditer(scene.masked)):
        start, end = scene.passage.sentence(found.start())
        lead = scene.lead(found.start(), start)
        if _NOT_SO.search(lead) or re.search(r"\bnot\b", found[0]):
            continue
        behind = min(end, found.end() + _REACH)
        within = (found.start("of"), found.end("of")) if found.re is _PASSIVE else (found.end(), behind)
        articles = scene.passage.row("provision").inside(*within)
        treaty = _treaty(scene, within, found.start(), bool(articles))
        state = _state(scene, start, found.start()) if found.re is _ACTIVE else scene.cast.discourse.report.state
        if treaty is None or state is None:
            continue
        key, mention = treaty
        article = articles[0] if articles else None
        date = _date(scene, found, mention, article, end)
        evidence = tuple(i for i in (mention, article, date) if i is not None)
        yield Statement(
            scene.unit,
            key,
            PREDICATE,
            "state",
            state,
            evidence,
            scene.cast.mention(date).value if date is not None else None,
            path=scene.cast.mention(article).targets[0][:1] if article is not None else (),
            rule="reservation withdrawn",
            confidence=0.8,
        )


def _is_treaty(scene: Scene, i: int) -> bool:
    instrument = scene.cast.instrument(i)
    return instrument.kind in CONCLUDED and instrument.owner == INTERNATIONAL


def _treaty(scene: Scene, within: tuple[int, int], at: int, has_article: bool) -> tuple[int, int | None] | None:
    """The key of the treaty, and its mention if this unit has one."""
    named = [i for i in scene.instruments if _is_treaty(scene, i)]
    start, end = within
    behind = (i for i in named if start <= scene.cast.mention(i).start < end)
    before = (i for i in reversed(named) if scene.cast.mention(i).end <= at)
    mention, last = next(behind, None), next(before, None)
    if mention is None or _goes_on_about(scene, last, mention, at):
        mention = last
    if mention is not None:
        return scene.cast.instrument(mention).key, mention
    reported = _reported(scene.cast) if has_article and not _other_treaty_before(scene) else None
    return None if reported is None else (reported, None)


def _goes_on_about(scene: Scene, last: int | None, mention: int, at: int) -> bool:
    """Whether "the Convention" is the one named before, of whose reservations the same item tells.

    "• The |Convention on … Women|, ratified with reservations to article 9. The reservation to article 15 of the
    |Convention| … has been lifted"
    """
    if last is None or not scene.cast.mention(mention).text.startswith(("Convention", "Covenant")):
        return False
    between = scene.masked[scene.cast.mention(last).end : at]
    bare = scene.cast.references[mention].rule != "name"
    return bare and "reservation" in between and "•" not in between


def _reported(cast: Cast) -> int | None:
    """The key of the treaty reported on, where the report names it."""
    treaty = cast.discourse.report.treaty
    return next((x.key for x in cast.register if treaty and x.known and x.known.id == treaty), None)


def _other_treaty_before(scene: Scene) -> bool:
    cast, reported = scene.cast, scene.cast.discourse.report.treaty
    for passage in cast.discourse.passages:
        if passage.index == scene.passage.index - 1 and not passage.is_note:
            known = (cast.instrument(i).known for i in passage.row("instrument").indices if i in cast.references)
            return any(one is not None and one.kind in CONCLUDED and one.id != reported for one in known)
    return False


def _state(scene: Scene, start: int, end: int) -> str | None:
    """The State that is named last before the verb, else the State that reports."""
    named = list(re.finditer(state_pattern(), scene.masked[start:end]))
    return (state_code(named[-1].group()) if named else None) or scene.cast.discourse.report.state


def _date(scene: Scene, found: re.Match[str], treaty: int | None, article: int | None, end: int) -> int | None:
    """The date mention beside the words: "in |2016|" behind the treaty or the verb, or at the head of the sentence."""
    ends = [found.end(), *(scene.cast.mention(i).end for i in (article, treaty) if i is not None)]
    for at in dict.fromkeys(sorted((at for at in ends if at >= found.start()), reverse=True)):
        dated = _ON_DATE.match(scene.masked, at, end)
        if dated:
            return scene.dates.get(dated.start("date"))
    start, _ = scene.passage.sentence(found.start())
    led = _LED_BY_DATE.search(scene.lead(found.start(), start))
    if led is None:
        return None
    return scene.dates.get(found.start() - len(scene.lead(found.start(), start)) + led.start("date"))
