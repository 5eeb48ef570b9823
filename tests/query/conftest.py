"""The graph of CED/C/KAZ/1, from its gold and from the pipeline, in both engines."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "graph"))

from kazakhstan_report import from_gold, from_pipeline

from treatygraph.graph import to_graph, to_turtle
from treatygraph.report import Annotated


def load(annotated: Annotated) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.bulk_load(to_turtle(annotated), format=pyoxigraph.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def gold() -> Annotated:
    return from_gold()


@pytest.fixture(scope="session")
def opening(gold: Annotated) -> Annotated:
    """Paragraphs 1 to 23 with their table."""
    units = gold.report.units[:24]
    kept = {unit.id for unit in units}
    mentions = tuple(mention for mention in gold.mentions if mention.unit in kept)
    named = {mention.entity for mention in mentions}
    return Annotated(
        replace(gold.report, units=units),
        mentions,
        tuple(entity for entity in gold.entities if entity.id in named),
        tuple(relation for relation in gold.relations if relation.unit in kept),
    )


@pytest.fixture(scope="session")
def gold_store(gold: Annotated) -> pyoxigraph.Store:
    return load(gold)


@pytest.fixture(scope="session")
def gold_graph(gold: Annotated) -> Graph:
    return to_graph(gold)


@pytest.fixture(scope="session", params=["gold", "pipeline"])
def kazakhstan(request: pytest.FixtureRequest) -> pyoxigraph.Store:
    return load(from_gold() if request.param == "gold" else from_pipeline())
