"""The views: what ties articles, law, public bodies and States, in one report and in several."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from networks import small_report

from treatygraph.building.build import Built
from treatygraph.corpus.records import write_records
from treatygraph.errors import ReadingError
from treatygraph.export import VIEWS, Network, View, project, read_network
from treatygraph.export.networks.network import RESERVED, STRENGTHS
from treatygraph.linking import link
from treatygraph.query import run_query
from treatygraph.report import Annotated, ClaimKind, Relation


def edges(network: Network) -> dict[tuple[str, str], dict]:
    labels = {node.id: node.label for node in network.nodes}
    return {
        (labels[edge.source], labels[edge.target]): {"weight": edge.weight, **edge.attributes} for edge in network.edges
    }


def test_articles_come_by_number_and_only_what_is_linked_is_there(network: Network) -> None:
    assert [node.label for node in network.nodes] == [
        "CED, art. 2",
        "CED, art. 10",
        "CED, art. 16",
        "Prisons Act",
        "draft Code",
        "Slavery Convention",
    ]
    assert [node.id for node in network.nodes] == [
        *("tre:CED__art_2", "tre:CED__art_10", "tre:CED__art_16"),
        *("ins:KAZ_act_prisons", "ins:KAZ_bill_code", "ins:INT_treaty_slavery"),
    ]


def test_what_two_networks_share_has_one_id_and_nothing_else_has(small: Annotated) -> None:
    """So that files of two reports can be put together: "n0" would be another thing in each."""
    one, two = project([small]), project([replace(small, report=replace(small.report, treaty="CRPD"))])
    by_id = {node.id: node.attributes["iri"] for node in one.nodes}
    for node in two.nodes:
        assert by_id.setdefault(node.id, node.attributes["iri"]) == node.attributes["iri"]
    assert {node.id for node in one.nodes} & {node.id for node in two.nodes} >= {"ins:KAZ_act_prisons"}
    for network in (one, two, project([small], "claims"), project([small], "agency-law")):
        assert len({edge.id for edge in network.edges}) == len(network.edges)
    assert not {edge.id for edge in one.edges} & {edge.id for edge in two.edges}
    assert one.edges[0].id == "tre:CED__art_2--lawCited--ins:KAZ_act_prisons"


def test_an_edge_of_one_layer_tells_weight_and_firmness_in_the_other(small: Annotated) -> None:
    wide, claims = edges(project([small])), edges(project([small], "claims"))
    pair = ("CED, art. 2", "Prisons Act")
    names = ("weight", "strength", "firmness", "claim_weight", "claim_firmness")
    assert [wide[pair].get(name) for name in names] == [2, "section", 3, 1, 3]
    names = ("weight", "strength", "firmness", "cited_weight", "cited_firmness")
    assert [claims[pair].get(name) for name in names] == [1, "section", 3, 2, 3]
    only_cited = wide["CED, art. 2", "draft Code"]
    assert [only_cited.get(name) for name in ("firmness", "claim_weight", "claim_firmness")] == [2, None, None]


def test_an_edge_counts_paragraphs_and_keeps_the_best_strength(network: Network) -> None:
    found = edges(network)

    under_2 = found["CED, art. 2", "Prisons Act"]
    assert (under_2["weight"], under_2["strength"], under_2.get("article_count")) == (2, "section", None)
    assert (under_2["paragraphs"], under_2["pages"], under_2["provisions"]) == (("7", "8"), ("3", "4"), ("sec:5",))

    under_10 = found["CED, art. 10", "Prisons Act"]
    assert (under_10["weight"], under_10["strength"]) == (2, "explicit")
    assert "article_count" not in under_10


def test_a_heading_of_several_articles_is_the_weakest_and_tells_how_many(network: Network) -> None:
    draft = edges(network)["CED, art. 2", "draft Code"]
    assert (draft["weight"], draft["strength"], draft["article_count"]) == (1, "shared", 2)


def test_the_wide_view_ties_all_that_is_cited_and_tells_what_is_claimed(network: Network) -> None:
    """Paragraph 7 stands under articles 2 and 10: of the draft Code, which it alone names, nothing is claimed."""
    found = edges(network)
    assert {edge["relation"] for edge in found.values()} == {"lawCited"}
    assert {edge["stances"] for edge in found.values()} == {("effect",)}
    assert {pair: edge.get("claims") for pair, edge in found.items()} == {
        ("CED, art. 2", "Prisons Act"): ("implementedBy",),
        ("CED, art. 2", "draft Code"): None,
        ("CED, art. 10", "Prisons Act"): ("implementedBy",),
        ("CED, art. 10", "draft Code"): None,
        ("CED, art. 16", "Slavery Convention"): ("supportedBy",),
    }


def test_the_view_of_claims_has_what_the_state_says_and_no_more(small: Annotated) -> None:
    """Section 5 stands under the heading of article 2 alone, and a sentence names article 10."""
    found = edges(project([small], "claims"))
    assert {pair: (edge["relation"], edge["paragraphs"], edge["strength"]) for pair, edge in found.items()} == {
        ("CED, art. 2", "Prisons Act"): ("implementedBy", ("8",), "section"),
        ("CED, art. 10", "Prisons Act"): ("implementedBy", ("9",), "explicit"),
        ("CED, art. 16", "Slavery Convention"): ("supportedBy", ("10",), "section"),
    }


@pytest.mark.parametrize("claim", ["plannedBy", "gapIn", "formerlyImplementedBy"])
def test_a_law_may_be_claimed_in_two_ways_for_one_article(small: Annotated, claim: ClaimKind) -> None:
    """One paragraph says that it has effect, another that it falls short, will be or was replaced: two ties."""
    linked = link(small)
    assert linked.citations is not None
    first, *others = linked.citations
    both = replace(linked, citations=(replace(first, claim=claim, claimed=("2",)), *others))

    ties = [edge for edge in project([both], "claims").edges if edge.source == "tre:CED__art_2"]
    assert {(tie.attributes["relation"], tie.weight) for tie in ties} == {(claim, 1), ("implementedBy", 1)}
    wide = edges(project([both]))["CED, art. 2", "Prisons Act"]
    assert wide["claims"] == tuple(sorted((claim, "implementedBy")))
    assert wide["weight"] == 2


def test_a_node_says_what_it_is(network: Network) -> None:
    article, law = network.nodes[1], network.nodes[3]
    assert article.attributes["iri"] == "https://w3id.org/treatygraph/treaty/CED__art_10"
    assert article.attributes["topic"] == "Custody and preliminary inquiry of suspects"
    assert law.attributes == {
        "iri": "https://w3id.org/treatygraph/instrument/KAZ_act_prisons",
        "category": "law",
        "instrument_kind": "act",
        "state": "KAZ",
        "date": "2001-05-03",
        "year": 2001,
        "paragraph_count": 3,
    }


def test_law_is_tied_to_law_that_it_amends_or_approves(small: Annotated) -> None:
    found = edges(project([small], "law-law"))
    assert {pair: (edge["relation"], edge["weight"]) for pair, edge in found.items()} == {
        ("Decree No. 4", "Prisons Act"): ("approves", 1),
        ("Police Decree", "Prisons Act"): ("amends", 1),
    }
    assert found["Police Decree", "Prisons Act"]["provisions"] == ("sec:5",)
    assert found["Decree No. 4", "Prisons Act"]["pages"] == ("7",)


def test_a_treaty_that_a_law_approves_is_ratified_by_it(small: Annotated) -> None:
    (relation, *_) = small.relations
    ratifying = replace(small, relations=(replace(relation, object="INT_treaty_slavery"),))
    (edge,) = edges(project([ratifying], "law-law")).values()
    assert edge["relation"] == "ratifies"


def test_bodies_are_tied_to_what_they_issued_and_to_law_in_their_sentence(small: Annotated) -> None:
    """ "The *Police* Decree" is one that they issued, and no sentence that names the police with a law."""
    found = edges(project([small], "agency-law"))
    assert {pair: (edge["relation"], edge["confidence"]) for pair, edge in found.items()} == {
        ("Senate", "Prisons Act"): ("namedWith", 0.7),
        ("Senate", "Decree No. 4"): ("namedWith", 0.7),
        ("Police", "Police Decree"): ("issued", 0.9),
    }


def test_who_issued_a_law_is_not_also_named_with_it(small: Annotated) -> None:
    issuing = Relation("11", "KAZ_decree_4", "issuedBy", "KAZ_senate", confidence=0.9)
    other = replace(small, relations=(issuing,), report=replace(small.report, symbol="CED/C/KAZ/10"))
    found = edges(project([small, other], "agency-law"))
    assert found["Senate", "Decree No. 4"]["relation"] == "issued"
    network = project([small, other], "agency-law")
    assert len({(edge.source, edge.target) for edge in network.edges}) == len(network.edges)


def test_states_lead_to_articles_by_the_law_they_cite(small: Annotated) -> None:
    network = project([small], "state-law-article")
    found = edges(network)
    assert network.nodes[0].label == "Kazakhstan"
    assert {(pair, edge["relation"], edge["weight"]) for pair, edge in found.items() if "Prisons Act" in pair} == {
        (("Kazakhstan", "Prisons Act"), "cites", 3),
        (("Prisons Act", "CED, art. 2"), "citedUnder", 2),
        (("Prisons Act", "CED, art. 10"), "citedUnder", 2),
    }


def test_of_several_reports_what_has_one_iri_is_one_node(small: Annotated) -> None:
    named = tuple(replace(e, label="Prisons Act of 3 May 2001") if "prisons" in e.id else e for e in small.entities)
    other = small_report("CED/C/KAZ/10")
    network = project([replace(small, entities=named), other])

    assert network.title == "2 reports: articles and law"
    assert [node.label for node in network.nodes].count("Prisons Act of 3 May 2001") == 1
    law = next(node for node in network.nodes if node.label == "Prisons Act of 3 May 2001")
    assert law.attributes["reports"] == ("CED/C/KAZ/9", "CED/C/KAZ/10")
    under_2 = edges(network)["CED, art. 2", "Prisons Act of 3 May 2001"]
    assert under_2["weight"] == 4
    assert under_2["paragraphs"] == ("CED/C/KAZ/9, 7", "CED/C/KAZ/9, 8", "CED/C/KAZ/10, 7", "CED/C/KAZ/10, 8")
    assert under_2["pages"] == ("CED/C/KAZ/9, 3", "CED/C/KAZ/9, 4", "CED/C/KAZ/10, 3", "CED/C/KAZ/10, 4")
    assert under_2["states"] == ("KAZ",)


def test_a_treaty_that_one_report_is_on_and_another_cites_is_one_node(small: Annotated) -> None:
    """In a report under the Covenant the Convention is an instrument like others."""
    convention = replace(small.mentions[4], type="instrument", targets=())
    mentions = tuple(convention if mention is small.mentions[4] else mention for mention in small.mentions)
    on_ced = replace(small, mentions=mentions)
    units = tuple(replace(u, convention_articles=("2",)) if u.id == "9" else u for u in small.report.units)
    on_ccpr = replace(on_ced, report=replace(small.report, symbol="CCPR/C/KAZ/9", treaty="CCPR", units=units))

    for reports in ([on_ced, on_ccpr], [on_ccpr, on_ced]):
        network = project(reports)
        labels = {node.attributes["iri"]: (node.label, node.attributes["category"]) for node in network.nodes}
        assert labels["https://w3id.org/treatygraph/treaty/CED"] == ("CED", "treaty")
        assert edges(network)["CED", "Prisons Act"]["claims"] == ("implementedBy",)
        assert edges(network)["CCPR, art. 2", "CED"]["claims"] == ("supportedBy",)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("count", [1, 2])
def test_every_view_is_well_formed(small: Annotated, view: View, count: int) -> None:
    network = project([small, small_report("CED/C/KAZ/10")][:count], view)
    types = {"string": str, "date": str, "integer": int, "double": float, "strings": tuple}
    for items, columns in ((network.nodes, network.node_columns), (network.edges, network.edge_columns)):
        assert items
        assert not columns.keys() & RESERVED
        assert len({item.id for item in items}) == len(items)
        for item in items:
            for name, value in item.attributes.items():
                assert isinstance(value, types[columns[name]]), name
    nodes = {node.id for node in network.nodes}
    assert {end for edge in network.edges for end in (edge.source, edge.target)} == nodes
    assert all(node.label for node in network.nodes)
    assert {edge.attributes["strength"] for edge in network.edges} <= set(STRENGTHS)
    assert all(edge.weight == len(edge.attributes["paragraphs"]) for edge in network.edges)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_the_same_each_time_and_of_what_was_written(small: Annotated, view: View, tmp_path: Path) -> None:
    for symbol in ("CED-C-KAZ-10", "CED-C-KAZ-9"):
        (tmp_path / symbol).mkdir()
        write_records(link(small_report(symbol.replace("-", "/"))), tmp_path / symbol)
    assert read_network(tmp_path, view) == project([small_report("CED/C/KAZ/10"), small], view)
    assert read_network(str(tmp_path / "CED-C-KAZ-9"), view) == read_network(small, view)


def test_nothing_is_made_of_a_folder_without_reports(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no report here; build one into it first"):
        read_network(tmp_path)


def test_the_network_is_the_one_that_the_graph_gives(built: Built) -> None:
    answer = run_query(built.folder, "article-law-network")
    columns = ("source", "target", "weight", "strength")
    # the labels of the codes, where they are not the codes
    strengths = {"same paragraph": "paragraph", "shared heading": "shared"}
    rows = zip(*(answer.column(name) for name in columns), strict=True)
    asked = {(*row, strengths.get(strength, strength)) for *row, strength in rows}

    with (built.folder / "nodes.csv").open(encoding="utf-8", newline="") as lines:
        iris = {node["id"]: node["iri"] for node in csv.DictReader(lines)}
    with (built.folder / "edges.csv").open(encoding="utf-8", newline="") as lines:
        edges = list(csv.DictReader(lines))
    written = {(iris[edge["source"]], iris[edge["target"]], int(edge["weight"]), edge["strength"]) for edge in edges}

    assert len(written) == len(edges) > 100
    assert written == asked
    assert len(read_network(built).edges) == len(edges)
