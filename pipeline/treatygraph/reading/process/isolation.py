"""Reading in a process of its own: a file that exhausts memory or never ends costs an error, never the run.

PDFium ends its process when memory fails, it raises nothing; and a call into it cannot be interrupted. So every
file, a PDF above all, is read by a child with bounds on its address space and its processor time. The child imports
nothing but what reading needs, gets the bytes of the file through a pipe, and answers in a format that carries no code
(`messages`); what it may do is in `confinement`. To start it takes a fifth of a second, so it lives on for the next
file of this thread, and is replaced after a fault, after many files, or when its memory has grown. Since what went
before may then be the reason, a file that ends a child which has read others is tried once more by a fresh one.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import sysconfig
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import treatygraph
from treatygraph.errors import ReadingError
from treatygraph.reading.file.limits import system_memory
from treatygraph.reading.file.opening import read_source, spell_path
from treatygraph.reading.process.confinement import FORBIDDEN, OUT_OF_MEMORY
from treatygraph.reading.process.messages import (
    MOST_ANSWERED,
    Answer,
    Broken,
    Draw,
    MalformedError,
    Order,
    Read,
    Refused,
    WasDrawn,
    WasRead,
    decode_answer,
    encode,
    picture_of,
    receive,
    send,
)
from treatygraph.reading.process.requests import Picture, PictureRequest, Request
from treatygraph.report import Report

_MOST_FILES = 50  # that one process reads
_NO_MEMORY = frozenset(("SIGABRT", "SIGSEGV", "SIGKILL", "SIGBUS", "SIGTRAP", "SIGILL"))
_NO_TIME = frozenset(("SIGPROF", "SIGXCPU"))
# What a process cannot be started without on some systems; all else that the environment says is kept from it.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")

_Reason = Literal["memory", "time", "busy", "forbidden", "malformed", "start", "fault"]


def read_in_child(request: Request) -> Report:
    """Read a report in a child process.

    Raises:
        ReadingError: the file cannot be read, or not within the limits.
    """
    limits = request.limits.allowed()
    order = Read(spell_path(request.path), request.symbol, request.reader, request.password, limits)
    answer = _ask(request.path, order)
    if isinstance(answer, WasRead):
        return answer.report
    raise _refusal(answer, order)


def draw_in_child(request: PictureRequest) -> Picture:
    """Draw a page in a child process.

    Raises:
        ReadingError: the page cannot be drawn, or not within the limits.
    """
    limits = request.limits.allowed()
    name = spell_path(request.path)
    order = Draw(
        name,
        request.report,
        request.page,
        request.password,
        limits,
        request.scale,
        request.plain,
        request.mentions,
    )
    answer = _ask(request.path, order)
    if isinstance(answer, WasDrawn):
        return picture_of(answer)
    raise _refusal(answer, order)


def _refusal(answer: Answer, order: Order) -> Exception:
    if isinstance(answer, Refused):
        return ReadingError(answer.sentence)
    if isinstance(answer, Broken):
        return RuntimeError(f"{order.name}: the reading process failed\n{answer.trace}")
    return ReadingError(_sentence("malformed", order))


class _EndedError(Exception):
    """A reading process that ended, or was ended, before it answered."""

    def __init__(self, reason: _Reason, problems: str = "") -> None:
        super().__init__(reason, problems)
        self.reason: _Reason = reason
        self.problems = problems


class _Child:
    """A reading process and the pipes to it; it ends with this object, and with this process."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.files = 0
        self.owner = os.getpid()
        self._is_ready = False
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-X", "utf8", *_start_of(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ} | {"MALLOC_ARENA_MAX": "1"},
            cwd=os.path.abspath(os.sep),
        )
        self.end: Callable[[], object] = weakref.finalize(self, _end, self._process, self.owner)

    def ask(self, order: Order, data: bytes) -> Answer:
        """The answer to an order about the file whose bytes are `data`.

        Raises:
            _EndedError: there is none, or one that cannot be.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.files += 1
        late = threading.Event()
        clock = threading.Timer(order.limits.wall, self._give_up, (late,))
        clock.daemon = True
        try:
            clock.start()
        except RuntimeError:  # no thread without memory for it
            raise _EndedError("memory") from None
        try:
            with contextlib.suppress(BrokenPipeError):  # how it ended is seen below
                send(self._process.stdin, encode(order), data)
            if not self._is_ready:
                decode_answer(receive(self._process.stdout, MOST_ANSWERED))
                self._is_ready = True
            return decode_answer(receive(self._process.stdout, MOST_ANSWERED))
        except EOFError:
            raise _EndedError("busy" if late.is_set() else self._reason(), self._problems()) from None
        except MalformedError as error:
            raise _EndedError("malformed", str(error)) from None
        finally:
            clock.cancel()

    def _give_up(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _reason(self) -> _Reason:
        """Why the process ended by itself."""
        code = self._process.wait()
        name = signal.Signals(-code).name if code < 0 else ""
        if name in _NO_TIME:
            return "time"
        if code == OUT_OF_MEMORY or name in _NO_MEMORY:
            return "memory"
        if not self._is_ready:
            return "start"
        return "forbidden" if code == FORBIDDEN else "fault"

    def _problems(self) -> str:
        """What the process wrote before it was ready, a few lines at most."""
        assert self._process.stderr is not None
        return self._process.stderr.read().decode(errors="replace")


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:  # after a fork: it is the other's
        return
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    for pipe in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError):
            pipe.close()  # type: ignore[union-attr]
    process.wait()


class _Mine(threading.local):
    """The child of this thread: Linux ends it with the thread that started it, not with the process."""

    child: _Child | None = None


_mine = _Mine()


def _ask(path: Path, order: Order) -> Answer:
    """The answer of this thread's child, or of a fresh one where that one may be at fault."""
    data = read_source(path, order.limits)
    child = _mine.child
    _mine.child = None  # whatever is raised from here on, a child in the midst of something is not asked again
    if child and (child.memory, child.owner) == (order.limits.memory, os.getpid()):
        try:
            return _keep(child, child.ask(order, data))
        except _EndedError as ended:
            child.end()
            if ended.reason in ("time", "busy"):  # which are counted from the order on
                raise _failure(ended, order) from None
    child = _start(order)
    try:
        return _keep(child, child.ask(order, data))
    except _EndedError as ended:
        child.end()
        raise _failure(ended, order) from None


def _failure(ended: _EndedError, order: Order) -> Exception:
    """A sentence; but the trace where the fault is this program's."""
    if ended.reason == "fault" or (ended.reason == "start" and order.limits.memory != system_memory()):
        return RuntimeError(f"{order.name}: the reading process failed\n{ended.problems}")
    return ReadingError(_sentence(ended.reason, order))


def _start(order: Order) -> _Child:
    try:
        return _Child(order.limits.memory)
    except OSError as error:
        raise ReadingError(
            f"{order.name}: no process could be started to read it ({error.strerror}); end other programs, or allow "
            "more processes or memory (ulimit)."
        ) from None


def _keep(child: _Child, answer: Answer) -> Answer:
    """The answer; the child that gave it is kept for the next file unless another should go on."""
    good = isinstance(answer, WasRead | WasDrawn) and not answer.spent
    if good and child.files < _MOST_FILES:
        _mine.child = child
    else:  # PDFium keeps the last error, and gives it again for a file that it finds empty
        child.end()
    return answer


def _sentence(reason: _Reason, order: Order) -> str:
    limits = order.limits
    made = "the file may be damaged, or made to be"
    if reason in ("memory", "start") and limits.memory == system_memory():
        said = f"reading needs more than the {limits.megabytes:,} MB of memory that the system allows (ulimit -v)"
        return f"{order.name}: {said}; allow more, if the file is no larger than other reports."
    sentences = {
        "memory": f"reading needs more than {limits.megabytes:,} MB of memory; {made} large.",
        "time": f"reading took longer than {limits.seconds:g} seconds of processor time; {made} slow.",
        "busy": f"reading was not done after {limits.wall:,.0f} seconds, though it took less than {limits.seconds:g} "
        "of processor time: the machine is busy; try again when it is less so.",
        "forbidden": "reading it would have opened another file, a connection or a program, and was ended; the file "
        "may be made to do harm: download it again from its source.",
    }
    harm = "the reading process gave no report but something else; the file may be made to do harm: do not use it."
    return f"{order.name}: {sentences.get(reason, harm)}"


def _start_of(memory: int) -> list[str]:
    """The first file that a reading process runs, and what it is told there."""
    package = Path(treatygraph.__file__).resolve().parent
    module = f"{__package__}.child"
    return [str(Path(__file__).with_name("boot.py")), str(memory), module, str(package), *_module_path()]


def _module_path() -> list[str]:
    """The folders from which modules are imported, without the working folder, unless Python itself is there."""
    own = {os.path.realpath(path) for path in sysconfig.get_paths().values()}
    try:
        here = os.path.realpath(os.getcwd())
    except OSError:  # it was removed
        here = ""
    folders = [folder for folder in sys.path if os.path.isabs(folder)]
    return [folder for folder in folders if os.path.realpath(folder) != here or os.path.realpath(folder) in own]
