"""Dated laws on an axis, kinds of law and topics by State, the panel that folds, and searches that are narrowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from explorer_reader import Reader, reader_of, until
from papers import paper
from test_explorer_browser import faults_of

from browser import drawn
from treatygraph import link, recognise, resolve
from treatygraph.corpus.records import read_records, write_records
from treatygraph.export.explorer import write_corpus_page, write_page
from treatygraph.export.explorer.evidence import report_record
from treatygraph.reading.un.sittings import find_sittings, read_cover_sittings
from treatygraph.report import Annotated


@pytest.fixture(scope="module")
def several(chromium: Any, three_reports: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, three_reports)


def points(page: Any, kind: str) -> list[str]:
    """What the marks of one kind say, in the order of the axis."""
    return [mark.get_attribute("aria-label") for mark in page.locator(f".years a.point.{kind}").all()]


def test_the_timeline_of_a_report_has_its_dated_laws_treaty_actions_and_period(
    reader: Reader, annotated: Annotated
) -> None:
    page = reader.open("#timeline")
    data = report_record(annotated)
    dated = [e for e in data["entities"] if e.get("date") and e["category"] == "law"]
    assert len(points(page, "law")) == len(dated) == 39
    assert points(page, "law")[:2] == [
        "30 August 1995: Constitution of Kazakhstan of 30 August 1995",
        "16 July 1997: Criminal Code of 16 July 1997",
    ]
    assert [action[:4] for action in points(page, "action")] == ["2010", "13 N"]
    assert page.locator(".year.covered .year-name").all_inner_texts() == ["2009", "2010", "2011", "2012", "2013"]
    # The table has the same, for reading and for paper.
    assert page.locator("table.moments tbody tr").count() == page.locator(".years a").count()
    # One stop by Tab, and arrow keys from mark to mark; Enter opens the law beside the axis.
    assert page.locator(".years a[tabindex='0']").count() == 1
    page.locator(".years a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert "Criminal Code" in page.locator(".pointed").inner_text()
    page.keyboard.press("Enter")
    reader.shows("Criminal Code of 16 July 1997")
    assert page.evaluate("location.hash").startswith("#timeline&law=")
    assert page.locator(".years [aria-current]").count() == 1
    page.get_by_label("Find by name").fill("code")
    page.get_by_label("Layer").select_option("claimed")
    assert page.evaluate("location.hash").startswith("#timeline&law=")
    assert "find=code" in page.evaluate("location.hash")
    assert 0 < len(points(page, "law")) < 10
    assert faults_of(page) == []


def test_the_committees_sessions_stand_on_the_axis_and_lead_to_their_words(chromium: Any, tmp_path: Path) -> None:
    opening = "The Committee considered the report at its 7th and 8th meetings, held on 2 and 3 May 2012."
    told = paper("CERD/C/KEN/CO/1", "concluding-observations", ("Introduction", [opening]))
    cover = read_cover_sittings(["Adopted by the Committee at its 3rd session (30 April–12 May 2012)"])
    sittings = find_sittings(told.kind, told.units, cover)
    observations = replace(told, state="KEN", date="2012-06-01", sittings=sittings)
    folder = tmp_path / "CERD-C-KEN-CO-1"
    folder.mkdir()
    write_records(link(resolve(recognise(observations))), folder)
    write_page(read_records(folder), folder / "index.html")
    write_corpus_page([folder], tmp_path / "index.html")
    said = [
        "30 April – 12 May 2012: CERD/C/KEN/CO/1, adopted at the 3rd session",
        "2 – 3 May 2012: CERD/C/KEN/CO/1, the report considered at the 7th and 8th meetings",
    ]
    for path, view in ((tmp_path / "index.html", "#timeline=KEN"), (folder / "index.html", "#timeline")):
        for someone in reader_of(chromium, path):
            page = someone.open(view)
            assert points(page, "session") == said
            assert points(page, "committee")[0].startswith("1 June 2012: CERD/C/KEN/CO/1")
            assert points(page, "document") == []
            assert faults_of(page) == []
            row = page.locator("table.moments tr", has_text="7th and 8th")
            assert row.locator("td").last.inner_text() == f"Para. 1, page 1: “{sittings[0].words}”"
            row.get_by_role("link", name="Para. 1").click()
            page.wait_for_url(re.compile("#par-1$"))
            assert drawn(page).locator("#par-1").is_visible()


def test_on_a_phone_a_year_is_a_row_and_no_view_is_wider_than_the_screen(phone: Reader) -> None:
    page = phone.open("#timeline")
    first, second = (page.locator(".year:not(.empty)").nth(n).bounding_box() for n in (0, 1))
    assert second["y"] > first["y"]
    assert first["x"] == second["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults_of(page) == []
    # Links of a card that begins below the screen were taken for skip links where no link before them left the page.
    phone.open("#figures")
    assert faults_of(page, "{exclude: [['#text']]}") == []


def test_the_panel_folds_by_button_and_key_and_stands_so_in_the_address(reader: Reader) -> None:
    page = reader.open("#network")
    page.get_by_role("button", name="Fold the side panel").click()
    assert page.evaluate("location.hash") == "#network&fold"
    assert not page.locator("#side").is_visible()
    # Another view leaves it folded; a link that opens a card brings it back, and Back folds it again.
    page.get_by_role("link", name="Timeline").click()
    until(page, "location.hash === '#timeline&fold'")
    page.locator("table.moments a").first.click()
    reader.shows("Constitution of Kazakhstan")
    assert page.locator("#side").is_visible()
    page.go_back()
    until(page, "getComputedStyle(document.getElementById('side')).display === 'none'")
    page.locator("#stage").focus()
    page.keyboard.press("s")
    assert page.evaluate("location.hash") == "#timeline"
    assert page.locator("#side").is_visible()


@pytest.mark.parametrize(
    ("search", "paragraphs"),
    [
        ("para 57", ["Para. 57"]),
        ('"habeas corpus"', []),
        ('"enforced disappearance" kind:code', None),
        ("p. 10", None),
    ],
)
def test_a_search_knows_phrases_fields_and_jumps(reader: Reader, search: str, paragraphs: list[str] | None) -> None:
    page = reader.open(f"#search={search.replace(' ', '+').replace(chr(34), '%22')}")
    found = page.locator("#side .entry .place").all_inner_texts()
    if paragraphs is not None:
        assert found == paragraphs
    else:
        assert found
    if search == "p. 10":
        assert set(page.locator("#side .entry .page-link").all_inner_texts()) == {"page 10"}
        # A facet narrows the search, and is taken back.
        before = len(found)
        page.locator(".facets div", has_text="kind").locator("a", has_text="code").click()
        reader.shows("p. 10 kind:code")
        assert 0 < page.locator("#side .entry").count() < before
        page.get_by_role("link", name="kind code, take back").click()
        reader.shows("“p. 10”")


def test_over_reports_kinds_topics_and_years_stand_by_state(several: Reader) -> None:
    page = several.open("#network")
    rows = page.locator(".upright tbody th").all_inner_texts()
    assert rows == ["Kazakhstan", "Lithuania"]
    cell = page.locator(".upright tbody tr").first.locator("td a").first
    number = int(cell.inner_text())
    cell.click()
    several.shows("Of the kind “act”")
    assert page.locator("#side .rows > li").count() + hidden(page) >= number
    page.locator("#stage").get_by_role("link", name="Topics").click()
    until(page, "location.hash === '#network=topics'")
    drawn(page).locator(".lattice .matrix td a").first.click()
    several.shows("Article")
    page.go_back()
    drawn(page).locator("#stage").get_by_role("link", name="Shared, as a drawing").click()
    page.locator(".network").wait_for()
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Timeline").click()
    assert drawn(page).locator(".strip-name").all_inner_texts() == ["Kazakhstan", "Lithuania"]
    page.get_by_role("link", name="Lithuania: ").click()
    until(page, "location.hash === '#timeline=LTU'")
    assert drawn(page).get_by_label("State", exact=True).input_value() == "LTU"
    assert any("2010: ratified" in action for action in points(page, "action"))
    # One report's matrix heads stay, and so do the filters and the order on Back.
    several.open("#laws")
    page.get_by_label("Filter by name").fill("torture")
    page.get_by_label("Order").select_option("name")
    page.locator("#text .row").first.click()
    until(page, "location.hash.startsWith('#laws&') && location.hash.includes('law=')")
    page.go_back()
    until(
        page, "location.hash === '#laws&order=name&find=torture' || location.hash === '#laws&find=torture&order=name'"
    )
    assert drawn(page).get_by_label("Filter by name").input_value() == "torture"
    several.open("#reports")
    page.get_by_role("button", name="Pages").click()
    assert page.evaluate("location.hash") == "#reports&order=pages"
    assert page.locator("tbody td:first-child").first.inner_text() == "CRPD/C/LTU/1"


def hidden(page: Any) -> int:
    """How many rows of a long list wait for its button."""
    more = page.locator("#side .more")
    return int("".join(filter(str.isdigit, more.first.inner_text()))) if more.count() else 0


def test_on_paper_the_laws_by_articles_are_the_page(reader: Reader) -> None:
    page = reader.open("#network")
    page.emulate_media(media="print")
    assert page.locator(".lattice .matrix").is_visible()
    assert not page.locator("#side").is_visible()
    names = page.locator(".lattice .matrix th a")
    assert names.evaluate_all("names => names.every(name => name.scrollWidth <= name.clientWidth + 1)")
    # A card that is open is what is printed.
    page.goto(page.url + "&article=19")
    reader.shows("Article 19")
    assert page.locator("#side").is_visible()
    assert not page.locator(".lattice").is_visible()


@pytest.mark.parametrize("width", [1280, 1024, 390])
def test_a_bar_stands_under_its_topic_where_the_panel_is_narrow(reader: Reader, width: int) -> None:
    page = reader.page
    page.set_viewport_size({"width": width, "height": 800})
    reader.open("#network" if width > 390 else "#articles")
    topic = page.locator("#side .bars .bar-topic", has_text="Criminal responsibility")
    assert topic.bounding_box()["width"] > 120
    assert (
        page.locator("#side .bars .bar-name").first.evaluate("name => getComputedStyle(name).textDecorationLine")
        == "underline"
    )


def test_names_of_states_are_whole(several: Reader) -> None:
    page = several.open("#states=CRPD")
    assert page.locator(".matrix tbody th a").all_inner_texts() == ["Kazakhstan", "Lithuania"]
    looks = page.locator(".matrix tbody th a").first.evaluate(
        "name => [getComputedStyle(name).whiteSpace, getComputedStyle(name).textOverflow]"
    )
    assert looks == ["normal", "clip"]
