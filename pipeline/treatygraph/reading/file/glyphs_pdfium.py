"""Glyphs of a PDF through PDFium: the default source, and the fast one.

The calls are those of `fpdf_text.h` and `fpdf_edit.h`, bound here with prototypes that pass handles as plain
integers: the same calls through `pypdfium2.raw` take a third longer, and three are made for every glyph.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import hypot
from pathlib import Path
from typing import Any, NamedTuple

from treatygraph.errors import ReadingError
from treatygraph.reading.page.letters import LETTERS, count_unreadable
from treatygraph.reading.page.page import PageGlyphs
from treatygraph.reading.page.upright import THIN, RawRun, set_upright, shown

_ARTIFACT = "Artifact".encode("utf-16-le")
_PATH_OBJECT, _FORM_OBJECT = 2, 5
_INVISIBLE = 3  # text render mode
_FORM_DEPTH = 3  # forms inside forms that are searched for rules

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Calls(NamedTuple):
    count: Callable[..., Any]
    text_object: Callable[..., Any]
    unicode: Callable[..., Any]
    text: Callable[..., Any]
    loose_box: Callable[..., Any]
    font_size: Callable[..., Any]
    font_info: Callable[..., Any]
    font_weight: Callable[..., Any]
    matrix: Callable[..., Any]
    origin: Callable[..., Any]
    object_count: Callable[..., Any]
    object_at: Callable[..., Any]
    object_type: Callable[..., Any]
    render_mode: Callable[..., Any]
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
        text=bind("FPDFText_GetText", number, handle, number, number, handle),
        loose_box=bind("FPDFText_GetLooseCharBox", number, handle, number, handle),
        font_size=bind("FPDFText_GetFontSize", real, handle, number),
        font_info=bind("FPDFText_GetFontInfo", word, handle, number, handle, word, handle),
        font_weight=bind("FPDFText_GetFontWeight", number, handle, number),
        matrix=bind("FPDFText_GetMatrix", number, handle, number, handle),
        origin=bind("FPDFText_GetCharOrigin", number, handle, number, handle, handle),
        object_count=bind("FPDFPage_CountObjects", number, handle),
        object_at=bind("FPDFPage_GetObject", handle, handle, number),
        object_type=bind("FPDFPageObj_GetType", number, handle),
        render_mode=bind("FPDFTextObj_GetTextRenderMode", number, handle),
        bounds=bind("FPDFPageObj_GetBounds", number, handle, handle, handle, handle, handle),
        mark_count=bind("FPDFPageObj_CountMarks", number, handle),
        mark_at=bind("FPDFPageObj_GetMark", handle, handle, word),
        mark_name=bind("FPDFPageObjMark_GetName", number, handle, handle, word, handle),
        form_count=bind("FPDFFormObj_CountObjects", number, handle),
        form_at=bind("FPDFFormObj_GetObject", handle, handle, word),
        object_matrix=bind("FPDFPageObj_GetMatrix", number, handle, handle),
    )


def load() -> None:
    """Load PDFium now, and not with the first page: a process may bound itself before that."""
    _bind()


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

    A page that PDFium cannot load is yielded empty. Text across the page's dominant direction (stamps) is
    left out, and the page is turned so that the rest runs left to right.

    Raises:
        pypdfium2.PdfiumError: the file is damaged, encrypted or no PDF.
        ReadingError: a page holds more than `most` glyphs.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(path if data is None else data, password=password)
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


def _check_count(path: str, number: int, text_page: Any, most: int | None) -> None:
    count = text_page.count_chars()
    if most is not None and count > most:
        raise ReadingError(
            f"{path}: page {number} holds {count:,} characters, more than the {most:,} that a page may have; "
            "the file may be damaged, or made to be large."
        )


def _read_page(number: int, page: Any, text_page: Any) -> PageGlyphs:
    calls = _bind()
    raw, unreadable, invisible = _read_runs(calls, _address(text_page.raw))
    thin_paths = _read_thin_paths(calls, _address(page.raw))
    media = page.get_mediabox()
    return set_upright(number, shown(raw, media, page.get_cropbox()), thin_paths, media, unreadable, invisible)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _read_runs(calls: _Calls, page: int) -> tuple[list[RawRun], int, int]:
    """The text objects' glyphs, how many of them have no letter, and how many are not shown."""
    count = calls.count(page)
    letters = [LETTERS[code] for code in _read_codes(calls, page, count)]
    uneven = [k for k, letter in enumerate(letters) if len(letter) != 1]
    boxes = (ctypes.c_float * (4 * count))()
    loose_box, at = calls.loose_box, ctypes.addressof(boxes)
    for k in range(count):
        loose_box(page, k, at + 16 * k)
    flat = boxes[:]
    matrix, name, flags = (ctypes.c_float * 6)(), ctypes.create_string_buffer(128), ctypes.c_int()
    matrix_at, name_at, flags_at = ctypes.addressof(matrix), ctypes.addressof(name), ctypes.addressof(flags)
    x, y = ctypes.c_double(), ctypes.c_double()
    x_at, y_at = ctypes.addressof(x), ctypes.addressof(y)
    runs: list[RawRun] = []
    unreadable = invisible = 0
    for obj, start, end in _find_objects(calls, page, count):
        calls.font_info(page, start, name_at, 128, flags_at)
        font = name.value.lower()
        # The bar code of the job number on a UN document's first page ("C39T30Lfz", "Free 3 of 9").
        if b"c39" in font or b"barcode" in font or b"3 of 9" in font or b"3of9" in font:
            continue
        calls.origin(page, start, x_at, y_at)
        calls.matrix(page, start, matrix_at)
        a, b, c, d = matrix[0], matrix[1], matrix[2], matrix[3]
        turn = (1 if b > 0 else 3) if abs(a) < abs(b) else (0 if a > 0 else 2)
        bold = b"bold" in font or b"black" in font or calls.font_weight(page, start) >= 600
        italic = b"ital" in font or b"obliq" in font
        # The size is the operand of Tf, 1.0 in many files; the text matrix scales it.
        size = round(calls.font_size(page, start) * hypot(c, d), 2)
        text, edges = "".join(letters[start:end]), flat[4 * start : 4 * end]
        if bisect_left(uneven, start) < bisect_left(uneven, end):
            edges = _spread(letters[start:end], edges)
        unreadable += count_unreadable(text)
        invisible += len(text) * (calls.render_mode(obj) == _INVISIBLE)
        artifact = _is_artifact(calls, obj)
        runs.append(RawRun(text, edges, (x.value, y.value), size, turn, bold, italic, artifact))
    return runs, unreadable, invisible


def _read_codes(calls: _Calls, page: int, count: int) -> Sequence[int]:
    """The code points of the page's glyphs.

    The whole text in one call has one code a glyph, unless it leaves out glyphs without a code point or writes
    some as two surrogates: then the glyphs are asked one by one.
    """
    text = (ctypes.c_ushort * (count + 1))()
    codes = text[: max(0, calls.text(page, 0, count, ctypes.addressof(text)) - 1)] if count else []
    if len(codes) == count and (max(codes, default=0) < 0xD800 or not any(0xD800 <= code < 0xE000 for code in codes)):
        return codes
    return [calls.unicode(page, k) for k in range(count)]


def _find_objects(calls: _Calls, page: int, count: int) -> Iterator[tuple[int, int, int]]:
    """The page's text objects in order, each with its first glyph and the one after its last.

    Glyphs of one object follow each other, so its end is found in few steps, not glyph by glyph. Blanks and
    line ends that PDFium made up belong to no object.
    """
    text_object = calls.text_object
    start = 0
    while start < count:
        obj = text_object(page, start)
        if obj is None:
            start += 1
            continue
        inside, outside, step = start, start + 1, 1
        while outside < count and text_object(page, outside) == obj:
            inside, step = outside, 2 * step
            outside = min(count, outside + step)
        while outside - inside > 1:
            middle = (inside + outside) // 2
            if text_object(page, middle) == obj:
                inside = middle
            else:
                outside = middle
        yield obj, start, inside + 1
        start = inside + 1


def _spread(letters: Sequence[str], boxes: Sequence[float]) -> list[float]:
    """The boxes with one for each character: a ligature's is divided, a silent glyph's left out."""
    spread: list[float] = []
    for k, letter in enumerate(letters):
        left, top, right, bottom = boxes[4 * k : 4 * k + 4]
        step = (right - left) / max(1, len(letter))
        for i in range(len(letter)):
            spread.extend((left + i * step, top, left + (i + 1) * step, bottom))
    return spread


def _is_artifact(calls: _Calls, obj: int) -> bool:
    """Whether the file marks this text as page furniture (Word does, with `/Artifact`)."""
    count = calls.mark_count(obj)
    if not count:
        return False
    buffer, size = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for k in range(count):
        named = calls.mark_name(calls.mark_at(obj, k), buffer, 64, ctypes.byref(size))
        if named and buffer.raw[: max(0, size.value - 2)] == _ARTIFACT:
            return True
    return False


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
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
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
