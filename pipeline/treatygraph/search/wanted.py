"""What a search asks for: words, phrases, fields, and jumps to a paragraph, an article or a page.

    habeas corpus                 paragraphs that have both words, in any form (courts, court)
    "habeas corpus"               those two words after one another
    discriminat*                  words that begin so
    pension state:KAZ article:27  only in reports of Kazakhstan, only what stands under article 27
    para 57 · art 17 · p. 10      a jump: the paragraph, what stands under the article, the page

A jump is the whole of a search but for its fields: "article 17 of the Constitution" looks for words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from treatygraph.errors import TreatygraphError

FIELDS: Final[Mapping[str, str]] = {
    "state": "the State, by its ISO 3166-1 alpha-3 code or its name",
    "treaty": "the treaty reported on, by its abbreviation",
    "report": "one document, by its symbol",
    "article": "the article of the treaty that the paragraph stands under",
    "kind": "the kind of a law that it names (code, act, decree …)",
    "speaker": "whose words it is: state or committee",
    "year": "the year of the document",
}
"""What a search can be narrowed to, and what its results are counted by."""
LONGEST: Final = 1_000
"""Characters of a search; MOST parts."""
MOST: Final = 40

_FIELD = re.compile(rf'\b({"|".join(FIELDS)}):(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_JUMP = re.compile(
    r"(?:(?P<paragraph>paragraphs?|paras?\.?)|(?P<article>articles?|arts?\.?)|(?P<page>pages?|pp?\.?))"
    r"\s*(?P<number>\d{1,5}(?:\s*(?:bis|ter|[a-z]))?)",
    re.IGNORECASE,
)
_PART = re.compile(r'"([^"]*)"|(\w[\w\'’-]*)(\*?)')


class SearchError(TreatygraphError):
    """A search that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word, the beginning of one, or a phrase."""

    text: str
    way: Literal["word", "begins", "phrase"] = "word"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search as it is understood: what the words must be, and what the fields and the jump narrow it to."""

    parts: tuple[Part, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    paragraph: str | None = None
    page: int | None = None

    def field(self, name: str) -> tuple[str, ...]:
        """The values that one field may have."""
        return tuple(value for field, value in self.fields if field == name)


def read_search(text: str) -> Wanted:
    """Read a search.

    Raises:
        SearchError: nothing is asked for, or too much.
    """
    if len(text) > LONGEST:
        raise SearchError(f"A search has at most {LONGEST:,} characters.")
    fields = [(name.lower(), (quoted or plain).strip()) for name, quoted, plain in _FIELD.findall(text)]
    if empty := next((name for name, value in fields if not value), None):
        raise SearchError(f"{empty}: says nothing; {FIELDS[empty]} stands behind it.")
    words = _FIELD.sub(" ", text).strip()
    if jump := _JUMP.fullmatch(words):
        number = re.sub(r"\s+", " ", jump["number"])
        if jump["article"]:
            return Wanted(fields=(*fields, ("article", number)))
        if jump["paragraph"]:
            return Wanted(fields=tuple(fields), paragraph=number)
        return Wanted(fields=tuple(fields), page=int(re.sub(r"\D", "", number)))
    parts = tuple(
        Part(phrase, "phrase") if phrase else Part(word, "begins" if star else "word")
        for phrase, word, star in _PART.findall(words)
        if phrase.strip() or word
    )
    if not parts and not fields:
        raise SearchError('Nothing is asked for: give words, a "phrase", a field as state:KAZ, or a jump as para 57.')
    if len(parts) > MOST:
        raise SearchError(f"A search has at most {MOST} words and phrases.")
    return Wanted(parts, tuple(fields))
