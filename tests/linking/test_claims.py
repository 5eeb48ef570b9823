"""What the State claims: paragraphs like those of reports, under headings, with what is claimed of which article.

Laws and the treaty are marked as `paragraphs.annotate` reads them. The sentences are invented unless a report is named;
"Act of 1951 of Ruritania" is another State's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kazakhstan_report import from_gold
from paragraphs import annotate

from treatygraph.linking import link
from treatygraph.linking.citations import find_citations
from treatygraph.linking.claims import claim_of
from treatygraph.ontology import load_treaty
from treatygraph.report import WHOLE_TREATY, Annotated, Citation, ClaimKind, Entity, Line, Relation, Target

OTHER_STATES = Entity("foreign", "instrument", "Act of 1951 of Ruritania", "act", "national", state="XKR")
UNDECIDED = Citation("", "explicit", Target(""), (), ())
Claims = dict[str, tuple[ClaimKind, tuple[str, ...]]]


def marked(*paragraphs: str, articles: tuple[str, ...] = (), treaty: str = "CED", **more: Any) -> Annotated:
    found = annotate(*paragraphs, articles=articles, treaty=treaty)
    return replace(found, entities=(*found.entities, OTHER_STATES), **more)


def claims(annotated: Annotated) -> Claims:
    """What is claimed of each law, and of which elements; over all its citations, laws of no claim left out."""
    said: dict[str, tuple[ClaimKind, tuple[str, ...]]] = {}
    for citation in link(annotated).citations or ():
        if citation.claim:
            kind, elements = said.get(citation.target.entity, (citation.claim, ()))
            assert kind == citation.claim
            said[citation.target.entity] = (kind, tuple(dict.fromkeys((*elements, *citation.claimed))))
    return said


def cited_under(annotated: Annotated) -> dict[str, set[str]]:
    """The wide layer: under which elements each law is cited."""
    under: dict[str, set[str]] = {}
    for citation in link(annotated).citations or ():
        under.setdefault(citation.target.entity, set()).update(citation.elements)
    return under


def only(annotated: Annotated) -> Citation:
    (citation,) = link(annotated).citations or ()
    return citation


# The article is firm: named by the sentence, by the paragraph, the only one of the heading, or narrowed to.


def test_a_sentence_that_names_article_and_law_claims_it() -> None:
    page = marked("[CED art:6|Article 6 of the Convention] is given effect by the [code|Criminal Code].")
    assert claims(page) == {"code": ("implementedBy", ("6",))}
    assert only(page).strength == "explicit"


def test_a_sentence_that_names_the_treaty_claims_it_of_the_treaty() -> None:
    page = marked("The [law|Act of 5 July 2000] was adopted to carry out the [CED|Convention].")
    assert claims(page) == {"law": ("implementedBy", (WHOLE_TREATY,))}


def test_another_sentence_of_the_paragraph_that_names_the_article_claims_it() -> None:
    page = marked(
        "[CED art:13|Article 13 of the Convention] is about extradition. "
        "Under the [code|Criminal Code] a person may be extradited."
    )
    assert claims(page) == {"code": ("implementedBy", ("13",))}
    assert only(page).strength == "paragraph"


def test_a_paragraph_that_names_an_article_and_is_about_another_claims_nothing_of_it() -> None:
    page = marked(
        "The Ministry reported on [CED art:13|article 13 of the Convention]. Under the [code|Criminal Code] registers "
        "are kept of all persons deprived of liberty; secret detention is prohibited."
    )
    assert claims(page) == {}
    assert cited_under(page) == {"code": {"13"}}


def test_the_only_article_of_a_heading_is_claimed() -> None:
    page = marked("The [law|Act of 5 July 2000] protects complainants and witnesses.", articles=("12",))
    assert claims(page) == {"law": ("implementedBy", ("12",))}
    assert (only(page).strength, only(page).likely) == ("section", ("12",))


def test_a_paragraph_about_another_subject_claims_nothing_of_the_only_article_of_its_heading() -> None:
    """The law stays cited under the article; the words are about extradition."""
    page = marked(
        "Under the [law|Act of 5 July 2000] extradition is granted where a treaty on extradition provides for the "
        "extradition of the person, and extradition is refused otherwise.",
        articles=("19",),
    )
    assert claims(page) == {}
    assert cited_under(page) == {"law": {"19"}}
    assert (only(page).strength, only(page).likely, only(page).stance) == ("section", (), "effect")


def test_a_heading_of_several_articles_is_narrowed_to_the_one_that_the_paragraph_is_about() -> None:
    """All three stay in the wide layer."""
    page = marked(
        "Under the [law|Act of 5 July 2000] registers are kept of all persons deprived of liberty; secret detention is "
        "prohibited.",
        articles=("17", "19", "25"),
    )
    assert claims(page) == {"law": ("implementedBy", ("17",))}
    assert cited_under(page) == {"law": {"17", "19", "25"}}
    assert (only(page).strength, only(page).article_count, only(page).likely) == ("shared", 3, ("17",))


def test_a_heading_of_several_articles_claims_nothing_where_the_paragraph_is_about_none_in_particular() -> None:
    page = marked("The [law|Act of 5 July 2000] entered into force.", articles=("17", "18", "20"))
    assert claims(page) == {}
    assert cited_under(page) == {"law": {"17", "18", "20"}}
    assert only(page).likely is None
    assert only(page).margin is not None


def test_an_article_that_the_paragraph_names_is_the_one_of_its_heading() -> None:
    page = marked(
        "[CED art:18|Article 18 of the Convention] was taken into account. The [law|Act of 5 July 2000] was adopted.",
        articles=("17", "18", "20"),
    )
    found = {citation.strength: citation for citation in link(page).citations or ()}
    assert (found["shared"].claimed, found["shared"].margin) == (("18",), 1.0)
    assert found["shared"].elements == ("17", "18", "20")


def test_an_enumeration_of_the_treatys_articles_claims_none_of_them() -> None:
    """A plan of the report: "The Convention (articles 4–33)"."""
    paths = " ".join(f"art:{number}" for number in range(4, 34))
    page = marked(f"The [law|Act of 5 July 2000] and the [CED {paths}|Convention (articles 4–33)] are set out below.")
    assert claims(page) == {}
    assert cited_under(page) == {"law": {str(number) for number in range(4, 34)}}


def test_words_that_send_the_reader_to_another_article_claim_nothing_of_it() -> None:
    page = marked(
        "The [law|Act of 5 July 2000] protects witnesses (see also [CED art:24|article 24 of the Convention]).",
        articles=("12",),
    )
    assert claims(page) == {"law": ("implementedBy", ("12",))}
    assert cited_under(page) == {"law": {"12", "24"}}


def test_an_article_in_one_item_of_a_list_claims_nothing_for_the_law_in_another() -> None:
    page = marked(
        "The following were adopted: (a) The [law|Act of 5 July 2000]; "
        "(b) [order|Order No. 83] on extradition, which gives effect to [CED art:13|article 13 of the Convention]."
    )
    assert claims(page) == {"order": ("implementedBy", ("13",))}
    assert cited_under(page) == {"law": {"13"}, "order": {"13"}}


def test_what_introduces_a_list_names_the_treaty_for_all_its_items() -> None:
    """CED/C/KAZ/1, paragraph 8."""
    page = marked(
        "Laws were adopted to implement the [CED|Convention]. These include: (1) The [code|Criminal Code]; "
        "(2) The [law|Act of 5 July 2000]."
    )
    assert claims(page) == dict.fromkeys(("code", "law"), ("implementedBy", (WHOLE_TREATY,)))


# What the words say of the law.


@pytest.mark.parametrize(
    ("sentence", "claim", "stance"),
    [
        ("The [law|Act of 5 July 2000] protects witnesses.", "implementedBy", "effect"),
        ("The [law|Act of 5 July 2000] was amended in 2012.", "implementedBy", "amended"),
        ("The [law|Act of 5 July 2000] is to be amended.", "plannedBy", "planned"),
        ("The [bill|draft of the Criminal Code] punishes threats to witnesses.", "plannedBy", "effect"),
        ("The [law|Act of 5 July 2000] does not provide for the protection of witnesses.", "gapIn", "gap"),
        ("The [law|Act of 5 July 2000] was repealed in 2012.", "formerlyImplementedBy", "repealed"),
        ("Before the adoption of the [law|Act of 5 July 2000] witnesses were heard in public.", None, "passing"),
        ("In Ruritania the [foreign|Act of 1951 of Ruritania] protects witnesses.", None, "other-state"),
        ("The State is a party to the [CRC|Convention on the Rights of the Child].", "supportedBy", "effect"),
    ],
)
def test_the_claim_follows_from_what_is_said_of_the_law(sentence: str, claim: str | None, stance: str) -> None:
    """A bill is planned, whatever it is said to do."""
    page = marked(sentence, articles=("12",))
    citation = only(page)
    assert (citation.stance, citation.claim) == (stance, claim)
    assert citation.claimed == (("12",) if claim else ())
    assert citation.elements == ("12",)


def test_a_law_that_the_report_says_elsewhere_was_repealed_is_in_force_no_more() -> None:
    page = marked(
        "The [law|Act of 5 July 2000] protects witnesses.", "[order|Order No. 83] repealed it.", articles=("12",)
    )
    assert claims(page)["law"][0] == "implementedBy"
    of_all = replace(page, relations=(Relation("2", "order", "repeals", "law"),))
    assert claims(of_all)["law"] == ("formerlyImplementedBy", ("12",))
    of_one_article = replace(page, relations=(Relation("2", "order", "repeals", "law", object_path=("art:3",)),))
    assert claims(of_one_article)["law"] == ("implementedBy", ("12",))


def test_the_act_by_which_the_state_joined_the_treaty_carries_nothing_out() -> None:
    words = "The [CED|Convention] was ratified by the [law|Act of 5 July 2000]."
    assert claims(marked(words, articles=("12",))) == {}
    assert cited_under(marked(words, articles=("12",))) == {"law": {"12"}}
    told = marked("The [law|Act of 5 July 2000] entered into force.", articles=("12",))
    assert claims(told) == {"law": ("implementedBy", ("12",))}
    assert claims(replace(told, relations=(Relation("1", "law", "approves", "CED"),))) == {}


def test_a_law_of_a_province_keeps_its_claim_and_is_marked() -> None:
    page = marked("The [law|Provincial Act of 5 July 2000] protects witnesses.", articles=("12",))
    citation = only(page)
    assert (citation.claim, citation.claimed, citation.subnational) == ("implementedBy", ("12",), True)


# Whose words they are.


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Please explain how the [law|Act of 5 July 2000] protects witnesses.", "committee"),
        ("The Committee recommends that the State party apply the [law|Act of 5 July 2000].", "committee"),
        ("Civil society organizations claim that the [law|Act of 5 July 2000] protects nobody.", "other"),
    ],
)
def test_what_another_says_is_no_claim_of_the_state(sentence: str, speaker: str) -> None:
    citation = only(marked(sentence, articles=("12",)))
    assert (citation.speaker, citation.claim, citation.claimed) == (speaker, None, ())
    assert citation.elements == ("12",)


def test_a_document_of_the_committee_claims_nothing() -> None:
    page = marked("The [law|Act of 5 July 2000] protects witnesses.", articles=("12",))
    assert claims(page) == {"law": ("implementedBy", ("12",))}
    observations = replace(page, report=replace(page.report, symbol="CED/C/KAZ/CO/1"))
    assert claims(observations) == {}
    assert cited_under(observations) == {"law": {"12"}}


def test_a_question_in_bold_that_a_reply_repeats_is_the_committees() -> None:
    page = marked("How does the [law|Act of 5 July 2000] protect complainants and witnesses?", articles=("12",))
    (unit,) = page.report.units
    edges = tuple(72.0 + 5 * place for place in range(len(unit.text) + 1))
    asked = replace(unit, reply_to="7", lines=(Line(0, len(unit.text), 1, 100.0, 112.0, edges, bold=True),))
    assert claims(page) == {"law": ("implementedBy", ("12",))}
    assert claims(replace(page, report=replace(page.report, units=(asked,)))) == {}


@pytest.mark.parametrize(
    ("citation", "entity", "repealed", "claim"),
    [
        ({}, {}, (), "implementedBy"),
        ({"stance": "gap"}, {}, (), "gapIn"),
        ({"stance": "gap"}, {"level": "international", "state": None}, (), None),
        ({"stance": "planned"}, {"level": "international", "state": None}, (), None),
        ({"stance": "repealed"}, {"level": "international", "state": None}, (), None),
        ({"stance": "gap"}, {}, ("x",), "gapIn"),
        ({}, {}, ("x",), "formerlyImplementedBy"),
        ({}, {"kind": "bill"}, ("x",), "plannedBy"),
        ({}, {"state": "XKR"}, (), None),
        ({}, {"state": None}, (), "implementedBy"),
        ({"speaker": "other"}, {}, (), None),
    ],
)
def test_what_is_claimed_by_citation_and_law(
    citation: dict[str, Any], entity: dict[str, Any], repealed: tuple[str, ...], claim: str | None
) -> None:
    law = Entity("x", "instrument", "Ports Act", "act", "national", state="KAZ")
    assert claim_of(replace(UNDECIDED, **citation), replace(law, **entity), "KAZ", repealed) == claim


# The wide layer.


def wide(citation: Citation) -> Citation:
    """A citation without all that was decided of it."""
    decided = ("stance", "stance_rule", "speaker", "subnational", "likely", "margin", "claim", "claimed")
    return replace(citation, **{name: getattr(UNDECIDED, name) for name in decided})


def check_layers(annotated: Annotated) -> None:
    """The claims change nothing of the wide layer, and no claim goes beyond it."""
    linked = link(annotated).citations or ()
    assert tuple(wide(citation) for citation in linked) == find_citations(annotated)
    for citation in linked:
        assert set(citation.claimed) <= set(citation.elements)
        assert bool(citation.claimed) == (citation.claim is not None)
        assert citation.claim is None or citation.speaker == "state"
        if citation.strength in ("section", "shared"):
            assert set(citation.claimed) <= set(citation.likely or ())


UNITS = {mention.unit for mention in from_gold().mentions}
ARTICLES = [str(number) for number in range(1, 26)]


def test_the_claims_of_the_annotated_report_stand_on_its_wide_layer() -> None:
    gold = from_gold()
    check_layers(gold)
    linked = link(gold).citations or ()
    assert sum(bool(citation.claim) for citation in linked) > 100
    claimed = {element for citation in linked for element in citation.claimed if citation.claim == "implementedBy"}
    cited = {element for citation in linked for element in citation.elements}
    assert {"18", "20"} <= cited - claimed, "nothing is said to carry out article 18 or 20"


@settings(max_examples=60)
@given(
    unit=st.sampled_from(sorted(UNITS)),
    articles=st.lists(st.sampled_from(ARTICLES), max_size=12, unique=True).map(tuple),
    treaty=st.sampled_from(["CED", "CRPD", "CAT"]),
)
def test_under_any_heading_a_paragraph_loses_nothing_of_the_wide_layer(
    unit: str, articles: tuple[str, ...], treaty: str
) -> None:
    gold = from_gold()
    named = tuple(number for number in articles if (known := load_treaty(treaty)) and known.may_have(number))
    (told,) = (replace(each, convention_articles=named) for each in gold.report.units if each.id == unit)
    check_layers(
        replace(
            gold,
            report=replace(gold.report, units=(told,), treaty=treaty),
            mentions=tuple(mention for mention in gold.mentions if mention.unit == unit),
            relations=tuple(relation for relation in gold.relations if relation.unit == unit),
        )
    )


def test_nothing_is_claimed_of_what_has_no_name() -> None:
    """A strategy of which no name is told: what the paragraph says of it is said of nothing that is known."""
    page = marked("The [law|strategy] protects complainants and witnesses.", articles=("12",))
    unnamed = replace(page, mentions=tuple(replace(m, resolved_by="unresolved") for m in page.mentions))
    assert claims(page) == {"law": ("implementedBy", ("12",))}
    assert claims(unnamed) == {}
