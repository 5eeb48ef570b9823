"""The printed pages beside the text: their pictures in a folder beside the page, and where cited words stand on them.

A page of text is 40 KB as a picture, as much as thirty pages of text are as data; so the pictures stand in `pages/`
beside `index.html`, each loaded when a reader asks for it, and the page alone stays one file that needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from treatygraph.report import Annotated, Region

PAGES_FOLDER = "pages"
PDF_FILE = "report.pdf"
SCALE = 1.5  # pixels a point: letters of ten points are legible, and the picture is as wide as a column of the page

_PICTURE = re.compile(r"page-(\d+)\.webp")

# Width and height in pixels of the picture of each page.
Sizes = Mapping[int, tuple[int, int]]
NO_PICTURES: Sizes = MappingProxyType({})


def picture_name(page: int) -> str:
    """Name the picture of a page: `page-5.webp`."""
    return f"page-{page}.webp"


def read_sizes(folder: Path) -> Sizes:
    """Look which pages have pictures in `pages/` of a report's folder, and how large these are; empty without any."""
    found = {
        int(match[1]): path for path in (folder / PAGES_FOLDER).glob("*") if (match := _PICTURE.fullmatch(path.name))
    }
    if not found:
        return NO_PICTURES
    from PIL import Image

    sizes = {}
    for page in sorted(found):
        with Image.open(found[page]) as picture:
            sizes[page] = picture.size
    return sizes


def cited_pages(annotated: Annotated) -> tuple[int, ...]:
    """The pages on which the words of citations stand, in order."""
    units = {unit.id: unit for unit in annotated.report.units}
    spans = {(m.unit, m.start, m.end) for citation in annotated.citations or () for m in citation.evidence}
    regions = (region for unit, start, end in spans for region in units[unit].regions(start, end))
    return tuple(sorted({region.page for region in regions}))


def printed_record(sizes: Sizes) -> dict[str, Any] | None:
    """What the page knows of the pictures: their folder, pixels a point, and the size of each; None without any."""
    if not sizes:
        return None
    return {
        "folder": PAGES_FOLDER,
        "pdf": PDF_FILE,
        "scale": SCALE,
        "sizes": {str(page): size for page, size in sizes.items()},
    }


def boxes_of(regions: tuple[Region, ...], sizes: Sizes) -> list[list[float]]:
    """Where words stand on pages that have pictures: page, and left, top, right, bottom in points."""
    return [[region.page, *(round(edge, 1) for edge in region.box)] for region in regions if region.page in sizes]
