"""Plain text: what is a heading, a list item, a table, a page's break, the report's symbol."""

from pathlib import Path

import pytest

from treatygraph.reading import read
from treatygraph.reading.document.plaintext import find_own_symbol, lay_out
from treatygraph.reading.page.page import PageLine, RawTable

TEXT = """\
  III. Information on the articles of the Convention

 Article 22

140. Breaches are punishable by law, provided

CED/C/KAZ/1

18 GE.14-07541

that the Act so says.
   Article 23

141. The cases were:

 Information on criminal cases

Year Cases Convictions

2009 72 0

2010 69 97

142. The end.
"""


def test_blocks_are_told_apart() -> None:
    items = lay_out(TEXT)
    lines = [(item.text, item.bold) for item in items if isinstance(item, PageLine)]
    assert lines == [
        ("III. Information on the articles of the Convention", True),
        ("Article 22", True),
        ("140. Breaches are punishable by law, provided", False),
        ("that the Act so says.", False),
        ("Article 23", True),
        ("141. The cases were:", False),
        ("142. The end.", False),
    ]
    (table,) = [item for item in items if isinstance(item, RawTable)]
    assert [line.text for line in table.caption] == ["Information on criminal cases"]
    assert [(cell.row, cell.column, cell.lines[0].text, cell.header) for cell in table.cells] == [
        (0, 0, "Year Cases Convictions", True),
        (1, 0, "2009", False),
        (1, 1, "72", False),
        (1, 2, "0", False),
        (2, 0, "2010", False),
        (2, 1, "69", False),
        (2, 2, "97", False),
    ]
    assert table.cells[0].column_span == 3


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("CRPD/C/EU/1\nArticle 5\n\n1. The Directive", "CRPD/C/EU/1"),
        ("United Nations CED/C/KAZ/1*\nDistr.: General\n\n1. This report", "CED/C/KAZ/1"),
        ("1. See CRPD/C/KEN/1.\n\nCED/C/KAZ/1\n\n2. The law\n\n4 CED/C/KAZ/1\n\nA/RES/61/106", "CED/C/KAZ/1"),
        ("1. The reports (CRPD/C/KEN/1 and\nCRPD/C/ESP/1) were considered.", None),
        ("See document CED/C/2 of the Committee.\n\n1. This report", None),
    ],
)
def test_the_symbol_stands_on_the_cover_or_at_the_head_of_pages(text: str, symbol: str | None) -> None:
    assert find_own_symbol(text) == symbol


def test_a_text_that_begins_with_its_symbol(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("CRPD/C/EU/1\n\n Article 5\n\n1. The Directive applies\nCRPD/C/EU/1\nto all.\n\n2. So be it.\n")
    report = read(file)
    assert (report.symbol, report.state, report.treaty) == ("CRPD/C/EU/1", "EU", "CRPD")
    assert [(unit.id, unit.text, unit.convention_articles) for unit in report.units] == [
        ("1", "The Directive applies to all.", ("5",)),
        ("2", "So be it.", ("5",)),
    ]


COVER = """\
United Nations
CAT/C/49/Add.7
Convention against Torture and Other Cruel,
Inhuman or Degrading Treatment or Punishment
Distr.: General
12 May 2004
English
Original: French

Committee against Torture

Consideration of reports submitted by States parties
under article 19 of the Convention

Second periodic report of Monaco*

[Date received: 3 March 2003]

* The present document is being issued without formal editing.

I.Introduction

1.The Principality has adopted Act No. 1 on the police.

II.Article 2

1. Legal framework

2.The Act is in force.

2. Institutions

3.The Ministry supervises the police.
"""


def test_the_cover_of_a_plain_text_is_read_and_cut_off(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(COVER)
    report = read(file)
    assert (report.symbol, report.treaty, report.state) == ("CAT/C/49/Add.7", "CAT", "MCO")
    assert report.committee == "Committee against Torture"
    assert report.title == (
        "Consideration of reports submitted by States parties under article 19 of the Convention: "
        "Second periodic report of Monaco"
    )
    assert (report.date, report.received, report.language) == ("2004-05-12", "2003-03-03", "en")
    assert [(unit.id, unit.text) for unit in report.units] == [
        ("1", "The Principality has adopted Act No. 1 on the police."),
        ("2", "The Act is in force."),
        ("3", "The Ministry supervises the police."),
    ]


def test_labels_without_a_blank_and_numbered_headings_are_headings(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(COVER)
    assert [(s.level, s.label, s.heading, s.convention_articles) for s in read(file).sections] == [
        (1, "I.", "Introduction", ()),
        (1, "II.", "Article 2", ("2",)),
        (2, "1.", "Legal framework", ("2",)),
        (2, "2.", "Institutions", ("2",)),
    ]


def test_headings_without_empty_lines_around_them(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(
        "United Nations CED/C/KAZ/1\n\nI. Introduction\n1. The report is new.\n\nII. Articles 1 to 12\n"
        "Article 2\nDefinition\n2. The Code defines it.\n3. The Act bars it.\n"
    )
    report = read(file)
    assert [(unit.id, unit.convention_articles) for unit in report.units if unit.kind == "paragraph"] == [
        ("1", ()),
        ("2", ("2",)),
        ("3", ("2",)),
    ]


def test_a_short_paragraph_without_a_stop_is_no_heading() -> None:
    items = lay_out("5. So be it\n\n6. The Act is in force.")
    assert [item.bold for item in items if isinstance(item, PageLine)] == [False, False]
