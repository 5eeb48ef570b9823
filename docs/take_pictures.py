"""Takes the pictures that README and site show: `python docs/take_pictures.py ONE MANY DIALOGUE`.

ONE is a folder with the build of CED/C/KAZ/1 that `build --page-pictures` made, MANY one with many reports, Denmark's
and Lithuania's on persons with disabilities among them, DIALOGUE one with Azerbaijan's report and the Committee's
documents on it. Chromium and the extra `serve` must be there. Pictures that stand in the folder are replaced; look at
each before it is committed.
"""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
PORT = 8765


def take_pictures(one: Path, many: Path, dialogue: Path) -> None:
    """Take all eight, in light colours, 1280 pixels wide."""
    report, over_all, talk = one / "CED-C-KAZ-1/index.html", many / "index.html", dialogue / "index.html"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        law = _law_of(page, report)
        _take(page, report, f"#law={law}", "report")
        page.locator("#side details.printed summary").first.click()
        page.locator("#side .sheet img").first.wait_for()
        page.locator("#side details.printed").first.scroll_into_view_if_needed()
        page.locator("#side .box-on-page").first.scroll_into_view_if_needed()
        _shoot(page, "printed")
        _take(page, report, "#network", "matrix")
        _take(page, report, "#timeline", "timeline")
        _take(page, over_all, "#network", "network")
        _take(page, over_all, "#compare=CRPD/C/DNK/1,12,CRPD/C/LTU/1,12", "compare")
        page.set_viewport_size({"width": 1280, "height": 1000})
        page.goto("about:blank")
        page.goto(talk.absolute().as_uri() + "#dialogue=AZE,CRPD,law")
        page.locator(".turn").first.wait_for()
        page.get_by_role("link", name="Its life").first.click()
        _shoot(page, "dialogue")
        page.set_viewport_size({"width": 1280, "height": 800})
        _take_query_page(page, one)
        browser.close()


def _law_of(page: Any, report: Path) -> str:
    """A law whose card shows much: the one of personal data, which six paragraphs cite."""
    page.goto(report.absolute().as_uri() + "#laws")
    link = page.locator("#side a.row", has_text="Personal Data").first
    return str(link.get_attribute("href")).partition("law=")[2]


def _take(page: Any, path: Path, view: str, name: str) -> None:
    page.goto("about:blank")
    page.goto(path.absolute().as_uri() + view)
    page.wait_for_selector("#side .content > *", state="attached")
    _shoot(page, name)


def _shoot(page: Any, name: str) -> None:
    page.wait_for_timeout(500)  # what is drawn comes to rest
    page.screenshot(path=PICTURES / f"{name}.png")


def _take_query_page(page: Any, folder: Path) -> None:
    address = f"http://127.0.0.1:{PORT}"
    with subprocess.Popen(["treatygraph", "serve", str(folder), "--port", str(PORT)]) as server:
        try:
            for _ in range(60):
                try:
                    urllib.request.urlopen(f"{address}/query", timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.5)
            page.goto(f"{address}/query")
            page.wait_for_load_state("networkidle")
            page.locator(".yasqe_queryButton").first.click()
            page.locator(".yasr_results table").first.wait_for()
            _shoot(page, "query")
        finally:
            server.terminate()


if __name__ == "__main__":
    take_pictures(*(Path(folder) for folder in sys.argv[1:4]))
