"""Pages turned upright: what a glyph source gives in the file's own coordinates, as the page is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from treatygraph.reading.page.page import GlyphRun, HorizontalRule, PageGlyphs, VerticalRule

THIN = 3.0  # points: a filled rectangle not thicker than this is a rule


class RawRun(NamedTuple):
    """A text object's glyphs in the file's coordinates, y upwards; `turn` counts quarter turns against the clock.

    `boxes` are left, top, right, bottom of each glyph in a row, y upwards.
    """

    text: str
    boxes: Sequence[float]
    origin: tuple[float, float]
    size: float
    turn: int
    bold: bool
    italic: bool
    artifact: bool


def set_upright(
    number: int,
    raw: Sequence[RawRun],
    thin_paths: Iterable[tuple[float, float, float, float]],
    media: Sequence[float],
    unreadable: int,
    invisible: int,
) -> PageGlyphs:
    """Turn a page so that most of its text runs left to right; text in other directions (stamps) is left out.

    `thin_paths` are boxes (left, top, right, bottom; y upwards) of lines and thin rectangles; `media` is the
    MediaBox; `invisible` counts the characters that the file does not show. The result is in points from the
    upright page's top left corner.
    """
    votes: Counter[int] = Counter()
    for run in raw:
        votes[run.turn] += len(run.text)
    turn = min(votes, key=lambda t: (-votes[t], t)) if votes else 0
    x0, y0, x1, y1 = media
    runs = tuple(_upright(run, turn, (x0, y0, x1, y1)) for run in raw if run.turn == turn and run.text)
    width, height = (y1 - y0, x1 - x0) if turn % 2 else (x1 - x0, y1 - y0)
    horizontal: list[HorizontalRule] = []
    vertical: list[VerticalRule] = []
    for box in thin_paths:
        left, top, right, bottom = _turn_box(box, turn, (x0, y0, x1, y1))
        if bottom - top <= THIN and right - left > 3 * THIN:
            horizontal.append(HorizontalRule(left, right, (top + bottom) / 2, bottom - top))
        elif right - left <= THIN and bottom - top > 2 * THIN:
            vertical.append(VerticalRule((left + right) / 2, top, bottom, right - left))
    horizontal.sort(key=lambda rule: (rule.y, rule.x0))
    recognised = 2 * invisible > sum(votes.values())
    vertical.sort(key=lambda rule: (rule.x, rule.top))
    return PageGlyphs(number, width, height, runs, tuple(horizontal), tuple(vertical), unreadable, recognised, turn)


def shown(raw: Sequence[RawRun], media: Sequence[float], crop: Sequence[float]) -> Sequence[RawRun]:
    """The runs that begin within the page's CropBox: a person sees nothing outside it (ISO 32000-1, 14.11.2).

    Places stay those of the MediaBox; both boxes are left, bottom, right, top.
    """
    left, bottom, right, top = (
        *(max(a, b) for a, b in zip(media[:2], crop[:2], strict=True)),
        *(min(a, b) for a, b in zip(media[2:], crop[2:], strict=True)),
    )
    if (left, bottom, right, top) == tuple(media) or left >= right or bottom >= top:
        return raw
    return [run for run in raw if left <= run.origin[0] <= right and bottom <= run.origin[1] <= top]


_Media = tuple[float, float, float, float]


def _turn_box(box: Sequence[float], turn: int, media: _Media) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) with y upwards, to the same with y downwards on the upright page."""
    left, top, right, bottom = box
    x0, y0, x1, y1 = media
    if turn == 0:
        return left - x0, y1 - top, right - x0, y1 - bottom
    if turn == 1:
        return bottom - y0, left - x0, top - y0, right - x0
    if turn == 2:
        return x1 - right, bottom - y0, x1 - left, top - y0
    return y1 - top, x1 - right, y1 - bottom, x1 - left


def _upright(run: RawRun, turn: int, media: _Media) -> GlyphRun:
    x0, y0, x1, y1 = media
    if turn == 0:
        lefts, rights = run.boxes[0::4], run.boxes[2::4]
        if x0:
            lefts, rights = [x - x0 for x in lefts], [x - x0 for x in rights]
        base = y1 - run.origin[1]
    else:
        turned = [_turn_box(run.boxes[k : k + 4], turn, media) for k in range(0, len(run.boxes), 4)]
        lefts, rights = [box[0] for box in turned], [box[2] for box in turned]
        base = (0.0, run.origin[0] - x0, run.origin[1] - y0, x1 - run.origin[0])[turn]
    return GlyphRun(run.text, tuple(lefts), tuple(rights), base, run.size, run.bold, run.italic, run.artifact)
