"""Plain text: its lines laid out as if they stood on one endless page, so that the same steps read it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from treatygraph.reading.document.headings import split_label
from treatygraph.reading.document.numbering import read_number
from treatygraph.reading.page.furniture import is_running_line
from treatygraph.reading.page.page import PageLine, RawCell, RawTable
from treatygraph.reading.un.symbols import find_symbol, parse_symbol

_SIZE, _LEADING, _WIDTH = 10.0, 12.0, 5.0  # points: letters of one size, even leading and width
_ITEM = re.compile(r"(?:\((?:\d{1,3}|[a-z]{1,4})\)|[•▪–—*-])\s")
_ROW = re.compile(r"\S+(?:\s+[\d.,%–-]+){2,}")
_ARTICLES = re.compile(r"Articles? \d+(?:(?:, | and |, and | to |–|-)\d+)*")
_HEADING_LINES = 3
# "II.Article 1", "A.General": the United Nations' own web text has no blank after a label.
_GLUED_LABEL = re.compile(r"(?P<label>[IVXLC]{2,7}|[IVX]|[A-H]|\d{1,2})\.(?=[A-Z][a-z])")
_COVER = re.compile(r"(?:United Nations\s+)?[A-Z][A-Z0-9./-]+\*{0,3}")


def find_own_symbol(text: str) -> str | None:
    """The symbol that the lines above the first numbered paragraph give, or that stands alone most often.

    "United Nations CED/C/KAZ/1" on a cover, "CED/C/KAZ/1" at the head of each page; not one in a sentence.
    """
    count: Counter[str] = Counter()
    numbered = False
    for line in _split_lines(text):
        numbered = numbered or read_number(line) is not None
        symbol = find_symbol(line)
        if symbol is None or parse_symbol(symbol).state is None:
            continue
        if not numbered and _COVER.fullmatch(line):
            return symbol
        if is_running_line(line):
            count[symbol] += 1
    return min(count, key=lambda symbol: (-count[symbol], symbol)) if count else None


def lay_out(text: str, symbol: str | None = None) -> list[PageLine | RawTable]:
    """The lines and tables of a plain text; the lines of headings are marked bold.

    `symbol` is the report's own, which stands at the head of its pages.

    Lines get page 0 (no place), even widths, and a wider distance where the text has an empty line. What the text
    cannot show any more, weight and size, is read off its blocks: a short block that does not end a sentence
    and is no list item is a heading, or before rows of numbers a table's caption.
    """
    blocks = _split_blocks(text, symbol)
    items: list[PageLine | RawTable] = []
    base = 0.0
    k = 0
    while k < len(blocks):
        base += _LEADING
        rows = _count_rows(blocks, k)
        if rows:
            caption = blocks[k] if len(blocks[k]) and _is_short(blocks[k]) and not _ROW.fullmatch(blocks[k][0]) else []
            table, base = _read_table(blocks[k : k + rows], caption, base)
            items.append(table)
            k += rows
            continue
        heading = _is_heading(blocks, k)
        for line in blocks[k]:
            base += _LEADING
            items.append(_set(line, base, bold=heading))
        k += 1
    return items


def _split_lines(text: str) -> list[str]:
    """The lines of a text, their blanks evened."""
    plain = (" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\f", "\n").split("\n"))
    return [
        f"{line[: match.end()]} {line[match.end() :]}" if (match := _GLUED_LABEL.match(line)) else line
        for line in plain
    ]


def _split_blocks(text: str, symbol: str | None) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    last = 0
    for words in _split_lines(text):
        number = read_number(words) if words else None
        if number is not None and number[0] == last + 1:
            last += 1
            if blocks[-1]:
                blocks.append([])  # "Article 1" and "3. Section 8 provides …" below it without an empty line
        if words and is_running_line(words) and ((symbol and symbol in words) or "GE." in words):
            continue  # the head or foot of a page, also where no empty line parts it from the text
        if words and _ARTICLES.fullmatch(words) and blocks[-1] and _ends_above_article(blocks[-1]):
            blocks.extend(([words], []))  # a page's break took the empty line above "Article 23"
        elif words:
            blocks[-1].append(words)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block and not (len(block) == 1 and is_running_line(block[0]))]


def _ends_above_article(block: Sequence[str]) -> bool:
    """Whether a block above "Article 23" ends there: with its sentence, or as a heading ("II. Articles of Part I")."""
    return block[-1][-1] in ".;:" or (len(block) == 1 and bool(split_label(block[0], _set(block[0], 0.0))[0]))


def _set(text: str, base: float, *, bold: bool = False) -> PageLine:
    edges = tuple(_WIDTH * i for i in range(len(text) + 1))
    return PageLine(text, edges, 0, base, _SIZE, bold)


def _is_short(block: Sequence[str]) -> bool:
    text = " ".join(block)
    return (
        len(block) <= _HEADING_LINES
        and text[-1] not in ".;:,"
        and (text[0].isupper() or text[0] == "(")
        and not _ITEM.match(text)
        and read_number(text) is None
    )


def _is_heading(blocks: Sequence[Sequence[str]], k: int) -> bool:
    block = blocks[k]
    if _is_numbered_heading(blocks, k):
        return True
    if not _is_short(block):
        text = " ".join(block)
        # "2. Legal framework": a label before a short line is no paragraph unless it ends a sentence.
        return (
            len(block) == 1
            and read_number(text) is None
            and bool(split_label(text, _set(text, 0.0))[0])
            and text[-1] not in ".;:,"
            and not _ITEM.match(text)
        )
    return k + 1 < len(blocks)


def _is_numbered_heading(blocks: Sequence[Sequence[str]], k: int) -> bool:
    """Whether a short line with a number is a heading: the paragraphs' numbers go on below it as if it were not there.

    "1. Legal framework" between "11. The Act …" and "12. The Code …"; "5. So be it" between 4 and 6 is a paragraph.
    """
    if not _is_title(blocks[k]) or k + 1 == len(blocks):
        return False
    below = read_number(blocks[k + 1][0])
    numbered = (read_number(blocks[i][0]) for i in range(k - 1, -1, -1) if not _is_title(blocks[i]))
    above = next((read for read in numbered if read), (0, 0))
    return below is not None and below[0] == above[0] + 1


def _is_title(block: Sequence[str]) -> bool:
    """Whether a block is one line with a number that begins with a capital and does not end a sentence."""
    own = read_number(block[0])
    rest = block[0][own[1] :] if own else ""
    return len(block) == 1 and bool(rest) and rest[0].isupper() and rest[-1] not in ".;:,?"


def _count_rows(blocks: Sequence[Sequence[str]], k: int) -> int:
    """How many blocks from `k` are a table: a caption, a head, and two or more rows of as many numbers."""
    for lead in range(3):
        first = k + lead
        count = 0
        columns = None
        while first + count < len(blocks) and all(_ROW.fullmatch(line) for line in blocks[first + count]):
            widths = {len(line.split()) for line in blocks[first + count]}
            if len(widths) != 1 or columns not in (None, *widths):
                break
            columns = widths.pop()
            count += 1
        rows = sum(len(block) for block in blocks[first : first + count])
        if rows >= 2:
            return lead + count
        if first >= len(blocks) or not _is_short(blocks[first]):
            return 0
    return 0


def _read_table(blocks: Sequence[Sequence[str]], caption: Sequence[str], base: float) -> tuple[RawTable, float]:
    """A table of numbers; its head cannot be divided without columns and is one cell over all of them."""
    title: list[PageLine] = []
    for line in caption:
        base += _LEADING
        title.append(_set(line, base))
    cells: list[RawCell] = []
    row = 0
    width = len(blocks[-1][-1].split())
    for block in blocks[1 if caption else 0 :]:
        if not _ROW.fullmatch(block[0]):
            base += _LEADING
            head = tuple(_set(line, base + i * _LEADING) for i, line in enumerate(block))
            cells.append(RawCell(row, 0, head, header=True, column_span=width))
            row += 1
            continue
        for line in block:
            base += _LEADING
            for column, word in enumerate(line.split()):
                cells.append(RawCell(row, column, (_set(word, base),)))
            row += 1
    return RawTable(0, (), tuple(title), tuple(cells)), base
