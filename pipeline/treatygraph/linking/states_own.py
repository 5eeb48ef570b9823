"""Which instruments a State made itself: only these may be said to carry out a treaty.

A name that no gazetteer knows is taken for a national one. Some names tell by themselves that another made what they
name: the printed words are asked, not a list of instruments. Rules are rows with examples; the tests run them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from treatygraph.report import Entity


@dataclass(frozen=True, slots=True)
class Rule:
    """A sign in the name of an instrument of one of `kinds` that it is no law, policy or decision of the State."""

    name: str
    kinds: frozenset[str]
    pattern: re.Pattern[str]
    unless: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]
    counter_examples: tuple[tuple[str, str], ...]


_NEVER = re.compile(r"(?!)")
_BODIES = (
    r"(?:UN|United Nations|OAS|ILO|WHO|UNESCO|UNICEF|OECD|EU|European|Inter-American|African Union|Council of Europe|"
    r"Organi[sz]ation of American States|International Labour|World Health|World Bank|W3C?|Web Content Accessibility)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "a judgment named by its parties",
        frozenset({"judgment", "decision"}),
        re.compile(r"\w\.? (?:v\.?|vs\.?|versus|c\.) (?:the )?[A-Z]"),
        _NEVER,
        (("judgment", "Smith v. Harbour Board"), ("decision", "Smith v Ruritania")),
        (("judgment", "Law On Sentence Execution"), ("decision", "Government Decision No. 7 of 9 May 2001")),
    ),
    Rule(
        "an act of the European Union by its number",
        frozenset({"instructions", "decision", "regulation", "other"}),
        re.compile(
            r"\b(?:Directive|Decision|Regulation)s? (?:\((?:EU|EC)\) )?(?:No\.? )?\d+/\d+/(?:EU|EC|EEC|CE|JHA?)\b|"
            r"\b(?:Directive|Regulation) (?:\(?(?:EU|EC)\)? )(?:No\.? )?\d+/\d+|\bDirective (?:19|20)\d\d/\d+|"
            r"\bCouncil (?:Framework )?(?:Decision|Directive)\b.{0,8}\d+/\d+"
        ),
        _NEVER,
        (
            ("decision", "Council Framework Decision 2002/629/JHA"),
            ("instructions", "Directive 2016/2102"),
        ),
        (
            ("instructions", "Inter-Ministerial Directive No. 003/2001"),
            ("decision", "Council of Ministers Decision No. 7 of 9 May 2001"),
            ("decision", "Decision No. 664/2007"),
        ),
    ),
    Rule(
        "principles, declarations and recommendations",
        frozenset({"soft-law"}),
        re.compile(
            r"\b(?:Principles|Declaration|Statement|Standard Minimum Rules)\b|\ARecommendation\b(?! No\. ?\d+/\d)|"
            r"\bRecommendation (?:CM/)?Rec\b"
        ),
        re.compile(r"\b(?:National|State|Federal|Government|Ministr\w+|Mandatory|Technical|Policy)\b"),
        (
            ("soft-law", "Principles for the Protection of Persons with Mental Illness"),
            ("soft-law", "Paris Principles"),
            ("soft-law", "Recommendation No. 168"),
        ),
        (
            ("soft-law", "Mandatory Technical Standard on Accessibility"),
            ("soft-law", "National Curriculum Statement"),
            ("soft-law", "Recommendation No. 27/2009"),
            ("act", "Act on the Principles of Social Services"),
        ),
    ),
    Rule(
        "named after a body of several States",
        frozenset({"soft-law", "instructions", "decision", "programme", "code", "rules", "other"}),
        re.compile(
            rf"\A(?:the )?{_BODIES}\b|\bof the (?:Committee of Ministers of the (?:Council of Europe|member)|"
            rf"{_BODIES})\b"
        ),
        re.compile(r"\b(?:National|Elections?|implement\w+|of the Government)\b", re.IGNORECASE),
        (
            ("code", "European Code of Police Ethics"),
            ("programme", "OAS Programme of Action for the Decade of the Americas"),
            ("soft-law", "Web Content Accessibility Guidelines"),
        ),
        (
            ("programme", "Programme of the Government “European Integration”"),
            ("programme", "National Plan for the European Year"),
            ("soft-law", "Guidelines on Internet Accessibility"),
        ),
    ),
)


def is_states_own(entity: Entity) -> bool:
    """Whether an instrument that is not known to be international may be a law, policy or decision of the State."""
    return not any(
        entity.kind in rule.kinds and rule.pattern.search(entity.name) and not rule.unless.search(entity.name)
        for rule in RULES
    )
