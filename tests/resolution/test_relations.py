"""What sentences say about instruments: who issued, approved, amended, ratified them, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve


_CED = "International Convention for the Protection of All Persons from Enforced Disappearance"

APPROVALS = [
    (
        "⟦Order No. 83 of 12 September 2011⟧ approving the ⟦Instructions on crime reports⟧ applies.",
        [("Order No. 83 of 12 September 2011", "Instructions on crime reports")],
    ),
    (
        "⟦Order No. 83 of 2011⟧ approving the ⟦Instructions on reports⟧ and ⟦Order No. 225 of 2012⟧ approving the "
        "⟦Instructions on complaints⟧ apply.",
        [
            ("Order No. 83 of 2011", "Instructions on reports"),
            ("Order No. 225 of 2012", "Instructions on complaints"),
        ],
    ),
    (
        "⟦Order No. 182 of 29 March 2012⟧, approving: • ⟦Regulations on visits⟧; • ⟦Regulations on searches⟧.",
        [
            ("Order No. 182 of 29 March 2012", "Regulations on visits"),
            ("Order No. 182 of 29 March 2012", "Regulations on searches"),
        ],
    ),
    (
        "The ⟦Rules on records⟧, which were approved by ⟦Order No. 23 of 29 April 2004⟧, apply.",
        [("Order No. 23 of 29 April 2004", "Rules on records")],
    ),
    (
        "The ⟦Development Framework 2009–2011⟧ was ratified by ⟦presidential decree⟧ on ⟦2008-08-19=19 August 2008⟧.",
        [("presidential decree", "Development Framework 2009–2011")],
    ),
    (
        "By ⟦Government Decision No. 351 of 29 May 2012⟧ the ⟦Regulation on financial resources⟧ was approved.",
        [("Government Decision No. 351 of 29 May 2012", "Regulation on financial resources")],
    ),
    (
        "The ⟦Act on labour proceedings⟧, consolidated text approved by ⟦Decree No. 2/1995⟧, applies.",
        [("Decree No. 2/1995", "Act on labour proceedings")],
    ),
    (
        "The ⟦@Government⟧ adopted the ⟦National Plan for Children⟧ by its ⟦Decision No. 5 of 2006⟧.",
        [("Decision No. 5 of 2006", "National Plan for Children")],
    ),
    (
        "⟦Order No. 2068 of ⟦2011-11-04=4 November 2011⟧⟧ (State News (Official Gazette) ⟦2011=2011⟧, No. 134-6387) "
        "approved the ⟦Procedure for education assistance⟧.",
        [("Order No. 2068 of 4 November 2011", "Procedure for education assistance")],
    ),
    (
        "By ⟦Law No. 231 of 25.11.2011⟧ the ⟦Justice Strategy⟧, which is a framework for the reform, was approved.",
        [("Law No. 231 of 25.11.2011", "Justice Strategy")],
    ),
    (
        "The ⟦Slavery Convention⟧ and ⟦Protocol⟧ (the ⟦CED⟧) was ratified by the ⟦Law on the Ratification of the CED⟧.",
        [("Law on the Ratification of the CED", _CED)],
    ),
    (
        "The ⟦Rules on records⟧ were devised and approved in ⟦2010=2010⟧ by ⟦Order No. 2525⟧.",
        [("Order No. 2525", "Rules on records")],
    ),
    (
        "⟦Ministerial Agreement No. 1000-2013⟧ and ⟦Decree No. 151-2009⟧ established the ⟦Risk Management Act⟧.",
        [("Decree No. 151-2009", "Risk Management Act")],
    ),
    ("Article 256 of ⟦Act No. 18172⟧ established the ⟦National Disability Programme⟧, which oversees", []),
    ("⟦Rules on criminal proceedings⟧ are established in ⟦Act No. 42 of 1999⟧, title III.", []),
    ("The Assembly, exercising powers conferred by the ⟦Constitution⟧, adopted ⟦Act No. 72 on elections⟧.", []),
    # What was approved is the mechanism, not the Convention.
    ("A mechanism for the implementation of the ⟦Convention⟧ was approved by ⟦Resolution No. 1739⟧.", []),
    ("The ⟦Criminal Code⟧ was discussed under ⟦Order No. 5⟧.", []),
]


@pytest.mark.parametrize(("sentence", "approved"), APPROVALS)
def test_what_approves_what(resolved: Resolve, sentence: str, approved: list[tuple[str, str]]) -> None:
    assert [(a, b) for a, _, b in resolved(sentence).relations("approves")] == approved


ISSUERS = [
    ("⟦⟦@Supreme Court⟧ Regulatory Decision No. 7 of 2009⟧ applies.", ["Supreme Court"]),
    ("⟦Order No. 83 of the ⟦@Procurator-General⟧ of 12 September 2011⟧ applies.", ["Procurator-General"]),
    ("⟦Presidential Decree No. 3827 of 20 January 1998⟧ applies.", ["President"]),
    (
        "The ⟦@Constitutional Council⟧, in ⟦Regulatory Decision No. 2 of 13 April 2012⟧, said so.",
        ["Constitutional Council"],
    ),
    ("In 2012, the ⟦@Government⟧ approved the ⟦Programme for Penal Correction⟧.", ["Government"]),
    ("The ⟦National Plan for Children⟧, adopted by the ⟦@Council of Ministers⟧, applies.", ["Council of Ministers"]),
    ("The ⟦@Ministry of Health⟧ is considering a plan. The ⟦Health Act⟧ applies.", []),
    ("After the adoption of the ⟦Policy Guidelines⟧ by the ⟦@National Assembly⟧, it", ["National Assembly"]),
    (
        "The ⟦@Ministry of Health⟧’s ⟦Plan for the Aged 2004–2007⟧ and the ⟦@Ministry⟧’s ⟦Health Act⟧",
        ["Ministry of Health"],
    ),
    ("In its ⟦Conclusion No. 2 of 31 October 2011⟧, the ⟦@Board of Opportunities⟧ obliged", ["Board of Opportunities"]),
    ("The ⟦@Government⟧ developed its ⟦National Policy on Disability⟧.", ["Government"]),
    (
        "⟦Order No. 7 of the ⟦@Minister of Health⟧, the ⟦@Minister of Labour⟧ and the ⟦@Minister of Education⟧⟧.",
        ["Minister of Health", "Minister of Labour", "Minister of Education"],
    ),
    (
        "The ⟦@General Assembly⟧ adopted the ⟦Convention on the Rights of the Child⟧ by its ⟦Resolution No. 44/25⟧.",
        ["United Nations General Assembly"],
    ),
    ("The ⟦Non-Governmental Policy⟧ passed into law by the ⟦@Parliament⟧ in ⟦2009=2009⟧", ["Parliament"]),
    ("On ⟦2013-11-07=November 7, 2013⟧ the ⟦@Saeima⟧ by adopting the ⟦Budget Law 2014⟧ supported", ["Saeima"]),
    (
        "After approval by the ⟦@National Congress⟧ through ⟦Legislative Decree No. 186 of 2008⟧ and ⟦Presidential "
        "Decree No. 6949 of 2009⟧, it",
        ["President", "National Congress"],
    ),
    ("In ⟦2017=2017⟧, the ⟦@Government⟧ adopted a long-term ⟦Active Ageing Strategy⟧ setting", ["Government"]),
    ("the ⟦@Cabinet⟧ approved and adopted the country’s first ⟦National Health Policy⟧,", ["Cabinet"]),
    (
        "the ⟦@Ministry of Finance⟧ and other Government departments issued a ⟦Circular on Tax⟧,",
        ["Ministry of Finance"],
    ),
    ("The ⟦@Government⟧ adopted the second report on the ⟦National Plan⟧ and a bill amending the ⟦Civil Code⟧.", []),
    ("The ⟦@Ministry of Health⟧ has approved: ⟦Order No. 511 of 28.07.2010⟧ and", ["Ministry of Health"]),
    ("The ⟦Accessibility Plan⟧ developed by the ⟦@National Service⟧ sets out", ["National Service"]),
    (
        "The ⟦@Government⟧ adopted the ⟦National Action Plan⟧. The ⟦^Action Plan⟧ was drafted by the ⟦@Foreign "
        "Ministry⟧.",
        ["Government"],
    ),
    ("The ⟦Accessibility Act⟧, drafted by the ⟦@National Service⟧, applies.", []),
    # A body inside a title, a body that is the object, a body that a statute is about.
    ("The ⟦Act on the ⟦@Supreme Court⟧⟧ applies.", []),
    ("It established the ⟦@Ministry of Justice⟧ through ⟦Decree No. 177-2010⟧.", []),
]


@pytest.mark.parametrize(("sentence", "issuers"), ISSUERS)
def test_who_issued_it(resolved: Resolve, sentence: str, issuers: list[str]) -> None:
    assert [name for _, _, name in resolved(sentence).relations("issuedBy")] == issuers


AMENDMENTS = [
    (
        "The ⟦Criminal Law (Amendment) Act, 2003⟧, amended the ⟦Penal Code⟧, the ⟦Evidence Act⟧ and the ⟦Labour Code⟧.",
        ["Penal Code", "Evidence Act", "Labour Code"],
    ),
    (
        "Pursuant to the ⟦Act of 18 January 2011 amending certain legislative acts⟧, a provision was inserted in "
        "⟦§art:532/par:1=article 532, paragraph 1, of the ⟦Code of Criminal Procedure⟧⟧.",
        ["Code of Criminal Procedure"],
    ),
    ("⟦Act No. 16095⟧, as amended by the single article of ⟦Act No. 16160⟧, applies.", ["Act No. 16095"]),
    (
        "It works on amending the ⟦Persons with Disabilities Act⟧ and drafted the "
        "⟦Persons with Disabilities (Amendment) Bill⟧.",
        ["Persons with Disabilities Act"],
    ),
    ("The ⟦Labour Code⟧ applies. The ⟦Act No. 5 of 2010 amending the Labour Code⟧ was passed.", ["Labour Code"]),
    ("By ⟦Act No. 20.940⟧, disability was established in the ⟦Labour Code⟧ as a cause.", ["Labour Code"]),
    (
        "By ⟦Law No. 167⟧, ⟦@Parliament⟧ passed amendments to legislation (⟦Law on Police⟧, ⟦Family Code⟧).",
        ["Law on Police", "Family Code"],
    ),
    ("An amendment to ⟦Act No. 448/2008⟧ executed under ⟦Act No. 280/2019⟧ was adopted.", ["Act No. 448/2008"]),
    ("An amendment to the ⟦Broadcasting Act⟧, specifically ⟦Act No. 278/2015⟧, was adopted.", ["Broadcasting Act"]),
    ("⟦Act No. 888 amending the Organic Act on the Legislature⟧ (⟦Act No. 606⟧) applies.", ["Act No. 606"]),
    ("Title II of the ⟦Criminal Code⟧, special section, was amended by ⟦Decree No. 234-2005⟧.", ["Criminal Code"]),
    ("⟦Act No. 211/2000 on information and on amendment of certain acts⟧ (⟦Freedom of Information Act⟧) applies.", []),
    ("The ⟦bill on urgent measures⟧ includes an amendment to article 3 of the ⟦Disability Act⟧.", ["Disability Act"]),
    (
        "The ⟦bill on urgent measures⟧ calls for amendments to the following articles of the ⟦Disability Act⟧ and the "
        "⟦Health Services Act⟧.",
        ["Disability Act", "Health Services Act"],
    ),
    ("The purpose of the ⟦Disability Act⟧ was amended as called for in the ⟦bill on measures⟧.", ["Disability Act"]),
    (
        "In ⟦2011=2011⟧, by ⟦Law No. 56 amending certain legislative acts⟧, amendments have been made to the "
        "⟦Law on employment⟧.",
        ["Law on employment"],
    ),
    (
        "the amendments introduced to the “Crimes” section of the ⟦Penal Code⟧ through ⟦Law No. 12015 of 2009⟧, by",
        ["Penal Code"],
    ),
    (
        "⟦Act No. 68 establishing joint titling⟧ as a form of sale and modifying articles in the ⟦Agrarian Code⟧",
        ["Agrarian Code"],
    ),
    ("⟦Act No. 14 of 2007⟧, as amended and supplemented by ⟦Act No. 26 of 2008⟧, applies.", ["Act No. 14 of 2007"]),
    ("⟦Act No. 1312/76⟧, both as amended in part by ⟦Decree-Law No. 302/12⟧.", ["Act No. 1312/76"]),
    (
        "(⟦Act No. 461/2003 on Insurance⟧ as amended by ⟦Act No. 310/2006⟧, ⟦Act No. 328/2002 on Social Security and "
        "on amendment of certain acts⟧).",
        ["Act No. 461/2003 on Insurance"],
    ),
    (
        "The ⟦bill on measures⟧ also calls for amending article 25 (6) of the ⟦Health Services Act⟧ so",
        ["Health Services Act"],
    ),
    ("The ⟦bill on measures⟧ calls for an amendment to another provision of the ⟦Rental Act⟧,", ["Rental Act"]),
    (
        "⟦Law No. 11340⟧, commonly referred to as the ⟦Penha Law⟧, established mechanisms, provided for the "
        "establishment of courts, and amended the ⟦Penal Code⟧.",
        ["Penal Code"],
    ),
    ("The ministry applies ⟦Law No. 11340⟧, held courses, and amended the ⟦Penal Code⟧.", []),
    ("The ⟦bill⟧ therefore calls for a partial amendment to article 18 of the ⟦Gambling Act⟧.", ["Gambling Act"]),
    ("Article 114 of the ⟦Criminal Code⟧ – as amended by article 6 of ⟦Act No. 18/2013⟧ – makes", ["Criminal Code"]),
    (
        "The ⟦Decree of 6 November 2008⟧, which was supplemented subsequently by the ⟦Decree of 19 March 2009⟧.",
        ["Decree of 6 November 2008"],
    ),
    ("The ⟦Children’s Act (Amendment) Bill⟧ proposes to amend the ⟦Family Code⟧ so", ["Family Code"]),
    ("⟦Resolution No. 638⟧, recently passed, amends ⟦Resolution No. 575/2008⟧ by", ["Resolution No. 575/2008"]),
    # The second amends the third.
    ("⟦Act No. 16/2013 amending Act No. 9/2012⟧ amending the ⟦Immigration Act⟧ applies.", []),
    # One of the list is the subject of what follows.
    (
        "⟦Act No. 2000-38⟧, which amended the ⟦Criminal Code⟧, and ⟦Act No. 2000-39⟧, which amended the ⟦Family Code⟧.",
        ["Criminal Code", "Family Code"],
    ),
    # Items of a list have nothing to do with each other.
    ("Listed: • ⟦Act No. 1/2014⟧, amending the ⟦Rental Act⟧ • ⟦Gambling Act⟧ • ⟦Civil Code⟧", ["Rental Act"]),
]


@pytest.mark.parametrize(("sentence", "amended"), AMENDMENTS)
def test_what_is_amended(resolved: Resolve, sentence: str, amended: list[str]) -> None:
    assert [name for _, _, name in resolved(sentence).relations("amends")] == amended


def test_what_has_been_replaced(resolved: Resolve) -> None:
    report = resolved("The ⟦Data Protection Act⟧ has no longer applied and has been replaced by the ⟦GDPR Act⟧.")
    assert report.relations("repeals") == [("GDPR Act", "repeals", "Data Protection Act")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ⟦Court Decision of 15 March 2018⟧ repealed Article 12 of the ⟦Compensation Act⟧ with immediate effect.",
        "The ⟦Court Decision of 15 March 2018⟧ that repealed the earlier ⟦Compensation Act⟧ applies.",
        "The Act (⟦Court Decision of 15 March 2018⟧), which replaced the ⟦Compensation Act⟧, applies.",
    ],
)
def test_what_repeals_what(resolved: Resolve, sentence: str) -> None:
    repealed = ("Court Decision of 15 March 2018", "repeals", "Compensation Act")
    assert resolved(sentence).relations("repeals") == [repealed]


def test_who_repeals_provisions_of_a_law_amends_it(resolved: Resolve) -> None:
    report = resolved("⟦Act No. 89-01⟧ repealed the provisions of the ⟦Family Code⟧ that were discriminatory.")
    assert report.relations("repeals") == []
    assert report.relations("amends") == [("Act No. 89-01", "amends", "Family Code")]


def test_what_a_new_law_repeals(resolved: Resolve) -> None:
    report = resolved("The ⟦charities proclamation No. 621/2009⟧ is repealed by the new ⟦proclamation No. 1113/2019⟧.")
    assert report.relations("repeals") == [
        ("proclamation No. 1113/2019", "repeals", "charities proclamation No. 621/2009")
    ]


def test_what_is_repealed(resolved: Resolve) -> None:
    report = resolved("The ⟦Act on Special Education⟧ (⟦ASE⟧) was enacted to replace the ⟦Education Promotion Act⟧.")
    assert report.relations("repeals") == [("Act on Special Education", "repeals", "Education Promotion Act")]


def test_an_amendment_knows_the_provision_that_it_changes(resolved: Resolve) -> None:
    report = resolved(AMENDMENTS[1][0])
    assert report.relation("amends").object_path == ("art:532", "par:1")


ACTIONS = [
    (
        "Kazakhstan has ratified the ⟦CRC⟧, of ⟦1989=1989⟧, and the ⟦CEDAW⟧.",
        [("CRC", "ratifiedBy"), ("CEDAW", "ratifiedBy")],
    ),
    (
        "Kazakhstan has become a party to the following instruments: (1) The ⟦CAT⟧; (2) The ⟦Slavery Convention⟧.",
        [("CAT", "partyTo"), ("Slavery Convention", "partyTo")],
    ),
    (
        "The ⟦CED⟧, adopted on ⟦2006-12-20=20 December 2006⟧ and ratified by Kazakhstan, applies.",
        [("CED", "ratifiedBy")],
    ),
    ("In ratifying the ⟦CRC⟧, the State committed itself.", [("CRC", "ratifiedBy")]),
    (
        "It has ratified a number of instruments. These instruments include the ⟦CRC⟧.",
        [("CRC", "ratifiedBy")],
    ),
    ("It signed and ratified the ⟦CRC⟧.", [("CRC", "signedBy"), ("CRC", "ratifiedBy")]),
    (
        "It acceded to the ⟦Convention on the Rights of the Child⟧ (⟦CRC⟧) and the ⟦CAT⟧.",
        [("CRC", "accededBy"), ("CAT", "accededBy")],
    ),
    (
        "The ⟦CRC⟧, which it ratified in ⟦2013-04=April 2013⟧, applies.",
        [("CRC", "ratifiedBy")],
    ),
    ("The ⟦CAT⟧, to which Kazakhstan acceded in ⟦2011=2011⟧, applies.", [("CAT", "accededBy")]),
    ("The Republic of Kazakhstan is party to the ⟦CRC⟧ and the ⟦CAT⟧.", [("CRC", "partyTo"), ("CAT", "partyTo")]),
    ("The ratification of the ⟦CRC⟧ in Aruba and Sint Maarten is currently being discussed within the Kingdom.", []),
    ("It has already taken a decision to become party to the ⟦CRC⟧.", []),
    ("States which are party to the ⟦CRC⟧ will be guided.", []),
    ("The ⟦CAT⟧, to which the State is a party, provides that", [("CAT", "partyTo")]),
    ("the ⟦CAT⟧, of which Kazakhstan has been a signatory since ⟦2010=2010⟧.", [("CAT", "signedBy")]),
    (
        "the ⟦Optional Protocol⟧ to the ⟦CAT⟧, of which Kazakhstan has been a signatory since ⟦2010=2010⟧.",
        [("Optional Protocol", "signedBy")],
    ),
    (
        "• ⟦Rome Statute of ⟦1998-07-17=17 July 1998⟧⟧ (instrument of ratification deposited on "
        "⟦2001-04-30=30 April 2001⟧)",
        [("Rome Statute of 17 July 1998", "ratifiedBy")],
    ),
    (
        "• ⟦CEDAW⟧ (instrument of accession deposited on ⟦1997-01-15=15 January 1997⟧)",
        [("CEDAW", "accededBy")],
    ),
    (
        "⟦CRC⟧ and the ⟦Optional Protocol⟧ thereto, ratified by Kazakhstan, without reservations, in ⟦2007=2007⟧.",
        [("CRC", "ratifiedBy"), ("Optional Protocol", "ratifiedBy")],
    ),
    (
        "The ⟦Convention against Torture⟧ (CAT) ratified by Kazakhstan obliges",
        [("Convention against Torture", "ratifiedBy")],
    ),
    ("Kazakhstan ratified by law the ⟦CAT⟧, adopted in Palermo.", [("CAT", "ratifiedBy")]),
    ("The ratification and subsequent domestication of the ⟦CRC⟧ shows", [("CRC", "ratifiedBy")]),
    (
        "The signing and ratification by Kazakhstan of the ⟦CRC⟧ were widely reported.",
        [("CRC", "signedBy"), ("CRC", "ratifiedBy")],
    ),
    # Not yet, not this instrument, not this State's doing.
    ("The analysis of the possible effects of the ratification of the ⟦CRC⟧ goes on.", []),
    ("The parent must reside in Kazakhstan or in a State that is a party to the ⟦CRC⟧.", []),
    ("The issue of accession to the ⟦CRC⟧ is now being addressed.", []),
    ("The recommendation on the ratification of the ⟦CRC⟧ was noted.", []),
    ("It considers the ratification of the protocols to the ⟦CRC⟧.", []),
    ("The States parties to the ⟦CRC⟧ report every five years.", []),
    ("In 2011, the ⟦@President⟧ signed the ⟦Children’s Act⟧.", []),
]


@pytest.mark.parametrize(("sentence", "actions"), ACTIONS)
def test_what_a_state_does_with_treaties(resolved: Resolve, sentence: str, actions: list[tuple[str, str]]) -> None:
    report = resolved(sentence)
    found = [(r.subject, r.predicate, r.object) for r in report.annotated.relations if r.predicate not in {"issuedBy"}]
    wanted = [(report.mention(treaty).entity, predicate, "KAZ") for treaty, predicate in actions]
    assert sorted(found) == sorted(wanted, key=str)


def test_a_treaty_that_an_act_ratified_is_the_states(resolved: Resolve) -> None:
    report = resolved("The country adopted ⟦Act No. 25 of 2007⟧, which ratified the ⟦CRC⟧.")
    assert report.relations("approves")
    assert report.relation("ratifiedBy").object == "KAZ"


@pytest.mark.parametrize(
    "sentence",
    [
        "On ⟦2012-11-13=13 November 2012⟧ Kazakhstan ratified the ⟦CRC⟧.",
        "Kazakhstan ratified the ⟦CRC⟧ on ⟦2012-11-13=13 November 2012⟧.",
        "The ⟦CRC⟧ (ratified by Kazakhstan on ⟦2012-11-13=13 November 2012⟧) applies.",
        "The ⟦CRC⟧ was ratified on ⟦2012-11-13=13 November 2012⟧.",
        "The ⟦CRC⟧, which it ratified on ⟦2012-11-13=13 November 2012⟧, applies.",
        "• ⟦CRC⟧ (instrument of ratification deposited on ⟦2012-11-13=13 November 2012⟧)",
        "The ⟦CRC⟧, ratified by Kazakhstan, without reservations, on ⟦2012-11-13=13 November 2012⟧.",
        "Kazakhstan ratified the ⟦CRC⟧ and the ⟦CAT⟧ on ⟦2012-11-13=13 November 2012⟧.",
        "It acceded to it in ⟦1995=1995⟧ and the Parliament ratified the ⟦CRC⟧ on ⟦2012-11-13=13 November 2012⟧.",
        "It signed one on ⟦2008-02-18=18 February 2008⟧ and later ratified the ⟦Optional Protocol⟧ to the ⟦CRC⟧ on "
        "⟦2012-11-13=13 November 2012⟧.",
        "The signing and ratification by Kazakhstan of the ⟦CRC⟧ in ⟦2008=2008⟧ and ⟦2012-11-13=13 November 2012⟧.",
        "It is bound by the ⟦CRC⟧ (ratified in New York on ⟦2012-11-13=November 13, 2012⟧).",
        # The treaty is of 11 May 2011.
        "Kazakhstan ratified the ⟦Istanbul Convention (⟦2012-11-13=13 November 2012⟧)⟧ and left.",
    ],
)
def test_when_it_did(resolved: Resolve, sentence: str) -> None:
    report = resolved(sentence)
    assert {r.date for r in report.annotated.relations if r.predicate == "ratifiedBy"} == {"2012-11-13"}
    assert {r.evidence[0][0] for r in report.annotated.relations if r.predicate == "ratifiedBy"} == {"instrument"}


def test_the_date_of_the_approving_act_is_not_that_of_ratification(resolved: Resolve) -> None:
    report = resolved("The ⟦CED⟧ was ratified by Kazakhstan pursuant to the ⟦Act of 15 December 2008⟧.")
    assert report.relation("ratifiedBy").date is None


ADOPTIONS = [
    ("In ⟦2011=2011⟧, the ⟦@President⟧ signed the ⟦Act on children⟧.", "Act on children", "2011"),
    ("In ⟦2013=2013⟧, the ⟦Act on torture⟧ was adopted.", "Act on torture", "2013"),
    (
        "The ⟦Code of Medical Ethics⟧, adopted on ⟦1995-04-27=27 April 1995⟧, applies.",
        "Code of Medical Ethics",
        "1995-04-27",
    ),
    (
        "On ⟦2008-07-10=10 July 2008⟧ the ⟦@Supreme Court⟧ adopted a ⟦regulatory decision on treaties⟧.",
        "regulatory decision on treaties",
        "2008-07-10",
    ),
    # The day refines the year; another year does not change it; a period gives way to the day of adoption.
    ("The ⟦PWD Act, 2003⟧ was assented to on the ⟦2003-12-31=31st December, 2003⟧.", "PWD Act, 2003", "2003-12-31"),
    ("The ⟦PWD Act, 2003⟧ was adopted in ⟦2004=2004⟧.", "PWD Act, 2003", "2003"),
    (
        "On ⟦2006-06-16=16 June 2006⟧ the ⟦@Council of Ministers⟧ adopted the ⟦Plan for Children 2006-2009⟧.",
        "Plan for Children 2006-2009",
        "2006-06-16",
    ),
    (
        "In ⟦2016=2016⟧, the ⟦@Government⟧ adopted the ⟦Action Plan (2012–2015)⟧ anew.",
        "Action Plan (2012–2015)",
        "2012/2015",
    ),
    (
        "It issued one on ⟦1946-07-30=July 30, 1946⟧ and enacted the ⟦Women’s Act⟧ on ⟦2010-12-10=10 December 2010⟧.",
        "Women’s Act",
        "2010-12-10",
    ),
    ("the enactment of the ⟦Disability Act⟧ in ⟦2012=2012⟧.", "Disability Act", "2012"),
    (
        "the ⟦Constitution⟧ and the ⟦Labour Law⟧ adopted on ⟦1972-12-27=27 December 1972⟧ and on "
        "⟦1978-04-18=18 April 1978⟧ respectively",
        "Labour Law",
        "1978-04-18",
    ),
    (
        "⟦Act No. 888 amending the Organic Act⟧ (⟦Act No. 606⟧), adopted on ⟦2014-11-12=12 November 2014⟧",
        "Act No. 888 amending the Organic Act",
        "2014-11-12",
    ),
    # The date is the decree's.
    (
        "The ⟦Framework 2009–2011⟧ was ratified by ⟦presidential decree⟧ on ⟦2008-08-19=19 August 2008⟧.",
        "presidential decree",
        "2008-08-19",
    ),
]


@pytest.mark.parametrize(("sentence", "text", "date"), ADOPTIONS)
def test_when_an_instrument_was_adopted(resolved: Resolve, sentence: str, text: str, date: str) -> None:
    assert resolved(sentence).entity(text).date == date


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The amended ⟦Violence Prevention Act⟧ adopted in ⟦2016=2016⟧ enacted", "Violence Prevention Act"),
        (
            "⟦Act No. 888 amending the Organic Act⟧ (⟦Act No. 606⟧), adopted on ⟦2014-11-12=12 November 2014⟧",
            "Act No. 606",
        ),
    ],
)
def test_what_the_date_is_not_of(resolved: Resolve, sentence: str, text: str) -> None:
    assert resolved(sentence).entity(text).date is None


def test_the_issuer_stands_on_the_instrument(resolved: Resolve) -> None:
    report = resolved("⟦Order No. 83 of the ⟦@Procurator-General⟧ of 12 September 2011⟧ applies.")
    assert (
        report.entity("Order No. 83 of the Procurator-General of 12 September 2011").issuer == "KAZ_procurator-general"
    )


AMENDED_BY_NAME = [
    ("The ⟦Prisons (Amendment) Act, 2011⟧ was passed.", "The ⟦Prisons Act⟧ allows visits.", "Prisons Act"),
    ("The ⟦Children’s Act (Amendment) Bill⟧ is pending.", "The ⟦Children’s Act, 2001⟧ is old.", "Children’s Act, 2001"),
    (
        "The ⟦Act Amending the Human Rights Ombudsman Act⟧ was passed.",
        "The ⟦Human Rights Ombudsman Act⟧ applies.",
        "Human Rights Ombudsman Act",
    ),
    (
        "The ⟦Act No. 4064-VI amending article 26 of the Act on Lifts⟧ was passed.",
        "The ⟦Act on Lifts⟧ covers cabins.",
        "Act on Lifts",
    ),
    # No Act amends one that is younger.
    ("The ⟦Prisons (Amendment) Act, 2011⟧ was passed.", "The ⟦Prisons Act, 2015⟧ allows visits.", None),
]


@pytest.mark.parametrize(("amending", "amended", "name"), AMENDED_BY_NAME)
def test_an_amending_act_amends_what_it_is_named_after(
    resolved: Resolve, amending: str, amended: str, name: str | None
) -> None:
    assert [b for _, _, b in resolved(amending, amended).relations("amends")] == ([name] if name else [])


RENAMED = [
    (
        "The ⟦@National Commission for Science and Technology⟧ (⟦@NCST⟧), formerly known as the ⟦@National Research "
        "Council⟧ (⟦@NRC⟧), issued guidelines.",
        [("National Research Council", "renamed", "National Commission for Science and Technology")],
    ),
    (
        "The rehabilitation day of the ⟦@Ministry of Women⟧ (now the ⟦@Ministry of Gender⟧) was held.",
        [("Ministry of Women", "renamed", "Ministry of Gender")],
    ),
    (
        "The ⟦@Commission on Disability⟧ was reorganized and renamed the ⟦@Honorary National Commission⟧.",
        [("Commission on Disability", "renamed", "Honorary National Commission")],
    ),
    (
        "The ⟦Code of Minors⟧, since then known as the ⟦Children’s Code⟧, applies.",
        [("Code of Minors", "renamed", "Children’s Code")],
    ),
    (
        "The ⟦Employment of Disabled Persons Act⟧ (the present ⟦Vocational Rehabilitation Act⟧) was introduced.",
        [("Employment of Disabled Persons Act", "renamed", "Vocational Rehabilitation Act")],
    ),
    # Not a name: what somebody does now.
    ("The ⟦@Ministry of Health⟧ now leads; the ⟦@Ministry of Labour⟧ does not.", []),
    ("With the ⟦@Ministry of Health⟧ now the ⟦@Ministry of Labour⟧ acts.", []),
]


@pytest.mark.parametrize(("sentence", "renamed"), RENAMED)
def test_what_was_renamed(resolved: Resolve, sentence: str, renamed: list[tuple[str, str, str]]) -> None:
    assert resolved(sentence).relations("renamed") == renamed


def test_who_drafts_a_decree_of_the_president_does_not_issue_it(resolved: Resolve) -> None:
    found = resolved("The ⟦@Ministry of Justice⟧ has drafted a ⟦presidential decree on a strategy⟧.")
    assert "Ministry of Justice" not in [issuer for _, _, issuer in found.relations("issuedBy")]


def test_a_ratification_is_dated_by_the_date_beside_it(resolved: Resolve) -> None:
    found = resolved(
        "The ⟦Forced Labour Convention⟧, ratified in ⟦1966=1966⟧, and the ⟦Equal Remuneration Convention⟧, ratified "
        "in ⟦1966=1966⟧, are law."
    )
    dates = [[start for kind, start, _ in r.evidence if kind == "date"] for r in found.annotated.relations]
    assert len(dates) == 2
    assert dates[0] < dates[1]


def test_the_signature_that_founded_a_body_is_not_the_states(resolved: Resolve) -> None:
    signing = "the signing of the ⟦Convention on International Civil Aviation⟧ on ⟦1944-12-07=7 December 1944⟧"
    assert resolved(f"The body was established following {signing}.").relations("signedBy") == []
    assert len(resolved(f"Following {signing}, an office was opened.").relations("signedBy")) == 1


def test_what_is_to_bring_a_ratification_about_is_none(resolved: Resolve) -> None:
    found = resolved("The plan has measures to facilitate the country’s ratification of the ⟦CEDAW⟧.")
    assert found.relations("ratifiedBy") == []


def test_an_accession_by_decree_is_no_ratification(resolved: Resolve) -> None:
    report = resolved("Kazakhstan acceded to the ⟦CRC⟧ by ⟦Presidential Decree No. 104 (2002)⟧.")
    assert report.relation("accededBy").object == "KAZ"
    assert report.relations("ratifiedBy") == []


def test_nobody_ratified_a_treaty_before_there_was_one(resolved: Resolve) -> None:
    assert resolved("Kazakhstan ratified the ⟦CRC⟧ on ⟦1967-05-01=1 May 1967⟧.").relations("ratifiedBy") == []


def test_what_a_state_accedes_to_is_none_of_its_own(resolved: Resolve) -> None:
    report = resolved("The ⟦Astana Declaration on Peace⟧, to which it acceded in ⟦2003=2003⟧, applies.")
    assert report.relation("accededBy").object == "KAZ"
    assert report.entity("Astana Declaration on Peace").level == "international"


def test_an_act_of_the_union_has_its_number_behind_its_name(resolved: Resolve) -> None:
    report = resolved("The ⟦⟦@Commission⟧ Decision of ⟦2007-12-21=21 December 2007⟧⟧ (2008/164/EC) applies.")
    assert report.relations("issuedBy") == []
    assert report.entity("Commission Decision of 21 December 2007").number == "2008/164/EC"


def test_a_body_of_the_state_issues_no_act_of_another(resolved: Resolve) -> None:
    report = resolved("⟦⟦@Council⟧ Decision 2010/48/EC⟧ was transposed.")
    assert report.relations("issuedBy") == []


def test_a_programme_has_its_period_beside_the_day_of_its_adoption(resolved: Resolve) -> None:
    report = resolved(
        "On ⟦2006-06-16=16 June 2006⟧ the ⟦@Council of Ministers⟧ adopted the ⟦Plan for Children 2006-2009⟧; "
        "the ⟦Programme for Roma 2010–2012⟧ followed."
    )
    plan, programme = report.entity("Plan for Children 2006-2009"), report.entity("Programme for Roma 2010–2012")
    assert (plan.date, plan.period) == ("2006-06-16", "2006/2009")
    assert (programme.date, programme.period) == ("2010/2012", "2010/2012")
