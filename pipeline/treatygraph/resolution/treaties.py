"""International instruments that are known by name: the nine core treaties and others that reports cite."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from treatygraph.ontology import Treaty, load_treaties, load_treaty
from treatygraph.recognition.names import read_name
from treatygraph.report import InstrumentName
from treatygraph.resolution.subjects import content_words, read_lexicon

# "International", "United Nations" come and go before a treaty's name: "UN Convention on the Rights of the Child".
_OPTIONAL = frozenset({"international", "united", "nation", "un"})


@dataclass(frozen=True, slots=True)
class KnownTreaty:
    """An international instrument: the id that closes its IRI, its kind and name, its date of adoption if core."""

    id: str
    kind: str
    name: str
    adopted: str | None = None
    articles: int | None = None


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[tuple[str, frozenset[str]], KnownTreaty], dict[str, KnownTreaty]]:
    by_words: dict[tuple[str, frozenset[str]], KnownTreaty] = {}
    by_short: dict[str, KnownTreaty] = {}
    for treaty in load_treaties():
        known = core_treaty(treaty)
        by_words[_key(read_name(treaty.title))] = known
        for short in (treaty.abbreviation, *treaty.aliases):
            by_short[short.casefold()] = known
    for entry in read_lexicon("treaties")["instrument"]:
        known = KnownTreaty(entry["id"], entry["kind"], entry["names"][0])
        for name in entry["names"]:
            by_words.setdefault(_key(read_name(name)), known)
        for short in entry.get("abbreviations", ()):
            by_short.setdefault(short.casefold(), known)
    return by_words, by_short


def _key(name: InstrumentName) -> tuple[str, frozenset[str]]:
    issuer = content_words(name.issuer or "")
    date = frozenset({name.date}) if name.kind == "programme" and name.date else frozenset[str]()
    return name.head, (content_words(name.subject) | issuer | date) - _OPTIONAL


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
    by_words, by_short = _tables()
    short = by_short.get(text.strip(" .’'").casefold().removesuffix(" convention"))
    if short and text.strip()[:2].isupper():
        return short
    key = _key(name)
    if not key[1] or name.draft or (name.level == "national" and name.head not in {"statute"}):
        return None
    return by_words.get(key)


def treaty_head(treaty: KnownTreaty) -> str:
    """The word by which a treaty is called for short: "convention", "covenant"."""
    return read_name(treaty.name).head
