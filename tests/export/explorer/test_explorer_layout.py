"""Where nodes stand: articles on the circle, law outside beside its one article or inside between several."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatygraph.export.explorer.layout import place_nodes

ARTICLES = ["1", "2", "3", "4"]


def radius(point: tuple[float, float]) -> float:
    return math.hypot(*point)


def test_articles_go_clockwise_from_the_top() -> None:
    places = place_nodes(ARTICLES, {})
    assert places == {"1": (0.0, 1.0), "2": (1.0, 0.0), "3": (0.0, -1.0), "4": (-1.0, 0.0)}


def test_law_of_one_article_stands_beside_it_outside() -> None:
    place = place_nodes(ARTICLES, {"Act": {"2": 1.0}})["Act"]
    article = place_nodes(ARTICLES, {"Act": {"2": 1.0}})["2"]
    assert radius(place) > 1.1
    assert math.dist(place, article) < 0.2


def test_law_of_several_articles_stands_inside() -> None:
    assert radius(place_nodes(ARTICLES, {"Code": {"1": 3.0, "2": 1.0}})["Code"]) < 0.9


def test_an_article_with_much_law_has_more_room() -> None:
    places = place_nodes(ARTICLES, {f"Act {n}": {"1": 1.0} for n in range(12)})
    assert math.dist(places["1"], places["2"]) > math.dist(places["2"], places["3"])


ties = st.dictionaries(
    st.text("abc", min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(ARTICLES), st.floats(0.5, 9), min_size=1, max_size=4),
    max_size=40,
)


@settings(max_examples=40)
@given(ties)
def test_the_same_ties_give_the_same_places_and_no_two_nodes_share_one(found: dict[str, dict[str, float]]) -> None:
    places = place_nodes(ARTICLES, found)
    assert places == place_nodes(ARTICLES, found)
    assert set(places) == {*ARTICLES, *found}
    assert len(set(places.values())) == len(places)


@pytest.mark.parametrize("number", [486, 487, 1200])
def test_as_many_nodes_as_a_folder_of_hundreds_of_reports_has_are_placed_inside(number: int) -> None:
    ties = {f"Act {law}": {str(1 + law % 12): 1.0, str(1 + (law * 5 + 1) % 12): 2.0} for law in range(number)}
    ties = {law: tied for law, tied in ties.items() if len(tied) > 1}
    places = place_nodes([str(article) for article in range(1, 13)], ties)
    assert len(places) == 12 + len(ties)
    assert all(math.hypot(*places[law]) < 1 for law in ties)
    assert len(set(places.values())) > 0.9 * len(places)
