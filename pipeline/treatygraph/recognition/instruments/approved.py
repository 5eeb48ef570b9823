"""Names of what a body approves and no head names: "approving the Procedure for …", "the List of … approved by".

The States of Central and Eastern Europe adopt lists, procedures, methodologies and concepts by order of a minister.
Such a noun is the head of a name only where an approval stands beside it; "a list of schools" is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.spans import NameSpan
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.titles import title_end

_HEADS = words("instruments", "approved", "heads")
_MODIFIERS = words("instruments", "approved", "modifiers")
_APPROVING = words("instruments", "approved", "approving")
_APPROVED = words("instruments", "approved", "approved")
_CAPITALISED = frozenset(head.capitalize() for head in _HEADS)
_LINKS = frozenset({"of", "for", "on"})
_NO_TITLES = frozenset({"the", "this", "that", "these", "those", "a", "an"})
_CLOSING_QUOTES = '”"“»'


def find_approved(w: Words) -> Iterator[Found]:
    """What the unit approves by a name whose head is none of an instrument, in order."""
    if _CAPITALISED.isdisjoint(w.text):
        return
    done = 0
    for at, word in enumerate(w.text):
        if word not in _CAPITALISED or at < done or w.at(at + 1) not in _LINKS:
            continue
        start = at
        while start > done and w.capital(start - 1) and w.lower[start - 1] in _MODIFIERS:
            start -= 1
        title = at + 2 + (w.at(at + 2) == "the")
        end = title_end(w, title)
        if end > title and (_is_approved_before(w, start) or _is_approved_after(w, end)):
            yield NameSpan(start, end, "approved", 0.7, title=(at + 1, end)).on(w)
            done = end


def _is_approved_before(w: Words, start: int) -> bool:
    """Whether an approving verb leads to the name: "approved |the| Procedure", "approving the new List"."""
    i = start - 1
    while i >= 0 and (w.lower[i] in {"the", "a", "an", "new", "its", "following"} or w.text[i] in '“"„'):
        i -= 1
    return w.at(i) in _APPROVING


def _is_approved_after(w: Words, end: int) -> bool:
    """Whether the name is followed by its approval: "… of Schoolchildren |approved by Order No. 5|"."""
    end += w.at(end) in _CLOSING_QUOTES and end < w.n
    end += w.at(end) == ","
    return w.at(end) in _APPROVED and w.at(end + 1) in {"by", "in", "under"}
