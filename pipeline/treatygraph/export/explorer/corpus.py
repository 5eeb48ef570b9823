"""What the page over several reports shows: reports, States, treaties, laws, and what cites what in which words."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from treatygraph.corpus.records import read_records
from treatygraph.corpus.summary import summarise
from treatygraph.export.explorer.evidence import (
    Record,
    article_order,
    division_words,
    entity_record,
    query_record,
    state_name,
)
from treatygraph.export.explorer.layout import place_nodes
from treatygraph.export.explorer.prose import mention_key, unit_anchor
from treatygraph.export.networks.network import STRENGTHS
from treatygraph.linking import link
from treatygraph.linking.citations import denoted
from treatygraph.linking.segments import split_segments
from treatygraph.ontology import load_treaties
from treatygraph.query.questions import find_query
from treatygraph.report import Annotated, Citation, Mention, Unit

CORPUS_QUERIES = (
    "article-law-network",
    "citations-of-law",
    "compare-states",
    "evidence-under-article",
    "laws-under-several-treaties",
)

# Characters of a sentence that are kept on each side of the words cited.
_QUOTE_BEFORE, _QUOTE_AFTER = 110, 90


@dataclass(slots=True)
class _Gathered:
    """The lists while reports are added to them; laws are one where reports give them one id."""

    reports: list[Record] = field(default_factory=list)
    laws: dict[str, Record] = field(default_factory=dict)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    quotes: list[list[Any]] = field(default_factory=list)
    citations: list[list[Any]] = field(default_factory=list)
    articles: dict[str, set[str]] = field(default_factory=dict)


def corpus_record(folders: Sequence[Path], base: Path) -> Record:
    """Collect what the page over reports shows, from their folders; `base` is where the page will stand.

    Raises:
        ReadingError: a folder's records are missing or damaged.
    """
    gathered = _Gathered()
    for folder in sorted(folders):
        page = Path(os.path.relpath(folder / "index.html", base)).as_posix()
        _add_report(link(read_records(folder)), quote(page), gathered)
    places = {law: place for place, law in enumerate(gathered.laws)}
    for citation in gathered.citations:
        citation[2] = places[citation[2]]
    return {
        "kind": "corpus",
        "reports": gathered.reports,
        "treaties": list(_treaties(gathered)),
        "laws": [_law(record, gathered.names[law]) for law, record in gathered.laws.items()],
        "quotes": gathered.quotes,
        "citations": gathered.citations,
        "network": _network(gathered),
        "queries": {name: query_record(find_query(name)) for name in CORPUS_QUERIES},
    }


def _add_report(annotated: Annotated, link: str, gathered: _Gathered) -> None:
    report = annotated.report
    citations = annotated.citations or ()
    summary = summarise(annotated)
    place = len(gathered.reports)
    gathered.reports.append(
        {
            "symbol": report.symbol,
            "link": link,
            "title": report.title,
            "state": report.state,
            "stateName": state_name(report.state) if report.state else None,
            "treaty": report.treaty,
            "date": report.date,
            "pages": report.source.pages,
            "paragraphs": summary.paragraphs,
            "instruments": summary.instruments,
            "national": summary.national,
            "provisions": summary.mentions["provision"],
            "articles": sum(len(row.numbers) for row in summary.articles),
            "notes": summary.notes,
        }
    )
    for entity in annotated.entities:
        if entity.type == "instrument":
            gathered.laws.setdefault(entity.id, entity_record(entity))
            gathered.names.setdefault(entity.id, Counter()).update((entity.name, *entity.aliases))
    if report.treaty:
        named = {element for citation in citations for element in citation.elements if element}
        gathered.articles.setdefault(report.treaty, set()).update(named)
    _add_citations(annotated, citations, place, gathered)


def _add_citations(annotated: Annotated, citations: Sequence[Citation], place: int, gathered: _Gathered) -> None:
    units = {unit.id: unit for unit in annotated.report.units}
    quoted: dict[Mention, int] = {}
    for citation in citations:
        words = next(mention for mention in citation.evidence if citation.target in denoted(mention))
        if words not in quoted:
            quoted[words] = len(gathered.quotes)
            gathered.quotes.append(_quote(units[citation.unit], words))
        gathered.citations.append(
            [
                place,
                quoted[words],
                citation.target.entity,
                STRENGTHS.index(citation.strength),
                list(citation.elements),
                division_words(citation.target.path),
                citation.article_count or 0,
            ]
        )


def _quote(unit: Unit, mention: Mention) -> list[Any]:
    """The words cited in their sentence, and where they stand: paragraph, anchor, page, before, words, after."""
    segment = next(s for s in split_segments(unit.text) if s.start <= mention.start < s.end)
    start = max(segment.start, mention.start - _QUOTE_BEFORE)
    if start > segment.start:
        start = unit.text.find(" ", start, mention.start) + 1 or mention.start
    end = min(max(segment.end, mention.end), mention.end + _QUOTE_AFTER)
    if end < segment.end:
        end = max(unit.text.rfind(" ", mention.end, end), mention.end)
    before = ("… " if start > segment.start else "") + unit.text[start : mention.start]
    after = unit.text[mention.end : end] + (" …" if end < segment.end else "")
    regions = unit.regions(mention.start, mention.end)
    page = regions[0].page if regions else unit.page
    return [unit.id, mention_key(mention), unit_anchor(unit.id), page, before, mention.text, after.rstrip()]


def _law(record: Record, names: Counter[str]) -> Record:
    """A law under the name that most reports give it, the longer of two."""
    name = max(names, key=lambda n: (names[n], len(n), n))
    others = sorted(n for n in names if n != name)
    return {**record, "name": name, **({"aliases": others} if others else {})}


def _treaties(gathered: _Gathered) -> Iterator[Record]:
    for treaty in load_treaties():
        if treaty.abbreviation in gathered.articles:
            topics = {article.number: article.topic for article in treaty.articles}
            numbers = sorted({*topics, *gathered.articles[treaty.abbreviation]}, key=article_order)
            articles = [{"number": number, "topic": topics.get(number, "")} for number in numbers]
            yield {"abbreviation": treaty.abbreviation, "title": treaty.title, "articles": articles}


def _network(gathered: _Gathered) -> Record:
    """States, and the instruments that the reports of several States cite; a State's other law is one node."""
    citing: dict[str, dict[str, set[int]]] = {}
    laws = list(gathered.laws)
    for citation in gathered.citations:
        state = gathered.reports[citation[0]]["state"] or ""
        citing.setdefault(laws[citation[2]], {}).setdefault(state, set()).add(citation[1])
    states = sorted({state for states in citing.values() for state in states})
    shared = {law: tied for law, tied in citing.items() if len(tied) > 1}
    own = Counter(next(iter(tied)) for tied in citing.values() if len(tied) == 1)
    ties = {law: {state: float(len(found)) ** 0.5 for state, found in tied.items()} for law, tied in shared.items()}
    ties |= {f"own {state}": {state: 1.0} for state in states if own[state]}
    points = place_nodes(states, ties)
    order = {name: place for place, name in enumerate([*states, *ties])}
    places = {law: place for place, law in enumerate(laws)}
    nodes: list[list[Any]] = [["state", state, *points[state], own[state]] for state in states]
    edges: list[list[int]] = []
    for name, tied in ties.items():
        if name in shared:
            weight = sum(map(len, shared[name].values()))
            nodes.append([gathered.laws[name]["category"], places[name], *points[name], weight])
        else:
            state = name.removeprefix("own ")
            nodes.append(["own", state, *points[name], own[state]])
        edges += [[order[state], order[name], round(weight * weight), 0] for state, weight in tied.items()]
    return {"nodes": nodes, "edges": edges}
