"""What a mention of an instrument denotes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mention denotes, the rule that decided, and the mention it takes it from if it refers back."""

    instrument: int
    rule: str
    confidence: float
    antecedent: int | None = None
    anaphor: bool = False
