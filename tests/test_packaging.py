"""What is installed: the wheel has the vocabulary with it, and the lock file holds for everyone."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from documentation import load
from treatygraph.building.build import Built


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


def pins(lock: str) -> dict[str, set[str]]:
    """The versions that a lock has of each package; several where Pythons or platforms differ."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9._-]+)==(\S+)", lock, re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def names(requirements: Iterable[str]) -> set[str]:
    return {re.split(r"[<>=\[ ;]", requirement, maxsplit=1)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("group", ["build", "dev", "docs", "audit"])
def test_a_lock_pins_its_group_by_hash_once_and_names_no_host(project: Path, group: str) -> None:
    base = (project / "requirements.lock").read_text("utf-8")
    lock = base if group == "build" else (project / f"requirements-{group}.lock").read_text("utf-8")
    assert not re.search(r"https?://|--(index|extra-index|find-links)|file:", lock)
    hashed = re.findall(r"^[a-z0-9._-]+==\S+(?: ;.*)? \\\n\s+--hash=sha256:", lock, re.MULTILINE)
    assert len(hashed) == len(re.findall(r"^[a-z0-9._-]+==", lock, re.MULTILINE)) > 10
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    assert names([*settings["project"]["dependencies"], *settings["dependency-groups"][group]]) <= {
        *pins(base),
        *pins(lock),
    }
    if group != "build":
        assert not pins(base).keys() & pins(lock).keys()


def test_what_builds_the_package_is_pinned_and_locked(project: Path) -> None:
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    requires = dict(requirement.split("==") for requirement in settings["build-system"]["requires"])
    locked = pins((project / "requirements.lock").read_text("utf-8"))
    assert {name: {version} for name, version in requires.items()} == {name: locked[name] for name in requires}
    assert set(settings["build-system"]["requires"]) <= set(settings["dependency-groups"]["build"])


def test_the_documentations_and_the_tests_tools_agree_where_both_have_one(project: Path) -> None:
    dev = pins((project / "requirements-dev.lock").read_text("utf-8"))
    for group in ("docs", "audit"):
        other = pins((project / f"requirements-{group}.lock").read_text("utf-8"))
        assert {name: other[name] for name in dev.keys() & other.keys()} == {
            name: dev[name] for name in dev.keys() & other.keys()
        }


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        ('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}', 0, "none known of 1 packages"),
        (
            '{"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}]}',
            1,
            "a 1: CVE-1, mended in 2",
        ),
        ('{"dependencies": [{"name": "a", "skip_reason": "not found"}]}', 3, "no answer for 1 of 1 packages"),
        ("", 3, "the service was not reached"),
    ],
)
def test_an_audit_that_was_not_answered_is_not_taken_for_a_good_one(answer: str, code: int, words: str) -> None:
    said = load(".ci/audit.py").judge(answer)
    assert said[0] == code
    assert words in said[1]


@pytest.fixture(scope="module")
def installed_alone(wheel: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an empty environment into which the wheel was installed, and what it asks for, nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    lines = re.findall(
        r"^[a-z0-9._-]+==[^ ]+(?: ; [^\\\n]+)?", (project / "requirements.lock").read_text("utf-8"), re.M
    )
    (folder / "pins.txt").write_text("\n".join(lines), "utf-8")
    venv.create(folder / "environment")
    programs = folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [sys.executable, "-m", "pip", "--python", programs / "python", "install", "--quiet", "--no-compile"]
    done = subprocess.run(
        [*install, "--disable-pip-version-check", "-c", folder / "pins.txt", wheel],
        capture_output=True,
        text=True,
        check=False,
    )
    if "Failed to establish a new connection" in done.stderr or "name resolution" in done.stderr:
        pytest.skip("needs the network, which the packages come from")
    assert done.returncode == 0, done.stderr
    return programs / "treatygraph"


def test_the_wheel_alone_reads_a_report_and_writes_everything(
    installed_alone: Path, report_pdf: Path, tmp_path: Path
) -> None:
    def run(*arguments: str) -> str:
        command = [str(installed_alone), *arguments]
        answer = subprocess.run(command, cwd=tmp_path, env={}, capture_output=True, encoding="utf-8", check=False)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    run("build", str(report_pdf), "--output", "output", "--docbin")
    written = {path.name for path in (tmp_path / "output" / "CED-C-KAZ-1").iterdir()}
    assert {"graph.ttl", "index.html", "network.gexf", "network.graphml", "nodes.csv", "edges.csv"} <= written
    assert {"mentions.jsonl", "entities.jsonl", "relations.jsonl", "paragraphs.jsonl", "dataset.ttl"} <= written
    page = (tmp_path / "output" / "CED-C-KAZ-1" / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert "Code of Criminal Procedure" in page
    assert "0 violations" in run("validate", "output")
    assert "Constitution of Kazakhstan" in run("query", "laws-under-article", "output", "--article=17", "--format=csv")
    for name in ("gexf", "graphml", "yed", "cx2", "cyjs", "dot", "turtle", "ntriples", "jsonld", "rdfxml", "akn"):
        assert len(run("export", "output/CED-C-KAZ-1", "--format", name)) > 5_000, name
    for name in ("csv", "neo4j"):
        run("export", "output", "--format", name, "--output", name)
        assert any((tmp_path / name).iterdir())


def test_what_the_wheel_alone_lacks_is_named(installed_alone: Path, tmp_path: Path, built: Built) -> None:
    export = [str(installed_alone), "export", str(built.folder), "--format", "parquet", "--output", "tables"]
    answer = subprocess.run(export, cwd=tmp_path, env={}, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 1
    assert "pip install 'treatygraph[parquet]'" in answer.stderr
    assert not list(tmp_path.iterdir())
