"""Scanned pages whose text a program recognised: what such a text has lost is put right as far as the page shows it.

Recognition gives letters and places, but every line a size of its own, no weight, no rules; a stop becomes a comma
("4, Dedicated divisions operate …"), a bullet "¢" or "*", a number on its own a guess ("Ls It has ratified …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from treatygraph.reading.page.page import HorizontalRule, PageGlyphs, PageLine

_LIKE_BODY = (0.7, 1.19)  # times the usual size: lines whose size is a guess
_APART = 2.3  # em from one baseline to the next: the space above a heading; paragraphs have 1.8
_CLOSE = 1.45  # em: the lines of one heading
_MOST_HEADING_LINES = 4
_FULL = 0.97  # of the column's width: a line that goes on
_NEAR = 6.0  # points from the left margin
_FEWEST_ROWS = 3
_NUMBER = re.compile(r"(\d{1,4})[.,;:](?=\s)")
_STRAY = re.compile(r"((?:\(?[\da-z]{1,4}\)|\d{1,4}\.)\s)[|_‘'`~«]+\s*(?=[A-Z“])")
_BULLET = re.compile(r"[¢*«»°©®eo·](?=\s[A-Z])")
_ROMAN = re.compile(r"(?!1+\.)[Il1|]{1,3}\.(?=\s)")  # "Il.", "Ill."
_YEARS = re.compile(r"(?<=\b\d{4})-(?=\d{4}\b)")
_ITEM = re.compile(r"\(?[\da-zA-Z]{1,4}\)\s|[•–-]\s|\d{1,4}\.\s")


class Settled(NamedTuple):
    """Pages and their lines, page by page."""

    pages: list[PageGlyphs]
    lines: list[list[PageLine]]


def settle_recognised(pages: Sequence[PageGlyphs], lines: Sequence[list[PageLine]]) -> Settled:
    """The pages with the lines of recognised ones settled; where there are none, as they came.

    Lines get the text's usual size unless theirs is far from it, short lines that stand apart count as bold,
    rows of figures get rules around them, and the numbers of paragraphs and bullets are mended.
    """
    scanned = [k for k, page in enumerate(pages) if page.recognised]
    if not scanned:
        return Settled(list(pages), list(lines))
    sizes = [line.size for k in scanned for line in lines[k] for _ in line.text]
    body = median(sizes) if sizes else 10.0
    settled = Settled(list(pages), list(lines))
    for k in scanned:
        even = [_even_size(line, body) for line in lines[k]]
        margin, right = _column(even)
        tabular = _find_rows(even)
        mended = [_mend(line) for line in even]
        settled.lines[k] = _embolden(mended, margin, right, tabular)
        rules = [rule for rows in tabular for rule in _rules_around(mended, rows)]
        settled.pages[k] = replace(pages[k], horizontal=(*pages[k].horizontal, *rules))
    _guess_numbers(settled.lines, scanned)
    return settled


def _even_size(line: PageLine, body: float) -> PageLine:
    small, large = _LIKE_BODY
    return replace(line, size=body) if small * body <= line.size <= large * body else line


def _column(lines: Sequence[PageLine]) -> tuple[float, float]:
    """The left and right edges that most long lines have."""
    if not lines:
        return 0.0, 0.0
    widest = max(line.x1 - line.x0 for line in lines)
    long = [line for line in lines if line.x1 - line.x0 > 0.7 * widest]
    return median(line.x0 for line in long), median(line.x1 for line in long)


def _mend(line: PageLine) -> PageLine:
    """A line with its number's stop, its bullet, the dash of its years; without a speck read as a letter."""
    text = _NUMBER.sub(r"\1.", line.text, count=1) if _NUMBER.match(line.text) else line.text
    text = _BULLET.sub("•", text, count=1) if _BULLET.match(text) else text
    text = _YEARS.sub("–", text)
    stray = _STRAY.match(text)
    line = replace(line, text=text)
    if not stray:
        return line
    kept, cut = len(stray[1]), stray.end()
    gaps = tuple(sorted({kept if gap <= cut else gap - (cut - kept) for gap in line.gaps}))
    return replace(line, text=text[:kept] + text[cut:], edges=line.edges[:kept] + line.edges[cut:], gaps=gaps, marks=())


def _find_rows(lines: Sequence[PageLine]) -> list[range]:
    """Runs of lines that are rows of figures: three or more pieces far apart, half of them numbers."""
    runs: list[range] = []
    start = None
    for k in range(len(lines) + 1):
        if k < len(lines) and _is_row(lines[k]):
            start = k if start is None else start
        elif start is not None:
            if k - start >= _FEWEST_ROWS:
                runs.append(range(start - _has_head(lines, start), k))
            start = None
    return runs


def _is_row(line: PageLine) -> bool:
    pieces = [line.text[start:end] for start, end in line.pieces]
    return len(pieces) > 2 and 2 * sum(any(c.isdigit() for c in piece) for piece in pieces) >= len(pieces)


def _has_head(lines: Sequence[PageLine], first: int) -> int:
    """1 where the line above the first row is the table's head."""
    return int(first > 0 and len(lines[first - 1].pieces) >= len(lines[first].pieces) - 1 > 1)


def _rules_around(lines: Sequence[PageLine], rows: range) -> Iterator[HorizontalRule]:
    left = min(lines[k].x0 for k in rows)
    right = max(lines[k].x1 for k in rows)
    first, second, last = lines[rows[0]], lines[rows[1]], lines[rows[-1]]
    for y in (first.top - 1, (first.bottom + second.top) / 2, last.bottom + 1):
        yield HorizontalRule(left, right, y, 0.5)


def _embolden(lines: Sequence[PageLine], margin: float, right: float, tabular: Sequence[range]) -> list[PageLine]:
    """The lines with headings and captions marked bold: they are short, stand apart and end no sentence."""
    bold: set[int] = set()
    rows = {k for found in tabular for k in found}
    for k, line in enumerate(lines):
        apart = k == 0 or line.base - lines[k - 1].base > _APART * line.size
        if k in bold or k in rows or not apart:
            continue
        end = k + 1
        while end < len(lines) and end not in rows and lines[end].base - lines[end - 1].base < _CLOSE * line.size:
            end += 1
        block = lines[k:end]
        text = " ".join(part.text for part in block)
        full = margin + _FULL * (right - margin)
        if (
            len(block) <= _MOST_HEADING_LINES
            and block[-1].x1 < full
            and text[-1:] not in ".;:,"
            and (not _ITEM.match(text) or line.x0 < margin - _NEAR)
        ):
            bold.update(range(k, end))
    return [_as_heading(line) if k in bold else line for k, line in enumerate(lines)]


def _as_heading(line: PageLine) -> PageLine:
    roman = _ROMAN.match(line.text)
    text = "I" * (roman.end() - 1) + line.text[roman.end() - 1 :] if roman else line.text
    return replace(line, text=text, bold=True, bold_lead=len(text))


def _guess_numbers(lines: list[list[PageLine]], scanned: Sequence[int]) -> None:
    """Write the one number that is missing between two others in place of what was read for it.

    "6. Kazakhstan is making use …", "Ls It has ratified …", "8. Kazakhstan has made …": the second is 7.
    """
    places: list[tuple[int, int, int | None]] = []  # page, line, number
    for k in scanned:
        margin, _ = _column(lines[k])
        for n, line in enumerate(lines[k]):
            if abs(line.x0 - margin) < _NEAR and not line.bold:
                printed = re.match(r"(\d{1,4})\.\s", line.text)
                if printed:
                    places.append((k, n, int(printed[1])))
                elif line.gaps[:1] and line.gaps[0] <= 4 and line.text[line.gaps[0]].isupper():
                    places.append((k, n, None))
    for before, (k, n, number), after in zip(places, places[1:], places[2:], strict=False):
        if number is None and before[2] is not None and after[2] == before[2] + 2:
            line = lines[k][n]
            label, rest = f"{before[2] + 1}. ", line.gaps[0]
            left = line.edges[0]
            step = (line.edges[rest] - left) / len(label)
            lines[k][n] = replace(
                line,
                text=label + line.text[rest:],
                edges=(*(left + i * step for i in range(len(label))), *line.edges[rest:]),
                gaps=tuple(gap - rest + len(label) for gap in line.gaps),
            )
