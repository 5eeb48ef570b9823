"""The page as a file: whole, closed, the same each time; and what its data say."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from treatygraph.errors import WritingError
from treatygraph.export.explorer import bundle, write_page
from treatygraph.export.explorer.evidence import code_units, division_words, report_record, said_record
from treatygraph.export.explorer.page import report_page as write_html
from treatygraph.linking import link
from treatygraph.report import Annotated, ClaimKind, Mention, Report, Source, Speaker, Stance, Unit


def hostile() -> Annotated:
    text = "The 😀 Act </script><script>alert(1)</script> applies."
    start = text.index("Act")
    unit = Unit("1", "paragraph", text)
    source = Source("report.txt", "0" * 64, "text/plain")
    return Annotated(
        Report("X/1", None, None, "<b>Title</b>", (unit,), source),
        (Mention("1", "instrument", start, start + 3, "Act", "test"),),
    )


def test_the_same_report_gives_the_same_bytes(annotated: Annotated, report_page: Path, tmp_path: Path) -> None:
    write_page(annotated, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == report_page.read_bytes()


def test_the_policy_names_the_script_and_style_and_nothing_else(report_page: Path) -> None:
    html = report_page.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]  # type: ignore[index]
    script = re.search(r"<script>(.*?)</script>", html, re.S)[1]  # type: ignore[index]
    style = re.search(r"<style>(.*?)</style>", html, re.S)[1]  # type: ignore[index]
    for name, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    body = html[html.index("<body") : html.index('<script type="application/json"')]
    assert not re.search(r"\son\w+=|\sstyle=|<script|<link|<img|<iframe", body)


def test_nothing_in_a_report_becomes_markup() -> None:
    html = write_html(hostile())
    assert "alert(1)</script>" not in html
    assert "<h1>&lt;b&gt;Title&lt;/b&gt;</h1>" in html
    data = re.search(r'id="data">(.*?)</script>', html, re.S)[1]  # type: ignore[index]
    assert "<" not in data
    json.loads(data)


def test_offsets_are_counted_as_browsers_count() -> None:
    annotated = hostile()
    [mention] = report_record(annotated)["mentions"]
    units = annotated.report.units[0].text.encode("utf-16-le")
    assert units[2 * mention["start"] : 2 * mention["end"]].decode("utf-16-le") == "Act"
    assert mention["key"] == "par-1.6-9"


def test_code_units_beyond_the_basic_plane() -> None:
    assert [code_units("a😀b")(at) for at in range(4)] == [0, 1, 3, 4]


def test_the_page_has_the_citations_of_the_graph(annotated: Annotated) -> None:
    record = report_record(annotated)
    citations = link(annotated).citations or ()
    assert [(c[0], c[4]) for c in record["citations"]] == [
        ([u.id for u in annotated.report.units].index(c.unit), list(c.elements)) for c in citations
    ]
    for citation, found in zip(record["citations"], citations, strict=True):
        words = [annotated.mentions[place].text for place in citation[5]]
        assert words == [mention.text for mention in found.evidence]


def test_the_page_knows_what_each_citation_says(small: Annotated) -> None:
    """The words of `claims.ts` stand in the order of the model's."""
    script = (Path(bundle.__file__).parent / "web/src/claims.ts").read_text(encoding="utf-8")
    for name, values in (("CLAIMS", ClaimKind), ("STANCES", Stance), ("SPEAKERS", Speaker)):
        assert json.loads(re.search(rf"{name} = (\[.*?\]);", script)[1]) == list(get_args(values))  # type: ignore[index]
    record = report_record(small)
    told = [(record["entities"][c[2]]["name"], c[7:]) for c in record["citations"]]
    effect, passing, state, carries_out, supports = 0, 5, 0, 0, 4
    assert told == [
        ("Prisons Act", [effect, state, -1, [], None, 0]),
        ("draft Code", [effect, state, -1, [], None, 0]),
        ("Prisons Act", [effect, state, carries_out, ["2"], ["2"], 0]),
        ("Prisons Act", [effect, state, carries_out, ["10"], None, 0]),
        ("Slavery Convention", [effect, state, supports, ["16"], ["16"], 0]),
    ]
    aside = replace(link(small).citations[0], stance="passing", speaker="committee", subnational=True)  # type: ignore[index]
    assert said_record(aside) == [passing, 1, -1, [], None, 1]


def test_the_network_has_claims_on_its_ties(small: Annotated) -> None:
    """Of article 2 and article 10 a claim is made of the Prisons Act, of none of the draft Code."""
    record = report_record(small)
    nodes = record["network"]["nodes"]
    names = {
        n: record["entities"][ref]["name"] if isinstance(ref, int) else ref for n, (_, ref, *_) in enumerate(nodes)
    }
    assert {(names[a], names[b]): claims for a, b, _, _, claims, _ in record["network"]["edges"]} == {
        ("2", "Prisons Act"): [0],
        ("10", "Prisons Act"): [0],
        ("2", "draft Code"): [],
        ("10", "draft Code"): [],
        ("16", "Slavery Convention"): [4],
    }


def test_the_figures_stand_beside_the_provisions_they_count(annotated: Annotated) -> None:
    [figure] = report_record(annotated)["figures"]
    assert {line["label"]: line["points"] for line in figure["series"]}["art. 125"] == [
        [2009, 72],
        [2010, 69],
        [2011, 72],
        [2012, 61],
        [2013, 65],
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("art:532", "par:1"), "art. 532 (1)"),
        (("sec:18", "subsec:1", "par:a"), "sec. 18 (1) (a)"),
        (("ch:IX",), "ch. IX"),
        ((), ""),
    ],
)
def test_divisions_are_written_as_lawyers_do(path: tuple[str, ...], words: str) -> None:
    assert division_words(path) == words


def test_a_page_without_its_bundle_is_not_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundle, "FOLDER", tmp_path / "dist")
    bundle.load_bundle.cache_clear()
    with pytest.raises(WritingError, match="install treatygraph again"):
        write_page(hostile(), tmp_path / "index.html")
    bundle.load_bundle.cache_clear()
    assert not (tmp_path / "index.html").exists()
