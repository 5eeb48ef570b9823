"""What holds for every report, whatever its names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from timing import grows_linearly
from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Annotated, Mention, Report, Source, Unit
from treatygraph.resolution import resolve
from treatygraph.resolution.subjects import same_number

NAMES = [
    "Criminal Code",
    "Criminal Code of 16 July 1997",
    "Penal Code",
    "Act No. 5/2010",
    "Act No. 6 of 2010",
    "Act No. 5 of 2010 on Education",
    "Education Act",
    "Education Act 2004",
    "Act of 4 July 2013 amending certain acts",
    "Act of 4 July 2013 on Housing",
    "Constitution",
    "Convention",
    "Convention on the Rights of the Child",
    "CRC",
    "PWDA",
    "Persons with Disabilities Act",
    "Presidential Decree No. 7",
    "Decree of the President",
    "National Strategy",
    "draft of the Criminal Code",
    "Optional Protocol",
]
BACK = ["Act", "Code", "Strategy", "latter instrument", "draft", "Convention", "law", "text"]
JOINS = ["", ", ", " and the ", " (", ") ", ", approved by ", " amending the ", ". The ", "; • ", " or "]


@st.composite
def reports(draw: st.DrawFn) -> Annotated:
    """Paragraphs of names and back-references, joined by what joins them in reports and by what does not."""
    units, mentions = [], []
    for n in range(1, draw(st.integers(1, 4)) + 1):
        text = ""
        for name, back in draw(
            st.lists(
                st.one_of(
                    st.tuples(st.sampled_from(NAMES), st.just(False)), st.tuples(st.sampled_from(BACK), st.just(True))
                ),
                max_size=6,
            )
        ):
            text += draw(st.sampled_from(JOINS))
            start = len(text)
            text += name
            mentions.append(
                Mention(
                    str(n),
                    "instrument",
                    start,
                    len(text),
                    name,
                    "drawn",
                    anaphor=back,
                    name=read_name(name, anaphor=back),
                )
            )
        units.append(Unit(str(n), "paragraph", text))
    return Annotated(
        Report("CED/C/KAZ/1", "KAZ", "CED", "", tuple(units), Source("x", "", "text/plain")), tuple(mentions)
    )


@settings(max_examples=60)
@given(reports())
def test_every_instrument_mention_denotes_an_entity_with_a_safe_id(report: Annotated) -> None:
    result = resolve(report)
    ids = [entity.id for entity in result.entities]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", entity) for entity in ids)
    assert all(mention.entity in ids for mention in result.mentions)
    assert len(result.mentions) == len(report.mentions)


@settings(max_examples=60)
@given(reports())
def test_resolution_changes_no_words_and_is_the_same_twice(report: Annotated) -> None:
    result = resolve(report)
    assert [(m.unit, m.start, m.end, m.text) for m in result.mentions] == [
        (m.unit, m.start, m.end, m.text) for m in report.mentions
    ]
    assert resolve(report) == result
    shuffled = replace(report, mentions=tuple(reversed(report.mentions)))
    assert resolve(shuffled) == result


@settings(max_examples=60)
@given(reports())
def test_an_antecedent_comes_before_and_denotes_the_same(report: Annotated) -> None:
    result = resolve(report)
    places = {(m.unit, m.start, m.end): i for i, m in enumerate(result.mentions)}
    for i, mention in enumerate(result.mentions):
        if mention.antecedent:
            before = places[mention.antecedent]
            assert before < i
            assert result.mentions[before].entity == mention.entity


@settings(max_examples=60)
@given(reports())
def test_two_numbers_never_denote_one_instrument(report: Annotated) -> None:
    result = resolve(report)
    numbers: dict[str | None, list[str]] = {}
    for mention in result.mentions:
        if mention.name and mention.name.number and not mention.anaphor:
            numbers.setdefault(mention.entity, []).append(mention.name.number)
    for found in numbers.values():
        assert all(same_number(found[0], other) for other in found)


@settings(max_examples=60)
@given(reports())
def test_relations_name_entities_and_the_mentions_that_state_them(report: Annotated) -> None:
    result = resolve(report)
    ids = {entity.id for entity in result.entities}
    for relation in result.relations:
        assert relation.subject in ids
        assert relation.object in ids or relation.object == "KAZ"
        spans = {(m.type, m.start, m.end) for m in result.mentions if m.unit == relation.unit}
        assert relation.evidence
        assert set(relation.evidence) <= spans


def long_report(paragraphs: int) -> Annotated:
    """A report with two names of its own and a back-reference in each paragraph."""
    units, mentions = [], []
    for n in range(paragraphs):
        text = ""
        for name, back in ((f"Act No. {n} of 2010 on Subject{n}", False), (f"Subject{n} Code", False), ("Act", True)):
            text += " The "
            mentions.append(
                Mention(
                    str(n),
                    "instrument",
                    len(text),
                    len(text) + len(name),
                    name,
                    "x",
                    anaphor=back,
                    name=read_name(name, anaphor=back),
                )
            )
            text += name
        units.append(Unit(str(n), "paragraph", text))
    return Annotated(
        Report("CED/C/KAZ/1", "KAZ", "CED", "", tuple(units), Source("x", "", "text/plain")), tuple(mentions)
    )


def test_time_grows_with_the_number_of_mentions_alone() -> None:
    def work(count: int) -> Callable[[], object]:
        report = long_report(count)
        return lambda: resolve(report)

    assert grows_linearly(work, 200, 800)
