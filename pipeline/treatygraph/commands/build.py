"""Commands that read reports and write into an output folder, and the picture of a page."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from treatygraph.commands.arguments import OUTPUT, PATH, lexicon_option, output_argument
from treatygraph.errors import ReadingError, WritingError

if TYPE_CHECKING:
    from treatygraph.building.outcomes import HandOut, Outcome

SOME_FAILED = 3

_WAIT = "How long to wait for another run that is at work in the folder. [default: 600]"


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT…", type=PATH)
@click.option("--output", "-o", type=PATH, default=OUTPUT, show_default=True,
              help="Folder that gets one folder a report.")  # fmt: skip
@click.option("--symbol", help="UN symbol of the report, where none is printed or another is wanted.")
@click.option("--reader", type=click.Choice(["pdfium", "pdfplumber"]), default="pdfium", show_default=True)
@click.option("--password", help="Password of an encrypted PDF.")
@click.option("--ocr", is_flag=True, help="Recognise pages without text, with ocrmypdf and Tesseract.")
@click.option("--strict", is_flag=True, help="Fail a report with gaps, unreadable letters or other doubts.")
@click.option("--docbin", is_flag=True, help="Also write the mentions as training data for spaCy.")
@click.option("--page-pictures", is_flag=True, help="Also keep the cited pages as pictures, which the page shows.")
@lexicon_option
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at work at once. [default: one a processor]")
@click.option("--cluster", metavar="ADDRESS", help="Have reports built by the workers of the Dask scheduler at ADDRESS "
              "(tcp://scheduler:8786), or by --jobs workers on SLURM (slurm).")  # fmt: skip
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
    page_pictures: bool,
    jobs: int | None,
    cluster: str | None,
    force: bool,
    wait: float | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read reports (PDF or plain text) and write their graphs.

    REPORT is a file, or a folder, of which every PDF is read. Each report gets a folder named by its symbol. It is
    built again, and replaced as a whole, when its file, the options, the program or what review.csv says of it
    changed. The same report gives the same bytes, whatever --jobs. A law that several reports in the folder cite
    has one IRI, which iri-lock.json keeps; where it is not sure that two are one, identity.csv lists them for you.

    \b
      treatygraph build CED-C-KAZ-1.pdf
      treatygraph build reports --output corpus --jobs 4
      treatygraph build scan.txt --output output --symbol CED/C/KAZ/1
      treatygraph build report.pdf --output output --lexicon my-words
    """
    from treatygraph.progress import Progress

    sources = _list_sources(reports)
    if symbol and len(sources) > 1:
        raise click.UsageError("--symbol names one report; give it with one REPORT.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with Progress(len(sources), quiet, f"Opening {sources[0].name}") as progress:
        from treatygraph.building.build import build_reports
        from treatygraph.building.outcomes import Built, Settings

        settings = Settings(symbol, reader, password, ocr, strict, docbin, page_pictures)
        at_once = jobs or os.cpu_count() or 1
        with _workers(cluster, at_once, progress.telling.note) as hand_out:
            outcomes = build_reports(
                sources, output, settings, at_once, progress.telling, force=force, hand_out=hand_out, **_bound(wait)
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


@contextmanager
def _workers(address: str | None, jobs: int, note: Callable[[str], None]) -> Iterator[HandOut | None]:
    """Who builds the reports: nobody else, unless a cluster was named."""
    if address is None:
        yield None
        return
    from treatygraph.building.cluster import clustered

    with clustered(address, jobs, note) as hand_out:
        yield hand_out


def _list_sources(reports: Sequence[Path]) -> list[Path]:
    """The files to read, each once: those that are named, and the PDFs of a folder by name."""
    sources: dict[Path, None] = {}
    for report in reports:
        found = [report]
        if report.is_dir():
            found = sorted(file for file in report.iterdir() if file.suffix.lower() == ".pdf" and file.is_file())
            if not found:
                raise ReadingError(f"{report}: there is no PDF in this folder; name the files, or another folder.")
        sources.update(dict.fromkeys(found))
    return list(sources)


@click.command()
@output_argument
@lexicon_option
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

    from treatygraph.building.outcomes import Failed

    if isinstance(outcome, Failed):
        return {"source": str(outcome.source), "error": outcome.reason}
    return {
        "source": str(outcome.source),
        "folder": str(outcome.folder),
        "status": outcome.status,
        **asdict(outcome.summary),
    }


@click.command()
@click.argument("report", type=PATH)
@click.option("--page", "-p", type=click.IntRange(min=1), help="The page, from 1. [default: all]")
@click.option("--output", "-o", type=PATH,
              help="A picture's file, a folder for all pages, or one PDF of them. [default: REPORT-page-N.png or "
              "REPORT-pages here]")  # fmt: skip
@click.option("--password", help="Password of an encrypted PDF.")
def inspect(report: Path, page: int | None, output: Path | None, password: str | None) -> None:
    """Draw a page of REPORT, or all, with what was read on it.

    Paragraphs, headings, tables with their cells, footnotes and what was left out are drawn in colours over the
    page; under the instruments, provisions, bodies and dates that were found are thick lines.

    \b
      treatygraph inspect CED-C-KAZ-1.pdf --page 5
      treatygraph inspect CED-C-KAZ-1.pdf --output pages
      treatygraph inspect CED-C-KAZ-1.pdf --output pages.pdf
    """
    from treatygraph.reading import read
    from treatygraph.reading.process.picture import draw_page
    from treatygraph.recognition import recognise

    read_report = read(report, password=password)
    mentions = recognise(read_report).mentions

    def draw(number: int) -> Any:
        return draw_page(read_report, report, number, password=password, mentions=mentions)

    if page is not None:
        file = output or Path(f"{report.stem}-page-{page}.png")
        _save(draw(page), file)
        click.echo(str(file))
        return
    target = output or Path(f"{report.stem}-pages")
    count = read_report.source.pages or 1  # of a plain text the first page says that there is none to draw
    drawn = (draw(number) for number in range(1, count + 1))
    if target.suffix.lower() == ".pdf":
        _save_pdf(drawn, target)
    else:
        for number, picture in enumerate(drawn, 1):
            if number == 1:
                _make_folder(target)
            _save(picture, target / f"{report.stem}-page-{number:0{len(str(count))}}.png")
    click.echo(str(target))


def _save_pdf(pictures: Iterable[Any], file: Path) -> None:
    """Save pictures as one PDF, a page at a time: a hundred do not fit into memory. It stands there whole or not."""
    growing = file.with_name(f".{file.name}")
    try:
        for number, picture in enumerate(pictures):
            _save(picture, growing, format="PDF", append=number > 0, resolution=144, quality=90)
        growing.replace(file)
    finally:
        growing.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WritingError(f"{folder} cannot be made ({error}); give another folder with --output.") from error


def _save(picture: Any, file: Path, **options: Any) -> None:
    try:
        picture.save(file, **options)
    except (OSError, ValueError) as error:
        raise WritingError(
            f"{file} cannot be written ({error}); give another file with --output, ending in .png or .pdf."
        ) from error
