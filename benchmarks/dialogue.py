"""Score the dialogue against the documents of Committees and States annotated in `../shared/second/dialogue`.

Roles, articles and joined concerns are those of all paragraphs of four concluding observations; answers those of the
paragraphs and tables of two replies and three reports. A paragraph is right where all that is found for it is.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from treatygraph.dialogue import discuss
from treatygraph.linking import link
from treatygraph.reading import read
from treatygraph.recognition import recognise
from treatygraph.report import Dialogue, JointKind, Report
from treatygraph.resolution import resolve

SHARED = Path(__file__).parent.parent.parent / "shared"
SETS = SHARED / "second" / "dialogue"
FOLDERS = (SETS / "documents", SHARED / "reports")


def main() -> int:
    """Print the figures; without the annotated documents there is nothing to score."""
    if not SETS.is_dir():
        print("The dialogue is not scored: the annotated documents are not at hand.", file=sys.stderr)
        return 0
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for measure, is_right in (*_observations(), *_joints()):
        count[measure] += 1
        right[measure] += is_right
    for measure, number in count.items():
        print(f"{measure:<45} {right[measure] / number:.3f}  n={number}")
    for measure, (f1, number) in _requests().items():
        print(f"{measure:<45} {f1:.3f}  n={number}")
    return 0


def _requests() -> dict[str, tuple[float, int]]:
    """F1 of requests by paragraph, sub-item and action, and with the words for the instrument, and their number.

    The words are those of the request itself: where an instrument is taken from the concern, the annotations have none.
    """
    gold: dict[str, Counter[tuple[Any, ...]]] = {}
    mine: dict[str, Counter[tuple[Any, ...]]] = {}
    for row in _rows("observations"):
        place = (row["stem"], row["paragraph"])
        for asked in row.get("requests", ()):
            _count(gold, (*place, asked.get("item"), asked["action"]), asked["instrument"])
        for request in _conversed(row["stem"])[1].requests:
            if request.unit == row["paragraph"]:
                words = None if request.basis == "concern" else request.words
                _count(mine, (*place, request.item, request.action), words)
    return {measure: _f1(gold[measure], mine[measure]) for measure in gold}


def _count(counts: dict[str, Counter[tuple[Any, ...]]], key: tuple[Any, ...], words: str | None) -> None:
    counts.setdefault("action of request, F1", Counter())[key] += 1
    counts.setdefault("action and instrument of request, F1", Counter())[(*key, words)] += 1
    if key[-1] != "other":
        counts.setdefault("the same of acts of law alone, F1", Counter())[(*key, words)] += 1


def _f1(gold: Counter[tuple[Any, ...]], mine: Counter[tuple[Any, ...]]) -> tuple[float, int]:
    return 2 * (gold & mine).total() / (gold.total() + mine.total()), gold.total()


def _observations() -> list[tuple[str, bool]]:
    found = []
    for row in _rows("observations"):
        said = {utterance.unit: utterance for utterance in _conversed(row["stem"])[1].utterances}
        mine = said.get(row["paragraph"])
        found.append(("role of paragraph", mine is not None and mine.role == row["role"]))
        found.append(("articles of paragraph", mine is not None and set(mine.articles) == set(row["articles"])))
        if row["role"] == "recommendation":
            one = [row["answers_concern"]] if row["answers_concern"] else []
            concerns = set(row.get("answers_concerns", one))
            found.append(("concern to recommendation", mine is not None and set(mine.answers_concerns) == concerns))
    return found


def _joints() -> list[tuple[str, bool]]:
    sets: tuple[tuple[str, str, JointKind, str], ...] = (
        ("issues", "report_paragraphs", "asks-about", "question to report"),
        ("replies", "questions", "answers-question", "reply to question"),
        ("followups", "answers", "answers-recommendation", "follow-up or next report to recommendation"),
    )
    found = []
    for name, member, kind, measure in sets:
        for row in _rows(name):
            report, dialogue = _conversed(row["stem"])
            if row.get("role") == "question-repeated" and all(u.id != row["paragraph"] for u in report.units):
                # A question that was annotated as a paragraph, and is read as a heading.
                repeated = {str(joint.place) for joint in dialogue.joints if joint.kind == "repeats-question"}
                found.append((measure, set(row[member]) <= repeated))
                continue
            joints = (j for j in dialogue.joints if j.kind == kind and j.unit == row["paragraph"])
            found.append((measure, {str(joint.place) for joint in joints} == set(row[member])))
    return found


@cache
def _conversed(stem: str) -> tuple[Report, Dialogue]:
    path = next(path for folder in FOLDERS if (path := folder / f"{stem}.pdf").exists())
    report = read(path)
    return report, discuss(link(resolve(recognise(report))))


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
