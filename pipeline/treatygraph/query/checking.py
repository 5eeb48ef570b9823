"""What a question's values name: whether the graph has it, and what it has instead.

An answer without rows misleads where the article is none of the treaty's, or the law has another name here; one with
rows does where a report is not in the folder. So each value is looked up before the question is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.ontology import ontology_path
from treatygraph.query.errors import QueryError
from treatygraph.query.nearest import listed, nearest, same_words
from treatygraph.query.questions import Question, replace_value
from treatygraph.query.sparql import names_of

Ask = Callable[[str], list[str]]
"""Asks a query with one variable, and gives its values as words."""


class Named(NamedTuple):
    """A value with the parameter it is given for, and what it names."""

    parameter: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value can name: the query for all there is, and the sentence where a name is not among them."""

    known: str
    missing: str


KINDS: Final[Mapping[str, Kind]] = {
    "article": Kind(
        """SELECT DISTINCT ?number WHERE {
            ?report tg:reportsUnder ?treaty . ?element eli:is_part_of ?treaty ; a tg:TreatyArticle ; tg:number ?number
        }""",
        "The treaty reported on has no article {value}",
    ),
    "law": Kind(
        """SELECT DISTINCT ?name WHERE {
            ?law a tg:Instrument . { ?law skos:prefLabel ?name } UNION { ?law skos:altLabel ?name }
        }""",
        "No instrument here is named {value}",
    ),
    "report": Kind(
        "SELECT DISTINCT ?symbol WHERE { ?report tg:reportingState ?state ; dcterms:identifier ?symbol }",
        "There is no report {value} here",
    ),
    "figures": Kind(
        "SELECT DISTINCT ?path WHERE { ?figure tg:refProvision ?provision . ?provision tg:path ?path }",
        "No table here has figures of a provision {value}",
    ),
    "state": Kind(
        """SELECT DISTINCT ?name WHERE {
            ?report tg:reportingState ?state . { ?state skos:prefLabel ?name } UNION { ?state skos:notation ?name }
        }""",
        "There is no report of a State {value} here",
    ),
    "treaty": Kind(
        "SELECT DISTINCT ?short WHERE { ?report tg:reportsUnder ?treaty . ?treaty skos:notation ?short }",
        "There is no report under a treaty {value} here",
    ),
}
_MOST_LISTED = 12
_ARTICLE = re.compile(r"(?:art\.?|articles?)\s*(?=\d)", re.IGNORECASE)


@dataclass
class Check:
    """The values of one question, and what the graphs that it is asked of have of them."""

    values: tuple[Named, ...]

    def __post_init__(self) -> None:
        """Begin with nothing known."""
        self._known: dict[Named, set[str]] = {value: set() for value in self.values}
        self._found: set[Named] = set()

    def put_names(self, text: str, ask: Ask) -> str:
        """Put what one graph calls a thing in the place of what it was called by whoever asks."""
        for named in self.values:
            known = self._known_here(named, ask)
            self._known[named].update(known)
            names = _meant(named, known)
            if names:
                self._found.add(named)
                text = replace_value(text, named.parameter, named.value, names)
        return text

    def fail_missing(self) -> None:
        """Say what no graph has. Where a graph has nothing of a kind, nothing can be said.

        Raises:
            QueryError: a value names what is in none of the graphs.

        """
        for named, known in self._known.items():
            if known and named not in self._found:
                raise missing(KINDS[named.kind].missing.format(value=named.value), named.value, known)

    def _known_here(self, named: Named, ask: Ask) -> set[str]:
        return set(ask(KINDS[named.kind].known))


def missing(sentence: str, value: str, known: Collection[str]) -> QueryError:
    """The sentence for a name that is not there, with the nearest of those that are."""
    near = nearest(value, known)
    if len(known) <= _MOST_LISTED:
        return QueryError(f"{sentence}; there are: {listed(sorted(known, key=_by_number))}.")
    numbers = sorted(int(name) for name in known if name.isdecimal())
    if len(numbers) == len(known):
        return QueryError(f"{sentence}; its articles are {numbers[0]} to {numbers[-1]}.")
    if not near:
        return QueryError(f"{sentence}, and nothing is named like it.")
    return QueryError(f"{sentence}; the nearest are: {listed(near)}.")


def _meant(named: Named, known: Collection[str]) -> list[str]:
    """The names that a value means, as the graph has them."""
    if named.kind == "article":
        number = _ARTICLE.sub("", named.value).strip()
        return [number] if number in known else []
    if named.value in known and named.kind != "law":
        return [named.value]
    if named.kind in ("law", "state"):
        return same_words(named.value, known)
    return sorted(name for name in known if name.casefold() == named.value.casefold())


def _by_number(name: str) -> tuple[int, str]:
    return (int(name) if name.isdecimal() else 0, name)


def check_terms(question: Question, text: str) -> None:
    """Check that the terms of this project's vocabulary in a query are in it.

    What a CONSTRUCT makes may be called as one likes.

    Raises:
        QueryError: one is not.

    """
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
