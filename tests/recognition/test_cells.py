"""Tables: no name runs over a cell's border, and a row says whose provision it is. Each line is a row of cells."""

from __future__ import annotations

from treatygraph.recognition import recognise
from treatygraph.report import Cell, Mention, Report, Source, Table, Unit


def table_of(rows: str, caption: str = "") -> Unit:
    """A table of rows, the first its head, with cells parted by strokes."""
    text, cells = caption, []
    for row, line in enumerate(rows.strip().splitlines()):
        for column, words in enumerate(word.strip() for word in line.split("|")):
            if words:
                start = len(text) + 1 if text else 0
                text = f"{text} {words}" if text else words
                cells.append(Cell(row, column, words, start, len(text), header=row == 0))
    return Unit("table:1", "table", text, table=Table(caption, tuple(cells)))


def read(rows: str, kind: str, caption: str = "") -> list[Mention]:
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    report = Report("CRPD/C/XXX/1", None, "CRPD", "", (table_of(rows, caption),), source)
    return [mention for mention in recognise(report).mentions if mention.type == kind]


def names(rows: str, kind: str = "instrument", caption: str = "") -> list[str]:
    return [mention.text for mention in read(rows, kind, caption)]


def test_a_name_ends_where_its_cell_ends():
    rows = """
        Instrument                                    | Adopted | Ratified
        Universal Declaration of Human Rights         | 1948    | 1991
        United Nations Convention against Corruption  | 2003    | 2006
    """
    assert names(rows) == ["Universal Declaration of Human Rights", "United Nations Convention against Corruption"]
    assert names(rows, "date") == ["1948", "1991", "2003", "2006"]


def test_a_name_does_not_begin_in_the_cell_before():
    rows = """
        Town   | Law
        Berlin | Civil Code
        Bremen | Law on Courts
    """
    assert names(rows) == ["Civil Code", "Law on Courts"]


def test_a_caption_is_read_by_itself():
    rows = """
        Act      | Cases
        Penal Code | 12
    """
    assert names(rows, caption="Table 1 Cases under the Labour Act") == ["Labour Act", "Penal Code"]


def test_a_provision_belongs_to_the_law_of_its_row():
    rows = """
        Law            | Provision  | Body
        Children’s Act | Section 12 | Ministry of Justice
        Penal Code     | Section 3  | Ministry of Justice
    """
    text = table_of(rows).text
    found = read(rows, "provision")
    assert [(m.text, text[slice(*m.instrument)]) for m in found if m.instrument] == [
        ("Section 12", "Children’s Act"),
        ("Section 3", "Penal Code"),
    ]


def test_numbers_in_a_column_of_sections_are_provisions_of_the_law_beside_them():
    rows = """
        Act            | Section    | Body
        Children’s Act | 12 (3)     | Ministry of Justice
        Penal Code     | 5 and 7    | Ministry of Justice
    """
    text = table_of(rows).text
    assert [(m.text, m.targets, text[slice(*(m.instrument or (0, 0)))]) for m in read(rows, "provision")] == [
        ("12 (3)", (("sec:12", "subsec:3"),), "Children’s Act"),
        ("5 and 7", (("sec:5",), ("sec:7",)), "Penal Code"),
    ]


def test_numbers_beside_no_law_are_none():
    rows = """
        School    | Section | Pupils
        Northside | 12      | 340
    """
    assert names(rows, "provision") == []


def test_the_date_in_a_column_of_adoption_is_the_laws_and_that_of_ratification_is_not():
    rows = """
        Instrument                      | Date of adoption | Date of ratification
        Convention against Corruption   | 2003             | 2006
        Labour Act                      |                  | 2007
    """
    assert [(m.text, m.name.date if m.name else None) for m in read(rows, "instrument")] == [
        ("Convention against Corruption", "2003"),
        ("Labour Act", None),
    ]
