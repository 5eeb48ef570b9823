"""What the tests share: where things are, and the report of this project, built once through the whole pipeline."""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from browser import open_browser
from forked import can_fork, run_forked
from treatygraph.building.build import Built, annotate, build_report
from treatygraph.garbage import collect_rarely
from treatygraph.report import Annotated

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "reports" / "CED-C-KAZ-1.pdf"

Run = Callable[..., subprocess.CompletedProcess[str]]

collect_rarely()

# How long an example takes, and how long it takes to make one up, is a matter of the machine.
settings.register_profile("on any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("on any machine")

# The files that take longest: they are handed out first, so that no process is left alone with one at the end.
LONG = (
    "test_cli.py",
    "test_explorer_browser.py",
    "test_notebooks.py",
    "test_killed.py",
    "test_store.py",
    "test_researchers_questions.py",
    "test_sources.py",
    "test_packaging.py",
    "test_hostile_input.py",
    "test_nothing_misleads.py",
    "test_growth.py",
    "test_blocks.py",
)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than processors: now and then one waits, for a browser, a service or a bound of time."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first, and leave the order otherwise."""
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.name, len(places)))


def pytest_collection_finish() -> None:
    """What was collected lives as long as the tests do; to look for garbage in it each time took a tenth of all."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, headless; one a process, since its library cannot be started twice in one."""
    yield from open_browser()


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
    """Run the command line as its user does, in an empty folder; gives exit code, stdout and stderr.

    It is a fork of this process, to be quick, where that makes no difference.
    """

    def run_command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        words, variables = list(map(str, arguments)), _environment(**environment)
        how = run_forked if can_fork(words, variables) else _run_program
        return how(words, tmp_path, variables)

    return run_command


@pytest.fixture
def run_program(tmp_path: Path) -> Run:
    """As `run`, always as a program of its own: for what Python does when it starts and when it ends."""

    def run_command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return _run_program(list(map(str, arguments)), tmp_path, _environment(**environment))

    return run_command


def _environment(**more: str) -> dict[str, str]:
    # The width of the terminal that the tests were started from says nothing about a file that output goes to.
    return {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"NO_COLOR": "1"} | more


def _run_program(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "treatygraph.cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


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
