"""The pictures of a report's cited pages, and its PDF, in the folder that its page shows them from."""

from __future__ import annotations

import shutil
from pathlib import Path

from treatygraph.errors import ReadingError
from treatygraph.export.explorer.printed import PAGES_FOLDER, PDF_FILE, SCALE, cited_pages, picture_name
from treatygraph.reading.process.picture import draw_printed
from treatygraph.report import Annotated


def print_pages(annotated: Annotated, source: Path, folder: Path, password: str | None = None) -> None:
    """Draw the cited pages of a linked report into `pages/` of its folder, and put a copy of the PDF beside them.

    A report that was read from plain text has no pages, and gets no folder. Grey pictures without loss take a third
    of what PNG takes, and half of what lossy WebP does, which is made for photographs.

    Raises:
        ReadingError: a page cannot be drawn, or is too large for a picture.
    """
    numbers = cited_pages(annotated)
    if annotated.report.source.pages is None or not numbers:
        return
    pages = folder / PAGES_FOLDER
    pages.mkdir()
    for number, picture in draw_printed(annotated.report, source, numbers, SCALE, password=password):
        try:
            picture.convert("L").save(pages / picture_name(number), "WEBP", lossless=True, quality=80, method=2)
        except ValueError as error:
            raise ReadingError(f"{source}: page {number} cannot be kept as a picture ({error}).") from None
    shutil.copyfile(source, pages / PDF_FILE)


def keep_pages(folder: Path, fresh: Path) -> None:
    """Take the pictures of a report's folder along into the one that is written in its place."""
    if (folder / PAGES_FOLDER).is_dir():
        shutil.copytree(folder / PAGES_FOLDER, fresh / PAGES_FOLDER)
