"""International instruments that are known by name: the nine core treaties and others that reports cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from treatygraph.ontology import Treaty, load_treaties, load_treaty
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import InstrumentName
from treatygraph.resolution.subjects import content_words, read_lexicon

# Kinds of instrument that only States conclude.
CONCLUDED = frozenset({"treaty", "protocol", "agreement"})
# "International", "United Nations" come and go before a treaty's name: "UN Convention on the Rights of the Child".
_OPTIONAL = frozenset({"international", "united", "nation", "un", "ilo"})
_ISSUER = _OPTIONAL | {"labour", "labor", "organization"}
_ITS_MAKERS = re.compile(r"^(?:united nations|un|international) ")
_ILO = re.compile(r"\bILO\b|International Labour Organi[sz]ation", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownTreaty:
    """An international instrument: the id that closes its IRI, its kind and name, its date of adoption if core."""

    id: str
    kind: str
    name: str
    adopted: str | None = None
    articles: int | None = None


@dataclass(frozen=True, slots=True)
class _Tables:
    by_words: dict[tuple[str, frozenset[str]], KnownTreaty]
    by_short: dict[str, KnownTreaty]
    by_number: dict[str, KnownTreaty]
    by_name: dict[str, KnownTreaty]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    by_words: dict[tuple[str, frozenset[str]], KnownTreaty] = {}
    by_short: dict[str, KnownTreaty] = {}
    by_number: dict[str, KnownTreaty] = {}
    by_name: dict[str, KnownTreaty] = {}
    for treaty in load_treaties():
        known = core_treaty(treaty)
        by_words[_key(read_name(treaty.title))] = known
        by_name[treaty.title.casefold()] = known
        for short in (treaty.abbreviation, *treaty.aliases):
            by_short[short.casefold()] = known
    for treaty in load_treaties():
        for name in treaty.short_titles:
            by_words.setdefault(_key(read_name(name)), by_short[treaty.abbreviation.casefold()])
    for entry in read_lexicon("treaties")["instrument"]:
        known = KnownTreaty(entry["id"], entry["kind"], entry["names"][0])
        for name in entry["names"]:
            by_words.setdefault(_key(read_name(name)), known)
            by_name.setdefault(name.casefold(), known)
        if "ilo" in entry:
            by_number[entry["ilo"]] = known
        for short in entry.get("abbreviations", ()):
            by_short.setdefault(short.casefold(), known)
    return _Tables(by_words, by_short, by_number, by_name)


def _key(name: InstrumentName) -> tuple[str, frozenset[str]]:
    issuer = content_words(name.issuer or "")
    date = frozenset({name.date}) if name.kind == "programme" and name.date else frozenset[str]()
    subject = content_words(name.subject)
    return name.head, (subject - _OPTIONAL or subject) | (issuer - _ISSUER if subject else issuer) | date


def core_treaty(treaty: Treaty) -> KnownTreaty:
    """A core treaty of the ontology as a known one."""
    articles = len(treaty.articles) or None
    return KnownTreaty(treaty.abbreviation, "treaty", treaty.title, treaty.adopted, articles)


def reported_treaty(abbreviation: str | None) -> KnownTreaty | None:
    """The treaty that a report is on, by its abbreviation; None where it is none of the nine."""
    treaty = load_treaty(abbreviation) if abbreviation else None
    return core_treaty(treaty) if treaty else None


def find_treaty(text: str, name: InstrumentName) -> KnownTreaty | None:
    """The known treaty that a mention names, in full or by its abbreviation ("CEDAW", "CRPD Convention"); else None."""
    tables = _tables()
    short = tables.by_short.get(text.strip(" .’'").casefold().removesuffix(" convention"))
    if short and text.strip()[:2].isupper():
        return short
    if name.draft or (name.level == "national" and name.head != "statute"):
        return None
    if name.kind == "treaty" and name.number in tables.by_number and (_ILO.search(text) or not name.subject):
        return tables.by_number[name.number]
    key = _key(name)
    if key[1] and key in tables.by_words:
        return tables.by_words[key]
    return _beginning(text) if name.kind == "treaty" else None


def _beginning(text: str) -> KnownTreaty | None:
    """The treaty whose whole name a text begins with, apart from "United Nations": "… against Women in Lithuania"."""
    folded = _bare(text.casefold().replace("'", "’"))
    return next((known for name, known in _whole_names() if folded.startswith(name)), None)


def _bare(name: str) -> str:
    return _ITS_MAKERS.sub("", name)


@lru_cache(maxsize=1)
def _whole_names() -> tuple[tuple[str, KnownTreaty], ...]:
    """The names of treaties that tell enough to be known by their beginning, each with a blank behind it."""
    bare = ((_bare(name), known) for name, known in _tables().by_name.items() if known.kind == "treaty")
    return tuple((f"{name} ", known) for name, known in bare if len(name.split()) > 2)


def optional_protocol(treaty: KnownTreaty) -> KnownTreaty | None:
    """The protocol that "the Optional Protocol" of a core treaty means; None where it has several or none."""
    ids = {f"{treaty.id}-OP", f"{treaty.id}-OP1"}
    return next((known for known in _tables().by_name.values() if known.id in ids), None)


@lru_cache(maxsize=1)
def known_ids() -> dict[str, str]:
    """The entity ids that known treaties have in every report, with the id that closes each."""
    known = {*_tables().by_name.values(), *_tables().by_short.values()}
    return {treaty.id if treaty.adopted else f"INT_{treaty.kind}_{treaty.id}": treaty.id for treaty in known}


def treaty_head(treaty: KnownTreaty) -> str:
    """The word by which a treaty is called for short: "convention", "covenant"."""
    return read_name(treaty.name).head
