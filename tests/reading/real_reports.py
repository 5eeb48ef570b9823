"""Real reports of 36 States, where they are at hand: `../shared/reports` beside the project."""

from functools import cache
from pathlib import Path

import pytest

from treatygraph.reading import read
from treatygraph.report import Report

SHARED = Path(__file__).parents[3] / "shared"
REPORTS = sorted(path.stem for path in (SHARED / "reports").glob("*.pdf"))
# Fourteen more reports, and the Committees' and the States' papers of eight dialogues.
MORE = {
    path.stem: path
    for folder in ("second/reports", "second/dialogue/documents")
    for path in sorted((SHARED / folder).glob("*.pdf"))
}
needs_shared = pytest.mark.skipif(not REPORTS, reason="needs ../shared/reports, which is not there")


def path_of(name: str) -> Path:
    return MORE.get(name) or SHARED / "reports" / f"{name}.pdf"


@cache
def report_of(name: str) -> Report:
    """The report as a build reads it; each is read once for all tests."""
    return read(path_of(name))
