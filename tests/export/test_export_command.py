"""`treatygraph export`: every format of every view, one sentence where it cannot, and nothing half written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner
from networks import HOSTILE, small_report

from treatygraph import cli
from treatygraph.building.build import Built
from treatygraph.building.folder import write_files
from treatygraph.commands import export
from treatygraph.corpus.records import write_records
from treatygraph.errors import WritingError
from treatygraph.export import FORMATS, VIEWS, Network, export_network, render
from treatygraph.graph.notations import NOTATIONS
from treatygraph.linking import link
from treatygraph.progress import Progress

Run = Callable[..., CompletedProcess[str]]


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_command_line_knows_every_view_format_and_notation() -> None:
    assert export.VIEWS == VIEWS
    assert tuple(export.NETWORK_FORMATS) == tuple(FORMATS)
    assert set(export.NOTATIONS.values()) == {*NOTATIONS, "akn", "rocrate"} <= set(export.NOTATIONS)


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_is_the_same_each_time(hostile: Network, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    assert render(hostile, form) == render(hostile, form)
    assert (len(render(hostile, form).files) > 1) == FORMATS[form].several_files
    assert render(hostile, form).replaced == 10  # two in each HOSTILE: title, label, two lists, paragraphs


def test_a_network_to_standard_output(run: Run, built: Built) -> None:
    answer = run("export", built.folder, "--format", "graphml")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout == (built.folder / "network.graphml").read_text("utf-8")


# What several reports describe stands once in N-Quads as in Turtle.
SHARED = [
    *(f"Looking at CED-C-KAZ-{number} for what several describe" for number in (10, 9)),
    *(f"Gathering from CED-C-KAZ-{number} what several describe" for number in (10, 9)),
    *(f"Writing CED-C-KAZ-{number}" for number in (10, 9)),
]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("gexf", ["Reading CED-C-KAZ-10", "Reading CED-C-KAZ-9", "Writing out"]),
        ("nquads", SHARED),
        ("turtle", SHARED),
    ],
)
def test_phase_and_report_are_shown(
    form: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in ("9", "10"):
        (tmp_path / "output" / f"CED-C-KAZ-{number}").mkdir(parents=True)
        write_files(link(small_report(f"CED/C/KAZ/{number}")), tmp_path / "output" / f"CED-C-KAZ-{number}")
    monkeypatch.chdir(tmp_path)
    shown: list[str] = []
    monkeypatch.setattr(Progress, "at", lambda progress, words: shown.append(words))
    result = CliRunner().invoke(cli.main, ["export", "output", "--format", form, "--output", "out"])
    assert (result.exit_code, shown) == (0, told), result.output


def test_several_reports_to_a_file(run: Run, tmp_path: Path) -> None:
    for number in ("9", "10"):
        (tmp_path / "output" / f"CED-C-KAZ-{number}").mkdir(parents=True)
        write_records(link(small_report(f"CED/C/KAZ/{number}")), tmp_path / "output" / f"CED-C-KAZ-{number}")
    asked = ("export", "output", "--format", "gexf", "--view", "state-law-article", "--output", "states.gexf")
    answer = run(*asked)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert "2 reports: States, law and articles" in (tmp_path / "states.gexf").read_text("utf-8")
    assert run(*asked).returncode == 0


def test_several_files_go_to_a_folder_which_they_replace(run: Run, built: Built, tmp_path: Path) -> None:
    asked = ("export", built.folder, "--format", "csv", "--output")
    assert run(*asked, "tables").returncode == 0
    (tmp_path / "tables" / "edges.csv").write_text("old")
    assert run(*asked, "tables").returncode == 0
    assert left(tmp_path) == ["tables/csv-metadata.json", "tables/edges.csv", "tables/nodes.csv"]
    assert (tmp_path / "tables" / "edges.csv").read_bytes() == (built.folder / "edges.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "csv"], "csv is several files; name a folder for them with --output."),
        (["--format", "nquads", "--view", "law-law"], "--view is of a network; nquads writes no network."),
        (["--format", "gexf", "--view", "cat-dog"], "is not one of 'article-law', 'claims', 'law-law'"),
        (["--format", "shapefile"], "is not one of 'gexf', 'graphml'"),
        ([], "Missing option '--format'"),
    ],
)
def test_what_is_not_understood_is_a_usage_error(run: Run, built: Built, arguments: list[str], words: str) -> None:
    answer = run("export", built.folder, *arguments)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert words in answer.stderr


@pytest.mark.parametrize("form", ["gexf", "csv", "turtle"])
def test_what_cannot_be_exported_is_one_sentence_and_leaves_nothing(run: Run, tmp_path: Path, form: str) -> None:
    answer = run("export", "nowhere", "--format", form, "--output", "there")
    assert (answer.returncode, answer.stdout) == (1, "")
    (line,) = answer.stderr.splitlines()
    assert line.startswith("Error: nowhere: there is no ")
    assert left(tmp_path) == []


@pytest.mark.parametrize("form", ["gexf", "csv"])
def test_what_stands_there_is_left(run: Run, built: Built, tmp_path: Path, form: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    for place in ("mine", "no/such/folder"):
        answer = run("export", built.folder, "--format", form, "--output", place)
        assert answer.returncode == 1
        assert len(answer.stderr.splitlines()) == 1
        assert place in answer.stderr
    assert left(tmp_path) == ["mine/thesis.txt"]


@pytest.mark.parametrize("form", ["gexf", "neo4j"])
def test_a_full_disk_leaves_what_was_there(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    target = tmp_path / "network"
    export_network(network, "article-law", form, target)
    before = {name: (tmp_path / name).read_bytes() for name in left(tmp_path)}

    def fail(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(WritingError, match="No space left on device"):
        export_network(network, "article-law", form, target)
    assert {name: (tmp_path / name).read_bytes() for name in left(tmp_path)} == before


def test_characters_that_xml_cannot_hold_are_counted(run: Run, built: Built, tmp_path: Path) -> None:
    shutil.copytree(built.folder, tmp_path / "odd")
    for name in ("entities.jsonl", "report.json"):
        text = (tmp_path / "odd" / name).read_text("utf-8")
        (tmp_path / "odd" / name).write_text(
            text.replace('"name": "Constitution', '"name": "\\u000bConstitution'), "utf-8"
        )
    answer = run("export", "odd", "--format", "dot", "--output", "odd.dot")
    assert answer.returncode == 0
    assert answer.stderr == "1 character that XML cannot hold became U+FFFD.\n"
    assert "\ufffdConstitution" in (tmp_path / "odd.dot").read_text("utf-8")


def test_a_report_without_citations_gives_an_empty_network_and_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("CED/C/KAZ/7\n\nI. Introduction\n\n1. There is no law here.\n")
    assert run("build", "report.txt", "--output", "output", "--quiet").returncode == 0
    answer = run("export", "output", "--format", "cx2", "--view", "law-law")
    assert answer.returncode == 0
    assert '{"nodes": []}' in answer.stdout
    assert answer.stderr == "output: there is nothing in this view; the network is empty.\n"


def test_the_hostile_words_hold_what_they_should() -> None:
    for part in ('"', "<b>&amp;", "قانون", "🏛", "\x0b", "\ud800", "?a=1&b#c"):
        assert part in HOSTILE
