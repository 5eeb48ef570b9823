"""Two builds of one small report, before and after a word was added to the lexicon."""

import json
from pathlib import Path

import pytest

from treatygraph.errors import TreatygraphError
from treatygraph.evaluation.comparison import compare

TEXT = "The Road Act was amended in 2010. The Ministry of Health enforces the Public Health Ordinance No. 5."


def build(folder: Path, mentions: list[tuple[str, str, str | None]], text: str = TEXT) -> Path:
    folder.mkdir(parents=True)
    (folder / "paragraphs.jsonl").write_text(json.dumps({"id": "7", "text": text}) + "\n")
    rows = [
        {"paragraph": "7", "type": kind, "text": words, "start": text.index(words),
         "end": text.index(words) + len(words), "entity": entity}
        for kind, words, entity in mentions
    ]  # fmt: skip
    (folder / "mentions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


def test_a_gained_a_lost_a_changed_and_a_moved_mention(tmp_path: Path) -> None:
    old = build(
        tmp_path / "old" / "X-C-AAA-1",
        [
            ("instrument", "Road Act", "AAA_act_road"),
            ("date", "2010", None),
            ("agency", "Ministry", "AAA_ministry"),
        ],
    )
    new = build(
        tmp_path / "new" / "X-C-AAA-1",
        [
            ("instrument", "Road Act", "AAA_act_road-traffic"),
            ("agency", "Ministry of Health", "AAA_ministry-of-health"),
            ("instrument", "Public Health Ordinance No. 5", "AAA_ordinance_5"),
        ],
    )
    found = [(d.type, d.change, d.before, d.after) for d in compare(old.parent, new.parent).differences]
    assert found == [
        ("instrument", "moved", "AAA_act_road", "AAA_act_road-traffic"),
        ("instrument", "gained", None, "Public Health Ordinance No. 5"),
        ("date", "lost", "2010", None),
        ("agency", "changed", "Ministry", "Ministry of Health"),
    ]


def test_each_difference_shows_its_sentence(tmp_path: Path) -> None:
    old = build(tmp_path / "old", [])
    new = build(tmp_path / "new", [("instrument", "Public Health Ordinance No. 5", "x")])
    (difference,) = compare(old, new).differences
    assert difference.sentence == "The Ministry of Health enforces the Public Health Ordinance No. 5."


def test_equal_builds_differ_in_nothing(tmp_path: Path) -> None:
    one = build(tmp_path / "one", [("date", "2010", None)])
    two = build(tmp_path / "two", [("date", "2010", None)])
    assert compare(one, two).differences == ()


def test_a_changed_text_and_a_report_on_one_side_only_are_named(tmp_path: Path) -> None:
    build(tmp_path / "old" / "A", [])
    build(tmp_path / "old" / "B", [])
    build(tmp_path / "new" / "A", [], TEXT + " More.")
    build(tmp_path / "new" / "C", [])
    comparison = compare(tmp_path / "old", tmp_path / "new")
    assert comparison.texts_changed == (("A", "7"),)
    assert (comparison.only_old, comparison.only_new) == (("B",), ("C",))


def test_a_folder_without_a_built_report_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(TreatygraphError, match="no built report here"):
        compare(tmp_path, tmp_path)
