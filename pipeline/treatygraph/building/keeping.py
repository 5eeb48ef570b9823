"""The store beside the reports: a build keeps one that is there in step, and a question about many makes the first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from treatygraph.building.holding import hold
from treatygraph.errors import ReadingError, WritingError
from treatygraph.folders import list_folders
from treatygraph.store.layout import GRAPH_FILE, StaleError, has_store, holding_store
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


def have_store(output: Path, say: Callable[[str], None]) -> None:
    """See to it that a folder has a store that is in step, for whoever reads it for long.

    Where another run is at work in the folder, this one waits; `say` is told so, and that a store is made.

    Raises:
        ReadingError: there is no report in the folder, or a graph, or what lies beside the reports, is malformed.
        WritingError: the store is not in step and cannot be written.
    """
    if not output.is_dir() or not list_folders(output, GRAPH_FILE):
        raise ReadingError(f"{output}: there is no report here; name the folder that a build wrote them into.")
    try:
        with holding_store(output):
            return
    except StaleError:
        pass
    with hold(output, say=say):
        say(f"Making a store of the reports in {output}.")
        keep_store(output)
