"""Starts spaCy without its command line and its trainable components.

`import spacy` imports `spacy.cli` for one function, `spacy.info`, and with it typer, rich, jinja2, requests and a file
of recommended models: two fifths of the processor time of the import (spaCy 3.8), of which nothing is used here. It
imports `spacy.pipeline` for its name alone, and with it every parser and model: a tenth of what is left. So both are
left for whoever asks for them: `spacy.info()`, `import spacy.cli`, `spacy.pipeline.EntityRuler` and `spacy.blank("en")`
work as ever.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType
from typing import Any

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"
_COMPONENTS = "spacy.pipeline"


class _Late(ModuleType):
    """A package that is executed when a name of it is first asked for; its modules can be imported before."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec = self.__spec__
        assert spec is not None
        assert spec.loader is not None
        spec.loader.exec_module(self)
        return getattr(self, name)


def start_spacy() -> None:
    """Import spaCy, its command line and components aside; nothing happens where it was imported before."""
    if "spacy" in sys.modules:
        return
    commands, info = ModuleType(_COMMANDS), ModuleType(_INFO)
    commands.__path__ = []
    info.info = _info  # type: ignore[attr-defined]
    sys.modules |= {_COMMANDS: commands, _INFO: info}
    _put_off(_COMPONENTS)
    try:
        import_module("spacy")
    finally:
        del sys.modules[_COMMANDS], sys.modules[_INFO]


def _put_off(name: str) -> None:
    package = PathFinder.find_spec("spacy")
    spec = package and PathFinder.find_spec(name, package.submodule_search_locations)
    if spec is not None:
        module = module_from_spec(spec)
        module.__class__ = _Late
        sys.modules[name] = module


def _info(*args: Any, **kwargs: Any) -> Any:
    """What `spacy.info` is, fetched when it is called."""
    return import_module(_INFO).info(*args, **kwargs)
