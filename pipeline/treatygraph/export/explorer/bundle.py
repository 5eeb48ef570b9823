"""The page's script and style, which are bundled when the package is built."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from treatygraph.errors import WritingError

FOLDER = Path(__file__).parent / "web" / "dist"


@cache
def load_bundle() -> tuple[str, str]:
    """Load script and style.

    Raises:
        WritingError: they were not built.
    """
    try:
        script, style = ((FOLDER / name).read_text(encoding="utf-8") for name in ("explorer.js", "explorer.css"))
    except OSError as error:
        raise WritingError(
            f"The explorer page cannot be written, {FOLDER} is missing; install treatygraph again (`pip install -e .`)."
        ) from error
    return script, style
