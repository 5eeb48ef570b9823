"""What the tests share: where things are, and the report of this project, built once through the whole pipeline."""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from treatygraph.building.build import Built, annotate, build_report
from treatygraph.garbage import collect_rarely
from treatygraph.report import Annotated

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "reports" / "CED-C-KAZ-1.pdf"

Run = Callable[..., subprocess.CompletedProcess[str]]

collect_rarely()


def pytest_collection_finish() -> None:
    """What was collected lives as long as the tests do; to look for garbage in it each time took a tenth of all."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reports, gold and schemas that stands beside a developer's checkout, but not a user's."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which is not there")
    return folder


@pytest.fixture(scope="session")
def report_pdf() -> Path:
    """CED/C/KAZ/1 as a PDF."""
    return REPORT


@pytest.fixture(scope="session")
def annotated() -> Annotated:
    """CED/C/KAZ/1 as the pipeline understands it."""
    return annotate(REPORT)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """CED/C/KAZ/1 as a build writes it."""
    return build_report(REPORT, tmp_path_factory.mktemp("output"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command line as its user does, in an empty folder; gives exit code, stdout and stderr."""
    # The width of the terminal that the tests were started from says nothing about a file that output goes to.
    of_any_terminal = {name: value for name, value in os.environ.items() if name != "COLUMNS"}

    def run_command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "treatygraph.cli", *map(str, arguments)],
            cwd=tmp_path,
            env={**of_any_terminal, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run_command


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An address on this machine, and what was asked there."""
    asked: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            asked.append(connection.recv(100))
            connection.close()

    threading.Thread(target=listen, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/", asked
    server.close()
