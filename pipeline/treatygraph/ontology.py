"""The vocabulary that comes with the program: treaties, shapes, queries, code lists.

The files stand in `ontology/` at the root of a checkout and in `treatygraph/ontology/` of an installed wheel.
"""

from __future__ import annotations

import json
import tomllib
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
    """One of the nine core UN human rights treaties, with the facts of `treaties.json` that have a source.

    `abbreviation` is the one the UN human rights office uses ("CED"), and its IRI's last segment;
    `aliases` are other abbreviations in use ("ICPPED"); `acronyms` are those of both that reports use in the treaty's
    place without defining them, `short_titles` what they call it instead of its title. `adopted` and `in_force` are
    ISO dates; `resolution` is the General Assembly resolution that adopted it, `record` its page in the UN Treaty
    Collection. `treaty_body_names` are other names of the treaty body; `symbol_prefix` opens the symbols of the reports
    ("CED/C"). `articles` is empty where no source for the articles was found (CMW).
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

    def article(self, number: str) -> TreatyArticle | None:
        """Find an article by its number; None for an article that the treaty does not have."""
        return next((article for article in self.articles if article.number == number), None)

    def may_have(self, number: str) -> bool:
        """Tell whether the treaty can have this article: it has, or its articles are not known here."""
        return not self.articles or self.article(number) is not None


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
    """Load the nine treaties, in the order of `treaties.json`; facts marked as unverified are None."""
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
def state_words() -> dict[str, dict[str, Any]]:
    """Load `states.toml`: `names`, `adjectives` and `codes` of States by ISO 3166-1 alpha-3 code, `organizations`."""
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
    )


def _read_articles(record: dict[str, Any]) -> Iterator[TreatyArticle]:
    parts = [part for part in record["parts"] if part.get("verified") is not False]
    for item in record["articles"]:
        number, title = item["article"], item.get("title")
        part = next((p["part"] for p in parts if p["from_article"] <= number <= p["to_article"]), None)
        yield TreatyArticle(str(number), title or item["topic"], title, part)
