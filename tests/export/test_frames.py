"""A network as Python's own: networkx and pandas."""

from __future__ import annotations

import pandas
import pytest
from networks import IRI, LIST, expected

from treatygraph.building.build import Built
from treatygraph.export import VIEWS, Network, View, to_networkx, to_pandas
from treatygraph.extras import MissingExtraError


def test_networkx_gets_iris_and_plain_values(hostile: Network) -> None:
    graph = to_networkx(hostile)
    law = "https://w3id.org/treatygraph/instrument/KAZ_act_prisons"
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (8, 7)
    assert graph.nodes[law]["label"] == "Prisons Act"
    assert sum(data["weight"] for _, _, data in graph.in_edges(law, data=True)) == 4
    assert graph.nodes[IRI]["aliases"] == "; ".join(LIST)
    values = [v for _, data in graph.nodes(data=True) for v in data.values()]
    values += [v for *_, data in graph.edges(data=True) for v in data.values()]
    assert {type(value) for value in values} == {str, int, float, bool}


def test_pandas_gets_typed_columns_by_id(network: Network) -> None:
    nodes, edges = to_pandas(network)
    wanted = expected(network)
    assert list(nodes.index) == [node.id for node in network.nodes]
    assert nodes.loc["ins:KAZ_act_prisons", "year"] == 2001
    assert nodes["year"].dtype == "Int64"
    assert pandas.isna(nodes.loc["tre:CED__art_2", "year"])
    assert edges.loc["tre:CED__art_2--lawCited--ins:KAZ_act_prisons", "paragraphs"] == ("7", "8")
    assert edges.merge(nodes, left_on="target", right_index=True)["weight"].sum() == sum(
        edge["weight"] for edge in wanted["edges"].values()
    )


@pytest.mark.parametrize("view", VIEWS)
def test_a_built_report_and_its_folder_give_the_same(built: Built, view: View) -> None:
    assert to_pandas(built, view).edges.equals(to_pandas(built.folder, view).edges)
    graph = to_networkx(built.folder.parent, view)
    assert graph.number_of_edges() == len(to_pandas(str(built.folder), view).edges) > 10


def test_without_pandas_it_says_what_to_install(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'treatygraph\[pandas\]'"):
        to_pandas(network)
