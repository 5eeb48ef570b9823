"""Reading: a State party's report, as a PDF or plain text, becomes a `Report`."""

from __future__ import annotations

from pathlib import Path

from treatygraph.report import Report

from .limits import Limits

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
    """Read the report at `path`: a PDF in a process of its own, within `limits`; a .txt file at once.

    `symbol` is the report's UN symbol where none is printed or another is wanted; `reader` names the source of
    glyphs. With `ocr`, pages without text are recognised by the programs ocrmypdf and Tesseract.

    Raises:
        ReadingError: the file is missing, damaged, encrypted, without text, too large, or no report.
    """
    from .isolation import Request, read_in_child
    from .legibility import check_legible
    from .opening import decode_text, is_plain_text, read_source

    path = Path(path)
    data = read_source(path)
    if is_plain_text(path):
        from .reader import read_text

        report = read_text(path, decode_text(path, data), data, symbol=symbol)
    else:
        request = Request(path, symbol, reader, password, limits or Limits())
        report = read_in_child(request)
        if ocr:
            from .ocr import recognise

            report = recognise(report, request)
    check_legible(report, path)
    return report
