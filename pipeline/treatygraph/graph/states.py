"""The States as SKOS: `ontology/states.ttl` is made from `states.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, text
from treatygraph.graph.iris import state_iri
from treatygraph.graph.turtle import turtle
from treatygraph.ontology import ontology_path, state_words, wikidata_items

_SCHEME = NamedNode(v.PREFIXES["st"])
_WHAT = "States that report to UN treaty bodies, by the codes of ISO 3166-1; the number is that of the UN's M49 too."
_COUNTRY = "http://publications.europa.eu/resource/authority/country/"
_ITEM = "http://www.wikidata.org/entity/"


def states_turtle() -> bytes:
    """Make the content of `ontology/states.ttl`: each State by the codes of ISO 3166-1, under the names reports use.

    The alpha-3 code ends the IRI and is the notation; the alpha-2 code and the numeric code are identifiers.
    """
    return turtle(triple for described in _described() for triple in described)


def same_elsewhere(code: str) -> Iterator[Fact]:
    """What a State or an organization is called by others: in the countries of the EU's authority tables, in Wikidata.

    The tables name a country by its alpha-3 code (https://op.europa.eu/en/web/eu-vocabularies); Wikidata's items are
    listed in `states.toml`.
    """
    words = state_words()
    item = words["wikidata"].get(code)
    yield v.SKOS_EXACT_MATCH, NamedNode(_COUNTRY + code) if code in words["codes"] else None
    yield v.SKOS_EXACT_MATCH, NamedNode(_ITEM + item) if item else None


def same_in_wikidata(id_: str) -> NamedNode | None:
    """Give the item of Wikidata of a treaty, by its abbreviation, or of a known instrument, by its id."""
    item = wikidata_items().get(id_)
    return NamedNode(_ITEM + item) if item else None


def write_states() -> None:
    """Write `ontology/states.ttl` anew after `states.toml` has changed."""
    ontology_path("states.ttl").write_bytes(states_turtle())


def _described() -> Iterator[Iterator[Triple]]:
    yield describe(
        _SCHEME,
        (v.term("skos:ConceptScheme"),),
        (
            (v.SKOS_PREF_LABEL, text("States", "en")),
            (
                v.term("skos:definition"),
                text(_WHAT, "en"),
            ),
        ),
    )
    words = state_words()
    for code, names in sorted(words["names"].items()):
        alpha2, numeric, *official = words["codes"][code]
        facts = (
            (v.SKOS_IN_SCHEME, _SCHEME),
            (v.term("skos:topConceptOf"), _SCHEME),
            (v.SKOS_PREF_LABEL, text(names[0], "en")),
            *((v.SKOS_ALT_LABEL, text(name, "en")) for name in (*names[1:], *official)),
            (v.SKOS_NOTATION, text(code)),
            (v.DCTERMS_IDENTIFIER, text(alpha2)),
            (v.DCTERMS_IDENTIFIER, text(numeric)),
            *same_elsewhere(code),
        )
        yield describe(state_iri(code), (v.term("skos:Concept"), v.STATE_CLASS), facts)
