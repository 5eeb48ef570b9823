"""Names whose head has no capital: "resolution 48/96", "bill on …", "presidential decree", "criminal code"."""

from __future__ import annotations

from treatygraph.recognition.anchors import Anchor
from treatygraph.recognition.classes import is_class
from treatygraph.recognition.extents import Extent, read_extent
from treatygraph.recognition.lexicon import words
from treatygraph.recognition.openings import name_start, with_draft
from treatygraph.recognition.spans import NameSpan
from treatygraph.recognition.tokens import Words

_NUMBERED = words("instruments", "lower", "numbered")
_TITLED = words("instruments", "lower", "titled")
_ISSUED = words("instruments", "lower", "issued")
_ISSUED_HEADS = words("instruments", "lower", "issued_heads")
_HEADS = _NUMBERED | _TITLED | _ISSUED_HEADS | {"code", "constitution", "guidelines"}
_CODES = words("instruments", "lower", "codes")
_GUIDING = words("instruments", "lower", "guiding")
_PLAIN_LINKS = frozenset({"on", "concerning", "regarding"})


def find_lower_name(w: Words, anchor: Anchor, done: int) -> NameSpan | None:
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
        return NameSpan(start, extent.end, "number", 0.9, title=extent.title)
    if anchor.head == "guidelines" and extent.title:
        return _find_guidelines(w, anchor, extent)
    if anchor.plural:
        return None
    if extent.title and (draft or anchor.one in _TITLED):
        return NameSpan(start, extent.end, "draft" if draft else "title", 0.75, title=extent.title)
    if issuer < anchor.first and anchor.one in _ISSUED_HEADS:
        if extent.date or (extent.title and w.lower[extent.title[0]] in _PLAIN_LINKS):
            return NameSpan(start, extent.end, "title", 0.7, title=extent.title)
        if w.at(anchor.last) == "on" and anchor.last + 1 in w.dates:
            return NameSpan(start, anchor.last, "issued", 0.6)  # "ratified by presidential decree on 19 August 2008"
    if chain < anchor.first and anchor.one in {"code", "constitution"} and not is_class(w.lower[chain : anchor.last]):
        return NameSpan(start, extent.end, "name", 0.75, title=extent.title)  # "Labour code"
    return None


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
