"""An answer as a data frame: a type for each column."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from treatygraph.extras import MissingExtraError
from treatygraph.query import Answer, Iri

LAWS = Answer(
    "laws",
    "Which laws?",
    ("law", "name", "articles", "weight", "inForce", "date", "mixed", "none"),
    (
        (Iri("http://l/1"), "Criminal Code", 3, Decimal("0.5"), True, datetime.date(1997, 7, 16), 1, None),
        (Iri("http://l/2"), None, None, 1, None, None, "one", None),
    ),
)


def test_columns_have_the_types_of_their_values() -> None:
    frame = LAWS.to_pandas()
    types = ["string", "string", "Int64", "Float64", "boolean", "object", "object", "object"]
    assert [str(kind) for kind in frame.dtypes] == types
    assert list(frame["law"]) == ["http://l/1", "http://l/2"]
    assert frame["articles"].sum() == 3
    assert frame["weight"].tolist() == [0.5, 1.0]
    assert frame["name"].isna().tolist() == [False, True]
    assert list(frame["mixed"]) == [1, "one"]


def test_an_answer_without_rows_has_its_columns() -> None:
    frame = Answer("laws", "", ("law", "law"), ()).to_pandas()
    assert list(frame.columns) == ["law", "law"]
    assert len(frame) == 0


def test_without_pandas_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'treatygraph\[pandas\]'"):
        LAWS.to_pandas()
