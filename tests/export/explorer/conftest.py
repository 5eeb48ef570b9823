"""The page of CED/C/KAZ/1 as a file, and a browser without a network to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from treatygraph.corpus.records import write_records
from treatygraph.export.explorer import write_corpus_page, write_page
from treatygraph.report import Annotated

CHROMIUM = next((path for path in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if path.exists()), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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
def chromium() -> Iterator[Any]:
    """Debian's Chromium, headless."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Reader:
    """Someone who reads a page: opens views, clicks, and notes what goes wrong."""

    page: Any
    path: Path
    faults: list[str] = field(default_factory=list)

    def open(self, view: str = "") -> Any:
        """Open the page at a view, as a bookmark does."""
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + view)
        self.page.wait_for_selector("#side .content > *", state="attached")
        return self.page

    def title(self) -> str:
        """The heading of what the side shows."""
        return str(self.page.locator("#side h2").first.inner_text())

    def text(self) -> str:
        """All that the side shows."""
        return str(self.page.locator("#side").inner_text())


def reader_of(browser: Any, path: Path, **options: Any) -> Iterator[Reader]:
    """A reader with the network cut; at the end nothing may have gone wrong."""
    context = browser.new_context(offline=True, **{"viewport": {"width": 1440, "height": 900}, **options})
    context.set_default_timeout(5000)
    reader = Reader(context.new_page(), path)
    reader.page.on("pageerror", lambda error: reader.faults.append(f"error: {error}"))
    reader.page.on(
        "console", lambda said: reader.faults.append(f"console: {said.text}") if said.type == "error" else None
    )
    reader.page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((path.parent.parent.as_uri(), "data:", "blob:", "about:"))
            else reader.faults.append(f"request: {request.url}")
        ),
    )
    yield reader
    context.close()
    assert reader.faults == []


@pytest.fixture
def reader(chromium: Any, report_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, report_page)


@pytest.fixture
def phone(chromium: Any, report_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, report_page, viewport={"width": 390, "height": 844}, has_touch=True)


@pytest.fixture
def corpus_reader(chromium: Any, corpus_page: Path) -> Iterator[Reader]:
    yield from reader_of(chromium, corpus_page)
