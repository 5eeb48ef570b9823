"""A head that behaves as another does is one line: `like = { firman = "decree" }`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from treatygraph.recognition.grammar import lexicon

FILES = sorted((Path(lexicon.__file__).parents[1] / "lexicon").glob("*.toml"))
LIKE = {"firman": "decree", "ordinary policy": "policy"}


def lists(tables: Any) -> Iterator[list[Any]]:
    if isinstance(tables, dict):
        for value in tables.values():
            yield from lists(value)
    elif isinstance(tables, list):
        yield tables


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_head_stands_wherever_the_one_it_is_like_stands_and_nowhere_else(file: Path) -> None:
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    for before, after in zip(lists(tables), lists(lexicon.with_likes(tables, LIKE)), strict=True):
        assert after[: len(before)] == before
        for word, model in (*LIKE.items(), ("firmans", "decrees"), ("ordinary policies", "policies")):
            assert (word in after) == (model in before)


def test_decree_stands_in_many_lists() -> None:
    """So that the test above says something."""
    found = [words for file in FILES for words in lists(tomllib.loads(file.read_text("utf-8"))) if "decree" in words]
    assert len(found) >= 8


def test_a_file_as_it_is_read_has_the_words_of_its_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {"decree": {"like": {"firman": "decree"}, "heads": ["decree"]}}
    monkeypatch.setattr(lexicon, "_load", lambda name: kinds if name == "kinds" else {"back": {"heads": ["decree"]}})
    assert lexicon.read_lexicon.__wrapped__("kinds")["decree"]["heads"] == ["decree", "firman"]
    assert lexicon.read_lexicon.__wrapped__("instruments") == {"back": {"heads": ["decree", "firman"]}}
