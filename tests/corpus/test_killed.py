"""A build that is killed, ended or interrupted at any moment, and two at once.

Every folder is whole or absent, the next build gives the bytes of a clean one, and no process is left.
`TREATYGRAPH_KILLS=200,50,50,20` kills, ends, interrupts and doubles so many builds; a few where it is not set.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from treatygraph.building.build import Built, build_reports
from treatygraph.building.made import read_made
from treatygraph.folders import list_folders

KILLS, ENDS, INTERRUPTIONS, PAIRS = map(int, os.environ.get("TREATYGRAPH_KILLS", "4,2,2,1").split(","))
BLOWS = [signal.SIGKILL] * KILLS + [signal.SIGTERM] * ENDS + [signal.SIGINT] * INTERRUPTIONS
STATES = ("KAZ", "JOR", "KEN", "AZE", "BEL", "DNK")
SEED = 20141

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see what is left")


@dataclass(frozen=True)
class Trial:
    """Six small reports, and the folder to begin with; what a build makes of it that nobody disturbs, in seconds."""

    sources: tuple[Path, ...]
    before: Path | None
    after: dict[str, bytes]
    seconds: float

    def lay_out(self, output: Path) -> None:
        if self.before is not None:
            shutil.copytree(self.before, output)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".store" not in path.parts
    }


def start(sources: Sequence[Path], output: Path) -> subprocess.Popen[bytes]:
    """Start a build as a person does, in a session of its own, by which its processes are known."""
    command = [sys.executable, "-m", "treatygraph.cli", "build", *sources, "--output", output, "--jobs", "2", "--quiet"]
    return subprocess.Popen(
        command,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored where tests run in the background
    )


def left_of(session: int) -> list[str]:
    """The commands of the processes of a session that have not ended."""
    left = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            left.append(command)
    return left


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory, report_pdf: Path) -> tuple[Trial, Trial]:
    """One that begins with nothing, and one with an older build of three reports, of which one changed since."""
    place = tmp_path_factory.mktemp("killed")
    text = report_pdf.with_suffix(".txt").read_text("utf-8")
    sources = tuple(place / f"CED-C-{state}-7.txt" for state in STATES)
    older, trials = place / "older", []
    for number, source in enumerate(sources):
        source.write_text(text[: 9_000 + 1_000 * number], "utf-8")
    now = sources[0].read_bytes()
    sources[0].write_bytes(now[:6_000])
    assert all(isinstance(outcome, Built) for outcome in build_reports(sources[:3], older))
    sources[0].write_bytes(now)
    for number, before in enumerate((None, older)):
        output = place / str(number)
        if before is not None:
            shutil.copytree(before, output)
        began = time.monotonic()
        assert start(sources, output).wait() == 0
        trials.append(Trial(sources, before, contents(output), time.monotonic() - began))
    return trials[0], trials[1]


@pytest.mark.parametrize("number", range(len(BLOWS)))
def test_a_build_survives_any_blow_at_any_moment(trials: tuple[Trial, Trial], tmp_path: Path, number: int) -> None:
    trial, blow, output = trials[number % 2], BLOWS[number], tmp_path / "output"
    moment = random.Random(SEED + number).uniform(0.0, 1.05) * trial.seconds
    trial.lay_out(output)
    process = start(trial.sources, output)
    time.sleep(moment)
    process.send_signal(blow)
    struck = time.monotonic()
    process.wait(timeout=300)

    while (left := left_of(process.pid)) and time.monotonic() - struck < 60.0:
        time.sleep(0.05)
    assert left == []
    whole = list_folders(output)
    assert [folder.name for folder in whole if read_made(folder) is None] == []
    assert not trial.before or {folder.name for folder in list_folders(trial.before)} - {f.name for f in whole} <= {
        path.name.removeprefix(".").partition(".old-")[0] for path in output.glob(".*.old-*")
    }

    outcomes = build_reports(trial.sources, output)

    assert all(isinstance(outcome, Built) for outcome in outcomes)
    assert contents(output) == trial.after


@pytest.mark.parametrize("number", range(PAIRS))
def test_two_builds_at_once_both_end_well(trials: tuple[Trial, Trial], tmp_path: Path, number: int) -> None:
    trial, output = trials[number % 2], tmp_path / "output"
    trial.lay_out(output)
    first = start(trial.sources, output)
    time.sleep(random.Random(SEED + number).uniform(0.0, 0.5) * trial.seconds)
    second = start(trial.sources, output)
    assert (first.wait(timeout=300), second.wait(timeout=300)) == (0, 0)
    assert contents(output) == trial.after
