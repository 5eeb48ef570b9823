"""Asking questions of the graph, and checking it: `run_query`, `list_queries`, `validate`.

What reads graphs is imported when it is first used, so that who asks a question does not wait for it twice: the
process that answers imports it too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from treatygraph.query.answers import Answer, Iri, Value
from treatygraph.query.asking import Engine, run_query
from treatygraph.query.bounds import Bounds
from treatygraph.query.errors import QueryBoundError, QueryError, QueryRefusedError
from treatygraph.query.questions import Parameter, Question, find_query, list_queries

if TYPE_CHECKING:
    from treatygraph.query.sources import open_store
    from treatygraph.query.validation import Finding, ValidationResult, validate

_LATE = {
    "open_store": "treatygraph.query.sources",
    **dict.fromkeys(("Finding", "ValidationResult", "validate"), "treatygraph.query.validation"),
}

__all__ = [
    "Answer",
    "Bounds",
    "Engine",
    "Finding",
    "Iri",
    "Parameter",
    "QueryBoundError",
    "QueryError",
    "QueryRefusedError",
    "Question",
    "ValidationResult",
    "Value",
    "find_query",
    "list_queries",
    "open_store",
    "run_query",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'treatygraph.query' has no attribute {name!r}")
