"""Build every report that has gold annotations and score it: the table of `make score`.

Gold stands in `tests/gold`, its reports in `reports`. A developer's checkout has more of both in `../shared`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from treatygraph.building.build import Built, build_reports
from treatygraph.evaluation.scores import evaluate
from treatygraph.terminal import show_evaluations

ROOT = Path(__file__).parent.parent
PLACES = (
    (ROOT / "tests" / "gold", ROOT / "reports"),
    (ROOT.parent / "shared" / "gold", ROOT.parent / "shared" / "reports"),
)


def main() -> int:
    """Print the figures; fail if a report cannot be built."""
    gold: dict[str, tuple[Path, Path]] = {}
    for annotated, reports in PLACES:
        for folder in sorted(path.parent for path in annotated.glob("*/paragraphs.jsonl")):
            gold.setdefault(folder.name, (folder, reports / f"{folder.name}.pdf"))
    with tempfile.TemporaryDirectory() as output:
        sources = [report for _, report in gold.values()]
        outcomes = build_reports(sources, Path(output), jobs=os.cpu_count() or 1)
        evaluations = {}
        for name, outcome in zip(gold, outcomes, strict=True):
            if isinstance(outcome, Built):
                evaluations[name] = evaluate(gold[name][0], outcome.folder)
            else:
                print(f"Error: {outcome.reason}", file=sys.stderr)
        if evaluations:
            show_evaluations(evaluations)
    return 0 if len(evaluations) == len(gold) else 1


if __name__ == "__main__":
    sys.exit(main())
