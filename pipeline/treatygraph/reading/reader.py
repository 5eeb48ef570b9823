"""Reading step by step: glyphs, lines, furniture, zones, headings, paragraphs, report."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from treatygraph.reading.document.abbreviations import is_list, read_abbreviations
from treatygraph.reading.document.contents import Contents, Found, compare, find_contents
from treatygraph.reading.document.cover import Cover, read_cover
from treatygraph.reading.document.figures import find_captions, find_unread_tables
from treatygraph.reading.document.headings import Heading, find_headings, plain, without_statements
from treatygraph.reading.document.notes import (
    gather_notes,
    make_notes,
    make_table_notes,
    settle_marks,
    split_notes,
    tie_notes,
)
from treatygraph.reading.document.numbering import (
    Chain,
    Margins,
    cut_glued,
    find_chain,
    find_inserted,
    find_margins,
    take_the_later,
)
from treatygraph.reading.document.paragraphs import make_units
from treatygraph.reading.document.plaincover import cut_cover
from treatygraph.reading.document.plaintext import find_own_symbol, lay_out
from treatygraph.reading.document.sections import make_sections
from treatygraph.reading.document.zones import (
    REFERENCES,
    cover_end,
    find_annexes,
    find_endnotes,
    find_signature,
    name_zones,
)
from treatygraph.reading.page.columned import is_columned
from treatygraph.reading.page.furniture import split_furniture
from treatygraph.reading.page.hyphens import Hyphens
from treatygraph.reading.page.language import tell_language
from treatygraph.reading.page.letters import count_unreadable, without_controls
from treatygraph.reading.page.lines import set_lines
from treatygraph.reading.page.mending import mend
from treatygraph.reading.page.page import GlyphSource, PageGlyphs, PageLine, RawTable
from treatygraph.reading.page.scans import settle_recognised
from treatygraph.reading.tables.continuation import join_tables
from treatygraph.reading.tables.tables import find_tables
from treatygraph.reading.un.kinds import tell_kind
from treatygraph.reading.un.sittings import find_sittings
from treatygraph.reading.un.symbols import parse_symbol, symbol_of_name
from treatygraph.report import NoteMark, Quality, Report, Section, Source, Unit

_PERIOD = re.compile(
    r"\b(?:covers?|covering|covered)\b[^.;]{0,60}?\b(?P<first>(?:19|20)\d\d)\s?(?:–|-|to|and|until|through)\s?"
    r"(?:[A-Z][a-z]+\s|\d{1,2}\s[A-Z][a-z]+\s)?(?P<last>(?:19|20)\d\d)\b"
)
_FEW_LETTERS = 500  # tell no language
_ANNEX_RUN, _PART_RUN = 2, 20  # numbered paragraphs that make a run of their own

Item = PageLine | RawTable


def read_pdf(
    path: Path, data: bytes, source: GlyphSource, *, reader: str, symbol: str | None, password: str | None
) -> Report:
    """The report in a PDF whose bytes are `data`, read in this process with the glyphs of `source`."""
    pages: list[PageGlyphs] = []
    printed: list[list[PageLine]] = []
    for page in source(str(path), password):
        printed.append(set_lines(page))
        pages.append(replace(page, runs=()))
    pages, printed = settle_recognised(pages, mend(printed))
    origin = Source(path.name, hashlib.sha256(data).hexdigest(), "application/pdf", len(pages), reader)
    return _structure_pages(pages, printed, origin, symbol)


def read_text(path: Path, text: str, data: bytes, *, symbol: str | None) -> Report:
    """The report in a plain text."""
    cover, text = cut_cover(without_controls(text))
    origin = Source(path.name, hashlib.sha256(data).hexdigest(), "text/plain", None, "text")
    quality = Quality(unreadable_characters=count_unreadable(text))
    own = symbol or cover.symbol or find_own_symbol(text) or symbol_of_name(path.stem)
    return _structure(lay_out(text, own), replace(cover, symbol=own), Contents({}, ()), [], [], origin, quality)


def _structure_pages(
    pages: Sequence[PageGlyphs], printed: Sequence[Sequence[PageLine]], origin: Source, symbol: str | None
) -> Report:
    kept, furniture = split_furniture(printed, {page.number: page.horizontal for page in pages})
    body = _body_size(kept)
    front = printed[0][: cover_end(printed[0])] if printed else ()
    cover = read_cover(front, pages[0].width if pages else 0.0)
    if front:
        kept[0] = [line for line in kept[0] if line.base > front[-1].base]
    if symbol:
        cover = replace(cover, symbol=symbol)
    elif cover.symbol is None:
        cover = replace(cover, symbol=_common_symbol(furniture) or symbol_of_name(Path(origin.name).stem))
    contents = find_contents(kept)
    endnotes = _cut_endnotes(kept)
    noted = frozenset(mark.label for line in endnotes for mark in line.marks if mark.at == 0)
    texts: list[list[PageLine]] = []
    labels: list[frozenset[str]] = []
    footnotes: list[PageLine] = []
    for k, (page, lines) in enumerate(zip(pages, kept, strict=True)):
        text, foot = split_notes(lines[contents.cut.get(k, 0) :], page.horizontal, body)
        texts.append(text)
        footnotes.extend(foot)
        labels.append(noted | {mark.label for line in foot for mark in line.marks if mark.at == 0})
    items: list[Item] = []
    for page, lines in zip(pages, settle_marks(texts, labels), strict=True):
        items.extend(_with_tables(lines, page, body))
    items = _join_tables(items)
    quality = Quality(
        pages_without_text=tuple(page.number for page, lines in zip(pages, printed, strict=True) if not lines),
        unreadable_characters=sum(page.unreadable for page in pages),
        furniture_lines=len(furniture),
        ocr_pages=tuple(page.number for page in pages if page.recognised),
        warnings=_note_columns(pages, kept),
    )
    return _structure(items, cover, contents, footnotes, endnotes, origin, quality)


def _note_columns(pages: Sequence[PageGlyphs], printed: Sequence[Sequence[PageLine]]) -> tuple[str, ...]:
    columned = [page.number for page, lines in zip(pages, printed, strict=True) if is_columned(page, lines)]
    if not columned:
        return ()
    named = ", ".join(map(str, columned))
    return (f"Pages set in two columns, whose lines may be read across both: {named}.",)


def _cut_endnotes(pages: list[list[PageLine]]) -> list[PageLine]:
    """The lines of a list of endnotes on the last pages, taken out of the pages with their heading."""
    for k in range(len(pages) // 2, len(pages)):
        at = find_endnotes(pages[k])
        if at is not None:
            cut = [*pages[k][at + 1 :], *(line for page in pages[k + 1 :] for line in page)]
            pages[k:] = [pages[k][:at], *([] for _ in pages[k + 1 :])]
            return cut
    return []


def _common_symbol(furniture: Sequence[PageLine]) -> str | None:
    from treatygraph.reading.un.symbols import find_symbol

    count = Counter(symbol for line in furniture if (symbol := find_symbol(line.text)))
    return min(count, key=lambda s: (-count[s], s)) if count else None


def _body_size(pages: Sequence[Sequence[PageLine]]) -> float:
    """The size that most letters have, in points."""
    count: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            if not line.bold:
                count[round(line.size * 2) / 2] += len(line.text)
    return min(count, key=lambda size: (-count[size], size)) if count else 10.0


def _with_tables(lines: Sequence[PageLine], page: PageGlyphs, body: float) -> list[Item]:
    """A page's lines with its tables in place of theirs."""
    tables = find_tables(lines, page, body) if len(page.horizontal) > 1 else []
    first = {table.used[0]: table for table in tables}
    used = {index for table in tables for index in table.used}
    return [first.get(k, line) for k, line in enumerate(lines) if k in first or k not in used]


def _join_tables(items: Sequence[Item]) -> list[Item]:
    """The same items, with a table that goes on over pages as one."""
    joined: list[Item] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, RawTable) and isinstance(last, RawTable):
            whole = join_tables(last, item)
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(item)
    return joined


def _structure(
    items: list[Item],
    cover: Cover,
    contents: Contents,
    footnotes: Sequence[PageLine],
    endnotes: Sequence[PageLine],
    origin: Source,
    quality: Quality,
) -> Report:
    printed = [item if isinstance(item, PageLine) else None for item in items]
    lines = [line for line in printed if line is not None]
    hyphens = Hyphens([line.text for line in lines])
    body = _body_size([lines])
    margins = find_margins(lines, body)
    chain = find_chain(printed, margins)
    cuts = cut_glued(printed, chain) if chain.missing else {}
    if cuts:
        items = _cut_lines(items, cuts)
        printed = [item if isinstance(item, PageLine) else None for item in items]
        chain = find_chain(printed, margins)
    chain = take_the_later(printed, chain, margins, _PART_RUN)
    last = max(chain.starts, default=-1) + 1
    annexes = find_annexes(items, last)
    starts = _number_all(printed, chain, annexes, margins)
    captions = find_captions(items, starts, margins, body)
    printed = [None if k in captions else line for k, line in enumerate(printed)]
    listed = frozenset(plain(entry.heading) for entry in contents.entries)
    headings = find_headings(printed, starts, margins, hyphens, body, listed)
    symbol = parse_symbol(cover.symbol or "")
    kind = tell_kind(symbol.text, cover.title)
    if kind == "concluding-observations":
        headings = without_statements(headings)
    signature = find_signature(items, last, annexes[0][0] if annexes else len(items))
    zones = name_zones(items, starts, headings, annexes, signature)
    short = [
        item
        for k, item in enumerate(items)
        if (zones[k] == "abbreviations" and not _inside(k, headings)) or (isinstance(item, RawTable) and is_list(item))
    ]
    sections = _make_sections(headings, zones, body, symbol.treaty, listed)
    units = make_units(items, starts, captions, headings, sections, zones, hyphens)
    written = [
        *make_notes(gather_notes(footnotes), "footnote", hyphens),
        *make_notes(gather_notes(endnotes), "endnote", hyphens),
    ]
    tied, notes = tie_notes(units, written, _marks_of(headings, printed))
    quality = replace(
        quality,
        number_gaps=chain.missing,
        unread_tables=find_unread_tables(items, captions),
        # Recognition reads dot leaders as letters: "Article 6 sisssscscerssvets".
        contents_mismatches=() if quality.ocr_pages else compare(contents.entries, _found(sections, units)),
    )
    return Report(
        symbol=symbol.text,
        state=symbol.state or cover.state,
        treaty=symbol.treaty,
        title=cover.title,
        units=tuple(tied),
        source=origin,
        sections=tuple(sections),
        notes=(*notes, *make_table_notes(items, captions, hyphens)),
        abbreviations=tuple(read_abbreviations(short, hyphens)),
        committee=cover.committee,
        language=_read_language(units, cover),
        date=cover.date,
        received=cover.received,
        job_number=cover.job_number,
        coverage=_read_period(units),
        kind=kind,
        quality=quality,
        sittings=find_sittings(kind, tied, cover.sittings),
    )


def _cut_lines(items: Sequence[Item], cuts: Mapping[int, int]) -> list[Item]:
    """The items with some lines in two, each at a place in its text."""
    whole: list[Item] = []
    for k, item in enumerate(items):
        if k in cuts and isinstance(item, PageLine):
            end = len(item.text[: cuts[k]].rstrip())
            whole.extend((item.part(0, end), item.part(cuts[k], len(item.text))))
        else:
            whole.append(item)
    return whole


def _read_language(units: Sequence[Unit], cover: Cover) -> str:
    """The language that the text is in; a cover's where there is too little text to tell, and English else.

    A cover names the original's, which is seldom that of the copy at hand.
    """
    short = sum(len(unit.text) for unit in units) < _FEW_LETTERS
    return tell_language(unit.text for unit in units) or (cover.language if short else None) or "en"


def _inside(k: int, headings: dict[int, Heading]) -> bool:
    return any(heading.first <= k <= heading.last for heading in headings.values())


def _number_all(
    printed: Sequence[PageLine | None], chain: Chain, annexes: Sequence[tuple[int, str]], margins: Margins
) -> dict[int, str]:
    """The ids of all numbered paragraphs: the report's own numbers; elsewhere the part's name before the number.

    Parts are annexes and references, and what stands before or after the report's own run with a run of its own.
    """
    starts = {k: str(number) for k, number in chain.starts.items()} | find_inserted(printed, margins, chain.starts)
    first, last = min(starts, default=0), max(starts, default=0)
    parts = [(0, first, "part-1"), (last + 1, annexes[0][0] if annexes else len(printed), "part-2")]
    ends = [*(at for at, _ in annexes[1:]), len(printed)]
    parts.extend((at, end, name) for (at, name), end in zip(annexes, ends, strict=False))
    for at, end, name in parts:
        inner = find_chain(printed[at:end], margins)
        enough = _ANNEX_RUN if name == REFERENCES or name.startswith("annex") else _PART_RUN
        if len(inner.starts) >= enough and not inner.missing:
            starts.update({at + k: f"{name}:{number}" for k, number in inner.starts.items()})
    return dict(sorted(starts.items()))


def _make_sections(
    headings: dict[int, Heading], zones: Sequence[str], body: float, treaty: str | None, listed: frozenset[str]
) -> list[Section]:
    ordered = [headings[k] for k in sorted(headings)]
    return make_sections(ordered, [zones[h.first] for h in ordered], body, treaty, listed)


def _marks_of(headings: Mapping[int, Heading], printed: Sequence[PageLine | None]) -> dict[int, list[NoteMark]]:
    """The marks of notes in headings, by the headings' places among the sections."""
    marks: dict[int, list[NoteMark]] = {}
    for index, first in enumerate(sorted(headings)):
        for line in printed[first : headings[first].last + 1]:
            for mark in line.marks if line else ():
                marks.setdefault(index, []).append(NoteMark(0, mark.label, line.page if line else None))
    return marks


def _found(sections: Sequence[Section], units: Sequence[Unit]) -> list[Found]:
    """Each heading with the first and last numbered paragraph under it or its sub-headings."""
    numbers: list[list[int]] = [[] for _ in sections]
    own: list[list[int]] = [[] for _ in sections]
    for unit in units:
        index = unit.section_index
        if unit.id.isdigit() and index >= 0:
            own[index].append(int(unit.id))
        while unit.id.isdigit() and index >= 0:
            numbers[index].append(int(unit.id))
            index = sections[index].parent
    return [
        Found(
            section.heading,
            section.page,
            min(under, default=None),
            max(under, default=None),
            max(directly, default=None),
        )
        for section, under, directly in zip(sections, numbers, own, strict=True)
    ]


def _read_period(units: Sequence[Unit]) -> tuple[int, int] | None:
    """The years that the report says it covers ("This report covers the period 2009–2013")."""
    for unit in units[:40]:
        match = _PERIOD.search(unit.text)
        if match and int(match["first"]) <= int(match["last"]):
            return int(match["first"]), int(match["last"])
    return None
