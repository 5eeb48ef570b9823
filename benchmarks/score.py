"""Build every report that has gold annotations and score it: the table of `make score`.

Gold stands in `tests/gold`, its reports in `reports`. A developer's checkout has more of both in `../shared`. Where a
person's judgements (`review.csv`) lie beside the gold, the reports are scored against them too.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from treatygraph.building.build import Built, build_reports
from treatygraph.corpus.review import REVIEW_FILE, by_report, read_review
from treatygraph.evaluation.judged import score_judged
from treatygraph.evaluation.scores import Agreement, Evaluation, evaluate
from treatygraph.terminal import show_evaluations, show_judged

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
# Folders of annotations, and of the reports that they annotate.
PLACES = (
    (ROOT / "tests" / "gold", ROOT / "reports"),
    (SHARED / "gold", SHARED / "reports"),
    (SHARED / "second" / "gold", SHARED / "second" / "reports"),
)
# Columns of one table: more do not fit a page.
_COLUMNS = 8
# The report that the first rules were written with; it stands beside the others, not among them.
LEFT_ASIDE = "CED-C-KAZ-1"


def gold_at_hand() -> dict[str, tuple[Path, Path]]:
    """The folders of annotations and the reports that they annotate, by name."""
    gold: dict[str, tuple[Path, Path]] = {}
    for annotated, reports in PLACES:
        for folder in sorted(path.parent for path in annotated.glob("*/paragraphs.jsonl")):
            gold.setdefault(folder.name, (folder, reports / f"{folder.name}.pdf"))
    return gold


def pooled(agreements: Sequence[Agreement]) -> float:
    """F1 of what is right, wanted and found in all of them together."""
    right = sum(round(a.recall * (a.gold or 0)) for a in agreements)
    total = sum((a.gold or 0) + (a.system or 0) for a in agreements)
    return 2 * right / total if total else 0.0


def agreements_of(evaluation: Evaluation) -> Mapping[str, Agreement]:
    """The figures that can be pooled, each with its counts."""
    return {
        **{f"{kind}, exact F1": agreement for kind, agreement in evaluation.exact.items()},
        **{f"{kind}, relaxed F1": agreement for kind, agreement in evaluation.relaxed.items()},
        "provision targets F1": evaluation.targets,
        "article links F1": evaluation.links,
        "national links F1": evaluation.national_links,
        "relations F1": evaluation.relations,
    }


def show_pooled(evaluations: Sequence[Evaluation]) -> None:
    """The figures over all reports together, with what gold has of each."""
    print(f"Pooled over {len(evaluations)} reports, without {LEFT_ASIDE}:")
    for figure in agreements_of(evaluations[0]):
        agreements = [agreements_of(evaluation)[figure] for evaluation in evaluations]
        print(f"  {figure:<26}{pooled(agreements):.3f} of {sum(a.gold or 0 for a in agreements):,}")
    referring = sum(evaluation.back_references for evaluation in evaluations)
    right = sum(round(evaluation.resolved * evaluation.back_references) for evaluation in evaluations)
    print(f"  {'back-references':<26}{right / max(1, referring):.3f} of {referring:,}")


def main() -> int:
    """Print the figures; fail if a report cannot be built."""
    gold = gold_at_hand()
    with tempfile.TemporaryDirectory() as output:
        sources = [report for _, report in gold.values()]
        outcomes = build_reports(sources, Path(output), jobs=os.cpu_count() or 1)
        evaluations = {}
        for name, outcome in zip(gold, outcomes, strict=True):
            if isinstance(outcome, Built):
                evaluations[name] = evaluate(gold[name][0], outcome.folder)
            else:
                print(f"Error: {outcome.reason}", file=sys.stderr)
        names = list(evaluations)
        for first in range(0, len(names), _COLUMNS):
            show_evaluations({name: evaluations[name] for name in names[first : first + _COLUMNS]})
        if others := [evaluation for name, evaluation in evaluations.items() if name != LEFT_ASIDE]:
            show_pooled(others)
        for annotated, _ in PLACES:
            if (annotated / REVIEW_FILE).is_file():
                show_judged(score_judged(by_report(read_review(annotated)), Path(output)))
    return 0 if len(evaluations) == len(gold) else 1


if __name__ == "__main__":
    sys.exit(main())
