"""How fast the stages are on the real reports in `../shared/reports`: the second table of `make bench`.

Some 1,660 pages, made over fifteen years by a dozen programs. Reading is measured against pdfplumber's
`extract_text` on the pages of every fourth report, in the same run. All of it is processor time of one process;
memory is the most that a process which reads one report, or builds them all one after the other, ever holds.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pdfplumber

from treatygraph import read, recognise, resolve
from treatygraph.graph import to_turtle
from treatygraph.reading.process.child import read_here
from treatygraph.reading.process.requests import Request
from treatygraph.report import Report

REPORTS = sorted((Path(__file__).parents[2] / "shared" / "reports").glob("*.pdf"))
COMPARED = REPORTS[::4]  # pdfplumber takes minutes for all of them


def extract_with_pdfplumber(path: Path) -> int:
    """What most programs do first with a PDF; the number of its pages."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
        return len(pdf.pages)


def seconds(work: Callable[[], object]) -> float:
    """The processor time that `work` takes, in seconds."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def words_of(reports: Iterable[Report]) -> int:
    """The number of words that stand in paragraphs and tables."""
    return sum(len(unit.text.split()) for report in reports for unit in report.units)


def doubled(report: Report) -> Report:
    """The report with every unit a second time, under another id."""
    again = tuple(replace(unit, id=f"again-{unit.id}") for unit in report.units)
    return replace(report, units=report.units + again)


def most_memory(*command: str) -> float:
    """The most memory that a process of this command ever held, in megabytes.

    A small process in between asks for it: to Linux a child has held what its parent held when it began.
    """
    between = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    between += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    run = [sys.executable, "-c", between, sys.executable, *command]
    most = int(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return most / (1024 if sys.platform == "linux" else 1024**2)


def main() -> None:
    """Measure and print, or say why not."""
    if not REPORTS:
        print("The real reports are not here (../shared/reports), so nothing is measured on them.")
        return
    reports = [read(path) for path in REPORTS]
    read_one = "import pathlib, sys; from treatygraph import read; read(pathlib.Path(sys.argv[1]))"
    memory_reading = max(most_memory("-c", read_one, str(path)) for path in REPORTS)

    plumber = reading = 0.0
    pages = 0
    for path in COMPARED:
        request = Request(path)
        reading += seconds(lambda request=request: read_here(request))
        begin = time.process_time()
        pages += extract_with_pdfplumber(path)
        plumber += time.process_time() - begin

    all_pages = sum(report.source.pages or 0 for report in reports)
    reading_all = reading * all_pages / pages
    words = words_of(reports)
    recognised = [recognise(report) for report in reports[:1]]  # loads the lexicon, which is not measured
    finding = seconds(lambda: recognised.extend(recognise(report) for report in reports[1:]))
    finding *= words / words_of(reports[1:])
    annotated = [resolve(recognised[0])]
    resolving = seconds(lambda: annotated.extend(resolve(report) for report in recognised[1:]))
    resolving *= words / words_of(reports[1:])
    # Each the least of three runs: other work on the machine only ever adds time.
    once, twice = (
        min(seconds(lambda batch=batch: [resolve(recognise(report)) for report in batch]) for _ in range(3))
        for batch in (reports[1::4], [doubled(report) for report in reports[1::4]])
    )
    writing = seconds(lambda: [to_turtle(report) for report in annotated])

    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        command = ("build", *map(str, REPORTS), "--output", folder, "--quiet", "--jobs", "1")
        memory_building = most_memory("-m", "treatygraph.cli", *command)
        building = time.perf_counter() - begin

    rows = [
        (f"pdfplumber `extract_text` of {pages} pages, for comparison", f"{pages / plumber:.1f} pages/s"),
        ("reading (PDFium)", f"{pages / reading:.0f} pages/s, {plumber / reading:.1f} × pdfplumber"),
        ("recognition and resolution", f"{words / (finding + resolving) / 1000:.0f} thousand words/s"),
        ("… of it recognition alone", f"{words / finding / 1000:.0f} thousand words/s"),
        ("… a report twice as long takes", f"{twice / once:.2f} × the time"),
        (
            "graph and Turtle",
            f"{writing:.1f} s, {writing / (reading_all + finding + resolving):.2f} × all stages before it",
        ),
        ("memory of a process that reads, at most", f"{memory_reading:.0f} MB"),
        ("`treatygraph build --jobs 1` of them all, on the wall", f"{building:.0f} s, {memory_building:.0f} MB"),
    ]
    print(
        f"{len(REPORTS)} reports, {all_pages:,} pages, {words:,} words. "
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores.\n"
    )
    print("| what | all of them once |\n|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
