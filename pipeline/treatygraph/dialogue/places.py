"""Paragraphs that a text names, with the letters of their sub-items: "17 (b)–(c) and (e)–(f), 23 and 60 (e)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatygraph.report import Place

_LETTER = r"\((?:[a-z]|[ivx]{1,4})\)"
_SUBJECT = r"\((?![a-z]\)|[ivx]{1,4}\))[^()]{3,160}(?:\([^()]*\)[^()]{0,160})?\)"
_WORD = r"(?:letters?|items?|sub-?paragraphs?|above|paragraphs?|paras?\.?)"
# A number of a paragraph; no year, no "12 months", no "14 States".
_NUMBER = r"\d{1,3}(?![\d.]\d|\d|\s(?:months?|per\scent|years?|weeks?|days?)\b)"
_JOIN = r"(?:\s*(?:,\s*and\b|,\s*&|[,;&/]|\band\b|\bto\b|[-–—])\s*)"
_ITEM = rf"(?:{_WORD}\s*)?{_LETTER}"
_ONE = rf"{_NUMBER}(?:,?\s*{_ITEM})*(?:\s*{_SUBJECT})?"
_SUBJECT_AFTER_COMMA = r"(?:,\s(?:on|concerning|regarding)\s[^,.;\d]{3,160}(?:,(?!\s+and\s+\d)[^,.;\d]{3,80})*)?"
# An enumeration of paragraphs, as printed after "paragraphs" or "recommendation".
_FURTHER = rf"{_JOIN}(?:{_WORD}\s*)?(?:{_ONE}|{_ITEM}(?:\s*{_SUBJECT})?){_SUBJECT_AFTER_COMMA}"
LIST = rf"(?:{_ONE}{_SUBJECT_AFTER_COMMA}(?:{_FURTHER})*)"

_LONGEST = 100  # paragraphs of a range
_TOKEN = re.compile(
    rf"(?P<subject>{_SUBJECT})|(?P<number>\d{{1,3}})(?!\d)|\((?P<letter>[a-z]|[ivx]{{1,4}})\)"
    r"|(?P<range>[-–—]|\bto\b)|(?P<join>,|;|&|/|\band\b)"
)


def read_places(enumeration: str) -> tuple[Place, ...]:
    """The paragraphs of an enumeration, ranges written out, each once and in order.

    >>> [str(place) for place in read_places("17 (b)–(c) and (e), 23 and 60 (e)")]
    ['17(b)', '17(c)', '17(e)', '23', '60(e)']
    """
    return tuple(dict.fromkeys(_read(enumeration)))


class _Reader:
    """Where the reading of an enumeration stands: the paragraph and letter before, and how the next is joined to it."""

    def __init__(self) -> None:
        self.number: int | None = None
        self.letter: str | None = None
        self.ranging = False
        self.joined = False

    def take_number(self, here: int) -> Iterator[Place]:
        yield from self.whole()
        before, whole = self.number, self.letter is None
        if self.ranging and before is not None and whole and 0 < here - before < _LONGEST:
            yield from (Place(str(between)) for between in range(before + 1, here))
        again = self.ranging and here == before  # "7 (a)-7 (c)" is a range of letters
        self.number, self.letter = here, self.letter if again else None
        self.ranging, self.joined = again and self.letter is not None, False

    def take_letter(self, here: str) -> Iterator[Place]:
        if self.number is None or (self.letter is not None and not self.ranging and not self.joined):
            return  # "(a) (ii)": a part of a sub-item
        if self.ranging and self.letter is not None:
            yield from (Place(str(self.number), between) for between in _between(self.letter, here))
        yield Place(str(self.number), here)
        self.letter, self.ranging, self.joined = here, False, False

    def whole(self) -> Iterator[Place]:
        """The paragraph before, where no letter of it was named."""
        if self.number is not None and self.letter is None:
            yield Place(str(self.number))


def _read(enumeration: str) -> Iterator[Place]:
    reader = _Reader()
    for token in _TOKEN.finditer(enumeration):
        if token["number"]:
            yield from reader.take_number(int(token["number"]))
        elif token["letter"]:
            yield from reader.take_letter(token["letter"])
        reader.ranging = reader.ranging or bool(token["range"])
        reader.joined = reader.joined or bool(token["join"])
    yield from reader.whole()


def _between(first: str, last: str) -> Iterator[str]:
    """The letters between two; none between Roman numbers."""
    if len(first) == len(last) == 1:
        yield from (chr(code) for code in range(ord(first) + 1, ord(last)))
