"""The vocabulary that comes with the program: treaties, shapes, queries, code lists.

The files stand in `ontology/` at the root of a checkout and in `treatygraph/ontology/` of an installed wheel.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from treatygraph.errors import OntologyError


@dataclass(frozen=True, slots=True)
class TreatyArticle:
    """An article of a treaty: its number, official title and topic, and the part of the treaty it stands in.

    `topic` is the official title where there is one, else this project's label; None where neither is known.
    """

    number: str
    topic: str | None = None
    title: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Treaty:
    """A UN human rights treaty under which States report, with the facts of `treaties.json` that have a source.

    These are the nine core treaties and two protocols to the Convention on the Rights of the Child; `protocol_to` is
    the abbreviation of the treaty that a protocol adds to.

    `abbreviation` is the one the UN human rights office uses ("CED"), and its IRI's last segment;
    `aliases` are other abbreviations in use ("ICPPED"); `acronyms` are those of both that reports use in the treaty's
    place without defining them, `short_titles` what they call it instead of its title. `adopted` and `in_force` are
    ISO dates; `resolution` is the General Assembly resolution that adopted it, `record` its page in the UN Treaty
    Collection. `treaty_body_names` are other names of the treaty body; `symbol_prefix` opens the symbols of the reports
    ("CED/C"). `articles` is empty where no source for the articles was found.
    """

    abbreviation: str
    title: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    short_titles: tuple[str, ...]
    adopted: str
    in_force: str
    treaty_body: str | None
    treaty_body_names: tuple[str, ...]
    symbol_prefix: str
    resolution: str | None
    untc_number: str
    record: str
    articles: tuple[TreatyArticle, ...]
    protocol_to: str | None = None

    @property
    def kind(self) -> str:
        """The kind of instrument, as the code list has it: "treaty" or "protocol"."""
        return "protocol" if self.protocol_to else "treaty"

    def article(self, number: str) -> TreatyArticle | None:
        """Find an article by its number; None for an article that the treaty does not have."""
        return next((article for article in self.articles if article.number == number), None)

    def may_have(self, number: str) -> bool:
        """Tell whether the treaty can have this article: it has, or its articles are not known here."""
        return not self.articles or self.article(number) is not None


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    """An international instrument that is known by name, with the facts of `instruments.toml`.

    `id` closes its IRI; the first of `names` is the official one. `adopted` is an EDTF date ("2006-11"), `number` the
    one that is printed with the name ("159", "2000/78/EC"), `articles` the number of its last article. `protocol_to` is
    the id or abbreviation of the treaty that a protocol adds to, `ordinal` its place among several, `optional` whether
    it is called an Optional Protocol. `ilo` and `eu` are the numbers by which a convention of the International Labour
    Organization and an act of the European Union are cited. `source` is the page that the facts are from.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    source: str
    abbreviations: tuple[str, ...] = ()
    adopted: str | None = None
    number: str | None = None
    issuer: str | None = None
    articles: int | None = None
    protocol_to: str | None = None
    ordinal: int = 1
    optional: bool = False
    ilo: str | None = None
    eu: str | None = None

    @property
    def entity_id(self) -> str:
        """The id of its entity in every report."""
        return f"INT_{self.kind}_{self.id}"


def ontology_path(*parts: str) -> Path:
    """Find an ontology file or folder, for instance `ontology_path("queries")`.

    Raises:
        OntologyError: the file is not there.

    """
    package = Path(__file__).parent
    for root in (package / "ontology", package.parent.parent / "ontology"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    name = "/".join(("ontology", *parts))
    raise OntologyError(f"{name} is missing from the installation; install treatygraph again.")


@cache
def load_treaties() -> tuple[Treaty, ...]:
    """Load the treaties, in the order of `treaties.json`; facts marked as unverified are None."""
    document = json.loads(ontology_path("treaties.json").read_text(encoding="utf-8"))
    return tuple(_read_treaty(record) for record in document["treaties"])


@cache
def load_treaty(name: str) -> Treaty | None:
    """Load the treaty with this abbreviation in either case ("CED", "ICPPED", "uncrpd"); None of another."""
    wanted = name.casefold()
    for treaty in load_treaties():
        if wanted in (alias.casefold() for alias in (treaty.abbreviation, *treaty.aliases)):
            return treaty
    return None


@cache
def load_instruments() -> tuple[KnownInstrument, ...]:
    """Load the international instruments that are known beside the treaties, in the order of `instruments.toml`."""
    document = tomllib.loads(ontology_path("instruments.toml").read_text(encoding="utf-8"))
    pages: dict[str, str] = document["sources"]
    return (
        *(_read_instrument(record, pages) for record in document["instrument"]),
        *_read_labour_conventions(document["ilo"], pages["ilo"]),
        *(_read_european_act(number, record, pages["eurlex"]) for number, record in document["eu"].items()),
        *(_read_resolution(number, date, pages["un"]) for number, date in document["security-council"].items()),
    )


@cache
def wikidata_items() -> dict[str, str]:
    """Load the items of Wikidata of treaties, by abbreviation, and of known instruments, by id: "Q466087" of CRC."""
    items: dict[str, str] = tomllib.loads(ontology_path("instruments.toml").read_text(encoding="utf-8"))["wikidata"]
    return items


def load_instrument(entity_id: str) -> KnownInstrument | None:
    """Load the known instrument with this entity id ("INT_treaty_ilo-convention-159"); None of another."""
    return _instruments_by_entity().get(entity_id)


@cache
def _instruments_by_entity() -> dict[str, KnownInstrument]:
    return {known.entity_id: known for known in load_instruments()}


@cache
def state_words() -> dict[str, dict[str, Any]]:
    """Load `states.toml`: names, adjectives and codes of States by alpha-3 code; organizations; `wikidata`."""
    return tomllib.loads(ontology_path("states.toml").read_text(encoding="utf-8"))


def organizations() -> dict[str, str]:
    """The names of parties that are no States, by the codes that stand for them in symbols."""
    names: dict[str, str] = state_words()["organizations"]
    return names


@cache
def state_names() -> dict[str, str]:
    """The first English name of each State by its ISO 3166-1 alpha-3 code, and those of organizations ("EU")."""
    return {**{code: forms[0] for code, forms in state_words()["names"].items()}, **organizations()}


def _read_treaty(record: dict[str, Any]) -> Treaty:
    def fact(key: str) -> str | None:
        value = record.get(key)
        return None if value is None or value.get("verified") is False else str(value["value"])

    def known(key: str) -> str:
        value = fact(key)
        if value is None:
            raise OntologyError(f"treaties.json: {record['abbr']} has no {key}; add it with its source.")
        return value

    return Treaty(
        abbreviation=record["abbr"],
        title=known("title"),
        aliases=tuple(record["alt_abbr"]),
        acronyms=tuple(record["acronyms"]),
        short_titles=tuple(record["short_titles"]),
        adopted=known("adopted"),
        in_force=known("entry_into_force"),
        treaty_body=fact("treaty_body"),
        treaty_body_names=tuple(record["treaty_body_names"]),
        symbol_prefix=known("report_symbol_prefix").rstrip("/"),
        resolution=fact("ga_resolution"),
        untc_number=known("untc_number"),
        record=known("untc_url"),
        articles=tuple(_read_articles(record)),
        protocol_to=record.get("protocol_to"),
    )


def _read_articles(record: dict[str, Any]) -> Iterator[TreatyArticle]:
    parts = [part for part in record["parts"] if part.get("verified") is not False]
    for item in record["articles"]:
        number, title = item["article"], item.get("title")
        part = next((p["part"] for p in parts if p["from_article"] <= number <= p["to_article"]), None)
        yield TreatyArticle(str(number), title or item["topic"], title, part)


def _read_instrument(record: dict[str, Any], pages: dict[str, str]) -> KnownInstrument:
    facts = {**record, "names": tuple(record["names"]), "abbreviations": tuple(record.get("abbreviations", ()))}
    document = facts.pop("document", "")
    facts["source"] = pages.get(record["source"], record["source"]).replace("{document}", document)
    return KnownInstrument(**facts)


def _read_labour_conventions(conventions: dict[str, list[Any]], page: str) -> Iterator[KnownInstrument]:
    """The conventions of the ILO; a title that several share ("Maternity Protection") needs its year or number."""
    bare = {number: title.removesuffix(" (Revised)") for number, (_, title) in conventions.items()}
    shared = Counter(bare.values())
    for number, (date, title) in conventions.items():
        year = date[:4]
        names = [f"{title}, {year} (No. {number})", f"{title}, {year}"]
        names += dict.fromkeys((title, bare[number])) if shared[bare[number]] == 1 else ()
        yield KnownInstrument(
            id=f"ilo-convention-{number}",
            kind="treaty",
            names=tuple(names),
            source=page.replace("{document}", f"C{number:0>3}"),
            adopted=date,
            number=number,
            issuer="International Labour Organization",
            ilo=number,
        )


# The kind of an act of the European Union, the word for it, and the word in its European Legislation Identifier.
_EUROPEAN = {
    "directive": ("instructions", "Directive", "dir"),
    "regulation": ("regulation", "Regulation", "reg"),
    "decision": ("decision", "Decision", "dec"),
}
_LETTERS_IN_FRONT = 2015  # from then on "Directive (EU) 2015/…", and no "No" (OJ C 203, 2014)


def _read_european_act(number: str, record: dict[str, Any], page: str) -> KnownInstrument:
    kind, head, identifier = _EUROPEAN[record["kind"]]
    letters, year = record["letters"], record["adopted"][:4]
    if int(year) >= _LETTERS_IN_FRONT:
        full = f"{head} ({letters}) {number}"
    elif kind == "regulation":
        full = f"{head} ({letters}) No {number}"
    else:
        full = f"{head} {number}/{letters}"
    first, second = number.split("/")
    serial = first if kind == "regulation" and second == year else second
    issuer = record.get("issuer")
    before = issuer.split()[0] if issuer and issuer.startswith("Council") else ""
    framework = "Framework " if letters == "JHA" else ""
    title = f"{before} {framework}{full} {record.get('title', '')}".strip()
    return KnownInstrument(
        id=f"eu-{number.replace('/', '-')}",
        kind=kind,
        names=(title, full, *record.get("names", ())),
        source=page.replace("{document}", f"{identifier}{'_framw' if framework else ''}/{year}/{serial}/oj"),
        adopted=record["adopted"],
        number=f"{number}/{letters}" if f"{number}/{letters}" in full else number,
        issuer=issuer,
        eu=number,
    )


def _read_resolution(number: str, date: str, page: str) -> KnownInstrument:
    year = date[:4]
    return KnownInstrument(
        id=f"security-council-{number}",
        kind="resolution",
        names=(
            f"Security Council resolution {number} ({year})",
            f"Security Council resolution {number}",
            f"resolution {number} ({year}) of the Security Council",
            f"resolution {number} of the Security Council",
        ),
        source=page.replace("{document}", f"S/RES/{number}({year})"),
        adopted=date,
        number=number,
        issuer="Security Council",
    )
