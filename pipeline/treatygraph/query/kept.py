"""The store that a build keeps beside the reports, as a question sees it: the answers are those of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from treatygraph.graph.vocabulary import DEPOSITARY_GRAPH
from treatygraph.query.engines import View
from treatygraph.store.layout import StaleError, give_up_store, has_store, holding_store, is_damaged, report_graph


@dataclass(frozen=True, slots=True)
class KeptStore:
    """A store that holds what the files hold: each report in a graph of its own, all together in the default graph."""

    store: pyoxigraph.Store
    output: Path
    reports: Mapping[str, Path]

    def view(self, source: Path | None = None) -> View:
        """What a question about the report in a folder sees, or about all of them together.

        Beside that there is the graph of the depositary, where it records something.
        """
        named = (DEPOSITARY_GRAPH,) if self.store.contains_named_graph(DEPOSITARY_GRAPH) else ()
        graph = None if source is None or source == self.output else report_graph(source.name)
        return View(graph, named)


@contextmanager
def kept_store(
    source: object, before: Callable[[], None] = lambda: None, *, current: bool = True
) -> Iterator[KeptStore | None]:
    """Open the store of an output folder; None where there is none, or the files changed since it was written.

    `before` is called before the store is opened, which starts threads. Unless `current`, one that is older than the
    files will do.
    """
    if not isinstance(source, str | Path) or not has_store(Path(source)):
        yield None
        return
    output = Path(source)
    with ExitStack() as stack:
        try:
            kept = stack.enter_context(holding_store(output, current=current))
        except StaleError:
            yield None
            return
        before()
        try:
            store = pyoxigraph.Store.read_only(str(kept.folder))
        except (OSError, RuntimeError) as error:
            if is_damaged(error):
                give_up_store(output)
            yield None
            return
        yield KeptStore(store, output, {symbol: output / name for symbol, name in sorted(kept.reports.items())})
