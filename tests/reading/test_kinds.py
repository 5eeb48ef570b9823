"""Kinds of document are told by symbol and title."""

from __future__ import annotations

from typing import get_args

import pytest

from treatygraph.reading.un.kinds import KINDS, Kind, kind_named, speaker_of, tell_kind
from treatygraph.report import DocumentKind


def test_every_kind_has_a_value_of_its_own() -> None:
    assert sorted(kind.name for kind in KINDS) == sorted(get_args(DocumentKind))
    assert len({kind.label for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_examples_of_a_kind_are_of_it(kind: Kind) -> None:
    for symbol, title in kind.examples:
        assert tell_kind(symbol, title) == kind.name, (symbol, title)


@pytest.mark.parametrize(
    ("symbol", "title", "kind"),
    [
        ("CRPD/C/CHN-HKG/2-3", "", "periodic-report"),
        ("CRPD/C/EU/1", "", "initial-report"),
        ("CRPD/C/AZE/CO/1*", "", "concluding-observations"),
        ("CRPD/C/AZE/CO/2-3/Rev.1", "", "concluding-observations"),
        ("CED/C/KAZ/CO/1/Add.1", "", "follow-up-report"),
        ("E/C.12/KAZ/Q/2/Add.1", "", "replies"),
        ("CERD/C/BRA/Q/18-20", "List of themes in relation to the combined reports of Brazil", "list-of-issues"),
        ("", "Combined initial and second periodic reports submitted by Malawi", "initial-report"),
        ("", "Concluding observations on the combined second and third periodic reports", "concluding-observations"),
        ("A/HRC/WG.6/34/SVN/2", "Compilation on Slovenia: Report of the Office of the High Commissioner", None),
        ("A/RES/61/177", "International Convention for the Protection of All Persons", None),
        ("", "", None),
    ],
)
def test_a_kind_is_told_by_symbol_or_title(symbol: str, title: str, kind: DocumentKind | None) -> None:
    assert tell_kind(symbol, title) == kind


def test_the_committee_speaks_in_its_own_documents_alone() -> None:
    of_the_committee = {kind.name for kind in KINDS if speaker_of(kind.name) == "committee"}
    assert of_the_committee == {
        "list-of-issues",
        "list-of-issues-prior-to-reporting",
        "concluding-observations",
    }
    assert speaker_of(None) == "state"
    assert kind_named("replies").label == "replies to a list of issues"
