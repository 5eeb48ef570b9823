"""What a reading process is asked for, and the picture it may answer with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from treatygraph.reading.file.limits import Limits
from treatygraph.report import Box, MentionType, Report


@dataclass(frozen=True, slots=True)
class Request:
    """Which file is to be read, and how."""

    path: Path
    symbol: str | None = None
    reader: str = "pdfium"
    password: str | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Which page of a PDF is to be drawn, so many pixels a point; with what `report` has from it unless `plain`.

    `mentions` are the rectangles of mentions on that page, with the type of each.
    """

    path: Path
    report: Report
    page: int
    password: str | None = None
    limits: Limits = field(default_factory=Limits)
    scale: float = 2.0
    plain: bool = False
    mentions: tuple[tuple[MentionType, Box], ...] = ()


class Picture(NamedTuple):
    """A picture as it goes through a pipe: width and height, and three bytes a pixel (red, green, blue)."""

    size: tuple[int, int]
    pixels: bytes
