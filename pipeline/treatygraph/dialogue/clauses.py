"""Acts that a clause asks for, and no verb alone: "ensure that the draft law complies with the Convention".

What law each is about stands in the middle of the clause; where none does, it asks for no act of law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatygraph.dialogue.phrases import find_head, find_phrase
from treatygraph.dialogue.wording import wording
from treatygraph.report import Action


@dataclass(frozen=True, slots=True)
class Asked:
    """An act that words ask for: its verb at `start`, the words about what until `end`, and the noun phrase for it."""

    action: Action
    start: int
    end: int
    phrase: tuple[int, int] | None = None


_WORDS = r"(?:[^;:.]|(?<=\bNo)\.|(?<=\bNos)\.)"  # of one clause, "Law No. 12" among them
_ENSURE = (
    rf"\b[Ee]nsur(?:e|ing)\sthat\s(?:{_WORDS}{{1,160}}?\sand\sthat\s)?(?:in\s)?(?:the\s)?(?:scope\sof\s)?"
    rf"(?P<law>(?:(?!\sand\sthat\b){_WORDS}){{0,120}}?)\s"
)
_MANNER = r"(?:(?:fully|strictly|effectively|properly|duly|rigorously|developed|and)\s)*"
_COMPLIES = (
    r"(?:(?:complies|comply|conforms?)(?:\s(?:fully|strictly))?|gives?\s(?:full\s)?effect|(?:is|are|be)\s(?:brought\s)?(?:fully\s)?"
    r"(?:(?:in|into)\s(?:(?:full|strict)\s)?(?:line|conformity|compliance|accordance)|compatible|consistent|harmonized))"
)
_LAW = r"(?:legislation|laws?\b(?!\senforcement)|[Cc]onstitution|legal\s(?:instruments|frameworks?|system))"
_THAT = (
    rf"\bthat\s(?:in\s)?(?P<law>(?:(?!until\b|once\b|if\b|unless\b|when\b|while\b)[\w-]+\s){{0,4}}?"
    rf"(?i:legislation|laws?|acts?|bills?|codes?|provisions?|instructions|regulations?|policies)\b{_WORDS}{{0,200}}?),?\s"
)
# A law that a sentence begins with: "The Labour Code should be amended".
_OPENS = (
    rf"(?:\A|(?<=[.;,]\s))(?P<law>\w(?:[\w’-]*\s(?:[\w’-]+\s){{0,5}}?)?(?i:legislation|laws?|acts?|bills?|codes?|provisions?"
    rf"|regulations?|policies|plan|strategy)\b{_WORDS}{{0,120}}?)\s"
)
_BE = r"(?:is|are|(?:should\s)?be)"
_WITH_LAW: tuple[tuple[re.Pattern[str], Action], ...] = (
    (
        re.compile(rf"{_ENSURE}{_MANNER}{_COMPLIES}\s(?:with|to)\b"),
        "harmonize",
    ),
    (
        # "Ensure the conformity of all legislation, policies and regulations with the human rights model".
        re.compile(
            r"\b[Ee]nsur(?:e|ing)\s(?:the\s)?(?:full\s)?(?:conformity|compliance|consistency|alignment)\sof\s"
            rf"(?P<law>{_WORDS}{{0,120}}?)\swith\b"
        ),
        "harmonize",
    ),
    (
        # "Bring the Statute of Persons with Disabilities into full alignment with the Convention".
        re.compile(
            rf"\b[Bb]ring(?:ing|s)?\s(?P<law>{_WORDS}{{0,160}}?)\s(?:fully\s)?in(?:to)?\s(?:(?:full|strict|complete)\s)?"
            r"(?:alignment|line|conformity|compliance|harmony|accordance)\s(?:with|to)\b"
        ),
        "harmonize",
    ),
    (
        # "Ensure that the law explicitly recognizes …", "ensure that guidelines and manuals outline protocols".
        re.compile(
            rf"{_ENSURE}(?:(?:explicitly|expressly|clearly)\s)?(?:addresses|covers?|includes?|incorporates?|outlines?"
            r"|recogni[sz]es?|prohibits?|guarantees?|reflects?|do(?:es)?\snot)\b"
        ),
        "amend",
    ),
    (
        # "Ensure … that laws permitting involuntary treatment, including upon authorization of others, are repealed".
        re.compile(rf"{_THAT}{_BE}\s(?:repealed|terminated|abolished|withdrawn|abrogated)\b"),
        "repeal",
    ),
    (
        # "Ensure … that new action plans on the transition from institutions are initiated".
        re.compile(
            r"\bthat\s(?P<law>(?:new\s|an?\s)(?:[\w-]+\s){0,4}?(?:legislation|laws?|plans?|strategy|strategies|polic(?:y|ies))"
            r"\b[^;:.,]{0,120}?)\s(?:is|are|be)\s(?:adopted|enacted|developed|initiated|introduced|drawn up|approved)\b"
        ),
        "adopt",
    ),
    (
        # "Clarify the status of its laws on ports, and ensure that they comply with article 8".
        re.compile(
            rf"\b(?:its|the)\s(?P<law>(?:[\w-]+\s){{0,3}}?(?:laws|legislation)\b[^;:.]{{0,200}}?),?\sand\sensure\s"
            rf"that\s(?:they|it)\s{_MANNER}{_COMPLIES}\s(?:with|to)\b"
        ),
        "harmonize",
    ),
    # "Ensure that Bill No. 1 is adopted quickly"; "recommends that the law be promulgated".
    (re.compile(rf"{_THAT}{_BE}\s(?:\w+ly\s)?(?:adopted|enacted|passed|promulgated)\b"), "adopt"),
    (re.compile(rf"{_THAT}{_BE}\s(?:amended|revised|reviewed|reformed)\b"), "amend"),
    (
        # "Ensure that the perspective of gender and disability is included in its laws and policies".
        re.compile(
            r"\b[Ee]nsur(?:e|ing)\sthat\s[^;:.]{0,120}?\s(?:is|are|be)\s(?:\w+ly\s)?(?:included|incorporated|mainstreamed"
            r"|integrated|reflected|enshrined|prohibited|criminalized|defined|recognized|guaranteed)\s(?:in|into|across)\s"
            rf"(?P<law>(?:[\w-]+,?\s){{0,4}}?(?:{_LAW}(?:\sand\spolicies)?|Code\b|Act\b))"
        ),
        "amend",
    ),
    (re.compile(rf"{_ENSURE}(?:is|are|be)\s{_MANNER}(?:implemented|enforced|applied)\b"), "enforce"),
    (re.compile(rf"\brecommends\s{_THAT[2:]}(?:should\s)?be\s{_MANNER}(?:implemented|enforced|applied)\b"), "enforce"),
    # "Existing laws should be reviewed and amended as necessary."
    (re.compile(rf"{_OPENS}(?:should|must)\sbe\s(?:[\w-]+\s){{0,2}}?(?:amended|revised|reviewed|reformed)\b"), "amend"),
    (re.compile(rf"{_OPENS}(?:should|must)\sbe\s(?:[\w-]+\s)?(?:repealed|abolished|abrogated)\b"), "repeal"),
    (re.compile(rf"{_OPENS}(?:should|must)\sbe\s(?:[\w-]+\s)?(?:adopted|enacted|drafted|developed)\b"), "adopt"),
)
# "Take legislative measures", "implement legal, policy and practical measures", "recognize in its legislation".
_ALONE: tuple[tuple[re.Pattern[str], Action], ...] = (
    (
        re.compile(
            r"\b(?:tak(?:e|ing)|adopt(?:ing)?(?:\sand\simplement(?:ing)?)?)\s(?:(?:the|all|any|necessary|effective|appropriate|further|concrete"
            r"|immediate|specific|and)\s)*(?:legislative|legal)\b[^;:.]{0,60}?\b(?:measures|actions?|steps|remedies|reforms)\b",
            re.IGNORECASE,
        ),
        "adopt",
    ),
    (
        re.compile(
            r"(?<!adopt\sand\s)\bimplement(?:ing)?\s(?:(?:effective|existing|practical|policy|appropriate|necessary|all)\b,?\s(?:and\s)?)*"
            r"(?:legislative|legal)\b[^.;:]{0,40}?\bmeasures\b",
            re.IGNORECASE,
        ),
        "enforce",
    ),
    (
        re.compile(
            r"\b(?:recogni[sz]e|define|prohibit|criminali[sz]e|enshrine|guarantee|establish|specify|regulate|provide)\s"
            rf"(?:(?:explicitly|expressly|clearly)\s)?in\s(?:(?:its|the|all|domestic|national|relevant)\s)*{_LAW}",
            re.IGNORECASE,
        ),
        "amend",
    ),
    (
        # "Take all measures necessary, including legislative ones"; "adopt the necessary legislative amendments".
        re.compile(
            r"\b(?:tak(?:e|ing)|adopt(?:ing)?)\s(?:[\w-]+\s){0,4}?(?:measures|steps|action)(?:\snecessary)?,\sincluding\s"
            r"(?:through\s|by\sadopting\s|the\sadoption\sof\s)?(?:[\w-]+\sand\s)?legislative\s"
            r"(?:ones|measures|steps|action|and\s[\w-]+\s(?:ones|measures|steps))\b",
            re.IGNORECASE,
        ),
        "adopt",
    ),
    (
        re.compile(
            r"\b(?:undertake|make|adopt|introduce|enact|carry\sout)\s(?:(?:the|all|any|necessary|required|further|appropriate)\s)*"
            r"(?:legislative|legal)\s(?:and\s\w+\s)?(?:amendments|changes)\b"
            r"|,\sincluding\s(?:through\s|by\s\w+ing\s)?(?:the\s)?(?:necessary\s)?legislative\s(?:amendments|changes)\b",
            re.IGNORECASE,
        ),
        "amend",
    ),
    (
        # "Define and criminalize torture in its domestic law", "raise the age of marriage to 18 in the Marriage Act".
        re.compile(
            r"\b(?:recogni[sz]e|define|prohibit|criminali[sz]e|enshrine|guarantee|specify|make|provide\sfor|raise)\s"
            r"[^;:.,]{0,110}?(?<!provided)(?<!for)(?<!contained)(?<!enshrined)(?<!out)(?<!defined)(?<!established)"
            r"(?<!described)\sin\s(?=legislation\b|(?:its|the|domestic|national)\s)(?:(?:its|the|domestic|national|criminal"
            r"|relevant|new)\s)*(?:[A-Z][\w’-]+\s){0,4}?(?:legislation|laws?\b(?!\senforcement)|[Cc]onstitution|Code|Act)\b",
        ),
        "amend",
    ),
    (
        # "Explicitly prohibit corporal punishment by law", "ensure that torture is prohibited in law".
        re.compile(
            r"\b(?:(?:prohibit|criminali[sz]e|ban)(?:ing)?|[Ee]nsur(?:e|ing)\sthat\s[^;:.]{1,120}?\s(?:is|are|be)\s(?:\w+ly\s)?"
            r"(?:prohibited|criminali[sz]ed|banned))(?:\s[^;:.,]{1,110}?(?:,\s[^;:.,]{1,30},)?(?<!for)(?<!\wed)(?<!able)(?<!out)(?<!down))??"
            r"\s(?:in|by)\slaw\b(?!\senforcement)",
            re.IGNORECASE,
        ),
        "amend",
    ),
    (
        # "Ensure that the use of all derogatory language is eliminated from all legislation".
        re.compile(
            r"\b(?:remove|delete|eliminate|(?:is|are)\s(?:removed|deleted|eliminated))\s[^;:.]{0,80}?from\s"
            rf"(?:(?:its|the|all|domestic|national|relevant)\s)*(?:{_LAW}|(?:[A-Z][\w’-]+\s){{1,4}}?(?:Code|Act|Law)\b)"
        ),
        "amend",
    ),
    (
        # "Review its reservation to the Convention with a view to its withdrawal".
        re.compile(
            r"\b(?:review|reconsider|re-examine)\s[^;:.]{0,60}?\breservations?\b[^;:.]{0,120}?\b(?:withdraw(?:al|ing)|lifting)\b",
            re.IGNORECASE,
        ),
        "withdraw-reservation",
    ),
    (
        re.compile(
            r"\b(?:withdraw(?:ing)?|lift(?:ing)?|withdrawal\sof)\s(?:(?:its|the|all|any|remaining)\s)*(?:[\w-]+\s)?"
            r"(?:reservations?|declarations?)\b",
            re.IGNORECASE,
        ),
        "withdraw-reservation",
    ),
)
# "Recommends that a permanent mechanism be established", "ensure that a focal point is appointed".
_BODY_IS_SET_UP = re.compile(
    r"\bthat\s(?P<body>an?\s[^;:.,]{3,90}?)\s(?:is|are|be)\s(?:established|created|set\sup|developed|designated|appointed)\b"
)
_NEW = re.compile(r"an?\s|new\s")
_IS_ADOPTED = re.compile(r"\b(?:is|are|be)\s(?:adopted|enacted|passed|approved|developed|introduced)\b")
_MECHANISM = re.compile(r"\bmechanisms?\b")
_PERSONS = re.compile(r"\b(?:persons|training)\b")
# "Review the Act and harmonize it with the human rights-based approach", "review its legislation to align it with".
_PRONOUN = re.compile(
    r"[^;:.]{0,120}?(?:\band|\b(?P<purpose>to)|,)\s(?:where\snecessary,\s)?(?:(?:harmoni[sz]e|align)\s(?:it|them)"
    rf"|brings?\s(?:it|them)\s(?:fully\s)?in(?:to)?|ensure\sthat\s(?:it|they)\s{_MANNER}{_COMPLIES})\s"
)
_FUNDED = re.compile(
    r"\b(?:funding|funds|resources|budgets?)\s(?:is\s|are\s)?(?:allocated\s)?(?:for|to)\s(?:the\simplementation\sof\s)?(?:the|its)\s(?=[A-Z])"
)


def find_clauses(text: str, start: int, end: int, named: Sequence[tuple[int, int]]) -> Iterator[Asked]:
    """The acts that clauses of `text[start:end]` ask for, in no order; `named` are the laws that it names."""
    for pattern, action in _WITH_LAW:
        for match in pattern.finditer(text, start, end):
            yield from _with_law(text, match, action)
    for pattern, action in _ALONE:
        yield from (Asked(action, match.start(), match.end()) for match in pattern.finditer(text, start, end))
    for match in _BODY_IS_SET_UP.finditer(text, start, end):
        if wording().body.search(match["body"]) or _MECHANISM.search(match["body"]):
            yield Asked("establish-body", match.start(), match.end())
    # "Provide additional funding for the Programme for the Protection of …": it is to be carried out.
    for match in _FUNDED.finditer(text, start, end):
        law = next((span for span in named if span[0] == match.end()), None)
        if law:
            yield Asked("enforce", match.start(), law[1])


def _with_law(text: str, match: re.Match[str], action: Action) -> Iterator[Asked]:
    law = match.span("law")
    if action == "enforce" and _NEW.match(match["law"]):
        return  # "ensure that a policy is developed and implemented": there is none yet
    if action == "amend" and _IS_ADOPTED.search(match["law"]):
        return  # "ensure that legislation is adopted that addresses …"
    head = find_head(text, *law)
    if head and not _PERSONS.search(text[law[0] : head.start()]):
        yield Asked(action, match.start(), match.end(), find_phrase(text, law[0], head, law[1]))


def with_harmonizing(text: str, amended: Asked, end: int) -> tuple[Asked, ...]:
    """An amendment or a law to be adopted, and that "it" or "them" be harmonised, which follows.

    To review so as to harmonise is only that.
    """
    match = _PRONOUN.match(text, amended.end, end)
    if match is None:
        return (amended,)
    harmonized = Asked("harmonize", amended.start, match.end(), amended.phrase)
    return (harmonized,) if match["purpose"] else (amended, harmonized)
