"""Which law is cited under which article, and how firmly."""

from __future__ import annotations

from dataclasses import replace

from paragraphs import annotate
from pyoxigraph import NamedNode

from treatygraph.graph import to_graph, triples, vocabulary
from treatygraph.graph.iris import local_name
from treatygraph.graph.links import CLAIMS
from treatygraph.graph.vocabulary import term
from treatygraph.linking.citations import find_citations
from treatygraph.query import validate
from treatygraph.report import Annotated, Relation


def cited(annotated: Annotated) -> set[tuple[str, str, tuple[str, ...], int | None]]:
    """Target, strength, treaty elements ("" for the treaty) and, for section links, articles on the heading."""
    return {
        ("/".join((c.target.entity, *c.target.path)), c.strength, c.elements, c.article_count)
        for c in find_citations(annotated)
    }


def links(annotated: Annotated) -> set[tuple[str, str, str]]:
    """What the State claims: article, law, predicate."""
    names = {"implementedBy", "implementedByProvision", "plannedBy", "gapIn", "formerlyImplementedBy", "supportedBy"}
    found = set()
    for triple in triples(annotated):
        local = triple.predicate.value.rpartition("#")[2]
        if local in names:
            found.add((local_name(triple.subject), local_name(triple.object), local))
    return found


def wide(annotated: Annotated) -> set[tuple[str, str]]:
    """The wide layer: law and the article that it is cited under; its inverse says the same."""
    under, inverse = set(), set()
    for triple in triples(annotated):
        if triple.predicate == vocabulary.CITED_UNDER:
            under.add((local_name(triple.subject), local_name(triple.object)))
        if triple.predicate == vocabulary.LAW_CITED:
            inverse.add((local_name(triple.object), local_name(triple.subject)))
    assert under == inverse
    return under


def test_a_heading_of_several_articles_places_a_law_under_all_and_claims_it_of_one() -> None:
    """Witnesses are the matter of none of the three; safeguards in detention are that of article 17."""
    annotated = annotate("The [law|Act of 5 July 2000] protects witnesses.", articles=("17", "18", "20"))
    assert cited(annotated) == {("law", "shared", ("17", "18", "20"), 3)}
    assert wide(annotated) == {("law", f"CED__art_{n}") for n in (17, 18, 20)}
    assert links(annotated) == set()
    annotated = annotate(
        "Under the [law|Act of 5 July 2000] no one is held in secret detention; a judge controls the legality of "
        "deprivation of liberty, and places of detention keep registers of persons deprived of liberty.",
        articles=("17", "18", "20"),
    )
    assert wide(annotated) == {("law", f"CED__art_{n}") for n in (17, 18, 20)}
    assert links(annotated) == {("CED__art_17", "law", "implementedBy")}


def test_a_heading_of_one_article_makes_a_section_link() -> None:
    """CED/C/KAZ/1, paragraph 126, under "Article 19", on the protection of personal information."""
    annotated = annotate("The [law|Act of 5 July 2000] regulates the protection of personal data.", articles=("19",))
    assert cited(annotated) == {("law", "section", ("19",), 1)}
    assert links(annotated) == {("CED__art_19", "law", "implementedBy")}


def test_what_lacks_a_rule_or_was_repealed_is_claimed_as_that() -> None:
    """Both stay in the wide layer, and neither is among what carries the article out."""
    annotated = annotate(
        "The [code|Criminal Code] does not define enforced disappearance as an offence.",
        "The [law|Act of 5 July 2000], on the offence of enforced disappearance, was repealed.",
        articles=("4",),
    )
    assert wide(annotated) == {("code", "CED__art_4"), ("law", "CED__art_4")}
    assert links(annotated) == {("CED__art_4", "code", "gapIn"), ("CED__art_4", "law", "formerlyImplementedBy")}


def test_a_sentence_that_names_the_article_makes_an_explicit_link() -> None:
    """CED/C/KAZ/1, paragraph 136, under the heading "Article 22"."""
    annotated = annotate(
        "The prevention of the acts envisaged in [CED art:6|article 6 of the Convention] is governed by "
        "[order par:13 par:14|paragraphs 13 and 14 of the Rules].",
        articles=("22",),
    )
    assert cited(annotated) == {
        ("order/par:13", "explicit", ("6",), None),
        ("order/par:14", "explicit", ("6",), None),
        ("order/par:13", "section", ("22",), 1),
        ("order/par:14", "section", ("22",), 1),
    }
    assert ("CED__art_6", "order", "implementedBy") in links(annotated)
    assert ("CED__art_6", "order__par_13", "implementedByProvision") in links(annotated)


def test_each_item_of_a_bare_list_speaks_for_itself() -> None:
    """CRPD/C/AND/1, sources: the article that one item names is none of the other items'."""
    annotated = annotate(
        "• General comment No. 2 (2014). [CED art:9|Article 9]: Accessibility. [law|The Act] • [CRC|Convention of 1989]"
    )
    assert cited(annotated) == {("law", "paragraph", ("9",), None)}


def test_a_list_is_linked_to_what_introduces_it() -> None:
    """CED/C/KAZ/1, paragraph 8: the treaty as a whole."""
    annotated = annotate(
        "New laws were adopted to implement the [CED|Convention]. These include: (1) The [code|Criminal Code]; "
        "(2) The [law|Act of 5 July 2000]. Later came [order|Order No. 83]."
    )
    assert cited(annotated) == {("code", "explicit", ("",), None), ("law", "explicit", ("",), None)}
    assert links(annotated) == {("CED", "code", "implementedBy"), ("CED", "law", "implementedBy")}


def test_an_article_named_in_another_sentence_makes_a_paragraph_link() -> None:
    annotated = annotate(
        "[CED art:6|Article 6 of the Convention] concerns accomplices. The [code|Criminal Code] punishes them."
    )
    assert cited(annotated) == {("code", "paragraph", ("6",), None)}


def test_a_treaty_named_in_another_sentence_makes_no_link() -> None:
    assert cited(annotate("The [CED|Convention] was signed. The [code|Criminal Code] is older.")) == set()


def test_an_article_named_in_the_same_sentence_is_not_linked_a_second_time() -> None:
    annotated = annotate(
        "[CED art:6|Article 6 of the Convention] and the [code|Criminal Code] agree. See [CED art:6|article 6]."
    )
    assert cited(annotated) == {("code", "explicit", ("6",), None)}


def test_the_act_by_which_a_state_ratified_does_not_carry_the_treaty_out() -> None:
    """CED/C/KAZ/1, paragraph 1."""
    annotated = annotate(
        "It is submitted in accordance with [CED art:29/par:1|article 29, paragraph 1, of the Convention], adopted in "
        "2006 and ratified by Kazakhstan pursuant to the [law|Act of 5 July 2000]."
    )
    assert cited(annotated) == set()


def test_nor_does_a_law_that_elsewhere_approves_it() -> None:
    """CRPD/C/URY/1, paragraphs 8 and 475: "adopted … through Act No. 18418"; "Act No. 18418, in adopting …"."""
    annotated = annotate(
        "The [CED|Convention] was adopted by Parliament through [law|Act of 5 July 2000].",
        "The [law|Act of 5 July 2000], in adopting the [CED|Convention], set up a body.",
    )
    act, treaty = annotated.mentions[1], annotated.mentions[0]
    approval = Relation("1", "law", "approves", "CED", evidence=tuple((m.type, m.start, m.end) for m in (act, treaty)))
    assert {strength for _, strength, *_ in cited(annotated)} == {"explicit"}
    assert cited(replace(annotated, relations=(approval,))) == set()


def test_a_bill_is_planned_and_a_treaty_supports() -> None:
    annotated = annotate(
        "The [bill art:414|article 414 of the draft] and the [CRC art:37|article 37 of the Convention on the Rights of "
        "the Child] go beyond the [code art:125|article 125 of the Criminal Code].",
        articles=("4",),
    )
    assert links(annotated) == {
        ("CED__art_4", "bill", "plannedBy"),
        ("CED__art_4", "CRC", "supportedBy"),
        ("CED__art_4", "code", "implementedBy"),
        ("CED__art_4", "code__art_125", "implementedByProvision"),
    }


def test_the_treaty_reported_on_is_never_linked_to_itself() -> None:
    assert cited(annotate("[CED art:6|Article 6 of the Convention] binds.", articles=("6",))) == set()


def test_an_article_that_the_treaty_does_not_have_makes_no_link() -> None:
    """CED has 45 articles: "article 156" belongs to another text."""
    annotated = annotate("[CED art:156|Article 156] of it and the [code|Criminal Code] apply.")
    assert cited(annotated) == set()
    warned = {(f.rule, f.severity) for f in validate(to_graph(annotated)).findings}
    assert ("S33", "warning") in warned
    assert "violation" not in {severity for _, severity in warned}


def test_a_report_under_no_core_treaty_has_no_citations() -> None:
    assert cited(annotate("The [law|Act of 5 July 2000] applies.", articles=("4",), treaty=None)) == set()


def test_every_direct_link_has_its_citation(kazakhstan: Annotated) -> None:
    facts: dict[NamedNode, dict[NamedNode, list[NamedNode]]] = {}
    for triple in triples(kazakhstan):
        facts.setdefault(triple.subject, {}).setdefault(triple.predicate, []).append(triple.object)
    evidence = {
        (element, said[vocabulary.TARGET][0].value.partition("__")[0])
        for said in facts.values()
        if vocabulary.TARGET in said
        for element in said[vocabulary.TREATY_ELEMENT_OF]
    }
    cited_under = {
        (article, instrument.value)
        for article, said in facts.items()
        for instrument in said.get(vocabulary.LAW_CITED, ())
        if "__" not in instrument.value
    }
    assert cited_under == evidence
    claimed = {
        (article, claim, instrument.value)
        for article, said in facts.items()
        for claim in CLAIMS.values()
        for instrument in said.get(claim, ())
    }
    assert claimed
    assert claimed == {
        (element, said[vocabulary.CLAIMS][0], said[vocabulary.TARGET][0].value.partition("__")[0])
        for said in facts.values()
        if vocabulary.CLAIMS in said
        for element in said[vocabulary.CLAIMED_OF]
    }
    assert {(article, instrument) for article, _, instrument in claimed} < evidence


def test_no_instrument_is_linked_in_two_ways(kazakhstan: Annotated) -> None:
    ways: dict[object, set[object]] = {}
    for triple in triples(kazakhstan):
        if triple.predicate in (vocabulary.IMPLEMENTED_BY, vocabulary.PLANNED_BY, vocabulary.SUPPORTED_BY):
            ways.setdefault(triple.object, set()).add(triple.predicate)
    assert ways
    assert all(len(kinds) == 1 for kinds in ways.values())
    assert term("tre:CED") not in ways
