"""International instruments that are known by name: treaties under which States report, and others that they cite.

What is known of them stands in `ontology/treaties.json` and `ontology/instruments.toml`, nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from treatygraph.ontology import KnownInstrument, Treaty, load_instruments, load_treaties, load_treaty
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import InstrumentName
from treatygraph.resolution.subjects import content_words, read_lexicon

# Kinds of instrument that only States conclude.
CONCLUDED = frozenset({"treaty", "protocol", "agreement"})
# "International", "United Nations" come and go before a treaty's name: "UN Convention on the Rights of the Child".
_OPTIONAL = frozenset({"international", "united", "nation", "un", "ilo"})
_ISSUER = _OPTIONAL | {"labour", "labor", "organization"}
_ITS_MAKERS = re.compile(r"^(?:(?:united nations|un|international) )+")
_ILO = re.compile(r"\bILO\b|International Labour Organi[sz]ation", re.IGNORECASE)
# "Convention No. 157 of the Council of Europe", "(ETS No. 157)" have numbers of their own.
_OTHER_SERIES = re.compile(r"\bC?ETS\b|Council of Europe|Arab|Hague", re.IGNORECASE)
# What stands before and behind a whole name: "|1993| Paris Principles", "Dakar Declaration |(2000)|",
# "Sendai Framework for Disaster Risk Reduction |2015–2030|", "… Covenant …, |of 16 December 1966|".
_BEFORE_NAME = re.compile(r"^(?:(?:the|(?:19|20)\d\d) )+")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_BEHIND_NAME = re.compile(
    rf"(?: ?\((?![^()]*\bno\.)[^()]*\)|,? (?:(?:of|in|on|from|adopted|period|for the period) )*(?:\d{{1,2}} )?"
    rf"(?:{_MONTH} )?(?:\d{{1,2}}, )?(?:19|20)\d\d(?: ?[–-] ?(?:20)?\d\d)?)$"
)
# "Council |Directive 2000/78|", "EU |regulation 1107/2006|", "|Directive (EU) 2016/2102| of the European Parliament"
_EUROPEAN_ACT = re.compile(
    r"^(?P<makers>(?:(?:the|EU|EC|EEC|European|Union|Parliament|and|Council|Commission|of|Framework|Delegated) )*)"
    r"(?P<head>Directive|Regulation|Decision)s?(?P<series> \((?:EU|EC|EEC)\))?(?P<no>,? Nos?\.?)? "
    r"(?P<number>\d{2,4}/\d{1,4})\b(?P<letters>/(?:EC|EU|EEC|ES|UE|CE|JHA|CFSP))?",
    re.IGNORECASE,
)
_FOUR = re.compile(r"(?:19|20)\d\d/\d+")
_DATED = re.compile(r", (?:19|20)\d\d(?: \(No\. \d+\))?$")
_WORD = re.compile(r"[\w-]+")
_JOINED = re.compile(r",? (?:and|with|as|which|adopted|proclaimed|endorsed)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3}
_HALF = 0.5


_STATUTES = frozenset({"act", "bill", "ordinance", "proclamation"})


@dataclass(frozen=True, slots=True)
class KnownTreaty:
    """An international instrument: the id that closes its IRI, its kind and official name, what else is known of it.

    `reported` tells whether States report under it. `listed` tells whether its date and number are those of the
    ontology, whatever a report prints beside its name; those of a general comment are the report's.
    """

    id: str
    kind: str
    name: str
    adopted: str | None = None
    articles: int | None = None
    number: str | None = None
    protocol_to: str | None = None
    ordinal: int = 1
    optional: bool = False
    reported: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True)
class _Tables:
    by_word: dict[str, dict[str, KnownTreaty]]  # names with a word in them, by word
    by_short: dict[str, KnownTreaty]
    by_labour: dict[str, KnownTreaty]
    by_european: dict[tuple[str, str], KnownTreaty]
    by_name: dict[str, KnownTreaty]


@lru_cache(maxsize=1)
def _all_known() -> tuple[KnownTreaty, ...]:
    """Every known instrument once; each is hashed by all its fields, so they are gathered once a process."""
    tables = _tables()
    return tuple(dict.fromkeys((*tables.by_name.values(), *tables.by_short.values())))


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    tables = _Tables({}, {}, {}, {}, {})
    for treaty in load_treaties():
        _enter(tables, core_treaty(treaty), (treaty.title,), (treaty.abbreviation, *treaty.aliases))
    for treaty in load_treaties():
        _enter(tables, tables.by_short[treaty.abbreviation.casefold()], treaty.short_titles, ())
    for entry in load_instruments():
        known = _listed(entry)
        _enter(tables, known, entry.names, entry.abbreviations)
        if entry.ilo:
            tables.by_labour[entry.ilo] = known
        if entry.eu:
            tables.by_european[entry.kind, entry.eu] = known
    return tables


def _enter(tables: _Tables, known: KnownTreaty, names: tuple[str, ...], short: tuple[str, ...]) -> None:
    for name in names:
        tables.by_name.setdefault(_bare(_fold(name)), known)
        # Three conventions of the ILO are called "Maternity Protection": their years are part of the names.
        if not _DATED.search(name):
            for word in content_words(name) | _UNRELIABLE:
                tables.by_word.setdefault(word, {}).setdefault(name, known)
    for abbreviation in short:
        tables.by_short.setdefault(abbreviation.casefold(), known)


# `content_words` leaves "person" out beside "disability", wherever that stands.
_UNRELIABLE = frozenset({"person"})

_Key = tuple[str, frozenset[str]]


def _by_words(sought: _Key) -> KnownTreaty | None:
    """The known instrument with a name of these words; only names with the rarest of them are read."""
    by_word = _tables().by_word
    if not sought[1] or any(word.isalpha() and word not in by_word for word in sought[1]):
        return None
    names = min((by_word[word] for word in sought[1] | _UNRELIABLE if word in by_word), key=len)
    return next((known for name, known in names.items() if _key_of(name) == sought), None)


@cache
def _key_of(name: str) -> _Key:
    return _key(read_name(name))


def _key(name: InstrumentName) -> _Key:
    issuer = content_words(name.issuer or "")
    date = frozenset({name.date}) if name.kind == "programme" and name.date else frozenset[str]()
    # "Protocol No. 6 to the Convention for the Protection of Human Rights" is not the first
    date |= frozenset({f"no {name.number}"}) if name.head == "protocol" and name.number else frozenset()
    subject = content_words(name.subject)
    return name.head, (subject - _OPTIONAL or subject) | (issuer - _ISSUER if subject else issuer) | date


def core_treaty(treaty: Treaty) -> KnownTreaty:
    """A treaty under which States report as a known one."""
    return KnownTreaty(
        treaty.abbreviation,
        treaty.kind,
        treaty.title,
        treaty.adopted,
        len(treaty.articles) or None,
        protocol_to=treaty.protocol_to,
        optional=treaty.protocol_to is not None,
        reported=True,
    )


def _listed(entry: KnownInstrument) -> KnownTreaty:
    return KnownTreaty(
        entry.id,
        entry.kind,
        entry.names[0],
        entry.adopted,
        entry.articles,
        entry.number,
        entry.protocol_to,
        entry.ordinal,
        entry.optional,
    )


def reported_treaty(abbreviation: str | None) -> KnownTreaty | None:
    """The treaty that a report is on, by its abbreviation; None where it is none that States report under."""
    treaty = load_treaty(abbreviation) if abbreviation else None
    return core_treaty(treaty) if treaty else None


def find_treaty(text: str, name: InstrumentName) -> KnownTreaty | None:
    """The known instrument that a mention names, in full or for short ("CEDAW", "CRPD Convention"); else None.

    A whole name of the list is that instrument whatever its words look like ("|American| Convention on Human Rights"
    is no law of the United States); then a convention of the ILO is known by its number, an act of the European Union
    by its own, others by the words of their titles.
    """
    short = _tables().by_short.get(text.strip(" .’'").casefold().removesuffix(" convention"))
    if short and text.strip()[:2].isupper():
        return short
    if name.draft:
        return None
    known = _whole(text) or _european_act(text)
    if known and known.kind == "treaty" and name.head in _STATUTES:
        return None  # "Convention against Torture and … Punishment |Act|, No. 22 of 1994"
    if known or (name.level == "national" and name.head != "statute"):
        return known
    if name.kind == "treaty" and name.number and not _OTHER_SERIES.search(text):
        numbered = _labour_convention(text, name)
        if numbered or _ILO.search(text):
            return numbered
    known = _by_words(_key(name))
    if known is None and name.kind in {"treaty", "protocol", "soft-law"}:
        known = _beginning(text) or (_protocol_by_words(text, name) if name.kind == "protocol" else None)
    # "Minimum Age (Industry) Convention, 1919 (No. 5)" is not the Minimum Age Convention, No. 138
    contradicted = known and name.number and known.number and known.number != name.number
    return None if contradicted else known


def _fold(text: str) -> str:
    plain = " ".join(re.sub(r"[“”\"„«»]", "", text.replace("'", "’")).casefold().split()).strip(" .,;’")
    return _BEFORE_NAME.sub("", plain)


def _bare(name: str) -> str:
    return _ITS_MAKERS.sub("", name)


def _whole(text: str) -> KnownTreaty | None:
    """The known instrument whose whole name a text is, apart from a year and brackets around it."""
    by_name = _tables().by_name
    name = _bare(_fold(text))
    while name not in by_name:
        behind = _BEHIND_NAME.search(name)
        if not behind or behind.start() == 0:
            return None
        name = name[: behind.start()].strip(" ,")
    return by_name[name]


def _european_act(text: str) -> KnownTreaty | None:
    """The act of the European Union that a text begins with, known by kind and number together.

    A number alone is any State's: it needs the letters of the Union, a body of it, or the form of its directives.
    """
    found = _EUROPEAN_ACT.match(text)
    if not found:
        return None
    head = found["head"].casefold()
    marked = found["series"] or found["letters"] or re.search(r"\b(?:EU|EC|EEC|European|Council)\b", found["makers"])
    if not marked and (head != "directive" or found["no"] or not _FOUR.fullmatch(found["number"])):
        return None
    kind = {"directive": "instructions"}.get(head, head)
    return _tables().by_european.get((kind, found["number"]))


def _labour_convention(text: str, name: InstrumentName) -> KnownTreaty | None:
    """The convention of the ILO with the printed number: said to be the ILO's, without a title, or of its title.

    "Convention No. 17 of |1993| on the employment of persons with disabilities" is another organization's.
    """
    known = _tables().by_labour.get(name.number or "")
    if known is None or _ILO.search(text):
        return known
    if name.date and known.adopted and not known.adopted.startswith(name.date[:4]):
        return None
    wanted, words = content_words(known.name.partition(",")[0]), content_words(name.subject)
    return known if not words or len(wanted & words) / len(wanted) >= _HALF else None


def _beginning(text: str) -> KnownTreaty | None:
    """The known instrument whose whole name a text begins with: "… against Women |in Lithuania|".

    A treaty's name may go on in any words; other texts are said to be other's where theirs do: "Guidelines for the
    Alternative Care of Children |in Rural Homes|", but "Declaration on the Rights of Disabled Persons |and with|".
    """
    folded = _bare(_fold(text))
    for name, known in _whole_names().get(folded.partition(" ")[0], ()):
        behind = folded[len(name) :] if folded.startswith(name) else ""
        if _JOINED_NOUN.fullmatch(behind):
            continue  # "Charter of Fundamental Rights |and Freedoms|" is not that of the European Union
        if behind.startswith(" ") if known.kind in {"treaty", "protocol"} else _JOINED.match(behind):
            return known
    return None


def whole_name_at(text: str, start: int) -> str | None:
    """The name of a known instrument that begins at a code point of a text, though its title is in small letters.

    "in accordance with the |Principles relating to the status of national institutions|"
    """
    ahead = text[start : start + _LONGEST_NAME].casefold().replace("'", "’")
    for name, _ in _whole_names().get(ahead.partition(" ")[0], ()):
        if ahead.startswith(name) and not ahead[len(name) : len(name) + 1].isalnum():
            return text[start : start + len(name)]
    return None


_JOINED_NOUN = re.compile(r" and \w+")
_LONGEST_NAME = 300  # code points


@lru_cache(maxsize=1)
def _whole_names() -> dict[str, list[tuple[str, KnownTreaty]]]:
    """The names that tell enough to be known by their beginning, the longest first, by their first word."""
    named: dict[str, list[tuple[str, KnownTreaty]]] = {}
    for name, known in sorted(_tables().by_name.items(), key=lambda pair: -len(pair[0])):
        if len(name.split()) > 2:
            named.setdefault(name.partition(" ")[0], []).append((name, known))
    return named


def _protocol_by_words(text: str, name: InstrumentName) -> KnownTreaty | None:
    """An Optional Protocol named with its treaty's abbreviation: "Optional Protocol to the |CRPD|"."""
    if "optional" not in content_words(name.subject):
        return None
    by_short = _tables().by_short
    treaties = dict.fromkeys(by_short[word] for word in map(str.casefold, _WORD.findall(text)) if word in by_short)
    if len(treaties) != 1:
        return None
    return optional_protocol(next(iter(treaties)), ordinal_of(text))


def ordinal_of(text: str) -> int | None:
    """The place that words give to a protocol: "|Second| Optional Protocol"; None where they give none."""
    return next((place for word, place in _ORDINALS.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE)), None)


def optional_protocol(treaty: KnownTreaty, ordinal: int | None = None) -> KnownTreaty | None:
    """The protocol that "the Optional Protocol" of a treaty means, or its first or second.

    None where the treaty has none, and where it has several and no words count them: of the two protocols to the
    Covenant on civil and political rights the plain name is the first's, those to the Convention on the Rights of the
    Child are never counted.
    """
    own = [known for known in _all_known() if known.optional and known.protocol_to == treaty.id]
    counted = {known.ordinal: known for known in own}
    return counted.get(ordinal or 1) if len(counted) == len(own) else None


def treaty_of_second_protocol(ordinal: int | None) -> KnownTreaty | None:
    """The one treaty with a protocol of this place: "the Second Optional Protocol" where no treaty is named."""
    if ordinal is None or ordinal == 1:
        return None
    ids = {known.protocol_to for known in _all_known() if known.optional and known.ordinal == ordinal}
    return next((known for known in _all_known() if ids == {known.id}), None)


def parent_treaty(protocol: KnownTreaty) -> KnownTreaty | None:
    """The treaty that a protocol adds to."""
    return next((known for known in _all_known() if known.id == protocol.protocol_to), None)


def is_named_abroad(name: InstrumentName, state: str | None) -> bool:
    """Whether an instrument is called after a city of another State, as those of conferences are: "Dakar Declaration".

    Its title begins with the city: "Helsinki Mental Health Declaration", "Declaration of Alma-Ata".
    """
    if name.level is not None or name.kind not in _AFTER_CITIES:
        return False
    words = name.subject.casefold().split()
    cities: dict[str, str] = read_lexicon("cities")["city"]
    country = cities.get(" ".join(words[:2])) or cities.get(" ".join(words[:1]))
    return country is not None and country != state


_AFTER_CITIES = frozenset({"soft-law", "rules", "programme", "treaty", "protocol", "agreement"})


@lru_cache(maxsize=1)
def known_ids() -> dict[str, str]:
    """The entity ids that known instruments have in every report, with the id that closes each."""
    return {entity_id(known): known.id for known in _all_known()}


def entity_id(known: KnownTreaty) -> str:
    """The id of the entity of a known instrument: a treaty's abbreviation, else with its kind."""
    return known.id if known.reported else f"INT_{known.kind}_{known.id}"


def treaty_head(treaty: KnownTreaty) -> str:
    """The word by which a treaty is called for short: "convention", "covenant"."""
    return read_name(treaty.name).head
