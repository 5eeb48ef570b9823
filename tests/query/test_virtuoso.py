"""A third engine: every question has the answer in OpenLink Virtuoso that it has in Oxigraph.

Debian's package `virtuoso-opensource-7-bin` has the server and its client; where they are not installed, this is
skipped. Virtuoso 7.2 writes the truth values of an expression as 1 and 0.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from click.testing import CliRunner
from ten_reports import write_corpus
from test_questions import OF_TWO, asked_for

from treatygraph.cli import main
from treatygraph.query import Iri, Value, find_query, list_queries, open_store, run_query
from treatygraph.query.answers import read_literal

SERVER, CLIENT = shutil.which("virtuoso-t"), shutil.which("isql-vt")
pytestmark = pytest.mark.skipif(
    SERVER is None or CLIENT is None, reason="Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)"
)

INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 100000
"""
GRAPHS = ("gold", "ten")
TEN = {
    "article": "24",
    "law": "Act No. 14 of 2003",
    "subject": "Act",
    "earlier": "CRPD/C/ESP/1",
    "later": "CRPD/C/ESP/2-3",
    "treaty": "CRPD",
    "state": "Kenya",
    "other": "Spain",
}
Ask = Callable[[str, str], dict[str, Any]]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def stores(gold_store: pyoxigraph.Store, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pyoxigraph.Store]:
    output: Path = tmp_path_factory.mktemp("ten")
    write_corpus(output)
    return {"gold": gold_store, "ten": open_store(output)}


@dataclass(frozen=True)
class Server:
    """A server: the folder that it may read, its port for the client, and its address for queries."""

    folder: Path
    sql: int
    address: str


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, on this machine alone; it ends with the tests."""
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(INI.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            [str(SERVER), "+foreground", "+configfile", "virtuoso.ini"], cwd=folder, stdout=output, stderr=output
        )
    address = f"http://127.0.0.1:{http}/sparql"
    try:
        wait_for(address, process)
        yield Server(folder, sql, address)
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="session")
def virtuoso(server: Server, stores: dict[str, pyoxigraph.Store]) -> Ask:
    """The server with the same graphs in it."""
    for name, store in stores.items():
        file = server.folder / f"{name}.nt"
        store.dump(str(file), format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
        load = f"exec=DB.DBA.TTLP_MT(file_to_string_output('{file}'), '', 'urn:{name}');"
        subprocess.run([str(CLIENT), f"127.0.0.1:{server.sql}", "dba", "dba", load], check=True, capture_output=True)
    return lambda query, graph: select(server.address, query, f"urn:{graph}")


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; on a busy machine it takes its time."""
    for _ in range(600):
        assert server.poll() is None, "Virtuoso ended by itself"
        try:
            select(address, "SELECT ?x { ?x ?x ?x }", "urn:none")
        except urllib.error.URLError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError("Virtuoso does not answer")


def select(address: str, query: str, graph: str) -> dict[str, Any]:
    fields = {"query": query, "default-graph-uri": graph, "format": "application/sparql-results+json"}
    with urllib.request.urlopen(address, urllib.parse.urlencode(fields).encode(), timeout=300) as reply:
        answer: dict[str, Any] = json.load(reply)
        return answer


def value_of(term: dict[str, str] | None) -> Value:
    if term is None:
        return None
    return Iri(term["value"]) if term["type"] == "uri" else read_literal(term["value"], term.get("datatype", ""))


def in_any_order(rows: Any) -> list[tuple[str, ...]]:
    return sorted(tuple(str(int(value) if isinstance(value, bool) else value) for value in row) for row in rows)


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("name", [question.name for question in list_queries()])
def test_virtuoso_answers_alike(name: str, graph: str, virtuoso: Ask, stores: dict[str, pyoxigraph.Store]) -> None:
    question = find_query(name)
    parameters = asked_for(name)
    if graph == "gold" and name in OF_TWO:
        pytest.skip("this is asked of two reports")
    if graph == "ten":
        parameters = {key: TEN.get(key, value) for key, value in parameters.items()}
        if name == "figures-change":
            pytest.skip("the ten reports have no table")
    if "CONSTRUCT" in question.text:  # as a SELECT of what it is made of
        text = (
            f"{question.text[: question.text.index('CONSTRUCT')]}SELECT DISTINCT ?mention ?thing ?before ?after WHERE"
        )
        query = text + question.text.partition("} WHERE")[2]
        expected = run_query(stores[graph], query)
    else:
        query = question.ask(parameters)
        expected = run_query(stores[graph], name, parameters)
    reply = virtuoso(query, graph)["results"]["bindings"]
    rows = [[value_of(row.get(column)) for column in expected.columns] for row in reply]
    assert in_any_order(rows) == in_any_order(expected.rows)


def test_split_graphs_are_loaded_by_the_script_beside_them(
    server: Server, stores: dict[str, pyoxigraph.Store], tmp_path: Path
) -> None:
    output, graphs = tmp_path / "ten", server.folder / "graphs"
    write_corpus(output)
    command = ["export", str(output), "--format", "nquads", "--split", "--output", str(graphs)]
    assert CliRunner().invoke(main, command).exit_code == 0
    script = [str(graphs / "load-virtuoso.sh"), f"127.0.0.1:{server.sql}"]
    for lines_of_common in (None, None, 100):  # a second time changes nothing; what a graph no longer has is gone
        if lines_of_common:
            common = graphs / "common.nq"
            common.write_bytes(b"".join(common.read_bytes().splitlines(keepends=True)[:lines_of_common]))
        loaded = subprocess.run(script, check=True, capture_output=True, text=True)
        assert loaded.stdout == "11 graphs were loaded.\n", loaded.stdout
        names = [f"https://w3id.org/treatygraph/graph/{file.stem}" for file in graphs.glob("*.nq")]
        assert len(names) == 11  # ten reports, and what they have in common
        everything = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), '%s')) }"
        counted = select(server.address, everything % "https://w3id.org/treatygraph/graph/", "")
        (row,) = counted["results"]["bindings"]
        lines = {line for file in graphs.glob("*.nq") for line in file.read_bytes().splitlines()}
        assert int(row["n"]["value"]) == len(lines)
    (graphs / "broken.nq").write_text("no quad\n")
    refused = subprocess.run(script, capture_output=True, text=True)
    assert refused.returncode == 1
    assert "broken.nq" in refused.stdout
    assert "were loaded; see above" in refused.stderr
    nobody = subprocess.run([*script, "dba", "wrong"], capture_output=True, text=True)
    assert (nobody.returncode, nobody.stderr) == (1, f"Virtuoso does not answer at 127.0.0.1:{server.sql} as dba.\n")
