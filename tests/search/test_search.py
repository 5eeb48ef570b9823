"""Search over the paragraphs of a folder: words, phrases, fields, jumps, and an index in step with the files."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from treatygraph.cli import main
from treatygraph.corpus.records import write_records
from treatygraph.errors import ReadingError, WritingError
from treatygraph.report import Annotated
from treatygraph.search import SearchError, search
from treatygraph.search.wanted import Part, Wanted, read_search
from two_searched import TEXTS, report_of


def write(output: Path, annotated: Annotated) -> Path:
    folder = output / annotated.report.symbol.replace("/", "-")
    folder.mkdir(parents=True, exist_ok=True)
    write_records(annotated, folder)
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for symbol in TEXTS:
        write(tmp_path, report_of(symbol))
    return tmp_path


def places(output: Path, text: str) -> list[str]:
    return sorted(f"{hit.symbol[6:9]} {hit.unit}" for hit in search(output, text).hits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("habeas corpus", ["XXA 1", "XXB 1"]),
        ('"habeas corpus"', ["XXA 1"]),
        ("court", ["XXA 1", "XXA 2", "XXB 2"]),  # "courts" is a form of it
        ("detention secret", ["XXA 2", "XXA 3"]),  # "Détention"
        ("discriminat*", ["XXB 2"]),
        ("discriminatry", ["XXB 2"]),
        ("forbidden state:XXA", ["XXA 3"]),
        ("forbidden state:xxa state:XXB", ["XXA 3", "XXB 2"]),
        ("article:17", ["XXA 2", "XXA 3"]),
        ("art 17", ["XXA 2", "XXA 3"]),
        ("Article 18", ["XXA 3"]),
        ("para. 2", ["XXA 2", "XXB 2"]),
        ("paragraph 2 report:CED/C/XXB/1", ["XXB 2"]),
        ("kind:code", ["XXA 2"]),
        ("speaker:committee", ["XXB 2"]),
        ("year:2014 treaty:CED granted", ["XXA 1"]),
        ("year:2019 granted", ["XXB 1"]),
        ("2014", ["XXA table:1"]),
        ("abducton", ["XXA 2"]),  # a letter is missing
        ("granyed", ["XXA 1", "XXB 1"]),
        ("zzzzzz", []),
        ("court zzzzzz", []),
        ('court" OR "habeas', []),  # no language of the index: there is no "OR" in a paragraph
        ("NEAR(habeas corpus)", []),
    ],
)
def test_what_is_found(text: str, expected: list[str], output: Path) -> None:
    assert places(output, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a "b c" d*', Wanted((Part("a"), Part("b c", "phrase"), Part("d", "begins")))),
        ('pension state:"Costa Rica"', Wanted((Part("pension"),), (("state", "Costa Rica"),))),
        ("para 57", Wanted(paragraph="57")),
        ("pp 10", Wanted(page=10)),
        ("art. 7 bis", Wanted(fields=(("article", "7 bis"),))),
        ("article 17 of the Constitution", Wanted(tuple(map(Part, ("article", "17", "of", "the", "Constitution"))))),
        ("women's rights", Wanted((Part("women's"), Part("rights")))),
    ],
)
def test_how_a_search_is_read(text: str, expected: Wanted) -> None:
    assert read_search(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Nothing is asked for"),
        ("?!", "Nothing is asked for"),
        ('state:""', "state: says nothing"),
        ("a" * 1_001, "at most 1,000 characters"),
        ("a b " * 21, "at most 40 words"),
    ],
)
def test_what_is_no_search_says_so(text: str, problem: str) -> None:
    with pytest.raises(SearchError, match=problem):
        read_search(text)


def test_an_answer_has_the_words_the_place_and_what_it_can_be_narrowed_to(output: Path) -> None:
    found = search(output, "court abducton")
    assert found.instead == (("abducton", ("abduction",)),)
    (hit,) = found.hits
    assert (hit.folder, hit.section) == ("CED-C-XXA-1", "On the articles")
    assert re.findall("\x02(.+?)\x03", hit.words) == ["abduction", "court"]
    facets = {(facet.field, facet.value): facet.count for facet in found.facets}
    assert facets == {
        ("state", "XXA"): 1, ("treaty", "CED"): 1, ("report", "CED/C/XXA/1"): 1, ("year", "2014"): 1,
        ("speaker", "state"): 1, ("article", "17"): 1, ("kind", "code"): 1,
    }  # fmt: skip


def test_a_word_is_found_wherever_a_plain_look_finds_it(output: Path) -> None:
    """Each word of each text, against the texts themselves."""
    for word in {word for texts in TEXTS.values() for _, _, text in texts for word in re.findall(r"\w+", text)}:
        holding = {
            f"{symbol[6:9]} {number}"
            for symbol, texts in TEXTS.items()
            for number, _, text in texts
            if re.search(rf"\b{word}\b", text)
        }
        assert holding <= set(places(output, f'"{word}"')), word


def test_the_index_is_in_step_with_the_files(output: Path) -> None:
    assert places(output, "habeas") == ["XXA 1", "XXB 1"]
    # A report changes, one goes, one comes.
    annotated = report_of("CED/C/XXA/1")
    units = (replace(annotated.report.units[0], text="Nothing is granted."), *annotated.report.units[1:])
    write(output, replace(annotated, report=replace(annotated.report, units=units)))
    shutil.rmtree(output / "CED-C-XXB-1")
    write(output, replace(annotated, report=replace(annotated.report, symbol="CED/C/XXC/1", state="XXC")))
    assert places(output, "habeas") == ["XXC 1"]
    assert places(output, "granted") == ["XXA 1", "XXC 1"]
    with sqlite3.connect(output / ".search" / "index.sqlite") as index:
        assert (
            index.execute("SELECT COUNT(*) FROM unit").fetchone()
            == index.execute("SELECT COUNT(*) FROM words").fetchone()
            == (8,)
        )


@pytest.mark.parametrize("damage", [b"", b"no index", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_damaged_index_is_made_anew(damage: bytes, output: Path) -> None:
    search(output, "court")
    (output / ".search" / "index.sqlite").write_bytes(damage)
    assert places(output, '"habeas corpus"') == ["XXA 1"]


def test_an_index_of_another_version_is_made_anew(output: Path) -> None:
    search(output, "court")
    with sqlite3.connect(output / ".search" / "index.sqlite") as index:
        index.execute("PRAGMA user_version = 99")
        index.execute("DELETE FROM unit")
    assert places(output, '"habeas corpus"') == ["XXA 1"]


def test_a_run_that_fails_leaves_the_index_as_it_was(output: Path) -> None:
    search(output, "court")
    (output / "CED-C-XXA-1" / "paragraphs.jsonl").write_text("{")
    with pytest.raises(ReadingError, match=r"paragraphs\.jsonl"):
        search(output, "court")
    with sqlite3.connect(output / ".search" / "index.sqlite") as index:
        assert index.execute("SELECT COUNT(*) FROM unit").fetchone() == (6,)


def test_a_folder_without_reports_and_one_that_cannot_be_written_say_so(tmp_path: Path, output: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadingError, match="there are no reports here"):
        search(tmp_path / "empty", "court")
    (output / ".search").write_text("a file")
    with pytest.raises(WritingError, match="the index cannot be written"):
        search(output, "court")


def test_the_command_prints_the_place_the_heading_and_the_words(output: Path) -> None:
    result = CliRunner().invoke(main, ["search", "abducton", "-o", str(output)])
    assert result.exit_code == 0
    assert "CED/C/XXA/1, para. 2  On the articles" in result.stdout
    assert "No report has “abducton”: looked for abduction in its place." in result.stderr
    assert "1 paragraph" in result.stderr
    result = CliRunner().invoke(main, ["search", "state:XXB", "--format", "json", "--most", "1", "-o", str(output)])
    record = json.loads(result.stdout)
    assert (record["total"], len(record["hits"]), record["facets"]["article"]) == (2, 1, {"2": 1})
    assert CliRunner().invoke(main, ["search", "!", "-o", str(output)]).exit_code == 1
