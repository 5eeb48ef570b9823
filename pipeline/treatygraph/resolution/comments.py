"""General comments and recommendations: each treaty body counts its own, so that a number alone is no name."""

from __future__ import annotations

import re
from functools import lru_cache

from treatygraph.ontology import Treaty, load_treaties, load_treaty
from treatygraph.recognition.grammar.lexicon import read_lexicon
from treatygraph.report import InstrumentName
from treatygraph.resolution.treaties import KnownTreaty

# "general comment No. 20 (2009) |of| the |Committee on Economic, Social and Cultural Rights|"
_ISSUED_BY = r"[”\"]?(?: ?\(\d{4}\))?,? (?:of|by|adopted by|issued by|from) "
# "the |Committee on the Rights of the Child|, in its general comment No. 20", "the |Committee|’s general comment No. 1"
_ISSUING = (
    r"(?:’s?|'s?|,? (?:in|adopted|issued|published|with) (?:its|a|the)?|,? its|,)? ?(?:\(\d{4}\) )?(?:new |joint )?$"
)
_REACH = 120  # how far before a name its treaty body may begin, in code points
# These count what they call recommendations; the other treaty bodies count comments.
_RECOMMENDING = frozenset({"CEDAW", "CERD"})


def is_general_comment(name: InstrumentName) -> bool:
    """Whether a numbered comment or recommendation of a treaty body is named; a joint one has a number of each."""
    heads = read_lexicon("issuers")["international"]["international_heads"]
    return name.head in heads and not name.head.startswith("joint") and not name.draft and bool(name.number)


def issuing_body(text: str, start: int, end: int) -> Treaty | None:
    """The treaty of the body that the words in, behind or before a name in `text` say issued it."""
    bodies = _bodies()
    inside = bodies.search(text, start, end + 1)
    # The span may end inside the body's name: "General comment No. 20 of the Committee on Economic|, Social and …".
    within = inside or next((found for found in bodies.finditer(text, start) if found.start() <= end), None)
    behind = re.compile(_ISSUED_BY).match(text, end)
    found = within or (bodies.match(text, behind.end()) if behind else None)
    if found is None:
        for before in bodies.finditer(text, max(0, start - _REACH), start):
            found = before if re.fullmatch(_ISSUING, text[before.end() : start]) else found
    return _by_body()[found["body"].casefold()] if found else None


def general_comment(text: str, start: int, end: int, name: InstrumentName, reported: str | None) -> KnownTreaty | None:
    """The general comment that a name in `text` means, known by treaty body and number.

    Where no body is named it is that of the treaty `reported` on, if its body issues such: in a report on the rights of
    persons with disabilities "general comment No. 1" is its Committee's, "general recommendation No. 18" another's.
    """
    if not is_general_comment(name):
        return None
    comment = name.head.endswith("comment")
    treaty = issuing_body(text, start, end)
    if treaty is None:
        treaty = load_treaty(reported) if reported else None
        if treaty is not None and treaty.protocol_to:
            treaty = load_treaty(treaty.protocol_to)
        if treaty is None or (treaty.abbreviation in _RECOMMENDING) == comment:
            return None
    kind = "comment" if comment else "recommendation"
    return KnownTreaty(
        f"{treaty.abbreviation}-general-{kind}-{name.number}",
        "soft-law",
        f"General {kind} No. {name.number} of the {treaty.treaty_body}",
        number=name.number,
        listed=False,
    )


@lru_cache(maxsize=1)
def _by_body() -> dict[str, Treaty]:
    """The treaties by the names of their bodies and their abbreviations: "|CEDAW| general recommendation No. 18"."""
    named: dict[str, Treaty] = {}
    for treaty in load_treaties():
        if not treaty.protocol_to:
            for body in (treaty.treaty_body, *treaty.treaty_body_names, treaty.abbreviation):
                named.setdefault((body or treaty.abbreviation).casefold(), treaty)
    return named


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    names = sorted(_by_body(), key=len, reverse=True)
    return re.compile(
        rf"(?:the )?(?:UN |United Nations )?\b(?P<body>{'|'.join(map(re.escape, names))})\b", re.IGNORECASE
    )
