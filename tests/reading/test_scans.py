"""Scans whose text a program recognised: a picture with text that is not shown, and what recognition does to it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from treatygraph.reading import read
from treatygraph.report import Report

INVISIBLE = 3
# Space above, left edge, size as recognition guesses it, text as Tesseract read it from printed reports.
PAGE_1 = (
    (30, 91, 11, "I. Introduction"),
    (30, 113, 9, "1, This report is the initial report of the Republic of Kazakhstan to the Committee on"),
    (12, 113, 10, "Enforced Disappearances and is submitted in accordance with article 29, paragraph 1, of the"),
    (12, 113, 8, "Convention. It covers the years 2009-2013 and was made by the Ministry of Internal Affairs."),
    (18, 142, 9, "(1) | The report has been compiled in accordance with the United Nations guidelines;"),
    (30, 80, 12, "Il. Information on the articles of the Convention"),
    (30, 113, 8, "Articles 1, 2 and 3"),
    (18, 113, 9, "2. Over the past four years, Kazakhstan has carried out a number of important reforms to"),
    (12, 113, 8, "improve the national legislation on the protection of all persons, and these reforms are"),
    (12, 113, 9, "set out below."),
    (18, 133, 9, "¢ Regulations on visits to penal institutions and remand centres;"),
    (18, 133, 9, "* Regulations on the monitoring of convicted persons in institutions."),
    (18, 113, 10, "Ls  It has ratified the Optional Protocol to the International Covenant on Civil and Political"),
    (12, 113, 9, "Rights, the Slavery Convention and the Convention for the Suppression of the Traffic in Persons."),
    (18, 113, 9, "4. Kazakhstan has made consistent efforts to improve its legislation and adopted new laws that"),
    (12, 113, 9, "aim at implementing the Convention."),
    (30, 113, 9, "Criminal cases brought to court"),
    (18, 113, 8, "Year|Article 125|Article 126"),
    (14, 113, 9, "2009|72|0"),
    (14, 113, 9, "2010|69|97"),
    (14, 113, 8, "2011|72|92"),
    (24, 113, 9, "5. Detecting, preventing and eliminating these crimes is one of the priority areas of activity of"),
    (12, 113, 9, "the State authorities."),
)  # fmt: skip


def scan(*lines: tuple[int, float, int, str]) -> bytes:
    """A page with a grey picture all over it and these lines behind it, as recognition programs lay them."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(595, 842))
    sheet.setFillGray(0.9)
    sheet.rect(0, 0, 595, 842, stroke=0, fill=1)
    height = 842.0 - 60
    for above, left, size, line in lines:
        height -= above
        for column, piece in enumerate(line.split("|") if "." not in line else [line]):
            text = sheet.beginText(left + 110 * column, height)
            text.setTextRenderMode(INVISIBLE)
            words, _, rest = piece.partition("  ")
            _fit(text, words, size, 365 if len(piece) > 70 and not rest else None)
            if rest:  # a number that was not recognised, its tab, the text
                text.setTextOrigin(left + 28, height)
                _fit(text, rest, size, 337)
            sheet.drawText(text)
    sheet.save()
    return out.getvalue()


def _fit(text: canvas.PDFTextObject, words: str, size: int, width: float | None) -> None:
    text.setFont("Times-Roman", size)
    natural = text._canvas.stringWidth(words, "Times-Roman", size)
    text.setHorizScale(100 * width / natural if width else 100)
    text.textOut(words)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    file = tmp_path_factory.mktemp("scan") / "CED-C-KAZ-1.pdf"
    file.write_bytes(scan(*PAGE_1))
    return read(file)


def test_its_pages_are_named_as_recognised(report: Report) -> None:
    assert report.quality.ocr_pages == (1,)


def test_a_report_that_shows_its_text_has_none(report_pdf: Path) -> None:
    assert read(report_pdf).quality.ocr_pages == ()


def test_sizes_that_waver_do_not_part_a_paragraph(report: Report) -> None:
    assert report.unit("1").text == (
        "This report is the initial report of the Republic of Kazakhstan to the Committee on Enforced Disappearances "
        "and is submitted in accordance with article 29, paragraph 1, of the Convention. It covers the years "
        "2009–2013 and was made by the Ministry of Internal Affairs. "
        "(1) The report has been compiled in accordance with the United Nations guidelines;"
    )


def test_bullets_are_bullets_again(report: Report) -> None:
    assert report.unit("2").text.endswith(
        "set out below. • Regulations on visits to penal institutions and remand centres; "
        "• Regulations on the monitoring of convicted persons in institutions."
    )


def test_the_one_number_that_is_missing_is_written_where_it_was_misread(report: Report) -> None:
    assert report.unit("3").text.startswith("It has ratified the Optional Protocol")
    assert report.quality.number_gaps == ()


def test_lines_that_stand_apart_are_headings_though_their_weight_is_lost(report: Report) -> None:
    assert [(s.label, s.heading, s.convention_articles) for s in report.sections] == [
        ("I.", "Introduction", ()),
        ("II.", "Information on the articles of the Convention", ()),
        ("Articles 1, 2 and 3", "Articles 1, 2 and 3", ("1", "2", "3")),
    ]


def test_rows_of_figures_are_a_table_though_its_rules_are_lost(report: Report) -> None:
    table = report.unit("table:1").table
    assert table is not None
    assert table.caption == "Criminal cases brought to court"
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Year", "Article 125", "Article 126"],
        ["2009", "72", "0"],
        ["2010", "69", "97"],
        ["2011", "72", "92"],
    ]
    assert report.unit("4").text.endswith("aim at implementing the Convention.")
