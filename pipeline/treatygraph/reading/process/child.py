"""The process in which a file is read or drawn: `python -m treatygraph.reading.process.child`, pickles in and out."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pypdfium2  # noqa: F401  (before memory is bounded: the library alone takes more than a small bound)

from treatygraph.errors import ReadingError
from treatygraph.reading.file import glyphs_pdfium, glyphs_pdfplumber
from treatygraph.reading.file.opening import DamagedError, count_pages, decode_text, is_plain_text
from treatygraph.reading.page.page import PageGlyphs
from treatygraph.reading.process.isolation import PictureRequest, Request, bound_this_process, end_without_memory
from treatygraph.reading.process.picture import draw_here
from treatygraph.reading.reader import read_pdf, read_text
from treatygraph.report import Report


def read_here(request: Request) -> Report:
    """Read a file in this very process, whatever it costs.

    What PDFium finds damaged, pdfplumber may still read (it rebuilds the table of objects by itself).

    Raises:
        ReadingError: the file is damaged, encrypted, empty, or has more pages or glyphs than allowed.
    """
    if is_plain_text(request.path):
        data = request.path.read_bytes()
        return read_text(request.path, decode_text(request.path, data), data, symbol=request.symbol)
    try:
        count_pages(request.path, request.password, request.limits)
    except DamagedError:
        return _read_with_pdfplumber(request)
    if request.reader == "pdfplumber":
        return _read_with_pdfplumber(request)
    return _read_with(request, glyphs_pdfium.glyphs)


def _read_with_pdfplumber(request: Request) -> Report:
    try:
        return _read_with(replace(request, reader="pdfplumber"), glyphs_pdfplumber.glyphs)
    except (ReadingError, MemoryError):
        raise
    except Exception as error:  # pdfminer has no common class for what it cannot read
        if _lacked_memory(error):
            raise MemoryError from None
        raise DamagedError.of(request.path) from None


def _lacked_memory(error: BaseException | None) -> bool:
    """Whether a MemoryError stands behind an error that pdfplumber made of it."""
    return error is not None and (isinstance(error, MemoryError) or _lacked_memory(error.__context__))


def _read_with(request: Request, glyphs: Callable[..., Iterator[PageGlyphs]]) -> Report:
    source = partial(glyphs, most=request.limits.glyphs)
    return read_pdf(request.path, source, reader=request.reader, symbol=request.symbol, password=request.password)


def main() -> None:
    """Answer one request on standard input with a pickled report or picture, or the sentence that says why not."""
    request: Request | PictureRequest = pickle.load(sys.stdin.buffer)
    bound_this_process(request.limits)
    try:
        answer: object = read_here(request) if isinstance(request, Request) else draw_here(request)
    except ReadingError as error:
        answer = str(error)
    except MemoryError:
        end_without_memory()
        return
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
