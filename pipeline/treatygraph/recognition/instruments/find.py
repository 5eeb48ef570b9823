"""Finding the instruments that a text names or refers back to.

An anchor is a head ("Act", "Code", "resolution"); from it a scan to the left finds where the name begins and a
scan to the right what identifies it: number, date, issuer, title. What was found decides whether it is a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from operator import attrgetter

from spacy.tokens import Doc

from treatygraph.recognition.grammar.found import Context, Found, found_in
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.spans import NameSpan, Ranges
from treatygraph.recognition.grammar.tokens import Words, words_of
from treatygraph.recognition.instruments.anchors import Anchor, find_anchors
from treatygraph.recognition.instruments.approved import find_approved
from treatygraph.recognition.instruments.backreferences import find_back_reference, find_lower_back_reference
from treatygraph.recognition.instruments.beginnings import (
    is_generic,
    name_start,
    state_adjectives,
    with_draft,
    with_quoted_name,
)
from treatygraph.recognition.instruments.cases import find_cases
from treatygraph.recognition.instruments.classes import is_body, is_class, is_divided, is_field, is_modifier
from treatygraph.recognition.instruments.designations import date_end, is_listed_number, number_end, opens_number
from treatygraph.recognition.instruments.extents import Extent, read_extent, read_quoted
from treatygraph.recognition.instruments.foreign import find_foreign
from treatygraph.recognition.instruments.implementing import IMPLEMENTING, find_implementing
from treatygraph.recognition.instruments.quoted import OPENING_QUOTES, whole_quoted
from treatygraph.recognition.instruments.standards import find_standards
from treatygraph.recognition.instruments.titles import is_title_case
from treatygraph.recognition.instruments.uncapitalised import find_lower_name, find_quoted_programme

_NAMED = words("instruments", "names", "named")
_BARE = words("instruments", "names", "bare")
_DATED = words("instruments", "names", "dated")
_KNOWN = words("instruments", "names", "known")
_PLURAL = words("instruments", "names", "plural")
_PLURAL_TREATIES = words("instruments", "names", "plural_treaties")
_DRAFTS = words("instruments", "lower", "drafts")
_OWNED = words("instruments", "names", "owned")
_DIVIDED = words("instruments", "names", "divided")
_OWNERS = (
    words("instruments", "never", "bodies") | state_adjectives() | {"the", "government", "parliament", "president"}
)
# Kinds that their issuer alone does not name: "the Agreement of the Parties".
_NOT_BY_ISSUER = frozenset({"soft-law", "programme", "agreement", "judgment", "resolution", "instructions"})
_ISSUED_HEADS = words("instruments", "lower", "issued_heads")
_JOINED_BY = frozenset({"with", "issued", "between"})
# A body's name does not end with these.
_STATUTORY = frozenset({"act", "code", "constitution", "decree", "bill", "regulation", "rules", "protocol"})
# A later head can take a name in from at most this many tokens away.
_REACH = 20
# Kinds that are told by their dates, and the words of a date with its day.
_DATED_PLURALS = frozenset({"act", "decree", "order", "decision", "instructions", "regulation", "resolution"})
_FULL_DATE = 3
_LONGEST_BRACKET = 16  # tokens of what explains one number of a list


def find_instruments(doc: Doc, context: Context) -> list[Found]:
    """The instruments that one unit names or refers back to, sorted by start and without overlaps.

    Reads the dates and agencies that earlier components wrote on the doc. `context.recent` are the kinds that the
    unit before named: a lower-case back-reference ("the plan") is one only where such a name stands near.
    """
    w = words_of(doc)
    anchors = find_anchors(doc, w)
    bodies = _token_ranges(w, found_in(doc, "agency") if anchors else [])
    here: set[str] = set()
    finds: list[Found] = []
    done = 0
    for n, anchor in enumerate(anchors):
        if anchor.first < done:
            continue
        for span in _names_at(w, anchor, anchors[n + 1 : n + 6], bodies, done, context.recent | here, here):
            if _is_body_instead(w, span, anchor, bodies):
                continue
            finds.append(span.on(w))
            done = span.end
            here.add(anchor.kind)
    taken = Ranges((find.start, find.end) for find in finds)
    more: list[Found] = []
    found = sorted((*find_cases(w), *find_approved(w), *find_foreign(w, finds), *find_standards(w)), key=_starts)
    for find in found:
        if not taken.overlapping(find.start, find.end) and not (more and find.start < more[-1].end):
            more.append(find)
    return sorted([*finds, *more], key=_starts)


_starts = attrgetter("start")


def kinds_named(doc: Doc) -> frozenset[str]:
    """The kinds of the instruments found on a doc, by the heads in their names."""
    finds = found_in(doc, "instrument")
    if not finds:
        return frozenset()
    w = words_of(doc)
    names = _token_ranges(w, finds)
    return frozenset(anchor.kind for anchor in find_anchors(doc, w) if names.holding(anchor.first, anchor.last))


def _token_ranges(w: Words, finds: Sequence[Found]) -> Ranges:
    """Finds as ranges of tokens."""
    return Ranges((w.token_at(find.start), w.token_at(find.end)) for find in finds)


def _is_body_instead(w: Words, span: NameSpan, anchor: Anchor, bodies: Ranges) -> bool:
    """Whether the name is an agency's, whose span holds the head: "United Nations Development Programme".

    A number, date or title makes it an instrument all the same, and so does the head of a statute at its end.
    """
    body = bodies.holding(anchor.first, anchor.last)
    if not body or span.rule in {"number", "date", "title"}:
        return False
    # "Centre for |Education Law|"
    field = anchor.head == "law" and span.rule == "name" and body[0] < span.start and w.at(span.start - 1) == "for"
    return body[1] > anchor.last or anchor.kind not in _STATUTORY or field


def _names_at(
    w: Words,
    anchor: Anchor,
    following: Sequence[Anchor],
    bodies: Ranges,
    done: int,
    near: Set[str],
    here: Set[str],
) -> Iterator[NameSpan]:
    """The names that hang on one anchor: none, one, or, with a shared head, several."""
    if anchor.head in IMPLEMENTING:
        name = find_implementing(w, anchor, near)
    elif not anchor.capital:
        name = _lower_name(w, anchor, done, near, here)
    else:
        name = _capital_name(w, anchor, following, bodies, done)
    if name:
        yield name
        if name.rule == "number" and (anchor.plural or w.at(anchor.last) in {"nos", "nos."}):
            yield from _further_numbers(w, name.end)
        if name.rule == "yearly" and anchor.plural:
            yield from _further_years(w, name.end)
        if name.rule == "dates":
            yield from _further_dates(w, name.end)
        if name.rule == "title" and anchor.plural and anchor.capital:
            yield from _further_titles(w, name.end)


def _lower_name(w: Words, anchor: Anchor, done: int, near: Set[str], here: Set[str]) -> NameSpan | None:
    """The name or the back-reference that hangs on a head without a capital."""
    name = (find_lower_name(w, anchor, done) or find_quoted_programme(w, anchor)) if anchor.kind else None
    return name or find_lower_back_reference(w, anchor, near, here)


def _capital_name(w: Words, anchor: Anchor, following: Sequence[Anchor], bodies: Ranges, done: int) -> NameSpan | None:
    """The name or the back-reference that hangs on a head with a capital."""
    quoted = whole_quoted(w, anchor) if anchor.kind else None
    if quoted and quoted[0] >= done and not _says_nothing(w, anchor, *quoted):
        return NameSpan(*quoted, "quoted", 0.9, title=quoted)
    start = name_start(w, anchor.first)
    if start < done:
        start = next(i for i in range(done, anchor.first + 1) if w.capital(i))
    if not anchor.kind or is_modifier(w, anchor, start) or _is_taken_in(w, anchor, start, following):
        return None
    if anchor.head in _DIVIDED:
        return NameSpan(start, anchor.last, "divided", 0.8) if is_divided(w, anchor.first) else None
    return _read_name(w, anchor, _with_issuer(start, anchor, bodies, done))


def _says_nothing(w: Words, anchor: Anchor, first: int, last: int) -> bool:
    """Whether a name is only a class: “International Law”, “National Plan”, “Convention”."""
    name = w.lower[first:last]
    vague = anchor.kind in {"programme", "soft-law", "agreement", "judgment"} and name[-1] == w.lower[anchor.last - 1]
    return is_class(name) or (vague and all(map(is_generic, w.lower[first : anchor.first])))


def _with_issuer(start: int, anchor: Anchor, bodies: Ranges, done: int) -> int:
    """The start moved before an agency that stands right in front: "Ministry of Internal Affairs Order No. 182"."""
    body = bodies.overlapping(start - 1, start)
    return body[0] if body and body[0] >= done and body[1] <= anchor.first else start


def _is_taken_in(w: Words, anchor: Anchor, start: int, following: Sequence[Anchor]) -> bool:
    """Whether a later head's name takes this one in: "Law Enforcement Service Act", "Code of Conduct Act"."""
    for later in following:
        if later.first - anchor.last > _REACH:
            return False
        if later.capital and name_start(w, later.first) < anchor.last:
            return True
    return False


def _read_name(w: Words, anchor: Anchor, start: int) -> NameSpan | None:
    if start == anchor.first and anchor.kind == "programme":
        start = with_quoted_name(w, start)
    extent = read_extent(w, anchor, start)
    name, after = w.lower[start : anchor.last], w.lower[anchor.last : anchor.last + 2]
    if opens_number(w, anchor.last + 2):
        after = []  # "the Criminal |Law and Order| No. 127"
    start, draft = with_draft(w, start)
    if is_body(w, anchor, start, extent):
        return None
    decided = ("number", 0.98) if extent.number else None
    if not decided:
        if is_class(name, after, titled=extent.title is not None):
            return None
        decided = _decide(w, anchor, start, extent, draft)
    if not decided:
        return find_back_reference(w, anchor, start)
    rule, confidence = decided
    return NameSpan(start, extent.end, rule, confidence, shared_head=rule == "shared-head", title=extent.title)


def _decide(w: Words, anchor: Anchor, start: int, extent: Extent, draft: bool) -> tuple[str, float] | None:
    """The rule by which a capitalised head with what stands around it is a name, and its confidence."""
    head = anchor.head
    chain = w.lower[start : anchor.first]
    if " ".join([*chain, head]) in _KNOWN:
        return "known", 0.9
    if is_field(w, start, anchor.last) and not extent.date:
        return None
    if anchor.plural and head not in _PLURAL and head not in _DATED:
        return _decide_plural(w, anchor, chain, extent)
    if extent.date:
        return "date", 0.95
    if head in _DATED:
        return None
    if extent.title:
        return _decide_titled(w, anchor, start, extent.title[0])
    if draft and any(word not in _DRAFTS for word in chain):
        return "draft", 0.85
    if extent.issuer and (anchor.kind not in _NOT_BY_ISSUER or head == "compact"):
        return "issuer", 0.85  # "Decision of the Cabinet of Ministers"
    if chain and head in _NAMED:
        return _decide_modified(w, anchor, chain, extent)
    return _decide_bare(w, anchor, start, extent)


def _decide_titled(w: Words, anchor: Anchor, start: int, opened: int) -> tuple[str, float] | None:
    """A title that a link at `opened` opens makes a name; of soft law without modifiers one in title case."""
    soft = anchor.kind in {"soft-law", "judgment"} and start == anchor.first
    # "the Guidelines on the treaty-specific document"
    guides = anchor.head == "guidelines" and w.at(start - 1) == "the"
    return ("title", 0.9) if not soft or guides or is_title_case(w, opened + 1) else None


def _decide_modified(w: Words, anchor: Anchor, chain: Sequence[str], extent: Extent) -> tuple[str, float] | None:
    """A head with capitalised modifiers: "Labour Code", but not "the National Strategy", "Protection of Law"."""
    kind, head = anchor.kind, anchor.head
    if kind in {"programme", "soft-law"} and all(is_generic(word) for word in chain) and head != "action plan":
        # "the National Strategy", "General Principles"; but "Fundamental Principles of Official Statistics"
        specific = kind == "soft-law" and extent.issuer and is_title_case(w, anchor.last + 1)
        return ("issuer", 0.75) if specific else None
    if head == "law" and w.at(anchor.first - 1) in {"of", "the", "by", "in"}:
        return None  # "Protection of Law"
    return "name", 0.8 if kind == "programme" else 0.9


def _decide_bare(w: Words, anchor: Anchor, start: int, extent: Extent) -> tuple[str, float] | None:
    """A head without date, title or modifiers that name it: "Constitution", "Declaration of Helsinki"."""
    kind, head, chain = anchor.kind, anchor.head, start < anchor.first
    if head in _BARE:
        return "name", 0.95
    if head in _OWNED and w.at(start - 1) in {"its", "their"}:
        return "owned", 0.7  # "According to its Statutes"
    if w.lower[start : anchor.first] == ["joint"] and head in _ISSUED_HEADS and w.at(anchor.last) in _JOINED_BY:
        return "issued", 0.6  # "signed a Joint Circular with the Lifts Centre"
    if extent.issuer and kind == "soft-law" and head in _NAMED and (chain or head == "declaration"):
        return "issuer", 0.75  # "Declaration of Helsinki"
    if extent.issuer and kind == "programme" and w.at(anchor.last + 1) not in _OWNERS:
        # "the Plan of Implementing Measures for the Strategy", "State Program of Employment"
        return ("issuer", 0.7) if chain or w.at(start - 1) == "the" else None
    return None


def _decide_plural(w: Words, anchor: Anchor, chain: Sequence[str], extent: Extent) -> tuple[str, float] | None:
    """A plural is a class ("Labour Laws") unless its modifiers share it ("Labour and Civil Codes")."""
    if chain and f"{chain[-1]} {anchor.head}" in _PLURAL_TREATIES:
        return "name", 0.9
    if extent.title and w.text[extent.title[0]] in OPENING_QUOTES:
        return "title", 0.85  # "Laws of the Republic of Azerbaijan “On Employment” and “On Pensions”"
    if extent.title and w.at(anchor.first - 1) == "consolidated":
        return "title", 0.8  # "articles 47 and 63 of the consolidated |Acts on family allowances|"
    dated = extent.date and (extent.title or w.at(extent.end - 4) in {"of", "dated"})
    if dated and anchor.kind in _DATED_PLURALS:
        return "dates", 0.8  # "the Acts of 10 May 2007 and 5 June 2009"
    plain = not (extent.date or extent.title)
    if plain and "and" in chain and len(chain) < 5 and anchor.kind in {"code", "act"}:
        return "shared-head", 0.8
    return None


def _further_numbers(w: Words, end: int) -> Iterator[NameSpan]:
    """The further numbers of a plural head: "Acts Nos. 15/2003 and 22/2010" names two."""
    while True:
        first = _past_bracket(w, end)
        while w.at(first) in {",", "and", "or"} or (w.at(first) == ";" and first > end):
            first += 1
        last = number_end(w, first, bare=True) if first > end else first
        if last == first > end and is_listed_number(w, first):
            last = first + 1
        if last <= first or first in w.dates:
            return
        end = date_end(w, last, "act", True)
        yield NameSpan(first, end, "shared-number", 0.85, shared_head=True)


def _past_bracket(w: Words, i: int) -> int:
    """The token after a bracket at `i`, or `i`: "Rulings C-293 of 2010 |(www.court.gov/C-293)|; C-824 of 2011"."""
    closed = next((k for k in range(i + 1, min(i + _LONGEST_BRACKET, w.n)) if w.at(i) == "(" and w.text[k] == ")"), 0)
    return closed + 1 if closed and w.at(closed + 1) == ";" else i


def _further_dates(w: Words, end: int) -> Iterator[NameSpan]:
    """The further dates of a plural head: "ministerial circulars of 3 April 2001 and |25 April 2003|" names two."""
    while w.at(end) in {",", "and"}:
        first = end + 1 + (w.at(end) == "," and w.at(end + 1) == "and")
        first += w.at(first) == "of"
        last = w.dates.get(first, first)
        if last - first < _FULL_DATE:
            return
        end = last
        yield NameSpan(first, end, "shared-date", 0.7, shared_head=True)


def _further_years(w: Words, end: int) -> Iterator[NameSpan]:
    """The further years of a plural head: "budget acts for 2009 and 2010" names two."""
    while w.at(end) in {",", "and"} and w.dates.get(end + 1) == end + 2:
        yield NameSpan(end + 1, end + 2, "shared-year", 0.7, shared_head=True)
        end += 2


def _further_titles(w: Words, end: int) -> Iterator[NameSpan]:
    """The further quoted titles of a plural head: "Laws … “On Employment” and “On Pensions”" names two."""
    while True:
        first = end
        while w.at(first) in {",", "and", "or"}:
            first += 1
        if first == end or first >= w.n or w.text[first] not in OPENING_QUOTES:
            return
        opened, end = read_quoted(w, first)
        if end == opened:
            return
        yield NameSpan(first, end, "shared-title", 0.8, shared_head=True, title=(first, end))
