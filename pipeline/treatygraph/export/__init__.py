"""Export: networks made of reports, the formats that other programs read, and Python's own."""

from treatygraph.export.akn.document import akn_document
from treatygraph.export.networks.files import export_network
from treatygraph.export.networks.formats import FORMATS, render, write_network
from treatygraph.export.networks.frames import read_network, to_networkx, to_pandas
from treatygraph.export.networks.network import Edge, Network, Node
from treatygraph.export.networks.views import VIEWS, View, project

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
    "read_network",
    "render",
    "to_networkx",
    "to_pandas",
    "write_network",
]
