"""Draws `pictures/flow.svg`, the way of the data through the rooms: `python docs/flow.py`.

A row is a value that flows, or the files it is written to, with the room that makes it out of the row above.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

PICTURE = Path(__file__).parent / "pictures" / "flow.svg"

# The room that makes it, the function, what is made, and what it holds.
ROWS = (
    ("", "", "a PDF or a text", "what a State sent"),
    ("reading", "read", "Report", "paragraphs, tables, headings, notes; where each line stands"),
    ("recognition", "recognise", "Annotated", "and its mentions: instruments, provisions, dates, bodies"),
    ("resolution", "resolve", "Annotated", "and its entities and relations: which law, which body"),
    ("linking", "link", "Annotated", "and its citations: which law under which article, how firmly"),
    ("graph", "triples", "RDF", "links, evidence, laws, bodies, figures, provenance"),
    ("building", "build", "a folder a report", "records, graph, network, page; whole, or not at all"),
)
ASIDE = ("corpus, export", "the records, networks and pages", "query, evaluation", "ask and score what was built")

_WIDTH, _HEIGHT, _STEP, _LEFT = 800, 46, 84, 170


def draw() -> str:
    """Write the picture as SVG."""
    height = _STEP * len(ROWS) + 70
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" '
        'font-size="14" role="img">',
        "<title>The way of the data: from a file through reading, recognition, resolution, linking and the graph to "
        "the folder that a build writes</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    for place, (room, function, made, holds) in enumerate(ROWS):
        top = 20 + place * _STEP
        if room:
            parts += [
                f'<path d="M{_LEFT + 120} {top - _STEP + _HEIGHT} v{_STEP - _HEIGHT - 8}" stroke="#555" fill="none"/>',
                f'<path d="M{_LEFT + 115} {top - 9} l5 9 l5 -9 z" fill="#555"/>',
                _text(20, top + 28, f"{room}/", "#1f4e79", "bold"),
                _text(_LEFT + 134, top - 14, f"{function}()" if function != "build" else "treatygraph build", "#555"),
            ]
        parts += [
            f'<rect x="{_LEFT}" y="{top}" width="{_WIDTH - _LEFT - 20}" height="{_HEIGHT}" rx="6" fill="#eef3f8" '
            'stroke="#1f4e79"/>',
            _text(_LEFT + 12, top + 28, made, "#000", "bold"),
            _text(_LEFT + 150, top + 28, holds, "#000"),
        ]
    foot = 20 + len(ROWS) * _STEP
    parts += [
        _text(20, foot, f"{ASIDE[0]}: {ASIDE[1]}, which building writes.", "#000"),
        _text(20, foot + 24, f"{ASIDE[2]}: {ASIDE[3]}.", "#000"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _text(x: int, y: int, words: str, colour: str, weight: str = "normal") -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" font-weight="{weight}">{escape(words)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
