"""Headings as States write them under each core treaty, with the articles that they name.

The forms are those of real reports; names of documents are invented.
"""

import pytest

from treatygraph.reading.un.articles import find_articles, is_closing, is_sentence
from treatygraph.reading.un.titles import find_titled

# Treaty | heading | articles.
NUMBERED = """
CRPD | State party’s Response to Article 5 – Equality and Non-discrimination | 5
CRPD | State Party’s Responses to Article 30 – Participation in cultural life | 30
CRPD | Response on articles 1 to 4 | 1 2 3 4
CRPD | Information on article 9 | 9
CRPD | Re article 10 | 10
CRPD | Ad articles 12 and 13 | 12 13
CRPD | General provisions of the Convention. Articles 1 to 4 | 1 2 3 4
CRPD | General provisions of the Convention, articles 1−4 | 1 2 3 4
CRPD | Purpose and general obligations (arts. 1−4) | 1 2 3 4
CRPD | Specific rights (arts. 5‒30) | 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30
CRPD | Specific obligations (arts. 31—33) | 31 32 33
CRPD | Article 3: General principles and article 4: General obligations | 3 4
CRPD | Article 3 – General principles; Article 4 – General obligations | 3 4
CRPD | Article 20 Personal mobility Article 26 Habilitation and rehabilitation | 20 26
CRPD | ARTICLE 20 PERSONAL MOBILITY ARTICLE 26 HABILITATION | 20 26
CRPD | Article (5): Equality and non-discrimination | 5
CRPD | Article No. 24: Education | 24
CRPD | Article XII – Equal recognition before the law | 12
CRPD | Article 25. Health | 25
CRPD | Art. 8 – Awareness-raising | 8
CRPD | Right to life – article 10 of the Convention | 10
CRPD | Education, art. 24 | 24
CRPD | Accessibility [art. 9] | 9
CRPD | Women with disabilities (Article 6) | 6
CRPD | Work and employment (article 27 of the Convention) | 27
CRPD | Implementation of articles 31, 32 and 33 of the Convention | 31 32 33
CRPD | Articles 14 & 15 | 14 15
CRPD | Article 12 of the CRPD: legal capacity | 12
CRPD | Cooperation and technical assistance (art. 37) | 37
CRPD | Follow-up and dissemination |
CRPD | Dissemination of information |
CRPD | Article 12 of the Civil Code |
CRPD | Access to justice (section 13 of the Constitution) |
CRPD | Optional Protocol to the Convention (arts. 1–18) |
CRPD | Right to life: the Constitution, article 12 |
CRPD | Labour Code (art. 25) |
CRPD | ILO Convention No. 159 (arts. 1 and 2) |
CRPD | Equality before the Law (art. 12) | 12
CRPD | Reply to paragraph 5 of the list of issues |
CRPD | Measures under articles 148 and 149 |
CED | Information relating to the implementation of articles 1 to 25 | 1–25
CED | Report on article 3 of the Convention | 3
CED | Article 24, paragraphs 1 to 3 | 24
CED | Articles 10 through 12 | 10 11 12
CED | Regarding article 16: non-refoulement | 16
CED | Article 9(1)(c) | 9
CED | Secret detention (art. 17, paras. 1 and 2) | 17
CED | Optional Protocol to the Convention against Torture, article 2 |
CAT | Information on the implementation of the Convention under articles 1–16 | 1–16
CAT | Implementation of articles 2 to 16 of the Convention, by article | 2–16
CAT | Under article 11 | 11
CAT | Articles 1 & 4: Definition and criminalization of torture | 1 4
CAT | Article 2 (2) and (3): Exceptional circumstances | 2
CAT | Articles 5, 7 and 8 – Jurisdiction and extradition | 5 7 8
CAT | In respect of article 14 | 14
CAT | Response to article 15 | 15
CAT | Paragraph 16 of the concluding observations |
CAT | Article 3 of the Extradition Act |
CCPR | Article 1: Right to self-determination | 1
CCPR | Freedom of movement, articles 12 and 13 of the Covenant | 12 13
CCPR | With regard to article 9 | 9
CCPR | Right to privacy and family life (arts. 17, 23 and 24) | 17 23 24
CCPR | Articles 18 to 20 of the Covenant | 18 19 20
CCPR | Articles 21 and 22 – Assembly and association | 21 22
CCPR | Article 14, paras. 1 and 2, article 15 | 14 15
CCPR | Implementation of the provisions of article 27 | 27
CCPR | Second Optional Protocol (arts. 1 and 2) |
CCPR | Follow-up to paragraphs 12 and 14 |
CESCR | Article 8. Trade unions | 8
CESCR | Information on articles 1 to 5 of the Covenant | 1 2 3 4 5
CESCR | Right to social security (article 9) | 9
CESCR | Articles 13 and 14: Education | 13 14
CESCR | Article 11(1): Housing and food | 11
CESCR | Article 15.1 (b) | 15
CESCR | Relating to article 7 | 7
CESCR | Article 10, para. 3: protection of children | 10
CESCR | Article 21 of the Labour Code |
CERD | Article 4 (a) and (b): Propaganda | 4
CERD | Article 5 – Equality before the law | 5
CERD | Implementing article 7 | 7
CERD | Comments on article 6 | 6
CERD | Special measures (art. 2, para. 2) | 2
CERD | Information relating to article 3: apartheid | 3
CERD | Durban Declaration and Programme of Action |
CERD | ARTICLE 2 | 2
CEDAW | Part I | 1 2 3 4 5 6
CEDAW | Part IV: Articles 15 and 16 | 15 16
CEDAW | Article 7 (b): Participation in Government | 7
CEDAW | Article 11 - 14 | 11 12 13 14
CEDAW | Stereotypes (arts. 2 (f) and 5 (a)) | 2 5
CEDAW | Articles 1 through 5, discrimination against women | 1 2 3 4 5
CEDAW | Violence against women: articles 2, 5 and 6 | 2 5 6
CEDAW | Beijing Declaration and Platform for Action |
CRC | General principles (arts. 2, 3, 6 and 12) | 2 3 6 12
CRC | Definition of the child (article 1 of the Convention) | 1
CRC | Education, leisure and cultural activities (arts. 28, 29, 30 and 31) | 28 29 30 31
CRC | Parental responsibilities (art. 18, paras. 1 and 2) | 18
CRC | Adoption – article 21 | 21
CRC | Children in conflict with the law (arts. 37 (b) to (d), 39 and 40) | 37 39 40
CRC | Violence (arts. 19, 37 (a) and 39) | 19 37 39
CRC | Optional Protocol on the involvement of children in armed conflict (art. 3) |
CRC | Birth registration (arts. 7−8) | 7 8
CMW | Articles 16 to 24 | 16–24
CMW | Part IV of the Convention (arts. 36–56) | 36–56
CMW | Article 83: Right to an effective remedy | 83
CMW | Regarding articles 79 and 80 | 79 80
CMW | Article 25 of the Labour Code |
"""
# Headings without a number: official titles, and what reports call the articles.
TITLED = """
CRPD | Purpose | 1
CRPD | Definitions | 2
CRPD | General principles and obligations | 3 4
CRPD | Equality and non-discrimination | 5
CRPD | Women with disabilities | 6
CRPD | Right to live independently and be included in the community | 19
CRPD | Right to education | 24
CRPD | Freedom from exploitation, violence and abuse | 16
CRPD | Respect for the home and the family | 23
CRPD | Participation in public and political life | 29
CRPD | National implementation and monitoring | 33
CRPD | Legislation in force |
CRPD | Reports by the Ministry of Health |
CED | Definition of enforced disappearance | 2
CED | Statute of limitations | 8
CED | Prohibition of secret detention | 17
CED | Wrongful removal of children | 25
CAT | Definition of torture | 1
CAT | Non-refoulement | 3
CAT | Redress and compensation | 14
CAT | Prisons |
CCPR | Right to life | 6
CCPR | Freedom of thought, conscience and religion | 18
CCPR | Prohibition of slavery | 8
CCPR | Rights of persons belonging to minorities | 27
CESCR | The right to work | 6
CESCR | Adequate standard of living | 11
CESCR | Right to social security | 9
CERD | Definition of racial discrimination | 1
CERD | Effective protection and remedies | 6
CEDAW | Temporary special measures | 4
CEDAW | Rural women | 14
CEDAW | Marriage and family relations | 16
CEDAW | Trafficking and exploitation of prostitution | 6
CRC | General measures of implementation | 4 42 44
CRC | Civil rights and freedoms | 7 8 13 14 15 16 17 28 37 39
CRC | Best interests of the child | 3
CRC | Demographic data |
CMW | Scope and definitions | 1 2 3 4 5 6
CMW | Economic situation |
"""


def rows(table: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The rows of a table: treaty, heading, articles; "8–15" stands for all from 8 to 15."""
    read = []
    for line in table.strip().splitlines():
        treaty, heading, articles = (cell.strip() for cell in line.split("|"))
        first, _, last = articles.partition("–")
        numbers = [str(n) for n in range(int(first), int(last) + 1)] if last else articles.split()
        read.append((treaty, heading, tuple(numbers)))
    return read


@pytest.mark.parametrize(("treaty", "heading", "articles"), rows(NUMBERED))
def test_a_heading_names_articles_by_number(treaty: str, heading: str, articles: tuple[str, ...]) -> None:
    assert find_articles(heading, treaty=treaty) == articles


@pytest.mark.parametrize(("treaty", "heading", "articles"), rows(TITLED))
def test_a_heading_names_articles_by_their_titles(treaty: str, heading: str, articles: tuple[str, ...]) -> None:
    assert find_titled(heading, treaty) == articles


@pytest.mark.parametrize(
    "heading", ["Follow-up", "Dissemination of information", "Conclusion", "Next periodic report", "Final remarks"]
)
def test_closing_headings_stand_under_no_article(heading: str) -> None:
    assert is_closing(heading)
    assert find_articles(heading, treaty="CRPD") == ()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Article 10 is implemented by the Health Act", True),
        ("Article 12 of the Constitution guarantees", True),
        ("Articles 4 and 5 provide for equal pay", True),
        ("Article 10", False),
        ("Article 10 of the Convention", False),
        ("Article 10 of the Covenant: humane treatment", False),
        ("Articles 4 and 5 – Equal pay", False),
        ("Article 8 Awareness-raising", False),
    ],
)
def test_a_line_that_goes_on_as_a_sentence_is_no_heading(line: str, sentence: bool) -> None:
    assert is_sentence(line) is sentence
