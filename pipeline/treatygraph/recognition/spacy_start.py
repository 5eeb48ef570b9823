"""Starts spaCy without its command line.

`import spacy` imports `spacy.cli` for one function, `spacy.info`, and with it typer, rich, jinja2, requests and a file
of recommended models: two fifths of the processor time of the import (spaCy 3.8), of which nothing is used here. So
that part is left for whoever asks for it: `spacy.info()` and `import spacy.cli` work as ever.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"


def start_spacy() -> None:
    """Import spaCy, its command line aside; nothing happens where it was imported before."""
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    try:
        import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _info(*args: Any, **kwargs: Any) -> Any:
    """What `spacy.info` is, fetched when it is called."""
    return import_module(_INFO).info(*args, **kwargs)
