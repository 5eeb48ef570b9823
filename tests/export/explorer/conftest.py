"""The page of CED/C/KAZ/1 as a file, and a browser without a network to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from explorer_reader import PHONE, Reader, reader_of

from treatygraph.building.build import annotate
from treatygraph.corpus.records import write_records
from treatygraph.export.explorer import write_corpus_page, write_page
from treatygraph.report import Annotated


@pytest.fixture(scope="session")
def report_page(annotated: Annotated, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`CED-C-KAZ-1/index.html` beside the report's records."""
    folder = tmp_path_factory.mktemp("explorer") / "CED-C-KAZ-1"
    folder.mkdir()
    write_records(annotated, folder)
    write_page(annotated, folder / "index.html")
    return folder / "index.html"


@pytest.fixture(scope="session")
def corpus_page(report_page: Path) -> Path:
    """`index.html` over the one report."""
    path = report_page.parent.parent / "index.html"
    write_corpus_page([report_page.parent], path)
    return path


@pytest.fixture(scope="session")
def three_reports(annotated: Annotated, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`index.html` over two reports of Kazakhstan and the longest report, of Lithuania, and their own pages."""
    base = tmp_path_factory.mktemp("reports")
    reports = {"CED-C-KAZ-1": annotated} | {
        name: annotate(shared / "reports" / f"{name}.pdf") for name in ("CRPD-C-KAZ-1", "CRPD-C-LTU-1")
    }
    for name, report in reports.items():
        (base / name).mkdir()
        write_records(report, base / name)
        write_page(report, base / name / "index.html")
    write_corpus_page([base / name for name in reports], base / "index.html")
    return base / "index.html"


@pytest.fixture
def reader(chromium: Any, report_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, report_page)


@pytest.fixture
def phone(chromium: Any, report_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, report_page, **PHONE)


@pytest.fixture
def corpus_reader(chromium: Any, corpus_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, corpus_page)


@pytest.fixture
def corpus_phone(chromium: Any, corpus_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, corpus_page, **PHONE)
