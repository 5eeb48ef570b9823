"""The service: named questions as addresses, descriptions of IRIs, bounds, and how it begins, goes on and ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from rdflib import Graph
from served import MAIN, Got, Served, end, start

from treatygraph.query import list_queries, run_query
from treatygraph.query.spreadsheet import csv_lines
from treatygraph.store.writing import keep_store

BASE = "https://w3id.org/treatygraph/"
CROSS_JOIN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
QUICK = "SELECT ?name { st:KAZ skos:prefLabel ?name }"


def address(name: str, **given: str) -> str:
    return f"/q/{name}?{urlencode(given)}"


def test_a_named_question_is_an_address_with_the_answer_of_the_command_line(served: Served, ten_reports: Path) -> None:
    got = served.get("/q/laws-under-article?article=6&report=CED/C/KAZ/1")
    answer = run_query(ten_reports, "laws-under-article", {"article": "6"}, report="CED/C/KAZ/1")
    assert answer.rows
    assert (got.status, got.kind) == (200, "text/csv")
    assert got.text == "".join(csv_lines(answer))


def test_every_named_question_can_be_asked_there(served: Served, ten_reports: Path) -> None:
    """Those that must be told a thing that these reports do not have say what there is in its place."""
    answered = 0
    for question in list_queries():
        given = {parameter.name: str(parameter.example) for parameter in question.parameters}
        got = served.get(address(question.name, **given), Accept="application/json")
        assert got.status in (200, 400), (question.name, got.text)
        assert got.kind == ("application/json" if got.status == 200 else "text/plain")
        answered += got.status == 200
    assert answered >= 20


@pytest.mark.parametrize(
    ("accept", "given", "kind"),
    [
        ("", {}, "text/csv"),
        ("*/*", {}, "text/csv"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", {}, "text/html"),
        ("application/json", {}, "application/json"),
        ("text/html", {"format": "csv"}, "text/csv"),
        ("", {"format": "json"}, "application/json"),
        ("", {"format": "html"}, "text/html"),
    ],
)
def test_its_form_is_what_the_client_or_the_address_asks_for(
    served: Served, accept: str, given: dict[str, str], kind: str
) -> None:
    got = served.get(address("most-cited-laws", **given), Accept=accept)
    assert (got.status, got.kind) == (200, kind)


def test_a_page_of_an_answer_links_its_other_forms_and_runs_nothing(served: Served) -> None:
    got = served.get(address("laws-under-article", article="6", report="CED/C/KAZ/1"), Accept="text/html")
    assert '<a href="/q/laws-under-article?article=6&amp;report=CED%2FC%2FKAZ%2F1&amp;format=csv">CSV</a>' in got.text
    assert "<script" not in got.text
    assert "default-src 'none'" in got.headers["content-security-policy"]
    assert '<a href="/instrument/' in got.text


@pytest.mark.parametrize(
    ("path", "status", "sentence"),
    [
        (
            "/q/laws-under-article",
            400,
            "The question laws-under-article needs --article, the number of an article of the treaty reported on; for "
            "example --article 17.\n",
        ),
        ("/q/most-cited-laws?articel=17", 400, "The query most-cited-laws has no parameter articel; it has: none.\n"),
        ("/q/most-cited-laws?format=xlsx", 400, "The format xlsx is none of csv, json and html.\n"),
        ("/q/etc%2Fpasswd", 404, None),
        ("/q/..%2F..%2Fpyproject.toml", 404, None),
        ("/q/ASK%20%7B%7D", 404, None),
        ("/q/most-cited-law", 404, None),
        ("/q/laws-under-article?article=6&report=CED/C/XYZ/1", 404, None),
        ("/describe", 400, "Name one iri: /describe?iri=…\n"),
        ("/describe?iri=no%20iri", 400, None),
        ("/instrument/none", 404, f"Nothing is said here of <{BASE}instrument/none>.\n"),
        ("/.store/state.json", 404, f"Nothing is said here of <{BASE}.store/state.json>.\n"),
        ("/../../etc/passwd", 404, None),
    ],
)
def test_what_is_not_there_gets_a_sentence(served: Served, path: str, status: int, sentence: str | None) -> None:
    got = served.get(path)
    assert (got.status, got.kind) == (status, "text/plain"), got.text
    assert got.text == sentence or sentence is None
    assert len(got.text.splitlines()) == 1
    assert "Traceback" not in got.text


def test_the_questions_are_listed_with_their_parameters(served: Served) -> None:
    listed = {question["name"]: question for question in served.get("/q/", Accept="application/json").json}
    assert listed.keys() == {question.name for question in list_queries()}
    assert listed["laws-under-article"]["address"] == f"{served.address}q/laws-under-article"
    assert listed["laws-under-article"]["of_each_report"] is True
    page = served.get("/q/", Accept="text/html")
    assert '<form action="/q/laws-under-article">' in page.text
    assert '<input name="article" required placeholder="17">' in page.text


@pytest.mark.parametrize("path", ["/treaty/CED", "/treaty/CED__art_17", "/state/KAZ", "/doc/CED-C-KAZ-1", "/ont"])
def test_an_iri_answers_with_what_is_said_of_it(served: Served, path: str) -> None:
    page = served.get(path, Accept="text/html,*/*;q=0.8")
    assert (page.status, page.kind) == (200, "text/html")
    turtle, linked = served.get(path, Accept="text/turtle"), served.get(path, Accept="application/ld+json")
    graph = Graph().parse(data=turtle.body, format="turtle")
    assert len(graph) > 5
    assert len(Graph().parse(data=linked.body, format="json-ld")) == len(graph)
    iris = {str(term) for triple in graph for term in triple}
    assert any(iri.startswith(f"{BASE}{path[1:]}") for iri in iris)


def test_a_term_of_the_vocabulary_and_an_iri_of_elsewhere_are_described_too(served: Served) -> None:
    term = served.get("/describe?" + urlencode({"iri": f"{BASE}ont#implementedBy"}), Accept="text/html")
    assert (term.status, term.kind) == (200, "text/html")
    assert "<h1>" in term.text
    assert served.get("/describe?" + urlencode({"iri": "http://example.org/none"})).status == 404


def test_words_of_a_report_are_no_page(ten_reports: Path, tmp_path: Path) -> None:
    output = Path(shutil.copytree(ten_reports, tmp_path / "ten", ignore=shutil.ignore_patterns(".store")))
    graph = output / "CED-C-KAZ-1" / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace("Education Act", "<script>x()</script>"), encoding="utf-8")
    service = start(output, "--workers", "1")
    law = (
        Graph()
        .parse(graph)
        .query(
            "SELECT ?law { ?law <http://www.w3.org/2004/02/skos/core#prefLabel> ?n FILTER(CONTAINS(?n, '<script>')) }"
        )
    )
    (iri,) = {str(row.law) for row in law}
    pages = [service.get(address("most-cited-laws", format="html")), service.get(
        "/" + quote(iri.removeprefix(BASE)), Accept="text/html")]  # fmt: skip
    end(service)
    for page in pages:
        assert page.status == 200
        assert "<script>" not in page.text
    assert "&lt;script&gt;x()&lt;/script&gt;" in pages[1].text


def test_a_query_that_does_not_end_is_ended_while_eight_others_are_answered(ten_reports: Path) -> None:
    service = start(ten_reports, "--timeout", "60")
    assert service.query(QUICK).status == 200
    with ThreadPoolExecutor(9) as pool:
        endless = pool.submit(service.query, CROSS_JOIN)
        worker = service.at_work()
        others = [pool.submit(service.query, QUICK) for _ in range(8)]
        assert [other.result().status for other in others] == [200] * 8
        assert not endless.done()
        os.kill(worker, signal.SIGKILL)
    end(service)
    service = start(ten_reports, "--timeout", "2")
    got = service.query(CROSS_JOIN)
    assert (got.status, got.text) == (504, "The query was ended after 2 seconds; make it narrower.\n")
    assert service.query(QUICK).status == 200
    end(service)


def test_a_worker_that_is_killed_costs_one_answer(ten_reports: Path) -> None:
    service = start(ten_reports, "--workers", "1")
    assert service.query(QUICK).status == 200
    with ThreadPoolExecutor(1) as pool:
        endless = pool.submit(service.query, CROSS_JOIN)
        worker = service.at_work()
        os.kill(worker, signal.SIGKILL)
        assert endless.result().status == 503
    assert service.query(QUICK).status == 200
    assert service.workers() != [worker]
    end(service)


def test_a_client_that_goes_away_ends_its_query(ten_reports: Path) -> None:
    service = start(ten_reports, "--workers", "1", "--timeout", "60")
    assert service.query(QUICK).status == 200
    connection = HTTPConnection(urlsplit(service.address).netloc)
    connection.request("GET", "/sparql?" + urlencode({"query": CROSS_JOIN}))
    worker = service.at_work()
    connection.close()
    begun = time.monotonic()
    assert service.query(QUICK).status == 200
    assert time.monotonic() - begun < 45
    assert worker not in service.workers()
    end(service)
    assert any(" 499 " in line for line in service.lines)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS knows the bound of memory and does not heed it")
def test_a_query_that_takes_all_memory_is_ended(ten_reports: Path) -> None:
    service = start(ten_reports, "--workers", "1", "--memory", "512", "--timeout", "60")
    got = service.query(
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?b), STR(?d), STR(?e))) AS ?x) { ?a ?b ?c . ?d ?e ?f }"
    )
    assert (got.status, got.text.partition(":")[0]) == (503, "The query was ended")
    assert service.query(QUICK).status == 200
    end(service)


def test_an_answer_that_is_too_long_is_413_and_a_long_one_is_whole(served: Served) -> None:
    got = served.query("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (got.status, got.text) == (
        413, "The answer has more than 64 MB; put LIMIT at the end of the query.\n"
    )  # fmt: skip
    long = served.query("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 50000", Accept="text/csv")
    assert len(long.text.splitlines()) == 50_001


def test_who_cannot_be_served_soon_is_told_when_to_ask_again(ten_reports: Path) -> None:
    service = start(ten_reports, "--workers", "1", "--timeout", "1")
    with ThreadPoolExecutor(90) as pool:
        got = list(pool.map(service.query, [CROSS_JOIN] * 90))
    busy = [answer for answer in got if answer.status == 503]
    assert {answer.status for answer in got} == {503, 504}
    assert len(busy) >= 20
    assert {answer.headers.get("retry-after") for answer in busy} == {"5"}
    assert service.query(QUICK).status == 200
    end(service)


def test_the_health_of_the_service_tells_whether_the_files_changed_since(ten_reports: Path, tmp_path: Path) -> None:
    output = Path(shutil.copytree(ten_reports, tmp_path / "ten"))
    service = start(output)
    first = service.get("/health").json
    graph = output / "CED-C-KAZ-1" / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace("Education Act", "Schools Act"), encoding="utf-8")
    older = service.get("/health").json
    assert (first["status"], first["reports"], first["note"]) == ("ok", 10, "")
    assert older["note"].startswith(f"{output / '.store'} is older than CED-C-KAZ-1")

    assert keep_store(output) == "updated"
    asked = service.query('ASK { ?law skos:prefLabel ?name FILTER(CONTAINS(?name, "Schools Act")) }')
    assert asked.json["boolean"] is True
    assert service.get("/health").json["note"] == ""
    end(service)


def test_each_request_is_logged_in_a_line(ten_reports: Path) -> None:
    service = start(ten_reports, "--workers", "1")
    service.query(QUICK)
    service.get("/none%0Aa-line-of-its-own")
    end(service)
    logged = [line.split() for line in service.lines if " GET " in line]
    assert [(words[1], words[2], words[4]) for words in logged] == [
        ("127.0.0.1", "GET", "200"),
        ("127.0.0.1", "GET", "404"),
    ]
    assert logged[0][3] == "/sparql?" + urlencode({"query": QUICK})


def test_a_service_that_is_ended_answers_who_has_asked(ten_reports: Path) -> None:
    service = start(ten_reports, "--timeout", "2", "--workers", "1")
    assert service.query(QUICK).status == 200
    workers = service.workers()
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(service.query, CROSS_JOIN)
        service.at_work()
        code = end(service)
        assert asked.result().status == 504
    assert code == 0
    with pytest.raises(ConnectionRefusedError):
        service.query(QUICK)
    for worker in workers:
        assert not Path(f"/proc/{worker}").exists()


def test_where_it_cannot_be_served_a_sentence_says_why(ten_reports: Path, tmp_path: Path) -> None:
    def failing(*words: str) -> str:
        done = subprocess.run([sys.executable, "-c", MAIN, "serve", *words], capture_output=True, text=True, timeout=60)
        assert done.returncode == 1, done.stderr
        return done.stderr

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = failing(str(ten_reports), "--port", port)
    assert said.startswith(f"Error: 127.0.0.1, port {port}: nothing can be served there (")
    assert failing(str(tmp_path)) == (
        f"Error: {tmp_path}: there is no report here; name the folder that a build wrote them into.\n"
    )


SECONDS = float(os.environ.get("TREATYGRAPH_SERVED_SECONDS", "2"))


def test_many_clients_for_a_while_see_no_error_and_take_no_memory(served: Served) -> None:
    """Five minutes where `TREATYGRAPH_SERVED_SECONDS` is 300."""
    stop, wrong, count = time.monotonic() + SECONDS, list[Got](), [0]
    lock = threading.Lock()
    asks = (
        lambda: served.query(QUICK),
        lambda: served.get("/q/most-cited-laws"),
        lambda: served.get("/treaty/CED", Accept="text/turtle"),
        lambda: served.get("/health"),
    )

    def client(number: int) -> None:
        turn = number
        while time.monotonic() < stop:
            got = asks[turn % len(asks)]()
            turn += 1
            with lock:
                count[0] += 1
                if got.status != 200:
                    wrong.append(got)

    def memory() -> int:
        pids = [served.process.pid, *served.workers()]
        return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids) * 4096

    for ask in asks:
        ask()
    before = memory()
    threads = [threading.Thread(target=client, args=(number,)) for number in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert count[0] > 24
    assert memory() < before + (64 << 20), json.dumps([before, memory(), count[0]])
