"""The process in which a PDF is read: `python -m treatygraph.reading.child`, a pickled request in, a report out."""

from __future__ import annotations

import pickle
import sys
from functools import partial

import pypdfium2  # noqa: F401  (before memory is bounded: the library alone takes more than a small bound)

from treatygraph.errors import ReadingError
from treatygraph.report import Report

from .glyphs_pdfium import glyphs
from .isolation import Request, bound_this_process, end_without_memory
from .opening import count_pages
from .reader import read_pdf


def read_here(request: Request) -> Report:
    """Read a PDF in this very process, whatever it costs.

    Raises:
        ReadingError: the file is damaged, encrypted, empty, or has more pages or glyphs than allowed.
    """
    count_pages(request.path, request.password, request.limits)
    return read_pdf(
        request.path,
        partial(glyphs, most=request.limits.glyphs),
        reader=request.reader,
        symbol=request.symbol,
        password=request.password,
    )


def main() -> None:
    """Answer one request on standard input with a pickled report, or with the sentence that says why not."""
    request: Request = pickle.load(sys.stdin.buffer)
    bound_this_process(request.limits)
    try:
        answer: object = read_here(request)
    except ReadingError as error:
        answer = str(error)
    except MemoryError:
        end_without_memory()
        return
    pickle.dump(answer, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
