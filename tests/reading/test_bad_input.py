"""Files that are no report, made here: each is refused in one sentence, or read (its cost: `test_hostile_input`)."""

import contextlib
import io
import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen import canvas

from treatygraph.errors import ReadingError
from treatygraph.reading import Limits, read

REPORT = Path(__file__).parents[2] / "reports" / "CED-C-KAZ-1.pdf"
BYTES = REPORT.read_bytes()
MEGABYTE = 1024 * 1024


def encrypted(user: str, aes: bool = True) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(REPORT) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="owner", user=user, R=6 if aes else 3, aes=aes, metadata=aes))
    return out.getvalue()


def drawn(*pages: str) -> bytes:
    """A PDF of pages with one line each; "" is a blank page."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    for page in pages:
        if page:
            sheet.drawString(113, 700, page)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def pictures_only() -> bytes:
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    for _ in range(3):
        sheet.rect(100, 100, 200, 300, fill=1)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def no_pages() -> bytes:
    out = io.BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


def raw_pdf(content: bytes, filters: str = "", more: str = "", count: int = 1) -> bytes:
    """A PDF of one page written by hand, with a content stream as it is given."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % more.encode(),
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, at)
    return bytes(out)


def flate_bomb(megabytes: int) -> bytes:
    packer, packed = zlib.compressobj(9), bytearray()
    for _ in range(megabytes):
        packed += packer.compress(b" " * MEGABYTE)
    return raw_pdf(bytes(packed) + packer.flush(), "/Filter /FlateDecode")


def many_glyphs() -> bytes:
    text = b"BT /F1 1 Tf 1 TL 50 800 Td " + (b"(" + b"a" * 500 + b") Tj T* ") * 600 + b"ET"
    return raw_pdf(zlib.compress(text), "/Filter /FlateDecode")


def page_tree_loop() -> bytes:
    return raw_pdf(b"").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "the file is empty"),
    "blanks": (lambda: b" \n\n", "the file is empty"),
    "web page": (lambda: b"<!DOCTYPE html><html><body>Not found</body></html>", "not a PDF but a web page"),
    "plain text": (lambda: b"1. The Constitution of 1995.", "not a PDF but plain text"),
    "word document": (lambda: b"PK\x03\x04\x00\x00word", "not a PDF but a zipped file"),
    "header only": (lambda: b"%PDF-1.4\n", "damaged or cut off"),
    "cut at a half": (lambda: BYTES[: len(BYTES) // 2], "damaged or cut off"),
    "user password, AES": (lambda: encrypted("secret"), "the PDF is encrypted"),
    "user password, RC4": (lambda: encrypted("secret", aes=False), "the PDF is encrypted"),
    "no pages": (no_pages, "no pages"),
    "page tree loop": (page_tree_loop, "damaged|no pages|no text"),
    "pictures only": (pictures_only, "no text on any of its 3 pages.*--ocr"),
    "gigabyte of blanks": (lambda: flate_bomb(1024), "MB of memory|no text"),
    "too many glyphs": (many_glyphs, r"30\d,\d+ characters"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_refused_in_one_sentence(make: Callable[[], bytes], says: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(make())
    with pytest.raises(ReadingError, match=says) as refused:
        read(file)
    assert str(refused.value).startswith(f"{file}: ")
    assert "\n" not in str(refused.value)


READ: dict[str, Callable[[], bytes]] = {
    "owner password only": lambda: encrypted(""),
    "junk before": lambda: b"HTTP/1.1 200 OK\r\n\r\n" + BYTES,
    "junk after": lambda: BYTES + b"\n<!-- saved -->\n",
    "startxref wrong": lambda: BYTES[: BYTES.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n",
}


@pytest.mark.parametrize("make", READ.values(), ids=READ.keys())
def test_read_all_the_same(make: Callable[[], bytes], tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    file.write_bytes(make())
    assert read(file).units == read(REPORT).units


def test_a_password_opens(tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    file.write_bytes(encrypted("secret"))
    assert len(read(file, password="secret").units) == 244
    with pytest.raises(ReadingError, match="the password is wrong"):
        read(file, password="guess")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no such file"):
        read(tmp_path / "none.pdf")
    with pytest.raises(ReadingError, match="this is a folder"):
        read(tmp_path)


def test_a_text_in_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes("1. Le décret de 1995.".encode("latin-1"))
    with pytest.raises(ReadingError, match=r"not in UTF-8 \(byte 7 is 0xe9\)"):
        read(file)


def test_a_blank_page_among_text_is_named_and_the_numbering_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    with pikepdf.open(REPORT) as pdf:
        pdf.add_blank_page()
        pdf.pages.insert(10, pdf.pages[-1])
        del pdf.pages[-1]
        pdf.save(file)
    report = read(file)
    assert report.quality.pages_without_text == (11,)
    assert [unit.text for unit in report.units] == [unit.text for unit in read(REPORT).units]


def test_a_lost_page_leaves_a_gap_that_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "CED-C-KAZ-1.pdf"
    with pikepdf.open(REPORT) as pdf:
        del pdf.pages[9]
        pdf.save(file)
    report = read(file)
    numbers = [int(unit.id) for unit in report.units if unit.id.isdigit()]
    assert numbers[-1] == 243
    assert report.quality.number_gaps == tuple(sorted(set(range(1, 244)) - set(numbers))) != ()


def test_flipped_bits_never_crash(tmp_path: Path) -> None:
    draw = random.Random(7)
    file = tmp_path / "CED-C-KAZ-1.pdf"
    for _ in range(4):
        damaged = bytearray(BYTES)
        for _ in range(200):
            damaged[draw.randrange(1024, len(damaged))] ^= 1 << draw.randrange(8)
        file.write_bytes(damaged)
        with contextlib.suppress(ReadingError):
            assert read(file).units


def test_more_pages_than_allowed(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(drawn(*(["1. Text"] * 4)))
    with pytest.raises(ReadingError, match="4 pages, more than the 3"):
        read(file, limits=Limits(pages=3))


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ReadingError, match=r"longer than 0\.01 seconds of processor time"):
        read(REPORT, limits=Limits(seconds=0.01))


def test_a_file_that_needs_too_much_memory_is_given_up() -> None:
    with pytest.raises(ReadingError, match="more than 32 MB of memory"):
        read(REPORT, limits=Limits(memory=32 * MEGABYTE))
