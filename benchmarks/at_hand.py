"""The reports at hand with all that is found in them, made once for the benchmarks that count over them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from score import PLACES

from treatygraph.building.build import annotate
from treatygraph.corpus.records import write_records
from treatygraph.errors import TreatygraphError
from treatygraph.processes import spread


def reports_at_hand() -> list[Path]:
    """The reports here and, in a developer's checkout, in `../shared`, one for each name."""
    return sorted({path.name: path for _, reports in PLACES for path in sorted(reports.glob("*.pdf"))}.values())


@contextmanager
def records_at_hand(kept: Path | None = None) -> Iterator[Path]:
    """A folder with the records of each report at hand; those that stand in `kept` already are not made again."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = kept or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        tasks = [(path, folder / path.stem) for path in reports_at_hand() if not (folder / path.stem).is_dir()]
        for problem in spread(_write, tasks, os.cpu_count() or 1, lambda path, _: f"{path}: its process was ended."):
            if problem:
                sys.exit(f"Error: {problem}")
        yield folder


def _write(source: Path, folder: Path) -> str:
    """Annotate a report and write its records; the sentence that says why it cannot be, else an empty text."""
    try:
        annotated = annotate(source)
    except TreatygraphError as error:
        return str(error)
    partial = folder.with_name(f".{folder.name}")
    partial.mkdir(exist_ok=True)
    write_records(annotated, partial)
    partial.rename(folder)
    return ""
