"""Which rule decides how often, in how many reports, and how often it is right: the tables of `make rules`.

    python benchmarks/rules.py                      reads the reports at hand first, which takes minutes
    python benchmarks/rules.py --records FOLDER     keeps what was read there, and takes it from there again
    python benchmarks/rules.py --write              writes the counts to rates.toml, which mentions' confidence is from
    python benchmarks/rules.py --words              names the words of the lexicon that fewer than two reports hold

A rule counts as right where gold agrees (`treatygraph.evaluation.by_rule`); a stance, where it has a label that was
given by hand. "F1 without" is the exact F1 of the type in gold if nothing of this rule's were found; it was
`F1` before. What another rule would then find in its place is not counted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from at_hand import records_at_hand, reports_at_hand
from lexicon_words import all_words, holders
from score import gold_at_hand
from stance import SETS, judge_set

from treatygraph.corpus.records import mention_records, read_records, relation_record
from treatygraph.evaluation.by_rule import Decision, decisions, judge
from treatygraph.evaluation.scores import evaluate
from treatygraph.report import MENTION_TYPES

ROOT = Path(__file__).parent.parent
RATES = ROOT / "pipeline" / "treatygraph" / "rates.toml"
STANCE = "stance"
# Gold of fewer reports is no ground for numbers that are shipped.
_ENOUGH = 20


@dataclass
class Row:
    """One rule: how often it decides in each report, and in gold how often it was right, and wrong."""

    reports: Counter[str] = field(default_factory=Counter)
    judged: Counter[bool] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Found:
    """What gold wants of a type, what was found, and what of it is right."""

    gold: int
    system: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.system) if self.gold + self.system else 0.0

    def without(self, judged: Counter[bool]) -> float:
        """F1 if these had not been found."""
        return Found(self.gold, self.system - judged.total(), self.right - judged[True]).f1


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Count the decisions of each rule over the reports at hand.")
    parser.add_argument("--records", type=Path, help="folder where what is read of the reports is kept")
    parser.add_argument("--write", action="store_true", help=f"write {RATES.name}")
    parser.add_argument("--words", action="store_true", help="name the words that fewer than two reports hold")
    arguments = parser.parse_args()
    if arguments.write and len(gold_at_hand()) < _ENOUGH:
        print(f"Error: {RATES.name} is made from the gold of more than {_ENOUGH} reports; put it in ../shared.")
        return 1
    with records_at_hand(arguments.records) as records:
        rows, found = count(records), wanted(records)
        show(rows, found)
        show_words(records, by_name=arguments.words)
    if arguments.write:
        RATES.write_text(rates(rows), encoding="utf-8")
    return 0


def count(records: Path) -> dict[tuple[str, str], Row]:
    """The rules by what they decide about and name."""
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    for path in reports_at_hand():
        annotated = read_records(records / path.stem)
        relations = map(relation_record, annotated.relations)
        for decision in decisions(mention_records(annotated), relations):
            rows[decision.sort, decision.rule].reports[path.stem] += 1
        for citation in annotated.citations or ():
            rows[STANCE, citation.stance_rule].reports[path.stem] += 1
    for name, (gold, _) in gold_at_hand().items():
        _add(rows, judge(gold, records / name))
    if SETS.is_dir():
        for item in judge_set("stance", records):
            if item.found is not None:
                rows[STANCE, item.found.rule].judged[item.right] += 1
    return rows


def _add(rows: Mapping[tuple[str, str], Row], judged: Iterable[Decision]) -> None:
    for decision in judged:
        rows[decision.sort, decision.rule].judged[bool(decision.right)] += 1


def wanted(records: Path) -> dict[str, Found]:
    """What gold wants of each type of mention, over all gold reports."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, (gold, _) in gold_at_hand().items():
        for kind, agreement in evaluate(gold, records / name).exact.items():
            right = round(agreement.recall * (agreement.gold or 0))
            counts[kind].update(gold=agreement.gold, system=agreement.system, right=right)
    return {kind: Found(each["gold"], each["system"], each["right"]) for kind, each in counts.items()}


def show(rows: Mapping[tuple[str, str], Row], found: Mapping[str, Found]) -> None:
    """A line for each rule."""
    print(f"{len(reports_at_hand())} reports, {len(gold_at_hand())} with gold, {len(rows)} rules\n")
    print("| decides about | rule | decisions | reports | right in gold | F1 without |\n|---|---|---|---|---|---|")
    for sort in dict.fromkeys((*MENTION_TYPES, *sorted(sort for sort, _ in rows))):
        if sort in found:
            print(f"| {sort} | all | | | {found[sort].right} of {found[sort].system} | {found[sort].f1:.4f} |")
        for (about, rule), row in sorted(rows.items(), key=lambda item: -item[1].reports.total()):
            if about != sort:
                continue
            judged = row.judged
            right = f"{judged[True]} of {judged.total()}" if judged else "not met"
            without = f"{found[sort].without(judged):.4f}" if sort in found else ""
            print(f"| {sort} | {rule} | {row.reports.total():,} | {len(row.reports)} | {right} | {without} |")


def show_words(records: Path, *, by_name: bool) -> None:
    """How many words of each file of the lexicon no report holds, or one alone."""
    reports = {path.stem: read_records(records / path.stem).report for path in reports_at_hand()}
    texts = {name: "\n".join(unit.text for unit in report.units) for name, report in reports.items()}
    print("\n| words | in all | in no report | in one report |\n|---|---|---|---|")
    rare: list[tuple[str, str, list[str]]] = []
    for (room, name), words in all_words().items():
        held = holders(words, texts)
        none, one = (sorted(word for word, names in held.items() if len(names) == few) for few in (0, 1))
        print(f"| {room}/{name} | {len(words):,} | {len(none)} | {len(one)} |")
        rare += [(f"{room}/{name}", "no report", none), (f"{room}/{name}", "one report", one)]
    if by_name:
        for file, where, listed in rare:
            print(f"\n{file}, in {where}: {', '.join(listed)}")


def rates(rows: Mapping[tuple[str, str], Row]) -> str:
    """The file of counts: of mentions and of what they denote, and of relations; stances have no confidence."""
    lines = [
        "# How often each rule was right in the gold annotations, and how often it decided there.",
        f"# Written by `make rules WRITE=1` over {len(gold_at_hand())} annotated reports; not to be edited.",
    ]
    for sort in sorted({sort for sort, _ in rows} - {STANCE}):
        lines += ["", f'["{sort}"]']
        for (about, rule), row in sorted(rows.items()):
            if about == sort:
                lines.append(f'"{rule}" = [{row.judged[True]}, {row.judged.total()}]')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
