"""The scripts and styles of the pages, which are bundled when the package is built."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from treatygraph.errors import WritingError

FOLDER = Path(__file__).parent / "web" / "dist"


@cache
def load_bundle() -> tuple[str, str]:
    """Load script and style of the explorer page.

    Raises:
        WritingError: they were not built.
    """
    return _load("explorer")


@cache
def load_query_bundle() -> tuple[str, str]:
    """Load script and style of the service's query page.

    Raises:
        WritingError: they were not built.
    """
    return _load("query")


def _load(name: str) -> tuple[str, str]:
    try:
        script, style = ((FOLDER / f"{name}.{end}").read_text(encoding="utf-8") for end in ("js", "css"))
    except OSError as error:
        raise WritingError(
            f"The page's script cannot be had, {FOLDER} is missing; install treatygraph again (`pip install -e .`)."
        ) from error
    return script, style
