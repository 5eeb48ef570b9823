"""A folder of reports in which one law has one IRI."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from treatygraph.building.build import build_report, unify_reports
from treatygraph.building.folder import write_files
from treatygraph.building.unify import unify
from treatygraph.corpus.records import read_records
from treatygraph.errors import ReadingError
from treatygraph.linking import link
from treatygraph.query import open_store, run_query, validate
from treatygraph.report import Annotated


def write(annotated: Annotated, folder: Path) -> None:
    folder.mkdir(parents=True)
    write_files(link(annotated), folder)


def as_another_report(small: Annotated, symbol: str) -> Annotated:
    """The same report under another treaty, whose author calls the Act by another name and the Senate by its own."""
    act, senate = small.entities
    ids = {act.id: "KAZ_act_prisons", senate.id: "KAZ_the-senate"}
    return replace(
        small,
        report=replace(small.report, symbol=symbol, treaty="CRPD"),
        entities=(
            replace(act, id=ids[act.id], name="Prisons Act", date=None, aliases=(), issuer=ids[senate.id]),
            replace(senate, id=ids[senate.id], name="Senate of Kazakhstan"),
        ),
        mentions=tuple(replace(m, entity=ids[m.entity]) if m.entity else m for m in small.mentions),
        relations=tuple(replace(r, subject=ids[r.subject], object=ids[r.object]) for r in small.relations),
    )


@pytest.fixture
def output(small: Annotated, tmp_path: Path) -> Path:
    write(small, tmp_path / "CED-C-KAZ-9")
    write(as_another_report(small, "CRPD/C/KAZ/1"), tmp_path / "CRPD-C-KAZ-1")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".store" not in path.parts
    }


def test_one_law_has_one_iri_in_all_that_a_report_writes(output: Path) -> None:
    before = contents(output / "CED-C-KAZ-9")
    unified = unify(output)
    assert (unified.entities, unified.shared, unified.rewritten) == (2, 2, ("CRPD-C-KAZ-1",))
    assert contents(output / "CED-C-KAZ-9") == before
    later = read_records(output / "CRPD-C-KAZ-1")
    act, senate = sorted(later.entities, key=lambda entity: entity.type != "instrument")
    assert (act.id, act.local, act.name, act.label) == (
        "KAZ_act_2001-05-03_prisons",
        "KAZ_act_prisons",
        "Prisons Act",
        "Act on Prisons of 3 May 2001",
    )
    assert (senate.id, act.issuer) == ("KAZ_senate", "KAZ_senate")
    assert {m.entity for m in later.mentions} == {None, act.id, senate.id}
    assert {(r.subject, r.object) for r in later.relations} == {(act.id, senate.id)}
    assert not any(b"KAZ_act_prisons" in data for name, data in contents(output).items() if name.endswith(".ttl"))


def test_the_law_has_one_name_in_the_merged_graph(output: Path) -> None:
    unify(output)
    result = validate(output)
    assert [finding for finding in result.findings if finding.severity == "violation"] == []
    answer = run_query(output, "laws-under-several-treaties")
    assert set(answer.column("name")) == {"Act on Prisons of 3 May 2001"}
    assert set(answer.column("treaty")) == {"CED", "CRPD"}
    labels = (
        "SELECT ?label { <https://w3id.org/treatygraph/instrument/KAZ_act_2001-05-03_prisons> skos:altLabel ?label }"
    )
    found = open_store(output).query(f"PREFIX skos: <http://www.w3.org/2004/02/skos/core#> {labels}")
    assert {row["label"].value for row in found} == {"Prisons Act"}


def test_to_unify_again_changes_nothing(output: Path) -> None:
    unify_reports(output)
    once = contents(output)
    assert unify_reports(output, jobs=2).rewritten == ()
    assert contents(output) == once


def test_a_persons_word_is_honoured_without_reading_the_reports_again(output: Path, small: Annotated) -> None:
    other = replace(
        small,
        report=replace(small.report, symbol="CAT/C/KAZ/1"),
        entities=tuple(replace(e, date=None, name="Prison Hospitals Act", title="Prison Hospitals", aliases=(), id=e.id)
                       if e.type == "instrument" else e for e in small.entities),
    )  # fmt: skip
    write(other, output / "CAT-C-KAZ-1")
    unify(output)
    table = output / "identity.csv"
    assert not table.exists()
    table.write_text("decision,first,second\nsame,KAZ_act_2001-05-03_prisons,KAZ_act_2001-05-03_prisons-2\n")
    unified = unify(output)
    assert unified.rewritten == ("CAT-C-KAZ-1", "CED-C-KAZ-9", "CRPD-C-KAZ-1")
    turtle = (output / "CAT-C-KAZ-1" / "graph.ttl").read_text()
    assert "owl:sameAs ins:KAZ_act_2001-05-03_prisons-2" in turtle
    assert table.read_text().splitlines()[1].startswith("same,KAZ_act_2001-05-03_prisons,")
    assert unify(output).rewritten == ()


def test_a_list_or_lock_that_cannot_be_read_is_one_sentence(output: Path) -> None:
    (output / "identity.csv").write_text("decision,first,second\nperhaps,a,b\n")
    with pytest.raises(ReadingError, match=r"identity.csv, line 2: the decision is same, different or nothing"):
        unify(output)
    (output / "identity.csv").write_text("first;second\n")
    with pytest.raises(
        ReadingError, match="line 1: there is no column decision, first, second; make it decision,first"
    ):
        unify(output)
    (output / "identity.csv").unlink()
    (output / "iri-lock.json").write_text("[]")
    with pytest.raises(ReadingError, match=r"iri-lock\.json, line 1: this is not what a build writes"):
        unify(output)


# Read by hand in both reports; no other instrument of Kazakhstan is in both.
SHARED = {
    "KAZ_act_2002-08-08_childrens-rights": "8 August 2002 in CRPD/C/KAZ/1, no date in CED/C/KAZ/1",
    "KAZ_act_2005-06-28_state-benefits-families-children": "28 June 2005, no date in CED/C/KAZ/1",
    "KAZ_act_2007-07-27_education": "27 July 2007, no date in CED/C/KAZ/1",
    "KAZ_act_2013-05-21_personal-data-protection": "21 May 2013 in both, “Data Protection Act” in CRPD/C/KAZ/1",
    "KAZ_code_code-of-administrative-offences": "the work: a version of 2014 in CRPD/C/KAZ/1, no date in CED/C/KAZ/1",
    "KAZ_code_code-of-criminal-procedure": "no date in either",
    "KAZ_code_criminal-code": "the work: a version of 1997 in CED/C/KAZ/1, no date in CRPD/C/KAZ/1",
    "KAZ_code_marriage-and-family-code": "no date in either",
    "KAZ_code_penalties-enforcement-code": "no date in either",
    "KAZ_constitution_1995-08-30": "30 August 1995, no date in CRPD/C/KAZ/1",
}


def test_kazakhstans_two_reports_share_ten_instruments(project: Path, shared: Path, tmp_path: Path) -> None:
    for file in (project / "reports" / "CED-C-KAZ-1.pdf", shared / "reports" / "CRPD-C-KAZ-1.pdf"):
        build_report(file, tmp_path)
    unify(tmp_path)
    lock = json.loads((tmp_path / "iri-lock.json").read_text(encoding="utf-8"))["entities"]
    found = {
        name
        for name, entity in lock.items()
        if entity["owner"] == "KAZ" and entity["type"] == "instrument" and len(entity["reports"]) == 2
    }
    assert found == set(SHARED)
    assert validate(tmp_path).conforms


def test_where_reports_date_a_treaty_differently_the_first_ones_date_holds(small: Annotated, tmp_path: Path) -> None:
    """One dates the protocol "of 19 December 2011", the other lists it with its ratification, "(20 March 2018)"."""
    act, senate = small.entities
    protocol = replace(
        act,
        id="INT_protocol_CRC-OP-IC",
        name="Optional Protocol to the Convention on the Rights of the Child on a communications procedure",
        kind="protocol",
        level="international",
        state=None,
        issuer=None,
        number=None,
        aliases=(),
    )
    for symbol, date in (("CED/C/KAZ/9", "2011-12-19"), ("CRPD/C/KAZ/1", "2018-03-20")):
        renamed = tuple(replace(m, entity=protocol.id if m.entity == act.id else m.entity) for m in small.mentions)
        other = replace(
            small,
            report=replace(small.report, symbol=symbol),
            entities=(replace(protocol, date=date), senate),
            mentions=renamed,
            relations=(),
        )
        write(other, tmp_path / symbol.replace("/", "-"))
    unify(tmp_path)
    dates = [
        entity.date
        for folder in ("CED-C-KAZ-9", "CRPD-C-KAZ-1")
        for entity in read_records(tmp_path / folder).entities
        if entity.id == protocol.id
    ]
    assert dates == ["2011-12-19", None]
    assert not [finding for finding in validate(tmp_path).findings if finding.rule == "S14"]
    assert unify(tmp_path).rewritten == ()


def test_where_reports_number_a_law_differently_the_first_ones_number_holds(small: Annotated, tmp_path: Path) -> None:
    """Moldova's Civil Code is "No. 1107 of 06.06.2002" in one report and "no. 1107/2002" in the next."""
    act, senate = small.entities
    for symbol, number, date in (("CED/C/KAZ/9", "1107", "2002-06-06"), ("CRPD/C/KAZ/1", "1107/2002", "2002")):
        law = replace(act, number=number, date=date)
        other = replace(small, report=replace(small.report, symbol=symbol), entities=(law, senate), relations=())
        write(other, tmp_path / symbol.replace("/", "-"))
    unify(tmp_path)
    found = [
        (entity.id, entity.number)
        for folder in ("CED-C-KAZ-9", "CRPD-C-KAZ-1")
        for entity in read_records(tmp_path / folder).entities
        if entity.type == "instrument"
    ]
    assert found == [(act.id, "1107")] * 2
    assert not [finding for finding in validate(tmp_path).findings if finding.rule == "S14"]
    assert unify(tmp_path).rewritten == ()
