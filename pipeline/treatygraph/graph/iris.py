"""The IRIs of the graph: one function for each kind of thing.

The last segment is made of `A-Z a-z 0-9 _ -` alone, so that every name can be written with a prefix in Turtle
and SPARQL (pyoxigraph rejects `ins:a.b.c`, rdflib `ins:a/b`). `_` separates fields, `__` steps of a
hierarchy, as in Akoma Ntoso's identifiers: `KAZ_code_criminal-code__art_125`, `CED-C-KAZ-1__par_57`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from treatygraph.graph.vocabulary import BASE
from treatygraph.ontology import load_treaties
from treatygraph.report import Entity, Path

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def safe(name: str) -> str:
    """Replace what may not stand in a last segment, runs of it by one `-`."""
    return _UNSAFE.sub("-", name).strip("-")


def document_name(symbol: str) -> str:
    """Turn a symbol into a name: "CED/C/KAZ/1" → `CED-C-KAZ-1`, "CRPD/C/ESP/1/Add.1" → `…-1-Add_1`."""
    return _UNSAFE.sub("_", symbol.replace("/", "-"))


def provision_name(instrument: str, path: Path) -> str:
    """Name a division: (`CED`, ("art:29", "par:1")) → `CED__art_29__par_1`; the instrument's for no path."""
    steps = (step.partition(":") for step in path)
    return "__".join((instrument, *(f"{unit}_{safe(number)}" for unit, _, number in steps)))


@cache
def treaty_iri(abbreviation: str) -> NamedNode:
    """`tre:CED`."""
    return NamedNode(f"{BASE}treaty/{safe(abbreviation)}")


@cache
def treaty_article_iri(abbreviation: str, article: str) -> NamedNode:
    """`tre:CED__art_17`."""
    return NamedNode(f"{BASE}treaty/{provision_name(safe(abbreviation), (f'art:{article}',))}")


@cache
def state_iri(code: str) -> NamedNode:
    """`st:KAZ`."""
    return NamedNode(f"{BASE}state/{safe(code)}")


def agency_iri(entity_id: str) -> NamedNode:
    """`agy:KAZ_supreme-court`."""
    return NamedNode(f"{BASE}agency/{safe(entity_id)}")


@lru_cache(maxsize=16_384)  # asked for at each mention of the instrument
def instrument_iri(entity_id: str, path: Path = ()) -> NamedNode:
    """`ins:KAZ_code_criminal-code__art_125`; `tre:CED__art_29` for one of the nine core treaties."""
    space = "treaty" if entity_id in _core_treaties() else "instrument"
    return NamedNode(f"{BASE}{space}/{provision_name(safe(entity_id), path)}")


def entity_iri(entity: Entity, path: Path = ()) -> NamedNode:
    """Name an entity, or a provision of it."""
    return agency_iri(entity.id) if entity.type == "agency" else instrument_iri(entity.id, path)


def unit_iri(document: str, unit_id: str) -> NamedNode:
    """Name a unit of a document by its symbol's name: "57" → `doc:CED-C-KAZ-1__par_57`, "table:1" → `…__table_1`."""
    kind, _, number = unit_id.rpartition(":")
    return NamedNode(f"{BASE}doc/{document}__{safe(kind) or 'par'}_{safe(number)}")


def document_iri(document: str) -> NamedNode:
    """`doc:CED-C-KAZ-1`, by its symbol's name."""
    return NamedNode(f"{BASE}doc/{document}")


def un_address(symbol: str) -> NamedNode:
    """Give the address at which the United Nations serves a document: https://undocs.org/CED/C/KAZ/1."""
    return NamedNode(f"https://undocs.org/{quote(symbol, safe='/.()-')}")


@cache
def local_name(iri: NamedNode) -> str:
    """Take the last segment of an IRI."""
    return iri.value.rpartition("/")[2]


@cache
def _core_treaties() -> frozenset[str]:
    return frozenset(treaty.abbreviation for treaty in load_treaties())
