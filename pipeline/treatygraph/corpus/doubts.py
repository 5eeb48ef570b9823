"""What a person should know before trusting a reading: the doubts, by kind, with the pages where to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from treatygraph.report import COMMITTEES_KINDS, Report, Section, Unit

DoubtKind = Literal[
    "number-gap",
    "page-without-text",
    "recognised-page",
    "unreadable-characters",
    "contents",
    "heading-without-article",
    "table-not-read",
    "note-without-mark",
    "mark-without-note",
    "warning",
]
_MOST_NAMED = 12


class DoubtPlace(NamedTuple):
    """A page to look at, and the first unit that stands on it or the last before it; None where there is none."""

    page: int | None
    unit: str | None


class Doubt(NamedTuple):
    """One kind of doubt in one sentence, with its places in the order of the report."""

    kind: DoubtKind
    said: str
    places: tuple[DoubtPlace, ...] = ()


def find_doubts(report: Report) -> tuple[Doubt, ...]:
    """All doubts of a report's reading; empty where it is clean."""
    return tuple(doubt for find in (_of_text, _of_contents, _of_notes) for doubt in find(report))


def _of_text(report: Report) -> Iterator[Doubt]:
    quality = report.quality
    if quality.number_gaps:
        yield Doubt(
            "number-gap",
            f"Paragraph numbers missing in the text: {_enumerate(quality.number_gaps)}.",
            tuple(_before(report, number) for number in quality.number_gaps),
        )
    if quality.pages_without_text:
        yield Doubt(
            "page-without-text",
            f"Pages without text: {_enumerate(quality.pages_without_text)}.",
            _on(report, quality.pages_without_text),
        )
    if quality.ocr_pages:
        yield Doubt(
            "recognised-page",
            f"Pages with text that was recognised from a scan: {_enumerate(quality.ocr_pages)}.",
            _on(report, quality.ocr_pages),
        )
    if quality.unreadable_characters:
        yield Doubt("unreadable-characters", f"Characters that could not be read: {quality.unreadable_characters}.")
    if quality.unread_tables:
        yield Doubt(
            "table-not-read",
            f"Captions of tables under which no table was read: {len(quality.unread_tables)}, "
            f"{_on_pages(quality.unread_tables)}.",
            _on(report, quality.unread_tables),
        )
    yield from (Doubt("warning", warning) for warning in quality.warnings)


def _of_contents(report: Report) -> Iterator[Doubt]:
    mismatches = report.quality.contents_mismatches
    if mismatches:
        yield Doubt(
            "contents", f"Headings that differ from the table of contents: {len(mismatches)} (see report.json)."
        )
    bare = _headings_without_article(report)
    if bare:
        pages = [section.page for section in bare if section.page]
        named = ", ".join(f"“{' '.join(filter(None, (section.label, section.heading)))}”" for section in bare[:3])
        yield Doubt(
            "heading-without-article",
            f"Headings among those of articles that name none: {len(bare)} ({named}{', …' if len(bare) > 3 else ''}).",
            _on(report, pages),
        )


def _headings_without_article(report: Report) -> list[Section]:
    """Headings with paragraphs of their own, after the first and before the last that names articles, under none.

    A committee's paper has such ones by rights: "Positive aspects", of a part of the State, stands between.
    """
    named = [k for k, section in enumerate(report.sections) if section.convention_articles]
    if not named or report.kind in COMMITTEES_KINDS:
        return []
    filled = {unit.section_index for unit in report.units if unit.kind == "paragraph"}
    return [
        section
        for k, section in enumerate(report.sections)
        if named[0] < k < named[-1] and k in filled and section.zone == "body" and not section.convention_articles
    ]


def _of_notes(report: Report) -> Iterator[Doubt]:
    """Numbered notes and marks that do not meet; "*" on a cover is the document's."""
    lost = [unit for unit in report.units if unit.kind == "note" and unit.noted is None and unit.id[5:6].isdigit()]
    if lost:
        yield Doubt(
            "note-without-mark",
            f"Notes to which no mark in the text leads: {', '.join(unit.id[5:] for unit in lost[:_MOST_NAMED])}"
            f"{_more(len(lost))}.",
            tuple(DoubtPlace(unit.page, unit.id) for unit in lost),
        )
    labels = {note.label for note in report.notes}
    alone = [
        (mark, unit)
        for unit in report.units
        if unit.kind != "table"
        for mark in unit.marks
        if mark.label.isdigit() and mark.label not in labels
    ]
    if alone:
        yield Doubt(
            "mark-without-note",
            f"Marks in the text whose note was not found: {', '.join(mark.label for mark, _ in alone[:_MOST_NAMED])}"
            f"{_more(len(alone))}.",
            tuple(DoubtPlace(mark.page, unit.id) for mark, unit in alone),
        )


def _before(report: Report, number: int) -> DoubtPlace:
    """Where a missing number should follow: the unit with the nearest smaller one."""
    found = [unit for unit in report.units if unit.id.isdigit() and int(unit.id) < number]
    last: Unit | None = max(found, key=lambda unit: int(unit.id), default=None)
    return DoubtPlace(last.last_page, last.id) if last else DoubtPlace(None, None)


def _on(report: Report, pages: Iterable[int]) -> tuple[DoubtPlace, ...]:
    placed = [(unit.page, unit.id) for unit in report.units if unit.page and unit.kind != "note"]
    places = []
    for page in dict.fromkeys(pages):
        here = next((name for start, name in placed if start == page), None)
        above = next((name for start, name in reversed(placed) if start < page), None)
        places.append(DoubtPlace(page, here or above))
    return tuple(places)


def _enumerate(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers[:_MOST_NAMED])) + _more(len(numbers))


def _more(count: int) -> str:
    return f" and {count - _MOST_NAMED} more" if count > _MOST_NAMED else ""


def _on_pages(pages: tuple[int, ...]) -> str:
    named = tuple(dict.fromkeys(pages))
    return f"on {'page' if len(named) == 1 else 'pages'} {_enumerate(named)}"
