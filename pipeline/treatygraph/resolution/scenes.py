"""A unit with its mentions masked, for patterns that speak of "instrument, verb, instrument".

Every code point of a date, an instrument or an agency becomes a private character, so that offsets stay those of the
unit's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from treatygraph.report import Mention, MentionType, Path
from treatygraph.resolution.agencies import AgencyReference, AgencyRegister
from treatygraph.resolution.identity import Register
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.readings import Reading
from treatygraph.resolution.references import Reference
from treatygraph.resolution.subjects import read_lexicon
from treatygraph.resolution.wordings import Instrument

# A mention is masked by its mark and, for its further code points, by the filler. A pattern takes all the filler at
# once, so that no mention can be read as several.
DATE_MARK, INSTRUMENT_MARK, AGENCY_MARK, _FILLER = "\ue010", "\ue011", "\ue012", "\ue013"
DATE, AGENCY = rf"{DATE_MARK}{_FILLER}*+", rf"{AGENCY_MARK}{_FILLER}*+"
INSTRUMENT = rf"{INSTRUMENT_MARK}{_FILLER}*+"

# "on 29 April 2004", "in 2010,"
WHEN = rf"(?:(?:on|in|of|dated|from|since|by)?(?: the)? ?{DATE},? ?)"
# What stands before a name: "the", "a new", an opening quote.
_DETERMINER = r"(?:the|a|an|its|their|this|that|these|two|three|said)"
_WHICH_ONE = r"(?:new|first|following|national|revised|current|earlier|former|old|previous|existing|amended|updated)"
ARTICLE = rf"(?:{_DETERMINER}? ?{_WHICH_ONE}|{_DETERMINER})? ?"
# A gloss or a source: " (Valstybės žinios (Official Gazette) 2011, No. 134-6387)".
BRACKET = rf"(?: ?\((?:[^(){INSTRUMENT_MARK}]|\([^()]*\)){{0,80}}\))?"
# Between two names of a list within a sentence: ", of 1966, the", " and ", and of a list of items: "; (2) The", " • ".
_CLOSES = rf"[”\"]?(?: ?\([^()]*\))?(?: {WHEN})?(?:,? of {DATE})?"
_OPENS = r"(?:[Tt]he |a |an |its |their )?[“\"]?"
_SEPARATOR = re.compile(rf"{_CLOSES} ?,? ?(?:(?:and|or|as well as|and also) (?:to |of )?)?{_OPENS}")
_ITEM = re.compile(rf"{_CLOSES} ?[,;.]? ?(?:(?:and|or) )?(?:[•–-] ?|\(\w{{1,4}}\) ?)?{_OPENS}")
# "amended article 57 of the |Civil Code|, articles 22 and 39 of the |Penal Code| and the |Evidence Act|"
_DIVIDED = re.compile(
    rf"{_CLOSES} ?,? ?(?:(?:and|or) )?(?:the )?(?:articles?|sections?|paragraphs?) "
    rf"[^{INSTRUMENT_MARK}{AGENCY_MARK}.;:]{{1,60}} of {_OPENS}"
)
_LIST_GOES_ON = re.compile(r"[”\"]?(?: ?\([^()]*\))?(?:[,.;)]| and | or |$)")

_PREPOSITIONS = "of|for|under|to|in|with|by|from|on|into|against|through|implementing"
_OBJECT = re.compile(rf"\b(?:{_PREPOSITIONS})(?: (?:the|its|this|that|their|an?))? ?[“\"]?$")
_OPENS_GLOSS, _CLOSES_GLOSS = re.compile(r" ?\([^()]{0,30}"), re.compile(r"[^()]{0,20}\)")
_WERE = re.compile(r"[”\"]?,? (?:which |both |all )?(?:were|have)\b")
_CLAUSE = re.compile(r"[;:]|, (?:and|but|which|while)\b")
# What leads to a name or a verb is looked for in this many code points before it: more than any pattern can take, so
# that a long unit is not read from its beginning for each of its mentions.
_LEAD = 400
_CLAUSE_LEAD = 70  # … and what says that something has not happened

Thing = Literal["instrument", "agency", "state"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation between keys: the subject is an instrument, the object an instrument, an agency or a State.

    `subject_thing` is "agency" where the subject is a body, too: what it was renamed. `evidence` are indices of
    mentions; `path` narrows an instrument to a provision.
    """

    unit: str
    subject: int
    predicate: str
    thing: Thing
    object: int | str
    evidence: tuple[int, ...]
    date: str | None = None
    path: Path = ()
    rule: str = ""
    confidence: float = 0.9
    subject_thing: Literal["instrument", "agency"] = "instrument"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything that statements are about."""

    discourse: Discourse
    reading: Reading
    register: Register
    references: Mapping[int, Reference]
    agencies: AgencyRegister
    agency_references: Mapping[int, AgencyReference]

    def mention(self, index: int) -> Mention:
        """The mention at an index."""
        return self.discourse.mentions[index]

    def instrument(self, index: int) -> Instrument:
        """The instrument that a mention denotes."""
        return self.register.at(self.references[index].instrument)

    def is_international(self, index: int) -> bool:
        """Whether an agency mention denotes an international body."""
        return self.agencies.at(self.agency_references[index].agency).level == "international"

    def agency(self, index: int) -> int:
        """The key of the agency that a mention denotes."""
        return self.agencies.at(self.agency_references[index].agency).key


@dataclass(frozen=True, slots=True)
class Scene:
    """A unit with its mentions masked; `things` are the instrument and agency mentions that stand in no other one.

    `instruments` are the instruments among them, in order; `dates` are the dates outside of all names by the code
    point where each begins, `values` those with each EDTF value in order; `places` tells where an instrument stands
    among the others, `followers` which thing comes after another.
    """

    cast: Cast
    passage: Passage
    masked: str
    things: tuple[int, ...]
    instruments: tuple[int, ...]
    dates: Mapping[int, int]
    values: Mapping[str, Sequence[int]]
    places: Mapping[int, int]
    followers: Mapping[int, int]

    @property
    def unit(self) -> str:
        """The id of the unit."""
        return self.passage.unit.id

    def is_a(self, index: int, kind: MentionType) -> bool:
        """Whether a mention is of a type."""
        return self.cast.mention(index).type == kind

    def between(self, first: int, second: int) -> str:
        """The masked text between two mentions."""
        return self.masked[self.cast.mention(first).end : self.cast.mention(second).start]

    def lead(self, at: int, start: int = 0) -> str:
        """The masked text before a code point, from `start` or from as far back as a pattern can reach."""
        return self.masked[max(start, at - _LEAD) : at]

    def date_at(self, at: int) -> str | None:
        """The EDTF value of the date mention that begins at a code point."""
        return self.cast.mention(self.dates[at]).value if at in self.dates else None

    def date_of(self, value: str, at: int) -> int | None:
        """The first date mention with an EDTF value from a code point on; before it, where none follows."""
        dates = self.values.get(value, ())
        place = bisect_left(dates, at, key=lambda i: self.cast.mention(i).start)
        return dates[place] if place < len(dates) else next(iter(dates), None)

    def list_from(self, first: int, lead: str, *, one_group: bool) -> list[int]:
        """The instruments of the list that begins with `first`, if so asked of its group only: "X, the Y and the Z".

        The list goes on over items ("; (2) The …", " • …") only if the words that lead to it open one: ":", "•".
        """
        separator = _ITEM if re.search(r"[:•]|\(\w\)", lead) else _SEPARATOR
        found = [first]
        instruments = self.instruments
        for place in range(self.places[first] + 1, len(instruments)):
            i = instruments[place]
            between = self.between(found[-1], i)
            divided = _DIVIDED.fullmatch(between) and _LIST_GOES_ON.match(self.masked, self.cast.mention(i).end)
            if not (separator.fullmatch(between) or divided):
                break
            if one_group and self.cast.instrument(i).group != self.cast.instrument(first).group:
                break
            found.append(i)
        return found

    def list_to(self, last: int) -> list[int]:
        """The instruments of its group in the list that ends with `last`: "the Rules X and the Rules Y |were| …"."""
        found = [last]
        instruments = self.instruments
        if not _WERE.match(self.masked, self.cast.mention(last).end):
            return found
        for place in range(self.places[last] - 1, -1, -1):
            i = instruments[place]
            if not _SEPARATOR.fullmatch(self.between(i, found[-1])):
                break
            its = self.between(i, found[-1]) == " and its "  # "|Act No. 10| and its |implementing regulation| were …"
            if self.cast.instrument(i).group != self.cast.instrument(last).group and not its:
                break
            found.append(i)
        return found[::-1]

    def goes_on(self, first: int, second: int) -> bool:
        """Whether nothing but the separators of a list stands between two instruments."""
        return bool(_SEPARATOR.fullmatch(self.between(first, second)))

    def in_provision(self, index: int) -> bool:
        """Whether a provision stands around an instrument: "article 532 of the |Code|"."""
        mention = self.cast.mention(index)
        return self.passage.row("provision").around(mention.start, mention.end) is not None

    def is_object(self, index: int) -> bool:
        """Whether a preposition stands before a mention: it is no subject of "was approved", what is before it is."""
        return bool(_OBJECT.search(self.lead(self.cast.mention(index).start)))

    def is_pending(self, at: int) -> bool:
        """Whether the clause before `at` says that it has not happened: "is considering", "the issue of", "will"."""
        start, _ = self.passage.sentence(at)
        clause = _CLAUSE.split(self.lead(at, start))[-1][-_CLAUSE_LEAD:]
        return bool(_not_yet().search(clause))

    def pairs(self) -> list[tuple[int, int]]:
        """Neighbouring instrument and agency mentions."""
        return list(pairwise(self.things))

    def instrument_pairs(self) -> list[tuple[int, int]]:
        """Neighbouring instrument mentions."""
        return list(pairwise(self.instruments))


def set_scene(cast: Cast, passage: Passage) -> Scene:
    """Mask the mentions of a unit."""
    text = list(passage.unit.text)
    things: list[int] = []
    dates: dict[int, int] = {}
    end = -1
    for i in passage.mentions:
        mention = cast.mention(i)
        if mention.start < end or mention.type == "provision":
            continue
        if things and _is_gloss(cast, passage, things[-1], i):
            continue
        if mention.type == "instrument":
            mark, end = INSTRUMENT_MARK, mention.end
            things.append(i)
        elif mention.type == "agency":
            mark, end = AGENCY_MARK, mention.end
            things.append(i)
        else:
            mark, end = DATE_MARK, mention.end
            dates[mention.start] = i
        text[mention.start : mention.end] = mark + _FILLER * (mention.end - mention.start - 1)
    instruments = tuple(i for i in things if cast.mention(i).type == "instrument")
    places = {i: place for place, i in enumerate(instruments)}
    return Scene(
        cast,
        passage,
        "".join(text),
        tuple(things),
        instruments,
        dates,
        _by_value(cast, dates.values()),
        places,
        dict(pairwise(things)),
    )


def _by_value(cast: Cast, dates: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i in dates:
        found.setdefault(cast.mention(i).value or "", []).append(i)
    return found


def _is_gloss(cast: Cast, passage: Passage, before: int, index: int) -> bool:
    """Whether a mention is the bracket after its full name: "Convention on the Rights of the Child (|CRC|)"."""
    first, second = cast.mention(before), cast.mention(index)
    text = passage.unit.text
    if (
        first.type != second.type
        or second.start < first.end
        or not _OPENS_GLOSS.fullmatch(text, first.end, second.start)
        or not _CLOSES_GLOSS.match(text, second.end)
    ):
        return False
    if second.type == "instrument":
        return cast.instrument(before).key == cast.instrument(index).key
    return cast.agency(before) == cast.agency(index)


@lru_cache
def verbs(predicate: str, form: str) -> str:
    """A pattern for the verbs that the lexicon lists under a predicate: `verbs("approves", "passive")`."""
    words = sorted(read_lexicon("statements")[predicate][form], key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")" if words else r"(?!)"


@lru_cache
def passive(predicate: str, form: str = "passive") -> str:
    """A pattern from what is acted on up to its passive verb: ", which were approved on 29 April 2004 "."""
    auxiliaries = (
        r"(?:was|were|is|are|has|have|had|been|being|also|first|last|most|recently|subsequently|later|lately|and|duly|officially|"
        r"formally|finally|further|then|(?:devised|drafted|developed|drawn up|prepared|formulated) and) "
    )
    also = r"(?:and (?:approved|adopted|enacted|promulgated|published|implemented|launched) )?"
    return (
        # "Act on labour proceedings, consolidated text approved by Royal Decree-Law No. 2/1995"
        # "and its |Optional Protocol| (hereinafter the |Convention|) was ratified by the |Law|"
        rf"[”\"]?(?:{BRACKET},? ?\(?|\) )(?:which |that |as |(?:the )?(?:consolidated|revised) (?:text|version) )?"
        rf"(?:{auxiliaries}|{WHEN})*{verbs(predicate, form)}(?: into law)?,? {also}{WHEN}?"
    )


@lru_cache(maxsize=1)
def _not_yet() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in read_lexicon("statements")["guards"]["not_yet"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
