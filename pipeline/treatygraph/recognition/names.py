"""What the words of an instrument's name say: kind, number, date, issuer, subject.

A name is read by setting aside, one after the other, the parts that have a shape of their own (quoted title,
number, date, brackets); the head is then the word that the rest hangs on, and what is left is the subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from treatygraph.recognition.lexicon import kinds, read_lexicon, singular, words
from treatygraph.recognition.states import adjective_pattern, state_code, state_pattern
from treatygraph.report import InstrumentName, Level

# Marks that stand in the frame for a part set aside, so that what is left keeps its order.
_TITLE, _NUMBER, _DATE, _BRACKET = "\ue001", "\ue002", "\ue003", "\ue004"
_SET_ASIDE = _TITLE + _NUMBER + _DATE + _BRACKET

_QUOTED = re.compile(r"[“\"„«]([^”\"“»]+)[”\"“»]?|(?<=\s)[‘']([^’']{4,})[’']")
_YEAR = r"(?:1[6-9]|20)\d\d"
_MONTHS = tuple("january february march april may june july august september october november december".split())
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month{}>" + "|".join((*_MONTHS, *_SHORT_MONTHS)) + r")\.?"

# The printed number, after a mark or bare after the head. "No. 2012-828/PRES/PM/MASSN", "№ 45-FZ", "No. M/37",
# "No. 26.298", "Law 1448 of 2011", "Act CXXV of 2003", "Cap. 300", "(1977:72)", "resolution 217 A (III)".
_VALUE = r"(?:[A-Z]{1,6}[-/.]?)?\d\w*(?: ?[./:,\-–] ?(?=\w*\d|[A-Z])\w+)*"
_MARKED = re.compile(
    r"(?:\b(?:Nos?|Nrs?|Num|Number|number|nos?)\b\.?(?: ?[°ºo]\b)?|\b[Nn] ?[°º]s?\.?|№|#) ?\(?(?P<value>"
    + _VALUE
    + r"(?:\s?[A-Z]? ?\((?:[IVXLC]+|[A-Z]{1,5})\))?|[IVXLC]+\b(?:[-/]\d+)?)(?: ?Coll\b\.?)?\)?"
)
_CHAPTER = re.compile(r"\b(?:[Cc]ap|CAP|Chap)\b\.? ?(?P<value>\d[\w:.]*\w|\d)|^Chapter (?P<value2>\d[\w:.]*)")
_SERIES = re.compile(
    r"\b(?:S\.?I\.?|L\.?N\.?|G\.?N\.?|P\.?L\.?|R\.?A\.?|C)(?: ?No\.?)? ?(?P<value>\d[\d/.\-]*\d|\d+)\b"
    r"|\((?P<value2>\d{4}:\d+)\)|\b(?P<value3>A/RES/\d+/\d+)"
)
_BARE = re.compile(r"(?P<value>" + _VALUE + r"(?: [A-Z]? ?\([IVXLC]+\))?|[IVXLC]{1,8}(?= of " + _YEAR + r"))(?!\w)")
_PERIOD = re.compile(
    rf"\b({_YEAR}) ?(?:[-–—/]|to|and) ?({_YEAR}|\d\d)\b|\b(?:between|from) ({_YEAR}) (?:and|to) ({_YEAR})\b",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"\b(?P<day>\d{{1,2}}) ?(?:st|nd|rd|th)?(?: of)? (?:day of )?{_MONTH.format('')},? (?P<year>{_YEAR})\b"
    rf"|\b{_MONTH.format('2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>{_YEAR})\b"
    rf"|\b(?P<day3>\d{{1,2}})[./-](?P<month3>\d{{1,2}})[./-](?P<year3>{_YEAR})\b(?! ?H)"
    rf"|\b(?P<year4>{_YEAR})-(?P<month4>\d\d)-(?P<day4>\d\d)\b"
    rf"|\b{_MONTH.format('5')},? (?P<year5>{_YEAR})\b",
    re.IGNORECASE,
)
# "Act 51/2003, of 2 December": the number holds the year.
_DAY_AND_MONTH = re.compile(
    rf"(?:,|^|{_NUMBER}) ?(?:of|dated) (?P<day>\d{{1,2}}) {_MONTH.format('')}(?! ?\d)", re.IGNORECASE
)
# "23/9/1421H", a date of the Hijri calendar: no EDTF value.
_HIJRI = re.compile(r"\b(?:\d{1,2}/\d{1,2}/)?1[34]\d\d ?A?\.?H\b\.?")
_PLAIN_YEAR = re.compile(rf"(?<![\d/.:-])\b({_YEAR})\b(?![/:]\d|[-–]\d|\.\d| ?H\b)")
_EUROPEAN = re.compile(r"/(?:EC|EU|EEC|JHA|CFSP)$")
_NUMBER_YEAR = re.compile(rf"(?:^|[/\-. ])({_YEAR})(?:$|[/\-. ])")
_SHORT_YEAR = re.compile(r"^\d+/(\d\d)(?:[/-]\D.*)?$")

_AMENDING = re.compile(
    r"^(?:on |to |for |concerning )?(?:the )?(?:amend|modif)|[(\s](?:amendment|amendments|amending)[)\s]?"
    r"(?:and|to|of|certain|the|act|bill|law|$)|^\W*amendments?\b|"
    r"^(?:on )?(?:supplementing|introducing (?:amend|change))",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"^(?:preliminary |proposed |new |first )*(?:draft|drafts|proposed|bill)\b", re.IGNORECASE)
# "consolidated text of the Act on the status of workers" is that Act.
_TEXT_OF = re.compile(
    r"^(?:(?:consolidated|revised|recast|amended) )*(?:text|version|amendments?) (?:of|to) (?:the )?", re.IGNORECASE
)
_LINKS = re.compile(
    r"^(?:[\s,;:.\-–—]*(?:on|concerning|regarding|relating to|relative to|respecting|governing|regulating|"
    r"pertaining to|about|entitled|called|titled|known as|for|of|to|and|the|in respect of|with regard to|with respect to)\b)*[\s,;:.\-–—]*",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:.\-–—(]|\b(?:of|dated|for|in|the|and|to|from|as|by|until|period|years?)\b)*$", re.IGNORECASE
)
# "No. 83 of the Procurator-General of 12 September 2011", "of the Cabinet of Ministers approving …"
_ISSUER_AFTER = re.compile(
    rf"[\s,]*[{_NUMBER}{_DATE}]?[\s,]*(?:of|by|issued by|from) (?:the )?([A-Z][^,;{_SET_ASIDE}]*?)"
    rf"(?=\s*(?:[,;“\"{_SET_ASIDE}]|$|\b(?:on|concerning|regarding|relating|approving|amending|dated|for the)\b|\bof\s*{_DATE}))"
)
_TOKEN = re.compile(rf"[{_SET_ASIDE}]|[^\W_]+(?:[-’'.&][^\W_]+)*|[^\w\s]")
# Kinds whose head may close an English name that opens with a head of its own: "Law of Succession Act".
_CLOSING_KINDS = frozenset({"act", "bill", "order", "regulation", "rules", "programme"})
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
# Kinds whose names keep every word before the head: "Administrative Procedure Code".
_NAMED_WHOLE = frozenset({"code", "constitution", "programme", "treaty", "soft-law", "agreement", "protocol"})
_ENDINGS = frozenset({_NUMBER, _DATE, _BRACKET, ",", "", ".", ";"})
_OPEN = _ENDINGS | {_TITLE, ":"}


@dataclass(frozen=True, slots=True)
class _Head:
    """A word of the frame that can be the head: where it stands, and whether it is plural."""

    word: str
    kind: str
    plural: bool
    start: int
    end: int


@lru_cache(maxsize=8192)
def read_name(text: str, *, anaphor: bool = False) -> InstrumentName:
    """Read an instrument's name: "Act No. 49/2007", "Royal Decree No. M/37", "Persons with Disabilities Act, 2003".

    `text` is the span of a mention. With `anaphor` it is a back-reference ("latter instrument", "Act"): a text
    without a head then has the kind "other" and its last word as head. The number's own year ("49/2007") is the
    date where the name prints no other. The level is None where the words do not decide it.
    """
    plain = re.sub(r"\s+", " ", text.replace("’", "'")).strip(" .,;:")
    plain = plain.replace("'", "’")
    core = _TEXT_OF.sub("", plain) or plain
    draft = bool(_DRAFT.match(core)) and not re.match(r"(?i)bill of rights", core)
    title, frame = _set_title_aside(core)
    number, date, frame = _set_number_and_date_aside(frame)
    frame, brackets = _set_brackets_aside(frame)
    head = _find_head(frame)
    if head is None:
        return _without_head(plain, title, number, date, draft, anaphor)
    kind = "bill" if draft else head.kind
    jurisdiction, frame_before, frame_after = _split(frame, head)
    issuer, before, after = _take_issuer(frame_before, frame_after, head, kind)
    subject = _subject(before, after, title)
    if draft and head.kind not in {"bill"}:
        subject = f"{subject} {head.word}".strip()
    amending = any(_AMENDING.search(part) for part in (title or "", after.strip(), before, *brackets) if part)
    if head.kind == "act" and re.fullmatch(rf"(?:the )?Constitution(?: of {state_pattern()})?", subject):
        kind, subject = "constitution", ""
    if head.word in {"basic law", "fundamental law"} and (number or after.strip(f" ,.{_SET_ASIDE}")):
        kind = "act"
    level = _level(kind, frame_before, issuer, jurisdiction)
    if (number and _EUROPEAN.search(number)) or re.search(r"\((?:EC|EU|EEC)\)", plain):
        level = "international"
    return InstrumentName(
        kind=_soft(kind, head, level),
        head=head.word,
        number=number,
        date=date or (None if level == "international" else _year_of(number)),
        issuer=issuer,
        subject=subject,
        amending=amending,
        draft=draft or kind == "bill",
        jurisdiction=jurisdiction,
        plural=head.plural,
        level=level,
    )


def _without_head(
    plain: str, title: str | None, number: str | None, date: str | None, draft: bool, anaphor: bool
) -> InstrumentName:
    """A name without a head ("LIONDAU", "22/2010"): all of it is the subject."""
    last = plain.split()[-1].casefold() if plain else ""
    return InstrumentName(
        kind="bill" if draft else "other",
        head=last if anaphor else "",
        number=number,
        date=date or _year_of(number),
        subject=""
        if anaphor or (number and not re.sub(r"(?:Nos?\.?|[\s.,()])", "", plain.replace(number, "")))
        else (title or plain),
        draft=draft,
    )


def _set_title_aside(text: str) -> tuple[str | None, str]:
    """The quoted title, and the text with a mark in its place."""
    quoted = _QUOTED.search(text)
    if not quoted:
        return None, text
    title = quoted.group(1) or quoted.group(2)
    if quoted.start() == 0 and quoted.end() >= len(text) - 1:
        return None, title
    return title, f"{text[: quoted.start()]} {_TITLE} {text[quoted.end() :]}"


def _set_number_and_date_aside(text: str) -> tuple[str | None, str | None, str]:
    """The number and the date of the named instrument itself, and the text with marks in their place.

    A number or date of an instrument inside the title stays where it is: "Act of 2 June 2010 amending Act No.
    15/2003" has no number.
    """
    number: str | None = None
    date: str | None = None
    for pattern in (_MARKED, _CHAPTER, _SERIES):
        for found in pattern.finditer(text):
            if number is None and not _within_title(text, found.start()):
                number = _clean(next(value for value in found.groupdict().values() if value))
                text = f"{text[: found.start()]} {_NUMBER} {text[found.end() :]}"
                break
    bare = None if number else _bare_number(text)
    if bare:
        number = _clean(bare.group("value"))
        text = f"{text[: bare.start()]} {_NUMBER} {text[bare.end() :]}"
    text = _HIJRI.sub(f" {_DATE} ", text)
    for pattern, reading in ((_FULL, _read_full), (_PERIOD, _read_period), (_PLAIN_YEAR, _read_year)):
        for found in pattern.finditer(text):
            value = reading(found)
            if date is None and value and not _within_title(text, found.start()):
                date = value
                text = f"{text[: found.start()]} {_DATE} {text[found.end() :]}"
                break
    partial = None if date else _DAY_AND_MONTH.search(text)
    if partial and _year_of(number):
        month = _month_number(partial.group("month"))
        date = f"{_year_of(number)}-{month:02d}-{int(partial.group('day')):02d}"
        text = f"{text[: partial.start()]} {_DATE} {text[partial.end() :]}"
    return number, date, text


def _clean(value: str) -> str:
    return re.sub(r"\s*([./:\-–])\s*", r"\1", value).strip(" .,")


def _bare_number(text: str) -> re.Match[str] | None:
    """A number right after the head without a mark: "Decree 27/2000", "Act 715"; not "Framework 2009–2011"."""
    whole = _BARE.fullmatch(text)
    if whole and not re.fullmatch(_YEAR, whole.group("value")):
        return whole
    for i, head in enumerate(_heads(text)):
        if i and not text[: head.start].rstrip().endswith("("):
            continue
        at = re.compile(r"[\s,]*\(?").match(text, head.end)
        found = _BARE.match(text, at.end() if at else head.end)
        if not found:
            continue
        value = found.group("value")
        of_year = re.match(rf" of {_YEAR}\b", text[found.end() :])
        period = head.kind == "programme" and _PERIOD.fullmatch(value)
        if period or (re.fullmatch(_YEAR, value) and not of_year) or _FULL.match(text, found.start()):
            continue
        return found
    return None


def _within_title(text: str, at: int) -> bool:
    """Whether the text before `at` ends in a second instrument: "… amending Act |No. 15/2003"."""
    heads = [head for head in _heads(text) if head.end <= at]
    if len(heads) < 2:
        return False
    inner = re.sub(r"\b[Nn][Oo]s?\.? ?\(?[\w./-]*\d[\w./-]*|[Nn][°º] ?[\w./-]+", "", text[heads[-1].end : at])
    gap = re.sub(
        rf"\b(?:of|dated|the|and|No|\d{{1,2}}|{'|'.join(_MONTHS)})\b|[\s,(.{_SET_ASIDE}]", "", inner, flags=re.I
    )
    linked = re.search(
        r"\b(?:on|concerning|amending|repealing|approving|implementing|regarding|supplementing|ratifying)"
        r"(?: the)?(?: \w+){0,5}$|\b(?:of|to|under|the)(?: the| its)?$",
        text[heads[0].end : heads[-1].start].strip(),
    )
    first_closed = any(mark in text[heads[0].end : heads[-1].start] for mark in _SET_ASIDE)
    comma = text[:at].rstrip().endswith((",", ", of"))
    return not gap and bool(linked or first_closed) and not comma


def _read_full(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    for suffix in ("", "2", "3", "4", "5"):
        year, month, day = (parts.get(f"{key}{suffix}") for key in ("year", "month", "day"))
        if not year:
            continue
        number = 0 if not month else int(month) if month.isdigit() else _month_number(month)
        if not day:
            return f"{year}-{number:02d}"
        when = int(day)
        if number > 12 >= when:
            number, when = when, number
        return f"{year}-{number:02d}-{when:02d}" if 1 <= number <= 12 and 1 <= when <= 31 else None
    return None


def _month_number(month: str) -> int:
    return [name[:3] for name in _MONTHS].index(month[:3].casefold()) + 1


def _read_period(found: re.Match[str]) -> str | None:
    first, last = (found.group(1), found.group(2)) if found.group(1) else (found.group(3), found.group(4))
    last = first[:2] + last if len(last) == 2 else last
    return f"{first}/{last}" if first < last else None


def _read_year(found: re.Match[str]) -> str | None:
    return found.group(1)


def _year_of(number: str | None) -> str | None:
    """The year within a number: "49/2007" and "2012-828/PRES" have one, "18172" has none."""
    if not number:
        return None
    year = _NUMBER_YEAR.search(number)
    if year and year.group(1) != number:
        return year.group(1)
    short = _SHORT_YEAR.match(number)
    if not short:
        return None
    return ("19" if int(short.group(1)) > 40 else "20") + short.group(1)


def _set_brackets_aside(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each bracket, and the brackets: "(Amendment)", "(ILO)"."""
    brackets = re.findall(r"\(([^()]*)\)", text)
    return re.sub(r"\([^()]*\)?", f" {_BRACKET} ", text), [f"({bracket})" for bracket in brackets]


def _heads(frame: str) -> list[_Head]:
    """Every word of the frame that is a head in the lexicon, the longest where several begin."""
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(frame)]
    folded = [token.casefold().replace("’", "'") for token, _, _ in tokens]
    heads: list[_Head] = []
    i = 0
    while i < len(tokens):
        for length in (3, 2, 1):
            phrase = " ".join(folded[i : i + length])
            if i + length <= len(tokens) and phrase in kinds():
                word = singular()[phrase]
                heads.append(
                    _Head(word, kinds()[phrase], _is_plural(phrase, word), tokens[i][1], tokens[i + length - 1][2])
                )
                i += length - 1
                break
        i += 1
    return heads


def _is_plural(phrase: str, word: str) -> bool:
    return phrase != word and phrase not in words("instruments", "names", "plural")


def _find_head(frame: str) -> _Head | None:
    """The head on which a name hangs.

    The first head that no further word of its own name follows: in "Law Enforcement Service Act of 6 January 2011"
    the "Act", in "Act of 5 July 2000 on State Protection" the "Act", in "Code of Criminal Procedure" the "Code".
    An English name may close with its head though it opens with another: "Law of Succession Act", "Convention on
    the Rights of the Child Act".
    """
    heads = _heads(frame)
    if not heads:
        return None
    following = [_after(frame, head) for head in heads]
    links = set(read_lexicon("titles")["entry"]["links"]) | {"of", "to", "by", "from", "in", "under", "as", "dated"}
    open_heads = [
        head
        for head, after in zip(heads, following, strict=True)
        if after in _OPEN
        or after in links
        or after in {"and", "or"}
        or re.match(state_pattern(), frame[head.end :].strip())
    ]
    if not open_heads:
        return heads[-1]
    first = open_heads[0]
    closing = [
        h
        for h, after in zip(heads, following, strict=True)
        if h.start > first.start and h.kind in _CLOSING_KINDS and after in _ENDINGS and frame[h.start].isupper()
    ]
    if closing and _opens_inside(frame, first, closing[-1]):
        return closing[-1]
    return first


def _after(frame: str, head: _Head) -> str:
    """The token after a head, "" at the end; it passes over a bracket inside a name: "Criminal Law (Amendment) Act"."""
    tokens = [found.group() for found in _TOKEN.finditer(frame, head.end)]
    if len(tokens) > 1 and tokens[0] == _BRACKET and tokens[1][0].isupper():
        return tokens[1]
    return tokens[0] if tokens else ""


def _opens_inside(frame: str, first: _Head, last: _Head) -> bool:
    """Whether the first head is only a word of the name that the last one closes."""
    between = frame[first.end : last.start]
    if any(mark in between for mark in (*_SET_ASIDE, ",", ";", ":")):
        return False
    if first.kind == "constitution" and re.fullmatch(rf" of {state_pattern()} ", between):
        return True
    if first.kind in {"treaty", "protocol", "constitution"}:
        return last.kind in {"act", "bill"} and not re.search(r"\b(?:amend|approv|ratif|to the)\w*", between)
    return bool(re.match(r"\s*(?:of|and) (?!the\b)[A-Z]", between)) and not re.search(
        r"\b(?:on|concerning|the) ", between
    )


def _split(frame: str, head: _Head) -> tuple[str | None, str, str]:
    """The jurisdiction, and what stands before and after the head without it."""
    before, after = frame[: head.start], frame[head.end :]
    jurisdiction: str | None = None
    own = re.match(rf"\s*(?:of|in|,) ({state_pattern()})(?![-\w])", after)
    # "Law of the Republic “On …”", "Constitution of the Kingdom": the State that reports.
    bare = re.match(
        r"\s*of (the (?:Republic|Kingdom|State|Principality|Union|Commonwealth|Federation|Nation))\b(?! of)", after
    )
    for found in (own, bare):
        if found and jurisdiction is None:
            jurisdiction, after = found.group(1), after[found.end() :]
    adjective = re.match(rf"\s*({adjective_pattern()}|{state_pattern()})(?:[’']s)?(?=\s|$)", before)
    # "French Community Commission Decree" is Belgian: before a body the adjective belongs to the body.
    rest = before[adjective.end() :].split() if adjective else []
    of_body = head.kind in _ISSUED_KINDS - {"treaty"} and any(
        w.casefold() in words("issuers", "bodies", "heads") for w in rest
    )
    if adjective and jurisdiction is None and not of_body:
        jurisdiction, before = adjective.group(1), before[adjective.end() :]
    return jurisdiction, before, after


def _take_issuer(before: str, after: str, head: _Head, kind: str) -> tuple[str | None, str, str]:
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
        # "Civil Service Examination Decree" is about an examination; conventions and guidelines carry on after the body.
        if places and (end == sort or kind in {"treaty", "soft-law"}):
            issuer = " ".join(left[:end]).replace(_BRACKET, "").strip(" ,")
            left, sort = left[end:], sort - end
    before = " ".join(left[: max(sort, 0)])
    following = _ISSUER_AFTER.match(after)
    if following and issuer is None and kind in _ISSUED_KINDS | {"programme", "agreement"}:
        body = following.group(1).strip()
        if any(word.casefold().strip("’s") in bodies for word in re.split(r"[\s]+", body)):
            issuer = re.sub(r"\s+of$", "", body)
            after = after[: following.start(1)] + " " + after[following.end(1) :]
            after = re.sub(r"(?:\bof|\bby|\bissued by|\bfrom)(?: the)?\s{2,}", " ", after, count=1)
    return issuer, before, after


def _subject(before: str, after: str, title: str | None) -> str:
    """The title and the popular name, without the marks of what was set aside."""
    parts = []
    for part in (before, title or "", after):
        part = re.sub(rf"\s*[{_SET_ASIDE}]\s*", " , ", part)
        part = re.sub(r"\s*,(?:\s*,)*\s*", ", ", part)
        part = re.sub(r"(?i)^(?:[\s,]*\b(?:draft|drafts|proposed|new)\b(?: of)?)+", "", part)
        part = _TRAILING.sub("", _LINKS.sub("", part.strip(" ,")))
        if part:
            parts.append(part)
    return " ".join(parts)


@lru_cache(maxsize=1)
def _international() -> re.Pattern[str]:
    terms = sorted(read_lexicon("issuers")["international"]["words"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, terms)) + r")\b", re.IGNORECASE)


def _level(kind: str, before: str, issuer: str | None, jurisdiction: str | None) -> Level | None:
    """The level where the words decide it; a State's own adjective makes anything national."""
    facts = read_lexicon("issuers")["international"]
    if kind in facts["national_kinds"]:
        return "national"
    if _international().search(f"{before} {issuer or ''}"):
        return "international"
    if jurisdiction and state_code(jurisdiction):
        return "national"
    if kind in facts["international_kinds"]:
        return "international"
    return None


def _soft(kind: str, head: _Head, level: Level | None) -> str:
    """Rules and guidelines of an international body are soft law: "Standard Minimum Rules"."""
    return (
        "soft-law"
        if level == "international" and kind in {"rules", "instructions"} and head.word != "directive"
        else kind
    )
