"""Citations as the reports of many States print them: what is found in a sentence, and what each denotes.

A sentence, then each instrument in it with the name of what it denotes (None: itself), and each provision with its law.
The States are others than those whose reports have annotations.
"""

from __future__ import annotations

import pytest

from treatygraph import recognise, resolve
from treatygraph.report import Annotated, Report, Source, Unit

CAT = "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"

SENTENCES = [
    # Ghana: the number of the Act in brackets behind its year, of an amending Act too
    (
        "Section 104 of the Criminal Offences Act, 1960 (Act 29) was amended by the Criminal Code (Amendment) Act, "
        "2012 (Act 849).",
        [
            ("Criminal Offences Act, 1960", None),
            ("Act 29", "Criminal Offences Act, 1960"),
            ("Criminal Code (Amendment) Act, 2012", None),
            ("Act 849", "Criminal Code (Amendment) Act, 2012"),
        ],
        [("Section 104 of the Criminal Offences Act, 1960", "Criminal Offences Act, 1960")],
    ),
    # … but what an Act amends may stand in the brackets behind it
    (
        "The Act amending the Criminal Code (Act No. 12 of 1960) applies.",
        [("Act amending the Criminal Code", None), ("Act No. 12 of 1960", None)],
        [],
    ),
    # Sri Lanka: a statute that has the name of a treaty
    (
        f"The {CAT} Act, No. 22 of 1994 and the International Covenant on Civil and Political Rights Act, No. 56 of "
        "2007 apply.",
        [
            (f"{CAT} Act, No. 22 of 1994", None),
            ("International Covenant on Civil and Political Rights Act, No. 56 of 2007", None),
        ],
        [],
    ),
    # South Africa, New Zealand: brackets inside the name of an amendment
    (
        "Section 5 of the Criminal Law (Sexual Offences and Related Matters) Amendment Act 32 of 2007 applies.",
        [("Criminal Law (Sexual Offences and Related Matters) Amendment Act 32 of 2007", None)],
        [
            (
                "Section 5 of the Criminal Law (Sexual Offences and Related Matters) Amendment Act 32 of 2007",
                "Criminal Law (Sexual Offences and Related Matters) Amendment Act 32 of 2007",
            )
        ],
    ),
    (
        "It was repealed by the Crimes (Substituted Section 59) Amendment Act 2007.",
        [("Crimes (Substituted Section 59) Amendment Act 2007", None)],
        [],
    ),
    # India: an acronym without "of" is a law that nobody named
    (
        "Section 376 (2) IPC and Article 21 of the Constitution apply.",
        [("Constitution", None)],
        [("Section 376 (2)", None), ("Article 21 of the Constitution", "Constitution")],
    ),
    # China: "law and order" is none, "Criminal Law and Order No. 127" are two instruments
    (
        "Article 247 of the Criminal Law and Order No. 127 apply; law and order were kept.",
        [("Criminal Law", None), ("Order No. 127", None)],
        [("Article 247 of the Criminal Law", "Criminal Law")],
    ),
    # Thailand: the year of the Buddhist era
    (
        "The Constitution of the Kingdom of Thailand B.E. 2560 applies.",
        [("Constitution of the Kingdom of Thailand B.E. 2560", None)],
        [],
    ),
    # Cambodia, India
    (
        "Prakas No. 857, Royal Kram NS/RKM/0196/26 and the Bharatiya Nyaya Sanhita, 2023 apply.",
        [("Prakas No. 857", None), ("Royal Kram NS/RKM/0196/26", None), ("Bharatiya Nyaya Sanhita, 2023", None)],
        [],
    ),
    # Zambia, Belize, Guyana, the Bahamas: the chapter in which a collection prints an Act
    (
        "The Penal Code, Chapter 87 of the Laws of Zambia, the Families and Children Act, Chapter 173, the Sexual "
        "Offences Act Chapter 8:03 and the Pilots Act (Ch. 99) apply.",
        [
            ("Penal Code, Chapter 87", None),
            ("Families and Children Act, Chapter 173", None),
            ("Sexual Offences Act Chapter 8:03", None),
            ("Pilots Act (Ch. 99)", None),
        ],
        [],
    ),
    # … but Nordic Acts have chapters
    (
        "The Social Welfare Act, chapter 4, section 2, applies.",
        [("Social Welfare Act", None)],
        [("Social Welfare Act, chapter 4, section 2", "Social Welfare Act")],
    ),
    # Finland, Cyprus, Armenia: forms of numbers
    (
        "The Non-Discrimination Act (1325/2014), Law 113(I)/2021, RA Law HO-97-N and Government Decree No. 543-N "
        "apply.",
        [
            ("Non-Discrimination Act (1325/2014)", None),
            ("Law 113(I)/2021", None),
            ("RA Law HO-97-N", None),
            ("Government Decree No. 543-N", None),
        ],
        [],
    ),
    # Portugal: a list of three is no code with its number
    (
        "Article 243 of the Penal Code, Law No. 112/2009 of 16 September and Decree-Law No. 2/2016 were adopted.",
        [("Penal Code", None), ("Law No. 112/2009 of 16 September", None), ("Decree-Law No. 2/2016", None)],
        [("Article 243 of the Penal Code", "Penal Code")],
    ),
    # Uruguay, Honduras: the brackets tell which law a code is
    (
        "Act No. 18,026 of 25 September 2006, the Children and Adolescents Code (Act No. 17,823) and the new "
        "Criminal Code (Decree No. 130-2017) apply.",
        [
            ("Act No. 18,026 of 25 September 2006", None),
            ("Children and Adolescents Code", None),
            ("Act No. 17,823", "Children and Adolescents Code"),
            ("Criminal Code", None),
            ("Decree No. 130-2017", "Criminal Code"),
        ],
        [],
    ),
    # Panama: where an article was put is its law
    (
        "Executive Decree No. 100 of 20 April 2017 applies; article 156-A was added to the Criminal Code by Act No. 1 "
        "of 2011.",
        [
            ("Executive Decree No. 100 of 20 April 2017", None),
            ("Criminal Code", None),
            ("Act No. 1 of 2011", None),
        ],
        [("article 156-A", "Criminal Code")],
    ),
    # Democratic Republic of the Congo, Kosovo: a title ends where a provision begins
    (
        "Act No. 11/008 of 9 July 2011 criminalizing torture, article 48 bis of the Criminal Code and Act No. 09/001 "
        "apply.",
        [
            ("Act No. 11/008 of 9 July 2011 criminalizing torture", None),
            ("Criminal Code", None),
            ("Act No. 09/001", None),
        ],
        [("article 48 bis of the Criminal Code", "Criminal Code")],
    ),
    (
        "Law No. 05/L-019 on Ombudsperson and Article 196 of the Criminal Code apply.",
        [("Law No. 05/L-019 on Ombudsperson", None), ("Criminal Code", None)],
        [("Article 196 of the Criminal Code", "Criminal Code")],
    ),
    # a new code without a date is not the dated one that it replaced; "the Code" is the new one from there on
    (
        "The new Criminal Code entered into force on 1 July 2015, replacing the 1994 Criminal Code. Article 119 of the "
        "Code punishes incitement, unlike the previous Code.",
        [
            ("Criminal Code", None),
            ("1994 Criminal Code", None),
            ("Code", "Criminal Code"),
            ("previous Code", "1994 Criminal Code"),
        ],
        [("Article 119 of the Code", "Criminal Code")],
    ),
    (
        "The Nationality Act of 1962 was unfair. The new Nationality Act, adopted in 2019, is not.",
        [("Nationality Act of 1962", None), ("Nationality Act", None)],
        [],
    ),
    # what a paragraph is about that names no law before is an article of the treaty
    (
        "As regards article 4, the relevant offences are set out in sections 220 and 221 of the Criminal Code.",
        [("Criminal Code", None)],
        [("article 4", CAT), ("sections 220 and 221 of the Criminal Code", "Criminal Code")],
    ),
    # … of a law that was named before it is not
    (
        "The Criminal Code was amended. As regards article 4, the penalty was raised.",
        [("Criminal Code", None)],
        [("article 4", "Criminal Code")],
    ),
    # Slovenia
    (
        "Article 135.a of the Criminal Code and the State Prosecutor’s Office Act apply.",
        [("Criminal Code", None), ("State Prosecutor’s Office Act", None)],
        [("Article 135.a of the Criminal Code", "Criminal Code")],
    ),
    # Senegal, Togo: what an Act changed in a code is what follows, though the Act opens the paragraph
    (
        "Act No. 12 of 9 June 2003 introduced a number of amendments to the Labour Code. Article 45 was repealed, as "
        "were all references to night work. Article 46 was amended.",
        [("Act No. 12 of 9 June 2003", None), ("Labour Code", None)],
        [("Article 45", "Labour Code"), ("Article 46", "Labour Code")],
    ),
    # Portugal, Burkina Faso: what an Act inserts and repeals are another law's articles; of none where none was named
    (
        "The Penal Code punishes rape (art. 320). Act No. 9 of 2014 inserted a new article 320 bis and repealed "
        "article 321.",
        [("Penal Code", None), ("Act No. 9 of 2014", None)],
        [("art. 320", "Penal Code"), ("article 320 bis", "Penal Code"), ("article 321", "Penal Code")],
    ),
    ("Law No. 7 of 2010 amended articles 12 and 13.", [("Law No. 7 of 2010", None)], [("articles 12 and 13", None)]),
    (
        "Decree 12/2011 introduces in its article 9 a quota.",
        [("Decree 12/2011", None)],
        [("article 9", "Decree 12/2011")],
    ),
    # Estonia: what amends one Act "and Other Acts", "Amendment Act of the …"
    (
        "The Act on Amendments to the Harbour Code and Other Acts was passed.",
        [("Act on Amendments to the Harbour Code and Other Acts", None)],
        [],
    ),
    (
        "The Harbour Code and Other Acts Amendment Act was passed with the Pilots Act and Harbours Act.",
        [("Harbour Code and Other Acts Amendment Act", None), ("Pilots Act", None), ("Harbours Act", None)],
        [],
    ),
    (
        "The Amendment Act of the Pilots Act entered into force in 2003.",
        [("Amendment Act of the Pilots Act", None)],
        [],
    ),
    # Uzbekistan: a noun behind "to" and its verb ends no title
    (
        "The President adopted a decree on measures to strengthen guarantees of the rights of sailors.",
        [("decree on measures to strengthen guarantees of the rights of sailors", None)],
        [],
    ),
    (
        "The Decree on measures to protect sailors guarantees the right to a pilot.",
        [("Decree on measures to protect sailors", None)],
        [],
    ),
    # Sri Lanka, Malaysia: an Act that amends another by its title introduces that one's sections
    (
        "Under the Penal Code, section 363 punishes rape. The Penal Code (Amendment) Act, No. 22 of 1995 introduced "
        "section 365A.",
        [("Penal Code", None), ("Penal Code (Amendment) Act, No. 22 of 1995", None)],
        [("section 363", "Penal Code"), ("section 365A", "Penal Code")],
    ),
    # Togo, Mongolia: "the Code" is what the law before amends by its title
    (
        "Act No. 7/2009 amending the Family Code raised the age of marriage. The Code now sets it at 18 (article 12).",
        [("Act No. 7/2009 amending the Family Code", None), ("Code", "Family Code")],
        [("article 12", "Family Code")],
    ),
    # India: an Act as a section of another amended it is what is spoken of
    (
        "The Citizenship Act, 1955 (as amended by section 4 of the Citizenship (Amendment) Act, 2003) applies. Section "
        "6 deals with naturalization.",
        [("Citizenship Act, 1955", None), ("Citizenship (Amendment) Act, 2003", None)],
        [
            ("section 4 of the Citizenship (Amendment) Act, 2003", "Citizenship (Amendment) Act, 2003"),
            ("Section 6", "Citizenship Act, 1955"),
        ],
    ),
    # Spain, Kenya: the number behind an Act that stands there for its rules is the rules'
    (
        "The regulations implementing the Aliens Act (Decree 557/2011) and the Rules under the Prisons Act (Legal "
        "Notice No. 12 of 1990) apply.",
        [
            ("Aliens Act", None),
            ("Decree 557/2011", None),
            ("Rules", None),
            ("Prisons Act", None),
            ("Legal Notice No. 12 of 1990", None),
        ],
        [],
    ),
    (
        "The rules under the Penal Code (Decree-Law No. 4/1982) apply.",
        [("Penal Code", None), ("Decree-Law No. 4/1982", "Penal Code")],
        [],
    ),
    # Japan, Republic of Korea: a kind between commas says what the name before it is, which has articles then
    (
        "The Constitution prohibits torture. The Guidelines on Questioning, the Instructions of the Ministry of "
        "Justice, enacted in 2004, prohibit threats (Articles 3 and 4).",
        [
            ("Constitution", None),
            ("Guidelines on Questioning", None),
            ("Instructions", "Guidelines on Questioning"),
        ],
        [("Articles 3 and 4", "Guidelines on Questioning")],
    ),
    # Lao People's Democratic Republic: what was provided is the verb; what is provided somehow is in the title
    (
        "The Targeted Programme on vocational training provided funding. The Act on meals provided free of charge "
        "applies.",
        [("Targeted Programme on vocational training", None), ("Act on meals provided free of charge", None)],
        [],
    ),
    # Guatemala, Timor-Leste: a code's articles are not those of the law that approved it
    (
        "The Criminal Code, approved by Law No. 5 of 2003, punishes torture in its article 132. Article 133 is on "
        "abuse.",
        [("Criminal Code", None), ("Law No. 5 of 2003", None)],
        [("article 132", "Criminal Code"), ("Article 133", "Criminal Code")],
    ),
    # Hungary, Sweden: a law that no finder marks has its article; a constitution by another name
    (
        "Government Decree 362/2004 lays down the procedure; Section 8 of Act CXXV lists the grounds.",
        [("Government Decree 362/2004", None)],
        [("Section 8", None)],
    ),
    (
        "Chapter 2, section 5, of the Instrument of Government protects everyone.",
        [("Instrument of Government", None)],
        [("Chapter 2, section 5, of the Instrument of Government", "Instrument of Government")],
    ),
    # Brazil, Slovenia: the latter and the former of two
    (
        "The Act on Asylum and the Act on Aliens were amended. Section 12 of the latter now provides for appeal, and "
        "section 5 of the former for legal aid.",
        [("Act on Asylum", None), ("Act on Aliens", None)],
        [("Section 12", "Act on Aliens"), ("section 5", "Act on Asylum")],
    ),
    # Serbia, Madagascar, Portugal: a title ends at a finite verb in the past, not before "and their …"
    (
        "The Law on the Rights of Masters, Injured Mates, Retired Mates and their Families and the Act on port fees "
        "raised the age; Act No. 144/98 on cooperation in maritime matters afforded the means.",
        [
            ("Law on the Rights of Masters, Injured Mates, Retired Mates and their Families", None),
            ("Act on port fees", None),
            ("Act No. 144/98 on cooperation in maritime matters", None),
        ],
        [],
    ),
    # Iraq: what a law is based on is no part of its title
    (
        "It drafted the law on harbour piracy, based on the advice of the masters and the pilots.",
        [("law on harbour piracy", None)],
        [],
    ),
    # Portugal: what a State does under a treaty, and the Act in which the treaty stands, are no part of its title
    (
        "It made declarations under article 22 of the Convention recognizing the competence of the Committee against "
        "Torture, and set out the Convention on the Rights of the Child in an Act.",
        [("Convention", CAT), ("Convention on the Rights of the Child", None)],
        [("article 22 of the Convention", CAT)],
    ),
    # Senegal: numbers that begin with the year, in a row
    (
        "Acts Nos. 2016-29 and 2016-30 of 8 November 2016 apply.",
        [("Acts Nos. 2016-29", None), ("2016-30 of 8 November 2016", None)],
        [],
    ),
    # Iceland: the date behind a number with the month first
    (
        "The General Ports Code No. 19, February 12, 1940, applies.",
        [("General Ports Code No. 19, February 12, 1940", None)],
        [],
    ),
    # Pakistan: a second bracket tells which of several amending Acts it is; a body in the name of the Act on it
    (
        "The Criminal Law (Amendment) (Offences on pretext of Honour) Act and the National Commission for Port Rights "
        "Act, adopted in 2012, apply.",
        [
            ("Criminal Law (Amendment) (Offences on pretext of Honour) Act", None),
            ("National Commission for Port Rights Act", None),
        ],
        [],
    ),
    # Nigeria
    (
        "The Trafficking in Seafarers (Prohibition) Enforcement and Administration Act, 2015 applies.",
        [("Trafficking in Seafarers (Prohibition) Enforcement and Administration Act, 2015", None)],
        [],
    ),
    # Philippines, Finland: "Revised" with a capital belongs to the name
    (
        "The Revised Penal Code and the revised Ports Act apply.",
        [("Revised Penal Code", None), ("Ports Act", None)],
        [],
    ),
    # Sri Lanka: the number of a statute that has the name of a treaty
    (
        "The International Covenant on Civil and Political Rights Act No 56 of 2007 applies.",
        [("International Covenant on Civil and Political Rights Act No 56 of 2007", None)],
        [],
    ),
    # Saint Vincent and the Grenadines, Italy
    (
        "The Constitution of Saint Vincent and the Grenadines and the Constitution of the Italian Republic apply.",
        [("Constitution of Saint Vincent and the Grenadines", None), ("Constitution of the Italian Republic", None)],
        [],
    ),
    # Portugal: two short names in one bracket
    (
        "The Constitution of the Republic (hereinafter, CRR or the Constitution) applies; article 277 of CRR says so.",
        [
            ("Constitution of the Republic", None),
            ("CRR", "Constitution of the Republic"),
            ("Constitution", "Constitution of the Republic"),
            ("CRR", "Constitution of the Republic"),
        ],
        [("article 277 of CRR", "Constitution of the Republic")],
    ),
    # Belize: the number that a court gave a case, and a paragraph of the judgment
    (
        "In Pilot v. Attorney General et al., Claim No. 688 of 2010, article 2 of the Convention stands at paragraph "
        "93 of the judgment.",
        [("Pilot v. Attorney General et al., Claim No. 688 of 2010", None), ("Convention", CAT)],
        [
            ("article 2 of the Convention", CAT),
            ("paragraph 93 of the judgment", "Pilot v. Attorney General et al., Claim No. 688 of 2010"),
        ],
    ),
    # Mongolia: where an article had been put
    (
        "After the ratification of the Convention, a new article on piracy, article 13.4, had been incorporated into "
        "the Criminal Code.",
        [("Convention", CAT), ("Criminal Code", None)],
        [("article 13.4", "Criminal Code")],
    ),
    # Armenia: a title in quotation marks behind the date
    (
        "Order NK-96, dated 30 June 2012 on “Approval of the list of ports”, and Decree No. 5 of 3 May 2001 on “Safety "
        "at Sea” apply.",
        [
            ("Order NK-96, dated 30 June 2012 on “Approval of the list of ports”", None),
            ("Decree No. 5 of 3 May 2001 on “Safety at Sea”", None),
        ],
        [],
    ),
    # Cambodia: the period of a plan of action, and a capital that a title lost
    (
        "The national plan of action to counter piracy 2019–2023 and the Universal Declaration of Human rights apply.",
        [
            ("national plan of action to counter piracy 2019–2023", None),
            ("Universal Declaration of Human rights", "Universal Declaration of Human Rights"),
        ],
        [],
    ),
    # Czechia, Slovakia: a charter of their own
    (
        "Article 8 of the Charter of Fundamental Rights and Freedoms applies.",
        [("Charter of Fundamental Rights and Freedoms", None)],
        [("Article 8 of the Charter of Fundamental Rights and Freedoms", "Charter of Fundamental Rights and Freedoms")],
    ),
    # Niger: the protocol to the treaty before it
    (
        "The OPCAT is in force; the Convention on the Rights of Persons with Disabilities is recognized by "
        "ratification of the Optional Protocol thereto.",
        [
            ("OPCAT", "Optional Protocol to the " + CAT),
            ("Convention on the Rights of Persons with Disabilities", None),
            ("Optional Protocol", "Optional Protocol to the Convention on the Rights of Persons with Disabilities"),
        ],
        [],
    ),
    # Malta, Czechia: the protocol by its acronym; a statute named after a court is no body
    (
        "Visits under OP-CAT and the Rome Statute of the International Criminal Court (Rome Statute) go on.",
        [
            ("OP-CAT", "Optional Protocol to the " + CAT),
            ("Rome Statute of the International Criminal Court", None),
            ("Rome Statute", "Rome Statute of the International Criminal Court"),
        ],
        [],
    ),
]

AMENDED = [
    ("Article 143-1 of the Criminal Code, inserted by Act No. 808 of 16 April 2012, applies.", ["Criminal Code"]),
    ("Act No. 779 of 2012 reformed the Criminal Code.", ["Criminal Code"]),
    ("The Equality Act (Act No. 365/2004) was amended by Act No. 85/2008.", ["Equality Act"]),
    ("Article 110-bis of the Penal Code, introduced by Decree-Law No. 12/2020, defines torture.", ["Penal Code"]),
    # the comma closes the clause: the second decree is amended by none
    (
        "Decree No. 13, which amended article 8 of the Criminal Code, and Supreme Decree No. 9-2016 apply.",
        ["Criminal Code"],
    ),
    # Greece: the law that ratifies a treaty, not the treaty
    ("Law 4268/2014 ratifying the Convention (Gazette 141) amended the Criminal Code.", ["Criminal Code"]),
    (
        "Decree No. 13, which amended the Criminal Code, the Civil Code and the Labour Code, applies.",
        ["Criminal Code", "Civil Code", "Labour Code"],
    ),
]


def read(text: str) -> tuple[Annotated, dict[str | None, str]]:
    """What is read of a paragraph of a report under the Convention against Torture, and the names by entity."""
    unit = Unit(id="1", kind="paragraph", text=text, convention_articles=("2",))
    annotated = resolve(
        recognise(Report("CAT/C/XXA/1", "XXA", "CAT", "", (unit,), Source("report.txt", "", "text/plain")))
    )
    return annotated, {entity.id: entity.name for entity in annotated.entities}


def relations(text: str) -> list[tuple[str, str | None]]:
    annotated, names = read(text)
    return [(relation.predicate, names.get(relation.object)) for relation in annotated.relations]


@pytest.mark.parametrize(("text", "instruments", "provisions"), SENTENCES)
def test_what_a_sentence_cites(
    text: str, instruments: list[tuple[str, str | None]], provisions: list[tuple[str, str | None]]
) -> None:
    annotated, names = read(text)
    found = [(mention.type, mention.text, names.get(mention.entity)) for mention in annotated.mentions]
    assert [(words, name) for kind, words, name in found if kind == "instrument"] == [
        (words, denoted or words) for words, denoted in instruments
    ]
    assert [(words, name) for kind, words, name in found if kind == "provision"] == provisions


@pytest.mark.parametrize(("text", "amended"), AMENDED)
def test_what_amends_what(text: str, amended: list[str]) -> None:
    assert [changed for predicate, changed in relations(text) if predicate == "amends"] == amended


def test_a_law_that_is_in_another_state_is_not_the_reporting_ones() -> None:
    annotated, _ = read("In South Africa, the Piers Act, 2013, offers a model. In Ruritania, the Piers Act is new.")
    assert [mention.entity for mention in annotated.mentions if mention.type == "instrument"][:1] == [
        "ZAF_act_2013_piers"
    ]


def test_an_earlier_law_that_was_repealed_is_one_that_nobody_named() -> None:
    text = "The Family Proclamation No. 213/2000 and the Criminal Code of 2004 repealed the earlier law."
    assert relations(text) == [("repeals", "earlier law")]


BETWEEN = [
    # Serbia, Moldova: a plan that a body approves by a resolution of a number
    (
        "The Government approved the Action Plan for 2019–2023 by Resolution No. 212 of 5 April 2019.",
        [
            ("Resolution No. 212 of 5 April 2019", "issuedBy", "Government"),
            ("Resolution No. 212 of 5 April 2019", "approves", "Action Plan for 2019–2023"),
            ("Action Plan for 2019–2023", "issuedBy", "Government"),
        ],
    ),
    # Spain, Ecuador: a list of what is amended, each by its articles
    (
        "Organic Law 8/2021 amended article 57 of the Civil Code, articles 22 and 39 of the Penal Code and the Asylum "
        "Act.",
        [
            ("Organic Law 8/2021", "amends", "Civil Code"),
            ("Organic Law 8/2021", "amends", "Penal Code"),
            ("Organic Law 8/2021", "amends", "Asylum Act"),
        ],
    ),
    # … but what an article does after "and" is a sentence of its own
    (
        "Law 8/2021 amended the Civil Code, and article 5 of the Penal Code prohibits slavery.",
        [("Law 8/2021", "amends", "Civil Code")],
    ),
    # Central Asia, Spain: a law enacts a new wording of an article
    (
        "Law No. 8 of 2021 enacted the new edition of article 57 of the Civil Code.",
        [("Law No. 8 of 2021", "amends", "Civil Code")],
    ),
    # Eritrea, South Sudan: what became of a law, one after another
    (
        "The Labour Proclamation No. 377/2003 was amended by Proclamation No. 632/2009 and later repealed by "
        "Proclamation No. 1156/2019.",
        [
            ("Proclamation No. 632/2009", "amends", "Labour Proclamation No. 377/2003"),
            ("Proclamation No. 1156/2019", "repeals", "Labour Proclamation No. 377/2003"),
        ],
    ),
    # Ecuador, Angola: a decree that regulates a law; a law regulates another's matter, not the law
    (
        "Law 1448 of 2011, regulated by Decree 4800 of 2011, provides reparation. Decree No. 5296, which regulates "
        "Law No. 10048, sets the rules.",
        [
            ("Decree 4800 of 2011", "implements", "Law 1448 of 2011"),
            ("Decree No. 5296", "implements", "Law No. 10048"),
        ],
    ),
    ("Law No. 3 of 2010 regulates the Civil Code of 1990.", []),
    # North Macedonia: one Act that amends several by its title, and that was adopted
    (
        "The Act on Amendments to the Criminal Code, the Press Act and the Prisons Act was adopted in 2019.",
        [
            ("Act on Amendments to the Criminal Code", "amends", "Press Act"),
            ("Act on Amendments to the Criminal Code", "amends", "Prisons Act"),
        ],
    ),
    ("The Act on Amendments to the Criminal Code and the Prisons Act apply.", []),
]


@pytest.mark.parametrize(("text", "expected"), BETWEEN)
def test_what_stands_between_two_laws(text: str, expected: list[tuple[str, str, str]]) -> None:
    annotated, names = read(text)
    found = [(names.get(r.subject), r.predicate, names.get(r.object)) for r in annotated.relations]
    assert sorted(found, key=str) == sorted(expected, key=str)


# What a State did to a treaty, with the date where it is told.
JOINED = [
    (
        "Ruritania signed the Convention on the Rights of the Child on 26 January 1990 and ratified it on 5 May 1991.",
        [("signedBy", "1990-01-26"), ("ratifiedBy", "1991-05-05")],
    ),
    (
        "Ruritania signed the Convention on the Rights of the Child, ratifying it in 1991.",
        [("signedBy", None), ("ratifiedBy", "1991")],
    ),
    (
        "The Convention on the Rights of the Child was adopted in 1989. Ruritania acceded to it later in 1991.",
        [("accededBy", "1991")],
    ),
    (
        "The Convention on the Rights of the Child was adopted in 1989. It was signed by Kenya in New York on 26 "
        "January 1990 and entered into force later.",
        [("signedBy", "1990-01-26")],
    ),
    ("The Convention on the Rights of the Child matters. The bill is new. It was signed by Kenya in 1991.", []),
    (
        "The Convention on the Rights of the Child was signed by Kenya on 26 January 1990 and ratified on 5 May 1991.",
        [("signedBy", "1990-01-26"), ("ratifiedBy", "1991-05-05")],
    ),
    (
        "The Convention was approved for ratification by Resolution No. 2/2014 and ratified by Decree No. 1/2014.",
        [("ratifiedBy", None)],
    ),
    # … but not what else "it" may be
    ("The bill on the Convention on the Rights of the Child was passed. Parliament signed it in 1991.", []),
    ("The State plans to sign the Convention on the Rights of the Child and ratify it in 2031.", []),
]


@pytest.mark.parametrize(("text", "actions"), JOINED)
def test_what_a_state_did_to_a_treaty(text: str, actions: list[tuple[str, str | None]]) -> None:
    annotated, _ = read(text)
    found = [(each.predicate, each.date) for each in annotated.relations if each.object in {"XXA", "KEN"}]
    assert found == actions
    assert "approves" not in {each.predicate for each in annotated.relations}


def test_amending_acts_of_one_year_differ_by_the_bracket_that_tells_them() -> None:
    text = "The Criminal Law (Amendment) ({}) Act, adopted in 2016, applies. "
    _, names = read(text.format("Offences at Sea") + text.format("Offences in Ports"))
    assert set(names.values()) == {
        "Criminal Law (Amendment) (Offences at Sea) Act",
        "Criminal Law (Amendment) (Offences in Ports) Act",
    }
