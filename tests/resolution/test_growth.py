"""However many instruments one unit names, the time grows with their number alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timing import grows_linearly
from treatygraph.linking import link
from treatygraph.recognition import recognise
from treatygraph.report import Annotated
from treatygraph.resolution import resolve

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from dense_units import DENSE, dense_report


def linked(piece: str, count: int) -> Annotated:
    return link(resolve(recognise(dense_report(piece, count))))


@pytest.mark.parametrize("piece", DENSE)
def test_a_unit_that_names_four_times_as_many_instruments_takes_about_four_times_as_long(piece: str) -> None:
    linked(piece, 10)  # what is read or compiled once is not measured

    def work(count: int) -> Callable[[], object]:
        return lambda: linked(piece, count)

    assert grows_linearly(work, 300, 1200)


def test_in_a_long_unit_each_act_amends_the_next() -> None:
    annotated = linked("Act No. k of 2001 amends Act No. k+1 of 2002,", 300)

    amended = {(r.subject, r.object) for r in annotated.relations if r.predicate == "amends"}
    assert amended >= {(f"KAZ_act_2001_{k}", f"KAZ_act_2002_{k + 1}") for k in range(1, 301)}


def test_of_many_acts_with_one_number_each_keeps_its_own_title() -> None:
    annotated = linked("the W Act No. 5,", 300)

    assert len({m.entity for m in annotated.mentions if m.type == "instrument"}) == 300


def test_in_a_long_list_of_provisions_each_is_of_the_code_beside_it() -> None:
    annotated = linked("Article k of the Penal Code, article k;", 300)

    provisions = [m for m in annotated.mentions if m.type == "provision"]
    assert len(provisions) == 600
    assert {m.entity for m in provisions} == {"KAZ_code_penal-code"}
