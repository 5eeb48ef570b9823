"""Words of a report that no rule reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

UnreadReason = Literal["provision without a law", "unread tail", "unread name", "open bracket", "kind and year alone"]


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that no rule reads, and why they are wanted.

    `missing` is what is to be added: a word of a kind, a name, a tail. It is empty where the text says nothing, as for
    "(art. 31)". `words` are the words with what stands beside them, at `start` in code points of the unit; `unit` is
    its id, `page` counts from 1, None for plain text.
    """

    why: UnreadReason
    missing: str
    words: str
    unit: str
    start: int
    page: int | None = None
