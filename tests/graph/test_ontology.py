"""The ontology's files agree with one another, with the program and with the annotation guidelines."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import iso3166
import pytest
from pyoxigraph import NamedNode
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from treatygraph import __version__
from treatygraph.graph import to_turtle, triples, vocabulary
from treatygraph.graph.states import states_turtle
from treatygraph.graph.treaties import treaties_turtle
from treatygraph.graph.vocabulary import BASE, PREFIXES
from treatygraph.ontology import (
    load_instruments,
    load_treaties,
    load_treaty,
    ontology_path,
    organizations,
    state_names,
    state_words,
    wikidata_items,
)
from treatygraph.query import list_queries
from treatygraph.report import Annotated, Entity

TG = PREFIXES["tg"]
QB = PREFIXES["qb"]
SDO = Namespace("http://schema.org/")
KINDS = {
    *("constitution", "code", "act", "decree", "decision", "order", "regulation", "rules", "instructions"),
    *("programme", "bill", "treaty", "protocol", "agreement", "resolution", "soft-law", "judgment", "other"),
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ontology_path("treatygraph.ttl"))


@pytest.fixture(scope="module")
def codes() -> Graph:
    return Graph().parse(ontology_path("codes.ttl"))


def values_of(ontology: Graph, term: URIRef) -> set[Node]:
    """The range of a property; where OWL has no name for it, what `schema:rangeIncludes` says."""
    return {*ontology.objects(term, RDFS.range), *ontology.objects(term, SDO.rangeIncludes)}


def defined(graph: Graph) -> set[str]:
    return {str(term) for term in graph.subjects(RDF.type) if str(term).startswith(TG)}


def constants() -> set[str]:
    return {
        value.value
        for name, value in vars(vocabulary).items()
        if isinstance(value, NamedNode) and name.isupper() and value.value.startswith(TG)
    }


def test_the_programs_terms_are_the_ontologys_terms(ontology: Graph) -> None:
    assert constants() == defined(ontology)


def test_every_term_has_label_definition_and_example(ontology: Graph) -> None:
    for term in map(URIRef, defined(ontology)):
        for predicate in (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
            assert (term, predicate, None) in ontology, (term, predicate)


def test_no_two_classes_and_no_two_properties_share_a_label(ontology: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    labels = [(URIRef(t) in classes, str(ontology.value(URIRef(t), RDFS.label))) for t in sorted(defined(ontology))]
    assert sorted(set(labels)) == sorted(labels)


def test_the_ontology_has_the_version_of_the_program(ontology: Graph) -> None:
    (itself,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(ontology.value(itself, OWL.versionInfo)) == __version__
    assert str(ontology.value(itself, OWL.versionIRI)) == f"{itself}/{__version__}"
    assert ontology.value(itself, DCTERMS.title)
    for predicate in (DCTERMS.creator, DCTERMS.publisher, DCTERMS.created, DCTERMS.issued, DCTERMS.modified):
        assert ontology.value(itself, predicate), predicate
    dates = [str(ontology.value(itself, name)) for name in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)]
    assert dates == sorted(dates)


def test_the_prior_version_is_the_release_before(ontology: Graph) -> None:
    """0.1.0 was the first, and has none."""
    changelog = (ontology_path().parent / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", changelog, re.MULTILINE)
    before = releases[releases.index(__version__) + 1 :][:1]
    (itself,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert [str(prior) for prior in ontology.objects(itself, OWL.priorVersion)] == [f"{itself}/{v}" for v in before]


def test_the_things_in_examples_are_those_of_the_report(ontology: Graph, codes: Graph, annotated: Annotated) -> None:
    """Of CED/C/KAZ/1, the code lists, the treaties and the ontology itself."""
    described = [triple.subject.value for triple in triples(annotated)]
    described += [str(subject) for graph in (ontology, codes) for subject in graph.subjects()]
    described += [str(subject) for subject in Graph().parse(ontology_path("treaties.ttl")).subjects()]
    for term, example in ontology.subject_objects(SKOS.example):
        for prefix, name in re.findall(r"(?<![\w/])(\w+):([A-Za-z0-9_-]+)", str(example)):
            if PREFIXES.get(prefix, "").startswith(BASE):
                assert PREFIXES[prefix] + name in described, (term, example)


def test_every_property_has_domain_and_range(ontology: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    for term in map(URIRef, defined(ontology)):
        if term not in classes:
            assert (term, RDFS.domain, None) in ontology, term
            assert (term, RDFS.range, None) in ontology, term


def test_every_term_is_mapped_has_a_source_or_is_said_to_be_own(ontology: Graph) -> None:
    mappings = {SKOS.closeMatch, SKOS.relatedMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch}
    mappings |= {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso, DCTERMS.source}
    for term in map(URIRef, defined(ontology)):
        mapped = any((term, predicate, None) in ontology for predicate in mappings)
        assert mapped != ((term, SKOS.editorialNote, None) in ontology), term


def test_what_a_graph_uses_is_defined(ontology: Graph, kazakhstan: Annotated) -> None:
    used = {
        node.value
        for triple in triples(kazakhstan)
        for node in (triple.predicate, triple.object)
        if isinstance(node, NamedNode) and node.value.startswith(TG)
    }
    assert used <= defined(ontology)


def test_what_stands_above_a_type_or_a_predicate_is_written_out(ontology: Graph, kazakhstan: Annotated) -> None:
    """So that no reasoner is needed: all types of the classes above, all triples of the properties above."""
    graph = Graph().parse(data=to_turtle(kazakhstan), format="turtle")
    above = {
        (term, other) for term, other in ontology.subject_objects(RDFS.subClassOf) if (None, RDF.type, term) in graph
    }
    assert (URIRef(TG + "Paragraph"), URIRef(PREFIXES["doco"] + "Paragraph")) in above
    for term, other in above:
        assert set(graph.subjects(RDF.type, term)) <= set(graph.subjects(RDF.type, other)), (term, other)
    for term, other in ontology.subject_objects(RDFS.subPropertyOf):
        assert set(graph.subject_objects(term)) <= set(graph.subject_objects(other)), (term, other)
    for term, other in ontology.subject_objects(OWL.inverseOf):
        assert {(b, a) for a, b in graph.subject_objects(term)} == set(graph.subject_objects(other)), (term, other)


def classes_of(ontology: Graph, node: Node | None) -> set[Node]:
    union = ontology.value(node, OWL.unionOf)
    return {node} if union is None else set(Collection(ontology, union))


def test_a_graph_holds_to_domains_ranges_and_disjoint_classes(ontology: Graph, kazakhstan: Annotated) -> None:
    graph = Graph().parse(data=to_turtle(kazakhstan), format="turtle")
    types: dict[Node, set[Node]] = {}
    for thing, kind in graph.subject_objects(RDF.type):
        types.setdefault(thing, set()).add(kind)
    for term in map(URIRef, defined(ontology)):
        domain, reach = (classes_of(ontology, ontology.value(term, p)) for p in (RDFS.domain, RDFS.range))
        for thing, value in graph.subject_objects(term):
            assert types[thing] & domain, (thing, term)
            if not isinstance(value, Literal):
                # A concept of a code list and a property are said elsewhere to be one.
                assert reach & {SKOS.Concept, OWL.Thing} or types[value] & reach, (term, value)
    apart = [set(Collection(ontology, members)) for members in ontology.objects(None, OWL.members)]
    apart += [{one, other} for one, other in ontology.subject_objects(OWL.disjointWith)]
    assert len(apart) == 6
    for classes in apart:
        assert not [thing for thing, kinds in types.items() if len(kinds & classes) > 1]


def test_shapes_and_questions_use_defined_terms(ontology: Graph) -> None:
    texts = {"shapes.ttl": ontology_path("shapes.ttl").read_text(encoding="utf-8")}
    texts |= {question.name: question.text for question in list_queries()}
    for name, text in texts.items():
        terms = {TG + local for local in re.findall(r"(?<![\w/])tg:(\w+)", text)}
        assert terms <= defined(ontology), name


def test_every_rule_of_the_shapes_is_numbered() -> None:
    shapes = Graph().parse(ontology_path("shapes.ttl"))
    messages = [str(text) for text in shapes.objects(None, URIRef("http://www.w3.org/ns/shacl#message"))]
    numbers = {int(re.match(r"S(\d+) [A-Zt]", text)[1]) for text in messages}
    in_the_program = {22, 23}
    assert numbers | in_the_program == set(range(1, 56))


def test_codes_are_concepts_with_name_definition_and_example(codes: Graph) -> None:
    for concept in codes.subjects(RDF.type, SKOS.Concept):
        for predicate in (SKOS.inScheme, SKOS.prefLabel, SKOS.definition, SKOS.example):
            assert (concept, predicate, None) in codes, (concept, predicate)


def test_the_kinds_are_those_of_the_annotation_guidelines(codes: Graph) -> None:
    scheme = URIRef(PREFIXES["kind"])
    assert {str(kind).removeprefix(scheme) for kind in codes.subjects(SKOS.inScheme, scheme)} == KINDS


def test_a_firmer_strength_has_a_higher_notation(codes: Graph) -> None:
    notation = {
        str(concept).rpartition("/")[2]: codes.value(concept, SKOS.notation).toPython()
        for concept in codes.subjects(SKOS.inScheme, URIRef(PREFIXES["link"]))
    }
    assert notation["explicit"] > notation["paragraph"] > notation["section"]


def test_the_codes_that_a_graph_uses_are_described_in_it(kazakhstan: Annotated) -> None:
    graph = Graph().parse(data=to_turtle(kazakhstan), format="turtle")
    for predicate in ("kind", "strength", "actionType"):
        for concept in graph.objects(None, URIRef(TG + predicate)):
            assert (concept, SKOS.prefLabel, None) in graph


def test_the_context_has_every_prefix_and_property(ontology: Graph) -> None:
    context = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert {name: context[name] for name in PREFIXES} == PREFIXES
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    for term in defined(ontology) - {str(c) for c in classes}:
        name = term.removeprefix(TG)
        entry = context[name if name not in PREFIXES else f"tg:{name}"]  # `kind` is a prefix too
        assert entry["@id"] == f"tg:{term.removeprefix(TG)}"
        leads_to_a_thing = (URIRef(term), RDF.type, OWL.ObjectProperty) in ontology or str(
            ontology.value(URIRef(term), RDFS.range)
        ).startswith(TG)
        assert (entry.get("@type") == "@id") == leads_to_a_thing, term
        if {XSD.date, XSD.decimal, XSD.gYear} & values_of(ontology, URIRef(term)):
            assert entry["@type"].startswith("xsd:"), term


def test_the_treaties_and_the_states_in_turtle_are_made_from_their_records() -> None:
    """`make ontology` makes them anew."""
    assert ontology_path("treaties.ttl").read_bytes() == treaties_turtle()
    assert ontology_path("states.ttl").read_bytes() == states_turtle()


def test_every_fact_about_a_treaty_names_a_source_or_is_marked() -> None:
    document = json.loads(ontology_path("treaties.json").read_text(encoding="utf-8"))
    for treaty in document["treaties"]:
        facts = [value for value in treaty.values() if isinstance(value, dict)]
        for fact in (*facts, *treaty["parts"], *treaty["articles"]):
            assert fact.get("verified") is False or fact["source"] in document["sources"], fact


def test_articles_run_from_one_to_the_last() -> None:
    counts = {"CED": 45, "CAT": 33, "CCPR": 53, "CESCR": 31, "CERD": 25, "CEDAW": 30, "CRC": 54, "CRPD": 50, "CMW": 93}
    counts |= {"CRC-OP-AC": 13, "CRC-OP-SC": 17}
    document = json.loads(ontology_path("treaties.json").read_text(encoding="utf-8"))
    found = {record["abbr"]: record["article_count"] for record in document["treaties"]}
    counts = {abbr: count["value"] for abbr, count in found.items() if count.get("verified") is not False} | counts
    for treaty in load_treaties():
        assert [article.number for article in treaty.articles] == [
            str(number) for number in range(1, counts[treaty.abbreviation] + 1)
        ]


def test_a_treaty_is_found_by_any_abbreviation() -> None:
    assert load_treaty("iccpr") == load_treaty("CCPR")
    assert load_treaty("ICPPED").title.endswith("Enforced Disappearance")
    assert load_treaty("ECHR") is None
    assert load_treaty("CED").article("17").part == "I"
    assert load_treaty("CED").article("46") is None
    assert load_treaty("CRPD").article("13").title == "Access to justice"


def test_the_list_of_states_has_the_codes_of_iso_3166_1_and_the_names_that_recognition_reads() -> None:
    """The codes of every State are those of the package iso3166; the first name is the one that graphs use."""
    states = Graph().parse(ontology_path("states.ttl"))
    listed = {
        str(states.value(state, SKOS.notation)): state for state in states.subjects(RDF.type, URIRef(TG + "State"))
    }
    names = {code: name for code, name in state_names().items() if code not in organizations()}
    assert set(listed) == set(names)
    for code, state in listed.items():
        country = iso3166.countries_by_alpha3[code]
        assert str(state) == PREFIXES["st"] + code
        assert {str(value) for value in states.objects(state, DCTERMS.identifier)} == {country.alpha2, country.numeric}
        assert str(states.value(state, SKOS.prefLabel)) == names[code]
        assert (state, SKOS.inScheme, URIRef(PREFIXES["st"])) in states
        assert URIRef(f"http://publications.europa.eu/resource/authority/country/{code}") in set(
            states.objects(state, SKOS.exactMatch)
        )


def test_what_has_an_item_of_wikidata_is_known_here() -> None:
    known = {treaty.abbreviation for treaty in load_treaties()} | {instrument.id for instrument in load_instruments()}
    assert wikidata_items().keys() <= known
    assert not set(wikidata_items().values()) & set(state_words()["wikidata"].values())
    assert "<http://www.wikidata.org/entity/Q466087>" in ontology_path("treaties.ttl").read_text(encoding="utf-8")


def test_no_two_states_are_one_item_of_wikidata() -> None:
    items = state_words()["wikidata"]
    assert set(items) == set(state_names()) - {"VAT"}
    assert len(set(items.values())) == len(items)
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items.values())
    assert (items["KAZ"], items["KEN"], items["NLD"], items["EU"]) == ("Q232", "Q114", "Q29999", "Q458")


def test_an_act_of_the_european_union_is_linked_to_its_identifier(kazakhstan: Annotated) -> None:
    """Directive 2000/78/EC; a treaty to the resolution of the General Assembly that adopted it."""
    directive = Entity(
        "INT_instructions_eu-2000-78", "instrument", "Directive 2000/78/EC", "instructions", "international"
    )
    graph = Graph().parse(
        data=to_turtle(replace(kazakhstan, entities=(*kazakhstan.entities, directive))), format="turtle"
    )
    linked = set(graph.objects(URIRef(PREFIXES["ins"] + directive.id), SKOS.exactMatch))
    assert linked == {URIRef("http://data.europa.eu/eli/dir/2000/78/oj")}
    treaty, report = URIRef(PREFIXES["tre"] + "CED"), URIRef(PREFIXES["doc"] + "CED-C-KAZ-1")
    assert URIRef("https://undocs.org/A/RES/61/177") in set(graph.objects(treaty, RDFS.seeAlso))
    assert set(graph.objects(report, RDFS.seeAlso)) == {URIRef("https://undocs.org/CED/C/KAZ/1")}
