"""Doing tasks in several processes, which end with the run that started them, however it ends."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

Result = TypeVar("Result")


def spread(
    work: Callable[..., Result],
    tasks: Sequence[tuple[object, ...]],
    jobs: int,
    lost: Callable[..., Result],
) -> Generator[Result, None, None]:
    """Do the tasks in up to `jobs` processes and yield the results in the order of the tasks.

    New processes are spawned, not forked: PDFium and the caller's threads do not survive a fork. A process that
    dies takes the whole pool with it; those of its tasks that may have been at work are then tried one by one,
    and `lost` gives the result for the one that kills its process again. Where the caller does not want the rest
    of the results, the processes are ended at once.
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


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool that is ended at once, with what it is doing, where an error or an interruption ends the run."""
    others = set(active_children())
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent)
    try:
        yield pool
    except BaseException:
        for process in set(active_children()) - others:
            process.kill()
        pool.shutdown(wait=True, cancel_futures=True)
        raise
    pool.shutdown()


def _end_with_parent() -> None:
    """Let this process end when its parent has; an interruption from the keyboard is the parent's to deal with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
