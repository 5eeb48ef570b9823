"""The notations in which a graph is written, beside the Turtle that a build writes.

Turtle and TriG are for people: a block for each subject, prefixes, the order in which the triples come. N-Triples and
N-Quads are for programs, a line a triple. N-Quads and TriG keep a graph for each report. RDF/XML is for older tools.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from treatygraph.graph.jsonld import to_jsonld
from treatygraph.graph.turtle import split_turtle, turtle
from treatygraph.graph.vocabulary import PREFIXES

# XML 1.0 has no place for these, whatever way they are written: https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Notation:
    """A notation: its name on the command line, the suffix of its files, its media type; some keep graphs apart."""

    name: str
    label: str
    suffix: str
    media_type: str
    named_graphs: bool = False


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """A graph with its name."""

    name: NamedNode
    triples: Iterable[Triple]


NOTATIONS = {
    notation.name: notation
    for notation in (
        Notation("ttl", "Turtle", ".ttl", "text/turtle"),
        Notation("nt", "N-Triples", ".nt", "application/n-triples"),
        Notation("jsonld", "JSON-LD", ".jsonld", "application/ld+json"),
        Notation("rdf", "RDF/XML", ".rdf", "application/rdf+xml"),
        Notation("nq", "N-Quads", ".nq", "application/n-quads", named_graphs=True),
        Notation("trig", "TriG", ".trig", "application/trig", named_graphs=True),
    )
}


def write_graph(triples: Iterable[Triple], notation: str) -> Iterator[bytes]:
    """Write triples, whose subjects come in blocks, in a notation without named graphs.

    In RDF/XML a character that XML cannot hold becomes U+FFFD.

    Raises:
        KeyError: there is no such notation, or it keeps graphs apart.
    """
    return _TRIPLES[notation](triples)


def write_graphs(graphs: Iterable[NamedGraph], notation: str) -> Iterator[bytes]:
    """Write several graphs in a notation that keeps them apart.

    Raises:
        KeyError: there is no such notation, or it has no named graphs.
    """
    return _QUADS[notation](graphs)


def _turtle(triples: Iterable[Triple]) -> Iterator[bytes]:
    yield turtle(triples)


def _ntriples(triples: Iterable[Triple]) -> Iterator[bytes]:
    for triple in triples:
        yield f"{triple} .\n".encode()


def _jsonld(triples: Iterable[Triple]) -> Iterator[bytes]:
    return (part.encode() for part in to_jsonld(triples))


def _rdfxml(triples: Iterable[Triple]) -> Iterator[bytes]:
    written = serialize(map(_without_control, triples), format=RdfFormat.RDF_XML, prefixes=PREFIXES)
    assert written is not None
    # Its prefixes come in no fixed order, and it declares one of its own that nothing uses.
    yield re.sub(rb"<rdf:RDF [^>]*>", lambda _: _XML_ROOT, written, count=1)


_XML_ROOT = (
    "<rdf:RDF " + "\n    ".join(f'xmlns:{prefix}="{space}"' for prefix, space in sorted(PREFIXES.items())) + ">"
).encode()


def _without_control(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal) or not _NOT_IN_XML.search(value.value):
        return triple
    words = _NOT_IN_XML.sub("\ufffd", value.value)
    mended = Literal(words, language=value.language) if value.language else Literal(words, datatype=value.datatype)
    return Triple(triple.subject, triple.predicate, mended)


def _nquads(graphs: Iterable[NamedGraph]) -> Iterator[bytes]:
    for graph in graphs:
        for triple in graph.triples:
            yield f"{Quad(triple.subject, triple.predicate, triple.object, graph.name)} .\n".encode()


def _trig(graphs: Iterable[NamedGraph]) -> Iterator[bytes]:
    yield "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items()).encode()
    for graph in graphs:
        _, body = split_turtle(turtle(graph.triples))
        indented = re.sub(rb"^(?=.)", b"    ", body.strip(b"\n"), flags=re.MULTILINE)
        yield b"\n<" + graph.name.value.encode() + b"> {\n\n" + indented + b"\n}\n"


_TRIPLES = {"ttl": _turtle, "nt": _ntriples, "jsonld": _jsonld, "rdf": _rdfxml}
_QUADS = {"nq": _nquads, "trig": _trig}
