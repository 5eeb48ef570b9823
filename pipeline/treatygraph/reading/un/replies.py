"""Replies to a list of issues: which paragraph of the list a heading or a paragraph answers.

Under the simplified reporting procedure a State answers the list of issues that the Committee sent it before
(General Assembly resolution 68/268, paras. 1 and 2), paragraph by paragraph.
"""

from __future__ import annotations

import re

# "5", "5 (a)", "5 and 6", "20 (a)–(c)", "12, 13 and 15"
_PART = r"\((?:[a-z]|[ivx]{1,4})\)"
_NUMBER = rf"\d{{1,3}}(?!\d)(?:\s?{_PART})*"
_LIST = rf"(?P<number>{_NUMBER}(?:(?:\s?[-–,]\s?|,?\s(?:and|to)\s)(?:{_NUMBER}|{_PART}))*)"
_PLACE = r"(?:paragraphs?|paras?\.?|questions?|issues?|Q\.?)\s*(?:Nos?\.?\s*)?"
_RAISED = r"(?:(?:issues?|questions?|concerns?|points?)\s+(?:raised\s+)?(?:in|under)\s+)?"
_OF_THE_LIST = r",?\s(?:of|in|from)\s+(?:the\s+)?(?:list\s+of\s+issues|LOIs?\b|LOIPR\b)"
_LISTED = r"(?:list\s+of\s+issues(?:\s+prior\s+to\s+(?:the\s+)?(?:reporting|submission\b[^,:]{0,40}))?|LOIPR|LOI)"

_HEADINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Reply to paragraph 5 of the list of issues", "Replies to the issues raised in paragraphs 2 and 3"
        rf"\b(?:repl(?:y|ies)|responses?|answers?)\s+(?:to|on)\s+(?:the\s+)?{_RAISED}{_PLACE}{_LIST}",
        # "Paragraph 5 of the list of issues", "Article 2 – questions 6 and 7 in the list of issues"
        rf"(?<!\w){_PLACE}{_LIST}{_OF_THE_LIST}",
        # "List of issues, paragraph 5", "LOIPR para. 12"
        rf"\b{_LISTED}(?:\s\([^()]*\))?[,:–-]?\s*{_PLACE}{_LIST}",
        # "Question 7", "Issue No. 3:", "Paragraphs 8 and 9"
        rf"^(?:paragraphs?|questions?|issues?)\s*(?:Nos?\.?\s*)?{_LIST}\s*[:.]?$",
    )
)
# "In reply to paragraph 5 of the list of issues, Chile reports …", "With regard to paragraphs 2 and 3 of the LOIPR, …"
_OPENING = re.compile(
    r"(?:In\s+(?:reply|response|answer)\s+to|With\s+(?:regard|reference|respect)\s+to|Regarding|Concerning|As\s+regards)"
    rf"\s+(?:the\s+)?{_RAISED}{_PLACE}{_LIST}{_OF_THE_LIST}",
    re.IGNORECASE,
)


def find_reply(heading: str) -> str | None:
    """The paragraphs of the list of issues that a heading says it answers, as printed: "20 (a)"; else None."""
    for pattern in _HEADINGS:
        match = pattern.search(heading)
        if match:
            return match["number"]
    return None


def find_opening_reply(text: str) -> str | None:
    """The paragraphs of the list of issues that a paragraph's first words say it answers; else None."""
    match = _OPENING.match(text)
    return match["number"] if match else None
