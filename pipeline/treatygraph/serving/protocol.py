"""Reading a request of the SPARQL 1.1 protocol (https://www.w3.org/TR/sparql11-protocol/#query-operation)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

from treatygraph.serving.jobs import Job

METHODS = "GET, HEAD, POST, OPTIONS"
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w-]+)", re.IGNORECASE)
_MOST_FIELDS = 200


class RequestError(Exception):
    """A request that is none of the protocol, or not served; with the status of HTTP that says so."""

    def __init__(self, status: int, sentence: str) -> None:
        """Keep the status beside the sentence."""
        super().__init__(sentence)
        self.status = status


def read_request(method: str, query: bytes, kind: str, body: bytes, accept: str) -> Job:
    """Read a query with its graphs off the address and the body.

    Raises:
        RequestError: it has no query or several, is an update, or is not as the protocol has it.
    """
    pairs = read_pairs(query)
    if method == "POST":
        pairs += _read_body(kind, body)
    if any(name == "update" for name, _ in pairs):
        raise RequestError(403, "This service only answers queries; nothing can be changed here.")
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) != 1:
        raise RequestError(400, f"A request has one query, and this has {len(queries) or 'none'}.")
    return Job(
        "sparql",
        queries[0],
        accept,
        tuple(value for name, value in pairs if name == "default-graph-uri"),
        tuple(value for name, value in pairs if name == "named-graph-uri"),
    )


def read_pairs(query: bytes) -> list[tuple[str, str]]:
    """Read the fields of an address or a form.

    Raises:
        RequestError: they are not UTF-8, or too many.
    """
    try:
        words = query.decode("utf-8")
        return parse_qsl(words, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except UnicodeDecodeError:
        raise RequestError(400, "The request is not UTF-8.") from None
    except ValueError:
        raise RequestError(400, f"The request has more than {_MOST_FIELDS} fields.") from None


def _read_body(kind: str, body: bytes) -> Sequence[tuple[str, str]]:
    name, _, settings = kind.partition(";")
    name, charset = name.strip().lower(), _CHARSET.search(settings)
    if charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise RequestError(415, f"A query is UTF-8 here, not {charset[1]}.")
    if name == "application/x-www-form-urlencoded":
        return read_pairs(body)
    if name == "application/sparql-update":
        raise RequestError(403, "This service only answers queries; nothing can be changed here.")
    if name != "application/sparql-query":
        raise RequestError(
            415, "A POST has a body of application/sparql-query or of application/x-www-form-urlencoded."
        )
    try:
        return [("query", body.decode("utf-8"))]
    except UnicodeDecodeError:
        raise RequestError(400, "The query is not UTF-8.") from None
