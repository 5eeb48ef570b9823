"""What holds for every text: offsets, order, no overlaps, no exception, time in proportion to length."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timing import grows_linearly
from treatygraph.recognition import make_nlp, recognise
from treatygraph.report import Report, Source, Unit

GOLD = Path(__file__).parents[1] / "gold" / "CED-C-KAZ-1"

# Words that the grammar knows, in any order, beside any characters at all.
WORDS = """the The Act Acts act of on and, , . ; : ( ) “ ” ’s ’ No. Nos. 27/2000 (EC) 1995 12 May 2001 2009–2013 Code
Criminal Constitution draft Kazakhstan article Article 5 to combat for Programme Plan Strategy II resolution General
Assembly (LIONDAU) hereinafter above-mentioned latter instrument which is – / - • Cap. 300 § criminal code Law decree"""
LEGAL_WORDS = st.sampled_from(WORDS.split())
LEGAL_TEXT = st.lists(LEGAL_WORDS, max_size=60).map(" ".join)


def _report(texts: list[str]) -> Report:
    units = tuple(Unit(id=str(n), kind="paragraph", text=text) for n, text in enumerate(texts))
    return Report("CRPD/C/XXX/1", None, "CRPD", "", units, Source("report.txt", "", "text/plain"))


@settings(max_examples=120)
@given(st.lists(st.one_of(st.text(max_size=200), LEGAL_TEXT), min_size=1, max_size=3))
def test_every_mention_is_a_verbatim_span(texts):
    annotated = recognise(_report(texts))
    for unit in annotated.report.units:
        for kind in ("instrument", "provision", "date", "agency"):
            spans = [(m.start, m.end) for m in annotated.mentions if m.unit == unit.id and m.type == kind]
            assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for mention in annotated.mentions:
        text = annotated.report.unit(mention.unit).text
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.text == mention.text.strip()
        assert 0 < mention.confidence <= 1


@settings(max_examples=100)
@given(st.one_of(st.text(max_size=300), LEGAL_TEXT))
def test_the_tokenizer_loses_no_character(text):
    assert make_doc(text).text == text


def make_doc(text, nlp=make_nlp()):  # noqa: B008
    return nlp.make_doc(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Act No.83 of 12", ["Act", "No.", "83", "of", "12"]),
        ("No. 012-2010/AN, 442-FZ", ["No.", "012-2010/AN", ",", "442-FZ"]),
        ("art. 18(1)(a);", ["art.", "18", "(", "1", ")", "(", "a", ")", ";"]),
        ("Criminal Code3 and Education Act.", ["Criminal", "Code", "3", "and", "Education", "Act", "."]),
        ("the Procurator-General’s “Order”", ["the", "Procurator-General", "’s", "“", "Order", "”"]),
        ("§138, 12,990 in 2009–2013", ["§", "138", ",", "12,990", "in", "2009", "–", "2013"]),
    ],
)
def test_citation_numbers_stay_whole(text, tokens):
    assert [token.text for token in make_doc(text)] == tokens


@pytest.mark.parametrize(
    "text", ["Act ", "the Act on ", "Act of Kazakhstan and ", "Law, ", "(Act) ", "No. 5 ", "and the "]
)
def test_time_grows_with_length_alone(text):
    def work(times):
        report = _report([text * times])
        return lambda: recognise(report)

    assert grows_linearly(work, 2000, 8000)


def test_a_component_works_in_any_blank_pipeline():
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("treatygraph_dates")
    nlp.add_pipe("treatygraph_instruments")
    doc = nlp("The Act of 21 May 2013 on Personal Data protects all.")
    (span,) = doc.spans["instruments"]
    assert (span.text, span._.rule, span._.confidence) == ("Act of 21 May 2013 on Personal Data", "date", 0.95)


def test_the_gold_of_the_first_report():
    """F1 of exact instrument spans on CED/C/KAZ/1, all 243 paragraphs and the table."""
    rows = [json.loads(line) for line in (GOLD / "paragraphs.jsonl").read_text("utf-8").splitlines()]
    gold = [json.loads(line) for line in (GOLD / "mentions.jsonl").read_text("utf-8").splitlines()]
    units = tuple(Unit(id=row["id"], kind="paragraph", text=row["text"]) for row in rows)
    report = Report("CED/C/KAZ/1", "KAZ", "CED", "", units, Source("gold", "", "text/plain"))
    found = {(m.unit, m.start, m.end) for m in recognise(report).mentions if m.type == "instrument"}
    expected = set()
    for mention in gold:
        if mention["type"] == "instrument":
            text, at = report.unit(mention["paragraph"]).text, -1
            for _ in range(mention["nth"]):
                at = text.index(mention["text"], at + 1)
            expected.add((mention["paragraph"], at, at + len(mention["text"])))
    assert 2 * len(found & expected) / (len(found) + len(expected)) >= 0.98
