"""Public bodies, courts, parliaments, international organizations, unions and NGOs by name.

    "Ministry of Gender, Children and Social Development"     head first
    "Kenya Law Reform Commission", "Supreme Court"            head last
    "Office of the Procurator-General", "Government"          offices
    "United Nations Children’s Fund", "UNICEF"                known names
    "the Ministry", "the Council"                             back-references

An anchor is a head ("Ministry", "Council") or the first word of a known name. From a head a scan to the left
takes the capitalised words that modify it, a scan to the right what "of", "for" or "on" add to it. Classes
("district courts"), States, schools, hospitals, companies and media are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from treatygraph.recognition.agencies.acronyms import spelled_names, spelled_start
from treatygraph.recognition.agencies.beginnings import left_end
from treatygraph.recognition.agencies.conditions import goes_on, is_list_or_event, is_of_any, is_of_event, teaches
from treatygraph.recognition.agencies.ends import names_body_after, opens_title, place_end, presides_state, right_end
from treatygraph.recognition.agencies.foreign import foreign_name, names_abroad
from treatygraph.recognition.agencies.lists import boards_beside, conference_of, names_of_list
from treatygraph.recognition.agencies.runs import ends_owner, run_end
from treatygraph.recognition.agencies.uncapitalised import (
    BACK_HEADS,
    LOWER_ANCHORS,
    lower_name,
    refers_back,
    stands_for_name,
)
from treatygraph.recognition.agencies.words import (
    ABBREVIATED,
    POSSESSIVE,
    SETS,
    agency_kind,
    anchor_words,
    heads,
    is_states_own,
    known,
    listed,
    names_no_body,
    plural_heads,
)
from treatygraph.recognition.grammar.found import Context, Found, found_in
from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.recognition.grammar.states import state_code
from treatygraph.recognition.grammar.tokens import Words, words_of

__all__ = ["agency_kind", "find_agencies", "outside_titles"]

_NGO = ("NGO", "NGOs")
_SYMBOLS = ("doc", "docs")
_EUROPEAN = ("EU", "EC", "EEC")
# Known names of these kinds may have an adjective before them and "of Kazakhstan" behind.
_STATE_BODIES = ("office", "government", "parliament", "judiciary")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as a range of words, `last` exclusive."""

    first: int
    last: int
    rule: str
    confidence: float = 0.9
    anaphor: bool = False
    shared_head: bool = False


def find_agencies(doc: Doc, context: Context | None = None) -> list[Found]:
    """The agencies that a unit names or refers back to, sorted by start and without overlaps.

    No other component need have run before. Bodies inside the title of an instrument are still among them:
    `outside_titles` takes those out once the instruments are known.
    """
    w = words_of(doc)
    anchors = _openings()
    short = {word for word in ABBREVIATED.findall(w.raw) if not listed("no_abbreviations", word.lower())}
    finds: list[Found] = []
    near = context.bodies if context is not None else frozenset()
    named: frozenset[str] = frozenset()
    taken: list[tuple[int, int]] = []
    done = 0
    for at in [i for i, word in enumerate(w.text) if word in anchors or word in short]:
        if at < done:
            continue
        lower = w.lower[at]
        if listed("back_named", lower) and (lower in named or lower in near) and stands_for_name(w, at):
            finds.append(Found(w.start[at], w.end[at], "back-reference", 0.6, True))
            done = at + 1
            continue
        if w.text[at] in BACK_HEADS and w.text[at] in named and refers_back(w, at):
            finds.append(Found(w.start[at], w.end[at], "back-reference", 0.6, True))
            done = at + 1
            continue
        for name in _names_at(w, at, done):
            first = spelled_start(w, name.first, name.last, done)
            first -= first > done and _mentioned_before(w, first)
            start, end = w.start[first], w.end[name.last - 1]
            finds.append(Found(start, end, name.rule, name.confidence, name.anaphor, shared_head=name.shared_head))
            done = name.last
            taken.append((first, name.last))
            if not name.anaphor:
                named |= _heads_of(w, name) | {lower}
    more = [Found(w.start[first], w.end[last - 1], rule, 0.6) for first, last, rule in spelled_names(w, taken)]
    return sorted([*finds, *more], key=lambda find: find.start) if more else finds


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The words at which a name or a back-reference may be found."""
    return anchor_words() | LOWER_ANCHORS


def heads_named(doc: Doc) -> frozenset[str]:
    """The heads, lower case, of the agencies found on a doc: "Inter-Parliamentary Union" gives "union"."""
    finds = found_in(doc, "agency")
    if not finds:
        return frozenset()
    w = words_of(doc)
    ranges = ((w.token_at(find.start), w.token_at(find.end), find) for find in finds)
    return frozenset().union(*(_heads_of(w, _Name(first, last, find.rule)) for first, last, find in ranges))


def _heads_of(w: Words, name: _Name) -> frozenset[str]:
    """The heads of a name: its last word, and what stands first or before "of", "for" or "on"."""
    places = [k for k in range(name.first, name.last) if w.lower[k] in heads()]
    ends = (k for k in places if listed("first_links", w.at(k + 1)) or k == name.last - 1)
    return frozenset(w.lower[k] for k in ends if w.at(k - 1) not in ("of", "the") or k == name.first)


def _mentioned_before(w: Words, first: int) -> bool:
    """Whether an adjective that refers back belongs to the name: "the |aforementioned Office of the Minister|"."""
    before = w.at(first - 1)
    return listed("mentioned", before) or (before == "said" and w.at(first - 2) == "the")


def outside_titles(agencies: Sequence[Found], instruments: Sequence[Found]) -> list[Found]:
    """The agencies that do not stand inside the title of an instrument; an issuer outside it is a mention."""
    titles = [find.title for find in instruments if find.title is not None]
    return [find for find in agencies if not any(a <= find.start and find.end <= b for a, b in titles)]


def _names_at(w: Words, at: int, floor: int) -> list[_Name]:
    """The names that an anchor word gives; none where it is part of something else."""
    word = w.text[at]
    if word == "latter":
        return [_Name(at, at + 2, "latter", 0.8, anaphor=True)] if listed("latter", w.at(at + 1)) else []
    if word == "NGO":
        return _alone(_ngo(w, at))
    if word in LOWER_ANCHORS:
        lower = lower_name(w, at)
        rule = "after its kind" if lower and lower[0] > at else "lower-case"
        return [_Name(*lower, rule, 0.7)] if lower and lower[0] >= floor else []
    if word not in anchor_words():
        return [_Name(at, at + 1, "abbreviation", 0.85)]
    decided = _known_at(w, at, floor)
    if decided is not None:
        return decided
    if w.lower[at] in plural_heads() and (several := _several(w, at, floor)):
        return several
    beside = _beside_state(w, at, floor)
    if beside is not None or w.lower[at] not in heads() or not w.capital(at):
        return _alone(beside)
    if names_abroad(w, at):
        abroad = foreign_name(w, at, bracketed=floor > 0 and floor == at - 1 and w.text[floor] == "(")
        if abroad is not None or not (listed("foreign_last", w.lower[at]) and w.capital(at - 1)):  # "Liliane Fonds"
            return [_Name(*abroad, "foreign", 0.8)] if abroad is not None and abroad[0] >= floor else []
    return _alone(_named(w, at, floor))


def _alone(name: _Name | None) -> list[_Name]:
    return [] if name is None else [name]


def _known_at(w: Words, at: int, floor: int) -> list[_Name] | None:
    """What the longest known name that begins at `at` gives; None where none begins there or it decides nothing."""
    for parts, kind in known().get(w.text[at], ()):
        if tuple(w.text[at : at + len(parts)]) == parts:
            return _known(w, at, floor, parts, kind)
    return None


def _ngo(w: Words, at: int) -> _Name | None:
    """What "NGO" says: the name behind it ("the NGO |Handicap Santé|"), or a back-reference ("the NGO held …")."""
    if at == 0 or not w.text[at - 1].isalpha():
        return None
    if not w.capital(at + 1):
        back = listed("definite", w.lower[at - 1]) and not listed("class_nouns", w.at(at + 1))
        return _Name(at, at + 1, "back-reference", 0.7, anaphor=True) if back else None
    end = run_end(w, at + 1)
    kind = any(word in heads() or word in plural_heads() or word in kinds() for word in w.lower[at + 1 : end])
    name = any(tuple(w.text[at + 1 : at + 1 + len(parts)]) == parts for parts, _ in known().get(w.text[at + 1], ()))
    abroad = names_abroad(w, at + 1) or listed("foreign_links", w.at(end))
    title = w.capital(at - 1) and state_code(w.text[at - 1]) is None and not listed("openers", w.lower[at - 1])
    return None if kind or name or abroad or title else _Name(at + 1, end, "after its kind", 0.7)


def _several(w: Words, at: int, floor: int) -> list[_Name]:
    """What a plural head names: ministries that share it, or boards beside a body."""
    if boards := boards_beside(w, at, floor):
        return [_Name(*boards, "beside a body", 0.6)]
    parts = names_of_list(w, at)
    conference = conference_of(w, at) if parts else None
    if conference is not None and conference >= floor:
        return [_Name(conference, parts[-1][1], "head-first", 0.7)]
    return [_Name(*part, "shared-head", 0.6, shared_head=n > 0) for n, part in enumerate(parts)]


def _beside_state(w: Words, at: int, floor: int) -> _Name | None:
    """A body that the name of its State closes: "Local Government Denmark", "Statistics Netherlands"."""
    if listed("forces", w.text[at]) or listed("members", w.text[at]):
        adjective = at > floor and w.capital(at - 1) and state_code(w.text[at - 1]) is not None
        before = w.at(at - 2)
        class_of = w.capital(at + 1) or before in ("of", "for") or (before == "the" and listed("members", w.text[at]))
        return _Name(at - 1, at + 1, "known", 0.8) if adjective and not class_of else None
    end = run_end(w, at + 1)
    if end == at + 1 or state_code(" ".join(w.text[at + 1 : end])) is None:
        return None
    if w.lower[at] not in heads() and state_code(" ".join(w.text[at:end])) is not None:
        return None  # "Air |South Sudan|"
    if w.text[at] in SETS["offices_of_states"]:
        return _Name(at, end, "known", 0.9)
    first = left_end(w, at, floor)
    return _Name(first, end, "head-last", 0.8) if first < at else None


def _known(w: Words, at: int, floor: int, parts: tuple[str, ...], kind: str) -> list[_Name] | None:
    """A known name that stands at `at`; None where the head grammar should decide, because the name goes on."""
    last = at + len(parts)
    if names_no_body(w, last) or _numbers_act(w, at, last) or w.at(last).rstrip(".") in _SYMBOLS:
        return []  # "|UN| Doc CRPD/C/2/3"
    end = next((k for k in range(last, run_end(w, last)) if ends_owner(w, k)), run_end(w, last))
    following = w.lower[last:end]  # but "UNDP’s | Regional Office" is two
    headed = any(word in heads() and word not in plural_heads() for word in following)
    united_nations = parts[0] in ("United", "UN")
    # "United Nations Convention against Torture" is no mention of the United Nations, "ILO Convention" one of ILO
    titled = any(listed("titled", word) or (united_nations and word in kinds()) for word in following)
    if titled and not headed:
        return [] if united_nations else [_Name(at, last, "known", 0.9)]
    if headed and "of" not in parts:  # "United Nations Committee on …", "World Bank Country Office"
        return None
    if at and is_states_own(w.text[at - 1], parts):
        return None
    if w.at(last) == "against" and w.capital(last + 1) and w.lower[last - 1] in heads():
        return None  # "European Commission against Racism and Intolerance"
    if kind == "ngo":
        # "the Special Olympics World Games" is an event
        return [] if any(listed("events", word) for word in following) else _known_society(w, at, last)
    first = left_end(w, at, floor) if kind in _STATE_BODIES else at
    if kind == "office" and first > 0 and listed("persons", w.lower[first - 1]):
        return []
    if first < at and listed("counted", w.lower[first]):  # "Fifth National Congress"
        return []
    if kind in _STATE_BODIES:
        last = place_end(w, last)
    return [_Name(first, last, "known", 0.97)]


def _numbers_act(w: Words, at: int, last: int) -> bool:
    """Whether a body in brackets belongs to its act: "Regulation (|EU|) No. 1177/2010", "Council Regulation (|EC|)"."""
    bracketed = w.at(at - 1) == "(" and w.at(last) == ")" and w.at(at - 2) in kinds()
    return bracketed and (w.text[at] in _EUROPEAN or listed("numbers", w.at(last + 1)))


def _known_society(w: Words, at: int, last: int) -> list[_Name]:
    """A known NGO with the State of its branch: "Kenya Red Cross", "Special Olympics Malawi"."""
    if last < w.n and w.capital(last) and state_code(w.text[last]) is not None:
        return [_Name(at, last + 1, "known", 0.95)]
    if at > 0 and w.capital(at - 1) and not listed("openers", w.lower[at - 1]) and w.text[at - 1] not in _NGO:
        # "National Special Olympics" is an event
        return [] if state_code(w.text[at - 1]) is None else [_Name(at - 1, place_end(w, last), "known", 0.95)]
    return [_Name(at, place_end(w, last), "known", 0.97)]


def _named(w: Words, at: int, floor: int) -> _Name | None:
    """The name around the head at `at`; None where it is none, or where a later head decides."""
    run = run_end(w, at + 1)
    if goes_on(w, at, run):
        return None
    head = w.lower[at]
    first = left_end(w, at, floor)
    if w.text[first] in _NGO and first + 1 < at:  # "NGO Latvian Association …"
        first += 1
    last = right_end(w, at, modified=first < at)
    before = w.lower[first - 1] if first > 0 else ""
    if is_list_or_event(w, first, at, last):
        return None
    if teaches(w, first, at, last) or (listed("officers", head) and listed("persons", before)):
        return None
    if first == at and listed("federal", head) and state_code(" ".join(w.text[at:last])) is not None:
        return None  # "Federation of Bosnia and Herzegovina"
    if first == at and last == at + 1:
        return _bare(w, at, before, run)
    if last == at + 1 and first == at - 1 and listed("compound_heads", head) and w.at(last) != "of":
        back = listed("definite", before) and w.at(last) not in ("for", "on")  # "the Working Group"
        return _Name(first, last, "back-reference", 0.7, anaphor=True) if back else None
    if is_of_any(w, first, at, last, run) or is_of_event(w, first, at) or opens_title(w, last):
        return None  # "Administration of Justice Act"
    if head == "president" and last > at + 1 and not (presides_state(w, at) or listed("presided", w.lower[last - 1])):
        return None
    return _Name(first, last, "head-last" if first < at else "head-first", 0.9)


def _bare(w: Words, at: int, before: str, run: int) -> _Name | None:
    """A head alone: a name by itself ("Government"), a back-reference ("the Ministry"), or nothing."""
    word = w.text[at]
    if w.at(at + 1) in POSSESSIVE:
        run = at + 1
    issued = run > at + 1 and any(listed("issued", later) for later in w.lower[at + 1 : run])
    if run > at + 1 and not issued:
        prefixed = (
            listed("prefixed", w.lower[at])
            and before != "and"
            and not any(later in kinds() for later in w.lower[at + 1 : run])
        )
        return _Name(at, run, "head-name", 0.8) if prefixed else None  # "Association Aspazija"
    definite = listed("definite", before)
    if listed("alone", word):
        if listed("after_the", word) and not definite:
            return None
        if at + 1 < w.n and listed("class_nouns", w.lower[at + 1]):
            return None
        if word == "Police" and (w.at(at - 2) == "“" or w.at(at + 1) == "”"):  # a course titled “The Police and …”
            return None
        if word == "Parliament" and before == "of" and w.text[at - 2] in ("Member", "Members"):
            return None  # "their local Member of |Parliament|"
        if listed("indefinite", before) or (listed("officers", w.lower[at]) and names_body_after(w, at)):
            return None
        return _Name(at, at + 1, "alone", 0.95)
    head = w.lower[at]
    vague = listed("needs_complement", head) or listed("needs_modifier", head) or listed("vague_alone", head)
    if definite and not vague and w.at(at + 1) not in ("of", "responsible", "for"):
        return _Name(at, at + 1, "back-reference", 0.75, anaphor=True)
    return None
