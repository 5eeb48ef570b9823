"""The Convention articles that headings name: headings of real reports, and what stands in force under them."""

import pytest

from treatygraph.reading.un.articles import expand, find_articles, names_articles


@pytest.mark.parametrize(
    ("heading", "articles"),
    [
        ("Articles 17, 18 and 20", "17 18 20"),
        ("Article 13: Access to justice", "13"),
        ("Article 5 – Equality and non-discrimination", "5"),
        ("Article 16 - Freedom from exploitation, violence and abuse", "16"),
        ("Article 30. Participation in cultural life, recreation, leisure and sport", "30"),
        ("Article 8 Awareness-raising", "8"),
        ("Article7 Children with disabilities", "7"),
        ("Articles 1 to 4", "1 2 3 4"),
        ("Articles 1–4 Purpose, definitions, general principles", "1 2 3 4"),
        ("Article 22 and 23 Respect for Privacy, Home and Family", "22 23"),
        ("Articles 1-5, 8, 10 and 31", "1 2 3 4 5 8 10 31"),
        ("Articles 1 (Purpose), 2 (Definitions), 3 (Fundamental principles) and 4 (General obligations)", "1 2 3 4"),
        ("General provisions of the Convention (arts. 1–4)", "1 2 3 4"),
        ("General provisions of the Convention (articles 1 to 4)", "1 2 3 4"),
        ("Equal recognition before the law (art. 12)", "12"),
        ("Civil rights and freedoms (arts. 7, 8, 13–17, 28 (2), 37 (a) and 39)", "7 8 13 14 15 16 17 28 37 39"),
        ("Special rights: Article 5 and Articles 8–10", "5 8 9 10"),
        ("Implementation of article 9", "9"),
        ("Information relating to articles 1-3 of the Convention", "1 2 3"),
        ("Article 2, paragraph 1", "2"),
        ("Article 29 (a) (iii)", "29"),
        ("Introduction", ""),
        ("Specific rights", ""),
        ("Rights of persons with disabilities in the light of the articles of the Convention", ""),
        ("Article 5 of the Constitution", ""),
        ("Right to vote (article 33 of the Constitution)", ""),
        ("Article 256 of Act No. 18172", ""),
        ("Table 3. Pupils aged 5 to 17", ""),
    ],
)
def test_a_heading_names_articles(heading: str, articles: str) -> None:
    assert find_articles(heading, treaty="CRPD") == tuple(articles.split())


def test_an_article_named_in_passing_narrows_what_is_inherited_and_changes_nothing_else() -> None:
    under_general_provisions = ("1", "2", "3", "4")
    heading = "Implementation of the obligations set out in articles 3 and 4 of the Convention, in particular"
    assert find_articles(heading, under_general_provisions) == ("3", "4")
    # Printed so in a real report, under "Article 27: Work and employment".
    slip = "Impact of the programmes in accordance with paragraphs (a) and (g) of article 1 of the Convention"
    assert find_articles(slip, ("27",)) == ()


def test_only_a_heading_about_articles_counts_as_one() -> None:
    assert names_articles("Personal mobility (art. 20)")
    assert not names_articles("Obligations set out in articles 3 and 4 of the Convention, in particular")


def test_ranges_are_spelled_out_and_inserted_articles_kept() -> None:
    assert expand("5–7 and 9") == ("5", "6", "7", "9")
    assert expand("2, 16 bis and 17") == ("2", "16bis", "17")
