"""What CED/C/KAZ/1 says, read by a person in reports/CED-C-KAZ-1.txt, and what the questions answer.

Laws are told apart by words of their names, since names differ between one reading and another; paragraph
numbers are those printed in the report.
"""

from __future__ import annotations

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


def rows_of(answer: Answer) -> list[dict[str, object]]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_what_the_state_says_carries_out_article_17_and_what_it_only_cites(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 86 to 125 stand under "Articles 17, 18 and 20"; most are about detention, the matter of article 17.

    Which of the three articles 93 (notice to relatives), 111, 114 and 115 (prisons) concern is open.
    """
    rows = rows_of(ask(kazakhstan, "laws-under-article", article="17"))
    assert_named(
        tuple(row["name"] for row in rows if row["claim"] == "implementedBy"),
        "Constitution",  # 86, 105
        "Regulatory Decision No. 2",  # 87
        "Code of Criminal Procedure",  # 96, 101, 107
        "Custody of Persons in Special Temporary Detention",  # 96, 103, 105, 107
        "Internal Regulations of remand centres",  # 96, 108
        "Order No. 182",  # 96
        "Programme for the Further Development",  # 112, 113
        "29 December 2010",  # 118
        "public monitoring commissions",  # 119, 120
        "Decision No. 702",  # 119
        "special records units",  # 123
        "Order No. 565",  # 123
    )
    assert_named(
        tuple(row["name"] for row in rows if row["claim"] is None),
        "Decision No. 673",  # 111
        "Programme for the Development of the Penal Correction",  # 114, 115
    )
    paragraphs = {row["name"]: row["paragraphs"] for row in rows}
    assert paragraphs["Code of Criminal Procedure"] == 3
    assert [row["claim"] for row in rows] == ["implementedBy"] * 12 + [None] * 2
    assert {row["strength"] for row in rows} == {"shared heading"}
    assert {row["stance"] for row in rows} == {"has effect"}
    assert "1999-03-30" in {row["date"] for row in rows}


def test_no_law_is_said_to_carry_out_article_20(kazakhstan: pyoxigraph.Store) -> None:
    """Fourteen laws are cited under its heading, and nothing is claimed of one: 20 is on limits to information.

    The Constitution has two rows: as the law in force in 86 and 105, and in 106 within an exception ("except as
    otherwise provided by the country's Constitution").
    """
    assert ask(kazakhstan, "claims-under-article", article="20").rows == ()
    rows = rows_of(ask(kazakhstan, "laws-under-article", article="20"))
    assert {row["claim"] for row in rows} == {None}
    assert len({row["law"] for row in rows}) == 14
    said = [(row["stance"], row["paragraphs"]) for row in rows if str(row["name"]).startswith("Constitution")]
    assert said == [("has effect", 2), ("in passing", 1)]


def test_the_words_in_which_the_state_says_so_of_article_19(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 126, 127 and 129, on personal data and on secrets of an inquiry, stand under "Article 19" alone."""
    rows = rows_of(ask(kazakhstan, "claims-under-article", article="19"))
    assert [(row["paragraph"], row["strength"], row["quote"]) for row in rows] == [
        ("126", "section", "Act of 21 May 2013 on Personal Data and Personal Data Protection"),
        ("127", "section", "Article 11 of the Act"),
        ("129", "section", "Code of Criminal Procedure"),
    ]


def test_nothing_is_said_to_fall_short_or_to_be_repealed(kazakhstan: pyoxigraph.Store) -> None:
    """The report tells of amendments and new drafts, of no repeal and of no law that lacks a rule."""
    assert ask(kazakhstan, "laws-said-to-fall-short").rows == ()
    assert ask(kazakhstan, "repealed-laws-still-cited").rows == ()


def test_the_soft_law_of_article_17_is_not_among_its_laws(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 116: "… that comply with the Standard Minimum Rules for the Treatment of Prisoners"."""
    rows = rows_of(ask(kazakhstan, "international-law-by-article"))
    name, paragraph = "Standard Minimum Rules for the Treatment of Prisoners", "116"
    found = [(r["article"], r["name"], r["claim"], r["paragraph"]) for r in rows if r["article"] in ("17", "18", "20")]
    assert found == [
        ("17", name, "supportedBy", paragraph),
        ("18", name, None, paragraph),
        ("20", name, None, paragraph),
    ]


def test_evidence_under_article_17_quotes_paragraph_107(kazakhstan: pyoxigraph.Store) -> None:
    """ "Article 7, paragraph 4, of the Act states that …": of the three articles of the heading it concerns 17."""
    for article, claim in (("17", "implementedBy"), ("18", None), ("20", None)):
        rows = rows_of(ask(kazakhstan, "evidence-under-article", article=article))
        quoted = [row for row in rows if row["quote"] == "Article 7, paragraph 4, of the Act"]
        assert [(row["paragraph"], row["claim"], row["stance"], row["sharedWith"]) for row in quoted] == [
            ("107", claim, "has effect", 3)
        ]
        assert {row["strength"] for row in quoted} == {"shared heading"}


def test_provisions_of_the_criminal_code_under_articles_6_to_8(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 25, 35, 36 and 38: articles 28, 53, 54 and 69.

    Article 53, on what mitigates any punishment, names minors, pregnancy and children: no claim on article 7.
    """
    answer = ask(kazakhstan, "provisions-by-article")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    code = {
        (row["article"], row["path"], row["paragraph"], row["claim"])
        for row in rows
        if row["article"] in ("6", "7", "8") and str(row["law"]).startswith("Criminal Code")
    }
    assert code == {
        ("6", "art:28", "25", "implementedBy"),
        ("7", "art:53", "35", None),
        ("7", "art:54", "36", "implementedBy"),
        ("8", "art:69", "38", "implementedBy"),
    }


def test_the_articles_of_which_no_law_is_said_to_carry_them_out(kazakhstan: pyoxigraph.Store) -> None:
    """All of articles 1 to 25, the substantive ones, stand in a heading with a law under it; of seven none is claimed.

    Under 1 to 5 stand the Constitution, the Criminal Code and its draft, under 9 and 13 to 16 four laws, under 17, 18
    and 20 fourteen. Articles 26 to 45 are on the Committee and the treaty itself.
    """
    answer = ask(kazakhstan, "articles-without-law")
    assert dict(zip(answer.column("article"), answer.column("cited"), strict=True)) == {
        **{"3": 3, "4": 3, "5": 3},
        **{"14": 4, "15": 4},
        **{"18": 14, "20": 14},
    }


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
    """72 + 69 + 72 + 61 + 65 = 339; paragraph 13 and the table stand under articles 1 to 5.

    The table of cases of abduction and the like is narrowed to article 2, which defines the offence.
    """
    answer = ask(kazakhstan, "figures-and-articles")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert Counter(row["total"] for row in rows) == {339: 5, 311: 5, 68: 5}
    assert {(row["article"], row["claim"]) for row in rows} == {
        *((article, None) for article in ("1", "3", "4", "5")),
        ("2", "implementedBy"),
    }


def test_change_of_cases_of_unlawful_deprivation_of_liberty(kazakhstan: pyoxigraph.Store) -> None:
    answer = ask(kazakhstan, "figures-change", path="art:126")
    changes = [(row[1], row[2], row[3]) for row in answer.rows]
    # No case in 2009, and no figure of the year before.
    assert changes == [(2009, 0, None), (2010, 97, 97), (2011, 92, -5), (2012, 17, -75), (2013, 105, 88)]


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
    (programme,) = [row for row in rows if row["paragraph"] == "111"]
    assert (programme["date"], programme["issuer"]) == ("2007-08-06", "Government")


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
    assert {(row["paragraph"], row["named"], row["claim"]) for row in rows} == {("136", "6", "implementedBy")}
    assert_named(
        tuple(sorted({str(row["name"]) for row in rows})),
        "Order No. 23",
        "special record … para. 13",
        "special record … para. 14",
        "special record … para. 18",
    )


def test_bills_and_drafts(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraphs 14 and 15 under articles 1 to 5; 176 and 178 under article 25.

    14: "Criminal liability for these types of offence has been retained in the new draft": article 4, on the offence.
    15, on the refusal to tell where a person is held, concerns none of the five.
    """
    answer = ask(kazakhstan, "planned-laws")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert {(row["article"], row["paragraph"], row["claim"]) for row in rows} == {
        *((str(article), "14", "plannedBy" if article == 4 else None) for article in range(1, 6)),
        *((str(article), "15", None) for article in range(1, 6)),
        ("25", "176", "plannedBy"),
        ("25", "178", "plannedBy"),
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
    # Cited under 1 to 9, 13 to 16 and 25; said to carry out 2 (16, the table), 6 (25), 7 (36), 8 (38, 40), 9 (44), 13
    # (49) and 25 (195).
    assert (first["articles"], first["claimed"]) == (14, 7)


def test_explicit_links_to_the_convention_as_a_whole(kazakhstan: pyoxigraph.Store) -> None:
    """Paragraph 8 introduces a list with the Convention; 13 and 149 name it beside articles of codes."""
    answer = ask(kazakhstan, "article-law-network")
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    whole = [row for row in rows if str(row["source"]).endswith("/CED") and row["strength"] == "explicit"]
    assert len(whole) == 18
    assert {row["claim"] for row in whole} == {"implementedBy"}
    weights = {str(row["targetLabel"])[:13]: row["weight"] for row in whole}
    assert weights["Criminal Code"] == 2
    assert weights["Code of Crimi"] == 1


def test_which_laws_are_newer_than_the_convention(kazakhstan: pyoxigraph.Store) -> None:
    """Adopted on 20 December 2006: the Act of 12 January 2007 is the first after it."""
    answer = ask(kazakhstan, "newer-than-treaty")
    assert answer.column("date")[0] == "2007-01-12"
    assert "2000-07-05" not in answer.column("date")
    assert max(map(str, answer.column("date"))) == "2013-07-04"
    assert set(answer.column("certain")) == {True}


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
