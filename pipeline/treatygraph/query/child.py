"""The process in which a query of files and folders is asked: JSON in and out, a line for each row."""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import Store

from treatygraph.errors import ReadingError, TreatygraphError
from treatygraph.query.answers import Answer, encode
from treatygraph.query.bounds import Bounds, smaller_memory, too_large, too_many
from treatygraph.query.checking import KINDS, Ask, Check, Named, missing
from treatygraph.query.engines import View, ask_oxigraph, ask_rdflib
from treatygraph.query.errors import QueryError
from treatygraph.query.kept import KeptStore, kept_store
from treatygraph.query.nearest import same_symbol
from treatygraph.query.questions import Question
from treatygraph.query.sources import choose_report, is_store, open_store, report_folders
from treatygraph.query.sparql import check_text, names_graphs
from treatygraph.query.terms import check_terms
from treatygraph.store.layout import give_up_store, is_damaged

if TYPE_CHECKING:
    from rdflib import Graph


def ask_here(
    source: Graph | Store | Path | str,
    question: Question,
    text: str,
    engine: str = "oxigraph",
    report: str | None = None,
    bounds: Bounds | None = None,
    *,
    values: Iterable[Named] = (),
    alone: bool = False,
) -> Answer:
    """Ask a question in this very process, whatever it costs; the parameters stand in `text`.

    `values` are those parameters that name something, which is looked up first. `alone` says that this process is
    there for nothing else.

    Raises:
        QueryError: the query is refused, malformed, cannot be answered, or has too long an answer; or a value or a term
            in it names nothing that there is.
        ReadingError: there is no graph at `source`, it is malformed, or it has no such report.

    """
    check_text(question.name, text)
    check_terms(question, text)
    check = Check(tuple(values))
    asked = partial(_ask, question=question, text=text, engine=engine, bounds=bounds, check=check, alone=alone)
    before = leave_network if alone else lambda: None
    with kept_store(source if engine == "oxigraph" else None, before) as kept:
        try:
            answer = _ask_each(source, question, report, kept, partial(asked, kept=kept))
        except (QueryError, OSError, RuntimeError) as error:
            if kept is None or not is_damaged(error.__cause__ if isinstance(error, QueryError) else error):
                raise
            give_up_store(kept.output)
            answer = _ask_each(source, question, report, None, asked)
    check.fail_missing()
    return answer


def ask_kept(
    kept: KeptStore,
    question: Question,
    text: str,
    report: str | None = None,
    bounds: Bounds | None = None,
    values: Iterable[Named] = (),
) -> Answer:
    """Ask a question of a store that is open already, in this process; all else is as in `ask_here`.

    Raises:
        QueryError: the query cannot be answered, or a value in it names nothing that there is.
        ReadingError: there is no such report.

    """
    check_text(question.name, text)
    check_terms(question, text)
    check = Check(tuple(values))
    ask = partial(
        _ask, question=question, text=text, engine="oxigraph", bounds=bounds, check=check, alone=False, kept=kept
    )
    answer = _ask_each(kept.output, question, report, kept, ask)
    check.fail_missing()
    return answer


def _ask_each(
    source: Graph | Store | Path | str,
    question: Question,
    report: str | None,
    kept: KeptStore | None,
    ask: Callable[[Any], Answer],
) -> Answer:
    """Ask a question of one report, of each, or of all together."""
    folders = kept.reports if kept else report_folders(Path(source)) if isinstance(source, str | Path) else {}
    if report is not None:
        answer = ask(choose_report(folders, report) if folders else _only_report(source, report))
    elif question.scope == "report" and len(folders) > 1:
        answers = {symbol: ask(folder) for symbol, folder in folders.items()}
        columns = next(iter(answers.values())).columns
        rows = tuple((symbol, *row) for symbol, answer in answers.items() for row in answer.rows)
        silent = tuple(symbol for symbol, answer in answers.items() if not answer.rows)
        answer = Answer(question.name, question.question, ("report", *columns), rows, silent)
    else:
        answer = ask(source)
    return answer


def _only_report(source: Graph | Store | Path | str, symbol: str) -> Store:
    """Open what holds one report, and see that it is the one that was named.

    Raises:
        ReadingError: it is another, or there are several, which cannot be told apart in one graph.

    """
    store = open_store(source)
    known = {symbol for symbol, *_ in _asking(store, Question("known", ""))(KINDS["report"].known)}
    if not same_symbol(symbol, known):
        raise ReadingError(str(missing(KINDS["report"].missing.format(value=symbol), symbol, known)))
    if len(known) > 1:
        raise ReadingError(
            f"{len(known)} reports stand in one graph here; --report chooses among the folders that a build wrote."
        )
    return store


def _ask(
    source: Graph | Store | Path | str,
    question: Question,
    text: str,
    engine: str,
    bounds: Bounds | None,
    check: Check,
    alone: bool,
    kept: KeptStore | None = None,
) -> Answer:
    if kept is not None:
        view = kept.view(Path(source))  # type: ignore[arg-type]
        named = check.put_names(text, _asking(kept.store, question, view))
        return ask_oxigraph(kept.store, question, named, bounds, view)
    if engine == "oxigraph":
        store = open_store(source)
        # A store on disk goes on opening its files; what is in memory needs none, and no connection either.
        on_disk = isinstance(source, str | Path) and is_store(Path(source))
        with _no_files() if alone and not on_disk else nullcontext():
            return ask_oxigraph(store, question, check.put_names(text, _asking(store, question)), bounds)
    if isinstance(source, str | Path | Store):
        from treatygraph.graph.rdflib_graph import make_dataset

        source = make_dataset(open_store(source), always=names_graphs(text))
    return ask_rdflib(source, question, check.put_names(text, _asking(source, question)), bounds)


def _asking(graph: Graph | Store, question: Question, view: View | None = None) -> Ask:
    """Ask a graph for words, with the engine that it is of."""

    def ask(query: str) -> list[tuple[str, ...]]:
        if isinstance(graph, Store):
            answer = ask_oxigraph(graph, question, query, view=view)
        else:
            answer = ask_rdflib(graph, question, query)
        return [tuple("" if value is None else str(value) for value in row) for row in answer.rows]

    return ask


@contextmanager
def _no_files() -> Iterator[None]:
    """Let this process open no file and no connection while a query runs.

    Oxigraph has no switch for `SERVICE`. What the look at the tokens might miss fails here, before anything is sent.
    """
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


_WAYS_OUT = frozenset(
    ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "subprocess.Popen", "os.system")
) | {"os.exec", "os.fork", "os.posix_spawn"}


def refuse_ways_out(event: str, _: object) -> None:
    """The same for rdflib, which opens its own modules late and must be let do so."""
    if event in _WAYS_OUT:
        raise PermissionError(f"a query may not reach out ({event})")


def leave_network() -> None:
    """Give this process a network of its own, which leads nowhere, where the system lets it (Linux); before threads."""
    if sys.platform != "linux":
        return
    import ctypes

    new_user_and_network = 0x10000000 | 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of unshare(2)
    ctypes.CDLL(None).unshare(new_user_and_network)


def main() -> None:
    """Answer one request on standard input: what the answer is and its rows, or the sentence that says why not."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no part of the answer
    request = json.load(sys.stdin.buffer)
    bounds = Bounds(**request["bounds"])
    end_with_parent(request["parent"])
    sys.addaudithook(refuse_ways_out)
    bound_this_process(bounds)
    output.writelines(_reply(request, bounds))
    output.flush()


def _reply(request: Mapping[str, Any], bounds: Bounds) -> list[bytes]:
    question = Question(text="", **request["question"])
    try:
        source = os.fsdecode(request["source"].encode("latin-1"))
        values = [Named(*value) for value in request["values"]]
        text, engine, report = request["text"], request["engine"], request["report"]
        answer = ask_here(source, question, text, engine, report, bounds, values=values, alone=True)
        return _lines(answer, bounds)
    except TreatygraphError as error:
        return [_line({"error": type(error).__name__, "words": str(error)})]
    except MemoryError:
        ended = too_large(question.name, smaller_memory(bounds) >> 20)
        return [_line({"error": type(ended).__name__, "words": str(ended)})]
    except Exception:
        return [_line({"fault": traceback.format_exc()})]


def _lines(answer: Answer, bounds: Bounds) -> list[bytes]:
    head = {"columns": answer.columns, "silent": answer.silent, "triples": answer.triples}
    lines = [_line(head)]
    length = len(lines[0])
    for row in answer.rows:
        lines.append(_line([encode(value) for value in row]))
        length += len(lines[-1])
        if length > bounds.answer:
            raise too_many(answer.name, bounds)
    return lines


def _line(record: object) -> bytes:
    return json.dumps(record).encode() + b"\n"


def bound_this_process(bounds: Bounds) -> None:
    """Set the bounds of processor time and of memory, where the system has them (Windows has neither).

    The system ends the process at the first of them; no handler runs, since none would while an engine does.
    """
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, bounds.seconds)
    bound_memory(smaller_memory(bounds))


def bound_memory(memory: int) -> None:
    """Set the bound of memory, in bytes; a process that the system ends leaves none of it on disk."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # macOS knows the bound and does not heed it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def end_with_parent(parent: int) -> None:
    """Let the system end this process when its parent is gone, where it can (Linux)."""
    if sys.platform != "linux":
        return
    import ctypes

    set_death_signal = 1  # PR_SET_PDEATHSIG of prctl(2)
    ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
