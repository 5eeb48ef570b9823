"""Reading: a State party's report, as a PDF or plain text, becomes a `Report`."""

from __future__ import annotations

from pathlib import Path

from treatygraph.reading.file.limits import Limits
from treatygraph.report import Report

__all__ = ["Limits", "read"]


def read(
    path: str | Path,
    *,
    symbol: str | None = None,
    reader: str = "pdfium",
    password: str | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
) -> Report:
    """Read the report at `path`, a PDF or a .txt file, in a process of its own and within `limits`.

    `symbol` is the report's UN symbol where none is printed or another is wanted; `reader` names the source of
    glyphs; where numbers of paragraphs are missing, the other one is tried too. With `ocr`, pages without text are
    recognised by the programs ocrmypdf and Tesseract.

    Raises:
        ReadingError: the file is missing, damaged, encrypted, without text, too large, or no report.
    """
    from treatygraph.reading.file.opening import check_source, check_words, is_plain_text, spell_path
    from treatygraph.reading.page.legibility import check_legible
    from treatygraph.reading.process.requests import Request
    from treatygraph.reading.process.second import read_on_doubt

    path = Path(path)
    check_source(path)
    check_words(path, symbol, password)
    request = Request(path, symbol, reader, password, limits or Limits())
    report = read_on_doubt(request)
    if ocr and not is_plain_text(path):
        from treatygraph.reading.process.ocr import recognise

        report = recognise(report, request)
    check_legible(report, Path(spell_path(path)))
    return report
