"""What each paragraph is in the dialogue between a State and a Committee, and what points at what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from papers import OBSERVATIONS, paper

from treatygraph import recognise, resolve
from treatygraph.dialogue import converse
from treatygraph.dialogue.articles import find_bracket
from treatygraph.dialogue.asking import begins_to_ask
from treatygraph.dialogue.places import read_places
from treatygraph.report import DocumentKind, Report


def joints(report: Report) -> list[tuple[str, str | None, str]]:
    return [(joint.unit, joint.document, str(joint.place)) for joint in converse(report).joints]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("17 (a), 19 (c) and 36 (a)–(d)", "17(a) 19(c) 36(a) 36(b) 36(c) 36(d)"),
        ("17 (b)–(c) and (e)–(f) (right to health), 23 (poverty, work and income)", "17(b) 17(c) 17(e) 17(f) 23"),
        ("26, on equal recognition, 58, on social protection, and 68", "26 58 68"),
        ("13 letter (b), (c) and (d)", "13(b) 13(c) 13(d)"),
        ("15 letter (a) to (c)", "15(a) 15(b) 15(c)"),
        ("7 (a)-7 (c) and 7 (e)", "7(a) 7(b) 7(c) 7(e)"),
        ("46–47", "46 47"),
        ("4 (a) (ii)", "4(a)"),
    ],
)
def test_paragraphs_and_letters_of_an_enumeration(words: str, places: str) -> None:
    assert " ".join(map(str, read_places(words))) == places


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("The Committee is concerned at poverty (arts. 2 and 4–6).", ("2", "4", "5", "6")),
        ("It is concerned at poverty (art. 1).", ("1",)),
        ("It is concerned at the Ports Act (art. 5 of the Code).", ()),
        ("Passengers are not protected (art. 99).", ()),
        ("Poverty (arts. 2 and 5) is a concern.", ()),
        ("It is concerned at poverty (art. 2, para. 2).", ("2",)),
        ("It is concerned at poverty (arts. 2, para. 1, 5 (d) (i) and (iii), and 7).", ("2", "5", "7")),
        ("It is concerned at poverty (articles 1, 2 and 4 of the Convention).", ("1", "2", "4")),
    ],
)
def test_the_brackets_that_end_a_concern(words: str, articles: tuple[str, ...]) -> None:
    assert find_bracket(words, last=25) == articles


def test_bold_type_tells_a_recommendation_from_a_concern() -> None:
    assert [utterance.role for utterance in converse(OBSERVATIONS).utterances] == [
        *("introduction", "positive", "concern", "concern", "recommendation"),
        *("concern", "recommendation", "concern", "recommendation", "recommendation", "follow-up", "request"),
    ]


def test_a_recommendation_has_the_articles_of_the_concerns_that_it_answers() -> None:
    said = {utterance.unit: utterance for utterance in converse(OBSERVATIONS).utterances}
    assert said["5"].answers_concerns == ("3", "4")
    assert said["3"].articles == said["4"].articles == said["5"].articles == ("2", "5")
    assert (said["9"].answers_concerns, said["9"].articles) == (("8",), ("6",))
    assert (said["10"].answers_concerns, said["10"].articles) == ((), ())


CONCERNED = "The Committee is concerned that ports are closed (art. 5)."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (CONCERNED, None),
        ("The Committee recommends that ports be opened. It is concerned at fares.", 0),
        ("In the light of its general comment No. 3, the Committee urges the State party to open ports.", 0),
        (f"{CONCERNED} The State party should open ports.", "The State"),
        (
            f"{CONCERNED} Recalling the Committee’s general comment No. 3 (1990), the State party should act.",
            "Recalling",
        ),
        (f"{CONCERNED} It reiterates the recommendation of 2020 that ports be opened.", "It reiterates"),
        (f"{CONCERNED} In this regard, it strongly recommends that the State party open ports.", "In this"),
        ("The Committee is concerned that ports are closed, and urges the State party to: (a) Open ports.", "urges"),
        (f"{CONCERNED} The Committee: (a) Calls on the State party to act; (b) Asks it to pay.", "The Committee: (a)"),
        # What the Committee says that others asked or should do is no request.
        ("The Committee is concerned that requests for entry are refused. It notes that ports should be open.", None),
        ("The Committee notes that, according to the delegation, the State party must close ports.", None),
    ],
)
def test_where_a_plain_paragraph_begins_to_ask(text: str, place: str | int | None) -> None:
    (unit,) = paper("CERD/C/XXA/CO/1", "concluding-observations", ("Ports", [text])).units
    assert begins_to_ask(unit, bold_known=False) == (text.index(place) if isinstance(place, str) else place)


def test_a_line_that_plain_and_bold_type_share() -> None:
    text = CONCERNED + " The State|*party should open ports, and it should lower fares.*"
    (unit,) = paper("CERD/C/XXA/CO/1", "concluding-observations", ("Ports", [text])).units
    assert begins_to_ask(unit, bold_known=True) == text.index("The State")


def test_older_papers_print_concern_and_request_under_one_number() -> None:
    """What is asked is bold and has no number of its own; its articles are those of its own concern."""
    told = paper(
        "CERD/C/XXA/CO/1",
        "concluding-observations",
        (
            "Ports",
            [
                "The Committee is concerned at fares (art. 2).",
                CONCERNED + "|*The State party should open ports.*",
                "The Committee is concerned at ferries (art. 6).",
                "*The State party should build ferries.*",
                "In the light of article 9, the Committee encourages the State party to ratify the Protocol.",
            ],
        ),
    )
    said = {utterance.unit: utterance for utterance in converse(told).utterances}
    assert [utterance.role for utterance in said.values()] == [
        *("concern", "recommendation", "concern", "recommendation", "recommendation")
    ]
    assert (said["2"].articles, said["2"].answers_concerns) == (("5",), ())
    assert (said["4"].articles, said["4"].answers_concerns) == (("6",), ("3",))


def test_all_that_stands_under_suggestions_is_asked() -> None:
    told = paper(
        "CCPR/C/79/Add.39",
        "concluding-observations",
        ("Principal subjects of concern", ["Ports are closed."]),
        ("Suggestions and recommendations", ["Existing laws should be amended.", "Measures should be taken."]),
        treaty="CCPR",
    )
    assert [utterance.role for utterance in converse(told).utterances] == [
        "concern",
        "recommendation",
        "recommendation",
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The State party is requested to make widely known in ports the present observations.", "request"),
        ("The State party should widely disseminate its third report and these observations.", "request"),
        ("It recommends that the State party’s reports be made available in all ports.", "request"),
        ("It recommends that the report and replies submitted by the State party be made widely known.", "request"),
        ("The Committee invites the State party to submit its next periodic report by 1 May 2031.", "follow-up"),
        ("The State party is invited to update its core document.", "request"),
        ("The State party should, within one year, report on the recommendations in paragraphs 1 and 2.", "follow-up"),
        ("The Committee recalls the particular importance of the recommendations in paragraphs 1 and 2.", "follow-up"),
        ("The Committee recommends that the State party disseminate the Convention in ports.", "recommendation"),
        ("The State party should submit, in its next periodic report, the number of ports.", "recommendation"),
        ("The State party should ensure that passengers can submit reports to the police.", "recommendation"),
        ("The Committee recommends that the State party widely disseminate the Ports Act.", "recommendation"),
    ],
)
def test_what_closes_a_paper_needs_no_heading(text: str, role: str) -> None:
    told = paper(
        "CERD/C/XXA/CO/1",
        "concluding-observations",
        ("Ports", [CONCERNED, "*The State party should open ports.*", f"*{text}*"]),
    )
    assert [utterance.role for utterance in converse(told).utterances] == ["concern", "recommendation", role]


def test_a_paragraph_of_the_rules_of_procedure_is_not_marked() -> None:
    told = paper(
        "CCPR/C/XXA/CO/1",
        "concluding-observations",
        ("Ports", [CONCERNED, "*The State party should open ports.*"]),
        (
            "Follow-up",
            ["In accordance with rule 71, paragraph 1, the State party should report on paragraph 2 within one year."],
        ),
        treaty="CCPR",
    )
    assert [place for _, _, place in joints(told)] == ["2"]


def test_suggestions_at_the_end_answer_no_concern_under_another_heading() -> None:
    told = paper(
        "E/C.12/XXA/CO/1",
        "concluding-observations",
        ("Principal subjects of concern", ["The Committee is concerned at fares."]),
        ("Suggestions and recommendations", ["*The Committee urges the State party to lower fares.*"]),
    )
    assert [utterance.answers_concerns for utterance in converse(told).utterances] == [(), ()]


def test_what_is_marked_for_follow_up() -> None:
    assert joints(OBSERVATIONS) == [("11", "CERD/C/XXA/CO/1", "5"), ("11", "CERD/C/XXA/CO/1", "7(a)")]


def test_a_question_points_at_the_report() -> None:
    asked = paper(
        "CRPD/C/XXA/Q/1",
        "list-of-issues",
        ("Ports", ["Explain the Ports Act (CRPD/C/XXA/1, para. 29) and paragraph 74 of the initial report."]),
    )
    assert [utterance.role for utterance in converse(asked).utterances] == ["question"]
    assert joints(asked) == [("1", "CRPD/C/XXA/1", "29"), ("1", "CRPD/C/XXA/1", "74")]


def test_a_question_that_names_a_report_points_at_that() -> None:
    asked = paper("CRPD/C/CHN/Q/1", "list-of-issues", ("Macao", ["Explain the Act (CRPD/C/CHN-MAC/1, para. 19)."]))
    assert joints(asked) == [("1", "CRPD/C/CHN-MAC/1", "19")]


@pytest.mark.parametrize(
    ("symbol", "kind"), [("CAT/C/XXA/Q/2", "list-of-issues"), ("CAT/C/XXA/QPR/2", "list-of-issues-prior-to-reporting")]
)
def test_a_question_that_points_at_other_papers_points_at_no_report(symbol: str, kind: DocumentKind) -> None:
    asked = paper(
        symbol,
        kind,
        (
            "Articles 1 and 4",
            [
                "In the light of the concluding observations (CAT/C/XXA/CO/1, para. 11), explain the Ports Act.",
                "With reference to its concluding observations (paras. 12 and 13), explain the Ferries Act.",
            ],
        ),
        treaty="CAT",
    )
    assert [utterance.role for utterance in converse(asked).utterances] == ["question", "question"]
    assert joints(asked) == []


def test_follow_up_is_told_by_headings() -> None:
    told = paper(
        "CERD/C/XXA/FCO/1",
        "follow-up-report",
        ("Introduction", ["The State presents its report."]),
        ("Information relating to paragraph 36 (b) and (c)", ["The Ports Act was repealed."]),
    )
    assert joints(told) == [("2", "CERD/C/XXA/CO/1", "36(b)"), ("2", "CERD/C/XXA/CO/1", "36(c)")]
    assert [(u.unit, u.role, u.speaker) for u in converse(told).utterances] == [("2", "answer", "state")]


def test_the_next_report_names_recommendations_in_lead_lines_and_first_words() -> None:
    told = paper(
        "CRPD/C/XXA/2-3",
        "periodic-report",
        (
            "With reference to recommendation 13 letter (a) of the Committee’s Concluding Observations:",
            ["It was done."],
        ),
        (
            "Article 9 Accessibility",
            [
                "Ports were opened.",
                "With regard to paragraphs 15 and 16 of the previous concluding observations, the State has:",
                "First, opened ports.",
            ],
        ),
        ("Article 10", ["With regard to paragraph 3 of the Ports Act, nothing changed."]),
    )
    observations = "CRPD/C/XXA/CO/1"
    assert joints(told) == [
        ("1", observations, "13(a)"),
        *(("3", observations, "15"), ("3", observations, "16"), ("4", observations, "15"), ("4", observations, "16")),
    ]


def test_a_report_that_answers_nothing_says_nothing() -> None:
    told = paper("CRPD/C/XXA/1", "initial-report", ("Article 9", ["Under paragraph 3 of the Ports Act ports open."]))
    assert converse(told).utterances == converse(told).joints == ()


@pytest.mark.parametrize(("kind", "is_treatys"), [("concluding-observations", True), ("periodic-report", False)])
def test_articles_behind_a_concern_are_the_treatys_and_never_a_laws(kind: DocumentKind, is_treatys: bool) -> None:
    """In a State's report the same brackets are the law's."""
    sentence = "The Committee regrets that few benefit from Law No. 12,711 of 2012 (arts. 1 and 5)."
    read = replace(paper("CERD/C/BRA/CO/1", kind, ("Schools", [sentence])), state="BRA")
    denoted = {mention.entity for mention in resolve(recognise(read)).mentions if mention.type == "provision"}
    assert len(denoted) == 1
    assert (denoted == {"CERD"}) is is_treatys
