"""What the pages say can be done: their commands, questions, triples, columns and links exist."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import click
import pytest
from rdflib import Graph

import treatygraph
from documentation import PAGES, ROOT, load
from treatygraph.building.build import Built
from treatygraph.cli import main
from treatygraph.corpus.records import read_records
from treatygraph.export.networks.files import export_network
from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.query import find_query, list_queries, open_store, run_query
from treatygraph.report import WHOLE_TREATY

MADE = {"questions.md", "codes.md"}  # by docs/build.py


def blocks(text: str, language: str = "") -> list[str]:
    """What stands in the fenced blocks of a language."""
    fenced = re.findall(r"^ *```(\S*)[^\n]*\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    return [block for name, block in fenced if name == language]


def commands(text: str) -> list[list[str]]:
    """The commands of this program in a page, a list of words each."""
    lines = [line.strip().removeprefix("$ ") for block in blocks(text) for line in block.splitlines()]
    lines += re.findall(r"`(treatygraph [a-z][^`]*)`", text)
    return [shlex.split(re.split(r" [>|] ", line)[0]) for line in lines if line.startswith("treatygraph ")]


def check_command(words: list[str]) -> None:
    verb = main.commands.get(words[1])
    assert verb is not None, words
    known = {name: option for option in verb.params for name in (*option.opts, *option.secondary_opts)}
    if words[1] == "query":
        named = [word for word in words[2:3] if not word.startswith("--")]
        question = find_query(named[0]) if named and not named[0].endswith((".rq", "-e")) else None
        for word in words[2:]:
            if word.startswith("--") and word not in known:
                assert question is not None, words
                assert word[2:].replace("-", "_") in {p.name for p in question.parameters}, words
        return
    for place, word in enumerate(words):
        if word.startswith("-"):
            assert word in known, words
            kind = known[word].type
            assert not isinstance(kind, click.Choice) or words[place + 1] in kind.choices, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_commands_of_a_page_exist(page: Path) -> None:
    found = commands(page.read_text(encoding="utf-8"))
    for words in found:
        check_command(words)
    assert found or page.name not in {"index.md", "exports.md", "README.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_targets_of_make_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`make ([a-z]+)`", text) + re.findall(r"^make ([a-z]+)", "\n".join(blocks(text)), re.MULTILINE)
    assert set(named) <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert target in MADE or (page.parent / target).exists(), target


def test_every_page_is_in_the_contents() -> None:
    contents = re.findall(r"```\{toctree\}(.*?)```", (ROOT / "docs" / "index.md").read_text("utf-8"), re.DOTALL)
    named = {f"{line}.md" for part in contents for line in re.findall(r"^[a-z][a-z-]*$", part, re.MULTILINE)}
    assert named == {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"} | MADE


def test_every_notebook_stands_in_the_site() -> None:
    (contents,) = blocks((ROOT / "docs" / "notebooks.md").read_text("utf-8"), "{toctree}")
    named = re.findall(r"^notebooks/([\w-]+)$", contents, re.MULTILINE)
    assert sorted(named) == sorted(path.stem for path in (ROOT / "notebooks").glob("*.py"))


def test_the_python_reference_has_every_module_of_the_public_interface() -> None:
    pages = {name: (ROOT / "docs" / f"{name}.md").read_text("utf-8") for name in ("api", "python-api")}
    modules = set(re.findall(r"name of `(treatygraph(?:\.\w+)+)`", pages["api"]))
    assert modules == {"treatygraph.report", "treatygraph.query", "treatygraph.export"}
    assert modules < set(re.findall(r"automodule:: (\S+)", pages["python-api"]))
    assert set(re.findall(r"autofunction:: treatygraph\.(\w+)", pages["python-api"])) == set(treatygraph.__all__) - {
        "__version__"
    }


@pytest.mark.parametrize("page", ["tutorial.md", "write-your-own-query.md"])
def test_each_query_that_a_page_shows_has_rows(page: str, built: Built) -> None:
    store = open_store(built.folder)
    queries = blocks((ROOT / "docs" / page).read_text(encoding="utf-8"), "sparql")
    assert queries
    for query in queries:
        assert run_query(store, query).rows, query


def test_the_prefixes_of_the_cookbook_are_those_of_the_program() -> None:
    text = (ROOT / "docs" / "write-your-own-query.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>$", text, re.MULTILINE))
    assert shown == {name: PREFIXES[name] for name in shown}
    assert len(shown) > 10


def test_the_triples_of_the_model_are_in_the_graph(built: Built) -> None:
    prefixes = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    shown = Graph()
    for block in blocks((ROOT / "docs" / "model.md").read_text(encoding="utf-8"), "turtle"):
        shown.parse(data=prefixes + block, format="turtle")
    graph = Graph().parse(built.folder / "graph.ttl")
    assert len(shown) >= 10
    assert set(shown) <= set(graph)


def test_the_columns_that_exports_name_are_in_the_tables(built: Built) -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    columns: set[str] = set()
    for name in ("nodes.csv", "edges.csv"):
        with (built.folder / name).open(encoding="utf-8", newline="") as table:
            columns |= set(next(csv.reader(table)))
    assert set(re.findall(r"\brow\.(\w+)", text)) <= columns
    assert {"category", "strength", "relation", "claims", "stances", "article_count", "paragraph_count"} <= columns


def test_the_counts_of_both_layers_in_the_readme_are_those_of_the_build(built: Built) -> None:
    annotated = read_records(built.folder)
    national = {entity.id for entity in annotated.entities if entity.level == "national"}
    rows = [(element, c) for c in annotated.citations or () for element in c.elements if element != WHOLE_TREATY]
    cited = {(element, c.target.entity) for element, c in rows if c.target.entity in national}
    claimed = {
        kind: {(element, c.target.entity) for element, c in rows if c.claim == kind and element in c.claimed}
        for kind in ("implementedBy", "plannedBy")
    }
    under = {s: [element in c.claimed for element, c in rows if c.strength == s] for s in ("section", "shared")}
    page = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for words in (
        f"{len(cited)} pairs of an article and a national law or bill",
        f"{len(claimed['implementedBy'])} of these `implementedBy`, {len(claimed['plannedBy'])} `plannedBy`",
        f"{sum(map(len, under.values()))} of the {len(rows)} pairs of an article and a citation",
        f"{len(under['section'])} on one that names no other article, of which {sum(under['section'])} are claims",
        f"{len(under['shared'])} on one that names several, of which {sum(under['shared'])} are",
        f"The other {sum(not claim for claims in under.values() for claim in claims)} are citations",
        f"{sum(number == '20' for number, _ in cited)} national laws are cited, and none is said to carry it out",
    ):
        assert words in page
    assert not any(number == "20" for number, _ in claimed["implementedBy"])


def test_the_labels_that_exports_ask_neo4j_for_are_written(built: Built, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    bulk, _, _ = text.partition("Into a database that runs")
    assert export_network(built.folder, "claims", "neo4j", tmp_path / "neo4j")
    written = {name: (tmp_path / "neo4j" / f"{name}.csv").read_text("utf-8") for name in ("nodes", "relationships")}
    labels, types = re.findall(r"\(\w+:(\w+)\)", bulk), re.findall(r"\[\w+:(\w+)\]", bulk)
    assert (labels, types) == (["Article", "Law"], ["IMPLEMENTED_BY"])
    assert all(f",{label}\n" in written["nodes"].replace("\r", "") for label in labels)
    assert all(f",{kind}\n" in written["relationships"].replace("\r", "") for kind in types)


def test_the_made_page_has_every_question_with_its_answer(built: Built) -> None:
    page = load("docs/pages.py").write_questions(built.folder)
    for question in list_queries():
        assert f"treatygraph query {question.name} output" in page
        assert question.text.strip() in page
    assert "| `ins:KAZ_" in page
    for words in commands(page):
        check_command(words)


def test_the_made_page_has_every_code() -> None:
    page = load("docs/pages.py").write_codes()
    assert "| `link:explicit` | explicit |" in page
    assert page.count("| `kind:") == 18


def test_the_ontologys_page_has_each_term_where_its_iri_leads() -> None:
    pytest.importorskip("pylode", reason="needs the tools of `make docs`")
    page = load("docs/pages.py").write_ontology()
    terms = re.findall(r'class="[^"]*entity" id="([^"]+)">.*?<code>([^<]+)</code>', page, re.DOTALL)
    assert len(terms) > 80
    assert all(iri.rpartition("#")[2] == name for name, iri in terms)
    names = re.findall(r'id="([^"]+)"', page)
    assert sorted(names) == sorted(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)
    assert "In other vocabularies: close to eli:applied_by" in page
