"""The pages that are made, not written: the named questions with their answers, the code lists, the ontology.

They are made from `ontology/` and from the report that comes with the project, so that they cannot drift from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

from treatygraph.graph.vocabulary import BASE, PREFIXES
from treatygraph.ontology import ontology_path
from treatygraph.query import Iri, Question, Value, list_queries, run_query

if TYPE_CHECKING:
    from rdflib.term import Node

ROWS = 8
LETTERS = 160
# What Markdown would read as more than a letter.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#$])")
_RANGE_INCLUDES = URIRef("http://schema.org/rangeIncludes")
_NEIGHBOURS = {SKOS.exactMatch: "same as", SKOS.closeMatch: "close to", SKOS.broadMatch: "narrower than"}


def write_questions(folder: Path) -> str:
    """Write a page of all named questions, those about one report with its answer.

    `folder` is what a build wrote for CED/C/KAZ/1. Of a long answer the first rows are shown.
    """
    return "\n".join(_questions(folder)) + "\n"


def _questions(folder: Path) -> Iterator[str]:
    questions = list_queries()
    yield "# Questions and answers\n"
    yield f"{len(questions)} questions have names. The answers here are those of CED/C/KAZ/1, which comes with the"
    yield "project; `treatygraph query --list` shows the names, `--format csv` gives whole answers with whole IRIs, and"
    yield "`--show` the query to go on from.\n"
    for scope, title in (("report", "Of a report"), ("corpus", "Of several reports together")):
        yield f"## {title}\n"
        for question in (q for q in questions if q.scope == scope):
            yield from _one_question(question, folder)


def _one_question(question: Question, folder: Path) -> Iterator[str]:
    options = "".join(f" {parameter.option}" for parameter in question.parameters)
    yield f"### {escape(question.question)}\n"
    yield f"```\ntreatygraph query {question.name} output{options}\n```\n"
    for parameter in question.parameters:
        yield f"- `--{parameter.name.replace('_', '-')}`: {escape(parameter.meaning)}"
    if question.parameters:
        yield ""
    if question.scope == "report":
        answer = run_query(folder, question.name, {p.name: p.example for p in question.parameters})
        yield from _table(answer.columns, answer.rows)
    yield "<details><summary>The query</summary>\n"
    yield f"```sparql\n{question.text.strip()}\n```\n"
    yield "</details>\n"


def _table(columns: Iterable[str], rows: tuple[tuple[Value, ...], ...]) -> Iterator[str]:
    if not rows:
        yield "No rows: the report has none.\n"
        return
    names = list(columns)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    for row in rows[:ROWS]:
        yield f"| {' | '.join(map(_cell, row))} |"
    yield f"\n{len(rows)} rows; {ROWS} are shown.\n" if len(rows) > ROWS else ""


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Iri):
        return f"`{shorten(value)}`"
    words = " ".join(str(value).split())
    return escape(words if len(words) <= LETTERS else f"{words[: LETTERS - 1]}…")


def write_codes() -> str:
    """Write a page of the code lists: each code with its name, definition and example."""
    graph = Graph().parse(ontology_path("codes.ttl"))
    lines = ["# Code lists", ""]
    for scheme in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        title = str(graph.value(scheme, SKOS.prefLabel))
        lines += [f"## {title[0].upper()}{title[1:]}", "", escape(str(graph.value(scheme, SKOS.definition))), ""]
        lines += ["| code | name | definition | example |", "|---|---|---|---|"]
        for concept in sorted(graph.subjects(SKOS.inScheme, scheme)):
            facts = (graph.value(concept, what) for what in (SKOS.prefLabel, SKOS.definition, SKOS.example))
            cells = (f"`{shorten(str(concept))}`", *(escape(str(fact or "")) for fact in facts))
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


def write_ontology() -> str:
    """Write the ontology's page with pyLODE, each term under the fragment of its IRI, with its neighbours.

    pyLODE shows no mapping properties, so these become notes. Terms of other vocabularies, which OWL asks to declare,
    are left out, and the range shown is the datatype that OWL has no name for.
    """
    from pylode import OntPub

    graph = Graph().parse(ontology_path("treatygraph.ttl"))
    for term, values in list(graph.subject_objects(_RANGE_INCLUDES)):
        graph.set((term, RDFS.range, values))
        graph.remove((term, _RANGE_INCLUDES, None))
    for declared in set(graph.subjects(RDF.type, None)):
        if isinstance(declared, URIRef) and not declared.startswith(f"{BASE}ont"):
            graph.remove((declared, RDF.type, None))
    for predicate, words in _NEIGHBOURS.items():
        for term in sorted(set(graph.subjects(predicate))):
            others = ", ".join(sorted(_qualified(graph, other) for other in graph.objects(term, predicate)))
            graph.add((term, SKOS.note, Literal(f"In other vocabularies: {words} {others}.", lang="en")))
    page = str(OntPub(graph, sort_subjects=False).make_html())
    for found in re.findall(r'class="[^"]*entity" id="([^"]+)">.*?<code>([^<]+)</code>', page, re.DOTALL):
        name, fragment = found[0], found[1].rpartition("#")[2]
        if name != fragment:
            page = re.sub(rf'(id="|href="#){re.escape(name)}"', rf'\g<1>{fragment}"', page)
    return page


def _qualified(graph: Graph, other: Node) -> str:
    return str(graph.namespace_manager.normalizeUri(URIRef(str(other)))).strip("<>")


def shorten(iri: str) -> str:
    """Put the project's prefix in the place of a namespace."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri


def escape(words: str) -> str:
    r"""Keep Markdown from reading words as marks.

    >>> escape("a|b *c*")
    'a\\|b \\*c\\*'
    """
    return _SPECIAL.sub(r"\\\1", words)
