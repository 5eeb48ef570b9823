"""GEXF, by its schema and as graphology reads it for Sigma."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from networks import expected

from treatygraph.building.build import Built
from treatygraph.export import VIEWS, Network, View, read_network, render


def written(network: Network) -> str:
    return render(network, "gexf").files["network.gexf"].decode()


@pytest.fixture(scope="module")
def schema(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(shared / "schemas" / "gexf-1.3" / "gexf.xsd"))


def test_it_is_valid_by_its_schema(schema: etree.XMLSchema, hostile: Network) -> None:
    schema.assertValid(etree.fromstring(written(hostile).encode()))


@pytest.mark.parametrize("view", VIEWS)
def test_a_whole_report_is_valid_and_as_a_build_writes_it(schema: etree.XMLSchema, built: Built, view: View) -> None:
    text = written(read_network(built, view))
    schema.assertValid(etree.fromstring(text.encode()))
    assert (text == (built.folder / "network.gexf").read_text("utf-8")) == (view == "article-law")


def test_graphology_reads_it_whole(read_js: Callable[[str, str], Any], hostile: Network) -> None:
    read = read_js("gexf", written(hostile))
    assert read == expected(hostile)


def test_lists_are_written_as_gephi_reads_them(network: Network) -> None:
    """Gephi 0.10 takes "7|8" for one item; brackets, commas and quotation marks are what its ArraysParser reads."""
    assert '<attvalue for="paragraphs" value="[&quot;7&quot;, &quot;8&quot;]" />' in written(network)
