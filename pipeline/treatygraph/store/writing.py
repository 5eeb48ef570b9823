"""Keeping the store in step with the reports: in proportion to what changed, whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from traceback import clear_frames
from typing import Literal

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple

from treatygraph.errors import WritingError
from treatygraph.folders import list_folders
from treatygraph.ontology import ontology_path
from treatygraph.store.contents import (
    VOCABULARY_FILES,
    Beside,
    added_triples,
    check_links,
    quads_beside,
    read_beside,
    report_triples,
)
from treatygraph.store.joined import JoinedGraphs
from treatygraph.store.layout import (
    BESIDE,
    ENGINE,
    GRAPH_FILE,
    STATE_FILE,
    Held,
    State,
    hold_file,
    is_damaged,
    is_same,
    is_whole,
    make_stamp,
    read_state,
    read_symbol,
    remove_unless_read,
    report_graph,
    store_folder,
    write_state,
)

# A report that is replaced costs about three times what it costs to load it with all others.
_DEARER = 3
_READ_AT_ONCE = 1 << 20

Step = Literal["none", "kept", "updated", "rebuilt", "dropped"]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The state that is to be, and which reports changed or are gone since the one before."""

    state: State
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    before: State | None

    @property
    def small(self) -> bool:
        """Whether what changed is put in its place for less than all is loaded anew."""
        return self.before is not None and _DEARER * (len(self.changed) + len(self.gone)) < len(self.state.reports)


def keep_store(output: Path, *, anew: bool = True) -> Step:
    """Bring the store of an output folder in step with its reports; the caller holds the folder.

    A folder without reports has none. Where most reports changed, the store is written anew; unless
    `anew`, it is dropped, and the next question makes it.

    Raises:
        ReadingError: a graph, or what lies beside the reports, is malformed; the store is as it was.
        WritingError: the store cannot be written; it is as it was.
    """
    place = store_folder(output)
    with _saying(place):
        folders = list_folders(output, GRAPH_FILE)
        if not folders:
            shutil.rmtree(place, ignore_errors=True)
            return "none"
        place.mkdir(exist_ok=True)
        plan = _plan(output, folders)
        if plan.before is not None and not plan.changed and not plan.gone:
            if plan.state != plan.before:
                write_state(output, plan.state)
            _sweep(place, plan.state)
            return "kept"
        if plan.small:
            try:
                return _write(output, plan)
            except (OSError, RuntimeError) as error:
                if not is_damaged(error):
                    raise
        if anew:
            return _write(output, replace(plan, before=None))
        (place / STATE_FILE).unlink(missing_ok=True)
        _sweep(place, None)
        return "dropped"


def _plan(output: Path, folders: Sequence[Path]) -> _Plan:
    """Find out what the store is to hold, and what of it the one that is there holds already."""
    before = read_state(output)
    vocabulary = hashlib.sha256(b"".join(ontology_path(name).read_bytes() for name in VOCABULARY_FILES)).hexdigest()
    beside = {name: make_stamp(output / name) for name in BESIDE if (output / name).is_file()}
    if before is not None and not (
        (before.engine, before.vocabulary) == (ENGINE, vocabulary)
        and {name: stamp.digest for name, stamp in before.beside.items()}
        == {name: stamp.digest for name, stamp in beside.items()}
        and is_whole(store_folder(output) / before.generation, before)
    ):
        before = None
    held = {} if before is None else before.reports
    reports: dict[str, Held] = {}
    changed = []
    for folder in folders:
        known = held.get(folder.name)
        if known is not None and is_same(folder / GRAPH_FILE, known.stamp):
            stamp = replace(known.stamp, changed=(folder / GRAPH_FILE).stat().st_mtime_ns)
        else:
            stamp = make_stamp(folder / GRAPH_FILE)
            changed.append(folder.name)
        reports[folder.name] = Held(read_symbol(folder), stamp)
    generation = "0" if before is None else before.generation
    state = State(ENGINE, generation, vocabulary, {} if before is None else before.parts, reports, beside)
    return _Plan(state, tuple(changed), tuple(sorted(held.keys() - reports.keys())), before)


def _write(output: Path, plan: _Plan) -> Step:
    place, beside = store_folder(output), read_beside(output)
    generation = _free_name(place)
    fresh = place / generation
    step: Step = "updated" if plan.small else "rebuilt"
    try:
        if plan.before is not None and plan.small:
            Store.read_only(str(place / plan.before.generation)).backup(str(fresh))  # links to the same files
            _update(fresh, output, plan, beside)
        else:
            _rebuild(fresh, output, plan.state.reports, beside)
        hold_file(fresh).touch()
        state = replace(plan.state, generation=generation, parts=stored_parts(fresh))
        write_state(output, state)
    except BaseException as error:
        clear_frames(error.__traceback__)  # closes the store that they hold, which else writes on while it is removed
        _remove(fresh, hold_file(fresh))
        raise
    _sweep(place, state)
    return step


def _rebuild(fresh: Path, output: Path, reports: Mapping[str, Held], beside: Beside) -> None:
    store = Store(str(fresh))
    graphs = {report_graph(name): output / name / GRAPH_FILE for name in reports}
    try:
        store.bulk_load(input=BufferedReader(JoinedGraphs(graphs), _READ_AT_ONCE), format=RdfFormat.TRIG)
        store.bulk_extend(_added_quads(store, graphs, beside))
    except (SyntaxError, UnicodeDecodeError, FileNotFoundError):
        # One is malformed, which parsing each alone says with its name, or was written by another program in a way
        # that TriG has not. What was loaded so far stands in the files too.
        store.bulk_extend(_all_quads(output, reports, beside))
    store.bulk_extend(quads_beside(beside))
    _check(store, beside)
    store.flush()
    store.optimize()  # halves what a question costs


def _added_quads(store: Store, graphs: Iterable[NamedNode], beside: Beside) -> Iterator[Quad]:
    for graph in graphs:

        def described(law: NamedNode, graph: NamedNode = graph) -> bool:
            return next(store.quads_for_pattern(law, None, None, graph), None) is not None

        yield from _in_both(added_triples(beside, described), graph)


def _all_quads(output: Path, reports: Mapping[str, Held], beside: Beside) -> Iterator[Quad]:
    for name in reports:
        yield from _in_both(report_triples(output / name, beside), report_graph(name))


def _in_both(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    """Each triple in the default graph, which is the reports together, and in its report's own."""
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object)
        yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _update(fresh: Path, output: Path, plan: _Plan, beside: Beside) -> None:
    store = Store(str(fresh))
    graphs = frozenset(map(report_graph, (*plan.state.reports, *plan.gone)))
    for name in (*plan.changed, *plan.gone):
        graph = report_graph(name)
        held = {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}
        now = set(report_triples(output / name, beside)) if name in plan.state.reports else set()
        _take_out(store, graph, held - now, graphs)
        store.bulk_extend(_in_both(now - held, graph))
    _check(store, beside)
    store.flush()


def _take_out(store: Store, graph: NamedNode, triples: set[Triple], graphs: frozenset[NamedNode]) -> None:
    """Take triples out of a report's graph, and those out of the default graph that no other report has."""
    for triple in triples:
        subject, predicate, thing = triple.subject, triple.predicate, triple.object
        others = (quad.graph_name for quad in store.quads_for_pattern(subject, predicate, thing, None))
        if not any(other in graphs and other != graph for other in others):
            store.remove(Quad(subject, predicate, thing, DefaultGraph()))
        store.remove(Quad(subject, predicate, thing, graph))


def _check(store: Store, beside: Beside) -> None:
    def described(law: NamedNode) -> bool:
        return next(store.quads_for_pattern(law, None, None, DefaultGraph()), None) is not None

    check_links(beside.links, described)


def stored_parts(fresh: Path) -> dict[str, int]:
    """The files that a generation cannot be without, with their sizes."""
    kept = (path for path in fresh.iterdir() if path.suffix == ".sst" or path.name.startswith(("CURRENT", "MANIFEST")))
    return {path.name: path.stat().st_size for path in kept}


def _free_name(place: Path) -> str:
    taken = [int(path.stem) for path in place.iterdir() if path.stem.isdecimal()]
    return str(max(taken, default=0) + 1)


def _sweep(place: Path, state: State | None) -> None:
    """Remove what a killed run left, and earlier generations that nobody reads any more."""
    for path in place.iterdir():
        if path.is_dir() and (state is None or path.name != state.generation):
            remove_unless_read(path, _remove)
    for path in place.iterdir():
        if path.suffix == ".readers" and not path.with_suffix("").is_dir():
            path.unlink(missing_ok=True)
    (place / f".{STATE_FILE}.partial").unlink(missing_ok=True)


def _remove(generation: Path, lock: Path) -> None:
    shutil.rmtree(generation, ignore_errors=True)
    lock.unlink(missing_ok=True)


@contextmanager
def _saying(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WritingError(
            f"{place} cannot be written ({error.strerror or error}); queries read the files in its stead."
        ) from error
