"""What a report may cost after it was read: processor time and memory, whatever else the machine does."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from treatygraph.building.bounds import Bounds, bounded
from treatygraph.building.build import Built, Failed, build_reports
from treatygraph.errors import ReadingError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a system that heeds the bounds")

MEGABYTE = 1024 * 1024


def count_for_ever() -> None:
    while True:
        pass


def test_a_report_that_takes_too_long_is_a_sentence() -> None:
    with (
        pytest.raises(ReadingError, match=r"^slow.pdf: .* more than 0.2 seconds of processor time; .*\.$"),
        bounded(Path("slow.pdf"), Bounds(seconds=0.2)),
    ):
        count_for_ever()
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL


def test_time_in_which_others_work_does_not_count() -> None:
    with bounded(Path("a.pdf"), Bounds(seconds=0.2)):
        time.sleep(0.6)


def test_a_report_that_takes_too_much_memory_is_a_sentence() -> None:
    with (
        pytest.raises(ReadingError, match=r"^large.pdf: .* more than 64 MB of memory; .*\.$"),
        bounded(Path("large.pdf"), Bounds(memory=64 * MEGABYTE)),
    ):
        bytearray(512 * MEGABYTE)
    assert len(bytearray(512 * MEGABYTE)) == 512 * MEGABYTE


def test_a_report_that_takes_too_long_costs_itself_alone(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from treatygraph.building import build

    recognise = build.recognise

    def slow(report):  # type: ignore[no-untyped-def]
        while report.symbol == "CED/C/KAZ/1":
            pass
        return recognise(report)

    monkeypatch.setattr(build, "recognise", slow)
    monkeypatch.setattr(build, "BOUNDS", Bounds(seconds=0.3))
    kaz, *_, jor = sources
    failed, built = build_reports([kaz, jor], tmp_path / "output")
    assert isinstance(failed, Failed)
    assert "more than 0.3 seconds of processor time" in failed.reason
    assert isinstance(built, Built)
    assert not (tmp_path / "output" / "CED-C-KAZ-1").exists()
