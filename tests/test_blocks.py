"""What README and the pages of docs/ show is what the program prints today."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest

from documentation import PAGES, ROOT, load
from forked import can_fork, run_forked, run_script_forked
from treatygraph.building.build import Built

PAGE = """\
# A page

1. Ask:

   ```
   $ treatygraph query laws-under-article output --article 19 --format csv | wc -l
   7
   ```

```
treatygraph validate output  # no violation
no-such-program
```

```python
import treatygraph

assert treatygraph.__version__ == "0"
```

```text
not a command
```
"""


@pytest.fixture(scope="module")
def blocks() -> ModuleType:
    return load("docs/blocks.py")


# What a shell would read otherwise than `shlex`, outside of words in quotes and within them.
_OF_A_SHELL = re.compile(r"[|&;<>*?$`~#]")
_QUOTED = re.compile(r"'[^']*'|\"[^\"$`\\]*\"")


@pytest.fixture(scope="module")
def quickly(blocks: ModuleType) -> object:
    """What runs a command line: a fork of this process, or a shell where it needs one."""

    def run(command: str, folder: Path, environment: Mapping[str, str]) -> CompletedProcess[str]:
        program, *arguments = [""] if _OF_A_SHELL.search(_QUOTED.sub("", command)) else shlex.split(command)
        if can_fork(arguments, environment) and program == "treatygraph":
            return run_forked(arguments, folder, environment, merged=True)
        if can_fork(arguments, environment) and program == sys.executable:
            return run_script_forked(arguments, folder, environment)
        return blocks.in_shell(command, folder, environment)

    return run


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_blocks_of_a_page_run_and_print_what_the_page_shows(
    page: Path, blocks: ModuleType, quickly: object, built: Built, tmp_path: Path
) -> None:
    folder = tmp_path / "there"
    blocks.furnish(folder, built.folder)
    name = blocks.name_page(page)
    outcome = blocks.run_page(name, page.read_text(encoding="utf-8"), folder, quickly)
    assert not blocks.compare(page, outcome), "python docs/blocks.py --write puts what is printed now into the pages"
    # The lists name nothing that no page has any more.
    assert outcome.used == {entry for entry in {*blocks.NOT_RUN, *blocks.PRINTED_BY} if entry[0] == name}


def test_the_lists_name_pages_that_exist(blocks: ModuleType) -> None:
    assert {name for name, _ in {*blocks.NOT_RUN, *blocks.PRINTED_BY}} <= set(map(blocks.name_page, PAGES))
    assert set(blocks.PAGES) == set(PAGES)


def test_what_a_page_shows_wrongly_is_written_anew_and_what_fails_is_said(
    blocks: ModuleType, quickly: object, built: Built, tmp_path: Path
) -> None:
    folder = tmp_path / "there"
    blocks.furnish(folder, built.folder)
    outcome = blocks.run_page("page.md", PAGE, folder, quickly)
    assert outcome.text == PAGE.replace("   7\n", "   3\n")
    command, script = outcome.failed
    assert command.startswith("$ no-such-program\n")
    assert "AssertionError" in script
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    assert "-   7\n+   3\n" in blocks.compare(page, outcome)


def test_a_session_is_compared_as_doctest_does(blocks: ModuleType, built: Built, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    blocks.furnish(folder, built.folder)
    page = "```python\n>>> 6 * 7\n{}\n```\n"
    assert not blocks.run_page("page.md", page.format(42), folder).failed
    assert "Expected:\n    43\nGot:\n    42\n" in blocks.run_page("page.md", page.format(43), folder).failed[0]
