"""Instruments of one report whose names differ in a word that tells nothing.

    "Act No. 37/2014, of 11 December, on Regulation of Gambling"                      "Gambling Act"
    "Special Act to Prevent and Punish Torture"    "Special Act on the Prevention and Punishment of Torture"

A name is never given to one of two: where two instruments could have it, all stay apart. What two numbers, years,
periods, issuers, heads or brackets part stays apart, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, islice

from treatygraph.ontology import state_names
from treatygraph.recognition.agencies.words import heads as agency_heads
from treatygraph.recognition.grammar.states import adjective_pattern, is_own_style, state_code
from treatygraph.report import InstrumentName
from treatygraph.resolution.aliases import is_acronym, without_own_acronym
from treatygraph.resolution.contradictions import of_two_parts, periods_part, set_apart
from treatygraph.resolution.identity import Register
from treatygraph.resolution.subjects import (
    content_words,
    dates_agree,
    is_generic,
    read_lexicon,
    reduce_word,
    same_number,
    telling_words,
)
from treatygraph.resolution.wordings import Instrument, Stems, Title, fold

# As many instruments of one key are compared; a report has a handful.
_MOST_COMPARED = 40
_LONG_ENOUGH = 4
_ENDING = re.compile(r"(?:ation|ition|ion|ment|ship|ial|ing|ive|ed|al|e)$")
# "(TEVET)" inside a title; "W. H. Bosch"; "Recommendation |No. |Rec (2004)10".
_ACRONYM = re.compile(r" ?\((?:[A-Z][A-Za-z]*[A-Z]|[A-Z]{2,})\)")
_INITIAL = re.compile(r"\b([A-Z])\. ?(?=[A-Z]\b)")
# What a name ends with where it is torn: "Act on Offences and Penalties |for Non-| Compliance", "Manual of devices
# |such|", "Act Guaranteeing the Rights |Paragraphs|", "Technical Standard on Accessibility |NTON| 12 011-13",
# "Framework Act on Education |and the ASEPD|".
_TORN = re.compile(
    r"(?:(?: (?:for|of|on|to|in|with|and))? Non-| such| (?:Paragraph|Article|Section|Chapter|Annex)s?"
    r"| and the [A-Z]{3,}|(?<! of)(?<! the)(?<! in)(?<! for)(?<! and) (?![IVX]+$)[A-Z]{3,})$"
)
# "by |the| centre", "by |a| centre": the article within a name is the translator's.
_ARTICLES = re.compile(r"\b(?:the|an?) ")
# "WH Bosch v The Minister of Safety |Case| no. 25/2005"
_VERSUS = re.compile(r" vs?\.? ")
_NUMERO = re.compile(r"\bno\.? |[^\w ]")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a name goes on with where another is its beginning, and what would make it another's: "of the |RS|".
GOES_ON = re.compile(r" (?:for|on|of|to|against|concerning|and|in|by|with|from) ")
_OF_A_PART = re.compile(
    r" (?:of|in|for)(?: the)? (?:[A-Z]\w*[A-Z]\b|Federation|Republika|Canton|State|Province|Region)"
)
# A name that is cut before the words that tell whom it concerns: "Act on Social Assistance for |Persons|".
_CUT = re.compile(r" (?:persons|people|categories)$")
_PERIOD = re.compile(r"^(?:19|20)\d\d[–-](?:19|20)?\d\d (?=[A-Z])")
_TELLING, _TELLING_IF_CUT = 3, 2
_LIKE = 0.6
_MOST_ADDED = 2


Rule = Callable[[list[Instrument], dict[int, list[Title]]], Iterator[tuple[Instrument, Instrument]]]
Pairs = Iterator[tuple[Instrument, Instrument]]
MayBe = Callable[[Instrument, Instrument], bool]


def join_alike(register: Register, apart: MayBe) -> None:
    """Make one the instruments of a register whose names are those of one, by the rules of this module in turn.

    Names of which one has more words are one's only where they stand `apart`: "Act on State Social Assistance for
    Persons with Disabilities since Childhood; Act on State Social Assistance for Persons who do not …" are two.
    """
    join_by(register, (_equal, of_one_year, _what_it_does))
    join_by(register, (_cut_short, _its_body_before, _one_word_more), apart)


def join_by(register: Register, rules: Iterable[Rule], may_be: MayBe = lambda first, second: True) -> None:
    """Make one what rules in turn find and `may_be` allows; what has two partners that are two stays apart."""
    for rule in rules:
        titles = {x.key: titles_of(register, x) for x in register if is_titled(x)}
        partners: dict[int, set[int]] = defaultdict(set)
        for first, second in rule([register.at(key) for key in titles], titles):
            if first.key != second.key and agree(first, second) and may_be(first, second):
                partners[first.key].add(second.key)
                partners[second.key].add(first.key)
        sure = {
            key
            for key, others in partners.items()
            if all(
                agree(a, b) and may_be(a, b)
                for a, b in combinations(islice(map(register.at, sorted(others)), _MOST_COMPARED), 2)
            )
        }
        for key in sorted(sure):
            for other in map(register.at, sorted(partners[key] & sure)):
                one = register.at(key)
                if agree(one, other) and may_be(one, other):
                    register.merge(one, other)


def is_titled(instrument: Instrument) -> bool:
    """Whether an instrument is told by its title, and not by being known or a part of another."""
    return not instrument.known and instrument.part_of is None and instrument.group != "constitution"


def agree(first: Instrument, second: Instrument) -> bool:
    """Whether nothing that two instruments say makes them two."""
    a, b = first.wording.name, second.wording.name
    if (first.owner, first.group, first.draft, a.amending) != (second.owner, second.group, second.draft, b.amending):
        return False
    if first.number and second.number and not same_number(first.number, second.number):
        return False
    if periods_part(first.date, second.date) or _years_part(first, second):
        return False
    if first.alone != second.alone or of_two_parts(first, second):
        return False  # "Family Law (Official Gazette of the RS)", "Family Law (Official Gazette of the FBH)"
    if first.group not in {"act", "code", "other"} and first.named.heads.isdisjoint(second.named.heads):
        return False
    return not (
        _places(first) != _places(second)
        or any(set_apart(first, wording) for wording in islice(second.wordings, _MOST_COMPARED))
        or (first.group == "code" and bool(first.date) != bool(second.date))
    )


def _years_part(first: Instrument, second: Instrument) -> bool:
    if not first.date or not second.date or "/" in first.date + second.date:
        return False
    return not dates_agree(first.date, second.date)


def _places(instrument: Instrument) -> frozenset[str]:
    """The parts of a State that names of an instrument give it to."""
    names = (wording.name.jurisdiction for wording in instrument.wordings)
    return frozenset(fold(name) for name in names if name and not is_own_style(name) and not state_code(name))


def titles_of(register: Register, instrument: Instrument) -> list[Title]:
    """The titles of an instrument, one for each of its wordings that has words of its own."""
    wordings, titles = register.titles.get(instrument.key, (0, []))
    if wordings != len(instrument.wordings):
        titles = _read_titles(register, instrument)
        register.titles[instrument.key] = len(instrument.wordings), titles
    return titles


def _read_titles(register: Register, instrument: Instrument) -> list[Title]:
    found = {}
    for wording in islice(instrument.wordings, _MOST_COMPARED):
        text = _TORN.sub("", _INITIAL.sub(r"\1", _ACRONYM.sub("", wording.text)))
        if _VERSUS.search(text):
            text = text.removesuffix(" Case")
        words = _words_of(register, wording.name, instrument)
        if words and not is_acronym(wording.name.subject):
            vague = read_lexicon("subjects")["alike"]["vague"]
            telling = frozenset(
                word for word in telling_words(words) if not is_generic(frozenset({word})) and word not in vague
            )
            stems, telling = frozenset(map(stem, words)), frozenset(map(stem, telling))
            found[folded(text)] = Title(text, folded(text), stems, telling, is_generic(words))
    return list(found.values())


def folded(text: str) -> str:
    """A text in lower case without articles, in which translators differ."""
    return _ARTICLES.sub("", fold(text))


def _words_of(register: Register, name: InstrumentName, instrument: Instrument) -> frozenset[str]:
    """The words of a title that tell it from others, without the State's own name and the head."""
    subject = _TORN.sub("", _INITIAL.sub(r"\1", _ACRONYM.sub("", name.subject)))
    subject = _without_own_state(subject, register.state)
    words = register.words(replace(name, subject=subject))
    idle = _idle_words(instrument.group == "programme", register.state)
    heads = {reduce_word(word) for word in name.head.split()}
    ordinals = read_lexicon("subjects")["numerals"]  # "Human Rights Program III" is the third
    return frozenset(
        ordinals.get(word, word) if len(word) > 1 else word
        for word in words - idle - heads
        if not _YEAR.fullmatch(word)
    )


@lru_cache
def _idle_words(of_policies: bool, state: str | None) -> frozenset[str]:
    """The words that tell no title from another: those of the lexicon, and the State's own name."""
    lexicon = read_lexicon("subjects")["alike"]
    listed = frozenset(lexicon["idle"]) | frozenset(lexicon["of_policies"] if of_policies else ())
    return listed | content_words(state_names().get(state or "", ""))


def _without_own_state(subject: str, state: str | None) -> str:
    """A title without the State's own adjective or acronym at its edges: "of Discrimination |BH|"."""
    parts = without_own_acronym(subject, state).split()
    if len(parts) > 1 and _adjective().fullmatch(parts[0]) and state_code(parts[0]) == state:
        parts.pop(0)
    return " ".join(parts)


@lru_cache(maxsize=1)
def _adjective() -> re.Pattern[str]:
    return re.compile(adjective_pattern())


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A reduced word without the endings that translators exchange: "prevention", "preventive" → "prevent"."""
    while (shorter := _ENDING.sub("", word)) != word and len(shorter) >= _LONG_ENOUGH:
        word = shorter
    return word


def words_told_apart() -> tuple[Stems, Stems]:
    """The words that make a name another's beside one without them: heads of bodies, and what tells one of several."""
    _, bodies, parts = _words()
    return bodies, parts


@lru_cache(maxsize=1)
def _words() -> tuple[Stems, Stems, Stems]:
    """What a law does to its subject; the heads of bodies; what tells one of several policies."""
    lexicon = read_lexicon("subjects")["alike"]
    bodies = {stem(reduce_word(part)) for head in agency_heads() for part in head.split()}
    return (
        frozenset(stem(reduce_word(word)) for word in lexicon["does"]),
        frozenset(bodies),
        frozenset(stem(reduce_word(word)) for word in lexicon["parts"]),
    )


def all_pairs(buckets: Iterable[dict[int, Instrument]]) -> Pairs:
    """The pairs of instruments that stand in one bucket."""
    for bucket in buckets:
        yield from combinations(islice(bucket.values(), _MOST_COMPARED), 2)


def _equal(instruments: list[Instrument], titles: dict[int, list[Title]]) -> Pairs:
    """The same stems: "National Policy on Mental Health", "Policy on Mental Health"; the same text but for "No."."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key]:
            if title.telling:
                buckets[x.owner, _NUMERO.sub("", title.folded)][x.key] = x
            if len(title.telling) > 1 or (title.telling and x.date):
                buckets[x.owner, x.group, title.stems, "" if len(title.telling) > 1 else x.date][x.key] = x
    return all_pairs(buckets.values())


def of_one_year(instruments: list[Instrument], titles: dict[int, list[Title]]) -> Pairs:
    """One of a year or period with a word more: "Choice on |Termination of Pregnancy Act, 1996|"."""
    buckets: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        if x.date and x.group in {"act", "programme"}:
            for head in x.named.heads:
                buckets[x.owner, x.group, head, x.date[:4], x.date.partition("/")[2]][x.key] = x
    for first, second in all_pairs(buckets.values()):
        if any(_is_within(a, b) for a in titles[first.key] for b in titles[second.key]):
            yield first, second


def _is_within(first: Title, second: Title) -> bool:
    """Whether one title has all telling words of the other and few more, none of which makes it a body's."""
    less, more = sorted((first.telling, second.telling), key=len)
    added = more - less
    _, bodies, parts = _words()
    return (
        len(less) > 1
        and less <= more
        and len(added) <= _MOST_ADDED
        and len(less) / len(more) >= _LIKE
        and added.isdisjoint(bodies | parts)
    )


def _what_it_does(instruments: list[Instrument], titles: dict[int, list[Title]]) -> Pairs:
    """An Act without what it does to its subject: "|Prohibition of| Trafficking in Human Beings Act".

    "Regulations on the procedure by which …" are not those on the "Procedure for Adoption".
    """
    does, *_ = _words()
    forms = frozenset(stem(reduce_word(word)) for word in read_lexicon("subjects")["alike"]["forms"])
    whole: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key]:
            if title.stems & does and title.telling - does - forms:
                whole[x.owner, x.group, title.stems - does][x.key] = x
    for x in instruments:
        if not x.number and not x.date and x.group != "treaty":
            for title in titles[x.key]:
                if title.stems.isdisjoint(does):
                    for other in islice(whole.get((x.owner, x.group, title.stems), {}).values(), _MOST_COMPARED):
                        yield x, other


def _cut_short(instruments: list[Instrument], titles: dict[int, list[Title]]) -> Pairs:
    """The beginning of one other's name: "Act on Equity and Comprehensive Development |for Persons …|".

    A plan's period is no part of it: "|2009–2018| Equal Opportunities Plan |for Persons with Disabilities|". A code
    is more than one of its kind only where a second field follows: "Code on Public Health |and the Health-Care
    System|", but "Code of Good Practice", "Code of Good Practice |on Dismissal|".
    """
    longer: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        for title in titles[x.key]:
            for cut in GOES_ON.finditer(title.text):
                of_one_kind = x.group == "code" and cut[0] != " and "
                if not (of_one_kind or _OF_A_PART.search(title.text, cut.start())):
                    begin = _PERIOD.sub("", title.text[: cut.start()])
                    longer[x.owner, x.group, _of_code(folded(begin))][x.key] = x
    for x in instruments:
        if x.number or x.date:
            continue
        for title in titles[x.key]:
            is_cut = bool(_CUT.search(title.folded)) or x.group == "code"
            for other in islice(longer.get((x.owner, x.group, _of_code(title.folded)), {}).values(), _MOST_COMPARED):
                is_told = (other.number and x.group == "act") or (other.date and x.group == "programme")
                least = _TELLING_IF_CUT if is_cut or is_told else _TELLING
                if len(title.telling) >= least and not title.generic and x.group != "treaty":
                    yield x, other


def _of_code(text: str) -> str:
    """The folded name of a code, whether a translator wrote "Code |of| Public Health" or "Code |on| Public Health"."""
    return f"code on {text[8:]}" if text.startswith("code of ") else text


_BEFORE = re.compile(r"(?:.{3,80}[’']s? |[A-Z]{2,8} )(?=[A-Z])")


def _its_body_before(instruments: list[Instrument], titles: dict[int, list[Title]]) -> Pairs:
    """The name behind its body's: "|National Service’s| Support Programme for …", "|ECC| Quick Response …"."""
    bare = {
        (x.owner, x.group, title.folded): x for x in instruments for title in titles[x.key] if len(title.telling) > 1
    }
    for x in instruments:
        for title in titles[x.key] if x.group == "programme" else ():
            if (before := _BEFORE.match(title.text)) is not None:
                other = bare.get((x.owner, x.group, folded(title.text[before.end() :])))
                if other is not None:
                    yield x, other


def _one_word_more(instruments: list[Instrument], titles: dict[int, list[Title]]) -> Pairs:
    """A policy with one word more of at least four: "Capacity-building |Support| Programme"."""
    _, bodies, parts = _words()
    whole: dict[tuple[object, ...], dict[int, Instrument]] = defaultdict(dict)
    for x in instruments:
        if x.group == "programme":
            for title in titles[x.key]:
                for word in title.telling - bodies - parts:
                    whole[x.owner, title.telling - {word}][x.key] = x
    for x in instruments:
        for title in titles[x.key] if x.group == "programme" else ():
            if len(title.telling) >= _TELLING:
                for other in islice(whole.get((x.owner, title.telling), {}).values(), _MOST_COMPARED):
                    yield x, other
