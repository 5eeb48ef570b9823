"""An XML document as text, the way GEXF and GraphML write theirs."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def write_document(root: Element) -> str:
    """Write a document with its declaration, indented. A carriage return in a text is kept as a reference."""
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def plain_text(value: str | int | float | bool) -> str:
    """Write a value as XML Schema does: "true", "12", "0.9"."""
    return str(value).lower() if isinstance(value, bool) else str(value)
