"""What an instrument changes, repeals or carries out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from treatygraph.report import InstrumentName, Path
from treatygraph.resolution.aliases import initials_of, is_acronym
from treatygraph.resolution.amended import IN_TITLE, amended_by_title, named_in_title
from treatygraph.resolution.scenes import (
    AGENCY_MARK,
    ARTICLE,
    BRACKET,
    INSTRUMENT,
    INSTRUMENT_MARK,
    WHEN,
    Cast,
    Scene,
    Statement,
    verbs,
)
from treatygraph.resolution.subjects import read_lexicon

_PREDICATES = ("amends", "repeals", "implements")
# "amended certain provisions of the |Code|"
_DIVISIONS = (
    r"(?:(?:[Aa]rticles?|[Ss]ections?|certain|several|provisions|[Pp]aragraphs?|parts?|chapters?|some|various|the)\b"
    rf"[^{INSTRUMENT_MARK}.;]{{0,60}} (?:of|in|to) )?"
)


# "|Law 4268/2014| ratifying the |Convention| amended the |Criminal Code|": the law did
_RATIFYING = re.compile(rf"[”\"]? (?:ratifying|approving|incorporating|implementing) {ARTICLE}[“\"]?")


def find_amendments(scene: Scene) -> Iterator[Statement]:
    """Relations between instruments by verb ("amended the Penal Code, the Evidence Act and …") or by title."""
    cast = scene.cast
    acts = {b: a for a, b in scene.instrument_pairs() if _RATIFYING.fullmatch(scene.between(a, b))}
    pairs = [
        (acts.get(first, first), second, scene.between(first, second))
        for first, second in scene.instrument_pairs()
        if cast.instrument(acts.get(first, first)).owner == cast.instrument(second).owner
    ]
    for predicate in _PREDICATES:
        for first, second, between in _may_be(scene, pairs, predicate):
            active = _active(predicate).fullmatch(between) or _further(predicate).fullmatch(between)
            if not active and _opens(scene, first):
                active = _at_last(predicate).fullmatch(between)
            if active and cast.instrument(first).group != "programme":
                # "Act No. 16/2013 amending Act No. 9/2012 |amending| the Immigration Act": the second amends the third.
                if IN_TITLE.search(cast.reading.names[first].subject) and re.search(r"\bamending\b", between):
                    continue
                for other in _within_clause(scene, between, scene.list_from(second, between, one_group=False)):
                    if other == second or not _changes_too(predicate).match(scene.masked, cast.mention(other).end):
                        yield _changes(scene, first, other, predicate, predicate)
            elif _passive(predicate).fullmatch(between) or (
                predicate == "amends" and _introduced(scene, first, between)
            ):
                for other in _numbered(scene, scene.list_from(second, between, one_group=True)):
                    yield _changes(scene, other, first, predicate, f"{predicate}, passive")
    yield from _further_passive(scene, pairs)
    yield from _insertions(scene)
    yield from _changes_by_it(scene, pairs)
    yield from _titles(scene)


# A law that says what becomes of another's matter regulates it, and is no rule under it.
_REGULATES = re.compile(r"\b(?:regulat|implemented)")
_UNDER_LAW = frozenset({"decree", "order", "regulation", "rules", "instructions", "resolution", "decision"})
_OVER = frozenset({"act", "code", "constitution"})


def _may_be(scene: Scene, pairs: Sequence[tuple[int, int, str]], predicate: str) -> list[tuple[int, int, str]]:
    """The pairs of which a predicate may hold by their kinds."""
    return [pair for pair in pairs if predicate != "implements" or _under_it(scene, *pair)]


def _under_it(scene: Scene, first: int, second: int, between: str) -> bool:
    """Whether one of the two may be the law and the other a rule under it, where "regulates" joins them."""
    said = _REGULATES.search(between)
    if said is None:
        return True
    passive = " by " in between[said.start() :]
    law, rule = (first, second) if passive else (second, first)
    return scene.cast.instrument(law).kind in _OVER and scene.cast.instrument(rule).kind in _UNDER_LAW


def _further_passive(scene: Scene, pairs: Sequence[tuple[int, int, str]]) -> Iterator[Statement]:
    """What else became of a law: "|Act No. 3| was amended by |Act No. 6| and later repealed by |Act No. 9|"."""
    law, last = -1, -1
    for first, second, between in pairs:
        if any(_passive(predicate).fullmatch(between) for predicate in _PREDICATES):
            law, last = first, second
            continue
        said = next((p for p in _PREDICATES if first == last and _and_later(p).fullmatch(between)), None)
        if said is not None:
            yield _changes(scene, second, law, said, f"{said}, passive")
            last = second


def _within_clause(scene: Scene, between: str, listed: list[int]) -> list[int]:
    """What a clause between commas changes: "|Act No. 5|, which amended the |Code|, and |Decree No. 7| apply".

    The comma before "and" closes the clause, where no comma before it makes a list.
    """
    aside = between.startswith((", which ", ", that ")) and len(listed) == 2
    return listed[:1] if aside and scene.between(*listed).startswith(",") else listed


# "article 110-bis of the |Penal Code|, introduced by |Decree-Law No. 12/2020|"
_INTRODUCED = re.compile(rf",? (?:which )?(?:was |were )?introduced (?:into the Code )?by {ARTICLE}")


def _introduced(scene: Scene, first: int, between: str) -> bool:
    """Whether it is a provision of an instrument that another one introduced."""
    return bool(_INTRODUCED.fullmatch(between)) and scene.in_provision(first)


# "repealed |the provisions of| the Family Code that were discriminatory against women"
_PARTS_OF = re.compile(
    r"\b(?:provisions?|articles|sections|paragraphs|clauses|chapters|parts?) (?:of|in)(?: the)? ?[“\"]?$"
)


def _changes(scene: Scene, subject: int, changed: int, predicate: str, rule: str) -> Statement:
    a, b = scene.cast.instrument(subject), scene.cast.instrument(changed)
    path, divided = _provision_around(scene, changed)
    # "|Act No. 79-03| repeals and replaces article 5 of |Act No. 65-40|": that Act is changed, and in force
    divided = divided or _PARTS_OF.search(scene.lead(scene.cast.mention(changed).start)) is not None
    if predicate == "repeals" and divided and a.kind not in {"decision", "judgment"}:
        predicate = "amends"
    return Statement(scene.unit, a.key, predicate, "instrument", b.key, (subject, changed), path=path, rule=rule)


def _numbered(scene: Scene, listed: list[int]) -> list[int]:
    """The changing Acts of a list, up to one with a subject of its own that follows one without.

    "(Act No. 461/2003 as amended by |Act No. 310/2006 Coll.|, |Act No. 328/2002 Coll. on Social Security|)": the third
    is the next law of the list.
    """
    names = scene.cast.reading.names
    if names[listed[0]].subject:
        return listed
    for at, i in enumerate(listed):
        if names[i].subject and not IN_TITLE.match(names[i].subject):
            return listed[:at]
    return listed


def _provision_around(scene: Scene, index: int) -> tuple[Path, bool]:
    """The one provision that stands around an instrument, and whether any does: "article 532 of the |Code|"."""
    mention = scene.cast.mention(index)
    provision = scene.passage.row("provision").around(mention.start, mention.end)
    targets = scene.cast.mention(provision).targets if provision is not None else ()
    return targets[0] if len(targets) == 1 else (), bool(targets)


def _insertions(scene: Scene) -> Iterator[Statement]:
    """An amending Act and what it changes: "a new provision was |inserted in| article 532 of the Code"."""
    cast = scene.cast
    for first, second in scene.instrument_pairs():
        if not cast.instrument(first).wording.name.amending:
            continue
        start, end = scene.passage.sentence(cast.mention(first).start)
        if start <= cast.mention(second).start < end and _inserting().search(scene.between(first, second)):
            yield _changes(scene, first, second, "amends", "inserted in")


def _changes_by_it(scene: Scene, pairs: Sequence[tuple[int, int, str]]) -> Iterator[Statement]:
    """What is changed by means of another instrument, named before or after it.

    "By |Act No. 20.940|, disability was established in the |Labour Code|"; "an amendment to |Act No. 448/2008|
    executed under |Act No. 280/2019| was adopted"; "|Act No. 888 amending the Organic Act| (|Act No. 606|)".
    """
    cast = scene.cast
    for first, second, between in pairs:
        before = scene.lead(cast.mention(first).start)
        groups = {cast.instrument(first).group, cast.instrument(second).group}
        if not groups.isdisjoint({"programme", "treaty"}):
            continue
        if _BY_MEANS_OF.search(before) and _made_changes().fullmatch(between):
            for other in scene.list_from(second, between, one_group=False):
                yield _changes(scene, first, other, "amends", "by it was inserted")
        elif _AMENDMENT_TO.search(before) and _UNDER.fullmatch(between):
            yield _changes(scene, second, first, "amends", "an amendment by it")
        elif _CALLS_FOR.fullmatch(between):
            for other in scene.list_from(second, between, one_group=False):
                yield _changes(scene, first, other, "amends", "calls for an amendment")
        elif _AS_CALLED_FOR.fullmatch(between):
            yield _changes(scene, second, first, "amends", "amended as called for in it")
        elif between == " (" and _brackets_amended(scene, first, second):
            yield _changes(scene, first, second, "amends", "amends by its title")


def _brackets_amended(scene: Scene, first: int, second: int) -> bool:
    """Whether the brackets behind an amending Act hold the one Act that its title says it amends.

    "Act No. 211/2000 … on amendment of certain acts (|Freedom of Information Act|)" is its own short name.
    """
    cast = scene.cast
    if not scene.masked.startswith(")", cast.mention(second).end):
        return False
    amended = IN_TITLE.search(cast.reading.names[first].subject)
    if amended is None or re.match(r"(?i)certain|several|some|other|selected", amended["amended"]):
        return False
    return cast.instrument(first).key != cast.instrument(second).key


def _titles(scene: Scene) -> Iterator[Statement]:
    """What a title says: "Act amending the Criminal Code", "Persons with Disabilities (Amendment) Bill"."""
    cast, register = scene.cast, scene.cast.register
    titles: dict[tuple[object, ...], int] | None = None
    for i in scene.instruments:
        instrument, name = cast.instrument(i), cast.reading.names[i]
        if i in cast.reading.back or not (name.amending or IN_TITLE.match(name.subject)):
            continue
        amended = IN_TITLE.search(name.subject)
        if amended:
            yield from _amended_too(scene, i)
            # "Act Amending the |Human Rights Ombudsman| Act"
            whole = f"{amended['amended']} {name.head}"
            target = named_in_title(register, amended["amended"]) or named_in_title(register, whole)
            if target is None and amended["divided"]:
                target = named_in_title(register, amended["amended"], enter=True)
            if target is not None and target.key != instrument.key:
                rule = "amends by its title"
                yield Statement(
                    scene.unit, instrument.key, "amends", "instrument", target.key, (i,), rule=rule, confidence=0.7
                )
            continue
        titles = _titles_of_amended(scene) if titles is None else titles
        found = [titles[key] for key in _title_keys(cast, name, instrument.owner, "sought") if key in titles]
        if found:
            yield _changes(scene, i, min(found), "amends", "amends by its title")
            continue
        elsewhere = amended_by_title(register, instrument, name)
        if elsewhere is not None:
            rule = "amends by its title"
            yield Statement(
                scene.unit, instrument.key, "amends", "instrument", elsewhere.key, (i,), rule=rule, confidence=0.7
            )


# One law did it, not the laws of a list: "The |Act on Amendments to the Penal Code|, the |Press Act| … |was| adopted".
_ONE_DID = re.compile(r",? (?:was|is|has|entered|came|introduced|introduces|raised|took|takes)\b")


def _amended_too(scene: Scene, index: int) -> Iterator[Statement]:
    """What a title that amends several goes on with: "Act on Amendments to the Penal Code and the |Press Act|"."""
    others = scene.list_from(index, "", one_group=False)[1:]
    if not others or not _ONE_DID.match(scene.masked, scene.cast.mention(others[-1]).end):
        return
    if all(_is_amended_beside(scene, index, other) for other in others):
        for other in others:
            yield _changes(scene, index, other, "amends", "amends by its title")


def _is_amended_beside(scene: Scene, index: int, other: int) -> bool:
    name = scene.cast.reading.names[other]
    a, b = scene.cast.instrument(index), scene.cast.instrument(other)
    return b.kind in {"act", "code"} and not name.number and not name.amending and a.key != b.key and a.owner == b.owner


def _titles_of_amended(scene: Scene) -> dict[tuple[object, ...], int]:
    """The first mention in a unit of each instrument that amends none, by its owner and by its titles."""
    titles: dict[tuple[object, ...], int] = {}
    seen: set[int] = set()
    for i in scene.instruments:
        other = scene.cast.instrument(i)
        if other.key in seen or other.wording.name.amending:
            continue
        seen.add(other.key)
        for wording in other.wordings:
            for key in _title_keys(scene.cast, wording.name, other.owner, "kept"):
                titles.setdefault(key, i)
    return titles


def _title_keys(cast: Cast, name: InstrumentName, owner: str | None, side: str) -> Iterator[tuple[object, ...]]:
    """Under what a title is kept or sought: its words; its initials, an acronym under what it stands for."""
    if words := cast.register.words(name):
        yield owner, words
    acronym, letters = is_acronym(name.subject), initials_of(name.subject)
    if len(letters) > 1:
        yield owner, letters, acronym == (side == "kept")


_BY_MEANS_OF = re.compile(
    r"(?:^|[.;:•]\s*|, (?=[a-z]))(?:[Bb]y|[Tt]hrough|[Uu]nder|[Ww]ith|[Pp]ursuant to|[Bb]y means of|[Bb]y virtue of) "
    r"(?:the )?$"
)
_AMENDMENT_TO = re.compile(
    rf"\b[Aa]mendments? (?:introduced |made )?(?:to|of|in) (?:the )?(?:[^{INSTRUMENT_MARK}.;]{{0,60}} of )?(?:the )?$"
)
_OF_DIVISION = (
    r"(?:(?:the )?(?:[Aa]rticles?|[Ss]ections?|[Pp]aragraphs?|[Cc]hapters?|"
    r"another provision|certain provisions|several articles)\b"
    rf"[^{INSTRUMENT_MARK}.;]{{0,60}} of )"
)
_DIVISION_OF = rf"{_OF_DIVISION}?"
_AMENDMENTS = (
    r"(?:(?:(?:an?|the|several|further|some|following|proposed|certain|partial) )*amendments? (?:to|of)|amending) "
    rf"(?:the following )?{_DIVISION_OF}(?:the )?"
)
# "|Act No. 26/2009| introduces a |new wording| of paragraph 179 of the |Ports Act|"
_NEW_WORDING = rf"(?:an?|the|its) new (?:wording|edition|version) (?:of|for) {_OF_DIVISION}(?:the )?"
# "The |bill on urgent measures| includes an amendment to article 3 of the |Act|", "calls for amendments to …"
_CALLS_FOR = re.compile(
    r",? (?:(?:also|therefore) )?"
    r"(?:(?:calls? for|calling for|includes?|contains?|proposes?|provides? for|introduces?|introduced|made|makes) "
    rf"{_AMENDMENTS}|(?:contains?|introduces?|introduced|enacts|enacted|adopted|gives|gave) {_NEW_WORDING})"
)
# "The purpose of the |Act| was amended as called for in the |bill|"
_AS_CALLED_FOR = re.compile(
    r",? (?:is|was|were|has been|have been|(?:is|are) to be|shall be|will be) amended as "
    rf"(?:called for|proposed|provided for|set out|provided|envisaged) (?:in|by|under) {ARTICLE}"
)
# "executed under", ", specifically", "by means of"
_UNDER = re.compile(
    r",? ?(?:which )?(?:(?:was |were )?(?:executed|made|introduced|effected|enacted|adopted|contained|passed)"
    rf" {WHEN}?(?:under|by|through|by means of|with|in|pursuant to)"
    rf"|through|by means of|by|(?:specifically|namely|that is),?) {ARTICLE}"
)


@lru_cache(maxsize=1)
def _made_changes() -> re.Pattern[str]:
    inserted = rf"{verbs('amends', 'by_it')} (?:in|into|to|by|under)"
    amended = r"amendments? (?:(?:were|was|have been|has been) made )?to|changes to"
    return re.compile(
        rf"{BRACKET},? [^{INSTRUMENT_MARK};.]{{0,160}}\b(?:{inserted}|{amended})\b"
        rf"[^{INSTRUMENT_MARK};.]{{0,40}}"
    )


@lru_cache
def _changes_too(predicate: str) -> re.Pattern[str]:
    """What makes one of a list a subject itself: "amended the Penal Code, and |Act No. 2000-39|, which amended …"."""
    return re.compile(rf"{BRACKET},? (?:which|that) (?:has |also |had )*{verbs(predicate, 'active')}")


@lru_cache
def _active(predicate: str) -> re.Pattern[str]:
    adverbs = r"(?:which|that|and|also|has|have|had|thereby|partially|further) "
    # "… was enacted to |replace| the Special Education Promotion Act"
    enacted = rf"(?:was|were) (?:then )?{verbs('adoption', 'verbs')} {WHEN}?to {verbs(predicate, 'infinitive')}"
    # "the Children’s Act (Amendment) Bill proposes to |amend| the Children’s Act"
    proposes = rf"(?:proposes|seeks|aims|is intended|intends) to {verbs(predicate, 'infinitive')}"
    # "|Resolution No. 638|, recently passed, amends |Resolution No. 575/2008|"
    aside = r"(?:, (?:recently )?(?:passed|adopted|enacted|approved)(?=,))?"
    return re.compile(
        rf"(?:[”\"]?{BRACKET}{aside}|\)),? ?(?:{adverbs}|{WHEN})*(?:{verbs(predicate, 'active')}|{enacted}|{proposes}) "
        rf"(?:(?:and|or) \w+ )?{_DIVISIONS}{ARTICLE}[“\"]?"
    )


@lru_cache
def _further(predicate: str) -> re.Pattern[str]:
    """What else a law does after its subject: "|Act No. 68 establishing joint titling| … and modifying the |Code|"."""
    participles = "|".join(word for word in read_lexicon("statements")[predicate]["active"] if word.endswith("ing"))
    aside = rf"[^{INSTRUMENT_MARK}{AGENCY_MARK}.;:()•]{{1,80}}"
    return re.compile(rf"{aside} and (?:{participles}) {_DIVISIONS}{ARTICLE}[“\"]?")


def _opens(scene: Scene, index: int) -> bool:
    """Whether an instrument, or the short name behind it, opens its sentence: "|Law No. 11340|, or the |Maria …|"."""
    start = scene.cast.mention(index).start
    return bool(_FIRST.fullmatch(scene.masked, scene.passage.sentence(start)[0], start))


_FIRST = re.compile(
    rf"[•\s]*(?:The )?(?:{INSTRUMENT}[^.;:{INSTRUMENT_MARK}]{{0,60}}\b(?:as|or|called) (?:the )?)?[“\"]?"
)


@lru_cache
def _at_last(predicate: str) -> re.Pattern[str]:
    """What a law does last: "|Law No. 11340| established mechanisms …, provided for courts, and amended the |Code|"."""
    finite = "|".join(word for word in read_lexicon("statements")[predicate]["active"] if not word.endswith("ing"))
    return re.compile(rf"[^{INSTRUMENT_MARK}.;:()•]{{1,260}},? and (?:{finite}) {_DIVISIONS}{ARTICLE}[“\"]?")


@lru_cache
def _passive(predicate: str) -> re.Pattern[str]:
    adverbs = (
        r"(?:as|both|which|that|was|were|has|have|had|been|last|most|recently|is|lately|subsequently|later|further|"
        r"partially|revised and|amended and|no longer (?:applies|applied|applicable|in force) and) "
    )
    aside = rf"(?:, [^,.;{INSTRUMENT_MARK}]{{1,40}}(?=,))?"  # "the |Criminal Code|, special section, was amended by"
    article = rf"(?:(?:the )?(?:single )?(?:articles?|sections?|paragraphs?)\b[^{INSTRUMENT_MARK}.;]{{0,40}} of )?"
    return re.compile(
        rf"[”\"]?(?:{BRACKET}|\)){aside}"
        rf"(?:,| –)? ?\(?(?:{adverbs}|{WHEN})*{verbs(predicate, 'passive')} (?:subsequently |later )?"
        rf"(?:and (?:supplemented|extended|completed|replaced|repealed) )?{WHEN}?(?:in part )?"
        rf"(?:by|through|pursuant to|under|with|in) {article}{ARTICLE}"
    )


@lru_cache
def _and_later(predicate: str) -> re.Pattern[str]:
    adverbs = r"(?:was|were|has|have|had|been|then|later|subsequently|finally|eventually|again|further|in turn) "
    return re.compile(
        rf"[”\"]?(?:{BRACKET}|\)),? and (?:{adverbs}|{WHEN})*{verbs(predicate, 'passive')} (?:subsequently |later )?"
        rf"{WHEN}?(?:by|through|pursuant to|under|with) {ARTICLE}"
    )


@lru_cache(maxsize=1)
def _inserting() -> re.Pattern[str]:
    return re.compile(rf"\b{verbs('amends', 'inserting')} (?:in|into|to|by)\b[^{INSTRUMENT_MARK};.]*$")
