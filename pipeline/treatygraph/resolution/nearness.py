"""Instruments of one report whose long names differ in a word or two, and what beside them says that they are one.

    "Regulation on how to |ensure| certain categories of citizens with technical aids" and "… how to |provide| …", both
    approved by Government Decision No. 567
    "Law on the Ratification of the Convention (Official Gazette No. 67-3350)", "Law on the Implementation of …
    (Official Gazette No. 67-3350)"

What one sentence names side by side is two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from treatygraph.ontology import state_names
from treatygraph.recognition.grammar.states import adjective_pattern, state_code
from treatygraph.resolution.aliases import without_own_acronym
from treatygraph.resolution.contradictions import compatible, periods_part
from treatygraph.resolution.likeness import (
    GOES_ON,
    Pairs,
    Rule,
    agree,
    all_pairs,
    folded,
    join_by,
    of_one_year,
    stem,
    titles_of,
    words_told_apart,
)
from treatygraph.resolution.parts import words_of_parts
from treatygraph.resolution.scenes import Statement
from treatygraph.resolution.sightings import Sightings
from treatygraph.resolution.subjects import content_words, read_lexicon, reduce_word
from treatygraph.resolution.wordings import Instrument, Stems, Title

# So many telling words must two names share that differ in words which tell little.
_SHARED, _SHARED_OF_ONE_DATED = 3, 4
_LIKE = 0.6

_Titles = dict[int, list[Title]]


def join_near(sightings: Sightings) -> None:
    """Make one the instruments of a register whose names differ little, by the rules of this module in turn."""
    register = sightings.register
    for long, short in sightings.defined():
        if long.key != short.key and agree(long, short):
            register.merge(long, short)
    for first, second in sightings.abbreviated():
        alike = first.key != second.key and _are_like(titles_of(register, first), titles_of(register, second), least=2)
        parted = not alike or periods_part(first.date, second.date) or not compatible(first, second)
        if not parted:
            register.merge(first, second)

    def of_one_gazette(instruments: list[Instrument], titles: _Titles) -> Pairs:
        return _of_one_gazette(instruments, titles, sightings)

    def of_one_place(instruments: list[Instrument], titles: _Titles) -> Pairs:
        return _of_one_place(instruments, titles, sightings)

    def in_one_unit(instruments: list[Instrument], titles: _Titles) -> Pairs:
        return _in_one_unit(instruments, titles, sightings)

    def cut_behind(instruments: list[Instrument], titles: _Titles) -> Pairs:
        return _cut_behind(instruments, titles, sightings)

    rules = (
        _only_the_first,
        _of_one_period,
        _of_the_state,
        _by_words_that_tell,
        _one_word_more,
        _one_idle_word_more,
        _of_one_ordinal,
        _of_one_part,
        of_one_gazette,
        of_one_place,
        in_one_unit,
        cut_behind,
    )
    join_by(register, rules, sightings.apart)
    join_by(register, (_of_one_unit_by_ordinal(sightings),))
    for first, second in _of_one_ordinal_and_year(list(register)):
        register.merge(register.at(first.key), register.at(second.key))


def join_dated(sightings: Sightings) -> None:
    """Make one the laws of one year of which the text tells the year of one apart from its name.

    "The |Protection against Domestic Violence Act| was adopted in 2017", "the |2017 Act on Safeguards and Protection
    against Domestic Violence|".
    """
    join_by(sightings.register, (of_one_year,), sightings.far_apart)


def join_approved(sightings: Sightings, statements: Iterable[Statement]) -> None:
    """Make one the like texts that one act approves: "Resolution No. 1319 adopting the Manual of …"."""
    register = sightings.register
    approved: dict[int, set[int]] = defaultdict(set)
    for statement in statements:
        if statement.predicate == "approves" and statement.thing == "instrument":
            approved[statement.subject].add(int(statement.object))
    several = [keys for keys in approved.values() if len(keys) > 1]
    if not several:
        return

    def of_one_act(instruments: list[Instrument], titles: _Titles) -> Pairs:
        here = {x.key: x for x in instruments}
        for keys in several:
            ours = sorted({register.at(key).key for key in keys} & here.keys())
            for first, second in combinations(ours, 2):
                if _are_like(titles[first], titles[second]):
                    yield here[first], here[second]

    join_by(register, (of_one_act,), sightings.far_apart)


def _are_like(first: list[Title], second: list[Title], least: int = 1) -> bool:
    shared = ((a.telling & b.telling, a.telling | b.telling) for a in first for b in second)
    return any(len(both) >= least and len(both) >= _LIKE * len(either) for both, either in shared)


def _of_one_period(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """Plans of one period, one by its ordinal: "|2nd| Action Plan … 2018–2020"; one without its State's name."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    ordinals = _stems("ordinals")
    for x in instruments:
        if x.group == "programme" and x.date and "/" in x.date:
            for head in x.named.heads:
                for title in titles[x.key]:
                    buckets[x.owner, head, x.date, title.stems - ordinals][x.key] = x
    for first, second in all_pairs(buckets.values()):
        of_both = [frozenset().union(*(title.stems & ordinals for title in titles[x.key])) for x in (first, second)]
        if not all(of_both):
            yield first, second


def _only_the_first(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """A plan that the report also calls the first, and no second: "|First| Public Policy on Human Rights"."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    ordinals = _stems("ordinals")
    told: dict[int, Stems] = {}
    for x in instruments:
        if x.group == "programme":
            told[x.key] = frozenset().union(*(title.stems & ordinals for title in titles[x.key]))
            for head in x.named.heads:
                for title in titles[x.key]:
                    if title.telling - ordinals and not title.generic:
                        buckets[x.owner, head, title.stems - ordinals][x.key] = x
    for bucket in buckets.values():
        numbered = [x for x in bucket.values() if told[x.key]]
        if len(numbered) == 1 and told[numbered[0].key] == {"first"}:
            yield from ((numbered[0], x) for x in bucket.values() if not told[x.key])


def _cut_behind(instruments: list[Instrument], titles: _Titles, sightings: Sightings) -> Pairs:
    """A plan cut short where its whole name stands just before: "Programme of State Guarantees |for Healthcare|"."""
    longer: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    plans = [x for x in instruments if x.group == "programme"]
    for x in plans:
        for title in titles[x.key]:
            for cut in GOES_ON.finditer(title.text):
                longer[x.owner, folded(title.text[: cut.start()])][x.key] = x
    for x in plans:
        first = sightings.units(x)[:1]
        for title in titles[x.key] if not (x.number or x.date) else ():
            for other in longer.get((x.owner, title.folded), {}).values():
                if (
                    title.telling
                    and not title.generic
                    and {at - place for at in first for place in sightings.units(other)} & {0, 1}
                ):
                    yield x, other


def _of_the_state(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """A policy of the State under one word: "|National| Disability Policy", "Disability Policy |of … Panama|"."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key] if x.group == "programme" else ():
            if title.telling and _is_of_the_state(title.text, x.owner):
                for head in x.named.heads:
                    buckets[x.owner, head, title.stems][x.key] = x
    return all_pairs(buckets.values())


def _is_of_the_state(text: str, owner: str | None) -> bool:
    if "National" in text or without_own_acronym(text, owner) != " ".join(text.split()):
        return True
    named = [word[0] for word in _adjective().finditer(text)] + [last[1] for last in [_OF.search(text)] if last]
    return any(state_code(name) == owner for name in named)


_OF = re.compile(r" of (?:the )?([A-Z].*)$")


@lru_cache(maxsize=1)
def _adjective() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{adjective_pattern()})\b")


def _by_words_that_tell(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """Names with the same words but for those that say little, or that translators exchange in long names."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        if x.group != "treaty":
            for title in titles[x.key]:
                told = _told(title, of_act=x.group in {"act", "code"})
                if len(told) >= _SHARED:
                    buckets[x.owner, x.group, told][x.key] = x
    return all_pairs(buckets.values())


def _one_word_more(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """A name without number and date, and the one that has them and a word more: "and |vocational| training"."""
    bodies, parts = words_told_apart()
    whole: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        if x.group not in {"treaty", "programme"} and (x.number or x.date):
            for title in titles[x.key]:
                told = _told(title, of_act=x.group in {"act", "code"})
                for word in (*(told - bodies - parts), ""):
                    whole[x.owner, x.group, told - {word}][x.key] = x
    for x in instruments:
        if x.group not in {"treaty", "programme"} and not x.number and not x.date:
            for title in titles[x.key]:
                told = _told(title, of_act=x.group in {"act", "code"})
                lacking = (told, *(told - {word} for word in told - bodies - parts))
                for words in lacking if len(told) > _SHARED_OF_ONE_DATED else lacking[:1]:
                    if len(words) >= _SHARED_OF_ONE_DATED:
                        yield from ((x, other) for other in whole.get((x.owner, x.group, words), {}).values())


def _one_idle_word_more(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """A plan or its rules under all the words of another name but one that says little.

    "National Programme for the Development of the Education |Sector|", "National Education Development Programme";
    "Implementing Regulations for the Housing Support |Scheme|".
    """
    added = _stems("added") - _stems("added_to_acts")
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key] if x.group in {"programme", "regulation"} else ():
            if len(title.telling - added) > 1 and not title.generic:
                for head in x.named.heads:
                    buckets[x.owner, x.group, head, title.stems - added][x.key] = x
    return all_pairs(buckets.values())


def _of_one_ordinal(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """A plan by its ordinal and what it is about: "II National Plan for Women", "… for Women’s |Policies|"."""
    ordinals = _stems("ordinals")
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key] if x.group == "programme" else ():
            if title.telling & ordinals and title.telling - ordinals and not title.generic:
                for head in x.named.heads:
                    buckets[x.owner, head, title.telling][x.key] = x
    return all_pairs(buckets.values())


def _of_one_gazette(instruments: list[Instrument], titles: _Titles, sightings: Sightings) -> Pairs:
    """Like names of one place in the gazette; one about a protocol is another."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for gazette in sightings.gazettes(x):
            for number in gazette.numbers:
                buckets[x.owner, x.group, number][x.key] = x
    for first, second in all_pairs(buckets.values()):
        of_protocols = {any("protocol" in title.folded for title in titles[x.key]) for x in (first, second)}
        if len(of_protocols) == 1 and _are_like(titles[first.key], titles[second.key], least=_SHARED):
            yield first, second


# "|15th| Act Amending the Interstate Broadcasting Agreement"
_WHICH = re.compile(r"\b\d+(?:st|nd|rd|th)\b")


def _of_one_unit_by_ordinal(sightings: Sightings) -> Rule:
    """An amending act with its ordinal, and without it in the same paragraph, where the paragraph has one such act."""

    def rule(instruments: list[Instrument], titles: _Titles) -> Pairs:
        buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
        for x in instruments:
            for title in titles[x.key] if x.wording.name.amending and not x.number else ():
                stems = frozenset(word for word in title.stems if not _WHICH.fullmatch(word))
                for unit, _ in sightings.sentences(x):
                    buckets[x.owner, x.group, unit, stems][x.key] = x
        for bucket in buckets.values():
            numbered = [x for x in bucket.values() if any(_WHICH.search(title.text) for title in titles[x.key])]
            if len(numbered) == 1:
                yield from ((numbered[0], x) for x in bucket.values() if x is not numbered[0])

    return rule


def _of_one_ordinal_and_year(instruments: list[Instrument]) -> Pairs:
    """A plan by its ordinal and the year in which it begins, whose end is printed in two ways: there is one first plan.

    "First National Accessibility Plan 2004-2010", "First Accessibility Plan 2004-2012"
    """
    ordinals = frozenset(read_lexicon("subjects")["near"]["ordinals"])
    plans: dict[tuple[object, ...], Instrument] = {}
    for x in instruments:
        period = x.date if x.group == "programme" and x.date and "/" in x.date else ""
        for words in x.titles if period else ():
            for head in x.named.heads if words & ordinals else ():
                other = plans.setdefault((x.owner, head, words - {"national"}, period[:4]), x)
                if other.key != x.key:
                    yield other, x


def _of_one_part(instruments: list[Instrument], titles: _Titles) -> Pairs:
    """A law of one part of the State, in whose name or beside which the part stands: "Law on Patients |of the FBH|"."""
    named: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key] if x.part else ():
            part = words_of_parts(title.text, x.owner)
            stems = title.stems - frozenset(map(stem, part))
            if stems:
                named[x.owner, x.group, x.part, stems][x.key] = x
    return all_pairs(named.values())


def _of_one_place(instruments: list[Instrument], titles: _Titles, sightings: Sightings) -> Pairs:
    """A law by the part of the State whose gazette has it, and by its name.

    "Law on Protection of Children (Official Gazette |of the Republika Srpska|)", "Law on Children’s Protection |of RS|"
    """
    named: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key]:
            named[x.owner, x.group, title.stems][x.key] = x
    for x in instruments:
        places = {sightings.spell_out(gazette.place) for gazette in sightings.gazettes(x) if gazette.place}
        for title in titles[x.key] if len(places) == 1 else ():
            place = frozenset(map(stem, content_words(next(iter(places)))))
            for other in named.get((x.owner, x.group, title.stems | place - _own_stems(x.owner)), {}).values():
                yield x, other


@lru_cache
def _own_stems(owner: str | None) -> Stems:
    return frozenset(map(stem, content_words(state_names().get(owner or "", ""))))


def _in_one_unit(instruments: list[Instrument], titles: _Titles, sightings: Sightings) -> Pairs:
    """A law that a paragraph introduces as a framework law and goes on to call a law: "the current Act on …"."""
    units: dict[int, set[str]] = {}
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key] if x.group == "act" else ():
            told = _told(title, of_act=False)
            if len(told) > 1:
                buckets[x.owner, told][x.key] = x
                units[x.key] = {unit for unit, _ in sightings.sentences(x)}
    for first, second in all_pairs(buckets.values()):
        if units[first.key] & units[second.key]:
            yield first, second


def _told(title: Title, *, of_act: bool) -> Stems:
    """The telling stems of a title, one for all that translators exchange, without those that say little."""
    added = _stems("added") - (_stems("added_to_acts") if of_act else frozenset())
    same = _exchanged()
    return frozenset(same.get(word, word) for word in title.telling - added)


@lru_cache
def _stems(table: str) -> Stems:
    return frozenset(stem(reduce_word(word)) for word in read_lexicon("subjects")["near"][table])


@lru_cache(maxsize=1)
def _exchanged() -> dict[str, str]:
    groups = read_lexicon("subjects")["near"]["exchanged"]
    return {stem(reduce_word(word)): stem(reduce_word(group[0])) for group in groups for word in group}
