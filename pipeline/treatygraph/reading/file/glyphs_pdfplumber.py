"""Glyphs of a PDF through pdfplumber: the second source, for files that PDFium refuses and to hold against it.

`page.layout` holds pdfminer's own glyphs; `page.chars` builds a dict from each, which takes twice the time and
keeps them (pdfplumber issues 193 and 1097). Each page is closed after use, or a report of 200 pages takes a
gigabyte.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from treatygraph.errors import ReadingError
from treatygraph.reading.page.letters import LETTERS, count_unreadable
from treatygraph.reading.page.page import PageGlyphs
from treatygraph.reading.page.upright import THIN, RawRun, set_upright, shown

_ARTIFACT = "Artifact"
_NO_GLYPHS = "glyphless"
_OVERLAP, _GAP = 0.3, 0.5  # em: how far a glyph may stand from the end of the one before it


def glyphs(
    path: str,
    password: str | None = None,
    pages: Sequence[int] | None = None,
    most: int | None = None,
    *,
    data: bytes | None = None,
) -> Iterator[PageGlyphs]:
    """Yield the pages of the PDF at `path`; `pages` are numbers from 1, None means all.

    Where its bytes are at hand as `data`, `path` is only its name.

    Raises:
        pdfplumber.utils.exceptions.PdfminerException: the file is damaged, encrypted or no PDF.
        ReadingError: a page holds more than `most` glyphs.
    """
    import pdfplumber

    with pdfplumber.open(path if data is None else BytesIO(data), password=password) as document:
        for number in pages if pages is not None else range(1, len(document.pages) + 1):
            page = document.pages[number - 1]
            try:
                yield _read_page(path, number, page.layout, page.page_obj.cropbox, most)
            finally:
                page.close()


class _Style(NamedTuple):
    """What the glyphs of a run share; `across` is the coordinate across the direction of writing."""

    font: str
    size: float
    turn: int
    across: float
    tag: str | None


def _read_page(path: str, number: int, layout: Any, crop: Sequence[float], most: int | None) -> PageGlyphs:
    from pdfminer.layout import LTChar, LTCurve, LTFigure

    characters: list[Any] = []
    thin: list[tuple[float, float, float, float]] = []
    waiting = list(reversed(list(layout)))
    while waiting:
        item = waiting.pop()
        if isinstance(item, LTFigure):
            waiting.extend(reversed(list(item)))
        elif isinstance(item, LTChar):
            characters.append(item)
        elif isinstance(item, LTCurve) and min(item.width, item.height) <= THIN:
            thin.append((item.x0, item.y1, item.x1, item.y0))
    if most is not None and len(characters) > most:
        raise ReadingError(
            f"{path}: page {number} holds {len(characters):,} characters, more than the {most:,} that a page may "
            "have; the file may be damaged, or made to be large."
        )
    grouped = [(style, run) for style, run in _group(characters) if style.size > 0]
    runs = [_make_run(style, run) for style, run in grouped]
    unreadable = sum(count_unreadable(run.text) for run in runs)
    # pdfminer keeps no render mode: the font of recognised text tells (Tesseract's "GlyphLessFont").
    invisible = sum(len(run) for style, run in grouped if _NO_GLYPHS in style.font)
    return set_upright(number, shown(runs, layout.bbox, crop), thin, layout.bbox, unreadable, invisible)


def _group(characters: Sequence[Any]) -> Iterator[tuple[_Style, list[Any]]]:
    """Characters of one style that follow each other without a jump; pdfminer does not tell text objects apart.

    A jump ends a run, or a blank that the file shows after its line ("T", " he ...") would stand inside a word.
    """
    run: list[Any] = []
    style = None
    for character in characters:
        now = _style(character)
        if run and (now != style or _jumps(run[-1], character, now)):
            yield _style(run[0]), run
            run = []
        run.append(character)
        style = now
    if run:
        yield _style(run[0]), run


def _style(character: Any) -> _Style:
    a, b, _, _, e, f = character.matrix
    turn = (1 if b > 0 else 3) if abs(a) < abs(b) else (0 if a > 0 else 2)
    across = round(e if turn % 2 else f, 1)
    # pdfminer keeps the operand of Tf to itself; a glyph's box is as high as the scaled font size.
    size = round(character.width if turn % 2 else character.height, 2)
    return _Style(character.fontname.lower(), size, turn, across, getattr(character, "tag", None))


def _jumps(last: Any, character: Any, style: _Style) -> bool:
    """Whether a character does not stand where the one before it ended."""
    if style.turn % 2:
        gap = character.y0 - last.y1 if style.turn == 1 else last.y0 - character.y1
    else:
        gap = character.x0 - last.x1 if style.turn == 0 else last.x0 - character.x1
    return not -_OVERLAP * style.size <= gap <= _GAP * style.size


def _spell(text: str) -> str:
    # A glyph without a code point is "(cid:129)" here and a blank box to PDFium.
    return "\ufffd" if text.startswith("(cid:") else "".join(LETTERS[ord(letter)] for letter in text)


def _make_run(style: _Style, characters: Sequence[Any]) -> RawRun:
    letters: list[str] = []
    boxes: list[float] = []
    for character in characters:
        text = _spell(character.get_text())
        step = (character.x1 - character.x0) / max(1, len(text))
        for k, letter in enumerate(text):
            letters.append(letter)
            boxes.extend((character.x0 + k * step, character.y1, character.x0 + (k + 1) * step, character.y0))
    bold = "bold" in style.font or "black" in style.font
    italic = "ital" in style.font or "obliq" in style.font
    origin = characters[0].matrix[4:6]
    return RawRun("".join(letters), boxes, origin, style.size, style.turn, bold, italic, style.tag == _ARTIFACT)
