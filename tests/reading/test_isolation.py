"""Reading processes: they import what they should, live on, and end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pikepdf
import pytest
import test_hostile_input
from test_bad_input import encrypted

from treatygraph.errors import ReadingError
from treatygraph.reading import Limits, read
from treatygraph.reading.process import isolation
from treatygraph.reading.process.messages import Read, encode, send

SLOW = test_hostile_input.doubling_forms(22)  # to pdfplumber
SECONDS = 60  # that a busy machine may take for what is done at once
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
EVIL = ("pypdfium2", "pypdfium2_raw", "msgspec", "pdfplumber", "json", "ctypes", "struct", "selectors", "queue")


def pid_of_child() -> int | None:
    child = isolation._mine.child
    return child._process.pid if child else None


def is_alive(pid: int) -> bool:
    """Whether the process runs: one that nobody has asked for its end does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0] not in "ZX"
    except FileNotFoundError:
        return False


def wait_for_end(pid: int) -> bool:
    begun = time.monotonic()
    while is_alive(pid) and time.monotonic() - begun < SECONDS:
        time.sleep(0.05)
    return not is_alive(pid)


def run_with_path(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(folder for folder in sys.path if folder)
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300)


def test_nothing_in_the_working_folder_is_imported(report_pdf: Path, tmp_path: Path) -> None:
    """By a build in several processes: neither by those nor by the ones that read."""
    for name in EVIL:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'mark')!r}, 'a').write({name!r})\n")
    text = "1. The Constitution of 1995 is the supreme law of the State and has direct effect.\n"
    (tmp_path / "CED-C-UZB-1.txt").write_text(text)
    build = ("-P", "-m", "treatygraph.cli", "build", str(report_pdf), "CED-C-UZB-1.txt", "--output", "output", "-j2")
    ended = run_with_path(sys.executable, *build, cwd=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert not (tmp_path / "mark").exists()
    assert (tmp_path / "output" / "CED-C-KAZ-1" / "report.json").exists()


def test_nor_where_python_would(report_pdf: Path, tmp_path: Path) -> None:
    """`python -c` looks into the working folder first; the reading process does not."""
    for name in ("pypdfium2", "pypdfium2_raw", "pdfplumber"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'mark')!r}, 'a').write({name!r})\n")
    program = f"from treatygraph import read; print(len(read({str(report_pdf)!r}).units))"
    ended = run_with_path(sys.executable, "-c", program, cwd=tmp_path)
    assert ended.stdout == "244\n", ended.stderr
    assert not (tmp_path / "mark").exists()


def test_one_process_reads_several_files(report_pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_MOST_FILES", 1_000_000)  # however many it has read for other tests
    first = read(report_pdf), pid_of_child()
    second = read(report_pdf.with_suffix(".txt")), pid_of_child()
    third = read(report_pdf), pid_of_child()
    assert first[1] == second[1] == third[1] is not None
    assert first[0] == third[0]


def test_it_is_replaced_after_many_files(report_pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = report_pdf.with_suffix(".txt")
    read(text)
    before = pid_of_child()
    monkeypatch.setattr(isolation, "_MOST_FILES", 1)
    read(text)
    assert pid_of_child() is None
    monkeypatch.undo()
    read(text)
    assert pid_of_child() not in (None, before)


def test_a_fault_costs_only_the_file_that_has_it(report_pdf: Path, tmp_path: Path) -> None:
    whole = read(report_pdf)
    file = tmp_path / "report.pdf"
    for data, says in (
        (test_hostile_input.packed_three_times(), "MB of memory"),
        (encrypted("secret"), "encrypted"),
        (test_hostile_input.HOSTILE["cut at 60 %"](), "damaged"),
    ):
        file.write_bytes(data)
        with pytest.raises(ReadingError, match=says):
            read(file)
        assert read(report_pdf) == whole


def test_what_pdfium_said_of_another_file_is_not_said_again(tmp_path: Path) -> None:
    """It keeps its last error, and gives it for a PDF without pages."""
    locked, empty = tmp_path / "locked.pdf", tmp_path / "empty.pdf"
    locked.write_bytes(encrypted("secret"))
    pikepdf.new().save(empty)
    for file, says in ((locked, "encrypted"), (empty, "has no pages")):
        with pytest.raises(ReadingError, match=says):
            read(file)


def test_a_process_that_was_ended_while_it_waited_is_replaced(report_pdf: Path) -> None:
    text = report_pdf.with_suffix(".txt")
    whole = read(text)
    pid = pid_of_child()
    assert pid is not None
    os.kill(pid, signal.SIGTERM)
    assert read(text) == whole
    assert pid_of_child() not in (None, pid)


def test_threads_read_side_by_side(report_pdf: Path) -> None:
    text, found = report_pdf.with_suffix(".txt"), []
    threads = [threading.Thread(target=lambda: found.extend([read(text), pid_of_child()])) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({item for item in found if isinstance(item, int)}) == 2
    assert sum(item == read(text) for item in found) == 2


@on_linux
def test_the_bound_of_time_is_processor_time(report_pdf: Path) -> None:
    """A process that is stopped for two seconds has not taken them."""
    text, limits = report_pdf.with_suffix(".txt"), Limits(seconds=1.5)
    whole = read(text, limits=limits)
    pid = pid_of_child()
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    clock = threading.Timer(2, os.kill, (pid, signal.SIGCONT))
    clock.start()
    assert read(text, limits=limits) == whole
    assert pid_of_child() == pid


def test_a_busy_machine_is_named(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(SLOW)
    with pytest.raises(ReadingError, match=r"not done after 1 seconds.* the machine is busy"):
        read(file, reader="pdfplumber", limits=Limits(wall=1))


READS_SLOWLY = """
import subprocess, sys
from pathlib import Path
from treatygraph.reading import read
start = subprocess.Popen.__init__
def told(self, *args, **kwargs):
    start(self, *args, **kwargs)
    print(self.pid, flush=True)
subprocess.Popen.__init__ = told
read(sys.argv[1], reader="pdfplumber")
"""


@on_linux
def test_it_ends_with_its_parent_in_the_midst_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(SLOW)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(folder for folder in sys.path if folder)}
    words = [sys.executable, "-c", READS_SLOWLY, str(file)]
    parent = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    time.sleep(1.5)
    assert is_alive(pid)
    parent.kill()
    parent.communicate()
    assert wait_for_end(pid)


@on_linux
def test_it_ends_when_its_input_is_closed_in_the_midst_of_a_file() -> None:
    """Where the system does not end a process with its parent, the pipe does."""
    words = [sys.executable, "-I", "-S", *isolation._start_of(Limits().memory)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        send(child.stdin, encode(Read("report.pdf", None, "pdfplumber", None, Limits())), SLOW)
        time.sleep(1.5)
        assert is_alive(child.pid)
        child.stdin.close()
        assert wait_for_end(child.pid)


UNDER_A_BOUND = """
import resource, sys
from treatygraph.errors import ReadingError
from treatygraph.reading import read
resource.setrlimit(resource.RLIMIT_AS, 2 * (int(sys.argv[2]) * 1024,))
try:
    print(len(read(sys.argv[1]).units))
except ReadingError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="bounds address space")
@pytest.mark.parametrize(
    ("kilobytes", "says"),
    [(900_000, "244"), (400_000, "244"), (40_000, "more than the 39 MB of memory that the system allows")],
)
def test_a_lower_bound_of_the_system_holds(kilobytes: int, says: str, report_pdf: Path, tmp_path: Path) -> None:
    ended = run_with_path(sys.executable, "-c", UNDER_A_BOUND, str(report_pdf), str(kilobytes), cwd=tmp_path)
    assert says in ended.stdout, ended.stderr
    assert ended.stdout.count("\n") == 1
    assert ended.stderr == ""
