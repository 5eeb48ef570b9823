"""Every line that is printed in a real report stands in what was read of it, or is known to be left out.

The reports and papers stand in `../shared`; without them these tests are skipped.
"""

import re
from itertools import pairwise

import pytest
from real_reports import MORE, REPORTS, needs_shared, path_of, report_of

from treatygraph.reading.document.contents import find_contents
from treatygraph.reading.file.glyphs_pdfium import glyphs
from treatygraph.reading.page.furniture import split_furniture
from treatygraph.reading.page.lines import set_lines
from treatygraph.reading.page.page import PageLine
from treatygraph.report import Report

# What is left out: lists of tables, the words in charts, captions of pictures. Looked up on the pages.
LEFT_OUT = {
    "CRPD-C-KOR-1": 96,  # a list of 80 tables, pages 4 to 6
    "CRPD-C-LVA-1": 21,  # two charts, pages 51 to 53
    "CRPD-C-PAN-1": 13,  # captions of photographs
    "CRPD-C-HND-1": 4,  # a chart on page 47
    "CRPD-C-MWI-1-2": 4,  # a list of tables, page 4
    "CRPD-C-SLE-1": 3,  # captions of charts, pages 25 and 26
    "A-HRC-WG.6-34-SVN-1": 1,  # "Notes" above the endnotes
    "CRPD-C-CHL-2-4": 1,  # a head over two columns, page 37, is two cells
    "CRPD-C-DNK-Q-1-Add.1": 3,  # a head over two columns, page 17; source and note of a chart, page 28
    "CRPD-C-KOR-Q-1-Add.1": 1,  # "2008" beside a cell in two lines, page 25
    "CRPD-C-PER-1": 20,  # a table in a table, page 43; remarks under a chart, page 11
    "CRPD-C-PHL-1": 12,  # numbers 172, 178, 225 and 286 without a text; legends of tables, pages 35 and 37
    "CRPD-C-SEN-1": 3,  # a map's caption and source, page 6
}


def letters(text: str) -> str:
    """A text's letters and digits alone, without raised digits, which a line may lack where they are marks."""
    return re.sub(r"[\W_⁰¹²³⁴-⁹]+", "", text)


def printed_lines(name: str) -> list[PageLine]:
    """The lines of a report without its cover, contents, headers and footers."""
    read = list(glyphs(str(path_of(name)), None))
    pages, _ = split_furniture([set_lines(page) for page in read], {page.number: page.horizontal for page in read})
    cut = find_contents(pages).cut
    return [line for k, lines in enumerate(pages) if k > 0 for line in lines[cut.get(k, 0) :]]


def everything_read(report: Report) -> str:
    """All that a report holds: texts with their printed numbers, headings, notes, short forms, cells."""
    texts = [unit.text for unit in report.units]
    texts += [unit.id.split(":")[-1] + unit.text for unit in report.units]
    texts += [section.label + section.heading for section in report.sections]
    texts += [note.label + note.text for note in report.notes]
    texts += [short.short + short.long for short in report.abbreviations]
    texts += [cell.text for unit in report.units if unit.table for cell in unit.table.cells]
    return "\n".join(letters(text) for text in texts)


def rows_read(report: Report) -> list[list[str]]:
    """The rows of a report's tables, each as the letters of its cells from left to right."""
    rows: dict[tuple[str, int], list[str]] = {}
    for unit in report.units:
        for cell in unit.table.cells if unit.table else ():
            rows.setdefault((unit.id, cell.row), []).append(letters(cell.text))
    return list(rows.values())


def is_there(line: PageLine, everything: str, rows: list[list[str]]) -> bool:
    """Whether a line's letters follow one another in what was read; a table's row stands there cell by cell."""
    if letters(line.text) in everything:
        return True
    if len(line.pieces) > 1 and all(letters(word) in everything for word in line.text.split()):
        return True
    return any(stands_in_two_cells(line.text, row) for row in rows)


def stands_in_two_cells(text: str, row: list[str]) -> bool:
    """Whether a line's begin stands in one cell and the whole rest in the next: full lines of cells touch."""
    words = text.split()
    cuts = [(letters(" ".join(words[:k])), letters(" ".join(words[k:]))) for k in range(1, len(words))]
    return any(left in one and right in two for one, two in pairwise(row) for left, right in cuts if left and right)


@needs_shared
@pytest.mark.parametrize("name", [*REPORTS, *MORE])
def test_every_line_is_somewhere(name: str) -> None:
    everything, rows = everything_read(report_of(name)), rows_read(report_of(name))
    lines = printed_lines(name)
    missing = [(line.page, line.text) for line in lines if not is_there(line, everything, rows)]
    assert len(lines) > (500 if name in REPORTS else 10)
    assert len(missing) <= LEFT_OUT.get(name, 0), missing
