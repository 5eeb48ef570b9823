"""The names of States, from the lexicon that recognition reads them with, and of organizations that are parties."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from treatygraph.reading.symbols import organizations


@cache
def state_names() -> dict[str, str]:
    """Load the first English name of each State by its ISO 3166-1 alpha-3 code, and those of organizations ("EU")."""
    lexicon = Path(__file__).parent.parent / "recognition" / "lexicon" / "states.toml"
    names = tomllib.loads(lexicon.read_text(encoding="utf-8"))["names"]
    return {**{code: forms[0] for code, forms in names.items()}, **organizations()}
