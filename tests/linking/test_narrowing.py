"""Which of a heading's articles a paragraph concerns; the sentences are invented unless a report is named."""

from __future__ import annotations

import pytest

from treatygraph.linking.narrowing import (
    Passage,
    judge_subject,
    load_profiles,
    make_profiles,
    named_articles,
    narrow,
    passage_of,
    places_under_headings,
)
from treatygraph.linking.narrowing.decision import LEAD, MANY, lead
from treatygraph.linking.narrowing.learning import examples_of, learn_weights, write_weights
from treatygraph.linking.narrowing.words import read_words
from treatygraph.ontology import load_treaties, load_treaty
from treatygraph.report import Mention, Report, Section, Source, Unit

CRPD = load_profiles("CRPD")
CED = load_profiles("CED")


@pytest.mark.parametrize(
    ("articles", "text", "concerned"),
    [
        (("24", "25"), "The Schools Act gives every pupil with disabilities a place in an ordinary school.", ("24",)),
        (("24", "25"), "The Hospitals Act gives patients with disabilities free medical care.", ("25",)),
        (("29", "30"), "Under the Electoral Act every citizen may vote by secret ballot.", ("29",)),
        (("29", "30"), "The Sports Act funds paralympic athletes and sports clubs.", ("30",)),
        (
            ("1", "2", "3", "4"),
            "The Ports Act defines a person with disabilities as any person who has a long-term impairment.",
            ("1",),
        ),
        (
            ("1", "2", "3", "4"),
            "The Building Act defines reasonable accommodation and universal design, without an undue burden.",
            ("2",),
        ),
        (
            ("1", "2", "3", "4"),
            "Ratified treaties have primacy over laws and are part of the domestic legal order; the Convention was "
            "incorporated when it was ratified.",
            ("4",),
        ),
    ],
)
def test_the_topic_of_a_paragraph_decides(articles: tuple[str, ...], text: str, concerned: tuple[str, ...]) -> None:
    answer = narrow(Passage(text, articles), CRPD)
    assert (answer.articles, answer.rule) == (concerned, "topic")
    assert answer.margin >= LEAD
    assert answer.scores[0][0] == concerned[0]


def test_a_paragraph_on_an_article_that_the_heading_does_not_name_concerns_none_of_its_articles() -> None:
    quota = "Any employer of 50 workers or more must reserve 5 per cent of posts for job seekers with disabilities."
    answer = narrow(Passage(quota, ("1", "2", "3", "4")), CRPD)
    assert (answer.articles, answer.rule, answer.decided) == ((), "elsewhere", True)


def test_nothing_is_decided_where_an_article_that_the_heading_does_not_name_is_more_likely() -> None:
    """A council that monitors is a matter of article 33; the principle that the Act rests on, one of article 3."""
    text = "The Act rests on the principle of equal rights."
    council = "The National Council and the Ombudsman monitor the implementation of the Convention."
    more = "The human rights commission is the independent mechanism and focal point."
    assert narrow(Passage(text, ("1", "3")), CRPD).articles == ("3",)
    assert narrow(Passage(f"{text} {council}", ("1", "3")), CRPD).rule == "undecided"
    assert narrow(Passage(f"{text} {council} {more}", ("1", "3")), CRPD).rule == "elsewhere"


def test_the_articles_that_the_text_names_outweigh_its_topic() -> None:
    text = "The Schools Act is in line with articles 3 and 4 of the Convention."
    answer = narrow(Passage(text, ("1", "2", "3", "4"), named=("3", "4")), CRPD)
    assert (answer.articles, answer.rule, answer.margin) == (("3", "4"), "named", 1.0)


def test_a_text_that_names_three_articles_of_the_heading_is_not_decided_by_them() -> None:
    text = "It carries out articles 9, 13 and 14; no extradition treaty is required to extradite."
    answer = narrow(Passage(text, ("9", "13", "14"), named=("9", "13", "14")), CED)
    assert (answer.articles, answer.rule) == (("13",), "topic")


def test_a_sub_heading_that_is_the_title_of_an_article_decides() -> None:
    text = "The Act of 3 May 2001 applies."
    answer = narrow(Passage(text, ("25", "26"), headings=("Habilitation and rehabilitation",)), CRPD)
    assert (answer.articles, answer.rule) == (("26",), "heading")


def test_a_sub_heading_does_not_decide_where_the_paragraph_plainly_says_otherwise() -> None:
    """CRPD/C/POL/1 has paragraphs on equal treatment under "General principles"."""
    text = "The Equal Treatment Act prohibits direct and indirect discrimination and harassment by employers."
    answer = narrow(Passage(text, ("3", "4", "5"), headings=("General principles",)), CRPD)
    assert "3" not in answer.articles


def test_a_paragraph_that_tells_of_nothing_is_undecided() -> None:
    answer = narrow(Passage("The Act was published in the Official Gazette.", ("25", "26")), CRPD)
    assert (answer.articles, answer.decided) == ((), False)


def test_the_order_of_the_report_decides_nothing_by_itself() -> None:
    for place in (0.0, 0.5, 1.0):
        assert not narrow(Passage("The Act was published.", ("25", "26"), place=place), CRPD).decided


def test_a_heading_of_many_articles_wants_more() -> None:
    """The same lead decides between two articles, and not between twenty-six."""
    text = "The Act of 2001 funds rehabilitation at home and in hospitals."
    few, many = ("25", "26"), tuple(str(number) for number in range(5, 31))
    assert len(many) > MANY
    assert narrow(Passage("The Electoral Act lets every voter vote at a polling station.", many), CRPD).articles == (
        "29",
    )
    assert narrow(Passage(text, few), CRPD).margin > 0
    assert not narrow(Passage(text, many), CRPD).articles


@pytest.mark.parametrize(
    ("article", "text", "named", "firmness"),
    [
        ("12", "The Civil Code restricts the legal capacity of a person under guardianship.", (), "firm"),
        # Free legal aid is a matter of article 13.
        ("12", "Persons with disabilities receive free legal aid from a lawyer in criminal proceedings.", (), "weak"),
        ("12", "Legal aid by a lawyer in criminal proceedings carries out article 12.", ("12",), "firm"),
        # A paragraph that tells of nothing is believed to stand where it belongs.
        ("12", "The Act entered into force on 3 May 2001.", (), "firm"),
        ("5", "Subsidies for food, housing and pensions reduce the poverty of families.", (), "weak"),
    ],
)
def test_under_a_heading_of_one_article_another_subject_makes_a_link_weak(
    article: str, text: str, named: tuple[str, ...], firmness: str
) -> None:
    judged, against = judge_subject(Passage(text, (article,), named=named), CRPD)
    assert judged == firmness
    assert -1 < against < 1


def test_a_subject_is_judged_only_under_one_article() -> None:
    with pytest.raises(ValueError, match="too many values"):
        judge_subject(Passage("The Act applies.", ("1", "2")), CRPD)


@pytest.mark.parametrize(
    ("treaty", "articles", "text", "concerned"),
    [
        ("CED", ("9", "13", "16"), "Citizens of Ruritania are not extradited to other States.", "13"),
        ("CED", ("17", "18", "20"), "The Prison Code requires a register of all detained persons.", "17"),
        ("CAT", ("12", "13", "14"), "Victims receive compensation and rehabilitation under the Redress Act.", "14"),
        ("CCPR", ("18", "19", "21"), "The Press Act protects journalists and the media.", "19"),
        ("CESCR", ("11", "12", "13"), "Primary schools are free and university tuition is subsidised.", "13"),
        ("CERD", ("4", "6", "7"), "The Criminal Code punishes hate speech and racist propaganda.", "4"),
        ("CEDAW", ("9", "10", "16"), "The Family Code sets the age of marriage and the grounds of divorce.", "16"),
        ("CRC", ("19", "21", "32"), "The Labour Code prohibits child labour and hazardous work.", "32"),
        ("CMW", ("26", "27", "47"), "Migrant workers may transfer remittances through any bank.", "47"),
    ],
)
def test_each_core_treaty_has_topics(treaty: str, articles: tuple[str, ...], text: str, concerned: str) -> None:
    assert narrow(Passage(text, articles), load_profiles(treaty)).articles == (concerned,)


@pytest.mark.parametrize("treaty", load_treaties(), ids=lambda treaty: treaty.abbreviation)
def test_every_article_that_has_a_topic_has_a_profile(treaty: object) -> None:
    known = load_treaty(treaty.abbreviation)  # type: ignore[attr-defined]
    assert known is not None
    profiles = load_profiles(known.abbreviation)
    assert profiles
    assert {article.number for article in known.articles} <= set(profiles)
    if known.articles:
        assert all(known.may_have(number) for number in profiles)


def test_a_treaty_that_is_none_of_the_nine_has_no_profiles() -> None:
    assert make_profiles("UNCLOS", {}) == {}


def test_a_profile_shows_what_speaks_for_its_article() -> None:
    found = CRPD["12"].evidence(read_words("The court restricted his legal capacity and appointed a guardian."))
    assert {"legal capacity", "guardian*"} <= set(found)
    assert CRPD["12"].weigh(read_words("The port is deep.")) == 0


def test_the_words_of_a_text() -> None:
    words = read_words("The Policies on schools’ Act; article 5")
    assert words.line == " the policy on school act article "
    assert words.terms == {"policy", "school", "school act"}


@pytest.mark.parametrize(("first", "second", "share"), [(9.0, 0.0, 0.75), (9.0, 9.0, 0.0), (0.0, 9.0, -0.75)])
def test_a_lead_is_a_share_of_both_scores(first: float, second: float, share: float) -> None:
    assert lead(first, second) == share


def test_a_lead_does_not_grow_without_end() -> None:
    assert lead(100, 50) < 0.34
    assert lead(1, 0) == 0.25


def report_of(symbol: str, *paragraphs: tuple[str, str]) -> Report:
    """A report with paragraphs, each under a heading of one article."""
    units = tuple(
        Unit(str(n), "paragraph", text, convention_articles=(article,)) for n, (article, text) in enumerate(paragraphs)
    )
    return Report(symbol, "RUR", "CRPD", "Report", units, Source("report.pdf", "0", "application/pdf"))


def test_learning_keeps_the_words_of_an_article_that_several_reports_use() -> None:
    # Ruritania alone speaks of lighthouses, and all paragraphs speak of the State.
    reports = [
        report_of(
            f"CRPD/C/R{n}/1",
            ("24", "The State pays teachers" + (" in lighthouses." if n == 0 else ".")),
            ("25", "The State pays nurses."),
        )
        for n in range(30)
    ]
    learnt = learn_weights(example for report in reports for example in examples_of(report))
    assert set(learnt) == {"24", "25"}
    assert set(learnt["24"]) == {"teacher", "pay teacher"}
    assert set(learnt["25"]) == {"nurse", "pay nurse"}
    assert "".join(write_weights("CRPD", learnt)).startswith("\n[CRPD.24]")


def test_a_passage_takes_the_headings_below_the_one_that_names_the_articles() -> None:
    sections = (
        Section(1, "III.", "Specific rights", ()),
        Section(2, "U.", "Articles 25 and 26: Health; habilitation", ("25", "26"), parent=0),
        Section(3, "9.", "Participation", ("25", "26"), parent=1),
    )
    units = tuple(
        Unit(str(n), "paragraph", f"Text {n}.", section_index=place, convention_articles=("25", "26"))
        for n, place in enumerate((1, 2, 2))
    )
    report = Report("X", "RUR", "CRPD", "Report", units, Source("x", "0", "application/pdf"), sections)
    places = places_under_headings(units)
    assert passage_of(report, units[0], (), places["0"]) == Passage("Text 0.", ("25", "26"), (), (), 0.0)
    assert passage_of(report, units[1], (), places["1"]) == Passage(
        "Text 1.", ("25", "26"), ("Participation",), (), 0.5
    )


def test_the_articles_that_a_unit_names() -> None:
    text = "It is in line with articles 3 and 4 of the Convention (see also article 9)."
    unit = Unit("1", "paragraph", text)

    def mention(words: str, *numbers: str) -> Mention:
        start = text.index(words)
        targets = tuple((f"art:{number}",) for number in numbers)
        return Mention("1", "provision", start, start + len(words), words, "test", targets=targets, entity="CRPD")

    treaty = load_treaty("CRPD")
    assert treaty is not None
    found = [mention("articles 3 and 4 of the Convention", "3", "4"), mention("article 9", "9")]
    assert named_articles(unit, found, treaty) == ("3", "4")
