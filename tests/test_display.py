"""What a notebook shows of a report, an entity, a network and an answer."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest

from treatygraph import read, recognise, resolve
from treatygraph.export import read_network
from treatygraph.query import Answer, Iri
from treatygraph.report import Annotated, Quality


@pytest.fixture(scope="module")
def annotated(report_pdf: Path) -> Annotated:
    return resolve(recognise(read(report_pdf)))


def words_of(card: str) -> str:
    """The words of a piece of HTML that is well formed."""
    return " ".join(" ".join(ElementTree.fromstring(f"<div>{card}</div>").itertext()).split())


def test_a_report_tells_what_it_is_and_what_is_doubtful(annotated: Annotated) -> None:
    words = words_of(annotated.report._repr_html_())
    for fact in ("CED/C/KAZ/1", "State Kazakhstan", "Protection of All Persons from Enforced", "paragraphs 243"):
        assert fact in words
    assert "doubts" not in words
    torn = replace(annotated.report, quality=Quality(number_gaps=(107,), pages_without_text=(3,)))
    assert "paragraphs missing: 107; pages without text: 3" in words_of(torn._repr_html_())


def test_an_annotated_report_counts_what_was_found(annotated: Annotated) -> None:
    words = words_of(annotated._repr_html_())
    assert words.startswith("CED/C/KAZ/1")
    instruments = sum(mention.type == "instrument" for mention in annotated.mentions)
    assert f"instruments {instruments} mentions of" in words
    assert "ratifiedBy" in words


def test_an_entity_shows_all_its_names(annotated: Annotated) -> None:
    code = next(entity for entity in annotated.entities if entity.name == "Criminal Code of 16 July 1997")
    words = words_of(code._repr_html_())
    assert "code, national" in words
    assert "1997-07-16" in words
    for name in code.aliases[:12]:
        assert name in words
    many = replace(code, aliases=tuple(f"Name {n}" for n in range(30)))
    assert "Name 11; 18 more" in words_of(many._repr_html_())


def test_a_network_shows_its_size_and_heaviest_edges(annotated: Annotated) -> None:
    network = read_network(annotated)
    words = words_of(network._repr_html_())
    assert f"nodes {len(network.nodes)} edges {len(network.edges)}" in words
    assert words.count("paragraphs") == 1


def test_an_answer_is_a_table_and_words_of_others_are_escaped() -> None:
    law = Iri("https://w3id.org/treatygraph/instrument/KAZ_code")
    rows = ((law, "<b>Code & more</b>", 12_000, None),) * 61
    card = Answer("laws", "Which laws?", ("law", "name", "count", "date"), rows)._repr_html_()
    words = words_of(card)
    assert words.startswith("Which laws? (61 rows) law name count date KAZ_code <b>Code & more</b> 12,000")
    assert words.endswith("1 more rows")
    assert f'title="{law}"' in card
