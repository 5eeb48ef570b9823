"""Notes: "ibid." and its like, which stand for what the note before names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.report import InstrumentName, Mention, Unit

# The head of a name that stands for what the note before names.
NOTE_BEFORE = "ibid"
_SAME = re.compile(r"(?:Ibid(?:em)?|Idem|Op\. ?cit|Loc\. ?cit)\b", re.IGNORECASE)


def find_same(unit: Unit, before: Sequence[Mention]) -> list[Mention]:
    """The words at the beginning of a note that stand for the instrument that the note before names last.

    "12. Section 54 of the Law on Protection of the Rights of the Child. 13. |Ibid|, Sections 55, 56." Nothing where the
    note before names none: it is a book's, a page's or a survey's.

    Args:
        unit: the note.
        before: the mentions of the note before.
    """
    found = _SAME.match(unit.text) if unit.kind == "note" else None
    if found is None or not any(mention.type == "instrument" for mention in before):
        return []
    name = InstrumentName(kind="other", head=NOTE_BEFORE)
    return [Mention(unit.id, "instrument", 0, found.end(), found[0], "note-before", 0.9, anaphor=True, name=name)]
