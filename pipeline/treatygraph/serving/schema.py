"""The picture of the schema: classes as boxes, their properties as rows, arrows to the classes that these lead to.

All of it is read from the vocabulary but the places of the boxes, so that it shows what a query can ask for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from typing import Final

from rdflib import OWL, RDF, RDFS, Graph
from rdflib.collection import Collection
from rdflib.term import Node

from treatygraph.graph.vocabulary import shorten
from treatygraph.ontology import ontology_path

COLUMNS: Final = (
    ("TreatyElement", "Citation", "Judgement", "State", "Agency"),
    ("Instrument", "Provision", "Unit", "Document", "Sitting"),
    ("Mention", "TreatyAction", "Request", "Pointer", "Observation"),
)
"""Which boxes stand in which column; what a law is cited under is left, the law in the middle, what shows it right."""
_WITHIN: Final[Mapping[str, str]] = {
    "Citable": "Instrument",
    "NationalInstrument": "Instrument",
    "InternationalInstrument": "Instrument",
    "TreatyArticle": "TreatyElement",
    "Treaty": "TreatyElement",
    "StatePartyReport": "Document",
    "CommitteeDocument": "Document",
    **dict.fromkeys(("Paragraph", "Section", "Table", "Note"), "Unit"),
    **dict.fromkeys(("InstrumentMention", "ProvisionMention", "AgencyMention", "DateMention"), "Mention"),
}
"""The box of a class that has none of its own."""
_WIDTH, _GAP, _ROW, _HEAD, _BELOW, _EDGE = 330, 130, 18, 28, 30, 20
_COLOURS = ("#1f4e79", "#7a4b00", "#2b6a3f")

Property = tuple[str, tuple[str, ...]]


@cache
def draw_schema() -> str:
    """Draw the picture as SVG; lengths are CSS pixels."""
    boxes = properties_by_box()
    places = dict(_places(boxes))
    height = max(top + _height(boxes[name]) for name, (_, top) in places.items()) + _EDGE
    width = 2 * _EDGE + len(COLUMNS) * _WIDTH + (len(COLUMNS) - 1) * _GAP
    arrows = [part for name in places for part in _arrows(name, boxes[name], places)]
    shown = [part for name in places for part in _box(name, boxes[name], places[name])]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="13" role="img"><title>The classes of the vocabulary, their properties, '
        f'and the classes that these lead to</title><rect width="{width}" height="{height}" fill="#fff"/>'
    )
    return "\n".join((head, *arrows, *shown, "</svg>")) + "\n"


@cache
def load_vocabulary() -> Graph:
    """Load the vocabulary, which the picture and the editor's completion show, once."""
    return Graph().parse(ontology_path("treatygraph.ttl"))


@cache
def properties_by_box() -> Mapping[str, tuple[Property, ...]]:
    """The properties of the classes in each box with the names of what they lead to; those that lead on come first."""
    graph = load_vocabulary()
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in sorted(graph.subjects(RDF.type, kind), key=str):
            leads_to = tuple(_names(graph, graph.objects(term, RDFS.range)))
            for name in _names(graph, graph.objects(term, RDFS.domain)):
                box = _WITHIN.get(name, name)
                of_part = "" if name in (box, "Citable", "TreatyElement") else f" ({name})"
                found[box][shorten(str(term)) + of_part] = leads_to
    return {name: tuple(found[name].items()) for column in COLUMNS for name in column}


def _names(graph: Graph, terms: Iterable[Node]) -> Iterator[str]:
    """The local names of classes; a union is told by its members."""
    for term in terms:
        union = graph.value(term, OWL.unionOf)
        members = [term] if union is None else Collection(graph, union)
        yield from (shorten(str(member)).rpartition(":")[2] for member in members)


def _places(boxes: Mapping[str, tuple[Property, ...]]) -> Iterator[tuple[str, tuple[int, int]]]:
    for number, column in enumerate(COLUMNS):
        top = _EDGE
        for name in column:
            yield name, (_EDGE + number * (_WIDTH + _GAP), top)
            top += _height(boxes[name]) + _BELOW


def _height(properties: tuple[Property, ...]) -> int:
    return _HEAD + _ROW * len(properties) + 8


def _arrows(name: str, properties: tuple[Property, ...], places: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    left, top = places[name]
    for row, (_, leads_to) in enumerate(properties):
        y = top + _HEAD + _ROW * row + 9
        for box in sorted({_WITHIN.get(other, other) for other in leads_to} & places.keys() - {name}):
            to_left, to_top = places[box]
            colour = _COLOURS[_column(box)]
            yield _arrow(left, y, to_left, to_top + _HEAD // 2, colour)


def _arrow(left: int, y: int, to_left: int, to_y: int, colour: str) -> str:
    """From the side of a box that is nearer to the other; within a column around the side."""
    rightwards = to_left > left
    start, bend = (left + _WIDTH, 55) if rightwards or to_left == left else (left, -55)
    end, turn = (to_left, -55) if rightwards else (to_left + _WIDTH, 55)
    tip = -7 if rightwards else 7
    return (
        f'<path d="M{start} {y} C{start + bend} {y} {end + turn} {to_y} {end} {to_y}" stroke="{colour}" fill="none" '
        f'stroke-opacity="0.45"/><path d="M{end} {to_y} l{tip} -4 v8 z" fill="{colour}"/>'
    )


def _box(name: str, properties: tuple[Property, ...], place: tuple[int, int]) -> Iterator[str]:
    left, top = place
    colour = _COLOURS[_column(name)]
    yield (
        f'<rect x="{left}" y="{top}" width="{_WIDTH}" height="{_height(properties)}" rx="6" fill="#fff" '
        f'stroke="{colour}"/><rect x="{left}" y="{top}" width="{_WIDTH}" height="{_HEAD - 4}" rx="6" fill="{colour}"/>'
        f'<text x="{left + 10}" y="{top + 17}" fill="#fff" font-weight="bold">{_title(name)}</text>'
    )
    for row, (term, leads_to) in enumerate(properties):
        y = top + _HEAD + _ROW * row + 13
        yield f'<text x="{left + 10}" y="{y}" fill="#111">{escape(term)}</text>'
        yield (
            f'<text x="{left + _WIDTH - 10}" y="{y}" fill="#555" text-anchor="end" font-size="11">'
            f"{escape(' or '.join(leads_to))}</text>"
        )


def _title(name: str) -> str:
    """The class, and in small letters those that stand in its box."""
    prefix = "qb" if name == "Observation" else "tg"
    parts = ", ".join(part for part, box in _WITHIN.items() if box == name and part != "Citable")
    small = f'<tspan font-size="9" font-weight="normal" dx="8">{escape(parts)}</tspan>' if parts else ""
    return f"{prefix}:{name}{small}"


def _column(name: str) -> int:
    return next(number for number, column in enumerate(COLUMNS) if name in column)
