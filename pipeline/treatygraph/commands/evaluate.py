"""Commands that score builds, compare them, and tell how a sentence is read."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from treatygraph.commands.arguments import OUTPUT, PATH, lexicon_option


@click.command()
@click.argument("gold", metavar="GOLD|REVIEW", type=PATH)
@click.argument("output", metavar="[OUTPUT]", type=PATH, default=OUTPUT)
@click.option("--misses", is_flag=True, help="List the mentions that differ, with both sides' words.")
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
def evaluate(gold: Path, output: Path, misses: bool, as_json: bool) -> None:
    """Score built reports against hand-annotated ones, or against what a person judged of them.

    GOLD and OUTPUT are the folders of one report, or folders of such folders with the same names. REVIEW is a file
    review.csv; OUTPUT is then a folder that was built without it.

    \b
      treatygraph evaluate tests/gold/CED-C-KAZ-1 output/CED-C-KAZ-1 --misses
      treatygraph evaluate tests/gold output
      treatygraph evaluate output/review.csv built-without-it
    """
    from treatygraph.evaluation.scores import evaluate_all
    from treatygraph.terminal import show_evaluations

    if gold.is_file():
        return _evaluate_judged(gold, output, as_json)
    evaluations = evaluate_all(gold, output)
    single = (gold / "paragraphs.jsonl").is_file()
    if as_json:
        records = {name: evaluation.as_record() for name, evaluation in evaluations.items()}
        click.echo(json.dumps(next(iter(records.values())) if single else records, indent=1))
    else:
        show_evaluations(evaluations)
    if misses:
        for name, evaluation in evaluations.items():
            for miss in evaluation.misses:
                click.echo(
                    f"{name}\t{miss.paragraph}\t{miss.type}\t{miss.kind}\t{miss.gold or ''}\t{miss.system or ''}"
                )
    return None


def _evaluate_judged(review: Path, output: Path, as_json: bool) -> None:
    from dataclasses import asdict

    from treatygraph.corpus.review import by_report, parse_review
    from treatygraph.csv_rows import read_text
    from treatygraph.evaluation.judged import score_judged
    from treatygraph.terminal import show_judged

    scores = score_judged(by_report(parse_review(read_text(review), review)), output)
    if as_json:
        records = {k: {**asdict(s), "p": s.precision, "r": s.recall} for k, s in scores.items()}
        return click.echo(json.dumps(records, indent=1))
    return show_judged(scores)


@click.command(name="diff")
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
def compare(old: Path, new: Path) -> None:
    """Tell what a change of the program or its lexicon gained and lost, mention by mention.

    OLD and NEW are the folders of two builds of the same reports, before the change and after it.

    \b
      treatygraph diff output-before output-after
    """
    from treatygraph.evaluation.comparison import compare as compare_builds
    from treatygraph.terminal import show_comparison

    show_comparison(compare_builds(old, new))


@click.command()
@click.argument("text", metavar="TEXT")
@click.option("--state", metavar="CODE", help="The State that reports (ISO alpha-3), for “the Constitution”.")
@click.option("--treaty", default="CRPD", show_default=True, help="The treaty that it is about, for “the Convention”.")
@lexicon_option
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def words(text: str, state: str | None, treaty: str, as_json: bool) -> None:
    """Tell what is read of TEXT, by which rule, and what stood in the way of what is not.

    TEXT is a sentence or a paragraph; "-" reads it from standard input.

    \b
      treatygraph words "Under section 5 of the Harbours Act 2001, a decree was issued."
      treatygraph words "Firman No. 12 of 3 March 2004 applies." --lexicon my-words
    """
    from dataclasses import asdict

    from treatygraph.evaluation.words import explain
    from treatygraph.terminal import show_words

    explanation = explain(sys.stdin.read() if text == "-" else text, state, treaty)
    if as_json:
        click.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=1))
    else:
        show_words(explanation)
