"""All reports as N-Quads, a file for each graph, with what loads them into larger engines: Virtuoso and QLever.

The graphs are those of `dump` in N-Quads. A file a graph can be loaded side by side, and again alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from treatygraph.building.dump import named_graphs
from treatygraph.building.swap import replace_folder, saying
from treatygraph.errors import WritingError
from treatygraph.graph.notations import write_graphs
from treatygraph.graph.vocabulary import BASE

VIRTUOSO_FILE: Final = "load-virtuoso.sh"
QLEVER_FILE: Final = "Qleverfile"

# https://vos.openlinksw.com/owiki/wiki/VOS/VirtBulkRDFLoader; each line of N-Quads names its own graph.
_VIRTUOSO = """\
#!/bin/sh
# Loads these graphs into OpenLink Virtuoso: ./load-virtuoso.sh [HOST:PORT] [USER] [PASSWORD]
# DirsAllowed in virtuoso.ini must name this folder; several loaders may run side by side.
set -eu
place=$(cd "$(dirname "$0")" && pwd)
isql=$(command -v isql-vt || command -v isql-v || command -v isql)
"$isql" "${1:-localhost:1111}" "${2:-dba}" "${3:-dba}" <<END
DELETE FROM DB.DBA.LOAD_LIST WHERE ll_file LIKE '$place/%';
ld_dir('$place', '*.nq', '%BASE%graph/');
rdf_loader_run();
checkpoint;
SELECT ll_file AS file_with_an_error, ll_error FROM DB.DBA.LOAD_LIST
  WHERE ll_file LIKE '$place/%' AND ll_error IS NOT NULL;
END
"""

# https://github.com/ad-freiburg/qlever-control
_QLEVER = """\
# Loads these graphs into QLever, in this folder: qlever index && qlever start

[data]
NAME        = treatygraph
DESCRIPTION = Laws that States cite under the articles of human rights treaties

[index]
INPUT_FILES     = *.nq
CAT_INPUT_FILES = cat ${INPUT_FILES}
FORMAT          = nq
SETTINGS_JSON   = { "num-triples-per-batch": 1000000 }

[server]
PORT               = 7019
ACCESS_TOKEN       = ${data:NAME}
MEMORY_FOR_QUERIES = 4G
TIMEOUT            = 60s

[runtime]
SYSTEM = docker
IMAGE  = docker.io/adfreiburg/qlever:latest
"""


def split_to(source: Path, target: Path, tell: Callable[[str], None] = lambda phase: None) -> None:
    """Write the graphs of the reports in `source` into the folder `target`, whole or not at all.

    A folder that an earlier run wrote is replaced; `tell` is called with what it is at, report by report.

    Raises:
        ReadingError: there is no graph at `source`, or one is malformed.
        WritingError: the folder cannot be written, or something else stands there.
    """

    def write(fresh: Path) -> None:
        for graph in named_graphs(source, tell):
            with (fresh / f"{graph.name.value.removeprefix(f'{BASE}graph/')}.nq").open("wb") as file:
                file.writelines(write_graphs([graph], "nq"))
        script = fresh / VIRTUOSO_FILE
        script.write_text(_VIRTUOSO.replace("%BASE%", BASE), encoding="utf-8")
        script.chmod(0o755)
        (fresh / QLEVER_FILE).write_text(_QLEVER, encoding="utf-8")

    replace_folder(target, write, _refuse_other_files)


def _refuse_other_files(target: Path) -> None:
    with saying(target):
        if target.exists() and not (target.is_dir() and (_is_ours(target) or not any(target.iterdir()))):
            raise WritingError(f"{target} is there and holds other files; move it away or give another --output.")


def _is_ours(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return {VIRTUOSO_FILE, QLEVER_FILE} <= names and all(
        name.endswith(".nq") or name in (VIRTUOSO_FILE, QLEVER_FILE) for name in names
    )
