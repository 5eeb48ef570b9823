"""How much of what a person judged a build that knows nothing of it finds as they do.

What was judged right, and the articles given in the place of others, should be found; what was judged wrong, and the
articles that were replaced, should not. A build that carried the judgements out agrees with all of them, and tells
nothing: one is scored that was written where no `review.csv` lies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from treatygraph.errors import TreatygraphError
from treatygraph.folders import list_folders
from treatygraph.graph.judgements import is_called
from treatygraph.report import Entity, Judged, Judgement

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class JudgedScore:
    """What was judged of one kind, and what of it a build finds: `found` of `right`, and `false` of `wrong`."""

    right: int
    found: int
    wrong: int
    false: int

    @property
    def precision(self) -> float | None:
        """Of what is found of the judged, how much is right; None where none of it is found."""
        return self.found / (self.found + self.false) if self.found + self.false else None

    @property
    def recall(self) -> float | None:
        """Of what is right, how much is found; None where nothing was judged right."""
        return self.found / self.right if self.right else None


@dataclass(frozen=True, slots=True)
class _Found:
    """What a build finds in a report."""

    citations: tuple[Record, ...]
    entities: Mapping[str, Entity]
    mentions: frozenset[tuple[str, str, int]]

    def has(self, judgement: Judgement, article: str) -> bool:
        """Tell whether it has the mention, or the link or claim with this article; with any where it is empty."""
        if judgement.judged == "mention":
            return (judgement.unit, judgement.words, judgement.nth) in self.mentions
        place = "articles" if judgement.judged == "link" else "claimed"
        return any(
            row["paragraph"] == judgement.unit
            and (article in row[place] if article else bool(row[place]))
            and is_called(judgement.law, self.entities[row["entity"]], tuple(row.get("path", ())))
            for row in self.citations
        )


def score_judged(judgements: Mapping[str, Sequence[Judgement]], output: Path) -> dict[Judged, JudgedScore]:
    """Score the reports in a folder, or the one whose folder it is, against what was judged of them, by symbol.

    Raises:
        TreatygraphError: none of the judged reports is there, or one was built with judgements.
    """
    found = dict(_read_all(output, frozenset(judgements)))
    if not found:
        raise TreatygraphError(f"{output}: no report that was judged was built here; build one into it first.")
    told = [
        (judgement.judged, right, found[symbol].has(judgement, article))
        for symbol in judgements
        if symbol in found
        for judgement in judgements[symbol]
        for right, article in _expected(judgement)
    ]
    return {
        judged: JudgedScore(
            right=sum(kind == judged and right for kind, right, _ in told),
            found=sum(kind == judged and right and there for kind, right, there in told),
            wrong=sum(kind == judged and not right for kind, right, _ in told),
            false=sum(kind == judged and not right and there for kind, right, there in told),
        )
        for judged in get_args(Judged)
    }


def _expected(judgement: Judgement) -> Iterator[tuple[bool, str]]:
    """What should be there, and what should not, each with its article."""
    yield judgement.verdict == "right", judgement.article
    for article in judgement.instead:
        yield True, article


def _read_all(output: Path, symbols: Iterable[str]) -> Iterator[tuple[str, _Found]]:
    folders = [output] if (output / "report.json").is_file() else list_folders(output)
    for folder in folders:
        symbol = next((str(row["doc"]) for row in _rows(folder / "paragraphs.jsonl")), "")
        if symbol not in symbols:
            continue
        if (folder / "judgements.jsonl").is_file():
            raise TreatygraphError(
                f"{folder} was built with what a person judged; build it into another folder to score it."
            )
        names = ("id", "type", "name", "kind", "level")
        entities = {
            row["id"]: Entity(
                **{name: row[name] for name in names},
                aliases=tuple(row["aliases"]),
                local=row.get("local"),
                former=tuple(row.get("former", ())),
            )
            for row in _rows(folder / "entities.jsonl")
        }
        mentions = ((row["paragraph"], row["text"], row["nth"]) for row in _rows(folder / "mentions.jsonl"))
        yield symbol, _Found(tuple(_rows(folder / "citations.jsonl")), entities, frozenset(mentions))


def _rows(path: Path) -> list[Record]:
    try:
        return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    except (OSError, ValueError) as error:
        raise TreatygraphError(f"{path} cannot be read ({error}); build the report again.") from error
