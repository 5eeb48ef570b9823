"""The file of what the depositary records: how a row is read, what it says in the graph, what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.errors import ReadingError
from treatygraph.graph import triples
from treatygraph.graph import vocabulary as v
from treatygraph.graph.depositary import (
    DEPOSITARY_FILE,
    DEPOSITARY_GRAPH,
    DepositaryAction,
    describe_depositary,
    load_depositary,
    parse_depositary,
)
from treatygraph.graph.vocabulary import term
from treatygraph.report import Annotated

FILE = Path(DEPOSITARY_FILE)
HEADER = "state,treaty,action,date,source\n"
ACCESSION = DepositaryAction("KAZ", "CED", "accession", "2009-02-27", "https://treaties.un.org/")


def test_a_row_is_an_action() -> None:
    rows = HEADER + "KAZ,CED,accession,2009-02-27,https://treaties.un.org/\n"
    assert parse_depositary(rows, FILE) == (ACCESSION,)


def test_a_treaty_has_several_abbreviations() -> None:
    """The human rights office writes CCPR and CAT-OP, others ICCPR and OPCAT."""
    rows = HEADER + "KAZ,iccpr,signature,2003-12-02,http://a.b/\nKAZ,OPCAT,ratification,2008-10-22,http://a.b/\n"
    assert [action.treaty for action in parse_depositary(rows, FILE)] == ["CCPR", "CAT-OP"]


def test_an_action_has_an_iri_of_its_own_and_its_source() -> None:
    said = {(t.subject, t.predicate): t.object for t in describe_depositary([ACCESSION])}
    accession = term("evt:untc_KAZ_CED_accession")
    assert said[accession, v.STATE] == term("st:KAZ")
    assert said[accession, v.TREATY_OF] == term("tre:CED")
    assert said[accession, v.ACTION_TYPE] == term("ta:accession")
    assert said[accession, v.ACTION_DATE].value == "2009-02-27"
    assert said[accession, v.DCTERMS_SOURCE].value == "https://treaties.un.org/"
    assert said[term("ta:accession"), v.SKOS_PREF_LABEL].value == "accession"
    assert said[DEPOSITARY_GRAPH, v.RDF_TYPE] == v.VOID_DATASET


def test_a_protocol_has_the_iri_that_reports_give_it() -> None:
    protocol = DepositaryAction("KAZ", "CAT-OP", "ratification", "2008-10-22", "https://treaties.un.org/")
    treaties = {triple.object for triple in describe_depositary([protocol]) if triple.predicate == v.TREATY_OF}
    assert treaties == {term("ins:INT_protocol_CAT-OP")}


def test_no_action_is_both_reported_and_recorded(kazakhstan: Annotated) -> None:
    """Even where the type is the same: the report's `evt:CED-C-KAZ-1__KAZ_CED_ratification` stays its own."""
    ratification = DepositaryAction("KAZ", "CED", "ratification", "2009-02-27", "https://treaties.un.org/")
    actions = [
        {t.subject for t in graph if t.object == v.TREATY_ACTION}
        for graph in (triples(kazakhstan), describe_depositary([ratification]))
    ]
    assert term("evt:CED-C-KAZ-1__KAZ_CED_ratification") in actions[0]
    assert actions[1]
    assert not actions[0] & actions[1]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("KZ,CED,accession,2009-02-27,http://a.b/", "'KZ' is no State; write its alpha-3 code, such as KAZ."),
        ("KAZ,CEX,accession,2009-02-27,http://a.b/", "'CEX' is no known treaty; write its abbreviation"),
        ("KAZ,CED,acceded,2009-02-27,http://a.b/", "'acceded' is no treaty action; write one of signature,"),
        ("KAZ,CED,party,2009-02-27,http://a.b/", "'party' is no treaty action"),
        ("KAZ,CED,accession,27/02/2009,http://a.b/", "'27/02/2009' is no date; write year, month and day"),
        ("KAZ,CED,accession,2009-02-29,http://a.b/", "'2009-02-29' is no date"),
        ("KAZ,CED,accession,2009,http://a.b/", "'2009' is no date"),
        ("KAZ,CED,accession,2009-02-27,UN Treaty Series", "'UN Treaty Series' is no web address; say where"),
        ("KAZ,CED,accession,2009-02-27,http://[a/", "'http://[a/' is no web address"),
        ("KAZ,CED,accession,2009-02-27", "'' is no web address"),
        ("KAZ,CED,accession,2009-02-27,http://a.b/,x", "there are more cells than columns; put quotes"),
        (f"KAZ,CED,accession,2009-02-27,http://a.b/{'x' * 200_000}", "this is no CSV (field larger than"),
        ("KAZ,CED,accession,2009-02-27,http://a.b/\0", "there is a NUL in it"),
        ('KAZ,CED,accession,2009-02-27,"http://a.b/', "this is no CSV (unexpected end of data)"),
        ("AUS,CED,signature,2009-02-27,http://a.b/", "AUS CED signature stands in line 2 already; keep"),
    ],
)
def test_a_bad_row_is_one_sentence_with_its_line(row: str, words: str) -> None:
    rows = f"{HEADER}AUS,CED,signature,2008-02-27,http://a.b/\n{row}\n"
    with pytest.raises(ReadingError, match=re.escape(f"depositary.csv, line 3: {words}")):
        parse_depositary(rows, FILE)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ReadingError, match=r"depositary.csv, line 1: there is no column date, source; make it state,t"):
        parse_depositary("state,treaty,action\n", FILE)


def test_the_line_is_that_on_which_a_row_begins() -> None:
    """Blank rows are left out, also those that a spreadsheet writes; a cell may hold several lines."""
    rows = HEADER + '\n,,,,\nKAZ,CED,accession,2009-02-27,"http://a.b/"\n"KAZ\n",CED,accession,2009-02-27,http://a.b/\n'
    with pytest.raises(ReadingError, match=r"line 5: KAZ CED accession stands in line 4 already"):
        parse_depositary(rows, FILE)


@given(st.text())
def test_whatever_is_in_the_file_is_read_or_refused_in_a_sentence(content: str) -> None:
    try:
        actions = parse_depositary(HEADER + content, FILE)
    except ReadingError as error:
        assert str(error).startswith("depositary.csv, line ")  # noqa: PT017
    else:
        assert bool(describe_depositary(actions)) == bool(actions)


def test_the_file_lies_beside_the_reports(tmp_path: Path) -> None:
    report = tmp_path / "CED-C-KAZ-1"
    report.mkdir()
    (report / "graph.ttl").touch()
    assert load_depositary(tmp_path) == load_depositary(report) == ()
    (tmp_path / DEPOSITARY_FILE).write_text(HEADER + "KAZ,CED,accession,2009-02-27,https://treaties.un.org/\n")
    assert load_depositary(tmp_path) == load_depositary(report) == (ACCESSION,)
    assert load_depositary(report / "graph.ttl") == ()
    (tmp_path / DEPOSITARY_FILE).write_bytes(HEADER.encode() + b"KAZ,CED\r\n\xff\xfe\x00")
    with pytest.raises(
        ReadingError, match=r"depositary.csv, line 3: this is not UTF-8 \(.*\); save it as CSV in UTF-8"
    ):
        load_depositary(tmp_path)
    (tmp_path / DEPOSITARY_FILE).unlink()
    (tmp_path / DEPOSITARY_FILE).mkdir()
    with pytest.raises(ReadingError, match=r"depositary.csv cannot be read \(Is a directory\)"):
        load_depositary(tmp_path)


def test_of_no_rows_there_is_no_graph() -> None:
    assert describe_depositary(parse_depositary(HEADER, FILE)) == ()
