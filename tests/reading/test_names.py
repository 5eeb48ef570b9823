"""Names and texts that hold what no reader sees: bytes that are no UTF-8, NUL, signs that turn the line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from treatygraph.cli import main
from treatygraph.errors import ReadingError
from treatygraph.reading import read
from treatygraph.reading.file.opening import spell_path


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        (b"CED-C-KAZ-1.pdf", "CED-C-KAZ-1.pdf"),
        ("Bericht für Köln.pdf".encode(), "Bericht für Köln.pdf"),
        (b"caf\xe9.pdf", r"caf\xe9.pdf"),
        ("a\u202efdp.exe".encode(), r"a\u202efdp.exe"),
        (b"two\nlines.pdf", r"two\nlines.pdf"),
    ],
)
def test_a_name_is_spelled_so_that_it_can_be_seen(name: bytes, spelled: str) -> None:
    assert spell_path(Path(os.fsdecode(name))) == spelled


def odd_copy(report: Path, folder: Path) -> Path:
    file = folder / os.fsdecode(b"caf\xe9 CED-C-KAZ-1.pdf")
    try:
        file.write_bytes(report.read_bytes())
    except OSError:
        pytest.skip("this file system takes no such name")
    return file


def test_a_build_of_a_file_whose_name_is_no_text(report_pdf: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    words = ["build", str(odd_copy(report_pdf, tmp_path)), "--output", str(output), "--json"]
    result = CliRunner(charset="utf-8").invoke(main, words)
    assert result.exit_code == 0, result.output
    folder = output / "CED-C-KAZ-1"
    for file in (path for path in folder.rglob("*") if path.is_file()):
        file.read_bytes().decode("utf-8")
    assert r"caf\\xe9 CED-C-KAZ-1.pdf" in (folder / "report.json").read_text(encoding="utf-8")
    assert json.loads(result.stdout)[0]["folder"] == str(folder)


def test_a_page_of_it_is_drawn(report_pdf: Path, tmp_path: Path) -> None:
    file, picture = odd_copy(report_pdf, tmp_path), tmp_path / os.fsdecode(b"page\xe9.png")
    result = CliRunner().invoke(main, ["inspect", str(file), "--page", "5", "--output", str(picture)])
    assert result.exit_code == 0, result.output
    assert picture.exists()


@pytest.mark.parametrize("symbol", [os.fsdecode(b"CED/C/\xe9/1"), "CED/C/\u202eKAZ/1", "CED/C/KAZ/1\x00"])
def test_a_symbol_that_is_no_text(symbol: str, report_pdf: Path) -> None:
    with pytest.raises(ReadingError, match=r"the symbol '.*' is no text in UTF-8, or holds signs that are not seen"):
        read(report_pdf, symbol=symbol)


def test_a_password_that_is_no_text(report_pdf: Path) -> None:
    with pytest.raises(ReadingError, match="the password is no text in UTF-8"):
        read(report_pdf, password=os.fsdecode(b"gehei\xdfm"))


def test_signs_that_are_not_seen_are_not_in_the_text(tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.txt"
    printed = "1. The \u202eConstitution\u202c of\u200f 1995\x00 applies;\x1b[31m the \u2067courts\u2069 heed it.\n"
    file.write_text(printed, encoding="utf-8")
    report = read(file)
    assert report.unit("1").text == "The Constitution of 1995\ufffd applies;\ufffd[31m the courts heed it."
    assert report.quality.unreadable_characters == 2
