"""What is said where a question names what is not there: one sentence, with the nearest names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner
from rdflib import Graph
from ten_reports import make_report, write_corpus

from treatygraph.building.folder import write_files
from treatygraph.cli import main
from treatygraph.errors import ReadingError, TreatygraphError
from treatygraph.graph.rdflib_graph import make_dataset
from treatygraph.linking import link
from treatygraph.query import Engine, QueryError, list_queries, open_store, run_query
from treatygraph.query.nearest import nearest, same_words


@pytest.fixture(scope="session")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("misleading")
    write_corpus(output)
    return output


@pytest.fixture(params=["oxigraph", "rdflib"])
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


@pytest.fixture(scope="session")
def ten_held(ten: Path) -> dict[Engine, pyoxigraph.Store | Graph]:
    """The same reports, read once: a folder is read anew for each question, in a process of its own."""
    store = open_store(ten)
    return {"oxigraph": store, "rdflib": make_dataset(store)}


def said(source: object, name: str, engine: Engine = "oxigraph", **parameters: str) -> str:
    with pytest.raises(TreatygraphError) as error:
        run_query(source, name, parameters, engine)  # type: ignore[arg-type]
    assert isinstance(error.value, QueryError)
    return str(error.value)


def test_an_article_that_the_treaty_lacks(
    engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph, ten: Path
) -> None:
    source = gold_store if engine == "oxigraph" else gold_graph
    words = "The treaty reported on has no article 77; its articles are 1 to 45."
    assert said(source, "laws-under-article", engine, article="77") == words
    # Of the treaties of ten reports the Convention on the Rights of the Child has the most, 54.
    assert said(ten, "claims-under-article", engine, article="99").endswith(
        "has no article 99; its articles are 1 to 54."
    )
    assert run_query(ten, "claims-under-article", {"article": "50"}, engine).rows == ()


def test_an_article_may_be_named_as_it_is_cited(gold_store: pyoxigraph.Store) -> None:
    number = run_query(gold_store, "laws-under-article", {"article": "19"})
    assert number.rows
    assert run_query(gold_store, "laws-under-article", {"article": "art. 19"}) == number
    assert run_query(gold_store, "laws-under-article", {"article": "Article 19"}) == number


def test_a_law_is_found_by_its_words_in_any_order(
    engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph
) -> None:
    """The report names the Code of Criminal Procedure; the Criminal Code is another, though its words are all in it."""
    source = gold_store if engine == "oxigraph" else gold_graph
    names = {
        words: set(run_query(source, "citations-of-law", {"law": words}, engine).column("name"))
        for words in ("Criminal Procedure Code", "code of criminal procedure", "Criminal Code")
    }
    assert names["Criminal Procedure Code"] == names["code of criminal procedure"] == {"Code of Criminal Procedure"}
    assert names["Criminal Code"].isdisjoint(names["Criminal Procedure Code"])


def test_a_law_that_no_name_matches(gold_store: pyoxigraph.Store, ten: Path) -> None:
    words = said(gold_store, "citations-of-law", law="Code of Criminal Procedur")
    assert words.startswith(
        "No instrument here is named Code of Criminal Procedur; the nearest are: Code of Criminal Pro"
    )
    words = said(ten, "who-says-so", law="Children")
    assert words == (
        "No instrument here is named Children; the nearest are: Children’s Rights Act, Children’s Rights Act of 8 "
        "August 2002."
    )
    assert said(ten, "who-says-so", law="zzz") == "No instrument here is named zzz, and nothing is named like it."


def test_a_report_that_is_not_in_the_folder(ten: Path, gold_store: pyoxigraph.Store, tmp_path: Path) -> None:
    """Without the earlier report, all laws of the later one would be new."""
    words = said(ten, "new-in-later-report", earlier="CRPD/C/ESP/11", later="CRPD/C/ESP/2-3")
    assert words.startswith("There is no report CRPD/C/ESP/11 here; there are: CAT/C/KAZ/3, CED/C/ESP/1, ")
    with pytest.raises(ReadingError, match=r"There is no report CED/C/KAZ/2 here; there are: CED/C/KAZ/1\."):
        run_query(ten / "CED-C-KAZ-1", "timeline", report="CED/C/KAZ/2")
    assert run_query(ten / "CED-C-KAZ-1", "timeline", report="CED/C/KAZ/1").rows


def test_of_many_reports_the_nearest_are_named(tmp_path: Path) -> None:
    for number in range(20):
        folder = tmp_path / f"CRPD-C-KEN-{number}"
        folder.mkdir()
        (folder / "graph.ttl").write_text("", encoding="utf-8")
    with pytest.raises(
        ReadingError, match=r"There is no report CRPD-C-KEM-1 here; of 20 the nearest are: CRPD-C-KEN-1"
    ):
        run_query(tmp_path, "timeline", report="CRPD-C-KEM-1")


def test_a_state_and_a_treaty_that_no_report_is_of(ten: Path) -> None:
    asked = {"article": "24", "state": "Kenia", "other": "Spain", "treaty": "CRPD"}
    words = said(ten, "two-states-under-article", **asked)
    assert words == "There is no report of a State Kenia under CRPD here; there are: Jordan, Kazakhstan, Kenya, Spain."
    words = said(ten, "two-states-under-article", **{**asked, "state": "Kenya", "treaty": "CMW"})
    assert words == "There is no report under a treaty CMW here; there are: CAT, CED, CEDAW, CRC, CRPD."


def test_a_provision_of_which_no_table_has_figures(gold_store: pyoxigraph.Store) -> None:
    words = said(gold_store, "figures-change", path="art:127")
    assert words == "No table here has figures of a provision art:127; there are: art:125, art:126, art:128."


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?law { ?article tg:implmentedBy ?law }", "tg:implmentedBy, .*the nearest are: tg:implementedBy"),
        ("SELECT ?law { ?law a tg:NationalInstrumnt }", "tg:NationalInstrumnt, .*are: tg:NationalInstrument"),
        ("SELECT ?x { ?x tg:stance stance:repeeled }", "stance:repeeled, .*stance:repealed"),
        (
            "PREFIX own: <https://w3id.org/treatygraph/ont#> SELECT ?x { ?x own:quotes ?y }",
            "tg:quotes, .*the nearest are: tg:quote",
        ),
        ("ASK { ?x <https://w3id.org/treatygraph/ont#kindd> ?y }", "tg:kindd, .*tg:kind"),
        ("CONSTRUCT { ?x tg:own ?y } WHERE { ?x tg:cite ?y }", "tg:cite, .*tg:cites"),
    ],
)
def test_a_term_that_the_vocabulary_lacks(query: str, words: str, gold_store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match=f"The query as written has {words}"):
        run_query(gold_store, query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x { ?x a tg:Table FILTER("tg:implmentedBy" != ?x) } # tg:implmentedBy',
        "PREFIX tg: <http://example.org/> SELECT ?x { ?x tg:whatever ?y }",
        "CONSTRUCT { ?x tg:own ?y } WHERE { ?x tg:cites ?y }",
        "SELECT ?x { ?x a kind:act }",
        "SELECT ?x { ?x tg:quote ?quote FILTER(?quote = 'tg:nothing') }",
    ],
)
def test_what_is_no_term_of_the_vocabulary_is_let_be(query: str, gold_store: pyoxigraph.Store) -> None:
    run_query(gold_store, query)


def test_a_query_by_mistake_is_told_on_the_command_line(ten: Path) -> None:
    for words, message in (
        (["laws-under-article", str(ten)], "Error: The question laws-under-article needs --article, the number of"),
        (["laws-under-article", str(ten), "--article", "99"], "Error: The treaty reported on has no article 99"),
        (["law-under-article", str(ten)], "the nearest names are: laws-under-article"),
    ):
        result = CliRunner().invoke(main, ["query", *words])
        assert (result.exit_code, message in result.stderr) == (2, True), result.stderr
        assert result.stderr.count("\n") == 1


def test_a_default_is_printed(ten: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(
        '# optional: article: the article\nSELECT ?article { VALUES ?article { "6" } ?x tg:number ?article } LIMIT 1',
        encoding="utf-8",
    )
    result = CliRunner().invoke(main, ["query", str(own), str(ten)])
    assert "--article 6 was not given; that is the default." in result.stderr
    result = CliRunner().invoke(main, ["query", str(own), str(ten), "--article", "24"])
    assert "default" not in result.stderr


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("24 (2)", "has no article 24 (2); a question is about one whole article, here 24."),
        ("24.2", "has no article 24.2; a question is about one whole article, here 24."),
        ("article 24, paragraph 2", "has no article 24, paragraph 2; a question is about one whole article, here 24."),
        ("arts. 24 and 25", "has no article 24 and 25; a question is about one whole article, here 24 or 25."),
        ("education", "has no article education; CRPD, article 24, is on “Education”."),
        ("", "needs --article, the number of an article of the treaty reported on; for example --article 17."),
    ],
)
def test_what_is_no_number_of_an_article(article: str, words: str, ten: Path, engine: Engine) -> None:
    assert said(ten / "CRPD-C-KEN-1", "laws-under-article", engine, article=article).endswith(words)
    assert run_query(ten / "CRPD-C-KEN-1", "laws-under-article", {"article": "024"}, engine).rows


def test_a_symbol_may_be_written_as_a_folder_is_and_in_small_letters(ten: Path, engine: Engine) -> None:
    expected = run_query(ten, "new-in-later-report", {"earlier": "CRPD/C/ESP/1", "later": "CRPD/C/ESP/2-3"}, engine)
    assert expected.rows
    for earlier, later in (("CRPD-C-ESP-1", "CRPD-C-ESP-2-3"), ("crpd/c/esp/1 ", "CRPD/C/ESP/2–3")):
        assert run_query(ten, "new-in-later-report", {"earlier": earlier, "later": later}, engine) == expected
    assert run_query(ten, "timeline", {}, engine, "ced/c/kaz/1").rows
    assert run_query(ten / "CED-C-KAZ-1", "timeline", {}, engine, "ced-c-kaz-1").rows


def test_two_reports_that_cannot_be_compared(ten: Path, engine: Engine) -> None:
    """All laws of another State would be new, and none of the same report."""
    name, one = "new-in-later-report", "CRPD/C/ESP/1"
    words = said(ten, name, engine, earlier=one, later="crpd-c-esp-1")
    assert words == "--earlier and --later both name CRPD/C/ESP/1; name two."
    words = said(ten, name, engine, earlier="CRPD/C/KEN/1", later=one)
    assert words == "CRPD/C/KEN/1 is a report of Kenya, and CRPD/C/ESP/1 one of Spain; name two of one State."
    kenya = {"treaty": "CRPD", "article": "24", "state": "Kenya", "other": "ken"}
    assert said(ten, "two-states-under-article", engine, **kenya) == "--state and --other both name Kenya; name two."


def test_two_reports_in_the_wrong_order(engine: Engine, tmp_path: Path) -> None:
    dates = {"CRPD/C/ESP/1": "2010-10-05", "CRPD/C/ESP/2-3": "2018-05-15"}
    for symbol, date in dates.items():
        annotated = make_report(symbol)
        folder = tmp_path / symbol.replace("/", "-")
        folder.mkdir()
        write_files(link(replace(annotated, report=replace(annotated.report, date=date))), folder)
    words = said(tmp_path, "new-in-later-report", engine, earlier="CRPD/C/ESP/2-3", later="CRPD/C/ESP/1")
    assert words == (
        "CRPD/C/ESP/2-3 is of 2018-05-15, and CRPD/C/ESP/1 of 2010-10-05; --earlier and --later change places."
    )


def test_a_treaty_by_its_name_and_what_is_asked_under_it(
    ten_held: dict[Engine, pyoxigraph.Store | Graph], engine: Engine
) -> None:
    ten = ten_held[engine]
    asked = {"treaty": "CRPD", "article": "24", "state": "Kenya", "other": "Spain"}
    expected = run_query(ten, "two-states-under-article", asked, engine)
    assert expected.rows
    for treaty in ("crpd", "UNCRPD", "Convention on the Rights of Persons with Disabilities"):
        assert run_query(ten, "two-states-under-article", {**asked, "treaty": treaty}, engine) == expected
    words = said(ten, "two-states-under-article", engine, **{**asked, "treaty": "CED"})
    assert words == "There is no report of a State Kenya under CED here; there are: Kazakhstan, Spain."
    # The Convention on the Rights of the Child, of another report, has an article 54.
    words = said(ten, "two-states-under-article", engine, **{**asked, "article": "54"})
    assert words == "CRPD has no article 54; its articles are 1 to 50."


def test_a_treaty_by_a_short_name_that_the_report_does_not_print(
    engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph
) -> None:
    source = gold_store if engine == "oxigraph" else gold_graph
    for law in ("CRC", "UNCRC"):
        answer = run_query(source, "citations-of-law", {"law": law}, engine)
        assert set(answer.column("name")) == {"Convention on the Rights of the Child"}


def test_who_says_so_of_a_treaty(engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph) -> None:
    """A treaty was looked up, and then no row of it shown."""
    source = gold_store if engine == "oxigraph" else gold_graph
    assert len(run_query(source, "who-says-so", {"law": "CRC"}, engine).rows) == 1


def test_a_provision_of_a_table_as_it_is_cited(engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph) -> None:
    source = gold_store if engine == "oxigraph" else gold_graph
    expected = run_query(source, "figures-change", {"path": "art:126"}, engine)
    for path in ("126", "art. 126", "Article 126", "Art:126"):
        assert run_query(source, "figures-change", {"path": path}, engine) == expected


def test_which_reports_have_no_row_is_told(ten: Path, engine: Engine) -> None:
    answer = run_query(ten, "planned-laws", engine=engine)
    assert {row[0] for row in answer.rows} == {"CRPD/C/JOR/1", "CRPD/C/KEN/1"}
    assert len(answer.silent) == 8
    assert "CRPD/C/ESP/1" in answer.silent
    result = CliRunner().invoke(main, ["query", "planned-laws", str(ten)])
    assert f"No row of {', '.join(answer.silent)}.\n" in result.stderr


@pytest.mark.parametrize(
    ("name", "parameter"),
    [(question.name, parameter.name) for question in list_queries() for parameter in question.parameters],
)
def test_every_question_tells_what_is_not_there(
    name: str, parameter: str, engine: Engine, gold_store: pyoxigraph.Store, gold_graph: Graph
) -> None:
    """CED/C/KAZ/1 alone is held: it has no article 999, and no law, State, treaty, report or figure called so."""
    source = gold_store if engine == "oxigraph" else gold_graph
    (question,) = (question for question in list_queries() if question.name == name)
    held = {"treaty": "CED", "state": "Kazakhstan", "other": "Qwrtx", "earlier": "CED/C/KAZ/1"}
    asked = {one.name: held.get(one.name, str(one.example)) for one in question.parameters}
    absent = "999" if parameter == "article" else "Qwrtx"
    words = said(source, name, engine, **{**asked, parameter: absent})
    assert absent in words
    assert words.count(". ") == 0
    assert words.endswith(".")
    told = ("there are: ", "the nearest are: ", "its articles are ", "nothing is named like it")
    assert any(one in words for one in told)


@pytest.mark.parametrize("name", ["timeline", "laws-under-article", "compare-states", "citations-of-law"])
def test_no_question_is_asked_of_a_report_that_is_not_in_the_folder(name: str, ten: Path) -> None:
    (question,) = (question for question in list_queries() if question.name == name)
    examples = {one.name: one.example for one in question.parameters}
    with pytest.raises(ReadingError, match=r"^There is no report CRPD/C/KEM/1 here; there are: .*CRPD/C/KEN/1"):
        run_query(ten, name, examples, report="CRPD/C/KEM/1")


def test_names_like_one() -> None:
    names = ("Criminal Code", "Code of Criminal Procedure", "Civil Code", "Code of Civil Procedure", "Penal Code")
    assert same_words("Criminal Procedure Code", names) == ["Code of Criminal Procedure"]
    assert same_words("criminal CODE", names) == ["Criminal Code"]
    assert same_words("Código penal", ("Codigo Penal",)) == ["Codigo Penal"]
    assert same_words("of the", names) == []
    assert nearest("Crimnal Code", names)[0] == "Criminal Code"
    assert nearest("Procedure", names) == ["Code of Civil Procedure", "Code of Criminal Procedure"]
    assert nearest("xyzzy", names) == []
    assert nearest("Code of Criminal Procedur", names)[0] == "Code of Criminal Procedure"
    states = ("Kenya", "Republic of Korea", "Republic of Moldova", "Spain")
    assert nearest("Republic of Kenya", states)[0] == "Kenya"
