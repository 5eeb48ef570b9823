"""CSV with its metadata, Neo4j's CSV and Parquet, as DuckDB and csvw read them."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path
from typing import Any

import pytest
from networks import expected

from treatygraph.export import Network, render
from treatygraph.extras import MissingExtraError


def placed(network: Network, form: str, folder: Path) -> Path:
    for name, content in render(network, form).files.items():
        (folder / name).write_bytes(content)
    return folder


def rows(query: str) -> list[dict[str, Any]]:
    """Ask DuckDB."""
    duckdb = pytest.importorskip("duckdb")
    answer = duckdb.connect().execute(query)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def present(row: dict[str, Any], *without: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None and name not in without}


def test_csv_joins_in_duckdb_without_loose_ends(hostile: Network, tmp_path: Path) -> None:
    folder = placed(hostile, "csv", tmp_path)
    nodes, edges = (
        f"read_csv('{folder / name}', header=true, all_varchar=true)" for name in ("nodes.csv", "edges.csv")
    )
    loose = rows(f"SELECT * FROM {edges} e WHERE source NOT IN (SELECT id FROM {nodes}) "
                 f"OR target NOT IN (SELECT id FROM {nodes})")  # fmt: skip
    assert loose == []
    read = {row["id"]: row for row in rows(f"SELECT * FROM {nodes}")}
    wanted = expected(hostile)["nodes"]
    assert {key: row["label"] for key, row in read.items()} == {key: v["label"] for key, v in wanted.items()}
    assert read["n6"]["iri"] == wanted["n6"]["iri"]
    assert read["n6"]["aliases"].split("; ")[0] == "a|b, c, d"  # what parts items is not left within one
    joined = rows(f"SELECT n.label, sum(e.weight::INT) w FROM {edges} e JOIN {nodes} n ON e.target = n.id GROUP BY 1")
    assert {row["label"]: row["w"] for row in joined}["Prisons Act"] == 4


def test_csvw_finds_the_tables_whole_by_their_metadata(hostile: Network, tmp_path: Path) -> None:
    csvw = pytest.importorskip("csvw")
    group = csvw.TableGroup.from_file(placed(hostile, "csv", tmp_path) / "csv-metadata.json")
    group.check_referential_integrity()
    nodes, edges = (list(table.iterdicts(strict=True)) for table in group.tables)
    wanted = expected(hostile)
    lists = [name for name, kind in {**hostile.node_columns, **hostile.edge_columns}.items() if kind == "strings"]

    def given(row: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in row.items() if value not in (None, []) and name != "id"}

    def parted(values: dict[str, Any]) -> dict[str, Any]:
        return {k: [i.replace("; ", ", ") for i in v] if k in lists else v for k, v in values.items()}

    assert {row["id"]: given(row) for row in nodes} == {k: parted(v) for k, v in wanted["nodes"].items()}
    labels = {key: values["label"] for key, values in wanted["nodes"].items()}
    assert {row["id"]: given(row) for row in edges} == {
        key: {**parted(v), "source_label": labels[v["source"]], "target_label": labels[v["target"]]}
        for key, v in wanted["edges"].items()
    }


def test_the_tables_of_a_build_are_those_of_the_export(network: Network) -> None:
    files = render(network, "csv").files
    nodes = list(csv.DictReader(io.StringIO(files["nodes.csv"].decode(), newline="")))
    edges = list(csv.DictReader(io.StringIO(files["edges.csv"].decode(), newline="")))
    assert nodes[3] == {
        "id": "ins:KAZ_act_prisons",
        "label": "Prisons Act",
        "iri": "https://w3id.org/treatygraph/instrument/KAZ_act_prisons",
        "category": "law",
        "topic": "",
        "instrument_kind": "act",
        "state": "KAZ",
        "date": "2001-05-03",
        "year": "2001",
        "number": "",
        "aliases": "",
        "paragraph_count": "3",
    }
    assert edges[0]["source_label"] == "CED, art. 2"
    assert (edges[0]["weight"], edges[0]["paragraphs"]) == ("2", "7; 8")


def test_neo4j_gets_typed_columns_labels_and_types(hostile: Network, tmp_path: Path) -> None:
    folder = placed(hostile, "neo4j", tmp_path)
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as lines:
        nodes = {row["node_id:ID"]: row for row in csv.DictReader(lines)}
    assert list(nodes["ins:KAZ_act_prisons"])[-1] == ":LABEL"
    assert (
        nodes["ins:KAZ_act_prisons"]["date:string"],
        nodes["ins:KAZ_act_prisons"]["day:date"],
        nodes["ins:KAZ_act_prisons"]["year:long"],
    ) == (
        "2001-05-03",
        "2001-05-03",
        "2001",
    )
    assert (nodes["n6"]["date:string"], nodes["n6"]["day:date"]) == ("2001-05", "")
    assert (nodes["n6"]["draft:boolean"], nodes["ins:KAZ_act_prisons"]["draft:boolean"]) == ("false", "")
    assert {row[":LABEL"] for row in nodes.values()} == {"Article", "Law", "Bill", "International"}
    with (folder / "relationships.csv").open(encoding="utf-8", newline="") as lines:
        edges = list(csv.DictReader(lines))
    assert {row[":TYPE"] for row in edges} == {"LAW_CITED", "IMPLEMENTED_BY", "PLANNED_BY"}


def test_duckdb_reads_neo4js_tables_whole(hostile: Network, tmp_path: Path) -> None:
    folder = placed(hostile, "neo4j", tmp_path)
    wanted = expected(hostile)
    nodes = f"read_csv('{folder / 'nodes.csv'}', header=true, all_varchar=true)"
    edges = f"read_csv('{folder / 'relationships.csv'}', header=true, all_varchar=true)"
    loose = f'SELECT * FROM {edges} WHERE ":START_ID" NOT IN (SELECT "node_id:ID" FROM {nodes})'
    assert rows(loose) == rows(loose.replace("START", "END")) == []

    def typed(row: dict[str, str]) -> dict[str, Any]:
        parse = {
            "string": str,
            "long": int,
            "double": float,
            "boolean": lambda v: v == "true",
            "string[]": lambda v: v.split("\x1f"),
        }
        split = {name: name.partition(":") for name in row if not name.startswith(":") and not name.endswith(":ID")}
        return {head: parse[kind](row[name]) for name, (head, _, kind) in split.items() if kind != "date"}

    assert {row["node_id:ID"]: typed(present(row)) for row in rows(f"SELECT * FROM {nodes}")} == wanted["nodes"]
    read = [present(row) for row in rows(f"SELECT * FROM {edges}")]
    assert {
        row["edge_id:string"]: {
            **{k: v for k, v in typed(row).items() if k != "edge_id"},
            "source": row[":START_ID"],
            "target": row[":END_ID"],
        }
        for row in read
    } == wanted["edges"]


def test_duckdb_reads_parquet_whole_with_its_types(hostile: Network, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    folder = placed(hostile, "parquet", tmp_path)
    wanted = expected(hostile)
    nodes = {row["id"]: row for row in rows(f"FROM '{folder / 'nodes.parquet'}'")}
    assert {key: present(row, "id", "day") for key, row in nodes.items()} == wanted["nodes"]
    assert nodes["ins:KAZ_act_prisons"]["day"] == datetime.date(2001, 5, 3)
    assert nodes["n6"]["day"] is None
    edges = {row["id"]: row for row in rows(f"FROM '{folder / 'edges.parquet'}'")}
    assert {key: present(row, "id", "source_label", "target_label") for key, row in edges.items()} == wanted["edges"]
    assert edges["e5"]["target_label"] == wanted["nodes"]["n6"]["label"]


def test_without_pyarrow_parquet_says_what_to_install(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"needs pyarrow, .* pip install 'treatygraph\[parquet\]'\.$"):
        render(network, "parquet")
