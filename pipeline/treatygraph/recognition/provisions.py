"""References to divisions of instruments: articles, sections, paragraphs and the rest, with their paths.

    "article 532, paragraph 1, of the Code of Criminal Procedure"      art:532 par:1
    "Sections 22, 35(2) and 40"                                        sec:22 | sec:35 subsec:2 | sec:40
    "articles of the Criminal Code: 125 (Abduction) and 346"           art:125 | art:346
    "2nd part of the Article 78 of the Labour Code"                    art:78 part:2
    "Criminal Code, art. 137", "Act No. 16736 (art. 768)"              art:137, art:768

An anchor is a division word. From it a scan reads numbers to the right, then the divisions within or around it
that a comma or "of" joins, then the instrument on either side. Every enumeration and range is one find with a
path for each target. What instrument a find without one belongs to is for resolution to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from spacy.tokens import Doc

from treatygraph.recognition.found import Context, Found
from treatygraph.recognition.lexicon import kinds, read_lexicon, words
from treatygraph.report import Path

_LEXICON = read_lexicon("divisions")
_STEP = {form: step for step, forms in _LEXICON["units"].items() for form in forms}
_RANK = {"book": 0, "title": 1, "annex": 1, "part": 2, "ch": 3, "sec": 4, "art": 4, "rule": 4, "prin": 4}
_RANK |= {"subsec": 5, "par": 6, "subpar": 7}
_LONGEST_RANGE = 400
_GLOSS_LENGTH = 160


def _any(forms: Sequence[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _cased(forms: Sequence[str]) -> list[str]:
    """The forms as they may be printed: "article", "Article", "ARTICLE"."""
    return sorted({case for form in forms for case in (form, form.capitalize(), form.upper()) if case != "S."})


_UNIT = re.compile(rf"(?:{_any(_cased([*_STEP]))})")
_ORDINAL_WORDS: list[str] = _LEXICON["ordinals"]["words"]
_NUMERALS: list[str] = _LEXICON["ordinals"]["numerals"]
_ORDINAL = re.compile(
    rf"(?:(?<!\w)(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|\b(?P<word>{_any(_cased([*_ORDINAL_WORDS, *words('divisions', 'ordinals', 'unnumbered')]))}))"
    r"\s\Z"
)
_INSERTED = _any(_LEXICON["ordinals"]["inserted"])

# A division's own number, each branch beside what it matches.
_NUMBER = re.compile(
    rf"""(?:
      (?P<plain>\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}(?![.,]?\d)        # 53.5
        (?:-\d{{1,3}}(?![\w.]))?                                   # 74-1
        (?:[A-Za-z]{{1,2}}(?!\w)|\s?(?:{_INSERTED})\b)?)           # 137d, 7 bis
    | (?P<roman>[IVXLC]+(?:-[A-Z]|[A-Z])?)(?![\w’'])                # IX
    | (?P<word>{_any(_cased(_NUMERALS))})(?!\w)                    # Chapter Four
    | “?(?P<letter>[A-Za-z])”?(?![\w’'-])                          # letter b
    )""",
    re.VERBOSE,
)
_BRACKET = re.compile(r"\s?\(\s?(?P<step>\d{1,3}|[a-z]{1,4}|[A-Z]{1,3})\s?\)")
_LABEL = re.compile(r"\s?(?:(?:[Nn]os?\.?|[Nn]umbers?|[Nn][°º]|№)\s?)?")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|or|as well as|and/or)\b|,|;|\band/or\b|\band\b|\bor\b|&|\bas well as\b)\s*")
_TO = re.compile(r"\s*(?:–|—|-|‑|−|\bto\b|\bthrough\b|\buntil\b)\s*")
_GLOSS = re.compile(rf"\s\(([^()]{{1,{_GLOSS_LENGTH}}})\)")
_CHILD = re.compile(r"(?:\s?,\s?(?:and\s)?|\s|\s?\()")
_PARENT = re.compile(r",?\s(?:of|in|to)\s(?:the\s)?")
_SAME = re.compile(r",?\s(?:of|in)\s(?:that|this|the\ssame|the\ssaid|the\saforementioned|the\sabove)\s(article|section|paragraph)\b")
_SIBLING = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s")
_OF = re.compile(r"(?:(?<=\))\d{1,2})?,?(?:\s(?:et\sseq\.?|ff\.?),?)?\s(?P<link>of|in|to|from|under)\s")
_WORD = re.compile(r"[^\s,;:.()“”\"]+")
_ACRONYM = re.compile(r"(?:the\s)?(?P<name>[A-Z]{3,}[A-Z0-9-]*)(?![\w’])")
_COLON_LIST = re.compile(r"[:,]?\s")
_MONTH_OR_COUNT = re.compile(r"\s(?:per\scent|%|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)")
_LOWER_NOUN = re.compile(r"\s(?!(?:of|and|or|to|in|on|under|which|is|are|was|were|has|have|states?|provides?|et|bis|ter|that|the|shall|may|with|as|at|by|for|from|above|below|thereof|respectively|also|not)\b)[a-z]{3,}")


@dataclass(slots=True)
class _Reading:
    """What a scan has read: the paths, their glosses, where it stopped and what unit it read last."""

    start: int
    end: int
    paths: list[Path]
    step: str
    plural: bool
    glosses: list[str | None] = field(default_factory=list)
    instrument: Found | None = None
    named: bool = False  # an instrument's words follow that no finder marked


@dataclass(frozen=True, slots=True)
class _Names:
    """The instruments of a text by where they begin and end."""

    finds: tuple[Found, ...]
    starts: dict[int, Found]
    ends: dict[int, Found]

    def over(self, at: int) -> Found | None:
        """The instrument whose name runs over `at`."""
        return next((find for find in self.finds if find.start <= at < find.end), None)


def find_provisions(doc: Doc, instruments: Sequence[Found], context: Context | None = None) -> list[Found]:
    """The provisions that a unit's text cites, sorted and without overlaps.

    `targets` holds a path for each division; `instrument` the start and end of the instrument in `instruments`
    that the grammar joins to it, None where the text leaves it open.
    """
    return provisions_in(doc.text, instruments)


def provisions_in(text: str, instruments: Sequence[Found]) -> list[Found]:
    """The provisions in a text; see `find_provisions`."""
    names: _Names | None = None
    finds: list[Found] = []
    done = 0
    article: Path = ()
    for anchor in _anchors(text):
        if anchor.start() < done:
            continue
        if names is None:
            names = _Names(
                tuple(instruments), {find.start: find for find in instruments}, {find.end: find for find in instruments}
            )
        if names.over(anchor.start()) is not None:
            continue
        reading = _read(text, anchor, names, article)
        while reading is not None and reading.start >= done and len(reading.paths) > 0:
            finds.append(_found(reading))
            done = reading.end
            article = next((path[:1] for path in reversed(reading.paths) if path[0].startswith(("art:", "sec:"))), article)
            reading = _shared_head(text, reading, names)
    return finds
