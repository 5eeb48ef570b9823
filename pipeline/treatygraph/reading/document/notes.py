"""Footnotes, endnotes, and the notes under tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, pairwise
from typing import Literal, NamedTuple

from treatygraph.reading.document.figures import is_caption
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import HorizontalRule, Mark, PageLine, RawTable
from treatygraph.reading.page.texts import Text, join_lines, join_text
from treatygraph.report import Note, NoteMark, Unit

_LABEL = re.compile(r"(\*{1,4}|[†‡§]|\d{1,3})(?:\s+|$)")
_SOURCE = re.compile(r"Sources?\b|Notes?\b")
_STOPS = tuple(".)”:;")
# Of 1,267 notes of 52 reports the longest had 37 lines, with 7 paragraph ends; one without numbers, 153 and 54.
_LONGEST_NOTE, _MOST_PARAGRAPHS = 60, 20
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AFTER_NUMBER = re.compile(r"(?:\d\.?|(?:\bletters?|\bitem|\blit\.|\bpara\.|\bparagraph) [a-z])$")
_RULE = re.compile(r"_{5,}$")


class NoteLines(NamedTuple):
    """A note's printed lines, its label cut away."""

    label: str
    lines: list[PageLine]


def split_notes(
    lines: Sequence[PageLine], rules: Sequence[HorizontalRule], body: float
) -> tuple[list[PageLine], list[PageLine]]:
    """A page's lines without its footnotes, and the footnotes' lines.

    Footnotes are the small lines at a page's foot that begin with a mark, or under the short rule that stands
    alone above notes (a note can go on from the page before); other small lines at the foot are a table's. Under
    that rule a raised mark opens notes of any size, and what stands below is theirs: a list of web addresses in the
    body's size once followed "Educational booklets:" in a note.
    """
    first = len(lines)
    while first and lines[first - 1].size < body - 0.4 and not lines[first - 1].bold:
        first -= 1
    ruled = _note_rules(rules) + [line.base for line in lines if _RULE.match(line.text)]
    for k, line in enumerate(lines):
        above = lines[k - 1].base if k else 0.0
        under_rule = any(above - 1 < y < line.base for y in ruled) and len(line.gaps) < 2
        marked = under_rule and any(mark.at == 0 for mark in line.marks)
        small = k >= first and (_starts_note(line) or (under_rule and not _SOURCE.match(line.text)))
        if marked or small:
            return _without_rule(lines[:k]), _without_rule(lines[k:])
    return _without_rule(lines), []


def _note_rules(rules: Sequence[HorizontalRule]) -> list[float]:
    """The heights of short rules that stand alone: a table's are wide, or several at one height."""
    return [
        rule.y
        for rule in rules
        if 50 < rule.x1 - rule.x0 < 160 and not any(other is not rule and abs(other.y - rule.y) < 2 for other in rules)
    ]


def _without_rule(lines: Sequence[PageLine]) -> list[PageLine]:
    return [line for line in lines if not _RULE.match(line.text)]


def _starts_note(line: PageLine) -> bool:
    return any(mark.at == 0 for mark in line.marks) or bool(re.match(r"\*+\s", line.text))


def gather_notes(lines: Sequence[PageLine]) -> list[NoteLines]:
    """The notes that these lines hold; lines before the first label go on with the note before.

    Where labels are raised, a number that is not begins no note: "3 texts prepared by …" once stood in the second.
    """
    notes: list[NoteLines] = []
    raised = any(mark.at == 0 and mark.label.isdigit() for line in lines for mark in line.marks)
    for line in lines:
        label = next((mark.label for mark in line.marks if mark.at == 0), None)
        if label is not None:
            rest = line.part(0, len(line.text))
            notes.append(NoteLines(label, [rest]))
            continue
        match = _LABEL.match(line.text)
        if match and (match[1].startswith("*") or (not raised and _continues(notes, match[1]))):
            notes.append(NoteLines(match[1], [line.part(match.end(), len(line.text))]))
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(NoteLines("", [line]))
    return notes


def _continues(notes: Sequence[NoteLines], label: str) -> bool:
    if not label.isdigit():
        return True
    last = next((note.label for note in reversed(notes) if note.label.isdigit()), None)
    return last is None or int(label) == int(last) + 1


def make_notes(
    gathered: Sequence[NoteLines], kind: Literal["footnote", "endnote"], hyphens: Hyphens
) -> list[tuple[Note, Text]]:
    """The notes with their texts; a note without a label goes on with the one before (over a page's end).

    What so goes on over pages and paragraphs is many notes that were printed without their numbers: only the first of
    them is the numbered one's.
    """
    whole: list[NoteLines] = []
    for label, lines in gathered:
        if not label and whole:
            whole[-1].lines.extend(lines)
        else:
            whole.append(NoteLines(label, list(lines)))
    whole = [each for note in whole for each in _apart(note)]
    texts = [join_lines(lines, hyphens) for _, lines in whole]
    return [
        (Note(label, text.text, lines[0].page or None, kind), text)
        for (label, lines), text in zip(whole, texts, strict=True)
    ]


def _apart(note: NoteLines) -> Iterator[NoteLines]:
    """The notes that one is: itself, or each of its paragraphs where it is longer than any note with that many."""
    ends = [k for k in range(1, len(note.lines)) if _closes(note.lines, k)]
    if len(note.lines) <= _LONGEST_NOTE or len(ends) < _MOST_PARAGRAPHS:
        yield note
        return
    for first, last in pairwise((0, *ends, len(note.lines))):
        yield NoteLines("" if first else note.label, note.lines[first:last])


def _closes(lines: Sequence[PageLine], k: int) -> bool:
    """Whether a paragraph ends before line `k`: a stop, well before the right edge, and a capital."""
    above, right = lines[k - 1], max(line.x1 for line in lines)
    left = min(line.x0 for line in lines)
    short = above.x1 < right - 0.08 * (right - left)
    return short and above.text.rstrip()[-1:] in _STOPS and lines[k].text[:1].isupper()


def tie_notes(
    units: Sequence[Unit], notes: Sequence[tuple[Note, Text]], headed: Mapping[int, Sequence[NoteMark]] | None = None
) -> tuple[list[Unit], list[Note]]:
    """The units with each note as one of them, behind that in which its mark stands, and the notes with their units.

    A note has the heading of the unit that its mark stands in. Where a label is printed twice, that of the note's own
    page is meant; notes that no mark leads to stand last, under no heading. `headed` are the marks in headings, by
    their place among the sections: such a note ("3. Disability in New Zealand¹⁴") stands before the first word under
    its heading.
    """
    marks: dict[str, list[tuple[int, NoteMark]]] = {}
    for place, unit in enumerate(units):
        for mark in unit.marks:
            marks.setdefault(mark.label, []).append((place, mark))
    for section, above in (headed or {}).items():
        place = next((k for k, unit in enumerate(units) if unit.section_index >= section), len(units))
        for mark in above if place < len(units) else ():
            marks.setdefault(mark.label, []).append((place, mark))
    behind: dict[int, list[Unit]] = {}
    named: list[Note] = []
    taken: set[str] = set()
    for note, text in notes:
        found = marks.get(note.label, ())
        place, at = next(((p, m) for p, m in found if m.page == note.page), found[0] if found else (len(units), None))
        host = units[place] if at else None
        label = note.label if note.label.isdigit() else "unnumbered"
        name = next(n for n in _names(f"note:{label}") if n not in taken)
        taken.add(name)
        unit = Unit(id=name, kind="note", text=text.text, lines=text.lines, marks=text.marks)
        if host is not None and at is not None:
            unit = replace(
                unit,
                section=host.section,
                section_index=host.section_index,
                convention_articles=host.convention_articles,
                zone=host.zone,
                reply_to=host.reply_to,
                noted=(host.id, at.at),
            )
        behind.setdefault(place, []).append(unit)
        named.append(replace(note, unit=name))
    tied = [each for place, unit in enumerate(units) for each in (unit, *behind.get(place, ()))]
    return [*tied, *behind.get(len(units), ())], named


def _names(wanted: str) -> Iterator[str]:
    """Names for what bears one label: "note:3", "note:3-2", "note:3-3", …."""
    yield wanted
    yield from (f"{wanted}-{k}" for k in count(2))


def make_table_notes(items: Sequence[PageLine | RawTable], captions: Collection[int], hyphens: Hyphens) -> list[Note]:
    """What stands under each table, apart from it: sources and remarks.

    `captions` are the items that are small print of tables and charts; what opens with a chart's own caption is
    the chart's. Tables are counted as their units are: the note of the third has the label "table:3".
    """
    notes: list[Note] = []
    tables = 0
    for k, item in enumerate(items):
        if not isinstance(item, RawTable):
            continue
        tables += 1
        below: list[list[PageLine]] = []
        for at in range(k + 1, len(items)):
            line = items[at]
            if at not in captions or isinstance(line, RawTable) or is_caption(line):
                break
            if _SOURCE.match(line.text) or line.text.startswith("*"):
                below.append([])
            elif not below:
                break  # "2. Number of unemployed persons by sex": rows of a table that was not read as one
            below[-1].append(line)
        notes.extend(
            Note(f"table:{tables}", join_text(lines, hyphens), lines[0].page or None, "table") for lines in below
        )
    return notes


def settle_marks(pages: Sequence[Sequence[PageLine]], labels: Sequence[Collection[str]]) -> list[list[PageLine]]:
    """The pages' lines with raised digits that are no footnote marks put back into the text, raised: "41⁶".

    Some laws number inserted articles that way: "Article 41⁶ of the Republic of Lithuania Code …". After a digit
    or its stop ("Administrative Violations Code (Article 289.⁷)") or a lone letter ("letter i¹"), a raised number is
    a mark only if a note on its page has that label (`labels`, page by page), no mark on the page had it before, and
    none stands behind a word: "art. 56¹ (5) of the Contravention Code … to prevent discrimination¹".
    """
    settled: list[list[PageLine]] = []
    for lines, noted in zip(pages, labels, strict=True):
        seen = {mark.label for line in lines for mark in line.marks if not _is_numbered(line, mark)}
        page: list[PageLine] = []
        for line in lines:
            for mark in reversed(line.marks):
                unmeant = mark.label not in noted or mark.label in seen
                if mark.label.isdigit() and unmeant and _is_numbered(line, mark):
                    line = _raise(line, mark)
            seen.update(mark.label for mark in line.marks)
            page.append(line)
        settled.append(page)
    return settled


def _is_numbered(line: PageLine, mark: Mark) -> bool:
    """Whether a raised number stands where it may belong to what it follows: a number, or a lone letter."""
    return _AFTER_NUMBER.search(line.text, 0, mark.at) is not None


def _raise(line: PageLine, mark: Mark) -> PageLine:
    """The line with a mark's digits in its text; they take the right third of an em each."""
    raised = mark.label.translate(_RAISED)
    right = line.edges[mark.at]
    step = 0.33 * line.size
    edges = [max(line.edges[mark.at - 1], right - step * (len(raised) - k)) for k in range(len(raised))]
    return replace(
        line,
        text=line.text[: mark.at] + raised + line.text[mark.at :],
        edges=(*line.edges[: mark.at], *edges, *line.edges[mark.at :]),
        gaps=tuple(gap + len(raised) if gap >= mark.at else gap for gap in line.gaps),
        marks=tuple(
            Mark(other.at + len(raised) if other.at > mark.at else other.at, other.label)
            for other in line.marks
            if other != mark
        ),
    )
