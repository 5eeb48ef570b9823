"""Reading in a process of its own: a file that exhausts memory or never ends costs an error, never the run.

PDFium ends its process when memory fails, it raises nothing; and a call into it cannot be interrupted. So every
file, a PDF above all, is read by a child with bounds on its address space and its time, and the report comes back
through a pipe. The child imports nothing but what reading needs; to start it takes some 60 ms.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from treatygraph.errors import ReadingError
from treatygraph.reading.file.limits import Limits
from treatygraph.report import Report

_NO_MEMORY = frozenset((signal.SIGABRT, signal.SIGSEGV, signal.SIGKILL, signal.SIGBUS, signal.SIGTRAP, signal.SIGILL))
_OUT_OF_MEMORY = 86  # the child's exit code for a MemoryError that Python saw itself


@dataclass(frozen=True, slots=True)
class Request:
    """What the child is asked to read."""

    path: Path
    symbol: str | None = None
    reader: str = "pdfium"
    password: str | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Which page of a PDF the child is asked to draw, with what `report` has from it."""

    path: Path
    report: Report
    page: int
    password: str | None = None
    limits: Limits = field(default_factory=Limits)


class Picture(NamedTuple):
    """A picture as it goes through the pipe: width and height, and three bytes a pixel (red, green, blue)."""

    size: tuple[int, int]
    pixels: bytes


def read_in_child(request: Request) -> Report:
    """Read a report in a child process.

    Raises:
        ReadingError: the file cannot be read, or not within the limits.
    """
    report = _ask_child(request)
    assert isinstance(report, Report)
    return report


def draw_in_child(request: PictureRequest) -> Picture:
    """Draw a page in a child process.

    Raises:
        ReadingError: the page cannot be drawn, or not within the limits.
    """
    picture = _ask_child(request)
    assert isinstance(picture, Picture)
    return picture


def _ask_child(request: Request | PictureRequest) -> object:
    """What the child answers; the sentence with which it refuses is raised."""
    path, limits = request.path, request.limits
    child = subprocess.Popen(
        [sys.executable, "-m", "treatygraph.reading.process.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        answer, problems = child.communicate(pickle.dumps(request), timeout=limits.seconds)
    except subprocess.TimeoutExpired:
        raise ReadingError(
            f"{path}: reading took longer than {limits.seconds:g} seconds; the file may be damaged, or made to be slow."
        ) from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        child.wait()
    if child.returncode == _OUT_OF_MEMORY or -child.returncode in _NO_MEMORY:
        raise ReadingError(
            f"{path}: reading needs more than {limits.megabytes:,} MB of memory; the file may be damaged, "
            "or made to be large."
        )
    if child.returncode != 0:
        raise RuntimeError(f"{path}: the reading process failed\n{problems.decode(errors='replace')}")
    result = pickle.loads(answer)
    if isinstance(result, str):
        raise ReadingError(result)
    return result


def bound_this_process(limits: Limits) -> None:
    """Set the bounds on address space and processor time, where the system has them (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(limits.seconds) + 1, int(limits.seconds) + 2))
    if sys.platform != "darwin":  # macOS knows the bound and does not heed it
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def end_without_memory() -> None:
    """End the child with the exit code that tells its parent why."""
    sys.stdout.flush()
    sys.exit(_OUT_OF_MEMORY)
