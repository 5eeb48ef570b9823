"""What stands beside the reports, of all of them: the page over them, and their description for catalogues.

Both are there where a folder holds more than one report, and gone where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from treatygraph.building.folder import read_written
from treatygraph.building.made import PART_FILE, Made, read_part, survey
from treatygraph.building.swap import DATASET_FILE, PAGE_FILE, saying, write_file
from treatygraph.corpus.lock import DECISIONS_FILE, LOCK_FILE
from treatygraph.errors import WritingError
from treatygraph.export.explorer.corpus import corpus_record, read_parts
from treatygraph.export.explorer.page import CORPUS_TITLE, corpus_page
from treatygraph.export.explorer.parts import Part
from treatygraph.folders import list_folders
from treatygraph.graph.dataset import describe_corpus
from treatygraph.graph.iris import document_name

# By this a page over all and a catalogue are known for our own; a single report's page and description have it not.
_MARKS = {PAGE_FILE: f"<title>{CORPUS_TITLE}</title>".encode(), DATASET_FILE: b"<#corpus>"}
_HEAD = 65_536


def refuse_foreign_files(output: Path) -> None:
    """Refuse a folder in which another's `index.html` or `dataset.ttl` stands, which would be overwritten.

    Raises:
        WritingError: it does, or the folder is that of a single report.
    """
    if (output / "report.json").is_file():
        raise WritingError(f"{output} is the folder of one report; name the folder that is to hold such folders.")
    for name, mark in _MARKS.items():
        if not _is_own(output / name, mark):
            raise WritingError(
                f"{output / name} is there and was not written by treatygraph; move it away or choose another --output."
            )


def _is_own(path: Path, mark: bytes) -> bool:
    """Whether a file is one that a build wrote, or is not there."""
    if not path.is_file():
        return not path.exists()
    with saying(path), path.open("rb") as file:
        return mark in file.read(_HEAD)


def write_over_all(output: Path, known: Mapping[Path, Made | None] | None = None) -> None:
    """Write page and catalogue, or remove those of an earlier build where they are of too few reports.

    `known` tells what each folder was made from, where that was found out already.

    Raises:
        ReadingError: a report's records are missing or damaged.
        WritingError: something cannot be written.
    """
    write_overview(output, known)
    write_catalogue(output)


def write_overview(output: Path, known: Mapping[Path, Made | None] | None = None) -> Path | None:
    """Write the page over all reports that were built into `output`, where there are several.

    Raises:
        ReadingError: a report's records are missing or damaged.
        WritingError: the page cannot be written.
    """
    page = output / PAGE_FILE
    folders = survey(output) if known is None else known
    if len(folders) < 2:
        _remove(page)
        return None
    content = corpus_page(corpus_record(_parts(folders), output))
    write_file(page, content.encode())
    return page


def write_catalogue(output: Path) -> Path | None:
    """Write the description of all reports that were built into `output`, where there are several.

    Raises:
        WritingError: it cannot be written.
    """
    catalogue = output / DATASET_FILE
    names = [folder.name for folder in list_folders(output, "graph.ttl")]
    if len(names) < 2:
        _remove(catalogue)
        return None
    with saying(catalogue):
        files = (output / name for name in (PAGE_FILE, LOCK_FILE, DECISIONS_FILE))
        written = read_written(path for path in files if path.is_file())
    write_file(catalogue, describe_corpus([(name, document_name(name)) for name in names], written))
    return catalogue


def _parts(folders: Mapping[Path, Made | None]) -> Iterator[tuple[Path, Part]]:
    """What the page takes from each report: as it was kept with it, or from its records."""
    for folder, made in folders.items():
        part = read_part(folder) if made is not None and PART_FILE in made.files else None
        if part is not None:
            yield folder, part
        else:
            yield from read_parts([folder])


def _remove(path: Path) -> None:
    with saying(path):
        path.unlink(missing_ok=True)
