"""A report's folder is put in place whole; what fails leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatygraph.building.folder import folder_name
from treatygraph.building.swap import replace_folder
from treatygraph.errors import WritingError


def fill(text: str):
    def write(folder: Path) -> None:
        (folder / "report.json").write_text(text)

    return write


def fail(folder: Path) -> None:
    (folder / "report.json").write_text("half")
    raise ValueError("a fault in the middle")


def contents(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("CED/C/KAZ/1", "CED-C-KAZ-1"),
        ("CRPD/C/BIH/2-3", "CRPD-C-BIH-2-3"),
        ("A/HRC/WG.6/34/SVN/1", "A-HRC-WG.6-34-SVN-1"),
        ("CRPD/C/ESP/1 (advance)", "CRPD-C-ESP-1_advance_"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("...", "report"),
    ],
)
def test_a_folder_is_named_by_the_symbol_and_stays_where_it_belongs(symbol: str, name: str) -> None:
    assert folder_name(symbol) == name


def test_parents_are_made(tmp_path: Path) -> None:
    replace_folder(tmp_path / "new" / "output" / "A-1", fill("first"))
    assert contents(tmp_path) == ["new", "new/output", "new/output/A-1", "new/output/A-1/report.json"]


def test_a_rebuild_replaces_the_folder_as_a_whole(tmp_path: Path) -> None:
    replace_folder(tmp_path / "A-1", fill("first"))
    (tmp_path / "A-1" / "old.ttl").write_text("from an older version")

    replace_folder(tmp_path / "A-1", fill("second"))

    assert contents(tmp_path) == ["A-1", "A-1/report.json"]
    assert (tmp_path / "A-1" / "report.json").read_text() == "second"


def test_a_failure_leaves_nothing_not_even_the_parents(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="in the middle"):
        replace_folder(tmp_path / "new" / "output" / "A-1", fail)
    assert contents(tmp_path) == []


def test_a_failed_rebuild_keeps_what_was_there(tmp_path: Path) -> None:
    replace_folder(tmp_path / "A-1", fill("first"))
    with pytest.raises(ValueError, match="in the middle"):
        replace_folder(tmp_path / "A-1", fail)
    assert contents(tmp_path) == ["A-1", "A-1/report.json"]
    assert (tmp_path / "A-1" / "report.json").read_text() == "first"


def test_a_folder_that_cannot_be_put_in_place_gives_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_folder(tmp_path / "A-1", fill("first"))
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if ".partial-" in self.name:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(WritingError, match="No space left on device"):
        replace_folder(tmp_path / "A-1", fill("second"))

    assert contents(tmp_path) == ["A-1", "A-1/report.json"]
    assert (tmp_path / "A-1" / "report.json").read_text() == "first"


def test_what_treatygraph_did_not_write_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "A-1").mkdir()
    (tmp_path / "A-1" / "thesis.docx").write_text("years of work")
    with pytest.raises(WritingError, match="was not written by treatygraph"):
        replace_folder(tmp_path / "A-1", fill("first"))
    assert contents(tmp_path) == ["A-1", "A-1/thesis.docx"]


def test_a_file_where_the_output_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(WritingError, match="cannot be written"):
        replace_folder(tmp_path / "output" / "A-1", fill("first"))
    assert contents(tmp_path) == ["output"]
