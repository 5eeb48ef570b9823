"""How much a query may cost, and what is said when it costs more."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from treatygraph.query.errors import QueryBoundError, QueryError

LONGEST: Final = 7 * 24 * 3600  # seconds; a timer of the system takes no number that is much larger
_MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a query of a file or folder may cost, reading the graph included.

    `seconds` are of processor time, so that a busy machine ends no query that a quiet one answers. The wall clock has
    a bound too, ten times as wide and half a minute wider. `megabytes` are of address space, `answer_megabytes` of the
    answer as it is passed on.

    Raises:
        QueryError: a bound is not positive, or the time is longer than a week.

    """

    seconds: float = 60
    megabytes: int = 4096
    rows: int = 1_000_000
    answer_megabytes: int = 128

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= LONGEST or math.isnan(self.seconds):
            raise QueryError(f"A query may take from a moment to {LONGEST:,} seconds, not {self.seconds:g}.")
        if min(self.megabytes, self.rows, self.answer_megabytes) < 1:
            raise QueryError("A query's bounds of memory, rows and answer are whole numbers from 1.")

    @property
    def wall_seconds(self) -> float:
        """The bound by the clock on the wall, which only a machine with no time to give reaches."""
        return 10 * self.seconds + 30

    @property
    def memory(self) -> int:
        """The bound of memory in bytes."""
        return self.megabytes * _MEGABYTE

    @property
    def answer(self) -> int:
        """The bound of the answer in bytes."""
        return self.answer_megabytes * _MEGABYTE


def smaller_memory(bounds: Bounds) -> int:
    """The bound of memory in bytes: ours, or the system's where that is smaller (`ulimit -v`)."""
    try:
        import resource
    except ImportError:  # Windows
        return bounds.memory
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    return bounds.memory if hard == resource.RLIM_INFINITY else min(bounds.memory, hard)


def too_long(name: str, bounds: Bounds) -> QueryBoundError:
    """The sentence for a query that took its time."""
    return QueryBoundError(
        f"The query {name} was ended after {bounds.seconds:g} seconds of processor time; make it narrower, or give it "
        "more with --timeout."
    )


def too_busy(name: str, bounds: Bounds) -> QueryBoundError:
    """The sentence for a query that the machine had no time for."""
    return QueryBoundError(
        f"The query {name} was ended after {bounds.wall_seconds:g} seconds by the clock, in which the machine was too "
        f"busy to give it {bounds.seconds:g}; ask again when it is less so."
    )


def too_large(name: str, megabytes: int) -> QueryBoundError:
    """The sentence for a query that took its memory, or ended its process by its depth, which looks the same."""
    return QueryBoundError(
        f"The query {name} was ended: it needs more than {megabytes:,} MB of memory, or is nested too deeply; make it "
        "narrower, or give it more with --memory."
    )


def too_many(name: str, bounds: Bounds) -> QueryBoundError:
    """The sentence for a query whose answer does not end."""
    return QueryBoundError(
        f"The query {name} was ended: its answer has more than {bounds.rows:,} rows or {bounds.answer_megabytes:,} MB; "
        "make it narrower, or put LIMIT at its end."
    )
