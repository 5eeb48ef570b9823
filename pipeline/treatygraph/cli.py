"""The command line: results on standard output, progress and problems on standard error.

Nothing heavy is imported until a command runs, so that help and completion answer at once.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from treatygraph import __version__
from treatygraph.errors import TreatygraphError

if TYPE_CHECKING:
    from rich.console import Console

    from treatygraph.corpus.build import Built, Outcome
    from treatygraph.corpus.summary import Summary
    from treatygraph.evaluation import Evaluation

SOME_FAILED = 3
_PATH = click.Path(path_type=Path)
_MOST_ARTICLES = 10

_EXIT_CODES = """\b
Exit codes:
  0  all is well
  1  failure: the message says what to do
  2  the command was not understood
  3  some reports were built, others failed
  4  the graph does not conform to the shapes
"""


class _Commands(click.Group):
    """Turns the errors that a user can act on into one sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TreatygraphError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(
    cls=_Commands,
    epilog=_EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="treatygraph")
def main() -> None:
    """Link the articles of a UN human rights treaty to the national laws that a State party cites under them.

    \b
      treatygraph build reports/CED-C-KAZ-1.pdf --output output
      treatygraph query laws-of-article output --article 17
      treatygraph validate output
    """


# Building.


@main.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…", type=_PATH)
@click.option("--output", "-o", required=True, type=_PATH, help="Folder that gets one folder a report.")
@click.option("--symbol", help="UN symbol of the report, where none is printed or another is wanted.")
@click.option("--reader", type=click.Choice(["pdfium", "pdfplumber"]), default="pdfium", show_default=True)
@click.option("--password", help="Password of an encrypted PDF.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at work at once. [default: one a processor]")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def build(
    reports: Sequence[Path],
    output: Path,
    symbol: str | None,
    reader: str,
    password: str | None,
    jobs: int | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read reports (PDF or plain text) and write their graphs.

    Each report gets a folder named by its symbol, replaced as a whole when it is built again. The same
    report gives the same bytes, whatever --jobs.

    \b
      treatygraph build CED-C-KAZ-1.pdf --output output
      treatygraph build reports/*.pdf --output output --jobs 4
      treatygraph build scan.txt --output output --symbol CED/C/KAZ/1
    """
    from treatygraph.corpus.build import Failed, Settings, build_reports

    sources = list(dict.fromkeys(reports))
    if symbol and len(sources) > 1:
        raise click.UsageError("--symbol names one report; give it with one REPORT.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with _Progress(len(sources), quiet) as progress:
        outcomes = build_reports(
            sources, output, Settings(symbol, reader, password), jobs or os.cpu_count() or 1, progress.tell
        )
    built = [outcome for outcome in outcomes if not isinstance(outcome, Failed)]
    if as_json:
        click.echo(json.dumps([_outcome_record(outcome) for outcome in outcomes], ensure_ascii=False, indent=1))
    elif not quiet and len(built) == 1:
        _show_report(built[0])
    elif not quiet and built:
        _show_reports(built)
    if len(built) < len(outcomes):
        sys.exit(SOME_FAILED if built else 1)


class _Progress:
    """Tells what becomes of each report: errors always, a bar on a terminal, else a line a report."""

    def __init__(self, total: int, quiet: bool) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        console = _console(stderr=True)
        self._lines = not quiet and total > 1 and not console.is_terminal
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task("Building", total=total)

    def __enter__(self) -> _Progress:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def tell(self, outcome: Outcome) -> None:
        from treatygraph.corpus.build import Failed

        self._bar.advance(self._task)
        if isinstance(outcome, Failed):
            self._bar.console.print(f"Error: {outcome.reason}", style="red", markup=False, soft_wrap=True)
            if outcome.trace:
                self._bar.console.print(outcome.trace, style="dim", markup=False, soft_wrap=True)
        elif self._lines:
            click.echo(f"{outcome.source} → {outcome.folder}", err=True)


def _outcome_record(outcome: Outcome) -> dict[str, Any]:
    from dataclasses import asdict

    from treatygraph.corpus.build import Failed

    if isinstance(outcome, Failed):
        return {"source": str(outcome.source), "error": outcome.reason}
    return {"source": str(outcome.source), "folder": str(outcome.folder), **asdict(outcome.summary)}


def _show_report(built: Built) -> None:
    console, summary = _console(), built.summary
    console.print(f"[bold]{summary.symbol}[/bold]  {_about(summary)}", highlight=False)
    size = [_count(summary.paragraphs, "paragraph"), _count(summary.tables, "table")]
    if summary.pages:
        size.insert(0, _count(summary.pages, "page"))
    console.print(", ".join(size), highlight=False)
    console.print()
    console.print(_mention_table(summary))
    if summary.articles:
        console.print("\n[bold]National laws in force, by the article under which they are cited[/bold]")
        console.print(_article_chart(summary))
    for note in summary.notes:
        console.print(f"Note: {note}", style="yellow", markup=False, soft_wrap=True)
    names = "  ".join(sorted(path.name for path in built.folder.iterdir()))
    console.print(f"\n[bold]{built.folder}[/bold]\n{names}", highlight=False, soft_wrap=True)


def _about(summary: Summary) -> str:
    return ", ".join(part for part in (summary.state, summary.treaty_title) if part)


def _mention_table(summary: Summary) -> Any:
    table = _table("", "mentions", "of")
    others = summary.instruments - summary.national
    for kind, distinct in {
        "instrument": f"{summary.instruments} instruments, {summary.national} national, {others} international",
        "provision": "",
        "date": "",
        "agency": _count(summary.agencies, "public body", "public bodies"),
    }.items():
        plural = "agencies" if kind == "agency" else f"{kind}s"
        table.add_row(plural, str(summary.mentions[kind]), distinct)  # type: ignore[index]
    table.add_row("relations", str(summary.relations), "")
    return table


def _article_chart(summary: Summary) -> Any:
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    most = summary.articles[0].laws
    for article in summary.articles[:_MOST_ARTICLES]:
        bar = "█" * max(1, round(24 * article.laws / most))
        table.add_row(f"art. {article.number}", f"[cyan]{bar}[/cyan] {article.laws}", article.topic)
    left = len(summary.articles) - _MOST_ARTICLES
    if left > 0:
        table.add_row("", f"and {_count(left, 'article')} more", "")
    return table


def _show_reports(built: Iterable[Built]) -> None:
    table = _table("report", "paragraphs", "instruments", "national", "provisions", "agencies", "articles", "notes")
    for report in built:
        summary = report.summary
        counts = (
            summary.paragraphs,
            summary.instruments,
            summary.national,
            summary.mentions["provision"],
            summary.agencies,
            len(summary.articles),
            len(summary.notes),
        )
        table.add_row(summary.symbol, *map(str, counts))
    _console().print(table)


# Evaluating.


@main.command()
@click.argument("gold", type=_PATH)
@click.argument("output", type=_PATH)
@click.option("--misses", is_flag=True, help="List the mentions that differ, with both sides' words.")
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
def evaluate(gold: Path, output: Path, misses: bool, as_json: bool) -> None:
    """Score built reports against hand-annotated ones.

    GOLD and OUTPUT are the folders of one report, or folders of such folders with the same names.

    \b
      treatygraph evaluate tests/gold/CED-C-KAZ-1 output/CED-C-KAZ-1 --misses
      treatygraph evaluate tests/gold output
    """
    from treatygraph.evaluation import evaluate_all

    evaluations = evaluate_all(gold, output)
    single = (gold / "paragraphs.jsonl").is_file()
    if as_json:
        records = {name: evaluation.as_record() for name, evaluation in evaluations.items()}
        click.echo(json.dumps(next(iter(records.values())) if single else records, indent=1))
    else:
        _show_evaluations(evaluations)
    if misses:
        for name, evaluation in evaluations.items():
            for miss in evaluation.misses:
                click.echo(
                    f"{name}\t{miss.paragraph}\t{miss.type}\t{miss.kind}\t{miss.gold or ''}\t{miss.system or ''}"
                )


def _show_evaluations(evaluations: dict[str, Evaluation]) -> None:
    """One column a report, one line a figure, so that a hundred figures stay readable."""
    table = _table("", *evaluations)
    rows = [_figures(evaluation) for evaluation in evaluations.values()]
    for name in rows[0]:
        table.add_row(name, *(f"{figures[name]:.3f}" for figures in rows))
    _console().print(table)


def _figures(evaluation: Evaluation) -> dict[str, float]:
    exact, relaxed = evaluation.exact, evaluation.relaxed
    return {
        "text equal": evaluation.text_equal,
        "articles equal": evaluation.articles_equal,
        **{f"{kind}, exact F1": agreement.f1 for kind, agreement in exact.items()},
        **{f"{kind}, relaxed F1": agreement.f1 for kind, agreement in relaxed.items()},
        "date values F1": evaluation.date_values.f1,
        "provision targets F1": evaluation.targets.f1,
        **{f"{kind} B³ F1": agreement.f1 for kind, agreement in evaluation.b_cubed.items()},
        "back-references": evaluation.resolved,
        "article links F1": evaluation.links.f1,
        "national links F1": evaluation.national_links.f1,
        "provision links F1": evaluation.provision_links.f1,
        "relations F1": evaluation.relations.f1,
        **{f"{name} of instruments": share for name, share in evaluation.attributes.items()},
    }


# Printing.


def _console(stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


def _table(first: str, *others: str) -> Any:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right" if name != "of" else "left")
    return table


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


if __name__ == "__main__":
    main()
