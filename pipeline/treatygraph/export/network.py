"""The network of treaty articles and the law cited under them: one stream of nodes and edges for every format.

The whole graph drawn at once is a hairball, since mentions are most of it. This projection keeps the articles
and the instruments; an edge says in how many paragraphs an instrument is cited under an article, and how
firmly. Each edge repeats what the State says in its report; it is no finding of law.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from treatygraph.graph.citations import WHOLE_TREATY, Citation, Strength
from treatygraph.graph.iris import entity_iri, treaty_article_iri, treaty_iri
from treatygraph.graph.links import link_predicate
from treatygraph.ontology import load_treaty
from treatygraph.report import Annotated, Entity, Unit

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None
ColumnType = Literal["string", "integer", "double", "boolean", "strings"]

# Strongest first: one sentence names both; the paragraph does; only the heading names the article.
STRENGTHS: tuple[Strength, ...] = ("explicit", "paragraph", "section")

# Names that formats keep for themselves ("id", "label", "source", "kind", "type", "weight", "value") are not columns.
NODE_COLUMNS: dict[str, ColumnType] = {
    "iri": "string",
    "category": "string",
    "topic": "string",
    "instrument_kind": "string",
    "state": "string",
    "date": "string",
    "year": "integer",
    "number": "string",
    "aliases": "strings",
    "paragraph_count": "integer",
}
EDGE_COLUMNS: dict[str, ColumnType] = {
    "relation": "string",
    "strength": "string",
    "article_count": "integer",
    "paragraphs": "strings",
    "pages": "strings",
    "provisions": "strings",
    "confidence": "double",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A treaty, an article of it or an instrument. `id` is "n0", "n1", …; the IRI is an attribute."""

    id: str
    label: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """Under the article `source` the report cites the instrument `target`, in `weight` of its units."""

    id: str
    source: str
    target: str
    weight: int
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges with typed columns; an attribute that a node or edge lacks is missing, not empty."""

    title: str
    node_columns: dict[str, ColumnType]
    edge_columns: dict[str, ColumnType]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def project_articles_to_law(annotated: Annotated, citations: Sequence[Citation]) -> Network:
    """Project a report's citations to a network: articles by number, then instruments as the report has them.

    An article or instrument without an edge is left out. `relation` is `implementedBy` (national law in force),
    `plannedBy` (a bill) or `supportedBy` (an international text); `strength` is the best among the paragraphs;
    `article_count`, where that is "section", the smallest number of articles that share a heading.
    """
    report = annotated.report
    treaty = report.treaty or ""
    entities = {entity.id: entity for entity in annotated.entities}
    units = {unit.id: unit for unit in report.units}
    cited: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        for element in citation.elements:
            cited.setdefault((element, citation.target.entity), []).append(citation)

    elements = sorted({element for element, _ in cited}, key=_article_order)
    laws = [entity for entity in annotated.entities if any(law == entity.id for _, law in cited)]
    made = [_treaty_node(treaty, element, cited, units) for element in elements]
    made += [_law_node(entity, cited) for entity in laws]
    nodes = tuple(Node(f"n{place}", label, attributes) for place, (label, attributes) in enumerate(made))
    places = {key: f"n{place}" for place, key in enumerate([*elements, *(("law", law.id) for law in laws)])}
    pairs = [(element, law.id) for element in elements for law in laws if (element, law.id) in cited]
    edges = tuple(
        _edge(place, places[element], places["law", law], cited[element, law], entities[law], units)
        for place, (element, law) in enumerate(pairs)
    )
    return Network(f"{report.symbol}: articles and law", NODE_COLUMNS, EDGE_COLUMNS, nodes, edges)


def to_networkx(network: Network) -> MultiDiGraph:
    """Make a `networkx.MultiDiGraph`: IRIs as keys, plain values, lists joined by "; ".

    Missing attributes are left out, so that every attribute has one type.
    """
    import networkx

    graph = networkx.MultiDiGraph(name=network.title)
    iris = {node.id: str(node.attributes["iri"]) for node in network.nodes}
    for node in network.nodes:
        graph.add_node(iris[node.id], label=node.label, **_plain(node.attributes))
    for edge in network.edges:
        graph.add_edge(iris[edge.source], iris[edge.target], key=edge.id, weight=edge.weight, **_plain(edge.attributes))
    return graph


def _treaty_node(
    treaty: str, element: str, cited: dict[tuple[str, str], list[Citation]], units: dict[str, Unit]
) -> tuple[str, dict[str, Value]]:
    known = load_treaty(treaty)
    count = len({citation.unit for (e, _), found in cited.items() if e == element for citation in found})
    if element == WHOLE_TREATY:
        iri, label, category = treaty_iri(treaty), treaty, "treaty"
        topic = known.title if known else None
    else:
        iri, label, category = treaty_article_iri(treaty, element), f"{treaty}, art. {element}", "article"
        article = known.article(element) if known else None
        topic = article.topic if article else None
    return label, _present(iri=iri.value, category=category, topic=topic, paragraph_count=count)


def _law_node(entity: Entity, cited: dict[tuple[str, str], list[Citation]]) -> tuple[str, dict[str, Value]]:
    units = {citation.unit for (_, law), found in cited.items() if law == entity.id for citation in found}
    year = entity.date[:4] if entity.date and entity.date[:4].isdigit() else None
    return entity.name, _present(
        iri=entity_iri(entity).value,
        category=_category(entity),
        instrument_kind=entity.kind,
        state=entity.state,
        date=entity.date,
        year=int(year) if year else None,
        number=entity.number,
        aliases=entity.aliases or None,
        paragraph_count=len(units),
    )


def _edge(
    place: int, source: str, target: str, citations: Sequence[Citation], law: Entity, units: dict[str, Unit]
) -> Edge:
    named = dict.fromkeys(citation.unit for citation in citations)
    pages = dict.fromkeys(str(units[unit].page) for unit in named if units[unit].page is not None)
    paths = dict.fromkeys(" ".join(citation.target.path) for citation in citations if citation.target.path)
    best = min((citation.strength for citation in citations), key=STRENGTHS.index)
    shared = [citation.article_count for citation in citations if citation.article_count]
    return Edge(
        f"e{place}",
        source,
        target,
        len(named),
        _present(
            relation=link_predicate(law).value.rpartition("#")[2],
            strength=best,
            article_count=min(shared) if shared and best == "section" else None,
            paragraphs=tuple(named),
            pages=tuple(pages) or None,
            provisions=tuple(paths) or None,
            confidence=round(max(min(m.confidence for m in citation.evidence) for citation in citations), 3),
        ),
    )


def _category(entity: Entity) -> str:
    if entity.level == "international":
        return "international"
    return "bill" if entity.kind == "bill" else "law"


def _article_order(element: str) -> tuple[int, str]:
    """Order articles as printed: the treaty itself, 2, 10, "10 bis"."""
    digits = re.match(r"\d+", element)
    return (int(digits[0]) if digits else -1, element)


def _present(**attributes: Value) -> dict[str, Value]:
    return {name: value for name, value in attributes.items() if value is not None}


def _plain(attributes: dict[str, Value]) -> dict[str, Any]:
    return {name: "; ".join(v) if isinstance(v, tuple) else v for name, v in attributes.items()}
