"""Names and literals."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatygraph.graph.description import bounds, decimal, full_date, year
from treatygraph.graph.iris import document_name, instrument_iri, local_name, provision_name, safe


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("CED/C/KAZ/1", "CED-C-KAZ-1"),
        ("CRPD/C/ESP/1/Add.1", "CRPD-C-ESP-1-Add_1"),
        ("A/HRC/WG.6/34/SVN/1", "A-HRC-WG_6-34-SVN-1"),
    ],
)
def test_a_report_is_named_by_its_symbol(symbol: str, name: str) -> None:
    assert document_name(symbol) == name


def test_a_provision_is_named_by_its_path() -> None:
    assert provision_name("KAZ_code_criminal-code", ("art:532", "par:1")) == "KAZ_code_criminal-code__art_532__par_1"
    assert provision_name("CED", ()) == "CED"
    assert provision_name("code", ("art:53.5",)) == "code__art_53-5"


def test_core_treaties_have_their_own_space() -> None:
    assert instrument_iri("CED", ("art:29",)).value == "https://w3id.org/treatygraph/treaty/CED__art_29"
    assert instrument_iri("INT_treaty_slavery-convention").value.startswith("https://w3id.org/treatygraph/instrument/")


@given(st.text(max_size=30), st.lists(st.text(max_size=8), max_size=3))
def test_a_name_is_always_safe(name: str, numbers: list[str]) -> None:
    path = tuple(f"art:{number}" for number in numbers)
    assert re.fullmatch(r"[A-Za-z0-9_-]*", safe(name))
    assert re.fullmatch(r"[A-Za-z0-9_-]*", local_name(instrument_iri(name, path)))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1997-07-16", ("1997-07-16", "1997-07-16")),
        ("2012-02", ("2012-02-01", "2012-02-29")),
        ("2013", ("2013-01-01", "2013-12-31")),
        ("2009/2013", ("2009-01-01", "2013-12-31")),
        ("2013-02-11/2013-02-23", ("2013-02-11", "2013-02-23")),
        ("XXXX-06-01/XXXX-06-12", None),
        ("2010/..", None),
        ("199X", None),
        ("2010-13", None),
        (None, None),
    ],
)
def test_the_bounds_of_a_date(date: str | None, expected: tuple[str, str] | None) -> None:
    assert bounds(date) == expected


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_month_ends_on_its_last_day(day: datetime.date) -> None:
    first, last = bounds(f"{day:%Y-%m}")
    assert first <= day.isoformat() <= last
    following = datetime.date.fromisoformat(last) + datetime.timedelta(days=1) if last < "9999-12-31" else None
    assert following is None or following.day == 1


def test_only_a_full_date_is_a_date() -> None:
    assert full_date("1997-07-16").value == "1997-07-16"
    assert full_date("1997-07") is None
    assert full_date("2009/2013") is None
    assert year("2009/2013") == 2009
    assert year("XXXX-06-01") is None


@given(st.floats(min_value=0, max_value=1))
def test_confidence_keeps_its_value_to_three_places(confidence: float) -> None:
    written = decimal(confidence).value
    assert re.fullmatch(r"\d\.\d+", written)
    assert abs(Decimal(written) - Decimal(str(confidence))) <= Decimal("0.0005")
