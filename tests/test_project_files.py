"""The pages for developers, and the files that other programs read, say what is so."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import treatygraph
from treatygraph import report
from treatygraph.building.build import Built
from treatygraph.cli import main
from treatygraph.reading.file.limits import Limits

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline" / "treatygraph"
Run = Callable[..., subprocess.CompletedProcess[str]]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def layers() -> list[str]:
    """The rooms of the package from the roof down, as the contract of the layers has them."""
    contracts = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (rooms,) = (contract for contract in contracts if contract.get("containers") == ["treatygraph"])
    return [room for layer in rooms["layers"] for room in layer.split(" | ")]


def first_column(text: str, head: str) -> list[str]:
    """What stands in backticks in the first column of the table under a head."""
    (table,) = re.findall(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [name for row in table.splitlines() for name in re.findall(r"`([^`]+)`", row.split("|")[1])]


# CONTRIBUTING.md


def test_there_are_eight_recipes_and_each_says_how_many_files_it_touched() -> None:
    recipes = re.split(r"^### \d\. ", page("CONTRIBUTING.md"), flags=re.MULTILINE)[1:]
    assert len(recipes) == 8
    for recipe in recipes[:-1]:
        assert re.search(r"^\*\w+ files?\b", recipe, re.MULTILINE), recipe.splitlines()[0]


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "docs/developers.md", "docs/api.md"])
def test_the_files_that_a_page_names_exist(name: str) -> None:
    named = [word for word in re.findall(r"`([^`\s]+/[^`\s]*)`", page(name)) if not re.match(r"\w+/\w+\|", word)]
    for path in named:
        assert (
            (ROOT / path).exists() or (PACKAGE / path).exists() or path.startswith(("output/", ".venv/", "build/"))
        ), path
    assert len(named) > 25 or name != "CONTRIBUTING.md"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("export/networks/formats.py", "FORMATS"),
        ("commands/export.py", "NETWORK_FORMATS"),
        ("commands/export.py", "NOTATIONS"),
        ("report/found.py", "MentionType"),
        ("recognition/grammar/found.py", "GROUPS"),
        ("recognition/grammar/found.py", "Found"),
        ("graph/units.py", "describe_report"),
        ("export/networks/network.py", "Network"),
    ],
)
def test_the_names_that_a_recipe_names_stand_in_their_files(file: str, name: str) -> None:
    assert f"`{name}`" in page("CONTRIBUTING.md")
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    defined = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            defined |= {target.id for target in targets if isinstance(target, ast.Name)}
    assert name in defined


def test_the_keys_of_a_treatys_record_that_the_recipe_names_are_in_every_record() -> None:
    recipe = page("CONTRIBUTING.md").partition("### 4.")[2].partition("### 5.")[0]
    keys = {"acronyms", "short_titles", "treaty_body_names", "report_symbol_prefix"}
    assert all(f"`{key}`" in recipe for key in keys)
    for record in json.loads(page("ontology/treaties.json"))["treaties"]:
        assert keys <= record.keys()


# docs/developers.md


def test_the_page_for_developers_has_the_rooms_in_the_order_of_the_contract() -> None:
    assert first_column(page("docs/developers.md"), "room") == layers()


def test_the_rooms_of_reading_and_recognition_are_named() -> None:
    contracts = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    for contract in contracts:
        if contract.get("containers") in (["treatygraph.reading"], ["treatygraph.recognition"]):
            for room in (room for layer in contract["layers"] for room in layer.split(" | ")):
                assert f"`{room}`" in page("docs/developers.md")


def load_flow() -> ModuleType:
    spec = importlib.util.spec_from_file_location("flow", ROOT / "docs" / "flow.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_of_the_flow_is_drawn_by_its_script_and_goes_up_through_the_rooms() -> None:
    """To draw it anew: `python docs/flow.py`."""
    flow = load_flow()
    assert page("docs/pictures/flow.svg") == flow.draw()
    rooms = [room for room, *_ in flow.ROWS if room]
    assert set(rooms) | set(re.findall(r"\w+", f"{flow.ASIDE[0]} {flow.ASIDE[2]}")) <= set(layers())
    places = [layers().index(room) for room in rooms]
    # Reading and recognition stand side by side: neither knows the other.
    assert places[2:] == sorted(places[2:], reverse=True)
    assert min(places[:2]) > max(places[2:])


# docs/api.md


@pytest.mark.parametrize("module", ["treatygraph", "treatygraph.query", "treatygraph.export"])
def test_each_public_name_is_documented_and_each_documented_name_exists(module: str) -> None:
    documented = first_column(page("docs/api.md"), f"name of `{module}`")
    public = import_module(module)
    assert sorted(documented) == sorted(public.__all__)
    for name in documented:
        assert getattr(public, name) is not None


def test_each_value_is_documented() -> None:
    values = {
        name
        for name, what in vars(report).items()
        if inspect.isclass(what) and what.__module__.startswith(report.__name__)
    }
    assert set(first_column(page("docs/api.md"), "name of `treatygraph.report`")) == values


def test_each_command_is_documented() -> None:
    documented = first_column(page("docs/api.md"), "command")
    assert sorted(documented) == sorted(f"treatygraph {name}" for name in main.commands)


@pytest.mark.parametrize("name", ["paragraphs", "mentions", "entities", "relations", "citations"])
def test_each_field_that_a_build_writes_is_documented(name: str, built: Built) -> None:
    documented = set(first_column(page("docs/api.md"), f"field of `{name}.jsonl`"))
    lines = (built.folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    written = {field for line in lines for field in json.loads(line)}
    assert written <= documented
    # What this report has no example of stands in the program all the same.
    source = (PACKAGE / "corpus" / "records.py").read_text(encoding="utf-8")
    assert all(f'"{field}"' in source for field in documented - written)


def test_each_field_of_the_reports_record_is_documented(built: Built) -> None:
    written = json.loads((built.folder / "report.json").read_text(encoding="utf-8"))
    assert set(first_column(page("docs/api.md"), "field of `report.json`")) == set(written)


# Files that other programs read


def test_the_citation_file_agrees_with_the_project() -> None:
    """Keys, and which of them there must be: the schema of CFF 1.2.0."""
    cited = yaml.safe_load(page("CITATION.cff"))
    project = tomllib.loads(page("pyproject.toml"))["project"]
    assert cited["cff-version"] == "1.2.0"
    needed = {"cff-version", "message", "title", "authors"}
    known = {"abstract", "date-released", "keywords", "license", "type", "url", "version", "doi", "identifiers"}
    assert needed <= cited.keys() <= needed | known
    assert cited["type"] in ("software", "dataset")
    assert cited["version"] == treatygraph.__version__
    assert cited["license"] == project["license"]
    assert cited["abstract"] == project["description"]
    assert cited["url"] == project["urls"]["Homepage"]
    released = re.search(rf"^## \[{re.escape(cited['version'])}\] - (\S+)$", page("CHANGELOG.md"), re.MULTILINE)
    assert released is not None
    assert str(cited["date-released"]) == released[1]


def test_the_hooks_before_a_commit_fetch_nothing_and_run_what_make_lint_runs() -> None:
    (repo,) = yaml.safe_load(page(".pre-commit-config.yaml"))["repos"]
    assert repo["repo"] == "local"
    assert all(hook["language"] == "system" for hook in repo["hooks"])
    lint = page("Makefile").partition("\nlint:")[2].partition("\n\n")[0]
    programs = re.findall(r"\$\(BIN\)/(\S+)", lint)
    assert [hook["entry"].removeprefix(".venv/bin/").split()[0] for hook in repo["hooks"]] == programs


def test_the_form_for_a_missed_citation_asks_for_what_a_test_needs() -> None:
    form = yaml.safe_load(page(".github/ISSUE_TEMPLATE/missed-citation.yml"))
    assert {"name", "description", "body"} <= form.keys()
    asked = {item["id"]: item for item in form["body"] if item["type"] != "markdown"}
    assert len(asked) == len(form["body"]) - 1
    assert {item["type"] for item in form["body"]} <= {"markdown", "input", "textarea", "dropdown", "checkboxes"}
    for needed in ("symbol", "paragraph", "words", "expected"):
        assert asked[needed]["validations"]["required"]
    for item in asked.values():
        assert item["attributes"]["label"]
        assert all(isinstance(option, str) for option in item["attributes"].get("options", ()))


def test_the_limits_that_are_promised_are_those_of_the_program() -> None:
    promised, limits = page("SECURITY.md"), Limits()
    assert limits.memory == 1024**3
    for words in ("1 GB", f"{limits.seconds:g} seconds", f"pages ({limits.pages:,})", f"a page ({limits.glyphs:,})"):
        assert words in promised


# output/


def test_the_page_in_the_output_folder_is_all_that_is_tracked_there(project: Path) -> None:
    if not (project / ".git").exists() or shutil.which("git") is None:
        pytest.skip("needs git, and a checkout")
    command = ["git", "check-ignore", "--no-index", "output/README.md", "output/iri-lock.json", "output/CED-C-KAZ-1/x"]
    ignored = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False).stdout.split()
    assert ignored == ["output/iri-lock.json", "output/CED-C-KAZ-1/x"]


def test_a_build_beside_that_page_is_as_any_other(run: Run, report_pdf: Path, built: Built, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    shutil.copy(ROOT / "output" / "README.md", tmp_path / "output")
    assert run("build", report_pdf, "--output", "output", "--quiet").returncode == 0
    shown = (path.name for path in (tmp_path / "output").iterdir() if not path.name.startswith("."))
    assert sorted(shown) == [
        "CED-C-KAZ-1",
        "README.md",
        "iri-lock.json",
    ]
    assert (tmp_path / "output" / "README.md").read_text("utf-8") == page("output/README.md")
    for name in ("graph.ttl", "mentions.jsonl", "nodes.csv"):
        assert (tmp_path / "output" / "CED-C-KAZ-1" / name).read_bytes() == (built.folder / name).read_bytes()
    asked = run("query", "laws-under-article", "output", "--article", "17", "--format", "csv")
    assert "Constitution of Kazakhstan" in asked.stdout
    assert "0 violations" in run("validate", "output").stdout
    assert run("unify", "output").returncode == 0


def test_make_clean_leaves_that_page(tmp_path: Path) -> None:
    if shutil.which("make") is None:
        pytest.skip("needs make")
    shutil.copy(ROOT / "Makefile", tmp_path)
    for folder in (
        "output/CED-C-KAZ-1",
        "output/.CED-C-KAZ-1.partial-1",
        "pipeline",
        "tests",
        "benchmarks",
        "notebooks",
    ):
        (tmp_path / folder).mkdir(parents=True)
    for file in ("output/README.md", "output/iri-lock.json", "output/CED-C-KAZ-1/graph.ttl"):
        (tmp_path / file).write_text("", encoding="utf-8")
    for _ in range(2):
        subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
        assert [path.name for path in (tmp_path / "output").iterdir()] == ["README.md"]
    shutil.rmtree(tmp_path / "output")
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
