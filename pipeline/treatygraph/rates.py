"""How often each rule was right in the annotated reports: the confidence of what it finds.

`rates.toml` counts, for each rule that decides, how often it did in the gold annotations and how often it was right.
`make rules WRITE=1` writes it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# With fewer decisions a share says little; then the rule's own number, set by hand, stands.
FEWEST = 10

Rates = Mapping[str, Mapping[str, tuple[int, int]]]


@cache
def measured() -> Rates:
    """How often each rule was right, and how often it decided, by what it decides about and its name."""
    tables = tomllib.loads(files("treatygraph").joinpath("rates.toml").read_text("utf-8"))
    return {sort: {rule: (right, of) for rule, (right, of) in rules.items()} for sort, rules in tables.items()}


def rate(sort: str, rule: str, prior: float) -> float:
    """The share of a rule's decisions that were right, between 0 and 1; `prior` where there were too few to tell.

    By the rule of succession, (right + 1) / (all + 2), so that ten of ten are not certainty.

    Args:
        sort: what the rule decides about: a mention's type, "instrument denotes", a relation's predicate.
        rule: its name.
        prior: the number that is set by hand.
    """
    right, of = measured().get(sort, {}).get(rule, (0, 0))
    return round((right + 1) / (of + 2), 3) if of >= FEWEST else prior
