"""The query page: an editor for SPARQL with the terms of the vocabulary and the named questions as examples.

Its script and style are bundled with the explorer page's; nothing is fetched from another place.
"""

from __future__ import annotations

import json
from functools import cache

from rdflib import OWL, RDF, URIRef

from treatygraph.graph.vocabulary import BASE, PREFIXES
from treatygraph.query import list_queries
from treatygraph.serving.schema import load_vocabulary

QUERY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FIRST = "SELECT ?law ?name {\n  tre:CED__art_17 tg:implementedBy ?law .\n  ?law skos:prefLabel ?name\n}"
"""What stands in the editor at first: the laws that carry out an article."""
_BODY = """<header><h1>Ask in SPARQL</h1><a href="/">treatygraph</a> <a href="/q/">The named questions</a>
<a href="#schema">Picture of the schema</a></header>
<main><div id="query"></div>
<section id="examples" aria-label="Examples"><h2>Begin with a question</h2>
<label>Words of the question <input type="search"></label><ul></ul></section></main>
<section id="schema"><h2>What the graph holds</h2><a href="/query/schema.svg"><img src="/query/schema.svg"
alt="Classes of the vocabulary as boxes, and the properties between them as arrows"></a></section>"""
_TERMS = {OWL.Class: "class", OWL.ObjectProperty: "property", OWL.DatatypeProperty: "property"}


@cache
def query_page() -> str:
    """Write the page, with what its script needs to know in it."""
    data = json.dumps(_data(), ensure_ascii=False).replace("<", "\\u003c")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ask in SPARQL – treatygraph</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="/query/query.css"></head><body>{_BODY}'
        f'<script type="application/json" id="data">{data}</script><script src="/query/query.js"></script>'
        "</body></html>\n"
    )


def _data() -> dict[str, object]:
    return {
        "endpoint": "/sparql",
        "base": BASE,
        "prefixes": PREFIXES,
        "terms": [{"iri": iri, "kind": kind} for iri, kind in _terms()],
        "examples": [{"name": q.name, "question": q.question, "query": q.text} for q in list_queries()],
        "first": FIRST,
    }


def _terms() -> tuple[tuple[str, str], ...]:
    """The classes and properties of the vocabulary, and those of others that it says something about."""
    graph = load_vocabulary()
    found = {
        (str(term), name)
        for kind, name in _TERMS.items()
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
    # The names and kinds that nearly every query asks for, which need no declaration of ours.
    found |= {(f"{PREFIXES['skos']}{name}", "property") for name in ("prefLabel", "altLabel", "notation")}
    return tuple(sorted(found))
