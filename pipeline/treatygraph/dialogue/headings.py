"""The headings that a place in a document stands under."""

from __future__ import annotations

from collections.abc import Iterator

from treatygraph.report import Report


def sections_above(report: Report, index: int) -> Iterator[int]:
    """The section with this index and those above it, the nearest first; none for what stands under no heading (-1)."""
    while index >= 0:
        yield index
        index = report.sections[index].parent
