"""The treaties under which States report as RDF, with their articles: in a graph, and in `ontology/treaties.ttl`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, edtf, full_date, integer, text, year
from treatygraph.graph.iris import treaty_article_iri, treaty_iri, un_address
from treatygraph.graph.states import same_in_wikidata
from treatygraph.graph.turtle import turtle
from treatygraph.ontology import Treaty, TreatyArticle, load_treaties, ontology_path

TREATY_TYPES = (
    v.TREATY,
    v.TREATY_ELEMENT,
    v.INTERNATIONAL_INSTRUMENT,
    v.INSTRUMENT,
    v.CITABLE,
    v.ELI_LEGAL_RESOURCE,
)
ARTICLE_TYPES = (v.TREATY_ARTICLE, v.TREATY_ELEMENT, v.PROVISION, v.CITABLE, v.ELI_SUBDIVISION)


def describe_treaty(treaty: Treaty, more: Iterable[Fact] = ()) -> Iterator[Triple]:
    """Describe a treaty by its facts in `treaties.json`, then by `more` that a report says."""
    facts: list[Fact] = [
        (v.SKOS_PREF_LABEL, text(treaty.title, "en")),
        (v.SKOS_NOTATION, text(treaty.abbreviation)),
        *((v.SKOS_ALT_LABEL, text(alias, "en")) for alias in treaty.aliases),
        (v.KIND, v.term(f"kind:{treaty.kind}")),
        (v.ELI_TYPE_DOCUMENT, v.term(f"kind:{treaty.kind}")),
        (v.ELI_DATE_DOCUMENT, full_date(treaty.adopted)),
        (v.YEAR, integer(year(treaty.adopted))),
        (v.EDTF, edtf(treaty.adopted)),
        (v.ELI_IN_FORCE, full_date(treaty.in_force)),
        (v.RDFS_SEE_ALSO, NamedNode(treaty.record)),
        (v.RDFS_SEE_ALSO, _resolution(treaty.resolution)),
        (v.SKOS_EXACT_MATCH, same_in_wikidata(treaty.abbreviation)),
        *more,
    ]
    return describe(treaty_iri(treaty.abbreviation), TREATY_TYPES, facts)


def _resolution(number: str | None) -> NamedNode | None:
    """Give the address of the resolution that adopted a treaty: "61/177" is A/RES/61/177; older ones vary ("2200A")."""
    return un_address(f"A/RES/{number}") if number and re.fullmatch(r"\d+/\d+", number) else None


def describe_article(treaty: Treaty, number: str, more: Iterable[Fact] = ()) -> Iterator[Triple]:
    """Describe an article of a treaty, with its topic where `treaties.json` has it."""
    article = treaty.article(number) or TreatyArticle(number=number)
    digits = "".join(character for character in number if character.isdigit())
    facts: list[Fact] = [
        (v.SKOS_PREF_LABEL, text(f"{treaty.abbreviation}, art. {number}", "en")),
        (v.DCTERMS_TITLE, text(article.title, "en")),
        (v.TOPIC, text(article.topic, "en")),
        (v.PATH, Literal(f"art:{number}")),
        (v.NUMBER, Literal(number)),
        (v.ORDER, integer(int(digits)) if digits else None),
        (v.PART, text(article.part)),
        (v.ELI_IS_PART_OF, treaty_iri(treaty.abbreviation)),
        *more,
    ]
    return describe(treaty_article_iri(treaty.abbreviation, number), ARTICLE_TYPES, facts)


def treaties_turtle() -> bytes:
    """Make the content of `ontology/treaties.ttl`: the treaties with their articles, from `treaties.json`."""
    return turtle(
        triple
        for treaty in load_treaties()
        for triple in (
            *describe_treaty(treaty),
            *(t for article in treaty.articles for t in describe_article(treaty, article.number)),
        )
    )


def write_treaties() -> None:
    """Write `ontology/treaties.ttl` anew after `treaties.json` has changed."""
    ontology_path("treaties.ttl").write_bytes(treaties_turtle())
