"""Technical standards by their acronym: "the WCAG 2.0 standard", "ISO 9001"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.report import InstrumentName

_ACRONYMS = words("instruments", "standards", "acronyms")
_ALONE = words("instruments", "standards", "alone")
# "2.0", "9001", "9001:2015", "301 549"
_NUMBER = re.compile(r"\s(?:\d\.\d+|\d{3,5}(?: \d{3})?(?:-\d+)?(?::\d{4})?)(?![\w.]*\d)")


def find_standards(w: Words) -> Iterator[Found]:
    """The standards that a text names, in order."""
    if _ACRONYMS.isdisjoint(w.text):
        return
    for i, word in enumerate(w.text):
        if word not in _ACRONYMS:
            continue
        number = _NUMBER.match(w.raw, w.end[i])
        if not number and word not in _ALONE:
            continue
        end = number.end() if number else w.end[i]
        name = InstrumentName(kind="soft-law", head="standard", subject=w.raw[w.start[i] : end], level="international")
        yield Found(w.start[i], end, "standard", 0.8, name=name)
