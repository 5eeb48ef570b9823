"""Libraries that only some commands need, and that are not installed with this package."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from treatygraph.errors import TreatygraphError


class MissingExtraError(TreatygraphError):
    """A library is not installed that the user can install as an extra of this package."""


def require(module: str, *, extra: str) -> Any:
    """Import a module of a library that comes with an extra.

    Raises:
        MissingExtraError: it is not installed; the message says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise MissingExtraError(
            f"This needs {library}, which is not installed; install it with: pip install 'treatygraph[{extra}]'."
        ) from error
