"""What is read back may have been changed by anybody: one sentence with file and line, and nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from treatygraph.building.build import build_reports, unify_reports
from treatygraph.building.folder import write_files
from treatygraph.corpus.lock import read_decisions, read_lock
from treatygraph.corpus.records import read_records
from treatygraph.errors import ReadingError
from treatygraph.linking import link
from treatygraph.report import Annotated

ACT, SENATE = "KAZ_act_2001-05-03_prisons", "KAZ_senate"
DEEP = "[" * 100_000


@pytest.fixture
def output(small: Annotated, tmp_path: Path) -> Path:
    folder = tmp_path / "output" / "CED-C-KAZ-9"
    folder.mkdir(parents=True)
    write_files(link(small), folder)
    unify_reports(tmp_path / "output")
    return tmp_path / "output"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".store" not in path.parts
    }


def lock_with(**changes: object) -> Callable[[dict], dict]:
    return lambda lock: {**lock, "entities": {**lock["entities"], ACT: {**lock["entities"][ACT], **changes}}}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lock_with(replaced_by=ACT), rf"line 2: {ACT} is replaced by {ACT};"),
        (lock_with(replaced_by="KAZ_gone"), r"line 2: .* is replaced by KAZ_gone, which is not there"),
        (lock_with(replaced_by="../../etc"), r"line 2, KAZ_act.*replaced_by"),
        (lock_with(names=3), r"line 2, KAZ_act.*Expected `array`, got `int` - at `\$\.names`"),
        (lock_with(names=[]), r"line 2, KAZ_act.*length >= 1"),
        (lock_with(reports=[]), r"line 2, KAZ_act.*Expected `object`"),
        (lock_with(type="king"), r"line 2, KAZ_act.*Invalid enum value"),
        (lambda lock: {**lock, "version": "1"}, r"iri-lock.json, line 1: this is not what a build writes"),
        (lambda lock: {**lock, "entities": []}, r"iri-lock.json, line 1: .* `object`, got `array` - at `\$.entities`"),
        (lambda lock: [], r"iri-lock.json, line 1: this is not what a build writes"),
        (lambda lock: {**lock, "entities": {"../up": lock["entities"][ACT]}}, r"'\.\./up' is no id"),
    ],
)
def test_a_lock_that_no_build_wrote_is_refused(output: Path, change: Callable[[dict], object], words: str) -> None:
    path = output / "iri-lock.json"
    changed = change(json.loads(path.read_text("utf-8")))
    text = json.dumps(changed)
    path.write_text(text.replace('"entities": {', '"entities": {\n'), "utf-8")
    before = contents(output)
    with pytest.raises(ReadingError, match=words):
        unify_reports(output)
    assert contents(output) == before


def test_a_circle_of_three_and_a_lock_that_is_too_deep_are_sentences(output: Path) -> None:
    path = output / "iri-lock.json"
    lock = json.loads(path.read_text("utf-8"))
    row = lock["entities"][ACT]
    ring = {"a": {**row, "replaced_by": "b"}, "b": {**row, "replaced_by": "c"}, "c": {**row, "replaced_by": "a"}}
    path.write_text(json.dumps({**lock, "entities": ring}), "utf-8")
    with pytest.raises(ReadingError, match="a is replaced by b, then c, then a;"):
        read_lock(output)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (DEEP, "line 1: this is not what a build writes"),
        ('{"version": 1,\n"entities": {"a":\n ' + DEEP, "line 3: this is nested too deeply"),
        ('{"version": 1, "entities": {\n"a": 3,\n"b": tru}}', r"line 3: this is not valid JSON .*byte 43"),
        ('{"version": 1, "entities": {\n"a": {}', "line 2: this is not valid JSON .*truncated"),
        ("", "line 1: this is not valid JSON .*truncated"),
        (b'{"version": 1, "entities": {\n"a\xff": 3}}', r"line 2: this is not valid JSON \('utf-8' codec"),
        ('{"version": 1, "entities": {\n"a": 3}}', r"line 2, a: this is not what a build writes"),
    ],
)
def test_a_lock_that_is_no_such_json_is_a_sentence_with_its_line(
    output: Path, content: str | bytes, words: str
) -> None:
    (output / "iri-lock.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    before = contents(output)
    with pytest.raises(ReadingError, match=rf"iri-lock\.json, {words}.*; bring it back, or remove it"):
        unify_reports(output)
    assert contents(output) == before


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (f"same,{ACT},{'x' * 200_000}\n", r"identity.csv, line 2: this is no CSV \(field larger"),
        (
            f"same,{ACT},KAZ_gone\n",
            r"identity.csv, line 2: “same” is decided of KAZ_gone, which is no id in iri-lock.json",
        ),
        (f"different,../../etc,{ACT}\n", r"line 2: “different” is decided of \.\./\.\./etc, which is no id"),
        ("same,a,b\nsame,b,c\ndifferent,a,c\n", "identity.csv, line 4: a and c are different here and the same by"),
        ("same,a,b\ndifferent,b,a\n", "identity.csv, line 3: b and a are different here and the same by"),
        ("\nmaybe,a,b\n", "identity.csv, line 3: the decision is same, different or nothing, not 'maybe'"),
        ("same,a\n", "identity.csv, line 2: first and second name the two entities; one is missing"),
        ('same,a,b,"lines\n and lines"\nsame,a,KAZ_gone\n', "identity.csv, line 2: “same” is decided of a"),
        ("same,a,b,c,d,e,f,g\nsame,a,b,c,d,e,f,g,h\n", "identity.csv, line 3: there are more cells than columns"),
        ("same,a,b\n,a,b\0\n", "identity.csv, line 3: there is a NUL in it"),
        ('same,a,"b\nsame,a,c\n', "identity.csv, line 2: this is no CSV"),
        ("same,a,\ud800\n", "identity.csv, line 2: this is not UTF-8"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused_before_anything_is_written(
    output: Path, sources: list[Path], rows: str, words: str
) -> None:
    head = "decision,first,second,reason,first_name,second_name,first_reports,second_reports\n"
    (output / "identity.csv").write_bytes((head + rows).encode("utf-8", "surrogatepass"))
    before = contents(output)
    for write in (lambda: unify_reports(output), lambda: build_reports(sources[:1], output)):
        with pytest.raises(ReadingError, match=words):
            write()
    assert contents(output) == before


def test_a_long_row_of_same_is_no_contradiction(output: Path) -> None:
    rows = "".join(f"same,a{n},a{n + 1}\n" for n in range(3_000)) + "different,a0,b\n"
    (output / "identity.csv").write_text("decision,first,second\n" + rows, "utf-8")
    assert len(read_decisions(output)) == 3_001


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("mentions.jsonl", '"start": 4', '"start": 5', r"mentions.jsonl, line 1: .* is not at 5 to 32 of unit 7"),
        ("mentions.jsonl", '"end": 32', '"end": 99999', r"mentions.jsonl, line 1: .* is not at 4 to 99999"),
        ("mentions.jsonl", '"start": 4', '"start": "4"', r"mentions.jsonl, line 1: .*Expected `int`, got `str`"),
        (
            "mentions.jsonl",
            '"entity": "KAZ_senate"',
            '"entity": "KAZ_x"',
            r"line 3: .*there is no entity KAZ_x",
        ),
        ("entities.jsonl", f'"id": "{ACT}"', '"id": "../../etc"', r"entities.jsonl, line 1: .*matching regex"),
        ("entities.jsonl", "https://w3id.org/treatygraph/instrument", "javascript:alert", r"line 1: .* not the IRI of"),
        ("entities.jsonl", '"aliases": [', f'"aliases": {DEEP}', r"entities.jsonl, line 1: this is"),
        (
            "paragraphs.jsonl",
            '"convention_articles": [',
            f'"convention_articles": {DEEP}',
            r"paragraphs.jsonl, line 1: this is",
        ),
        ("mentions.jsonl", '"start": 4', f'"antecedent": {DEEP}', r"mentions.jsonl, line 1: this is"),
        ("paragraphs.jsonl", '"id": "7"', '"id": 7', r"paragraphs.jsonl, line 1: .*Expected `str`, got `int`"),
        ("relations.jsonl", '"paragraph": "7"', '"paragraph": "8"', r"relations.jsonl, line 1: .* no unit 8"),
        ("citations.jsonl", '"strength": "section"', '"strength": "firm"', r"line \d: .*Invalid enum"),
        ("report.json", '"lines": [[0', '"lines": [[-9', r"the layout has a line that is not in the text"),
        ("report.json", '"sections": [', '"sections": [3, ', r"report.json: .*Expected `object`, got `int`"),
    ],
)
def test_records_that_no_build_wrote_are_refused(output: Path, file: str, old: str, new: str, words: str) -> None:
    path = output / "CED-C-KAZ-9" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ReadingError, match=words) as caught:
        read_records(output / "CED-C-KAZ-9")
    assert str(caught.value).endswith("; build the report again.")
