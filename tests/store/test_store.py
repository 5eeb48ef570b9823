"""The store beside the reports: its answers are those of the files, it follows them, and it is whole or not there."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "query"))
sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

from ten_reports import write_corpus

from treatygraph.building.holding import hold
from treatygraph.building.keeping import keep_in_step
from treatygraph.errors import ReadingError
from treatygraph.query import QueryRefusedError, find_query, list_queries
from treatygraph.query.child import ask_here
from treatygraph.query.kept import kept_store
from treatygraph.store.layout import (
    StaleError,
    holding_store,
    lacks_store,
    read_state,
    report_graph,
    stale_note,
    store_folder,
)
from treatygraph.store.writing import keep_store

DEPOSITARY = "state,treaty,action,date,source\nKAZ,CED,ratification,2009-02-27,https://treaties.un.org/\n"
EXTERNAL = (
    "law,link,relation,source\n"
    "KAZ_code_criminal-code_1997-07-16,https://adilet.zan.kz/eng/docs/K970000167_,skos:exactMatch,a person\n"
)
EVERYTHING = "SELECT * { ?s ?p ?o }"
# Values that the ten reports have, where those of a question's example name nothing there.
ASKED = {"article": "6", "law": "Education Act", "state": "KAZ", "other": "KEN", "treaty": "CED", "path": "art:125"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten reports with their store."""
    output = tmp_path_factory.mktemp("store") / "ten"
    write_corpus(output)
    assert keep_store(output) == "rebuilt"
    return output


@pytest.fixture
def ten(made: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "ten"))


def ask(output: Path, query: str, report: str | None = None) -> Counter[tuple[object, ...]]:
    return Counter(ask_here(output, find_query(query), query, report=report).rows)


def without_store(output: Path, place: Path) -> Path:
    return Path(shutil.copytree(output, place, ignore=shutil.ignore_patterns(".store")))


def assert_same_as_files(output: Path, place: Path) -> None:
    """The store is in step, and holds in all and of each report what the files hold."""
    files = without_store(output, place)
    with kept_store(output) as kept, kept_store(files) as none:
        assert kept is not None
        assert none is None
        reports = list(kept.reports)
    for query in (EVERYTHING, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "SELECT * { GRAPH ?g { ?s ?p ?o } }"):
        for report in (None, *reports):
            assert ask(output, query, report) == ask(files, query, report), (query, report)


def damage(path: Path) -> None:
    """Change bytes of a file and leave its size."""
    content = path.read_bytes()
    path.write_bytes(bytes(byte ^ 0xFF for byte in content))


MAIN = "from treatygraph.cli import main; main()"


def commanded(output: Path, *words: str) -> tuple[str, str]:
    """Ask on the command line; what it prints, and what it says beside that."""
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "query", *words, str(output), "--format", "csv"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, done.stderr


@pytest.mark.parametrize("beside", [False, True])
def test_every_named_question_has_the_answer_of_the_files(ten: Path, tmp_path: Path, beside: bool) -> None:
    if beside:
        (ten / "depositary.csv").write_text(DEPOSITARY, encoding="utf-8")
        (ten / "external.csv").write_text(EXTERNAL, encoding="utf-8")
        assert keep_store(ten) == "rebuilt"
    files = without_store(ten, tmp_path / "files")
    answered = set()
    with kept_store(ten) as kept:
        assert kept is not None
    for question in list_queries():
        values = {p.name: ASKED[p.name] for p in question.parameters if p.name in ASKED}
        text = question.put(values)
        of_store, of_files = (ask_here(source, question, text) for source in (ten, files))
        assert of_store.columns == of_files.columns
        assert Counter(of_store.rows) == Counter(of_files.rows), question.name
        if "ORDER BY" in text:
            assert [*map(str, of_store.rows[:1])] == [*map(str, of_files.rows[:1])] or len(of_store.rows) > 1
        if of_store.rows:
            answered.add(question.name)
    assert len(answered) >= 20, sorted(answered)
    assert_same_as_files(ten, tmp_path / "again")


def test_a_report_that_is_added_changed_or_gone_is_followed(ten: Path, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    (ten / "CED-C-KAZ-1").rename(aside)
    assert keep_store(ten) == "updated"
    assert_same_as_files(ten, tmp_path / "gone")

    aside.rename(ten / "CED-C-KAZ-1")
    assert keep_store(ten) == "updated"
    assert_same_as_files(ten, tmp_path / "added")

    graph = ten / "CED-C-KAZ-1" / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace("Education Act", "Schools Act"), encoding="utf-8")
    assert keep_store(ten) == "updated"
    assert_same_as_files(ten, tmp_path / "changed")
    assert [path.name for path in store_folder(ten).iterdir() if path.is_dir()] == ["4"]
    assert keep_store(ten) == "kept"


def test_where_the_files_changed_since_they_are_read_and_a_note_says_why(ten: Path) -> None:
    assert stale_note(ten) == ""
    graph = ten / "CED-C-KAZ-1" / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace("Education Act", "Schools Act"), encoding="utf-8")

    note = stale_note(ten)
    rows = ask(ten, 'SELECT ?law { ?law skos:prefLabel ?name FILTER(CONTAINS(?name, "Schools Act")) }')

    assert note == (
        f"{ten / '.store'} is older than CED-C-KAZ-1: the files were read, which takes longer; "
        f"`treatygraph unify {ten}` brings it in step."
    )
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda ten: shutil.copytree(ten / "CED-C-KAZ-1", ten / "CED-C-KAZ-2"), "does not hold CED-C-KAZ-2"),
        (lambda ten: shutil.rmtree(ten / "CED-C-KAZ-1"), "holds CED-C-KAZ-1, which is no longer there"),
        (lambda ten: (ten / "depositary.csv").write_text(DEPOSITARY), "is older than depositary.csv"),
        (lambda ten: (ten / ".store" / "state.json").write_text("{"), "is not whole"),
        (lambda ten: next((ten / ".store" / "1").glob("*.sst")).unlink(), "is not whole"),
        (lambda ten: next((ten / ".store" / "1").glob("*.sst")).write_bytes(b"short"), "is not whole"),
    ],
)
def test_a_store_is_asked_only_where_it_is_whole_and_in_step(ten: Path, tmp_path: Path, change, words: str) -> None:
    change(ten)
    with pytest.raises(StaleError, match=words), holding_store(ten):
        pass
    ask(ten, EVERYTHING)
    keep_store(ten)
    assert_same_as_files(ten, tmp_path / "files")


@pytest.mark.parametrize("part", ["*.sst", "CURRENT", "MANIFEST*"])
def test_a_damaged_store_is_read_past_and_made_anew(ten: Path, tmp_path: Path, part: str) -> None:
    for path in store_folder(ten).glob(f"*/{part}"):
        damage(path)
    assert ask(ten, EVERYTHING) == ask(without_store(ten, tmp_path / "files"), EVERYTHING)
    assert lacks_store(ten)
    assert keep_store(ten) == "rebuilt"
    assert_same_as_files(ten, tmp_path / "again")


@pytest.mark.parametrize(("anew", "step"), [(True, "rebuilt"), (False, "dropped")])
def test_a_damaged_store_is_not_brought_in_step(ten: Path, anew: bool, step: str) -> None:
    for path in store_folder(ten).glob("*/*.sst"):
        damage(path)
    shutil.rmtree(ten / "CED-C-KAZ-1")
    assert keep_store(ten, anew=anew) == step


def test_a_build_drops_a_store_most_of_whose_reports_changed(ten: Path) -> None:
    for graph in list(ten.glob("*/graph.ttl"))[:5]:
        graph.write_text(graph.read_text("utf-8") + "\n", encoding="utf-8")
    assert keep_store(ten, anew=False) == "dropped"
    assert not list(store_folder(ten).iterdir())


def test_the_first_question_about_many_reports_makes_the_store(ten: Path) -> None:
    shutil.rmtree(store_folder(ten))
    first, said = commanded(ten, "most-cited-laws")
    assert said == (
        f"Making a store of the reports in {ten}, once: later questions are answered from it, and sooner.\n"
    )
    assert stale_note(ten) == ""
    assert commanded(ten, "most-cited-laws") == (first, "")

    graph = ten / "CED-C-KAZ-1" / "graph.ttl"
    graph.write_text(graph.read_text("utf-8") + "\n", encoding="utf-8")
    again, said = commanded(ten, "most-cited-laws")
    assert again == first
    assert said.startswith(f"{ten / '.store'} is older than CED-C-KAZ-1: the files were read")


def test_where_no_store_can_be_made_the_question_is_answered_all_the_same(ten: Path) -> None:
    first, _ = commanded(ten, "most-cited-laws")
    shutil.rmtree(store_folder(ten))
    store_folder(ten).write_text("no folder")
    again, said = commanded(ten, "most-cited-laws")
    assert again == first
    assert said.splitlines()[1].startswith(f"The store was not made: {ten / '.store'} cannot be written (")
    store_folder(ten).unlink()
    with hold(ten):
        assert commanded(ten, "most-cited-laws") == (first, "")
    assert not store_folder(ten).exists()


def test_a_few_reports_need_no_store_and_a_build_makes_none(ten: Path) -> None:
    shutil.rmtree(store_folder(ten))
    said: list[str] = []
    keep_in_step(ten, said.append)
    shutil.rmtree(ten / "CED-C-KAZ-1")
    _, beside = commanded(ten, "most-cited-laws")
    assert (beside, said) == ("", [])
    assert not store_folder(ten).exists()


def test_a_build_keeps_a_store_in_step_and_says_where_it_cannot(ten: Path) -> None:
    said: list[str] = []
    shutil.rmtree(ten / "CED-C-KAZ-1")
    keep_in_step(ten, said.append)
    assert (stale_note(ten), said) == ("", [])
    next(ten.glob("*/graph.ttl")).write_text("no graph", encoding="utf-8")
    keep_in_step(ten, said.append)
    assert [words.partition(":")[0] for words in said] == ["The store is not in step"]


def test_a_copy_or_a_touched_file_is_no_change(ten: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(ten, tmp_path / "copy", copy_function=shutil.copyfile))
    (copied / "CED-C-KAZ-1" / "graph.ttl").touch()
    assert stale_note(copied) == ""
    assert keep_store(copied) == "kept"


def test_what_a_person_laid_beside_and_is_wrong_leaves_the_store_as_it_was(ten: Path) -> None:
    before = read_state(ten)
    (ten / "external.csv").write_text(EXTERNAL.replace("1997-07-16", "1897-07-16"), encoding="utf-8")
    with pytest.raises(ReadingError, match="no report here names KAZ_code_criminal-code_1897-07-16"):
        keep_store(ten)
    assert read_state(ten) == before
    assert sorted(path.name for path in store_folder(ten).iterdir()) == ["1", "1.readers", "state.json"]


def rewrite_half(ten: Path) -> None:
    """One report as another program may have written it: prefixes in its midst, and a text with braces."""
    path = sorted(ten.glob("*/graph.ttl"))[3]
    path.write_text(
        path.read_text("utf-8")
        + '\n@prefix late: <https://example.org/> .\nlate:law late:said """}\n@prefix a: <b> .\n{""" .\n',
        encoding="utf-8",
    )


def test_a_graph_that_another_program_wrote_is_loaded_as_well(ten: Path, tmp_path: Path) -> None:
    rewrite_half(ten)
    shutil.rmtree(store_folder(ten))
    assert keep_store(ten) == "rebuilt"
    assert_same_as_files(ten, tmp_path / "files")


@pytest.mark.parametrize("wrong", ["\nthis is no Turtle\n", "\n} {\n", b"\n<a:b> <a:b> '\xff' .\n"])
def test_a_malformed_graph_is_named_and_leaves_no_store(ten: Path, wrong: str | bytes) -> None:
    path = sorted(ten.glob("*/graph.ttl"))[3]
    path.write_bytes(path.read_bytes() + (wrong if isinstance(wrong, bytes) else wrong.encode()))
    shutil.rmtree(store_folder(ten))
    with pytest.raises(ReadingError, match=f"{path.parent.name}.graph.ttl: this is not a well-formed graph"):
        keep_store(ten)
    assert list(store_folder(ten).iterdir()) == []


def test_a_folder_without_reports_has_no_store(ten: Path) -> None:
    for graph in ten.glob("*/graph.ttl"):
        shutil.rmtree(graph.parent)
    assert keep_store(ten) == "none"
    assert not store_folder(ten).exists()


def test_who_reads_a_generation_keeps_it_while_two_builds_go_by(ten: Path) -> None:
    graph = ten / "CED-C-KAZ-1" / "graph.ttl"
    text = graph.read_text("utf-8")
    with kept_store(ten) as kept:
        assert kept is not None
        for name in ("Schools Act", "Learning Act"):
            graph.write_text(text.replace("Education Act", name), encoding="utf-8")
            assert keep_store(ten) == "updated"
        assert sorted(path.name for path in store_folder(ten).iterdir() if path.is_dir()) == ["1", "3"]
        labels = kept.store.query('ASK { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?o), "Education Act")) }')
        assert bool(labels)
    keep_store(ten)
    assert [path.name for path in store_folder(ten).iterdir() if path.is_dir()] == ["3"]


def test_the_graphs_of_the_store_are_no_graphs_of_a_question(ten: Path) -> None:
    """Its own way of holding reports is none of the files: what they do not know is refused as before."""
    graph = report_graph("CED-C-KAZ-1").value
    with pytest.raises(QueryRefusedError, match="which is no graph here"):
        ask(ten, f"SELECT * FROM <{graph}> {{ ?s ?p ?o }}")
    assert ask(ten, "SELECT ?g { GRAPH ?g { } }") == Counter()


def test_a_store_sends_nothing(ten: Path) -> None:
    with pytest.raises(QueryRefusedError, match="asks another machine"):
        ask(ten, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


KEEP = (
    "import sys; from pathlib import Path; from treatygraph.store.writing import keep_store; "
    "keep_store(Path(sys.argv[1]))"
)
KILLS = int(os.environ.get("TREATYGRAPH_STORE_KILLS", "4"))


@pytest.mark.parametrize("number", range(KILLS))
def test_a_store_survives_being_killed_at_any_moment(ten: Path, tmp_path: Path, number: int) -> None:
    """It is the one before, or the new one; the next run makes it what it should be, and leaves nothing behind."""
    if number % 2:
        shutil.rmtree(store_folder(ten))
    graph = ten / "CED-C-KAZ-1" / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace("Education Act", "Schools Act"), encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", KEEP, ten])
    time.sleep(random.Random(2014 + number).uniform(0.1, 0.6))
    process.send_signal(signal.SIGKILL)
    process.wait()

    with kept_store(ten) as kept:
        if kept is not None:
            assert len(kept.store) > 0
    keep_store(ten)

    assert_same_as_files(ten, tmp_path / "files")
    state = read_state(ten)
    assert state is not None
    left = {path.name for path in store_folder(ten).iterdir()}
    assert left == {state.generation, f"{state.generation}.readers", "state.json"}


def test_the_store_of_another_version_is_made_anew(ten: Path) -> None:
    path = store_folder(ten) / "state.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"engine": "0 0.0.1"}))
    with pytest.raises(StaleError, match="was made by another version"), holding_store(ten):
        pass
    assert lacks_store(ten)
    assert keep_store(ten) == "rebuilt"


def test_the_default_graph_holds_each_triple_once(ten: Path) -> None:
    with kept_store(ten) as kept:
        assert kept is not None
        merged = {quad.triple for quad in kept.store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())}
        apart = {
            quad.triple
            for folder in kept.reports.values()
            for quad in kept.store.quads_for_pattern(None, None, None, report_graph(folder.name))
        }
    assert merged == apart
