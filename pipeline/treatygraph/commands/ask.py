"""Commands that ask and check graphs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal

import click

from treatygraph.commands.arguments import OUTPUT, PATH
from treatygraph.errors import ValidationFailedError


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="NAME|FILE|- [DIR] [--PARAMETER VALUE]…")
@click.option("--expression", "-e", metavar="TEXT", help="Ask this SPARQL text; then no NAME is given.")
@click.option("--list", "listing", is_flag=True, help="List the named queries with their parameters.")
@click.option("--show", is_flag=True, help="Print the SPARQL query, with the parameters put in, and ask nothing.")
@click.option("--report", metavar="SYMBOL", help="Ask this report alone, where DIR holds several.")
@click.option("--engine", type=click.Choice(["oxigraph", "rdflib"]), default="oxigraph", show_default=True)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--iris", is_flag=True, help="Show the IRIs too of what the table names.")
@click.option("--timeout", type=click.IntRange(1, 604_800), default=60, show_default=True, metavar="SECONDS",
              help="End the query after so much processor time.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=1), default=4096, show_default=True, metavar="MB",
              help="End the query where it needs more memory.")  # fmt: skip
def query(
    words: Sequence[str],
    expression: str | None,
    listing: bool,
    show: bool,
    report: str | None,
    engine: Literal["oxigraph", "rdflib"],
    form: str,
    iris: bool,
    timeout: int,
    memory: int,
) -> None:
    """Ask a named query, the SPARQL query in FILE, or a SPARQL text, of the graphs in DIR.

    "-" reads the text from standard input. What CONSTRUCT and DESCRIBE make is printed in Turtle. A table has no
    column of IRIs beside their names, unless --iris asks for it; csv and json always have it.

    DIR is what a build wrote, for one report or many, or a file of RDF; "output" where it is left out. The
    parameters are those of the query, and --list shows an example of each; a law is found by the words of its name in
    any order. Of many reports, a question about a report is asked one by one. Where DIR has
    depositary.csv (state,treaty,action,date,source), treaty-actions shows what the depositary records too.
    A query cannot reach out (SERVICE) or change a graph. In csv, words that a spreadsheet would run as a formula
    begin with an apostrophe.

    \b
      treatygraph query --list
      treatygraph query laws-under-article output --article 17
      treatygraph query most-cited-laws output/CED-C-KAZ-1 --format csv > laws.csv
      treatygraph query my-question.rq output --format json
      treatygraph query citations-of-law output --law "Criminal Code" --show
      treatygraph query -e "SELECT ?law { ?law a tg:NationalInstrument }" --timeout 10
    """
    from treatygraph.query import Bounds, find_query, list_queries, run_query
    from treatygraph.store.layout import stale_note

    places, parameters = _split_parameters(words)
    places = _with_text(places, expression)
    if listing:
        from treatygraph.terminal import show_queries

        return show_queries(list_queries())
    if not 1 <= len(places) <= 2:
        raise click.UsageError("Name a query, and perhaps the folder to ask; --list shows the queries.")
    question = find_query(places[0])
    if show:
        return click.echo(question.put(parameters), nl=False)
    source, bounds = places[1] if len(places) > 1 else str(OUTPUT), Bounds(seconds=timeout, megabytes=memory)
    answer = run_query(source, places[0], parameters, engine, report, bounds)
    defaults = [parameter for parameter in question.parameters if parameter.name not in parameters]
    notes = [f"{parameter.option} was not given; that is the default." for parameter in defaults]
    if answer.silent:
        notes.append(f"No row of {', '.join(answer.silent)}.")
    if engine == "oxigraph":
        notes.append(stale_note(Path(source)))
    for note in filter(None, notes):
        click.echo(note, err=True)
    if form == "csv":
        from treatygraph.query.spreadsheet import csv_lines

        sys.stdout.writelines(csv_lines(answer))
    elif form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    else:  # what draws tables takes its time to be imported
        from treatygraph.terminal import show_answer

        show_answer(answer, iris=iris)
    if engine == "oxigraph":
        _make_store(Path(source))
    return None


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--output", "-o", metavar="DIR", type=PATH, default="output", show_default=True,
              help="The folder of the reports to search.")  # fmt: skip
@click.option("--most", type=click.IntRange(1, 10_000), default=20, show_default=True, metavar="N",
              help="Show so many paragraphs, the best first.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def search(words: Sequence[str], output: Path, most: int, form: str) -> None:
    """Search the paragraphs of all reports in a folder for WORDS.

    All words must stand in a paragraph, in any form (court, courts); words in quotes stand after one another; a star
    ends the beginning of a word. A word that no report has is looked for as those that are spelt like it. Fields narrow
    the search: state:KAZ, treaty:CED, report:CED/C/KAZ/1, article:17, kind:code (of a law that is named),
    speaker:committee, year:2014. "para 57", "art 17" and "p. 10" alone are jumps.

    \b
      treatygraph search habeas corpus
      treatygraph search '"forced sterilization" kind:code'
      treatygraph search para 57 report:CED/C/KAZ/1
    """
    from treatygraph.search import found_record
    from treatygraph.search import search as look
    from treatygraph.terminal import show_found

    found = look(output, " ".join(words), most=most)
    if form == "json":
        click.echo(json.dumps(found_record(found), ensure_ascii=False, indent=1))
    else:
        show_found(found)


def _make_store(source: Path) -> None:
    """Make the store of a folder of many reports, once, when the answer is there; else questions read the files."""
    from treatygraph.store.layout import lacks_store

    if not lacks_store(source):
        return
    from treatygraph.building.keeping import make_store
    from treatygraph.progress import showing

    sys.stdout.flush()
    with showing("Loading the reports"):
        make_store(source, partial(click.echo, err=True))


def _with_text(places: Sequence[str], expression: str | None) -> list[str]:
    """What to ask, then what to ask it of: the text of -e stands first, and "-" is what standard input has."""
    asked = [*places] if expression is None else [expression, *places]
    return [sys.stdin.read(), *asked[1:]] if expression is None and asked[:1] == ["-"] else asked


def _split_parameters(words: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Tell `--article 17` and `--article=17` from the words that stand alone."""
    places: list[str] = []
    parameters: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--") or word == "--":
            places.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not equals:
            try:
                value = next(rest)
            except StopIteration:
                raise click.UsageError(f"--{name} needs a value.") from None
        parameters[name.replace("-", "_")] = value
    return places, parameters


@click.command()
@click.argument("graph", metavar="[DIR|FILE]", type=PATH, default=OUTPUT)
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at work at once. [default: one a processor]")
@click.option("--json", "as_json", is_flag=True, help="Print every finding as JSON.")
def validate(graph: Path, jobs: int | None, as_json: bool) -> None:
    """Check the graphs in DIR, or the graph in FILE, against the shapes.

    Violations are faults of the graph; warnings and remarks tell what a person should look at, such as a
    ratification that depositary.csv, where DIR has one, records otherwise. Below them stands what no rule reads in the
    reports of DIR, such as a name behind "section 2 of the": the next words to add, those that are missing most first.

    \b
      treatygraph validate output
      treatygraph validate output/CED-C-KAZ-1/graph.ttl --json
    """
    from dataclasses import asdict

    from treatygraph.corpus.unread import read_wanted
    from treatygraph.progress import showing
    from treatygraph.terminal import counted, show_findings, show_wanted

    with showing(f"Checking {graph}") as progress:
        from treatygraph.query import validate as check

        result = check(graph, jobs or os.cpu_count() or 1, lambda report: progress.at(f"Checked {report}"))
    wanted = read_wanted(graph)
    if as_json:
        findings = [asdict(finding) for finding in result.findings]
        summary = {"conforms": result.conforms, "triples": result.triples, "findings": findings}
        summary["unread"] = [asdict(row) for row in wanted]
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
    else:
        show_findings(result)
        show_wanted(wanted)
    if not result.conforms:
        raise ValidationFailedError(
            f"{graph} does not conform to the shapes ({counted(result.count('violation'), 'violation')}); "
            "the findings say where."
        )
