"""Turtle for people: one block a subject, prefixed names, in the order in which the triples come."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, serialize

from treatygraph.graph.vocabulary import PREFIXES

_BLOCK_START = re.compile(rb"^(?=[^\t@\n])", re.MULTILINE)
_LONG_LINE = re.compile(rb"^.{110,}$", re.MULTILINE)
_STRING_OR_COMMA = re.compile(rb'"(?:[^"\\]|\\.)*"| , ')
# A prefix where a term begins. The prefix stands first in the pattern, as `re` finds letters by themselves fast.
_PREFIX_USED = {name: re.compile(rb"%b:(?<![^\s^]%b:)[\w-]" % (name.encode(), name.encode())) for name in PREFIXES}


def turtle(triples: Iterable[Triple]) -> bytes:
    """Serialise triples whose subjects come in blocks; only the prefixes that are used are declared.

    pyoxigraph writes the prefixes in no fixed order and every list of objects on one line; here they are
    declared in the order of the vocabulary, and long lists stand one object a line. A quoted string holds no
    raw line break in its output, so a line's beginning tells what it is: a block starts at the margin, its
    further lines with a tab.
    """
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
    assert written is not None
    body = written[written.rfind(b"\n", 0, _end_of_prefixes(written)) + 1 :]
    used = (name for name, pattern in _PREFIX_USED.items() if pattern.search(body))
    head = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in used)
    body = _LONG_LINE.sub(_break_lists, body)
    return head.encode() + _BLOCK_START.sub(b"\n", body).replace(b"\n\t", b"\n    ")


def split_turtle(document: bytes) -> tuple[bytes, bytes]:
    """Split what `turtle` wrote into the prefixes and the blocks."""
    head, _, body = document.partition(b"\n\n")
    return head, body


def _end_of_prefixes(written: bytes) -> int:
    last = written.rfind(b"\n@prefix ")
    return written.find(b"\n", last + 1) + 1 if last >= 0 else written.find(b"\n") + 1


def _break_lists(line: re.Match[bytes]) -> bytes:
    return _STRING_OR_COMMA.sub(lambda found: b" ,\n\t    " if found[0] == b" , " else found[0], line[0])
