"""A report of quotes, markup, Arabic and emoji is read as any other is."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from explorer_reader import Reader, reader_of
from hostile_report import ARABIC_LAW, LAW, PARAGRAPHS, hostile_report
from rdflib.plugins.sparql import prepareQuery

from treatygraph.export.explorer import write_page


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "report"
    folder.mkdir()
    write_page(hostile_report(), folder / "index.html")
    return folder / "index.html"


@pytest.fixture
def hostile(chromium: Any, hostile_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, hostile_page, viewport={"width": 390, "height": 844})


@pytest.mark.parametrize(
    "view", ["", "#overview", "#articles", "#article=1", "#laws", "#bodies", "#network", '#search="<b>&', "#par-3"]
)
def test_every_view_opens_and_keeps_to_the_screen(hostile: Reader, view: str) -> None:
    page = hostile.open(view)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#text :is(b, i, img, script), #side h2 b").count() == 0


def test_the_text_is_word_for_word(hostile: Reader) -> None:
    page = hostile.open()
    assert tuple(page.locator("#text .unit > p").all_text_contents()) == PARAGRAPHS


def test_a_mark_leads_to_its_law_and_back(hostile: Reader) -> None:
    page = hostile.open()
    page.locator("#par-1 .m a, #par-1 a.m").first.click()
    hostile.shows("alert(1)")
    assert hostile.title() == LAW
    assert page.locator("#side .entry .place").all_inner_texts() == ["Para. 1", "Para. 4"]


def test_arabic_runs_from_right_to_left(hostile: Reader) -> None:
    page = hostile.open()
    start = "e => { const r = document.createRange(); r.selectNodeContents(e); return r.getClientRects()[0].right }"
    arabic, english = page.locator("#par-2 > p"), page.locator("#par-1 > p")
    box = arabic.bounding_box()
    assert arabic.evaluate(start) == pytest.approx(box["x"] + box["width"], abs=2)
    assert english.evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"
    hostile.open(f"#search={ARABIC_LAW.split()[0]}")
    assert page.locator("#side .row .entity").all_inner_texts() == [ARABIC_LAW]


def test_its_network_is_drawn_and_listed(hostile: Reader) -> None:
    page = hostile.open("#network=drawing")
    page.locator(".as-list summary").click()
    assert [name.split("\n")[0] for name in page.locator(".node-list > li").all_inner_texts()] == [LAW, ARABIC_LAW]


def test_a_network_of_nothing_says_so(chromium: Any, tmp_path: Path) -> None:
    write_page(replace(hostile_report(), mentions=()), tmp_path / "report.html")
    for reader in reader_of(chromium, tmp_path / "report.html"):
        page = reader.open("#network")
        assert page.get_by_text("Nothing to show").is_visible()


def test_its_lists_and_queries_are_well_formed(hostile: Reader) -> None:
    page = hostile.open("#laws")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert {row["name"] for row in rows} == {f"'{LAW}", ARABIC_LAW}, "no cell begins a formula"
    page.locator("#side .row", has_text="alert(1)").click()
    hostile.shows("alert(1)")
    page.get_by_role("button", name="SPARQL").click()
    prepareQuery(page.locator("dialog pre").inner_text())
