"""Pictures of pages: recognised by ocrmypdf and Tesseract where they are, refused with advice where not."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from treatygraph.errors import ReadingError
from treatygraph.reading import read

POINTS_AN_INCH = 72
recognises = pytest.mark.skipif(
    not (shutil.which("ocrmypdf") and shutil.which("tesseract")), reason="ocrmypdf and tesseract are not installed"
)


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract's threads wait for each other in a loop: on a processor that others use too, for twice as long."""
    monkeypatch.setenv("OMP_THREAD_LIMIT", "1")


def scan(path: Path, pages: list[int], *, dots_an_inch: int = 300, skewed: float = 0.0) -> bytes:
    """Pictures of these pages of a PDF, as a scanner makes them."""
    document = pypdfium2.PdfDocument(path)
    pictures = []
    for number in pages:
        picture = document[number - 1].render(scale=dots_an_inch / POINTS_AN_INCH, grayscale=True).to_pil()
        pictures.append(picture.rotate(skewed, fillcolor=255) if skewed else picture)
    document.close()
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=dots_an_inch)
    return out.getvalue()


def test_a_scan_is_refused_with_advice(report_pdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(scan(report_pdf, [3, 4], dots_an_inch=72))
    with pytest.raises(ReadingError, match=r"no text on any of its 2 pages.*--ocr"):
        read(file)


def test_without_the_programs_it_says_which_pages_and_what_to_install(
    report_pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(scan(report_pdf, [3], dots_an_inch=72))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadingError, match="on its page, and --ocr needs ocrmypdf and tesseract, not installed here"):
        read(file, ocr=True)


def test_a_report_with_text_is_read_as_without(report_pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read(report_pdf, ocr=True) == read(report_pdf)


@recognises
def test_a_skewed_scan_reads_nearly_as_the_print(report_pdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    file.write_bytes(scan(report_pdf, [3, 4], skewed=0.5))
    recognised, printed = read(file, ocr=True), read(report_pdf)
    assert recognised.quality.ocr_pages == (1, 2)
    assert recognised.source.name == "CED-C-KAZ-1.pdf"
    whole = [str(number) for number in range(1, 13)]  # the thirteenth goes on over the page
    alike = [unit for unit in whole if recognised.unit(unit).text == printed.unit(unit).text]
    assert len(alike) >= 10
    for unit in whole:
        assert recognised.unit(unit).convention_articles == printed.unit(unit).convention_articles


@recognises
def test_only_the_scanned_page_of_a_report_is_recognised(report_pdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    with pikepdf.open(report_pdf) as report, pikepdf.open(io.BytesIO(scan(report_pdf, [5]))) as scanned:
        report.pages[4] = scanned.pages[0]
        report.save(file)
    assert read(file).quality.pages_without_text == (5,)
    whole, printed = read(file, ocr=True), read(report_pdf)
    assert whole.quality.ocr_pages == (5,)
    assert whole.quality.pages_without_text == ()
    assert [unit.id for unit in whole.units] == [unit.id for unit in printed.units]
    assert whole.unit("200") == printed.unit("200")


@recognises
def test_an_encrypted_scan_is_refused(report_pdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    with pikepdf.open(io.BytesIO(scan(report_pdf, [3], dots_an_inch=72))) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="owner", user="secret"))
    with pytest.raises(ReadingError, match="the text of an encrypted PDF is not recognised"):
        read(file, password="secret", ocr=True)
