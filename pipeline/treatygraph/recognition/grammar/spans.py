"""Names among a text's tokens, before they are laid on the text, and ranges that are looked up by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.tokens import Words


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name from token `start` to `end` (half-open); the other fields are those of `Found`, `title` in tokens."""

    start: int
    end: int
    rule: str
    confidence: float
    anaphor: bool = False
    shared_head: bool = False
    title: tuple[int, int] | None = None

    def on(self, w: Words) -> Found:
        """The find with code points in place of tokens."""
        title = (w.start[self.title[0]], w.end[self.title[1] - 1]) if self.title else None
        return Found(
            w.start[self.start],
            w.end[self.end - 1],
            self.rule,
            self.confidence,
            anaphor=self.anaphor,
            shared_head=self.shared_head,
            title=title,
        )


class Ranges:
    """Half-open ranges, sorted and without overlaps, in which a place is found by bisection."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        pairs = list(ranges)
        self._starts = [start for start, _ in pairs]
        self._ends = [end for _, end in pairs]

    def overlapping(self, start: int, end: int) -> tuple[int, int] | None:
        """The first range that shares a place with `start:end`."""
        i = bisect_right(self._ends, start)
        if i < len(self._starts) and self._starts[i] < end:
            return self._starts[i], self._ends[i]
        return None

    def holding(self, start: int, end: int) -> tuple[int, int] | None:
        """The range that has all of `start:end` inside."""
        found = self.overlapping(start, end)
        return found if found and found[0] <= start and end <= found[1] else None
