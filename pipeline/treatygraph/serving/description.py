"""The description of the service (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Triple

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "JSON-LD", "RDF_XML",
)  # fmt: skip


def describe_service(endpoint: str, notation: str) -> bytes:
    """Describe the service at an address, in a notation by its name in pyoxigraph."""
    service, data, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    said: list[tuple[NamedNode | BlankNode, NamedNode, NamedNode | BlankNode]] = [
        (service, _TYPE, _sd("Service")),
        (service, _sd("endpoint"), NamedNode(endpoint)),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        *((service, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in _RESULTS),
        (service, _sd("defaultDataset"), data),
        (data, _TYPE, _sd("Dataset")),
        (data, _sd("defaultGraph"), graph),
        (graph, _TYPE, _sd("Graph")),
    ]
    format_ = getattr(pyoxigraph.RdfFormat, notation)
    written = pyoxigraph.serialize((Triple(*terms) for terms in said), format=format_, prefixes={"sd": _SD})
    assert written is not None
    return written


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
