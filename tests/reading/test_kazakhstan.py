"""CED/C/KAZ/1: text, section and Convention articles of every unit, from the PDF and from the plain text."""

import json
from pathlib import Path

import pytest

from treatygraph.reading import read
from treatygraph.report import Report

ROOT = Path(__file__).parents[2]
GOLD = [
    json.loads(line)
    for line in (ROOT / "tests" / "gold" / "CED-C-KAZ-1" / "paragraphs.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module", params=["pdf", "txt"])
def report(request: pytest.FixtureRequest) -> Report:
    return read(ROOT / "reports" / f"CED-C-KAZ-1.{request.param}")


def test_every_unit_is_read_exactly(report: Report) -> None:
    wanted = [(row["id"], row["text"], row["section"], tuple(row["convention_articles"])) for row in GOLD]
    found = [(unit.id, unit.text, unit.section, unit.convention_articles) for unit in report.units]
    assert len(found) == 244
    assert found == wanted


def test_what_report_it_is(report: Report) -> None:
    assert (report.symbol, report.state, report.treaty) == ("CED/C/KAZ/1", "KAZ", "CED")
    assert report.coverage == (2009, 2013)
    assert report.language == "en"


def test_nothing_doubtful_is_on_record(report: Report) -> None:
    quality = report.quality
    assert (quality.number_gaps, quality.contents_mismatches, quality.unreadable_characters) == ((), (), 0)


def test_the_sections_form_a_tree(report: Report) -> None:
    top = [section.heading for section in report.sections if section.parent < 0]
    assert top[:3] == ["Introduction", "General information", "Information on the articles of the Convention"]
    for unit in report.units:
        assert report.sections[unit.section_index].heading == unit.section


def test_the_printed_cover_and_places() -> None:
    report = read(ROOT / "reports" / "CED-C-KAZ-1.pdf")
    assert report.committee == "Committee on Enforced Disappearances"
    assert report.title.endswith("under article 29, paragraph 1, of the Convention: Kazakhstan")
    assert report.job_number == "GE.14-07541"
    assert report.source.pages == 27
    assert report.unit("9").page == 4
    for unit in report.units:
        assert unit.lines
        assert unit.page is not None
        at = 0
        for line in unit.lines:
            assert len(line.edges) == line.end - line.start + 1
            assert list(line.edges) == sorted(line.edges)
            assert unit.text[at : line.start].strip() == ""
            at = line.end
        assert at == len(unit.text)


def test_the_table_has_its_rows() -> None:
    table = read(ROOT / "reports" / "CED-C-KAZ-1.pdf").unit("table:1").table
    assert table is not None
    assert next(cell.text for cell in table.rows[0]) == "Year"
    assert [cell.text for cell in table.rows[-1]] == ["2013", "65", "105", "21"]


def test_plain_text_has_no_places() -> None:
    report = read(ROOT / "reports" / "CED-C-KAZ-1.txt")
    assert all(unit.page is None and not unit.regions(0, 5) for unit in report.units)


def test_the_same_file_gives_the_same_report() -> None:
    path = ROOT / "reports" / "CED-C-KAZ-1.pdf"
    assert read(path) == read(path)
