"""Asking a query of a graph, with rdflib or with Oxigraph.

rdflib suits one report and the graphs a notebook holds; Oxigraph is up to a hundred times faster and reads
stores of many reports. Both give the same answers; where engines differ (comparing years, joining numbers into
text) the questions avoid it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from treatygraph.errors import ReadingError
from treatygraph.graph.depositary import DEPOSITARY_GRAPH, describe_depositary, load_depositary
from treatygraph.query.answers import Answer, Iri, Value, read_literal
from treatygraph.query.questions import QueryError, Question

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


def open_store(source: Graph | pyoxigraph.Store | Path | str) -> pyoxigraph.Store:
    """Load a graph into a store in memory, or open a store on disk for reading.

    `source` is a file of RDF, a folder that a build wrote (its `graph.ttl`, or those of the folders in it), the
    folder of an Oxigraph store, an `rdflib.Graph`, or a store, which is returned as it is. What the depositary
    records, where `depositary.csv` lies beside the reports, gets a graph of its own, `g:untc`; the default graph holds
    all else, and tells that there is such a graph.

    Raises:
        ReadingError: there is no graph there, or it is malformed; or a row of `depositary.csv` is.

    """
    if isinstance(source, pyoxigraph.Store):
        return source
    if not isinstance(source, str | Path):
        store = pyoxigraph.Store()
        turtle = source.serialize(format="nt", encoding="utf-8")
        store.bulk_load(turtle, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return store
    path = Path(source)
    if path.is_dir() and (path / "CURRENT").is_file():  # the file by which RocksDB marks its folders
        return pyoxigraph.Store.read_only(str(path))
    store = pyoxigraph.Store()
    for file in _graph_files(path):
        notation = _FORMATS[file.suffix]
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
    for triple in describe_depositary(load_depositary(path)):
        store.extend(_place(triple, recorded=True))
    return store


def _place(triple: pyoxigraph.Triple, *, recorded: bool) -> Iterator[pyoxigraph.Quad]:
    """Put what is recorded into its own graph, and what is said of that graph into the default one too.

    A question looks there before it asks the graph: rdflib refuses `GRAPH` where it has a single graph.
    """
    if recorded:
        yield pyoxigraph.Quad(triple.subject, triple.predicate, triple.object, DEPOSITARY_GRAPH)
    if not recorded or triple.subject == DEPOSITARY_GRAPH:
        yield pyoxigraph.Quad(triple.subject, triple.predicate, triple.object)


def report_folders(source: Path) -> dict[str, Path]:
    """Find the reports in a folder that holds several, by symbol; none where `source` is anything else."""
    if not source.is_dir() or (source / "graph.ttl").is_file() or (source / "CURRENT").is_file():
        return {}
    folders = [file.parent for file in source.glob("*/graph.ttl")]
    return dict(sorted((_symbol(folder), folder) for folder in folders))


def choose_report(folders: Mapping[str, Path], symbol: str) -> Path:
    """Find the folder of one report by its symbol, or by the folder's name.

    Raises:
        ReadingError: there is none.

    """
    for known, folder in folders.items():
        if symbol in (known, folder.name):
            return folder
    raise ReadingError(f"There is no report {symbol} here; there are: {', '.join(folders)}.")


def ask_oxigraph(store: pyoxigraph.Store, question: Question, query: str) -> Answer:
    """Ask a query of a store.

    Raises:
        QueryError: the query is malformed.

    """
    try:
        result = store.query(query)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise QueryError(f"The query {question.name} cannot be run: {error}.") from error
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Answer(question.name, question.question, ("answer",), ((bool(result),),))
    if isinstance(result, pyoxigraph.QueryTriples):
        triples = (tuple(map(_from_oxigraph, (t.subject, t.predicate, t.object))) for t in result)
        return Answer(question.name, question.question, _TRIPLE, tuple(sorted(triples, key=_as_text)))
    columns = tuple(variable.value for variable in result.variables)
    rows = tuple(tuple(_from_oxigraph(value) for value in solution) for solution in result)
    return Answer(question.name, question.question, columns, rows)


def ask_rdflib(graph: Graph, question: Question, query: str) -> Answer:
    """Ask a query of an `rdflib.Graph`.

    Raises:
        QueryError: the query is malformed.

    """
    try:
        result = graph.query(query)
        rows = [(row,) if isinstance(row, bool) else tuple(row) for row in result]
    except Exception as error:  # rdflib raises the errors of pyparsing and several of its own
        raise QueryError(f"The query {question.name} cannot be run: {error}.") from error
    if result.type == "ASK":
        return Answer(question.name, question.question, ("answer",), ((bool(result.askAnswer),),))
    read = tuple(tuple(_from_rdflib(value) for value in row) for row in rows)
    if result.type == "CONSTRUCT":
        return Answer(question.name, question.question, _TRIPLE, tuple(sorted(read, key=_as_text)))
    columns = tuple(str(variable) for variable in result.vars or ())
    return Answer(question.name, question.question, columns, read)


_TRIPLE = ("subject", "predicate", "object")


def _graph_files(path: Path) -> list[Path]:
    """List the files that hold a graph: the file itself, or those that a build wrote into a folder."""
    if path.is_file():
        if path.suffix not in _FORMATS:
            known = ", ".join(_FORMATS)
            raise ReadingError(f"{path}: this is no file of RDF; give one that ends in {known}.")
        return [path]
    files = [path / "graph.ttl"] if (path / "graph.ttl").is_file() else sorted(path.glob("*/graph.ttl"))
    if not files:
        raise ReadingError(f"{path}: there is no graph here; build a report into it first.")
    return files


def _symbol(folder: Path) -> str:
    """Read a report's symbol off the first line of its paragraphs; the folder's name where there is none."""
    try:
        with (folder / "paragraphs.jsonl").open(encoding="utf-8") as lines:
            return str(json.loads(lines.readline())["doc"])
    except (OSError, ValueError, KeyError, TypeError):
        return folder.name


def _from_oxigraph(term: object) -> Value:
    if isinstance(term, pyoxigraph.NamedNode):
        return Iri(term.value)
    if isinstance(term, pyoxigraph.Literal):
        return read_literal(term.value, term.datatype.value)
    return None if term is None else str(term)


def _from_rdflib(term: object) -> Value:
    from rdflib import Literal, URIRef

    if isinstance(term, URIRef):
        return Iri(term)
    if isinstance(term, Literal):
        return read_literal(str(term), str(term.datatype or ""))
    return None if term is None else str(term)


def _as_text(row: tuple[Value, ...]) -> tuple[str, ...]:
    return tuple(map(str, row))
