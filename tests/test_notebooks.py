"""The notebooks run from their first cell to their last: one on a freshly built report, two on several real ones."""

from __future__ import annotations

import os
import runpy
import shutil
from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

from treatygraph.building.build import Built

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "reports"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.py"))
# The tables and pictures that each shows.
SHOWN = {
    "first-look": (5, 2),
    "one-state-two-treaties": (7, 2),
    "one-article-ten-states": (8, 2),
}
# Runs on exercise texts alone, as a script and without a kernel.
_DIALOGUE = "one-article-two-cycles"


@pytest.mark.parametrize("notebook", [n for n in NOTEBOOKS if n.stem != _DIALOGUE], ids=lambda path: path.stem)
def test_a_notebook_runs(notebook: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if notebook.stem != "first-look":
        if not SHARED.is_dir():
            pytest.skip("needs ../shared/reports, which is not there")
        reports = tmp_path / "reports"
        reports.mkdir()
        for report in (*SHARED.glob("*.pdf"), ROOT / "reports" / "CED-C-KAZ-1.pdf"):
            if not (reports / report.name).exists():
                (reports / report.name).symlink_to(report.resolve())
        monkeypatch.setenv("TREATYGRAPH_REPORTS", str(reports))
        monkeypatch.setenv("TREATYGRAPH_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setenv("TREATYGRAPH_REPORT", str(built.folder))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "jupyter"))
    document = jupytext.read(notebook)

    NotebookClient(document, timeout=600, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()

    jupytext.write(document, tmp_path / f"{notebook.stem}.ipynb")
    outputs = [output for cell in document.cells for output in cell.get("outputs", [])]
    tables = [output for output in outputs if "text/html" in output.get("data", {})]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert (len(tables), len(pictures)) == SHOWN[notebook.stem]


@pytest.mark.parametrize("name", ["one-article-ten-states", "one-state-two-treaties"])
def test_a_notebook_runs_in_a_checkout_as_it_is(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the exercise texts; the same tables and pictures are shown."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copytree(ROOT / "reports", tmp_path / "reports")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "jupyter"))
    document = jupytext.read(ROOT / "notebooks" / f"{name}.py")
    place = {"metadata": {"path": tmp_path / "notebooks"}}
    NotebookClient(document, timeout=600, kernel_name="python3", resources=place).execute()
    outputs = [output for cell in document.cells for output in cell.get("outputs", [])]
    assert any("whose figures mean nothing" in output.get("text", "") for output in outputs)
    for kind, number in zip(("text/html", "image/png"), SHOWN[name], strict=True):
        assert sum(kind in output.get("data", {}) for output in outputs) == number


def test_the_dialogue_of_two_cycles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is told of article 12 on the exercise texts."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    monkeypatch.chdir(tmp_path / "notebooks")
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    told = runpy.run_path(f"{_DIALOGUE}.py")
    assert "whose figures mean nothing" in capsys.readouterr().out
    acts = told["asked"][["observations", "paragraph", "item", "action"]].values.tolist()
    assert acts == [
        ["CRPD/C/KEN/CO/98", "4", "a", "repeal"],
        ["CRPD/C/KEN/CO/98", "4", "b", "amend"],
        ["CRPD/C/KEN/CO/98", "4", "c", "adopt"],
        ["CRPD/C/KEN/CO/98", "4", "d", "other"],
        ["CRPD/C/KEN/CO/99", "3", "", "repeal"],
    ]
    offered = told["offered"][["wanted", "name", "report", "by"]].drop_duplicates("name")
    assert offered[offered["name"] != ""].values.tolist() == [
        [
            *("law on supported decision-making", "Supported Decision-making Act of 2015", "CRPD/C/KEN/99"),
            "answers the recommendation",
        ]
    ]
    assert told["again"][["action", "paragraph", "repeated"]].values.tolist() == [["repeal", "4", "3"]]


def test_a_notebook_without_its_reports_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TREATYGRAPH_REPORTS", str(tmp_path))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "jupyter"))
    document = jupytext.read(ROOT / "notebooks" / "one-article-ten-states.py")
    client = NotebookClient(document, timeout=600, kernel_name="python3", resources={"metadata": {"path": tmp_path}})
    with pytest.raises(Exception, match="has 0 of the 10 reports; see above where they are"):
        client.execute()
