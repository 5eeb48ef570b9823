"""Someone who reads the page in a browser without a network, and notes what goes wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

_PATIENCE = 30  # seconds that a page may take


def until(page: Any, expression: str) -> None:
    """Wait until an expression holds in the page.

    Playwright's own `wait_for_function` asks a second time from inside the page, where its policy forbids `eval`.
    """
    end = time.monotonic() + _PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"does not hold: {expression}"
        page.wait_for_timeout(20)


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

    def shows(self, title: str) -> None:
        """Wait until the side shows this heading."""
        self.page.locator("#side h2", has_text=title).first.wait_for()

    def text(self) -> str:
        """All that the side shows."""
        return str(self.page.locator("#side").inner_text())


def reader_of(browser: Any, path: Path, **options: Any) -> Iterator[Reader]:
    """A reader with the network cut; at the end nothing may have gone wrong."""
    context = browser.new_context(offline=True, **{"viewport": {"width": 1440, "height": 900}, **options})
    context.set_default_timeout(_PATIENCE * 1000)  # a busy machine is late, and not wrong
    reader = Reader(context.new_page(), path)
    reader.page.on("pageerror", lambda error: reader.faults.append(f"error: {error}"))
    reader.page.on("dialog", lambda dialog: (reader.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
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
