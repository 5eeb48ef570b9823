"""Notes: "ibid." and its like, which stand for what the note before names; words printed before every note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from treatygraph.report import InstrumentName, Mention, Unit

# The head of a name that stands for what the note before names.
NOTE_BEFORE = "ibid"
_SAME = re.compile(r"(?:Ibid(?:em)?|Idem|Op\. ?cit|Loc\. ?cit)\b", re.IGNORECASE)

# "Ibid 1.": what note 1 names
_OF_ANOTHER = re.compile(r"\.? \d{1,3}\.?\s*")
# "Cap. 33:02 of the Laws of Malawi." behind "the Handicapped Persons’ Act"
_CHAPTER = re.compile(r"\s*(?P<chapter>Cap\.? ?(?P<number>\d{1,3}:\d{1,3}))(?: of the Laws of [A-Z][A-Za-z ]+)?\.?\s*")

# What is printed before every note: as many words, as many notes, and that share of all.
_FEWEST_WORDS = 4
_FEWEST_NOTES = 5
_MOST_NOTES = 0.75


def repeated_begin(units: Sequence[Unit]) -> str:
    """The words with which nearly every note of a report begins; none where the notes differ.

    A first note's text was once printed before each: "|Karonga, Mzimba, … and Nsanje| Section 8 of the Disability Act".
    No name begins in it and goes on behind it.
    """
    words = [unit.text.split(" ") for unit in units if unit.kind == "note"]
    least = max(_FEWEST_NOTES, round(_MOST_NOTES * len(words)))
    count, begin = _FEWEST_WORDS, ""
    while found := Counter(tuple(each[:count]) for each in words if len(each) > count).most_common(1):
        common, times = found[0]
        if times < least:
            break
        words = [each for each in words if tuple(each[:count]) == common]
        count, begin = count + 1, " ".join(common)
    return begin


def find_same(unit: Unit, before: Sequence[Mention]) -> list[Mention]:
    """The words at the beginning of a note that stand for the instrument that the note before names last.

    "12. Section 54 of the Law on Protection of the Rights of the Child. 13. |Ibid|, Sections 55, 56." Nothing where the
    note before names none: it is a book's, a page's or a survey's.

    Args:
        unit: the note.
        before: the mentions of the note before.
    """
    found = _SAME.match(unit.text) if unit.kind == "note" else None
    if (
        found is None
        or _OF_ANOTHER.fullmatch(unit.text, found.end())
        or not any(mention.type == "instrument" for mention in before)
    ):
        return []
    name = InstrumentName(kind="other", head=NOTE_BEFORE)
    return [Mention(unit.id, "instrument", 0, found.end(), found[0], "note-before", 0.9, anaphor=True, name=name)]


def find_chapter(unit: Unit, repeated: str) -> list[Mention]:
    """The law that a note tells by nothing but its chapter in the collection of laws: "|Cap. 33:02| of the Laws of …".

    Args:
        unit: the note.
        repeated: the words that every note of the report begins with.
    """
    start = len(repeated) if repeated and unit.text.startswith(repeated) else 0
    found = _CHAPTER.fullmatch(unit.text, start) if unit.kind == "note" else None
    if found is None:
        return []
    start, end = found.span("chapter")
    name = InstrumentName(kind="act", head="act", number=found["number"])
    return [Mention(unit.id, "instrument", start, end, unit.text[start:end], "chapter", 0.9, name=name)]
