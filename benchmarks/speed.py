"""How fast the stages are on CED/C/KAZ/1: the table of `make bench`.

Reading is measured against pdfplumber's `extract_text` on the same file in the same run, since a ratio says more
than a duration on a machine that others use too. Each figure is the best of several runs: processor time where the
work is done in this process, time on the wall where it takes another. As the program's own processes do, this one
looks for circles of garbage rarely: Python's own way of it grows faster than the text. Last comes how much longer
twice the text takes, for units of 800 mentions, or with `--full` of 4,000, which takes
many minutes.
"""

from __future__ import annotations

import argparse
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pdfplumber
from dense_units import DENSE, dense_report

from treatygraph import read, recognise, resolve
from treatygraph.building.folder import write_files
from treatygraph.garbage import collect_rarely
from treatygraph.graph import to_turtle
from treatygraph.linking import link
from treatygraph.query import run_query, validate
from treatygraph.reading.process.child import read_here
from treatygraph.reading.process.requests import Request
from treatygraph.report import Report

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "reports" / "CED-C-KAZ-1.pdf"


def best(work: Callable[[], object], runs: int = 5, clock: Callable[[], float] = time.process_time) -> float:
    """The shortest duration of `work` in seconds, after one run that is not counted."""
    work()
    durations = []
    for _ in range(runs):
        begin = clock()
        work()
        durations.append(clock() - begin)
    return min(durations)


def best_in_turn(*works: Callable[[], object], runs: int = 5) -> list[float]:
    """The shortest duration of each, one after the other in every run, so that a busy machine slows all alike."""
    rounds = [[best(work, runs=1) for work in works] for _ in range(runs)]
    return [min(durations) for durations in zip(*rounds, strict=True)]


def shortest_in_turn(*works: Callable[[], object], runs: int = 2) -> list[float]:
    """The shortest processor time of each, one after the other in every run; what is made once is in none of them."""
    rounds = []
    for _ in range(runs):
        durations = []
        for work in works:
            begin = time.process_time()
            work()
            durations.append(time.process_time() - begin)
        rounds.append(durations)
    return [min(durations) for durations in zip(*rounds, strict=True)]


def extract_with_pdfplumber() -> None:
    """What most programs do first with a PDF."""
    with pdfplumber.open(REPORT) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def run_program(*arguments: str) -> Callable[[], object]:
    """The command line in a process of its own, from start to end."""
    command = [sys.executable, "-m", "treatygraph.cli", *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--full", action="store_true", help="dense units of 4,000 and 8,000 mentions, not of 800 and 1,600"
    )
    parser.add_argument("--growth", action="store_true", help="only the table of dense units")
    options = parser.parse_args()
    collect_rarely()
    if not options.growth:
        print_stages()
    print_growth(4000 if options.full else 800)


def print_stages() -> None:
    """What each stage takes of CED/C/KAZ/1."""
    report = read(REPORT)
    words = sum(len(unit.text.split()) for unit in report.units)
    pages = report.source.pages or 0
    recognised = recognise(report)
    annotated = link(resolve(recognised))
    turtle = to_turtle(annotated)

    plumber, reading, reading_plumber = best_in_turn(
        extract_with_pdfplumber,
        lambda: read_here(Request(REPORT)),
        lambda: read_here(Request(REPORT, reader="pdfplumber")),
    )
    apart = best(lambda: read(REPORT), clock=time.perf_counter)
    recognition = best(lambda: recognise(report))
    resolution = best(lambda: resolve(recognised))
    writing = best(lambda: to_turtle(annotated))
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph.ttl"
        graph.write_bytes(turtle)
        files = best(lambda: write_files(annotated, Path(folder)))
        asking = best(lambda: run_query(graph, "laws-under-article", {"article": "17"}))
        checking = best(lambda: validate(graph), runs=2)
        build = best(
            run_program("build", str(REPORT), "--output", f"{folder}/output", "--quiet"),
            runs=3,
            clock=time.perf_counter,
        )
    help_page = best(run_program("--help"), clock=time.perf_counter)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)

    rows = [
        ("pdfplumber `extract_text`, for comparison", f"{pages / plumber:.0f} pages/s"),
        ("reading (PDFium)", f"{pages / reading:.0f} pages/s, {plumber / reading:.1f} × pdfplumber"),
        (
            "reading (pdfplumber)",
            f"{pages / reading_plumber:.0f} pages/s, {plumber / reading_plumber:.1f} × pdfplumber",
        ),
        ("reading in a process of its own, as a build does", f"{pages / apart:.0f} pages/s"),
        ("recognition", f"{words / recognition / 1000:.0f} thousand words/s"),
        ("resolution", f"{1000 * resolution:.0f} ms"),
        ("graph and Turtle", f"{1000 * writing:.0f} ms"),
        ("all files of the report", f"{1000 * files:.0f} ms"),
        ("a query, the graph loaded for it", f"{1000 * asking:.0f} ms"),
        ("validation", f"{checking:.1f} s"),
        ("`treatygraph build`, a new process", f"{build:.1f} s, {memory:.0f} MB"),
        ("`treatygraph --help`", f"{1000 * help_page:.0f} ms"),
    ]
    print(f"CED/C/KAZ/1: {pages} pages, {words:,} words. Python {platform.python_version()}, {platform.machine()}.\n")
    print("| what | best of several runs |\n|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def print_growth(count: int) -> None:
    """What recognition, resolution and citations take for one unit that names `count` things, and for twice as many."""
    print(f"\n| one unit, {count:,} times | time | twice as many take |\n|---|---|---|")
    for piece in DENSE:
        reports = [dense_report(piece, times) for times in (count, 2 * count)]
        once, twice = shortest_in_turn(*(partial(read_further, report) for report in reports))
        print(f"| {piece} | {once:.2f} s | {twice / once:.2f} × the time |")


def read_further(report: Report) -> None:
    """All that is done with a report between reading and writing."""
    link(resolve(recognise(report)))


if __name__ == "__main__":
    main()
