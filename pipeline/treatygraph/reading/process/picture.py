"""A page with what was read on it drawn over it: for a person who doubts a paragraph, a table or a heading.

Blue are paragraphs, two shades in turn, with their ids beside them; orange tables with their cells, those of heads
red; green headings; violet footnotes; grey what was left out: running lines, cover, contents, captions, charts.
Under mentions are thick lines: brown instruments, pink provisions, olive bodies, black dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from treatygraph.errors import ReadingError
from treatygraph.reading.file.glyphs_pdfium import glyphs
from treatygraph.reading.file.limits import Limits
from treatygraph.reading.file.opening import DamagedError
from treatygraph.reading.page.furniture import is_running_line
from treatygraph.reading.page.lines import set_lines
from treatygraph.reading.page.page import PageGlyphs, PageLine
from treatygraph.reading.process.isolation import draw_in_child
from treatygraph.reading.process.requests import Picture, PictureRequest
from treatygraph.report import Box, Mention, MentionType, Report

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_PIXELS = 8_000  # of a picture's side: a page of 4,000 points is 1.4 metres
_AWAY = 4.0  # points between the ids and what stands leftmost
_LETTERS = 16.0  # height of the ids, in pixels
_Colour = tuple[int, int, int]
_PARAGRAPHS: tuple[_Colour, _Colour] = ((31, 119, 180), (23, 190, 207))
_CELL: _Colour = (255, 127, 14)
_HEAD: _Colour = (214, 39, 40)
_HEADING: _Colour = (44, 160, 44)
_NOTE: _Colour = (148, 103, 189)
_LEFT_OUT: _Colour = (127, 127, 127)
_FILLED, _EMPTY = 48, 0  # alpha of 255
_LINE = 1.4  # points: thickness of the lines under mentions
_MENTIONS: dict[MentionType, _Colour] = {
    "instrument": (140, 86, 75),
    "provision": (227, 119, 194),
    "agency": (188, 189, 34),
    "date": (0, 0, 0),
}
_DEPTHS: dict[MentionType, float] = {"provision": _LINE}  # an instrument's line runs over that of its provision


class _Mark(NamedTuple):
    """A rectangle over the page, and what is written beside it, left of all text."""

    box: Box
    colour: _Colour
    label: str = ""
    alpha: int = _FILLED


def draw_page(
    report: Report,
    path: str | Path,
    page: int,
    *,
    password: str | None = None,
    limits: Limits | None = None,
    mentions: Sequence[Mention] = (),
) -> Image:
    """The picture of page `page` (from 1) of the PDF at `path`, with what `report` has from it drawn over it.

    Like reading, it is drawn in a process of its own, within `limits`. `mentions` are those of the report that are to
    be drawn too, where they stand on the page.

    Raises:
        ReadingError: the report was read from plain text, or has no such page, or the page cannot be drawn.
    """
    from PIL import Image

    if report.source.pages is None:
        raise ReadingError(f"{path}: a plain text has no pages to draw; give the report's PDF.")
    if not 1 <= page <= report.source.pages:
        raise ReadingError(f"{path}: there is no page {page:,}; the report has {report.source.pages:,}.")
    places = tuple(_places(report, page, mentions))
    drawn = draw_in_child(
        PictureRequest(Path(path), _only(report, page), page, password, limits or Limits(), mentions=places)
    )
    return Image.frombytes("RGB", drawn.size, drawn.pixels)


def _only(report: Report, page: int) -> Report:
    """What a report has from one page: the rest need not go through the pipe for each."""
    return replace(report, units=tuple(unit for unit in report.units if any(line.page == page for line in unit.lines)))


def _places(report: Report, page: int, mentions: Sequence[Mention]) -> Iterator[tuple[MentionType, Box]]:
    units = {unit.id: unit for unit in report.units if unit.page and unit.page <= page <= (unit.last_page or 0)}
    for mention in mentions:
        if mention.unit in units:
            for region in units[mention.unit].regions(mention.start, mention.end):
                if region.page == page:
                    yield mention.type, region.box


def draw_printed(
    report: Report, path: Path, pages: Iterable[int], scale: float, *, password: str | None = None
) -> Iterator[tuple[int, Image]]:
    """The pictures of pages (from 1) of the PDF at `path`, as printed, `scale` pixels a point; each with its number.

    Raises:
        ReadingError: a page cannot be drawn.
    """
    from PIL import Image

    bare = replace(report, units=(), sections=(), notes=())  # nothing of it is drawn
    for page in pages:
        request = PictureRequest(path, bare, page, password, scale=scale, plain=True)
        drawn = draw_in_child(request)
        yield page, Image.frombytes("RGB", drawn.size, drawn.pixels)


def draw_here(request: PictureRequest, data: bytes) -> Picture:
    """Draw a page of the PDF whose bytes are `data` in this very process, whatever it costs.

    Raises:
        ReadingError: PDFium cannot draw the page, or it has more glyphs than allowed.
    """
    from pypdfium2 import PdfiumError

    path, page = request.path, request.page
    try:
        printed = next(glyphs(str(path), request.password, [page], request.limits.glyphs, data=data))
        picture = _render(request, data, printed)
    except PdfiumError:  # pdfplumber reads some files that PDFium refuses
        raise DamagedError.of(path) from None
    if not request.plain:
        picture = _draw_over(picture, request, printed)
    drawn = picture.convert("RGB")
    return Picture(drawn.size, drawn.tobytes())


def _draw_over(picture: Image, request: PictureRequest, printed: PageGlyphs) -> Image:
    from PIL import Image, ImageDraw, ImageFont

    picture = picture.convert("RGBA")
    over = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(over)
    font = ImageFont.load_default(_LETTERS)
    marks = list(_marks(request.report, request.page, printed))
    left = request.scale * (min((mark.box.x0 for mark in marks), default=0.0) - _AWAY)
    for mark in marks:
        x0, top, x1, bottom = (request.scale * value for value in mark.box)
        draw.rectangle((x0, top, x1, bottom), fill=(*mark.colour, mark.alpha), outline=(*mark.colour, 255))
        if mark.label:
            draw.text((left, top), mark.label, fill=(*mark.colour, 255), font=font, anchor="ra")
    for kind, box in request.mentions:
        low = box.bottom + _DEPTHS.get(kind, 0.0)
        under = [request.scale * value for value in (box.x0, low - _LINE, box.x1, low)]
        draw.rectangle(under, fill=(*_MENTIONS[kind], 255))
    return Image.alpha_composite(picture, over)


def _render(request: PictureRequest, data: bytes, printed: PageGlyphs) -> Image:
    """The whole MediaBox, turned as its text is read: places are measured there."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data, password=request.password)
    try:
        page: Any = document[request.page - 1]
        page.set_rotation(0)
        page.set_cropbox(*page.get_mediabox())
        width, height = page.get_size()
        if request.scale * max(width, height) > _MOST_PIXELS:
            raise ReadingError(
                f"{request.path}: page {request.page} is {width:,.0f} by {height:,.0f} points, too large to be drawn; "
                "the file may be damaged, or made to be large."
            )
        picture: Image = page.render(scale=request.scale).to_pil()
    finally:
        document.close()
    return picture.rotate(-90 * printed.turn, expand=True)


def _marks(report: Report, page: int, printed: PageGlyphs) -> Iterator[_Mark]:
    used: list[Box] = []
    for number, unit in enumerate(report.units):
        boxes = [Box(line.edges[0], line.top, line.edges[-1], line.bottom) for line in unit.lines if line.page == page]
        used.extend(boxes)
        label = unit.id if unit.zone == "body" else f"{unit.id} ({unit.zone})"
        colour = _CELL if unit.table else _PARAGRAPHS[number % 2]
        for k, box in enumerate(boxes):
            yield _Mark(box, colour, label if k == 0 else "", _EMPTY if unit.table else _FILLED)
        for cell in unit.table.cells if unit.table else ():
            if cell.page == page and cell.box:
                yield _Mark(cell.box, _HEAD if cell.header else _CELL)
    headings = [section.heading for section in report.sections if section.page == page]
    notes = [note.text for note in report.notes if note.page is not None and note.page <= page]
    for line in set_lines(printed):
        if line.text and not any(_overlaps(line, box) for box in used):
            colour = _colour(line.text, headings, notes)
            yield _Mark(Box(line.x0, line.top, line.x1, line.bottom), colour, alpha=_EMPTY)


def _overlaps(line: PageLine, box: Box) -> bool:
    """Whether a printed line's middle stands in a rectangle's height, and the two share some width."""
    middle = (line.top + line.bottom) / 2
    return box.top < middle < box.bottom and line.x0 < box.x1 and box.x0 < line.x1


def _colour(text: str, headings: list[str], notes: list[str]) -> _Colour:
    if text.isdigit() or is_running_line(text):
        return _LEFT_OUT  # the page's number 9 stands in "Article 9" too
    words = text.split(None, 1)[-1]  # without a label
    if any(words in heading or heading in text for heading in headings):
        return _HEADING
    if any(words in note for note in notes):
        return _NOTE
    return _LEFT_OUT
