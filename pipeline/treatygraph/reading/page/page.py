"""What the steps of reading hand to each other: glyphs, then printed lines, of one page.

Units of measure: PDF points, measured from the top left corner of the page as it is read (turned upright,
the MediaBox's offset taken away), y downwards. Pages count from 1. A text and its edges always fit:
character `i` of `text` stands between `edges[i]` and `edges[i + 1]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol


class HorizontalRule(NamedTuple):
    """A printed horizontal line; `y` is its middle."""

    x0: float
    x1: float
    y: float
    thickness: float


class VerticalRule(NamedTuple):
    """A printed vertical line; `x` is its middle."""

    x: float
    top: float
    bottom: float
    thickness: float


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs that the file shows in one go: one font, one size, one baseline, in the file's order.

    `text` has one code point a glyph: ligatures are spelled out and share their box, hyphens at a line's
    end are "-". `lefts` and `rights` are the glyphs' edges. `base` is the baseline. `artifact` is true for
    text that the file itself marks as page furniture.
    """

    text: str
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    artifact: bool = False


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """Everything a glyph source says about a page; `runs` holds only text in the page's dominant direction.

    `unreadable` counts glyphs without a letter behind them: private-use and control code points. `recognised` is
    true for a scan's page whose text is not shown: a program has read it off the picture. `turn` counts the
    quarter turns clockwise that set the page upright.
    """

    number: int
    width: float
    height: float
    runs: tuple[GlyphRun, ...]
    horizontal: tuple[HorizontalRule, ...] = ()
    vertical: tuple[VerticalRule, ...] = ()
    unreadable: int = 0
    recognised: bool = False
    turn: int = 0


class GlyphSource(Protocol):
    """Reads the pages of a PDF; `pages` are numbers from 1, None means all."""

    def __call__(
        self, path: str, password: str | None = None, pages: Sequence[int] | None = None
    ) -> Iterator[PageGlyphs]:
        """Yield the pages in order."""


class Mark(NamedTuple):
    """A raised footnote mark: it stands before the code point `at` of its line and is not in its text."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line: what stands on one baseline, left to right.

    `edges` holds the left edge of each character of `text` and, last, the right edge of the line; a blank
    begins where the glyph before it ends. `gaps` are the places in `text` where something begins after a
    wide gap (more than 1.2 em): the second and later cells of a table's row, or a heading's text after its
    number. `bold` and `italic` say that most of the line is; `bold_lead` counts the characters at its start
    that are bold. `marks` are footnote marks taken out of the text. `base` is the baseline, `size` the size
    of most of its glyphs.
    """

    text: str
    edges: tuple[float, ...]
    page: int
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    gaps: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    artifact: bool = False
    bold_lead: int = 0

    @property
    def x0(self) -> float:
        """Left edge of the first character."""
        return self.edges[0]

    @property
    def x1(self) -> float:
        """Right edge of the last character."""
        return self.edges[-1]

    @property
    def top(self) -> float:
        """Top of the line's box: nine tenths of an em over the baseline."""
        return self.base - 0.9 * self.size

    @property
    def bottom(self) -> float:
        """Bottom of the line's box: a quarter of an em under the baseline."""
        return self.base + 0.25 * self.size

    def part(self, start: int, end: int) -> PageLine:
        """The stretch `text[start:end]` as a line of its own, with its gaps and marks."""
        return replace(
            self,
            text=self.text[start:end],
            edges=self.edges[start : end + 1],
            gaps=tuple(gap - start for gap in self.gaps if start < gap < end),
            marks=tuple(Mark(mark.at - start, mark.label) for mark in self.marks if start <= mark.at <= end),
            bold_lead=max(0, min(self.bold_lead, end) - start),
        )

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """Start and end in `text` of what stands between wide gaps, without the blanks around."""
        starts = (0, *self.gaps)
        ends = (*self.gaps, len(self.text))
        return tuple((s, s + len(self.text[s:e].rstrip())) for s, e in zip(starts, ends, strict=True))


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as it stands on the page: its printed lines (cut out of the page's lines), top to bottom."""

    row: int
    column: int
    lines: tuple[PageLine, ...]
    header: bool = False
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table on one page.

    `used` are the indices of the page's lines that the table takes, its caption's too. `caption` are the
    caption's lines. Cells are in reading order, header rows first, row 0 the first. `borders` are the places where
    the printed rules show that columns begin and end; empty where they do not.
    """

    page: int
    used: tuple[int, ...]
    caption: tuple[PageLine, ...]
    cells: tuple[RawCell, ...]
    top: float = 0.0
    bottom: float = 0.0
    borders: tuple[float, ...] = ()
