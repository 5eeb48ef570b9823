"""What a build wrote, as a data set for catalogues: VoID for the graph, DCAT for the files, PROV for the run.

Files, languages, countries and the theme are named as DCAT-AP 3 asks, by the authority tables of the EU where they
have a name for them. The publisher is the program that made the files, until a person publishes them under their own
name.

The description stands beside the files and names them by their place (`<graph.ttl>`), so that it is right wherever the
folder is put. Nothing in it depends on when or where the build ran, save for the time of `SOURCE_DATE_EPOCH`.

VoID: https://www.w3.org/TR/void/; DCAT 3: https://www.w3.org/TR/vocab-dcat-3/; DCAT-AP 3:
https://semiceu.github.io/DCAT-AP/releases/3.0.0/; PROV-O: https://www.w3.org/TR/prov-o/.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from mimetypes import guess_type

from pyoxigraph import Literal, NamedNode, Triple

from treatygraph.graph import vocabulary as v
from treatygraph.graph.description import Fact, describe, integer, text
from treatygraph.graph.iris import local_name, safe, state_iri, treaty_iri
from treatygraph.graph.provenance import describe_origin, describe_software, software_iri, source_iri, stated_time
from treatygraph.graph.register import Register
from treatygraph.graph.states import same_elsewhere
from treatygraph.graph.turtle import turtle
from treatygraph.report import Report
from treatygraph.version import __version__

LICENSE = NamedNode("https://www.apache.org/licenses/LICENSE-2.0")
ONTOLOGY = NamedNode(f"{v.BASE}ont/{__version__}")
# pyoxigraph takes whole IRIs only; this beginning is cut off when all is written.
_HERE = "here:/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_LEGAL = NamedNode(f"{_AUTHORITY}data-theme/JUST")
# The names of the six languages of the United Nations, and of kinds of files, in the authority tables.
_LANGUAGES = {"ar": "ARA", "en": "ENG", "es": "SPA", "fr": "FRA", "ru": "RUS", "zh": "ZHO"}
_FILE_TYPES = {
    "application/json": "JSON",
    "text/turtle": "RDF_TURTLE",
    "text/csv": "CSV",
    "text/html": "HTML",
    "application/gexf+xml": "XML",
    "application/graphml+xml": "XML",
    "application/jsonl": "TXT",
}
_KEYWORDS = ("human rights", "treaty body", "State party report", "legal citation", "national law")
_TURTLE_FEATURE = NamedNode("http://www.w3.org/ns/formats/Turtle")

# Of each file what is in it, its media type, and whether IANA has registered that.
_FILES = {
    "report.json": ("The report: symbol, State, dates, sections, notes, layout", "application/json", True),
    "paragraphs.jsonl": ("The paragraphs and tables of the report", "application/jsonl", False),
    "mentions.jsonl": ("The laws, provisions, dates and public bodies that are named", "application/jsonl", False),
    "entities.jsonl": ("The laws and bodies that the mentions denote", "application/jsonl", False),
    "citations.jsonl": (
        "Which law is cited under which article, how firmly, by which mentions",
        "application/jsonl",
        False,
    ),
    "judgements.jsonl": ("What a person judged of links, claims and mentions", "application/jsonl", False),
    "dialogue.jsonl": (
        "What each paragraph says between State and Committee, and what it points at",
        "application/jsonl",
        False,
    ),
    "relations.jsonl": ("What the text states of laws and bodies", "application/jsonl", False),
    "graph.ttl": ("The graph of the report", "text/turtle", True),
    "network.gexf": ("The network of articles and law as GEXF", "application/gexf+xml", False),
    "network.graphml": ("The network of articles and law as GraphML", "application/graphml+xml", False),
    "nodes.csv": ("The nodes of the network of articles and law", "text/csv", True),
    "edges.csv": ("The edges of the network of articles and law", "text/csv", True),
    "index.html": ("A page to look at: the citations marked, the law, the network", "text/html", True),
    "mentions.spacy": ("The mentions as training data for spaCy", "application/octet-stream", True),
    "iri-lock.json": ("The IRIs that laws and bodies have in all reports", "application/json", True),
    "identity.csv": ("Pairs of laws or bodies that may be one, for a person to settle", "text/csv", True),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that a build wrote: its name, its length in bytes, and the SHA-256 of its content."""

    name: str
    size: int
    sha256: str


def file_kind(name: str) -> tuple[str, str]:
    """Tell what is in a file that a build wrote, by its name, and its media type; of another what its ending says."""
    words, media_type, _ = _FILES.get(name, ("", guess_type(name)[0] or "application/octet-stream", True))
    return words, media_type


def describe_dataset(report: Report, register: Register, graph: Sequence[Triple], files: Sequence[Written]) -> bytes:
    """Describe one report's data set as Turtle: the graph by its numbers, each file, and where all comes from."""
    itself = register.named("graph", "")
    run = register.named("run", "")
    instances = Counter(triple.object for triple in graph if triple.predicate == v.RDF_TYPE)
    uses = Counter(triple.predicate for triple in graph)
    classes = {name: register.named("graph", f"__class_{_field(name)}") for name in _in_order(instances)}
    properties = {name: register.named("graph", f"__property_{_field(name)}") for name in _in_order(uses)}
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(f"Legal citations in {report.symbol}", "en")),
        (v.DCTERMS_DESCRIPTION, text(_DESCRIPTION.format(report.symbol), "en")),
        (v.DCTERMS_IDENTIFIER, text(report.symbol)),
        (v.DCTERMS_SOURCE, register.document),
        *((v.DCTERMS_SPATIAL, place) for place in _places(report.state)),
        (v.DCTERMS_SUBJECT, treaty_iri(register.treaty.abbreviation) if register.treaty else None),
        (v.DCTERMS_LANGUAGE, _language(report.language)),
        *((v.DCAT_KEYWORD, text(word, "en")) for word in _KEYWORDS),
        *_terms_of_use(),
        (v.PROV_WAS_ATTRIBUTED_TO, software_iri()),
        (v.PROV_WAS_GENERATED_BY, run),
        (v.PROV_WAS_DERIVED_FROM, source_iri(report)),
        (v.VOID_TRIPLES, integer(len(graph))),
        (v.VOID_ENTITIES, integer(len({t.subject for t in graph if t.predicate == v.RDF_TYPE}))),
        (v.VOID_DISTINCT_SUBJECTS, integer(len({triple.subject for triple in graph}))),
        (v.VOID_DISTINCT_OBJECTS, integer(len({triple.object for triple in graph}))),
        (v.VOID_CLASSES, integer(len(classes))),
        (v.VOID_PROPERTIES, integer(len(properties))),
        *((v.VOID_VOCABULARY, vocabulary) for vocabulary in _vocabularies((*classes, *properties))),
        (v.VOID_URI_SPACE, Literal(v.BASE)),
        (v.VOID_ROOT_RESOURCE, register.document),
        (v.VOID_FEATURE, _TURTLE_FEATURE),
        (v.VOID_DATA_DUMP, NamedNode(f"{_HERE}graph.ttl")),
        *((v.DCAT_DISTRIBUTION_OF, _distribution(itself, file)) for file in files),
        *((v.VOID_CLASS_PARTITION, partition) for partition in classes.values()),
        *((v.VOID_PROPERTY_PARTITION, partition) for partition in properties.values()),
    ]
    made: list[Fact] = [(v.PROV_WAS_GENERATED_BY, run), (v.PROV_WAS_DERIVED_FROM, source_iri(report))]
    return _write(
        (
            *describe(itself, (v.VOID_DATASET, v.DCAT_DATASET, v.PROV_ENTITY), facts),
            *(triple for file in files for triple in _describe_file(itself, file, made)),
            *describe_origin(report, register),
            *(
                triple
                for name, partition in classes.items()
                for triple in _describe_part(partition, (v.VOID_CLASS, name), (v.VOID_ENTITIES, instances[name]))
            ),
            *(
                triple
                for name, partition in properties.items()
                for triple in _describe_part(partition, (v.VOID_PROPERTY, name), (v.VOID_TRIPLES, uses[name]))
            ),
        )
    )


def describe_corpus(folders: Sequence[tuple[str, str]], files: Sequence[Written]) -> bytes:
    """Describe a folder of reports as Turtle: a catalogue of their data sets.

    `folders` has the name of each report's folder and the last segment of its IRI.
    """
    itself = NamedNode(f"{_HERE}#corpus")
    parts = [NamedNode(f"{v.BASE}graph/{document}") for _, document in folders]
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(f"Legal citations in {len(folders)} reports", "en")),
        (v.DCTERMS_DESCRIPTION, text(_DESCRIPTION.format("each report"), "en")),
        (v.DCTERMS_LANGUAGE, _language("en")),
        *_terms_of_use(),
        (v.VOID_DOCUMENTS, integer(len(folders))),
        (v.VOID_URI_SPACE, Literal(v.BASE)),
        (v.VOID_FEATURE, _TURTLE_FEATURE),
        *((fact, part) for part in parts for fact in (v.VOID_SUBSET, v.DCAT_DATASET_OF)),
        *((v.VOID_DATA_DUMP, NamedNode(f"{_HERE}{name}/graph.ttl")) for name, _ in folders),
        *((v.DCAT_DISTRIBUTION_OF, _distribution(itself, file)) for file in files),
    ]
    described = (
        triple
        for (name, _), part in zip(folders, parts, strict=True)
        for triple in describe(
            part,
            (v.VOID_DATASET, v.DCAT_DATASET),
            [
                (v.DCTERMS_TITLE, text(f"Legal citations in {name}", "en")),
                (v.DCTERMS_DESCRIPTION, text(_DESCRIPTION.format(name), "en")),
                (v.RDFS_SEE_ALSO, NamedNode(f"{_HERE}{name}/dataset.ttl")),
            ],
        )
    )
    return _write(
        (
            *describe(itself, (v.VOID_DATASET, v.DCAT_CATALOG), facts),
            *(triple for file in files for triple in _describe_file(itself, file, ())),
            *described,
            *describe_software(),
        )
    )


_DESCRIPTION = (
    "The national laws and other instruments that {} cites, the articles of the treaty under which it cites them, and "
    "the words, paragraph and page behind every link. A link is the State's claim, not a finding of law."
)


def _terms_of_use() -> tuple[Fact, ...]:
    rights = "The words of reports are those of documents of the United Nations; the licence covers what was added."
    return (
        (v.DCTERMS_LICENSE, LICENSE),
        (v.DCTERMS_RIGHTS, text(rights, "en")),
        (v.DCTERMS_CONFORMS_TO, ONTOLOGY),
        (v.DCTERMS_PUBLISHER, software_iri()),
        (v.DCTERMS_ISSUED, stated_time()),
        (v.DCAT_THEME, _LEGAL),
        (v.DCAT_VERSION, Literal(__version__)),
    )


def _places(state: str | None) -> Iterator[NamedNode]:
    """Name the State as the graph does, then as others do."""
    if state is not None:
        yield state_iri(state)
        yield from (place for _, place in same_elsewhere(state) if isinstance(place, NamedNode))


def _language(code: str) -> NamedNode | None:
    return NamedNode(f"{_AUTHORITY}language/{_LANGUAGES[code]}") if code in _LANGUAGES else None


def _describe_file(data_set: NamedNode, file: Written, made: Sequence[Fact]) -> Iterator[Triple]:
    itself = _distribution(data_set, file)
    checksum = NamedNode(f"{itself.value}__sha256")
    words, media_type, registered = _FILES.get(file.name, ("", "application/octet-stream", True))
    kind = _FILE_TYPES.get(media_type)
    facts: list[Fact] = [
        (v.DCTERMS_TITLE, text(file.name)),
        (v.DCTERMS_DESCRIPTION, text(words if registered else f"{words} ({media_type})", "en")),
        (v.DCAT_ACCESS_URL, NamedNode(f"{_HERE}{file.name}")),
        (v.DCAT_DOWNLOAD_URL, NamedNode(f"{_HERE}{file.name}")),
        (v.DCAT_MEDIA_TYPE, NamedNode(_MEDIA_TYPES + media_type) if registered else None),
        (v.DCTERMS_FORMAT, NamedNode(f"{_AUTHORITY}file-type/{kind}") if kind else None),
        (v.DCAT_BYTE_SIZE, Literal(str(file.size), datatype=v.XSD_COUNT)),
        (v.DCTERMS_LICENSE, LICENSE),
        (v.SPDX_CHECKSUM_OF, checksum),
        *made,
    ]
    yield from describe(itself, (v.DCAT_DISTRIBUTION, v.PROV_ENTITY), facts)
    value = Literal(file.sha256, datatype=v.XSD_HEX)
    yield from describe(checksum, (v.SPDX_CHECKSUM,), [(v.SPDX_ALGORITHM, v.SPDX_SHA256), (v.SPDX_VALUE, value)])


def _describe_part(partition: NamedNode, what: Fact, count: tuple[NamedNode, int]) -> Iterator[Triple]:
    return describe(partition, (v.VOID_DATASET,), [what, (count[0], integer(count[1]))])


def _distribution(data_set: NamedNode, file: Written) -> NamedNode:
    beginning = data_set.value if "#" in data_set.value else f"{data_set.value}_"
    return NamedNode(f"{beginning}_file_{safe(file.name.replace('.', '-'))}")


def _in_order(terms: Iterable[object]) -> list[NamedNode]:
    return sorted((term for term in terms if isinstance(term, NamedNode)), key=lambda term: term.value)


def _field(name: NamedNode) -> str:
    """Name a term in an IRI by its prefix too: `tg_number` beside `eli_number`."""
    for prefix, space in v.PREFIXES.items():
        if name.value.startswith(space):
            return f"{prefix}_{safe(name.value.removeprefix(space))}"
    return safe(local_name(name).rpartition("#")[2])


def _vocabularies(terms: Iterable[NamedNode]) -> list[NamedNode]:
    spaces = {space for space in v.PREFIXES.values() for term in terms if term.value.startswith(space)}
    return [NamedNode(space.rstrip("#") if space == v.PREFIXES["tg"] else space) for space in sorted(spaces)]


def _write(triples: Iterable[Triple]) -> bytes:
    return turtle(triples).replace(f"<{_HERE}".encode(), b"<")
