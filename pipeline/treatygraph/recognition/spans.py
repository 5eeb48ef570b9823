"""A name found among a text's tokens, before it is laid on the text."""

from __future__ import annotations

from dataclasses import dataclass

from treatygraph.recognition.found import Found
from treatygraph.recognition.tokens import Words


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
