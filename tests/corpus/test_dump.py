"""What a build made, written in other notations: one report, several merged, several apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat, Triple

from treatygraph.building.dump import dump, dump_to
from treatygraph.building.folder import write_files
from treatygraph.errors import ReadingError, WritingError
from treatygraph.graph import to_turtle, triples
from treatygraph.linking import link
from treatygraph.query import run_query
from treatygraph.report import Annotated

OXIGRAPH = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML}


@pytest.fixture
def output(small: Annotated, tmp_path: Path) -> Path:
    for symbol in ("CED/C/KAZ/9", "CRPD/C/KAZ/9"):
        annotated = replace(small, report=replace(small.report, symbol=symbol, treaty=symbol.partition("/")[0]))
        folder = tmp_path / symbol.replace("/", "-")
        folder.mkdir()
        write_files(link(annotated), folder)
    return tmp_path


def read(parts: bytes, notation: str) -> set[Triple]:
    return {quad.triple for quad in pyoxigraph.parse(parts, format=OXIGRAPH[notation])}


def test_one_reports_turtle_is_the_one_that_was_built(output: Path, small: Annotated) -> None:
    assert b"".join(dump(output / "CED-C-KAZ-9", "ttl")) == to_turtle(small)


@pytest.mark.parametrize("notation", OXIGRAPH)
def test_several_reports_are_merged(output: Path, notation: str) -> None:
    whole = set()
    for folder in output.iterdir():
        whole |= read((folder / "graph.ttl").read_bytes(), "ttl")
    parts = b"".join(dump(output, notation))
    assert read(parts, notation) == whole
    assert b"".join(dump(output, notation)) == parts
    if notation == "nt":
        assert len(parts.splitlines()) == len(whole)


def test_graphs_apart_bear_the_names_that_describe_them(output: Path, small: Annotated) -> None:
    quads = set(pyoxigraph.parse(b"".join(dump(output, "nq")), format=RdfFormat.N_QUADS))
    base = "https://w3id.org/treatygraph/graph/"
    assert {quad.graph_name.value for quad in quads} == {base + "CED-C-KAZ-9", base + "CRPD-C-KAZ-9"}
    assert {quad.triple for quad in quads if quad.graph_name.value == base + "CED-C-KAZ-9"} == set(triples(small))
    assert set(pyoxigraph.parse(b"".join(dump(output, "trig")), format=RdfFormat.TRIG)) == quads


@pytest.mark.parametrize("notation", ["nt", "jsonld", "rdf", "nq", "trig"])
def test_every_notation_can_be_asked(output: Path, notation: str) -> None:
    file = output / f"corpus.{notation}"
    dump_to(output, notation, file)
    assert run_query(file, "laws-under-several-treaties") == run_query(output, "laws-under-several-treaties")
    assert run_query(file, "laws-under-article", {"article": "17"}).rows


def test_a_file_that_cannot_be_written_leaves_none(output: Path, tmp_path: Path) -> None:
    with pytest.raises(WritingError, match=r"there/corpus.nt cannot be written"):
        dump_to(output, "nt", tmp_path / "not" / "there" / "corpus.nt")
    with pytest.raises(ReadingError, match="there is no graph here"):
        dump(tmp_path / "empty", "nt")


def test_the_command_writes_a_file_or_standard_output(run: Callable[..., object], output: Path) -> None:
    answer = run("export", output / "CED-C-KAZ-9", "--format", "nt")
    assert read(answer.stdout.encode(), "nt") == read((output / "CED-C-KAZ-9" / "graph.ttl").read_bytes(), "ttl")  # type: ignore[attr-defined]
    answer = run("export", output, "--format", "nq", "--output", output / "all.nq")
    assert (answer.returncode, answer.stdout) == (0, "")  # type: ignore[attr-defined]
    assert (output / "all.nq").read_bytes() == b"".join(dump(output, "nq"))
