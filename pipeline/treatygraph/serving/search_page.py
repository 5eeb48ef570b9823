"""The answer to a search, as a page and as JSON: where the words stand, and what it can be narrowed to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from itertools import groupby
from urllib.parse import quote, urlencode

from treatygraph.export.explorer.prose import unit_anchor
from treatygraph.search import BEGIN, END, FIELDS, SHOWN, Found, Hit, found_record
from treatygraph.serving.pages import page

_MOST_VALUES = 12  # of a field that are shown


def search_record(found: Found) -> bytes:
    """The answer as JSON, with the address of each hit in the explorer pages."""
    record = found_record(found)
    for shown, hit in zip(record["hits"], found.hits, strict=True):
        shown["address"] = page_of(hit)
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def search_page(text: str, found: Found | None, first: int) -> str:
    """The form, and under it the answer, where there is one."""
    form = (
        f'<form action="/search"><label>Words, a "phrase", a jump (para 57, art 17, p. 10), or a field '
        f"({', '.join(f'{name}:' for name in FIELDS)}) "
        f'<input name="q" size="60" value="{escape(text)}" autofocus></label><button>Search</button></form>'
    )
    return page("Search", form, *(_answer(text, found, first) if found else ()))


def page_of(hit: Hit) -> str:
    """The address of a hit in its report's explorer page."""
    return f"/pages/{quote(hit.folder)}/index.html#{unit_anchor(hit.unit)}"


def _answer(text: str, found: Found, first: int) -> Iterator[str]:
    for word, words in found.instead:
        told = f"looked for {', '.join(words)} in its place" if words else "nothing is like it"
        yield f"<p>No report has “{escape(word)}”: {escape(told)}.</p>"
    yield f"<p>{found.total:,} paragraph{'' if found.total == 1 else 's'}</p>"
    for field, facets in groupby(found.facets, key=lambda facet: facet.field):
        shown = list(facets)
        links = (
            f'<a href="{escape(_address(_narrowed(text, field, facet.value)))}">{escape(facet.value)}</a> '
            f"{facet.count:,}"
            for facet in shown[:_MOST_VALUES]
        )
        more = f" · {len(shown) - _MOST_VALUES} more" if len(shown) > _MOST_VALUES else ""
        yield f"<p><b>{field}</b> {' · '.join(links)}{more}</p>"
    yield f'<ol start="{first + 1}">'
    yield from map(_hit, found.hits)
    yield "</ol>"
    if first + len(found.hits) < found.total and found.hits:
        yield f'<p><a href="{escape(_address(text, first + SHOWN))}">Next</a></p>'


def _hit(hit: Hit) -> str:
    words = escape(hit.words).replace(BEGIN, "<mark>").replace(END, "</mark>")
    number = f"para. {hit.unit}" if hit.unit[:1].isdigit() else hit.unit
    place = ", ".join(filter(None, (hit.symbol, number, f"p. {hit.page}" if hit.page else "")))
    heading = f"<br><small>{escape(hit.section)}</small>" if hit.section else ""
    return f'<li><a href="{escape(page_of(hit))}">{escape(place)}</a>{heading}<p>{words}</p></li>'


def _narrowed(text: str, field: str, value: str) -> str:
    return f'{text} {field}:"{value}"' if " " in value else f"{text} {field}:{value}"


def _address(text: str, first: int = 0) -> str:
    return "/search?" + urlencode({"q": text, **({"from": first} if first else {})})
