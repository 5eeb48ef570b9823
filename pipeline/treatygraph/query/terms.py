"""Whether the terms of this project's vocabulary in a query are in the vocabulary."""

from __future__ import annotations

from functools import cache

from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.ontology import ontology_path
from treatygraph.query.checking import missing
from treatygraph.query.questions import Question
from treatygraph.query.sparql import names_of


def check_terms(question: Question, text: str) -> None:
    """Check that the terms of this project's vocabulary in a query are in it.

    What a CONSTRUCT makes may be called as one likes. A question that comes with the program is not looked at: its
    tests did so, and reading the vocabulary takes as long as asking.

    Raises:
        QueryError: one is not.

    """
    if question.shipped:
        return
    terms = _terms()
    spaces = {space: prefix for prefix, space in PREFIXES.items() if prefix in _OWN}
    for iri in names_of(text, PREFIXES):
        space = next((space for space in spaces if iri.startswith(space)), None)
        if space is None or iri == space or iri in terms:
            continue
        prefix = spaces[space]
        known = {f"{prefix}:{term.removeprefix(space)}" for term in terms if term.startswith(space)}
        term = f"{prefix}:{iri.removeprefix(space)}"
        raise missing(f"The query {question.name} has {term}, which the vocabulary does not have", term, known)


_OWN = ("tg", "kind", "link", "stance", "speaker", "ta")


@cache
def _terms() -> frozenset[str]:
    """The IRIs that the vocabulary and the code lists describe."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    return frozenset(
        quad.subject.value
        for file in ("treatygraph.ttl", "codes.ttl")
        for quad in parse(path=str(ontology_path(file)), format=RdfFormat.TURTLE)
        if isinstance(quad.subject, NamedNode)
    )
