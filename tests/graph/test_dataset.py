"""The description of what was built counts what is in the graph, and names every file with its checksum."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, SKOS, VOID, XSD, Graph, Literal, Namespace, URIRef

from treatygraph.building.build import Built
from treatygraph.building.folder import write_files
from treatygraph.building.over_all import write_catalogue
from treatygraph.corpus.records import read_records
from treatygraph.linking import link

SPDX = Namespace("http://spdx.org/rdf/terms#")
TG = Namespace("https://w3id.org/treatygraph/ont#")
ITSELF = URIRef("https://w3id.org/treatygraph/graph/CED-C-KAZ-1")


@pytest.fixture(scope="module")
def graph(built: Built) -> Graph:
    return Graph().parse(built.folder / "graph.ttl")


@pytest.fixture(scope="module")
def description(built: Built) -> Graph:
    return Graph().parse(built.folder / "dataset.ttl")


def test_the_counts_are_those_of_the_graph(graph: Graph, description: Graph) -> None:
    counts = {
        VOID.triples: len(graph),
        VOID.entities: len(set(graph.subjects(RDF.type))),
        VOID.distinctSubjects: len(set(graph.subjects())),
        VOID.distinctObjects: len(set(graph.objects())),
        VOID.classes: len(set(graph.objects(None, RDF.type))),
        VOID.properties: len(set(graph.predicates())),
    }
    assert {name: description.value(ITSELF, name).toPython() for name in counts} == counts


def test_the_partitions_are_those_of_the_graph(graph: Graph, description: Graph) -> None:
    classes = {description.value(p, VOID["class"]): p for p in description.objects(ITSELF, VOID.classPartition)}
    assert set(classes) == set(graph.objects(None, RDF.type))
    assert description.value(classes[TG.Paragraph], VOID.entities) == Literal(243)
    for name, partition in classes.items():
        assert description.value(partition, VOID.entities).toPython() == len(set(graph.subjects(RDF.type, name)))
    properties = {description.value(p, VOID.property): p for p in description.objects(ITSELF, VOID.propertyPartition)}
    assert set(properties) == set(graph.predicates())
    for name, partition in properties.items():
        assert description.value(partition, VOID.triples).toPython() == len(list(graph.triples((None, name, None))))


def test_every_file_is_a_distribution_with_its_size_and_checksum(built: Built, description: Graph) -> None:
    found = {}
    for each in description.objects(ITSELF, DCAT.distribution):
        assert (each, RDF.type, DCAT.Distribution) in description
        assert description.value(each, DCTERMS.description), each
        assert description.value(each, DCAT.mediaType) or description.value(each, DCTERMS["format"])
        assert description.value(each, DCAT.accessURL) == description.value(each, DCAT.downloadURL)
        checksum = description.value(each, SPDX.checksum)
        assert description.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        digest = str(description.value(checksum, SPDX.checksumValue)).lower()
        size = int(str(description.value(each, DCAT.byteSize)))
        found[Path(str(description.value(each, DCAT.downloadURL))).name] = (size, digest)
    files = [p for p in built.folder.iterdir() if p.name != "dataset.ttl" and not p.name.startswith(".")]
    assert found == {p.name: (len(p.read_bytes()), hashlib.sha256(p.read_bytes()).hexdigest()) for p in files}


def test_files_are_named_by_their_place_beside_the_description(built: Built, description: Graph) -> None:
    assert description.value(ITSELF, VOID.dataDump) == URIRef((built.folder / "graph.ttl").as_uri())
    assert b"void:dataDump <graph.ttl>" in (built.folder / "dataset.ttl").read_bytes()


def test_it_says_whence_and_on_what_terms(graph: Graph, description: Graph) -> None:
    assert description.value(ITSELF, DCTERMS.license) == URIRef("https://www.apache.org/licenses/LICENSE-2.0")
    assert "United Nations" in str(description.value(ITSELF, DCTERMS.rights))
    run, source = description.value(ITSELF, PROV.wasGeneratedBy), description.value(ITSELF, PROV.wasDerivedFrom)
    assert description.value(run, PROV.used) == source
    assert description.value(source, DCTERMS.title) == Literal("CED-C-KAZ-1.pdf")
    assert description.value(description.value(run, PROV.wasAssociatedWith), SKOS.prefLabel)
    assert set(description.triples((run, None, None))) == set(graph.triples((run, None, None)))
    for each in description.objects(ITSELF, DCAT.distribution):
        assert description.value(each, PROV.wasGeneratedBy) == run


def test_no_time_is_stated_unless_one_is_given(
    built: Built, description: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (None, PROV.endedAtTime, None) not in description
    annotated = read_records(built.folder)
    write_files(link(annotated), tmp_path)
    assert (tmp_path / "dataset.ttl").read_bytes() == (built.folder / "dataset.ttl").read_bytes()

    run = description.value(ITSELF, PROV.wasGeneratedBy)
    assert "SOURCE_DATE_EPOCH" in str(description.value(run, RDFS.comment))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    write_files(link(annotated), tmp_path)
    timed = Graph().parse(tmp_path / "dataset.ttl")
    moment = Literal("2023-11-14T22:13:20Z", datatype=XSD.dateTime)
    assert [*timed.objects(None, PROV.startedAtTime), *timed.objects(None, PROV.endedAtTime)] == [moment, moment]
    assert list(timed.objects(ITSELF, DCTERMS.issued)) == [moment]
    assert not list(timed.objects(run, RDFS.comment))


def test_a_catalogue_finds_what_dcat_ap_asks_for(description: Graph) -> None:
    """Languages, files, countries and the theme by the authority tables of the EU; a publisher that has a name."""
    authority = "http://publications.europa.eu/resource/authority/"
    assert description.value(ITSELF, DCTERMS.language) == URIRef(authority + "language/ENG")
    assert URIRef(authority + "country/KAZ") in set(description.objects(ITSELF, DCTERMS.spatial))
    assert description.value(ITSELF, DCAT.theme) == URIRef(authority + "data-theme/JUST")
    assert description.value(ITSELF, DCTERMS.description)
    assert Literal("human rights", lang="en") in set(description.objects(ITSELF, DCAT.keyword))
    publisher = description.value(ITSELF, DCTERMS.publisher)
    assert (publisher, RDF.type, FOAF.Agent) in description
    assert str(description.value(publisher, FOAF.name)).startswith("treatygraph")
    kinds = {
        str(d).rpartition("_file_")[2]: description.value(d, DCTERMS["format"])
        for d in description.objects(ITSELF, DCAT.distribution)
    }
    assert kinds["graph-ttl"] == URIRef(authority + "file-type/RDF_TURTLE")
    assert kinds["network-gexf"] == URIRef(authority + "file-type/XML")
    assert not [kind for kind in kinds.values() if isinstance(kind, Literal)]


def test_a_folder_of_reports_is_a_catalogue_of_their_data_sets(built: Built, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>All reports</p>", encoding="utf-8")
    assert write_catalogue(tmp_path) is None
    for name in ("CED-C-KAZ-1", "CRPD-C-ESP-1-Add.1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "graph.ttl").write_bytes(b"")
    path = write_catalogue(tmp_path)
    assert path is not None
    first = path.read_bytes()
    catalogue = Graph().parse(path)
    (itself,) = catalogue.subjects(RDF.type, DCAT.Catalog)
    other = URIRef("https://w3id.org/treatygraph/graph/CRPD-C-ESP-1-Add_1")
    assert (
        set(catalogue.objects(itself, DCAT.dataset)) == set(catalogue.objects(itself, VOID.subset)) == {ITSELF, other}
    )
    for each in (itself, ITSELF, other):
        assert catalogue.value(each, DCTERMS.title), each
        assert catalogue.value(each, DCTERMS.description), each
    assert (catalogue.value(itself, DCTERMS.publisher), RDF.type, FOAF.Agent) in catalogue
    assert catalogue.value(other, RDFS.seeAlso) == URIRef((tmp_path / "CRPD-C-ESP-1-Add.1" / "dataset.ttl").as_uri())
    titles = [catalogue.value(each, DCTERMS.title) for each in catalogue.objects(itself, DCAT.distribution)]
    assert titles == [Literal("index.html")]
    assert write_catalogue(tmp_path) == path
    assert path.read_bytes() == first
