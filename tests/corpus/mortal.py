"""Work for a process that may die of it; apart from the tests, so that a new process has little to import."""

import os


def halve(number: int) -> float:
    """Half of a number; 13 ends the process, as a lack of memory does."""
    if number == 13:
        os._exit(1)
    return number / 2
