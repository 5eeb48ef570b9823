"""The name of each instrument mention as its surroundings have it: a shared head, a date beside it, a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from treatygraph.recognition.instruments.names import read_name
from treatygraph.recognition.instruments.numbers import year_of_number
from treatygraph.report import InstrumentName, Mention
from treatygraph.resolution.comments import is_general_comment, issuing_body
from treatygraph.resolution.implementing import carries_out
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.subjects import content_words, is_generic
from treatygraph.resolution.surroundings import (
    joined_behind,
    made_abroad,
    numbered_before,
    numbered_behind,
    of_a_reservation,
    older_version,
    period_behind,
    title_behind,
    union_number_behind,
    without_later_year,
)
from treatygraph.resolution.treaties import whole_name_at
from treatygraph.resolution.wordings import group_of

# "Action Plan for implementation of the Program", "Action Plan of the “State Program …”": a text of another instrument.
_DEPENDS = re.compile(
    r"[”\"]? (?:of|for|to|on|under)(?: the)?"
    r"(?: (?:full |effective )?(?:implementation|implementing|execution|application|enforcement|realization)"
    r"(?: of)?)?(?: the)?(?: said)? ?[“\"]?"
)


_BARE_PROTOCOL = frozenset({"optional", "convention", "covenant", "thereto", "first", "second", "third"})


# "Act Introducing Pilots (|Gesetz zur Einführung von Lotsen|) of 22 December 2008"
_GLOSSED = re.compile(r" ?[(\[][^()\[\]]{3,200}[)\]],? (?:of|dated) (?:the )?")


# "Resolution No. 04 |– 28/08/2006| – Ties NBR 15320 to Decree No. 5296/04"
_DASHED_DATE = re.compile(r" [–—-] (?=\d{1,2}[/.]\d{1,2}[/.]\d{4}\b)")
_BESIDE = re.compile(r",?[”\"]? ?\(?(?:(?:dated|signed|adopted|issued|on|in|to|of|from|as|the) )*")


@dataclass(frozen=True, slots=True)
class Reading:
    """The instrument mentions of a report with the names in force: what a shared head or draft adds is in them."""

    names: Mapping[int, InstrumentName]
    back: frozenset[int]
    depends: Mapping[int, int]


def read_names(discourse: Discourse) -> Reading:
    """The name of each instrument mention, which of them only refer back, and which are part of another.

    A mention refers back if the finder says so or if its name says nothing but a kind: "the Act", "this Programme".
    """
    names: dict[int, InstrumentName] = {}
    back: set[int] = set()
    depends: dict[int, int] = {}
    for passage in discourse.passages:
        before: int | None = None
        indices = [i for i in passage.mentions if discourse.mentions[i].type == "instrument"]
        for place, i in enumerate(indices):
            mention = discourse.mentions[i]
            name = mention.name or read_name(mention.text, anaphor=mention.anaphor)
            spelled = whole_name_at(passage.unit.text, mention.start) if not name.subject else None
            if spelled is not None and len(spelled) > len(mention.text):
                name = read_name(spelled)
            if (reserved := of_a_reservation(passage.unit.text, mention, name)) is not None:
                name = read_name(reserved)
            name = numbered_behind(passage.unit.text, mention, name)
            if before is not None:
                between = passage.unit.text[discourse.mentions[before].end : mention.start]
                name = _share_head(names[before], name, between)
            name = _date_beside(discourse, passage, mention, name)
            name = _issuing_committee(passage, mention, name)
            if tail := title_behind(passage.unit.text, mention, name):
                name = replace(name, subject=f"{name.subject}{tail}")
            name = older_version(passage.unit.text, mention, name)
            name = numbered_before(passage.unit.text, mention, name)
            name = period_behind(passage.unit.text, mention, name)
            name = union_number_behind(passage.unit.text, mention, name)
            name = joined_behind(passage.unit.text, mention, name)
            name = without_later_year(name, discourse.report.date)
            name = made_abroad(passage.unit.text, mention, name, discourse.report.state)
            name = _constitution(mention, name)
            names[i] = name
            before = i
            bare = not name.subject and not (name.number or name.date or name.issuer)
            # "the 2006 Act" is the one of that year
            bare = bare or (mention.text[:4] == name.date and not (name.subject or name.number or name.issuer))
            anaphor = mention.anaphor and spelled is None
            bare = bare or carries_out(name)
            if anaphor or (bare and name.kind != "constitution" and bool(name.head)) or is_bare_protocol(name):
                back.add(i)
            following = indices[place + 1] if place + 1 < len(indices) else None
            group = group_of(name.kind)
            if following is not None and group in {"programme", "regulation", "executive"} and not mention.anaphor:
                between = passage.unit.text[mention.end : discourse.mentions[following].start]
                generic = is_generic(content_words(name.subject)) and (group != "executive" or bool(name.subject))
                if generic and not (name.number or name.date) and _DEPENDS.fullmatch(between):
                    depends[i] = following
                    back.discard(i)
        _share_dates(discourse, indices, names)
    return Reading(names, frozenset(back), depends)


def is_bare_protocol(name: InstrumentName) -> bool:
    """Whether a name says no more than "Second Optional Protocol" or "Optional Protocol to the Convention"."""
    return name.head == "protocol" and content_words(name.subject) <= _BARE_PROTOCOL


def is_nameless(name: InstrumentName) -> bool:
    """Whether a name says nothing but who may have issued it: "the Decree of the President"."""
    return group_of(name.kind) == "executive" and not (name.subject or name.number or name.date)


def _date_beside(discourse: Discourse, passage: Passage, mention: Mention, name: InstrumentName) -> InstrumentName:
    """The date beside a decree known by nothing but its issuer: "Decree of the President, |dated 5 June 2001|"."""
    if glossed := _GLOSSED.match(passage.unit.text, mention.end) if name.head and not name.date else None:
        date = passage.row("date").opening(glossed.end())
        inside = passage.row("instrument").inside(mention.end, glossed.end())
        if date is not None and any(discourse.mentions[i].rule == "foreign" for i in inside):
            return replace(name, date=discourse.mentions[date].value)
    if name.number and not name.date and (dash := _DASHED_DATE.match(passage.unit.text, mention.end)):
        date = passage.row("date").opening(dash.end())
        return replace(name, date=discourse.mentions[date].value) if date is not None else name
    if not is_nameless(name) or mention.anaphor:
        return name
    beside = _BESIDE.match(passage.unit.text, mention.end)
    date = passage.row("date").opening(beside.end()) if beside else None
    value = discourse.mentions[date].value if date is not None else None
    return replace(name, date=value) if value and "/" not in value else name


def _issuing_committee(passage: Passage, mention: Mention, name: InstrumentName) -> InstrumentName:
    """A general comment with the whole name of its treaty body, which a span may cut: "… Committee on Economic"."""
    body = issuing_body(passage.unit.text, mention.start, mention.end) if is_general_comment(name) else None
    return replace(name, issuer=body.treaty_body) if body and name.issuer else name


def _constitution(mention: Mention, name: InstrumentName) -> InstrumentName:
    """The "|Constitutional Act| of the Kingdom of Denmark" as the State's constitution, not one of several Acts."""
    whole = mention.text.startswith("Constitutional Act of ") and name.kind == "act" and name.jurisdiction
    bare = not (name.subject or name.number or name.date)
    return replace(name, kind="constitution", head="constitution") if whole and bare else name


_ENACTING = re.compile(
    r"(?:,| (?:pertaining|relating|referring) to| (?:entitled|titled|called|on))? ?[“\"](?:An |The )?"
)


def _share_head(first: InstrumentName, second: InstrumentName, between: str) -> InstrumentName:
    """A second name that leans on the first: "Acts Nos. 15/2003 and |22/2010|", "drafts of the … and |code …|"."""
    unnumbered = second.kind in {"act", "code"} and not (second.draft or second.number)
    # "House Bills pertaining to “An |Act Prohibiting Fees on Lifts|”": its enacting words
    if first.draft and unnumbered and _ENACTING.fullmatch(between):
        return replace(second, kind="bill", draft=True)
    # "Rulings C-293 of 2010 (www.court.gov/C-293-10.htm); |C-824 of 2011|"
    if not re.fullmatch(r"(?: \([^()]*\))?[,;]? ?(?:and|or|,)? ?(?:the |of the |of )?", between):
        return second
    if not second.head and second.number and not second.subject and first.head:
        return replace(
            second,
            kind=first.kind,
            head=first.head,
            level=first.level,
            issuer=second.issuer or first.issuer,
            draft=first.draft,
        )
    if first.date and first.head and not second.head and second.date and len(second.date) == len("2003-04-25"):
        return replace(first, date=second.date)  # "the ministerial circulars of 3 April 2001 and |25 April 2003|"
    if first.plural and first.date and second.date == second.subject:
        return replace(first, date=second.date)  # "the public budget acts for 2009 and |2010|"
    if first.draft and first.plural and not second.draft and second.head:
        return replace(second, kind="bill", head="draft", draft=True, subject=f"{second.subject} {second.head}".strip())
    return second


def _share_dates(discourse: Discourse, indices: list[int], names: dict[int, InstrumentName]) -> None:
    """Give numbers of a list the date at its end: "Acts Nos. |5|, 7 and 9 |of 2006|"."""
    undated: list[int] = []
    for i in indices:
        name = names[i]
        if not discourse.mentions[i].shared_head:
            undated = []
        elif name.date and name.date != year_of_number(name.number):
            for earlier in undated:
                names[earlier] = replace(names[earlier], date=name.date)
            undated = []
        if name.number and not name.date:
            undated.append(i)
