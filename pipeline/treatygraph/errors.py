"""What can go wrong with input: one sentence each, for a person.

Every error that a user can cause is a `TreatygraphError`; its text says which file, what is wrong and what
to do. The command line prints it and exits with `exit_code`; anything else is a fault of this program, or of a system
that has no memory left.
"""

import errno

# What is said of a library that cannot be loaded, a thread that cannot be started, and a call that lost its error.
_LACKING = (
    "failed to map segment",
    "cannot allocate memory",
    "can't start new thread",
    "error return without exception set",
    "without setting an exception",
)


def is_lack_of_memory(error: BaseException) -> bool:
    """Tell whether an error says that memory failed, in whatever words; under `ulimit -v` many do."""
    if isinstance(error, MemoryError):
        return True
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    if isinstance(error, ImportError | RuntimeError | SystemError):
        said = str(error).casefold()
        return any(words in said for words in _LACKING)
    return False


class TreatygraphError(Exception):
    """A failure that the user can act on; `str(error)` is one sentence."""

    exit_code = 1


class ReadingError(TreatygraphError):
    """A report could not be read: missing, damaged, encrypted, without text, too large."""


class OntologyError(TreatygraphError):
    """A query, shape or vocabulary file is missing or malformed."""


class ValidationFailedError(TreatygraphError):
    """A graph does not conform to the shapes."""

    exit_code = 4


class WritingError(TreatygraphError):
    """Results could not be written: no permission, no space, something else stands in their place."""


class StartingError(TreatygraphError):
    """No process could be started: too many run, or memory is short."""
