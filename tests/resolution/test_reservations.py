"""Reservations that a State withdrew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.resolution.conftest import Resolve

CEDAW = "⟦Convention on the Elimination of All Forms of Discrimination against Women⟧"
CRC = "⟦Convention on the Rights of the Child⟧"

# The treaty's id, the article and the date.
WITHDRAWN = [
    # CRPD/C/MRT/1, paragraph 29; what is contemplated has not happened.
    (
        f"Pursuant to the recommendations, Mauritania withdrew and replaced its general reservation to the {CEDAW} "
        f"and is contemplating similar action in respect of its general reservation to the {CRC}.",
        [("CEDAW", (), None)],
    ),
    # CRPD/C/JOR/1, paragraph 6
    (
        f"The {CEDAW} was ratified in ⟦1992=1992⟧, with reservations to ⟦§art:9=article 9⟧. The reservation to "
        "⟦§art:15=article 15 of the ⟦Convention concerning the movement of persons⟧⟧ has been lifted.",
        [("CEDAW", ("art:15",), None)],
    ),
    (
        f"Kazakhstan withdrew its reservation to ⟦§art:21=article 21 of the {CRC}⟧ on ⟦2016-03-04=4 March 2016⟧.",
        [("CRC", ("art:21",), "2016-03-04")],
    ),
    (
        f"Reservations to ⟦§art:14=article 14⟧ and ⟦§art:21=article 21 of the {CRC}⟧ were withdrawn in ⟦2016=2016⟧.",
        [("CRC", ("art:14",), "2016")],
    ),
    (f"In ⟦2008=2008⟧ the State lifted all its reservations to the {CRC}.", [("CRC", (), "2008")]),
    (
        f"Since the withdrawal of its reservation to the {CRC} in ⟦2010=2010⟧, all children are covered.",
        [("CRC", (), "2010")],
    ),
    # CRPD/C/KOR/1, paragraph 126
    (f"The Government will consider withdrawing the reservation to ⟦§art:25=article 25 of the {CRC}⟧.", []),
    (f"The reservation to the {CRC} has not been withdrawn.", []),
    (f"The Committee recommended that the reservation to the {CRC} be withdrawn.", []),
    (f"Several States have withdrawn their reservations to the {CRC}.", []),
    ("The reservation of posts was withdrawn.", []),
]


@pytest.mark.parametrize(("text", "expected"), WITHDRAWN)
def test_what_was_withdrawn(
    resolved: Resolve, text: str, expected: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    relations = [r for r in resolved(text).annotated.relations if r.predicate == "reservationWithdrawnBy"]
    assert [(r.subject, r.object_path, r.date) for r in relations] == expected


def test_an_article_alone_is_that_of_the_treaty_reported_on(resolved: Resolve) -> None:
    report = resolved(
        "The ⟦International Convention for the Protection of All Persons from Enforced Disappearance⟧ is in force.",
        "Kazakhstan withdrew its reservation to ⟦§art:21=article 21⟧.",
    )
    (relation,) = (r for r in report.annotated.relations if r.predicate == "reservationWithdrawnBy")
    assert (relation.subject, relation.object, relation.object_path) == ("CED", "KAZ", ("art:21",))
