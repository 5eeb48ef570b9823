"""Units: the numbered paragraphs and the tables of a report."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from treatygraph.reading.document.headings import Heading
from treatygraph.reading.document.numbering import text_start
from treatygraph.reading.document.zones import LIST_ZONES, SIGNATURES
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.page import PageLine, RawCell, RawTable
from treatygraph.reading.page.texts import Text, join_lines
from treatygraph.reading.un.replies import find_opening_reply
from treatygraph.report import Box, Cell, Line, NoteMark, Section, Table, Unit

_SENTENCE_ENDS = tuple(".!?”")


@dataclass(slots=True)
class _Open:
    """A paragraph that is being gathered."""

    id: str
    zone: str
    section: int
    reply_to: str | None
    lines: list[PageLine] = field(default_factory=list)


def make_units(
    items: Sequence[PageLine | RawTable],
    starts: Mapping[int, str],
    captions: Collection[int],
    headings: Mapping[int, Heading],
    sections: Sequence[Section],
    zones: Sequence[str],
    hyphens: Hyphens,
) -> list[Unit]:
    """The units of the text in reading order.

    `starts` are the items that begin a numbered paragraph, with its id; `captions` those that are no text
    (captions, charts, sources); `headings` the headings by their first
    item, in the order of `sections`; `zones` the part of the report that each item stands in. A paragraph goes
    on until the next number or heading, sub-items, quotations and what follows a table too, if that opens no
    sentence of its own. Text under
    a heading before any number is a unit of its own ("unnumbered:1"); in a report without numbers, so is each
    printed paragraph.
    """
    units: list[Unit | _Open] = []
    current: _Open | None = None
    section, reply_to = -1, None
    tables = unnumbered = 0
    number_of = {first: index for index, first in enumerate(sorted(headings))}
    skip_to = 0
    for k, item in enumerate(items):
        if k < skip_to or k in captions or (zones[k] in LIST_ZONES and k not in headings):
            continue
        if k in headings:
            heading = headings[k]
            section, skip_to, current = number_of[k], heading.last + 1, None
            reply_to = heading.reply_to or _inherited_reply(reply_to, heading, sections, section)
        elif isinstance(item, RawTable):
            tables += 1
            units.append(_make_table(item, f"table:{tables}", section, sections, zones[k], reply_to, hyphens))
        elif k in starts:
            current = _Open(starts[k], zones[k], section, reply_to)
            current.lines.append(item.part(text_start(item.text), len(item.text)))
            units.append(current)
        else:
            if zones[k] == SIGNATURES:
                section, reply_to = -1, None  # who signs stands under no article
            behind_table = bool(units) and isinstance(units[-1], Unit)
            apart = current is not None and (
                _opens_behind_table(current.lines[-1], item)
                if behind_table
                else not starts and _stands_apart(current.lines[-1], item)
            )
            if current is None or current.zone != zones[k] or apart:
                unnumbered += 1
                listed = section >= 0 and sections[section].zone in LIST_ZONES
                current = _Open(f"unnumbered:{unnumbered}", zones[k], -1 if listed else section, reply_to)
                units.append(current)
            current.lines.append(item)
    return [
        _close(unit, sections, hyphens) if isinstance(unit, _Open) else unit
        for unit in units
        if not isinstance(unit, _Open) or any(line.text for line in unit.lines)  # the number of a table alone
    ]


def _opens_behind_table(above: PageLine, line: PageLine) -> bool:
    """Whether a line behind a table opens a paragraph: the one before the table ended with a whole sentence.

    "… Their distribution by sport is shown in the table below." and below it "The breakdown of athletes …"; the next
    item of a list, and the rest of a sentence, belong to the paragraph before.
    """
    return above.text.rstrip()[-1:] in _SENTENCE_ENDS and line.text[:1].isupper()


def _stands_apart(above: PageLine, line: PageLine) -> bool:
    """Whether more than a line's leading stands between two lines, or a page's end after a whole sentence."""
    if above.page != line.page:
        return above.text[-1:] in ".:;!?”"
    return line.base - above.base > 1.4 * line.size


def _inherited_reply(reply_to: str | None, heading: Heading, sections: Sequence[Section], index: int) -> str | None:
    """A reply goes on under sub-headings; a heading that names articles or has no parent ends it."""
    section = sections[index]
    if reply_to is None or section.parent < 0:
        return None
    if section.convention_articles != sections[section.parent].convention_articles:
        return None
    return reply_to


def _section_facts(sections: Sequence[Section], index: int) -> tuple[str, tuple[str, ...]]:
    return (sections[index].heading, sections[index].convention_articles) if index >= 0 else ("", ())


def _close(draft: _Open, sections: Sequence[Section], hyphens: Hyphens) -> Unit:
    text = join_lines(draft.lines, hyphens)
    heading, articles = _section_facts(sections, draft.section)
    return Unit(
        id=draft.id,
        kind="paragraph",
        text=text.text,
        section=heading,
        section_index=draft.section,
        convention_articles=articles,
        lines=text.lines,
        marks=text.marks,
        zone=draft.zone,
        reply_to=draft.reply_to or find_opening_reply(text.text),
    )


def _make_table(
    raw: RawTable,
    unit_id: str,
    section: int,
    sections: Sequence[Section],
    zone: str,
    reply_to: str | None,
    hyphens: Hyphens,
) -> Unit:
    """A table's text is its caption and its cells row by row, joined by single blanks."""
    parts: list[Text] = [join_lines(raw.caption, hyphens)] if raw.caption else []
    parts.extend(join_lines(cell.lines, hyphens) for cell in raw.cells)
    text = ""
    lines: list[Line] = []
    marks: list[NoteMark] = []
    spans: list[tuple[int, int]] = []
    for part in parts:
        start = len(text) + 1 if text and part.text else len(text)
        if part.text:
            text = f"{text} {part.text}" if text else part.text
        spans.append((start, len(text)))
        lines.extend(replace(line, start=line.start + start, end=line.end + start) for line in part.lines)
        marks.extend(replace(mark, at=mark.at + start) for mark in part.marks)
    cells = []
    for cell, (start, end) in zip(raw.cells, spans[1 if raw.caption else 0 :], strict=True):
        cells.append(
            Cell(
                cell.row,
                cell.column,
                text[start:end],
                start,
                end,
                cell.header,
                _page(raw, cell),
                _box(cell.lines),
                cell.row_span,
                cell.column_span,
            )
        )
    heading, articles = _section_facts(sections, section)
    caption = parts[0].text if raw.caption else ""
    return Unit(
        unit_id,
        "table",
        text,
        heading,
        section,
        articles,
        tuple(lines),
        tuple(marks),
        Table(caption, tuple(cells)),
        zone,
        reply_to,
    )


def _page(table: RawTable, cell: RawCell) -> int | None:
    """The page that a cell stands on: its table may go on over several."""
    return next((line.page for line in cell.lines if line.page), table.page) or None


def _box(lines: Sequence[PageLine]) -> Box | None:
    """Where a cell stands on its first page: it may go on over the page's end."""
    lines = [line for line in lines if line.text and line.page]
    if not lines:
        return None
    lines = [line for line in lines if line.page == lines[0].page]
    return Box(
        round(min(line.x0 for line in lines), 2),
        round(min(line.top for line in lines), 2),
        round(max(line.x1 for line in lines), 2),
        round(max(line.bottom for line in lines), 2),
    )
