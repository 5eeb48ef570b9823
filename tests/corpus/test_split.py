"""The graphs of a folder in a file each, with what loads them."""

from __future__ import annotations

import configparser
import os
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner
from ten_reports import write_corpus

from treatygraph.building.dump import dump
from treatygraph.building.split import split_to
from treatygraph.cli import main
from treatygraph.errors import ReadingError, WritingError


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("split") / "ten"
    write_corpus(output)
    return output


def test_the_files_together_are_the_graphs_in_one_file(corpus: Path, tmp_path: Path) -> None:
    target = tmp_path / "graphs"
    split_to(corpus, target)
    files = sorted(target.glob("*.nq"))
    assert sorted(file.stem for file in files) == sorted(["common", *(path.name for path in corpus.glob("*-*-*"))])
    assert sorted(b"".join(file.read_bytes() for file in files).splitlines()) == sorted(
        b"".join(dump(corpus, "nq")).splitlines()
    )
    for file in files:
        (graph,) = {quad.graph_name for quad in pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.N_QUADS)}
        assert str(graph) == f"<https://w3id.org/treatygraph/graph/{file.stem}>"
    # A second run replaces it, to the same bytes.
    before = {file.name: file.read_bytes() for file in target.iterdir()}
    (target / "gone-since.nq").write_bytes(b"")
    split_to(corpus, target)
    assert {file.name: file.read_bytes() for file in target.iterdir()} == before


def test_what_loads_them_can_be_run_and_read(corpus: Path, tmp_path: Path) -> None:
    split_to(corpus, tmp_path / "graphs")
    script = tmp_path / "graphs" / "load-virtuoso.sh"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0
    # As qlever reads it: each setting in the section that it is looked for in, others are passed over.
    settings = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
    settings.read(tmp_path / "graphs" / "Qleverfile", encoding="utf-8")
    assert settings.sections() == ["data", "index", "server", "runtime"]
    assert settings["data"]["FORMAT"] == "nq"
    assert settings["index"]["CAT_INPUT_FILES"] == "cat *.nq"
    command = settings["server"]["ACCESS_TOKEN"].removeprefix("$(").removesuffix(")")
    tokens = {subprocess.run(["sh", "-c", command], check=True, capture_output=True).stdout for _ in range(2)}
    assert {len(token.strip()) for token in tokens} == {32}
    assert len(tokens) == 2


def test_what_stands_there_is_left_and_nothing_partial_stays(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.nq").write_text("mine")
    with pytest.raises(WritingError, match="holds other files"):
        split_to(corpus, tmp_path / "mine")
    with pytest.raises(ReadingError, match="there is no graph here"):
        split_to(tmp_path / "mine", tmp_path / "graphs")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["mine", "notes.nq"]


@pytest.mark.parametrize("options", [["--format", "turtle"], ["--format", "gexf"], ["--format", "nquads"]])
def test_it_is_of_nquads_and_needs_a_folder(corpus: Path, options: list[str], tmp_path: Path) -> None:
    more = [] if "nquads" in options else ["--output", str(tmp_path / "out")]
    result = CliRunner().invoke(main, ["export", str(corpus), *options, "--split", *more])
    assert result.exit_code == 2
    assert "--split is of nquads" in result.stderr
