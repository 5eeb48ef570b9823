"""Building reports: from files to folders, one after the other or in several processes."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from treatygraph.building.bounds import Bounds, bounded
from treatygraph.building.folder import folder_name, write_sealed
from treatygraph.building.holding import WAIT, hold
from treatygraph.building.keeping import keep_in_step
from treatygraph.building.made import Known, make_key, resurvey, survey
from treatygraph.building.outcomes import (
    AS_PRINTED,
    NOBODY,
    Built,
    Failed,
    HandOut,
    Made,
    MakeTask,
    Outcome,
    Settings,
    Status,
    Telling,
    Written,
)
from treatygraph.building.over_all import refuse_foreign_files, write_over_all
from treatygraph.building.placing import Placing
from treatygraph.building.printing import print_pages
from treatygraph.building.settled import Settled, is_as_left, recall, remember
from treatygraph.building.swap import discard, make_folder, refuse_foreign_folder, replace_folder, saying
from treatygraph.building.unify import Agreement, Task, Unified, agree, apply_to, rewrite, unify
from treatygraph.building.unmet import find_unmet
from treatygraph.corpus.lock import Locked, check_known, read_decisions, read_lock
from treatygraph.corpus.review import Review, by_report, judge_citations, judge_mentions, read_review, reviewed_key
from treatygraph.corpus.summary import Summary, note_quality
from treatygraph.dialogue import discuss
from treatygraph.errors import ReadingError, TreatygraphError, WritingError, is_lack_of_memory
from treatygraph.linking import link
from treatygraph.processes import spread
from treatygraph.reading import read
from treatygraph.recognition import recognise
from treatygraph.report import Annotated, Judgement, Report
from treatygraph.resolution import resolve
from treatygraph.resolution.unread import list_unread

BOUNDS = Bounds()
NOTHING_JUDGED: Review = {}


class _Ahead:
    """Settles who is who before the only report of a run is written, so that it is written once.

    Of several reports each is written as it comes, and again where all together name a law otherwise.
    """

    def __init__(self, output: Path, before: Settled, locked: Mapping[str, Locked] | None = None) -> None:
        self._output, self._locked = output, locked
        self._taken: frozenset[Path] | None = None
        self.before = before
        self.names = dict(before.names)
        self.agreement: Agreement | None = None

    def may_settle(self, kept: Iterable[Built]) -> None:
        """Allow it, but for a report that has the symbol of one that is kept: it is refused, and nothing changes."""
        self._taken = frozenset(built.folder for built in kept)

    def settle(self, annotated: Annotated, folder: Path) -> Annotated:
        """Name the entities of a report as all reports do, those in the folder and this one."""
        if self._taken is None or folder in self._taken:
            return annotated
        self.agreement = agree(self._output, self.names, annotated, folder, self._locked)
        return apply_to(annotated, self.agreement)


def annotate(source: Path, settings: Settings = AS_PRINTED, review: Review = NOTHING_JUDGED) -> Annotated:
    """Read a report, recognise what it names, resolve what that denotes and link it to the treaty's articles.

    What `review` judges of it is carried out.

    Raises:
        ReadingError: the file cannot be read as a report.
    """
    report = _read(source, settings)
    judgements = review.get(report.symbol, ())
    return judge_citations(_understand(report, judgements), judgements)


def build_report(source: Path, output: Path, settings: Settings = AS_PRINTED) -> Built:
    """Build one report into its folder under `output`; a folder that an earlier build wrote is replaced.

    Raises:
        TreatygraphError: the file cannot be read, or the folder cannot be written; nothing is changed then.
    """
    review = by_report(read_review(output))
    annotated = annotate(source, settings, review)
    key = reviewed_key(make_key(source, settings.options) or "", review.get(annotated.report.symbol, ()))
    folder = output / _folder_of(source, annotated.report)
    summaries: list[Summary] = []
    with hold(output):
        status: Status = "changed" if folder.exists() else "new"
        replace_folder(folder, lambda fresh: summaries.append(_write(annotated, source, fresh, key, settings)))
    return Built(source, folder, summaries[0], status)


def build_reports(
    sources: Sequence[Path],
    output: Path,
    settings: Settings = AS_PRINTED,
    jobs: int = 1,
    tell: Callable[[Outcome], None] | Telling = NOBODY,
    *,
    force: bool = False,
    wait: float = WAIT,
    hand_out: HandOut | None = None,
) -> tuple[Outcome, ...]:
    """Build reports, in up to `jobs` processes, and return their outcomes in the order of `sources`.

    `tell` is called with each outcome, in that order, as soon as it is known; a `Telling` is told more. A report is
    kept as it is where its file, the options and the program are what they were, unless `force`. Reports that share
    a symbol would overwrite each other and are not built. The files are the same whatever the number of processes.
    What is one law or body then gets one id in all reports in `output`; where it holds several, it gets a page over
    them, and a description of them all for catalogues. Where another run is at work in `output`, this one waits, up
    to `wait` seconds. Where several are to be built, `hand_out` has them built elsewhere, with the same bytes.

    Raises:
        ReadingError: the lock or the list of pairs that an earlier build left in `output` cannot be read.
        StartingError: no process can be started to build them in.
        WritingError: they cannot be written, or another run holds `output`.
    """
    telling = tell if isinstance(tell, Telling) else Telling(tell)
    with hold(output, wait, telling.note):
        refuse_foreign_files(output)
        locked, decisions, rows = read_lock(output), read_decisions(output), read_review(output)
        review = by_report(rows)
        if locked:
            check_known(output, decisions, locked)
        telling.phase("Looking for what is unchanged")
        known = survey(output)
        ahead = _Ahead(output, recall(output), locked)
        hand_out = hand_out or partial(spread, jobs=jobs)
        outcomes = _build_all(sources, output, settings, hand_out, telling, {} if force else known, ahead, review)
        touched = {o.folder for o in outcomes if isinstance(o, Built) and o.status != "kept"}
        if not touched:
            ahead.agreement = None  # what was settled with a report that could not be written
        if any(isinstance(outcome, Built) for outcome in outcomes):
            left = {folder: made for folder, made in known.items() if folder not in touched}
            _bring_together(output, jobs, telling, left, ahead, review)
            telling.phase("Bringing the store in step")
            keep_in_step(output, telling.note)
        for sentence in find_unmet(output, rows):
            telling.note(sentence)
    return outcomes


def unify_reports(output: Path, jobs: int = 1, tell: Telling = NOBODY, *, wait: float = WAIT) -> Unified:
    """Give what is one law or body one id in all reports in `output`, and write those that change in `jobs` processes.

    Raises:
        ReadingError: the lock, the list of pairs or a report cannot be read.
        WritingError: something cannot be written, or another run holds `output`.
    """
    with hold(output, wait, tell.note):
        refuse_foreign_files(output)
        rows = read_review(output)
        unified = _bring_together(output, jobs, tell, {}, _Ahead(output, recall(output)), by_report(rows))
        for sentence in find_unmet(output, rows):
            tell.note(sentence)
        tell.phase("Bringing the store in step")
        keep_in_step(output, tell.note)
        return unified


def _build_all(
    sources: Sequence[Path],
    output: Path,
    settings: Settings,
    hand_out: HandOut,
    telling: Telling,
    known: Known,
    ahead: _Ahead,
    review: Review,
) -> tuple[Outcome, ...]:
    keys = {source: make_key(source, settings.options) for source in sources}
    kept = _find_kept(keys, known, review)
    tasks = [
        (source, output, output / f".{place:06}.partial-{os.getpid()}", settings, key or "", review)
        for place, (source, key) in enumerate(keys.items())
        if source not in kept
    ]
    placing = Placing(output)
    outcomes: dict[Path, Outcome] = {}
    if len(tasks) == 1:
        ahead.may_settle(kept.values())
    make = partial(_make, ahead=ahead)
    try:
        with closing(_alone(make, tasks) if len(tasks) == 1 else hand_out(_make, tasks, lost=_lose)) as made:
            for source in keys:
                telling.phase(f"Building {source.name}")
                outcome = _claim(kept[source], placing) if source in kept else _place(next(made), output, placing)
                if outcome is not None:
                    outcomes[source] = outcome
                    telling.outcome(outcome)
    finally:
        placing.finish()
        for _, _, fresh, *_ in tasks:
            discard(fresh)
    for source, others in placing.clashes().items():
        outcomes[source] = _refuse(source, others)
        telling.outcome(outcomes[source])
    return tuple(outcomes[source] for source in sources)


def _alone(make: Callable[..., Made], tasks: Sequence[MakeTask]) -> Generator[Made, None, None]:
    yield from (make(*task) for task in tasks)


def _find_kept(keys: Mapping[Path, str | None], known: Known, review: Review) -> dict[Path, Built]:
    """Find the reports made from the same files, with the same options and judgements, by the same program."""
    folders = {
        made.key: Built(folder, folder, made.summary, "kept")
        for folder, made in known.items()
        if made is not None and made.key and folder.name == folder_name(made.summary.symbol)
    }
    kept = {}
    for source, plain in keys.items():
        for key in (plain or "", *(reviewed_key(plain or "", judgements) for judgements in review.values())):
            built = folders.get(key)
            if built and key == reviewed_key(plain or "", review.get(built.summary.symbol, ())):
                kept[source] = replace(built, source=source)
    return kept


def _claim(kept: Built, placing: Placing) -> Built | None:
    return kept if placing.claim(kept.folder.name, kept.source) else None


def _place(made: Written | Failed, output: Path, placing: Placing) -> Outcome | None:
    """Put a report's folder in its place; None where another report has it, which is told when all are known."""
    if isinstance(made, Failed):
        return made
    if not placing.claim(made.name, made.source):
        return None
    folder = output / made.name
    try:
        with saying(folder):
            status: Status = "changed" if placing.put(made.fresh, made.name) else "new"
    except WritingError as error:
        return Failed(made.source, str(error))
    return Built(made.source, folder, made.summary, status)


def _refuse(source: Path, others: Sequence[Path]) -> Failed:
    return Failed(
        source,
        f"{source} has the same symbol as {', '.join(map(str, others))}; "
        "build them apart with --symbol, or leave all but one out.",
    )


def _bring_together(output: Path, jobs: int, telling: Telling, known: Known, ahead: _Ahead, review: Review) -> Unified:
    """Settle who is who in all reports, and write what stands beside them; nothing where nothing changed."""
    known = resurvey(output, known)
    before = ahead.before
    if before.unified is not None and ahead.agreement is None and is_as_left(output, known, before):
        return replace(before.unified, rewritten=())
    count = len(known)
    telling.phase(f"Finding what is one law in {count:,} reports" if count > 1 else "Giving laws their IRIs")
    agreement = ahead.agreement or agree(output, ahead.names)
    unified = unify(output, lambda tasks: _rewrite_all(tasks, jobs, telling), agreement, review)
    known = resurvey(output, known, changed=unified.rewritten)
    telling.phase("Writing the page over all reports")
    write_over_all(output, known)
    remember(output, known, replace(unified, rewritten=()), ahead.names)
    return unified


def _rewrite_all(tasks: Sequence[Task], jobs: int, telling: Telling) -> Iterator[Path]:
    with closing(spread(rewrite, tasks, jobs, lost=lambda *task: None)) as written:
        for folder, *_ in tasks:
            telling.phase(f"Writing {folder.name} anew")
            fresh = next(written)
            if fresh is None:
                raise WritingError(
                    f"{folder}: the process that wrote it was ended, perhaps for want of memory; try again."
                )
            yield fresh


def _make(
    source: Path,
    output: Path,
    fresh: Path,
    settings: Settings,
    key: str,
    review: Review,
    ahead: _Ahead | None = None,
) -> Written | Failed:
    """Write the files of a report into the hidden folder `fresh`, its entities settled before where that can be."""
    try:
        report = _read(source, settings)
        name = _folder_of(source, report)
        refuse_foreign_folder(output / name)
        with bounded(source, BOUNDS):
            judgements = review.get(report.symbol, ())
            annotated = _understand(report, judgements)
            _check_strictly(source, annotated.report, settings)
            if ahead is not None:
                annotated = ahead.settle(annotated, output / name)
            annotated, key = judge_citations(annotated, judgements), reviewed_key(key, judgements)
            with saying(output / name):
                make_folder(fresh)
                return Written(source, fresh, name, _write(annotated, source, fresh, key, settings))
    except TreatygraphError as error:
        return Failed(source, str(error))
    except Exception as error:
        if is_lack_of_memory(error):
            return Failed(source, f"{source}: there is not enough memory to build it; allow more (ulimit -v).")
        reason = f"{source}: a fault of treatygraph itself ({error!r}); please report it with this file."
        return Failed(source, reason, traceback.format_exc())


def _write(annotated: Annotated, source: Path, fresh: Path, key: str, settings: Settings) -> Summary:
    if settings.pictures:
        print_pages(annotated, source, fresh, settings.password)
    return write_sealed(annotated, fresh, key, docbin=settings.docbin)


def _lose(source: Path, *task: object) -> Failed:
    return Failed(source, f"{source}: the process that read it was ended, perhaps for want of memory; build it alone.")


def _understand(report: Report, judgements: Sequence[Judgement]) -> Annotated:
    found = link(resolve(judge_mentions(recognise(report), judgements)))
    return replace(found, dialogue=discuss(found), unread=list_unread(found))


def _read(source: Path, settings: Settings) -> Report:
    report = read(source, symbol=settings.symbol, reader=settings.reader, password=settings.password, ocr=settings.ocr)
    _check_strictly(source, report, settings)
    return report


def _check_strictly(source: Path, report: Report, settings: Settings) -> None:
    if settings.strict and (notes := note_quality(report)):
        raise ReadingError(f"{source}: the reading is not clean ({' '.join(notes)}); look, or build without --strict.")


def _folder_of(source: Path, report: Report) -> str:
    if not report.symbol:
        raise ReadingError(f"{source}: no symbol of a report was found in it; give one with --symbol.")
    return folder_name(report.symbol)
