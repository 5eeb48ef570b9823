"""The two ways to CED/C/KAZ/1: from its gold, apart from extraction; and through the pipeline's stages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from gold_report import read_gold

from treatygraph.report import Annotated

REPORT = Path(__file__).parents[2] / "reports" / "CED-C-KAZ-1.pdf"


@cache
def from_gold() -> Annotated:
    return read_gold("CED-C-KAZ-1")


@cache
def from_pipeline() -> Annotated:
    try:
        from treatygraph import read, recognise, resolve
    except (ImportError, AttributeError) as error:
        pytest.skip(f"a stage of the pipeline cannot be imported: {error}")
    annotated = resolve(recognise(read(REPORT)))
    if not any(mention.type == "provision" for mention in annotated.mentions):
        pytest.skip("the pipeline finds no provisions")
    return annotated
