"""The process in which files are read or drawn, one after the other: orders on standard input, answers on output.

It lives on until its input is closed, also in the midst of a file: a thread waits there, and ends the process when
the parent is gone. Where the system can it also ends with the parent's thread that started it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import IO

import pypdfium2  # noqa: F401  (before memory is bounded: the library alone takes more than a small bound)

import treatygraph
from treatygraph.errors import ReadingError
from treatygraph.garbage import collect_rarely
from treatygraph.ontology import ontology_path
from treatygraph.reading.file import glyphs_pdfium, glyphs_pdfplumber
from treatygraph.reading.file.opening import DamagedError, count_pages, decode_text, is_plain_text
from treatygraph.reading.page.page import PageGlyphs
from treatygraph.reading.process import confinement
from treatygraph.reading.process.messages import (
    Answer,
    Broken,
    Order,
    Read,
    Ready,
    Refused,
    WasDrawn,
    WasRead,
    decode_order,
    encode,
    receive,
    send,
)
from treatygraph.reading.process.picture import draw_here
from treatygraph.reading.process.requests import PictureRequest, Request
from treatygraph.reading.reader import read_pdf, read_text
from treatygraph.report import Report

_Orders = SimpleQueue[tuple[Order, bytes] | None]
_SHARE = 4  # a process that grew by this part of its bound is replaced
_SIZES = "/proc/self/statm"  # Linux: the first number is the address space in pages


def read_here(request: Request, data: bytes | None = None) -> Report:
    """Read a file in this very process, whatever it costs; `data` are its bytes, where they are at hand.

    What PDFium finds damaged, pdfplumber may still read (it rebuilds the table of objects by itself).

    Raises:
        ReadingError: the file is damaged, encrypted, empty, or has more pages or glyphs than allowed.
    """
    data = request.path.read_bytes() if data is None else data
    if is_plain_text(request.path):
        return read_text(request.path, decode_text(request.path, data), data, symbol=request.symbol)
    try:
        count_pages(request.path, data, request.password, request.limits)
    except DamagedError:
        return _read_with_pdfplumber(request, data)
    if request.reader == "pdfplumber":
        return _read_with_pdfplumber(request, data)
    return _read_with(request, data, glyphs_pdfium.glyphs)


def _read_with_pdfplumber(request: Request, data: bytes) -> Report:
    try:
        return _read_with(replace(request, reader="pdfplumber"), data, glyphs_pdfplumber.glyphs)
    except (ReadingError, MemoryError):
        raise
    except Exception as error:  # pdfminer has no common class for what it cannot read
        if _lacked_memory(error):
            raise MemoryError from None
        raise DamagedError.of(request.path) from None


def _lacked_memory(error: BaseException | None) -> bool:
    """Whether a MemoryError stands behind an error that pdfplumber made of it."""
    return error is not None and (isinstance(error, MemoryError) or _lacked_memory(error.__context__))


def _read_with(request: Request, data: bytes, glyphs: Callable[..., Iterator[PageGlyphs]]) -> Report:
    source = partial(glyphs, most=request.limits.glyphs, data=data)
    return read_pdf(request.path, data, source, reader=request.reader, symbol=request.symbol, password=request.password)


def main(memory: int) -> None:
    """Answer orders with at most `memory` bytes of address space, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent, which gets it too, decides what becomes of this process
    try:
        glyphs_pdfium.load()
        sys.dont_write_bytecode = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        sizes = open(_SIZES, "rb", buffering=0) if os.path.exists(_SIZES) else None  # noqa: SIM115  (kept open)
        folders = confinement.own_folders(Path(treatygraph.__file__).parent, ontology_path())
        confinement.part_from_the_rest(folders)
        orders: _Orders = SimpleQueue()
        threading.Thread(target=_wait_for_orders, args=(sys.stdin.buffer, orders), daemon=True).start()
        confinement.bound_resources(memory)
        confinement.watch_python(folders)
        gc.freeze()  # what was imported stays
        collect_rarely()
        has_grown = partial(_has_grown, sizes, _size(sizes) + memory // _SHARE)
        answers = _take_output(nowhere)
        send(answers, encode(Ready()))
        while True:
            waiting = orders.get()
            if waiting is None:
                raise MemoryError
            send(answers, _answer(*waiting, has_grown))
    except MemoryError:
        confinement.end_without_memory()


def _take_output(nowhere: int) -> IO[bytes]:
    """Standard output for answers alone; what libraries print there or as errors goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _wait_for_orders(pipe: IO[bytes], orders: _Orders) -> None:
    """Hand over orders with the bytes of their files; None for one that does not fit into memory."""
    try:
        while True:
            orders.put((decode_order(receive(pipe)), receive(pipe)))
    except EOFError:
        os._exit(0)
    except MemoryError:
        orders.put(None)


def _answer(order: Order, data: bytes, has_grown: Callable[[], bool]) -> bytes:
    confinement.bound_time(order.limits.seconds)
    try:
        return encode(_obey(order, data, has_grown))
    except ReadingError as error:
        return encode(Refused(str(error)))
    except MemoryError:
        raise
    except Exception:
        return encode(Broken(traceback.format_exc()))
    finally:
        confinement.bound_time(0)


def _obey(order: Order, data: bytes, has_grown: Callable[[], bool]) -> Answer:
    if isinstance(order, Read):
        request = Request(Path(order.name), order.symbol, order.reader, order.password, order.limits)
        report = read_here(request, data)
        return WasRead(report, has_grown() or report.source.reader not in (order.reader, "text"))
    path = Path(order.name)
    wanted = PictureRequest(
        path, order.report, order.page, order.password, order.limits, order.scale, order.plain, order.mentions
    )
    return WasDrawn(*draw_here(wanted, data), has_grown())


def _has_grown(sizes: IO[bytes] | None, most: int) -> bool:
    return _size(sizes) > most


def _size(sizes: IO[bytes] | None) -> int:
    """The address space of this process in bytes; 0 where it is not known."""
    if sizes is None:
        return 0
    sizes.seek(0)
    return int(sizes.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
