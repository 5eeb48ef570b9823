"""Whether a file of RDF/XML can be read in time: how long it is with its entities put in, and how deep.

`<!ENTITY a "&b;&b;">`, nine times over, makes a thousand million letters of a hundred; Oxigraph's reader writes them
all out, and ends the process when memory ends. Ontologies do declare entities, one for each namespace, so that they
cannot be forbidden. Expat, which comes with Python, counts them here before the file is read, and itself ends what
grows a hundred times (from Expat 2.4 on). The time that Oxigraph's reader takes grows with the square of the depth.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from xml.parsers import expat

from treatygraph.errors import ReadingError

MOST_TIMES: Final = 20
"""How many times its own length a file may have with its entities in; below the least length it may have any."""
LEAST: Final = 8 << 20
DEEPEST: Final = 1_000
"""Elements in one another; a statement about a statement's object takes two."""


def check_xml(path: Path) -> None:
    """Check that a file does not become many times longer by its entities, and is not too deep.

    A file that is no XML is left to the reader of RDF, which says so.

    Raises:
        ReadingError: it does, or is.

    """
    parser = expat.ParserCreate()
    try:
        with path.open("rb") as file:
            _Count(parser, max(MOST_TIMES * path.stat().st_size, LEAST))
            parser.ParseFile(file)
    except _TooLargeError as error:
        raise ReadingError(f"{path}: {error}; the file is made to be slow.") from None
    except expat.ExpatError as error:
        if "amplification" in str(error):
            raise ReadingError(f"{path}: its entities make it very long; the file is made to be slow.") from None
    except OSError:
        pass


class _TooLargeError(Exception):
    pass


class _Count:
    """Counts depth always, and letters once an entity is declared, since only then there can be more than one sees."""

    def __init__(self, parser: expat.XMLParserType, most: int) -> None:
        self._parser, self._most = parser, most
        self._length = self._depth = 0
        self._declared = False
        parser.EntityDeclHandler = self._declare
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end

    def _declare(self, *_: object) -> None:
        self._declared = True
        self._parser.CharacterDataHandler = self._read

    def _begin(self, _: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooLargeError(f"it has more than {DEEPEST:,} elements in one another")
        if self._declared:
            for value in attributes.values():
                self._read(value)

    def _end(self, _: str) -> None:
        self._depth -= 1

    def _read(self, words: str) -> None:
        self._length += len(words)
        if self._length > self._most:
            raise _TooLargeError(f"its entities make it more than {self._most >> 20:,} MB long")
