"""The words of requests, as `lexicon/requests.toml` has them: verbs by action, and words for laws, plans and bodies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

_DOUBLED = {"set": "sett", "submit": "submitt", "put": "putt"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of the words of each sort, `of_verb` with the kind of each verb, `further` the verbs that ask anew.

    `verbs` matches all verbs and the nouns of verbs ("implementation of"), the word in its first group.
    """

    verbs: re.Pattern[str]
    of_verb: dict[str, str]
    law: re.Pattern[str]
    policy: re.Pattern[str]
    ruling: re.Pattern[str]
    service: re.Pattern[str]
    body: re.Pattern[str]
    treaty: re.Pattern[str]
    planned: re.Pattern[str]
    bare: re.Pattern[str]
    alone: re.Pattern[str]
    system: re.Pattern[str]
    empty: frozenset[str]
    further: str


@cache
def wording() -> Wording:
    """The words of requests."""
    text = (resources.files(__package__) / "lexicon" / "requests.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    of_verb = {form: kind for kind, verbs in data["verbs"].items() for verb in verbs for form in _forms(verb)}
    of_verb |= {noun: kind for kind, nouns in data["nouns"].items() for noun in nouns}
    pattern = "|".join(re.escape(form) for form in sorted(of_verb, key=len, reverse=True))
    words = dict(data["words"])
    empty = frozenset(words.pop("empty"))
    return Wording(
        verbs=re.compile(rf"(?<!-)\b({pattern})\b(?![\w’-])", re.IGNORECASE),
        of_verb=of_verb,
        empty=empty,
        further="|".join(data["further"]["verbs"]),
        **{name: _any_of(found) for name, found in words.items()},
    )


def _forms(verb: str) -> Iterator[str]:
    first, _, rest = verb.partition(" ")
    stem = first[:-1] if first.endswith("e") else first
    tail = f" {rest}" if rest else ""
    yield verb
    yield f"{_DOUBLED.get(stem, stem)}ing{tail}"


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.IGNORECASE)
