"""A service over ten reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Served, end, start
from ten_reports import write_corpus

pytest.importorskip("starlette", reason="needs the extra: pip install 'treatygraph[serve]'")
pytest.importorskip("uvicorn", reason="needs the extra: pip install 'treatygraph[serve]'")


@pytest.fixture(scope="module")
def ten_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("served") / "ten"
    write_corpus(output)
    return output


@pytest.fixture(scope="module")
def served(ten_reports: Path) -> Iterator[Served]:
    service = start(ten_reports)
    yield service
    end(service)
