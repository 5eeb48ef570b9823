r"""DOT, for Graphviz: `sfdp -Tsvg network.dot -o network.svg`.

Labels, URLs and tooltips are what Graphviz calls escape strings, in which "\N" and "&lt;" have a meaning, so that "\"
is doubled and "&" written `&amp;`: https://graphviz.org/docs/attr-types/escString/
"""

from __future__ import annotations

from collections.abc import Mapping

from treatygraph.export.networks.network import Network, Value
from treatygraph.export.networks.palette import colour
from treatygraph.export.networks.xml_document import plain_text


def dot(network: Network) -> str:
    """Write a network as DOT; lists are joined by "; ", lines are as wide as their weight, up to 7 points."""
    lines = [
        "digraph network {",
        f"  graph [label={_shown(network.title)}, layout=sfdp, overlap=prism, splines=true, outputorder=edgesfirst];",
        '  node [shape=box, style="rounded,filled", fontname="sans-serif"];',
        '  edge [color="#888888"];',
    ]
    for node in network.nodes:
        shown = {
            "label": _shown(node.label),
            "URL": _shown(str(node.attributes["iri"])),
            "tooltip": _shown(node.label),
            "fillcolor": f'"{colour(str(node.attributes.get("category", "")))}"',
        }
        lines.append(f"  {_quoted(node.id)} [{_attributes(shown, node.attributes)}];")
    for edge in network.edges:
        shown = {
            "id": _shown(edge.id),
            "weight": str(edge.weight),
            "penwidth": str(min(edge.weight, 7)),
            "tooltip": _shown(f"{edge.attributes.get('relation', '')}: {edge.weight}"),
        }
        if edge.attributes.get("strength") != "explicit":
            shown["style"] = "dashed"
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{_attributes(shown, edge.attributes)}];")
    return "\n".join([*lines, "}", ""])


def _attributes(shown: Mapping[str, str], attributes: Mapping[str, Value]) -> str:
    own = {name: _quoted(_text(value)) for name, value in attributes.items() if value is not None}
    return ", ".join(f"{name}={value}" for name, value in {**shown, **own}.items())


def _text(value: str | int | float | bool | tuple[str, ...]) -> str:
    return "; ".join(value) if isinstance(value, tuple) else plain_text(value)


def _shown(text: str) -> str:
    return _quoted(text.replace("&", "&amp;"))


def _quoted(text: str) -> str:
    """Quote a text; a quotation mark is all that DOT itself escapes, and a line may not end in the string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n") + '"'
