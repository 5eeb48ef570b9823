"""The words that no rule reads, over the reports of a folder: the next ones to add, most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from treatygraph.corpus.schema import decode, read_bytes
from treatygraph.folders import list_folders
from treatygraph.report import Unread, UnreadReason


@dataclass(frozen=True, slots=True)
class Wanted:
    """Missing words, why they are missing and how often, and the first place, by the symbol of its report."""

    missing: str
    why: UnreadReason
    count: int
    report: str
    first: Unread


class _Found(msgspec.Struct):
    """What `report.json` says of it; a report that was built before it did says nothing."""

    symbol: str
    unread: tuple[Unread, ...] = ()


def read_wanted(source: Path) -> tuple[Wanted, ...]:
    """What no rule read in the report, or the reports, whose records stand in a folder; nothing of a file.

    Raises:
        ReadingError: a `report.json` is none.
    """
    folders = [source] if (source / "report.json").is_file() else list_folders(source) if source.is_dir() else []
    paths = [folder / "report.json" for folder in folders]
    found = [decode(read_bytes(path), _Found, str(path)) for path in paths]
    return most_wanted([(report.symbol, unread) for report in found for unread in report.unread])


def most_wanted(found: Sequence[tuple[str, Unread]]) -> tuple[Wanted, ...]:
    """Missing words by how often they are missing, most frequent first, then in the order of reports and text."""
    keys = [(unread.why, (unread.missing or unread.words).casefold()) for _, unread in found]
    first = dict(zip(reversed(keys), reversed(found), strict=True))
    return tuple(
        Wanted(first[key][1].missing, key[0], count, *first[key]) for key, count in Counter(keys).most_common()
    )
