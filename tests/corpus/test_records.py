"""The five files of records: the gold's fields first, then what the program knows beside them; and back again."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.corpus.records import RECORD_FILES, occurrence, read_records, write_records
from treatygraph.errors import ReadingError
from treatygraph.report import Annotated, Line, Mention, Report, Source, Unit

GOLD = Path(__file__).parents[1] / "gold" / "CED-C-KAZ-1"


def rows(folder: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture
def folder(small: Annotated, tmp_path: Path) -> Path:
    write_records(small, tmp_path)
    return tmp_path


def test_what_is_written_can_be_read_back(small: Annotated, folder: Path) -> None:
    assert read_records(folder) == small


def test_a_paragraph_has_its_page_and_kind(folder: Path) -> None:
    paragraph, table = rows(folder, "paragraphs")
    assert paragraph["doc"] == "CED/C/KAZ/9"
    assert (paragraph["id"], paragraph["page"], paragraph["kind"]) == ("7", 3, "paragraph")
    assert (paragraph["section"], paragraph["convention_articles"]) == ("Article 17", ["17"])
    assert (table["id"], table["page"], table["kind"]) == ("table:1", None, "table")


def test_a_mention_has_a_rectangle_for_each_line_it_stands_on(folder: Path) -> None:
    act, date, *_ = rows(folder, "mentions")
    assert act["text"] == "Act on Prisons of 3 May 2001"
    assert (act["start"], act["end"], act["page"]) == (4, 32, 3)
    assert act["box"] == [[122.0, 700.0, 276.0, 710.0]]
    assert (date["value"], date["page"]) == ("2001-05-03", 3)
    assert "entity" not in date


def test_a_mention_over_a_page_break_says_which_page_each_rectangle_is_on(small: Annotated, tmp_path: Path) -> None:
    text = small.report.units[0].text
    over = Mention("7", "instrument", 27, 45, text[27:45], rule="by hand")
    write_records(replace(small, mentions=(over,), relations=()), tmp_path)
    (row,) = rows(tmp_path, "mentions")
    assert (row["page"], row["box_pages"], len(row["box"])) == (3, [3, 4], 2)


def test_the_second_act_is_counted_as_the_second(folder: Path) -> None:
    back = rows(folder, "mentions")[-1]
    assert (back["text"], back["nth"], back["anaphor"]) == ("Act", 2, True)
    assert back["antecedent"] == ["7", 4, 32]


def test_every_field_of_the_gold_is_there_in_its_order(folder: Path) -> None:
    for name in ("paragraphs", "entities", "relations"):
        wanted = list(rows(GOLD, name)[0])
        assert list(rows(folder, name)[0])[: len(wanted)] == wanted
    for kind in ("instrument", "provision", "date", "agency"):
        wanted = next(list(row) for row in rows(GOLD, "mentions") if row["type"] == kind)
        written = next(list(row) for row in rows(folder, "mentions") if row["type"] == kind)
        assert [name for name in written if name in wanted] == wanted


def test_an_entity_s_id_is_the_last_segment_of_its_iri(folder: Path) -> None:
    for entity in rows(folder, "entities"):
        assert re.fullmatch(rf"https://w3id\.org/treatygraph/\w+/{entity['id']}", entity["iri"])


def test_report_json_says_what_is_known_of_the_report(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    assert (report["symbol"], report["state"], report["treaty"]) == ("CED/C/KAZ/9", "KAZ", "CED")
    assert report["title"] == "Report “of” Kazakhstan"
    assert report["coverage"] == [2009, 2013]
    assert report["source"]["sha256"] == "ab" * 32
    assert report["quality"]["number_gaps"] == [3]
    assert report["doubts"][0]["said"] == "Paragraph numbers missing in the text: 3."
    assert report["sections"][0]["heading"] == "Article 17"
    assert report["notes"][0]["text"] == "Official Gazette, 2001."


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "entities.jsonl").unlink()
    with pytest.raises(ReadingError, match=r"entities\.jsonl is missing; build the report again"):
        read_records(folder)


def test_files_that_do_not_belong_together_are_refused(folder: Path) -> None:
    text = (folder / "paragraphs.jsonl").read_text("utf-8")
    (folder / "paragraphs.jsonl").write_text(text.replace('"id": "7"', '"id": "8"'), "utf-8")
    with pytest.raises(ReadingError, match="do not fit each other"):
        read_records(folder)


def test_a_cut_off_line_is_refused(folder: Path) -> None:
    (folder / "mentions.jsonl").write_text('{"paragraph": "7", "ty', "utf-8")
    with pytest.raises(ReadingError, match=r"mentions\.jsonl, line 1: this is not valid JSON"):
        read_records(folder)


def test_occurrences_may_overlap() -> None:
    assert [occurrence("aaa", "aa", at) for at in (0, 1)] == [1, 2]


texts = st.text(min_size=1, max_size=40).filter(lambda text: text.isprintable() or "\u2028" in text)


@given(texts, st.data())
def test_any_text_comes_back_and_each_mention_is_found_by_its_count(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    edges = tuple(float(n) for n in range(len(text) + 1))
    unit = Unit("1", "paragraph", text, lines=(Line(0, len(text), 1, 10.0, 20.0, edges),))
    report = Report("CED/C/KAZ/9", "KAZ", "CED", "", (unit,), Source("a.txt", "0", "text/plain"))
    annotated = Annotated(report, (Mention("1", "date", start, end, text[start:end], rule="by hand"),))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_records(annotated, folder)
        (row,) = rows(folder, "mentions")
        at = -1
        for _ in range(row["nth"]):
            at = text.index(row["text"], at + 1)

        assert at == start
        assert read_records(folder) == annotated
        assert sorted(path.name for path in folder.iterdir()) == sorted(RECORD_FILES)
