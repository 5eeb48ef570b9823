"""Which instrument a provision belongs to: what is said in and around its words, else what stands nearest."""

from treatygraph.resolution.provisions.placing import place_provisions

__all__ = ["place_provisions"]
