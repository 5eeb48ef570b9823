"""Five tasks of a newcomer, done as the pages tell: a step that a page gives must be there to be taken.

What stands in italics or bold in a step is the name of a thing on the page, in the order in which it is used; commands
and queries are those of the page's blocks.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx
import pytest

from browser import drawn
from documentation import ROOT
from treatygraph.building.build import Built

if TYPE_CHECKING:
    from conftest import Run

DOCS = ROOT / "docs"


def section(page: str, heading: str) -> str:
    """What stands under a heading of a page, up to the next of its level."""
    text = (DOCS / page).read_text(encoding="utf-8")
    level = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    assert level is not None, heading
    below = text[level.end() :]
    ends = re.search(
        rf"^#{{1,{len(level[1])}}} ", re.sub(r"(?ms)^```.*?^```", lambda m: "x" * len(m[0]), below), re.MULTILINE
    )
    return below[: ends.start()] if ends else below


def steps(text: str) -> list[list[str]]:
    """The numbered steps, each as the names that it gives."""
    found = re.findall(r"^\d\. (.*?)(?=^\d\. |^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    return [re.findall(r"\*\*?([^*]+?)\*\*?", " ".join(step.split())) for step in found]


def block(text: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def checkout(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in which `make` was given: the report, what was built of it, and the exercise texts."""
    shutil.copytree(built.folder.parent, tmp_path / "output", dirs_exist_ok=True)
    for beside in ("reports", "notebooks"):
        shutil.copytree(ROOT / beside, tmp_path / beside, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_the_words_for_the_criminal_code_under_article_6(checkout: Path, page: Any) -> None:
    """Three steps of the tutorial."""
    views, law, _ = steps(section("tutorial.md", "2. Look at it"))[:3]
    assert [views, law] == [["Articles", "Art. 6"], ["Criminal Code of 16 July 1997"]]
    page.goto((checkout / "output" / "CED-C-KAZ-1" / "index.html").as_uri())
    for name in views:
        drawn(page).locator("nav, #side .content").get_by_text(name, exact=True).first.click()
    claimed = drawn(page).locator("#side .block", has_text="Said to carry the article out")
    assert claimed.locator("details.law").count() == 4  # "Four national laws are listed as said to carry it out."
    entry = claimed.locator("details.law", has_text=law[0])
    entry.get_by_text(law[0], exact=True).first.click()
    words = entry.locator("li.entry").first
    assert "has effect" in words.inner_text()
    assert words.locator("mark, .words").first.inner_text()
    number = words.get_by_role("link", name=re.compile("^Para")).first
    place = number.get_attribute("href").removeprefix("#")
    number.click()
    page.wait_for_url(re.compile(f"#.*{place}"))
    assert drawn(page).locator(f"#{place}").is_visible()
    page.locator(f"#{place} a", has_text="Criminal Code").first.click()
    page.locator("#side .chosen", has_text="found by").wait_for()  # "by which rule it was found"


def test_two_states_on_article_12(checkout: Path, run: Run, page: Any) -> None:
    """A command and three steps of "Look at it"."""
    told = section("look-at-it.md", "Compare two States on an article")
    build, ask = (block(part, "").split() for part in (told, told[told.rindex("On the command line") :]))
    assert run(*build[1:]).returncode == 0
    compare, chosen, _ = steps(told)
    page.goto((checkout / "two" / "index.html").as_uri())
    page.get_by_role("navigation", name="Views").get_by_role("link", name=compare[0], exact=True).click()
    spain, kenya, article = chosen
    for number, report in enumerate((spain, kenya)):
        side = drawn(page).locator(".sides > *").nth(number)
        side.locator("select").nth(0).select_option(label=report)
        of_article = drawn(page).locator(".sides > *").nth(number).locator("select").nth(1)
        of_article.select_option(
            label=next(o for o in of_article.locator("option").all_inner_texts() if o.startswith(article))
        )
    lists = {column.split("\n")[0]: column for column in drawn(page).locator(".columns > *").all_inner_texts()}
    assert [name.split(" (")[0].rstrip(" 0123456789") for name in lists] == ["Only Spain", "Both", "Only Kenya"]
    only_spain, both, only_kenya = lists.values()
    assert "Organic Act No. 8 of 3 June 2014" in only_spain
    assert "International Covenant on Civil and Political Rights" in both
    assert "Legal Capacity Act of 2 May 2012" in only_kenya
    assert "compare=" in page.url
    answer = run(*ask[1:])
    assert answer.returncode == 0
    assert "Legal Capacity Act of 2 May 2012" in answer.stdout


def test_a_query_of_her_own_for_laws_after_ratification(checkout: Path, run: Run) -> None:
    """Two steps of the cookbook: a file, and the command that asks it."""
    told = section("write-your-own-query.md", "Time")
    told = told[told.index("**Laws after") :]
    command = re.search(r"`treatygraph (query after\.rq output)`", " ".join(told.split()))
    assert command is not None
    (checkout / "after.rq").write_text(block(told, "sparql"), encoding="utf-8")
    answer = run(*command[1].split(), "--format", "csv")
    assert answer.returncode == 0
    head, *rows = answer.stdout.splitlines()
    assert head == "name,date,joined"
    assert len(rows) > 10
    assert all(row.rsplit(",", 2)[1][:4] > row.rsplit(",", 2)[2] for row in rows)


def test_a_network_in_a_tool(checkout: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """One step with NetworkX; two with Cytoscape's own form."""
    exec(block(section("exports.md", "NetworkX and igraph"), "python"), {})
    assert capsys.readouterr().out == "Criminal Code of 16 July 1997 has 15 links\n"
    network = networkx.read_gexf("output/CED-C-KAZ-1/network.gexf")
    assert network.number_of_edges() > 200
    export = block(section("exports.md", "Cytoscape").replace("\n   ", "\n"), "").split()
    assert run(*export[1:]).returncode == 0
    assert Path(export[export.index("--output") + 1]).stat().st_size > 10_000


def test_a_wrong_link_is_corrected_and_built_again(checkout: Path, run: Run, page: Any) -> None:
    """Five steps of "Correct it"."""
    told = section("correct-it.md", "The short way, on the page")
    views, law, verdict, download, _ = steps(told)
    assert "Code of Criminal Procedure" in run("query", "laws-under-article", "output", "--article", "19").stdout
    page.goto((checkout / "output" / "CED-C-KAZ-1" / "index.html").as_uri())
    for name in views:
        drawn(page).locator("nav, #side .content").get_by_text(name, exact=True).first.click()
    entry = drawn(page).locator("#side details.law", has_text=law[0])
    if entry.get_attribute("open") is None:
        entry.get_by_text(law[0], exact=True).first.click()
    entry.get_by_text(law[1], exact=True).first.click()
    entry.get_by_label("Remark").fill("It is about the registers of a court")
    entry.get_by_label("Who decides").fill("A. Newcomer")
    select = entry.locator(".judge select")
    select.select_option(label=next(o for o in select.locator("option").all_inner_texts() if "is cited" in o))
    entry.get_by_role("button", name=verdict[0], exact=True).click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=download[0]).click()
    waiting.value.save_as(checkout / "output" / "review.csv")
    build = re.search(r"`treatygraph (build reports[^`]*)`", told)
    assert build is not None
    assert run(*build[1].split()).returncode == 0
    assert "Code of Criminal Procedure" not in run("query", "laws-under-article", "output", "--article", "19").stdout
    judged = (checkout / "output" / "CED-C-KAZ-1" / "judgements.jsonl").read_text(encoding="utf-8")
    assert "A. Newcomer" in judged
    assert os.path.getsize(checkout / "output" / "review.csv") > 0
