"""What a person reads in the papers of Andorra and Azerbaijan under the CRPD, and what the questions answer.

Two questions need a next report, which neither has here: Moldova's is asked for them too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from asking import asker

from treatygraph.building.build import build_reports

PAPERS = (
    *("CRPD-C-AND-Q-1", "CRPD-C-AND-RQ-1", "CRPD-C-AND-CO-1"),
    *("CRPD-C-AZE-Q-1", "CRPD-C-AZE-Q-1-Add.1", "CRPD-C-AZE-CO-1", "CRPD-C-AZE-CO-2-3", "CRPD-C-AZE-FCO-2-3"),
)
REPORTS = ("CRPD-C-AND-1", "CRPD-C-AZE-1")
MOLDOVAS = ("CRPD-C-MDA-CO-1", "CRPD-C-MDA-2-3")
ANDORRA, AZERBAIJAN, AGAIN, MOLDOVA = "CRPD/C/AND/CO/1", "CRPD/C/AZE/CO/1", "CRPD/C/AZE/CO/2-3", "CRPD/C/MDA/CO/1"
FOLLOWS, NEXT = "CRPD/C/AZE/FCO/2-3", "CRPD/C/MDA/2-3"


def built(shared: Path, output: Path, papers: Iterable[str], reports: Iterable[str] = ()) -> bytes:
    """The graphs of a build, in which a law has one name in all papers."""
    documents = [shared / "second" / "dialogue" / "documents" / f"{name}.pdf" for name in papers]
    build_reports([*documents, *(shared / "reports" / f"{name}.pdf" for name in reports)], output)
    return b"".join(path.read_bytes() for path in sorted(output.glob("*/graph.ttl")))


@pytest.fixture(scope="module")
def turtle(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(shared, tmp_path_factory.mktemp("two"), PAPERS, REPORTS)


@pytest.fixture(scope="module")
def moldovas(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(shared, tmp_path_factory.mktemp("moldova"), MOLDOVAS)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def ask(request: pytest.FixtureRequest, turtle: bytes) -> Any:
    return asker(turtle, request.param)


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def ask_moldova(request: pytest.FixtureRequest, moldovas: bytes) -> Any:
    return asker(moldovas, request.param)


def short(name: str, laws: Iterable[str]) -> str:
    """The first of some words that a law's name has: it is called otherwise in each paper."""
    return next(law for law in laws if law.lower() in name.lower())


def test_acts_of_law_asked_for_under_article_12(ask: Any) -> None:
    rows = ask(
        "recommendations-under-article", "observations", "paragraph", "item", "action", "instrument", article="12"
    )
    acts = [row for row in rows if row[3] != "other"]
    assert [row[:4] for row in acts] == [
        (ANDORRA, "26", "a", "amend"),
        (ANDORRA, "26", "a", "repeal"),
        (AZERBAIJAN, "27", None, "amend"),
        (AGAIN, "28", "a", "repeal"),
        (AGAIN, "28", "b", "adopt"),
    ]
    laws = [row[4] for row in acts]
    assert "30/2022" in laws[0] or "Person and the Family" in laws[0]
    assert all("Civil Code" in law for law in laws[2:4])
    assert laws[1] is laws[4] is None


def test_which_named_laws_are_to_be_changed(ask: Any) -> None:
    """Of paragraph 14 of the second observations, the national activity plan is missing: its name is not read."""
    laws = (
        *("Equal Treatment", "Children and Adolescents", "Person and the Family", "Criminal Code", "Civil Procedure"),
        *("Accessibility", "17/2018", "Guaranteeing", "6/2014"),
        *("draft law", "Efficiency", "Civil Code", "Criminal Procedure", "Domestic Violence", "education of persons"),
        *("No. 141", "Constitution", "Law on the Rights of Persons with Disabilities"),
    )
    rows = ask("changes-of-law-requested", "name", "action", "article", "observations", "paragraph")
    found = {(short(name, laws), *rest) for name, *rest in rows}
    assert found == {
        ("Equal Treatment", "amend", "5", ANDORRA, "12"),
        ("Children and Adolescents", "amend", "7", ANDORRA, "16"),
        ("Person and the Family", "amend", "12", ANDORRA, "26"),
        ("Criminal Code", "amend", "13", ANDORRA, "28"),
        ("Civil Procedure", "repeal", "14", ANDORRA, "30"),
        ("Criminal Code", "repeal", "14", ANDORRA, "30"),
        ("Accessibility", "amend", "21", ANDORRA, "44"),
        ("17/2018", "amend", "24", ANDORRA, "50"),
        ("Guaranteeing", "amend", "25", ANDORRA, "52"),
        ("6/2014", "amend", "28", ANDORRA, "58"),
        *(("draft law", "harmonise", article, AZERBAIJAN, "9") for article in "1234"),
        ("draft law", "amend", "5", AZERBAIJAN, "13"),
        ("Efficiency", "amend", "6", AZERBAIJAN, "17"),
        ("Civil Code", "amend", "12", AZERBAIJAN, "27"),
        *(("Constitution", "harmonise", article, AGAIN, "8") for article in "1234"),
        ("Law on the Rights of Persons with Disabilities", "amend", "6", AGAIN, "14"),
        ("Civil Code", "repeal", "12", AGAIN, "28"),
        ("Criminal Procedure", "repeal", "13", AGAIN, "30"),
        ("Domestic Violence", "amend", "16", AGAIN, "38"),
        ("No. 141", "repeal", "23", AGAIN, "52"),
        ("education of persons", "amend", "24", AGAIN, "54"),
        ("Constitution", "repeal", "29", AGAIN, "64"),
    }


def test_which_laws_are_claimed_and_criticised_under_the_same_article(ask: Any) -> None:
    """Under articles 6, 9, 12 and 25; a law is claimed in the report, or in the replies.

    Of the Accessibility Act the report says at length under article 9 how it carries the article out (73, 76, 85); of
    the Law on Gender Equality, that it is the fundamental document (20); of the Civil Code, that it recognises the
    legal capacity of all (81).
    """
    laws = ("Accessibility", "Guaranteeing", "N-150-IIIQ", "Civil Code")
    rows = ask("claimed-and-criticised", "article", "name", "report", "claimed", "observations", "concern")
    assert {
        (article, short(name, laws), *rest) for article, name, *rest in rows if article in ("6", "9", "12", "25")
    } == {
        *(("9", "Accessibility", "CRPD/C/AND/1", claimed, ANDORRA, "19") for claimed in ("73", "76", "85")),
        ("9", "Accessibility", "CRPD/C/AND/RQ/1", "39", ANDORRA, "19"),
        *(("25", "Guaranteeing", "CRPD/C/AND/1", claimed, ANDORRA, "51") for claimed in ("182", "186")),
        *(("6", "N-150-IIIQ", "CRPD/C/AZE/1", "20", seen, at) for seen, at in ((AZERBAIJAN, "16"), (AGAIN, "13"))),
        *(
            ("6", "N-150-IIIQ", "CRPD/C/AZE/Q/1/Add.1", "13", seen, at)
            for seen, at in ((AZERBAIJAN, "16"), (AGAIN, "13"))
        ),
        *(("12", "Civil Code", "CRPD/C/AZE/1", "81", seen, at) for seen, at in ((AZERBAIJAN, "26"), (AGAIN, "27"))),
    }


def test_a_law_that_is_named_for_the_time_since_is_not_criticised(ask: Any) -> None:
    """Paragraph 11: one complaint came since the mandate was expanded by Act No. 26/2017."""
    rows = ask("claimed-and-criticised", "article", "name", "observations")
    assert not [row for row in rows if "26/2017" in row[1]]


def test_which_laws_are_praised_and_named_in_a_concern(ask: Any) -> None:
    """The Committee writes "De-Institutionalization" where it praises, and "De-Institutionalisation" in its concern."""
    laws = ("Guaranteeing", "26/2017", "Alternative Care", "Civil Code", "Constitution", "Child")
    rows = ask("praised-and-criticised", "name", "observations", "praise", "concern")
    assert {
        (short(name, (*laws, "Rights of Persons with Disabilities") if place[0] == AGAIN else laws), *place)
        for name, *place in rows
    } == {
        ("Guaranteeing", ANDORRA, "5", "51"),
        ("26/2017", ANDORRA, "6", "11"),
        ("Alternative Care", AZERBAIJAN, "5", "32"),
        ("Rights of Persons with Disabilities", AGAIN, "4", "11"),
        ("Rights of Persons with Disabilities", AGAIN, "4", "13"),
        ("Civil Code", AGAIN, "4", "27"),
        ("Child", AGAIN, "4", "43"),
        ("Constitution", AGAIN, "4", "63"),
    }


@pytest.mark.parametrize(
    ("law", "asked"),
    [
        ("Accessibility Act", [("6", "a", ["39"]), ("16", "b", ["89"]), ("17", "a", ["90", "91"])]),
        (
            "Qualified Act on Deprivation of Capacity and Guardianship Agencies",
            [("9", None, ["52"]), ("11", "c", ["57"])],
        ),
        ("Law on Employment", [("28", None, [str(number) for number in range(123, 137)])]),
    ],
)
def test_questions_about_a_law_and_what_the_state_replied(
    ask: Any, law: str, asked: list[tuple[str, str | None, list[str]]]
) -> None:
    rows = ask("questions-about-law", "question", "letter", "reply", law=law)
    assert rows == [(question, letter, reply) for question, letter, replies in asked for reply in replies]


def test_which_questions_were_left_without_reply(ask: Any) -> None:
    """Azerbaijan's 13, 31 and 35; 10 is answered together with 11, which nothing in the replies' form tells.

    Andorra leaves letters out (4 (a), 20 (b) and (c)), and no question.
    """
    rows = ask("questions-without-reply", "list", "question")
    assert {row for row in rows if row != ("CRPD/C/AZE/Q/1", "10")} == {
        ("CRPD/C/AZE/Q/1", question) for question in ("13", "31", "35")
    }


def test_which_concerns_were_never_asked_about(ask: Any) -> None:
    """Rehabilitation (26) and privacy (22), for which the first list of Azerbaijan had no heading, and so on."""
    rows = ask("concerns-and-questions", "observations", "concern", "article", "question")
    assert [row[:3] for row in rows if row[3] is None] == [
        (ANDORRA, "21", "10"),
        (ANDORRA, "37", "18"),
        (ANDORRA, "45", "22"),
        (AZERBAIJAN, "46", "30"),
        (AGAIN, "21", "10"),
        (AGAIN, "49", "22"),
        (AGAIN, "57", "26"),
    ]
    came_back = {(row[0], row[1], row[3]) for row in rows if row[2] == "12"}
    assert came_back == {(ANDORRA, "25", "9"), (AZERBAIJAN, "26", "13"), (AGAIN, "27", "13")}


def test_what_follow_up_and_next_report_say_of_which_recommendation(ask: Any) -> None:
    """Azerbaijan's 28 paragraphs of follow-up, by their headings."""
    rows = ask("answers-to-recommendations", "observations", "paragraph", "item", "report", "answer")
    said = {
        **{("11", "a"): "5", ("11", "b"): "6", ("19", "d"): "7", ("21", None): "8", ("26", "a"): "9"},
        **{("26", "c"): "10", ("35", "a"): "11", ("45", None): "12 13 14", ("47", "d"): "15", ("52", "b"): "16"},
        **{("53", "a"): "17", ("53", "c"): "18", ("54", "a"): "19", ("55", "a"): "20 21 22 23 24 25"},
        **{("55", "c"): "26", ("59", "c"): "27", ("60", "c"): "28", ("61", "a"): "29", ("61", "b"): "30 31"},
        ("69", "b"): "32",
    }
    assert [row for row in rows if row[0] == AGAIN] == [
        (AGAIN, *place, FOLLOWS, answer) for place, answers in said.items() for answer in answers.split()
    ]


def test_what_the_next_report_of_moldova_says_of_which_recommendation(ask_moldova: Any) -> None:
    """By bold lead lines, here those on 7 and 25: "letters (a) to (c)"."""
    rows = ask_moldova("answers-to-recommendations", "observations", "paragraph", "item", "report")
    said = {row for row in rows if row[1] in ("7", "25")}
    assert said == {(MOLDOVA, paragraph, letter, NEXT) for paragraph in ("7", "25") for letter in "abc"}


def test_which_recommendations_are_passed_over(ask: Any) -> None:
    rows = ask("recommendations-passed-over", "observations", "paragraph", "report")
    passed = "8 10 14 16 18 24 28 30 32 34 38 40 42 44 50 58 64 66 68"
    assert [row for row in rows if row[0] == AGAIN] == [(AGAIN, paragraph, FOLLOWS) for paragraph in passed.split()]


def test_which_laws_that_were_asked_for_were_adopted_since(ask: Any) -> None:
    """Azerbaijan's follow-up of 2024 names none newer; Andorra has no later document."""
    rows = ask("wanted-laws-and-answers", "observations", "paragraph", "item", "name")
    assert {row[3] for row in rows} == {None}
    assert {(ANDORRA, "8", "b", None), (AZERBAIJAN, "23", None, None), (AGAIN, "12", "a", None)} <= set(rows)


def test_which_laws_that_were_asked_for_moldova_names_since(ask_moldova: Any) -> None:
    """37 (b) asks for legal measures of independent living: the National Program for deinstitutionalization (118)."""
    rows = ask_moldova("wanted-laws-and-answers", "paragraph", "item", "name", "date", "report", "named")
    ((name, *rest),) = {row[2:] for row in rows if row[:2] == ("37", "b")}
    assert ("deinstitutionalization" in name, *rest) == (True, "2018", NEXT, "118")


def test_what_is_asked_again(ask: Any) -> None:
    """In 2014 the Civil Code is to be amended, in 2024 its provisions are to be repealed: not one act asked twice.

    That the quota system be enforced (43 and 60) is missing: "by ensuring enforcement" is not read.
    """
    rows = ask("recommendations-repeated", "article", "action", "observations", "paragraph", "later", "repeated")
    assert {(*row[:2], row[3], row[5]) for row in rows if row[2] == AZERBAIJAN} == {
        *((article, action, "9", "8") for article in "1234" for action in ("amend", "harmonise")),
        ("5", "adopt", "15", "12"),
        ("6", "amend", "17", "14"),
        ("9", "adopt", "23", "20"),
        ("9", "enforce", "23", "20"),
        ("11", "adopt", "25", "24"),
        ("14", "repeal", "29", "32"),
        ("23", "repeal", "37", "52"),
    }
    assert not [row for row in rows if row[2] == ANDORRA]


def test_what_is_urgent_what_has_a_term_and_what_was_told(ask: Any) -> None:
    """The follow-up speaks of 54 (a), and of 69 (b), the concern that 70 (b) answers; not of 8, 10 and 70 (c)."""
    rows = ask("marked-for-follow-up", "observations", "marked", "item", "by", "term", "told")
    assert list(rows) == [
        *((ANDORRA, marked, None, "69", None, None) for marked in ("26", "58", "68")),
        (AZERBAIJAN, "37", None, "53", "one year", None),
        *(
            (AGAIN, marked, item, "71", None, told)
            for marked, item, told in (
                *(("8", "a", None), ("10", None, None), ("54", None, FOLLOWS)),
                *(("70", "b", FOLLOWS), ("70", "c", None)),
            )
        ),
    ]


def test_which_treaties_are_to_be_ratified(ask: Any) -> None:
    """Paragraph 50 asks for "the Protocol thereto", to a convention of the Council of Europe: nothing tells of that."""
    rows = ask("treaties-to-ratify", "name", "observations", "paragraph")
    assert {(name.split()[0], *place) for name, *place in rows} == {
        ("Marrakesh", ANDORRA, "62"),
        ("Convention", AGAIN, "24"),
        ("Marrakesh", AZERBAIJAN, "47"),
    }


def test_which_bodies_are_to_be_established_and_what_the_state_names(ask: Any) -> None:
    """Of the independent framework for monitoring the State says that the Ombudsman is it since 2023."""
    rows = ask("bodies-to-establish", "observations", "paragraph", "item", "article", "body", "report", "answer")
    assert {row[:4] for row in rows} == {
        (ANDORRA, "32", "b", "15"),
        (ANDORRA, "36", "b", "17"),
        (ANDORRA, "68", "a", "33"),
        (AGAIN, "54", "a", "24"),
        (AGAIN, "70", "a", "33"),
        (AGAIN, "70", "b", "33"),
    }
    named = {row[4:] for row in rows if row[:3] == (AGAIN, "70", "b")}
    assert ("Ombudsman", FOLLOWS, "32") in named
    assert {row[4] for row in rows if row[0] == ANDORRA or row[:3] == (AGAIN, "70", "a")} == {None}


def test_how_many_requests_of_each_kind_under_articles_12_and_23(ask: Any) -> None:
    rows = ask("requests-by-action", "state", "year", "article", "action", "requests")
    assert [row for row in rows if row[0] in ("Andorra", "Azerbaijan") and row[2] in ("12", "23")] == [
        ("Andorra", "2023", "12", "amend", 1),
        ("Andorra", "2023", "12", "other", 2),
        ("Andorra", "2023", "12", "repeal", 1),
        ("Andorra", "2023", "23", "other", 2),
        ("Azerbaijan", "2014", "12", "amend", 1),
        ("Azerbaijan", "2014", "23", "adopt", 1),
        ("Azerbaijan", "2014", "23", "other", 1),
        ("Azerbaijan", "2014", "23", "repeal", 1),
        ("Azerbaijan", "2024", "12", "adopt", 1),
        ("Azerbaijan", "2024", "12", "other", 1),
        ("Azerbaijan", "2024", "12", "repeal", 1),
        ("Azerbaijan", "2024", "23", "other", 2),
        ("Azerbaijan", "2024", "23", "repeal", 2),
    ]


COMMENTS = {
    **{"1 (2014)": "26 28", "2 (2014)": "20 20", "3 (2016)": "14 14", "4 (2016)": "50 54"},
    **{"5 (2017)": "40 44", "6 (2018)": "12 12", "7 (2018)": "10 10", "8 (2022)": "56 60"},
}


def test_what_recommendations_rest_on(ask: Any) -> None:
    """Both States are reminded of eight general comments; observations are named in notes."""
    rows = ask("grounds-of-recommendations", "ground", "observations", "paragraph")
    found = set(rows)
    assert {row for row in found if "comment" in row[0]} == {
        (f"CRPD general comment No. {number}", seen, place)
        for number, places in COMMENTS.items()
        for seen, place in zip((ANDORRA, AGAIN), places.split(), strict=True)
    }
    targets = {
        ANDORRA: {
            "12": "10.2 10.3",
            "14": "5.1 5.2 5.5",
            "28": "16.3",
            "34": "5.1 5.2 5.5",
            "50": "4.5 4.a",
            "56": "8.5",
        },
        AGAIN: {"14": "5.1 5.2 5.5", "30": "16.3", "38": "5.1 5.2 5.5", "54": "4.4 4.5 4.a", "56": "3.7 3.8"},
    }
    assert {row for row in found if row[0].startswith("SDG")} == {
        (f"SDG target {target}", seen, place)
        for seen, places in targets.items()
        for place, named in places.items()
        for target in named.split()
    }
    assert {row for row in found if "/CO/" in row[0]} == {
        *(("CEDAW/C/AZE/CO/6", AGAIN, place) for place in ("26", "30", "60")),
        *((AZERBAIJAN, AGAIN, place) for place in ("12", "20", "28", "32")),
    }
