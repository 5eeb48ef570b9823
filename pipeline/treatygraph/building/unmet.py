"""Which rows of `review.csv` are carried out in no report: each in a sentence, with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from treatygraph.building.folder import folder_name
from treatygraph.corpus.records import read_judgements
from treatygraph.corpus.review import REVIEW_FILE, ReviewRow
from treatygraph.report import Judgement


def find_unmet(output: Path, rows: Iterable[ReviewRow]) -> Iterator[str]:
    """Say of each row that was not carried out what it should have met.

    Raises:
        ReadingError: what was carried out in a report cannot be read.
    """
    met: dict[str, frozenset[Judgement] | None] = {}
    for row in rows:
        if row.report not in met:
            folder = output / folder_name(row.report)
            met[row.report] = frozenset(read_judgements(folder)) if (folder / "report.json").is_file() else None
        place, carried_out = f"{output / REVIEW_FILE}, line {row.line}", met[row.report]
        if carried_out is None:
            yield f"{place}: there is no report {row.report} here; build it, or correct its symbol."
        elif row.judgement not in carried_out:
            yield (
                f"{place}: paragraph {row.judgement.unit} of {row.report} has no {_words(row.judgement)}; correct the "
                "row, or build the report again where it was built before the row was written."
            )


def _words(judgement: Judgement) -> str:
    if judgement.judged == "mention":
        return f"mention “{judgement.words}”, the {judgement.nth}. time that it stands there"
    article = f" and article {judgement.article}" if judgement.article else ""
    return f"{judgement.judged} of {judgement.law}{article}"
