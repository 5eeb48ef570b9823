"""Names of instruments kind by kind, where a whole kind behaves alike; ⟦…⟧ marks a mention, ⟦^…⟧ a back-reference.

The laws, places and bodies are invented.
"""

from __future__ import annotations

import pytest

from treatygraph.recognition.instruments.names import read_name

ABBREVIATED_KINDS = [
    "Under ⟦R.A. No. 6611⟧, blind persons may claim a discount.",
    "⟦Republic Act (R.A.) No. 6611⟧ was amended by ⟦E.O. No. 292⟧ and by ⟦P.D. 603⟧.",
    "The fees are set by ⟦L.I. 1892⟧ and by ⟦Legislative Instrument (L.I.) 2187⟧.",
    "Fees are set by ⟦SI 45 of 1998⟧, ⟦GN No. 64 of 2011⟧ and ⟦Government Notice R77 of 1996⟧.",
    "The factory sold 20 SI 45 units; the RA met in May.",
]

NUMBERS = [
    "Under ⟦Legislative Act No. 1 on ports⟧ and ⟦legislative act No. 2 of 2009⟧ aid is due. The ⟦^latter legislative "
    "act⟧ sets fees.",
    "Under ⟦Decree 1950 of 2013⟧ pilots rest; under the ⟦Law 1987⟧ they do not.",
    "Under article 8 of ⟦Act 8 (2010)⟧ aid is due.",
    "It was proclaimed in ⟦resolution 3447 (XXX) of 9 December 1975⟧ and in ⟦resolution 217 A (III)⟧.",
    "The card follows the ⟦Decision N 821 of the Government of Armenia of 25 December 1998 “On approving the card "
    "charter”⟧.",
    "⟦Education White Paper 6 on Special Needs Education: Building an Inclusive Training System (2001)⟧ and "
    "⟦Discussion Paper 41 on Salvage Law⟧ propose a reform.",
    "Regulation 12 of the ⟦Persons with Disabilities (Access to Employment, Services and Facilities) Regulations, "
    "2009⟧ applies.",
]

QUOTED_NAMES = [
    "Two texts protect farm workers: ⟦R.A. 9120⟧ “⟦Rural Clinics Act of 2003⟧” and ⟦R.A. No. 9344⟧.",
    "⟦Presidential Decree 603⟧ “⟦Harbour and Lights Code⟧” (December 1974) sets fees.",
    "⟦Republic Act 9911⟧ which is “An ⟦Act Providing for Safe Lifts, and for Other Purposes⟧” sets fees.",
    "⟦R.A. No. 9710⟧, “The ⟦Magna Carta of Pilots⟧”, and ⟦R.A. 10372 “amending the Harbour Code”⟧ apply.",
    "It is found in the chapter on “Secure Protection of the Law”.",
    "The ⟦“Ramps for All” programme⟧ was launched in May.",
    "The radio broadcasts the “Ramps and Lifts” programme.",
]

# A title in English reads over brackets, small words and the kinds of other laws.
WHOLE_TITLES = [
    "under the ⟦National Plan on Harbours⟧,",  # the text ends at the comma
    "The ⟦Pilots (Admission to Harbours) Act 2018⟧ and the ⟦Ports (Sale to Masters) Act 2018⟧ are in force.",
    "The ⟦Pilots (Training by Masters) (Northland) Act 2009⟧ is in force.",
    "The ⟦Pilots and Mates (Care of Apprentices etc) Act 2004⟧ is in force.",
    "The ⟦Rights of Pilots (Access (Buildings) and Transport) Act, 2009⟧ governs access.",
    "The ⟦Pilots (Torian Convention against Wreckers) Act 2000⟧ is in force.",
    "The ⟦Pilots Amendment Act 2023⟧ and the ⟦Pilot Law Amendment Act 2019⟧ are in force.",
    "The ⟦Pilots and Other Port Matters Act 2019⟧ is in force.",
    "The ⟦Discrimination Against Sailors (Prohibition) Act of 2019⟧ sets fees.",
    "The ⟦Anti-Violence Against Shepherds and Their Children Act of 2004⟧ protects them.",
    "The ⟦Convention on Port Issues (Ratification) Law of 2011⟧ is in force.",
    "The ⟦Harbour Care Directives and Substitute Care Decision Makers Act⟧ applies.",
    "Under the ⟦Constitution⟧ (as amended) ⟦Act 7 of 2009⟧ applies.",
]

# Where "and the", a comma or a small word goes on with a title, and where the sentence does.
TITLES_AND_SENTENCES = [
    "The ⟦Rulebook on the Criteria and the Procedure of Pilot Expertise⟧ was adopted.",
    "They prepared a ⟦draft Law on Uniform Principles and the Framework of Aid for Pilots⟧, which was sent on.",
    "A ⟦Rulebook on closer conditions to be complied with by a centre for pilots⟧ was adopted.",
    "In line with its duties, the ⟦Code on Ports and the Pilotage System⟧ prohibits smoking.",
    "Aid is due under the ⟦Act on Ports⟧ and the Pilotage System has been reformed.",
    "The ⟦Law on Aid and Rights during the Period of Unemployment⟧ applies.",
    "The city adopted the ⟦Master Plan for the Development and Implementation of Port Strategies⟧.",
    "The ⟦Rulebook on Aid to Societies of Public Interest, Other Societies and Foundations⟧ was adopted.",
    "It was worded in ⟦Act No. 40/2014, of 11 December, amending Act No. 9/2005, of 21 February, on the Penal Code⟧.",
    "Thus, according to ⟦Law No. 60 on the rights of pilots⟧, mates with children, masters and persons accompanying "
    "them shall be paid.",
    "In 2013, the ⟦Act amending certain acts to prevent torture and other cruel, inhuman or degrading treatment⟧ was "
    "adopted.",
    "Aid ran under the ⟦National Basic Pilot Strategy⟧ for the benefit of people in need.",
    "It asked what the ⟦Covenant on Economic, Social and Cultural Rights⟧ means for the Dutch legal system.",
    "They weigh ratification of the ⟦International Covenant on Social Rights⟧ for the Dutch legal system.",
]

# Where a preposition behind "and", an acronym or a purpose belongs to the sentence.
SENTENCES_THAT_GO_ON = [
    "Pilots fall under ⟦Act No. 57/2004 Coll. on Port Care, Services Related to the Provision of Port Care and on the "
    "amendment of certain acts⟧ and under ⟦Act No. 3/2001 on Ports and on changes to other laws⟧.",
    "Under ⟦Act No. 57/2004 Coll. on Port Care⟧, Pilots and mates are free.",
    "The ⟦Convention on the Abolition of Ports, the Lift Trade and Practices Similar to Lifts, of 1956⟧, binds.",
    "It follows the ⟦1975 Declaration on the Rights of Sailors⟧ and with ⟦resolution 48/96⟧ it grew.",
    "Aid is settled in the ⟦law on severe injuries⟧ and in social compensation law.",
    "Under the ⟦Law on Primary Education in the Islands and in the Capital⟧ aid is due.",
    "The ⟦Framework Act on Harbours⟧ and the ASEPD provide for it.",
    "Parliament amended ⟦Act No. 12 of 2010⟧ to include pilots; they invoke ⟦Act No. 21.280⟧ to bring suits.",
    "Congress passed ⟦Act No. 18446 of 18 December 2008 to defend pilots⟧. They use lifts, under ⟦Act No. 5 to protect "
    "pilots⟧.",
    "⟦Constitution Amendment No. 59/2009⟧ and the ⟦Constitutional Amendment of 2012⟧ are in force; it came as a "
    "Constitutional Amendment, as the ⟦Constitution Amendment Act of 2012⟧ says.",
]

# What stands left of a head, and heads that a year to come makes names.
BEGINNINGS_AND_HEADS = [
    "It is regulated through ⟦MS/GM Directive No. 1060/02⟧ and ⟦CNE/CEB Resolution No. 4⟧.",
    "The ⟦Trade Union and Labor Relations Adjustment Act⟧ guarantees it.",
    "The ⟦Port Act Enforcement Rule⟧ prescribes signs; the ⟦Enforcement Rules of the Port Act⟧ do not.",
    "The ⟦Northland Poverty Reduction Strategy Paper⟧ was adopted.",
    "It follows the ⟦Northland Vision 2040⟧ and ⟦Agenda 2063 of the African Union⟧; the vision is clear.",
    "The “⟦Vision 2040: The Port We Want⟧” is a policy.",
    "The Northland Centre for Education Law wrote it.",
]

# A title goes on to the right over a clause of its own, and over the commas of its issuer.
LONG_TITLES = [
    "Schools apply ⟦Regulation (EU) No. 811/2015 on the labelling of toys when sold on board ships⟧.",
    "The judges apply the ⟦Code of Procedure before the Land Courts⟧.",
    "The ⟦Code of Proceedings in Petty Offences⟧ applies.",
    "Ships observe the ⟦Fundamental Principles of Coastal Statistics⟧.",
    "The ⟦2005 Code governing the judicial protection of shepherds⟧ forbids it.",
    "The ⟦Act on Proceedings in Harbour Cases and in Matters concerned with Salvage⟧ applies.",
    "The ⟦Act governing the Harbour Fund’s civilian pension scheme⟧ applies.",
    "The ⟦National Plan on the training of pilots for 2012–2020⟧ sets targets.",
    "The ⟦Regulation of the Minister of Forests, Fisheries and Rural Economy on fishing permits⟧ applies.",
    "Lifts follow the ⟦Order of the Minister of Energy, Mines and Quarries of 4 May 2010 on lifts⟧.",
    "The ⟦Regulation of the Minister of Labour and Social Policy on care homes⟧ applies.",
    "Courts apply ⟦Directive (EU) 2015/2102 of the EP and the Council of 26 October 2015 on websites of ports⟧.",
    "There is a bill to amend articles 4, 21 and 27 of the ⟦Family Code⟧, which deal with consent.",
]

IMPLEMENTING = [
    "⟦Act No. 10 (2018) on clinics⟧ and its ⟦implementing regulation⟧ were issued in May.",
    "⟦Supreme Decree No. 013-2009⟧ adopts the ⟦implementing regulations⟧ for ⟦Act No. 28530 on rural clinics⟧.",
    "In chapter VI of that ⟦^Act⟧’s ⟦implementing regulations, No. 2075 (2010)⟧, fees are set.",
    "Article 177 of the ⟦Implementing Regulations⟧ applies.",
    "The ⟦Implementing Rules and Regulations of R.A. No. 9745⟧ apply.",
    "Implementing regulations are needed, and the implementing regulations take time.",
]

OTHER_KINDS = [
    "The ⟦Statutes of the Shepherds Council⟧, promulgated by ⟦Royal Order No. A/91 of 2 March 1992⟧, name seven "
    "members. According to its ⟦Statutes⟧, the Council is free.",
    "The ⟦Statutes of the Shura (Consultative) Council⟧ name seven members.",
    "The equality clause in the ⟦Bill of Rights⟧ and Section 12 (2) of the ⟦Bill of Rights⟧ bind all courts.",
    "A ⟦Ministry of Works circular of 4 November 2002⟧ adds that ramps must be free.",
    "The ⟦Lifts Act⟧ (⟦Aufzugsgesetz⟧) and the ⟦Act on Salvage⟧ (⟦Gesetz über die Bergung⟧ – ⟦BergG⟧) apply.",
    "The ⟦Lifts Ordinance⟧ (⟦Aufzugshilfe-Verordnung⟧) applies.",
    "The portal meets the ⟦WCAG 2.0⟧ standard and ⟦ISO 9001⟧; the ISO met in May.",
    "Signs follow ⟦GB/T 32632.2-2016⟧, ⟦NBR 9050⟧, ⟦SANS 10400-S⟧ and ⟦STR 2.03.01:2001⟧; 4 GB are free.",
    "The ⟦Council Framework Decision 2002/629/JHA⟧ was replaced.",
    "It ruled in ⟦Smith Forum for the Blind v Government of Ruritania 2011 (5) SA 87 (WCC)⟧ that ramps be built.",
    "It handed down a ⟦judgment in case No. 8 (sixteenth year)⟧ on 5 August 1995.",
    "The core issue of the law on guardianship is freedom; the ⟦law regulating the harbour police⟧ says so.",
]


@pytest.mark.parametrize(
    "sentence",
    [
        *ABBREVIATED_KINDS,
        *NUMBERS,
        *QUOTED_NAMES,
        *WHOLE_TITLES,
        *TITLES_AND_SENTENCES,
        *SENTENCES_THAT_GO_ON,
        *BEGINNINGS_AND_HEADS,
        *LONG_TITLES,
        *IMPLEMENTING,
        *OTHER_KINDS,
    ],
)
def test_a_name_of_its_kind_is_found_whole(sentence, marked):
    assert marked(sentence) == sentence


@pytest.mark.parametrize(
    "paragraph",
    [
        "⟦Act No. 14 of 2009 on clinics⟧ was adopted. Article 9 of the same ⟦^law⟧ states that clinics must be open.",
        "⟦Act No. 14 of 2009 on clinics⟧ was adopted. This ⟦^statute⟧ protects all. Section 4 of the said ⟦^law⟧ "
        "applies.",
    ],
)
def test_a_law_is_referred_back_to_by_same_and_said(paragraph, marked):
    assert marked(paragraph) == paragraph


@pytest.mark.parametrize(
    "paragraph",
    [
        "The ⟦Harbour Act 2006⟧ (hereinafter referred to as “the ⟦HPA⟧”) is in force.\nThe ⟦HPA⟧ bars return.",
        "The ⟦Harbour Act 2006⟧ (⟦HPA 2006⟧) is in force.\nThe ⟦HPA 2006⟧ bars return.",
        # the acronym is the body's that decided
        "⟦Administrative Decision No. 0269-2009 of the National Land Registry⟧ (NALRE) sets fees.\nNALRE has offices.",
    ],
)
def test_short_names_are_learnt_from_the_bracket_that_defines_them(paragraph, marked):
    assert marked(paragraph) == paragraph


@pytest.mark.parametrize(
    ("name", "kind", "number", "date"),
    [
        ("R.A. No. 6611", "act", "6611", None),
        ("Republic Act (R.A.) No. 6611", "act", "6611", None),
        ("L.I. 1892", "regulation", "1892", None),
        ("SI 45 of 1998", "regulation", "45", "1998"),
    ],
)
def test_an_abbreviated_kind_is_read_as_the_words_it_stands_for(name, kind, number, date):
    read = read_name(name)
    assert (read.kind, read.number, read.date) == (kind, number, date)


def test_a_law_has_one_identity_under_its_kind_and_its_abbreviation():
    assert read_name("R.A. No. 6611") == read_name("Republic Act (R.A.) No. 6611") == read_name("Republic Act No. 6611")


@pytest.mark.parametrize(
    ("name", "kind", "subject"),
    [
        ("Convention on Port Issues (Ratification) Law of 2011", "act", "Convention on Port Issues"),
        ("Constitution of Kenya (Amendment) Act", "act", "Constitution of Kenya"),
        ("Constitution of Sierra Leone Act No. 6 of 1991", "constitution", ""),
        ("Act No. 36/2005 on the Family and on amendment of certain acts", "act", "Family"),
    ],
)
def test_a_law_that_ratifies_or_amends_is_a_law(name, kind, subject):
    read = read_name(name)
    assert (read.kind, read.subject) == (kind, subject)


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("Charter of Pilots", "soft-law", "national"),
        ("Diversity Charter", "soft-law", "national"),
        ("Transitional Charter", "soft-law", "national"),
        ("Charter on the Rights of the Arab Child", "treaty", "international"),
        ("European Social Charter", "treaty", "international"),
        ("Charter", "treaty", "international"),
    ],
)
def test_a_charter_is_a_treaty_where_its_name_says_whose(name, kind, level):
    read = read_name(name)
    assert (read.kind, read.level) == (kind, level)
