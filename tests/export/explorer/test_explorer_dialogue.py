"""The State's voice and the Committee's side by side, and what became of a recommendation: Kenya's invented cycle."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cycles import understood
from explorer_reader import PHONE, Reader, reader_of, until
from rdflib.plugins.sparql import prepareQuery
from test_explorer_browser import faults_of

from browser import drawn
from treatygraph.corpus.records import write_records
from treatygraph.export.explorer import write_corpus_page, write_page
from treatygraph.export.explorer.corpus import corpus_record, read_parts

PORTS = "Ports Act of 2001"


@pytest.fixture(scope="module")
def cycles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`index.html` over both cycles, with each document's own page."""
    base = tmp_path_factory.mktemp("cycles")
    folders = []
    for annotated in understood():
        folder = base / annotated.report.symbol.replace("/", "-")
        folder.mkdir()
        write_records(annotated, folder)
        write_page(annotated, folder / "index.html")
        folders.append(folder)
    write_corpus_page(folders, base / "index.html")
    return base / "index.html"


@pytest.fixture(scope="module")
def reader(chromium: Any, cycles: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, cycles)


def turns(page: Any) -> list[tuple[str, str, list[str]]]:
    """Who speaks, in which document, and what its paragraphs are, in the order of the view."""
    return [
        (
            "Committee" if "committee" in turn.get_attribute("class") else "State",
            turn.locator("h2 a").inner_text(),
            turn.locator(".place").all_inner_texts(),
        )
        for turn in page.locator(".turn").all()
    ]


def test_an_article_is_read_in_both_voices_in_time_order(reader: Reader) -> None:
    page = reader.open("#dialogue=KEN,CRPD,12")
    assert turns(page) == [
        ("State", "CRPD/C/KEN/1", ["Para. 1"]),
        ("Committee", "CRPD/C/KEN/Q/1", ["Para. 1", "Para. 2"]),
        ("State", "CRPD/C/KEN/RQ/1", ["Para. 1"]),
        ("Committee", "CRPD/C/KEN/CO/1", ["Para. 2", "Para. 3"]),
        ("State", "CRPD/C/KEN/FCO/1", ["Para. 1", "Para. 2"]),
        ("Committee", "CRPD/C/KEN/CO/2-3", ["Para. 1", "Para. 2"]),
    ]
    state, committee = (page.locator(f".turn.{who}").first.bounding_box() for who in ("state", "committee"))
    assert state["x"] + state["width"] <= committee["x"]
    assert state["y"] == committee["y"]
    assert page.locator(".against").inner_text() == f"Said to carry it out, and asked to be changed: {PORTS} (para. 3)"
    page.locator(".dialogue").get_by_role("button", name="SPARQL").click()
    shown = page.locator("dialog pre").inner_text()
    prepareQuery(shown)
    assert '"12"' in shown
    page.keyboard.press("Escape")


def test_a_law_is_read_in_both_voices(reader: Reader) -> None:
    page = reader.open("#dialogue=KEN,CRPD,law")
    assert page.get_by_label("Law", exact=True).locator("option:checked").inner_text() == PORTS
    assert [(symbol, places) for _, symbol, places in turns(page)] == [
        ("CRPD/C/KEN/1", ["Para. 1"]),
        ("CRPD/C/KEN/Q/1", ["Para. 1"]),
        ("CRPD/C/KEN/RQ/1", ["Para. 1"]),
        ("CRPD/C/KEN/CO/1", ["Para. 1", "Para. 2", "Para. 3"]),
        ("CRPD/C/KEN/FCO/1", ["Para. 1", "Para. 2"]),
    ]
    with page.expect_download() as waiting:
        page.locator(".dialogue").get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    asked = [row["asks"] for row in rows if row["role"] == "recommendation"]
    assert asked == [f"(a) repeal {PORTS}; (b) establish-body; (c) other"]


def test_a_recommendation_has_its_life(reader: Reader) -> None:
    page = reader.open("#dialogue=KEN,CRPD,recommendations")
    assert faults_of(page) == []
    lives = [" ".join(life.inner_text().split()) for life in page.locator(".life").all()]
    assert lives[0] == "asked 2012 answered 2013, para. 1 and 1 more repeated 2018, para. 2"
    assert lives[1] == "asked 2012 passed over by the later reports at hand"
    assert lives[2] == "asked 2018 no later report at hand"
    page.locator(".lives").get_by_role("link", name="Its life").first.click()
    reader.shows("Recommendation, para. 3")
    blocks = [head.rpartition(" ")[0] for head in page.locator("#side h3").all_inner_texts()]
    assert blocks == ["Concern", "Marked for follow-up by", "Answered", "Repeated by later observations"]
    page.locator("#side .block", has_text="Answered").get_by_role("link", name="Para. 1", exact=True).click()
    page.wait_for_url(re.compile(r"CRPD-C-KEN-FCO-1/index\.html#par-1$"))
    assert page.locator("#par-1").is_visible()


def test_states_and_subjects_are_chosen_and_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("#dialogue")
    page.get_by_label("State", exact=True).select_option(label="Kenya")
    drawn(page).get_by_label("Article", exact=True).select_option("24")
    until(page, "decodeURIComponent(location.hash) === '#dialogue=KEN,CRPD,24'")
    assert [symbol for _, symbol, _ in turns(drawn(page))] == ["CRPD/C/KEN/CO/1", "CRPD/C/KEN/2-3"]


def test_the_matrix_marks_a_claim_that_the_committee_wants_changed(reader: Reader) -> None:
    page = reader.open("#states=CRPD")
    marked = page.locator(".matrix td a:has(.asked-change)").all()
    asked = f"the Committee asked for a change of {PORTS}"
    assert [cell.get_attribute("aria-label") for cell in marked] == [
        f"Kenya, article 12: 1 of 1 national law cited said to carry it out; {asked}"
    ]


def test_a_document_shows_what_its_own_paragraphs_say(reader: Reader, cycles: Path) -> None:
    page = reader.page
    page.goto((cycles.parent / "CRPD-C-KEN-CO-1" / "index.html").as_uri() + "#dialogue")
    reader.shows("Dialogue")
    assert f"(a) repeal: {PORTS}" in reader.text()
    page.locator("#side .voice.recommendation .place").first.click()
    until(page, "location.hash === '#par-3'")
    page.goto((cycles.parent / "CRPD-C-KEN-1" / "index.html").as_uri())
    assert page.locator("nav a", has_text="Dialogue").count() == 0


def test_on_a_phone_the_voices_are_below_each_other(chromium: Any, cycles: Path) -> None:
    for phone in reader_of(chromium, cycles, **PHONE):
        page = phone.open("#dialogue=KEN,CRPD,12")
        assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
        first, second = (place.bounding_box() for place in page.locator(".turn").all()[:2])
        assert first["y"] + first["height"] <= second["y"]
        assert page.locator(".turn").first.inner_text().startswith("Initial report")


def test_a_page_without_committees_has_no_voices(cycles: Path) -> None:
    record = corpus_record(read_parts([cycles.parent / "CRPD-C-KEN-1"]), cycles.parent)
    assert "voices" not in record
    both = corpus_record(
        read_parts([cycles.parent / f"CRPD-C-KEN-{symbol}" for symbol in ("1", "CO-1")]), cycles.parent
    )
    (asked,) = (voice for voice in both["voices"] if voice.get("asks") and voice["unit"] == "3")
    assert both["laws"][asked["asks"][0]["law"]]["name"] == PORTS
    assert json.dumps(both["voices"]).count('"wanted"') == 2
