"""How much a report may cost after it was read: recognition, resolution, linking and writing.

The bounds are of processor time and of address space, so that neither depends on what else the machine does. The
largest report at hand, of 81 pages, takes some 3 seconds and less than 1 GB.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path
from types import FrameType

from treatygraph.errors import ReadingError, is_lack_of_memory
from treatygraph.reading.file.limits import system_memory

try:
    import resource
except ImportError:  # Windows has no such bounds
    resource = None  # type: ignore[assignment]

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds of processor time, and bytes of address space beyond what the process has when it begins."""

    seconds: float = 300.0
    memory: int = 4096 * _MEGABYTE


class _OutOfTimeError(BaseException):
    """Not to be caught by what catches every `Exception`."""


@contextmanager
def bounded(source: Path, bounds: Bounds) -> Iterator[None]:
    """Do what one report needs within bounds, where the system has them.

    Raises:
        ReadingError: it needs more.
    """
    try:
        with ExitStack() as stack:
            stack.enter_context(_bounded_memory(bounds.memory))
            stack.enter_context(_bounded_time(bounds.seconds))
            yield
    except _OutOfTimeError:
        raise ReadingError(
            f"{source}: to find the law in it takes more than {bounds.seconds:g} seconds of processor time; "
            "the file may be made to be slow."
        ) from None
    except Exception as error:
        if not is_lack_of_memory(error):
            raise
        raise ReadingError(_too_large(source, bounds)) from None


def _too_large(source: Path, bounds: Bounds) -> str:
    """Say whose bound of memory it was, ours or the system's."""
    allowed = system_memory()
    if allowed is None or allowed > bounds.memory:
        megabytes = bounds.memory // _MEGABYTE
        return (
            f"{source}: to find the law in it takes more than {megabytes:,} MB of memory; "
            "the file may be made to be large."
        )
    return (
        f"{source}: to find the law in it takes more than the {allowed // _MEGABYTE:,} MB of memory that the system "
        "allows (ulimit -v); allow more, if the file is no larger than other reports."
    )


@contextmanager
def _bounded_time(seconds: float) -> Iterator[None]:
    """Raise when the process has used so much processor time. Only a main thread can be told; others are not bounded.

    In a process that works for another, the system's own bound stands somewhat higher: it ends one that is too deep in
    a library to be told.
    """
    if (
        resource is None
        or threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGPROF) is not signal.SIG_DFL
    ):
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_CPU)
    if parent_process() is not None:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (_lower(int(used + seconds * 1.25) + 2, before), before[1]))
    signal.signal(signal.SIGPROF, _out_of_time)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # again each second: what is raised in a destructor is lost
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CPU, before)


def _out_of_time(number: int, frame: FrameType | None) -> None:
    raise _OutOfTimeError


@contextmanager
def _bounded_memory(more: int) -> Iterator[None]:
    """Bound the address space to what there is and `more`, or to a bound that is set already, if that is smaller."""
    if resource is None or not sys.platform.startswith("linux"):  # macOS knows the bound and does not heed it
        yield
        return
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    bound = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (_lower(bound, before), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _lower(bound: int, known: tuple[int, int]) -> int:
    """The lowest of a bound and those that are set already."""
    return min(bound, *(limit for limit in known if limit != resource.RLIM_INFINITY), bound)
