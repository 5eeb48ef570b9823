"""From what a report says to a graph: `to_graph`, and the faster `triples` and `to_turtle`.

They are imported when first used: who asks a graph needs its vocabulary, and not what writes it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from treatygraph.graph.assembly import to_graph, to_turtle, triples

__all__ = ["to_graph", "to_turtle", "triples"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("treatygraph.graph.assembly"), name)
    raise AttributeError(f"module 'treatygraph.graph' has no attribute {name!r}")
