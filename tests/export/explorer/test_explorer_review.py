"""Someone judges links and mentions on the page, saves review.csv, and the next build honours it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from explorer_reader import Reader, reader_of
from test_explorer_browser import faults_of

from treatygraph.corpus.review import by_report, judge_citations, parse_review
from treatygraph.export.explorer import write_page
from treatygraph.linking import link
from treatygraph.report import Annotated, Judgement

NAME = "A. Reader"


def judge(panel: Any, verdict: str, *, what: str = "", instead: str = "", remark: str = "") -> None:
    """Open the panel of a place and press a button."""
    if not panel.locator(".judge-form").count():
        panel.locator("summary").click()
    if what:
        panel.locator("select").select_option(label=what)
    if instead:
        panel.get_by_label("If another article, which").fill(instead)
    panel.get_by_label("Remark").fill(remark)
    panel.get_by_label("Who decides").fill(NAME)
    panel.get_by_role("button", name=verdict, exact=True).click()


def saved(reader: Reader, folder: Path) -> Path:
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name="Download review.csv").click()
    assert download.value.suggested_filename == "review.csv"
    path = folder / "review.csv"
    download.value.save_as(path)
    return path


def test_what_is_judged_on_the_page_is_a_file_that_a_build_reads(
    reader: Reader, annotated: Annotated, tmp_path: Path
) -> None:
    page = reader.open("#article=17")
    assert page.locator("#review-tray").count() == 0
    law = page.locator("#side details.law").first
    law.locator("summary").first.click()
    entry = law.locator("li.entry").first
    judge(entry.locator(".judge"), "Another article", instead="99")
    assert "The treaty has no article 99" in entry.inner_text()
    judge(entry.locator(".judge"), "Another article", instead="18", remark='About "visits", not custody')
    entry.locator(".verdict", has_text="another article: 18").wait_for()
    assert "1 judgement of yours in this browser" in page.locator("#review-tray").inner_text()
    page.locator("#par-57 .provision a").first.click()
    judge(page.locator(".chosen .judge"), "Right")
    page.locator(".chosen .verdict.right").wait_for()

    rows = by_report(parse_review(saved(reader, tmp_path).read_text("utf-8-sig"), Path("review.csv")))
    first, second = rows["CED/C/KAZ/1"]
    assert (first.verdict, first.instead, first.by) == ("another", ("18",), NAME)
    assert (first.judged, first.article, first.remark) == ("claim", "17", 'About "visits", not custody')
    assert (second.judged, second.verdict, second.unit) == ("mention", "right", "57")
    judged = judge_citations(link(annotated), [first])
    mended = [c for c in judged.citations or () if c.review]
    assert {c.claimed for c in mended} == {("18",)}


def test_what_was_judged_is_there_the_next_time_and_can_be_taken_back(reader: Reader) -> None:
    page = reader.open("#par-57")
    page.locator("#par-57 .provision a").first.click()
    judge(page.locator(".chosen .judge"), "Wrong", remark="No law is meant")
    page.reload()
    page.locator(".chosen .verdict.wrong", has_text="A. Reader: No law is meant").wait_for()
    assert page.locator("#review-tray").count() == 1
    page.get_by_role("button", name="Take back").click()
    page.locator(".chosen .verdict").wait_for(state="detached")
    assert page.locator("#review-tray").count() == 0


def test_who_decides_must_be_said(reader: Reader) -> None:
    page = reader.open("#par-57")
    page.locator("#par-57 .provision a").first.click()
    panel = page.locator(".chosen .judge")
    panel.locator("summary").click()
    panel.get_by_role("button", name="Right").click()
    assert "Say who decides." in panel.inner_text()
    assert page.evaluate("document.activeElement.autocomplete") == "name"


@pytest.mark.parametrize("width", [1440, 390])
def test_judging_works_by_keyboard_and_without_a_fault_at_any_width(
    chromium: Any, report_page: Path, width: int
) -> None:
    for reader in reader_of(chromium, report_page, viewport={"width": width, "height": 844}):
        page = reader.open("#article=25")
        law = page.locator("#side details.law").first
        law.locator("summary").first.focus()
        page.keyboard.press("Enter")
        law.locator(".judge > summary").first.focus()
        page.keyboard.press("Enter")
        form = law.locator(".judge-form").first
        form.get_by_label("Who decides").fill(NAME)
        form.get_by_role("button", name="Right").focus()
        page.keyboard.press("Enter")
        law.locator(".verdict.right").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert faults_of(page, "{include: [['.judge'], ['.judged'], ['#review-tray']]}") == []


@pytest.fixture
def judged_page(chromium: Any, annotated: Annotated, tmp_path: Path) -> Iterator[Reader]:
    """The page of a build that carried a judgement out."""
    linked = link(annotated)
    cited = next(c for c in linked.citations or () if c.claimed == ("17",) and c.unit == "96")
    folder = tmp_path / "CED-C-KAZ-1"
    folder.mkdir()
    row = Judgement("96", "link", "right", "B. Judge", cited.target.entity, "17", remark="Read twice")
    write_page(judge_citations(linked, [row]), folder / "index.html")
    yield from reader_of(chromium, folder / "index.html")


def test_a_page_shows_who_decided_what_its_build_carried_out(judged_page: Reader, tmp_path: Path) -> None:
    page = judged_page.open("#par-96")
    page.locator("#par-96 .m.law a, #par-96 a.m.law").first.click()
    page.locator("#side .verdict.right", has_text="B. Judge: Read twice").first.wait_for()
    judge(page.locator(".chosen .judge"), "Right")
    rows = parse_review(saved(judged_page, tmp_path).read_text("utf-8-sig"), Path("review.csv"))
    assert [row.judgement.by for row in rows] == ["B. Judge", NAME]
