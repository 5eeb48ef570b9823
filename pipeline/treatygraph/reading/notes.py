"""Footnotes and endnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from treatygraph.report import Note

from .hyphens import Hyphens
from .page import HorizontalRule, PageLine
from .texts import join_lines

_LABEL = re.compile(r"(\*{1,4}|[†‡§]|\d{1,3})(?:\s+|$)")
_RULE = re.compile(r"_{5,}$")


class NoteLines(NamedTuple):
    """A note's printed lines, its label cut away."""

    label: str
    lines: list[PageLine]


def split_notes(
    lines: Sequence[PageLine], rules: Sequence[HorizontalRule], body: float
) -> tuple[list[PageLine], list[PageLine]]:
    """A page's lines without its footnotes, and the footnotes' lines.

    Footnotes are the small lines at a page's foot, under a short rule or from the first that begins with a
    mark; without a rule or a mark small lines at the foot are a table's.
    """
    first = len(lines)
    while first and lines[first - 1].size < body - 0.4 and not lines[first - 1].bold:
        first -= 1
    ruled = [rule.y for rule in rules if 50 < rule.x1 - rule.x0 < 160 and rule.x0 < lines[0].x0 + 120] if lines else []
    if first < len(lines):
        for k in range(first, len(lines)):
            above = lines[k - 1].base if k else 0.0
            if any(above < y < lines[k].base for y in ruled) and not lines[k].gaps:
                return _without_rule(lines[:k]), list(lines[k:])
    for k in range(first, len(lines)):
        if _starts_note(lines[k]):
            return _without_rule(lines[:k]), list(lines[k:])
    return [line for line in lines if not _RULE.match(line.text)], []


def _without_rule(lines: Sequence[PageLine]) -> list[PageLine]:
    return [line for line in lines if not _RULE.match(line.text)]


def _starts_note(line: PageLine) -> bool:
    return any(mark.at == 0 for mark in line.marks) or bool(re.match(r"\*+\s", line.text))


def gather_notes(lines: Sequence[PageLine]) -> list[NoteLines]:
    """The notes that these lines hold; lines before the first label go on with the note before."""
    notes: list[NoteLines] = []
    for line in lines:
        label = next((mark.label for mark in line.marks if mark.at == 0), None)
        if label is not None:
            rest = line.part(0, len(line.text))
            notes.append(NoteLines(label, [rest]))
            continue
        match = _LABEL.match(line.text)
        if match and (match[1].startswith("*") or _continues(notes, match[1])):
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


def make_notes(gathered: Sequence[NoteLines], kind: Literal["footnote", "endnote"], hyphens: Hyphens) -> list[Note]:
    """The notes' texts; a note without a label goes on with the one before (over a page's end)."""
    notes: list[Note] = []
    for label, lines in gathered:
        text = join_lines(lines, hyphens).text
        page = lines[0].page or None
        if not label and notes:
            last = notes[-1]
            notes[-1] = Note(last.label, f"{last.text} {text}".strip(), last.page, kind)
        else:
            notes.append(Note(label, text, page, kind))
    return notes
