"""What a mention of an instrument denotes."""

from __future__ import annotations

from dataclasses import dataclass

from treatygraph.resolution.identity import Register
from treatygraph.resolution.wordings import Wording


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mention denotes, the rule that decided, and the mention it takes it from if it refers back."""

    instrument: int
    rule: str
    confidence: float
    antecedent: int | None = None
    anaphor: bool = False


def unresolved(register: Register, wording: Wording) -> Reference:
    """A reference to an instrument of its own, as nothing that is named is what the wording refers back to."""
    instrument = register.enter(wording)
    instrument.unresolved = True
    return Reference(instrument.key, "unresolved", 0.2, None, True)
