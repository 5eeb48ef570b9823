"""Which rule is right how often, what is made of it as confidence, and words that one State's reports alone hold."""

from __future__ import annotations

import ast
import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from treatygraph import rates
from treatygraph.building.build import Built
from treatygraph.evaluation.by_rule import Decision, decisions, judge
from treatygraph.recognition import recognise
from treatygraph.report import Mention, Report, Source, Unit
from treatygraph.resolution import resolve

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
from lexicon_words import all_words, holders, without

PACKAGE = Path(rates.__file__).parent
TEXT = "Under article 5 of the Crimes Act of 3 May 1961 the Ministry of Justice applies the Act; the Act is old."


def write(folder: Path, **rows: list[dict[str, object]]) -> Path:
    folder.mkdir()
    for name, records in {"paragraphs": [{"id": "7", "text": TEXT}], **rows}.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in records), "utf-8")
    return folder


def mention(text: str, entity: str, rule: str, resolved_by: str, nth: int = 1) -> dict[str, object]:
    said = {"paragraph": "7", "type": "instrument", "text": text, "nth": nth, "entity": entity}
    return {**said, "rule": rule, "resolved_by": resolved_by}


ACT = mention("Crimes Act of 3 May 1961", "act", "date", "name")
BACK = mention("Act", "act", "back-reference", "last of its kind", nth=2)
AGAIN = {**BACK, "nth": 3}


def test_a_rule_is_right_where_gold_has_its_span_and_what_it_denotes(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold", mentions=[ACT, BACK, AGAIN])
    too_short = {**ACT, "text": "Crimes Act"}
    astray = {**BACK, "entity": "another"}

    found = judge(gold, write(tmp_path / "built", mentions=[too_short, astray, AGAIN]))

    assert Counter(found) == {
        Decision("instrument", "date", False): 1,
        Decision("instrument", "back-reference", True): 2,
        Decision("instrument denotes", "name", True): 1,
        Decision("instrument denotes", "last of its kind", False): 1,
        Decision("instrument denotes", "last of its kind", True): 1,
    }


def test_a_relation_is_right_where_gold_states_it_under_whatever_ids(tmp_path: Path) -> None:
    stated = {"paragraph": "7", "subject": "act", "predicate": "partyTo", "object": "KAZ", "rule": "party to"}
    gold = write(tmp_path / "gold", mentions=[ACT], relations=[stated])
    renamed = [{**stated, "subject": "KAZ_act_1961"}, {**stated, "subject": "KAZ_act_1961", "object": "PER"}]
    built = write(tmp_path / "built", mentions=[{**ACT, "entity": "KAZ_act_1961"}], relations=renamed)

    relations = [decision for decision in judge(gold, built) if decision.sort == "partyTo"]

    assert relations == [Decision("partyTo", "party to", True), Decision("partyTo", "party to", False)]


def test_a_share_of_few_is_no_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "measured", lambda: {"instrument": {"date": (10, 10), "number": (9, 9)}})

    assert rates.rate("instrument", "date", prior=0.5) == round(11 / 12, 3)
    assert rates.rate("instrument", "number", prior=0.5) == 0.5
    assert rates.rate("agency", "date", prior=0.5) == 0.5


def first_mention(text: str) -> Mention:
    report = Report("CRPD/C/KEN/1", "KEN", "CRPD", "", (Unit("1", "paragraph", text),), Source("", "", ""))
    return resolve(recognise(report)).mentions[0]


def test_a_mention_is_as_sure_as_its_two_rules_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"instrument": {"number": (49, 58)}, "instrument denotes": {"name": (39, 48)}}
    monkeypatch.setattr(rates, "measured", lambda: counts)

    act = first_mention("Act No. 5 was adopted.")

    assert (act.text, act.rule, act.resolved_by) == ("Act No. 5", "number", "name")
    assert act.confidence == round(round(50 / 60, 3) * 0.8, 3)


def test_every_rule_that_decides_is_counted(built: Built) -> None:
    """A rule that is new or has another name: run `make rules WRITE=1`, or give it the line "name" = [0, 0]."""
    rows = {
        name: [json.loads(line) for line in (built.folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("mentions", "relations")
    }
    met = {(decision.sort, decision.rule) for decision in decisions(rows["mentions"], rows["relations"])}

    assert len(met) > 20
    assert met <= {(sort, rule) for sort, counts in rates.measured().items() for rule in counts}


def texts_in_source() -> tuple[set[str], list[str]]:
    """What recognition and resolution write between quotes, and patterns of what they put together."""
    whole, patterns = set[str](), list[str]()
    for file in (*PACKAGE.glob("recognition/**/*.py"), *PACKAGE.glob("resolution/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                if sum(len(part.strip()) for part in parts if part) > 4:
                    patterns.append("".join(".+" if part is None else re.escape(part) for part in parts))
    return whole, patterns


def test_every_rule_that_is_counted_is_one() -> None:
    """A rule that is gone, or has another name: run `make rules WRITE=1`, or take its line out."""
    whole, patterns = texts_in_source()
    whole |= {word for words in all_words().values() for word in words}
    names = {rule for counts in rates.measured().values() for rule in counts}

    assert {name for name in names if name not in whole and not any(re.fullmatch(p, name) for p in patterns)} == set()
    assert all(0 <= right <= of for counts in rates.measured().values() for right, of in counts.values())


TABLES = {
    "act": {
        "group": "act",
        "heads": ["act", "edict"],
        "like": {"ukase": "edict", "loi": "act"},
        "apart": {"edict": "for a reason"},
    },
    "foreign": {"endings": ["lov"], "openers": ["lov"]},
}


def test_words_are_taken_out_of_lists_and_dictionaries_and_nothing_else() -> None:
    left = without(TABLES, {"edict", "ukase", "lov"})

    assert left == {
        "act": {"group": "act", "heads": ["act"], "like": {"loi": "act"}, "apart": {"edict": "for a reason"}},
        "foreign": {"endings": ["lov"], "openers": []},
    }


def test_a_word_is_held_in_its_plural_and_with_its_hyphen_too() -> None:
    texts = {"KEN": "Two Decree-Laws (R.A. No. 5) and policies", "PER": "The edictal decree"}

    held = holders(["decree law", "RA", "policy", "edict", "§"], texts)

    assert {word: sorted(names) for word, names in held.items()} == {
        "decree law": ["KEN"],
        "RA": ["KEN"],
        "policy": ["KEN"],
        "edict": [],
        "§": [],
    }
