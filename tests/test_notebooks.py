"""The notebooks run from their first cell to their last on a freshly built report."""

from __future__ import annotations

from pathlib import Path

import jupytext
import pytest
from nbclient import NotebookClient

from treatygraph.corpus.build import Built

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.py"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(notebook: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TREATYGRAPH_REPORT", str(built.folder))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "jupyter"))
    document = jupytext.read(notebook)

    NotebookClient(document, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()

    jupytext.write(document, tmp_path / f"{notebook.stem}.ipynb")
    outputs = [output for cell in document.cells for output in cell.get("outputs", [])]
    tables = [output for output in outputs if "text/html" in output.get("data", {})]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert (len(tables), len(pictures)) == (5, 2)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS
