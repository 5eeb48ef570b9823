"""Work for a process that may die of it; apart from the tests, so that a new process has little to import."""

import os


def halve(number: int) -> float:
    """Half of a number; 13 ends the process, as a lack of memory does."""
    if number == 13:
        os._exit(1)
    return number / 2


class Unloadable:
    """Work that a new process cannot load, as where memory is too short for what it imports."""

    def __call__(self, number: int) -> float:
        return number / 2

    def __reduce__(self) -> tuple[object, ...]:
        return lack, ()


def lack() -> None:
    """Raise what an import raises that gets no memory."""
    raise MemoryError


class LoadedOnce(Unloadable):
    """Work that one new process can load and no other: `mark` is a file that the first one makes."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return load_once, (self.mark,)


def load_once(mark: str) -> LoadedOnce:
    """Load it where nobody has."""
    os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    return LoadedOnce(mark)


def divide(number: int) -> float:
    """A hundredth of the inverse; of 0 there is none."""
    return 1 / (100 * number)
