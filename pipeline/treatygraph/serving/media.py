"""Kinds of answers, and which of them a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

TABLES: Final[Mapping[str, str]] = {
    "application/sparql-results+json": "JSON",
    "application/json": "JSON",
    "application/sparql-results+xml": "XML",
    "application/xml": "XML",
    "text/xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
}
"""How SELECT is answered: the media type, and the name of the format in pyoxigraph; the first is the usual one."""

TRUTHS: Final = {kind: name for kind, name in TABLES.items() if name in ("JSON", "XML")}
"""How ASK is answered; the recommendation gives it no form in CSV."""

GRAPHS: Final[Mapping[str, str]] = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/ld+json": "JSON_LD",
    "application/rdf+xml": "RDF_XML",
}
"""How CONSTRUCT and DESCRIBE are answered."""

CSV: Final = "text/csv"
JSON: Final = "application/json"
HTML: Final = "text/html"
ROWS: Final = (CSV, JSON, HTML)
"""How a named question is answered; who has no wish, such as a spreadsheet, gets CSV."""


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """Choose among the media types that are offered, the usual one first; None where the client wants none of them."""
    if not accept.strip():
        return offered[0]
    wishes = [_read_wish(part) for part in accept.split(",")]
    weights = {kind: _weight(kind, wishes) for kind in offered}
    best = max(offered, key=lambda kind: weights[kind])
    return best if weights[best] > 0 else None


def with_letters(kind: str) -> str:
    """A media type with the encoding of its text."""
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _read_wish(part: str) -> tuple[str, float]:
    """Read `text/*;q=0.5`; a weight that is none counts as 0."""
    name, *settings = (word.strip() for word in part.split(";"))
    weight = next((words[2:] for words in settings if words.lower().startswith("q=")), "1")
    try:
        return name.lower(), min(max(float(weight), 0.0), 1.0)
    except ValueError:
        return name.lower(), 0.0


def _weight(kind: str, wishes: Sequence[tuple[str, float]]) -> float:
    """The weight of the narrowest wish that a media type falls under; nan, as all comparisons with it fail, is 0."""
    for name in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        weights = [weight for wish, weight in wishes if wish == name]
        if weights:
            return max(weights)
    return 0.0
