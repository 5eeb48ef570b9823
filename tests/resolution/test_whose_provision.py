"""Which instrument a provision is of, read from the sentence on: a text, then each provision with its instrument."""

from __future__ import annotations

import pytest

from treatygraph import recognise, resolve
from treatygraph.report import Annotated, Report, Source, Unit

CONVENTION = "Convention on the Rights of Persons with Disabilities"

# A line break parts paragraphs; None: the provision has no law that a rule read.
PROVISIONS = [
    (
        "Results are published under articles 2 (1) and 27 of the Statistics Act of 2007.\n"
        "The Government protects privacy under Articles 2 (3), 12, 33 and 34.",
        [
            ("articles 2 (1) and 27 of the Statistics Act of 2007", "Statistics Act of 2007"),
            ("Articles 2 (3), 12, 33 and 34", "Statistics Act of 2007"),
        ],
    ),
    (
        "The Clinics Act of 2001 was amended by Act No. 9 of 2008; under article 14 of the Act fees are capped.",
        [("article 14 of the Act", "Clinics Act of 2001")],
    ),
    (
        "The Shelters Act, 2002, covers floods. The Act needs to be brought in line with Article 11 of the treaty and "
        "with Article 9.",
        [("Article 11 of the treaty", CONVENTION), ("Article 9", CONVENTION)],
    ),
    (
        "The Persons with Disabilities Act of 2006 also brought about the abrogation of the Integration Act of 1993.\n"
        "The law in force contains measures on accessibility (art. 9 on family protection; art. 14 on devices).",
        [("art. 9", "Persons with Disabilities Act of 2006"), ("art. 14", "Persons with Disabilities Act of 2006")],
    ),
    (
        "The need to review the Lifts Act, 1998, was discussed in articles 12 and 17.",
        [("articles 12 and 17", CONVENTION)],
    ),
    (
        "The 2007 Constitution of the Kingdom, Section 40 protects witnesses.\n"
        "Section 49 provides that pupils enjoy the right to education in conformance with the Schools Act of 1999.\n"
        "Section 80 stipulates that the State shall provide support.",
        [
            ("Section 40", "2007 Constitution of the Kingdom"),
            ("Section 49", "2007 Constitution of the Kingdom"),
            ("Section 80", "2007 Constitution of the Kingdom"),
        ],
    ),
    (
        "The Constitution of 1999 is in force.\n"
        "Education is free under the following constitutional provisions: Article 205. Schools are open. Article 206.\n"
        "Under constitutional provisions and the Harbour Act 2006, ports are open (art. 38).",
        [
            ("Article 205", "Constitution of 1999"),
            ("Article 206", "Constitution of 1999"),
            ("art. 38", "Harbour Act 2006"),
        ],
    ),
    (
        "The Harbour Act 2006 and the Lifts Act 2009 are in force. Section 5 of the 2006 Act sets a fee.",
        [("Section 5 of the 2006 Act", "Harbour Act 2006")],
    ),
    (
        "The Harbour Act 2006 is in force. Article 9 of the Memorandum of Understanding bars return.",
        [("Article 9", None)],
    ),
    ("The Harbour Act 2006 is in force. Section 9 of the collective agreement bars return.", [("Section 9", None)]),
    ("The Harbour Act 2006 is in force. Section 2 of the Guide of Pilots sets fees.", [("Section 2", None)]),
    ("The Harbour Act 2006 is in force. Section 7 of the inspection guide sets fees.", [("Section 7", None)]),
    (
        "The Committee on the Rights of Persons with Disabilities (CRPD) met. The Harbour Act 2006 is in force. "
        "Article 19 of the CRPD bars return.",
        [("Article 19 of the CRPD", CONVENTION)],
    ),
    (
        "The Harbour Act 2006 is in force. The Lifts Act 2009 too. Article 3 of the XYZ bars return.",
        [("Article 3 of the XYZ", None)],
    ),
    (
        "The Harbour Act 2006 is in force. Articles 54 and 55 of the same chapter of the Lifts Act 2009 set fees.",
        [("Articles 54 and 55", "Lifts Act 2009")],
    ),
    ("Ramps are free (see Art. 27).", [("Art. 27", CONVENTION)]),
    (
        "The Clinics Act was adopted in 2009. Article 12 of the implementing regulations provides for ramps.",
        [("Article 12 of the implementing regulations", "implementing regulations")],
    ),
    (
        "The implementing regulation of the Clinics Act was amended. Changes were made to article 7.",
        [("article 7", "implementing regulation")],
    ),
    (
        "Article 18 of the implementing regulations for the Harbour Code (Decree No. 2010-99) sets fees.",
        [("Article 18 of the implementing regulations", "Decree No. 2010-99")],
    ),
    (
        "The Clinics Act was adopted in 2009. Pilots rest under Chapter VI of that Act’s implementing regulations.",
        [("Chapter VI of that Act’s implementing regulations", "implementing regulations")],
    ),
]

# A back-reference, with what it denotes: "same", "said", "aforementioned" before it are not of it.
BACK_REFERENCES = [
    (
        "Act No. 14 of 2009 on clinics was adopted. Article 9 of the same law states that clinics must be open to all.",
        [("law", "Act No. 14 of 2009 on clinics")],
    ),
    ("The Clinics Act was adopted in 2009. Further sections of the law forbid fees.", [("law", "Clinics Act")]),
    ("The Clinics Act was adopted in 2009. This statute protects patients.", [("statute", "Clinics Act")]),
    ("The Clinics Act was adopted in 2009. Section 3 of the said act bars fees.", [("act", "Clinics Act")]),
    (
        "The Clinics Act was adopted in 2009. Section 39 of the aforementioned legislative tool creates a council.",
        [("legislative tool", "Clinics Act")],
    ),
    (
        "Decree No. 5 of 2003 sets fees. The aforementioned decree is public.",
        [("decree", "Decree No. 5 of 2003")],
    ),
    (
        "Act No. 14 of 2009 on clinics was adopted. The same law subjects clinics to oversight.",
        [("law", "Act No. 14 of 2009 on clinics")],
    ),
    (
        "The National Ethical Guidelines for Health Research cover trials. The guidelines provide for consent.",
        [("guidelines", "National Ethical Guidelines for Health Research")],
    ),
]

# In lower case these name no instrument that was named before.
NO_BACK_REFERENCES = [
    "The Harbour Access Plan was adopted. A team is drafting a national plan to promote piers. The plan is new.",
    "The Clinics Act was adopted in 2009. Whoever kills a patient through the above-mentioned act, shall be punished.",
    "The Clinics Act was adopted in 2009. The law on guardianship is older.",
    "The Clinics Act was adopted in 2009. Members of the law faculty teach it.",
    "The Clinics Act was adopted in 2009. Graduates of sections of the law school apply.",
    "The Clinics Act was adopted in 2009. Persons equal before the law may apply.",
    "The Clinics Act was adopted in 2009. A law to amend it is being drafted.",
    "The Sports Funding Policy of 2008 favours clubs. A school sports policy was published. This policy is not final.",
    "The Equal Opportunities Plan of 2009 is in force. Ministries develop a public impact plan; this plan is new.",
]

# What a sentence says of two instruments, or of one and the body that made it.
RELATIONS = [
    (
        "Act No. 79-03 of 4 January 1979 repeals and replaces article 5 of Act No. 65-40 of 22 May 1965 on ports.",
        ("Act No. 79-03 of 4 January 1979", "amends", "Act No. 65-40 of 22 May 1965 on ports"),
    ),
    (
        "The Harbour Act 2006 repeals the Pilots Act 1990.",
        ("Harbour Act 2006", "repeals", "Pilots Act 1990"),
    ),
    (
        "The Seimas adopted Act No. 4064-VI amending article 26 of the Act on Lifts in Ruritania. "
        "The Act on Lifts in Ruritania now covers cabins.",
        (
            "Act No. 4064-VI amending article 26 of the Act on Lifts in Ruritania",
            "amends",
            "Act on Lifts in Ruritania",
        ),
    ),
    (
        "The Declaration on the Rights of Shepherds was proclaimed by the General Assembly in its resolution 39/97.",
        ("resolution 39/97", "approves", "Declaration on the Rights of Shepherds"),
    ),
    (
        "The Ministry of Ports and other relevant ministries and agencies issued an inter-agency "
        "Order No. 124 of 2018.",
        ("Order No. 124 of 2018", "issuedBy", "Ministry of Ports"),
    ),
]


def resolved(text: str) -> Annotated:
    units = tuple(
        Unit(id=str(n), kind="paragraph", text=part, convention_articles=("12",))
        for n, part in enumerate(text.split("\n"), 1)
    )
    source = Source("report.txt", "", "text/plain")
    return resolve(recognise(Report("CRPD/C/XXA/1", "XXA", "CRPD", "", units, source)))


def provisions_and_back_references(text: str) -> tuple[list[tuple[str, str | None]], list[tuple[str, str | None]]]:
    annotated = resolved(text)
    names = {entity.id: entity.name for entity in annotated.entities}
    found = [(m, names.get(m.entity or "")) for m in annotated.mentions]
    return (
        [(m.text, name) for m, name in found if m.type == "provision"],
        [(m.text, name) for m, name in found if m.type == "instrument" and m.anaphor],
    )


@pytest.mark.parametrize(("text", "provisions"), PROVISIONS)
def test_a_provision_is_of_the_law_that_the_text_says(text: str, provisions: list[tuple[str, str | None]]) -> None:
    assert provisions_and_back_references(text)[0] == provisions


@pytest.mark.parametrize(("text", "back"), BACK_REFERENCES)
def test_a_head_in_lower_case_refers_back(text: str, back: list[tuple[str, str]]) -> None:
    assert provisions_and_back_references(text)[1] == back


@pytest.mark.parametrize("text", NO_BACK_REFERENCES)
def test_law_at_large_does_not(text: str) -> None:
    assert provisions_and_back_references(text)[1] == []


@pytest.mark.parametrize(("text", "relation"), RELATIONS)
def test_what_a_sentence_says_of_two_instruments(text: str, relation: tuple[str, str, str]) -> None:
    annotated = resolved(text)
    names = {entity.id: entity.name for entity in annotated.entities}
    assert relation in [
        (names[r.subject], r.predicate, names[r.object]) for r in annotated.relations if r.object in names
    ]
