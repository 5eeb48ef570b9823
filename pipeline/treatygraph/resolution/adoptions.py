"""When an instrument that prints no date was adopted."""

from __future__ import annotations

import re
from functools import lru_cache

from treatygraph.resolution.scenes import ARTICLE, DATE, DATE_MARK, INSTRUMENT_MARK, Scene, verbs
from treatygraph.resolution.subjects import year_of
from treatygraph.resolution.treaties import CONCLUDED
from treatygraph.resolution.wordings import Instrument


def date_instruments(scene: Scene) -> None:
    """Give the instruments of a unit the dates at which its sentences say that they were adopted.

    "In 2011, the President signed the |Act|", "the |Code of Medical Ethics|, adopted on 27 April 1995"; "ratified by
    |presidential decree| on 19 August 2008" dates the decree. A treaty's date is that of its adoption alone.
    """
    cast = scene.cast
    for i in scene.instruments:
        instrument, mention = cast.instrument(i), cast.mention(i)
        start, end = scene.passage.sentence(mention.start)
        before = scene.lead(mention.start, start)
        found = _adopted_on().match(scene.masked, mention.end, end)
        if found and instrument.kind in CONCLUDED and not re.search(r"\badopted\b", found.group()):
            continue
        if found and (_AMENDED.search(before) or _is_amended_by_list(scene, i)):
            continue  # "The amended |Family Violence Prevention Act| adopted in 2016": the Act is older
        if found:
            at = found.start("date")
            acting = [j for j in scene.passage.row("instrument").inside(found.start("verb"), at) if j in scene.places]
            if not acting and found["second"]:
                _give_respectively(scene, i, at, found.end())
            else:
                _give(cast.instrument(acting[-1]) if acting else instrument, scene.date_at(at))
            continue
        if instrument.kind in CONCLUDED or i in cast.reading.back or scene.is_pending(mention.start):
            continue
        found = _on_date().match(scene.masked, mention.end, end) if _adopting().search(before) else None
        if found:
            _give(instrument, scene.date_at(found.start("date")))
            continue
        found = _on_date_adopted().search(before)
        if found is None and _was_adopted().match(scene.masked, mention.end, end):
            found = _ON_DATE.search(before)
        if found:
            _give(instrument, scene.date_at(mention.start - len(before) + found.start("date")))


def _is_amended_by_list(scene: Scene, index: int) -> bool:
    """Whether a law is one of those that a title before it amends: that Act was adopted then, not this one.

    "The |Act on Amendments to the Criminal Code| and the |Prisons Act| was adopted in 2019."
    """
    place, names = scene.places[index], scene.cast.reading.names
    before = (j for j in scene.instruments[max(0, place - _MOST_AMENDED) : place] if names[j].amending)
    return any(index in scene.list_from(j, "", one_group=False) for j in before)


def _give_respectively(scene: Scene, index: int, first: int, second: int) -> None:
    """Two dates of two names: "the |Constitution| and the |Labour Law| adopted on |D| and on |E| respectively"."""
    place = scene.places[index]
    before = scene.instruments[place - 1] if place else index
    if before != index and scene.goes_on(before, index):
        _give(scene.cast.instrument(before), scene.date_at(first))
        _give(scene.cast.instrument(index), scene.date_at(second))


def _give(instrument: Instrument, value: str | None) -> None:
    """Take a date where there is none, a period, or a less exact date of the same year."""
    if not value or "/" in value or value.startswith("X"):
        return
    printed = instrument.date
    if printed and "/" in printed and value[:4] > printed.rpartition("/")[2][:4]:
        return  # no plan is adopted when its period is over: "In 2016, the Plan (2012–2015) was assessed"
    if printed is None or "/" in printed or (value.startswith(printed) and year_of(printed) == value[:4]):
        instrument.date = value


_MOST_AMENDED = 6  # laws in the title of one that amends several
_AMENDED = re.compile(r"\b(?:amended|revised|modified) [“\"]?$")
_ON_DATE = re.compile(rf"(?:[Oo]n|[Ii]n)(?: the)? (?P<date>{DATE}),? (?:the |an? )?[“\"]?$")


@lru_cache(maxsize=1)
def _adopted_on() -> re.Pattern[str]:
    auxiliaries = r"(?:which|that|was|were|has|have|been|also|first|duly|officially|and) "
    return re.compile(
        rf"[”\"]?(?: ?\([^()]*\))?,? ?\(?(?:{auxiliaries})*(?P<verb>{verbs('adoption', 'verbs')}) "
        rf"(?:by [^{DATE_MARK};.]{{1,160}}?,? )?(?:on|in|dated)?(?: the)? ?(?P<date>{DATE})"
        rf"(?P<second>,? and (?:on |in )?(?={DATE},? respectively))?"
    )


@lru_cache(maxsize=1)
def _adopting() -> re.Pattern[str]:
    """Before a name whose date stands behind it: "enacted the |Law| on 10 December 2010", "enactment of the |Act|"."""
    return re.compile(rf"\b(?:{verbs('adoption', 'verbs')}|(?i:{verbs('issued', 'nominal')}) of) {ARTICLE}[“\"]?$")


@lru_cache(maxsize=1)
def _on_date() -> re.Pattern[str]:
    return re.compile(rf"[”\"]?(?: ?\([^()]*\))?,? (?:on|in)(?: the)? (?P<date>{DATE})")


@lru_cache(maxsize=1)
def _on_date_adopted() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s(])(?:[Oo]n|[Ii]n)(?: the)? (?P<date>{DATE}),? (?!and\b)"
        rf"(?:[^{DATE_MARK}{INSTRUMENT_MARK};.:]{{0,60}}\b)?{verbs('adoption', 'verbs')} {ARTICLE}[“\"]?$"
    )


@lru_cache(maxsize=1)
def _was_adopted() -> re.Pattern[str]:
    return re.compile(rf"[”\"]? (?:was|were) {verbs('adoption', 'verbs')}\b")
