"""A law's name in the language of its State, in a bracket behind its English name: "Lifts Act (Aufzugsgesetz)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from treatygraph.recognition.grammar.found import Found
from treatygraph.recognition.grammar.lexicon import words
from treatygraph.recognition.grammar.tokens import Words
from treatygraph.recognition.instruments.names import read_name

# "(Gesetz über die Bergung – BergG)", "[Versorgungsgesetz]"
_BRACKET = re.compile(
    r"\s?[(\[]([“\"„]?)(?P<name>[^\W\d_][^()\[\]“”\"]{3,140}?)[”\"“]?(?:(?:\s[–—-]|[,;])\s[A-Z][\w-]*)?[)\]]"
)


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, sorted(words("instruments", "foreign", "openers"))))
    endings = "|".join(map(re.escape, sorted(words("instruments", "foreign", "endings"))))
    return re.compile(rf"(?:{openers})\s.+|[\w-]*?(?:{endings})(?:\s.+)?", re.IGNORECASE)


def find_foreign(w: Words, finds: Sequence[Found]) -> Iterator[Found]:
    """The foreign names behind the instruments found; each denotes what the English name denotes."""
    for find in finds:
        bracket = None if find.anaphor else _BRACKET.match(w.raw, find.end)
        if bracket and bracket["name"][0].isupper() and _foreign().fullmatch(bracket["name"]):
            name = find.name or read_name(w.raw[find.start : find.end])
            start, end = bracket.span("name")
            yield Found(start, end, "foreign", 0.8, name=name, title=(start, end))
