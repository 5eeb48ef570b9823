"""The domestic acts by which a State joined a treaty.

"… the International Convention …, adopted on 20 December 2006 and ratified by Kazakhstan pursuant to the Act
of 15 December 2008": the Act is how Kazakhstan joined, not a law that carries the Convention out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from treatygraph.ontology import Treaty
from treatygraph.report import Mention, Relation, Unit

_JOINING = re.compile(
    r"\b(?:ratif\w+|acce(?:ded|ding|ssion))\b[^.;:]{0,80}?"
    r"\b(?:by|through|via|pursuant to|under|in accordance with|by virtue of)\s+(?:the\s+|its\s+|an?\s+)?\Z"
)


def joining_acts(relations: Iterable[Relation], treaty: Treaty) -> frozenset[str]:
    """List the instruments, by id, of which a report says that they approve the treaty."""
    return frozenset(r.subject for r in relations if (r.predicate, r.object) == ("approves", treaty.abbreviation))


def names_joining_act(unit: Unit, mention: Mention) -> bool:
    """Tell whether the words before an instrument say that a treaty was ratified or acceded to by it."""
    return _JOINING.search(unit.text, max(0, mention.start - 160), mention.start) is not None
