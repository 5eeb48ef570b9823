"""CED/C/KAZ/1 as values of the pipeline: as its annotators read it, and as the pipeline itself does."""

from __future__ import annotations

import pytest
from kazakhstan_report import from_gold, from_pipeline

from treatygraph.report import Annotated


@pytest.fixture(scope="session")
def gold() -> Annotated:
    return from_gold()


@pytest.fixture(scope="session", params=["gold", "pipeline"])
def kazakhstan(request: pytest.FixtureRequest) -> Annotated:
    return from_gold() if request.param == "gold" else from_pipeline()
