"""Questions that researchers asked for, with the answers that a person reads off the text, on both engines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import Graph
from ten_reports import make_report, write_corpus

from treatygraph.graph import to_graph, to_turtle
from treatygraph.linking import link
from treatygraph.query import Engine, run_query
from treatygraph.report import Annotated, Entity, Relation

ENGINES = ("oxigraph", "rdflib")
Rows = list[tuple[Any, ...]]


def ask(source: Any, name: str, engine: Engine, *columns: str, **parameters: str | int) -> Rows:
    """The named columns of an answer."""
    answer = run_query(source, name, parameters, engine)
    return list(zip(*(answer.column(column) for column in columns), strict=True))


def graph_of(annotated: Annotated, engine: Engine) -> pyoxigraph.Store | Graph:
    linked = link(annotated)
    if engine == "rdflib":
        return to_graph(linked)
    store = pyoxigraph.Store()
    store.bulk_load(to_turtle(linked), format=pyoxigraph.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("researchers")
    write_corpus(output)
    return output


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


@pytest.fixture
def kazakhstan(engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph) -> pyoxigraph.Store | Graph:
    return gold_store if engine == "oxigraph" else gold_graph


def report_with_joining(date: str | None) -> Annotated:
    """Laws of a day and of a year, of a State that joined the treaty on a day, in a year, or at a time not told."""
    annotated = make_report(
        "CRPD/C/KEN/1",
        [
            ((), "Kenya ratified the Convention on the Rights of Persons with Disabilities."),
            (("24",), "The [Education Act of 1 May 2007] and the [Schools Act of 20 June 2008] apply."),
            (("24",), "The [Act No. 3 of 2008], the [Act No. 4 of 2009] and the [Pupils Act] apply, by {Parliament}."),
        ],
    )
    joined = Relation("1", "CRPD", "ratifiedBy", "KEN", date=date, rule="test")
    by_parliament = next(entity for entity in annotated.entities if entity.number and "4" in entity.number)
    treaty = Entity(
        "CRPD", "instrument", "Convention on the Rights of Persons with Disabilities", "treaty", "international"
    )
    entities = tuple(
        replace(entity, issuer="KEN_parliament") if entity == by_parliament else entity for entity in annotated.entities
    )
    return replace(annotated, entities=(*entities, treaty), relations=(joined,))


def test_laws_since_ratification_with_their_issuers(engine: Engine) -> None:
    """Of 2007 is before; of 2008 may be before or after 19 May 2008; the Pupils Act has no date."""
    columns = ("joined", "date", "certain", "name", "issuer")
    graph = graph_of(report_with_joining("2008-05-19"), engine)
    assert ask(graph, "laws-since-ratification", engine, *columns) == [
        ("2008-05-19", "2008", False, "Act No. 3 of 2008", None),
        ("2008-05-19", "2008-06-20", True, "Schools Act of 20 June 2008", None),
        ("2008-05-19", "2009", True, "Act No. 4 of 2009", "Parliament"),
    ]


def test_laws_since_a_ratification_of_which_the_year_is_known(engine: Engine) -> None:
    graph = graph_of(report_with_joining("2008"), engine)
    assert ask(graph, "laws-since-ratification", engine, "date", "certain") == [
        ("2008", False),
        ("2008-06-20", False),
        ("2009", True),
    ]
    undated = graph_of(report_with_joining(None), engine)
    assert ask(undated, "laws-since-ratification", engine, "name") == []


def test_laws_newer_than_the_treaty_with_a_year_alone(engine: Engine) -> None:
    """The Convention on the Rights of Persons with Disabilities was adopted on 13 December 2006."""
    annotated = make_report(
        "CRPD/C/KEN/1",
        [
            (
                ("24",),
                "The [Act No. 2 of 2005], the [Act No. 3 of 2006], the [Act No. 4 of 2007] and the [Pupils Act] apply.",
            )
        ],
    )
    assert ask(graph_of(annotated, engine), "newer-than-treaty", engine, "date", "certain", "name") == [
        ("2006", False, "Act No. 3 of 2006"),
        ("2007", True, "Act No. 4 of 2007"),
    ]
    assert ask(graph_of(annotated, engine), "timeline", engine, "date") == [("2005",), ("2006",), ("2007",)]


def test_what_approves_what_under_article_17(kazakhstan: Any, engine: Engine) -> None:
    """Paragraphs 96, 111, 119 and 123: "the Instructions … were approved by Ministry … Order No. 565 …"."""
    rows = ask(kazakhstan, "approvals-under-article", engine, "paragraph", "date", "kind", "claim", article="17")
    assert rows == [
        ("96", "2012-03-29", "regulation", "implementedBy"),
        ("111", "2007-08-06", "programme", None),
        ("119", "2011-06-24", "rules", "implementedBy"),
        ("123", "2012-10-19", "instructions", "implementedBy"),
    ]
    assert ask(kazakhstan, "approvals-under-article", engine, "paragraph", article="19") == []


def test_who_issues_on_remand(kazakhstan: Any, engine: Engine) -> None:
    """Paragraphs 8, 96 and 123: three Regulations and Instructions on remand centres, by Orders of one Ministry."""
    rows = ask(kazakhstan, "issuers-on-subject", engine, "issuer", "kind", "approvedBy", subject="Remand centre")
    assert {(str(issuer)[:28], kind) for issuer, kind, _ in rows} == {
        ("Ministry of Internal Affairs", "regulation"),
        ("Ministry of Internal Affairs", "instructions"),
    }
    assert len(rows) == 4
    numbers = {str(act).partition("No. ")[2].partition(" ")[0] for _, _, act in rows}
    assert numbers == {"182", "565"}
    assert ask(kazakhstan, "issuers-on-subject", engine, "issuer", subject="fisheries") == []


def test_who_monitors(kazakhstan: Any, engine: Engine) -> None:
    """Paragraph 162: "The Ministry of Internal Affairs monitors the application of Kazakh law …".

    Not 8: "Order of the Procurator-General … approving the Instructions on … oversight", which is the name of a law.
    """
    rows = ask(kazakhstan, "who-monitors", engine, "paragraph", "quote", "words")
    assert [row[:2] for row in rows] == [("162", "Ministry of Internal Affairs")]
    assert str(rows[0][2]).startswith("Ministry of Internal Affairs monitors the application of Kazakh law")


def test_who_monitors_in_other_words(engine: Engine) -> None:
    annotated = make_report(
        "CRPD/C/KEN/1",
        [
            (("33",), "The {Disability Council} is mandated to monitor the Convention."),
            (("33",), "Homes are supervised by the {Ministry of Health}."),
            (
                ("33",),
                "The {Cabinet Office} established a body to oversee them. The {High Court} sits; others monitor.",
            ),
        ],
    )
    rows = ask(graph_of(annotated, engine), "who-monitors", engine, "paragraph", "quote", "words")
    assert rows == [
        ("1", "Disability Council", "Disability Council is mandated to monitor the Convention."),
        ("2", "Ministry of Health", "Homes are supervised by the Ministry of Health"),
    ]


def test_under_which_articles_a_law_stands(kazakhstan: Any, engine: Engine) -> None:
    """Paragraph 195, on adoption, is under article 25 and says that the Criminal Code penalises; 13 under 1 to 5."""
    law = {"law": "Code, Criminal"}
    rows = ask(kazakhstan, "articles-of-law", engine, "article", "claim", "paragraphs", **law)
    claimed = {article: count for article, claim, count in rows if claim == "implementedBy"}
    assert claimed == {"2": 2, "6": 1, "7": 1, "8": 2, "9": 1, "13": 1, "25": 1}
    unclaimed = [article for article, claim, _ in rows if claim is None]
    assert unclaimed == ["1", "2", "3", "4", "5", "7", "9", "13", "14", "15", "16"]


def test_under_which_articles_of_several_treaties_a_law_stands(ten: Path, engine: Engine) -> None:
    columns = ("treaty", "article", "claim", "report")
    assert ask(ten, "articles-of-law", engine, *columns, law="act on children’s rights") == [
        ("CAT", "10", "implementedBy", "CAT/C/KAZ/3"),
        ("CRPD", "24", "implementedBy", "CRPD/C/KAZ/1"),
    ]


def test_what_is_told_of_one_order(kazakhstan: Any, engine: Engine) -> None:
    """Paragraph 123: "The Instructions … were approved by Ministry of Internal Affairs Order No. 565 …"."""
    names = run_query(kazakhstan, "approvals-under-article", {"article": "17"}, engine).column("approving")
    order = next(str(name) for name in names if "565" in str(name))
    rows = ask(kazakhstan, "relations-of-law", engine, "relation", "object", "paragraph", law=order)
    assert {(relation, paragraph) for relation, _, paragraph in rows} == {("approves", "123"), ("passed_by", "123")}
    assert any(str(name).startswith("Instructions on the organization") for _, name, _ in rows)


def test_what_two_states_cite_under_article_24(ten: Path, engine: Engine) -> None:
    columns = ("country", "name", "date", "claim", "paragraphs")
    rows = ask(
        ten, "two-states-under-article", engine, *columns, treaty="crpd", article="art. 24", state="KEN", other="spain"
    )
    assert rows == [
        ("Kenya", "Act No. 14 of 2003", "2003", "implementedBy", 1),
        ("Kenya", "draft Disability Act", None, "plannedBy", 1),
        ("Spain", "Act No. 13/1982 of 7 April 1982", "1982-04-07", "implementedBy", 2),
        ("Spain", "Act No. 26/2011 of 1 August 2011", "2011-08-01", "implementedBy", 1),
    ]


def test_law_of_provinces_and_municipalities(engine: Engine) -> None:
    annotated = make_report(
        "CRPD/C/BEL/1",
        [
            (("24",), "The [Flemish Decree of 8 May 2002] covers schools."),
            (("24",), "The [Act of 10 May 2007] covers schools of the Kingdom."),
        ],
    )
    columns = ("article", "name", "claim", "paragraph")
    assert ask(graph_of(annotated, engine), "subnational-laws", engine, *columns) == [
        ("24", "Flemish Decree of 8 May 2002", "implementedBy", "1")
    ]


def test_reservations_and_declarations(engine: Engine) -> None:
    """A "reservation" of posts is none to a treaty, and the Paris Declaration is none on an article."""
    texts = (
        "Jordan ratified it in 1992, with reservations to article 9 on nationality.",
        "The Kingdom has no reservations regarding the articles of the Convention.",
        "The Act creates a 5% reservation of all posts, and the 2005 Paris Declaration on Aid Effectiveness applies.",
        "It was ratified, without reservations, in 2007.",
        "When signing, the Kingdom made a declaration to Article 14 of the Convention.",
        "Experts told their needs without reservations.",
        "The interpretative declaration was withdrawn.",
    )
    annotated = make_report("CRPD/C/JOR/1", [((), text) for text in texts])
    rows = ask(graph_of(annotated, engine), "reservations", engine, "paragraph")
    assert rows == [("1",), ("2",), ("4",), ("5",), ("7",)]
