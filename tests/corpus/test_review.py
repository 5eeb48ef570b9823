"""What a person judged: how `review.csv` is read, what it changes, and what is said of what it does not meet."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal

from treatygraph.building import build
from treatygraph.building.build import Built, Telling, build_reports, unify_reports
from treatygraph.corpus.records import read_records, write_records
from treatygraph.corpus.review import (
    COLUMNS,
    REVIEW_FILE,
    by_report,
    judge_citations,
    judge_mentions,
    parse_review,
)
from treatygraph.errors import ReadingError, TreatygraphError
from treatygraph.evaluation.judged import JudgedScore, score_judged
from treatygraph.graph import triples
from treatygraph.graph import vocabulary as v
from treatygraph.linking import link
from treatygraph.query import validate
from treatygraph.report import Annotated, Judgement

FILE = Path(REVIEW_FILE)
HEADER = ",".join(COLUMNS) + "\n"
ACT = "KAZ_act_2001-05-03_prisons"
WRONG = Judgement("7", "link", "wrong", "A. Reader", ACT, "17", remark="It is about prisons")
ANOTHER = replace(WRONG, verdict="another", instead=("18",))


@pytest.fixture
def linked(small: Annotated) -> Annotated:
    return link(small)


def links(annotated: Annotated) -> list[tuple[str, tuple[str, ...], str | None, tuple[str, ...]]]:
    return [("".join(c.target.path) or "whole", c.elements, c.claim, c.claimed) for c in annotated.citations or ()]


def test_a_row_is_a_judgement() -> None:
    content = (
        f"{HEADER}CED/C/KAZ/9,7,link,{ACT},17,,,another,18; 19,It is about prisons,A. Reader\n"
        'CED/C/KAZ/9,7,Mention,,,"Act",2,wrong,,,A. Reader\n'
    )
    rows = parse_review(content, FILE)
    assert [row.line for row in rows] == [2, 3]
    assert by_report(rows) == {
        "CED/C/KAZ/9": (
            replace(ANOTHER, instead=("18", "19")),
            Judgement("7", "mention", "wrong", "A. Reader", words="Act", nth=2),
        )
    }


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",7,link,X,17,,,wrong,,,me", "report is empty; write the symbol of the report"),
        ("CED/C/KAZ/9,,link,X,17,,,wrong,,,me", "paragraph is empty"),
        ("CED/C/KAZ/9,7,link,X,17,,,wrong,,,", "by is empty; write who decided"),
        ("CED/C/KAZ/9,7,law,X,17,,,wrong,,,me", "judged is 'law'; write one of link, claim, mention"),
        ("CED/C/KAZ/9,7,link,X,17,,,maybe,,,me", "verdict is 'maybe'; write one of right, wrong, another"),
        ("CED/C/KAZ/9,7,link,,17,,,wrong,,,me", "law is empty"),
        ("CED/C/KAZ/9,7,mention,X,,,,wrong,,,me", "words is empty"),
        ("CED/C/KAZ/9,7,link,X,17,,,another,,,me", "write both or neither"),
        ("CED/C/KAZ/9,7,link,X,17,,,wrong,18,,me", "write both or neither"),
        ("CED/C/KAZ/9,7,mention,,,Act,1,another,18,,me", "write both or neither"),
        ("CED/C/KAZ/9,7,link,X,17,,,another,99,,me", "CED has no article 99"),
        ("CED/C/KAZ/9,7,link,X,0,,,wrong,,,me", "CED has no article 0"),
        ("CED/C/KAZ/9,7,mention,,,Act,0,wrong,,,me", "nth is '0'"),
        ("CED/C/KAZ/9,7,link,X,17,,,wrong,,,me\nCED/C/KAZ/9,7,link,X,17,,,right,,,you", "line 2 judges the same link"),
        ("CED/C/KAZ/9,7,link,X,17,,,wrong,,,me,more", "there are more cells than columns"),
    ],
)
def test_a_row_that_is_wrong_is_told_with_its_line(row: str, message: str) -> None:
    with pytest.raises(ReadingError, match=rf"^review\.csv, line [23]: .*{re.escape(message)}"):
        parse_review(HEADER + row + "\n", FILE)


def test_a_wrong_link_is_not_in_the_graph_and_the_graph_says_who_decided(linked: Annotated) -> None:
    assert ("whole", ("17",), "implementedBy", ("17",)) in links(linked)
    judged = judge_citations(linked, [WRONG])
    assert links(judged) == []
    found = list(triples(judged))
    assert not [t for t in found if t.predicate in (v.CITED_UNDER, v.LAW_CITED, v.IMPLEMENTED_BY)]
    (judgement,) = {t.subject for t in found if t.predicate == v.VERDICT}
    facts = {t.predicate: t.object for t in found if t.subject == judgement and t.predicate != v.RDF_TYPE}
    assert facts == {
        v.IN_UNIT: v.term("doc:CED-C-KAZ-9__par_7"),
        v.JUDGES: v.term("judged:link"),
        v.VERDICT: v.term("verdict:wrong"),
        v.JUDGED_LAW: v.term(f"ins:{ACT}"),
        v.JUDGED_ARTICLE: v.term("tre:CED__art_17"),
        v.DECIDED_BY: Literal("A. Reader"),
        v.RDFS_COMMENT: Literal("It is about prisons"),
    }


def test_a_corrected_link_and_its_claim_are_of_the_article_given(linked: Annotated) -> None:
    judged = judge_citations(linked, [ANOTHER])
    assert links(judged) == [(path, ("18",), claim, ("18",)) for path, _, claim, _ in links(linked)]
    found = list(triples(judged))
    law = v.term(f"ins:{ACT}")
    assert {t.object for t in found if (t.subject, t.predicate) == (law, v.CITED_UNDER)} == {v.term("tre:CED__art_18")}
    (judgement,) = {t.subject for t in found if t.predicate == v.VERDICT}
    cited = [t for t in found if t.predicate == v.JUDGEMENT_OF]
    assert {t.object for t in cited} == {judgement}
    assert len(cited) == len(links(linked))


def test_of_a_claim_alone_the_law_stays_cited(linked: Annotated) -> None:
    judged = judge_citations(linked, [replace(WRONG, judged="claim")])
    assert links(judged) == [(path, ("17",), None, ()) for path, *_ in links(linked)]


def test_a_division_or_a_name_is_judged_and_no_more(linked: Annotated) -> None:
    division = judge_citations(linked, [replace(WRONG, law=f"{ACT}__art_5")])
    assert [path for path, *_ in links(division)] == ["whole"]
    assert links(judge_citations(linked, [replace(WRONG, law="prisons act")])) == []
    assert links(judge_citations(linked, [replace(WRONG, article="")])) == []


def test_what_is_right_stays_and_says_who_found_it_so(linked: Annotated) -> None:
    judged = judge_citations(linked, [replace(WRONG, verdict="right")])
    assert links(judged) == links(linked)
    assert {c.review for c in judged.citations or ()} == {(replace(WRONG, verdict="right"),)}


def test_what_nothing_meets_changes_nothing(linked: Annotated) -> None:
    others = [replace(WRONG, unit="8"), replace(WRONG, law="KAZ_act_2002"), replace(WRONG, article="18")]
    assert judge_citations(linked, others) is linked
    assert judge_mentions(linked, [Judgement("7", "mention", "wrong", "me", words="Act", nth=4)]) is linked


def test_a_wrong_mention_is_none(small: Annotated) -> None:
    senate = Judgement("7", "mention", "wrong", "A. Reader", words="Senate")
    judged = judge_mentions(small, [senate])
    assert [m.text for m in judged.mentions] == [m.text for m in small.mentions if m.text != "Senate"]
    assert judged.judgements == (senate,)
    assert len(judge_mentions(small, [replace(senate, verdict="right")]).mentions) == len(small.mentions)


def test_the_records_keep_who_decided(linked: Annotated, tmp_path: Path) -> None:
    judged = judge_citations(linked, [replace(ANOTHER, judged="claim")])
    write_records(judged, tmp_path)
    assert replace(read_records(tmp_path), dialogue=None) == judged  # before the dialogue is looked for
    row = json.loads((tmp_path / "citations.jsonl").read_text("utf-8").splitlines()[0])
    assert row["review"] == [
        {
            **{"paragraph": "7", "judged": "claim", "law": ACT, "article": "17", "verdict": "another"},
            **{"instead": ["18"], "remark": "It is about prisons", "by": "A. Reader"},
        }
    ]
    (tmp_path / "judgements.jsonl").write_text('{"paragraph": "7", "judged": "link"}\n', "utf-8")
    with pytest.raises(ReadingError, match=r"judgements\.jsonl, line 1: this is not what a build writes"):
        read_records(tmp_path)


def built(sources: list[Path], output: Path) -> tuple[list[str], list[str]]:
    """The status of each report that was built, and what was said of the build."""
    said: list[str] = []
    outcomes = build_reports(sources, output, tell=Telling(note=said.append))
    return [outcome.status for outcome in outcomes if isinstance(outcome, Built)], said


def test_the_next_build_honours_it_and_takes_it_back(sources: list[Path], tmp_path: Path) -> None:
    good, output = [sources[0], sources[3]], tmp_path / "output"
    for source in good:
        source.write_bytes(source.name.encode())
    assert built(good, output) == (["new", "new"], [])
    before = (output / "CED-C-KAZ-1" / "graph.ttl").read_bytes()
    row = f"CED/C/KAZ/1,7,link,{ACT},17,,,wrong,,,A. Reader\n"
    (output / REVIEW_FILE).write_text(HEADER + row, "utf-8")
    assert built(good, output) == (["changed", "kept"], [])
    assert read_records(output / "CED-C-KAZ-1").citations == ()
    assert validate(output).conforms
    assert built(good, output) == (["kept", "kept"], [])
    (output / REVIEW_FILE).unlink()
    assert built(good, output) == (["changed", "kept"], [])
    assert (output / "CED-C-KAZ-1" / "graph.ttl").read_bytes() == before


def test_rows_that_meet_nothing_are_named(sources: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "output"
    sources[0].write_bytes(b"kaz")
    output.mkdir()
    rows = (
        f"CED/C/KAZ/1,8,link,{ACT},17,,,wrong,,,me\nCED/C/KAZ/1,7,mention,,,Senat,,wrong,,,me\n"
        f"CED/C/FRA/1,7,link,{ACT},17,,,wrong,,,me\nCED/C/KAZ/1,7,claim,{ACT},17,,,right,,,me\n"
    )
    (output / REVIEW_FILE).write_text(HEADER + rows, "utf-8")
    _, said = built(sources[:1], output)
    assert [re.sub(r"^.*review\.csv, ", "", sentence).partition(";")[0] for sentence in said] == [
        f"line 2: paragraph 8 of CED/C/KAZ/1 has no link of {ACT} and article 17",
        "line 3: paragraph 7 of CED/C/KAZ/1 has no mention “Senat”, the 1. time that it stands there",
        "line 4: there is no report CED/C/FRA/1 here",
    ]
    again: list[str] = []
    unify_reports(output, tell=Telling(note=again.append))
    assert again == said


def test_a_fault_of_the_file_ends_the_build_before_anything_is_read(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / REVIEW_FILE).write_text(f"{HEADER}CED/C/KAZ/1,7,link,X,17,,,maybe,,,me\n", "utf-8")
    monkeypatch.setattr(build, "_read", lambda *_: pytest.fail("a report was read"))
    with pytest.raises(ReadingError, match=r"review\.csv, line 2: verdict is 'maybe'"):
        built(sources, output)
    assert sorted(path.name for path in output.iterdir() if not path.name.startswith(".")) == [REVIEW_FILE]


def test_a_build_without_it_is_scored_against_it(linked: Annotated, tmp_path: Path) -> None:
    write_records(linked, tmp_path)
    mention = Judgement("7", "mention", "right", "me", words="Act", nth=2)
    judged = {
        "CED/C/KAZ/9": [
            *(replace(WRONG, verdict="right"), replace(ANOTHER, law=f"{ACT}__art_5"), replace(WRONG, judged="claim")),
            *(mention, replace(mention, words="No Act"), replace(mention, words="Senate", nth=1, verdict="wrong")),
        ],
        "CED/C/FRA/1": [WRONG],
    }
    assert score_judged(judged, tmp_path) == {
        "link": JudgedScore(right=2, found=1, wrong=1, false=1),
        "claim": JudgedScore(right=0, found=0, wrong=1, false=1),
        "mention": JudgedScore(right=2, found=1, wrong=1, false=1),
    }
    assert JudgedScore(2, 1, 1, 1).precision == JudgedScore(2, 1, 1, 1).recall == 0.5
    with pytest.raises(TreatygraphError, match="no report that was judged was built here"):
        score_judged({"CED/C/FRA/1": [WRONG]}, tmp_path)
    write_records(judge_citations(linked, [ANOTHER]), tmp_path)
    with pytest.raises(TreatygraphError, match="was built with what a person judged; build it into another folder"):
        score_judged(judged, tmp_path)


def test_a_law_may_be_called_as_all_reports_call_it(small: Annotated, tmp_path: Path) -> None:
    """What two reports cite by other names is one law: a row calls it by its id in entities.jsonl, or by the other."""
    linked = link(small)
    settled = replace(
        linked,
        entities=tuple(replace(e, id="KAZ_act_x", local=e.id) if e.id == ACT else e for e in linked.entities),
        mentions=tuple(replace(m, entity="KAZ_act_x") if m.entity == ACT else m for m in linked.mentions),
        citations=tuple(replace(c, target=replace(c.target, entity="KAZ_act_x")) for c in linked.citations or ()),
    )
    for name in (ACT, "KAZ_act_x", "ins:KAZ_act_x"):
        assert links(judge_citations(settled, [replace(WRONG, law=name)])) == [], name
