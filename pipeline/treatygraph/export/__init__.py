"""Export: projections of a report's graph, and the formats that network programs read."""

from treatygraph.export.akn import akn_document
from treatygraph.export.formats import write_network
from treatygraph.export.network import Edge, Network, Node, project_articles_to_law, to_networkx

__all__ = ["Edge", "Network", "Node", "akn_document", "project_articles_to_law", "to_networkx", "write_network"]
