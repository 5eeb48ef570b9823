"""What "the Act", "the latter instrument" and "the Convention" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatygraph.recognition import recognise
from treatygraph.report import Report, Source, Unit
from treatygraph.resolution import resolve

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve


def test_the_act_is_the_last_act(resolved: Resolve) -> None:
    report = resolved(
        "In accordance with ⟦§art:4=article 4 of the ⟦Act of 30 March 1999 on Custody⟧⟧, custody must be lawful.",
        "The ⟦Code of Criminal Procedure⟧ limits it.",
        "⟦§art:7/par:4=Article 7, paragraph 4, of the ⟦^Act⟧⟧ states that a relative is informed.",
    )
    act, name = report.mention("Act"), report.mention("Act of 30 March 1999 on Custody")
    assert act.entity == name.entity
    assert act.antecedent == ("1", name.start, name.end)
    assert act.anaphor


def test_a_translator_may_call_an_act_a_law(resolved: Resolve) -> None:
    report = resolved("The ⟦Rights of Persons with Disabilities Act⟧ applies. This ⟦^law⟧ includes health care.")
    assert report.mention("law").entity == report.mention("Rights of Persons with Disabilities Act").entity


def test_a_memorandum_circular_without_a_number_is_the_last_one(resolved: Resolve) -> None:
    report = resolved(
        "The Court issued ⟦Memorandum Circular No. 59-2004⟧.",
        "The office issued ⟦Memorandum Circular No. 2011-04⟧. The ⟦Memorandum Circular⟧ directs all establishments.",
    )
    assert report.mention("Memorandum Circular").entity == report.mention("Memorandum Circular No. 2011-04").entity


def test_a_programme_is_not_a_plan(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Programme for Penal Correction⟧ and the ⟦National Accessibility Plan 2004-2010⟧ were adopted.",
        "The ⟦^Programme⟧ ended in 2009.",
    )
    assert report.mention("Programme").entity == report.mention("Programme for Penal Correction").entity


def test_the_national_programme_is_the_last_one_so_called(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦National Programme for Pilots 2010–2012⟧ and the ⟦Programme for Ports 2011–2013⟧ were adopted.",
        "The ⟦^National Programme⟧ ended in 2012.",
    )
    programme = report.mention("National Programme for Pilots 2010–2012")
    assert report.mention("National Programme").entity == programme.entity


def test_the_latter_instrument_is_the_last_of_any_kind(resolved: Resolve) -> None:
    report = resolved(
        "Having ratified the ⟦Convention on the Rights of the Child⟧ and the ⟦Slavery Convention⟧, it reports.",
        "It prepared its report on the ⟦^latter instrument⟧.",
    )
    assert report.mention("latter instrument").entity == report.mention("Slavery Convention").entity


def test_the_earlier_plan_is_the_one_before_the_last(resolved: Resolve) -> None:
    report = resolved(
        "It adopted a ⟦First Plan of Action for Women⟧. The ⟦Third Plan of Action⟧ has the aims of the ⟦^earlier plan⟧."
    )
    assert report.mention("earlier plan").entity == report.mention("First Plan of Action for Women").entity


def test_the_draft_is_the_last_bill(resolved: Resolve) -> None:
    report = resolved(
        "Liability is retained in the new ⟦draft of the Criminal Code⟧.", "⟦§art:414=Article 414 of the ⟦^draft⟧⟧ …"
    )
    assert report.mention("draft").entity == report.mention("draft of the Criminal Code").entity


def test_a_draft_is_called_by_its_head(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦@Ministry of Lands⟧ developed the ⟦draft National Building Code⟧ in ⟦2016/2017=2016/17⟧. "
        "The ⟦^Code⟧ contains sections which promote access."
    )
    assert report.mention("Code").entity == report.mention("draft National Building Code").entity


def test_a_defined_short_name_holds_until_a_newer_name_stands_near(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Disability Act, No. 31 of 2007⟧ (the “⟦Act⟧”) applies.",
        "Schools are open.",
        "The ⟦Education Act⟧ and the ⟦^Act⟧ apply.",
        "Nothing is cited here.",
        "Nor here.",
        "The ⟦^Act⟧ defines discrimination.",
    )
    assert report.mention("Act", 2).entity == report.mention("Education Act").entity
    assert report.mention("Act", 3).entity == report.mention("Disability Act, No. 31 of 2007").entity


def test_the_convention_is_the_treaty_reported_on(resolved: Resolve) -> None:
    report = resolved(
        "Offences addressed in the ⟦Convention⟧ are punished.",
        "It ratified the ⟦Convention on the Rights of the Child⟧. The purpose of that ⟦^Convention⟧ is protection.",
        "Nothing is cited here.",
        "Nor here.",
        "The ⟦Convention⟧ was promoted.",
    )
    assert report.mention("Convention", 1).entity == "CED"
    assert report.mention("Convention", 2).entity == "CRC"
    assert report.mention("Convention", 3).entity == "CED"
    assert not report.mention("Convention", 3).anaphor
    assert report.entity("Convention", 3).name.startswith("International Convention for the Protection of All Persons")


def test_that_convention_is_one_named_some_paragraphs_before(resolved: Resolve) -> None:
    report = resolved(
        "By a law it adopted the ⟦Convention on the Rights of the Child⟧.",
        "Nothing is cited here.",
        "The Code follows the provisions of ⟦§art:4=article 4 of that ⟦^Convention⟧⟧.",
        "The rules of this ⟦Convention⟧ apply.",
    )
    assert report.mention("Convention", 1).entity == "CRC"
    assert report.mention("Convention", 2).entity == "CED"


def test_an_article_of_the_heading_tells_which_convention_is_meant(resolved: Resolve) -> None:
    report = resolved(
        "After the ⟦Convention on the Rights of the Child⟧, ⟦§art:24=article 24 of the ⟦Convention⟧⟧ was met.",
        treaty="CRPD",
        articles=["24"],
    )
    assert report.mention("Convention").entity == "CRPD"


def test_the_optional_protocol_is_that_of_the_treaty_before_it(resolved: Resolve) -> None:
    report = resolved(
        "It ratified the ⟦Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment⟧ "
        "and its ⟦Optional Protocol⟧.",
        "Nothing is cited here.",
        "Nor here.",
        "The ⟦Optional Protocol⟧ was signed.",
        treaty="CRPD",
    )
    assert report.mention("Optional Protocol", 1).entity == "INT_protocol_CAT-OP"
    assert report.mention("Optional Protocol", 2).entity == "INT_protocol_CRPD-OP"


def test_what_finds_nothing_stays_visible_and_blocks_what_follows(resolved: Resolve) -> None:
    report = resolved("The ⟦Education Act⟧ applies.", "The ⟦^Code⟧ says so.", "The same ⟦^Code⟧ says more.")
    code = report.mention("Code", 1)
    assert code.resolved_by == "unresolved"
    assert code.anaphor
    assert code.entity == report.mention("Code", 2).entity
    assert code.entity != report.mention("Education Act").entity
    assert "unresolved" in str(code.entity)


def test_the_act_before_any_is_the_one_that_speaks_of_the_treatys_subject(resolved: Resolve) -> None:
    report = resolved(
        "⟦§art:2=Article 2 of the ⟦^Act⟧⟧ in force defines discrimination.",
        "The ⟦Education Act⟧ applies.",
        "The ⟦Rights of Persons with Disabilities Act⟧ applies.",
        state="JOR",
        treaty="CRPD",
    )
    assert report.mention("Act").entity == report.mention("Rights of Persons with Disabilities Act").entity
    assert report.mention("Act").resolved_by == "principal instrument"


@pytest.mark.parametrize(
    ("treaty", "sentence", "entity"),
    [
        # The Istanbul Protocol is a manual.
        ("CAT", "The ⟦Istanbul Protocol⟧ is used; the ⟦Optional Protocol⟧ was signed.", "INT_protocol_CAT-OP"),
        ("CCPR", "The ⟦Second Optional Protocol⟧ was not, the first ⟦Optional Protocol⟧ was.", "INT_protocol_CCPR-OP1"),
        ("CCPR", "The first ⟦Optional Protocol⟧ was, the ⟦Second Optional Protocol⟧ was not.", "INT_protocol_CCPR-OP2"),
        ("CRPD", "The ⟦Second Optional Protocol⟧ was not ratified.", "INT_protocol_CCPR-OP2"),
        (
            "CRPD",
            "It ratified the ⟦International Covenant on Civil and Political Rights⟧, the ⟦Convention against Torture⟧ "
            "and the ⟦Second Optional Protocol⟧ to the ⟦Covenant⟧.",
            "INT_protocol_CCPR-OP2",
        ),
        ("CRPD", "The ⟦Convention against Torture⟧ and the ⟦Optional Protocol⟧ thereto bind.", "INT_protocol_CAT-OP"),
        (
            "CRPD",
            "It signed the ⟦Optional Protocol to the CEDAW⟧; the ⟦Optional Protocol⟧ to the ⟦Convention⟧ is studied.",
            "INT_protocol_CRPD-OP",
        ),
        ("CEDAW", "It ratified the ⟦Istanbul Convention⟧ and the ⟦Optional Protocol⟧.", "INT_protocol_CEDAW-OP"),
        # The Convention on the Rights of the Child has three.
        ("CRPD", "The ⟦Convention on the Rights of the Child⟧ and its ⟦Optional Protocol⟧.", "INT_protocol_unresolved"),
        ("CRC-OP-AC", "It forbids what ⟦§art:4=article 4 of the ⟦Optional Protocol⟧⟧ names.", "CRC-OP-AC"),
    ],
)  # fmt: skip
def test_the_optional_protocol_is_that_of_the_treaty_in_reach(
    treaty: str, sentence: str, entity: str, resolved: Resolve
) -> None:
    report = resolved(sentence, treaty=treaty)
    mentions = [m for m in report.annotated.mentions if m.type == "instrument" and "Protocol" in m.text]
    assert mentions[-1].entity == entity


def test_in_a_report_on_a_protocol_the_convention_is_what_it_adds_to(resolved: Resolve) -> None:
    report = resolved("The ⟦Convention⟧ and its ⟦Protocol⟧ apply.", treaty="CRC-OP-AC")
    assert report.mention("Convention").entity == "CRC"
    assert report.mention("Protocol").entity == "CRC-OP-AC"


def test_a_covenant_is_no_convention(resolved: Resolve) -> None:
    report = resolved("The ⟦Convention against Torture⟧ was signed. The ⟦^Covenant⟧ was not.", treaty="CRPD")
    assert report.mention("Covenant").entity == "INT_treaty_unresolved"


def test_the_charter_takes_up_the_states_own(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦African Charter on Human and Peoples’ Rights⟧ was ratified.",
        "The ⟦Transitional Charter⟧ applies. The ⟦^Charter⟧ says so.",
        state="TCD",
    )
    assert report.mention("Charter").entity == report.mention("Transitional Charter").entity


def test_this_act_enters_into_force_where_a_bill_is_quoted(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦bill on urgent measures⟧ includes the following: “Second final provision. Amendment to the ⟦Ports Act⟧. "
        "The Government is directed, within two years from the entry into force of this ⟦^Act⟧, to adopt rules."
    )
    assert report.mention("Act").entity == report.mention("bill on urgent measures").entity


def test_this_act_enters_into_force_where_an_act_is_told(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦bill on urgent measures⟧ is ready. Under the ⟦Ports Act⟧ piers are built within five years of the coming "
        "into force of this ⟦^Act⟧."
    )
    assert report.mention("Act").entity == report.mention("Ports Act").entity


def test_the_regulations_of_which_are_none_named_before(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦Regulation on Piers⟧ is in force.",
        "There is the Library for the Blind, the ⟦^Regulations⟧ of which were approved by ⟦Order No. 289⟧.",
    )
    assert report.mention("Regulations").entity != report.mention("Regulation on Piers").entity


def test_a_document_is_what_was_approved(resolved: Resolve) -> None:
    report = resolved(
        "The key is the ⟦National Education Programme⟧ approved by ⟦Government Resolution No. 302⟧. "
        "This ⟦^document⟧ strengthens inclusion."
    )
    assert report.mention("document").entity == report.mention("National Education Programme").entity


def test_this_act_of_a_final_provision_is_the_bill(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦bill on urgent measures⟧ includes the following: “Third final provision. ⟦Ports Act⟧. The Government "
        "shall take account of any amendments to the ⟦Ports Act⟧ that may be made under this ⟦^Act⟧."
    )
    assert report.mention("Act").entity == report.mention("bill on urgent measures").entity


def test_an_act_of_the_union_is_not_what_the_regulation_means(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦^Regulation⟧ lays down requirements for towns.",
        "⟦Regulation (EC) No 1107/2006 concerning the rights of persons with disabilities⟧ applies.",
        treaty="CRPD",
    )
    regulation = report.mention("Regulation (EC) No 1107/2006 concerning the rights of persons with disabilities")
    assert report.mention("Regulation").entity != regulation.entity


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbours Act No. 5 of 2001 is in force, and the implementing regulations bind pilots.",
        "The implementing regulations of the Harbours Act name ports. The implementing regulations bind pilots.",
        "The Harbours Act 2006 is in force. Section 5 of the 2006 Act binds pilots.",
    ],
)
def test_what_takes_its_law_from_another_mention_refers_back_to_it_and_denotes_the_same(sentence: str) -> None:
    unit = Unit(id="1", kind="paragraph", text=sentence)
    source = Source(name="a sentence", sha256="", media_type="text/plain")
    mentions = resolve(recognise(Report("CRPD/C/KAZ/1", "KAZ", "CRPD", "", (unit,), source))).mentions
    placed = {(m.unit, m.start, m.end): m for m in mentions if m.type == "instrument"}
    referring = [m for m in placed.values() if m.antecedent is not None]
    assert all(m.anaphor and placed[m.antecedent].entity == m.entity for m in referring if m.antecedent)
    assert all(m.antecedent is not None for m in placed.values() if m.anaphor)


@pytest.mark.parametrize(
    ("sentences", "ids"),
    [
        # Two laws have decrees of one name; the law named last tells which.
        (
            (
                "The ⟦Welfare Act⟧ and its ⟦Enforcement Decree⟧ require registration.",
                "The ⟦Mother and Child Health Act⟧ and its ⟦Enforcement Decree⟧ allow it.",
                "The Government has amended the ⟦Enforcement Decree⟧ of the same ⟦^Act⟧.",
            ),
            ["KAZ_act_welfare_decree", "KAZ_act_mother-child-health_decree", "KAZ_act_mother-child-health_decree"],
        ),
        # The law is in the name of another mention: one decree.
        (
            (
                "The ⟦Welfare Act⟧ (⟦WA⟧) applies, and so does its ⟦Enforcement Decree⟧.",
                "The ⟦WA Enforcement Decree⟧ names members. Under this ⟦Enforcement Decree⟧ they meet.",
            ),
            ["KAZ_decree_wa-enforcement"] * 2,
        ),
        # A decree and rules of one law are two.
        (
            ("The ⟦Welfare Act⟧ applies. The ⟦Enforcement Decree⟧ and the ⟦Enforcement Rule of the Act⟧ classify.",),
            ["KAZ_act_welfare_decree"],
        ),
        # No law stands before.
        (("The ⟦Enforcement Decree⟧ applies.",), ["KAZ_decree_unresolved"]),
    ],
)
def test_a_decree_that_carries_a_law_out_is_told_by_the_law(
    resolved: Resolve, sentences: tuple[str, ...], ids: list[str]
) -> None:
    found = [m for m in resolved(*sentences).annotated.mentions if m.text == "Enforcement Decree"]
    assert [m.entity for m in found] == ids


def test_rules_that_carry_a_law_out_are_no_decree(resolved: Resolve) -> None:
    report = resolved("The ⟦Welfare Act⟧ and its ⟦Enforcement Decree⟧ and ⟦Enforcement Rules of the Act⟧ apply.")
    assert report.ids("Enforcement Decree", "Enforcement Rules of the Act") == [
        "KAZ_act_welfare_decree",
        "KAZ_act_welfare_rules",
    ]
