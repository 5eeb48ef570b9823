"""What the page over several reports shows: reports, States, treaties, laws, and what cites what in which words."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from treatygraph.corpus.records import read_records
from treatygraph.export.explorer.evidence import PROGRAM, Record, article_order, query_record
from treatygraph.export.explorer.layout import place_nodes
from treatygraph.export.explorer.parts import Part, make_part
from treatygraph.export.explorer.voices import place_laws
from treatygraph.linking import link
from treatygraph.ontology import load_treaties
from treatygraph.query.questions import find_query

CORPUS_QUERIES = (
    "article-law-network",
    "citations-of-law",
    "compare-states",
    "evidence-under-article",
    "laws-under-several-treaties",
    "questions-about-law",
    "recommendations-repeated",
    "recommendations-under-article",
    "two-states-under-article",
)

# Where a citation's row has its claim: behind seven places of its own, stance and speaker.
_CLAIM = 9


@dataclass(slots=True)
class _Gathered:
    """The lists while reports are added to them; laws are one where reports give them one id."""

    reports: list[Record] = field(default_factory=list)
    laws: dict[str, Record] = field(default_factory=dict)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    quotes: list[list[Any]] = field(default_factory=list)
    citations: list[list[Any]] = field(default_factory=list)
    articles: dict[str, set[str]] = field(default_factory=dict)
    voices: list[Record] = field(default_factory=list)
    actions: list[list[Any]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_parts(folders: Sequence[Path]) -> Iterator[tuple[Path, Part]]:
    """Read what the page takes from each report, from the records in its folder.

    Raises:
        ReadingError: a folder's records are missing or damaged.
    """
    return ((folder, make_part(link(read_records(folder)))) for folder in folders)


def corpus_record(parts: Iterable[tuple[Path, Part]], base: Path) -> Record:
    """Put together what the page over reports shows, of each folder and its part; `base` is where the page will stand.

    A citation gets the places of its report, quote and law in the lists of all. `texts` are the packed paragraphs of
    each report, in the order of the reports.
    """
    gathered = _Gathered()
    for folder, part in sorted(parts, key=lambda found: found[0]):
        page = Path(os.path.relpath(folder / "index.html", base)).as_posix()
        _add_report(part, quote(page), gathered)
    places = {law: place for place, law in enumerate(gathered.laws)}
    for citation in gathered.citations:
        citation[2] = places[citation[2]]
    for action in gathered.actions:
        action[1] = places[action[1]]
    for voice in gathered.voices:
        place_laws(voice, places)
    return {
        "kind": "corpus",
        "program": PROGRAM,
        "reports": gathered.reports,
        "treaties": list(_treaties(gathered)),
        "laws": [_law(record, gathered.names[law]) for law, record in gathered.laws.items()],
        "quotes": gathered.quotes,
        "citations": gathered.citations,
        "actions": gathered.actions,
        **({"voices": gathered.voices} if gathered.voices else {}),
        "network": _network(gathered),
        "queries": {name: query_record(find_query(name)) for name in CORPUS_QUERIES},
        "texts": gathered.texts,
    }


def _add_report(part: Part, page: str, gathered: _Gathered) -> None:
    place, first = len(gathered.reports), len(gathered.quotes)
    symbol, *others = part.report.items()
    gathered.reports.append(dict((symbol, ("link", page), *others)))
    gathered.texts.append(part.texts)
    for law, record in part.laws.items():
        gathered.laws.setdefault(law, record)
        gathered.names.setdefault(law, Counter()).update(part.names[law])
    if treaty := part.report["treaty"]:
        gathered.articles.setdefault(treaty, set()).update(part.articles)
    gathered.voices += ({"report": place, **voice} for voice in part.voices)
    gathered.actions += ([place, *action] for action in part.actions)
    gathered.quotes += part.quotes
    gathered.citations += ([place, first + quoted, *rest] for quoted, *rest in part.citations)


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
    claims: dict[tuple[str, str], set[int]] = {}
    laws = list(gathered.laws)
    for citation in gathered.citations:
        state = gathered.reports[citation[0]]["state"] or ""
        law = laws[citation[2]]
        citing.setdefault(law, {}).setdefault(state, set()).add(citation[1])
        if (claim := citation[_CLAIM]) >= 0:
            claims.setdefault((law, state), set()).add(claim)
    states = sorted({state for states in citing.values() for state in states})
    shared = {law: tied for law, tied in citing.items() if len(tied) > 1}
    own = Counter(next(iter(tied)) for tied in citing.values() if len(tied) == 1)
    said: dict[tuple[str, str], set[int]] = {}
    for (law, state), found in claims.items():
        said.setdefault((law if law in shared else f"own {state}", state), set()).update(found)
    ties = {law: {state: float(len(found)) ** 0.5 for state, found in tied.items()} for law, tied in shared.items()}
    ties |= {f"own {state}": {state: 1.0} for state in states if own[state]}
    points = place_nodes(states, ties)
    order = {name: place for place, name in enumerate([*states, *ties])}
    places = {law: place for place, law in enumerate(laws)}
    nodes: list[list[Any]] = [["state", state, *points[state], own[state]] for state in states]
    edges: list[list[Any]] = []
    for name, tied in ties.items():
        if name in shared:
            weight = sum(map(len, shared[name].values()))
            nodes.append([gathered.laws[name]["category"], places[name], *points[name], weight])
        else:
            state = name.removeprefix("own ")
            nodes.append(["own", state, *points[name], own[state]])
        edges += [
            [order[state], order[name], round(weight * weight), 0, sorted(said.get((name, state), ())), []]
            for state, weight in tied.items()
        ]
    return {"nodes": nodes, "edges": edges}
