"""The process that answers jobs, one after another, until it is ended: a line for a job in, a head and bytes out."""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path

from treatygraph.query.child import bound_memory, end_with_parent, leave_network, refuse_ways_out
from treatygraph.query.kept import kept_store
from treatygraph.serving.answering import answer
from treatygraph.serving.jobs import Limits, read_job, say


def main() -> None:
    """Open the store that the first line names, say what it holds, and answer."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no part of an answer
    start = json.loads(sys.stdin.buffer.readline())
    end_with_parent(start["parent"])
    limits = Limits(**start["limits"])
    source = Path(os.fsdecode(start["source"].encode("latin-1")))
    with kept_store(source, leave_network, current=False) as kept:
        if kept is None:
            return
        sys.addaudithook(refuse_ways_out)
        bound_memory(limits.megabytes << 20)
        output.write(json.dumps({"reports": list(kept.reports)}).encode() + b"\n")
        output.flush()
        while line := sys.stdin.buffer.readline():
            try:
                reply = answer(kept, read_job(line), limits)
            except Exception:
                print(traceback.format_exc(), file=sys.stderr, flush=True)
                reply = say(500, "This question cannot be answered, by a fault of the program; its log says more.")
            output.write(reply.head())
            output.write(reply.body)
            output.flush()


if __name__ == "__main__":
    main()
