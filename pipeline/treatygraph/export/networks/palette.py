"""The colours of nodes by category, where a format can say them: light, so that black labels are read on them."""

from __future__ import annotations

_COLOURS = {
    "state": "#f7d794",
    "treaty": "#9cc3e6",
    "article": "#bcd9f2",
    "agency": "#d9c8ec",
    "law": "#c7e3b5",
    "bill": "#eaf3c4",
    "international": "#f3c6c1",
}


def colour(category: str) -> str:
    """The colour of a category as #rrggbb; grey for one that is not known.

    >>> colour("law")
    '#c7e3b5'
    """
    return _COLOURS.get(category, "#dddddd")
