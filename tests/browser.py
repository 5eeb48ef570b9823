"""Debian's Chromium, headless; tests that need it are skipped where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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

# With TREATYGRAPH_LATE_PAGES=300 all comes 300 milliseconds late that a page does after an action: a test that reads
# too soon then fails on every machine, and not on a busy one alone.
LATE = os.environ.get("TREATYGRAPH_LATE_PAGES")
_COME_LATE = """(late => {
    const { setTimeout, requestAnimationFrame, requestIdleCallback } = window;
    const { addEventListener } = EventTarget.prototype;
    window.setTimeout = (work, pause = 0, ...rest) => setTimeout(work, pause + late, ...rest);
    window.requestAnimationFrame = work => setTimeout(() => requestAnimationFrame(work), late);
    window.requestIdleCallback = (work, options) => setTimeout(() => requestIdleCallback(work, options), late);
    EventTarget.prototype.addEventListener = function (type, listener, options) {
        const comeLate = event => event.isTrusted
            ? setTimeout(() => listener.call(this, event), late)
            : listener.call(this, event);
        addEventListener.call(this, type, ["hashchange", "toggle"].includes(type) ? comeLate : listener, options);
    };
})"""

_DRAWN = """() => new Promise(done => {
    const fold = document.createElement("details");
    fold.addEventListener("toggle", () => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    fold.open = true;
})"""


def drawn(page: Any) -> Any:
    """Wait until a page has drawn what a click, a key or a step back set off, and give the page.

    That the address changed or that something was opened is told to the page by an event in a task of its own, which
    may come after the action has ended. Such tasks keep their order: when one that was asked for here has come, those
    of the action have. Two frames more, and what they left for the next frame stands too. What waits for a pause or for
    an answer is not meant: for that a test waits by what it brings.
    https://html.spec.whatwg.org/multipage/webappapis.html#dom-manipulation-task-source
    """
    page.evaluate(_DRAWN)
    return page


def open_browser() -> Iterator[Any]:
    """A browser, which is closed at the end."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        if LATE:
            _come_late(browser, int(LATE))
        yield browser
        browser.close()


def _come_late(browser: Any, milliseconds: int) -> None:
    """Make all pages of a browser late."""
    new_context = browser.new_context

    def late_context(**options: Any) -> Any:
        context = new_context(**options)
        context.add_init_script(f"{_COME_LATE}({milliseconds})")
        return context

    browser.new_context = late_context
    browser.new_page = lambda **options: late_context(**options).new_page()
