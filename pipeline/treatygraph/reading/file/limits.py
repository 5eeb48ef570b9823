"""How much a file may cost before it is refused."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading one file.

    `memory` is the address space of the reading process in bytes, `seconds` the processor time it may take for the
    file, `pages` and `glyphs` (on one page) what a report may hold. `wall` is time on the clock in seconds, far wider:
    it ends a process that gets no processor, so that a busy machine makes reading late and not wrong. The largest
    report at hand has 81 pages and takes two seconds and 0.4 GB of address space; a page of dense print has some
    5,000 glyphs.
    """

    memory: int = 1024 * _MEGABYTE
    seconds: float = 25.0
    pages: int = 5_000
    glyphs: int = 200_000
    wall: float = 900.0

    @property
    def megabytes(self) -> int:
        """The bound on memory, for messages."""
        return self.memory // _MEGABYTE

    def allowed(self) -> Limits:
        """These limits, with no more memory than the system lets a process have (`ulimit -v`)."""
        return replace(self, memory=min(self.memory, system_memory() or self.memory))


def system_memory() -> int | None:
    """The bound that the system sets on a process's address space, in bytes; None where it sets none."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    if sys.platform == "darwin":  # macOS knows the bound and does not heed it
        return None
    bounds = [bound for bound in resource.getrlimit(resource.RLIMIT_AS) if bound != resource.RLIM_INFINITY]
    return min(bounds, default=None)
