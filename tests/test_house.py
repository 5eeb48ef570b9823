"""The shape of the source: which functions are too complex still, one version, and what the package shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import treatygraph

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline" / "treatygraph"

# The functions whose cyclomatic complexity is above 10. The list may only shrink: a function that is made simpler is
# taken out of it, and none is added.
COMPLEX = """
reading/page/lines.py _set_line
recognition/instruments/beginnings.py _bridge
recognition/instruments/beginnings.py name_start
recognition/instruments/extents.py _read_title
recognition/instruments/extents.py read_extent
recognition/instruments/titles.py _capital_title
recognition/instruments/titles.py _sentence_title
recognition/instruments/uncapitalised.py find_lower_name
"""


def complex_functions() -> list[str]:
    """The functions that bear a `noqa: C901`; the linter sees to it that just those do that need one."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if "noqa: C901" not in text:
            continue
        lines = text.splitlines()
        found += [
            f"{file.relative_to(PACKAGE).as_posix()} {node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and any("noqa: C901" in line for line in lines[node.lineno - 1 : node.body[0].lineno - 1])
        ]
    return sorted(found)


def test_the_list_of_complex_functions_only_shrinks() -> None:
    listed = sorted(COMPLEX.split("\n"))
    assert complex_functions() == [line for line in listed if line]
    assert len(complex_functions()) <= 8


def test_the_version_comes_from_one_place() -> None:
    version = treatygraph.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"\n## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_package_shows_its_stages_and_nothing_else() -> None:
    assert dir(treatygraph) == ["__version__", "link", "read", "recognise", "resolve", "to_graph"]
    for name in dir(treatygraph):
        assert getattr(treatygraph, name)
    with pytest.raises(AttributeError, match="has no attribute 'recognize'"):
        treatygraph.recognize  # noqa: B018
