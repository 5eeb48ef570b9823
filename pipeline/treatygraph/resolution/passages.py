"""The report as resolution reads it: units in order, their sentences, and the mentions in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from treatygraph.report import Annotated, Mention, MentionType, Report, Unit

# A sentence ends at a stop before a capital, a bracket, a quote or a bullet, but not after an abbreviation:
# "art. 125", "No. 83", "Act. No. 31". A list item ("• ", "(2) The") is a sentence of its own.
_ABBREVIATED = re.compile(
    r"\b(?:Nos?|nos?|[Aa]rts?|[Ss]ec(?:t?s?)|[Pp]aras?|[Cc]ap|[Cc]h|p|pp|St|Mr|Mrs|Dr|cf|e\.g|i\.e|vs?|Act|Vol|U\.S)\.$"
)
_END = re.compile(r"[.!?][”\"’)\d]{0,3}\s+(?=[A-Z“\"(‘•])")
_ITEM = re.compile(r"(?:[•–▪●]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))\s")
_BEFORE_ITEM = ";:.,"

# "the |Clinics Act|, as amended by |Act No. 9 of 2008|": what is said next is said of the Act that was amended.
_ENDED = re.compile(r"\b(?:repeal|replac|abrogat|supersed|revok)\w*(?: all| the| any| its| former| old| previous)*\s$")
_AMENDED_BY = re.compile(
    r"\b(?:amended|modified|supplemented|revised)(?: and (?:amended|modified|supplemented|completed))?"
    r" (?:by|through|in|under) (?:(?:the |its )?(?:articles?|sections?) [\w ,()-]{1,20} of )?(?:the |its )?$"
)
# "the Clinics Act, which |replaced| the |Hospitals Act of 1990|": what follows is said of the Act in force.
_REPEALED = re.compile(
    r"\b(?:(?:abrogation|repeal|replacement) of|repealed|abrogated|replaced|superseded|repealing|replacing|superseding)"
    r" (?:the |its |an? )?$"
)
_AMENDED_REACH = 48  # code points before a name in which its amending is told
# "Act No. 9 repealed the provisions of the |Family Code| that were unfair. Article 13 was abrogated.": of the Code
_CHANGED_IN_PART = re.compile(
    r"\b(?:amend|modif|supplement|repeal|abrogat|abolish|replac|delet|chang|revis|insert|introduc|add|ma[dk]e)\w*"
    r"(?: [a-z-]+){0,5}?"
    r" (?:provisions?|articles?|sections?|chapters?|parts?|amendments?|changes?|modifications?|reforms?)"
    r"(?: (?:contained|set out|laid down))? (?:of|to|in|into|from) (?:the |its )?$"
)
_CHANGED_REACH = 80  # code points before a name in which is told what of it was changed
# "the |Education Programme| “Schools for All” approved by |Government Resolution No. 3|. This document presents …"
_APPROVED_BY = re.compile(
    r"(?:^|[”\"’)]|\b)[,;]? ?\(?(?:was |were |which was |as )?(?:approved|adopted|endorsed|ratified)"
    r" (?:by|through|under|with|pursuant to) (?:the |a )?$"
)


@dataclass(frozen=True, slots=True)
class Row:
    """The mentions of one type in a unit, in order and found by their place: no two of one type overlap.

    `indices` are those in `Annotated.mentions`.
    """

    indices: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def touching(self, start: int, end: int) -> tuple[int, ...]:
        """The mentions that share a code point with `start:end`."""
        return self.indices[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def inside(self, start: int, end: int) -> tuple[int, ...]:
        """The mentions that stand in `start:end`."""
        return self.indices[bisect_left(self.starts, start) : bisect_right(self.ends, end)]

    def around(self, start: int, end: int) -> int | None:
        """The mention that has all of `start:end` inside."""
        at = bisect_right(self.starts, start) - 1
        return self.indices[at] if at >= 0 and end <= self.ends[at] else None

    def opening(self, at: int) -> int | None:
        """The mention that begins at a code point."""
        place = bisect_left(self.starts, at)
        return self.indices[place] if self.starts[place : place + 1] == (at,) else None

    def closing(self, at: int) -> int | None:
        """The mention that ends at a code point."""
        place = bisect_left(self.ends, at)
        return self.indices[place] if self.ends[place : place + 1] == (at,) else None

    def before(self, at: int) -> int | None:
        """The last mention that ends up to a code point."""
        place = bisect_right(self.ends, at) - 1
        return self.indices[place] if place >= 0 else None

    def near(self, at: int, most: int) -> tuple[int, ...]:
        """The mentions that begin nearest to a code point: at most `most` before it and as many from it on."""
        place = bisect_left(self.starts, at)
        return self.indices[max(0, place - most) : place + most]


def row_of(indices: Iterable[int], mentions: Sequence[Mention]) -> Row:
    """Mentions of one type, in order, as a row."""
    kept = tuple(indices)
    return Row(kept, tuple(mentions[i].start for i in kept), tuple(mentions[i].end for i in kept))


_NONE = Row()


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit with the starts of its sentences and the indices of its mentions in `Annotated.mentions`.

    `index` counts the paragraphs and tables; a note has that of the unit in which its mark stands. Where there are no
    mentions nothing asks for sentences: the unit counts as one.
    """

    index: int
    unit: Unit
    starts: tuple[int, ...]
    mentions: tuple[int, ...]
    rows: Mapping[MentionType, Row]

    @property
    def is_note(self) -> bool:
        """Whether it is a note: what it names is no topic of the text that goes on after its mark."""
        return self.unit.kind == "note"

    def row(self, kind: MentionType) -> Row:
        """The mentions of one type."""
        return self.rows.get(kind, _NONE)

    def sentence(self, at: int) -> tuple[int, int]:
        """Start and end of the sentence that holds the code point `at`."""
        i = max(bisect_right(self.starts, at) - 1, 0)
        end = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.unit.text)
        return self.starts[i], end


@dataclass(frozen=True, slots=True)
class Discourse:
    """A report's passages and all its mentions in reading order."""

    report: Report
    mentions: tuple[Mention, ...]
    passages: tuple[Passage, ...]
    places: dict[str, int]

    def passage(self, mention: Mention) -> Passage:
        """The passage that a mention stands in."""
        return self.passages[self.places[mention.unit]]


def is_amender(text: str, start: int) -> bool:
    """Whether the instrument that begins at `start` is named for what it amended alone, or for its repeal."""
    reach = max(0, start - _AMENDED_REACH)
    return bool(_AMENDED_BY.search(text, reach, start) or _REPEALED.search(text, reach, start))


def is_ended(text: str, start: int) -> bool:
    """Whether the text before `start` ends the law that it names: "replacing the |1994 Criminal Code|"."""
    return bool(_ENDED.search(text, max(0, start - _AMENDED_REACH), start))


def is_changed_in_part(text: str, start: int) -> bool:
    """Whether the text before `start` tells that a part of the law that it names was changed, and no article of it."""
    return bool(_CHANGED_IN_PART.search(text, max(0, start - _CHANGED_REACH), start))


def is_approver(text: str, start: int) -> bool:
    """Whether the instrument that begins at `start` is named for what it approved alone."""
    return bool(_APPROVED_BY.search(text, max(0, start - _AMENDED_REACH), start))


def sentence_starts(text: str) -> tuple[int, ...]:
    """The code points at which the sentences and list items of a text begin."""
    starts = {0}
    for end in _END.finditer(text):
        if not _ABBREVIATED.search(text, max(0, end.start() - 6), end.start() + 1):
            starts.add(end.end())
    starts.update(item.start() for item in _ITEM.finditer(text) if _opens_item(text, item.start()))
    return tuple(sorted(starts))


def _opens_item(text: str, mark: int) -> bool:
    """Whether a list item may begin at a bullet or a number in brackets: "; or |(b) …", but not "under |(b) …"."""
    at = _before_blanks(text, mark)
    joint = next((word for word in ("or", "and") if at < mark and text.endswith(word, 0, at)), "")
    at = _before_blanks(text, at - len(joint))
    return at == 0 or text[at - 1] in _BEFORE_ITEM


def _before_blanks(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def read_discourse(annotated: Annotated) -> Discourse:
    """Put an annotated report's mentions in the order of its units; mentions of unknown units are left out."""
    places = {unit.id: i for i, unit in enumerate(annotated.report.units)}
    mentions = tuple(
        sorted(
            (m for m in annotated.mentions if m.unit in places), key=lambda m: (places[m.unit], m.start, -m.end, m.type)
        )
    )
    by_unit: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        by_unit.setdefault(mention.unit, []).append(i)
    counts = accumulate(int(unit.kind != "note") for unit in annotated.report.units)
    passages = tuple(
        _passage(count - 1, unit, by_unit.get(unit.id, ()), mentions)
        for count, unit in zip(counts, annotated.report.units, strict=True)
    )
    return Discourse(annotated.report, mentions, passages, places)


def _passage(index: int, unit: Unit, indices: Sequence[int], mentions: Sequence[Mention]) -> Passage:
    by_type: dict[MentionType, list[int]] = {}
    for i in indices:
        by_type.setdefault(mentions[i].type, []).append(i)
    rows = {kind: row_of(row, mentions) for kind, row in by_type.items()}
    return Passage(index, unit, sentence_starts(unit.text) if indices else (0,), tuple(indices), rows)
