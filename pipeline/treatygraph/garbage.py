"""How the program's own processes collect garbage; who imports the package decides for himself."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 100_000  # objects made since the last look; Python's own threshold is 700


def collect_rarely() -> None:
    """Let Python look for circles of garbage less often.

    Of what a report is made of hardly anything is in a circle, and all of it lives until the report is written;
    looking took a tenth of a build's processor time.
    """
    gc.set_threshold(_YOUNG)


@contextmanager
def unheard_ends() -> Iterator[None]:
    """Keep to oneself what objects raise while they are taken away.

    It tells a user nothing, and the interpreter's own words for it need memory: where that is short, "Exception ignored
    in sys.unraisablehook" stood before the sentence that says so.
    """
    before, sys.unraisablehook = sys.unraisablehook, _unheard
    try:
        yield
    finally:
        sys.unraisablehook = before


def _unheard(_: object) -> None:
    """Say nothing."""
