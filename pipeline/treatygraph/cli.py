"""The command line: results on standard output, progress and problems on standard error.

Nothing heavy is imported until a command runs, so that help and completion answer at once.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Any

import click

from treatygraph.commands.ask import query, search, validate
from treatygraph.commands.build import build, inspect, unify
from treatygraph.commands.evaluate import compare, evaluate, words
from treatygraph.commands.export import export
from treatygraph.commands.serve import serve
from treatygraph.errors import TreatygraphError, is_lack_of_memory
from treatygraph.garbage import collect_rarely, unheard_ends
from treatygraph.standard_output import StandardOutputError, checked_output
from treatygraph.version import __version__

_EXIT_CODES = """\b
Exit codes:
  0  all is well
  1  failure: the message says what to do
  2  the command was not understood
  3  some reports were built, others failed
  4  the graph does not conform to the shapes
  5  a query was ended at its bound of time, memory or rows
"""


class _Commands(click.Group):
    """Turns the errors that a user can act on into one sentence and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            with checked_output(), unheard_ends():
                return super().main(*args, **kwargs)
        except StandardOutputError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(error.exit_code)

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):  # a file's name need not be text
            sys.stdout.reconfigure(errors="backslashreplace")
        collect_rarely()
        os.environ["PYTHONSAFEPATH"] = "1"  # no process started here imports what lies in the working folder
        try:
            return super().invoke(ctx)
        except StandardOutputError:
            raise
        except TreatygraphError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)
        except Exception as error:
            if not is_lack_of_memory(error):
                raise
            click.echo("Error: there is not enough memory; end other programs, or allow more (ulimit -v).", err=True)
            ctx.exit(1)


@click.group(
    cls=_Commands,
    epilog=_EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="treatygraph")
def main() -> None:
    """Link the articles of a UN human rights treaty to the national laws that a State party cites under them.

    \b
      treatygraph build reports/CED-C-KAZ-1.pdf --output output
      treatygraph query laws-under-article output --article 17
      treatygraph validate output
    """


for _command in (build, unify, inspect, query, search, serve, export, validate, evaluate, compare, words):
    main.add_command(_command)


if __name__ == "__main__":
    main()
