"""The files that the service sends as they are: those that a build wrote, and the parts of the query page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from treatygraph.export.explorer.bundle import load_query_bundle
from treatygraph.folders import list_folders
from treatygraph.serving.schema import draw_schema

INDEX: Final = "index.html"
_SENT: Final = frozenset(
    (".html", ".json", ".jsonl", ".ttl", ".nt", ".nq", ".rdf", ".csv", ".gexf", ".graphml", ".xml", ".webp", ".png")
)
"""What a build writes for others to read, by the ends of names; nothing else that lies in the folder is sent."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: its media type and its bytes."""

    kind: str
    body: bytes


def written_file(output: Path, address: str) -> Path | None:
    """Find the file that an address names, relative to the output folder; of a folder, its page.

    None where there is none, where a part of the address is hidden, and where the way leads out of the folder.
    """
    parts = PurePosixPath(address).parts
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
        return None
    root = output.resolve()
    file = root.joinpath(*parts).resolve()
    if file.is_dir():
        file /= INDEX
    inside = file.is_relative_to(root) and file.suffix in _SENT
    return file if inside and file.is_file() else None


def only_page(output: Path) -> str | None:
    """Name the folder of the one report whose page stands for the page over all, which a single report has not."""
    if (output / INDEX).is_file():
        return None
    folders = list_folders(output, INDEX)
    return folders[0].name if len(folders) == 1 else None


@cache
def query_part(name: str) -> Part | None:
    """Load a part of the query page by its name; None where it has no such part."""
    if name == "schema.svg":
        return Part("image/svg+xml", draw_schema().encode())
    if name not in ("query.js", "query.css"):
        return None
    script, style = load_query_bundle()
    kind, text = ("text/javascript", script) if name == "query.js" else ("text/css", style)
    return Part(f"{kind}; charset=utf-8", text.encode())
