"""A report as HTML: its sections, paragraphs, tables and notes, with every mention marked where it stands.

The text needs no script to be read: paragraphs, pages and notes have anchors (`#par-57`, `#page-12`,
`#note-3`), and each mark is a link that carries the place of its mention in `Annotated.mentions`. Without its
marks, the text of a paragraph is the unit's text, character for character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from treatygraph.linking.segments import split_segments
from treatygraph.report import Annotated, Entity, Mention, Note, Report, Section, Unit

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_ITEM = re.compile(r"\s*(\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)|[•●▪◦·])\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention with its place in `Annotated.mentions`, clipped to what surrounds it."""

    place: int
    start: int
    end: int
    mention: Mention


def unit_anchor(unit_id: str) -> str:
    """Name a unit in the page: "57" → `par-57`, "table:1" → `table-1`."""
    kind, _, number = unit_id.rpartition(":")
    return f"{_UNSAFE.sub('-', kind) or 'par'}-{_UNSAFE.sub('-', number)}"


def mention_key(mention: Mention) -> str:
    """Name a mention in a link: `par-57.12-40`, where it stands in code points."""
    return f"{unit_anchor(mention.unit)}.{mention.start}-{mention.end}"


def category(entity: Entity) -> str:
    """Sort an entity for the eye: agency, international text, bill, or national law."""
    if entity.type == "agency":
        return "agency"
    if entity.level == "international":
        return "international"
    return "bill" if entity.kind == "bill" else "law"


def write_prose(annotated: Annotated) -> str:
    """Write the report's body: sections in order, each unit under its heading, then the notes."""
    return "".join(_Prose(annotated).write())


def nest(mentions: Sequence[tuple[int, Mention]], start: int, end: int) -> tuple[Mark, ...]:
    """Clip mentions to `start:end` and to each other, so that of two marks one holds the other or none.

    "articles 5 and 6 of the [Convention] on …": a provision may end inside the instrument it belongs to; the
    instrument is then marked as two pieces.
    """
    waiting = [
        Mark(place, max(m.start, start), min(m.end, end), m) for place, m in mentions if m.start < end and start < m.end
    ]
    waiting.sort(key=_outermost_first)
    nested: list[Mark] = []
    open_until: list[int] = []
    while waiting:
        mark = waiting.pop(0)
        while open_until and open_until[-1] <= mark.start:
            open_until.pop()
        if open_until and mark.end > open_until[-1]:
            cut = open_until[-1]
            waiting.append(Mark(mark.place, cut, mark.end, mark.mention))
            waiting.sort(key=_outermost_first)
            mark = Mark(mark.place, mark.start, cut, mark.mention)
        nested.append(mark)
        open_until.append(mark.end)
    return tuple(nested)


def _outermost_first(mark: Mark) -> tuple[int, int, bool, int]:
    """A provision that fills the same span as its instrument holds it."""
    return (mark.start, -mark.end, mark.mention.type != "provision", mark.place)


class _Prose:
    """The report while it is being written."""

    def __init__(self, annotated: Annotated) -> None:
        self._report: Report = annotated.report
        self._mentions: dict[str, list[tuple[int, Mention]]] = {}
        for place, mention in enumerate(annotated.mentions):
            self._mentions.setdefault(mention.unit, []).append((place, mention))
        self._notes = {unit.id: unit for unit in annotated.report.units if unit.kind == "note"}
        self._looks = {entity.id: category(entity) for entity in annotated.entities}
        if annotated.report.treaty:
            self._looks[annotated.report.treaty] = "treaty"
        self._last_page: int | None = None
        self._linked: set[int] = set()
        self._cited_notes: set[int] = set()

    def write(self) -> Iterator[str]:
        units = [unit for unit in self._report.units if unit.kind != "note"]
        yield from (self._unit(unit) for unit in units if unit.section_index < 0)
        for place, section in enumerate(self._report.sections):
            yield f'<section id="sec-{place + 1}" class="sec">{self._heading(section)}'
            yield from (self._unit(unit) for unit in units if unit.section_index == place)
            yield "</section>\n"
        notes = [(place, note) for place, note in enumerate(self._report.notes) if note.kind != "table"]
        if notes:
            yield '<section class="notes" id="notes"><h2>Notes</h2>'
            yield from (self._note(place, note) for place, note in notes)
            yield "</section>\n"

    def _heading(self, section: Section) -> str:
        rank = min(section.level + 1, 6)
        label = (
            f'<span class="label">{escape(section.label)}</span> '
            if section.label and section.label != section.heading
            else ""
        )
        parent = self._report.sections[section.parent] if section.parent >= 0 else None
        own = (
            section.convention_articles
            if parent is None or parent.convention_articles != section.convention_articles
            else ()
        )
        chips = "".join(
            f'<a class="chip article" href="#article={escape(number)}">art.\u00a0{escape(number)}</a>' for number in own
        )
        return f"<h{rank}>{label}{escape(section.heading)}</h{rank}>" + (
            f'<p class="chips">{chips}</p>' if chips else ""
        )

    def _unit(self, unit: Unit) -> str:
        anchor = unit_anchor(unit.id)
        if unit.table is not None:
            below = "".join(
                f'<p class="source">{escape(note.text)}</p>'
                for note in self._report.notes
                if note.kind == "table" and note.label == unit.id
            )
            return f'<div class="unit table" id="{anchor}">{self._page(unit.page)}{self._table(unit)}{below}</div>\n'
        number = unit.id if unit.kind == "paragraph" else "Table"
        link = f'<a class="number" href="#{anchor}">{escape(number)}<span class="sr"> link to this paragraph</span></a>'
        text = self._text(unit, 0, len(unit.text))
        return f'<div class="unit" id="{anchor}">{link}<p>{text}</p></div>\n'

    def _page(self, number: int | None) -> str:
        """A page's number where the page begins."""
        if number is None or number == self._last_page:
            return ""
        self._last_page = number
        return f'<span class="page" id="page-{number}">p.\u00a0{number}</span>'

    def _text(self, unit: Unit, start: int, end: int) -> str:
        """Write `text[start:end]` with marks, note marks and, where a page ends in it, the next page's number."""
        inserted: list[tuple[int, str]] = []
        if unit.kind == "paragraph":
            lines = (line for line in unit.lines if start <= line.start < end)
            inserted += [(at, '<span class="item"></span>') for at in _items(unit.text)]
            inserted += [(line.start, page) for line in lines if (page := self._page(line.page))]
        inserted += [
            (mark.at, self._note_mark(mark.label, mark.page)) for mark in unit.marks if start <= mark.at <= end
        ]
        inserted.sort(key=lambda item: item[0])
        marks = nest(self._mentions.get(unit.id, ()), start, end)
        return "".join(_weave(unit.text, start, end, marks, inserted, self))

    def link(self, mark: Mark | None, classes: str, words: str) -> str:
        """A piece of a mark as a link; of several pieces the first alone is in the order of keys."""
        if mark is None:
            return words
        order = ' tabindex="-1"' if mark.place in self._linked else ""
        self._linked.add(mark.place)
        return (
            f'<a class="{classes}" href="#mention={mention_key(mark.mention)}" data-m="{mark.place}"{order}>{words}</a>'
        )

    def classes(self, mark: Mark) -> str:
        """A mark's looks: its type and, for law, what it denotes."""
        mention = mark.mention
        if mention.type in ("date", "agency"):
            return f"m {mention.type}"
        return f"m {mention.type} {self._looks.get(mention.entity or '', 'unknown')}"

    def _note_mark(self, label: str, page: int | None) -> str:
        place = _find_note(self._report.notes, label, page)
        words = escape(label)
        if place is None:
            return f'<sup class="mark">{words}</sup>'
        anchor = self._note_anchor(place)
        back = "" if place in self._cited_notes else f' id="note-mark-{place + 1}"'
        self._cited_notes.add(place)
        return f'<sup class="mark"><a{back} href="#{anchor}"><span class="sr">Note </span>{words}</a></sup>'

    def _note_anchor(self, place: int) -> str:
        unit = self._report.notes[place].unit
        return unit_anchor(unit) if unit else f"note-{place + 1}"

    def _note(self, place: int, note: Note) -> str:
        label, anchor = escape(note.label), self._note_anchor(place)
        back = f'<a class="number" href="#note-mark-{place + 1}">{label}<span class="sr"> back to the text</span></a>'
        mark = back if place in self._cited_notes else f'<span class="number">{label}</span>'
        unit = self._notes.get(note.unit or "")
        text = self._text(unit, 0, len(unit.text)) if unit else escape(note.text)
        return f'<div class="unit note" id="{anchor}">{mark}<p>{text}</p></div>\n'

    def _table(self, unit: Unit) -> str:
        assert unit.table is not None
        rows = []
        for row in unit.table.rows:
            cells = []
            for cell in row:
                tag = "th" if cell.header else "td"
                spans = "".join(
                    f' {name}="{count}"'
                    for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span))
                    if count > 1
                )
                scope = ' scope="col"' if cell.header else ""
                number = ' class="figure"' if cell.text.replace(" ", "").isdigit() and not cell.header else ""
                held = unit.text[cell.start : cell.end] == cell.text
                text = self._text(unit, cell.start, cell.end) if held else escape(cell.text)
                cells.append(f"<{tag}{scope}{number}{spans}>{text}</{tag}>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        caption = f"<caption>{escape(unit.table.caption)}</caption>" if unit.table.caption else ""
        table = f"<table>{caption}{''.join(rows)}</table>"
        return f'<div class="scroll" tabindex="0" role="group" aria-label="Table">{table}</div>'


def _weave(
    text: str,
    start: int,
    end: int,
    marks: tuple[Mark, ...],
    inserted: list[tuple[int, str]],
    write: _Prose,
    inside: Mark | None = None,
) -> Iterator[str]:
    """Write `text[start:end]` with nested marks; `inserted` is emptied as its places are passed.

    Links cannot hold links, so a mark that holds others is a span, and each stretch of its own words a link.
    """
    while marks:
        mark, held = marks[0], tuple(m for m in marks[1:] if m.end <= marks[0].end)
        yield from _stretch(text, start, mark.start, inserted, partial(write.link, inside, "in"))
        if held:
            yield f'<span class="{write.classes(mark)}" data-m="{mark.place}">'
            yield from _weave(text, mark.start, mark.end, held, inserted, write, mark)
            yield "</span>"
        else:
            yield from _stretch(text, mark.start, mark.end, inserted, partial(write.link, mark, write.classes(mark)))
        start, marks = mark.end, marks[1 + len(held) :]
    yield from _stretch(text, start, end, inserted, partial(write.link, inside, "in"))
    if inside is None:
        yield from (words for _, words in inserted)


def _stretch(
    text: str, start: int, end: int, inserted: list[tuple[int, str]], link: Callable[[str], str]
) -> Iterator[str]:
    """Write a stretch without marks, cut where something is inserted: a link cannot hold the link of a note."""
    while start < end:
        cut = max(start, min(inserted[0][0], end)) if inserted else end
        if start < cut:
            words = escape(text[start:cut], quote=False)
            yield link(words) if words.strip() else words
            start = cut
        if inserted and inserted[0][0] <= start < end:
            yield inserted.pop(0)[1]


def _items(text: str) -> Iterator[int]:
    """Where the items of a list begin, "(1) The …; (2) The …", "measures for: • The …": each opens a line."""
    for segment in split_segments(text)[1:]:
        if found := _ITEM.match(text, segment.start, segment.end):
            yield found.start(1)


def _find_note(notes: Sequence[Note], label: str, page: int | None) -> int | None:
    """Find the note with this label: on the same page where labels are used again, else the first."""
    same = [place for place, note in enumerate(notes) if note.label == label]
    return next((place for place in same if page is not None and notes[place].page == page), same[0] if same else None)
