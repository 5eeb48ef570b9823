"""Which instruments may be a State's own: a judgment, a directive by number or a declaration is none of them."""

from __future__ import annotations

import pytest

from treatygraph.linking.states_own import RULES, is_states_own
from treatygraph.report import Entity


def instrument(kind: str, name: str) -> Entity:
    return Entity("instrument", "instrument", name, kind, "national", state="KEN")


@pytest.mark.parametrize(("kind", "name"), [example for rule in RULES for example in rule.examples])
def test_another_made_it(kind: str, name: str) -> None:
    assert not is_states_own(instrument(kind, name))


@pytest.mark.parametrize(("kind", "name"), [example for rule in RULES for example in rule.counter_examples])
def test_the_state_may_have_made_it(kind: str, name: str) -> None:
    assert is_states_own(instrument(kind, name))
