"""The query page in a browser, the picture of the schema, and the files of a build that the service sends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from rdflib import OWL, RDF, Graph
from served import Served

from treatygraph.ontology import ontology_path
from treatygraph.query import list_queries
from treatygraph.serving.files import only_page, query_part, written_file
from treatygraph.serving.schema import COLUMNS, draw_schema, properties_by_box

EDITOR = "document.querySelector('.tabPanel.active .CodeMirror').CodeMirror"
TG = "https://w3id.org/treatygraph/ont#"


def test_a_query_is_written_and_answered_there_and_nothing_is_fetched_elsewhere(served: Served, chromium: Any) -> None:
    here, asked, faults = urlsplit(served.address).netloc, [], []
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{served.address}query")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr_results tbody tr a.iri")
    # What the graph names is described by the service.
    link = page.locator(".yasr_results a.iri").first
    link.evaluate("link => { link.target = ''; link.addEventListener('click', event => event.preventDefault()) }")
    link.click()
    assert link.get_attribute("href").startswith("/describe?iri=https%3A%2F%2Fw3id.org%2Ftreatygraph%2Finstrument%2F")

    # A question found by its words becomes a query of one's own.
    assert page.locator("#examples li").count() == len(list_queries())
    page.fill("#examples input", "ratified DEPOSITARY")
    page.click("#examples li:visible button")
    assert "# question: Which treaties has the State" in page.evaluate(f"{EDITOR}.getValue()")
    page.click(".tabPanel.active .yasqe_queryButton")
    page.wait_for_selector(".tabPanel.active .yasr_results tbody tr")

    # The editor knows the terms of the vocabulary.
    page.evaluate(f"{EDITOR}.setValue('PREFIX tg: <{TG}>\\nSELECT * {{ ?article tg:impl')")
    page.evaluate(f"{EDITOR}.focus(); {EDITOR}.setCursor({{line: 1, ch: 28}}); {EDITOR}.autocomplete(false)")
    page.wait_for_selector(".CodeMirror-hint")
    hints = page.locator(".CodeMirror-hint").all_inner_texts()
    assert hints == ["tg:implementedBy", "tg:implementedByProvision"]

    page.set_viewport_size({"width": 390, "height": 800})
    page.evaluate(f"{EDITOR}.setValue('')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert {address.netloc for address in asked if address.scheme != "data"} == {here}
    assert faults == []
    page.close()


def test_the_picture_of_the_schema_shows_each_property_of_the_vocabulary_once(served: Served) -> None:
    got = served.get("/query/schema.svg")
    assert (got.status, got.kind) == (200, "image/svg+xml")
    picture = ElementTree.fromstring(got.text)
    shown = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    graph = Graph().parse(ontology_path("treatygraph.ttl"))
    ours = {
        str(term).replace(TG, "tg:")
        for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in graph.subjects(RDF.type, kind)
        if str(term).startswith(TG)
    }
    # What a file is and what a run used is no matter of queries about laws.
    assert ours - {re.sub(r" \(\w+\)$", "", text or "") for text in shown} <= {"tg:sha256", "tg:pages"}
    assert ("tg:implementedBy", ("NationalInstrument",)) in properties_by_box()["TreatyElement"]


def test_the_boxes_of_the_picture_do_not_overlap() -> None:
    boxes = re.findall(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" rx="6" fill="#fff"', draw_schema())
    assert len(boxes) == sum(map(len, COLUMNS))
    areas = [(int(x), int(y), int(x) + int(w), int(y) + int(h)) for x, y, w, h in boxes]
    for first, a in enumerate(areas):
        for b in areas[first + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (a, b)


def test_the_explorer_pages_and_the_files_of_a_build_are_sent(served: Served, ten_reports: Path) -> None:
    folder = next(path for path in sorted(ten_reports.iterdir()) if (path / "graph.ttl").is_file())
    got = served.get(f"/pages/{folder.name}/graph.ttl")
    assert (got.status, got.kind, got.body) == (200, "text/turtle", (folder / "graph.ttl").read_bytes())
    assert served.get("/pages").headers["location"] == "/pages/"


def test_the_page_of_a_single_report_stands_for_the_page_over_all(tmp_path: Path) -> None:
    assert only_page(tmp_path) is None
    for name, expected in (("CED-C-KAZ-1", "CED-C-KAZ-1"), ("CED-C-XXA-1", None)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").touch()
        assert only_page(tmp_path) == expected
    (tmp_path / "CED-C-XXA-1" / "index.html").unlink()
    (tmp_path / "index.html").touch()
    assert only_page(tmp_path) is None


@pytest.mark.parametrize(
    "address",
    ["../secret.csv", "report/../../secret.csv", ".store/state.json", "report/.hidden.csv", "report/notes.txt",
     "report\\..\\..\\secret.csv", "link.csv", "out/secret.csv", "", "report/\0.csv"],
)  # fmt: skip
def test_nothing_else_is_sent(address: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    (output / "report").mkdir(parents=True)
    (output / ".store").mkdir()
    (tmp_path / "secret.csv").write_text("secret")
    (output / "link.csv").symlink_to(tmp_path / "secret.csv")
    (output / "out").symlink_to(tmp_path)
    for name in (".store/state.json", "report/.hidden.csv", "report/notes.txt", "report/nodes.csv"):
        (output / name).write_text("kept")
    assert written_file(output, "report/nodes.csv") == (output / "report" / "nodes.csv").resolve()
    assert written_file(output, address) is None


def test_the_query_page_has_no_other_parts() -> None:
    assert query_part("data.json") is None
    script = query_part("query.js")
    assert script is not None
    assert b"yasgui" in script.body[:2_000]  # the licences of what is bundled are named at its head


def test_the_words_of_all_reports_can_be_searched(served: Served) -> None:
    got = served.get("/search?" + urlencode({"q": "criminal code state:KAZ"}), Accept="application/json")
    assert (got.status, got.kind) == (200, "application/json")
    assert isinstance(got.json, dict)
    hit, total = got.json["hits"][0], got.json["total"]
    assert total > 0
    assert "«" in hit["words"]
    assert hit["address"].startswith("/pages/")
    page = served.get("/search?" + urlencode({"q": "criminal code state:KAZ"}), Accept="text/html").text
    assert f"<p>{total:,} paragraph" in page
    assert "<mark>" in page
    assert "<script" not in served.get("/search?q=%3Cscript%3E%22%3E", Accept="text/html").text
    assert served.get("/search", Accept="text/html").status == 200
    for bad in ("/search", "/search?q=!", "/search?q=a&from=-1", "/search?q=a&from=" + "9" * 30):
        assert served.get(bad).status == 400, bad
