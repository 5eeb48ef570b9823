"""What CED/C/KAZ/1 says, read by a person in reports/CED-C-KAZ-1.txt, and what the questions answer.

Laws are told apart by words of their names, since names differ between one reading and another; paragraph
numbers are those printed in the report.
"""

from __future__ import annotations

import datetime
from collections import Counter

import pyoxigraph

from treatygraph.query import Answer, run_query


def ask(store: pyoxigraph.Store, name: str, **parameters: str | int) -> Answer:
    return run_query(store, name, parameters)


def assert_named(names: tuple[object, ...], *expected: str) -> None:
    """Each name holds all words of one expectation, and each expectation has its own name."""
    left = [str(name) for name in names]
    for words in expected:
        found = [name for name in left if all(word in name for word in words.split(" … "))]
        assert found, f"{words!r} is not among {left}"
        left.remove(found[0])
    assert not left, f"these were not expected: {left}"


def test_laws_cited_under_article_17(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 86 to 125 stand under "Articles 17, 18 and 20"."""
    answer = ask(kazakhstan, "laws-under-article", article="17")
    assert_named(
        answer.column("name"),
        "Constitution",  # 86, 105, 106
        "Regulatory Decision No. 2",  # 87
        "Code of Criminal Procedure",  # 93, 96, 101, 107
        "Custody of Persons in Special Temporary Detention",  # 96, 103, 105, 107
        "Internal Regulations of remand centres",  # 96, 108
        "Order No. 182",  # 96
        "Programme for the Further Development",  # 111, 112, 113
        "Decision No. 673",  # 111
        "Programme for the Development of the Penal Correction",  # 114, 115
        "29 December 2010",  # 118
        "public monitoring commissions",  # 119, 120
        "Decision No. 702",  # 119
        "special records units",  # 123
        "Order No. 565",  # 123
    )
    paragraphs = dict(zip(answer.column("name"), answer.column("paragraphs"), strict=True))
    assert paragraphs["Code of Criminal Procedure"] == 4
    assert set(answer.column("strength")) == {"section"}
    dates = {str(name): date for name, date in zip(answer.column("name"), answer.column("date"), strict=True)}
    assert datetime.date(1999, 3, 30) in dates.values()


def test_the_soft_law_of_article_17_is_not_among_its_laws(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 116: "… that comply with the Standard Minimum Rules for the Treatment of Prisoners"."""
    answer = ask(kazakhstan, "international-law-by-article")
    under_17 = [row for row in answer.rows if row[answer.columns.index("article")] == "17"]
    assert [(row[2], row[3]) for row in under_17] == [("Standard Minimum Rules for the Treatment of Prisoners", "116")]


def test_evidence_under_article_17_quotes_paragraph_107(kazakhstan: pyoxigraph.Store) -> None:
    """ "Article 7, paragraph 4, of the Act states that …": the heading names three articles."""
    answer = ask(kazakhstan, "evidence-under-article", article="17")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    quoted = [row for row in rows if row["quote"] == "Article 7, paragraph 4, of the Act"]
    assert [(row["paragraph"], row["strength"], row["sharedWith"]) for row in quoted] == [("107", "section", 3)]


def test_provisions_of_the_criminal_code_under_articles_6_to_8(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 25, 35, 36 and 38: articles 28, 53, 54 and 69."""
    answer = ask(kazakhstan, "provisions-by-article")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    code = {
        (row["article"], row["path"], row["paragraph"])
        for row in rows
        if row["article"] in ("6", "7", "8") and str(row["law"]).startswith("Criminal Code")
    }
    assert code == {
        ("6", "art:28", "25"),
        ("7", "art:53", "35"),
        ("7", "art:54", "36"),
        ("8", "art:69", "38"),
    }


def test_every_substantive_article_has_a_law_and_none_of_the_others(kazakhstan: pyoxigraph.Store) -> None:
    """All of articles 1 to 25 stand in a heading with a law under it; articles 26 to 45 in none.

    Article 29 is named in paragraph 1, beside the Act by which Kazakhstan ratified: no law that carries it out.
    """
    assert ask(kazakhstan, "articles-without-law").rows == ()
    answer = ask(kazakhstan, "articles-without-law", last=45)
    assert answer.column("article") == tuple(str(number) for number in range(26, 46))


def test_criminal_cases_by_article_and_year(kazakhstan: pyoxigraph.Store) -> None:
    """The table after paragraph 22; a zero is a figure."""
    answer = ask(kazakhstan, "figures-by-year")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    years = (2009, 2010, 2011, 2012, 2013)
    table = {"art:125": (72, 69, 72, 61, 65), "art:126": (0, 97, 92, 17, 105), "art:128": (5, 15, 20, 7, 21)}
    expected = {(path, year): n for path, counts in table.items() for year, n in zip(years, counts, strict=True)}
    assert {(row["path"], row["year"]): row["count"] for row in rows} == expected
    assert {row["quote"] for row in rows if row["path"] == "art:125"} == {"Criminal Code, art. 125"}


def test_totals_of_cases_and_the_articles_the_offences_are_cited_for(kazakhstan: pyoxigraph.Store) -> None:
    """72 + 69 + 72 + 61 + 65 = 339; paragraph 13 and the table stand under articles 1 to 5."""
    answer = ask(kazakhstan, "figures-and-articles")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert Counter(row["total"] for row in rows) == {339: 5, 311: 5, 68: 5}
    assert {row["article"] for row in rows} == {"1", "2", "3", "4", "5"}


def test_change_of_cases_of_unlawful_deprivation_of_liberty(kazakhstan: pyoxigraph.Store) -> None:
    answer = ask(kazakhstan, "figures-change", path="art:126")
    assert [(row[1], row[3]) for row in answer.rows] == [(2010, 97), (2011, -5), (2012, -75), (2013, 88)]


def test_which_instrument_approves_which(kazakhstan: pyoxigraph.Store) -> None:
    answer = ask(kazakhstan, "approvals")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert_named(
        tuple(sorted({f"{row['paragraph']}: {row['approving']} > {row['approved']}" for row in rows})),
        "8:  … No. 83 … receipt, registration",
        "8:  … No. 93 … oversight of the lawfulness of sentence enforcement",
        "8:  … No. 182 … visits to penal institutions",
        "8:  … No. 182 … special regimes",
        "8:  … No. 182 … monitoring of convicted persons",
        "8:  … No. 182 … protection and monitoring of persons held",
        "73:  … No. 83 … receipt, registration",
        "73:  … No. 225 … communications from natural and legal persons",
        "96:  … No. 182 … Internal Regulations of remand centres",
        "111:  … No. 673 … Further Development of the Penal Correction System",
        "119:  … No. 702 … public monitoring commissions",
        "123:  … No. 565 … special records units",
        "131:  … No. 23 … special record",
        "136:  … No. 23 … special record",
        "163:  … residential decree … Juvenile Justice System Development Framework",
    )


def test_which_act_amends_which_code(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 57: "pursuant to the Act of 18 January 2011 …, a new provision was inserted in article 532"."""
    answer = ask(kazakhstan, "amendments")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {row["paragraph"] for row in rows} == {"57"}
    assert all("18 January 2011" in str(row["amending"]) for row in rows)
    assert "Code of Criminal Procedure" in {row["amended"] for row in rows}


def test_how_kazakhstan_stands_to_treaties(kazakhstan: pyoxigraph.Store) -> None:
    answer = ask(kazakhstan, "treaty-actions")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert Counter((row["paragraph"], row["action"]) for row in rows) == {
        ("1", "ratification"): 1,
        ("7", "ratification"): 3,
        ("23", "party"): 6,
        ("59", "ratification"): 2,
        ("60", "signature"): 6,
        ("156", "ratification"): 3,
        ("158", "ratification"): 1,
        ("170", "ratification"): 1,
    }
    by_paragraph = {row["paragraph"]: row for row in rows}
    assert "15 December 2008" in str(by_paragraph["1"]["act"])
    assert by_paragraph["158"]["date"] == "2010"
    assert by_paragraph["170"]["date"] == "2012-11-13"


def test_the_paragraph_that_names_another_article_than_its_heading(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 136, under "Article 22": "the acts envisaged in article 6 of the Convention is governed by …"."""
    answer = ask(kazakhstan, "other-article-than-heading")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {(row["paragraph"], row["named"]) for row in rows} == {("136", "6")}
    assert_named(
        tuple(sorted({str(row["name"]) for row in rows})),
        "Order No. 23",
        "special record … para. 13",
        "special record … para. 14",
        "special record … para. 18",
    )


def test_bills_and_drafts(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 14 and 15 under articles 1 to 5; 176 and 178 under article 25."""
    answer = ask(kazakhstan, "planned-laws")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {(row["article"], row["paragraph"]) for row in rows} == {
        *((str(article), paragraph) for article in range(1, 6) for paragraph in ("14", "15")),
        ("25", "176"),
        ("25", "178"),
    }


def test_programmes_and_who_approved_them(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 111, 114 and 163."""
    answer = ask(kazakhstan, "programmes")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert_named(
        tuple(str(row["name"]) for row in rows),
        "Juvenile Justice System Development Framework",
        "Programme for the Development of the Penal Correction System",
        "Programme for the Further Development of the Penal Correction System",
    )
    approved = {str(row["name"]).split()[-1]: str(row["approvedBy"]) for row in rows}
    assert "No. 673" in next(by for by in approved.values() if by.startswith("Government"))


def test_the_criminal_code_carries_the_report(kazakhstan: pyoxigraph.Store) -> None:
    """It is cited in 8, 13, 16, 25, 35, 36, 38, 40, 44, 49, 195 and the table, which is twelve units."""
    answer = ask(kazakhstan, "most-cited-laws")
    first = dict(zip(answer.columns, answer.rows[0], strict=True))
    assert str(first["name"]).startswith("Criminal Code")
    assert (first["kind"], first["paragraphs"]) == ("code", 12)


def test_explicit_links_to_the_convention_as_a_whole(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 8 introduces a list with the Convention; 13 and 149 name it beside articles of codes."""
    answer = ask(kazakhstan, "article-law-network")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    whole = [row for row in rows if str(row["source"]).endswith("/CED") and row["strength"] == "explicit"]
    assert len(whole) == 18
    weights = {str(row["targetLabel"])[:13]: row["weight"] for row in whole}
    assert weights["Criminal Code"] == 2
    assert weights["Code of Crimi"] == 1


def test_which_laws_are_newer_than_the_convention(kazakhstan: pyoxigraph.Store) -> None:
    """Adopted on 20 December 2006: the Act of 12 January 2007 is the first after it."""
    answer = ask(kazakhstan, "newer-than-treaty")
    assert answer.column("date")[0] == datetime.date(2007, 1, 12)
    assert datetime.date(2000, 7, 5) not in answer.column("date")
    assert max(answer.column("date")) == datetime.date(2013, 7, 4)


def test_dates_in_the_period_covered(kazakhstan: pyoxigraph.Store) -> None:
    """2009 to 2013: "From 11 to 23 February 2013" (144) is in, "10 July 2008" (70) is not."""
    answer = ask(kazakhstan, "dates-in-period")
    found = {(row[0], row[1]) for row in answer.rows}
    assert ("2013-02-11/2013-02-23", "144") in found
    assert ("2009/2013", "1") in found
    assert not any(str(date).startswith(("2008", "2007", "1997")) for date, _ in found)


def test_paragraphs_that_cite_no_law(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 12 limits detention to 72 hours and names no law; paragraph 13 names the Criminal Code."""
    paragraphs = set(ask(kazakhstan, "paragraphs-without-law").column("paragraph"))
    assert {"11", "12", "22", "24"} <= paragraphs
    assert not {"9", "10", "13", "25", "72", "107"} & paragraphs
