"""A folder described as an RO-Crate."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from ten_reports import write_corpus

from treatygraph.building.crate import crate
from treatygraph.building.dump import dump_to
from treatygraph.errors import ReadingError


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("crate") / "ten"
    write_corpus(output)
    return output


def entities(source: Path) -> dict[str, dict[str, Any]]:
    document = json.loads(crate(source))
    assert document["@context"] == "https://w3id.org/ro/crate/1.1/context"
    by_id = {entity["@id"]: entity for entity in document["@graph"]}
    assert len(by_id) == len(document["@graph"])  # each is described once
    return by_id


def named(value: Any) -> list[str]:
    """The ids that a description names."""
    if isinstance(value, dict):
        return [value["@id"]] if set(value) == {"@id"} else [name for one in value.values() for name in named(one)]
    return [name for one in value for name in named(one)] if isinstance(value, list) else []


def test_it_names_every_file_of_the_folder_and_nothing_hidden(corpus: Path) -> None:
    described = entities(corpus)
    files = {name: entity for name, entity in described.items() if entity["@type"] == "File"}
    there = [path for path in corpus.rglob("*") if path.is_file()]
    assert set(files) == {
        path.relative_to(corpus).as_posix()
        for path in there
        if not any(part.startswith(".") for part in path.relative_to(corpus).parts)
    }
    assert len(files) > 100
    for name, entity in files.items():
        content = (corpus / name).read_bytes()
        assert (entity["contentSize"], entity["sha256"]) == (str(len(content)), hashlib.sha256(content).hexdigest())
        assert entity["encodingFormat"] != "application/octet-stream", name


def test_it_has_what_the_specification_demands(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """RO-Crate 1.1: the descriptor, a root with name, description, date and licence, and what is named is described."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1400000000")
    described = entities(corpus)
    assert described["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    assert described["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    root = described["./"]
    assert root["datePublished"] == "2014-05-13"
    assert {"name", "description", "license"} <= root.keys()
    assert root["license"]["@id"] in described
    outside = {name for entity in described.values() for name in named(entity)} - described.keys()
    assert outside == {"https://w3id.org/ro/crate/1.1"}
    report = described["CED-C-KAZ-1/"]
    assert (report["@type"], report["name"]) == ("Dataset", "CED/C/KAZ/1")
    assert described[report["isBasedOn"]["@id"]]["identifier"] == "CED/C/KAZ/1"
    # All parts hang together.
    reached = [part["@id"] for part in root["hasPart"]]
    reached += [part["@id"] for name in reached for part in described[name].get("hasPart", ())]
    assert {name for name, entity in described.items() if entity["@type"] == "File"} <= set(reached)


def test_a_single_report_is_a_crate_too(corpus: Path, tmp_path: Path) -> None:
    described = entities(corpus / "CED-C-KAZ-1")
    assert "CED/C/KAZ/1" in described["./"]["name"]
    assert "graph.ttl" in described
    dump_to(corpus / "CED-C-KAZ-1", "rocrate", tmp_path / "ro-crate-metadata.json")
    assert json.loads((tmp_path / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    with pytest.raises(ReadingError, match="there is no report here"):
        crate(tmp_path)
