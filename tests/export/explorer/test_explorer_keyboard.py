"""The page without a mouse, and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from explorer_reader import Reader

FOCUSED = "document.activeElement"


def test_the_first_links_skip_the_bar(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Skip to the text")
    assert link.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "text"
    page.keyboard.press("Tab")
    assert page.evaluate(f"!!{FOCUSED}.closest('#text')")


def test_the_evidence_is_skipped_to_where_it_is_folded_away(phone: Reader) -> None:
    page = phone.open()
    page.get_by_role("link", name="Skip to the evidence").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUSED}.id") == "side"
    assert page.locator("#side").is_visible()


def test_each_stop_of_the_tab_key_is_seen(reader: Reader) -> None:
    page = reader.open("#article=17")
    for _ in range(40):
        page.keyboard.press("Tab")
        seen = f"(e => e === document.body || getComputedStyle(e).outlineStyle !== 'none')({FOCUSED})"
        assert page.evaluate(seen), page.evaluate(f"{FOCUSED}.outerHTML.slice(0, 200)")


def test_enter_on_a_mark_goes_along_to_its_card_and_escape_leads_back(reader: Reader) -> None:
    page = reader.open("#par-57")
    mark = page.locator("#par-57 .provision a").first
    mark.focus()
    page.keyboard.press("Enter")
    reader.shows("Code of Criminal Procedure")
    assert page.evaluate(f"{FOCUSED}.textContent") == "Code of Criminal Procedure"
    page.keyboard.press("Tab")
    assert page.evaluate(f"!!{FOCUSED}.closest('#side')")
    page.keyboard.press("Escape")
    reader.shows("Kazakhstan · CED")
    assert mark.evaluate(f"e => e === {FOCUSED}")


def test_search_goes_on_to_what_it_found_and_arrows_walk_there(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("/")
    page.keyboard.type("detention")
    page.keyboard.press("Enter")
    first = page.evaluate(f"{FOCUSED}.textContent")
    assert first.startswith("Article 17")
    page.keyboard.press("ArrowDown")
    second = page.evaluate(f"{FOCUSED}.textContent")
    assert second != first
    page.keyboard.press("ArrowUp")
    assert page.evaluate(f"{FOCUSED}.textContent") == first
    page.keyboard.press("Enter")
    reader.shows("Articles 17, 18, 20")


def test_arrows_walk_a_list_of_laws(reader: Reader) -> None:
    page = reader.open("#laws")
    rows = page.locator("#side a.row")
    rows.first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    assert rows.nth(3).evaluate(f"e => e === {FOCUSED}")


@pytest.mark.parametrize(
    ("view", "printed", "left_out"),
    [("", "#text", "#side"), ("#article=17", "#side", "#text"), ("#network", "#stage", "#side")],
)
def test_what_is_printed_is_the_text_or_the_card_dark_on_white(
    reader: Reader, view: str, printed: str, left_out: str
) -> None:
    page: Any = reader.open(view)
    page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print")
    assert page.locator(printed).is_visible()
    assert not page.locator(left_out).is_visible()
    assert not page.locator("#bar").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 31, 36)"
    assert len(page.pdf()) > 10_000
