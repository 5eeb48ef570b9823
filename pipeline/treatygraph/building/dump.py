"""Writing what a build made in another notation: one report's graph, or those of many, merged or kept apart.

The merge of many reports says each triple once: first what several of them describe, in the order of IRIs, then report
by report what is its own. Graphs that are kept apart bear the IRI that describes them (`g:CED-C-KAZ-1`), and what they
have in common stands once, in `g:common`: no triple is in two graphs. What the depositary records, where there is a
`depositary.csv`, is a graph too (`g:untc`), and never merged. The links of an `external.csv` are merged with the laws
that they are of; kept apart they are `g:external`.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from treatygraph.building.crate import crate
from treatygraph.corpus.records import read_records
from treatygraph.errors import ReadingError, WritingError
from treatygraph.export.akn.document import akn_document
from treatygraph.folders import list_folders
from treatygraph.graph.common import COMMON_GRAPH, describe_common, known_facts
from treatygraph.graph.depositary import DEPOSITARY_GRAPH, describe_depositary, load_depositary
from treatygraph.graph.external import (
    EXTERNAL_GRAPH,
    choose_external,
    describe_external,
    describe_external_graph,
    load_external,
)
from treatygraph.graph.iris import document_name
from treatygraph.graph.notations import NOTATIONS, NamedGraph, write_graph, write_graphs
from treatygraph.graph.vocabulary import BASE, DCTERMS_IDENTIFIER, DOCUMENT, RDF_TYPE


def dump(source: Path, notation: str, tell: Callable[[str], None] = lambda phase: None) -> Iterator[bytes]:
    """Write the graph of the report in a folder, or of all reports in the folders in it.

    Two write no graph: "akn" the report itself with its citations marked, as Akoma Ntoso, one report at a time;
    "rocrate" the description of the folder for who deposits it. `tell` is called with what it is at, report by report.

    Raises:
        ReadingError: there is no graph at `source`, or one is malformed; or several reports are to be one document;
            or a row of `depositary.csv` or `external.csv` is malformed.
        KeyError: there is no such notation.
    """
    if notation == "rocrate":
        return iter((crate(source, tell),))
    if notation == "akn":
        folder = _only_report(source)
        tell(f"Writing {folder.name}")
        return iter((akn_document(read_records(folder)),))
    if NOTATIONS[notation].named_graphs:
        return write_graphs(named_graphs(source, tell), notation)
    files = graph_files(source)
    linked = _linked(source, files)
    if len(files) == 1:
        tell(f"Writing {files[0].parent.name}")
        return write_graph(_with_links(_read(files[0]), linked), notation)
    return write_graph(_with_links(_merged(files, tell), linked), notation)


def named_graphs(source: Path, tell: Callable[[str], None] = lambda phase: None) -> Iterator[NamedGraph]:
    """Yield the graphs of a folder apart: what they have in common, each report's, the depositary's and links'.

    Raises:
        ReadingError: as in `dump`.
    """
    files = graph_files(source)
    recorded = describe_depositary(load_depositary(source))
    graphs = [NamedGraph(DEPOSITARY_GRAPH, recorded)] if recorded else []
    if linked := _linked(source, files):
        graphs.append(NamedGraph(EXTERNAL_GRAPH, (*describe_external_graph(), *linked)))
    return chain(_apart(files, tell), graphs)


def dump_to(source: Path, notation: str, target: Path, tell: Callable[[str], None] = lambda phase: None) -> None:
    """Write to a file, whole or not at all; `tell` is as in `dump`.

    Raises:
        ReadingError: there is no graph at `source`, or one is malformed.
        WritingError: the file cannot be written.
    """
    fresh = target.with_name(f".{target.name}.partial-{os.getpid()}")
    parts = dump(source, notation, tell)
    try:
        with fresh.open("wb") as file:
            file.writelines(parts)
        fresh.replace(target)
    except OSError as error:
        raise WritingError(f"{target} cannot be written ({error.strerror or error}); give another --output.") from error
    finally:
        fresh.unlink(missing_ok=True)


def graph_files(source: Path) -> list[Path]:
    """List the graphs of a report's folder, or of the folders in a folder, by name.

    Raises:
        ReadingError: there are none.
    """
    if (source / "graph.ttl").is_file():
        return [source / "graph.ttl"]
    files = [folder / "graph.ttl" for folder in list_folders(source, "graph.ttl")]
    if not files:
        raise ReadingError(f"{source}: there is no graph here; build a report into it first.")
    return files


def _only_report(source: Path) -> Path:
    folders = [file.parent for file in graph_files(source)]
    if len(folders) > 1:
        raise ReadingError(f"{source}: a document holds one report; name the folder of one, such as {folders[0]}.")
    return folders[0]


def _read(file: Path) -> list[Triple]:
    try:
        return [quad.triple for quad in parse(file.read_bytes(), format=RdfFormat.TURTLE)]
    except (SyntaxError, OSError) as error:
        raise ReadingError(f"{file}: this is not a well-formed graph ({error}); build it again.") from error


def _linked(source: Path, files: Sequence[Path]) -> tuple[Triple, ...]:
    """What `external.csv` links, of the laws that these files describe."""
    links = load_external(source)
    wanted = {link.law for link in links}
    described = {t.subject for file in files for t in _read(file) if t.subject in wanted} if wanted else set()
    whole = not (source / "graph.ttl").is_file()
    return describe_external(choose_external(links, described.__contains__, all_reports=whole))


def _with_links(triples: Iterable[Triple], linked: Sequence[Triple]) -> Iterator[Triple]:
    """Yield triples, with the links of a law among its own, and at the end what else is said of them."""
    more: dict[str, list[Triple]] = {}
    for triple in linked:
        more.setdefault(_name(triple), []).append(triple)
    subject = ""
    for triple in triples:
        if _name(triple) != subject:
            yield from more.pop(subject, ())
            subject = _name(triple)
        yield triple
    for found in more.values():
        yield from found


def _apart(files: Sequence[Path], tell: Callable[[str], None]) -> Iterator[NamedGraph]:
    """Yield the graph that all have in common, then those of the reports without it."""
    common: set[Triple] = set()
    names: list[NamedNode] = []
    for found in _find_shared(files, tell).values():
        common |= {triple for triple, files_with_it in found.items() if files_with_it > 1}
    for file in files:
        triples = _read(file)
        names.append(_graph_name(file, triples))
        common |= known_facts() & set(triples)
    yield NamedGraph(COMMON_GRAPH, describe_common(common, names))
    for file, name in zip(files, names, strict=True):
        tell(f"Writing {file.parent.name}")
        yield NamedGraph(name, [triple for triple in _read(file) if triple not in common])


def _graph_name(file: Path, triples: Sequence[Triple]) -> NamedNode:
    reports = {triple.subject for triple in triples if (triple.predicate, triple.object) == _IS_REPORT}
    symbols = [t.object.value for t in triples if t.predicate == DCTERMS_IDENTIFIER and t.subject in reports]  # type: ignore[union-attr]
    name = document_name(symbols[0]) if symbols else file.parent.name
    return NamedNode(f"{BASE}graph/{name}")


_IS_REPORT = (RDF_TYPE, DOCUMENT)


def _merged(files: Sequence[Path], tell: Callable[[str], None]) -> Iterator[Triple]:
    """Yield the triples of all files, each once and all of a subject together.

    The files are read three times, so that only what several describe is held in memory. It is not left to a store,
    which would write numbers in another way ("1" for "1.0").
    """
    shared = _find_shared(files, tell)
    for name in sorted(shared):
        yield from sorted(shared[name], key=lambda t: (t.predicate != RDF_TYPE, str(t.predicate), str(t.object)))
    for file in files:
        tell(f"Writing {file.parent.name}")
        yield from (triple for triple in _read(file) if _name(triple) not in shared)


def _find_shared(files: Sequence[Path], tell: Callable[[str], None]) -> dict[str, Counter[Triple]]:
    """Gather the triples of each subject that several files describe, with the number of files that have them."""
    first: dict[str, int] = {}
    shared: dict[str, Counter[Triple]] = {}
    for place, file in enumerate(files):
        tell(f"Looking at {file.parent.name} for what several describe")
        for triple in _read(file):
            if first.setdefault(_name(triple), place) != place:
                shared.setdefault(_name(triple), Counter())
    for file in files:
        tell(f"Gathering from {file.parent.name} what several describe")
        for triple in dict.fromkeys(_read(file)):
            if (found := shared.get(_name(triple))) is not None:
                found[triple] += 1
    return shared


def _name(triple: Triple) -> str:
    return triple.subject.value if isinstance(triple.subject, NamedNode) else str(triple.subject)
