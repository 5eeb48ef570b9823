"""The lexicon of agencies: heads with the kind they give, names known by themselves, phrases that name no body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

from treatygraph.ontology import load_treaties
from treatygraph.recognition.grammar.lexicon import pluralise, read_lexicon
from treatygraph.recognition.grammar.tokens import Words, citation_tokenizer
from treatygraph.report import Level

INTERNATIONAL = ("international-organization", "treaty-body")
# A ministry or a government in short: "MoGCSD", "GoSL".
ABBREVIATED = re.compile(r"\b[MG]o[A-Z][A-Za-z]*\b")
MONTHS = frozenset(names[0] for names in read_lexicon("dates")["months"]["names"])
POSSESSIVE = ("’s", "'s", "’", "'")

# The word lists of the lexicon by key.
SETS: dict[str, frozenset[str]] = {
    key: frozenset(entries) for group in ("forms", "words") for key, entries in read_lexicon("agencies")[group].items()
}


# Words that name a body only beside a State: "Statistics Netherlands", "the Danish Defence".
_WITH_STATES = SETS["offices_of_states"] | SETS["forces"] | SETS["members"]


def listed(key: str, word: str) -> bool:
    """Whether a word stands in a word list of the lexicon: `listed("titled", "act")`."""
    return word in SETS[key]


@lru_cache(maxsize=1)
def heads() -> dict[str, str]:
    """Every head, singular or an allowed plural, lower case, with its kind."""
    return {head: kind for kind, entries in read_lexicon("agencies")["heads"].items() for head in entries}


@lru_cache(maxsize=1)
def plural_heads() -> frozenset[str]:
    """Plurals of heads, which name classes: "Ministries", "Committees"; not "Congress", a head itself."""
    return frozenset(pluralise(head) for head in heads()) - heads().keys()


def known_bodies() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each body that is known by name: its kind, and its names, the one that stands for it first."""
    for treaty in load_treaties():
        if treaty.treaty_body:
            yield "treaty-body", (treaty.treaty_body, *treaty.treaty_body_names)
    for kind, entries in read_lexicon("agencies")["known"].items():
        yield from ((kind, tuple(names)) for names in entries)


@lru_cache(maxsize=1)
def known() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Known names as word tuples with their kinds, longest first, by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, name in ((kind, name) for kind, names in known_bodies() for name in names):
        parts = cut(name)
        table.setdefault(parts[0], []).append((parts, kind))
    for names in table.values():
        names.sort(key=lambda entry: -len(entry[0]))
    return table


@lru_cache(maxsize=1)
def _never() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in read_lexicon("agencies")["never"]["phrases"]:
        parts = cut(phrase)
        table.setdefault(parts[-1], []).append(parts)
    return table


@lru_cache(maxsize=1)
def _kinds_of_heads() -> dict[str, str]:
    """The kind that a head gives, singular or plural: "Disabled People’s |Organisations| Denmark"."""
    return {pluralise(head): kind for head, kind in heads().items()} | heads()


def names_no_body(w: Words, end: int) -> bool:
    """Whether a phrase that holds a head and names no body ends before the word `end`: "Civil Society"."""
    phrases = _never().get(w.text[end - 1], ())
    return any(end >= len(parts) and tuple(w.text[end - len(parts) : end]) == parts for parts in phrases)


@lru_cache(maxsize=1)
def anchor_words() -> frozenset[str]:
    """The words at which a name may be found, as they are printed."""
    cased = {case for head in [*heads(), *plural_heads()] for case in (head.capitalize(), head.upper())}
    hyphenated = {"-".join(part.capitalize() for part in head.split("-")) for head in heads() if "-" in head}
    return frozenset({*cased, *hyphenated, *known(), "latter", "NGO"} | SETS["alone"] | _WITH_STATES)


def is_acronym(word: str) -> bool:
    """Whether a word is printed in capitals: "UNICEF", "MoGCSD"."""
    return len(word) > 2 and sum(letter.isupper() for letter in word) * 2 >= len(word)


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    return citation_tokenizer(Vocab())


@lru_cache(maxsize=4096)
def cut(name: str) -> tuple[str, ...]:
    """A name cut into words as the tokenizer cuts the text."""
    return tuple(token.text for token in _tokenizer()(name))


def _kind_without_head(parts: tuple[str, ...]) -> str:
    """The kind of a name that no head gives: "MoDEA", "Statistics Denmark", "Danish Defence", "Danish Regions"."""
    if len(parts) == 1 and ABBREVIATED.fullmatch(parts[0]):
        return "ministry" if parts[0].startswith("M") else "government"
    if len(parts) > 1 and listed("offices_of_states", parts[0]):
        return "office"
    if len(parts) == 2 and listed("forces", parts[1]):
        return "service"
    return "association" if len(parts) == 2 and listed("members", parts[1]) else "other"


def is_states_own(before: str, name: Sequence[str]) -> bool:
    """Whether a word before a committee's name makes it a State's own: "the |National| Committee against Torture"."""
    return "Committee" in name and before == "National"


def agency_kind(name: str) -> tuple[str, Level]:
    """What kind of agency a name says it is, and whether it is international.

    The kinds are the tables of `lexicon/agencies.toml` ("ministry", "court", "ngo", …); "other" where no head is
    known. The first head that "of" or "for" follows decides, else the last: "Council of Europe", "Supreme Court".
    """
    parts = cut(name)
    lower = [part.lower() for part in parts]
    abroad = bool(parts) and (listed("international", lower[0]) or lower[:2] == ["united", "nations"])
    kind = _kind_without_head(parts)
    for at, part in enumerate(parts):
        for words, known_kind in known().get(part, ()):
            if parts[at : at + len(words)] != words or (at and is_states_own(parts[at - 1], words)):
                continue
            if at + len(words) == len(parts) or at == 0:  # "FSM |Attorney General|", "|World Vision| BiH"
                kind = known_kind if known_kind not in INTERNATIONAL else kind
            if at > 0 and known_kind not in INTERNATIONAL:
                continue
            abroad = abroad or known_kind in INTERNATIONAL or (known_kind == "ngo" and len(words) == len(parts))
            if at == 0 and len(words) == len(parts):
                return known_kind, "international" if abroad else "national"
    level: Level = "international" if abroad else "national"
    for at, word in enumerate(lower):
        if word not in heads() and word not in plural_heads():
            continue
        kind = _kinds_of_heads()[word]
        if at + 1 < len(lower) and listed("first_links", lower[at + 1]):
            break
    return kind, level
