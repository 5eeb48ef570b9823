"""Characters that XML 1.0 does not allow, which become U+FFFD in every format, so that all formats say the same."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from treatygraph.export.networks.network import Edge, Network, Node, Value

# What is not Char in https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def only_xml(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


class Legible(NamedTuple):
    """A network that every format can hold, and how many characters were replaced for that."""

    network: Network
    replaced: int


def make_legible(network: Network) -> Legible:
    """Replace characters that XML cannot hold, in labels and attributes, and count them."""
    counter = _Counter()
    cleaned = replace(
        network,
        title=counter.clean(network.title),
        nodes=tuple(
            Node(node.id, counter.clean(node.label), counter.clean_values(node.attributes)) for node in network.nodes
        ),
        edges=tuple(
            Edge(edge.id, edge.source, edge.target, edge.weight, counter.clean_values(edge.attributes))
            for edge in network.edges
        ),
    )
    return Legible(cleaned, counter.replaced)


class _Counter:
    def __init__(self) -> None:
        self.replaced = 0

    def clean(self, text: str) -> str:
        cleaned, count = _NOT_XML.subn("\ufffd", text)
        self.replaced += count
        return cleaned

    def clean_values(self, attributes: dict[str, Value]) -> dict[str, Value]:
        return {name: self._clean_value(value) for name, value in attributes.items()}

    def _clean_value(self, value: Value) -> Value:
        if isinstance(value, str):
            return self.clean(value)
        return tuple(map(self.clean, value)) if isinstance(value, tuple) else value
