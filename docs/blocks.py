"""Runs what the pages here and at the root show, and compares what is printed with what stands there.

`python docs/blocks.py` says which pages differ, and `python docs/blocks.py --write` brings them up to date. A fenced
block without a language, or with "console" or "sh", holds commands: either each behind "$ " with what it prints under
it, or a command a line. A block with "python" is a script, or a session with ">>> ". Other blocks are not run; what
is neither a command nor code is marked "text".

Commands run in a folder of their own for each page, one after the other, as a reader would give them: `reports` and
`output` are in it as after `make`, and the files that the pages call by a made-up name.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from treatygraph.building.build import build_report

ROOT = Path(__file__).parent.parent
PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "output" / "README.md")
REPORT = ROOT / "reports" / "CED-C-KAZ-1.pdf"

# The terminal that the pages show.
COLUMNS = "110"
SHELL = ("", "console", "sh")

# Runs a command line in a folder with an environment; gives its exit code, and all that it printed as stdout.
Run: TypeAlias = Callable[[str, Path, Mapping[str, str]], "subprocess.CompletedProcess[str]"]

# Commands that are not run, by page and line, and why.
NOT_RUN = {
    ("README.md", "make"): "makes the environment; what it then runs stands under PRINTED_BY",
    ("README.md", "make test"): "would run these commands within themselves",
    ("CONTRIBUTING.md", "make"): "as in README.md",
    ("CONTRIBUTING.md", "make test"): "as in README.md",
    ("CONTRIBUTING.md", "make lint"): "CI runs it before the tests",
    ("CONTRIBUTING.md", "make gain"): "builds every report at hand twice",
    ("docs/index.md", "make"): "as in README.md",
    ("docs/tutorial.md", "make"): "as in README.md",
    ("docs/tutorial.md", 'export PATH="$PWD/.venv/bin:$PATH"'): "says nothing to the next command here",
    ("docs/measured.md", "make score"): "takes a minute; test_score.py holds its figures",
    ("docs/measured.md", "make bench"): "takes minutes, and prints other figures each time",
    ("docs/teach-it-your-states-words.md", "make test"): "would run these commands within themselves",
    ("docs/serving.md", "pip install 'treatygraph[serve]'"): "is fetched; the tests have what it installs",
    (
        "docs/serving.md",
        "curl 'http://127.0.0.1:8000/q/laws-under-article?article=17&report=CED/C/KAZ/1'",
    ): "asks the service that is not run; tests/serving does",
    ("docs/serving.md", "treatygraph serve output"): "answers until it is ended; tests/serving asks it",
    (
        "docs/exports.md",
        "neo4j-admin database import full --nodes=neo4j/nodes.csv --relationships=neo4j/relationships.csv"
        " --array-delimiter=U+001F --multiline-fields=true neo4j",
    ): "needs Neo4j; test_docs.py compares the labels",
}

# Blocks that show what a command prints without the command, by page and the line before them.
PRINTED_BY = {
    ("README.md", "`make` ends with what it found:"): (
        "treatygraph build reports/CED-C-KAZ-1.pdf --output output --force"
    ),
}

_FENCE = re.compile(r"^( *)```(\S*)[^\n]*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what stands in it without indentation, the line before it, and its place."""

    language: str
    body: str
    lead: str
    indent: str
    start: int
    end: int


@dataclass
class Outcome:
    """A page as it should be, which commands failed, and which entries of the lists above it has used."""

    text: str
    failed: list[str] = field(default_factory=list)
    used: set[tuple[str, str]] = field(default_factory=set)


def find_blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for found in _FENCE.finditer(text):
        lines = [line.strip() for line in text[: found.start()].splitlines()]
        lead = next((line for line in reversed(lines) if line), "")
        indent = found[1]
        body = "".join(line.removeprefix(indent) for line in found[3].splitlines(keepends=True))
        yield Block(found[2], body, lead, indent, found.start(3), found.end(3))


def furnish(folder: Path, built: Path) -> None:
    """Put into an empty folder what the commands of a page find there; `built` is what a build wrote of REPORT."""
    shutil.copytree(built, folder / "output" / built.name)
    (folder / "reports").mkdir()
    shutil.copy(REPORT, folder / "reports")
    shutil.copy(REPORT, folder / "MY-REPORT.pdf")
    shutil.copytree(ROOT / "notebooks" / "exercise", folder / "notebooks" / "exercise")
    shutil.copytree(ROOT / "tests" / "gold" / "CED-C-KAZ-1", folder / "MY-ANNOTATIONS")
    (folder / "my-words").mkdir()
    (folder / "my-words" / "kinds.toml").write_text('[decree]\nlike = { firman = "decree" }\n', encoding="utf-8")
    for state in ("ESP", "KEN"):
        _typeset(folder / f"CRPD-C-{state}-1.pdf", f"CRPD/C/{state}/1")


def _typeset(path: Path, symbol: str) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    words = (
        f"United Nations {symbol}",
        "Convention on the Rights of Persons with Disabilities",
        "Article 5",
        "1. Discrimination is prohibited by the Equality Act of 3 May 2001.",
        "2. The Equality Act No. 12 of 2001 was amended by Act No. 7 of 2005.",
    )
    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(str(path), invariant=1).build([Paragraph(line, style) for line in words])


def in_shell(command: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command line as a reader does."""
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def run_page(name: str, text: str, folder: Path, run: Run = in_shell) -> Outcome:
    """Run the commands of a page called `name` in `folder`, which is furnished, and write their output into the text.

    A command fails where its exit code is not 0.
    """
    outcome, rest = Outcome(""), 0
    for block in find_blocks(text):
        body = block.body
        command = PRINTED_BY.get((name, block.lead))
        if command is not None:
            outcome.used.add((name, block.lead))
            body = _run(command, folder, outcome, run)
        elif block.language in SHELL:
            body = _run_commands(name, block.body, folder, outcome, run)
        elif block.language == "python":
            _run_python(block.body, folder, outcome, run)
        if body != block.body:
            lines = (f"{block.indent}{line}" if line.strip() else line for line in body.splitlines(keepends=True))
            outcome.text += text[rest : block.start] + "".join(lines)
            rest = block.end
    outcome.text += text[rest:]
    return outcome


def _run_commands(name: str, body: str, folder: Path, outcome: Outcome, run: Run) -> str:
    """Run a block's commands; gives the block with what they print, if they stand there with it."""
    with_output = body.startswith("$ ")
    lines = re.findall(r"^\$ (.*)$", body, re.MULTILINE) if with_output else body.replace("\\\n", " ").splitlines()
    shown = ""
    for line in lines:
        command = re.sub(r"\s+#.*$|(?<=\s)\s+", "", line).strip()
        if (name, command) in NOT_RUN:
            outcome.used.add((name, command))
        elif command:
            shown += f"$ {line}\n{_run(command, folder, outcome, run)}"
    return shown if with_output else body


def _run(command: str, folder: Path, outcome: Outcome, run: Run) -> str:
    """Run a command line; gives what a terminal shows, without blanks at the ends of lines."""
    before, pipe, after = command.partition(" | ")
    program = after.split()[0] if pipe else ""
    if program and shutil.which(program) is None:
        warnings.warn(f"{program} is not installed: only what stands before it was run of: {command}", stacklevel=1)
        command = before
    path = f"{_programs(folder)}:{os.environ['PATH']}"
    done = run(command, folder, {**os.environ, "PATH": path, "COLUMNS": COLUMNS, "NO_COLOR": "1"})
    if done.returncode:
        outcome.failed.append(f"$ {command}\n{done.stdout}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join(lines).strip("\n") + "\n"


def _programs(folder: Path) -> Path:
    """A folder with the command `treatygraph`, beside the one that commands run in."""
    programs = folder.with_name(f"{folder.name}-bin")
    programs.mkdir(exist_ok=True)
    program = programs / "treatygraph"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m treatygraph.cli "$@"\n', encoding="ascii")
    program.chmod(0o755)
    return programs


def _run_python(body: str, folder: Path, outcome: Outcome, run: Run) -> None:
    """Run a script in an interpreter of its own, or compare a session, as doctest does."""
    script = folder.with_name(f"{folder.name}-block.txt")
    script.write_text(body, encoding="utf-8")
    how = ["-m", "doctest", "-o", "NORMALIZE_WHITESPACE"] if ">>> " in body else []
    _run(shlex.join([sys.executable, *how, str(script)]), folder, outcome, run)


def name_page(page: Path) -> str:
    """The place of a page in the checkout, as the lists above have it."""
    return page.relative_to(ROOT).as_posix() if page.is_relative_to(ROOT) else page.name


def compare(page: Path, outcome: Outcome) -> str:
    """What failed, and how the page differs from what it should be; empty where nothing is wrong."""
    lines = [page.read_text(encoding="utf-8").splitlines(), outcome.text.splitlines()]
    differences = difflib.unified_diff(
        *lines, f"{name_page(page)}, as it is", f"{name_page(page)}, as printed now", lineterm=""
    )
    return "\n".join([*outcome.failed, *differences])


def main() -> int:
    """Compare all pages, or write them."""
    parser = argparse.ArgumentParser(description="Run the blocks of the pages and compare what they print.")
    parser.add_argument("--write", action="store_true", help="put what is printed now into the pages")
    write = parser.parse_args().write
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        built = build_report(REPORT, Path(place) / "built").folder
        for page in PAGES:
            folder = Path(place) / f"{page.parent.name}-{page.stem}"
            furnish(folder, built)
            outcome = run_page(name_page(page), page.read_text(encoding="utf-8"), folder)
            found = compare(page, outcome)
            if found:
                print(found)
            if write:
                page.write_text(outcome.text, encoding="utf-8")
            wrong += bool(outcome.failed if write else found)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
