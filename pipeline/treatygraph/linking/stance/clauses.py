"""The sentence of a mention with its roles laid bare: one sign for the law cited, one for every other thing named.

A rule of `stance` asks what is said of the law: what stands right before it and right after it. So that it need not
spell out names, the sentence is rewritten with one character for each mention, and what belongs to the citation
(its article, its short name in brackets, the laws listed beside it) goes into its character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from treatygraph.linking.segments import Segment, split_segments
from treatygraph.report import Mention, Unit

# The law that the stance is about, another law, a law that amends by its title, a bill or draft, a date, a body.
# They are no letters of a report; where one occurs it is read as a bullet.
TARGET, OTHER, AMENDING, DRAFT, DATE, AGENCY = "◆", "◇", "◊", "▽", "◈", "◎"
_SIGNS = str.maketrans(dict.fromkeys((TARGET, OTHER, AMENDING, DRAFT, DATE, AGENCY), "•"))
_QUOTES = str.maketrans({"‘": '"', "“": '"', "”": '"', "’": "'", "«": '"', "»": '"', "\u00a0": " ", "\n": " "})

_ORDER = {"provision": 0, "instrument": 1, "agency": 2, "date": 3}

_FOLLOWING = re.compile(r"\bfollowing\b[^.:]{0,60}:")
_ITEM_MARK = re.compile(r"\A\s*(?:\((?:\w{1,5})\)|\w{1,2}\)|[•●▪◦·–—*-])\s+")
# A gloss after a name: its short name, its number, where it was published. Not what says something of its fate.
_FATE = r"(?:repeal|abrogat|replac|amend|revis|draft|bill\b|supersed|annul|former|not |no )"
_GLOSS = re.compile(rf"(?<=[◆◇◊▽])[\"']? ?\((?![^()]*{_FATE})(?:[^()◆]|\([^()◆]*\)){{0,160}}\)", re.IGNORECASE)
# "the |Statute of the Child| (|ECA|)": the law is cited by its short name.
_OWN_GLOSS = re.compile(r"[◇◊▽][\"']? ?\((?:the |hereinafter |\")*◆\"?\)")
# "R.A. No. 7600, otherwise known as the |Breast Feeding Act|"
_ALIAS = re.compile(
    r"[◇◊](?: No\. ?[\w/-]+)?,? (?:otherwise|also|better|commonly|more commonly)? ?(?:known|referred to) as "
    r"(?:the |\")*(?:the )?◆\"?,?",
    re.IGNORECASE,
)
# "The rules on hospitalization (|Decree No. 570|) are being amended"
_APPOSITION = re.compile(r"\((?:the )?◆\)(?= (?:is|are|was|were|has|have|will|do|does)\b)")
_OF_DATE = re.compile(r"(?<=[◆◇◊▽])[\"']?,? (?:of|dated|from) (?:the )?(?:year )?◈")
_LEAD = r"(?:(?:of|to|under|in|on|by|with|both|also)? ?(?:the )?|a |an |its )\"?"
_LIST = rf"\"?(?:,|;|/|,? and(?: also)?|,? or|,? as well as(?: in)?|,? nor|,? together with) ?(?:and |or )?{_LEAD}"
_COORDINATED = re.compile(rf"◆(?:{_LIST}[◇◊])+|[◇◊](?:{_LIST}[◇◊])*{_LIST}◆(?:{_LIST}[◇◊])*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence about a cited law.

    `sentence` is the sentence or list item with signs for mentions, exactly one of them TARGET; `words` the same
    after the sentence that introduces the list in which it stands. `own` is the citation as printed, with its article,
    `printed` the sentence as printed;
    `provision` tells whether an article is named, `draft` whether the name is that of a bill or draft,
    `programme` whether it is that of a programme, plan, strategy or policy.
    """

    sentence: str
    words: str
    own: str
    printed: str
    provision: bool
    draft: bool
    programme: bool


@dataclass(frozen=True, slots=True)
class _Reference:
    start: int
    end: int
    sign: str
    provision: bool


def clause_of(unit: Unit, mention: Mention, mentions: Sequence[Mention]) -> Clause:
    """Rewrite the sentence of an instrument or provision mention of `unit` for the rules.

    Args:
        unit: the paragraph or table.
        mention: the citation.
        mentions: all the mentions of the unit, the citation among them.
    """
    references = _references(mentions)
    target = next(r for r in references if r.sign not in (DATE, AGENCY) and r.start <= mention.start < r.end)
    segments = split_segments(unit.text)
    place = next(n for n, s in enumerate(segments) if s.start <= mention.start < s.end)
    start, end = _bounds(unit, segments[place], target)
    sentence = _signs(unit.text, start, end, references, target)
    lead = " ".join(
        _signs(unit.text, segments[n].start, segments[n].end, references, None)
        for n in _introducing(unit, segments, place)
    )
    words = _collapse(f"{lead} {_ITEM_MARK.sub('', sentence)}".strip())
    return Clause(
        sentence=_collapse(_ITEM_MARK.sub("", sentence)),
        words=words,
        own=unit.text[target.start : target.end],
        printed=unit.text[start:end],
        provision=target.provision,
        draft=target.sign == DRAFT,
        programme=any(
            m.name is not None and m.name.kind == "programme" for m in mentions if target.start <= m.start < target.end
        ),
    )


def _introducing(unit: Unit, segments: Sequence[Segment], place: int) -> list[int]:
    """The sentences that introduce the list in which a sentence stands; without marks of items, what "follows".

    "… this may restrict his or her rights in the |following areas: Adoption|: Article 5 ….| Marriage: Article 9 ….|"
    """
    marked = segments[place].introduced_by
    if marked:
        return list(reversed(marked))
    return [n for n in range(place) if _FOLLOWING.search(unit.text, segments[n].start, segments[n].end)][-1:]


def _bounds(unit: Unit, segment: Segment, target: _Reference) -> tuple[int, int]:
    """The sentence; in a table no further than the cell."""
    start, end = segment.start, max(segment.end, target.end)
    if unit.table is not None:
        for cell in unit.table.cells:
            if cell.start <= target.start < cell.end:
                return max(start, cell.start), max(min(end, cell.end), target.end)
    return start, end


def _references(mentions: Sequence[Mention]) -> list[_Reference]:
    """The mentions as they stand in the text, an article and its law as one, what stands in another left out."""
    found: list[_Reference] = []
    for mention in sorted(mentions, key=lambda m: (_ORDER[m.type], m.start, -m.end)):
        reference = _reference(mention)
        touching = [r for r in found if r.start < reference.end and reference.start < r.end]
        if not touching:
            found.append(reference)
        elif mention.type == "instrument" and touching[0].provision:
            # "article 6 of the |Penal Code|" is one citation; whether it is a draft is for the law to say.
            found[found.index(touching[0])] = replace(
                touching[0],
                start=min(touching[0].start, reference.start),
                end=max(touching[0].end, reference.end),
                sign=reference.sign,
            )
    return sorted(found, key=lambda r: r.start)


def _reference(mention: Mention) -> _Reference:
    end = mention.end
    if mention.type == "provision" and mention.instrument and mention.start <= mention.instrument[0] <= end + 12:
        end = max(end, mention.instrument[1])
    sign = {"date": DATE, "agency": AGENCY}.get(mention.type, OTHER)
    if mention.name is not None and mention.name.draft:
        sign = DRAFT
    elif mention.name is not None and mention.name.amending:
        sign = AMENDING
    return _Reference(mention.start, end, sign, mention.type == "provision")


def _signs(text: str, start: int, end: int, references: Sequence[_Reference], target: _Reference | None) -> str:
    parts: list[str] = []
    at = start
    for r in references:
        if r.start < at or r.start >= end:
            continue
        parts.append(text[at : r.start].translate(_SIGNS))
        parts.append(TARGET if r == target else r.sign)
        at = r.end
    parts.append(text[at:end].translate(_SIGNS))
    words = re.sub(r"\s+", " ", "".join(parts).translate(_QUOTES))
    return words.strip()


def _collapse(words: str) -> str:
    """Take glosses and dates into the sign of the law, and the laws listed beside it."""
    for own in (_OWN_GLOSS, _ALIAS, _APPOSITION):
        words = own.sub(TARGET, words)
    words = _OF_DATE.sub("", _GLOSS.sub("", words))
    # "the new |Civil Code| (|Act No. 89/2011 Coll.|, the |Civil Code|)"
    return _OWN_GLOSS.sub(TARGET, _COORDINATED.sub(TARGET, words))
