"""Scores, first by hand on one paragraph, then against the reference scorer where that is at hand."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from treatygraph.errors import TreatygraphError
from treatygraph.evaluation.scores import evaluate, evaluate_all

GOLD = Path(__file__).parent / "gold" / "CED-C-KAZ-1"
TEXT = "Under article 5 of the Crimes Act of 3 May 1961 the Ministry of Justice applies the Act."


def write(folder: Path, mentions: list[dict], text: str = TEXT, **unit: object) -> Path:
    """A folder of one paragraph under article 12, with an entity for each that the mentions name."""
    folder.mkdir(parents=True)
    entities = [
        {"id": e, "type": "instrument", "name": e, "kind": "act", "level": "national", "date": "1961-05-03"}
        for e in sorted({m["entity"] for m in mentions if "entity" in m})
    ]
    paragraph = {"id": "7", "convention_articles": ["12"], "text": text, **unit}
    for name, rows in {"paragraphs": [paragraph], "mentions": mentions, "entities": entities}.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder


def mention(kind: str, text: str, **more: object) -> dict:
    return {"paragraph": "7", "type": kind, "text": text, "nth": 1, **more}


ACT = mention("instrument", "Crimes Act of 3 May 1961", entity="act", anaphor=False)
BACK = mention("instrument", "Act", nth=2, entity="act", anaphor=True)
DATE = mention("date", "3 May 1961", value="1961-05-03")
ARTICLE = mention("provision", "article 5 of the Crimes Act of 3 May 1961", entity="act", targets=[["art:5"]])


def test_the_same_annotations_agree_in_everything(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", [ACT, BACK, DATE, ARTICLE])

    score = evaluate(gold, write(tmp_path / "built", [ACT, BACK, DATE, ARTICLE]))

    assert score.text_equal == score.articles_equal == score.resolved == 1.0
    assert all(score.exact[kind].f1 == 1.0 for kind in ("instrument", "provision", "date"))
    assert score.links.f1 == score.national_links.f1 == score.provision_links.f1 == score.targets.f1 == 1.0
    assert score.misses == ()


def test_a_shorter_span_overlaps_but_is_not_exact(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", [ACT])

    score = evaluate(gold, write(tmp_path / "built", [{**ACT, "text": "Crimes Act"}]))

    assert score.exact["instrument"].f1 == 0.0
    assert score.relaxed["instrument"].f1 == 1.0
    (miss,) = score.misses
    assert (miss.kind, miss.gold, miss.system) == ("span", "Crimes Act of 3 May 1961", "Crimes Act")


def test_one_found_of_two_and_one_too_many(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", [ACT, BACK])
    body = mention("instrument", "Ministry of Justice", entity="ministry")

    score = evaluate(gold, write(tmp_path / "built", [ACT, body]))

    instruments = score.exact["instrument"]
    assert (instruments.precision, instruments.recall, instruments.f1) == (0.5, 0.5, 0.5)
    assert score.resolved == 0.0
    assert {(miss.kind, miss.gold or miss.system) for miss in score.misses} == {
        ("missed", "Act"),
        ("spurious", "Ministry of Justice"),
    }


def test_other_ids_are_no_fault_but_another_entity_is(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", [ACT, BACK])
    renamed = [{**m, "entity": "KAZ_act_1961-05-03"} for m in (ACT, BACK)]
    split = [ACT, {**BACK, "entity": "another"}]

    assert evaluate(gold, write(tmp_path / "renamed", renamed)).b_cubed["instrument"].f1 == 1.0
    assert evaluate(gold, write(tmp_path / "split", split)).b_cubed["instrument"].recall == 0.5


def test_an_entity_that_shares_no_mention_is_matched_by_its_name(tmp_path: Path) -> None:
    article = {**ARTICLE, "text": "article 5 of the Crimes Act"}
    gold = write(tmp_path / "gold", [{**ACT, "entity": "Crimes Act"}, {**article, "entity": "Crimes Act"}])
    built = write(tmp_path / "built", [{**article, "entity": "crimes act"}])
    other = write(tmp_path / "other", [{**article, "entity": "Other Act"}])

    assert evaluate(gold, built).targets.f1 == 1.0
    assert evaluate(gold, other).targets.f1 == 0.0


def test_a_date_counts_as_read_only_with_its_value(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", [DATE])

    score = evaluate(gold, write(tmp_path / "built", [{**DATE, "value": "1961-03-05"}]))

    assert score.exact["date"].f1 == 1.0
    assert score.date_values.f1 == 0.0


def test_white_space_and_soft_hyphens_do_not_count(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", [ACT, DATE])

    score = evaluate(gold, write(tmp_path / "built", [ACT, DATE], TEXT.replace("Ministry", "Min\u00adis try  ")))

    assert score.text_equal == 1.0
    assert score.exact["instrument"].f1 == score.exact["date"].f1 == 1.0


def test_gold_may_keep_a_digest_in_place_of_the_text(tmp_path: Path) -> None:
    digest = hashlib.sha256("".join(TEXT.split()).encode()).hexdigest()
    gold = write(tmp_path / "gold", [ACT, mention("date", "4 May 1961", value="1961-05-04")], "", sha256=digest)

    score = evaluate(gold, write(tmp_path / "built", [ACT]))

    assert score.text_equal == 1.0
    assert score.exact["instrument"].f1 == 1.0
    assert [miss.kind for miss in score.misses] == ["missed"]


def test_a_folder_of_reports_is_scored_report_by_report(tmp_path: Path) -> None:
    for side in ("gold", "built"):
        for name in ("CED-C-AAA-1", "CED-C-BBB-1"):
            write(tmp_path / side / name, [ACT])
    write(tmp_path / "gold" / "CED-C-CCC-1", [ACT])

    assert list(evaluate_all(tmp_path / "gold", tmp_path / "built")) == ["CED-C-AAA-1", "CED-C-BBB-1"]


def test_a_folder_without_a_report_is_named(tmp_path: Path) -> None:
    with pytest.raises(TreatygraphError, match=r"nowhere: no paragraphs\.jsonl"):
        evaluate(GOLD, tmp_path / "nowhere")
    with pytest.raises(TreatygraphError, match="no report of"):
        evaluate_all(GOLD.parent, tmp_path)


@pytest.mark.parametrize("seed", range(4))
def test_every_figure_equals_the_reference_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    damaged = damage(GOLD, tmp_path / "damaged", random.Random(seed))

    for gold, system in ((GOLD, damaged), (damaged, GOLD), (GOLD, GOLD)):
        assert evaluate(gold, system).as_record() == reference(shared, gold, system)


def test_the_misses_equal_the_reference_scorer_s(shared: Path, tmp_path: Path) -> None:
    damaged = damage(GOLD, tmp_path / "damaged", random.Random(7))
    printed = subprocess.run(
        [sys.executable, shared / "second" / "score.py", GOLD, damaged, "--misses"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    listed = [line for line in printed.splitlines() if " | " in line]

    ours = [
        " | ".join(part for part in (m.type, m.kind, m.paragraph, m.gold, m.system) if part is not None)
        for m in evaluate(GOLD, damaged).misses
    ]

    assert ours
    assert ours == listed


def reference(shared: Path, gold: Path, system: Path) -> dict:
    command = [sys.executable, shared / "second" / "score.py", gold, system, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def damage(source: Path, target: Path, chance: random.Random) -> Path:  # noqa: C901
    """Copy annotations with every kind of fault in them: mentions lost, cut, doubled, misread, wrongly resolved."""
    target.mkdir()
    rows = {
        name: [json.loads(line) for line in (source / f"{name}.jsonl").open(encoding="utf-8")]
        for name in ("paragraphs", "mentions", "entities", "relations")
    }
    entities = [row["id"] for row in rows["entities"]]
    for row in rows["paragraphs"]:
        if chance.random() < 0.1:
            row["text"] = row["text"].replace(" ", "  ")[chance.randrange(9) :]
        if chance.random() < 0.1:
            row["convention_articles"] = row["convention_articles"][1:]
    mentions = []
    for row in rows["mentions"]:
        fault = chance.random()
        if fault < 0.1:
            continue
        if fault < 0.2:
            row["text"] = row["text"].rpartition(" ")[0] or row["text"]
        elif fault < 0.3 and "entity" in row:
            row["entity"] = chance.choice(entities)
        elif fault < 0.35 and "value" in row:
            row["value"] = "2001"
        elif fault < 0.4:
            mentions.append({**row, "text": row["text"].split()[0]})
        mentions.append(row)
    rows["mentions"] = mentions
    for row in rows["entities"]:
        if chance.random() < 0.2:
            row["kind"], row["level"] = "other", "national"
    rows["relations"] = [row for row in rows["relations"] if chance.random() < 0.8]
    for name, records in rows.items():
        (target / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in records), "utf-8")
    return target
