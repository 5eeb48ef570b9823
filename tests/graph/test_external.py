"""The file of a user's own links: how a row is read, what it says in the graph, what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from treatygraph.building.dump import dump
from treatygraph.errors import ReadingError
from treatygraph.graph import to_turtle, triples
from treatygraph.graph import vocabulary as v
from treatygraph.graph.external import EXTERNAL_FILE, describe_external, parse_external
from treatygraph.graph.vocabulary import term
from treatygraph.query import open_store, validate
from treatygraph.report import Annotated

FILE = Path(EXTERNAL_FILE)
HEADER = "law,link,relation,source\n"
PAGE = "https://natlex.ilo.org/12345"
ROW = f"KAZ_act_2008-12-15,{PAGE},rdfs:seeAlso,https://natlex.ilo.org/\n"


def test_a_law_is_called_by_its_name_with_a_prefix_or_in_full() -> None:
    names = ("KAZ_act_2008-12-15", "ins:KAZ_act_2008-12-15", v.PREFIXES["ins"] + "KAZ_act_2008-12-15")
    for name in names:
        (link,) = parse_external(f"{HEADER}{name},{PAGE},owl:sameAs,A. Reader\n", FILE)
        assert (link.law, link.link) == (term("ins:KAZ_act_2008-12-15"), NamedNode(PAGE))
        assert link.source == Literal("A. Reader")
    (link,) = parse_external(f"{HEADER}CED__art_17,{PAGE},rdfs:seeAlso,A. Reader\n", FILE)
    assert link.law == term("tre:CED__art_17")
    (link,) = parse_external(f"{HEADER}KAZ_act_2008-12-15__art_3,{PAGE},rdfs:seeAlso,A. Reader\n", FILE)
    assert link.law == term("ins:KAZ_act_2008-12-15__art_3")


def test_a_link_is_a_triple_of_the_law_and_its_source_stands_with_it() -> None:
    said = list(describe_external(parse_external(HEADER + ROW, FILE)))
    law = term("ins:KAZ_act_2008-12-15")
    assert said[0] == Triple(law, v.RDFS_SEE_ALSO, NamedNode(PAGE))
    (row,) = {triple.subject for triple in said[1:]}
    facts = {triple.predicate: triple.object for triple in said[1:] if triple.predicate != v.RDF_TYPE}
    assert facts == {
        v.RDF_SUBJECT: law,
        v.RDF_PREDICATE: v.RDFS_SEE_ALSO,
        v.RDF_OBJECT: NamedNode(PAGE),
        v.DCTERMS_SOURCE: NamedNode("https://natlex.ilo.org/"),
    }
    assert Triple(row, v.RDF_TYPE, v.EXTERNAL_LINK) in said
    assert describe_external(()) == ()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (f"Act No. 5,{PAGE},owl:sameAs,me", "'Act No. 5' is no law"),
        (f"https://example.org/law,{PAGE},owl:sameAs,me", "is no law"),
        ("KAZ_act_2008-12-15,natlex.ilo.org,owl:sameAs,me", "'natlex.ilo.org' is no web address"),
        (f"KAZ_act_2008-12-15,{v.BASE}instrument/KAZ_act_2009,owl:sameAs,me", "settled in identity.csv"),
        (f"KAZ_act_2008-12-15,{PAGE},same,me", "'same' is no relation; write one of owl:sameAs"),
        (f"KAZ_act_2008-12-15,{PAGE},owl:sameAs,", "there is no source"),
        (ROW + ROW, "this link stands in line 2 already"),
    ],
)
def test_a_row_that_is_wrong_is_told_with_its_line(row: str, message: str) -> None:
    with pytest.raises(ReadingError, match=rf"^external\.csv, line [23]: .*{re.escape(message)}"):
        parse_external(HEADER + row + "\n", FILE)


@pytest.fixture
def output(annotated: Annotated, tmp_path: Path) -> Path:
    folder = tmp_path / "CED-C-KAZ-1"
    folder.mkdir()
    (folder / "graph.ttl").write_bytes(to_turtle(annotated))
    return tmp_path


def a_law(annotated: Annotated) -> NamedNode:
    return next(t.subject for t in triples(annotated) if t.object == v.NATIONAL_INSTRUMENT)  # type: ignore[return-value]


def link_it(output: Path, law: NamedNode) -> Triple:
    name = law.value.rpartition("/")[2]
    (output / EXTERNAL_FILE).write_text(
        f"{HEADER}{name},{PAGE},rdfs:seeAlso,https://natlex.ilo.org/\n", encoding="utf-8"
    )
    return Triple(law, v.RDFS_SEE_ALSO, NamedNode(PAGE))


def test_the_links_are_asked_and_checked_with_the_report(output: Path, annotated: Annotated) -> None:
    before = validate(output).findings
    link = link_it(output, a_law(annotated))
    for source in (output, output / "CED-C-KAZ-1"):
        assert pyoxigraph.Quad(link.subject, link.predicate, link.object) in open_store(source)
    assert validate(output).findings == before


def test_the_links_are_exported_with_the_laws_or_as_a_graph(output: Path, annotated: Annotated) -> None:
    link = link_it(output, a_law(annotated))
    whole = set(triples(annotated))
    for notation, kind in (("nt", RdfFormat.N_TRIPLES), ("ttl", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)):
        written = {quad.triple for quad in pyoxigraph.parse(b"".join(dump(output, notation)), format=kind)}
        assert link in written
        assert whole < written
    blocks = b"".join(dump(output, "ttl")).decode().split("\n\n")
    assert (
        len([block for block in blocks if block.startswith("ins:" + link.subject.value.rpartition("/")[2] + " ")]) == 1
    )
    quads = list(pyoxigraph.parse(b"".join(dump(output, "nq")), format=RdfFormat.N_QUADS))
    assert {quad.graph_name for quad in quads if quad.triple == link} == {term("g:external")}
    assert Triple(term("g:external"), v.RDF_TYPE, v.VOID_DATASET) in {quad.triple for quad in quads}


def test_a_law_that_no_report_names_ends_the_command_with_one_sentence(
    output: Path, annotated: Annotated, run: Callable[..., Any]
) -> None:
    link_it(output, term("ins:KAZ_act_1850-01-01"))
    for command in (("export", output, "--format", "nt"), ("validate", output)):
        answer = run(*command)
        assert answer.returncode == 1
        assert "external.csv, line 2: no report here names KAZ_act_1850-01-01" in answer.stderr
    assert open_store(output / "CED-C-KAZ-1")
