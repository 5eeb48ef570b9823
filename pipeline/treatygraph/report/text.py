"""A report as it was read: paragraphs, tables and notes with their places, headings, and how well it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from treatygraph.display import Fact, card, named_state, named_treaty
from treatygraph.report.dialogue import DocumentKind, Sitting

UnitKind = Literal["paragraph", "table", "note"]


class Box(NamedTuple):
    """A rectangle on a page, in PDF points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class Region(NamedTuple):
    """A rectangle on a numbered page."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """Where a stretch of a unit's text stands: one printed line.

    `edges` holds the left edge of each character of `text[start:end]` and, last, the right edge of the line;
    so it has `end - start + 1` values, in points that reading rounds to a hundredth. Joined blanks take the edge of
    the character after them. `bold` and `italic` say that most of the line is set so.
    """

    start: int
    end: int
    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    bold: bool = False
    italic: bool = False

    def box(self, start: int, end: int) -> Box:
        """The rectangle of `text[start:end]`, clipped to this line."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        return Box(self.edges[first], self.top, self.edges[last], self.bottom)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `start` and `end` place its text in the table unit's text; row 0 is the first row."""

    row: int
    column: int
    text: str
    start: int
    end: int
    header: bool = False
    page: int | None = None
    box: Box | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table: its caption and its cells in reading order, header rows first."""

    caption: str
    cells: tuple[Cell, ...]

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells row by row."""
        count = max((cell.row for cell in self.cells), default=-1) + 1
        return tuple(tuple(c for c in self.cells if c.row == r) for r in range(count))


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark in a unit's text: it stands before the code point `at` and is not part of the text."""

    at: int
    label: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, a table or a note of a report.

    `id` is the printed number ("57"), "table:1" or "note:12". `section` is the text of the nearest heading above
    without its label, `section_index` its place in `Report.sections` (-1 before the first heading).
    `convention_articles` are the articles of the treaty reported on that the heading names.
    `reply_to` is the paragraph of the list of issues that the unit answers, where the report says so.
    Of a footnote or endnote, `noted` is the id of the unit in which its mark stands, and the code point of that unit
    before which it does; the note stands under the heading of that unit.
    """

    id: str
    kind: UnitKind
    text: str
    section: str = ""
    section_index: int = -1
    convention_articles: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: tuple[NoteMark, ...] = ()
    table: Table | None = None
    zone: str = "body"
    reply_to: str | None = None
    noted: tuple[str, int] | None = None

    @property
    def page(self) -> int | None:
        """The page on which the unit begins; None for plain text."""
        return self.lines[0].page if self.lines else None

    @property
    def last_page(self) -> int | None:
        """The page on which the unit ends; None for plain text."""
        return self.lines[-1].page if self.lines else None

    def regions(self, start: int, end: int) -> tuple[Region, ...]:
        """The rectangles that `text[start:end]` covers, one for each printed line it touches."""
        return tuple(
            Region(line.page, line.box(start, end)) for line in self.lines if line.start < end and start < line.end
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `label` is "I.", "A.", "Article 6" or ""; `level` counts from 1.

    `convention_articles` holds the articles in force under this heading, its own or inherited.
    """

    level: int
    label: str
    heading: str
    convention_articles: tuple[str, ...] = ()
    page: int | None = None
    parent: int = -1
    zone: str = "body"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, or the source or a remark that stands under a table.

    `label` is the printed mark ("12", "*"); of a table's note it is the table's id ("table:3"). `unit` is the id of the
    unit that a footnote or endnote is.
    """

    label: str
    text: str
    page: int | None = None
    kind: Literal["footnote", "endnote", "table"] = "footnote"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A line of the report's own list of abbreviations."""

    short: str
    long: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read."""

    name: str
    sha256: str
    media_type: str
    pages: int | None = None
    reader: str = "pdfium"


@dataclass(frozen=True, slots=True)
class Quality:
    """What a person should know before trusting the text. Empty tuples and zeros mean: nothing found.

    `unread_tables` are the pages of captions ("Table 3") under which no table was read.
    """

    number_gaps: tuple[int, ...] = ()
    pages_without_text: tuple[int, ...] = ()
    unreadable_characters: int = 0
    contents_mismatches: tuple[str, ...] = ()
    furniture_lines: int = 0
    ocr_pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    unread_tables: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A State party's report, or another document of the procedure, as it was read.

    `state` is ISO 3166-1 alpha-3, or the code of an organization of States that is a party ("EU"); `treaty` is the
    abbreviation of the treaty reported on ("CED"); both come from the symbol. `date` is the date of distribution,
    `received` the date the State submitted it, `coverage` the first and last year of the period covered. `kind` is the
    kind of document, None where neither symbol nor title tells it. `sittings` are the sessions and meetings of the
    Committee that the document says dealt with it.
    """

    symbol: str
    state: str | None
    treaty: str | None
    title: str
    units: tuple[Unit, ...]
    source: Source
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    committee: str | None = None
    language: str = "en"
    date: str | None = None
    received: str | None = None
    job_number: str | None = None
    coverage: tuple[int, int] | None = None
    kind: DocumentKind | None = None
    quality: Quality = field(default_factory=Quality)
    sittings: tuple[Sitting, ...] = ()

    def unit(self, unit_id: str) -> Unit:
        """The unit with this id.

        Raises:
            KeyError: no such unit.
        """
        for unit in self.units:
            if unit.id == unit_id:
                return unit
        raise KeyError(unit_id)

    def facts(self) -> tuple[Fact, ...]:
        """Symbol apart, what one line each says of it: State, treaty, size, and what is to be known of its reading."""
        quality = self.quality
        doubts = [
            _listed("paragraphs missing", quality.number_gaps),
            _listed("pages without text", quality.pages_without_text),
            _listed("recognised pages", quality.ocr_pages),
            *quality.contents_mismatches,
            *quality.warnings,
        ]
        return (
            ("State", named_state(self.state)),
            ("treaty", named_treaty(self.treaty)),
            ("submitted", self.received or self.date),
            ("pages", self.source.pages),
            ("paragraphs", sum(unit.kind == "paragraph" for unit in self.units)),
            ("tables", sum(unit.table is not None for unit in self.units) or None),
            ("doubts", "; ".join(doubt for doubt in doubts if doubt)),
        )

    def __repr__(self) -> str:
        """One line: a report holds every glyph's place, which nobody reads in a notebook."""
        return f"<Report {self.symbol}: {len(self.units)} units, {self.source.pages or 0} pages>"

    def _repr_html_(self) -> str:
        return card(f"{self.symbol} {self.title}", self.facts())


def _listed(what: str, numbers: Sequence[int]) -> str:
    return f"{what}: {', '.join(map(str, numbers))}" if numbers else ""
