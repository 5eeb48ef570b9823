"""The report as HTML: marks where they stand, and the text as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.export.explorer.prose import nest, unit_anchor, write_prose
from treatygraph.report import Annotated, Entity, Line, Mention, Note, NoteMark, Report, Section, Source, Unit

SOURCE = Source("report.pdf", "0" * 64, "application/pdf")


def report(text: str, *mentions: tuple[str, str], **more: object) -> Annotated:
    """A report of one paragraph, with mentions given by type and words."""
    found = []
    for kind, words in mentions:
        start = text.index(words)
        found.append(Mention("57", kind, start, start + len(words), words, "test", entity="KAZ_act"))  # type: ignore[arg-type]
    unit = Unit("57", "paragraph", text, section_index=0, **more)  # type: ignore[arg-type]
    law = Entity("KAZ_act", "instrument", "Act", "act", "national")
    return Annotated(
        Report("CED/C/KAZ/1", "KAZ", "CED", "Report", (unit,), SOURCE, (Section(1, "I.", "Law", ("6",)),)),
        tuple(found),
        (law,),
    )


def prose(annotated: Annotated) -> str:
    return re.search(r"<p>(.*)</p></div>", write_prose(annotated))[1]  # type: ignore[index]


def plain(html: str) -> str:
    """The text of a paragraph without page and note marks."""
    html = re.sub(r'<sup class="mark">.*?</sup>|<span class="page".*?</span>', "", html)
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_a_mark_links_to_what_it_denotes() -> None:
    assert prose(report("By the Act of 2009, courts …", ("instrument", "Act of 2009"))) == (
        'By the <a class="m instrument law" href="#mention=par-57.7-18" data-m="0">Act of 2009</a>, courts …'
    )


def test_a_mark_inside_another_is_a_link_and_so_are_the_words_around_it() -> None:
    html = prose(report("See article 6 of the Act.", ("provision", "article 6 of the Act"), ("instrument", "Act")))
    assert html == (
        'See <span class="m provision law" data-m="0">'
        '<a class="in" href="#mention=par-57.4-24" data-m="0">article 6 of the </a>'
        '<a class="m instrument law" href="#mention=par-57.21-24" data-m="1">Act</a></span>.'
    )


def test_marks_that_cross_are_cut() -> None:
    html = prose(
        report("article 6 of the Act on Care", ("provision", "article 6 of the Act"), ("instrument", "Act on Care"))
    )
    assert html.count('data-m="1"') == 2
    assert plain(html) == "article 6 of the Act on Care"


def test_the_second_piece_of_a_mark_is_not_in_the_order_of_keys() -> None:
    html = prose(report("Act of 2009 on Care", ("instrument", "Act of 2009 on Care"), ("date", "2009")))
    assert re.findall(r'<a class="in"[^>]*?(tabindex="-1")?>', html) == ["", 'tabindex="-1"']


def test_text_is_never_markup() -> None:
    text = '<script>alert(1)</script> & the "Act"'
    assert plain(prose(report(text, ("instrument", "Act")))) == text
    assert "<script>" not in write_prose(report(text))


def test_a_note_mark_cuts_the_link_it_stands_in() -> None:
    annotated = report("The Code of 2009 applies.", ("instrument", "Code of 2009"), marks=(NoteMark(8, "3"),))
    with_note = replace(annotated, report=replace(annotated.report, notes=(Note("3", "As amended."),)))
    assert re.sub(r' href="#mention=[^"]*"', "", prose(with_note)) == (
        'The <a class="m instrument law" data-m="0">Code</a>'
        '<sup class="mark"><a id="note-mark-1" href="#note-1"><span class="sr">Note </span>3</a></sup>'
        '<a class="m instrument law" data-m="0" tabindex="-1"> of 2009</a> applies.'
    )
    assert '<div class="unit note" id="note-1">' in write_prose(with_note)


def test_a_page_begins_where_its_first_line_does() -> None:
    lines = (Line(0, 4, 12, 0, 9, (0.0,) * 5), Line(4, 13, 13, 0, 9, (0.0,) * 10))
    html = prose(report("The courts do", lines=lines))
    pages = [f'<span class="page" id="page-{n}">p.\u00a0{n}</span>' for n in (12, 13)]
    assert html == f"{pages[0]}The {pages[1]}courts do"


def test_an_item_of_a_list_opens_a_line() -> None:
    assert prose(report("Measures for: • The courts; • The police.")) == (
        'Measures for: <span class="item"></span>• The courts; <span class="item"></span>• The police.'
    )


def test_a_heading_offers_its_articles() -> None:
    assert '<a class="chip article" href="#article=6">art.\u00a06</a>' in write_prose(report("Nothing."))


@pytest.mark.parametrize(("unit", "anchor"), [("57", "par-57"), ("table:1", "table-1"), ("12 bis", "par-12-bis")])
def test_anchors(unit: str, anchor: str) -> None:
    assert unit_anchor(unit) == anchor


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8)


@given(spans)
def test_of_two_nested_marks_one_holds_the_other_or_they_are_apart(found: list[tuple[int, int]]) -> None:
    mentions = [(n, Mention("1", "instrument", a, a + b, "x", "test")) for n, (a, b) in enumerate(found)]
    marks = nest(mentions, 0, 40)
    for one in marks:
        for other in marks:
            apart = one.end <= other.start or other.end <= one.start
            holds = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert apart or holds
    covered = {(n, at) for n, (a, b) in enumerate(found) for at in range(a, min(a + b, 40))}
    assert {(mark.place, at) for mark in marks for at in range(mark.start, mark.end)} == covered


@given(st.text(min_size=43, max_size=60), spans, st.lists(st.integers(0, 43), max_size=3))
def test_without_its_marks_the_text_is_the_input(text: str, found: list[tuple[int, int]], notes: list[int]) -> None:
    mentions = tuple(Mention("57", "instrument", a, a + b, text[a : a + b], "test") for a, b in found)
    annotated = report(text, marks=tuple(NoteMark(at, "*") for at in sorted(notes)))
    html = write_prose(Annotated(annotated.report, mentions))
    inside = re.search(r"<p>(.*)</p></div>", html, re.S)
    assert inside is not None
    assert plain(inside[1]) == text


def test_every_paragraph_of_the_report_reads_as_it_was(annotated: Annotated) -> None:
    html = write_prose(annotated)
    for unit in annotated.report.units:
        if unit.table is None:
            found = re.search(rf'id="{unit_anchor(unit.id)}">.*?<p>(.*?)</p></div>', html, re.S)
            assert found is not None
            assert plain(found[1]) == unit.text
