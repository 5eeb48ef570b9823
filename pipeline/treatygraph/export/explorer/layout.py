"""Where the network's nodes stand, settled when the page is written so that it opens at rest.

Articles stand on a circle in their order, like hours on a clock. A law cited under one article stands outside
the circle beside it; a law cited under several stands inside, between them. So the eye sees at once what an
article has for itself and what it shares.

Sums of lengths are made with `math.fsum`: `sum` rounds in another way since Python 3.12, and a page should have the
same bytes in every version.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

Point = tuple[float, float]

# In units of the circle's radius.
_GAP = 0.085
_FIRST_ROW = 1.14
_INSIDE = 0.76

# From so many nodes on networkx settles with scipy, which is no dependency; between their anchors they stand well too.
_MOST_SETTLED = 499

# How much wider an anchor's sector is for each node that it has for itself, up to so many.
_SHARE = 0.18
_MOST = 16


def place_nodes(anchors: Sequence[str], ties: Mapping[str, Mapping[str, float]]) -> dict[str, Point]:
    """Place nodes by name: `anchors` on the circle, and the others by the weight of their `ties` to anchors.

    Coordinates are rounded to a thousandth of the radius; the same input gives the same places.
    """
    owned = {anchor: [name for name, tied in ties.items() if set(tied) == {anchor}] for anchor in anchors}
    places: dict[str, Point] = {}
    for anchor, (angle, sector) in zip(anchors, _sectors([len(owned[anchor]) for anchor in anchors]), strict=True):
        places[anchor] = (math.cos(angle), math.sin(angle))
        places |= _fan(owned[anchor], angle, sector)
    shared = {name: tied for name, tied in ties.items() if len(tied) > 1}
    places |= _settle(shared, {anchor: places[anchor] for anchor in anchors})
    return {name: (round(x, 3), round(y, 3)) for name, (x, y) in places.items()}


def _sectors(owned: Sequence[int]) -> Iterator[tuple[float, float]]:
    """The middle and width of each anchor's sector, clockwise from the top, wider where it has more of its own."""
    widths = [1 + _SHARE * min(count, _MOST) for count in owned]
    whole = 2 * math.pi / math.fsum(widths) if widths else 0.0
    angle = math.pi / 2 + widths[0] * whole / 2 if widths else 0.0
    for width in widths:
        yield angle - width * whole / 2, width * whole
        angle -= width * whole


def _fan(names: Sequence[str], angle: float, sector: float) -> dict[str, Point]:
    """Place nodes outside the circle in rows that stay within the sector of one anchor."""
    places: dict[str, Point] = {}
    waiting, radius = list(names), _FIRST_ROW
    while waiting:
        room = max(1, int(0.9 * sector * radius / _GAP))
        row, waiting = waiting[:room], waiting[room:]
        for place, name in enumerate(row):
            turned = angle + (place - (len(row) - 1) / 2) * _GAP / radius
            places[name] = (radius * math.cos(turned), radius * math.sin(turned))
        radius += _GAP
    return places


def _settle(ties: Mapping[str, Mapping[str, float]], fixed: Mapping[str, Point]) -> dict[str, Point]:
    """Place nodes inside the circle: drawn by their anchors, pushed apart by each other."""
    if not ties:
        return {}
    start = dict(fixed)
    for place, (name, tied) in enumerate(ties.items()):
        x, y = (math.fsum(fixed[anchor][axis] for anchor in tied) / len(tied) for axis in (0, 1))
        # A golden-angle spiral keeps nodes with the same ties from starting on one spot.
        step, turn = 0.02 * math.sqrt(place + 1), place * math.pi * (3 - math.sqrt(5))
        start[name] = (0.7 * x + step * math.cos(turn), 0.7 * y + step * math.sin(turn))
    drawn = start if len(start) > _MOST_SETTLED else _drawn(ties, start, list(fixed))
    return _spread({name: _within(float(drawn[name][0]), float(drawn[name][1])) for name in ties})


def _drawn(
    ties: Mapping[str, Mapping[str, float]], start: Mapping[str, Point], fixed: Sequence[str]
) -> Mapping[str, Point]:
    """Let the springs of the ties settle from where the nodes start."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(fixed)
    for name, tied in ties.items():
        graph.add_weighted_edges_from((name, anchor, weight) for anchor, weight in tied.items())
    drawn: Mapping[str, Point] = networkx.spring_layout(
        graph, k=0.9 / math.sqrt(len(graph)), pos=start, fixed=fixed, iterations=60, seed=0, method="force"
    )
    return drawn


def _within(x: float, y: float) -> Point:
    radius = math.hypot(x, y)
    scale = _INSIDE * math.tanh(radius / _INSIDE) / radius if radius else 1.0
    return x * scale, y * scale


def _spread(places: dict[str, Point], rounds: int = 30) -> dict[str, Point]:
    """Push apart nodes that stand closer than the gap, as far as there is room inside the circle."""
    gap = min(_GAP, 1.5 * _INSIDE / math.sqrt(len(places)))
    names = list(places)
    for _ in range(rounds):
        cells: dict[tuple[int, int], list[str]] = {}
        for name in names:
            x, y = places[name]
            cells.setdefault((math.floor(x / gap), math.floor(y / gap)), []).append(name)
        for (column, row), here in cells.items():
            near = [n for dx in (-1, 0, 1) for dy in (-1, 0, 1) for n in cells.get((column + dx, row + dy), ())]
            for one in here:
                for other in near:
                    if one < other:
                        _part(places, one, other, gap)
        places = {name: _inside(point) for name, point in places.items()}
    return places


def _part(places: dict[str, Point], one: str, other: str, gap: float) -> None:
    (x1, y1), (x2, y2) = places[one], places[other]
    dx, dy = x2 - x1, y2 - y1
    distance = math.hypot(dx, dy)
    if distance >= gap:
        return
    if distance < 1e-9:
        dx, dy, distance = 1e-3, 0.0, 1e-3
    push = (gap - distance) / 2 / distance
    places[one] = (x1 - dx * push, y1 - dy * push)
    places[other] = (x2 + dx * push, y2 + dy * push)


def _inside(point: Point) -> Point:
    radius = math.hypot(*point)
    limit = _INSIDE + 0.06
    return point if radius <= limit else (point[0] * limit / radius, point[1] * limit / radius)
