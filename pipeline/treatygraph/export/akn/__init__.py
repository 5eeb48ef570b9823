"""A report as Akoma Ntoso 3.0."""

from treatygraph.export.akn.document import akn_document

__all__ = ["akn_document"]
