"""Instruments that a sentence lists beside the treaty: it says of neither that it carries the other out.

"Kazakhstan has ratified the |International Covenant on Civil and Political Rights| …, and the |Convention|."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.report import Mention, Unit

# What may stand between the items of a list of instruments, besides instruments, bodies and dates.
_JOINTS = re.compile(
    r"(?:an?|acceded|according|adopted|also|and|approved|as|at|both|by|entered|following|for|force|from|ha[sv]e?|in"
    r"|including|into|is|it|its|latter|level|namely|nos?|of|on|or|other|protocols?|ratified|s|signed|since|such|that|the"
    r"|them|thereto|these|this|to|was|well|were|which|with)"
)
_WORD = re.compile(r"[^\W\d_]+")


def is_listed_beside(unit: Unit, first: Mention, second: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether two mentions are items of one list: nothing stands between them but other items and what joins them.

    Args:
        unit: the paragraph.
        first: a mention of the paragraph.
        second: another, before or behind it.
        mentions: all the mentions of the paragraph.
    """
    start, end = sorted((first, second), key=lambda mention: mention.start)
    if start.end > end.start:
        return False
    at, between = start.end, []
    for mention in mentions:
        if at <= mention.start and mention.end <= end.start:
            between.append(unit.text[at : mention.start])
            at = mention.end
    between.append(unit.text[at : end.start])
    return all(_JOINTS.fullmatch(word) for part in between for word in _WORD.findall(part.lower()))
