"""The graph as rdflib holds it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import pyoxigraph
from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from treatygraph.graph.vocabulary import PREFIXES

_DEFAULT = pyoxigraph.DefaultGraph()
_STRING = pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#string")


def make_graph(triples: Iterable[pyoxigraph.Triple]) -> Graph:
    """Copy triples into an `rdflib.Graph`, with the project's prefixes bound."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


def make_dataset(quads: Iterable[pyoxigraph.Quad]) -> Graph:
    """Copy quads into an `rdflib.Graph`; into an `rdflib.Dataset` where some of them stand in named graphs."""
    quads = tuple(quads)
    if all(quad.graph_name == _DEFAULT for quad in quads):
        return make_graph(quad.triple for quad in quads)
    dataset = Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    for quad in quads:
        name = quad.graph_name
        graph = dataset.graph(URIRef(name.value)) if isinstance(name, pyoxigraph.NamedNode) else dataset.default_graph
        graph.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    return dataset


@cache
def _node(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return RdflibLiteral(term.value, lang=term.language)
        datatype = None if term.datatype == _STRING else URIRef(term.datatype.value)
        return RdflibLiteral(term.value, datatype=datatype, normalize=False)
    raise TypeError(f"a report's graph holds no {type(term).__name__}")
