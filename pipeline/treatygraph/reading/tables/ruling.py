"""The printed rules of a page's tables: at which heights they stand, and where the borders of their cells meet.

A table made in a word processor has its borders drawn cell by cell, also where they look like one line across the
page (thin above the head, thick below it, thick at the end): where one cell's border ends and the next one's begins,
two columns meet, and a border drawn in one go over several columns belongs to one cell over all of them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from treatygraph.reading.page.page import HorizontalRule, PageGlyphs, PageLine, VerticalRule

_SAME_LEVEL = 2.5  # points: segments of one printed rule
_WIDE_RULE = 0.35  # of the page's width: a table's rule; the rule over footnotes is 0.16 wide
_MARGIN = 60.0  # points: the rules of running headers and footers stand nearer to the page's edge
_HEADER = 0.1  # of the page's height: the rule under a running header stands above this
_CORNER = 3.0  # points: shorter rules are the corners where borders meet
_JOINT = 5.0  # points: the borders of two cells begin and end at most so far apart, before a thick corner
_ONE_BORDER = 5.0  # points: joints at several levels that stand so close are one border
_THICK = 1.6  # a rule so many times as thick as the table's thinnest is a thick one
_UNDERLINE = 0.25  # em below the baseline, at most; the rule below a row stands lower
_DOUBLE = 8.0  # points: two rules with nothing between stand closer than this if they are one double rule
_CAPTION_ABOVE = 1.9  # em between the end of a table, or its source, and the caption of the next
_SMALLER = 0.6  # points under the body's size
_PARAGRAPH = re.compile(r"\d{1,3}\.\s+[A-Z]")
_SOURCE = re.compile(r"Sources?\s?:")  # stands under a table's last rule
TABLE_LABEL = re.compile(r"Table\s?(?:No\.\s?)?(?:\d{1,2}(?:[.-]\d{1,2})?|[IVX]{1,6})?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Level:
    """The rules at one height: `segments` are their left and right ends, left to right, in points."""

    y: float
    thickness: float
    segments: tuple[tuple[float, float], ...]

    @property
    def length(self) -> float:
        """What the segments cover together, in points."""
        return math.fsum(right - left for left, right in self.segments)

    @property
    def joints(self) -> tuple[float, ...]:
        """Where the borders of two cells meet, in points."""
        ends = zip(self.segments, self.segments[1:], strict=False)
        return tuple((right + left) / 2 for (_, right), (left, _) in ends if abs(left - right) <= _JOINT)

    def over(self, x: float) -> tuple[float, float] | None:
        """The segment that runs over `x`."""
        return next(((left, right) for left, right in self.segments if left <= x <= right), None)


@dataclass(frozen=True, slots=True)
class Band:
    """The rules of one table on one page.

    `levels` run all over the table, `partial` levels over some of its columns (under a head that spans them).
    `borders` are the places in points where columns begin and end, the table's edges first and last; empty where
    the rules do not tell. `grid` is true where vertical rules run through the table.
    """

    levels: tuple[Level, ...]
    partial: tuple[Level, ...] = ()
    borders: tuple[float, ...] = ()
    grid: bool = False

    @property
    def top(self) -> float:
        """The height of the first rule, in points."""
        return self.levels[0].y

    @property
    def bottom(self) -> float:
        """The height of the last rule, in points."""
        return self.levels[-1].y

    @property
    def thick(self) -> tuple[Level, ...]:
        """The thick rules below the first: the one under the head, and the one that closes the table."""
        thinnest = min(level.thickness for level in self.levels)
        return tuple(level for level in self.levels[1:] if level.thickness > _THICK * thinnest)

    @property
    def closed(self) -> bool:
        """Whether a thick rule closes the table, so that no row stands below."""
        return len(self.thick) > 1 and self.thick[-1] is self.levels[-1]


def find_bands(lines: Sequence[PageLine], page: PageGlyphs, body: float) -> list[Band]:
    """The rules of each table of a page, top to bottom: those that follow each other without a paragraph between.

    `body` is the size of the report's text in points; a numbered line in smaller print over a rule drawn cell by cell
    is no paragraph, but a row ("1. Number of employed persons by sex").
    """
    every = [level for level in _levels(lines, page.horizontal) if _is_of_text(level, page)]
    wide = [level for level in every if level.length >= _WIDE_RULE * page.width]
    if len(wide) > 1 and _is_under_header(wide[0], wide[1:], lines, page):
        wide = wide[1:]
    bands: list[list[Level]] = []
    for level in wide:
        between = [line for line in lines if bands and bands[-1][-1].y < line.base <= level.y]
        if not bands or _begins_table(bands[-1], level, between, body):
            bands.append([level])
        elif between or level.y - bands[-1][-1].y > _DOUBLE:
            if between or len(bands[-1]) > 1:
                bands[-1].append(level)
            elif level.y - bands[-1][-1].y < page.height / 3:
                bands[-1] = [level]  # a frame's upper edge, the rule under a running header
    return [_complete(tuple(band), every, page.vertical) for band in bands]


def _is_of_text(level: Level, page: PageGlyphs) -> bool:
    """Whether a rule is none of a running header or footer: those stand at the page's edge and in one piece."""
    return _MARGIN < level.y < page.height - _MARGIN or len(level.joints) > 1


def _is_under_header(first: Level, others: Sequence[Level], lines: Sequence[PageLine], page: PageGlyphs) -> bool:
    """Whether a page's first rule stands under its running header: over all text, wider than any table's.

    It may be drawn in two pieces, one below the symbol, the other below the date.
    """
    if first.y > _HEADER * page.height or any(line.base <= first.y for line in lines):
        return False
    left, right = first.segments[0][0], first.segments[-1][1]
    return all(left < level.segments[0][0] - 1 and level.segments[-1][1] + 1 < right for level in others)


def _levels(lines: Sequence[PageLine], rules: Sequence[HorizontalRule]) -> list[Level]:
    """The rules by height, without corners and without those that underline words."""
    levels: list[list[HorizontalRule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.y, rule.x0)):
        if rule.x1 - rule.x0 < _CORNER or any(_underlines(rule, line) for line in lines):
            continue
        if levels and rule.y - levels[-1][0].y <= _SAME_LEVEL:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [
        Level(
            level[0].y,
            max(rule.thickness for rule in level),
            tuple(sorted({(rule.x0, rule.x1) for rule in level})),
        )
        for level in levels
    ]


def _underlines(rule: HorizontalRule, line: PageLine) -> bool:
    below = rule.y - line.base
    return 0 <= below < _UNDERLINE * line.size and line.x0 - 1 <= rule.x0 and rule.x1 <= line.x1 + 1


def _begins_table(band: Sequence[Level], level: Level, between: Sequence[PageLine], body: float) -> bool:
    """Whether a rule opens another table than the one above it."""
    if any(ends_table(line, body if level.joints else 0.0) for line in between) or _has_caption(between):
        return True
    return Band(tuple(band)).closed and level.thickness * _THICK < band[-1].thickness


def ends_table(line: PageLine, body: float) -> bool:
    """Whether a line stands under a table and not in it: a paragraph, a source, the label of the next table."""
    if _SOURCE.match(line.text) or (_PARAGRAPH.match(line.text) and line.size > body - _SMALLER):
        return True
    return bool(TABLE_LABEL.match(line.text)) and len(line.text) < 12


def _has_caption(between: Sequence[PageLine]) -> bool:
    """Whether a bold line stands apart from the rows above it: the caption of another table."""
    return any(
        line.bold and len(line.pieces) == 1 and line.base - above.base > _CAPTION_ABOVE * line.size
        for above, line in pairwise(between)
    )


def _complete(levels: tuple[Level, ...], every: Sequence[Level], vertical: Sequence[VerticalRule]) -> Band:
    """A table's rules with the shorter ones between them, and the borders of its columns."""
    top, bottom = levels[0].y, levels[-1].y
    left, right = min(level.segments[0][0] for level in levels), max(level.segments[-1][1] for level in levels)
    partial = tuple(level for level in every if level not in levels and top < level.y < bottom)
    through = [rule for rule in vertical if rule.top < bottom + 2 and rule.bottom > top - 2]
    inside = [rule for rule in through if left + _ONE_BORDER < rule.x < right - _ONE_BORDER]
    places = sorted(
        [joint for level in (*levels, *partial) for joint in level.joints] + [rule.x for rule in inside]
    )  # fmt: skip
    borders = [left]
    for place in places:
        if place - borders[-1] > _ONE_BORDER and right - place > _ONE_BORDER:
            borders.append(place)
    height = max((_run(rules) for rules in _by_x(inside)), default=0.0)
    return Band(levels, partial, (*borders, right) if len(borders) > 1 else (), height > 0.8 * (bottom - top) > 0)


def _by_x(rules: Sequence[VerticalRule]) -> list[list[VerticalRule]]:
    found: list[list[VerticalRule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.x, rule.top)):
        if found and rule.x - found[-1][0].x <= _SAME_LEVEL:
            found[-1].append(rule)
        else:
            found.append([rule])
    return found


def _run(rules: Sequence[VerticalRule]) -> float:
    return math.fsum(rule.bottom - rule.top for rule in rules)
