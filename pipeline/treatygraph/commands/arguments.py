"""What several commands take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

PATH = click.Path(path_type=Path)
OUTPUT = Path("output")
"""Where a build writes and all else looks, where nothing else is said."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def output_argument(command: _Command) -> _Command:
    """Let a command ask for the folder that a build wrote, and take the usual one where none is given."""
    return click.argument("folder", metavar="[DIR]", type=PATH, default=OUTPUT)(command)


def lexicon_option(command: _Command) -> _Command:
    """Let a command know words of law from outside the package: `--lexicon DIR`, as often as wanted."""

    def use(_context: click.Context, _parameter: click.Parameter, folders: tuple[Path, ...]) -> None:
        if folders:
            from treatygraph.lexicons import use_lexicon

            use_lexicon(folders)

    told = "Folder of your own words of law, in files named as the package’s."
    option = click.option(
        "--lexicon", multiple=True, type=PATH, metavar="DIR", help=told, callback=use, expose_value=False
    )
    return option(command)
