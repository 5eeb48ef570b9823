"""How much a file may cost before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading one file.

    `memory` is the address space of the reading process in bytes, `seconds` its wall time, `pages` and
    `glyphs` (on one page) what a report may hold. The largest report at hand has 81 pages and takes two seconds
    and 0.4 GB of address space; a page of dense print has some 5,000 glyphs.
    """

    memory: int = 1024 * _MEGABYTE
    seconds: float = 25.0
    pages: int = 5_000
    glyphs: int = 200_000

    @property
    def megabytes(self) -> int:
        """The bound on memory, for messages."""
        return self.memory // _MEGABYTE
