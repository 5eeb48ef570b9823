"""What can go wrong with a query."""

from __future__ import annotations

from treatygraph.errors import TreatygraphError


class QueryError(TreatygraphError):
    """A query cannot be found, understood or run."""

    exit_code = 2


class QueryRefusedError(QueryError):
    """A query would reach out, change something, or end the process that reads it; it was not asked."""


class QueryBoundError(QueryError):
    """A query was ended because it took more time or memory, or has a longer answer, than it may."""

    exit_code = 5
