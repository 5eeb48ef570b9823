"""Reading: a State party's report, as a PDF or plain text, becomes a `Report`."""

from __future__ import annotations

from pathlib import Path

from treatygraph.report import Report

__all__ = ["read"]


def read(path: str | Path, *, symbol: str | None = None, reader: str = "pdfium", password: str | None = None) -> Report:
    """Read the report at `path`."""
    from . import glyphs_pdfium
    from .reader import read_pdf, read_text

    path = Path(path)
    if path.suffix.lower() == ".txt":
        data = path.read_bytes()
        return read_text(path, data.decode("utf-8"), data, symbol=symbol)
    return read_pdf(path, glyphs_pdfium.glyphs, reader=reader, symbol=symbol, password=password)
