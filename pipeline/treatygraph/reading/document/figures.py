"""What stands between the paragraphs and is no running text: captions, the words in charts, sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from treatygraph.reading.document.numbering import Margins
from treatygraph.reading.page.page import PageLine, RawTable

_NUMBER = r"\s?(?:No\.\s?)?(?:\d{1,2}(?:[.-]\d{1,2})?|[IVX]{1,6})\b"
_LABEL = re.compile(
    rf"(?:Table|Figure|Graph|Chart|Diagram|Map|Image|Picture|Photo|Box){_NUMBER}[.:]?$"
    r"|(?-i:Figure|Graph|Chart|Diagram|Map|Image|Picture|Photo)$",  # the only one of a report has no number
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"(?:Table|Figure|Graph|Chart|Diagram|Map|Image|Picture|Photo){_NUMBER}\s?[.:–—-]?\s", re.IGNORECASE
)
_PICTURE = re.compile(r"(?:Figure|Graph|Chart|Diagram|Map|Image|Picture|Photo)\b", re.IGNORECASE)
_TABLE = re.compile(rf"Table{_NUMBER}", re.IGNORECASE)
_SOURCE = re.compile(r"(?:Sources?|Notes?)\s?[:.]|\*\s")
_SMALLER = 0.6  # points under the body's size
_LEADING = 1.35  # em between two lines of one block
_CLOSE = 2.0  # em between a caption's label and its title
_WIDE = 0.7  # of the column: small lines that are as wide as text can be a quotation


def find_captions(
    items: Sequence[PageLine | RawTable], starts: Collection[int], margins: Margins, body: float
) -> frozenset[int]:
    """The items that are captions, words in charts, sources under tables or other small print.

    `starts` are the items that begin a numbered paragraph, `body` is the text's size in points. Small print of
    two or more full lines that ends a sentence is a quotation and stays; in UN documents nothing else in the
    text is smaller than the body.
    """
    found: set[int] = set()
    width = _column_width(items, body)
    k = 0
    while k < len(items):
        item = items[k]
        end = k + 1
        if isinstance(item, RawTable) or k in starts:
            k = end
            continue
        if is_caption(item):
            end = _caption_end(items, k, starts, margins, body, picture=bool(_PICTURE.match(item.text)))
            found.update(range(k, end))
        elif _SOURCE.match(item.text) and (item.size < body - _SMALLER or _follows_table(items, k)):
            while end < len(items) and (
                _is_small(items[end], body, starts, end, item) or _goes_on(items[end - 1], items[end], end in starts)
            ):
                end += 1
            found.update(range(k, end))
        elif item.size < body - _SMALLER:
            while end < len(items) and _is_small(items[end], body, starts, end, item):
                end += 1
            block = [line for line in items[k:end] if isinstance(line, PageLine)]
            if _follows_table(items, k) or not _is_quotation(block, width):
                found.update(range(k, end))
        k = end
    return frozenset(found)


def find_unread_tables(items: Sequence[PageLine | RawTable], captions: Collection[int]) -> tuple[int, ...]:
    """The pages of captions of tables ("Table 3") between which and the next line of text no table stands.

    A table can have its caption under it.
    """
    pages: list[int] = []
    for k in sorted(captions):
        item = items[k]
        if isinstance(item, RawTable) or not (_TABLE.match(item.text) and is_caption(item)):
            continue
        below = next((at for at in range(k + 1, len(items)) if at not in captions), len(items))
        if not any(isinstance(each, RawTable) for each in items[max(k - 1, 0) : below + 1]):
            pages.append(item.page)
    return tuple(pages)


def is_caption(line: PageLine) -> bool:
    """Whether a line opens the caption of a table or a chart: "Table 11", or in bold "Figure 2: Pupils by …"."""
    return bool(_LABEL.fullmatch(line.text) or (line.bold and _TITLED.match(line.text)))


def _column_width(items: Sequence[PageLine | RawTable], body: float) -> float:
    """The width that a tenth of the body's lines exceeds, in points."""
    widths = sorted(
        item.x1 - item.x0 for item in items if isinstance(item, PageLine) and abs(item.size - body) < _SMALLER
    )
    return widths[len(widths) * 9 // 10] if widths else 0.0


def _follows_table(items: Sequence[PageLine | RawTable], k: int) -> bool:
    return k > 0 and isinstance(items[k - 1], RawTable)


def _goes_on(above: PageLine | RawTable, line: PageLine | RawTable, numbered: bool) -> bool:
    """Whether a line goes on with a source in its own size: right under it, where that did not end a sentence."""
    if isinstance(above, RawTable) or isinstance(line, RawTable) or numbered or line.page != above.page:
        return False
    near = line.base - above.base < _LEADING * line.size
    return near and not line.bold and abs(line.size - above.size) < _SMALLER and above.text[-1:] not in ".:;"


def _is_small(item: PageLine | RawTable, body: float, starts: Collection[int], k: int, first: PageLine) -> bool:
    return isinstance(item, PageLine) and k not in starts and item.page == first.page and item.size < body - _SMALLER


def _caption_end(
    items: Sequence[PageLine | RawTable],
    first: int,
    starts: Collection[int],
    margins: Margins,
    body: float,
    *,
    picture: bool,
) -> int:
    """Where a caption ends: its title, and for a picture the words in it, up to the next line of text."""
    end = first + 1
    above = items[first]
    while end < len(items) and end not in starts:
        item = items[end]
        if isinstance(item, RawTable) or isinstance(above, RawTable) or item.page != above.page:
            break
        titled = (item.bold or item.italic) and item.base - above.base < _CLOSE * body and item.size < body + 0.6
        text = abs(item.size - body) < _SMALLER and item.x0 < margins.of(item.page) + 4 and not item.bold
        heading = item.bold and item.size > body - _SMALLER and not titled
        if not titled and (text or heading or not picture):
            break
        above = item
        end += 1
    return end


def _is_quotation(block: Sequence[PageLine], width: float) -> bool:
    full = sum(line.x1 - line.x0 > _WIDE * width for line in block)
    tabular = any(len(line.gaps) > 1 for line in block)
    return full >= 2 and not tabular and block[-1].text[-1:] in '.;:”"’)]…'
