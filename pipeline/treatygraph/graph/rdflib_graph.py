"""The graph as rdflib holds it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import pyoxigraph
from rdflib import BNode, Dataset, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from treatygraph.errors import ReadingError
from treatygraph.graph.vocabulary import PREFIXES

_DEFAULT = pyoxigraph.DefaultGraph()
_STRING = pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#string")


def make_graph(triples: Iterable[pyoxigraph.Triple]) -> Graph:
    """Copy triples into an `rdflib.Graph`, with the project's prefixes bound.

    Raises:
        ReadingError: a term is a triple, as RDF 1.2 allows.

    """
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    with malformed_literals_unsaid():
        for triple in triples:
            graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


def make_dataset(quads: Iterable[pyoxigraph.Quad], *, always: bool = False) -> Graph:
    """Copy quads into an `rdflib.Graph`; into an `rdflib.Dataset` where some of them stand in named graphs, or always.

    Raises:
        ReadingError: a term is a triple, as RDF 1.2 allows.

    """
    quads = tuple(quads)
    if not always and all(quad.graph_name == _DEFAULT for quad in quads):
        return make_graph(quad.triple for quad in quads)
    dataset = Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    with malformed_literals_unsaid():
        for quad in quads:
            name = quad.graph_name
            graph = dataset.default_graph
            if isinstance(name, pyoxigraph.NamedNode):
                graph = dataset.graph(URIRef(name.value))
            graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return dataset


@contextmanager
def malformed_literals_unsaid() -> Iterator[None]:
    """Keep rdflib from logging a traceback for each `"x"^^xsd:integer`; a validation has findings for them."""
    logger = logging.getLogger("rdflib.term")
    logger.addFilter(_says_nothing)
    try:
        yield
    finally:
        logger.removeFilter(_says_nothing)


def _says_nothing(_: logging.LogRecord) -> bool:
    return False


@cache
def _node(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return RdflibLiteral(term.value, lang=term.language)
        datatype = None if term.datatype == _STRING else URIRef(term.datatype.value)
        return RdflibLiteral(term.value, datatype=datatype, normalize=False)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    raise ReadingError("The graph has a triple in the place of a term, which rdflib cannot hold; leave it out.")
