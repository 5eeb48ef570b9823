"""One blank between two words, whatever white space stands there, and the way back to the text as it is.

The reader joins the lines of a report with single blanks; a text from elsewhere has line breaks, no-break spaces and
runs of blanks. The rules are written for single blanks.
"""

from __future__ import annotations

import re

_UNEVEN = re.compile(r"[^\S ]|\s{2}")
_WHITE = re.compile(r"\s+")


def even_blanks(text: str) -> tuple[str, tuple[int, ...] | None]:
    r"""The text with single blanks, and for each of its characters the place in the text as it was.

    There are no places where the text has single blanks already.

    >>> even_blanks("Act\nNo.  5")
    ('Act No. 5', (0, 1, 2, 3, 4, 5, 6, 7, 9))
    >>> even_blanks("Act No. 5")
    ('Act No. 5', None)
    """
    # Of blanks only the plain one counts as printable: most texts need no closer look.
    if (text.isprintable() and "  " not in text) or not _UNEVEN.search(text):
        return text, None
    places: list[int] = []
    rest = 0
    for white in _WHITE.finditer(text):
        places += [*range(rest, white.start()), white.start()]
        rest = white.end()
    places += range(rest, len(text))
    return _WHITE.sub(" ", text), tuple(places)
