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

# https://vos.openlinksw.com/owiki/wiki/VOS/VirtBulkRDFLoader; each line of N-Quads names its own graph. The loader
# only adds, and goes on after an error: so the graphs are emptied first, and at the end it is counted what was loaded.
_VIRTUOSO = """\
#!/bin/sh
# Loads these graphs into OpenLink Virtuoso, in place of what it held of them:
#
#     ./load-virtuoso.sh [HOST:PORT] [USER] [PASSWORD]
#
# The server reads the files itself: DirsAllowed in its virtuoso.ini must name this folder. A graph that no file here is
# of stays as it is; SPARQL CLEAR GRAPH <...> empties it. While this runs, more loaders share the work, each by
# isql HOST:PORT USER PASSWORD exec="rdf_loader_run();".
set -eu
server=${1:-localhost:1111} user=${2:-dba} password=${3:-dba}
place=$(cd "$(dirname "$0")" && pwd)
folder=$(printf %s "$place/" | sed "s/'/''/g")
isql=$(command -v isql-vt || command -v isql-v || command -v isql) || {
    echo "Virtuoso's client isql is not installed (Debian: virtuoso-opensource-7-bin)." >&2
    exit 1
}
ask() {
    "$isql" "$server" "$user" "$password" ERRORS=STDOUT BANNER=OFF PROMPT=OFF VERBOSE=OFF "$@"
}
ask exec="SELECT 1;" > /dev/null || {
    echo "Virtuoso does not answer at $server as $user." >&2
    exit 1
}
set -- "$place"/*.nq
{
    echo "log_enable(3, 1);"
    echo "DELETE FROM DB.DBA.LOAD_LIST WHERE LEFT(ll_file, LENGTH('$folder')) = '$folder';"
    for file in "$@"; do
        echo "SPARQL CLEAR GRAPH <%BASE%graph/$(basename "$file" .nq)>;"
    done
    echo "ld_dir('${folder%/}', '*.nq', '%BASE%graph/');"
    echo "rdf_loader_run();"
    echo "checkpoint;"
} | ask
ours="FROM DB.DBA.LOAD_LIST WHERE LEFT(ll_file, LENGTH('$folder')) = '$folder' AND ll_state = 2 AND ll_error IS"
loaded=$(ask exec="SELECT COUNT(*) $ours NULL;" | tr -dc 0-9)
if [ "$loaded" != $# ]; then
    ask exec="SELECT ll_file, ll_error $ours NOT NULL;"
    echo "Of $# graphs ${loaded:-none} were loaded; see above, and whether DirsAllowed names $place." >&2
    exit 1
fi
echo "$# graphs were loaded."
"""

# https://github.com/qlever-dev/qlever-docs/blob/main/docs/qleverfile.md. QLever takes a description only from who has
# the token; a new one each time lets nobody else change anything.
_QLEVER = """\
# Loads these graphs into QLever, in this folder: qlever index && qlever start
# Docker lets other machines reach the port too; stop it with: qlever stop

[data]
NAME        = treatygraph
DESCRIPTION = Laws that States cite under the articles of human rights treaties
FORMAT      = nq

[index]
INPUT_FILES      = *.nq
CAT_INPUT_FILES  = cat ${INPUT_FILES}
PARALLEL_PARSING = true
SETTINGS_JSON    = { "num-triples-per-batch": 1000000 }

[server]
PORT               = 7019
ACCESS_TOKEN       = $$(od -An -N16 -tx1 /dev/urandom | tr -d ' ')
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
