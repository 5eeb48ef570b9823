"""A text put together from printed lines, every character with its place on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from treatygraph.reading.page.hyphens import Hyphens, needs_blank
from treatygraph.reading.page.page import PageLine
from treatygraph.report import Line, NoteMark, Unit


class Text(NamedTuple):
    """A text, the printed lines it comes from (in order, the blanks between in none) and its footnote marks."""

    text: str
    lines: tuple[Line, ...]
    marks: tuple[NoteMark, ...]


def join_lines(lines: Iterable[PageLine], hyphens: Hyphens) -> Text:
    """Join printed lines with one blank, or none where a word or range goes on.

    A line's edges are those of its characters that are in the text: a dropped hyphen is in neither. Lines on
    page 0 (plain text) leave no place behind.
    """
    text = ""
    places: list[Line] = []
    marks: list[NoteMark] = []
    for line in lines:
        if not line.text and not line.marks:
            continue
        if text and line.text:
            if text[-1] == "-" and not hyphens.keep(text, line.text):
                text = text[:-1]
                places[-1] = _shorten(places[-1])
            elif needs_blank(text, line.text):
                text += " "
        start = len(text)
        text += line.text
        marks.extend(NoteMark(min(start + mark.at, len(text)), mark.label, line.page or None) for mark in line.marks)
        if line.text:
            edges = tuple([round(edge, 2) for edge in line.edges])  # a generator takes a third longer
            places.append(
                Line(
                    start,
                    len(text),
                    line.page,
                    round(line.top, 2),
                    round(line.bottom, 2),
                    edges,
                    line.bold,
                    line.italic,
                )
            )
    if any(line.page == 0 for line in places):
        places = []
    return Text(text, tuple(places), tuple(marks))


def join_text(lines: Iterable[PageLine], hyphens: Hyphens) -> str:
    """The text of `join_lines` alone."""
    text = ""
    for line in lines:
        if text and line.text:
            if text[-1] == "-" and not hyphens.keep(text, line.text):
                text = text[:-1]
            elif needs_blank(text, line.text):
                text += " "
        text += line.text
    return text


def _shorten(line: Line) -> Line:
    return replace(line, end=line.end - 1, edges=line.edges[:-1])


class Printed(NamedTuple):
    """A unit's text with its footnote marks as printed, and where the places of its own text stand in it.

    A span `text[a:b]` is `printed.text[printed.starts[a] : printed.ends[b]]`.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def print_marks(unit: Unit) -> Printed:
    """Put a unit's footnote marks back where they stand ("the Act in force4"), as plain extraction shows them."""
    text = ""
    at = 0
    starts: list[int] = []
    ends: list[int] = []
    for mark in (*sorted(unit.marks, key=lambda mark: mark.at), None):
        end = mark.at if mark else len(unit.text)
        starts.extend(range(len(text), len(text) + end - at))
        ends.extend(len(text) + k + 1 for k in range(end - at))
        text += unit.text[at:end]
        at = end
        text += mark.label if mark else ""
    return Printed(text, (*starts, len(text)), (0, *ends))
