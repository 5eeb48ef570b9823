"""treatygraph: from a State party's report to a graph of treaty articles and the national laws cited under them.

    >>> from treatygraph import read, recognise, resolve, link, to_graph       # doctest: +SKIP
    >>> graph = to_graph(link(resolve(recognise(read("CED-C-KAZ-1.pdf")))))    # doctest: +SKIP

Each stage is a pure function of the value before it; `treatygraph.report` holds the values that flow.
Stages are imported when first used, so that `import treatygraph` stays cheap.
"""

from importlib import import_module
from typing import Any

from treatygraph.version import __version__

_STAGES = {
    "read": "treatygraph.reading",
    "recognise": "treatygraph.recognition",
    "resolve": "treatygraph.resolution",
    "link": "treatygraph.linking",
    "to_graph": "treatygraph.graph",
}
__all__ = ["__version__", *_STAGES]


def __getattr__(name: str) -> Any:
    if name in _STAGES:
        return getattr(import_module(_STAGES[name]), name)
    raise AttributeError(f"module 'treatygraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
