"""The picture of a page shows in colours what was read on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import test_hostile_input
from click.testing import CliRunner
from PIL.Image import Image

from treatygraph.commands.build import inspect
from treatygraph.errors import ReadingError
from treatygraph.reading import read
from treatygraph.reading.process.picture import draw_page
from treatygraph.report import Annotated, Box

PIXELS_A_POINT = 2
# The report's fifth page has the table under paragraph 22, its ninth the heading "Article 8".
TABLE_PAGE, GREEN = 5, (44, 160, 44)
BLUES, ORANGE, RED, GREY = {(31, 119, 180), (23, 190, 207)}, (255, 127, 14), (214, 39, 40), (127, 127, 127)
BROWN = (140, 86, 75)
WHITE = (255, 255, 255)


def colours_on_edge(picture: Image, box: Box) -> set[tuple[int, ...]]:
    """The colours along the upper edge of a rectangle of the page."""
    y = round(box.top * PIXELS_A_POINT)
    xs = range(round(box.x0 * PIXELS_A_POINT) + 2, round(box.x1 * PIXELS_A_POINT) - 2)
    return {picture.getpixel((x, y + up)) for x in xs for up in (-1, 0, 1)}  # type: ignore[misc]


def test_paragraphs_and_cells_are_framed(report_pdf: Path) -> None:
    report = read(report_pdf)
    picture = draw_page(report, report_pdf, TABLE_PAGE)
    assert picture.size == (1191, 1684)
    paragraph = report.unit("22").regions(0, 20)[0]
    assert paragraph.page == TABLE_PAGE
    assert colours_on_edge(picture, paragraph.box) & BLUES
    table = report.unit("table:1").table
    assert table is not None
    for cell in table.cells:
        assert cell.box is not None
        assert (RED if cell.header else ORANGE) in colours_on_edge(picture, cell.box)
    page_number = Box(58.0, 748.1, 538.0, 757.5)
    assert colours_on_edge(picture, page_number) == {GREY, WHITE}  # a frame with nothing written across its upper edge


def test_headings_are_framed_in_green(report_pdf: Path) -> None:
    report = read(report_pdf)
    page = next(section.page for section in report.sections if section.heading == "Article 8")
    assert page is not None
    colours = draw_page(report, report_pdf, page).getcolors(1 << 24)
    assert colours is not None
    assert GREEN in {colour for _, colour in colours}


def test_lines_stand_under_mentions(annotated: Annotated, report_pdf: Path) -> None:
    picture = draw_page(annotated.report, report_pdf, TABLE_PAGE, mentions=annotated.mentions)
    mention = next(m for m in annotated.mentions if (m.unit, m.type) == ("16", "instrument"))
    (region,) = annotated.report.unit("16").regions(mention.start, mention.end)
    y = round(region.box.bottom * PIXELS_A_POINT) - 1
    assert picture.getpixel((round(region.box.x0 * PIXELS_A_POINT) + 5, y)) == BROWN


@pytest.mark.parametrize("output", ["pages", "pages.pdf"])
def test_all_pages_are_drawn_into_a_folder_or_one_pdf(report_pdf: Path, tmp_path: Path, output: str) -> None:
    file, target = tmp_path / "CED-C-KAZ-1.pdf", tmp_path / output
    with pikepdf.open(report_pdf) as pdf:
        del pdf.pages[TABLE_PAGE:]
        del pdf.pages[1 : TABLE_PAGE - 1]
        pdf.save(file)
    answer = CliRunner().invoke(inspect, [str(file), "--output", str(target)])
    assert (answer.exit_code, answer.output) == (0, f"{target}\n"), answer.output
    if target.is_dir():
        assert sorted(each.name for each in target.iterdir()) == [f"CED-C-KAZ-1-page-{n}.png" for n in (1, 2)]
    else:
        assert len(pypdfium2.PdfDocument(target)) == 2
    assert {each.name for each in tmp_path.iterdir()} == {file.name, output}


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_drawn_upright(report_pdf: Path, tmp_path: Path, degrees: int) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    with pikepdf.open(report_pdf) as pdf:
        pdf.pages[TABLE_PAGE - 1].contents_add(_turn(degrees), prepend=True)
        if degrees != 180:
            pdf.pages[TABLE_PAGE - 1].MediaBox = [0, 0, 842, 595]
        pdf.save(file)
    upright, turned = draw_page(read(report_pdf), report_pdf, TABLE_PAGE), draw_page(read(file), file, TABLE_PAGE)
    assert abs(upright.width - turned.width) <= 1
    small = [picture.convert("L").resize((60, 84)).tobytes() for picture in (upright, turned)]
    assert sum(abs(a - b) for a, b in zip(*small, strict=True)) / len(small[0]) < 6  # of 255 shades


def _turn(degrees: int) -> bytes:
    matrix = {90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595.3 841.9", 270: "0 -1 1 0 0 595"}[degrees]
    return f"{matrix} cm".encode()


def test_a_page_that_is_not_there(report_pdf: Path) -> None:
    with pytest.raises(ReadingError, match=r"there is no page 99; the report has 27"):
        draw_page(read(report_pdf), report_pdf, 99)


def test_a_plain_text_has_no_pages(report_pdf: Path) -> None:
    text = report_pdf.with_suffix(".txt")
    with pytest.raises(ReadingError, match="a plain text has no pages to draw"):
        draw_page(read(text), text, 1)


def test_the_file_is_opened_in_a_process_of_its_own(report_pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = read(report_pdf)
    monkeypatch.setattr(pypdfium2, "PdfDocument", None)
    assert draw_page(report, report_pdf, TABLE_PAGE).size == (1191, 1684)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (test_hostile_input.packed_three_times, "more than 1,024 MB of memory"),
        (test_hostile_input.huge_page, "by 100,000,000 points, too large to be drawn"),
        (test_hostile_input.HOSTILE["cut at 60 %"], "damaged or cut off"),
    ],
    ids=["packed three times", "huge page", "cut"],
)
def test_a_hostile_page_costs_an_error(make: Callable[[], bytes], says: str, report_pdf: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(make())
    with pytest.raises(ReadingError, match=says):
        draw_page(read(report_pdf), file, 1)
