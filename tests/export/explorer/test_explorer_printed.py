"""The printed page beside the text: pictures of the cited pages, with the words in a box, loaded when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from explorer_reader import PHONE, Reader, reader_of, until
from PIL import Image

from browser import drawn
from treatygraph.building.printing import keep_pages, print_pages
from treatygraph.corpus.records import write_records
from treatygraph.export.explorer import write_page
from treatygraph.export.explorer.evidence import report_record
from treatygraph.export.explorer.printed import SCALE, cited_pages, read_sizes
from treatygraph.report import Annotated

CODE = "Article 28 of the Criminal Code"


@pytest.fixture(scope="session")
def printed_page(annotated: Annotated, report_pdf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed") / "CED-C-KAZ-1"
    folder.mkdir()
    write_records(annotated, folder)
    print_pages(annotated, report_pdf, folder)
    write_page(annotated, folder / "index.html")
    return folder / "index.html"


@pytest.fixture
def reader(chromium: Any, printed_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, printed_page)


@pytest.fixture
def phone(chromium: Any, printed_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, printed_page, **PHONE)


def test_every_page_with_cited_words_has_a_picture_and_no_other(annotated: Annotated, printed_page: Path) -> None:
    sizes = read_sizes(printed_page.parent)
    assert tuple(sizes) == cited_pages(annotated)
    assert 1 not in sizes  # the cover
    assert set(sizes.values()) == {(893, 1263)}  # 595 by 842 points


def test_a_box_holds_the_words(annotated: Annotated, report_pdf: Path, printed_page: Path) -> None:
    data = report_record(annotated, read_sizes(printed_page.parent))
    place = next(n for n, mention in enumerate(annotated.mentions) if mention.text == CODE)
    ((page, *box),) = data["mentions"][place]["boxes"]
    with pdfplumber.open(report_pdf) as pdf:
        assert pdf.pages[page - 1].crop(box).extract_text() == CODE
    with Image.open(printed_page.parent / f"pages/page-{page}.webp") as picture:
        darkest, brightest = picture.convert("L").crop([round(SCALE * edge) for edge in box]).getextrema()
    assert (darkest, brightest) < (60, 256)  # black letters
    assert brightest == 255  # on white


def test_the_same_pages_give_the_same_pictures(
    annotated: Annotated, report_pdf: Path, printed_page: Path, tmp_path: Path
) -> None:
    print_pages(annotated, report_pdf, tmp_path)
    first, again = printed_page.parent / "pages", tmp_path / "pages"
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in again.iterdir()
    }
    assert (again / "report.pdf").read_bytes() == report_pdf.read_bytes()


def test_pictures_stay_where_a_report_is_written_anew(printed_page: Path, tmp_path: Path) -> None:
    keep_pages(printed_page.parent, tmp_path)
    assert read_sizes(tmp_path) == read_sizes(printed_page.parent)
    keep_pages(tmp_path / "nowhere", tmp_path)


def test_a_page_without_pictures_shows_none_and_may_load_none(report_page: Path, printed_page: Path) -> None:
    assert "file:" not in report_page.read_text()[:2000]
    assert "img-src 'self' file: data: blob:" in printed_page.read_text()[:2000]


def test_the_page_is_loaded_when_it_is_asked_for(reader: Reader) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page = reader.open("#article=6")
    page.locator("summary", has_text="Criminal Code of 16 July 1997").click()
    fold = page.locator("summary", has_text="Page 6 as printed")
    fold.wait_for()
    assert not [name for name in asked if name.endswith(".webp")]
    fold.click()
    until(page, "document.querySelector('.sheet img')?.naturalWidth === 893")
    assert [name for name in asked if name.endswith(".webp")] == ["page-6.webp"]
    hrefs = [link.get_attribute("href") for link in page.locator(".printed[open] p a").all()]
    assert hrefs == ["pages/page-6.webp", "pages/report.pdf#page=6", "https://undocs.org/CED/C/KAZ/1"]


@pytest.mark.parametrize("who", ["reader", "phone"])
def test_the_words_stand_in_the_part_that_is_seen(who: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(who).open("#article=6")
    page.locator("summary", has_text="Criminal Code of 16 July 1997").click()
    page.locator("summary", has_text="Page 6 as printed").click()
    until(page, "document.querySelector('.sheet img')?.naturalWidth > 0")
    view, box = (drawn(page).locator(name).first.bounding_box() for name in (".sheet-view", ".box-on-page"))
    assert view["x"] <= box["x"]
    assert box["x"] + box["width"] <= view["x"] + view["width"]
    assert view["y"] <= box["y"]
    assert box["y"] + box["height"] <= view["y"] + view["height"]


def test_a_mark_that_is_chosen_has_its_page(reader: Reader) -> None:
    page = reader.open()
    page.locator("#text [data-m]", has_text=CODE).first.click()
    assert page.locator(".chosen summary").first.inner_text() == "Page 6 as printed"
