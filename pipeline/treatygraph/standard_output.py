"""Standard output that cannot be written: a full disk, a reader that is gone, none at all. One sentence, exit code 1.

Python says so by a traceback, or by a remark after all is done. What a command wrote into files is there all the same.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from treatygraph.errors import WritingError


class StandardOutputError(WritingError):
    """What a command shows cannot be written to standard output."""


@contextmanager
def checked_output() -> Iterator[None]:
    """Raise an error for standard output that cannot be written, also for what is written at the end.

    Output that something else than the system takes (a test, a notebook) is left as it is.

    Raises:
        StandardOutputError: it cannot be written. Nothing more is written then.

    """
    before = sys.stdout
    if sys.platform == "win32" or (before is not None and not _is_the_systems(before)):
        yield
        return
    raw = _Checked(None if before is None else before.fileno())
    # With an encoding and line ends as before; what is written to `buffer` goes the same way.
    encoding, errors = (before.encoding, before.errors) if before is not None else ("utf-8", "replace")
    lines = before is not None and bool(before.line_buffering)
    sys.stdout = output = io.TextIOWrapper(io.BufferedWriter(raw), encoding, errors, line_buffering=lines)
    try:
        yield
    finally:
        try:
            output.flush()
        finally:
            sys.stdout = before
            output.detach().detach()  # so that the one is not closed with the other


def _is_the_systems(stream: IO[str]) -> bool:
    return stream is sys.__stdout__ and isinstance(stream, io.TextIOWrapper)


class _Checked(io.RawIOBase):
    """A file that says once that it cannot be written, and then takes what comes and drops it."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._failed = False

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        if self._descriptor is None:
            raise io.UnsupportedOperation("standard output is closed")
        return self._descriptor

    def isatty(self) -> bool:
        return self._descriptor is not None and os.isatty(self._descriptor)

    def write(self, content: object) -> int:
        data = bytes(content)  # type: ignore[call-overload]
        if self._failed:
            return len(data)
        try:
            if self._descriptor is None:
                raise OSError("it is closed")
            return os.write(self._descriptor, data)
        except OSError as error:
            self._failed = True
            raise StandardOutputError(
                f"Standard output cannot be written ({error.strerror or error}), so what the command shows is not "
                "whole; files that it wrote are."
            ) from error
