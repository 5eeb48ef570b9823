"""CED/C/KAZ/1 as its annotators read it, as values of the pipeline."""

from __future__ import annotations

import pytest
from gold_report import read_gold

from treatygraph.report import Annotated


@pytest.fixture(scope="session")
def kazakhstan() -> Annotated:
    """The report's units, mentions, entities and relations from `tests/gold/CED-C-KAZ-1`."""
    return read_gold("CED-C-KAZ-1")
