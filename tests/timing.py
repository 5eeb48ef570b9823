"""The time that a piece of work takes, told apart from that of a busy machine: processor time, and how it grows."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable


def seconds_of_children() -> float:
    """Processor time of the processes that were started from this one and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def grows_linearly(work: Callable[[int], Callable[[], object]], short: int, long: int) -> bool:
    """Whether ``long`` lengths of a work take about as much more time than ``short`` ones as they are longer.

    ``work`` makes the work of a length ready; only doing it is timed. A busy machine only ever adds time: the least
    of up to eight runs of each length counts, and they stop as soon as it is within twice the growth of the length
    (of four lengths, eight times the time; a work that grows with the square takes sixteen).
    """
    works = {length: work(length) for length in (short, long)}
    least = dict.fromkeys(works, float("inf"))
    for _ in range(8):
        for length, do in works.items():
            gc.collect()
            gc.disable()
            begun = time.process_time()
            do()
            least[length] = min(least[length], time.process_time() - begun)
            gc.enable()
        if least[long] <= 0.05 + 2 * long / short * least[short]:
            return True
    return False
