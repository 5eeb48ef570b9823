"""How good the rules are in a State that they never saw: each gold report without the words met in it alone.

    python benchmarks/leave_one_out.py                      reads the reports at hand first, which takes minutes
    python benchmarks/leave_one_out.py --records FOLDER     keeps what was read there, and takes it from there again

For each gold report but CED/C/KAZ/1 every word of the lexicon is switched off that, of all reports at hand, only those
of its State hold: a word that no other text holds can have decided nowhere else. The report is recognised, resolved
and linked anew in a process of its own and scored against its gold. The figures are pooled: what is right is counted
over all reports. The interval is the 95 % of a bootstrap over reports, 10,000 draws.

It does not switch off the conditions in the code that one report's sentence asked for, nor a list that a word stands in
for the sake of this report while other reports hold the word in another sense. The ends of words ("-gesetz"), the
names of treaties, States and cities outside the lexicon stay as they are. So the figure is an upper bound of what a
State reaches whose report nobody has read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from at_hand import records_at_hand, reports_at_hand
from lexicon_words import all_words, holders
from score import LEFT_ASIDE, gold_at_hand, pooled

from treatygraph.corpus.records import read_records
from treatygraph.evaluation.scores import Agreement, Evaluation, evaluate

ROOT = Path(__file__).parent.parent
FIGURES = ("instrument", "agency", "provision", "date")
DRAWS, SEED = 10_000, 16

# Run once for each report: the words on standard input are unknown to this process.
CHILD = """
import json, sys
from pathlib import Path
from lexicon_words import switch_off
switch_off(frozenset(json.load(sys.stdin)))
from treatygraph import link, recognise, resolve
from treatygraph.corpus.records import read_records, write_records
report = read_records(Path(sys.argv[1])).report
write_records(link(resolve(recognise(report))), Path(sys.argv[2]))
"""


@dataclass(frozen=True, slots=True)
class Left:
    """One report: how many words were switched off for it, and its figures with them and without."""

    name: str
    words: int
    known: Evaluation
    unseen: Evaluation


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Score each gold report without the words met in its State alone.")
    parser.add_argument("--records", type=Path, help="folder where what is read of the reports is kept")
    with records_at_hand(parser.parse_args().records) as records:
        own = words_of_one_state(records)
        left = [
            leave_out(gold, records / name, own.get(state_of(records / name), frozenset()))
            for name, (gold, _) in gold_at_hand().items()
            if name != LEFT_ASIDE
        ]
    show(left)
    return 0


def state_of(folder: Path) -> str:
    """The State whose report stands in the folder; the folder's name where it is of none."""
    return read_records(folder).report.state or folder.name


def words_of_one_state(records: Path) -> dict[str, frozenset[str]]:
    """The words of the lexicon that only one State's reports hold, by State."""
    texts: dict[str, str] = defaultdict(str)
    for path in reports_at_hand():
        report = read_records(records / path.stem).report
        texts[report.state or path.stem] += "\n".join(unit.text for unit in report.units) + "\n"
    own: dict[str, set[str]] = defaultdict(set)
    for word, states in holders(frozenset().union(*all_words().values()), texts).items():
        if len(states) == 1:
            own[next(iter(states))].add(word)
    return {state: frozenset(words) for state, words in own.items()}


def leave_out(gold: Path, records: Path, words: frozenset[str]) -> Left:
    """Score a report as it was read, and once more without the words."""
    paths = (str(ROOT / "benchmarks"), str(ROOT / "pipeline"), os.environ.get("PYTHONPATH", ""))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-c", CHILD, str(records), output]
        subprocess.run(command, env=environment, input=json.dumps(sorted(words)), check=True, text=True)
        return Left(gold.name, len(words), evaluate(gold, records), evaluate(gold, Path(output)))


def interval(agreements: Sequence[Agreement]) -> tuple[float, float]:
    """The 95 % interval of the pooled F1 over draws of as many reports, with replacement."""
    draw = random.Random(SEED)
    drawn = sorted(pooled(draw.choices(agreements, k=len(agreements))) for _ in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975) - 1]


def agreements_of(evaluation: Evaluation) -> Mapping[str, Agreement]:
    """The figures that are shown, each with its counts."""
    return {
        **{f"{kind}, exact": evaluation.exact[kind] for kind in FIGURES},
        "instrument, overlapping": evaluation.relaxed["instrument"],
        "provision targets": evaluation.targets,
        "national links": evaluation.national_links,
        "relations": evaluation.relations,
    }


def show(left: Sequence[Left]) -> None:
    """The pooled figures, and those of each report."""
    print(f"| F1, {len(left)} reports | n gold | words of no other State switched off | 95 % | all words |")
    print("|---|---|---|---|---|")
    for figure in agreements_of(left[0].unseen):
        unseen = [agreements_of(each.unseen)[figure] for each in left]
        known = [agreements_of(each.known)[figure] for each in left]
        low, high = interval(unseen)
        wanted = sum(a.gold or 0 for a in unseen)
        print(f"| {figure} | {wanted:,} | **{pooled(unseen):.3f}** | {low:.3f}–{high:.3f} | {pooled(known):.3f} |")
    print("\n| report | words off | instrument, exact | bodies | provisions | with all words | | |")
    print("|---|---|---|---|---|---|---|---|")
    for each in left:
        without, with_all = (
            " | ".join(f"{side.exact[kind].f1:.3f}" for kind in FIGURES[:3]) for side in (each.unseen, each.known)
        )
        print(f"| {each.name} | {each.words} | {without} | {with_all} |")


if __name__ == "__main__":
    sys.exit(main())
