"""What is judged on a page goes into review.csv of the folder, whole or not at all, from its own pages alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from served import Got, Served, end, start

from treatygraph.building.build import Built, build_report
from treatygraph.building.holding import hold
from treatygraph.corpus.review import COLUMNS, parse_review
from treatygraph.corpus.reviewed import merge_review
from treatygraph.errors import ReadingError

HEADER = ",".join(COLUMNS) + "\n"
FILE = Path("review.csv")
REPORT = Path(__file__).parents[2] / "reports" / "CED-C-KAZ-1.pdf"
WRONG = 'CED/C/KAZ/1,107,link,Criminal Code,17,,,wrong,,"It is about custody, not visits",A. Reader\n'
RIGHT = "CED/C/KAZ/1,107,link,Criminal Code,17,,,right,,,B. Judge\n"
OTHER = "CED/C/KAZ/1,57,mention,,,the Act,1,wrong,,No law is meant,A. Reader\n"


def verdicts(text: str) -> list[tuple[str, str]]:
    return [(row.judgement.verdict, row.judgement.by) for row in parse_review(text, FILE)]


def test_a_row_stands_in_the_place_of_one_that_judges_the_same() -> None:
    assert merge_review("", HEADER + WRONG, FILE, FILE) == HEADER + WRONG
    merged = merge_review(HEADER + WRONG + OTHER, HEADER + RIGHT, FILE, FILE)
    assert merged == HEADER + RIGHT + OTHER
    # Carriage returns and a byte order mark, as the page writes them.
    assert merge_review(HEADER + OTHER, (HEADER + WRONG).replace("\n", "\r\n"), FILE, FILE) == HEADER + OTHER + WRONG


def test_columns_of_ones_own_and_their_order_stay() -> None:
    known = "seen,by,report,paragraph,judged,law,article,words,nth,verdict,instead,remark\n"
    row = "yes,A. Reader,CED/C/KAZ/1,107,link,Criminal Code,17,,,wrong,,\n"
    other = "no,A. Reader,CED/C/KAZ/1,57,mention,,,the Act,1,wrong,,\n"
    merged = merge_review(known + row, HEADER + RIGHT + OTHER, FILE, FILE)
    assert merged == (
        f"{known}yes,B. Judge,CED/C/KAZ/1,107,link,Criminal Code,17,,,right,,\n"
        f"{other.replace('no,', ',', 1).removesuffix(chr(10))}No law is meant\n"
    )


@pytest.mark.parametrize(
    ("known", "added", "said"),
    [
        ("", "report\nCED/C/KAZ/1\n", "sent, line 1"),
        ("", HEADER + WRONG.replace("wrong", "bad"), "sent, line 2: verdict is 'bad'"),
        (HEADER + WRONG.replace("wrong", "bad"), HEADER + OTHER, "review.csv, line 2: verdict is 'bad'"),
        ("", HEADER + WRONG + RIGHT, "sent, line 3: line 2 judges the same link"),
    ],
)
def test_what_is_no_judgement_is_said_with_its_line(known: str, added: str, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        merge_review(known, added, FILE, Path("sent"))


@pytest.fixture(scope="module")
def output(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged") / "output"
    shutil.copytree(built.folder.parent, folder)
    return folder


@pytest.fixture(scope="module")
def service(output: Path) -> Iterator[Served]:
    pytest.importorskip("uvicorn", reason="needs the extra: pip install 'treatygraph[serve]'")
    service = start(output, "--save-from", "reports.example.org")
    yield service
    end(service)


def post(service: Served, body: str, **headers: str) -> Got:
    """Post as a page of the service does, but for the headers that are given."""
    own = {"Origin": service.address.rstrip("/"), "Content_Type": "text/csv; charset=utf-8"}
    given = {name: value for name, value in (own | headers).items() if value}
    return service.ask("POST", "/review", body.encode(), **given)


def test_a_page_of_the_service_saves(service: Served, output: Path) -> None:
    review = output / "review.csv"
    assert service.get("/review").json == {"saves": True}
    assert post(service, HEADER + WRONG).json == {"rows": 1}
    assert post(service, HEADER + OTHER).json == {"rows": 2}
    assert post(service, HEADER + RIGHT).json == {"rows": 2}
    assert verdicts(review.read_text("utf-8")) == [("right", "B. Judge"), ("wrong", "A. Reader")]
    # A proxy that ends TLS leaves the scheme of the page's own address.
    proxied = {"Host": "reports.example.org", "Origin": "https://reports.example.org"}
    assert post(service, HEADER + WRONG, **proxied).json == {"rows": 2}
    assert list(output.glob(".review*")) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),  # a page that is a file, or in a frame that may do nothing
        ({"Origin": ""}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),  # a name that leads here
        ({"Host": "evil.example:8000", "Origin": "http://evil.example:8000"}, 403),
        ({"Content_Type": "text/plain"}, 415),  # what a form of another page may send unasked
        ({"Content_Type": ""}, 415),
    ],
)
def test_another_page_saves_nothing(service: Served, output: Path, headers: dict[str, str], status: int) -> None:
    (output / "review.csv").write_text(HEADER + OTHER, encoding="utf-8")
    assert post(service, HEADER + WRONG, **headers).status == status
    assert (output / "review.csv").read_text("utf-8") == HEADER + OTHER
    assert service.get("/review", Host="evil.example").json == {"saves": False}


def test_what_cannot_be_saved_whole_is_not_saved(service: Served, output: Path) -> None:
    review = output / "review.csv"
    review.write_text(HEADER + OTHER, encoding="utf-8")
    bad = post(service, HEADER + WRONG + "CED/C/KAZ/1,107,link,,17,,,wrong,,,A. Reader\n")
    assert (bad.status, bad.text) == (
        400,
        "what was sent, line 3: law is empty; write the id of the law in entities.jsonl, or its name.\n",
    )
    assert post(service, "\x00").status == 400
    assert service.ask(
        "POST", "/review", b"\xff", Origin=service.address.rstrip("/"), Content_Type="text/csv"
    ).status == 400  # fmt: skip
    assert post(service, HEADER + WRONG * 20_000).status == 413
    with hold(output):
        busy = post(service, HEADER + WRONG)
    assert (busy.status, "another build is at work here" in busy.text) == (503, True)
    assert review.read_text("utf-8") == HEADER + OTHER
    review.write_text("broken", encoding="utf-8")
    assert post(service, HEADER + WRONG).status == 400
    assert review.read_text("utf-8") == "broken"
    review.unlink()


def test_what_is_judged_on_the_page_is_honoured_by_the_next_build(service: Served, output: Path, chromium: Any) -> None:
    faults: list[str] = []
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.goto(f"{service.address}pages/CED-C-KAZ-1/#article=19")
    law = page.locator("#side details.law").first
    law.evaluate("law => { law.open = true }")
    panel = law.locator("li.entry .judge").first
    panel.locator("summary").click()
    panel.get_by_label("Remark").fill("Read twice")
    panel.get_by_label("Who decides").fill("A. Reader")
    panel.get_by_role("button", name="Wrong", exact=True).click()
    page.get_by_role("button", name="Save into the folder").click()
    page.locator("#review-tray", has_text="1 judgement saved into review.csv; the next build honours them").wait_for()
    (row,) = parse_review((output / "review.csv").read_text("utf-8"), FILE)
    assert (row.judgement.verdict, row.judgement.article, row.judgement.remark) == ("wrong", "19", "Read twice")
    build_report(REPORT, output)
    (carried_out,) = map(json.loads, (output / "CED-C-KAZ-1" / "judgements.jsonl").read_text("utf-8").splitlines())
    assert (carried_out["verdict"], carried_out["by"]) == ("wrong", "A. Reader")
    # The page of the new build shows who decided, and the service sends it.
    page.reload()
    assert [
        verdict["by"] for verdict in page.evaluate("JSON.parse(document.getElementById('data').textContent).judgements")
    ] == ["A. Reader"]
    assert faults == []
    page.close()
    (output / "review.csv").unlink()


def test_a_page_that_is_a_file_offers_the_download_alone(chromium: Any, built: Built) -> None:
    page = chromium.new_page()
    page.goto((built.folder / "index.html").as_uri() + "#par-57")
    page.locator("#par-57 .provision a").first.click()
    panel = page.locator(".chosen .judge")
    panel.locator("summary").click()
    panel.get_by_label("Who decides").fill("A. Reader")
    panel.get_by_role("button", name="Right").click()
    page.get_by_role("button", name="Download review.csv").wait_for()
    assert page.get_by_role("button", name="Save into the folder").count() == 0
    page.close()
