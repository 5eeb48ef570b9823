"""Questions that researchers asked for, with the answers that a person reads off the text, on both engines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import Graph
from ten_reports import make_report, write_corpus

from treatygraph.building.folder import write_files
from treatygraph.graph import to_graph, to_turtle
from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.linking import link
from treatygraph.query import Engine, QueryError, run_query
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


def load(turtle: str, engine: Engine) -> pyoxigraph.Store | Graph:
    """A graph written by hand."""
    declared = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items())
    text = f"{declared}@prefix : <http://example.org/> .\n{turtle}"
    if engine == "rdflib":
        return Graph().parse(data=text, format="turtle")
    store = pyoxigraph.Store()
    store.load(text.encode(), format=pyoxigraph.RdfFormat.TURTLE)
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
    # "Mand" begins no word, though it is in "remand".
    with pytest.raises(QueryError, match="No instrument here has a word mand in its name; the nearest are: "):
        ask(kazakhstan, "issuers-on-subject", engine, "issuer", subject="mand")


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
        "Mauritania withdrew and replaced its general reservation.",
        "Full implementation is not possible. Consequently, Poland has filed a reservation.",
        "The reservation of 5% of the posts was maintained.",
    )
    annotated = make_report("CRPD/C/JOR/1", [((), text) for text in texts])
    rows = ask(graph_of(annotated, engine), "reservations", engine, "paragraph")
    assert rows == [("1",), ("2",), ("4",), ("5",), ("7",), ("8",), ("9",)]


def test_words_that_stand_twice_in_a_paragraph_are_one_row(engine: Engine) -> None:
    graph = graph_of(
        make_report("CRPD/C/KEN/1", [(("24",), "The [Education Act] covers schools. The [Education Act] covers all.")]),
        engine,
    )
    for name, parameters in (
        ("evidence-under-article", {"article": "24"}),
        ("claims-under-article", {"article": "24"}),
        ("citations-of-law", {"law": "Education Act"}),
    ):
        assert ask(graph, name, engine, "paragraph", "quote", **parameters) == [("1", "Education Act")]


def test_a_repealed_article_does_not_repeal_its_law(engine: Engine) -> None:
    """Spain: "In former article 161.2 of LGSS" took all that is cited of the Act for repealed.

    The Act is cited in paragraph 1, its article in 2; the Poor Act of 3 was repealed by another Act; what the bill
    would repeal is in force, and cited in 4.
    """
    graph = load(
        """
        :lgss a tg:NationalInstrument ; skos:prefLabel "Act" .
        :art161 skos:prefLabel "Act, art. 161" ; eli:is_part_of :lgss .
        :poor a tg:NationalInstrument ; skos:prefLabel "Poor Act" . :new eli:repeals :poor ; skos:prefLabel "New Act" .
        :old a tg:NationalInstrument ; skos:prefLabel "Old Act" . :bill eli:repeals :old ; tg:kind kind:bill .
        :art28 a tg:TreatyArticle ; tg:number "28" ; tg:order 28 .
        stance:repealed skos:prefLabel "repealed" . stance:effect skos:prefLabel "has effect" .
        link:section skos:prefLabel "section" .
        """
        + "".join(
            f"""
            :c{n} tg:target :{target} ; tg:treatyElement :art28 ; tg:inUnit :p{n} ; tg:evidence :m{n} ;
                tg:strength link:section ; tg:stance stance:{stance} .
            :p{n} tg:order {n} ; tg:number "{n}" . :m{n} tg:denotes :{target} ; tg:quote "Act" ; tg:start 4 .
            """
            for n, target, stance in (
                (1, "lgss", "effect"),
                (2, "art161", "repealed"),
                (3, "poor", "effect"),
                (4, "old", "effect"),
            )
        ),
        engine,
    )
    rows = ask(graph, "repealed-laws-still-cited", engine, "paragraph", "name", "repealedBy", "stance")
    assert rows == [("2", "Act, art. 161", None, "repealed"), ("3", "Poor Act", "New Act", "has effect")]


def test_who_does_not_monitor(engine: Engine) -> None:
    """Sentences of Bosnia and Herzegovina, New Zealand, the Philippines and Ukraine: another monitors, or nobody."""
    sentences = (
        "The {Media Agency} currently does not have mechanisms for monitoring programmes.",
        "The {Home for the Aged} was supervised.",
        "It is accountable to the {President} and is overseen by a parliament.",
        "The Coordination Body of the {Federal Government} for monitoring the Strategy met.",
        "The Body and the {Federal Government} for Monitoring and Reporting met.",
        "They are the {Police Authority}, and the Inspector of Prisons.",
        "The {Nutrition Council}, National Meat Inspection Service and others met.",
        "The {Department of Works} found that 42 of 60 monitored buildings were accessible.",
    )
    graph = graph_of(make_report("CRPD/C/KEN/1", [(("33",), sentence) for sentence in sentences]), engine)
    assert ask(graph, "who-monitors", engine, "quote") == []


def test_figures_of_two_tables_are_not_added(engine: Engine) -> None:
    """Cases and sentences under one article: 7 and 3 are no 10."""
    graph = load(
        """
        :article skos:prefLabel "Criminal Code, art. 126" ; tg:path "art:126" .
        :cases dcterms:title "Cases" . :sentences dcterms:title "Sentences" .
        :table1 tg:number "table 1" . :table2 tg:number "table 2" .
        :a a qb:Observation ; qb:dataSet :cases ; tg:inUnit :table1 ; tg:refProvision :article ;
            tg:year 2009 ; tg:count 5 .
        :b a qb:Observation ; qb:dataSet :cases ; tg:inUnit :table1 ; tg:refProvision :article ;
            tg:year 2010 ; tg:count 2 .
        :c a qb:Observation ; qb:dataSet :sentences ; tg:inUnit :table2 ; tg:refProvision :article ;
            tg:year 2010 ; tg:count 3 .
        """,
        engine,
    )
    assert ask(graph, "figures-and-articles", engine, "total", "table") == [(7, "Cases"), (3, "Sentences")]
    assert ask(graph, "figures-change", engine, "year", "count", "change", "table", path="126") == [
        (2009, 5, None, "table 1"),
        (2010, 2, -3, "table 1"),
        (2010, 3, None, "table 2"),
    ]


def test_a_new_law_with_a_name_like_an_earlier_ones(engine: Engine, tmp_path: Path) -> None:
    """Bosnia and Herzegovina's second report has "FBiH Family Law", its first "Family Law": one law or two?"""
    for symbol, text in (
        ("CRPD/C/ESP/1", "The [Family Act] and the [Sports Act] apply."),
        ("CRPD/C/ESP/2-3", "The [Family Act of Catalonia] and the [Housing Act] apply."),
    ):
        folder = tmp_path / symbol.replace("/", "-")
        folder.mkdir()
        write_files(link(make_report(symbol, [(("23",), text)])), folder)
    asked = {"earlier": "CRPD/C/ESP/1", "later": "CRPD/C/ESP/2-3"}
    assert ask(tmp_path, "new-in-later-report", engine, "name", "nameLike", **asked) == [
        ("Family Act of Catalonia", "Family Act"),
        ("Housing Act", None),
    ]


def test_an_article_without_law_and_an_article_without_a_heading(engine: Engine) -> None:
    graph = graph_of(
        make_report("CRPD/C/KEN/1", [(("24",), "Schools are open to all."), (("24",), "So are colleges.")]), engine
    )
    rows = dict(ask(graph, "articles-without-law", engine, "article", "paragraphs"))
    assert (rows["24"], rows["25"]) == (2, 0)


def test_a_programme_is_not_dated_by_the_year_it_looks_to(engine: Engine) -> None:
    """Kazakhstan's report of 2019 cites an "Employment Road Map 2020"; `programmes` tells its year all the same."""
    graph = load(
        """
        :report tg:reportingState :state ; tg:reportsUnder :treaty ; dcterms:issued "2019-02-21"^^xsd:date .
        :treaty eli:date_document "2006-12-13"^^xsd:date .
        :joined a tg:TreatyAction ; tg:treaty :treaty ; tg:state :state ; tg:actionType ta:ratification ;
            tg:edtf "2015-02" .
        kind:programme skos:prefLabel "programme" . kind:act skos:prefLabel "act" .
        :map a tg:NationalInstrument ; tg:kind kind:programme ; tg:edtf "2020" ; skos:prefLabel "Road Map 2020" .
        :plan a tg:NationalInstrument ; tg:kind kind:programme ; tg:edtf "2017" ; skos:prefLabel "Plan for 2017" .
        :act a tg:NationalInstrument ; tg:kind kind:act ; tg:edtf "2016-03" ; skos:prefLabel "Act" .
        """,
        engine,
    )
    for name in ("timeline", "newer-than-treaty", "laws-since-ratification"):
        assert ask(graph, name, engine, "date", "name") == [("2016-03", "Act"), ("2017", "Plan for 2017")]
    assert ask(graph, "programmes", engine, "name", "dated") == [("Plan for 2017", "2017"), ("Road Map 2020", "2020")]
