"""Names whose head has no capital: "resolution 48/96", "bill on …", "presidential decree", "criminal code"."""

from __future__ import annotations

from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.spans import NameSpan
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.anchors import Anchor
from treatygraph.recognition.instruments.beginnings import is_generic, name_start, with_draft, with_quoted_name
from treatygraph.recognition.instruments.classes import is_class
from treatygraph.recognition.instruments.clauses import AUXILIARIES, DETERMINERS, PREPOSITIONS, RELATIVES, VERBS
from treatygraph.recognition.instruments.extents import Extent, read_extent

_NUMBERED = words("instruments", "lower", "numbered")
_TITLED = words("instruments", "lower", "titled")
_ISSUED = words("instruments", "lower", "issued")
_ISSUED_HEADS = words("instruments", "lower", "issued_heads")
_HEADS = (
    words("instruments", "lower", "subjected")
    | words("instruments", "lower", "drafted")
    | _NUMBERED
    | _TITLED
    | _ISSUED_HEADS
    | words("instruments", "lower", "timed")
    | {"code", "constitution", "guidelines"}
)
_CODES = words("instruments", "lower", "codes")
_GUIDING = words("instruments", "lower", "guiding")
_SKIPPED = words("instruments", "back", "skipped") | words("instruments", "back", "adjectives") | {"case"}
_OPENS = DETERMINERS | frozenset(";:•(“,")
_FARTHEST = 6  # words before a numbered name's head: "electoral law and political parties proclamation"
_DRAFTS = words("instruments", "lower", "drafts")
_DRAFTED = words("instruments", "lower", "drafted")
_SUBJECTED = words("instruments", "lower", "subjected")
_SUBJECT_LINKS = words("instruments", "lower", "subject_links")
_NO_SUBJECTS = words("instruments", "lower", "no_subjects")
_ENACTED = words("instruments", "lower", "enacted")
_YEARLY = words("instruments", "lower", "yearly")
_TIMED = words("instruments", "lower", "timed")
_NOUNS_IN_ING = words("instruments", "lower", "nouns_in_ing")
# Beside these a programme in quotation marks is broadcast.
_BROADCAST = words("instruments", "lower", "broadcast")
_NEAR = 10
_MOST_BETWEEN = 2  # words between a name in quotation marks and its head
_DEFINITE = frozenset({"the", "its", "this"})
_OPENED = frozenset({"", ".", ";", ":", "•", "("})
_PARTS_OF_YEARS = frozenset({"trimester", "quarter", "semester", "month", "week", "year", "day", "term"})
_REFERRING = frozenset({"the", "this", "that", "said"})
_PLAIN_LINKS = frozenset({"on", "concerning", "regarding"})


def find_lower_name(w: Words, anchor: Anchor, done: int) -> NameSpan | None:  # noqa: C901
    """The name that hangs on a lower-case head; none of it lies before the token `done`."""
    if anchor.one not in _HEADS and anchor.head not in _HEADS:
        return None
    if anchor.one == "code" and (code := _find_code(w, anchor, done)):
        return code
    extent = read_extent(w, anchor, anchor.first)
    issuer = anchor.first
    while issuer > done and w.lower[issuer - 1] in _ISSUED:
        issuer -= 1
    chain = max(name_start(w, issuer), done)
    start, draft = with_draft(w, chain)
    start = max(start, done)
    if extent.number and anchor.one in _NUMBERED:
        start = _modified_start(w, start, done)
        return NameSpan(start, extent.end, "number", 0.9, title=extent.title)
    if anchor.head == "guidelines" and extent.title:
        return _find_guidelines(w, anchor, extent)
    year = anchor.last + 1
    if w.at(anchor.first - 1) in _YEARLY and w.at(anchor.last) == "for" and w.dates.get(year) == year + 1:
        return NameSpan(_modified_start(w, anchor.first, done), year + 1, "yearly", 0.7)
    if anchor.plural:
        dated = issuer < anchor.first and anchor.one in _ISSUED_HEADS and extent.date and not extent.title
        if dated and w.at(extent.end - 4) == "of":
            return NameSpan(start, extent.end, "dates", 0.7)  # "the |ministerial circulars of 3 April 2001|"
        return None
    if extent.title and (draft or anchor.one in _TITLED):
        return NameSpan(start, extent.end, "draft" if draft else "title", 0.75, title=extent.title)
    if chain < issuer and anchor.one in _ISSUED_HEADS and extent.date:
        return NameSpan(
            start, extent.end, "date", 0.75, title=extent.title
        )  # "Ministry of Works circular of 4 May 2002"
    if issuer < anchor.first and anchor.one in _ISSUED_HEADS:
        if extent.date or (extent.title and w.lower[extent.title[0]] in _PLAIN_LINKS):
            return NameSpan(start, extent.end, "title", 0.7, title=extent.title)
        if w.at(anchor.last) == "on" and anchor.last + 1 in w.dates:
            return NameSpan(start, anchor.last, "issued", 0.6)  # "ratified by presidential decree on 19 August 2008"
    if not draft and extent.title and anchor.one in _SUBJECTED and _determines(w, start, extent):
        return NameSpan(start, extent.end, "title", 0.6, title=extent.title)
    timed = _timed_start(w, start, done) if extent.title and anchor.one in _TIMED else None
    if extent.title and timed is not None and (extent.date or start in w.dates):
        start = timed
        if not _PARTS_OF_YEARS.isdisjoint(w.lower[slice(*extent.title)]):
            return None  # "The programme for the fourth trimester of 2015 included"
        return NameSpan(start, extent.end, "title", 0.6, title=extent.title)
    if anchor.one in _DRAFTED and (drafted := _drafted_start(w, anchor, done)):
        return NameSpan(drafted, anchor.last, "draft", 0.6)
    if chain < anchor.first and anchor.one in {"code", "constitution"} and not is_class(w.lower[chain : anchor.last]):
        if w.at(anchor.last) == "for" and all(map(is_generic, w.lower[chain : anchor.first])):
            return None  # "the |Egyptian code| for the design of spaces and buildings" is told by what it is for
        return NameSpan(start, extent.end, "name", 0.75, title=extent.title)  # "Labour code"
    return None


def find_quoted_programme(w: Words, anchor: Anchor) -> NameSpan | None:
    """A programme told by its name in quotation marks: "the |“Ramps for All” programme|"."""
    around = w.lower[max(anchor.first - _NEAR, 0) : anchor.last + _NEAR]
    if anchor.kind != "programme" or not _BROADCAST.isdisjoint(around):
        return None
    first = anchor.first
    while first > anchor.first - _MOST_BETWEEN and w.alphabetic(first - 1) and _qualifies(w, first - 1):
        first -= 1  # "the |“Hope at Sea” educational programme|"
    start = with_quoted_name(w, first)
    return NameSpan(start, anchor.last, "quoted", 0.7) if start < first else None


def _determines(w: Words, start: int, extent: Extent) -> bool:
    """Whether a title makes one law of a lower-case head: "the act on hospitals", "adopted a decree on combating …".

    "the benefit of the law on equal grounds" and "the law relating to children" speak of law at large.
    """
    opened = extent.title[0] if extent.title else 0
    if w.lower[opened] not in _SUBJECT_LINKS or w.at(opened + 1) in _NO_SUBJECTS:
        return False
    if w.at(start) == "law" and w.lower[opened] == "on" and extent.end == opened + 2 and not w.capital(opened + 1):
        return w.at(start - 2) in _ENACTED  # "measures under the law on custodianship": a field of law
    before = w.at(start - 1)
    return before == "the" or (before in {"a", "an"} and w.at(start - 2) in _ENACTED)


def _timed_start(w: Words, start: int, done: int) -> int | None:
    """Where a policy with a time begins, if its words make it one: "the |national strategy for the elderly 2010-2020|".

    "adopted a |national plan …|"; one at the beginning of a text needs no article.
    """
    first = start
    while first > done and w.text[first - 1].islower() and is_generic(w.lower[first - 1]):
        first -= 1
    before = w.at(first - 1)
    adopted = first < start and before in {"a", "an"} and w.at(first - 2) in _ENACTED
    return first if before in _DEFINITE or adopted or (first in w.dates and before in _OPENED) else None


def _drafted_start(w: Words, anchor: Anchor, done: int) -> int:
    """The "draft" of "the draft comprehensive disability law", "this draft proclamation"; 0 where none stands."""
    i = anchor.first - 1
    while i > max(done, anchor.first - _FARTHEST) and w.lower[i] not in _DRAFTS and _qualifies(w, i):
        i -= 1
    if i < done or w.lower[i] not in _DRAFTS or w.at(i - 1) not in _REFERRING:
        return 0
    after = w.at(anchor.last)
    goes_on = after in AUXILIARIES or after in VERBS or after in PREPOSITIONS or after in RELATIVES
    return i if goes_on or not after[:1].isalpha() or after.endswith("ed") else 0


def _modified_start(w: Words, first: int, done: int) -> int:
    """The start moved before lower-case words that qualify a numbered name: "the |labor proclamation No. 11/2019|".

    They count only up to a determiner or a mark that opens a phrase; else a verb may be among them ("adopted law
    No. 5"). What only tells the age of the instrument is left out: "the new law No. 5".
    """
    i = first
    while i > max(done, first - _FARTHEST) and _qualifies(w, i - 1):
        i -= 1
    if i < first and (i == 0 or w.lower[i - 1] in _OPENS or w.lower[i - 1] in _SKIPPED):
        while w.lower[i] in _SKIPPED:
            i += 1
        return i
    return first


def _qualifies(w: Words, i: int) -> bool:
    word = w.text[i]
    if word == "and":
        return w.alphabetic(i - 1) and w.lower[i - 1] not in _OPENS
    return (
        word.isalpha()
        and word.islower()
        and len(word) > 2
        and (not word.endswith(("ed", "ing")) or word in _NOUNS_IN_ING)
        and not any(word in stops for stops in (AUXILIARIES, VERBS, PREPOSITIONS, RELATIVES, DETERMINERS))
    )


def _find_code(w: Words, anchor: Anchor, done: int) -> NameSpan | None:
    """A code by its field: "drafts of the criminal code and code of administrative offences"."""
    first, last = anchor.first, anchor.last
    for size in (2, 1):
        if first - size >= done and " ".join(w.lower[first - size : first]) in _CODES:
            return NameSpan(max(with_draft(w, first - size)[0], done), last, "name", 0.7)
        if w.at(last) == "of" and " ".join(w.lower[last + 1 : last + 1 + size]) in _CODES:
            return NameSpan(max(with_draft(w, first)[0], done), last + 1 + size, "name", 0.7)
    return None


def _find_guidelines(w: Words, anchor: Anchor, extent: Extent) -> NameSpan | None:
    """An organization's guidelines: "United Nations general guidelines for preparing national reports …"."""
    i = anchor.first - 1
    if w.at(i) in _GUIDING and not w.capital(i):
        i -= 1
    start = name_start(w, i + 1)
    if start >= i or start == 0:
        return None
    return NameSpan(start, extent.end, "title", 0.7, title=extent.title)
