"""The folder of a build as a Research Object Crate, which repositories of research data read.

RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): one file, `ro-crate-metadata.json`, that lies at the root of what is
deposited. It names every file with its size, kind and checksum, each report with the document that it was read from,
the licence, and the program that made it all. Whoever deposits it puts their own name beside the program's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from treatygraph.building.folder import read_written
from treatygraph.building.made import MADE_FILE, PART_FILE, files_of
from treatygraph.corpus.records import read_records
from treatygraph.errors import ReadingError
from treatygraph.folders import list_folders
from treatygraph.graph.dataset import LICENSE, file_kind
from treatygraph.graph.iris import un_address
from treatygraph.graph.provenance import stated_time
from treatygraph.graph.vocabulary import BASE
from treatygraph.ontology import load_treaty, state_names
from treatygraph.report import Report
from treatygraph.version import __version__

CRATE_FILE: Final = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_PROGRAM = f"{BASE}software/treatygraph/{__version__}"
# What is the program's own, and what is hidden (a store, an index, a lock), is not deposited.
_NOT_DEPOSITED = frozenset((MADE_FILE, PART_FILE, CRATE_FILE))

Entity = dict[str, Any]


def crate(source: Path, tell: Callable[[str], None] = lambda phase: None) -> bytes:
    """Describe the report in a folder, or all reports in the folders in it, with the files beside them.

    The date of publication is that of `SOURCE_DATE_EPOCH`, or today's.

    Raises:
        ReadingError: there is no report, or its records cannot be read.
    """
    single = (source / "report.json").is_file()
    folders = [source] if single else list_folders(source)
    if not folders:
        raise ReadingError(f"{source}: there is no report here; build one into it first.")
    parts: list[Entity] = []
    reports: list[Report] = []
    whole: list[Entity] = []
    for folder in folders:
        tell(f"Describing {folder.name}")
        report = read_records(folder).report
        files = list(_files(folder, source))
        reports.append(report)
        parts += files
        whole += files if single else [_report(report, folder, source, files)]
    if not single:
        beside = [_file(path, source) for path in sorted(source.iterdir()) if _is_deposited(path)]
        parts += beside
        whole += beside
    stated = stated_time()
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"National laws cited under treaty articles in {_told(reports)}",
        "description": (
            "Which national laws States cite under which articles of human rights treaties in their reports to UN "
            "treaty bodies, and of which they say that they carry the article out, with the words, paragraph and page."
        ),
        "datePublished": stated.value[:10] if stated else datetime.now(UTC).date().isoformat(),
        "license": {"@id": LICENSE.value},
        "keywords": ["human rights", "treaty body", "State party report", "legal citation", "national law"],
        "hasPart": [{"@id": entity["@id"]} for entity in whole],
        "isBasedOn": [{"@id": un_address(report.symbol).value} for report in reports],
        "mentions": [{"@id": "#made"}],
    }
    graph = [
        {"@id": CRATE_FILE, "@type": "CreativeWork", "conformsTo": {"@id": _PROFILE}, "about": {"@id": "./"}},
        root,
        *(entity for entity in whole if entity["@type"] == "Dataset"),
        *parts,
        *map(_document, reports),
        {"@id": LICENSE.value, "@type": "CreativeWork", "name": "Apache License 2.0"},
        {
            "@id": _PROGRAM,
            "@type": "SoftwareApplication",
            "name": "treatygraph",
            "softwareVersion": __version__,
            "url": BASE.rstrip("/"),
        },
        {
            "@id": "#made",
            "@type": "CreateAction",
            "name": "Reports were read, and the laws in them found and linked",
            "instrument": {"@id": _PROGRAM},
            "object": root["isBasedOn"],
            "result": {"@id": "./"},
        },
    ]
    return (json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n").encode()


def _told(reports: list[Report]) -> str:
    return reports[0].symbol if len(reports) == 1 else f"{len(reports)} documents of treaty bodies"


def _report(report: Report, folder: Path, source: Path, files: list[Entity]) -> Entity:
    return {
        "@id": f"{folder.relative_to(source).as_posix()}/",
        "@type": "Dataset",
        "name": report.symbol,
        "description": report.title,
        "isBasedOn": {"@id": un_address(report.symbol).value},
        "hasPart": [{"@id": entity["@id"]} for entity in files],
    }


def _document(report: Report) -> Entity:
    treaty = load_treaty(report.treaty) if report.treaty else None
    state = state_names().get(report.state or "")
    about = [*([f"State: {state}"] if state else []), *([f"Treaty: {treaty.title}"] if treaty else [])]
    return {
        "@id": un_address(report.symbol).value,
        "@type": "CreativeWork",
        "identifier": report.symbol,
        "name": report.title,
        "inLanguage": report.language,
        **({"keywords": about} if about else {}),
        **({"datePublished": report.date} if report.date else {}),
    }


def _files(folder: Path, source: Path) -> Iterator[Entity]:
    return (_file(path, source) for path in files_of(folder) if _is_deposited(path))


def _is_deposited(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.name not in _NOT_DEPOSITED


def _file(path: Path, source: Path) -> Entity:
    (written,) = read_written([path])
    words, media_type = file_kind(path.name)
    return {
        "@id": path.relative_to(source).as_posix(),
        "@type": "File",
        "name": path.name,
        **({"description": words} if words else {}),
        "encodingFormat": media_type,
        "contentSize": str(written.size),
        "sha256": written.sha256,
    }
