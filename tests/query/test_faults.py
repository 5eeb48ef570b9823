"""One fault of each kind, put into a sound graph, is found by the rule that is for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pyshacl
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from treatygraph.graph import to_turtle, vocabulary
from treatygraph.graph.rdflib_graph import make_graph
from treatygraph.graph.vocabulary import term
from treatygraph.ontology import ontology_path
from treatygraph.query import Finding, validate
from treatygraph.report import Annotated

REPORT = term("doc:CED-C-KAZ-1")
PARAGRAPH_8 = term("doc:CED-C-KAZ-1__par_8")
CODE = term("ins:KAZ-code-criminal")
ORDER_83 = term("ins:KAZ-order-2011-09-12-83")
BILL = term("ins:KAZ-bill-code-criminal")


def one(store: Store, subject: NamedNode | None, predicate: str, object_: NamedNode | None = None) -> Quad:
    """The first triple of this pattern in the order of subjects."""
    quads = store.quads_for_pattern(subject, term(predicate), object_)
    return min(quads, key=lambda quad: (str(quad.subject), str(quad.object)))


def replace(store: Store, quad: Quad, value: NamedNode | Literal) -> NamedNode:
    store.remove(quad)
    store.add(Quad(quad.subject, quad.predicate, value))
    return quad.subject


def add(store: Store, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> NamedNode:
    store.add(Quad(subject, term(predicate), value))
    return subject


def shift_offsets(store: Store) -> NamedNode:
    start = one(store, None, "tg:start")
    return replace(store, start, Literal(int(start.object.value) + 1))


def start_after_end(store: Store) -> NamedNode:
    return replace(store, one(store, None, "tg:start"), Literal(99999))


def mention_in_two_units(store: Store) -> NamedNode:
    return add(store, one(store, None, "tg:quote").subject, "tg:inUnit", PARAGRAPH_8)


def mention_without_quote(store: Store) -> NamedNode:
    quote = one(store, None, "tg:quote")
    store.remove(quote)
    return quote.subject


def name_that_denotes_nothing(store: Store) -> NamedNode:
    mention = one(store, None, "rdf:type", vocabulary.AGENCY_MENTION).subject
    for quad in list(store.quads_for_pattern(mention, vocabulary.DENOTES, None)):
        store.remove(quad)
    return mention


def provision_of_an_unknown_instrument(store: Store) -> NamedNode:
    mention = one(store, None, "rdf:type", vocabulary.PROVISION_MENTION).subject
    for quad in list(store.quads_for_pattern(mention, vocabulary.DENOTES, None)):
        store.remove(quad)
    return mention


def mention_of_what_is_not_described(store: Store) -> NamedNode:
    mention = one(store, None, "tg:denotes").subject
    return add(store, mention, "tg:denotes", term("tre:CED__art_99"))


def name_with_an_antecedent(store: Store) -> NamedNode:
    names = store.quads_for_pattern(None, vocabulary.DENOTES, CODE)
    first, second = sorted((quad.subject for quad in names), key=str)[:2]
    return add(store, second, "tg:antecedent", first)


def antecedent_of_another_thing(store: Store) -> NamedNode:
    anaphor = one(store, None, "tg:anaphor", Literal(True)).subject
    store.remove(one(store, anaphor, "tg:antecedent"))
    return add(store, anaphor, "tg:antecedent", one(store, None, "tg:denotes", ORDER_83).subject)


def citation_without_evidence(store: Store) -> NamedNode:
    citation = one(store, None, "rdf:type", vocabulary.CITATION).subject
    for quad in list(store.quads_for_pattern(citation, vocabulary.EVIDENCE, None)):
        store.remove(quad)
    return citation


def section_link_to_another_article(store: Store) -> NamedNode:
    citation = one(store, None, "tg:strength", term("link:shared")).subject
    return add(store, citation, "tg:treatyElement", term("tre:CED__art_40"))


def link_without_citation(store: Store) -> NamedNode:
    return add(store, term("tre:CED__art_44"), "tg:implementedBy", CODE)


def assertion_of_a_missing_triple(store: Store) -> NamedNode:
    assertion = one(store, None, "rdf:predicate", vocabulary.APPROVES).subject
    subject = one(store, assertion, "rdf:subject").object
    approved = one(store, assertion, "rdf:object").object
    store.remove(Quad(subject, vocabulary.APPROVES, approved))
    return assertion


def law_of_two_states(store: Store) -> NamedNode:
    add(store, term("st:UZB"), "rdf:type", vocabulary.STATE_CLASS)
    return add(store, CODE, "tg:ofState", term("st:UZB"))


def law_that_is_also_international(store: Store) -> NamedNode:
    return add(store, CODE, "rdf:type", vocabulary.INTERNATIONAL_INSTRUMENT)


def two_numbers_for_one_law(store: Store) -> NamedNode:
    return add(store, ORDER_83, "eli:number", Literal("84"))


def year_that_is_not_the_dates(store: Store) -> NamedNode:
    return replace(store, one(store, CODE, "tg:year"), Literal(1998))


def provision_without_parent(store: Store) -> NamedNode:
    parent = one(store, term("ins:KAZ-code-criminal__art_125"), "eli:is_part_of")
    store.remove(parent)
    return parent.subject


def one_order_under_two_names(store: Store) -> NamedNode:
    twin = term("ins:KAZ-order-twin")
    for quad in list(store.quads_for_pattern(ORDER_83, None, None)):
        if quad.predicate != vocabulary.APPROVES:
            store.add(Quad(twin, quad.predicate, quad.object))
    return ORDER_83


def name_that_needs_escaping(store: Store) -> NamedNode:
    strange = NamedNode("https://w3id.org/treatygraph/agency/KAZ.ministry")
    add(store, strange, "skos:prefLabel", Literal("Ministry", language="en"))
    return add(store, strange, "rdf:type", vocabulary.AGENCY)


def count_below_zero(store: Store) -> NamedNode:
    return replace(store, one(store, None, "tg:count"), Literal(-1))


def figure_twice(store: Store) -> NamedNode:
    figure = one(store, None, "tg:count").subject
    twin = term("obs:twin")
    for quad in list(store.quads_for_pattern(figure, None, None)):
        store.add(Quad(twin, quad.predicate, quad.object))
    return twin


def figure_of_provision_and_category(store: Store) -> NamedNode:
    figure = one(store, None, "tg:count").subject
    store.add(Quad(figure, term("tg:refCategory"), Literal("Abduction", language="en")))
    return figure


def figure_of_nothing(store: Store) -> NamedNode:
    figure = one(store, None, "tg:refProvision")
    store.remove(figure)
    return figure.subject


def unit_outside_the_report(store: Store) -> NamedNode:
    place = one(store, PARAGRAPH_8, "tg:inReport")
    store.remove(place)
    return PARAGRAPH_8


def report_under_two_treaties(store: Store) -> NamedNode:
    return add(store, REPORT, "tg:reportsUnder", term("tre:CAT"))


def text_that_was_changed(store: Store) -> NamedNode:
    text = one(store, PARAGRAPH_8, "tg:text")
    return replace(store, text, Literal(text.object.value + " ", language="en"))


def paragraph_number_twice(store: Store) -> NamedNode:
    return replace(store, one(store, PARAGRAPH_8, "tg:number"), Literal("9"))


def unit_of_a_pdf_without_page(store: Store) -> NamedNode:
    replace(store, one(store, None, "dcterms:format"), Literal("application/pdf"))
    return PARAGRAPH_8


def back_reference_to_nothing(store: Store) -> NamedNode:
    antecedent = one(store, None, "tg:antecedent")
    store.remove(antecedent)
    return antecedent.subject


def code_that_is_no_version(store: Store) -> NamedNode:
    version = one(store, CODE, "eli:is_member_of")
    store.remove(version)
    return CODE


def heading_with_an_article_too_many(store: Store) -> NamedNode:
    return add(store, PARAGRAPH_8, "tg:concernsArticle", term("tre:CED__art_99"))


def law_from_after_the_report(store: Store) -> NamedNode:
    add(store, REPORT, "dcterms:issued", Literal("2010-01-01", datatype=vocabulary.XSD_DATE))
    return ORDER_83


def law_of_a_year_after_the_report(store: Store) -> NamedNode:
    """The day is not told, and yet the year is too late."""
    add(store, REPORT, "dcterms:issued", Literal("2010-01-01", datatype=vocabulary.XSD_DATE))
    for quad in list(store.quads_for_pattern(CODE, term("tg:edtf"), None)):
        store.remove(quad)
    return add(store, CODE, "tg:edtf", Literal("2011", datatype=vocabulary.EDTF_DATATYPE))


def law_with_two_titles(store: Store) -> NamedNode:
    add(store, ORDER_83, "dcterms:title", Literal("remand", language="en"))
    return add(store, ORDER_83, "dcterms:title", Literal("visits to prisons", language="en"))


def law_with_two_dates(store: Store) -> NamedNode:
    return add(store, ORDER_83, "tg:edtf", Literal("2012", datatype=vocabulary.EDTF_DATATYPE))


def national_law_with_the_name_of_a_un_text(store: Store) -> NamedNode:
    return replace(store, one(store, ORDER_83, "skos:prefLabel"), Literal("Paris Principles", language="en"))


def law_under_no_article(store: Store) -> NamedNode:
    """Ten laws and more are cited, and all headings lost their articles."""
    for number in range(10):
        law = term(f"ins:KAZ-act-{number}")
        store.add(Quad(law, vocabulary.RDF_TYPE, vocabulary.NATIONAL_INSTRUMENT))
        add(store, PARAGRAPH_8, "tg:cites", law)
    for quad in list(store.quads_for_pattern(None, term("tg:lawCited"), None)):
        store.remove(quad)
    return REPORT


def bill_in_force(store: Store) -> NamedNode:
    return add(store, term("tre:CED__art_4"), "tg:implementedBy", BILL)


def graph_without_its_number_of_triples(store: Store) -> NamedNode:
    store.remove(one(store, term("g:CED-C-KAZ-1"), "void:triples"))
    return REPORT


def action_of_an_unknown_type(store: Store) -> NamedNode:
    action = one(store, None, "tg:actionType")
    return replace(store, action, term("ta:reservation"))


def year_that_no_mention_states(store: Store) -> NamedNode:
    replace(store, one(store, CODE, "eli:date_document"), Literal("1996-07-16", datatype=vocabulary.XSD_DATE))
    return replace(store, one(store, CODE, "tg:year"), Literal(1996))


def treaty_that_supports_itself(store: Store) -> NamedNode:
    add(store, term("tre:CED__art_4"), "tg:supportedBy", term("tre:CED"))
    return term("tre:CED")


def treaty_among_the_plans(store: Store) -> NamedNode:
    return add(store, term("tre:CED__art_17"), "tg:plannedBy", term("tre:CAT"))


def a_claim(store: Store, strength: str = "link:explicit", claim: str = "tg:implementedBy") -> NamedNode:
    """The first citation of this strength by which the State claims this."""
    claims = {quad.subject for quad in store.quads_for_pattern(None, term("tg:claims"), term(claim))}
    of_strength = {quad.subject for quad in store.quads_for_pattern(None, vocabulary.STRENGTH, term(strength))}
    return min(claims & of_strength, key=str)


def body_renamed_to_a_unit(store: Store) -> NamedNode:
    body = one(store, None, "rdf:type", term("tg:Agency")).subject
    unit = one(store, None, "rdf:type", term("tg:Unit")).subject
    assert isinstance(body, NamedNode)
    assert isinstance(unit, NamedNode)
    return add(store, body, "tg:renamedTo", unit)


def claim_of_nothing(store: Store) -> NamedNode:
    citation = a_claim(store)
    for quad in list(store.quads_for_pattern(citation, term("tg:claimedOf"), None)):
        store.remove(quad)
    return citation


def words_of_the_committee_as_claim(store: Store) -> NamedNode:
    """ "Please explain how the Act is applied" says nothing for the State."""
    return replace(store, one(store, a_claim(store), "tg:speaker"), term("speaker:committee"))


def document_of_the_committee_with_a_claim(store: Store) -> NamedNode:
    """As in concluding observations that were read as if they were a report."""
    add(store, REPORT, "rdf:type", term("tg:CommitteeDocument"))
    return a_claim(store)


def gap_as_claim(store: Store) -> NamedNode:
    """ "The Act does not mention …" does not carry an article out."""
    return replace(store, one(store, a_claim(store), "tg:stance"), term("stance:gap"))


def law_in_force_as_gap(store: Store) -> NamedNode:
    return replace(store, one(store, a_claim(store), "tg:claims"), term("tg:gapIn"))


def claim_under_a_blanket_heading(store: Store) -> NamedNode:
    """Under "Articles 1 to 5" without a word on which of them the paragraph concerns."""
    citation = a_claim(store, "link:shared")
    for quad in list(store.quads_for_pattern(citation, term("tg:likelyArticle"), None)):
        store.remove(quad)
    return citation


def claim_of_another_article_than_cited(store: Store) -> NamedNode:
    return add(store, a_claim(store), "tg:claimedOf", term("tre:CED__art_40"))


def repealed_law_in_force(store: Store) -> NamedNode:
    """What the same report says was repealed carries nothing out."""
    add(store, ORDER_83, "eli:repeals", CODE)
    return one(store, None, "tg:implementedBy", CODE).subject


def claim_that_the_wide_layer_lacks(store: Store) -> NamedNode:
    claimed = one(store, None, "tg:implementedBy", CODE).subject
    store.remove(one(store, CODE, "tg:citedUnder", claimed))
    return claimed


def gap_without_citation(store: Store) -> NamedNode:
    return add(store, term("tre:CED__art_44"), "tg:gapIn", CODE)


@dataclass(frozen=True)
class Fault:
    seed: Callable[[Store], NamedNode]
    rule: str
    severity: str = "violation"


def judgement_of_nobody(store: Store) -> NamedNode:
    judgement = term("jdg:CED-C-KAZ-1__par_8--link--00000000")
    add(store, judgement, "rdf:type", term("tg:Judgement"))
    add(store, judgement, "tg:inUnit", PARAGRAPH_8)
    add(store, judgement, "tg:judges", term("judged:link"))
    return add(store, judgement, "tg:verdict", term("verdict:right"))


FAULTS = [
    Fault(mention_in_two_units, "S1"),
    Fault(mention_without_quote, "S2"),
    Fault(start_after_end, "S3"),
    Fault(shift_offsets, "S4"),
    Fault(name_that_denotes_nothing, "S5"),
    Fault(provision_of_an_unknown_instrument, "S5", "warning"),
    Fault(name_with_an_antecedent, "S7"),
    Fault(back_reference_to_nothing, "S7", "warning"),
    Fault(antecedent_of_another_thing, "S8"),
    Fault(citation_without_evidence, "S9"),
    Fault(section_link_to_another_article, "S10"),
    Fault(link_without_citation, "S11"),
    Fault(gap_without_citation, "S11"),
    Fault(assertion_of_a_missing_triple, "S12"),
    Fault(law_of_two_states, "S13"),
    Fault(law_that_is_also_international, "S13"),
    Fault(two_numbers_for_one_law, "S14"),
    Fault(year_that_is_not_the_dates, "S14"),
    Fault(provision_without_parent, "S15"),
    Fault(one_order_under_two_names, "S16", "warning"),
    Fault(name_that_needs_escaping, "S17", "warning"),
    Fault(count_below_zero, "S18"),
    Fault(figure_of_provision_and_category, "S18"),
    Fault(figure_of_nothing, "S18"),
    Fault(figure_twice, "S19"),
    Fault(unit_outside_the_report, "S20"),
    Fault(unit_of_a_pdf_without_page, "S20", "warning"),
    Fault(report_under_two_treaties, "S21"),
    Fault(text_that_was_changed, "S22"),
    Fault(paragraph_number_twice, "S23", "warning"),
    Fault(heading_with_an_article_too_many, "S24"),
    Fault(law_from_after_the_report, "S25", "warning"),
    Fault(law_of_a_year_after_the_report, "S25", "warning"),
    Fault(bill_in_force, "S26"),
    Fault(code_that_is_no_version, "S27", "warning"),
    Fault(graph_without_its_number_of_triples, "S28"),
    Fault(action_of_an_unknown_type, "S29"),
    Fault(year_that_no_mention_states, "S30", "warning"),
    Fault(treaty_among_the_plans, "S31"),
    Fault(treaty_that_supports_itself, "S32"),
    Fault(mention_of_what_is_not_described, "S33", "warning"),
    Fault(claim_of_nothing, "S34"),
    Fault(words_of_the_committee_as_claim, "S35"),
    Fault(document_of_the_committee_with_a_claim, "S35"),
    Fault(gap_as_claim, "S36"),
    Fault(law_in_force_as_gap, "S36"),
    Fault(claim_under_a_blanket_heading, "S37"),
    Fault(claim_of_another_article_than_cited, "S37"),
    Fault(repealed_law_in_force, "S38"),
    Fault(claim_that_the_wide_layer_lacks, "S39"),
    Fault(law_with_two_titles, "S40", "warning"),
    Fault(law_with_two_dates, "S40", "warning"),
    Fault(national_law_with_the_name_of_a_un_text, "S41", "warning"),
    Fault(law_under_no_article, "S42", "warning"),
    Fault(body_renamed_to_a_unit, "S45"),
    Fault(judgement_of_nobody, "S46"),
]


@pytest.fixture(scope="module")
def sound(opening: Annotated) -> bytes:
    """The graph of paragraphs 1 to 23 with their table."""
    return to_turtle(opening)


@pytest.fixture(scope="module")
def remarks(sound: bytes) -> frozenset[Finding]:
    """What is said of the sound graph: remarks alone."""
    result = validate(load(sound))
    assert result.conforms
    assert {finding.severity for finding in result.findings} <= {"info"}
    return frozenset(result.findings)


def load(turtle: bytes) -> Store:
    store = Store()
    store.bulk_load(turtle, format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.rule}-{fault.seed.__name__}")
def test_a_fault_is_found_by_its_rule(fault: Fault, sound: bytes, remarks: frozenset[Finding]) -> None:
    store = load(sound)
    focus = fault.seed(store).value
    found = set(validate(store).findings) - remarks
    assert (fault.rule, fault.severity, focus) in {(f.rule, f.severity, f.focus) for f in found}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's Dataset, which pySHACL uses
def test_pyshacl_alone_finds_the_same(sound: bytes) -> None:
    """The shapes mean the same to any SHACL engine: constraints in SPARQL and properties, one focus node at a time."""
    seeds = (
        *(shift_offsets, section_link_to_another_article, link_without_citation, figure_twice),
        *(gap_as_claim, claim_under_a_blanket_heading, repealed_law_in_force),
        *(mention_in_two_units, two_numbers_for_one_law, count_below_zero, report_under_two_treaties),
    )
    store = load(sound)
    expected = {seed(store).value for seed in seeds}
    graph = make_graph(quad.triple for quad in store)
    _, report, _ = pyshacl.validate(graph, shacl_graph=str(ontology_path("shapes.ttl")), inference="none")
    rows = report.query(
        """PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?focus ?message WHERE {
            ?result sh:resultSeverity sh:Violation ; sh:focusNode ?focus ; sh:resultMessage ?message }"""
    )
    ours = {(f.focus, f.message) for f in validate(store).findings if f.severity == "violation"}
    theirs = {(str(focus), re.sub(r"^S\d+ ", "", str(message))) for focus, message in rows}
    assert theirs == ours
    assert expected <= {focus for focus, _ in theirs}


def test_a_finding_tells_words_paragraph_and_page(sound: bytes) -> None:
    store = load(sound)
    add(store, PARAGRAPH_8, "tg:pageStart", Literal(3))
    quote = one(store, None, "tg:quote", Literal("Data Protection Act of 21 May 2013", language="en"))
    store.remove(one(store, quote.subject, "tg:denotes"))
    finding = next(finding for finding in validate(store).findings if finding.rule == "S5")
    assert (finding.focus, finding.paragraph, finding.page) == (quote.subject.value, "8", 3)
    assert finding.words == "Data Protection Act of 21 May 2013"


def test_the_committee_of_the_treaty_needs_no_name_before_it(sound: bytes) -> None:
    store = load(sound)
    focus = back_reference_to_nothing(store)
    for quad in list(store.quads_for_pattern(focus, vocabulary.RESOLVED_BY, None)):
        store.remove(quad)
    add(store, focus, "tg:resolvedBy", Literal("treaty body"))
    assert focus.value not in {finding.focus for finding in validate(store).findings if finding.rule == "S7"}
