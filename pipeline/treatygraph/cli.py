"""The command line: results on standard output, progress and problems on standard error.

Nothing heavy is imported until a command runs, so that help and completion answer at once.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from treatygraph.errors import ReadingError, TreatygraphError, ValidationFailedError, WritingError, is_lack_of_memory
from treatygraph.garbage import collect_rarely
from treatygraph.standard_output import StandardOutputError, checked_output
from treatygraph.version import __version__

if TYPE_CHECKING:
    from treatygraph.building.build import Outcome
    from treatygraph.export import View

SOME_FAILED = 3
_PATH = click.Path(path_type=Path)

_WAIT = "How long to wait for another run that is at work in the folder. [default: 600]"

_EXIT_CODES = """\b
Exit codes:
  0  all is well
  1  failure: the message says what to do
  2  the command was not understood
  3  some reports were built, others failed
  4  the graph does not conform to the shapes
  5  a query was ended at its bound of time, memory or rows
"""


class _Commands(click.Group):
    """Turns the errors that a user can act on into one sentence and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            with checked_output():
                return super().main(*args, **kwargs)
        except StandardOutputError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(error.exit_code)

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a file's name need not be text
            sys.stdout.reconfigure(errors="backslashreplace")
        collect_rarely()
        os.environ["PYTHONSAFEPATH"] = "1"  # no process started here imports what lies in the working folder
        try:
            return super().invoke(ctx)
        except StandardOutputError:
            raise
        except TreatygraphError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except Exception as error:
            if not is_lack_of_memory(error):
                raise
            click.echo("Error: there is not enough memory; end other programs, or allow more (ulimit -v).", err=True)
            ctx.exit(1)


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
      treatygraph query laws-under-article output --article 17
      treatygraph validate output
    """


# Building.


@main.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…", type=_PATH)
@click.option("--output", "-o", required=True, type=_PATH, help="Folder that gets one folder a report.")
@click.option("--symbol", help="UN symbol of the report, where none is printed or another is wanted.")
@click.option("--reader", type=click.Choice(["pdfium", "pdfplumber"]), default="pdfium", show_default=True)
@click.option("--password", help="Password of an encrypted PDF.")
@click.option("--ocr", is_flag=True, help="Recognise pages without text, with ocrmypdf and Tesseract.")
@click.option("--strict", is_flag=True, help="Fail a report with gaps, unreadable letters or other doubts.")
@click.option("--docbin", is_flag=True, help="Also write the mentions as training data for spaCy.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at work at once. [default: one a processor]")
@click.option("--force", is_flag=True, help="Build reports again that did not change.")
@click.option("--wait", type=click.FloatRange(min=0), metavar="SECONDS", help=_WAIT)
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def build(
    reports: Sequence[Path],
    output: Path,
    symbol: str | None,
    reader: str,
    password: str | None,
    ocr: bool,
    strict: bool,
    docbin: bool,
    jobs: int | None,
    force: bool,
    wait: float | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read reports (PDF or plain text) and write their graphs.

    Each report gets a folder named by its symbol. It is built again, and replaced as a whole, when its file, the
    options or the program changed. The same report gives the same bytes, whatever --jobs. A law that several
    reports in the folder cite has one IRI, which iri-lock.json keeps; where it is not sure that two are one,
    identity.csv lists them for you.

    \b
      treatygraph build CED-C-KAZ-1.pdf --output output
      treatygraph build reports/*.pdf --output output --jobs 4
      treatygraph build scan.txt --output output --symbol CED/C/KAZ/1
    """
    from treatygraph.progress import Progress

    sources = list(dict.fromkeys(reports))
    if symbol and len(sources) > 1:
        raise click.UsageError("--symbol names one report; give it with one REPORT.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with Progress(len(sources), quiet, f"Opening {sources[0].name}") as progress:
        from treatygraph.building.build import Built, Settings, build_reports

        settings = Settings(symbol, reader, password, ocr, strict, docbin)
        outcomes = build_reports(
            sources, output, settings, jobs or os.cpu_count() or 1, progress.telling, force=force, **_bound(wait)
        )
    built = [outcome for outcome in outcomes if isinstance(outcome, Built)]
    if as_json:
        click.echo(json.dumps([_outcome_record(outcome) for outcome in outcomes], ensure_ascii=False, indent=1))
    elif built and not quiet:
        from treatygraph import terminal

        terminal.show_report(built[0]) if len(sources) == 1 else terminal.show_reports(outcomes)
    if built and not quiet:
        _tell_doubts(output)
    if len(built) < len(outcomes):
        sys.exit(SOME_FAILED if built else 1)


@main.command()
@click.argument("folder", metavar="DIR", type=_PATH)
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at work at once. [default: one a processor]")
@click.option("--wait", type=click.FloatRange(min=0), metavar="SECONDS", help=_WAIT)
def unify(folder: Path, jobs: int | None, wait: float | None) -> None:
    """Give what is one law or body one IRI in all reports in DIR.

    A build does so too. Run this after you wrote "same" or "different" in the first column of identity.csv:
    the reports are written anew where that changes them, without being read again.

    \b
      treatygraph unify output
    """
    from treatygraph.folders import list_folders
    from treatygraph.progress import Progress
    from treatygraph.terminal import counted

    if not list_folders(folder):
        raise ReadingError(f"{folder}: there is no report here; build one into it first.")
    with Progress(None, False, f"Opening {folder}") as progress:
        from treatygraph.building.build import unify_reports

        unified = unify_reports(folder, jobs or os.cpu_count() or 1, progress.telling, **_bound(wait))
    counts = (
        counted(unified.entities, "law or body", "laws and bodies"),
        f"{unified.shared:,} in several reports",
        f"{counted(len(unified.rewritten), 'report')} written anew",
    )
    click.echo(f"{folder}: {', '.join(counts)}.")
    _tell_doubts(folder)


def _bound(wait: float | None) -> dict[str, float]:
    """How long to wait for another run, where that was said."""
    return {} if wait is None else {"wait": wait}


def _tell_doubts(output: Path) -> None:
    """Say on standard error how many pairs a person may settle."""
    from treatygraph.corpus.lock import DECISIONS_FILE, read_decisions
    from treatygraph.terminal import counted

    count = sum(row.decision == "" for row in read_decisions(output))
    if count:
        click.echo(
            f"{counted(count, 'pair')} may be one law each: {output / DECISIONS_FILE} lists them for you to settle.",
            err=True,
        )


def _outcome_record(outcome: Outcome) -> dict[str, Any]:
    from dataclasses import asdict

    from treatygraph.building.build import Failed

    if isinstance(outcome, Failed):
        return {"source": str(outcome.source), "error": outcome.reason}
    return {
        "source": str(outcome.source),
        "folder": str(outcome.folder),
        "status": outcome.status,
        **asdict(outcome.summary),
    }


@main.command()
@click.argument("report", type=_PATH)
@click.option("--page", "-p", type=click.IntRange(min=1), required=True, help="The page, from 1.")
@click.option("--output", "-o", type=_PATH, help="The picture's file. [default: REPORT-page-N.png here]")
@click.option("--password", help="Password of an encrypted PDF.")
def inspect(report: Path, page: int, output: Path | None, password: str | None) -> None:
    """Draw a page of REPORT with what was read on it.

    Paragraphs, headings, tables with their cells, footnotes and what was left out are drawn in colours over the
    page.

    \b
      treatygraph inspect CED-C-KAZ-1.pdf --page 5
    """
    from treatygraph.reading import read
    from treatygraph.reading.process.picture import draw_page

    file = output or Path(f"{report.stem}-page-{page}.png")
    picture = draw_page(read(report, password=password), report, page, password=password)
    try:
        picture.convert("RGB").save(file)
    except (OSError, ValueError) as error:
        raise WritingError(
            f"{file} cannot be written ({error}); give another file with --output, ending in .png."
        ) from error
    click.echo(str(file))


# Asking and checking.


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="NAME|FILE [DIR] [--PARAMETER VALUE]…")
@click.option("--list", "listing", is_flag=True, help="List the named queries with their parameters.")
@click.option("--show", is_flag=True, help="Print the SPARQL query, with the parameters put in, and ask nothing.")
@click.option("--report", metavar="SYMBOL", help="Ask this report alone, where DIR holds several.")
@click.option("--engine", type=click.Choice(["oxigraph", "rdflib"]), default="oxigraph", show_default=True)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--timeout", type=click.IntRange(1, 604_800), default=60, show_default=True, metavar="SECONDS",
              help="End the query after so much processor time.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=1), default=4096, show_default=True, metavar="MB",
              help="End the query where it needs more memory.")  # fmt: skip
def query(
    words: Sequence[str],
    listing: bool,
    show: bool,
    report: str | None,
    engine: Literal["oxigraph", "rdflib"],
    form: str,
    timeout: int,
    memory: int,
) -> None:
    """Ask a named query, the SPARQL query in FILE, or a SPARQL text, of the graphs in DIR.

    DIR is what a build wrote, for one report or many, or a file of RDF; "output" where it is left out. The
    parameters are those of the query. Of many reports, a question about a report is asked one by one. Where DIR has
    depositary.csv (state,treaty,action,date,source), treaty-actions shows what the depositary records too.
    A query cannot reach out (SERVICE) or change a graph. In csv, words that a spreadsheet would run as a formula
    begin with an apostrophe.

    \b
      treatygraph query --list
      treatygraph query laws-under-article output --article 17
      treatygraph query most-cited-laws output/CED-C-KAZ-1 --format csv > laws.csv
      treatygraph query my-question.rq output --format json
      treatygraph query citations-of-law output --law "Criminal Code" --show
      treatygraph query "SELECT ?law { ?law a tg:NationalInstrument }" output --timeout 10
    """
    from treatygraph.query import Bounds, find_query, list_queries, run_query
    from treatygraph.query.spreadsheet import csv_lines
    from treatygraph.terminal import show_answer, show_queries

    places, parameters = _split_parameters(words)
    if listing:
        return show_queries(list_queries())
    if not 1 <= len(places) <= 2:
        raise click.UsageError("Name a query, and perhaps the folder to ask; --list shows the queries.")
    if show:
        return click.echo(find_query(places[0]).ask(parameters), nl=False)
    source, bounds = places[1] if len(places) > 1 else "output", Bounds(seconds=timeout, megabytes=memory)
    answer = run_query(source, places[0], parameters, engine, report, bounds)
    if form == "csv":
        sys.stdout.writelines(csv_lines(answer))
    elif form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    else:
        show_answer(answer)
    return None


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


# Of `treatygraph.export` and of `treatygraph.graph.notations`, which are not imported for a word of help.
VIEWS = ("article-law", "claims", "law-law", "agency-law", "state-law-article")
NETWORK_FORMATS = ("gexf", "graphml", "yed", "cx2", "cyjs", "dot", "csv", "neo4j", "parquet")
NOTATIONS = {
    **{"turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf", "nquads": "nq", "trig": "trig"},
    **{"ttl": "ttl", "nt": "nt", "rdf": "rdf", "nq": "nq"},
    "akn": "akn",
}


@main.command()
@click.argument("source", metavar="DIR", type=_PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice([*NETWORK_FORMATS, *NOTATIONS]),
    metavar="FORMAT",
    required=True,
    help=f"A network: {', '.join(NETWORK_FORMATS)}. The whole graph: turtle (ttl), ntriples (nt), jsonld, rdfxml "
    "(rdf), nquads (nq), trig. The text of one report: akn (Akoma Ntoso).",
)
@click.option("--view", type=click.Choice(VIEWS), help="The network to write. [default: article-law]")
@click.option(
    "--output",
    "-o",
    type=_PATH,
    help="The file to write, or the folder for csv, neo4j and parquet, which are several files. "
    "[default: standard output]",
)
def export(source: Path, form: str, view: View | None, output: Path | None) -> None:
    """Write a network, the graph or the text of the report in DIR, or a network or the graph of all reports in it.

    The views: treaty articles and all law cited under them; of these, what the State claims; law and the law it
    approves, amends, repeals or implements; public bodies and law; States, all law they cite, and the articles. An
    edge's weight is the number of paragraphs behind it.

    The whole graphs of several reports are merged, or kept apart as named graphs by nquads and trig. Akoma Ntoso
    is the text of one report with its citations marked.

    \b
      treatygraph export output --format gexf --view state-law-article --output states.gexf
      treatygraph export output/CED-C-KAZ-1 --format parquet --output tables
      treatygraph export output --format nquads --output corpus.nq
      treatygraph export output/CED-C-KAZ-1 --format jsonld > CED-C-KAZ-1.jsonld
      treatygraph export output/CED-C-KAZ-1 --format akn > CED-C-KAZ-1.xml
    """
    from treatygraph.progress import showing

    if form in NOTATIONS:
        if view is not None:
            raise click.UsageError(f"--view is of a network; {form} writes no network.")
        with showing(f"Opening {source}", also=output is None) as progress:
            from treatygraph.building.dump import dump, dump_to

            if output is not None:
                dump_to(source, NOTATIONS[form], output, progress.at)
            else:
                sys.stdout.buffer.writelines(dump(source, NOTATIONS[form], progress.at))
        return
    with showing(f"Opening {source}", also=output is None) as progress:
        from treatygraph.export import FORMATS, export_network

        if FORMATS[form].several_files and output is None:
            raise click.UsageError(f"{form} is several files; name a folder for them with --output.")
        network, rendered = export_network(source, view or "article-law", form, output, progress.at)
    from treatygraph.terminal import counted

    if output is None:
        sys.stdout.buffer.writelines(rendered.files.values())
    if not network.edges:
        click.echo(f"{source}: there is nothing in this view; the network is empty.", err=True)
    if rendered.replaced:
        characters = counted(rendered.replaced, "character")
        click.echo(f"{characters} that XML cannot hold became U+FFFD.", err=True)


@main.command()
@click.argument("graph", metavar="DIR|FILE", type=_PATH)
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at work at once. [default: one a processor]")
@click.option("--json", "as_json", is_flag=True, help="Print every finding as JSON.")
def validate(graph: Path, jobs: int | None, as_json: bool) -> None:
    """Check the graphs in DIR, or the graph in FILE, against the shapes.

    Violations are faults of the graph; warnings and remarks tell what a person should look at, such as a
    ratification that depositary.csv, where DIR has one, records otherwise.

    \b
      treatygraph validate output
      treatygraph validate output/CED-C-KAZ-1/graph.ttl --json
    """
    from dataclasses import asdict

    from treatygraph.progress import showing
    from treatygraph.terminal import counted, show_findings

    with showing(f"Checking {graph}") as progress:
        from treatygraph.query import validate as check

        result = check(graph, jobs or os.cpu_count() or 1, lambda report: progress.at(f"Checked {report}"))
    if as_json:
        findings = [asdict(finding) for finding in result.findings]
        summary = {"conforms": result.conforms, "triples": result.triples, "findings": findings}
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
    else:
        show_findings(result)
    if not result.conforms:
        raise ValidationFailedError(
            f"{graph} does not conform to the shapes ({counted(result.count('violation'), 'violation')}); "
            "the findings say where."
        )


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
    from treatygraph.evaluation.scores import evaluate_all
    from treatygraph.terminal import show_evaluations

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


@main.command(name="diff")
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
def compare(old: Path, new: Path) -> None:
    """Tell what a change of the program or its lexicon gained and lost, mention by mention.

    OLD and NEW are the folders of two builds of the same reports, before the change and after it.

    \b
      treatygraph diff output-before output-after
    """
    from treatygraph.evaluation.comparison import compare as compare_builds
    from treatygraph.terminal import show_comparison

    show_comparison(compare_builds(old, new))


if __name__ == "__main__":
    main()
