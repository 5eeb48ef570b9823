"""How unifying, checking, storing, searching and asking grow with the number of reports.

`python benchmarks/scale.py 10 100 1000` takes what a build left in a folder (`--built DIR`; without it the reports in
`../shared/reports` are built first) and makes of it as many reports as wanted: each copy is of another State, whose
code begins with Q or X, as ISO 3166 leaves for use by users, so that no two copies share a law. Times are seconds of
processor time, children included; memory is the most that one process held.
"""

from __future__ import annotations

import argparse
import csv
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import ascii_uppercase

from treatygraph.folders import list_folders
from treatygraph.store.layout import store_folder

ASKED = ("most-cited-laws", "laws-under-article", "issuers", "repealed-laws-still-cited", "laws-under-several-treaties")
SHARED = Path(__file__).parents[2] / "shared"
LINES: list[tuple[int, str, float, int]] = []
DRAWN = ("unify", "first question, makes the store", "validate", "search, makes the index", "query issuers")
OPTIONS = {"laws-under-article": ["--article", "12"]}
_MADE_OF = ("graph.ttl", "report.json", "paragraphs.jsonl", "mentions.jsonl", "entities.jsonl", "relations.jsonl",
            "citations.jsonl", "dialogue.jsonl")  # fmt: skip


def codes() -> Iterator[str]:
    """Codes that no State has: QAA … QZZ, XAA … XZZ."""
    return (first + "".join(rest) for first in "QX" for rest in product(ascii_uppercase, repeat=2))


def copy_reports(built: list[Path], output: Path, number: int) -> None:
    """Make so many reports of those that were built, each copy of a State of its own."""
    spare = codes()
    for place in range(number):
        folder = built[place % len(built)]
        state = re.search(r"-([A-Z]{3})-", folder.name)
        texts = {name: (folder / name).read_text("utf-8") for name in _MADE_OF if (folder / name).is_file()}
        name = folder.name
        if place >= len(built) and state is not None:
            code = next(spare)
            texts = {file: re.sub(rf"(?<![A-Za-z]){state[1]}(?![A-Za-z])", code, text) for file, text in texts.items()}
            name = name.replace(f"-{state[1]}-", f"-{code}-")
        (output / name).mkdir()
        for file, text in texts.items():
            (output / name / file).write_text(text, "utf-8")


def run(*command: str) -> tuple[float, float]:
    """Processor seconds and the most memory (MB) of a command of the program."""
    code = (
        "import resource, sys; from treatygraph.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: status = end.code\n"
        "own, kids = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))\n"
        "print(own.ru_utime + own.ru_stime + kids.ru_utime + kids.ru_stime, max(own.ru_maxrss, kids.ru_maxrss),"
        " file=sys.__stderr__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    seconds, kilobytes = done.stderr.strip().splitlines()[-1].split()
    return float(seconds), int(kilobytes) / 1024


def measure(output: Path, number: int) -> None:
    """Print a line for each thing that is done with so many reports."""
    tell(number, "unify", *run("unify", str(output), "--jobs", "1"))
    question = ["query", "most-cited-laws", str(output), "--format", "csv"]
    tell(number, "first question, makes the store", *run(*question))
    size = sum(path.stat().st_size for path in store_folder(output).rglob("*") if path.is_file())
    tell(number, f"store on disk: {size >> 20:,} MB", None, None)
    for name in ASKED:
        tell(number, f"query {name}", *run("query", name, str(output), "--format", "csv", *OPTIONS.get(name, [])))
    tell(number, "search, makes the index", *run("search", "habeas corpus", "--output", str(output)))
    tell(number, "search", *run("search", "legal capacity guardianship", "--output", str(output)))
    tell(number, "validate", *run("validate", str(output), "--jobs", "1"))


def tell(number: int, what: str, seconds: float | None, megabytes: float | None) -> None:
    """Print a line, and keep it for the table."""
    if seconds is not None and megabytes is not None:
        LINES.append((number, what, round(seconds, 2), round(megabytes)))
    cells = ("" if value is None else f"{value:,.{digits}f}" for value, digits in ((seconds, 2), (megabytes, 0)))
    print(f"{number:>6}  {what:<40}{next(cells):>10}{next(cells):>10}", flush=True)


def keep(table: Path) -> list[tuple[int, str, float, int]]:
    """Add this run's lines to those of earlier ones, in their place where the number of reports is the same."""
    rows = {(number, what): (seconds, megabytes) for number, what, seconds, megabytes in LINES}
    if table.is_file():
        with table.open(encoding="utf-8", newline="") as file:
            for number, what, seconds, megabytes in list(csv.reader(file))[1:]:
                rows.setdefault((int(number), what), (float(seconds), int(megabytes)))
    lines = sorted((number, what, *measured) for (number, what), measured in rows.items())
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("reports", "what", "cpu_seconds", "megabytes"), *lines])
    return lines


def draw(lines: list[tuple[int, str, float, int]], place: Path) -> None:
    """Draw seconds by the number of reports, both by powers of ten: what grows in proportion is a straight line."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "treatygraph"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.2))
    for what in DRAWN:
        points = [(number, seconds) for number, name, seconds, _ in lines if name == what]
        axes.plot(*zip(*points, strict=True), marker="o", label=what)
    axes.set(xscale="log", yscale="log", xlabel="reports", ylabel="seconds of processor time")
    axes.grid(visible=True, which="major", color="#ddd")
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(place, metadata={"Date": None})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10, 100])
    parser.add_argument("--built", type=Path)
    parser.add_argument("--table", type=Path)
    parser.add_argument("--plot", type=Path)
    chosen = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}\nreports  {'what':<39}{'CPU s':>10}{'MB':>10}")
    with tempfile.TemporaryDirectory() as place:
        built = chosen.built
        if built is None:
            built = Path(place) / "built"
            tell(0, "build", *run("build", str(SHARED / "reports"), "--output", str(built), "--quiet"))
        for size in chosen.sizes:
            output = Path(place) / str(size)
            output.mkdir()
            copy_reports(list_folders(built), output, size)
            measure(output, size)
            shutil.rmtree(output)
    lines = keep(chosen.table) if chosen.table else sorted(LINES)
    if chosen.plot:
        draw(lines, chosen.plot)


if __name__ == "__main__":
    main()
