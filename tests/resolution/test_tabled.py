"""Lists of ratifications printed as tables: what a row tells of its treaty. Each line is a row of cells."""

from __future__ import annotations

from treatygraph import recognise, resolve
from treatygraph.report import Cell, Report, Source, Table, Unit


def actions(rows: str) -> list[tuple[str, str, str | None]]:
    """What the table says: treaty, action and date."""
    text, cells = "", []
    for row, line in enumerate(rows.strip().splitlines()):
        for column, words in enumerate(word.strip() for word in line.split("|")):
            if words:
                start = len(text) + 1 if text else 0
                text = f"{text} {words}" if text else words
                cells.append(Cell(row, column, words, start, len(text), header=row == 0))
    unit = Unit("table:1", "table", text, table=Table("", tuple(cells)))
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    found = resolve(recognise(Report("CRPD/C/MRT/1", "MRT", "CRPD", "", (unit,), source)))
    assert {relation.object for relation in found.relations} <= {"MRT"}
    return [(relation.subject, relation.predicate, relation.date) for relation in found.relations]


def test_a_column_of_ratifications_dates_them():
    assert actions(
        """
        Instrument                                  | Date of adoption | Date of ratification
        Convention on the Rights of the Child       | 1989             | 16 May 1991
        Convention relating to the Status of Refugees | 1951           | 1987
        """
    ) == [("CRC", "ratifiedBy", "1991-05-16"), ("INT_treaty_refugee-convention", "ratifiedBy", "1987")]


def test_signature_and_accession_have_columns_of_their_own():
    assert actions(
        """
        Instrument                            | Signed     | Accession
        Convention on the Rights of the Child | 1990       | 1991
        """
    ) == [("CRC", "signedBy", "1990"), ("CRC", "accededBy", "1991")]


def test_a_head_that_names_two_actions_leaves_open_which_it_was():
    assert (
        actions(
            """
        Instrument                            | Ratification or accession
        Convention on the Rights of the Child | 1991
        """
        )
        == []
    )
