"""Technical standards by their acronym: "the WCAG 2.0 standard", "ISO 9001", "GB/T 32632.2-2016", "DIN 18024-1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.report import InstrumentName, Level

_ACRONYMS = words("instruments", "standards", "acronyms")
_ALONE = words("instruments", "standards", "alone")
_NATIONAL = words("instruments", "standards", "national")
# "2.0", "9001", "9001:2015", "301 549"; "32632.2-2016", "170001-1", "2.03.01:2001", "208-08"; "/T 3076-2016", "10400-S"
_NUMBER = re.compile(
    r"(?:/[A-Z]{1,5})?\s(?:\d(?:\.\d+){1,3}(?:-\d+)?|\d{3,6}(?: \d{3})?(?:\.\d+)?(?:-(?:\d+|[A-Z]\b)){0,2})"
    r"(?::\d{4})?(?![\w.]*\d)"
)


def find_standards(w: Words) -> Iterator[Found]:
    """The standards that a text names, in order."""
    known = _ACRONYMS | _NATIONAL
    if known.isdisjoint(w.text):
        return
    for i, word in enumerate(w.text):
        if word not in known:
            continue
        number = _NUMBER.match(w.raw, w.end[i])
        if not number and word not in _ALONE:
            continue
        end = number.end() if number else w.end[i]
        level: Level = "national" if word in _NATIONAL else "international"
        name = InstrumentName(kind="soft-law", head="standard", subject=w.raw[w.start[i] : end], level=level)
        yield Found(w.start[i], end, "standard", 0.8, name=name)
