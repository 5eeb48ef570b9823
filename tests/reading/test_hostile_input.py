"""Files that are made to be hard to read, and reports set in odd ways.

Each of the first kind gives a report or one sentence that says what is wrong, within 30 seconds of processor time and
1.5 GB; each of the second gives the same paragraphs as the report set straight.
"""

from __future__ import annotations

import re
import resource
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from timing import seconds_of_children
from treatygraph.errors import ReadingError
from treatygraph.reading import Limits, read
from treatygraph.report import Unit

REPORT = Path(__file__).parents[2] / "reports" / "CED-C-KAZ-1.pdf"
BYTES = REPORT.read_bytes()
SECONDS, KILOBYTES = 30, 1_500_000
LIMITS = {"pdfium": Limits(), "pdfplumber": Limits(seconds=8)}  # pdfplumber would take its 25 seconds for some
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
TEXT = b"BT /F1 10 Tf 113 700 Td (1. The Constitution of 1995 is the supreme law.) Tj ET"


def pdf(objects: dict[int, str | bytes], *, trailer: str = "", before_start: bytes = b"") -> bytes:
    """A PDF of these numbered objects, with a table of their places that is right."""
    out, places = bytearray(b"%PDF-1.4\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body.encode() if isinstance(body, str) else body)
    out += before_start
    at, size = len(out), max(objects) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    trailer = trailer.replace("HERE", str(at))
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer.encode(), at)
    return bytes(out)


def stream(content: bytes, entries: str = "") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries.encode(), content)


def one_page(
    content: bytes = TEXT, entries: str = "", page: str = PAGE, more: dict[int, str | bytes] | None = None, **given: str
) -> bytes:
    return pdf(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: page,
            4: stream(content, entries),
            5: FONT,
            **(more or {}),
        },
        **given,
    )


def without_table() -> bytes:
    return re.sub(rb"startxref\s+\d+\s+%%EOF\s*$", b"", BYTES[: BYTES.rindex(b"startxref")]).replace(b"xref", b"yref")


def lying_count() -> bytes:
    return one_page().replace(b"/Count 1", b"/Count 2000000000")


@cache
def many_pages(count: int) -> bytes:
    kids = " ".join(f"{10 + k} 0 R" for k in range(count))
    pages: dict[int, str | bytes] = {10 + k: PAGE for k in range(count)}
    tree = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>"
    return pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: tree, 4: stream(TEXT), 5: FONT, **pages})


@cache
def doubling_pages(levels: int) -> bytes:
    """Each node of the page tree has the next one twice: 2 to the power of `levels` pages."""
    nodes: dict[int, str | bytes] = {
        10 + k: f"<< /Type /Pages /Kids [{11 + k} 0 R {11 + k} 0 R] /Count {2 ** (levels - k)} >>"
        for k in range(levels)
    }
    return pdf(
        {1: "<< /Type /Catalog /Pages 10 0 R >>", 4: stream(TEXT), 5: FONT, **nodes, 10 + levels: PAGE}
    )  # fmt: skip


def looping_tables() -> bytes:
    return one_page(trailer="/Prev HERE")


@cache
def packed_three_times() -> bytes:
    once = zlib.compressobj(9)
    data = b"".join(once.compress(b" " * 2**20) for _ in range(700)) + once.flush()
    return one_page(zlib.compress(zlib.compress(data, 9), 9), "/Filter [/FlateDecode /FlateDecode /FlateDecode]")


def doubling_forms(levels: int) -> bytes:
    """Each form shows the next one twice."""
    forms: dict[int, str | bytes] = {
        10 + k: stream(
            b"/X Do /X Do",
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {11 + k} 0 R >> >>",
        )
        for k in range(levels)
    }
    last = stream(TEXT, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>")
    page = PAGE.replace("/Font", "/XObject << /X 10 0 R >> /Font")
    return one_page(b"/X Do", page=page, more={**forms, 10 + levels: last})


def form_in_itself() -> bytes:
    form = stream(
        b"/X Do " + TEXT,
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        "/Resources << /XObject << /X 10 0 R >> /Font << /F1 5 0 R >> >>",
    )
    return one_page(b"/X Do", page=PAGE.replace("/Font", "/XObject << /X 10 0 R >> /Font"), more={10: form})


def nested_array() -> bytes:
    return one_page(more={6: "[" * 200_000 + "]" * 200_000}, page=PAGE.replace("/Type", "/Odd 6 0 R /Type", 1))


def huge_page() -> bytes:
    return one_page(page=PAGE.replace("595 842", "99999999 99999999"))


@cache
def glyphs(count: int) -> bytes:
    shown = b"BT /F1 1 Tf 1 TL 50 800 Td " + (b"(" + b"a" * 500 + b") Tj T* ") * (count // 500) + b"ET"
    return one_page(zlib.compress(shown), "/Filter /FlateDecode")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "cut at 60 %": lambda: BYTES[: len(BYTES) * 60 // 100],
    "cut at 95 %": lambda: BYTES[: len(BYTES) * 95 // 100],
    "no table of objects": without_table,
    "count of pages lies": lying_count,
    "5,000 pages": lambda: many_pages(5_000),
    "5,001 pages": lambda: many_pages(5_001),
    "16 million pages in 25 nodes": lambda: doubling_pages(24),
    "tables of objects in a loop": looping_tables,
    "packed three times": packed_three_times,
    "forms that double": lambda: doubling_forms(22),
    "form in itself": form_in_itself,
    "array 200,000 deep": nested_array,
    "huge page": huge_page,
    "5 million glyphs": lambda: glyphs(5_000_000),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("reader", LIMITS)
def test_it_costs_an_error_at_most(make: Callable[[], bytes], reader: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(make())
    begun = seconds_of_children()
    said = None
    try:
        assert read(file, reader=reader, limits=LIMITS[reader]).units
    except ReadingError as error:
        said = str(error)
    assert said is None or (said.startswith(f"{file}: ") and "\n" not in said)
    assert seconds_of_children() - begun < SECONDS
    unit = 1024 if sys.platform == "darwin" else 1
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit < KILOBYTES


REFUSED = {
    "5,001 pages": (lambda: many_pages(5_001), "5,001 pages, more than the 5,000"),
    "packed three times": (packed_three_times, "more than 1,024 MB of memory"),
    "5 million glyphs": (lambda: glyphs(5_000_000), "memory|5,000,000 characters"),
    "cut at 60 %": (HOSTILE["cut at 60 %"], "damaged or cut off"),
}


@pytest.mark.parametrize(("make", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_the_sentence_names_the_reason(make: Callable[[], bytes], says: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(make())
    with pytest.raises(ReadingError, match=says):
        read(file)


def map_fonts(code: Callable[[int], int]) -> Callable[[pikepdf.Pdf], None]:
    """Give every font a table to Unicode that maps each of its codes so."""

    def change(report: pikepdf.Pdf) -> None:
        for font in _fonts(report):
            wide = font.Subtype == "/Type0"
            lines = [f"<{k:0{4 if wide else 2}X}> <{code(k):04X}>" for k in range(1, 256 if not wide else 2000)]
            blocks = [lines[k : k + 100] for k in range(0, len(lines), 100)]
            body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
            space = "<0000> <FFFF>" if wide else "<00> <FF>"
            head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def"
            table = f"{head}\n1 begincodespacerange {space} endcodespacerange\n{body}\nendcmap end end"
            font.ToUnicode = report.make_stream(table.encode())

    return change


def _fonts(report: pikepdf.Pdf) -> list[pikepdf.Object]:
    fonts = {
        font.objgen: font
        for page in report.pages
        for font in page.get("/Resources", Dictionary()).get("/Font", Dictionary()).values()
    }
    return list(fonts.values())


GARBLED = {
    "letters in private use": (map_fonts(lambda k: 0xE000 + k), "letters have no meaning in the file"),
    "letters shifted": (map_fonts(lambda k: 0x21 + (k * 7) % 90), "no English|no numbered paragraph"),
}


@pytest.mark.parametrize(("change", "says"), GARBLED.values(), ids=GARBLED.keys())
def test_letters_that_mean_nothing_are_refused(
    change: Callable[[pikepdf.Pdf], None], says: str, tmp_path: Path
) -> None:
    with pytest.raises(ReadingError, match=says):
        read(_changed(tmp_path, change))


def rotate(degrees: int) -> Callable[[pikepdf.Pdf], None]:
    def change(report: pikepdf.Pdf) -> None:
        for page in report.pages:
            page.rotate(degrees, relative=False)

    return change


def turn_text(report: pikepdf.Pdf) -> None:
    """Sideways text on pages that are wide, as of a table that was turned."""
    for page in report.pages:
        page.contents_add(b"0 1 -1 0 842 0 cm", prepend=True)
        page.MediaBox = [0, 0, 842, 595]


def move_origin(report: pikepdf.Pdf) -> None:
    for page in report.pages:
        page.contents_add(b"1 0 0 1 300 -200 cm", prepend=True)
        x0, y0, x1, y1 = (float(value) for value in page.MediaBox)
        page.MediaBox = Array([x0 + 300, y0 - 200, x1 + 300, y1 - 200])


def crop(report: pikepdf.Pdf) -> None:
    for page in report.pages:
        page.CropBox = [20, 30, 580, 830]


def strike_twice(report: pikepdf.Pdf) -> None:
    for page in report.pages:
        page.contents_coalesce()
        shown = page.Contents.read_bytes()
        page.Contents = report.make_stream(b"q " + shown + b" Q q 1 0 0 1 0.3 0 cm " + shown + b" Q")


def drop_font_files(report: pikepdf.Pdf) -> None:
    for font in _fonts(report):
        for holder in (font, *font.get("/DescendantFonts", [])):
            descriptor = holder.get("/FontDescriptor")
            if descriptor is not None and Name.FontFile2 in descriptor:
                del descriptor.FontFile2


ODD = {
    "/Rotate 90": rotate(90),
    "/Rotate 180": rotate(180),
    "/Rotate 270": rotate(270),
    "text turned in the page": turn_text,
    "origin elsewhere": move_origin,
    "cropped": crop,
    "struck twice": strike_twice,
    "fonts not embedded": drop_font_files,
}


@pytest.fixture(scope="module")
def straight() -> list[tuple[str, str]]:
    return _texts(read(REPORT).units)


@pytest.mark.parametrize("change", ODD.values(), ids=ODD.keys())
def test_the_same_paragraphs_as_the_report_set_straight(
    change: Callable[[pikepdf.Pdf], None], straight: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert _texts(read(_changed(tmp_path, change)).units) == straight


def _changed(folder: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    file = folder / "CED-C-KAZ-1.pdf"
    with pikepdf.open(REPORT) as report:
        change(report)
        report.save(file)
    return file


def _texts(units: tuple[Unit, ...]) -> list[tuple[str, str]]:
    return [(unit.id, unit.text) for unit in units]
