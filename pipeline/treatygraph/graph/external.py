"""Links that a user has from laws to other descriptions of them: `external.csv`, beside the reports.

None of them is known to the program: that a law of a report is this one of an ELI register or of NATLEX, a person says,
and the source that they name stands with the link. A row is a triple of the law, and a `tg:ExternalLink` that is its
evidence; in files that keep graphs apart they stand in `g:external`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.csv_rows import CsvRow, read_rows, read_text
from treatygraph.errors import ReadingError
from treatygraph.folders import beside_reports
from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, text
from treatygraph.graph.iris import instrument_iri, local_name

EXTERNAL_FILE: Final = v.EXTERNAL_FILE
EXTERNAL_GRAPH: Final = v.term("g:external")

_COLUMNS = ("law", "link", "relation", "source")
_RELATIONS = {name: v.term(name) for name in ("owl:sameAs", "skos:exactMatch", "skos:closeMatch", "rdfs:seeAlso")}
_SPACES = tuple(v.PREFIXES[prefix] for prefix in ("ins", "tre"))
_NAME = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A row: the law or a provision of it, what it is linked to and how, who says so, and where the row stands."""

    law: NamedNode
    link: NamedNode
    relation: str
    source: NamedNode | Literal
    place: str


def load_external(source: Path) -> tuple[ExternalLink, ...]:
    """Load the rows that lie beside the reports of an output folder, or of the folder that holds this one report.

    There are none where `source` is a file, or no such file is there.

    Raises:
        ReadingError: the file is there and cannot be read, or a row is not what it should be.
    """
    path = beside_reports(source, EXTERNAL_FILE)
    return parse_external(read_text(path), path) if path.exists() else ()


def parse_external(content: str, path: Path) -> tuple[ExternalLink, ...]:
    """Read the rows of the file, in their order; `path` is for what is said of a row that is wrong.

    Raises:
        ReadingError: it is no CSV or a column is missing; a law, link or relation is none, or there is no source; a row
            stands twice.
    """
    lines: dict[tuple[NamedNode, NamedNode, str], int] = {}
    links: list[ExternalLink] = []
    for row in read_rows(content, path, _COLUMNS):
        link = _read_row(row)
        if (before := lines.setdefault((link.law, link.link, link.relation), row.line)) != row.line:
            raise ReadingError(f"{row.place}: this link stands in line {before} already; keep one of the two.")
        links.append(link)
    return tuple(links)


def choose_external(
    links: Iterable[ExternalLink], described: Callable[[NamedNode], bool], *, all_reports: bool
) -> tuple[ExternalLink, ...]:
    """Take the links of laws that a graph describes; the other reports of a folder have the others.

    Raises:
        ReadingError: these are `all_reports`, and none describes a law.
    """
    chosen = []
    for link in links:
        if described(link.law):
            chosen.append(link)
        elif all_reports:
            name = local_name(link.law)
            raise ReadingError(
                f"{link.place}: no report here names {name}; write a law as it is called in entities.jsonl."
            )
    return tuple(chosen)


def describe_external(links: Iterable[ExternalLink]) -> tuple[Triple, ...]:
    """Describe the links: of each law its links, then the rows that are their evidence; nothing of none."""
    links = tuple(links)
    said: dict[NamedNode, list[Fact]] = {}
    for link in links:
        said.setdefault(link.law, []).append((_RELATIONS[link.relation], link.link))
    direct = (triple for law, facts in said.items() for triple in describe(law, (), facts))
    return (*direct, *(triple for link in links for triple in _describe_evidence(link)))


def describe_external_graph() -> Iterator[Triple]:
    """Describe the graph in which they stand where graphs are kept apart."""
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text("Links to other descriptions of the laws, as a person gave them", "en"))
    ]
    return describe(EXTERNAL_GRAPH, (v.VOID_DATASET,), facts)


def _describe_evidence(link: ExternalLink) -> Iterator[Triple]:
    facts: list[Fact] = [
        (v.RDF_SUBJECT, link.law),
        (v.RDF_PREDICATE, _RELATIONS[link.relation]),
        (v.RDF_OBJECT, link.link),
        (v.DCTERMS_SOURCE, link.source),
    ]
    # Of one law and relation there may be several; assertions of reports begin with their symbol, in capitals.
    digest = sha256(link.link.value.encode()).hexdigest()[:8]
    iri = v.term(f"asr:external_{local_name(link.law)}--{link.relation.partition(':')[2]}--{digest}")
    return describe(iri, (v.EXTERNAL_LINK, v.PROV_ENTITY), facts)


def _read_row(row: CsvRow) -> ExternalLink:
    place, cells = row.place, row.cells
    law, link = _law(cells["law"]), _web_address(cells["link"])
    if law is None:
        raise ReadingError(
            f"{place}: {cells['law']!r} is no law; write its name in entities.jsonl, such as KAZ_act_2008-12-15."
        )
    if link is None:
        raise ReadingError(f"{place}: {cells['link']!r} is no web address; write all of it, such as https://….")
    if link.value.startswith(v.BASE):
        raise ReadingError(
            f"{place}: {cells['link']!r} is a name of this graph; which laws are one is settled in identity.csv."
        )
    if cells["relation"] not in _RELATIONS:
        known = ", ".join(_RELATIONS)
        raise ReadingError(f"{place}: {cells['relation']!r} is no relation; write one of {known}.")
    if not cells["source"]:
        raise ReadingError(f"{place}: there is no source; say who links the two, by a web address or in words.")
    return ExternalLink(law, link, cells["relation"], _web_address(cells["source"]) or Literal(cells["source"]), place)


def _law(name: str) -> NamedNode | None:
    """Read the name of a law or provision: its IRI, with a prefix or in full, or the last segment of it."""
    for prefix, space in (*zip(_SPACES, _SPACES, strict=True), ("ins:", _SPACES[0]), ("tre:", _SPACES[1])):
        if name.startswith(prefix):
            local = name.removeprefix(prefix)
            return NamedNode(space + local) if _NAME.fullmatch(local) else None
    if not _NAME.fullmatch(name):
        return None
    instrument, step, path = name.partition("__")
    return NamedNode(f"{instrument_iri(instrument).value}{step}{path}")


def _web_address(address: str) -> NamedNode | None:
    try:
        iri = NamedNode(address)
    except ValueError:
        return None
    return iri if iri.value.startswith(("http://", "https://")) else None
