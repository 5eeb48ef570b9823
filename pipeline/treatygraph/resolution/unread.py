"""What no rule read of a report: the next words to add.

A provision without a law, a tail that was passed over, a name of which a kind and a number or a title stand there and
no rule reads the rest, a bracket that a mention leaves open, an instrument of which no more than kind and year is
known. Each says what stands in the text, never what it may be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from treatygraph.recognition.grammar.lexicon import kinds
from treatygraph.report import Annotated, Entity, Mention, Unit, Unread, UnreadReason
from treatygraph.resolution.subjects import read_lexicon

_LONGEST = 80
_Name = tuple[int, int, str]  # start, end, what is missing
_WORD = r"[^\W_](?:[\w’'./:-]*\w)?"
# "section 2 |of the Charter of Pilots|", "article 259 |of LeCrim|", "article 3 |of the 2021 Civil Service Act|"
_BEHIND = re.compile(
    r",? (?:of|in|from|to)(?: of)? (?:the |its |this |that |an? )?(?:same |said |present )?"
    r"(?P<missing>(?:[A-Z]\.){2,}(?: ?\d+)?"
    rf"|(?:\d{{4}} )?(?=[A-Z0-9]){_WORD}(?: (?:(?:of|and|the|for|on|in|to|de) ){{0,2}}(?=[A-Z0-9]){_WORD})*"
    r"|[a-z]+(?: [a-z]+)?)"
)
# What stands behind a word that names: "the Guideline| No. 12|", "B.P.| 881|"
_NUMBER = re.compile(r" (?:No\.?|Nos\.?|№|n[º°]|Number) ?[\w./-]*\d(?![\w%])|(?<=[A-Z]\.) \d+(?![\w%])")
_LETTERS = re.compile(r"\.[A-Z]\.(?= \d)")
_NAMING = re.compile(r"[A-Z][^\W\d_]+|(?:[A-Z]\.){2,}")
_OPENING = frozenset('(“"«[‘')
# "the Guideline| “On Pilots”|", "the Charter| to amend the Charter|", "the Guideline| on the Lifts of Harbours|"
_TITLE = re.compile(
    r" (?:[“«][^”»\n]{1,76}[”»]|(?:on|concerning|regarding|to amend)(?: the)?"
    r"(?: (?:(?:of|and|the|for|on) )*[A-Z][\w’-]*)+)"
)
_NUMBER_MARKS = (" No.", " No ", " Nos", " Number", " №", " nº", " n°")
_ON = re.compile(r" on (?:the )?[A-Z]")
_TITLE_MARKS = (" concerning ", " regarding ", " to amend ", " “", " «")
# "Official Gazette of Bosnia and |Herzegovina No. 76/08|"
_GAZETTE = re.compile(r"\b(?:gazette|journal|bulletin|gaceta|diario|official)\b[^.;\n]{0,60}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:the )?(?:of |\(|\)|,|\b\d{4}\b|\s)*", re.IGNORECASE)


def list_unread(annotated: Annotated) -> tuple[Unread, ...]:
    """What no rule read of a report that is resolved, in the order of the text."""
    by_unit: dict[str, list[Mention]] = defaultdict(list)
    for mention in annotated.mentions:
        by_unit[mention.unit].append(mention)
    bare = {entity.id for entity in annotated.entities if _is_bare(entity)}
    names = _names_by_unit(annotated.report.units)
    found: list[Unread] = []
    for i, unit in enumerate(annotated.report.units):
        found += sorted(_of_unit(unit, by_unit[unit.id], names[i], bare), key=lambda each: each.start)
    return tuple(found)


def _of_unit(unit: Unit, mentions: list[Mention], names: list[_Name], bare: set[str]) -> list[Unread]:
    found = [*_unread_provisions(unit, mentions), *_unread_mentions(unit, mentions, bare)]
    taken = [(each.start, each.start + len(each.words)) for each in found]
    taken += [(mention.start, mention.end) for mention in mentions if mention.type != "date"]
    return [*found, *_unread_names(unit, names, taken)]


def _unread_provisions(unit: Unit, mentions: list[Mention]) -> Iterator[Unread]:
    for mention in mentions:
        if mention.type == "provision" and mention.entity is None:
            behind = _BEHIND.match(unit.text, mention.end)
            end = behind.end() if behind else mention.end
            missing = behind["missing"] if behind else ""
            yield _unread("provision without a law", missing, unit, mention.start, end)


def _unread_mentions(unit: Unit, mentions: list[Mention], bare: set[str]) -> Iterator[Unread]:
    starts = [mention.start for mention in mentions if mention.type == "instrument"]
    for mention in mentions:
        if mention.resolved_by == "unread tail":
            end = min((start for start in starts if start >= mention.end), default=mention.end)
            tail = unit.text[mention.end : end].strip(" ,").removesuffix(" the").removesuffix(" of").strip(" ,")
            yield _unread("unread tail", tail, unit, mention.start, end)
        if mention.type in ("instrument", "agency") and mention.text.count("(") != mention.text.count(")"):
            yield _unread("open bracket", mention.text, unit, mention.start, mention.end)
        if mention.type == "instrument" and mention.entity in bare and not mention.anaphor:
            yield _unread("kind and year alone", mention.text, unit, mention.start, mention.end)


def _unread_names(unit: Unit, names: list[_Name], taken: list[tuple[int, int]]) -> Iterator[Unread]:
    for start, end, missing in names:
        if not any(start < its_end and its_start < end for its_start, its_end in taken):
            taken.append((start, end))
            yield _unread("unread name", missing, unit, start, end)


def _names_by_unit(units: Sequence[Unit]) -> dict[int, list[_Name]]:
    """What may name an instrument, by the place of its unit: sought in all units at once, which takes half the time."""
    starts = [0, *accumulate(len(unit.text) + 1 for unit in units)]
    text = "\n".join(unit.text for unit in units)
    names: dict[int, list[_Name]] = defaultdict(list)
    for start, end, missing in sorted((*_numbered(text), *_titled(text))):
        place = bisect_right(starts, start) - 1
        names[place].append((start - starts[place], end - starts[place], missing))
    return names


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Words with a number behind them, that is no number of a gazette, a school, a table."""
    for at in (*_places(text, _NUMBER_MARKS), *(letters.end() for letters in _LETTERS.finditer(text))):
        number = _NUMBER.match(text, at)
        if number is None:
            continue
        start = _word_start(text, at)
        start += text[start] in _OPENING
        word = text[start:at]
        if not _NAMING.fullmatch(word) or word.lower() in _no_instruments():
            continue
        if not _GAZETTE.search(text, max(0, start - _LONGEST), start):
            yield start, number.end(), word


def _titled(text: str) -> Iterator[tuple[int, int, str]]:
    """Kinds of instruments with a title behind them."""
    for at in (*_places(text, _TITLE_MARKS), *(on.start() for on in _ON.finditer(text))):
        if not text[at - 1].islower():
            continue
        start = _word_start(text, at)
        if text[start].isupper() and text[start:at].lower() in kinds() and (title := _TITLE.match(text, at)):
            yield start, title.end(), text[start : title.end()]


def _word_start(text: str, end: int) -> int:
    return max(text.rfind(" ", 0, end), text.rfind("\n", max(0, end - _LONGEST), end)) + 1


def _places(text: str, marks: tuple[str, ...]) -> Iterator[int]:
    for mark in marks:
        at = text.find(mark, 1)
        while at != -1:
            yield at
            at = text.find(mark, at + 1)


def _unread(why: UnreadReason, missing: str, unit: Unit, start: int, end: int) -> Unread:
    regions = unit.regions(start, end)
    page = regions[0].page if regions else unit.page
    return Unread(why, missing, unit.text[start : min(end, start + _LONGEST)], unit.id, start, page)


def _is_bare(entity: Entity) -> bool:
    """Whether an instrument is known by kind and year alone: "the 2006 Act", "Act 2018"."""
    if entity.type != "instrument" or entity.number or entity.kind in ("constitution", "treaty") or not entity.date:
        return False
    words = entity.name.lower().removeprefix("the ").split()
    named = [word.strip("(),") for word in words if not _YEAR.fullmatch(word)]
    return len(entity.date) == len("2006") and " ".join(named) in kinds()


@cache
def _no_instruments() -> frozenset[str]:
    """Words that a number follows and that are no kind of instrument: "School No. 12", "Table No. 3"."""
    return frozenset(read_lexicon("unread")["numbered"]["others"])
