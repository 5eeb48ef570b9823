"""Real reports on a busy machine: late, and not wrong.

`TREATYGRAPH_BUSY=38` builds so many of the reports in `../shared`; two where it is not set.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from treatygraph.building.build import Built, build_reports

COUNT = int(os.environ.get("TREATYGRAPH_BUSY", "2"))


def _work_for_ever() -> None:
    while True:
        pass


@pytest.fixture
def four_at_work() -> Iterator[None]:
    """Four processes that want all the time there is; they end with this one."""
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=_work_for_ever, daemon=True) for _ in range(4)]
    for other in others:
        other.start()
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.join()


@pytest.mark.usefixtures("four_at_work")
def test_while_four_processes_keep_the_machine_busy_all_reports_are_built(shared: Path, tmp_path: Path) -> None:
    reports = sorted((shared / "reports").glob("*.pdf"))[:COUNT]
    assert reports
    outcomes = build_reports(reports, tmp_path / "output", jobs=2)
    assert [outcome for outcome in outcomes if not isinstance(outcome, Built)] == []
