"""One HTML file a page: text, data, style and script together, under a policy that closes it to the network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from pathlib import Path

import msgspec

from treatygraph.export.explorer.bundle import load_bundle
from treatygraph.export.explorer.corpus import corpus_record, read_parts
from treatygraph.export.explorer.evidence import Record, report_record
from treatygraph.export.explorer.printed import NO_PICTURES, Sizes, read_sizes
from treatygraph.export.explorer.prose import write_prose
from treatygraph.report import Annotated

# Nothing is loaded from anywhere; script and style run by the hash of their text. What is judged may be sent to where
# the page came from, where `serve` saves it; a page that is a file has nowhere to send to.
# https://www.w3.org/TR/CSP3/
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src {images}; "
    "connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

# A page that was opened from a disk has no origin that all browsers would know as its own.
_IMAGES, _PICTURES = "data: blob:", "'self' file: data: blob:"

# By this title the page over several reports is known for one that this program wrote, and may replace.
CORPUS_TITLE = "Reports · treatygraph"

# "<" in data could end the script element; U+2028 and U+2029 are line ends to old readers of JavaScript.
_JSON_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def write_page(annotated: Annotated, path: Path) -> None:
    """Write a report's page to `path`. The same report gives the same bytes.

    Where pictures of its pages lie in `pages/` beside it, it shows them.

    Raises:
        WritingError: the page's script was not built, see `treatygraph.export.explorer.bundle`.
    """
    path.write_text(report_page(annotated, read_sizes(path.parent)), encoding="utf-8", newline="")


def write_corpus_page(folders: Sequence[Path], path: Path) -> None:
    """Write the page over several reports from the folders that a build wrote.

    `path` is best `index.html` in the folder that holds them: links to the reports' pages are relative to it.

    Raises:
        ReadingError: a folder's records are missing or damaged.
        WritingError: the page's script was not built.
    """
    page = corpus_page(corpus_record(read_parts(folders), path.parent))
    path.write_text(page, encoding="utf-8", newline="")


def report_page(annotated: Annotated, sizes: Sizes = NO_PICTURES) -> str:
    """Write a report's page as HTML; `sizes` are those of the pictures of its pages, by their numbers."""
    data = report_record(annotated, sizes)
    head = data["report"]
    about = ", ".join(part for part in (head["stateName"], head["treatyTitle"]) if part)
    prose = (
        f'<header class="title"><p class="symbol"><a href="{escape(head["address"])}" rel="noreferrer" '
        f'title="The document at the United Nations">{escape(head["symbol"])}</a></p>'
        f"<h1>{escape(head['title'] or head['symbol'])}</h1><p>{escape(about)}</p></header>\n{write_prose(annotated)}"
    )
    return _page(f"{head['symbol']} · {about}" if about else head["symbol"], prose, data)


def corpus_page(data: Record) -> str:
    """Write the page over several reports as HTML."""
    shown = {name: value for name, value in data.items() if name != "texts"}
    return _page(CORPUS_TITLE, "", shown, data["texts"])


def _page(title: str, prose: str, data: Record, texts: Sequence[str] = ()) -> str:
    script, style = load_bundle()
    policy = _POLICY.format(
        script=_hash(script), style=_hash(style), images=_PICTURES if data.get("printed") else _IMAGES
    )
    embedded = msgspec.json.encode(data).decode()
    for character, escape_sequence in _JSON_ESCAPES.items():
        embedded = embedded.replace(character, escape_sequence)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n'
        f'<body class="{data["kind"]}">\n'
        '<header id="bar"></header>\n'
        f'<main id="text" tabindex="-1">\n{prose}</main>\n<aside id="side" aria-label="Evidence"></aside>\n'
        "<noscript><p>The text can be read as it is; what the marks denote, the network and the search need "
        "JavaScript.</p></noscript>\n"
        f'<script type="application/json" id="data">{embedded}</script>\n'
        f"<script>{script}</script>\n{_packed(texts)}</body>\n</html>\n"
    )


def _packed(texts: Sequence[str]) -> str:
    """The packed texts, a line each, behind all that is drawn; Base64 has no character that could end the element."""
    lines = "\n".join(texts)
    return f'<script type="text/plain" id="texts">{lines}</script>\n' if texts else ""


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
