"""Resolution: mentions go in, the instruments and bodies they denote and what is said of them come out."""

from treatygraph.resolution.resolve import resolve

__all__ = ["resolve"]
