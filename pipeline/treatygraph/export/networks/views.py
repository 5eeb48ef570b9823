"""Views: the networks that can be drawn of one report or many. The whole graph drawn at once is a hairball.

`article-law`, the default, ties the articles of the treaty to all instruments cited under them, the wide layer;
`claims` ties them to those of which the State says that they carry the article out, are planned, fall short, were
repealed, or support it; `law-law` instruments
to those they approve, amend, repeal or implement; `agency-law` public bodies to what they issued and to what else is
named in one sentence with them; `state-law-article` States to the instruments they cite, and these to the articles.

What several reports name by one IRI is one node. Of several reports, paragraphs and pages are named with the report:
"CED/C/KAZ/1, 107".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from treatygraph.export.networks.network import STRENGTHS, ColumnType, Edge, Network, Node, Value
from treatygraph.export.networks.nodes import KnownNode, entity_node, present, state_node, treaty_node
from treatygraph.graph.iris import entity_iri
from treatygraph.graph.vocabulary import shorten
from treatygraph.linking import link
from treatygraph.linking.citations import denoted, without_covered
from treatygraph.linking.segments import split_segments
from treatygraph.report import Annotated, Citation, Mention, Strength, Unit

View = Literal["article-law", "claims", "law-law", "agency-law", "state-law-article"]
VIEWS: tuple[View, ...] = get_args(View)

_LAW_COLUMNS: dict[str, ColumnType] = {
    "instrument_kind": "string",
    "state": "string",
    "date": "date",
    "year": "integer",
    "number": "string",
    "aliases": "strings",
    "paragraph_count": "integer",
}
_NODE_COLUMNS: dict[View, dict[str, ColumnType]] = {
    "article-law": {"iri": "string", "category": "string", "topic": "string", **_LAW_COLUMNS},
    "claims": {"iri": "string", "category": "string", "topic": "string", **_LAW_COLUMNS},
    "law-law": {"iri": "string", "category": "string", **_LAW_COLUMNS},
    "agency-law": {"iri": "string", "category": "string", "agency_kind": "string", **_LAW_COLUMNS},
    "state-law-article": {"iri": "string", "category": "string", "topic": "string", **_LAW_COLUMNS},
}
_EDGE_COLUMNS: dict[str, ColumnType] = {
    "relation": "string",
    "strength": "string",
    "firmness": "integer",
    "article_count": "integer",
    "claims": "strings",
    "stances": "strings",
    "paragraphs": "strings",
    "pages": "strings",
    "provisions": "strings",
    "confidence": "double",
}
# Of the two layers, what an edge of the one says of the other.
_OTHER_LAYER: dict[View, dict[str, ColumnType]] = {
    "article-law": {"claim_weight": "integer", "claim_firmness": "integer"},
    "claims": {"cited_weight": "integer", "cited_firmness": "integer"},
}
_OF_SEVERAL: dict[str, ColumnType] = {"reports": "strings", "states": "strings"}
_TITLES: dict[View, str] = {
    "article-law": "articles and law",
    "claims": "articles and law, what the State says",
    "law-law": "law and law",
    "agency-law": "public bodies and law",
    "state-law-article": "States, law and articles",
}
# Relations between instruments. An approved treaty is ratified, as in the graph.
_AMONG_LAW = frozenset({"approves", "amends", "repeals", "implements"})


def project(reports: Iterable[Annotated], view: View = "article-law") -> Network:
    """Project reports to a network, whose nodes and edges come in an order that the reports and their order decide.

    Edges have a `weight`, the number of paragraphs behind them, and the best `strength` among these, with a number for
    it: `firmness`, 5 of "explicit" to 1 of "note". In `article-law`, `claim_weight` and `claim_firmness` are those of
    the paragraphs that claim something; in `claims`, `cited_weight` and `cited_firmness` those of all that cite. In
    `article-law`, `relation` is `lawCited`, and `claims` tells what the State says of that article and that law; in
    `claims`, it is what the State says: `implementedBy`, `plannedBy`, `gapIn`, `formerlyImplementedBy` or
    `supportedBy`. `stances` are what the words say of the law; `article_count`, where the strength is "shared", is the
    smallest number of articles that share a heading. A node without an edge is left out.
    """
    gathered = _Gathered(view)
    for annotated in reports:
        _TIES[view](_Told(link(annotated) if view in _OF_CITATIONS else annotated, gathered))
    return gathered.network()


@dataclass(slots=True)
class _Tie:
    """What paragraphs say for one edge, in their order."""

    paragraphs: dict[tuple[str, str], None] = field(default_factory=dict)
    pages: dict[tuple[str, str], None] = field(default_factory=dict)
    provisions: dict[str, None] = field(default_factory=dict)
    strengths: set[Strength] = field(default_factory=set)
    article_counts: set[int] = field(default_factory=set)
    claims: dict[str, None] = field(default_factory=dict)
    stances: dict[str, None] = field(default_factory=dict)
    confidence: float = 0.0
    # Of the other layer: the paragraphs behind it, and how firmly.
    others: dict[tuple[str, str], None] = field(default_factory=dict)
    other_strengths: set[Strength] = field(default_factory=set)


@dataclass(slots=True)
class _Gathered:
    """Nodes by IRI, and ties by source, target and relation, while reports are added; States by their reports."""

    view: View
    symbols: dict[str, str | None] = field(default_factory=dict)
    nodes: dict[str, KnownNode] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], _Tie] = field(default_factory=dict)

    def network(self) -> Network:
        """Number the nodes that have an edge, and the edges by their ends."""
        several = len(self.symbols) > 1
        # Who issued a law is named with it: the weaker tie says nothing more.
        ties = {
            (source, target, relation): tie
            for (source, target, relation), tie in self.ties.items()
            if relation != "namedWith" or (source, target, "issued") not in self.ties
        }
        touching: dict[str, dict[tuple[str, str], None]] = {}
        for (source, target, _), tie in ties.items():
            for end in (source, target):
                touching.setdefault(end, {}).update(tie.paragraphs)
        ordered = sorted(touching, key=lambda iri: (self.nodes[iri].group, *self.nodes[iri].order))
        places = {iri: place for place, iri in enumerate(ordered)}
        # XML's NMTOKEN, which GraphML asks of an id, has no "/".
        ids = {iri: shorten(iri) for iri in ordered}
        nodes = []
        for iri in ordered:
            known = self.nodes[iri]
            counted = {**known.attributes, "paragraph_count": len(touching[iri])}
            label = known.shared_label if several else known.label
            nodes.append(
                Node(ids[iri], label, {**counted, "reports": _reports_of(touching[iri])} if several else counted)
            )
        keys = sorted(ties, key=lambda key: (places[key[0]], places[key[1]], key[2]))
        edges = [
            Edge(
                f"{ids[source]}--{relation}--{ids[target]}",
                ids[source],
                ids[target],
                len(ties[source, target, relation].paragraphs),
                self._edge_attributes(relation, ties[source, target, relation], several),
            )
            for source, target, relation in keys
        ]
        more = {**_OTHER_LAYER.get(self.view, {}), **(_OF_SEVERAL if several else {})}
        whose = f"{len(self.symbols)} reports" if several else next(iter(self.symbols), "no report")
        title = f"{whose}: {_TITLES[self.view]}"
        node_columns = {**_NODE_COLUMNS[self.view], **({"reports": _OF_SEVERAL["reports"]} if several else {})}
        return Network(title, node_columns, {**_EDGE_COLUMNS, **more}, tuple(nodes), tuple(edges))

    def _other_layer(self, tie: _Tie) -> dict[str, Value]:
        if not tie.others:
            return {}
        values = len(tie.others), max(map(_firmness, tie.other_strengths))
        return dict(zip(_OTHER_LAYER[self.view], values, strict=True))

    def _edge_attributes(self, relation: str, tie: _Tie, several: bool) -> dict[str, Value]:
        best = min(tie.strengths, key=STRENGTHS.index)
        reports = _reports_of(tie.paragraphs)
        states = dict.fromkeys(state for symbol in reports if (state := self.symbols[symbol]))
        return present(
            relation=relation,
            strength=best,
            firmness=_firmness(best),
            article_count=min(tie.article_counts) if tie.article_counts and best == "shared" else None,
            claims=tuple(sorted(tie.claims)) or None,
            stances=tuple(sorted(tie.stances)) or None,
            paragraphs=_named(tie.paragraphs, several),
            pages=_named(tie.pages, several) or None,
            provisions=tuple(tie.provisions) or None,
            confidence=round(tie.confidence, 3),
            **self._other_layer(tie),
            **({"reports": reports, "states": tuple(states) or None} if several else {}),
        )


def _firmness(strength: Strength) -> int:
    """A number for a strength, as programs rank by numbers: 5 of "explicit", 1 of "note"."""
    return len(STRENGTHS) - STRENGTHS.index(strength)


class _Told:
    """One report on its way into the network: its nodes are made known, then ties between them are added."""

    def __init__(self, annotated: Annotated, gathered: _Gathered) -> None:
        self.annotated = annotated
        self.citations = annotated.citations or ()
        self.report = annotated.report
        self.units = {unit.id: unit for unit in annotated.report.units}
        self.entities = {entity.id: entity for entity in annotated.entities}
        self._gathered = gathered
        gathered.symbols[self.report.symbol] = self.report.state
        for entity in annotated.entities:
            self._know(entity_node(entity))

    def entity(self, entity_id: str) -> str:
        """The IRI of an entity's node."""
        return entity_iri(self.entities[entity_id]).value

    def element(self, element: str) -> str:
        """The IRI of the node of the treaty reported on, or of an article of it."""
        return self._know(treaty_node(self.report.treaty or "", element))

    def state(self) -> str | None:
        """The IRI of the node of the State that reports."""
        code = self.report.state
        return self._know(state_node(code)) if code else None

    def tie(self, source: str, target: str, relation: str, unit: str, strength: Strength, confidence: float) -> _Tie:
        """Add what one paragraph says to an edge, which is made where it is new."""
        tie = self._gathered.ties.setdefault((source, target, relation), _Tie())
        tie.paragraphs[self.report.symbol, unit] = None
        if (page := self.units[unit].page) is not None:
            tie.pages[self.report.symbol, str(page)] = None
        tie.strengths.add(strength)
        tie.confidence = max(tie.confidence, confidence)
        return tie

    def _know(self, node: KnownNode) -> str:
        """Keep a node by its IRI; a treaty that one report is on and another cites is the treaty for both."""
        nodes, iri = self._gathered.nodes, str(node.attributes["iri"])
        if iri not in nodes or node.group < nodes[iri].group:
            nodes[iri] = replace(node, order=(*node.order, len(nodes)))
        return iri


# What ties what.


def _tie_articles_to_law(told: _Told) -> None:
    for citation in told.citations:
        law = told.entity(citation.target.entity)
        for element in citation.elements:
            tie = _tie_citation(told, told.element(element), law, "lawCited", citation)
            if citation.claim and element in citation.claimed:
                tie.claims[citation.claim] = None
                _add_other(told, tie, citation)


def _tie_claims(told: _Told) -> None:
    cited: dict[tuple[str, str], list[Citation]] = {}
    for citation in told.citations:
        for element in citation.elements:
            cited.setdefault((element, citation.target.entity), []).append(citation)
    for citation in told.citations:
        for element in citation.claimed:
            if citation.claim:
                law = told.entity(citation.target.entity)
                tie = _tie_citation(told, told.element(element), law, citation.claim, citation)
                for other in cited[element, citation.target.entity]:
                    _add_other(told, tie, other)


def _tie_states_to_articles(told: _Told) -> None:
    state = told.state()
    for citation in told.citations:
        law = told.entity(citation.target.entity)
        if state is not None:
            _tie_citation(told, state, law, "cites", citation)
        for element in citation.elements:
            _tie_citation(told, law, told.element(element), "citedUnder", citation)


def _tie_citation(told: _Told, source: str, target: str, relation: str, citation: Citation) -> _Tie:
    confidence = min(mention.confidence for mention in citation.evidence)
    tie = told.tie(source, target, relation, citation.unit, citation.strength, confidence)
    if citation.article_count:
        tie.article_counts.add(citation.article_count)
    if citation.target.path:
        tie.provisions[" ".join(citation.target.path)] = None
    tie.stances[citation.stance] = None
    return tie


def _add_other(told: _Told, tie: _Tie, citation: Citation) -> None:
    tie.others[told.report.symbol, citation.unit] = None
    tie.other_strengths.add(citation.strength)


def _tie_law_to_law(told: _Told) -> None:
    for said in told.annotated.relations:
        if said.predicate not in _AMONG_LAW or not {said.subject, said.object} <= told.entities.keys():
            continue
        treaty = told.entities[said.object].level == "international"
        relation = "ratifies" if said.predicate == "approves" and treaty else said.predicate
        strength = _strength([(start, end) for _, start, end in said.evidence], told.units[said.unit])
        ends = told.entity(said.subject), told.entity(said.object)
        tie = told.tie(*ends, relation, said.unit, strength, said.confidence)
        if said.object_path:
            tie.provisions[" ".join(said.object_path)] = None


def _tie_agencies_to_law(told: _Told) -> None:
    for said in told.annotated.relations:
        if said.predicate == "issuedBy" and {said.subject, said.object} <= told.entities.keys():
            strength = _strength([(start, end) for _, start, end in said.evidence], told.units[said.unit])
            ends = told.entity(said.object), told.entity(said.subject)
            told.tie(*ends, "issued", said.unit, strength, said.confidence)
    mentions: dict[str, list[Mention]] = {}
    for mention in told.annotated.mentions:
        if mention.entity in told.entities and mention.entity != told.report.treaty:
            mentions.setdefault(mention.unit, []).append(mention)
    for unit, found in mentions.items():
        if any(mention.type == "agency" for mention in found):
            _tie_named_together(told, told.units[unit], found)


def _tie_named_together(told: _Told, unit: Unit, mentions: Sequence[Mention]) -> None:
    """Tie a body to the law named in its sentence, but not to one that bears the body's name in its own."""
    laws = without_covered(mentions)
    bodies = [m for m in mentions if m.type == "agency" and not any(x.start <= m.start < x.end for x in laws)]
    for segment in split_segments(unit.text):
        here = [mention for mention in laws if segment.start <= mention.start < segment.end]
        for body in bodies:
            if not segment.start <= body.start < segment.end:
                continue
            for law in here:
                confidence = min(body.confidence, law.confidence)
                for target in denoted(law):
                    ends = told.entity(body.entity or ""), told.entity(target.entity)
                    tie = told.tie(*ends, "namedWith", unit.id, "explicit", confidence)
                    if target.path:
                        tie.provisions[" ".join(target.path)] = None


def _strength(evidence: Sequence[tuple[int, int]], unit: Unit) -> Strength:
    """Tell whether one sentence holds all words of a statement, or only the paragraph."""
    first, last = min(evidence, default=(0, 0)), max(evidence, default=(0, 0))
    one = any(segment.start <= first[0] and last[0] < segment.end for segment in split_segments(unit.text))
    return "explicit" if one else "paragraph"


_TIES: dict[View, Callable[[_Told], None]] = {
    "article-law": _tie_articles_to_law,
    "claims": _tie_claims,
    "law-law": _tie_law_to_law,
    "agency-law": _tie_agencies_to_law,
    "state-law-article": _tie_states_to_articles,
}
_OF_CITATIONS = frozenset({"article-law", "claims", "state-law-article"})


def _named(places: Iterable[tuple[str, str]], several: bool) -> tuple[str, ...]:
    return tuple(f"{symbol}, {place}" if several else place for symbol, place in places)


def _reports_of(places: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(symbol for symbol, _ in places))
