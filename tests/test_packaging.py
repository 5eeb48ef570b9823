"""What is installed: the wheel has the vocabulary with it, and the lock file holds for everyone."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*command, "--wheel-dir", folder, project], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_wheel_has_the_vocabulary_the_queries_and_the_lexicon(wheel: Path, project: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "treatygraph/py.typed" in names
    for path in (project / "ontology").rglob("*"):
        if path.is_file():
            assert f"treatygraph/{path.relative_to(project)}" in names
    for path in (project / "pipeline").rglob("*.toml"):
        assert str(path.relative_to(project / "pipeline")) in names


def test_nothing_but_the_package_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"treatygraph"}


def test_the_wheel_finds_its_vocabulary(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from treatygraph.ontology import ontology_path; from treatygraph.query import list_queries; "
    code += "print(ontology_path('shapes.ttl')); print(len(list_queries()))"
    answer = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    place, count = answer.stdout.split()
    assert place == str(tmp_path / "treatygraph" / "ontology" / "shapes.ttl")
    assert int(count) >= 30


def test_the_lock_file_pins_every_dependency_by_hash_and_names_no_host(project: Path) -> None:
    lock = (project / "requirements.lock").read_text("utf-8")
    assert not re.search(r"https?://|--(index|extra-index|find-links)|file:", lock)
    pins = re.findall(r"^([a-z0-9._-]+)==(\S+)(?: ;.*)? \\$\n\s+--hash=sha256:", lock, re.MULTILINE)
    declared = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*declared["dependencies"], *declared["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=\[ ;]", requirement, maxsplit=1)[0].lower() for requirement in wanted}
    assert names <= {name for name, _ in pins}
    assert len(pins) == len(re.findall(r"^[a-z0-9._-]+==", lock, re.MULTILINE))
