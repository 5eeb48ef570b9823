"""What the whole pipeline reaches on CED/C/KAZ/1; a change that loses any of it fails here, figure by figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from treatygraph.building.build import Built
from treatygraph.evaluation.scores import Evaluation, evaluate

GOLD = Path(__file__).parent / "gold" / "CED-C-KAZ-1"

FIGURES: dict[str, tuple[Callable[[Evaluation], float], float]] = {
    "text of the units": (lambda e: e.text_equal, 1.0),
    "Convention articles of the units": (lambda e: e.articles_equal, 1.0),
    "instruments, exact F1": (lambda e: e.exact["instrument"].f1, 0.97),
    "dates, exact F1": (lambda e: e.exact["date"].f1, 0.99),
    "dates, values F1": (lambda e: e.date_values.f1, 0.99),
    "provisions, exact F1": (lambda e: e.exact["provision"].f1, 0.95),
    "provisions, targets F1": (lambda e: e.targets.f1, 0.97),
    "agencies, exact F1": (lambda e: e.exact["agency"].f1, 0.93),
    "back-references": (lambda e: e.resolved, 16 / 17),
    "instruments, B³ F1": (lambda e: e.b_cubed["instrument"].f1, 0.97),
    "national links F1": (lambda e: e.national_links.f1, 0.97),
    "relations F1": (lambda e: e.relations.f1, 0.85),
    "instruments' kind": (lambda e: e.attributes["kind"], 0.95),
    "instruments' level": (lambda e: e.attributes["level"], 0.95),
    "instruments' number": (lambda e: e.attributes["number"], 0.95),
    "instruments' date": (lambda e: e.attributes["date"], 0.95),
}


@pytest.fixture(scope="module")
def score(built: Built) -> Evaluation:
    return evaluate(GOLD, built.folder)


@pytest.mark.parametrize("name", FIGURES)
def test_figure(score: Evaluation, name: str) -> None:
    measure, least = FIGURES[name]
    measured = measure(score)
    assert measured >= least, f"{name}: {measured:.3f} is less than {least:.3f}"
