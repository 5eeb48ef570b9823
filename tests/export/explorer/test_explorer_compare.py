"""Two reports side by side: what only one cites, and what both do."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from explorer_reader import PHONE, Reader, reader_of, until
from rdflib.plugins.sparql import prepareQuery

from browser import drawn

KAZ, KAZ_CED, LTU = "CRPD/C/KAZ/1", "CED/C/KAZ/1", "CRPD/C/LTU/1"


@pytest.fixture
def reader(chromium: Any, three_reports: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, three_reports)


@pytest.fixture
def phone(chromium: Any, three_reports: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, three_reports, **PHONE)


def cited(page: Path, symbol: str, article: str = "") -> set[str]:
    """The instruments that a report cites, by the records beside its own page."""
    lines = (page.parent / symbol.replace("/", "-") / "citations.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["entity"] for row in map(json.loads, lines) if not article or article in row["articles"]}


def columns(page: Any) -> list[int]:
    """How many instruments the three columns have."""
    return [int(head.rpartition(" ")[2]) for head in page.locator(".columns h3").all_inner_texts()]


@pytest.mark.parametrize(
    ("one", "article", "other", "other_article"),
    [(KAZ, "24", LTU, "24"), (KAZ_CED, "", KAZ, ""), (LTU, "12", LTU, "13")],
    ids=["two States on one article", "two reports of one State", "two articles"],
)
def test_two_sides_are_compared(
    reader: Reader, three_reports: Path, one: str, article: str, other: str, other_article: str
) -> None:
    page = reader.open(f"#compare={one},{article},{other},{other_article}")
    first, second = cited(three_reports, one, article), cited(three_reports, other, other_article)
    assert columns(page) == [len(first - second), len(first & second), len(second - first)]
    assert first
    assert second


def test_sides_are_chosen_and_stand_in_the_address(reader: Reader) -> None:
    page = reader.open("#compare")
    # Each choice draws all of them anew.
    page.get_by_label("First report").select_option(label=f"Kazakhstan · {KAZ}")
    drawn(page).get_by_label("Second report").select_option(label=f"Lithuania · {LTU}")
    drawn(page).get_by_label("First article").select_option("12")
    drawn(page).get_by_label("Second article").select_option("12")
    until(page, "decodeURIComponent(location.hash) === '#compare=CRPD/C/KAZ/1,12,CRPD/C/LTU/1,12'")
    drawn(page).locator(".columns a.row").first.click()
    page.wait_for_url(re.compile("compare=.*&law="))
    assert drawn(page).get_by_label("First article").input_value() == "12"
    with page.expect_download() as waiting:
        page.locator(".compare").get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(Path(waiting.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == sum(columns(page))
    page.locator(".compare").get_by_role("button", name="SPARQL").click()
    shown = page.locator("dialog pre").inner_text()
    prepareQuery(shown)
    assert all(f'"{value}"' in shown for value in ("CRPD", "12", "Kazakhstan", "Lithuania"))
    page.keyboard.press("Escape")
    page.go_back()
    page.go_back()
    assert drawn(page).get_by_label("Second article").input_value() == ""


def test_on_a_phone_the_columns_are_below_each_other(phone: Reader) -> None:
    page = phone.open(f"#compare={KAZ},12,{LTU},12")
    assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [390, 390]
    first, second = (place.bounding_box() for place in page.locator(".columns .block").all()[:2])
    assert first["y"] + first["height"] <= second["y"]
