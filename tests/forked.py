"""The command line in a fork of the process that runs the tests: what was imported there is not imported again.

A command gets the working folder, the environment and the streams that it would have as a program of its own, and
leaves nothing behind: what it changes ends with the fork. What Python does when it starts and when it ends is not
done; a test of that, of signals, or of what is imported starts a program.
"""

from __future__ import annotations

import importlib
import io
import os
import runpy
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import IO, NoReturn

from treatygraph import cli
from treatygraph.lexicons import VARIABLE

# What commands import when they need it; here once for all of them.
_NEEDED = ("building.build", "evaluation.scores", "progress", "query.validation", "terminal")


def can_fork(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether a fork does what a program does: words from outside and the hash seed are read once, at the start."""
    same = all(environment.get(name) == os.environ.get(name) for name in (VARIABLE, "PYTHONHASHSEED"))
    return hasattr(os, "fork") and same and "--lexicon" not in arguments


def run_forked(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], *, merged: bool = False
) -> CompletedProcess[str]:
    """Run `treatygraph` with these arguments; gives its exit code and its output, with `merged` all in stdout."""

    def command() -> None:
        sys.argv = ["treatygraph", *arguments]
        sys.modules["__main__"] = cli  # what the processes that it starts ask for
        cli.main(prog_name="python -m treatygraph.cli")

    return _run(command, folder, environment, merged)


def run_script_forked(arguments: Sequence[str], folder: Path, environment: Mapping[str, str]) -> CompletedProcess[str]:
    """Run a script, or a module after "-m", with what follows it; gives its exit code, and all its output in stdout."""

    def script() -> None:
        is_module = arguments[0] == "-m"
        sys.argv = list(arguments[is_module:])
        sys.path.insert(0, str(folder) if is_module else str(Path(sys.argv[0]).parent))
        if is_module:
            runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        else:
            runpy.run_path(sys.argv[0], run_name="__main__")

    return _run(script, folder, environment, merged=True)


def _run(
    command: Callable[[], None], folder: Path, environment: Mapping[str, str], merged: bool
) -> CompletedProcess[str]:
    for module in _NEEDED:
        importlib.import_module(f"treatygraph.{module}")
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as problems:
        with warnings.catch_warnings():
            # Later versions of Python warn where there are other threads; the tests' hold no lock that a command needs.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if not child:
            _be(command, folder, environment, output, output if merged else problems)
        _, status = os.waitpid(child, 0)
        return CompletedProcess([], os.waitstatus_to_exitcode(status), _text(output), _text(problems))


def _text(file: IO[bytes]) -> str:
    """What was written, with the ends of lines as `subprocess` gives them."""
    file.seek(0)
    return io.TextIOWrapper(io.BytesIO(file.read()), encoding="utf-8").read()


def _be(
    command: Callable[[], None], folder: Path, environment: Mapping[str, str], output: IO[bytes], problems: IO[bytes]
) -> NoReturn:
    """What is left of this process: the command, and nothing of the tests after it."""
    code = 1
    try:
        os.dup2(output.fileno(), 1)
        os.dup2(problems.fileno(), 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = sys.__stdout__ = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = sys.__stderr__ = os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        command()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)
