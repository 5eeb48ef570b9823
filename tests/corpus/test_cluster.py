"""Reports built by the workers of a Dask cluster: the bytes of one machine, whatever is lost on the way."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from treatygraph.building import cluster
from treatygraph.building.build import build_reports
from treatygraph.building.cluster import SLURM, ClusterError, clustered, make_there
from treatygraph.building.made import program_digest
from treatygraph.building.outcomes import AS_PRINTED, Built, Failed, Outcome, Telling

pytest.importorskip("distributed", reason="needs the extra: pip install 'treatygraph[cluster]'")

STATES = ("KAZ", "JOR", "KEN", "AZE", "BEL")


def dask(name: str, *options: str) -> subprocess.Popen[bytes]:
    """A process of Dask's, as its own command starts it."""
    main = f"from distributed.cli.dask_{name} import main; main()"
    command = [sys.executable, "-c", main, *options, "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


@dataclass
class Machines:
    """A scheduler and its workers, each a process."""

    address: str
    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]

    def start(self) -> None:
        self.scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", self.address.rpartition(":")[2])

    def add(self) -> None:
        folder = self.folder / str(len(self.workers))
        options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder), "--death-timeout", "60")
        self.workers.append(dask("worker", self.address, *options))


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", str(port))
    machines = Machines(f"tcp://127.0.0.1:{port}", tmp_path_factory.mktemp("workers"), scheduler, [])
    try:
        machines.add()
        machines.add()
        yield machines
    finally:
        for process in (*machines.workers, machines.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory, report_pdf: Path) -> list[Path]:
    """Five small reports, and a file that is none."""
    folder = tmp_path_factory.mktemp("reports")
    text = report_pdf.with_suffix(".txt").read_text("utf-8")
    paths = [folder / f"CED-C-{state}-7.txt" for state in STATES]
    for number, path in enumerate(paths):
        path.write_text(text[: 6_000 + 1_000 * number], "utf-8")
    paths.insert(2, folder / "damaged.pdf")
    paths[2].write_bytes(b"%PDF-1.7\nnothing of a report")
    return paths


@pytest.fixture(scope="module")
def alone(sources: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Outcome, ...]]:
    """What one process writes."""
    output = tmp_path_factory.mktemp("alone")
    return output, build_reports(sources, output)


def contents(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
    }


def test_the_files_are_those_of_one_machine_though_a_worker_and_the_scheduler_are_killed(
    machines: Machines, sources: list[Path], alone: tuple[Path, tuple[Outcome, ...]], tmp_path: Path
) -> None:
    """A worker is killed and another added after the first report; the scheduler is killed after the third."""
    told: list[str] = []
    outcomes: list[Outcome] = []

    def watch(outcome: Outcome) -> None:
        outcomes.append(outcome)
        if len(outcomes) == 1:
            machines.workers[0].kill()
            machines.add()
        if len(outcomes) == 3:
            machines.scheduler.kill()
            machines.scheduler.wait()
            machines.start()  # its workers have ended with it
            machines.add()

    output = tmp_path / "output"
    with clustered(machines.address, 1, told.append) as hand_out:
        build_reports(sources, output, tell=Telling(watch), hand_out=hand_out)
    assert contents(output) == contents(alone[0])
    assert outcomes == [
        Built(outcome.source, output / outcome.folder.name, outcome.summary, outcome.status)
        if isinstance(outcome, Built)
        else outcome
        for outcome in alone[1]
    ]
    assert set(told) == {"The scheduler was lost; what it had to do is handed out again."}
    # A second run has nothing to do.
    with clustered(machines.address, 1, told.append) as hand_out:
        again = build_reports(sources, output, hand_out=hand_out)
    assert [outcome.status for outcome in again if isinstance(outcome, Built)] == ["kept"] * len(STATES)


def test_a_file_that_cannot_be_read_is_told_in_a_sentence_and_the_others_are_built(
    machines: Machines, sources: list[Path], tmp_path: Path
) -> None:
    gone = tmp_path / "gone.pdf"
    with clustered(machines.address, 1, print) as hand_out:
        first, second, third = build_reports([sources[0], gone, sources[2]], tmp_path / "output", hand_out=hand_out)
    assert isinstance(first, Built)
    assert isinstance(second, Failed)
    assert second.reason == f"{gone} cannot be read (No such file or directory)."
    assert isinstance(third, Failed)
    assert third.reason.startswith(str(sources[2]))
    assert "treatygraph-" not in third.reason  # no folder of the worker's
    assert third.trace == ""


def test_where_no_scheduler_answers_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 0.0)
    monkeypatch.setattr(cluster, "_CONNECTING", 1)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ClusterError, match="no Dask scheduler answers there"), clustered(address, 1, print):
        pass
    with pytest.raises(ClusterError, match="is no address"), clustered("ftp://nowhere", 1, print):
        pass


def test_a_worker_with_another_program_builds_nothing(sources: list[Path]) -> None:
    never = partial(pytest.fail, "was built")
    sent = make_there(never, sources[0].name, sources[0].read_bytes(), AS_PRINTED, "", {}, "another")
    assert isinstance(sent, str)
    assert "another version of treatygraph" in sent
    assert program_digest() != "another"


@contextmanager
def _slurm(folder: Path) -> Iterator[Path]:
    """Stand-ins for SLURM's commands: a job is a process of this machine."""
    folder.mkdir()
    jobs = folder / "jobs"
    scripts = {
        # As SLURM does, it keeps the script, which is removed when this returns.
        "sbatch": f'cp "$1" {folder}/job; bash {folder}/job >/dev/null 2>&1 & echo $! >> {jobs}; '
        'echo "Submitted batch job $!"',
        "scancel": 'kill "$@" 2>/dev/null; true',
    }
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/bash\n{script}\n")
        (folder / name).chmod(0o755)
    try:
        yield folder
    finally:
        for job in jobs.read_text().split() if jobs.exists() else ():
            subprocess.run(["pkill", "-P", job], check=False)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_on_slurm_the_workers_are_jobs(
    sources: list[Path], alone: tuple[Path, tuple[Outcome, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("dask_jobqueue")
    import dask

    settings = {"memory": "2GB", "interface": None, "log-directory": None, "local-directory": str(tmp_path / "local")}
    settings |= {"scheduler-options": {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}, "walltime": "00:10:00"}
    with (
        _slurm(tmp_path / "slurm") as commands,
        dask.config.set({f"jobqueue.slurm.{k}": v for k, v in settings.items()}),
    ):
        monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
        begun = time.monotonic()
        with clustered(SLURM, 1, print) as hand_out:
            build_reports(sources, tmp_path / "output", hand_out=hand_out)
        assert time.monotonic() - begun < 300
    assert contents(tmp_path / "output") == contents(alone[0])
