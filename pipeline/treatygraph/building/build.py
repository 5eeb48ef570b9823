"""Building reports: from files to folders, one after the other or in several processes."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias, TypeVar

from treatygraph.building.folder import folder_name, replace_folder, write_catalogue, write_files, write_overview
from treatygraph.building.unify import Task, Unified, rewrite, unify
from treatygraph.corpus.lock import read_decisions, read_lock
from treatygraph.corpus.summary import Summary, note_quality, summarise
from treatygraph.errors import ReadingError, TreatygraphError, WritingError
from treatygraph.linking import link
from treatygraph.reading import read
from treatygraph.recognition import recognise
from treatygraph.report import Annotated, Report
from treatygraph.resolution import resolve

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Settings:
    """How reports are read: `symbol` in place of the printed one, `reader` "pdfium" or "pdfplumber".

    With `ocr` pages without text are recognised; with `strict` a report whose quality record is not clean fails;
    with `docbin` the mentions are also written as training data for spaCy.
    """

    symbol: str | None = None
    reader: str = "pdfium"
    password: str | None = None
    ocr: bool = False
    strict: bool = False
    docbin: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """A report that was built, and its folder."""

    source: Path
    folder: Path
    summary: Summary


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that was not. `reason` is a sentence; `trace` is set where the fault is this program's."""

    source: Path
    reason: str
    trace: str = ""


Outcome: TypeAlias = Built | Failed

AS_PRINTED = Settings()


def annotate(source: Path, settings: Settings = AS_PRINTED) -> Annotated:
    """Read a report, recognise what it names, resolve what that denotes and link it to the treaty's articles.

    Raises:
        ReadingError: the file cannot be read as a report.
    """
    return link(resolve(recognise(_read(source, settings))))


def build_report(source: Path, output: Path, settings: Settings = AS_PRINTED) -> Built:
    """Build one report into its folder under `output`; a folder that an earlier build wrote is replaced.

    Raises:
        TreatygraphError: the file cannot be read, or the folder cannot be written; nothing is changed then.
    """
    annotated = annotate(source, settings)
    folder = output / _folder_of(source, annotated.report)
    replace_folder(folder, lambda fresh: write_files(annotated, fresh, docbin=settings.docbin))
    return Built(source, folder, summarise(annotated))


def build_reports(
    sources: Sequence[Path],
    output: Path,
    settings: Settings = AS_PRINTED,
    jobs: int = 1,
    tell: Callable[[Outcome], None] = lambda outcome: None,
) -> tuple[Outcome, ...]:
    """Build reports, in up to `jobs` processes, and return their outcomes in the order of `sources`.

    `tell` is called with each outcome, in that order, as soon as it is known. Reports that share a symbol would
    overwrite each other and are not built. The files are the same whatever the number of processes. What is one law
    or body then gets one id in all reports in `output`; where several were built, `output` gets a page over them, and
    a description of them all for catalogues.

    Raises:
        ReadingError: the lock or the list of pairs that an earlier build left in `output` cannot be read.
        WritingError: they cannot be written.
    """
    read_lock(output), read_decisions(output)
    clashes = _find_clashes(sources, settings, jobs) if len(sources) > 1 else {}
    outcomes: list[Outcome] = []
    built = _spread(_build, [(s, output, settings) for s in sources if s not in clashes], jobs, lost=_lose)
    for source in sources:
        outcome = clashes[source] if source in clashes else next(built)
        tell(outcome)
        outcomes.append(outcome)
    if any(isinstance(outcome, Built) for outcome in outcomes):
        unify_reports(output, jobs)
    if sum(isinstance(outcome, Built) for outcome in outcomes) > 1:
        write_overview(output)
        write_catalogue(output)
    return tuple(outcomes)


def unify_reports(output: Path, jobs: int = 1) -> Unified:
    """Give what is one law or body one id in all reports in `output`, and write those that change in `jobs` processes.

    Raises:
        ReadingError: the lock, the list of pairs or a report cannot be read.
        WritingError: something cannot be written.
    """
    unified = unify(output, lambda tasks: _rewrite_all(tasks, jobs))
    write_catalogue(output)
    return unified


def _rewrite_all(tasks: Sequence[Task], jobs: int) -> None:
    for folder in _spread(rewrite, tasks, jobs, lost=lambda folder, renaming: folder):
        if folder is not None:
            raise WritingError(f"{folder}: the process that wrote it was ended, perhaps for want of memory; try again.")


def _find_clashes(sources: Sequence[Path], settings: Settings, jobs: int) -> dict[Path, Failed]:
    """Reports whose results would go to one folder. Reading is a small part of the work, so it is done twice."""
    by_folder: dict[str, list[Path]] = {}
    names = _spread(_name_folder, [(source, settings) for source in sources], jobs, lost=lambda *task: None)
    for source, name in zip(sources, names, strict=True):
        if name is not None:
            by_folder.setdefault(name, []).append(source)
    return {
        source: Failed(
            source,
            f"{source} has the same symbol as {', '.join(str(other) for other in same if other is not source)}; "
            "build them apart with --symbol, or leave all but one out.",
        )
        for same in by_folder.values()
        if len(same) > 1
        for source in same
    }


def _name_folder(source: Path, settings: Settings) -> str | None:
    """The folder's name, or None where the report cannot be read: building it will say why."""
    try:
        return _folder_of(source, _read(source, settings))
    except Exception:
        return None


def _build(source: Path, output: Path, settings: Settings) -> Outcome:
    try:
        return build_report(source, output, settings)
    except TreatygraphError as error:
        return Failed(source, str(error))
    except Exception as error:
        reason = f"{source}: a fault of treatygraph itself ({error!r}); please report it with this file."
        return Failed(source, reason, traceback.format_exc())


def _lose(source: Path, output: Path, settings: Settings) -> Outcome:
    return Failed(source, f"{source}: the process that read it was ended, perhaps for want of memory; build it alone.")


def _read(source: Path, settings: Settings) -> Report:
    report = read(source, symbol=settings.symbol, reader=settings.reader, password=settings.password, ocr=settings.ocr)
    if settings.strict and (notes := note_quality(report)):
        raise ReadingError(f"{source}: the reading is not clean ({' '.join(notes)}); look, or build without --strict.")
    return report


def _folder_of(source: Path, report: Report) -> str:
    if not report.symbol:
        raise ReadingError(f"{source}: no symbol of a report was found in it; give one with --symbol.")
    return folder_name(report.symbol)


def _spread(
    work: Callable[..., Result],
    tasks: Sequence[tuple[object, ...]],
    jobs: int,
    lost: Callable[..., Result],
) -> Iterator[Result]:
    """Do the tasks in up to `jobs` processes and yield the results in the order of the tasks.

    New processes are spawned, not forked: PDFium and the caller's threads do not survive a fork. A process that
    dies takes the whole pool with it; those of its tasks that may have been at work are then tried one by one,
    and `lost` gives the result for the one that kills its process again.
    """
    workers = min(jobs, len(tasks))
    if workers <= 1:
        yield from (work(*task) for task in tasks)
        return
    left = list(tasks)
    while left:
        done = 0
        with _pool(workers) as pool:
            for future in [pool.submit(work, *task) for task in left]:
                try:
                    result = future.result()
                except BrokenProcessPool:
                    break
                yield result
                done += 1
        suspects, left = left[done : done + workers + 1], left[done + workers + 1 :]
        yield from (_do_alone(work, task, lost) for task in suspects)


def _do_alone(work: Callable[..., Result], task: tuple[object, ...], lost: Callable[..., Result]) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(work, *task).result()
        except BrokenProcessPool:
            return lost(*task)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
