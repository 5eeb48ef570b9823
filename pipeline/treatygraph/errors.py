"""What can go wrong with input: one sentence each, for a person.

Every error that a user can cause is a `TreatygraphError`; its text says which file, what is wrong and what
to do. The command line prints it and exits with `exit_code`; anything else is a fault of this program.
"""


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
