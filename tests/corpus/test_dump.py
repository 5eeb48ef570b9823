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
from treatygraph.graph.vocabulary import term
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
    names = {base + "CED-C-KAZ-9", base + "CRPD-C-KAZ-9", base + "common"}
    assert {quad.graph_name.value for quad in quads} == names
    whole = {q.triple for q in quads if q.graph_name.value in (base + "CED-C-KAZ-9", base + "common")}
    assert set(triples(small)) <= whole
    assert set(pyoxigraph.parse(b"".join(dump(output, "trig")), format=RdfFormat.TRIG)) == quads


def test_a_union_of_the_graphs_of_several_reports_counts_each_triple_once(output: Path) -> None:
    """Treaties, States, codes and what is said alike of a law that two reports cite are common to them."""
    quads = list(pyoxigraph.parse(b"".join(dump(output, "nq")), format=RdfFormat.N_QUADS))
    merged = set(pyoxigraph.parse(b"".join(dump(output, "nt")), format=RdfFormat.N_TRIPLES))
    common = [quad.triple for quad in quads if quad.graph_name == term("g:common")]
    assert len({quad.triple for quad in quads}) == len(quads)
    about_it = {triple for triple in common if term("g:common") in (triple.subject, triple.object)}
    assert {quad.triple for quad in quads} - about_it == {quad.triple for quad in merged}
    assert Triple(term("g:common"), term("void:triples"), pyoxigraph.Literal(len(common))) in about_it
    assert Triple(term("g:CED-C-KAZ-9"), term("dcterms:requires"), term("g:common")) in about_it
    kinds = {triple.object for triple in common if triple.predicate == term("rdf:type")}
    assert {term("tg:Treaty"), term("tg:TreatyArticle"), term("tg:State"), term("tg:NationalInstrument")} <= kinds
    assert not kinds & {term("tg:Document"), term("tg:Paragraph"), term("tg:Mention"), term("tg:Citation")}


def test_one_reports_treaty_and_codes_are_common_too(output: Path) -> None:
    quads = list(pyoxigraph.parse(b"".join(dump(output / "CED-C-KAZ-9", "trig")), format=RdfFormat.TRIG))
    common = {quad.triple for quad in quads if quad.graph_name == term("g:common")}
    assert Triple(term("tre:CED"), term("skos:notation"), pyoxigraph.Literal("CED")) in common
    assert not [t for t in common if t.subject == term("tre:CED") and t.predicate == term("tg:lawCited")]


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
