"""Which part of a State a law is of: an entity, a country of a kingdom, a province, a state of a federation.

    "In the |RS|, amendments were made to the |Law on Health Insurance|"       the heading "Greenland"
    "The |Law on Sign Language| has been adopted in the |RS|."

Laws of two parts have one name. The name itself tells the part, the words behind it, its sentence, the paragraph or
the heading: whatever of these names just one part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from treatygraph.recognition.grammar.states import adjective_pattern, state_code, state_pattern
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.aliases import is_acronym, without_own_acronym
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.subjects import content_words, is_generic, read_lexicon
from treatygraph.resolution.wordings import group_of

# Laws that parts of a State make; a constitution has its part in its title, a judgment's court tells whose it is.
_MADE_BY_PARTS = frozenset({"act", "code", "executive", "regulation", "programme", "bill", "soft-law"})
# "The Law on Sign Language |has been adopted in the| RS", "the Law on Urban Planning |on the level of the| FBH"
_BEHIND = re.compile(
    r"[”\"]?(?: (?:is|was|were|has|have|been|being|also|currently|passed|adopted|enacted|drafted|prepared|in force"
    r"|applicable|applied)){0,5} (?:in|of|for|at|on) (?:the )?(?:(?:level|territory) of (?:the )?)?$"
)
_BEHIND_REACH = 80
# "Law on the Use of Land |on the Level of the| Federation of Bosnia and Herzegovina"
_LEVEL = re.compile(r" (?:on|at|in) the ([Ll]evel|[Tt]erritory) of ")
_AND = re.compile(r",?(?: and| or|,)?(?: in| of)?(?: the)? ")
# "|In the| FBiH, the …", "… of the RS |and the| Rulebook"
_LEADS = re.compile(r"(?:^|[.;:•,]\s)\W*[Ii]n (?:the )?(?:case of (?:the )?)?$")
_LEAD_REACH = 30
# So many parts before a name and behind it are looked at; a sentence has a handful.
_MOST = 20
_JOINED = re.compile(r"[”\"]?(?:, | and | as well as |, and )(?:the |its |a )?$")


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the State to which words give a law: those of its name, of its sentence, or those around."""

    name: str
    told_by: Literal["name", "sentence", "surroundings"]


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a State as a text names it, from code point `start` to `end`."""

    name: str
    start: int
    end: int


def parts_of_names(discourse: Discourse, names: Mapping[int, InstrumentName], full: Iterable[int]) -> dict[int, Part]:
    """The part of the State that a name is of; without number and date, where words around it name just one.

    `names` are those of the instrument mentions, `full` those that do not refer back. In a State whose laws are in most
    matters its own, a title counts only if its sentence gives it to a part wherever it is named: elsewhere "the
    Building Act" may be the State's.
    """
    state, places = discourse.report.state, _Places(discourse)
    found: dict[int, Part] = {}
    titles: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for i in full:
        mention, name = discourse.mentions[i], names[i]
        words, group = content_words(name.subject), group_of(name.kind)
        if (
            group not in _MADE_BY_PARTS
            or is_generic(words)
            or is_acronym(mention.text)
            or name.level == "international"
        ):
            continue
        titles[group, words].append(i)
        part = places.part_of(mention, of_plan=group in {"programme", "soft-law"})
        if part is not None and (part.told_by == "name" or not (name.number or name.date)):
            found[i] = part
    for same in titles.values():
        told = all(i in found and found[i].told_by != "surroundings" for i in same)
        for i in same:
            if i in found and not (told or has_laws_of_one_name(state) or has_own_laws(state, found[i].name)):
                del found[i]
    return found


def named_part(place: str, state: str | None) -> str | None:
    """The part of the State that a gazette's place is: "Federation of BH"; None for the whole State or another."""
    named = {part.name for part in find_parts(place, state)}
    return named.pop() if len(named) == 1 else None


def words_for_parts(state: str | None) -> tuple[str, ...]:
    """The patterns of the words for the parts of a State, ISO alpha-3: "Walloon", "Wallonia"."""
    return tuple(word for words in read_lexicon("parts")["of"].get(state or "", {}).values() for word in words)


def has_own_laws(state: str | None, part: str) -> bool:
    """Whether a name to which no part is given is no law of this part, but the State's: Greenland's Criminal Code."""
    laws = read_lexicon("parts")["laws"]
    return state in laws["own"] or part in laws["own_of"]


def has_laws_of_one_name(state: str | None) -> bool:
    """Whether the parts of the State have laws of one name each, so that "the |Labour Law|" may be any of them."""
    return state in read_lexicon("parts")["laws"]["shared"]


def is_of_the_whole(text: str, state: str | None) -> bool:
    """Whether a name gives a law to the whole State: "Law on Sports of BiH", not "… of the Federation of BiH"."""
    bare = _without_parts(text, state)
    if without_own_acronym(bare, state) != " ".join(bare.split()):
        return True
    return any(state_code(found[0]) == state for found in _states().finditer(bare))


def find_parts(text: str, state: str | None) -> list[Named]:
    """The parts of the State that a text names, in order."""
    found = []
    for match in _pattern(state).finditer(text):
        index = next((key for key, value in match.groupdict().items() if value), "")
        found.append(Named(_names(state)[int(index[1:])] if index != "any" else _bare(match[0]), *match.span()))
    return found


def words_of_parts(text: str, state: str | None) -> frozenset[str]:
    """The content words with which a name gives a law to a part of the State: "Law on Patients of the |FBH|"."""
    named = find_parts(text, state)
    words = (content_words(f"{part.name} {text[part.start : part.end]}") for part in named)
    return frozenset().union(*words, *(content_words(level[1]) for level in _LEVEL.finditer(text)))


class _Places:
    """The parts of the State that a report's texts and headings name, each text read once."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._state = discourse.report.state
        self._here: dict[str, tuple[list[Named], list[int]]] = {}
        self._headings: dict[int, frozenset[str]] = {}

    def part_of(self, mention: Mention, *, of_plan: bool) -> Part | None:
        """The part that the name itself, the words beside it, its sentence, its paragraph or its heading tell.

        A plan is not that of the place of a meeting: the part stands before it.
        """
        passage = self._discourse.passage(mention)
        named, starts = self._in(passage)
        if not named:
            part = None if of_plan else self._in_heading(passage.unit.section_index)
            return part if part and not is_of_the_whole(mention.text, self._state) else None
        inside = named[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]
        if inside or is_of_the_whole(mention.text, self._state):
            own = {part.name for part in inside}
            return Part(own.pop(), "name") if len(own) == 1 else None
        text = passage.unit.text
        before = named[: bisect_left(starts, mention.start)][-_MOST:]
        behind = named[bisect_left(starts, mention.end) :][:_MOST]
        beside = _beside(text, mention, before, behind)
        if beside is not None:
            return beside if beside.name else None
        start, end = passage.sentence(mention.start)
        before, behind = [x for x in before if x.start >= start], [x for x in behind if x.start < end]
        part = _in_sentence(text, mention, before, [] if of_plan else behind)
        return part or (None if of_plan else _only(frozenset(x.name for x in named)))

    def _in(self, passage: Passage) -> tuple[list[Named], list[int]]:
        unit = passage.unit
        if unit.id not in self._here:
            named = find_parts(unit.text, self._state)
            self._here[unit.id] = named, [part.start for part in named]
        return self._here[unit.id]

    def _in_heading(self, index: int) -> Part | None:
        """The one part that the nearest heading names which names any."""
        sections = self._discourse.report.sections
        while index >= 0:
            if index not in self._headings:
                named = find_parts(sections[index].heading, self._state)
                self._headings[index] = frozenset(part.name for part in named)
            if self._headings[index]:
                return _only(self._headings[index])
            index = sections[index].parent
        return None


def _only(named: frozenset[str]) -> Part | None:
    return Part(next(iter(named)), "surroundings") if len(named) == 1 else None


def _beside(text: str, mention: Mention, before: list[Named], behind: list[Named]) -> Part | None:
    """The part right before a name or behind it; one without a name where two stand behind: "in the RS and the FBH"."""
    if before and text[before[-1].end : mention.start] in {" ", "’s ", "'s "}:
        return Part(before[-1].name, "name")  # "The Greenland |criminal code|"
    reach = mention.end + _BEHIND_REACH
    if not behind or not _BEHIND.fullmatch(text, mention.end, min(behind[0].start, reach)):
        return None
    several = len(behind) > 1 and _AND.fullmatch(text, behind[0].end, behind[1].start)
    return Part("" if several else behind[0].name, "name")


def _in_sentence(text: str, mention: Mention, before: list[Named], behind: list[Named]) -> Part | None:
    """The one part that a sentence names, or the last before a name that leads in to it."""
    named = {part.name for part in (*before, *behind)}
    if len(named) == 1:
        return Part(named.pop(), "sentence")
    if not before:
        return None
    last = before[-1]
    leads = _LEADS.search(text, max(0, last.start - _LEAD_REACH), last.start) is not None
    return Part(last.name, "sentence") if leads or _JOINED.fullmatch(text, last.end, mention.start) else None


def _without_parts(text: str, state: str | None) -> str:
    return _pattern(state).sub(" ", text)


@lru_cache
def _names(state: str | None) -> tuple[str, ...]:
    return tuple(read_lexicon("parts")["of"].get(state or "", {}))


@lru_cache
def _pattern(state: str | None) -> re.Pattern[str]:
    """The parts of the State by their names, and those that say what they are: "|Tuzla| Canton"."""
    listed = read_lexicon("parts")["of"].get(state or "", {})
    words = "|".join(read_lexicon("parts")["any"]["words"])
    named = "|".join(f"(?P<p{n}>{'|'.join(patterns)})" for n, patterns in enumerate(listed.values()) if patterns)
    capital = r"[^\W\d_a-z][\w’]+(?:[- ][^\W\d_a-z][\w’]+)?"
    any_part = rf"(?P<any>{capital} (?:{words})(?! of)|(?:{words}) of {capital})"
    return re.compile(rf"(?<![\w-])(?:{named + '|' if named else ''}{any_part})(?![\w-])")


def _bare(part: str) -> str:
    words = "|".join(read_lexicon("parts")["any"]["words"])
    return re.sub(rf"^(?:{words}) of |^The | (?:{words})$", "", part)


@lru_cache(maxsize=1)
def _states() -> re.Pattern[str]:
    return re.compile(rf"{state_pattern()}|\b{adjective_pattern()}")
