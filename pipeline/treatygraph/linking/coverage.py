"""Whether a report's laws stand under articles of its treaty at all, and if hardly any does, what the reason may be.

Links follow from headings and sentences that name articles. A State that answers a list of issues, or follows up
recommendations, heads its answers by the Committee's numbers: the articles stand in the Committee's paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.ontology import Treaty
from treatygraph.report import WHOLE_TREATY, Annotated, Citation, Report

_FEW_LAWS = 4  # with fewer laws their links say nothing of the report
_HARDLY = 0.1  # of the laws
_MOSTLY = 0.5  # of the numbered paragraphs
_FOLLOWED = re.compile(r"\b(?:follow-up|(?:paragraphs?|recommendations?)\s+(?:No\.?\s*)?\d)", re.IGNORECASE)


def find_unlinked(annotated: Annotated, citations: Sequence[Citation], treaty: Treaty) -> str | None:
    """One sentence where a report names laws and hardly one of them stands under an article; None elsewhere."""
    laws = {entity.id for entity in annotated.entities if entity.type == "instrument" and entity.level == "national"}
    named = {mention.entity for mention in annotated.mentions if mention.entity in laws}
    linked = {c.target.entity for c in citations if set(c.elements) - {WHOLE_TREATY}} & named
    if len(named) < _FEW_LAWS or len(linked) >= _HARDLY * len(named):
        return None
    count = f"{len(linked)} of {len(named)} laws" if linked else f"None of {len(named)} laws"
    return f"{count} could be linked to an article of the {treaty.abbreviation}: {_reason(annotated.report)}."


def _reason(report: Report) -> str:
    paragraphs = [unit for unit in report.units if unit.id.isdigit()]
    if not report.sections:
        return "no headings were found in the report"
    answered = sum(unit.reply_to is not None for unit in paragraphs)
    if answered > _MOSTLY * len(paragraphs):
        return "the report answers a list of issues, and the articles stand in that list"
    followed = sum(bool(_FOLLOWED.search(section.heading)) for section in report.sections)
    if followed > _MOSTLY * len(report.sections):
        return "its headings follow the Committee’s recommendations, and the articles stand with those"
    if any(section.convention_articles for section in report.sections):
        return "few of its headings name articles, and its laws stand under others"
    return "its headings name no articles, by number or by title"
