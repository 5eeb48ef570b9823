"""Export: networks made of reports, the formats that other programs read, and Python's own."""

from treatygraph.export.akn import akn_document
from treatygraph.export.files import export_network
from treatygraph.export.formats import FORMATS, render, write_network
from treatygraph.export.frames import read_network, to_networkx, to_pandas
from treatygraph.export.network import Edge, Network, Node
from treatygraph.export.views import VIEWS, View, project, project_articles_to_law

__all__ = [
    "FORMATS",
    "VIEWS",
    "Edge",
    "Network",
    "Node",
    "View",
    "akn_document",
    "export_network",
    "project",
    "project_articles_to_law",
    "read_network",
    "render",
    "to_networkx",
    "to_pandas",
    "write_network",
]
