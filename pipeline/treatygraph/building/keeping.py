"""The store beside the reports: a build keeps one that is there in step, and a question about many makes the first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from treatygraph.building.holding import hold
from treatygraph.errors import ReadingError, WritingError
from treatygraph.store.layout import has_store
from treatygraph.store.writing import keep_store


def keep_in_step(output: Path, say: Callable[[str], None]) -> None:
    """Bring the store of a folder that is held in step with its reports, where it has one.

    To load all reports takes a quarter of the time that it takes to build them, and who asks nothing needs no store:
    so a build makes none, and where most reports changed it drops the one that is there. Where it cannot be written,
    the reports are whole without it: a question reads them, and `say` is told why.
    """
    if not has_store(output):
        return
    try:
        keep_store(output, anew=False)
    except (ReadingError, WritingError) as error:
        say(f"The store is not in step: {error}")


def make_store(output: Path, say: Callable[[str], None]) -> None:
    """Make the store of a folder, or bring the one that is there in step, where nobody is at work there.

    `say` is told what is done, and why it could not be. In a folder that nobody may write into nothing is done.
    """
    with suppress(WritingError), hold(output, wait=0):
        say(f"Making a store of the reports in {output}, once: later questions are answered from it, and sooner.")
        try:
            keep_store(output)
        except (ReadingError, WritingError) as error:
            say(f"The store was not made: {error}")
