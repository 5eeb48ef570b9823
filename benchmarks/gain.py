"""What a change gained and lost: the reports at hand built at the commit before and now, the table of `make gain`.

Every mention, relation and citation that differs is printed with its sentence, then how many there are by type; then
the figures against the gold annotations at hand, before and now; then the speed of both, measured in turn in one run.
The commit before is HEAD where there are changes that are not committed, else its parent; `BASE=v0.1.0` names another.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from score import PLACES, gold_at_hand

from treatygraph.errors import TreatygraphError
from treatygraph.evaluation.comparison import compare
from treatygraph.evaluation.scores import Evaluation, evaluate
from treatygraph.terminal import show_comparison

ROOT = Path(__file__).parent.parent
BUNDLE = Path("pipeline/treatygraph/export/explorer/web/dist")
# Reports whose reading, recognition and resolution are timed, and how often on each side.
TIMED, RUNS = 6, 3

# Run on either side. Processor seconds of recognition and of resolution, and words, of the reports named; this
# process reads them, and what reading costs is what it and its children have used at its end besides.
STAGES = """
import json, sys, time
from treatygraph import read, recognise, resolve
spent, words = [0.0, 0.0], 0
reports = [read(path) for path in sys.argv[1:]]
recognise(reports[0])  # lists and patterns are made once a process
for report in reports:
    begin = time.process_time()
    recognised = recognise(report)
    found = time.process_time()
    resolve(recognised)
    spent = [s + t for s, t in zip(spent, (found - begin, time.process_time() - found))]
    words += sum(len(unit.text.split()) for unit in report.units)
print(json.dumps([*spent, words]))
"""
READING = "import sys; from treatygraph import read; [read(path) for path in sys.argv[1:]]"


def main() -> int:
    """Build, compare, score and time; fail where something cannot be built."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", default=os.environ.get("BASE") or _commit_before(), help="the commit before")
    parser.add_argument("--counts", action="store_true", help="no line for each difference, only how many there are")
    arguments = parser.parse_args()
    sources = sorted({path.name: path for _, reports in PLACES for path in sorted(reports.glob("*.pdf"))}.values())
    with tempfile.TemporaryDirectory() as place:
        before, base, now = Path(place) / "source", Path(place) / "before", Path(place) / "now"
        _git("worktree", "add", "--quiet", "--detach", str(before), arguments.base)
        try:
            shutil.copytree(ROOT / BUNDLE, before / BUNDLE, dirs_exist_ok=True)
            name = _git("log", "-1", "--format=%h %s", arguments.base)
            print(f"{len(sources)} reports, before: {name}", flush=True)
            for source, output in ((before, base), (ROOT, now)):
                _build(source, sources, output)
            _show_differences(base, now, counts_only=arguments.counts)
            _show_gold(base, now)
            _show_speed(before, sources)
        finally:
            _git("worktree", "remove", "--force", str(before))
    return 0


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def _commit_before() -> str:
    return "HEAD" if _git("status", "--porcelain", "--untracked-files=no") else "HEAD~1"


def _environment(source: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(source / "pipeline")}


def _build(source: Path, reports: Iterable[Path], output: Path) -> None:
    jobs = str(os.cpu_count() or 1)
    command = [sys.executable, "-m", "treatygraph.cli", "build", *map(str, reports), "--output", str(output)]
    run = subprocess.run([*command, "--jobs", jobs, "--quiet"], env=_environment(source), cwd=output.parent)
    if run.returncode not in (0, 3) or not output.is_dir():
        sys.exit(f"The reports could not be built by {source}; see above.")


def _show_differences(before: Path, now: Path, *, counts_only: bool) -> None:
    comparison = compare(before, now)
    if not counts_only:
        show_comparison(comparison)
    counts = Counter((d.type, d.change) for d in comparison.differences)
    print("\n| | gained | lost | changed | moved |\n|---|---|---|---|---|")
    for kind in dict.fromkeys(kind for kind, _ in counts):
        print(f"| {kind} | {' | '.join(str(counts[kind, c]) for c in ('gained', 'lost', 'changed', 'moved'))} |")
    print(f"| texts | | | {len(comparison.texts_changed)} | |")
    for kind, file, key in (("relations", "relations.jsonl", _relation), ("citations", "citations.jsonl", _citation)):
        _show_rows(kind, _rows(before, file, key), _rows(now, file, key), counts_only=counts_only)


def _relation(row: Mapping[str, object]) -> str:
    return f"{row['paragraph']}\t{row['subject']} {row['predicate']} {row['object']} {row['date'] or ''}"


def _citation(row: Mapping[str, object]) -> str:
    said = " ".join(str(row[name]) for name in ("stance", "speaker", "firmness") if row.get(name))
    return f"{row['paragraph']}\t{row['articles']} {row['entity']} {row.get('path', '')} {row['strength']} {said}"


def _rows(folder: Path, file: str, key: Callable[[Mapping[str, object]], str]) -> Counter[str] | None:
    files = sorted(folder.glob(f"*/{file}"))
    lines = ((path.parent.name, json.loads(line)) for path in files for line in path.read_text("utf-8").splitlines())
    return Counter(f"{name}\t{key(row)}" for name, row in lines) if files else None


def _show_rows(kind: str, before: Counter[str] | None, now: Counter[str] | None, *, counts_only: bool) -> None:
    if before is None or now is None:
        print(f"| {kind} | not written on both sides | | | |")
        return
    gained, lost = now - before, before - now
    print(f"| {kind} | {gained.total()} | {lost.total()} | | |")
    if not counts_only:
        for change, rows in (("gained", gained), ("lost", lost)):
            for row in sorted(rows):
                print(f"{change}\t{kind}\t{row}")


def _show_gold(before: Path, now: Path) -> None:
    """The figures of all gold reports, before → now, pooled: the mean over reports, weighted by paragraphs."""
    sides: list[dict[str, Evaluation]] = []
    for output in (before, now):
        scored: dict[str, Evaluation] = {}
        for name, (gold, _) in gold_at_hand().items():
            try:
                scored[name] = evaluate(gold, output / name)
            except TreatygraphError as error:
                print(f"{name}: {error}", file=sys.stderr)
        sides.append(scored)
    print(f"\n| {len(sides[1])} gold reports | before | now |\n|---|---|---|")
    for figure in next(iter(sides[1].values())).figures() if sides[1] else ():
        old, new = (_mean(side, figure) for side in sides)
        print(f"| {figure} | {old:.4f} | {new:.4f} |{'' if abs(old - new) < 0.00005 else ' *'}")


def _mean(scored: Mapping[str, Evaluation], figure: str) -> float:
    weights = {name: evaluation.gold_units for name, evaluation in scored.items()}
    total = sum(weights.values()) or 1
    return sum(scored[name].figures()[figure] * weight for name, weight in weights.items()) / total


def _show_speed(before: Path, sources: list[Path]) -> None:
    """Processor time of the stages on some reports, the best of several runs of each side, one after the other."""
    chosen = [str(path) for path in sources[:: max(1, len(sources) // TIMED)]]
    best: dict[str, list[float]] = {}
    for _ in range(RUNS):
        for side, source in (("before", before), ("now", ROOT)):
            reading = _children_seconds()
            _run(source, READING, *chosen)
            reading = _children_seconds() - reading
            *spent, words = json.loads(_run(source, STAGES, *chosen))
            spent = [reading, *spent]
            best[side] = [min(pair) for pair in zip(best.get(side, spent), spent, strict=True)]
    print(f"\n| processor seconds, {len(chosen)} reports, {words:,} words | before | now | ratio |\n|---|---|---|---|")
    for place, stage in enumerate(("reading, with the start of its processes", "recognition", "resolution")):
        old, new = best["before"][place], best["now"][place]
        print(f"| {stage} | {old:.2f} | {new:.2f} | {new / old:.2f} |")


def _run(source: Path, program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=_environment(source), check=True, stdout=subprocess.PIPE, text=True).stdout


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
