"""Work in several processes: one that dies or cannot be started costs a sentence, and nobody waits for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from mortal import LoadedOnce, Unloadable, divide, halve

from treatygraph.errors import StartingError
from treatygraph.garbage import unheard_ends
from treatygraph.processes import spread


def test_a_process_that_dies_takes_only_its_own_task_with_it() -> None:
    tasks = [(number,) for number in (2, 13, 4, 6, 8)]
    results = list(spread(halve, tasks, jobs=2, lost=lambda number: -1.0))
    assert results == [1.0, -1.0, 2.0, 3.0, 4.0]


def test_all_may_die() -> None:
    assert list(spread(halve, [(13,), (13,), (13,)], jobs=2, lost=lambda number: -1.0)) == [-1.0, -1.0, -1.0]


def test_where_no_process_can_be_started_there_is_a_sentence() -> None:
    with pytest.raises(StartingError, match=r"^No process could be started to work in; .* --jobs 1, .*\.$"):
        list(spread(Unloadable(), [(2,), (4,)], jobs=2, lost=lambda number: -1.0))


def test_where_one_can_be_started_and_others_cannot_it_does_all(tmp_path: Path) -> None:
    work = LoadedOnce(str(tmp_path / "mark"))
    assert list(spread(work, [(2,), (4,), (6,)], jobs=3, lost=lambda number: -1.0)) == [1.0, 2.0, 3.0]


def test_an_error_in_a_process_is_raised_here_and_tells_where_it_was() -> None:
    results = spread(divide, [(1,), (0,), (2,)], jobs=2, lost=lambda number: -1.0)
    assert next(results) == 0.01
    with pytest.raises(ZeroDivisionError) as raised:
        next(results)
    assert any("mortal.py" in note for note in raised.value.__notes__)


class _Failing:
    def __del__(self) -> None:
        raise MemoryError


def test_what_an_object_raises_as_it_is_taken_away_is_not_told(capfd: pytest.CaptureFixture[str]) -> None:
    heard = sys.unraisablehook
    with unheard_ends():
        _Failing()
    assert capfd.readouterr() == ("", "")
    assert sys.unraisablehook is heard


@pytest.mark.skipif(sys.platform != "linux", reason="bounds address space")
@pytest.mark.parametrize(
    ("kilobytes", "jobs"), [(60_000, 2), (250_000, 2), (300_000, 1), (300_000, 2), (350_000, 2), (400_000, 2)]
)
def test_under_any_bound_of_the_system_a_build_ends(
    kilobytes: int, jobs: int, report_pdf: Path, tmp_path: Path
) -> None:
    """How much is too little differs from machine to machine; that a build ends, and says why, does not."""
    import resource

    text = report_pdf.with_suffix(".txt").read_text("utf-8")[:9_000]
    reports = [tmp_path / f"CED-C-{state}-7.txt" for state in ("KAZ", "JOR")]
    for report in reports:
        report.write_text(text, "utf-8")
    words = ["build", *map(str, reports), "--jobs", str(jobs), "--output", "output", "--quiet"]

    ended = subprocess.run(
        [sys.executable, "-m", "treatygraph.cli", *words],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (kilobytes * 1024, kilobytes * 1024)),
    )

    said = ended.stderr.splitlines()
    assert ended.returncode in (0, 1, 3), ended.stderr
    assert len(said) == {0: 0, 1: len(said), 3: 1}[ended.returncode], ended.stderr
    assert [line for line in said if not line.startswith("Error: ") or not line.endswith(".")] == []
    assert ended.returncode != 1 or 1 <= len(said) <= len(reports)
