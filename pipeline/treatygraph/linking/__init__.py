"""Linking: which law is cited under which article of the treaty reported on.

A resolved report goes in, the same with its citations comes out.
"""

from treatygraph.linking.citations import link

__all__ = ["link"]
