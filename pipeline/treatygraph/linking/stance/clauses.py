"""The sentence of a mention with its roles laid bare: one sign for the law cited, one for every other thing named.

A rule of `stance` asks what is said of the law: what stands right before it and right after it. So that it need not
spell out names, the sentence is rewritten with one character for each mention, and what belongs to the citation
(its article, its short name in brackets, the laws listed beside it) goes into its character.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
# "The |Act|, which follows the |Paris Principles|, has not been adopted": what is said behind the clause is of the Act.
_IN_RELATIVE = re.compile(
    r"(?<=[\w◇◊▽◎◈)\"'])(, (?:which|who|whose)\b[^,.;:◆]{0,150}◆),"
    r"(?= (?:has|have|had|is|are|was|were|will|shall|may)\b)"
)
_COORDINATED = re.compile(rf"◆(?:{_LIST}[◇◊])+|[◇◊](?:{_LIST}[◇◊])*{_LIST}◆(?:{_LIST}[◇◊])*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence about a cited law.

    `sentence` is the sentence or list item with signs for mentions, exactly one of them TARGET; `words` the same
    after the sentence that introduces the list in which it stands, `lower` those in lower case. `own` is the
    citation as printed, with its article, `printed` the sentence as printed;
    `provision` tells whether an article is named, `draft` whether the name is that of a bill or draft,
    `programme` whether it is that of a programme, plan, strategy or policy. `billed` tells whether the citation stands
    in the quoted text of a bill, `comes_later` whether the unit says that something enters into force in the future,
    `succeeded` whether a later sentence names "the current" law of the same name.
    """

    sentence: str
    words: str
    lower: str
    own: str
    printed: str
    provision: bool
    draft: bool
    programme: bool
    billed: bool = False
    comes_later: bool = False
    succeeded: bool = False


@dataclass(frozen=True, slots=True)
class _Reference:
    start: int
    end: int
    sign: str
    provision: bool


# A bill's own words: "the bill … includes the following: “Article 11 …", "would read as follows: “Article 1 …".
_BILL_QUOTED = re.compile(
    r"\b(?:(?:bill|draft (?:act|law|code|amendment)s?|proposed)\b[^.:“”\"]{0,400}|(?:should|would|will) "
    r"read[^.:“”\"]{0,40})"
    r":\s*(?P<open>[“\"])",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"\b(?:was|were|has been|have been) (?:\w+ly )?(?:adopted|passed|approved|enacted)\b", re.IGNORECASE
)
# "These acts are going to enter into force on 1 January 2020."
_COMES_LATER = re.compile(
    r"\b(?:going to|will|shall|expected to|due to|scheduled to|not yet)\b [^.;]{0,20}"
    r"\b(?:ent(?:er|ered|ering) into force|com(?:e|ing) into (?:force|effect|operation)|tak(?:e|en) effect)\b"
)

# So much of a sentence on either side of the law is looked at, in code points; few sentences are longer.
_REACH = 600


def clause_of(unit: Unit, mention: Mention, mentions: Sequence[Mention]) -> Clause:
    """Rewrite the sentence of an instrument or provision mention of `unit` for the rules.

    Args:
        unit: the paragraph or table.
        mention: the citation.
        mentions: all the mentions of the unit, the citation among them.
    """
    return Clauses(unit, mentions).of(mention)


class Clauses:
    """The clauses of one unit: what all of them need is found once."""

    def __init__(self, unit: Unit, mentions: Sequence[Mention]) -> None:
        self.unit = unit
        self._references = _references(mentions)
        self._starts = [reference.start for reference in self._references]
        self._cited = [r for r in self._references if r.sign not in (DATE, AGENCY)]
        self._cited_starts = [reference.start for reference in self._cited]
        self._segments = split_segments(unit.text)
        self._segment_starts = [segment.start for segment in self._segments]
        self._following: list[int] | None = None
        self._bills = _bill_texts(unit.text)
        self._comes_later = _COMES_LATER.search(unit.text) is not None
        self._programmes = [m.start for m in mentions if m.name is not None and m.name.kind == "programme"]
        self._cells = sorted(unit.table.cells, key=lambda cell: cell.start) if unit.table is not None else []

    def of(self, mention: Mention) -> Clause:
        """The clause of one mention."""
        unit = self.unit
        target = self._cited[bisect_right(self._cited_starts, mention.start) - 1]
        place = bisect_right(self._segment_starts, mention.start) - 1
        start, end = self._bounds(self._segments[place], target)
        sentence = self._signs(start, end, target)
        introducing = (self._segments[n] for n in self._introducing(place))
        lead = " ".join(self._signs(s.start, min(s.end, s.start + _REACH), None) for s in introducing)
        words = _collapse(f"{lead} {_ITEM_MARK.sub('', sentence)}".strip())
        at = bisect_left(self._programmes, target.start)
        return Clause(
            sentence=_collapse(_ITEM_MARK.sub("", sentence)),
            words=words,
            lower=words.replace("İ", "I").lower(),  # of the same length
            own=unit.text[target.start : target.end],
            printed=unit.text[start:end],
            provision=target.provision,
            draft=target.sign == DRAFT,
            programme=at < len(self._programmes) and self._programmes[at] < target.end,
            billed=any(first <= target.start < last for first, last in self._bills),
            comes_later=self._comes_later,
            succeeded=self._is_succeeded(target),
        )

    def _is_succeeded(self, target: _Reference) -> bool:
        """Whether a later sentence names the law of today by the same name.

        "the |Code of Criminal Procedure of 16 February 1989| …. The current Code of Criminal Procedure, of 1998, …"
        """
        text = self.unit.text
        at = text.find("he current ", target.end)
        if at < 0:
            return False
        name, dated, _ = text[target.start : target.end].partition(" of 1")
        return bool(dated) and text.startswith(name, at + len("he current "))

    def _introducing(self, place: int) -> list[int]:
        """The sentences that introduce the list in which a sentence stands; without marks of items, what "follows".

        "… may restrict his or her rights in the |following areas: Adoption|: Article 5 ….| Marriage: Article 9 ….|"
        """
        marked = self._segments[place].introduced_by
        if marked:
            return list(reversed(marked))
        if self._following is None:
            text, segments = self.unit.text, self._segments
            self._following = [n for n, s in enumerate(segments) if _FOLLOWING.search(text, s.start, s.end)]
        at = bisect_left(self._following, place)
        return self._following[at - 1 : at] if at else []

    def _bounds(self, segment: Segment, target: _Reference) -> tuple[int, int]:
        """The sentence, as far as it reaches; in a table no further than the cell."""
        start, end = max(segment.start, target.start - _REACH), max(segment.end, target.end)
        end = min(end, target.end + _REACH)
        at = bisect_right([cell.start for cell in self._cells], target.start) - 1
        if at >= 0 and target.start < self._cells[at].end:
            cell = self._cells[at]
            return max(start, cell.start), max(min(end, cell.end), target.end)
        return start, end

    def _signs(self, start: int, end: int, target: _Reference | None) -> str:
        parts: list[str] = []
        at, text = start, self.unit.text
        for place in range(bisect_left(self._starts, start), len(self._starts)):
            reference = self._references[place]
            if reference.start >= end:
                break
            if reference.start < at:
                continue
            parts.append(text[at : reference.start].translate(_SIGNS))
            parts.append(TARGET if reference == target else reference.sign)
            at = reference.end
        parts.append(text[at:end].translate(_SIGNS))
        words = re.sub(r"\s+", " ", "".join(parts).translate(_QUOTES))
        return words.strip()


def _bill_texts(text: str) -> list[tuple[int, int]]:
    """Where a paragraph quotes a bill: from the opening mark to the last closing one, or to the end if none closes."""
    found: list[tuple[int, int]] = []
    for quoted in _BILL_QUOTED.finditer(text):
        if _PASSED.search(quoted[0]):
            continue
        start = quoted.start("open")
        end = text.rfind("”", start) if quoted["open"] == "“" else text.find('"', start + 1)
        found.append((start, end if end > start else len(text)))
    return found


def _references(mentions: Sequence[Mention]) -> list[_Reference]:
    """The mentions as they stand in the text, an article and its law as one, what stands in another left out."""
    found: list[_Reference] = []
    for mention in sorted(mentions, key=lambda m: (_ORDER[m.type], m.start, -m.end)):
        reference = _reference(mention)
        at = bisect_left(found, reference.start, key=lambda r: r.end)
        while at < len(found) and found[at].end <= reference.start:
            at += 1
        last = at
        while last < len(found) and found[last].start < reference.end:
            last += 1
        touching = [*range(at, last)]
        if not touching:
            found.insert(at, reference)
            continue
        first = next((n for n in touching if found[n].provision), touching[0])
        if mention.type == "instrument" and found[first].provision:
            # "article 6 of the |Penal Code|" is one citation; whether it is a draft is for the law to say.
            found[first] = replace(
                found[first],
                start=min(found[first].start, reference.start),
                end=max(found[first].end, reference.end),
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


def _collapse(words: str) -> str:
    """Take glosses and dates into the sign of the law, and the laws listed beside it."""
    for own in (_OWN_GLOSS, _ALIAS, _APPOSITION):
        words = own.sub(TARGET, words)
    words = _OF_DATE.sub("", _GLOSS.sub("", words))
    # "the new |Civil Code| (|Act No. 89/2011 Coll.|, the |Civil Code|)"
    return _IN_RELATIVE.sub(r"\1;", _OWN_GLOSS.sub(TARGET, _COORDINATED.sub(TARGET, words)))
