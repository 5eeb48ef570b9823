"""What the words of an instrument's name say: kind, number, date, issuer, subject.

A name is read by setting aside, one after the other, the parts that have a shape of their own (quoted title,
number, date, brackets); the head is then the word that the rest hangs on, and what is left is the subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from treatygraph.recognition.grammar.lexicon import abbreviated, read_lexicon, words
from treatygraph.recognition.grammar.states import adjective_pattern, state_code, state_pattern
from treatygraph.recognition.instruments.heads import BRACKET, DATE, MARKS, NUMBER, TITLE, Head, find_head
from treatygraph.recognition.instruments.numbers import set_designations_aside, year_of_number
from treatygraph.report import InstrumentName, Level

_QUOTED = re.compile(r"[“\"„«]([^”\"“»]+)[”\"“»]?|(?<=\s)[‘']([^’']{4,})[’']")
_EUROPEAN = re.compile(r"/(?:EC|EU|EEC|JHA|CFSP)$")
_AMENDING = re.compile(
    r"^(?:on |to |for |concerning )?(?:the )?(?:amend|modif)|[(\s](?:amendment|amendments|amending)[)\s]?"
    r"(?:and|to|of|certain|the|act|bill|law|articles?|sections?|paragraphs?|chapters?|$)|^\W*amendments?\b|"
    r"^(?:on )?(?:supplementing|introducing (?:amend|change))|\bamending (?-i:[A-Z])",
    re.IGNORECASE,
)
# What a law on something else changes besides: "Act on Health Care |and on amendment of certain acts|".
_ALSO_AMENDS = re.compile(
    r"(?<=\w),? and (?:on )?(?:the )?(?:amendments?|amending|changes?|changing)(?: and \w+)?(?: of| to)? "
    r"(?:certain|some|other|several|various)(?: other)? (?:acts|laws)$"
)
_DRAFT = re.compile(r"^(?:preliminary |proposed |new |first )*(?:draft|drafts|proposed|bill)\b", re.IGNORECASE)
# "consolidated text of the Act on the status of workers" is that Act.
_TEXT_OF = re.compile(
    r"^(?:(?:consolidated|revised|recast|amended) )*(?:text|version|amendments?) (?:of|to) (?:the )?", re.IGNORECASE
)
_LINKS = re.compile(
    r"^(?:[\s,;:.\-–—]*(?:on|concerning|regarding|relating to|relative to|respecting|governing|regulating|"
    r"pertaining to|about|entitled|called|titled|known as|for|of|to|and|the|in respect of|with (?:regard|respect) to)"
    r"\b)*"
    r"[\s,;:.\-–—]*",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:.\-–—(]|\b(?:of|dated|for|in|the|and|to|from|as|by|until|period|years?)\b)*$", re.IGNORECASE
)
# "No. 83 of the Procurator-General of 12 September 2011", "of the Cabinet of Ministers approving …"
# "Minister of Transport|, Construction and Maritime Economy|", not "Minister of Health|, Minister of Labour and …|"
_SUBJECT = r"(?!Minist)[A-Z][\w’'-]*(?: (?!Minist)[A-Z][\w’'-]*)*"
_OF_MANY = rf"(?:Minist(?:er|ry)|Department) (?:of|for) {_SUBJECT}(?:, {_SUBJECT})+,? (?:and|&) {_SUBJECT}"
_ISSUER_AFTER = re.compile(
    rf"(?:[\s,]*(?:(?:of|dated) +)?[{NUMBER}{DATE}])*[\s,]*(?:of|by|issued by|from) (?:the )?"
    rf"({_OF_MANY}(?: of (?:the )?[A-Z][^,;{MARKS}]*?)?|[A-Z][^,;{MARKS}]*?)"
    rf"(?=\s*(?:[,;“\"{MARKS}]|$|\bof\s*{DATE}|"
    r"\b(?:on|concerning|regarding|relating|approving|amending|dated|for the)\b))"
)
# Kinds that a body issues: the words of a body before their head are the issuer, not the subject.
_ISSUED_KINDS = frozenset(
    {
        "decree",
        "decision",
        "order",
        "resolution",
        "regulation",
        "rules",
        "instructions",
        "soft-law",
        "judgment",
        "other",
        "treaty",
    }
)
_LETTERED = re.compile(r"((?:[A-Z]\.){2,}) (?:Nos?\.? ?|№ ?)?([\w./-]*\d)")
_OF_DATE = re.compile(r" (?:of|dated) .*\d{4}$")
_NO_SUBJECT = re.compile(r"(?:Nos?\.?|[\s.,()]|(?:19|20)\d\d)")
# Kinds whose names keep every word before the head: "Administrative Procedure Code".
_NAMED_WHOLE = frozenset({"code", "constitution", "programme", "treaty", "soft-law", "agreement", "protocol"})


@lru_cache(maxsize=8192)
def read_name(text: str, *, anaphor: bool = False) -> InstrumentName:
    """Read an instrument's name: "Act No. 49/2007", "Royal Decree No. M/37", "Persons with Disabilities Act, 2003".

    `text` is the span of a mention. With `anaphor` it is a back-reference ("latter instrument", "Act"): a text
    without a head then has the kind "other" and its last word as head. The number's own year ("49/2007") is the
    date where the name prints no other. The level is None where the words do not decide it.
    """
    plain = _spell_out(re.sub(r"\s+", " ", text.replace("’", "'")).strip(" .,;:"))
    plain = plain.replace("'", "’")
    core = _TEXT_OF.sub("", plain) or plain
    draft = bool(_DRAFT.match(core)) and not re.match(r"(?i)bill of rights", core)
    title, frame = set_title_aside(core)
    number, date, frame = set_designations_aside(frame)
    frame, brackets = _set_brackets_aside(frame)
    head = find_head(frame)
    if head is None:
        return _without_head(plain, title, number, date, draft, anaphor)
    kind = "bill" if draft else head.kind
    jurisdiction, frame_before, frame_after = _split(frame, head)
    issuer, before, after = _take_issuer(frame_before, frame_after, head, kind)
    after = _ALSO_AMENDS.sub("", after)
    subject = _subject(_with_told_matter(before, brackets), after, title)
    if draft and head.kind not in {"bill"}:
        subject = f"{subject} {head.word}".strip()
    amending = any(_AMENDING.search(part) for part in (title or "", after.strip(), before, *brackets) if part)
    if head.kind == "act" and _constitution().fullmatch(subject) and not amending:
        kind, subject = "constitution", ""
    if head.word in {"basic law", "fundamental law"} and (number or after.strip(f" ,.{MARKS}")):
        kind = "act"
    level = _level(text, head, kind, frame_before, issuer, jurisdiction)
    if (number and _EUROPEAN.search(number)) or re.search(r"\((?:EC|EU|EEC)\)", plain):
        level = "international"
    return InstrumentName(
        kind=_soft(kind, head, level),
        head=head.word,
        number=number,
        date=date or (None if level == "international" else year_of_number(number)),
        issuer=issuer,
        subject=subject,
        amending=amending,
        draft=draft or kind == "bill",
        jurisdiction=jurisdiction,
        plural=head.plural,
        level=level,
    )


_OF_ANOTHER = re.compile(r"\b(?:[Aa]mending|[Rr]epealing|[Ii]mplementing)(?: the)? $")


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<bracket>\s?\()?(?<![\w.])(?P<short>{'|'.join(map(re.escape, abbreviated()))})(?(bracket)\)|(?= ))"
    )


def _spell_out(name: str) -> str:
    """The name with the words of an abbreviated kind: "R.A. No. 7277" and "Republic Act (R.A.) No. 7277" are one.

    "Act Amending |R.A. No. 7277|" has not the number of the Act that it amends.
    """
    found = _short().search(name)
    if not found:
        return name
    if found.start() and not found["bracket"]:
        other = _OF_ANOTHER.search(name, 0, found.start())
        if other is None:
            return name
        name = name[: other.start()] + other[0].lower() + name[other.end() :]
    rest = name[found.end() :]
    if re.match(r" (?:Law|Act|Code|Decree|Order)\b", rest):
        return name  # "RA Law HO-97-N" of the Republic of Armenia
    mark = "" if not re.match(r" ?\d", rest) else " No."  # "L.I. 1892" is no instrument of that year
    return name[: found.start()] + ("" if found["bracket"] else abbreviated()[found["short"]][0]) + mark + rest


def _without_head(
    plain: str, title: str | None, number: str | None, date: str | None, draft: bool, anaphor: bool
) -> InstrumentName:
    """A name without a head ("LIONDAU", "22/2010"): all of it is the subject."""
    last = plain.split()[-1].casefold() if plain else ""
    # "22/2010", "No. 2", "|7 of 3 May 2006|"
    rest = _OF_DATE.sub("", plain.replace(number, "", 1)) if number else plain
    if lettered := _LETTERED.match(plain):  # "Q.Z. No. 344" and "Q.Z. 344" are one, "E.F. No. 344" is another
        number, rest = " ".join(lettered.groups()), ""
    return InstrumentName(
        kind="bill" if draft else "other",
        head=last if anaphor else "",
        number=number,
        date=date or year_of_number(number),
        subject="" if anaphor or (number and not _NO_SUBJECT.sub("", rest)) else (title or plain),
        draft=draft,
    )


def set_title_aside(text: str) -> tuple[str | None, str]:
    """The quoted title, and the text with a mark in its place."""
    quoted = _QUOTED.search(text)
    if not quoted:
        return None, text
    title = quoted.group(1) or quoted.group(2)
    if quoted.start() == 0 and quoted.end() >= len(text) - 1:
        return None, title
    return title, f"{text[: quoted.start()]} {TITLE} {text[quoted.end() :]}"


def _set_brackets_aside(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each bracket, and the brackets: "(Amendment)", "(ILO)"."""
    brackets = re.findall(r"\(([^()]*)\)", text)
    return re.sub(r"\([^()]*\)?", f" {BRACKET} ", text), [f"({bracket})" for bracket in brackets]


@lru_cache(maxsize=1)
def _constitution() -> re.Pattern[str]:
    return re.compile(rf"(?:the )?Constitution(?: of {state_pattern()})?")


@lru_cache(maxsize=1)
def _of_state() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:of|in|,) ({state_pattern()})(?![-\w])")


@lru_cache(maxsize=1)
def _state_before() -> re.Pattern[str]:
    return re.compile(rf"\s*({adjective_pattern()}|{state_pattern()})(?:[’']s)?(?=\s|$)")


def _split(frame: str, head: Head) -> tuple[str | None, str, str]:
    """The jurisdiction, and what stands before and after the head without it."""
    before, after = frame[: head.start], frame[head.end :]
    jurisdiction: str | None = None
    own = _of_state().match(after)
    # "Law of the Republic “On …”", "Constitution of the Kingdom": the State that reports.
    bare = re.match(
        r"\s*of (the (?:Republic|Kingdom|State|Principality|Union|Commonwealth|Federation|Nation))\b(?! of)", after
    )
    for found in (own, bare):
        if found and jurisdiction is None:
            jurisdiction, after = found.group(1), after[found.end() :]
    adjective = _state_before().match(before)
    # "French Community Commission Decree" is Belgian: before a body the adjective belongs to the body.
    rest = before[adjective.end() :].split() if adjective else []
    of_body = head.kind in _ISSUED_KINDS - {"treaty"} and any(
        w.casefold() in words("issuers", "bodies", "heads") for w in rest
    )
    if adjective and jurisdiction is None and not of_body:
        jurisdiction, before = adjective.group(1), before[adjective.end() :]
    return jurisdiction, before, after


def _take_issuer(before: str, after: str, head: Head, kind: str) -> tuple[str | None, str, str]:
    """The issuer's words, and what is left of the words before and after the head."""
    bodies, issuing = words("issuers", "bodies", "heads"), read_lexicon("issuers")["adjectives"]
    left = before.split()
    issuer: str | None = None
    sort = len(left)
    while sort and left[sort - 1].casefold() in words("issuers", "qualifiers", "words") and kind not in _NAMED_WHOLE:
        sort -= 1
    if kind in _ISSUED_KINDS or (kind == "bill" and head.kind in _ISSUED_KINDS):
        adjective = " ".join(left[sort:]).casefold()
        named = next(
            (a for a in issuing if adjective == a or adjective.endswith(f" {a}") or adjective.startswith(f"{a} ")), None
        )
        # "Flemish Government Order": the body that issues it, not "Government" alone.
        if named and not (sort and named in {"government", "cabinet"}):
            return named, " ".join(left[:sort]), after
        if named:
            sort += len(named.split())
        places = [i for i, word in enumerate(left[:sort]) if word.casefold().strip(",") in bodies]
        leading = places and left[places[0]].casefold() in words("issuers", "bodies", "leading")
        end = sort if leading else places[-1] + 1 if places else 0
        # "Civil Service Examination Decree" is about an examination; conventions and guidelines go on after the body.
        if places and (end == sort or kind in {"treaty", "soft-law"}):
            issuer = " ".join(left[:end]).replace(BRACKET, "").strip(" ,")
            left, sort = left[end:], sort - end
    before = " ".join(left[: max(sort, 0)])
    following = _ISSUER_AFTER.match(after)
    if following and issuer is None and kind in _ISSUED_KINDS | {"programme", "agreement"}:
        body = following.group(1).strip()
        if any(word.casefold().strip("’s") in bodies for word in re.split(r"[\s]+", body)):
            issuer = re.sub(r"\s+of$", "", body)
            if joint := _further_issuers(body).match(after, following.end(1)):
                issuer = re.sub(r"\s+of\s*$", "", issuer + joint.group())
                after = after[: joint.start()] + after[joint.end() :]
            after = after[: following.start(1)] + " " + after[following.end(1) :]
            after = re.sub(r"(?:\bof|\bby|\bissued by|\bfrom)(?: the)?\s{2,}", " ", after, count=1)
    return issuer, before, after


@lru_cache
def _further_issuers(body: str) -> re.Pattern[str]:
    """The issuers that follow one of the same head: "of the Minister of Health|, the Minister of Labour and the …|"."""
    head = re.escape(body.split()[0])
    return re.compile(rf"(?:(?:,| and|, and) (?:the )?{head} (?:(?!,| and the )[^{MARKS}])+)*")


def _with_told_matter(before: str, brackets: Sequence[str]) -> str:
    """The words before a head with the bracket that tells which of several amending Acts it is.

    "Criminal Law (Amendment) |(Offences Relating to Piracy)| Act" is not "Criminal Law (Amendment) (Harbour Fees) Act".
    """
    marks = before.count(BRACKET)
    if marks < 2 or not _AMENDING.search(brackets[0]):
        return before
    return before + " ".join(bracket.strip("()") for bracket in brackets[1:marks])


def _subject(before: str, after: str, title: str | None) -> str:
    """The title and the popular name, without the marks of what was set aside."""
    parts = []
    for part in (before, title or "", after):
        part = re.sub(rf"\s*[{MARKS}]\s*", " , ", part)
        part = re.sub(r"\s*,(?:\s*,)*\s*", ", ", part)
        part = re.sub(r"(?i)^(?:[\s,]*\b(?:draft|drafts|proposed|new|revised)\b(?: of)?)+", "", part)
        part = _TRAILING.sub("", _LINKS.sub("", part.strip(" ,")))
        if part:
            parts.append(part)
    return " ".join(parts)


# Kinds of text that committees of the United Nations issue.
_OF_COMMITTEES = frozenset({"soft-law", "rules", "instructions", "resolution", "decision"})


@lru_cache(maxsize=1)
def _international() -> re.Pattern[str]:
    terms = sorted(read_lexicon("issuers")["international"]["words"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, terms)) + r")\b", re.IGNORECASE)


def _level(text: str, head: Head, kind: str, before: str, issuer: str | None, jurisdiction: str | None) -> Level | None:
    """The level where the words decide it; a State's own adjective makes anything national."""
    facts = read_lexicon("issuers")["international"]
    if head.word in facts["international_heads"]:
        return "international"
    # "Government Decision No. 141 on reports to the Human Rights Committee" is the Government's.
    own = (issuer or "").casefold() in read_lexicon("issuers")["adjectives"]
    if kind in _OF_COMMITTEES and not own and any(body in text.casefold() for body in facts["treaty_bodies"]):
        return "international"
    if kind in facts["national_kinds"]:
        return "national"
    if _international().search(f"{before} {issuer or ''}"):
        return "international"
    if jurisdiction and state_code(jurisdiction):
        return "national"
    if head.word == "charter" and _is_own_charter(text, before):
        return "national"
    if kind in facts["international_kinds"]:
        return "international"
    return None


def _is_own_charter(text: str, before: str) -> bool:
    """Whether a charter is a State's own and no treaty, which its region or organisation tells: "Charter of Pilots"."""
    facts = read_lexicon("issuers")["international"]
    if not {*re.findall(r"\w+", before.casefold())}.isdisjoint(facts["own_charters"]):
        return True
    if len(text.split()) == 1:
        return False  # "the Charter"
    if text.endswith("Rights and Freedoms"):
        return True  # Czechia, Slovakia and Canada have one, and no organization
    return not (_international().search(text) or {*re.findall(r"\w+", text.casefold())} & {*facts["charters_of"]})


def _soft(kind: str, head: Head, level: Level | None) -> str:
    """Rules and guidelines of an international body are soft law: "Standard Minimum Rules"; so is a State's charter."""
    if head.word == "charter" and level == "national":
        return "soft-law"
    return (
        "soft-law"
        if level == "international" and kind in {"rules", "instructions"} and head.word != "directive"
        else kind
    )
