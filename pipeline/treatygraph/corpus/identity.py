"""Which entities of different reports are one.

    CED/C/KAZ/1    "Act of 21 May 2013 on Personal Data and Personal Data Protection"
    CRPD/C/KAZ/1   "Data Protection Act of 21 May 2013"

Two instruments of one owner and one group of kinds are the same where number and date agree, or where the day
agrees and the titles share most of their telling words, or where a date is missing and the titles are equal. What
is likely but not sure is left for a person. An amending act is never the act it amends, a bill never the law, and a
code without a date never one of its dated versions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from treatygraph.graph.names import abstract_name
from treatygraph.ontology import state_names
from treatygraph.recognition.grammar.states import is_own_style
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Entity, EntityType, InstrumentName
from treatygraph.resolution.aliases import is_acronym, spells, without_own_acronym
from treatygraph.resolution.contradictions import periods_part
from treatygraph.resolution.likeness import stem, words_told_apart
from treatygraph.resolution.subjects import (
    containment,
    content_words,
    dates_agree,
    is_generic,
    read_lexicon,
    read_number,
    reduce_word,
    same_number,
    telling_words,
    year_of,
)
from treatygraph.resolution.treaties import find_treaty, known_ids
from treatygraph.resolution.wordings import INTERNATIONAL, group_of, head_family

# How the reason of a pair begins that has one number and one date.
ONE_NUMBER = "number and date agree, "
_SAID_APART = (_ONE_VERSION, _NO_REGULATION) = ("one is a version of the code", "a directive is no regulation")

Verdict = Literal["same", "undecided", "different"]
Title = frozenset[str]

_FULL = len("2013-05-21")
# Below this confidence the report does not say which instrument or body it means.
_NAMED = 0.25
# Titles that hold this share of each other's telling words name one instrument if nothing else speaks against it.
_LIKE = 0.6
_UNLIKE = 0.3
# So many telling words two laws of one report must share that a person is asked about them.
_SHARED_TO_ASK = 3
# A number this long is not given twice: "Act No. 26.298"; "Decision No. 7" is, every year and by every body.
_LONG_NUMBER = 4
# They follow each other under one name: the "Employment Strategy" of one report, of 2011, and that of one in 2021.
_SUCCESSIVE = frozenset({"strategy", "plan"})
_SPELT_OUT = {"un": ("united", "nations"), "eu": ("european", "union")}
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "at"})


@dataclass(frozen=True, slots=True)
class Particulars:
    """What tells an entity from others: whose it is, its kind, number and date, and the words of its titles.

    `owner` is a State's alpha-3 code or "INT"; `known` the id of a treaty that is known by name; `date` is EDTF;
    `issuer` an agency's id. `abstract` marks a code or constitution apart from its dated versions, `named` is false
    for what the report refers to without saying which it means; `part` is the part of the State whose law it is.
    """

    id: str
    type: EntityType
    owner: str
    kind: str
    titles: frozenset[Title] = frozenset()
    heads: frozenset[str] = frozenset()
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    known: str | None = None
    amending: bool = False
    abstract: bool = False
    named: bool = True
    part: str | None = None

    @property
    def group(self) -> str:
        """The group of kinds within which translators vary."""
        return group_of(self.kind)

    @property
    def exactness(self) -> int:
        """How much is known, so that those that tell most are placed first."""
        date = 0 if not self.date or "/" in self.date else len(self.date)
        return 20 * bool(self.known) + 10 * bool(self.number) + date + 3 * bool(self.titles)


def read_particulars(
    entity: Entity,
    more_names: Iterable[str] = (),
    issuer: str | None = None,
    *,
    abstract: bool = False,
    read: Callable[[str], InstrumentName] = read_name,
) -> Particulars:
    """Read what identifies an entity off its names; `issuer` is the issuer's id where it differs from the entity's.

    `read` reads a name, as `read_name` does, or remembers what that read.
    """
    owner = entity.state or INTERNATIONAL
    if entity.type == "agency":
        words = _agency_words(entity.id)
        return Particulars(
            entity.id,
            "agency",
            owner,
            entity.kind,
            frozenset({words}),
            abstract=abstract,
            named=entity.confidence > _NAMED and bool(words) and _is_owned(entity),
        )
    texts = dict.fromkeys((entity.name, *entity.aliases, *more_names))
    names = [read(text) for text in texts]
    known = known_ids().get(entity.id)
    if known is None and owner == INTERNATIONAL and (treaty := find_treaty(entity.name, names[0])) is not None:
        known = treaty.id
    own = _state_words(owner)
    # "the RS Strategy": an acronym that one report makes up may be another's in the next.
    spelt_out = [name for name in names if not is_acronym(name.subject)]
    titles = {
        content_words(without_own_acronym(name.subject, None if entity.kind == "code" else owner)) - own
        for name in (spelt_out if any(x.subject for x in spelt_out) else names)
    }
    if entity.kind in {"code", "act"}:
        titles |= {title - {"code"} for title in titles}
    if entity.kind == "constitution":
        # "Constitution of the Federation of Bosnia and Herzegovina" is not that of Bosnia and Herzegovina.
        places = (name.jurisdiction for name in names if name.jurisdiction and not is_own_style(name.jurisdiction))
        titles |= {content_words(place) - own for place in places}
    return Particulars(
        id=entity.id,
        type="instrument",
        owner=owner,
        kind=entity.kind,
        titles=frozenset(title for title in titles if title),
        heads=frozenset(head_family(name.head) for name in names if name.head),
        number=entity.number,
        date=entity.date,
        issuer=issuer or entity.issuer,
        known=known,
        amending=entity.amending,
        abstract=abstract,
        named=entity.confidence > _NAMED and _is_owned(entity),
        part=entity.part,
    )


def _is_owned(entity: Entity) -> bool:
    """Whether it is known whose law or body this is: two States that a symbol does not name must not share one."""
    return entity.level != "national" or entity.state is not None


def compare(first: Particulars, second: Particulars) -> tuple[Verdict, str]:
    """Judge whether two entities of different reports are one, with the reason in words; the order is no matter."""
    if not (first.named and second.named) or first.abstract != second.abstract:
        return "different", ""
    if (reason := contradiction(first, second)) is not None:
        return "different", reason
    if first.type == "agency":
        return ("same", "the names have the same words") if first.titles == second.titles else ("different", "")
    if first.known or second.known:
        return _compare_known(first, second)
    if first.group != second.group and not _is_code_and_act(first, second):
        if first.number and second.number and first.date and second.date:
            return "undecided", f"{ONE_NUMBER}the kinds differ"
        return "different", ""
    if first.number and second.number:
        return _compare_numbered(first, second)
    if _is_day(first.date) and _is_day(second.date):
        return _compare_dated(first, second)
    return _compare_titled(first, second)


def contradiction(first: Particulars, second: Particulars) -> str | None:
    """Say what makes it impossible that two entities are one; None where nothing does."""
    if (first.type, first.owner) != (second.type, second.owner):
        return "they are not of one owner"
    if first.type == "agency":
        return None
    if first.part and second.part and first.part != second.part:
        return "they are of two parts of the State"
    if first.known and second.known:
        # "Optional Protocol …, ratified on 3 May 2008": a day read as a known treaty's date tells nothing against it.
        return None if first.known == second.known else "they are two known treaties"
    if (first.kind == "bill") != (second.kind == "bill"):
        return "one is a bill"
    if first.number and second.number and not same_number(first.number, second.number):
        return "the numbers differ"
    if _periods_differ(first.date, second.date):
        return "the dates differ"
    return None


def abstract_work(entity: Entity) -> Entity | None:
    """Make the work of which a dated code or constitution is a version; None for what is no version.

    Its name is the longest one that tells no date: "Criminal Code" of "Criminal Code of 16 July 1997".
    """
    if entity.member_of is None:
        return None
    return Entity(
        id=entity.member_of,
        type="instrument",
        name=entity.work_name or abstract_name(entity),
        kind=entity.kind,
        level=entity.level,
        state=entity.state,
        title=entity.title,
    )


def _compare_known(first: Particulars, second: Particulars) -> tuple[Verdict, str]:
    if first.known and second.known:
        return "same", "they are the same known treaty"
    if first.kind == second.kind and _likeness(first, second) >= _LIKE and _shared(first, second) > 1:
        return "undecided", "the title is like that of a known treaty"
    return "different", ""


def _compare_numbered(first: Particulars, second: Particulars) -> tuple[Verdict, str]:
    """Two numbers that agree: with a date they settle it, else the number must be one that is given once."""
    likeness = _likeness(first, second)
    unlike = bool(first.titles and second.titles) and likeness < _UNLIKE
    assert first.number is not None
    assert second.number is not None
    a, b = read_number(first.number), read_number(second.number)
    # "Directive 2000/43/EC", "Act No. 14 of 2003", "Act No. 26.298"
    given_once = bool(a.letters and b.letters and a.year and b.year) or (
        first.group == second.group == "act"
        and (bool(a.year and b.year) or len(re.sub(r"\D", "", a.core)) >= _LONG_NUMBER)
    )
    if first.date and second.date:
        if first.issuer and second.issuer and first.issuer != second.issuer and not given_once:
            return "undecided", f"{ONE_NUMBER}the issuers differ"
        if unlike:
            return "undecided", f"{ONE_NUMBER}the titles do not"
        return "same", "number and date agree"
    if likeness >= _LIKE:
        return "same", "number and title agree"
    if given_once and not unlike:
        return "same", "the number is given once"
    return ("different", "") if unlike else ("undecided", "the numbers agree, a date is missing")


def _compare_dated(first: Particulars, second: Particulars) -> tuple[Verdict, str]:
    if first.amending != second.amending:
        return "different", "one amends other acts"
    if not first.titles or not second.titles:
        return "undecided", "the day agrees, a title is missing"
    if _names_protocol(first) != _names_protocol(second):
        return "different", "one is about a protocol"
    if _likeness(first, second) >= _LIKE:
        return "same", "the day agrees and the titles are alike"
    return "different", ""


def _compare_titled(first: Particulars, second: Particulars) -> tuple[Verdict, str]:
    if first.amending != second.amending:
        return "different", "one amends other acts"
    if first.group == "code" and bool(first.date) != bool(second.date):
        return "different", _ONE_VERSION
    if first.group == "constitution":
        alike = first.titles == second.titles and first.owner != INTERNATIONAL
        return ("same", "the constitution of one State") if alike else ("different", "")
    if first.group == "programme" and not first.heads & second.heads:
        return "different", ""
    if {"directive", "regulation"} <= first.heads | second.heads:
        return "different", _NO_REGULATION
    if (verdict := _compare_equal(first, second)) is not None:
        return verdict
    if _likeness(first, second) >= _LIKE and _shared(first, second) > 1:
        return "undecided", "the titles are alike, a date is missing"
    return "different", ""


def _compare_equal(first: Particulars, second: Particulars) -> tuple[Verdict, str] | None:
    """Judge two that have a title in common; None where they have none that tells anything."""
    equal = {title for title in first.titles & second.titles if not is_generic(title)}
    if first.owner == INTERNATIONAL and not (first.date and second.date):
        # "Additional Protocol", "Diversity Charter": a short title is no one's own among all States and bodies.
        equal = {title for title in equal if len(telling_words(title)) > 1}
        if not equal and first.titles & second.titles and first.kind == second.kind:
            return "undecided", "the titles are equal, but short"
    if equal and first.group == "programme" and _one_has_a_period(first, second):
        return "undecided", "the titles are equal, a period is missing"
    told = first.number or second.number or first.date or second.date
    if equal and not told and first.owner != INTERNATIONAL and _SUCCESSIVE & first.heads & second.heads:
        return "undecided", "the titles are equal, no period is told"
    if equal and bool(first.part) != bool(second.part) and not (first.date and second.date):
        return "undecided", "the titles are equal, one is of a part of the State"
    return ("same", "the titles are equal") if equal else None


def _one_has_a_period(first: Particulars, second: Particulars) -> bool:
    """Whether only one of two reports tells the period of a plan: plans follow each other under one name."""
    return {first.date is None, second.date is None} == {True, False} and "/" in (first.date or second.date or "")


def _is_code_and_act(first: Particulars, second: Particulars) -> bool:
    """An Act that is a code by its title: "Act No. 014-2001 on the Electoral Code"."""
    return {first.group, second.group} == {"act", "code"} and bool(first.titles & second.titles)


def _likeness(first: Particulars, second: Particulars) -> float:
    return max((containment(a, b) for a in first.titles for b in second.titles), default=0.0)


def _shared(first: Particulars, second: Particulars) -> int:
    """How many telling words the two likest titles share."""
    return max((len(telling_words(a) & telling_words(b)) for a in first.titles for b in second.titles), default=0)


def resemblance(first: Particulars, second: Particulars) -> float:
    """Tell how much of their telling words two likest titles share, from 0 to 1, to rank what is undecided."""
    pairs = ((telling_words(a), telling_words(b)) for a in first.titles for b in second.titles)
    return max((len(a & b) / len(a | b) for a, b in pairs if a | b), default=0.0)


# "|RS| Labour Law", "Law on Social Protection of the |BDBiH|"
_PART_BEFORE = re.compile(r"(?P<part>[A-Z]{2,5}) (?P<law>[A-Z].*)")
_PART_BEHIND = re.compile(r"(?P<law>.*) (?:of|in) (?:the )?(?P<part>[A-Z]+[a-z]?[A-Z]+)")


def of_whole_or_part(entities: Iterable[Entity], read: Callable[[str], InstrumentName] = read_name) -> set[str]:
    """The laws of a report that may be those of one part of the State or another: their ids.

    "a new |Labour Law| was adopted" is perhaps the "|RS| Labour Law" that the report names elsewhere, and no law of the
    same name in another report.
    """
    bare: dict[tuple[str, Title], str] = {}
    parts: set[tuple[str, Title]] = set()
    for entity in entities:
        if entity.type != "instrument" or entity.level == "international" or entity.number or entity.date:
            continue
        found = _PART_BEFORE.fullmatch(entity.name) or _PART_BEHIND.fullmatch(entity.name)
        if found and not spells(found["part"], state_names().get(entity.state or "", "")):
            parts.add((group_of(entity.kind), content_words(read(found["law"]).subject)))
        elif not found:
            bare[group_of(entity.kind), content_words(read(entity.name).subject)] = entity.id
    return {id_ for key, id_ in bare.items() if key in parts and key[1]}


def may_be_one(first: Particulars, second: Particulars) -> bool:
    """Whether a person should be asked of two laws that one report keeps apart: they share most of what tells them.

    "Technical Entrepreneurial, Vocational Education and Training Act", "Technical Vocation Education Act". At
    least three telling words are in both titles, or all but those that say little; and nothing tells the two apart: a
    date, a body, one of several plans.
    """
    if not (first.named and second.named) or first.group != second.group or first.amending != second.amending:
        return False
    if first.known or second.known or first.owner == INTERNATIONAL or contradiction(first, second) is not None:
        return False
    if (
        first.group == "constitution"
        or periods_part(first.date, second.date)
        or _compare_titled(first, second)[1] in _SAID_APART
    ):
        return False
    if first.group == "programme" and not first.heads & second.heads:
        return False
    if _names_protocol(first) != _names_protocol(second):
        return False
    return _stems_alike(first, second) >= _LIKE or _same_but_for_idle_words(first, second)


def _same_but_for_idle_words(first: Particulars, second: Particulars) -> bool:
    """Whether two titles differ only in words that say little: "Housing Support", "Housing Support |Scheme|"."""
    one, two = ({_told(title) - _idle() for title in x.titles if not is_generic(title)} for x in (first, second))
    return any(one & two)


@lru_cache(maxsize=1)
def _idle() -> Title:
    lexicon = read_lexicon("subjects")
    alike, near = lexicon["alike"], lexicon["near"]
    listed = (*alike["vague"], *alike["idle"], *alike["of_policies"], *near["added"])
    return frozenset(stem(reduce_word(word)) for word in listed)


def _stems_alike(first: Particulars, second: Particulars) -> float:
    """How much two titles share of their telling words without endings, none of which makes them two; 0 if too few."""
    apart = frozenset().union(*words_told_apart())
    best = 0.0
    for a in map(_told, first.titles):
        for b in map(_told, second.titles):
            if len(a & b) >= _SHARED_TO_ASK and apart.isdisjoint(a ^ b):
                best = max(best, len(a & b) / len(a | b))
    return best


@lru_cache(maxsize=8192)
def _told(title: Title) -> Title:
    return frozenset(map(stem, telling_words(title)))


def _names_protocol(entity: Particulars) -> bool:
    """A law on "Ratification of the |Optional Protocol| to the Convention" is none on the Convention."""
    return any("protocol" in title for title in entity.titles)


def _is_day(date: str | None) -> bool:
    return date is not None and len(date) == _FULL and "/" not in date


def _periods_differ(first: str | None, second: str | None) -> bool:
    """Whether two dates cannot be one's: a period is another one, a day another day, a year another year."""
    if first is None or second is None:
        return False
    if "/" in first or "/" in second:
        return "/" in first and "/" in second and first != second
    years = {year for year in (year_of(first), year_of(second)) if year}
    return len(years) > 1 or not dates_agree(first, second)


@lru_cache(maxsize=1024)
def _state_words(owner: str) -> Title:
    """The words of a State's name, which come and go in titles: "Code of Civil Procedure |of Kazakhstan|"."""
    return content_words(state_names().get(owner, "")) | {"republic"}


@lru_cache(maxsize=8192)
def _agency_words(agency_id: str) -> Title:
    """The words of a body's name, which its id is made of: "KAZ_procurator-general" → procurator, general."""
    words = [part for word in agency_id.partition("_")[2].split("-") for part in _SPELT_OUT.get(word, (word,))]
    return frozenset(reduce_word(word) for word in words if word and word not in _SMALL_WORDS)
