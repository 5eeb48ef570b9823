"""What a report's page shows beside the text, as plain data: entities, mentions, citations, relations, figures.

Lists refer to each other by place, so that the data stay small. Offsets are UTF-16 code units in a unit's text, as
browsers count; keys of mentions keep the code points that the rest of the project counts in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, get_args

from treatygraph.corpus.doubts import find_doubts
from treatygraph.corpus.records import judgement_record
from treatygraph.corpus.summary import Summary, summarise
from treatygraph.export.explorer.figures import figure_records
from treatygraph.export.explorer.layout import place_nodes
from treatygraph.export.explorer.printed import NO_PICTURES, Sizes, boxes_of, printed_record
from treatygraph.export.explorer.prose import category, mention_key, unit_anchor
from treatygraph.export.explorer.voices import place_laws, sitting_records, voice_records
from treatygraph.export.networks.network import STRENGTHS, Network, Value
from treatygraph.export.networks.views import project
from treatygraph.graph.iris import entity_iri, treaty_article_iri, treaty_iri, un_address
from treatygraph.graph.register import make_register
from treatygraph.linking import link
from treatygraph.linking.segments import split_segments
from treatygraph.ontology import Treaty, load_treaty, state_names
from treatygraph.query.questions import Question, find_query
from treatygraph.report import (
    Annotated,
    Citation,
    ClaimKind,
    Entity,
    Mention,
    Path,
    Report,
    Speaker,
    Stance,
    Unit,
)
from treatygraph.version import __version__

Record = dict[str, Any]

REPORT_QUERIES = (
    "agencies-by-article",
    "article-law-network",
    "articles-without-law",
    "citations-of-law",
    "evidence-under-article",
    "figures-by-year",
    "issuers",
    "laws-said-to-fall-short",
    "most-cited-laws",
    "names-of-instruments",
    "planned-laws",
    "repealed-laws-still-cited",
    "strength-by-article",
)

PROGRAM = f"treatygraph {__version__}"

# The page knows these by their places, as it does the strengths; `data.ts` has them in the same order.
_CLAIMS: tuple[ClaimKind, ...] = get_args(ClaimKind)
_STANCES: tuple[Stance, ...] = get_args(Stance)
_SPEAKERS: tuple[Speaker, ...] = get_args(Speaker)

# How much an anchor draws a law, by the strength of the link.
_PULL = {"explicit": 3.0, "paragraph": 2.0, "section": 1.0, "shared": 0.5, "note": 0.5}


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the lists hold things: units by id, entities by id, mentions by unit, type and span."""

    units: dict[str, int]
    entities: dict[str, int]
    mentions: dict[tuple[str, str, int, int], int]

    def mention(self, mention: Mention) -> int:
        return self.mentions[mention.unit, mention.type, mention.start, mention.end]


def report_record(annotated: Annotated, sizes: Sizes = NO_PICTURES) -> Record:
    """Collect what the page of one report shows beside its text; one that is not linked yet is linked.

    `sizes` are those of the pictures of its printed pages, by their numbers.
    """
    annotated = link(annotated)
    report = annotated.report
    citations = annotated.citations or ()
    places = _Places(
        {unit.id: place for place, unit in enumerate(report.units)},
        {entity.id: place for place, entity in enumerate(annotated.entities)},
        {(m.unit, m.type, m.start, m.end): place for place, m in enumerate(annotated.mentions)},
    )
    treaty = load_treaty(report.treaty) if report.treaty else None
    network = project([annotated])
    printed = printed_record(sizes)
    return {
        "kind": "report",
        "program": PROGRAM,
        **({"printed": printed} if printed else {}),
        "report": _head(report, summarise(annotated)),
        "articles": _articles(treaty, citations, report),
        "sections": [section_words(s.label, s.heading) for s in report.sections],
        "units": [_unit(unit) for unit in report.units],
        "entities": [entity_record(entity) for entity in annotated.entities],
        "mentions": _mentions(annotated, places, sizes),
        "citations": [_citation(citation, places) for citation in citations],
        "relations": _relations(annotated, places),
        **({"voices": voices} if (voices := _voices(annotated, places)) else {}),
        **({"judgements": list(map(judgement_record, annotated.judgements))} if annotated.judgements else {}),
        "figures": figure_records(annotated, make_register(annotated), places.entities, places.mention, division_words),
        "network": network_record(network, _references(report, citations, annotated.entities)),
        "queries": {name: query_record(find_query(name)) for name in REPORT_QUERIES},
    }


def _voices(annotated: Annotated, places: _Places) -> list[Record]:
    """What the paragraphs say in the dialogue; none where no Committee speaks and none is answered."""
    voices = voice_records(annotated)
    for voice in voices:
        place_laws(voice, places.entities)
    return voices


def section_words(label: str, heading: str) -> str:
    """Join a heading's label and words: "Article 6 · Responsibility"."""
    return " · ".join(dict.fromkeys(part for part in (label.rstrip("."), heading) if part))


def division_words(path: Path) -> str:
    """Write a path as lawyers do: ("art:532", "par:1") → "art. 532 (1)", ("sec:18", "par:a") → "sec. 18 (a)"."""
    if not path:
        return ""
    unit, _, number = path[0].partition(":")
    short = {"art": "art.", "sec": "sec.", "par": "para.", "subpar": "subpara.", "ch": "ch.", "prin": "principle"}
    within = "".join(f" ({step.partition(':')[2]})" for step in path[1:])
    return f"{short.get(unit, unit)} {number}{within}"


def entity_record(entity: Entity) -> Record:
    """An entity without what it lacks; `category` is what it is coloured by."""
    record = {
        "id": entity.id,
        "iri": entity_iri(entity).value,
        "category": category(entity),
        "name": entity.name,
        "kind": entity.kind,
        "level": entity.level,
        "number": entity.number,
        "date": entity.date,
        "issuer": entity.issuer,
        "state": entity.state and state_name(entity.state),
        "title": entity.title,
        "aliases": [alias for alias in entity.aliases if alias != entity.name],
        "part_of": entity.member_of,
        "amending": entity.amending,
    }
    return {name: value for name, value in record.items() if value}


def state_name(code: str) -> str:
    """Name a State: "KAZ" → "Kazakhstan"."""
    return state_names().get(code, code)


def article_order(number: str) -> tuple[int, str]:
    """Order articles as printed: "", 2, 10, 10 bis."""
    digits = re.match(r"\d+", number)
    return (int(digits[0]) if digits else -1, number)


def query_record(question: Question) -> Record:
    """A named query with what it answers; the page puts the view's own value into its line `VALUES`."""
    return {"question": question.question, "text": question.text}


def network_record(network: Network, references: dict[str, str | int]) -> Record:
    """A network as the page draws it: `ref` is an article's number or an entity's place."""
    iris = {node.id: str(node.attributes["iri"]) for node in network.nodes}
    anchors = [node.id for node in network.nodes if node.attributes["category"] in ("treaty", "article")]
    ties: dict[str, dict[str, float]] = {n.id: {} for n in network.nodes if n.id not in anchors}
    for edge in network.edges:
        ties[edge.target][edge.source] = _PULL[str(edge.attributes["strength"])] * edge.weight**0.5
    points = place_nodes(anchors, ties)
    order = {node.id: place for place, node in enumerate(network.nodes)}
    return {
        "nodes": [
            [
                node.attributes["category"],
                references[iris[node.id]],
                *points[node.id],
                node.attributes["paragraph_count"],
            ]
            for node in network.nodes
        ],
        "edges": [
            [
                order[e.source],
                order[e.target],
                e.weight,
                STRENGTHS.index(str(e.attributes["strength"])),
                _numbers(_CLAIMS, e.attributes.get("claims")),
                _numbers(_STANCES, e.attributes.get("stances")),
            ]
            for e in network.edges
        ],
    }


def _numbers(codes: Sequence[str], found: Value) -> list[int]:
    """The places of codes in their list, for an attribute that lists some of them or is missing."""
    return [place for place, code in enumerate(codes) if isinstance(found, tuple) and code in found]


def said_record(citation: Citation) -> list[Any]:
    """What a citation says: stance, speaker, claim (-1 for none), articles claimed and likely, whether sub-national."""
    return [
        _STANCES.index(citation.stance),
        _SPEAKERS.index(citation.speaker),
        _CLAIMS.index(citation.claim) if citation.claim else -1,
        list(citation.claimed),
        None if citation.likely is None else list(citation.likely),
        int(citation.subnational),
    ]


def code_units(text: str) -> Callable[[int], int]:
    """Count offsets in a text as browsers do: characters beyond U+FFFF are two UTF-16 code units."""
    if max(text, default="") <= "\uffff":
        return lambda at: at
    before = [0, *accumulate(1 + (character > "\uffff") for character in text)]
    return lambda at: before[at]


def _head(report: Report, summary: Summary) -> Record:
    return {
        "symbol": report.symbol,
        "title": report.title,
        "state": report.state,
        "stateName": state_name(report.state) if report.state else None,
        "treaty": report.treaty,
        "treatyTitle": summary.treaty_title,
        "kind": report.kind,
        "date": report.date,
        "received": report.received,
        "coverage": report.coverage,
        **sitting_records(report),
        "pages": report.source.pages,
        "source": report.source.name,
        "address": un_address(report.symbol).value,
        "counts": {
            "paragraphs": summary.paragraphs,
            "tables": summary.tables,
            "mentions": summary.mentions,
            "instruments": summary.instruments,
            "national": summary.national,
            "agencies": summary.agencies,
        },
        "notes": summary.notes,
        "doubts": {
            doubt.said: [[place.page, unit_anchor(place.unit) if place.unit else None] for place in doubt.places]
            for doubt in find_doubts(report)
        },
    }


def _articles(treaty: Treaty | None, citations: Iterable[Citation], report: Report) -> list[Record]:
    """The treaty's articles in order, and any other number that a heading or citation names."""
    known = {article.number: article.topic for article in treaty.articles} if treaty else {}
    named = {element for citation in citations for element in citation.elements if element}
    named |= {number for unit in report.units for number in unit.convention_articles}
    return [{"number": n, "topic": known.get(n, "")} for n in sorted({*known, *named}, key=article_order)]


def _unit(unit: Unit) -> Record:
    at = code_units(unit.text)
    record: Record = {
        "id": unit.id,
        "anchor": unit_anchor(unit.id),
        "section": unit.section_index,
        "page": unit.page,
        "starts": [at(segment.start) for segment in split_segments(unit.text)],
    }
    if unit.kind == "table":
        record |= {"table": True, "text": unit.text}
    return record


def _mentions(annotated: Annotated, places: _Places, sizes: Sizes) -> list[Record]:
    counts = {unit.id: code_units(unit.text) for unit in annotated.report.units}
    found = []
    for mention in annotated.mentions:
        at = counts[mention.unit]
        regions = annotated.report.units[places.units[mention.unit]].regions(mention.start, mention.end)
        record = {
            "key": mention_key(mention),
            "unit": places.units[mention.unit],
            "type": mention.type,
            "start": at(mention.start),
            "end": at(mention.end),
            "entity": places.entities.get(mention.entity or ""),
            "divisions": [division_words(path) for path in mention.targets],
            "value": mention.value,
            "back": mention.anaphor,
            "from": _antecedent(mention, places),
            "rule": mention.rule,
            "resolved": mention.resolved_by,
            "page": regions[0].page if regions else None,
            "boxes": boxes_of(regions, sizes),
            "sure": None if mention.confidence == 1 else round(mention.confidence, 2),
        }
        found.append(_given(record))
    return found


def _given(record: Record) -> Record:
    """Leave out what is not said; a zero is said."""
    return {name: value for name, value in record.items() if value or (value == 0 and value is not False)}


def _antecedent(mention: Mention, places: _Places) -> int | None:
    """Where a back-reference takes its meaning from, as a mention of any type with that span."""
    if mention.antecedent is None:
        return None
    unit, start, end = mention.antecedent
    spans = ((unit, kind, start, end) for kind in ("instrument", "agency", "provision", "date"))
    return next((places.mentions[span] for span in spans if span in places.mentions), None)


def _citation(citation: Citation, places: _Places) -> list[Any]:
    return [
        places.units[citation.unit],
        STRENGTHS.index(citation.strength),
        places.entities[citation.target.entity],
        division_words(citation.target.path),
        list(citation.elements),
        [places.mention(mention) for mention in citation.evidence],
        citation.article_count or 0,
        *said_record(citation),
    ]


def _relations(annotated: Annotated, places: _Places) -> list[Record]:
    found = []
    for relation in annotated.relations:
        if relation.subject not in places.entities:
            continue
        keys = [(relation.unit, *span) for span in relation.evidence]
        record = {
            "unit": places.units[relation.unit],
            "subject": places.entities[relation.subject],
            "predicate": relation.predicate,
            "object": places.entities.get(relation.object),
            "state": None if relation.object in places.entities else state_name(relation.object),
            "division": division_words(relation.object_path),
            "date": relation.date,
            "evidence": [places.mentions[key] for key in keys if key in places.mentions],
        }
        found.append(_given(record))
    return found


def _references(report: Report, citations: Iterable[Citation], entities: Sequence[Entity]) -> dict[str, str | int]:
    treaty = report.treaty or ""
    elements = {element for citation in citations for element in citation.elements}
    articles = {
        (treaty_article_iri(treaty, element) if element else treaty_iri(treaty)).value: element for element in elements
    }
    # The treaty reported on is an entity too; in the network it stands for itself as a whole.
    return {entity_iri(entity).value: place for place, entity in enumerate(entities)} | articles
