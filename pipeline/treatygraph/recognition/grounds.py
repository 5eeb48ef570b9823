"""The articles that a Committee writes behind a concern: the treaty's, and never those of the law named before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from treatygraph.report import Mention, Report, Unit

_BRACKET = re.compile(r"\((?P<articles>arts?\.\s[^()]*)\)\Z", re.IGNORECASE)


def with_grounds_apart(report: Report, unit: Unit, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a unit, where the bracket that ends a concern is a provision of its own.

    "… few benefit from Law No. 12,711 of 2012 (arts. 1 and 5)." In other documents it is the law's; and the Committees
    that write their articles into headings have no such brackets.
    """
    if report.kind != "concluding-observations" or unit.convention_articles:
        return list(mentions)
    apart = (_apart(mention, unit.text) for mention in mentions)
    return sorted(apart, key=lambda mention: (mention.start, -mention.end, mention.type))


def _apart(mention: Mention, text: str) -> Mention:
    bracket = _BRACKET.search(mention.text)
    if mention.type != "provision" or not mention.instrument or not bracket or text[mention.end :].strip(" .;"):
        return mention
    start, end = (mention.start + at for at in bracket.span("articles"))
    return replace(mention, start=start, end=end, text=text[start:end], rule="divisions", instrument=None)
