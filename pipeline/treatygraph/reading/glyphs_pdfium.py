"""Glyphs of a PDF through PDFium: the default source, and the fast one.

The calls are those of `fpdf_text.h` and `fpdf_edit.h`, bound here with prototypes that pass handles as plain
integers: the same calls through `pypdfium2.raw` take a third longer, and three are made for every glyph.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import hypot
from pathlib import Path
from typing import Any, NamedTuple

from treatygraph.errors import ReadingError

from .page import GlyphRun, HorizontalRule, PageGlyphs, VerticalRule

# U+FFFE (U+0002 in older builds) is PDFium's mark for a hyphen at a line's end.
_HYPHENS = frozenset((0xFFFE, 0x02, 0xAD, 0x2010, 0x2011))
_BLANKS = frozenset((0x09, 0x20, 0xA0, *range(0x2000, 0x200B), 0x202F))
_SILENT = frozenset((0x0A, 0x0D, 0x200B, 0xFEFF))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
# Symbol and Wingdings signs as Word writes them: the font's own code in the private-use area.
_SIGNS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–", 0xF0B0: "°", 0xF0D0: "–"}
_UNREADABLE = frozenset(("\ufffd", *map(chr, range(0xE000, 0xF900))))
_LETTERS: dict[int, str] = {}  # every code point met, as the reader spells it


def _spell(code: int) -> str:
    """What a code point reads as: ligatures spelled out, every blank one, "" for what is no glyph."""
    if code in _SILENT:
        return ""
    if code in _HYPHENS:
        return "-"
    if code in _BLANKS:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return _LIGATURES.get(code) or _SIGNS.get(code) or chr(code)


_ARTIFACT = "Artifact".encode("utf-16-le")
_PATH_OBJECT, _FORM_OBJECT = 2, 5
_THIN = 3.0  # points: a filled rectangle not thicker than this is a rule
_FORM_DEPTH = 3  # forms inside forms that are searched for rules

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Calls(NamedTuple):
    count: Callable[..., Any]
    text_object: Callable[..., Any]
    unicode: Callable[..., Any]
    loose_box: Callable[..., Any]
    font_size: Callable[..., Any]
    font_info: Callable[..., Any]
    font_weight: Callable[..., Any]
    matrix: Callable[..., Any]
    origin: Callable[..., Any]
    object_count: Callable[..., Any]
    object_at: Callable[..., Any]
    object_type: Callable[..., Any]
    bounds: Callable[..., Any]
    mark_count: Callable[..., Any]
    mark_at: Callable[..., Any]
    mark_name: Callable[..., Any]
    form_count: Callable[..., Any]
    form_at: Callable[..., Any]
    object_matrix: Callable[..., Any]


@cache
def _bind() -> _Calls:
    import pypdfium2  # noqa: F401  (its import initialises the library)
    import pypdfium2_raw

    library = ctypes.CDLL(str(next(Path(str(pypdfium2_raw.__file__)).parent.glob("*pdfium.*"))))
    handle, number, real, word = ctypes.c_void_p, ctypes.c_int, ctypes.c_double, ctypes.c_ulong

    def bind(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
        return ctypes.CFUNCTYPE(result, *arguments)((name, library))

    return _Calls(
        count=bind("FPDFText_CountChars", number, handle),
        text_object=bind("FPDFText_GetTextObject", handle, handle, number),
        unicode=bind("FPDFText_GetUnicode", ctypes.c_uint, handle, number),
        loose_box=bind("FPDFText_GetLooseCharBox", number, handle, number, handle),
        font_size=bind("FPDFText_GetFontSize", real, handle, number),
        font_info=bind("FPDFText_GetFontInfo", word, handle, number, handle, word, handle),
        font_weight=bind("FPDFText_GetFontWeight", number, handle, number),
        matrix=bind("FPDFText_GetMatrix", number, handle, number, handle),
        origin=bind("FPDFText_GetCharOrigin", number, handle, number, handle, handle),
        object_count=bind("FPDFPage_CountObjects", number, handle),
        object_at=bind("FPDFPage_GetObject", handle, handle, number),
        object_type=bind("FPDFPageObj_GetType", number, handle),
        bounds=bind("FPDFPageObj_GetBounds", number, handle, handle, handle, handle, handle),
        mark_count=bind("FPDFPageObj_CountMarks", number, handle),
        mark_at=bind("FPDFPageObj_GetMark", handle, handle, word),
        mark_name=bind("FPDFPageObjMark_GetName", number, handle, handle, word, handle),
        form_count=bind("FPDFFormObj_CountObjects", number, handle),
        form_at=bind("FPDFFormObj_GetObject", handle, handle, word),
        object_matrix=bind("FPDFPageObj_GetMatrix", number, handle, handle),
    )


def glyphs(
    path: str, password: str | None = None, pages: Sequence[int] | None = None, most: int | None = None
) -> Iterator[PageGlyphs]:
    """Yield the pages of the PDF at `path`; `pages` are numbers from 1, None means all.

    A page that PDFium cannot load is yielded empty. Text across the page's dominant direction (stamps) is
    left out, and the page is turned so that the rest runs left to right.

    Raises:
        pypdfium2.PdfiumError: the file is damaged, encrypted or no PDF.
        ReadingError: a page holds more than `most` glyphs.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(path, password=password)
    try:
        for number in pages if pages is not None else range(1, len(document) + 1):
            try:
                page = document[number - 1]
            except pypdfium2.PdfiumError:
                yield PageGlyphs(number, 0.0, 0.0, ())
                continue
            text_page = page.get_textpage()
            try:
                _check_count(path, number, text_page, most)
                yield _read_page(number, page, text_page)
            finally:
                text_page.close()
                page.close()
    finally:
        document.close()


class _Raw(NamedTuple):
    """A text object's glyphs as PDFium gives them; `turn` counts quarter turns against the clock."""

    letters: list[str]
    boxes: list[list[float]]  # left, top, right, bottom; y upwards
    origin: tuple[float, float]
    size: float
    turn: int
    bold: bool
    italic: bool
    artifact: bool


def _check_count(path: str, number: int, text_page: Any, most: int | None) -> None:
    count = text_page.count_chars()
    if most is not None and count > most:
        raise ReadingError(
            f"{path}: page {number} holds {count:,} characters, more than the {most:,} that a page may have; "
            "the file may be damaged, or made to be large."
        )


def _read_page(number: int, page: Any, text_page: Any) -> PageGlyphs:
    calls = _bind()
    raw, unreadable = _read_runs(calls, _address(text_page.raw))
    x0, y0, x1, y1 = page.get_mediabox()
    votes: Counter[int] = Counter()
    for run in raw:
        votes[run.turn] += len(run.letters)
    turn = min(votes, key=lambda t: (-votes[t], t)) if votes else 0
    runs = tuple(_upright(run, turn, (x0, y0, x1, y1)) for run in raw if run.turn == turn and run.letters)
    width, height = (y1 - y0, x1 - x0) if turn % 2 else (x1 - x0, y1 - y0)
    horizontal: list[HorizontalRule] = []
    vertical: list[VerticalRule] = []
    for box in _read_thin_paths(calls, _address(page.raw)):
        left, top, right, bottom = _turn_box(box, turn, (x0, y0, x1, y1))
        if bottom - top <= _THIN and right - left > 3 * _THIN:
            horizontal.append(HorizontalRule(left, right, (top + bottom) / 2, bottom - top))
        elif right - left <= _THIN and bottom - top > 2 * _THIN:
            vertical.append(VerticalRule((left + right) / 2, top, bottom, right - left))
    horizontal.sort(key=lambda rule: (rule.y, rule.x0))
    vertical.sort(key=lambda rule: (rule.x, rule.top))
    return PageGlyphs(number, width, height, runs, tuple(horizontal), tuple(vertical), unreadable)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _read_runs(calls: _Calls, page: int) -> tuple[list[_Raw], int]:
    text_object, unicode, loose_box = calls.text_object, calls.unicode, calls.loose_box
    box, matrix = (ctypes.c_float * 4)(), (ctypes.c_float * 6)()
    box_at, matrix_at = ctypes.addressof(box), ctypes.addressof(matrix)
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    name_at, flags_at = ctypes.addressof(name), ctypes.addressof(flags)
    x, y = ctypes.c_double(), ctypes.c_double()
    x_at, y_at = ctypes.addressof(x), ctypes.addressof(y)
    runs: list[_Raw] = []
    letters: list[str] = []
    boxes: list[list[float]] = []
    append_letter, append_box = letters.append, boxes.append
    last, unreadable, barcode = None, 0, False
    for i in range(calls.count(page)):
        obj = text_object(page, i)
        if obj is None:
            continue  # a blank or line end that PDFium made up
        if obj != last:
            last = obj
            calls.font_info(page, i, name_at, 128, flags_at)
            calls.origin(page, i, x_at, y_at)
            calls.matrix(page, i, matrix_at)
            font = name.value.lower()
            # The bar code of the job number on a UN document's first page ("C39T30Lfz", "Free 3 of 9").
            barcode = b"c39" in font or b"barcode" in font or b"3 of 9" in font or b"3of9" in font
            a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
            turn = (1 if b > 0 else 3) if abs(a) < abs(b) else (0 if a > 0 else 2)
            letters, boxes = [], []
            append_letter, append_box = letters.append, boxes.append
            bold = b"bold" in font or b"black" in font or calls.font_weight(page, i) >= 600
            italic = b"ital" in font or b"obliq" in font
            # The size is the operand of Tf, 1.0 in many files; the text matrix scales it.
            size = round(calls.font_size(page, i) * hypot(c, d), 2)
            artifact = _is_artifact(calls, obj)
            runs.append(_Raw(letters, boxes, (x.value, y.value), size, turn, bold, italic, artifact))
        if barcode:
            continue
        code = unicode(page, i)
        letter = _LETTERS.get(code)
        if letter is None:
            letter = _LETTERS[code] = _spell(code)
        if not letter:
            continue
        loose_box(page, i, box_at)
        if len(letter) == 1:
            append_letter(letter)
            append_box(box[:])
            unreadable += letter in _UNREADABLE
        else:
            left, top, right, bottom = box
            step = (right - left) / len(letter)
            letters.extend(letter)
            boxes.extend([left + k * step, top, left + (k + 1) * step, bottom] for k in range(len(letter)))
    return runs, unreadable


def _is_artifact(calls: _Calls, obj: int) -> bool:
    """Whether the file marks this text as page furniture (Word does, with `/Artifact`)."""
    count = calls.mark_count(obj)
    if not count:
        return False
    buffer, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for k in range(count):
        if calls.mark_name(calls.mark_at(obj, k), buffer, 64, ctypes.byref(size)):
            if buffer.raw[: max(0, size.value - 2)] == _ARTIFACT:
                return True
    return False


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


def _upright(run: _Raw, turn: int, media: _Media) -> GlyphRun:
    x0, y0, x1, y1 = media
    if turn == 0:
        lefts = tuple([box[0] - x0 for box in run.boxes])
        rights = tuple([box[2] - x0 for box in run.boxes])
        base = y1 - run.origin[1]
    else:
        turned = [_turn_box(box, turn, media) for box in run.boxes]
        lefts, rights = tuple([box[0] for box in turned]), tuple([box[2] for box in turned])
        base = (0.0, run.origin[0] - x0, run.origin[1] - y0, x1 - run.origin[0])[turn]
    return GlyphRun("".join(run.letters), lefts, rights, base, run.size, run.bold, run.italic, run.artifact)


def _read_thin_paths(calls: _Calls, page: int) -> Iterator[tuple[float, float, float, float]]:
    """Boxes (left, top, right, bottom; y upwards) of the page's thin paths, those in forms too."""
    for k in range(calls.object_count(page)):
        yield from _thin_paths(calls, calls.object_at(page, k), _IDENTITY, 0)


def _thin_paths(
    calls: _Calls, obj: int | None, outer: _Matrix, depth: int
) -> Iterator[tuple[float, float, float, float]]:
    if obj is None:
        return
    kind = calls.object_type(obj)
    if kind == _PATH_OBJECT:
        corners = [ctypes.c_float() for _ in range(4)]
        if not calls.bounds(obj, *(ctypes.addressof(c) for c in corners)):
            return
        left, bottom, right, top = (c.value for c in corners)
        xs, ys = zip(_apply(outer, left, bottom), _apply(outer, right, top), strict=True)
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            yield min(xs), max(ys), max(xs), min(ys)
    elif kind == _FORM_OBJECT and depth < _FORM_DEPTH:
        own = (ctypes.c_float * 6)()
        calls.object_matrix(obj, ctypes.addressof(own))
        inner = _multiply((own[0], own[1], own[2], own[3], own[4], own[5]), outer)
        for k in range(calls.form_count(obj)):
            yield from _thin_paths(calls, calls.form_at(obj, k), inner, depth + 1)


def _apply(m: _Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _multiply(m: _Matrix, n: _Matrix) -> _Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
