"""Questions over a corpus of ten small reports, with the answers that a person reads off `ten_reports.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ten_reports import REPORTS, write_corpus

from treatygraph.errors import ReadingError
from treatygraph.query import run_query, validate

EDUCATION, CHILDREN = "Education Act of 27 July 2007", "Children’s Rights Act of 8 August 2002"
KENYA, JORDAN, SPAIN = "Act No. 14 of 2003", "Act No. 31 of 2007", "Act No. 13/1982 of 7 April 1982"
KENYAN_CONSTITUTION = "Constitution of Kenya of 27 August 2010"


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("ten")
    write_corpus(output)
    return output


@pytest.fixture(params=["oxigraph", "rdflib"])
def ask(request: pytest.FixtureRequest, corpus: Path) -> Any:
    def run(name: str, report: str | None = None, **parameters: str | int) -> list[tuple[Any, ...]]:
        answer = run_query(corpus, name, parameters, request.param, report)
        return [tuple(row) for row in answer.rows]

    return run


def columns(rows: list[tuple[Any, ...]], *places: int) -> list[tuple[Any, ...]]:
    return [tuple(row[place] for place in places) for row in rows]


def test_ten_reports_conform(corpus: Path) -> None:
    assert len(REPORTS) == 10
    assert [f for f in validate(corpus).findings if f.severity == "violation"] == []


def test_laws_under_several_treaties(ask: Any) -> None:
    rows = ask("laws-under-several-treaties")
    assert columns(rows, 1, 2, 3, 4, 5) == [
        (KENYA, "CEDAW", "CEDAW/C/KEN/8", None, 1),
        (KENYA, "CRPD", "CRPD/C/KEN/1", None, 1),
        (JORDAN, "CRC", "CRC/C/JOR/5", None, 1),
        (JORDAN, "CRPD", "CRPD/C/JOR/1", None, 1),
        (CHILDREN, "CAT", "CAT/C/KAZ/3", None, 1),
        (CHILDREN, "CRPD", "CRPD/C/KAZ/1", None, 1),
        (KENYAN_CONSTITUTION, "CEDAW", "CEDAW/C/KEN/8", None, 1),
        (KENYAN_CONSTITUTION, "CRPD", "CRPD/C/KEN/1", None, 1),
        ("Criminal Code", "CAT", "CAT/C/KAZ/3", "Criminal Code of 3 July 2014", 0),
        ("Criminal Code", "CED", "CED/C/KAZ/1", "Criminal Code of 16 July 1997", 1),
        ("Criminal Code", "CRPD", "CRPD/C/KAZ/1", None, 1),
        (EDUCATION, "CED", "CED/C/KAZ/1", None, 1),
        (EDUCATION, "CRPD", "CRPD/C/KAZ/1", None, 1),
    ]


def test_articles_of_two_treaties_that_rest_on_one_law(ask: Any) -> None:
    rows = ask("bridges-between-treaties")
    found = {(row[0], row[2]): row[4] for row in rows}
    # Not articles 6 and 7 of CED by article 125 of the Code, nor CAT, art. 2 by the Code that "replaced the former".
    assert found == {
        ("CED, art. 17", "CRPD, art. 24"): 1,  # Education Act
        ("CAT, art. 10", "CRPD, art. 24"): 1,  # Children's Rights Act
        ("CED, art. 6", "CRPD, art. 13"): 1,  # the Criminal Code, of 1997 and without a date
        ("CEDAW, art. 10", "CRPD, art. 24"): 1,  # Act No. 14 of 2003
        ("CEDAW, art. 2", "CRPD, art. 13"): 1,  # the Constitution
        ("CRC, art. 28", "CRPD, art. 24"): 1,  # Act No. 31 of 2007
    }


def test_how_many_laws_each_state_claims_and_cites_under_each_article(ask: Any) -> None:
    """Claimed is never more than cited: articles 7, 12, 15 and 27 have law cited under them and none claimed."""
    assert ask("compare-states") == [
        ("Kazakhstan", "CAT", "2", 0, 1),  # the Code that replaced another: its subject is not article 2
        ("Kazakhstan", "CAT", "10", 1, 1),
        ("Kazakhstan", "CED", "6", 1, 1),
        ("Spain", "CED", "6", 1, 1),
        ("Kazakhstan", "CED", "7", 0, 1),  # shares its heading with article 6
        ("Kazakhstan", "CED", "17", 1, 1),
        ("Kenya", "CEDAW", "2", 1, 1),
        ("Kenya", "CEDAW", "10", 1, 1),
        ("Jordan", "CRC", "28", 1, 1),
        ("Kenya", "CRPD", "12", 0, 2),  # one law falls short, one was repealed
        ("Kazakhstan", "CRPD", "13", 1, 1),
        ("Kenya", "CRPD", "13", 1, 1),
        ("Jordan", "CRPD", "15", 0, 1),  # a draft
        ("Jordan", "CRPD", "24", 1, 1),
        ("Kazakhstan", "CRPD", "24", 2, 2),
        ("Kenya", "CRPD", "24", 1, 2),  # an Act and a draft
        ("Spain", "CRPD", "24", 2, 2),
        ("Kenya", "CRPD", "27", 0, 2),  # the same two, under the heading of articles 24 and 27
        ("Spain", "CRPD", "27", 1, 1),
    ]


def test_a_law_that_falls_short_and_a_law_that_was_repealed(ask: Any) -> None:
    """CRPD/C/KEN/1, paragraphs 3 and 4: neither is among what the State says carries article 12 out."""
    assert columns(ask("laws-said-to-fall-short"), 0, 1, 3, 4, 7) == [
        ("CRPD/C/KEN/1", "12", "Marriage Act", "gapIn", "3")
    ]
    assert columns(ask("repealed-laws-still-cited"), 0, 1, 3, 5, 6, 8) == [
        ("CRPD/C/KEN/1", "12", "Lunacy Act of 1 May 1949", "formerlyImplementedBy", "repealed", "4")
    ]
    assert ask("claims-under-article", article="12") == []
    assert columns(ask("laws-under-article", article="12"), 2, 4, 5) == [
        ("Lunacy Act of 1 May 1949", "formerlyImplementedBy", "repealed"),
        ("Marriage Act", "gapIn", "falls short"),
    ]


def test_where_one_law_is_cited_in_which_words(ask: Any) -> None:
    assert columns(ask("citations-of-law", law="education act"), 0, 1, 2, 5) == [
        (EDUCATION, "CED/C/KAZ/1", "3", "Education Act"),
        (EDUCATION, "CED/C/KAZ/1", "3", "the Act"),
        (EDUCATION, "CRPD/C/KAZ/1", "2", EDUCATION),
    ]


def test_codes_without_a_date_and_the_versions_that_are_known(ask: Any) -> None:
    assert columns(ask("undated-codes"), 0, 2, 3, 6) == [
        ("CRPD/C/KAZ/1", "Criminal Code", "1", "Criminal Code of 16 July 1997"),
        ("CRPD/C/KAZ/1", "Criminal Code", "1", "Criminal Code of 3 July 2014"),
    ]


def test_what_is_new_in_spains_second_report(ask: Any) -> None:
    rows = ask("new-in-later-report", earlier="CRPD/C/ESP/1", later="CRPD/C/ESP/2-3")
    assert columns(rows, 1, 2) == [("Act No. 26/2011 of 1 August 2011", 1)]
    assert ask("new-in-later-report", earlier="CRPD/C/ESP/2-3", later="CRPD/C/ESP/1") == []


def test_who_says_so(ask: Any) -> None:
    rows = ask("who-says-so", law="Criminal Code")
    # A citation for each target and paragraph: the Code of 1997 in paragraph 1, its article 125 in paragraph 2.
    assert columns(rows, 0, 1, 2, 5, 6) == [
        ("Criminal Code", "CRPD/C/KAZ/1", "CRPD-C-KAZ-1.pdf", 1, 1),
    ]
    rows = ask("who-says-so", law="criminal code of 16 july 1997")
    assert columns(rows, 0, 1, 2, 5, 6) == [
        ("Criminal Code of 16 July 1997", "CED/C/KAZ/1", "CED-C-KAZ-1.pdf", 2, 1),
    ]


def test_the_network_of_articles_and_laws(ask: Any) -> None:
    edges = {(row[1], row[3]): row[4:] for row in ask("article-law-network") if row[1].startswith("CED,")}
    assert edges == {
        ("CED, art. 6", "Criminal Code of 16 July 1997"): (2, "section", "implementedBy", 1),
        ("CED, art. 7", "Criminal Code of 16 July 1997"): (1, "shared heading", None, None),
        ("CED, art. 17", EDUCATION): (1, "section", "implementedBy", 1),
        ("CED, art. 6", "Act No. 10/1995 of 23 November 1995"): (1, "section", "implementedBy", 1),
    }


def test_laws_under_article_24_report_by_report(ask: Any) -> None:
    """Article 24, on education, of the Convention on persons with disabilities; no other report cites law there."""
    claimed = "implementedBy"
    assert columns(ask("laws-under-article", article="24"), 0, 2, 4) == [
        ("CRPD/C/ESP/1", SPAIN, claimed),
        ("CRPD/C/ESP/2-3", SPAIN, claimed),
        ("CRPD/C/ESP/2-3", "Act No. 26/2011 of 1 August 2011", claimed),
        ("CRPD/C/JOR/1", JORDAN, claimed),
        ("CRPD/C/KAZ/1", CHILDREN, claimed),
        ("CRPD/C/KAZ/1", EDUCATION, claimed),
        ("CRPD/C/KEN/1", KENYA, claimed),
        ("CRPD/C/KEN/1", "draft Disability Act", "plannedBy"),
    ]
    both = [(KENYA, None), ("draft Disability Act", None)]
    assert columns(ask("laws-under-article", report="CRPD/C/KEN/1", article="27"), 1, 3) == both


def test_evidence_under_article_6_report_by_report(ask: Any) -> None:
    rows = ask("evidence-under-article", article="6")
    assert columns(rows, 0, 3, 5, 6, 7, 9) == [
        ("CED/C/ESP/1", "implementedBy", "section", 1, "1", "Act No. 10/1995 of 23 November 1995"),
        ("CED/C/KAZ/1", "implementedBy", "section", 1, "1", "Criminal Code of 16 July 1997"),
        ("CED/C/KAZ/1", None, "shared heading", 2, "2", "article 125 of the Criminal Code"),
    ]


def test_bills_report_by_report(ask: Any) -> None:
    assert columns(ask("planned-laws"), 0, 1, 3, 4) == [
        ("CRPD/C/JOR/1", "15", "draft Penal Code", None),  # pending: no word on what article 15 is about
        ("CRPD/C/KEN/1", "24", "draft Disability Act", "plannedBy"),
        ("CRPD/C/KEN/1", "27", "draft Disability Act", None),
    ]


def test_the_most_cited_law_of_each_report(ask: Any) -> None:
    first: dict[str, tuple[str, int]] = {}
    for row in ask("most-cited-laws"):
        first.setdefault(row[0], (row[2], row[4]))
    assert first["CED/C/KAZ/1"] == ("Criminal Code of 16 July 1997", 2)
    assert first["CRPD/C/ESP/1"] == (SPAIN, 2)
    assert first["CRC/C/JOR/5"] == (JORDAN, 1)
    assert len(first) == 10


def test_the_timeline_of_one_report(ask: Any) -> None:
    rows = ask("timeline", report="CRPD-C-KAZ-1")
    assert [(str(row[0]), row[3]) for row in rows] == [("2002-08-08", CHILDREN), ("2007-07-27", EDUCATION)]


def test_back_references_report_by_report(ask: Any) -> None:
    assert columns(ask("back-references"), 0, 1, 3, 4) == [("CED/C/KAZ/1", "3", "the Act", EDUCATION)]


def test_a_report_that_is_not_there_is_one_sentence(corpus: Path) -> None:
    with pytest.raises(ReadingError, match="There is no report CED/C/XYZ/1 here; there are: CAT/C/KAZ/3, CED/C/ESP/1"):
        run_query(corpus, "timeline", report="CED/C/XYZ/1")
