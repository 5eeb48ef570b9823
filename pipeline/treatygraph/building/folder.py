"""The files of one report, in a folder that its symbol names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from treatygraph.building.made import seal
from treatygraph.building.swap import DATASET_FILE
from treatygraph.corpus.records import write_records
from treatygraph.corpus.summary import Summary, summarise
from treatygraph.export import project, write_network
from treatygraph.export.explorer import write_page
from treatygraph.export.explorer.parts import make_part
from treatygraph.export.training import to_docbin
from treatygraph.graph import triples
from treatygraph.graph.dataset import Written, describe_dataset
from treatygraph.graph.register import make_register
from treatygraph.graph.turtle import turtle
from treatygraph.report import Annotated

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def folder_name(symbol: str) -> str:
    """Name a report's folder by its symbol.

    >>> folder_name("CED/C/KAZ/1")
    'CED-C-KAZ-1'
    """
    return _NOT_IN_NAMES.sub("_", symbol.replace("/", "-")).lstrip(".") or "report"


def write_files(annotated: Annotated, folder: Path, *, docbin: bool = False) -> None:
    """Write every file of a linked report into an existing folder; `docbin` adds its mentions as training data."""
    write_records(annotated, folder)
    graph = tuple(triples(annotated))
    (folder / "graph.ttl").write_bytes(turtle(graph))
    write_network(project([annotated]), folder)
    write_page(annotated, folder / "index.html")
    if docbin:
        (folder / "mentions.spacy").write_bytes(to_docbin(annotated))
    written = read_written(path for path in folder.iterdir() if path.is_file() and path.name != DATASET_FILE)
    description = describe_dataset(annotated.report, make_register(annotated), graph, written)
    (folder / DATASET_FILE).write_bytes(description)


def write_sealed(annotated: Annotated, folder: Path, key: str, *, docbin: bool = False) -> Summary:
    """Write every file, then what they were made from (`key`), by which a later build knows them."""
    write_files(annotated, folder, docbin=docbin)
    summary = summarise(annotated)
    seal(folder, key, summary, make_part(annotated))
    return summary


def read_written(paths: Iterable[Path]) -> tuple[Written, ...]:
    """Take the size and the checksum of files, by name."""
    contents = ((path.name, path.read_bytes()) for path in sorted(paths))
    return tuple(Written(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in contents)
