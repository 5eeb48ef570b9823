"""Finding and loading graphs: in files of RDF, in what a build wrote, in the folder of a store, in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from treatygraph.errors import ReadingError
from treatygraph.folders import list_folders
from treatygraph.graph.vocabulary import DEPOSITARY_FILE, DEPOSITARY_GRAPH, EXTERNAL_FILE
from treatygraph.query.nearest import listed, nearest, same_symbol
from treatygraph.query.rdfxml import check_xml
from treatygraph.store.layout import read_symbol

if TYPE_CHECKING:
    from rdflib import Graph

_FORMATS = {
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
    ".xml": pyoxigraph.RdfFormat.RDF_XML,
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
}

_MOST_LISTED = 12


def open_store(source: Graph | pyoxigraph.Store | Path | str) -> pyoxigraph.Store:
    """Load a graph into a store in memory, or open a store on disk for reading.

    `source` is a file of RDF, a folder that a build wrote (its `graph.ttl`, or those of the folders in it), the
    folder of an Oxigraph store, an `rdflib.Graph`, or a store, which is returned as it is. What the depositary
    records, where `depositary.csv` lies beside the reports, gets a graph of its own, `g:untc`; the default graph holds
    all else, and tells that there is such a graph. The links of an `external.csv` there are among all else.

    Raises:
        ReadingError: there is no graph there, or it is malformed; or a row of `depositary.csv` or `external.csv` is.

    """
    if isinstance(source, pyoxigraph.Store):
        return source
    if not isinstance(source, str | Path):
        store = pyoxigraph.Store()
        turtle = source.serialize(format="nt", encoding="utf-8")
        store.bulk_load(turtle, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return store
    path = Path(source)
    if is_store(path):
        try:
            return pyoxigraph.Store.read_only(str(path))
        except OSError as error:
            raise ReadingError(f"{path}: this store cannot be opened ({error}); make it again.") from error
    store = pyoxigraph.Store()
    for file in _graph_files(path):
        notation = _FORMATS[file.suffix]
        if notation == pyoxigraph.RdfFormat.RDF_XML:
            check_xml(file)
        try:
            if notation.supports_datasets:
                # What stands in named graphs is asked as one: Oxigraph's union of graphs would count a triple twice.
                store.bulk_extend(
                    placed
                    for quad in pyoxigraph.parse(path=str(file), format=notation)
                    for placed in _place(quad.triple, recorded=quad.graph_name == DEPOSITARY_GRAPH)
                )
            else:
                store.bulk_load(path=str(file), format=notation)
        except (SyntaxError, ValueError, OSError) as error:
            raise ReadingError(f"{file}: this is not a well-formed graph ({error}); build it again.") from error
    store.extend(_linked(path, store))
    for triple in _recorded(path):
        store.extend(_place(triple, recorded=True))
    return store


def _recorded(path: Path) -> tuple[pyoxigraph.Triple, ...]:
    """What the depositary records, where there is its file; what reads it knows all treaties, and loads slowly."""
    if not any((folder / DEPOSITARY_FILE).exists() for folder in (path, path.resolve().parent)):
        return ()
    from treatygraph.graph.depositary import describe_depositary, load_depositary

    return describe_depositary(load_depositary(path))


def _linked(path: Path, store: pyoxigraph.Store) -> list[pyoxigraph.Quad]:
    """What `external.csv` links, where there is one, of the laws that the store describes."""
    if not any((folder / EXTERNAL_FILE).exists() for folder in (path, path.resolve().parent)):
        return []
    from treatygraph.graph.external import choose_external, describe_external, load_external

    def described(law: pyoxigraph.NamedNode) -> bool:
        return next(store.quads_for_pattern(law, None, None), None) is not None

    whole = not (path / "graph.ttl").is_file()
    links = choose_external(load_external(path), described, all_reports=whole)
    return [pyoxigraph.Quad(t.subject, t.predicate, t.object) for t in describe_external(links)]


def _place(triple: pyoxigraph.Triple, *, recorded: bool) -> Iterator[pyoxigraph.Quad]:
    """Put what is recorded into its own graph, and what is said of that graph into the default one too.

    A question looks there before it asks the graph: rdflib refuses `GRAPH` where it has a single graph.
    """
    if recorded:
        yield pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, DEPOSITARY_GRAPH)
    if not recorded or triple.subject == DEPOSITARY_GRAPH:
        yield pyoxigraph.Quad(triple.subject, triple.predicate, triple.object)


def is_store(path: Path) -> bool:
    """Whether a folder is that of a store on disk."""
    return path.is_dir() and (path / "CURRENT").is_file()  # the file by which RocksDB marks its folders


def report_folders(source: Path) -> dict[str, Path]:
    """Find the reports in a folder that holds several, by symbol; none where `source` is anything else."""
    if not source.is_dir() or (source / "graph.ttl").is_file() or is_store(source):
        return {}
    folders = [file.parent for file in _built_graphs(source)]
    return dict(sorted((read_symbol(folder), folder) for folder in folders))


def choose_report(folders: Mapping[str, Path], symbol: str) -> Path:
    """Find the folder of one report by its symbol, in either case, or by the folder's name.

    Raises:
        ReadingError: there is none.

    """
    for known, folder in folders.items():
        if symbol == folder.name or same_symbol(symbol, (known,)):
            return folder
    near = nearest(symbol, folders)
    if len(folders) > _MOST_LISTED and near:
        raise ReadingError(f"There is no report {symbol} here; of {len(folders)} the nearest are: {listed(near)}.")
    if len(folders) > _MOST_LISTED:
        raise ReadingError(
            f"There is no report {symbol} here; the {len(folders)} have symbols such as {next(iter(folders))}."
        )
    raise ReadingError(f"There is no report {symbol} here; there are: {listed(folders)}.")


def _graph_files(path: Path) -> list[Path]:
    """List the files that hold a graph: the file itself, or those that a build wrote into a folder."""
    if path.is_file():
        if path.suffix not in _FORMATS:
            known = ", ".join(_FORMATS)
            raise ReadingError(f"{path}: this is no file of RDF; give one that ends in {known}.")
        return [path]
    files = [path / "graph.ttl"] if (path / "graph.ttl").is_file() else _built_graphs(path)
    if not files:
        raise ReadingError(f"{path}: there is no graph here; build a report into it first.")
    return files


def _built_graphs(folder: Path) -> list[Path]:
    """The graphs of the reports in a folder; what is hidden is the half of a build that goes on or was ended."""
    return [found / "graph.ttl" for found in list_folders(folder, "graph.ttl")]
