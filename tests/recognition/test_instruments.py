"""Instruments in the sentences of State reports, by legal tradition; ⟦…⟧ marks a mention, ⟦^…⟧ a back-reference."""

from __future__ import annotations

import pytest

POST_SOVIET = [
    "(7) ⟦Supreme Court Regulatory Decision No. 7 of 28 December 2009 on the application of the "
    "provisions of criminal "
    "law and criminal procedure law concerning respect for personal liberty and the inviolability of "
    "human dignity and "
    "prevention of torture, violence and other cruel or degrading treatment or punishment⟧;",
    "(9) ⟦Order No. 83 of the Procurator-General of 12 September 2011⟧ approving the ⟦Instructions for the receipt, "
    "registration, including in electronic format, and consideration of statements, reports, complaints and other "
    "information on crimes and incidents⟧;",
    "The ⟦Internal Regulations of remand centres⟧, which were approved by ⟦Ministry of Internal Affairs "
    "Order No. 182 of "
    "29 March 2012⟧, and other laws and regulations.",
    "In 2008, the Supreme Court adopted a ⟦regulatory decision on the application of international treaties to which "
    "Kazakhstan is a party⟧.",
    "The ⟦Juvenile Justice System Development Framework 2009–2011⟧ was ratified by ⟦presidential decree⟧ "
    "on 19 August 2008.",
    "In 2013 new ⟦drafts of the criminal code⟧ and ⟦code of administrative offences⟧ were submitted to Parliament.",
    "In 2012, a ⟦bill on the protection of children from information detrimental to their health⟧ was prepared.",
    "Article 29 of the ⟦Law of the Republic of Azerbaijan “On prevention of disabilities and impaired health of "
    "children”⟧ applies.",
    "under the provisions of the ⟦Government Decision No. 1268 of 21.11.2007 “On the compensation of the transport "
    "service expenses”⟧,",
    "According to ⟦Law No. 100 of 26.04.2001 on the civil status⟧ with the subsequent amendments, civil status bodies",
    "⟦Law No. 60 of 30.03.2012 on the social inclusion of persons with disabilities⟧ entered into force.",
]

COMMON_LAW = [
    "The ⟦Persons with Disabilities Act, 2003⟧, ⟦Act No. 14 of 2003⟧ was assented to on the 31st December, 2003.",
    "⟦Representation of the People Act (Chap. 2:01)⟧ ⟦Election Rules⟧ Section 3",
    "It came into force through ⟦Legal Notice No. 64 of 2004⟧.",
    "has drafted The ⟦Persons with Disabilities (Amendment) Bill⟧ to ensure that",
    "The ⟦Children’s Act⟧ and the ⟦Law of Succession Act⟧ protect all children.",
    "The ⟦DepEd Order No. 116, s. 2010⟧ revised it; ⟦Memorandum Order No. 40, s. 2008⟧, section 3, applies.",
    "Under the ⟦Act on Equal Rights for Men and Women⟧ and the ⟦2017 Act on Domestic Violence⟧ all are protected.",
    "⟦Employment Act 2007⟧ (⟦Act No. 11 of 2007⟧) contains elaborate provisions.",
    "the ⟦Child (Care, Justice and Protection) Act⟧, the ⟦Representation of the People Act⟧",
    "the ⟦Mental Health Act (Chap. 28:02)⟧, the ⟦Adoption of Children Act, Chap. 46:03⟧ and the ⟦Copyright Act⟧",
    "Section 13 of the ⟦Persons with Disability Act, 2011⟧ on access provides",
    "the ⟦Constitution of Sierra Leone Act No. 6 of 1991⟧",
]

LATIN_AMERICAN = [
    "⟦Decree-Law No. 286 on the work of prevention, assistance and social work⟧ ordered that the system be part of it.",
    "⟦Act No. 16 of 2001 on the protection of abandoned persons⟧ protects them.",
    "Article 256 of ⟦Act No. 18172⟧ established the programme.",
    "established under article 10 of ⟦Act No. 16095 (1989)⟧, as amended by the single article of ⟦Act "
    "No. 16160 (1990)⟧,",
    "⟦Act No. 18311 on the protection of personal data and the remedy of habeas data⟧.",
    "⟦Law No. 10436 dated April 24, 2002⟧ and ⟦Decree 5296/04⟧ recognise sign language.",
    "⟦Royal Decree-Law No. 1/1995 of 24 March 1995⟧, approving the ⟦consolidated text of the Act on the status of "
    "workers⟧, establishes",
    "⟦Act No. 35/2008, of 18 December, on the Labour Relations Code⟧ and ⟦Decree No. 1612/2007⟧",
    "a person may be fined under ⟦Act No. 42 of 1999⟧ for the improper use of parking spaces.",
    "⟦Decree No. 5296 dated December 2, 2004, governing accessibility for persons with disabilities⟧.",
    "⟦Executive Decree No. 8 of 2008⟧, regulating ⟦Act No. 23 of 2007, on the establishment of the National "
    "Secretariat for Disabilities⟧; ⟦Law No. 8069⟧, governing the ⟦Child and Adolescent Statutes⟧,",
    "was the ⟦Act of 14 October 1983, establishing a Pension for Adults with Physical and/or Mental Disabilities⟧.",
    "the ⟦National Disability Policy⟧ on the basis of needs; the ⟦^Action Plan⟧ for implementation of reforms",
    "Moreover, article 7 of the ⟦Comprehensive Act combating Violence against Women⟧ stipulates that:",
    "under the ⟦Act on Equity and Comprehensive Development for Persons with Disabilities⟧, businesses",
]

FRANCOPHONE = [
    "⟦Act No. 027/PR/2020 of 31 December 2020 on asylum in the Republic of Chad⟧; ⟦Decree No. 498/PR/PM/MEP/07 of "
    "28 June 2007 on the reorganization of the National High Commission for Demining⟧, which established",
    "Article 8 of ⟦Act No. 49-2005/AN of 21 December 2005 on Reproductive Health⟧ provides:",
    "⟦Decree No. 2012-828/PRES/PM/MASSN of 22 October 2012⟧ sets the terms.",
    "⟦Decree No. 1521/PR/MFPPESN/2019 establishing the terms of application of Act No. 007/PR/2007⟧. With respect",
    "⟦Ordinance No. 15/PR/2018 of 31 May 2018 on the powers and functioning of the Supreme Court⟧.",
    "the ⟦Walloon Government Decree of 6 April 1995 on the integration of persons with disabilities⟧).",
]

ARAB = [
    "Article 6 of the ⟦Jordanian Constitution⟧ lays down the principle of equality.",
    "under article 20 of the ⟦Nursery School Order, No. 52 of 2005⟧.",
    "The ⟦Rights of Persons with Disabilities Act. No. 31 of 2007⟧, sets forth the right of children.",
    "⟦Federal Law No. 29 of 2006⟧ and ⟦Royal Decree No. M/37 of 23/9/1421H⟧ protect these rights.",
]

NORTHERN_AND_ASIAN = [
    "the ⟦Anti-Discrimination against and Remedies for Persons with Disabilities Act⟧ (ARPDA) was enacted",
    "⟦Act No. 365/2004 Coll. on Equal Treatment in Certain Areas and on Protection Against Discrimination⟧ applies.",
    "in accordance with ⟦Act No. 131/2002 Coll. on Higher Education and on amendment of certain acts⟧, create",
    "⟦Regulation (EC) No. 1107/2006 of the European Parliament and of the Council of 5 July 2006⟧ and "
    "⟦Directive (EU) "
    "2016/2102⟧",
    "The ⟦Framework Act on Building⟧ states that the State shall act.",
    "the ⟦Parliament of Greenland Order on assistance to persons with disabilities⟧.",
    "Amendment (IX) to the ⟦Criminal Law (2015)⟧ increased the penalties; ⟦Supreme Court Decision 2010Do881⟧ agrees.",
    "According to ⟦Labour Law⟧ everyone has an equal right; Article 13 of ⟦Civil Procedure Law⟧ defines a language.",
]

INTERNATIONAL = [
    "39 ⟦Fishermen’s Articles of Agreement Convention (No. 114)⟧ and the ⟦Forced Labour Convention (No. 29)⟧ apply.",
    "report on the ⟦Convention on the Rights of the Child⟧, Nos. 181 and 182",
    "under the ⟦Convention on the Rights of Persons with Disabilities⟧ UN Doc CRPD/C/2/3 (2009).",
    "the ⟦Convention on Elimination of all Forms of Discrimination against women⟧, for all",
    "⟦Council of Europe Convention No. 108 for the Protection of Individuals with regard to Automatic Processing of "
    "Personal Data⟧ guarantees it.",
    "⟦Council Directive 2000/43/EC of 29 June 2000 implementing the principle of equal treatment between persons "
    "irrespective of racial or ethnic origin⟧, the French Community has designated",
    "• ⟦Fishermen’s Competency Certificates Convention, 1966 (No. 125)⟧;",
    "reserved the ratification of Article 25 (e) of the ⟦Convention⟧ on the grounds that the Article conflicts",
    "It has ratified the ⟦Optional Protocol to the International Covenant on Civil and Political Rights, "
    "of 1966⟧, the "
    "⟦Slavery Convention, of 25 September 1926⟧, and others.",
    "(3) The ⟦Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment, of 1984⟧;",
    "(5) The ⟦Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, "
    "supplementing the United Nations Convention against Transnational Organized Crime, of 2000⟧;",
    "the ⟦Optional Protocol to the Convention on the Rights of the Child on the sale of children, child "
    "prostitution and "
    "child pornography⟧.",
    "(1) The ⟦Agreement between the Government of Kazakhstan and the Government of Estonia on "
    "Cooperation in Combating "
    "Organized and Other Forms of Crime, of 2 June 2004⟧;",
    "the ⟦International Labour Organization (ILO) Worst Forms of Child Labour Convention, 1999 (No. 182)⟧, and",
    "including the ⟦Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)⟧ and the "
    "⟦Right to Organise and Collective Bargaining Convention, 1949 (No. 98)⟧",
    "⟦Migration for Employment Convention (Revised), 1949 (No. 97)⟧; ⟦Equal Remuneration Convention, 1951 (No. 100)⟧",
    "the entry into force of the ⟦Convention⟧ for the State Party.",
    "the same rights that are recognized in the ⟦Constitution⟧ for all Chadian citizens",
    "the ⟦Standard Minimum Rules for the Treatment of Prisoners⟧ is being addressed.",
    "the ⟦United Nations general guidelines for preparing national reports under international human rights "
    "instruments⟧;",
    "the ⟦Convention on the Rights of persons with disabilities⟧ and its protocol",
    "reports on the ⟦United Nations Convention on the Rights of the Child⟧, Nos. 181 et seq.",
    "the ⟦Convention on the Rights of the Child⟧ and United Nations recommendations on early childhood education",
    "the ⟦Law on Protection of Persons with Mental impairments of the FBiH⟧ (Official Gazette of the FBiH, 37/01)",
    "⟦Decree of the Ministry of Education, Science, Research and Sport of SR No. 458/2012 Coll. on minimal rights of a "
    "student with specific needs⟧",
    "⟦Decree of the Minister of Labour, Social Protection and Family No. 34⟧ is in force.",
    "the ⟦Vienna Declaration and Programme of Action⟧, in which States",
    "as set out in ⟦General Assembly resolution 48/96⟧.",
    "the ⟦Marrakesh Treaty to Facilitate Access to Published Works for Persons Who Are Blind, Visually Impaired or "
    "Otherwise Print Disabled⟧.",
]

PROGRAMMES = [
    "The ⟦national strategy for the elderly 2010-2020⟧ and the ⟦national plan for pilots 2015–2019⟧ were adopted.",
    "⟦2009–2010 Strategic plan for prevention of violence⟧. It adopted a ⟦national policy on ports 2020–2030⟧.",
    "The ⟦“Hope at Sea” educational programme⟧ is for pilots.",
    "in connection with the ⟦strategy on Denmark's humanitarian efforts 2010-2015⟧.",
    "The ⟦strategy on Denmark's support to civil society in third-world countries (2008)⟧ stresses the importance",
    "created the ⟦Agenda to Eliminate the Under Registration of Births⟧ (Agenda de Compromisso)",
    "The plan is aligned with the ⟦African Union Agenda 2063⟧ and SDGs to guide the delivery",
    "the ⟦Programme for the Further Development of the Penal Correction System of Kazakhstan for "
    "2007–2009⟧ was adopted",
    "the Council of Ministers adopted the ⟦National Strategic Plan for Children and Adolescents "
    "2006-2009⟧ (⟦PENIA Plan⟧).",
    "the “⟦State Program for Socio-economical Development of the Regions of the Republic of Azerbaijan in 2009-2013⟧”.",
    "the ⟦National Social Protection Policy⟧ was put into effect.",
    "the ⟦First National Accessibility Plan 2004-2010⟧, which is discussed",
    "the ⟦Malawi Growth and Development Strategy II⟧ also highlights",
    "the ⟦“Accessible Chile” Plan⟧ developed by the service",
]

APPROVED_BY_NAME = [
    "⟦Order No. 5 of 6 May 2004⟧ approved the ⟦Procedure for providing comprehensive assistance to children⟧.",
    "• ⟦List of assistive devices available to persons with disabilities⟧, approved by ⟦Decision No. 754 of 2005⟧",
    "the ⟦Special Requirements for the Provision of Medical Services to Adults⟧ approved by the ⟦^said Order⟧",
    "a List of Schools was read; the Conditions of life; approved the Procedure",
]

OTHER_TRADITIONS = [
    "⟦Ports Government Decrees of 5 October 2007 on the profile of pilots and on core skills of pilots⟧.",
    "It was amended by ⟦Collective Labour Agreement No. 85 bis of 27 February 2008⟧.",
    "In response, the ⟦Affordable Piers: Enabling Ports Act 2008⟧ was passed.",
    "⟦Directive 2012/29/EU on the rights, the support and the protection of pilots⟧ (replacing it).",
    "Under ⟦Decree No. 1-2003 creating the Register of Firms that Promote the Interests of Pilots⟧, they act.",
    "article 88 of ⟦Programme Act (I) of 24 December 2002⟧ and the consolidated ⟦Acts on allowances for pilots⟧ apply.",
    "See the ⟦ministerial circulars of 3 April 2001⟧ and ⟦25 April 2003⟧ on piers.",
    "⟦Cabinet Regulations of 22 December, 2009 no. 1608 “On Allowances For Those For Whom Care Is Due”⟧ Section 2.",
    "⟦Cabinet Regulations of 22 December, 2009 no. 1607 “On Pilotage in Ports ”⟧ Section 2.",
    "⟦Judgment issued in appeal No. 1127⟧, fortieth judicial year; ⟦Judgment issued in case No. 8⟧ of year 16.",
    "See ⟦Rulings C-293 of 2010⟧ (www.court.example/C-293-10.htm); ⟦C-824 of 2011⟧ (www.court.example/C-824-11.htm).",
    "⟦Regulations on psychiatric care⟧, technical standard on therapy and protocol for visits.",
    "Articles 333-335 of the ⟦Ruritanian Criminal Code⟧ on abuse. Article 333. Anyone who hits a person",
    "pursuant to the ⟦Act of 26 June 1990 on the protection of persons with mental illness⟧ retain full capacity.",
    "Under article 27 of the ⟦basic law on education⟧, pupils are taught.",
    "in Sofala and Nampula Provinces under ⟦Ministerial Diploma No. 191/2011 of 25th July⟧. These",
    "the Ministry of Cities issued ⟦Normative Rule No. 22 dated May 10, 2010⟧, which",
    "CRA bylaws, the ⟦Code on audio-visual media services and radio media services⟧, which prescribes standards",
    "The ⟦building proclamation No. 624/2009⟧ is under revision.",
    "the ⟦Protocol on Cooperation between the Ministry of Labour, War Veterans and Protection and the Health Fund⟧ of",
    "The ⟦Outline for the Development of Women in China (2011–2020)⟧ calls for improvements; the Outline of work",
    "⟦Order of the Ministry of Health No. 507 of 26.07.2010, “On the establishment of the Committee”⟧ regulates",
    "Review of the ⟦Action Plan of the Republic of Slovenia for the Implementation of Resolution 1325⟧ and others",
    "⟦Recommendation CM/Rec (2012)13 of the Committee of Ministers of the member states on ensuring quality⟧, as",
    "approves the ⟦Rules of Operation of Public Administration Services⟧, where; the Rules of Court Committee",
    "and the ⟦Guidelines on the treaty-specific document⟧ to be submitted to the Committee",
    "under the ⟦Compact of Free Association⟧ with the United States",
    "the rules in the ⟦act on hospitals⟧ are; the benefit of the law on equal grounds; a law on schools is needed",
    "The Community adopted a ⟦decree on combating certain forms of discrimination⟧ (including discrimination)",
    "the ⟦draft regulation⟧ prepared to establish a centre; this ⟦draft general education law⟧ has a chapter",
    "the ⟦draft act⟧ explicitly acknowledges; a draft law",
    "The ⟦Act on the Protection of Personal Information Maintained by Public Agencies⟧, established in January 1994,",
    "Article 9(1) of the ⟦Law on the Registration of Death of a Human Being⟧, and on Critical Conditions states",
    "the ⟦higher education institutions proclamation No. 1152/2019⟧, the ⟦electoral law and political parties "
    "proclamation No. 1162/2019⟧, the new ⟦labor proclamation No. 1156/2019⟧; adopted ⟦law No. 5⟧; a new ⟦law No. 6⟧",
    "medical reforms under the ⟦12th Five-Year Plan⟧ and the ⟦2nd Action Plan on Women, Peace and Security⟧",
    "In its ⟦Conclusion No. 02/4.12-1967-1/11, dated the 31st of October 2011⟧, the Board obliged",
    "signed the ⟦Global Compact for Safe, Orderly and Regular Migration⟧ and the ⟦Global Compact on Refugees⟧",
    # Philippines, Thailand, Ethiopia, India
    "The Philippines enacted ⟦Republic Act No. 7277⟧, or the ⟦Magna Carta for Disabled Persons⟧, in 1992.",
    "The ⟦Persons with Disabilities Empowerment Act, B.E. 2550 (2007)⟧, section 20, guarantees this.",
    "The ⟦Right to Employment of Persons with Disability Proclamation No. 568/2008⟧ prohibits discrimination.",
    "The ⟦Rights of Persons with Disabilities Act, 2016⟧ (⟦RPwD Act⟧) was passed by Parliament.",
    # Hungary, Sweden, Poland, Russia, Ukraine
    "⟦Act XXVI of 1998 on the Rights and Equal Opportunities of Persons with Disabilities⟧ and ⟦Act CXXV of 2003 on "
    "Equal Treatment⟧ apply.",
    "The ⟦Discrimination Act (2008:567)⟧ entered into force in 2009.",
    "The ⟦Act of 27 August 1997 on vocational and social rehabilitation and employment of disabled "
    "persons⟧ (Journal of "
    "Laws No. 123, item 776) governs this.",
    "⟦Federal Law No. 181-FZ of 24 November 1995 on the social protection of persons with disabilities "
    "in the Russian "
    "Federation⟧ was amended by ⟦Federal Act No. 419-FZ⟧.",
    "The ⟦Law of Ukraine “On the Fundamentals of Social Protection of Disabled Persons in Ukraine” No. "
    "875-XII of 21 March "
    "1991⟧ applies.",
    "The ⟦Law of Georgia on Social Protection of Persons with Disabilities⟧ was adopted.",
    # Emirates, Israel, Morocco, Viet Nam, Japan
    "⟦Federal Law No. (29) of 2006 on the rights of persons with special needs⟧ was amended.",
    "The ⟦Equal Rights for Persons with Disabilities Law, 5758-1998⟧, prohibits discrimination.",
    "⟦Framework Law No. 97.13 on the protection and promotion of the rights of persons with "
    "disabilities⟧ was enacted by "
    "⟦Dahir No. 1-16-52 of 27 April 2016⟧.",
    "⟦Decree No. 28/2012/ND-CP of 10 April 2012⟧ details the ⟦Law on Persons with Disabilities⟧ (⟦Law "
    "No. 51/2010/QH12⟧).",
    "The ⟦Basic Act for Persons with Disabilities⟧ (⟦Act No. 84 of 1970⟧) was revised.",
    # United Kingdom, Colombia, Peru
    "The ⟦Equality Act 2010⟧ and the ⟦Equality Act 2010 (Specific Duties) Regulations 2011⟧ impose duties.",
    "⟦Statutory Act 1618 of 2013⟧ and ⟦Act 361 of 1997⟧, and ⟦judgments C-606 of 2012⟧ and ⟦T-025 of 2004⟧.",
    "⟦Supreme Decree No. 002-2014-MIMP⟧ approves the ⟦Regulations of the General Act on Persons with Disabilities⟧.",
    # courts and the United Nations
    "The Supreme Court, in ⟦Minister of Health v. Treatment Action Campaign⟧, ruled that",
    "Art. 104 of the ⟦Basic Law⟧ “Persons in custody may not be subjected to physical mistreatment.”",
    "⟦Francis Kafantayeni & 5 Others vs. The Attorney General⟧ was decided in 2005.",
    "⟦Security Council resolution 1325 (2000)⟧, ⟦General Assembly resolution 217 A (III)⟧ and ⟦Human Rights Council "
    "resolutions 16/21⟧ and ⟦26/20⟧.",
    "the ⟦Incheon Strategy to “Make the Right Real” for Persons with Disabilities in Asia and the Pacific⟧",
    "the first ⟦Public Policy and National Plan of Action on Human Rights⟧ is in force.",
    "The ⟦Measures for the Administration of Air Transport for the Disabled (2015)⟧ and other measures apply.",
    "the ⟦National Programme of Measures for Roma for the Period 2017–2021⟧ and the Access to Justice campaign",
    "implementing the ⟦Access to Justice Programme⟧, under which lawyers provide advice",
    "Report on the ⟦Convention on the Rights of Persons with Disabilities⟧ in Bosnia and Herzegovina",
    "⟦Recommendation CM/Rec (2012)13 of the Committee of Ministers⟧ and ⟦general comment No. 1 (2014)⟧",
    "The Sustainable Development Goals and the ⟦2030 Agenda for Sustainable Development⟧.",
    "under the ⟦Work and Income according to Labour Capacity Act⟧; the Danes according to ⟦Labour Capacity Act⟧",
    "in the Employment Service according to ⟦Labour Capacity Act⟧; the Harbour Pilots, according to the ⟦Labour Act⟧",
    "The department signed a ⟦Joint Circular⟧ with the Lifts Centre; the ⟦finance bill for 2020⟧ was tabled.",
]

NO_INSTRUMENTS = [
    "Source: Integrated Social Programme Database, 2022.",
    "dialogue events to develop an Action Plan for this Land",
    "The Ministry has adopted the Kenyan code for the design of piers.",
    "The Commission approved a plan for the working group for the period up to and including 2020.",
    "The Convention of Northern Local Authorities (CoNLA) met ministers; CoNLA has 32 members.",
    "a Joint Decision was taken",
    "the section contains a Declaration of Policy on ships",
    "The programme for the fourth trimester of 2015 included discussion-based academic activities",
    "members of the Charter for Human Rights Foundation took part.",
    "Under Kazakh criminal law, liability varies; other laws and regulations apply.",
    "unless otherwise stipulated in an international treaty to which Kazakhstan is a party.",
    "a fundamental freedom in the Bill of Rights has been denied; an Act of Parliament may",
    "the Law Faculty, the Kenya Law Reform Commission, the Policy Coordination Committee",
    "international human rights law and the rule of law",
    "on receipt of an order or instruction that contradicts the law",
    "Kenya enacted new Labour Laws in 2007.",
]


@pytest.mark.parametrize(
    "sentence",
    [
        *POST_SOVIET,
        *COMMON_LAW,
        *LATIN_AMERICAN,
        *FRANCOPHONE,
        *ARAB,
        *NORTHERN_AND_ASIAN,
        *INTERNATIONAL,
        *PROGRAMMES,
        *APPROVED_BY_NAME,
        *OTHER_TRADITIONS,
        *NO_INSTRUMENTS,
    ],
)
def test_a_name_is_found_whole(sentence, marked):
    assert marked(sentence) == sentence


@pytest.mark.parametrize(
    "paragraphs",
    [
        "The ⟦Act of 21 May 2013 on Personal Data⟧ regulates such data.\nArticle 11 of the ⟦^Act⟧ states "
        "that owners must",
        "having ratified the ⟦Convention on the Rights of the Child⟧, and\nthe report on the ⟦^latter instrument⟧.",
        "in accordance with the ⟦^above-mentioned Act⟧ and the ⟦General Policy Act on the Prevention and "
        "Management of "
        "Risks, Humanitarian Crises and Disasters⟧.",
        "the ⟦Third Plan of Action for Persons with Disabilities 2009-2012⟧ has been adopted. The ⟦^plan⟧ "
        "incorporates "
        "the gender perspective.",
        "principles of the ⟦First Plan of Action for Women with Disabilities⟧ and of the ⟦^earlier plan⟧ with the aim",
        "⟦Act No. 49/2007⟧ creates offences.\narticle 3, paragraph (c), of the ⟦^law⟧ in force.",
        "the ⟦National Strategic Plan for Children 2006-2009⟧ was adopted. The ⟦^text⟧ is in line with the Committee’s "
        "views.",
        "The text is long; this document was prepared by the Ministry.",
        "The plan for the construction of ramps is ready; the law protects all.",
    ],
)
def test_a_back_reference_needs_a_name_near_it(paragraphs, marked):
    assert marked(paragraphs) == paragraphs


def test_the_treaty_reported_on_is_no_back_reference(marked):
    sentence = "Article 2 of the ⟦Convention⟧ contains definitions. Under article 12 of the ⟦Convention⟧,"
    assert marked(sentence) == sentence


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("⟦Acts Nos. 15/2003⟧ and ⟦22/2010⟧ apply.", ["22/2010"]),
        ("the ⟦Labour and Civil Codes⟧ apply.", ["Labour and Civil Codes"]),
        ("⟦Acts Nos. 5⟧, ⟦7⟧, and ⟦9 of 2006⟧; ⟦Acts Nos. 5/2003⟧ and 7 decrees.", ["7", "9 of 2006"]),
        ("⟦Decrees 5⟧, ⟦7⟧ and ⟦9 of 3 May 2006⟧ apply; decrees 5, 7 and 9 do not.", ["7", "9 of 3 May 2006"]),
        ("⟦Resolutions Nos. 412⟧ and ⟦3384 of 2000⟧ and 7 pilots", ["3384 of 2000"]),
        ("The ⟦public budget acts for 2009⟧ and ⟦2010⟧ apply; the budget acts for 2009 to 2012", ["2010"]),
    ],
)
def test_names_that_share_a_head(text, shared, marked, found):
    assert marked(text) == text
    assert [m.text for m in found(text) if m.shared_head] == shared
