"""What can be said of a file before its pages are read: is it there, is it a PDF or plain text, may it be opened."""

from __future__ import annotations

import os
from pathlib import Path

from treatygraph.errors import ReadingError
from treatygraph.reading.file.limits import Limits

# A PDF may begin with junk: readers look for the mark within the first kilobyte (ISO 32000-1, implementation note 13).
_PDF_MARK, _MARK_WITHIN = b"%PDF-", 1024
_TEXT_SUFFIXES = frozenset((".txt", ".text"))
_PDF_SUFFIX = ".pdf"
_HEAD = 65_536  # bytes that are looked at before the reading process has the file


class DamagedError(ReadingError):
    """The file cannot be opened, or not by this reader; another may."""

    @classmethod
    def of(cls, path: Path) -> DamagedError:
        """The error for the file at `path`."""
        return cls(
            f"{path}: the PDF is damaged or cut off; download it again, or repair it (qpdf {path.name} repaired.pdf)."
        )


def spell_path(path: Path) -> str:
    r"""The path as text that can be printed and written: bytes that are no UTF-8, and controls, as "\xe9", "\u202e"."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def is_plain_text(path: Path) -> bool:
    """Whether the file's name says that it is plain text."""
    return path.suffix.lower() in _TEXT_SUFFIXES


def check_source(path: Path) -> None:
    """Look whether the file at `path` can be a PDF or, by its name, a plain text; only its head is read.

    Raises:
        ReadingError: nothing there, a folder, empty, unreadable, or neither PDF nor text.
    """
    name = spell_path(path)
    if not path.exists():
        raise ReadingError(f"{name}: there is no such file; check the name and the folder.")
    if path.is_dir():
        raise ReadingError(
            f"{name}: this is a folder; name the reports in it, for instance {spell_path(path / '*.pdf')}."
        )
    if not path.is_file():
        raise ReadingError(f"{name}: this is no file that can be read twice; save the report to a file first.")
    try:
        with path.open("rb") as file:
            data = file.read(_HEAD)
    except OSError as error:
        raise _unopened(path, error) from error
    if not data.strip() and len(data) < _HEAD:
        raise ReadingError(f"{name}: the file is empty; download it again.")
    if not is_plain_text(path) and _PDF_MARK not in data[:_MARK_WITHIN]:
        raise ReadingError(f"{name}: this is not a PDF but {_looks_like(data)}; {_advice(path, data)}")


def check_words(path: Path, symbol: str | None, password: str | None) -> None:
    """Look whether what was given beside the file is text: a symbol is written into files, and is part of IRIs.

    Raises:
        ReadingError: the symbol holds controls or bytes that are no UTF-8, or the password such bytes.
    """
    if symbol is not None and not symbol.isprintable():
        raise ReadingError(
            f"{spell_path(path)}: the symbol {symbol!a} is no text in UTF-8, or holds signs that are not seen; "
            "give it as it is printed, for instance CED/C/KAZ/1."
        )
    if password is not None and any("\ud800" <= letter <= "\udfff" for letter in password):
        raise ReadingError(
            f"{spell_path(path)}: the password is no text in UTF-8; set the terminal to UTF-8 and give it again."
        )


def read_source(path: Path, limits: Limits) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        ReadingError: it cannot be read, or is larger than what `limits` allow the process that reads it.
    """
    try:
        size = path.stat().st_size
        if size > limits.memory:
            raise ReadingError(
                f"{spell_path(path)}: the file has {size // 2**20:,} MB, and reading it needs more than the "
                f"{limits.megabytes:,} MB of memory that it may take; the file may be made to be large."
            )
        return path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError) -> ReadingError:
    return ReadingError(f"{spell_path(path)}: the file cannot be opened ({error.strerror}); check its permissions.")


def decode_text(path: Path, data: bytes) -> str:
    """The text of a plain text file.

    Raises:
        ReadingError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError(
            f"{path}: the text is not in UTF-8 (byte {error.start} is {data[error.start]:#04x}); save it as UTF-8."
        ) from error


def count_pages(path: Path, data: bytes, password: str | None, limits: Limits) -> int:
    """How many pages PDFium finds in the PDF whose bytes are `data`.

    Raises:
        ReadingError: it is damaged, encrypted, has no pages, or more than `limits` allow.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, str(error), password) from error
    try:
        count = len(document)
    finally:
        document.close()
    if count == 0:
        raise ReadingError(f"{path}: the PDF has no pages; download it again.")
    if count > limits.pages:
        raise ReadingError(
            f"{path}: the PDF has {count:,} pages, more than the {limits.pages:,} that a report may have; split it."
        )
    return count


def _refusal(path: Path, reason: str, password: str | None) -> ReadingError:
    """PDFium's reason as a sentence; its words are those of `FPDF_GetLastError`."""
    if "password" in reason.lower():
        said = "the password is wrong" if password else "the PDF is encrypted"
        return ReadingError(f"{path}: {said}; give the right one with --password, or an unlocked copy.")
    if "success" in reason.lower():
        return ReadingError(f"{path}: the PDF has no pages; download it again.")
    return DamagedError.of(path)


def _looks_like(data: bytes) -> str:
    start = data[:512].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if start.startswith(b"pk\x03\x04"):
        return "a zipped file (perhaps a Word document)"
    if b"\x00" not in data[:4096]:
        return "plain text"
    return "something else"


def _advice(path: Path, data: bytes) -> str:
    if _looks_like(data) == "plain text" and path.suffix.lower() == _PDF_SUFFIX:
        return "if it is the report's text, name it .txt."
    return "download the report's PDF again."
