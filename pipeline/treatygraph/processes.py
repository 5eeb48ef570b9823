"""Doing tasks in several processes, which end with the run that started them, however it ends.

No thread stands between the caller and the processes: where memory is short, the threads of a pool of the standard
library cannot be started, and its caller would wait for ever.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeAlias, TypeVar

from treatygraph.errors import StartingError
from treatygraph.garbage import collect_rarely, unheard_ends

Result = TypeVar("Result")
Task: TypeAlias = tuple[object, ...]

# Seconds that a process gets to end by itself when there is nothing left to do.
_PATIENCE = 5.0
_NOT_STARTED = 70


def spread(
    work: Callable[..., Result], tasks: Sequence[Task], jobs: int, lost: Callable[..., Result]
) -> Generator[Result, None, None]:
    """Do the tasks in up to `jobs` processes and yield the results in the order of the tasks.

    New processes are spawned, not forked: PDFium and the caller's threads do not survive a fork. A task whose process
    dies may have lacked what others used; it is tried once more, alone, and `lost` gives the result if its process dies
    again. Where the caller does not want the rest of the results, the processes are ended at once.

    Raises:
        StartingError: no process can be started.
    """
    if min(jobs, len(tasks)) <= 1:
        yield from (work(*task) for task in tasks)
        return
    waiting = deque(enumerate(tasks))
    done: dict[int, Result] = {}
    suspects: set[int] = set()
    with _team(work, min(jobs, len(tasks))) as team:
        for place, task in enumerate(tasks):
            while place not in done:
                if place in suspects and not team.is_busy:
                    done[place] = _do_alone(team, place, task, lost)
                    break
                if place not in suspects:
                    team.begin(waiting)
                for at, results in team.wait():
                    if results:
                        done[at] = results[0]
                    else:
                        suspects.add(at)
            yield done.pop(place)


def _do_alone(team: _Team[Result], place: int, task: Task, lost: Callable[..., Result]) -> Result:
    team.dismiss()
    waiting = deque([(place, task)])
    while True:
        team.begin(waiting)
        for _, results in team.wait():
            return results[0] if results else lost(*task)


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, the pipe to it, and the place of the task that it is at; it is ready once it knows its work."""

    process: SpawnProcess
    pipe: Connection
    place: int | None = None
    is_ready: bool = False

    def give(self, place: int, task: Task) -> None:
        self.place = place
        with suppress(BrokenPipeError, ConnectionResetError):  # it died; that is seen where its answer is waited for
            self.pipe.send(task)


class _Team(Generic[Result]):
    """The processes of one run, started as they are needed, up to `size` at once."""

    def __init__(self, work: Callable[..., Result], size: int) -> None:
        self._work = work
        self._size = size
        self._workers: list[_Worker] = []

    @property
    def is_busy(self) -> bool:
        """Whether one of them is at a task."""
        return any(worker.place is not None for worker in self._workers)

    def begin(self, waiting: deque[tuple[int, Task]]) -> None:
        """Give tasks to those that have none, and start others while more is waiting."""
        for worker in self._workers:
            if waiting and worker.is_ready and worker.place is None:
                worker.give(*waiting.popleft())
        starting = sum(not worker.is_ready for worker in self._workers)
        for _ in range(min(len(waiting) - starting, self._size - len(self._workers))):
            self._start()

    def wait(self) -> Iterator[tuple[int, tuple[Result, ...]]]:
        """Wait until there is news, and yield the place of each task that ended with its result; none of a lost one.

        Raises:
            StartingError: no process can be started.
        """
        workers = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(workers)):
            worker = workers[pipe]  # type: ignore[index]
            try:
                answer = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                self._bury(worker)
                if worker.place is not None:
                    yield worker.place, ()
                continue
            if not worker.is_ready:
                worker.is_ready = True
                continue
            place, worker.place = worker.place, None
            assert place is not None
            result, error = answer
            if error is not None:
                raise error
            yield place, (result,)

    def dismiss(self) -> None:
        """Let those end that have nothing to do, which is all of them."""
        for worker in self._workers:
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
        self.end()

    def end(self) -> None:
        """End them at once, whatever they are at."""
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _start(self) -> None:
        pipe, theirs = _SPAWN.Pipe()
        worker = _Worker(_SPAWN.Process(target=_serve, args=(theirs,), daemon=True), pipe)
        try:
            worker.process.start()
        except OSError:
            pipe.close()
            self._miss()
            return
        finally:
            theirs.close()
        self._workers.append(worker)
        with suppress(BrokenPipeError, ConnectionResetError):
            pipe.send(self._work)

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        if not worker.is_ready:
            self._miss()

    def _miss(self) -> None:
        """Go on with fewer processes than wanted, while there is one."""
        self._size -= 1
        if self._size < 1:
            raise StartingError(
                "No process could be started to work in; end other programs, allow more memory and processes (ulimit), "
                "or give --jobs 1, which needs none."
            )


_SPAWN = get_context("spawn")


@contextmanager
def _team(work: Callable[..., Result], size: int) -> Iterator[_Team[Result]]:
    """Processes that are ended at once, with what they are doing, where an error or an interruption ends the run."""
    team = _Team(work, size)
    try:
        yield team
        team.dismiss()
    finally:
        team.end()


def _serve(pipe: Connection) -> None:
    """Do tasks until there are no more; an interruption from the keyboard is the parent's to deal with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    with unheard_ends():
        try:
            threading.Thread(target=_watch_parent, daemon=True).start()
            work = pipe.recv()  # imports what it needs
            pipe.send(None)
        except BaseException:  # memory that fails shows in many ways; the parent sees that nothing was started
            os._exit(_NOT_STARTED)
        while True:
            try:
                task = pipe.recv()
            except (EOFError, ConnectionResetError):
                return
            pipe.send(_answer(work, task))


def _answer(work: Callable[..., object], task: Task) -> tuple[Any, Exception | None]:
    try:
        return work(*task), None
    except Exception as error:
        error.add_note(traceback.format_exc())
        return None, error


def _watch_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
