"""What the command line shows: tables and charts on a terminal, the same without colour where output goes to a file."""

from __future__ import annotations

import math
import os
import sys
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from treatygraph.graph.vocabulary import shorten
from treatygraph.ontology import state_names
from treatygraph.query.answers import Answer, Iri, Value

if TYPE_CHECKING:
    from treatygraph.building.outcomes import Built, Outcome
    from treatygraph.corpus.summary import ArticleCount, Summary
    from treatygraph.corpus.unread import Wanted
    from treatygraph.evaluation.comparison import Comparison
    from treatygraph.evaluation.judged import JudgedScore
    from treatygraph.evaluation.scores import Evaluation
    from treatygraph.evaluation.words import Explanation
    from treatygraph.query import Parameter, Question, ValidationResult
    from treatygraph.report import Judged
    from treatygraph.search import Found

_MOST_ARTICLES = 10
_MOST_OF_A_RULE = 10
# So many words that no rule reads fill a screen.
_MOST_WANTED = 20
_MOST_ROWS = 10_000  # of a table, whose every cell is measured before the first is shown
_BAR = 24
_WORD = 12  # letters of a word that a narrow column should hold
_WIDTH_OF_FILES = 160


def make_console(stderr: bool = False) -> Console:
    """Open the terminal; a file gets wide lines, so that tables are not broken for a screen that is not there."""
    console = Console(stderr=stderr, highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDTH_OF_FILES
    return console


def counted(number: int, one: str, many: str | None = None) -> str:
    """Put a number before its noun: "1 page", "2,159 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def show_report(built: Built) -> None:
    """Show what a build found in one report, and where it put it."""
    from treatygraph.reading.un.kinds import kind_named  # no question needs it

    console, summary = make_console(), built.summary
    state = state_names().get(summary.state, summary.state) if summary.state else None
    kind = kind_named(summary.kind) if summary.kind else None
    about = ", ".join(part for part in (state, kind and not kind.report and kind.label, summary.treaty_title) if part)
    console.print(f"[bold]{escape(summary.symbol)}[/bold]  {escape(about)}")
    size = [counted(summary.pages, "page")] if summary.pages else []
    size += [counted(summary.paragraphs, "paragraph"), counted(summary.tables, "table")]
    left_out = f"; {counted(summary.left_out, 'running line')} left out" if summary.left_out else ""
    console.print(", ".join(size) + left_out)
    console.print(_tabulate_mentions(summary))
    if summary.articles:
        console.print("[bold]National laws that the State says carry an article out, of those cited under it[/bold]")
        console.print(_chart_articles(summary.articles))
        console.print()
    for note in (*summary.notes, *_tell_pointers(built)):
        console.print(f"Note: {note}", style="yellow", markup=False, soft_wrap=True)
    names = "  ".join(sorted(path.name for path in built.folder.iterdir() if not path.name.startswith(".")))
    if built.status == "kept":
        console.print("Nothing changed since it was built; --force builds it again.")
    console.print(f"{escape(str(built.folder))}:\n  {names}", soft_wrap=True)


def show_reports(outcomes: Iterable[Outcome]) -> None:
    """Show what a build made of many reports, a line each, and under the table what is to be known of each reading."""
    from treatygraph.building.outcomes import Failed

    # Words short enough for a terminal of 80 columns: "par." are paragraphs, "arts." articles with national law.
    columns = ("pages", "par.", "laws", "national", "prov.", "bodies", "arts.", "notes")
    table = _table("report", *columns, right=columns)
    table.padding = (0, 0, 0, 1)
    for column in table.columns:
        column.no_wrap = True
    notes: list[str] = []
    statuses: Counter[str] = Counter()
    for outcome in outcomes:
        statuses["failed" if isinstance(outcome, Failed) else outcome.status] += 1
        if isinstance(outcome, Failed):
            table.add_row(escape(outcome.source.name), "failed", style="red")
            continue
        summary = outcome.summary
        counts = (
            summary.pages or "",
            summary.paragraphs,
            summary.instruments,
            summary.national,
            summary.mentions["provision"],
            summary.agencies,
            sum(len(row.numbers) for row in summary.articles),
            len(summary.notes),
        )
        table.add_row(escape(summary.symbol), *map(str, counts))
        notes.extend(f"{summary.symbol}: {note}" for note in (*summary.notes, *_tell_pointers(outcome)))
    console = make_console()
    console.print(table)
    for note in notes:
        console.print(note, style="yellow", markup=False, soft_wrap=True)
    console.print(", ".join(f"{statuses[status]:,} {status}" for status in ("new", "changed", "kept", "failed")) + ".")


def _tell_pointers(built: Built) -> Iterator[str]:
    """Tell of each document that is pointed at and is not in the folder."""
    from treatygraph.building.folder import folder_name

    for symbol, count in built.summary.points_at:
        if not (built.folder.parent / folder_name(symbol)).is_dir():
            pointing = counted(count, "paragraph points", "paragraphs point")
            yield f"{pointing} at {symbol}, which is not in {built.folder.parent}; the pointers are kept."


def show_queries(questions: Iterable[Question]) -> None:
    """Show the named queries with what they answer and what they can be asked for."""
    table = _table("name", "question", "parameters")
    for question in questions:
        parameters = "\n".join(_explain(parameter) for parameter in question.parameters)
        table.add_row(question.name, escape(question.question), escape(parameters))
    make_console().print(table)


def _explain(parameter: Parameter) -> str:
    return f"{parameter.option}  {'for example' if parameter.required else 'by default'}: {parameter.meaning}"


def show_answer(answer: Answer, *, iris: bool = False) -> None:
    """Show the rows of an answer, with prefixes in the place of long IRIs; triples in Turtle.

    A column of IRIs that the next one names is shown where `iris` are asked for. Where a terminal is too narrow for
    the columns, each row is a block of lines.
    """
    if answer.question:
        click.echo(answer.question, err=True)
    if answer.triples:
        _show_triples(answer)
        return
    places = [place for place in range(len(answer.columns)) if iris or not _is_named(answer, place)]
    columns = [answer.columns[place] for place in places]
    rows = [[_show_value(row[place]) for place in places] for row in answer.rows[:_MOST_ROWS]]
    console = make_console()
    if sum(map(_least_width, columns, zip(*rows, strict=True))) > console.width:
        _show_blocks(console, columns, rows)
    elif rows:
        numbers = {
            answer.columns[place]
            for place in places
            if all(isinstance(row[place], int) and not isinstance(row[place], bool) for row in answer.rows)
        }
        table = _table(*columns, right=numbers)
        for row in rows:
            table.add_row(*map(escape, row))
        console.print(table)
    shown = f"; the first {_MOST_ROWS:,} are shown, --format csv has them all" if len(answer.rows) > _MOST_ROWS else ""
    click.echo(counted(len(answer.rows), "row") + shown, err=True)


def show_found(found: Found) -> None:
    """Show what a search found: the place of each paragraph, and the words around what was asked for, in bold."""
    from treatygraph.search import BEGIN, END

    for word, words in found.instead:
        told = f"looked for {', '.join(words)} in its place" if words else "nothing is like it"
        click.echo(f"No report has “{word}”: {told}.", err=True)
    console = make_console()
    for hit in found.hits:
        number = f"para. {hit.unit}" if hit.unit[:1].isdigit() else hit.unit
        place = ", ".join(filter(None, (hit.symbol, number, f"p. {hit.page}" if hit.page else "")))
        console.print(f"[bold]{escape(place)}[/]  {escape(hit.section)}")
        around = escape(" ".join(hit.words.split())).replace(BEGIN, "[bold]").replace(END, "[/]")
        console.print(f"  {around}\n")
    shown = f"; the best {len(found.hits):,} are shown" if len(found.hits) < found.total else ""
    click.echo(counted(found.total, "paragraph") + shown, err=True)


def _show_triples(answer: Answer) -> None:
    from pyoxigraph import RdfFormat, parse

    from treatygraph.graph.turtle import turtle

    triples = "\n".join(answer.triples)
    sys.stdout.write(turtle(quad.triple for quad in parse(triples, format=RdfFormat.N_TRIPLES)).decode())
    click.echo(counted(len(answer.triples), "triple"), err=True)


def _is_named(answer: Answer, place: int) -> bool:
    """Whether a column holds IRIs alone, and the next one their names."""
    column, following = answer.columns[place], answer.columns[place + 1 : place + 2]
    named = bool(following) and following[0] in ("name", "label", f"{column}Label", f"{column}Name")
    return named and all(isinstance(row[place], Iri) for row in answer.rows)


def _least_width(name: str, values: Iterable[str]) -> int:
    """How wide a column must be to be read, with the blanks beside it: as its head, and as most of a word."""
    longest = max((len(word) for value in values for word in value.split()), default=0)
    return max(len(name), min(longest, _WORD)) + 3


def _show_blocks(console: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Show each row as lines of a column's name and its value; what is empty is left out."""
    for row in rows:
        block = Table.grid(padding=(0, 2, 0, 0))
        block.add_column(style="dim", no_wrap=True)
        block.add_column(overflow="fold")
        for name, value in zip(columns, row, strict=True):
            if value:
                block.add_row(name, escape(value))
        console.print(block)
        console.print()


def show_findings(result: ValidationResult) -> None:
    """Show what a validation found, the gravest first, and of one rule only the first few."""
    shown: Counter[str] = Counter()
    table = _table("rule", "severity", "paragraph", "page", "finding", "about")
    for finding in result.findings:
        shown[finding.rule] += 1
        if shown[finding.rule] <= _MOST_OF_A_RULE:
            place = finding.paragraph or "", str(finding.page or "")
            words = f"{finding.message}: {finding.value}" if finding.value else finding.message
            about = _show_value(Iri(finding.focus))
            if finding.words:
                about = f"“{finding.words}”\n{about}"
            table.add_row(finding.rule, finding.severity, *place, escape(words), escape(about))
    if result.findings:
        make_console().print(table)
    for rule, count in shown.items():
        if count > _MOST_OF_A_RULE:
            click.echo(f"{rule}: {count - _MOST_OF_A_RULE:,} more; --json lists them all.")
    counts = (
        counted(result.triples, "triple"),
        counted(result.count("violation"), "violation"),
        counted(result.count("warning"), "warning"),
        counted(result.count("info"), "remark"),
    )
    click.echo(f"{result.source}: {', '.join(counts)}.")


def show_wanted(wanted: Sequence[Wanted]) -> None:
    """Show the words that no rule reads, those that are missing most often first, and of many only the first."""
    table = _table("missing", "times", "why", "first in", "paragraph", "page", "words")
    for row in wanted[:_MOST_WANTED]:
        first = row.first
        place = row.report, first.unit, str(first.page or "")
        table.add_row(*map(escape, (row.missing, str(row.count), row.why, *place, first.words)))
    if wanted:
        click.echo("What no rule reads, the next words to add:")
        make_console().print(table)
    if len(wanted) > _MOST_WANTED:
        click.echo(f"{len(wanted) - _MOST_WANTED:,} more; --json lists them all.")


def show_evaluations(evaluations: Mapping[str, Evaluation]) -> None:
    """Show the figures, one line each, and a column for each report."""
    table = _table("", *evaluations, right=evaluations)
    columns = [evaluation.figures() for evaluation in evaluations.values()]
    for name in columns[0]:
        table.add_row(name, *(f"{figures[name]:.3f}" for figures in columns))
    make_console().print(table)


def show_judged(scores: Mapping[Judged, JudgedScore]) -> None:
    """Show what a person judged, a line for each kind, and how much of it a build finds as they do."""
    table = _table("judged", "right", "found", "wrong", "found all the same", "precision", "recall")
    for column in table.columns[1:]:
        column.justify = "right"
    for judged, score in scores.items():
        shares = ("" if share is None else f"{share:.3f}" for share in (score.precision, score.recall))
        table.add_row(f"{judged}s", *map(str, (score.right, score.found, score.wrong, score.false)), *shares)
    make_console().print(table)


def show_comparison(comparison: Comparison) -> None:
    """Show the mentions that differ between two builds, a line each with its sentence, and how many there are."""
    for difference in comparison.differences:
        words = " → ".join(side for side in (difference.before, difference.after) if side is not None)
        place = f"{difference.report} paragraph {difference.paragraph}"
        click.echo(f"{difference.change}\t{difference.type}\t{place}\t{words}\t{difference.sentence}")
    for report, paragraph in comparison.texts_changed:
        click.echo(f"text\tparagraph\t{report} paragraph {paragraph}")
    changes = Counter(difference.change for difference in comparison.differences)
    counts = [f"{changes[change]:,} {change}" for change in ("gained", "lost", "changed", "moved")]
    for names, side in ((comparison.only_old, "old"), (comparison.only_new, "new")):
        if names:
            click.echo(f"Only in the {side} build: {', '.join(names)}.", err=True)
    click.echo(f"{', '.join(counts)}; {counted(len(comparison.texts_changed), 'text')} changed.", err=True)


def show_words(explanation: Explanation) -> None:
    """Show what was read of a text, a row each, and then the words that make names and were not read."""
    console = make_console()
    if explanation.read:
        table = _table("words", "type", "rule", "denotes", "says")
        for read in explanation.read:
            rule = f"{read.rule} (refers back)" if read.back_reference and "back" not in read.rule else read.rule
            table.add_row(*map(escape, (read.words, read.type, rule, read.denotes or "", read.says)))
        console.print(table)
    for unread in explanation.not_read:
        console.print(f"[bold]{escape(unread.word)}[/bold] at {unread.start} was not read: {escape(unread.why)}.")
    if not (explanation.read or explanation.not_read):
        console.print("No word here names a law, a provision, a date or a public body.")


def _tabulate_mentions(summary: Summary) -> Table:
    table = _table("", "mentions", "of", right={"mentions"})
    international = summary.instruments - summary.national
    instruments = counted(summary.instruments, "instrument")
    instruments += f": {summary.national} national, {international} international"
    table.add_row("instruments", str(summary.mentions["instrument"]), instruments)
    table.add_row("provisions", str(summary.mentions["provision"]), "")
    table.add_row("dates", str(summary.mentions["date"]), "")
    agencies = counted(summary.agencies, "public body", "public bodies")
    table.add_row("agencies", str(summary.mentions["agency"]), agencies)
    table.add_row("relations", str(summary.relations), "")
    return table


def _chart_articles(articles: tuple[ArticleCount, ...]) -> Table:
    """A bar for each article; those with the same laws share one."""
    table = Table.grid(padding=(0, 1))
    table.add_column(overflow="fold", max_width=24)
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    table.add_column()
    most = max(row.cited for row in articles)
    for row in articles[:_MOST_ARTICLES]:
        label = f"{'art.' if len(row.numbers) == 1 else 'arts.'} {', '.join(row.numbers)}"
        claimed = "█" * math.ceil(_BAR * row.laws / most)
        cited = "░" * (math.ceil(_BAR * row.cited / most) - len(claimed))
        table.add_row(label, str(row.laws), f"of {row.cited}", f"[cyan]{claimed}[/cyan]{cited}", escape(row.topic))
    left = sum(len(row.numbers) for row in articles[_MOST_ARTICLES:])
    if left:
        table.add_row(f"and {counted(left, 'article')} more")
    return table


def _show_value(value: Value) -> str:
    if isinstance(value, Iri):
        return shorten(value)
    return "" if value is None else str(value)


def _table(*columns: str, right: Container[str] = ()) -> Table:
    """An empty table; the columns in `right` hold numbers."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, justify="right" if name in right else "left", overflow="fold")
    return table
