"""What no rule reads of a text, and how often: the next words to add."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from treatygraph import recognise, resolve
from treatygraph.corpus.records import write_records
from treatygraph.corpus.unread import read_wanted
from treatygraph.report import Annotated, Report, Source, Unit
from treatygraph.resolution.unread import list_unread
from treatygraph.terminal import show_wanted


def read(*texts: str) -> Annotated:
    units = tuple(Unit(str(number), "paragraph", text) for number, text in enumerate(texts, 1))
    resolved = resolve(recognise(Report("CRPD/C/KEN/1", "KEN", "CRPD", "", units, Source("", "", ""))))
    return replace(resolved, unread=list_unread(resolved))


@pytest.mark.parametrize(
    ("text", "why", "missing", "words"),
    [
        pytest.param(text, why, missing, words, id=words)
        for text, why, missing, words in (
            (
                "The harbour is open under section 2 of the Handvest of Pilots and of Lifts.",
                *("provision without a law", "Handvest of Pilots and of Lifts"),
                "section 2 of the Handvest of Pilots and of Lifts",
            ),
            (
                "It was noted in article 259 of LeCrim that witnesses report.",
                *("provision without a law", "LeCrim", "article 259 of LeCrim"),
            ),
            (
                "Sections 117 of Q.Z. 2001 say so.",
                *("provision without a law", "Q.Z. 2001", "Sections 117 of Q.Z. 2001"),
            ),
            ("They are exempt (art. 382).", "provision without a law", "", "art. 382"),
            (
                "Under article 5, second dash, of the Lifts Act, 2007, lifts are tested.",
                *("unread tail", "second dash", "article 5, second dash, of the "),
            ),
            ("Vessels are piloted under Gewoonte No. 12.", "unread name", "Gewoonte", "Gewoonte No. 12"),
            ("Vessels are piloted under Q.Z. 344 nowadays.", "unread name", "Q.Z.", "Q.Z. 344"),
            (
                "There are Acts on Equal Opportunities of the Provinces.",
                *("unread name", "Acts on Equal Opportunities of the Provinces"),
                "Acts on Equal Opportunities of the Provinces",
            ),
            ("The Act 2013 was passed.", "kind and year alone", "Act 2013", "Act 2013"),
        )
    ],
)
def test_what_no_rule_reads_is_listed_with_its_words(text: str, why: str, missing: str, words: str) -> None:
    assert [(u.why, u.missing, u.words) for u in read(text).unread] == [(why, missing, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The Lifts Act, 2007 and Decree No. 12 of 3 March 2004 apply.",
        "It stands in the Official Gazette of Bosnia and Herzegovina No. 76/08.",
        "Pupils of School No. 12 went; Table No. 3 shows how many.",
        "Section 2 of the Lifts Act, 2007 applies.",
    ],
)
def test_what_is_read_or_is_no_instrument_is_not_listed(text: str) -> None:
    assert read(text).unread == ()


def test_the_words_that_are_missing_most_often_stand_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    folder = tmp_path / "report"
    folder.mkdir()
    write_records(
        read("Under Handvest No. 3 it is free.", "See Gewoonte No. 12.", "And gewoonte: Gewoonte No. 14."), folder
    )
    wanted = [(row.count, row.missing, row.report, row.first.unit, row.first.words) for row in read_wanted(tmp_path)]
    assert wanted == [
        (2, "Gewoonte", "CRPD/C/KEN/1", "2", "Gewoonte No. 12"),
        (1, "Handvest", "CRPD/C/KEN/1", "1", "Handvest No. 3"),
    ]
    show_wanted(read_wanted(tmp_path))
    assert capsys.readouterr().out.index("Gewoonte No. 12") > 0
    assert read_wanted(folder) == read_wanted(tmp_path)
    assert read_wanted(folder / "report.json") == ()
