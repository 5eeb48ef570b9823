"""CED/C/KAZ/1, paragraph 1, beside what the depositary records.

"… the International Convention for the Protection of All Persons from Enforced Disappearance …, ratified by Kazakhstan
pursuant to the Act of 15 December 2008": the depositary has an accession on 27 February 2009.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from treatygraph.building.dump import dump, dump_to
from treatygraph.errors import ReadingError
from treatygraph.graph import to_turtle
from treatygraph.query import Engine, Finding, open_store, run_query, validate
from treatygraph.report import Annotated

HEADER = "state,treaty,action,date,source\n"
ACCESSION = "KAZ,CED,accession,2009-02-27,https://treaties.un.org/\n"
# rdflib's own use of what it has deprecated
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
ENGINES: tuple[Engine, ...] = ("oxigraph", "rdflib")


@pytest.fixture
def output(opening: Annotated, tmp_path: Path) -> Path:
    folder = tmp_path / "CED-C-KAZ-1"
    folder.mkdir()
    (folder / "graph.ttl").write_bytes(to_turtle(opening))
    return tmp_path


def record(output: Path, rows: str) -> None:
    (output / "depositary.csv").write_text(HEADER + rows, encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ask(output: Path, engine: Engine) -> list[dict[str, Any]]:
    answer = run_query(output, "treaty-actions", engine=engine)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def disagreements(output: Path) -> set[Finding]:
    return {finding for finding in validate(output).findings if "depositary" in finding.message}


@pytest.mark.parametrize("engine", ENGINES)
def test_the_question_shows_what_is_recorded_beside_what_is_reported(output: Path, engine: Engine) -> None:
    before = ask(output, engine)
    record(output, ACCESSION)
    rows = ask(output, engine)
    place = next(number for number, row in enumerate(rows) if row["source"])
    reported, recorded = rows[place - 1], rows[place]
    assert (reported["paragraph"], reported["action"], reported["date"]) == ("1", "ratification", None)
    assert "15 December 2008" in reported["act"]
    assert recorded == {
        **dict.fromkeys(recorded),
        "treaty": reported["treaty"],
        "action": "accession",
        "date": "2009-02-27",
        "source": "https://treaties.un.org/",
    }
    assert rows[:place] + rows[place + 1 :] == before
    assert {row["source"] for row in before} == {None}


@pytest.mark.parametrize("engine", ENGINES)
def test_only_the_reporting_states_rows_are_shown_and_unreported_treaties_last(output: Path, engine: Engine) -> None:
    other = "AUS,CRPD,ratification,2008-07-17,https://treaties.un.org/\n"
    record(output, ACCESSION + other + "KAZ,CERD,accession,1998-08-26,https://treaties.un.org/\n")
    dates = [row["date"] for row in ask(output, engine) if row["source"]]
    assert dates == ["2009-02-27", "1998-08-26"]
    assert ask(output, engine)[-1]["date"] == "1998-08-26"
    assert ask(output, engine) == ask(output / "CED-C-KAZ-1", engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_no_other_question_is_answered_otherwise(output: Path, engine: Engine) -> None:
    before = run_query(output, "laws-under-article", {"article": "1"}, engine)
    record(output, ACCESSION)
    assert run_query(output, "laws-under-article", {"article": "1"}, engine) == before


def test_what_is_reported_stays_as_it_is(output: Path) -> None:
    before = {quad.triple for quad in open_store(output)}
    record(output, ACCESSION)
    untc = "https://w3id.org/treatygraph/graph/untc"
    quads = set(open_store(output))
    own = {quad for quad in quads if getattr(quad.graph_name, "value", None) == untc}
    assert own
    default = {quad.triple for quad in quads - own}
    assert before <= default
    assert {getattr(triple.subject, "value", None) for triple in default - before} == {untc}


def test_another_type_than_the_recorded_one_is_a_warning(output: Path) -> None:
    record(output, ACCESSION)
    (found,) = disagreements(output)
    assert (found.rule, found.severity, found.paragraph) == ("S29", "warning", "1")
    assert found.focus == "https://w3id.org/treatygraph/action/CED-C-KAZ-1__KAZ_CED_ratification"
    assert found.value == "accession 2009-02-27"
    assert validate(output).conforms


@pytest.mark.parametrize(
    ("reported", "warned"),
    [
        *((date, False) for date in (None, "2009-02-27", "2009", "2009-02", "2008/2010")),
        *((date, True) for date in ("2008-12-15", "2008", "2009-03")),
    ],
)
def test_another_date_than_the_recorded_one_is_a_warning(
    opening: Annotated, output: Path, reported: str | None, warned: bool
) -> None:
    """A year agrees with any day in it; a span is compared with none."""
    dated = tuple(replace(r, date=reported) if r.predicate == "ratifiedBy" else r for r in opening.relations)
    (output / "CED-C-KAZ-1" / "graph.ttl").write_bytes(to_turtle(replace(opening, relations=dated)))
    record(output, "KAZ,CED,ratification,2009-02-27,https://treaties.un.org/\n")
    values = [finding.value for finding in disagreements(output)]
    assert values == (["ratification 2009-02-27"] if warned else [])


def test_a_signature_is_compared_with_a_signature_alone_and_a_party_with_nothing(output: Path) -> None:
    """Paragraph 23 has Kazakhstan as a party to the Convention against Torture, whichever way it became one."""
    record(output, "KAZ,CED,signature,2007-02-06,https://a.b/\nKAZ,CAT,accession,1998-08-26,https://a.b/\n")
    assert disagreements(output) == set()


def test_without_the_file_nothing_is_warned_of(output: Path) -> None:
    before = validate(output)
    assert disagreements(output) == set()
    record(output, "AUS,CED,accession,2009-02-27,https://treaties.un.org/\n")
    assert validate(output).findings == before.findings


def test_an_export_of_the_graphs_keeps_it_apart_and_is_asked_alike(output: Path) -> None:
    without = {notation: b"".join(dump(output, notation)) for notation in ("nq", "trig", "nt", "ttl")}
    record(output, ACCESSION)
    for notation in ("nq", "trig"):
        file = output / f"all.{notation}"
        dump_to(output, notation, file)
        assert file.read_bytes().startswith(without[notation])
        assert b"https://w3id.org/treatygraph/graph/untc> " in file.read_bytes()
        for engine in ENGINES:
            assert run_query(file, "treaty-actions", engine=engine).rows == run_query(output, "treaty-actions").rows
        assert {f.value for f in validate(file).findings if "depositary" in f.message} == {"accession 2009-02-27"}
    for notation in ("nt", "ttl"):
        assert b"".join(dump(output, notation)) == without[notation]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_bad_row_is_refused(output: Path, engine: Engine) -> None:
    record(output, ACCESSION.replace("2009-02-27", "27 February 2009"))
    with pytest.raises(ReadingError, match=r"depositary.csv, line 2: '27 February 2009' is no date"):
        ask(output, engine)
    with pytest.raises(ReadingError, match=r"depositary.csv, line 2"):
        validate(output)
    with pytest.raises(ReadingError, match=r"depositary.csv, line 2"):
        dump(output, "nq")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"state,treaty,action,date\n", "line 1: there is no column source;"),
        (
            HEADER.encode() + b"KAZ,CED,accession,27.2.2009,https://treaties.un.org/\n",
            "line 2: '27.2.2009' is no date;",
        ),
        (HEADER.encode() + b"KAZ,CED," + b"x" * 200_000 + b"\n", "line 2: this is no CSV (field larger"),
        (HEADER.encode() + b"KAZ,CED\0\n", "line 2: there is a NUL in it,"),
        (HEADER.encode() + b"\nKAZ\xe9,CED\n", "line 3: this is not UTF-8 ("),
    ],
)
def test_a_file_that_cannot_be_meant_is_one_sentence_of_every_command(
    run: Callable[..., subprocess.CompletedProcess[str]], output: Path, content: bytes, words: str
) -> None:
    (output / "depositary.csv").write_bytes(content)
    before = contents(output)
    for command in (("query", "treaty-actions", output), ("validate", output), ("export", output, "--format", "trig")):
        code, said = (ended := run(*command)).returncode, ended.stderr
        assert (code, said.count("\n"), ended.stdout) == (1, 1, ""), said
        assert f"Error: {output}/depositary.csv, {words}" in said
    assert contents(output) == before
