"""The graphs of a folder as one TriG text, which the engine loads in one go without a Python object a statement."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_HEADS = (b"@prefix", b"PREFIX", b"\n")


class JoinedGraphs(io.RawIOBase):
    """All graph files one after another, to be read once: what each says, then the same again as its named graph.

    A Turtle file is TriG as it stands; its prefixes, which stand at its head, hold for what follows too (TriG 1.1,
    section 3: a directive stands outside of the braces).
    """

    def __init__(self, graphs: Mapping[NamedNode, Path]) -> None:
        """Take the graph files by the names of their graphs; each is opened when its turn comes."""
        self._parts = _parts(graphs)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer as far as a part goes; with nothing at the end alone."""
        while not self._rest:
            part = next(self._parts, None)
            if part is None:
                return 0
            self._rest = memoryview(part)
        into = memoryview(buffer).cast("B")
        size = min(len(into), len(self._rest))
        into[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def _parts(graphs: Mapping[NamedNode, Path]) -> Iterator[bytes]:
    for graph, file in graphs.items():
        turtle = file.read_bytes()
        yield turtle
        yield f"\n{graph} {{\n".encode()
        yield turtle[_end_of_head(turtle) :]
        yield b"\n}\n"


def _end_of_head(turtle: bytes) -> int:
    end = 0
    while turtle.startswith(_HEADS, end) and (line := turtle.find(b"\n", end)) >= 0:
        end = line + 1
    return end
