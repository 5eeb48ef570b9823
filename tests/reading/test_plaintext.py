"""Plain text: what is a heading, a list item, a table, a page's break."""

from treatygraph.reading.page import PageLine, RawTable
from treatygraph.reading.plaintext import lay_out

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
