"""Two sources of glyphs, PDFium and pdfplumber, held against each other: the same words on every page."""

from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from treatygraph.reading import read
from treatygraph.reading.file import glyphs_pdfium, glyphs_pdfplumber
from treatygraph.reading.page.lines import set_lines
from treatygraph.reading.page.page import GlyphSource
from treatygraph.reading.reader import read_pdf
from treatygraph.report import Report

ROOT = Path(__file__).parents[2]
KAZAKHSTAN = ROOT / "reports" / "CED-C-KAZ-1.pdf"
OTHERS = ROOT.parent / "shared" / "reports"
# Made by Word 2010, 2016, 365, Adobe's PDF Library and Distiller, over fifteen years; the shorter ones of each.
TEN = ["AND-1", "BIH-2-3", "CHN-2-3", "DOM-2-3", "ESP-1", "ETH-2-3", "FSM-1", "MDV-1", "MOZ-1", "TTO-1"]


def read_with(path: Path, source: str) -> Report:
    glyphs = {"pdfium": glyphs_pdfium.glyphs, "pdfplumber": glyphs_pdfplumber.glyphs}[source]
    return read_pdf(path, path.read_bytes(), glyphs, reader=source, symbol=None, password=None)


def words(report: Report) -> list[tuple[str, str, int | None]]:
    return [(unit.id, unit.text, unit.page) for unit in report.units]


@cache
def kazakhstan_with(source: str) -> Report:
    return read_with(KAZAKHSTAN, source)


def test_both_read_the_report_of_kazakhstan_alike() -> None:
    assert words(kazakhstan_with("pdfium")) == words(kazakhstan_with("pdfplumber"))


def test_places_on_the_page_agree_within_two_points() -> None:
    pairs = zip(kazakhstan_with("pdfium").units, kazakhstan_with("pdfplumber").units, strict=True)
    for one, other in pairs:
        for a, b in zip(one.lines, other.lines, strict=True):
            assert a.edges == pytest.approx(b.edges, abs=2.0)
            assert (a.top, a.bottom) == pytest.approx((b.top, b.bottom), abs=2.0)


@pytest.mark.skipif(not OTHERS.is_dir(), reason="the reports of other States are not here (../shared/reports)")
@pytest.mark.parametrize("name", TEN)
def test_both_read_reports_of_other_states_alike(name: str) -> None:
    path = OTHERS / f"CRPD-C-{name}.pdf"
    assert words(read_with(path, "pdfium")) == words(read_with(path, "pdfplumber"))


def test_the_reader_is_chosen_by_name() -> None:
    assert read(KAZAKHSTAN, reader="pdfplumber").source.reader == "pdfplumber"


@pytest.mark.parametrize("source", [glyphs_pdfium.glyphs, glyphs_pdfplumber.glyphs])
def test_what_the_crop_box_hides_is_not_read(source: GlyphSource, tmp_path: Path) -> None:
    path = tmp_path / "cropped.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.setCropBox((40, 40, 555, 802))
    canvas.drawString(113, 700, "1. The Act is in force.")
    canvas.drawString(113, 820, "Printer’s job 14-07541")
    canvas.save()
    (page,) = source(str(path))
    assert [line.text for line in set_lines(page)] == ["1. The Act is in force."]
    assert (page.width, page.height) == (595, 842)
