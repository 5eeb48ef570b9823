"""Score narrowing: which of its heading's articles a paragraph concerns, against paragraphs read by people.

    python benchmarks/narrowing.py [FOLDER …]

The folders hold built reports; without one, the reports of `../shared` are built first. The answers stand in
`../shared/second/claims/narrowing.jsonl` and in `tests/gold/claims`. Every report is scored twice: with the topics
as they are shipped, and *five-fold*, with topics learnt from the reports of the other four fifths alone.

What counts: an answer is the decided set of articles, which is empty for "none of these". It is right *strictly*
where it is a part of the strict set, and right *generously* where it is a part of the generous one; "none of these"
is right where the strict set is empty. *By article* counts each decided article (an empty set counts as one).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from learn_topics import ROOT, SHARED, SOURCES, enough

from treatygraph.building.build import build_reports
from treatygraph.corpus.records import read_records
from treatygraph.linking.narrowing import (
    Passage,
    Profile,
    judge_subject,
    load_profiles,
    make_profiles,
    named_articles,
    narrow,
    passage_of,
    places_under_headings,
)
from treatygraph.linking.narrowing.learning import Example, examples_of, learn_weights
from treatygraph.ontology import load_treaty
from treatygraph.report import Annotated

GIVEN = SHARED / "second" / "claims" / "narrowing.jsonl"
OWN = ROOT / "tests" / "gold" / "claims" / "narrowing.jsonl"
OF_ONE = ROOT / "tests" / "gold" / "claims" / "one-article.jsonl"
FOLDS = 5

Profiles = Mapping[str, Profile]
Answer = tuple[str, ...] | None
Judge = Callable[[Passage, Profiles], Answer]


@dataclass(frozen=True)
class Read:
    """A paragraph with what a person read: `strict` and `generous` are sets of its heading's articles."""

    stem: str
    passage: Passage
    strict: frozenset[str]
    generous: frozenset[str]


def main(folders: Sequence[str]) -> int:
    """Print the tables, or say that no reports are at hand, as in a checkout without `../shared`."""
    if not folders and not SOURCES:
        print("Narrowing is not scored: ../shared has no reports; name folders of built reports.")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        if not folders:
            build_reports(SOURCES, Path(scratch), jobs=os.cpu_count() or 1)
        places = [Path(folder) for folder in folders] or [Path(scratch)]
        reports = {head.parent.name: read_records(head.parent) for place in places for head in heads(place)}
    show(reports)
    return 0


def show(reports: Mapping[str, Annotated]) -> None:
    """Print what `make score` prints of narrowing."""
    folds = Folds(reports)
    print(f"{'Narrowing':<48} {'n':>4} {'decided':>8} {'strict':>7} {'generous':>9} {'none':>5}  by article")
    for name, path in (("given", GIVEN), ("read for this project", OWN)):
        if not path.exists():
            continue
        read = [item for record in records(path) if (item := read_item(record, reports))]
        for title, judge in (("first article", first), ("all articles", every), ("narrowing", narrowing)):
            print(row(f"{name}: {title}", [(item, judge(item.passage, folds.of(item.stem))) for item in read]))
        shipped = [(item, narrowing(item.passage, load_profiles(treaty_of(reports[item.stem])))) for item in read]
        print(row(f"{name}: as shipped, not held out", shipped))
    show_of_one(reports, folds)


def show_of_one(reports: Mapping[str, Annotated], folds: Folds) -> None:
    """Print how paragraphs under a heading of one article, read by a person, fall into firm and weak.

    Some were drawn by lot from all, others by lot from the firm and from the weak ones: the two are kept apart.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for record in records(OF_ONE):
        annotated = reports.get(record["stem"])
        if annotated is not None:
            firmness, _ = judge_subject(passage(annotated, record["paragraph"]), folds.of(record["stem"]))
            draw = "by lot" if record["draw"] == 1 else "30 of each"
            found[f"{firmness}, drawn {draw}", "n", ""] += 1
            found[f"{firmness}, drawn {draw}", "", record["concerns"]] += 1
    print(f"\n{'Under a heading of one article':<48} {'n':>4} {'strictly':>9} {'generously':>11} {'not':>5}")
    for title in sorted(title for title, kind, _ in found if kind):
        strict, generous, no = (found[title, "", label] for label in ("strict", "generous", "no"))
        print(f"{title:<48} {found[title, 'n', '']:>4} {strict:>9} {generous:>11} {no:>5}")


class Folds:
    """Profiles for each report, learnt without it and without the other reports of its fifth."""

    def __init__(self, reports: Mapping[str, Annotated]) -> None:
        by_treaty = enough(annotated.report for annotated in reports.values())
        self.treaties = {stem: treaty_of(annotated) for stem, annotated in reports.items()}
        self.examples: dict[str, list[tuple[int, Example]]] = {}
        for stem, annotated in reports.items():
            if self.treaties[stem] in by_treaty:
                found = ((fold_of(stem), example) for example in examples_of(annotated.report))
                self.examples.setdefault(self.treaties[stem], []).extend(found)
        self.learn = cache(self._learn)

    def of(self, stem: str) -> Profiles:
        """The profiles to score a report with."""
        return self.learn(self.treaties[stem], fold_of(stem))

    def _learn(self, treaty: str, fold: int) -> Profiles:
        others = (example for of, example in self.examples.get(treaty, ()) if of != fold)
        return make_profiles(treaty, learn_weights(others))


def fold_of(stem: str) -> int:
    """The fifth that a report falls in, by its name alone."""
    return int(hashlib.sha1(stem.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def first(passage: Passage, profiles: Profiles) -> Answer:
    """A baseline: always the first article of the heading."""
    return passage.articles[:1]


def every(passage: Passage, profiles: Profiles) -> Answer:
    """A baseline: always all articles of the heading."""
    return passage.articles


def narrowing(passage: Passage, profiles: Profiles) -> Answer:
    """What the package answers; None where it abstains."""
    answer = narrow(passage, profiles)
    return answer.articles if answer.decided else None


def row(title: str, answers: Sequence[tuple[Read, Answer]]) -> str:
    """One line of the table."""
    decided = [(item, frozenset(answer)) for item, answer in answers if answer is not None]
    strict = sum(right(answer, item.strict, item.strict) for item, answer in decided)
    generous = sum(right(answer, item.generous, item.strict) for item, answer in decided)
    single = [(item, frozenset(part)) for item, answer in decided for part in ([[a] for a in answer] or [[]])]
    strict_single = sum(right(part, item.strict, item.strict) for item, part in single)
    generous_single = sum(right(part, item.generous, item.strict) for item, part in single)
    n, of = len(decided) or 1, len(single) or 1
    none = sum(not answer for _, answer in decided)
    share = len(decided) / (len(answers) or 1)
    return (
        f"{title:<48} {len(answers):>4} {share:>8.2f} {strict / n:>7.2f} {generous / n:>9.2f}"
        f" {none:>5}  {strict_single / of:.2f} {generous_single / of:.2f} of {len(single)}"
    )


def right(answer: frozenset[str], wanted: frozenset[str], strict: frozenset[str]) -> bool:
    """Whether an answer is right by a set; "none of these" is right where no article is strictly right."""
    return answer <= wanted if answer else not strict


def read_item(record: Mapping[str, Any], reports: Mapping[str, Annotated]) -> Read | None:
    """The paragraph of a record of answers; None where its report is not at hand."""
    annotated = reports.get(record["stem"])
    if annotated is None:
        return None
    words = passage(annotated, record["paragraph"])
    return Read(record["stem"], words, frozenset(record["strict"]), frozenset(record["generous"]))


def passage(annotated: Annotated, paragraph: str) -> Passage:
    """A paragraph of a built report, with the articles that it names."""
    treaty, unit = load_treaty(treaty_of(annotated)), annotated.report.unit(paragraph)
    here = [mention for mention in annotated.mentions if mention.unit == paragraph]
    place = places_under_headings(annotated.report.units)[unit.id]
    return passage_of(annotated.report, unit, named_articles(unit, here, treaty) if treaty else (), place)


def treaty_of(annotated: Annotated) -> str:
    """The abbreviation of the treaty that a report is under, or nothing."""
    return annotated.report.treaty or ""


def heads(place: Path) -> Iterable[Path]:
    """The built reports in a folder."""
    return sorted(place.glob("*/report.json"))


def records(path: Path) -> Iterable[Mapping[str, Any]]:
    """The records of a file of answers."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
