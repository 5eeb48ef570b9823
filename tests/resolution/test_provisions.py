"""Which instrument a provision belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve


def test_the_instrument_in_its_words(resolved: Resolve) -> None:
    report = resolved("The ⟦Constitution⟧ and ⟦§art:6=article 6 of the ⟦Criminal Code⟧⟧ apply.")
    assert report.mention("article 6 of the Criminal Code").entity == report.mention("Criminal Code").entity


def test_a_bare_article_takes_the_sentences_instrument(resolved: Resolve) -> None:
    report = resolved("The ⟦Constitution⟧ guarantees justice under ⟦§art:48=Article 48⟧. It is free.")
    assert report.mention("Article 48").entity == report.mention("Constitution").entity


def test_a_bare_article_goes_on_with_what_the_unit_is_about(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Act No. 1/1996 on the protection of minors⟧ reflects a concern. "
        "Its preamble justified it in compliance with the mandate defined in the ⟦Constitution⟧. "
        "⟦§art:3=Article 3⟧ states that minors enjoy the rights of the ⟦Constitution⟧."
    )
    assert report.mention("Article 3").entity == report.mention("Act No. 1/1996 on the protection of minors").entity


def test_a_bare_article_takes_the_instrument_of_the_unit_before(resolved: Resolve) -> None:
    report = resolved(
        "⟦§art:1=Article 1 of ⟦Act No. 17378⟧⟧ recognizes sign language.", "⟦§art:4=Article 4⟧ obliges the State."
    )
    assert report.mention("Article 4").entity == report.mention("Act No. 17378").entity


def test_a_policy_has_no_articles_where_the_text_points_elsewhere(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦National Accessibility Plan 2004-2010⟧ is discussed in connection with ⟦§art:9=article 9⟧.",
        treaty="CRPD",
    )
    assert report.mention("article 9").entity == "CRPD"


def test_a_cross_reference_to_the_report_is_no_article_of_the_act_beside_it(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Danish Psychiatry Act⟧ provides so. As mentioned under ⟦§art:14=article 14⟧, force may only be used when "
        "it falls within the provisions of the ⟦Danish Psychiatry Act⟧.",
        treaty="CRPD",
    )
    assert report.mention("article 14").entity == "CRPD"


def test_a_bare_article_goes_on_with_the_states_law_past_a_text_that_it_upholds(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Constitution⟧ is a milestone. The first article speaks of a State that upholds the "
        "⟦Universal Declaration of Human Rights⟧. In addition, it "
        "guarantees the inviolable and inalienable rights of all persons (⟦§art:4=art. 4⟧)."
    )
    assert report.mention("art. 4").entity == report.mention("Constitution").entity


def test_the_treatys_where_the_report_points_to_its_own_sections(resolved: Resolve) -> None:
    for sentence in (
        "The ban in the ⟦Act on Equal Treatment⟧ has been expanded (see ⟦§art:5=Article 5⟧).",
        "The ⟦Civil Code⟧ applies (see the subsection of the report on ⟦§art:12=Article 12⟧).",
        "The ⟦Constitution⟧ applies; please also see discussion under ⟦§art:15=Article 15⟧.",
        "Measures under the ⟦Children’s Act⟧ are described under ⟦§art:20=Article 20⟧ of this Report.",
    ):
        (provision,) = [m for m in resolved(sentence, treaty="CRPD").annotated.mentions if m.type == "provision"]
        assert provision.entity == "CRPD", sentence


def test_the_article_of_an_instrument_that_was_not_found_is_no_others(resolved: Resolve) -> None:
    report = resolved("The ⟦Constitution⟧ applies. ⟦§art:18/par:16=Article 18.16⟧ of the Technical Requirements STR 2.")
    assert report.mention("Article 18.16").entity is None
    report = resolved(
        "⟦Order No. 5⟧ applies. ⟦§art:6=Article 6⟧ of the Honduran Institute of Children and the ⟦Family Act⟧ states"
    )
    assert report.mention("Article 6").entity == report.mention("Family Act").entity


def test_a_quoted_article_that_amends_is_the_bills(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦bill on urgent measures⟧ refers to ⟦§art:8=article 8 of the ⟦CRPD⟧⟧: “⟦§art:14=Article 14⟧. Amendment to "
        "⟦§art:25=article 25 of the ⟦Labour Code⟧⟧ It shall be amended to read as follows:",
    )
    assert report.mention("Article 14").entity == report.mention("bill on urgent measures").entity


def test_the_treaty_only_where_nothing_else_is_there_and_it_has_the_article(resolved: Resolve) -> None:
    report = resolved("Measures are taken under ⟦§art:8=article 8⟧.", treaty="CRPD")
    assert report.mention("article 8").entity == "CRPD"
    beyond = resolved("Measures are taken under ⟦§art:229=article 229⟧.", treaty="CRPD")
    assert beyond.mention("article 229").entity is None


def test_an_article_beyond_a_treatys_last_is_another_instruments(resolved: Resolve) -> None:
    """CRPD/C/KAZ/1, paragraph 348; CRPD/C/URY/1, paragraph 293, where nothing else is named."""
    report = resolved(
        "Health care is set out in the ⟦Code of Public Health⟧, which, after ratification of the "
        "⟦Convention on the Rights of Persons with Disabilities⟧, was supplemented with ⟦§art:136=article 136⟧.",
        treaty="CRPD",
    )
    assert report.mention("article 136").entity == report.mention("Code of Public Health").entity
    alone = resolved(
        "The ⟦Convention on the Rights of Persons with Disabilities⟧ applies. "
        "⟦§art:80=Article 80⟧ states the contrary.",
        treaty="CRPD",
    )
    assert alone.mention("Article 80").entity is None


def test_a_section_is_never_the_treatys(resolved: Resolve) -> None:
    report = resolved("Measures are taken under ⟦§sec:8=section 8⟧.", treaty="CRPD")
    assert report.mention("section 8").entity is None


def test_commentary_and_responses_are_the_reports_own(resolved: Resolve) -> None:
    report = resolved(
        "Guide dogs ride free under the ⟦Animals Act⟧ (see commentary to ⟦§art:9=article 9⟧), as outlined in the "
        "responses to ⟦§art:20=article 20⟧.",
        treaty="CRPD",
    )
    assert [report.mention(article).entity for article in ("article 9", "article 20")] == ["CRPD", "CRPD"]


def test_an_article_added_to_an_act_is_the_acts(resolved: Resolve) -> None:
    report = resolved("The ⟦Services Act⟧ changes. Addition of ⟦§art:3bis=article 3 bis⟧ to the ⟦Disabilities Act⟧.")
    assert report.mention("article 3 bis").entity == report.mention("Disabilities Act").entity


def test_a_quoted_article_is_the_one_named_before(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Criminal Code⟧, in its ⟦§art:156=article 156⟧, punishes torture under ⟦§art:1=article 1 of the "
        "⟦Convention against Torture⟧⟧, as follows: “⟦§art:156=Article 156⟧. Public servants who subject persons”"
    )
    assert report.mention("Article 156").entity == report.mention("Criminal Code").entity


def test_a_treaty_has_no_sections(resolved: Resolve) -> None:
    report = resolved(
        "⟦§sec:23=Section 23 of the ⟦Constitution⟧⟧ is the equivalent to ⟦§art:12=Article 12 of the ⟦Convention⟧⟧. "
        "It speaks of all. ⟦§sec:23=Section 23⟧ further recognizes every person.",
        treaty="CRPD",
    )
    assert report.mention("Section 23").entity == report.mention("Constitution").entity


def test_an_article_of_the_heading_in_brackets_is_not_of_the_law_behind_it(resolved: Resolve) -> None:
    report = resolved(
        "The principle of inclusion (⟦§art:3=art. 3⟧) is applied by measures of the ⟦Social Protection Act⟧.",
        treaty="CRPD",
        articles=("3",),
    )
    assert report.mention("art. 3").entity == "CRPD"


def test_what_is_quoted_from_an_article_that_the_heading_does_not_name_has_no_law(resolved: Resolve) -> None:
    report = resolved(
        "“All citizens have the right of being elected” (⟦§art:38=art. 38⟧).", treaty="CRPD", articles=("29",)
    )
    assert report.mention("art. 38").entity is None


def test_paragraphs_of_this_article_are_of_the_text_that_is_quoted(resolved: Resolve) -> None:
    report = resolved(
        "“The duties mentioned in ⟦§art:5/par:1=paragraph 1 of this article⟧ are the Ombudsman's.", treaty="CRPD"
    )
    assert report.mention("paragraph 1 of this article").entity is None


def test_an_article_of_a_bill_that_amends_is_no_treatys(resolved: Resolve) -> None:
    report = resolved(
        "Under ⟦§art:4=article 4 of the ⟦Convention⟧⟧ the new article should read: "
        "“⟦§art:4=Article 4⟧. Addition of article 3 bis to the Act",
        treaty="CRPD",
    )
    assert report.mention("Article 4").entity is None


def test_an_acronym_behind_an_article_is_its_treaty(resolved: Resolve) -> None:
    report = resolved("The court interprets ⟦§art:2/par:1=Article 2(1) ECHR⟧.", treaty="CRPD")
    assert report.mention("Article 2(1) ECHR").entity == "INT_treaty_european-convention-human-rights"
