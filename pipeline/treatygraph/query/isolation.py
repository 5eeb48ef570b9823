"""Asking in a process of its own: a query that never ends, or takes all memory, costs a sentence and never the run.

A call into Oxigraph cannot be interrupted, and ends its process when memory or the stack does. So what is asked of a
file or a folder is asked by a child with bounds on its processor time, its memory and its answer. The child imports
nothing from the folder that it is started in, gets its request and gives its answer as JSON, and ends with its parent.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from treatygraph.errors import OntologyError, ReadingError
from treatygraph.query.answers import Answer, Value, decode
from treatygraph.query.bounds import Bounds, smaller_memory, too_busy, too_large, too_long, too_many
from treatygraph.query.errors import QueryBoundError, QueryError, QueryRefusedError
from treatygraph.query.questions import Question

_ERRORS = {
    error.__name__: error for error in (OntologyError, ReadingError, QueryBoundError, QueryError, QueryRefusedError)
}
_OUT_OF_TIME = frozenset(getattr(signal, name, 0) for name in ("SIGPROF", "SIGXCPU")) - {0}
# What a child needs of the environment: where its libraries are, and how names are written. No proxies, no secrets.
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
_OF_PYTHON = ("PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")


def child_command(module: str) -> list[str]:
    """The command that runs the `main` of a module of this package in a child process.

    With `-P` the folder that it is started in is no place to import from; where this package lies is the last one.
    """
    start = f"import sys; sys.path.append(sys.argv.pop()); from {module} import main; main()"
    return [sys.executable, "-P", "-c", start, str(Path(__file__).parents[2])]


def child_environment() -> dict[str, str]:
    """What a child gets of the environment."""
    return {key: os.environ[key] for key in (*_KEPT, *_OF_PYTHON) if key in os.environ}


@dataclass(frozen=True, slots=True)
class Request:
    """What the child is asked: a question with its parameters put in, of the graphs at a place.

    `values` are those parameters that name something: parameter, kind, value.
    """

    source: str
    question: Question
    text: str
    values: tuple[tuple[str, str, str], ...]
    engine: str
    report: str | None
    bounds: Bounds


def ask_in_child(request: Request) -> Answer:
    """Ask in a child process.

    Raises:
        QueryBoundError: the query takes more than it may.
        QueryError: the query is refused, malformed, or cannot be answered.
        ReadingError: there is no graph at the source, it is malformed, or it has no such report.

    """
    name, bounds = request.question.name, request.bounds
    child = subprocess.Popen(
        child_command("treatygraph.query.child"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child_environment(),
    )
    with _ended(child, bounds.wall_seconds) as busy:
        assert child.stdin is not None
        assert child.stdout is not None
        with contextlib.suppress(BrokenPipeError), child.stdin as pipe:
            pipe.write(_written(request))
        most = bounds.answer + (1 << 20)
        content = child.stdout.read(most + 1)
        if len(content) > most:
            raise too_many(name, bounds)
        code = child.wait()
    if code == 0:
        return _read_answer(content, request)
    if -code in _OUT_OF_TIME:
        raise too_long(name, bounds)
    if busy.is_set():
        raise too_busy(name, bounds)
    raise too_large(name, smaller_memory(bounds) >> 20)


@contextlib.contextmanager
def _ended(child: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    """End a child at the bound of the clock, and whatever comes; the event tells that it was the clock."""
    busy = threading.Event()

    def end() -> None:
        busy.set()
        child.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield busy
    finally:
        timer.cancel()
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()


def _written(request: Request) -> bytes:
    question = request.question
    record = {
        "parent": os.getpid(),
        "source": os.fsencode(request.source).decode("latin-1"),
        "question": {
            "name": question.name,
            "question": question.question,
            "scope": question.scope,
            "shipped": question.shipped,
        },
        "text": request.text,
        "values": request.values,
        "engine": request.engine,
        "report": request.report,
        "bounds": asdict(request.bounds),
    }
    return json.dumps(record).encode()


def _read_answer(content: bytes, request: Request) -> Answer:
    """Read what the child wrote: a line for what it is, then one for each row."""
    head, *rows = map(json.loads, content.splitlines())
    if "error" in head:
        raise _ERRORS[head["error"]](head["words"])
    if "fault" in head:
        raise RuntimeError(f"The process that asks the query {request.question.name} failed\n{head['fault']}")
    read: Iterator[tuple[Value, ...]] = (tuple(map(decode, row)) for row in rows)
    columns, silent, triples = (tuple(head[name]) for name in ("columns", "silent", "triples"))
    return Answer(request.question.name, request.question.question, columns, tuple(read), silent, triples)
