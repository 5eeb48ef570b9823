"""What a terminal shows while a command is at work: the phase, the report, and how far it is; nothing in a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bar

    from treatygraph.building.outcomes import Outcome, Telling


class Progress:
    """Tells what becomes of each report: errors always, a bar on a terminal, else a line a report."""

    def __init__(self, total: int | None, quiet: bool, first: str) -> None:
        """`total` is how many reports there are, None where nothing is counted; `first` is what is shown at once."""
        self._quiet = quiet
        self._told: set[Path] = set()
        self._bar = None if quiet else _make_bar(total)
        self._lines = self._bar is not None and (total or 0) > 1 and not self._bar.console.is_terminal
        self._task = None if self._bar is None else self._bar.add_task(first, total=total)

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    @property
    def telling(self) -> Telling:
        """What a build tells, shown here."""
        from treatygraph.building.outcomes import Telling

        return Telling(self._outcome, self._phase, self._note)

    def at(self, words: str) -> None:
        """Show what the command is at now."""
        self._phase(words)

    def _phase(self, words: str) -> None:
        self._update(description=words)

    def _note(self, sentence: str) -> None:
        if not self._quiet:
            self._console().print(sentence, markup=False, soft_wrap=True)

    def _update(self, **told: Any) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, **told)

    def _console(self) -> Console:
        """Where problems are told, also by who is quiet."""
        from treatygraph.terminal import make_console

        return self._bar.console if self._bar is not None else make_console(stderr=True)

    def _outcome(self, outcome: Outcome) -> None:
        from treatygraph.building.outcomes import Failed

        self._told.add(outcome.source)
        self._update(completed=len(self._told))
        if isinstance(outcome, Failed):
            self._console().print(f"Error: {outcome.reason}", style="red", markup=False, soft_wrap=True)
            if outcome.trace:
                self._console().print(outcome.trace, style="dim", markup=False, soft_wrap=True)
        elif self._lines:
            click.echo(f"{outcome.source} → {outcome.folder}{' (unchanged)' * (outcome.status == 'kept')}", err=True)


def _make_bar(total: int | None) -> Bar:
    """The bar; it is shown on a terminal alone, and rich is imported for it alone."""
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Bar

    from treatygraph.terminal import make_console

    console = make_console(stderr=True)
    counted: list[ProgressColumn] = [BarColumn(), MofNCompleteColumn()] if total is not None else []
    return Bar(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        *counted,
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


@contextmanager
def showing(words: str, also: bool = False) -> Iterator[Progress]:
    """Show on a terminal what a command is at, while it is; not where it writes to the same terminal (`also`)."""
    with Progress(None, also and sys.stdout.isatty(), words) as progress:
        yield progress
