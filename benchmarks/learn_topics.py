"""Learn the topics of articles from the headings of reports: makes `linking/narrowing/learnt.toml` anew.

    python benchmarks/learn_topics.py [FOLDER …]

The folders hold built reports, as `treatygraph build` writes them; without one, the reports of `../shared` are read.
The file says from how many paragraphs of which reports it was made. The same reports give the same file.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from treatygraph import read
from treatygraph.corpus.records import read_records
from treatygraph.linking.narrowing.learning import examples_of, learn_weights, write_weights
from treatygraph.report import Report

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SOURCES = sorted([*(SHARED / "reports").glob("*.pdf"), *(SHARED / "second" / "reports").glob("*.pdf")])
LEARNT = ROOT / "pipeline" / "treatygraph" / "linking" / "narrowing" / "learnt.toml"
# Under a treaty with fewer reports a word of three reports says little of any article.
REPORTS_NEEDED = 10


def main(folders: Sequence[str]) -> int:
    """Learn and write the file; 1 where there is nothing to learn from."""
    reports = list(built(folders)) if folders else [read(source) for source in SOURCES]
    lines = list(learn(reports))
    if not lines:
        print(f"No treaty has {REPORTS_NEEDED} reports here; name folders of built reports.", file=sys.stderr)
        return 1
    LEARNT.write_text("\n".join([*preface(reports), *lines]) + "\n", encoding="utf-8")
    print(f"{LEARNT.name}: {LEARNT.stat().st_size // 1000} kB from {len(reports)} reports")
    return 0


def built(folders: Iterable[str]) -> Iterator[Report]:
    """The reports of folders that hold one built report a folder."""
    for folder in folders:
        for head in sorted(Path(folder).glob("*/report.json")):
            yield read_records(head.parent).report


def enough(reports: Iterable[Report]) -> dict[str, list[Report]]:
    """The reports by treaty, of the treaties that have enough of them."""
    by_treaty: dict[str, list[Report]] = {}
    for report in reports:
        if report.treaty:
            by_treaty.setdefault(report.treaty, []).append(report)
    return {treaty: found for treaty, found in sorted(by_treaty.items()) if len(found) >= REPORTS_NEEDED}


def learn(reports: Iterable[Report]) -> Iterator[str]:
    """The tables of the file."""
    for treaty, found in enough(reports).items():
        yield from write_weights(treaty, learn_weights(example for report in found for example in examples_of(report)))


def preface(reports: Iterable[Report]) -> Iterator[str]:
    """The head of the file: what it is, how it was made, and from what."""
    yield "# Made by benchmarks/learn_topics.py; do not edit. By treaty and article: terms that paragraphs under a"
    yield "# heading of that article alone have more often than others, grouped by weight, the natural logarithm of how"
    yield "# much more often."
    for treaty, found in enough(reports).items():
        examples = Counter(example.article for report in found for example in examples_of(report))
        yield f"# {treaty}: {examples.total()} paragraphs of {len(found)} reports:"
        symbols = sorted(report.symbol for report in found)
        for first in range(0, len(symbols), 8):
            yield f"#   {', '.join(symbols[first : first + 8])}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
