"""The page over several reports is searched for any words of theirs, and finds what the service finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from explorer_reader import Reader, reader_of, until

from treatygraph.corpus.records import write_records
from treatygraph.export.explorer import write_corpus_page
from treatygraph.export.explorer.texts import pack_texts, unpack_texts
from treatygraph.search import search
from two_searched import TEXTS, report_of


@pytest.fixture(scope="module")
def two_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("searched")
    for symbol in TEXTS:
        folder = output / symbol.replace("/", "-")
        folder.mkdir()
        write_records(report_of(symbol, on_pages=True), folder)
    write_corpus_page(sorted(output.glob("CED-*")), output / "index.html")
    return output


@pytest.fixture
def two(chromium: Any, two_reports: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, two_reports / "index.html")


def shown(reader: Reader, text: str) -> list[str]:
    """The paragraphs that the page finds, when it has taken in all texts."""
    page = reader.open(f"#reports&search={quote(text)}")
    until(page, "document.body.dataset.texts === 'whole'")
    heads = page.locator("#side .entry .entry-head").all()
    return [
        f"{head.locator('.meta').inner_text()[6:9]} {head.locator('.place').inner_text().removeprefix('Para. ')}"
        for head in heads
    ]


FOUND = [
    ("habeas corpus", ["XXA 1", "XXB 1"]),
    ('"habeas corpus"', ["XXA 1"]),
    ("court", ["XXA 1", "XXA 2", "XXB 2"]),  # "courts" is a form of it
    ("detention secret", ["XXA 2", "XXA 3"]),  # "Détention"
    ("discriminat*", ["XXB 2"]),
    ("forbidden state:XXA", ["XXA 3"]),
    ("forbidden state:xxa state:XXB", ["XXA 3", "XXB 2"]),
    ("article:17", ["XXA 2", "XXA 3"]),
    ("art 17", ["XXA 2", "XXA 3"]),
    ("para. 2", ["XXA 2", "XXB 2"]),
    ("p. 5", ["XXA 2", "XXB 2"]),
    ("paragraph 2 report:CED/C/XXB/1", ["XXB 2"]),
    ("kind:code", ["XXA 2"]),
    ("speaker:committee", ["XXB 2"]),
    ("year:2014 treaty:CED granted", ["XXA 1"]),
    ("year:2019 granted", ["XXB 1"]),
    ("2014", ["XXA Table 1"]),
    ("abducton", ["XXA 2"]),  # a letter is missing
    ("zzzzzz", []),
    ("court zzzzzz", []),
]


def test_the_page_finds_what_the_service_finds(two: Reader, two_reports: Path) -> None:
    for text, expected in FOUND:
        assert sorted(shown(two, text)) == expected, text
        served = search(two_reports, text).hits
        assert sorted(f"{hit.symbol[6:9]} {hit.unit.replace('table:', 'Table ')}" for hit in served) == expected


def test_the_best_comes_first_and_its_words_are_marked(two: Reader) -> None:
    assert shown(two, "detention")[0] == "XXB 2"  # twice
    assert two.page.locator("#side .entry mark").all_inner_texts().count("detention") == 2
    assert two.page.locator("#side .entry").first.locator(".place").get_attribute("href") == (
        "CED-C-XXB-1/index.html#par-2"
    )


def test_a_word_that_no_report_has_is_told(two: Reader) -> None:
    assert shown(two, "court abducton") == ["XXA 2"]
    assert "No report has “abducton”: looked for abduction in its place." in two.text()
    assert shown(two, "qqqqqqqq") == []
    assert "No report has “qqqqqqqq”: nothing is spelt like it." in two.text()


def test_the_last_word_may_be_unfinished(two: Reader) -> None:
    assert shown(two, "secret deten") == ["XXA 3", "XXA 2"]


def test_a_facet_narrows_the_search(two: Reader) -> None:
    shown(two, "forbidden")
    two.page.locator("#side summary").click()
    two.page.locator(".facets div", has_text="state").locator("a", has_text="XXB").click()
    two.shows("forbidden state:XXB")
    assert two.page.locator("#side .entry").count() == 1


def test_what_is_typed_before_the_texts_are_there_is_found_when_they_are(two: Reader) -> None:
    two.page.goto(two.path.as_uri())
    two.page.locator("#search").fill("corpus")
    two.page.locator("#side .entry").nth(1).wait_for()


def test_a_packed_report_holds_what_is_searched() -> None:
    rows = unpack_texts(pack_texts(report_of("CED/C/XXA/1", on_pages=True)))
    assert rows[1] == ["2", "par-2", 5, ["17"], ["code"], "state", TEXTS["CED/C/XXA/1"][1][2]]
    (_, second) = unpack_texts(pack_texts(report_of("CED/C/XXB/1", on_pages=True)))
    assert second[3:6] == [["2"], [], "committee"]
