"""A reasoner of OWL 2 DL reads the ontology and finds in it what the axioms say.

HermiT comes with owlready2 and needs Java; without either these tests are skipped.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from treatygraph.graph.vocabulary import PREFIXES
from treatygraph.ontology import ontology_path

owlready2: Any = pytest.importorskip("owlready2", reason="owlready2, which brings HermiT, is not installed")
pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java, which is not installed"),
    pytest.mark.filterwarnings("ignore"),  # owlready2 warns of what it does not hold itself, such as qb:
]
TG = PREFIXES["tg"]
LAW, PAGE = URIRef(PREFIXES["ins"] + "KAZ_act_2008-12-15"), URIRef(PREFIXES["doc"] + "CED-C-KAZ-9__par_1")


def reason(graph: Graph, folder: Path) -> Any:
    """Let HermiT read a graph; it raises an error at what is no OWL 2 DL, and where nothing can be as is said."""
    file = folder / "ontology.nt"
    graph.serialize(file, format="nt", encoding="utf-8")
    world = owlready2.World()
    with world.get_ontology(file.as_uri()).load():
        owlready2.sync_reasoner(world, debug=0)
    return world


@pytest.fixture
def ontology() -> Graph:
    return Graph().parse(ontology_path("treatygraph.ttl"))


def test_hermit_reads_the_ontology_and_every_class_can_have_members(ontology: Graph, tmp_path: Path) -> None:
    world = reason(ontology, tmp_path)
    assert not list(world.inconsistent_classes())
    assert {str(found.iri) for found in world.classes()} >= {
        str(c) for c in ontology.subjects(RDF.type, OWL.Class) if TG in str(c)
    }


def test_a_law_is_not_national_and_international_at_once(ontology: Graph, tmp_path: Path) -> None:
    ontology.add((LAW, RDF.type, URIRef(TG + "NationalInstrument")))
    reason(ontology, tmp_path)
    ontology.add((LAW, RDF.type, URIRef(TG + "Treaty")))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(ontology, tmp_path)


def test_what_a_paragraph_cites_is_no_paragraph(ontology: Graph, tmp_path: Path) -> None:
    """By the domain and the range of tg:cites, and since a unit is nothing that can be cited."""
    ontology.add((PAGE, URIRef(TG + "cites"), PAGE))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(ontology, tmp_path)
