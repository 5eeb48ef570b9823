"""Saving what a reader judged on a page into `review.csv` of the folder that is served.

It is the one thing that the service writes. A browser says of each such request from which page it comes (`Origin`,
https://fetch.spec.whatwg.org/#origin-header); only the service's own pages may save, and, unless other host names are
allowed, only those that this machine opened itself. That the host is a known name keeps out a page of another name
that was made to lead here (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from treatygraph.building.holding import hold
from treatygraph.building.swap import saying, write_file
from treatygraph.corpus.review import REVIEW_FILE, parse_review
from treatygraph.corpus.reviewed import merge_review
from treatygraph.csv_rows import read_text
from treatygraph.serving.protocol import RequestError

_HERE = frozenset(("127.0.0.1", "localhost", "::1"))
# Seconds that a build may still be at work in the folder.
_WAIT = 2.0


def may_save(host: str, client: str, allowed: Collection[str]) -> bool:
    """Whether pages under a host name may save: this machine's own to itself, others where they are allowed.

    `host` is the request's `Host`, `client` the address that asks, `allowed` are further host names.
    """
    name = urlsplit(f"//{host}").hostname or ""
    return name in allowed or (name in _HERE and _is_here(client))


def check_origin(headers: Mapping[str, str], client: str, allowed: Collection[str]) -> None:
    """Make sure that a page of this service asks to save.

    Raises:
        RequestError: another page asks, or none; this host may not save; or it is no CSV.
    """
    host = headers.get("host", "")
    if not may_save(host, client, allowed):
        raise RequestError(403, "Judgements are saved only from this machine, or under a host name of --save-from.")
    if urlsplit(headers.get("origin", "")).netloc != host:
        raise RequestError(403, "Judgements are saved only from the pages of this service.")
    if headers.get("content-type", "").partition(";")[0].strip() != "text/csv":
        raise RequestError(415, "Send review.csv as text/csv.")


def save_review(output: Path, body: bytes) -> int:
    """Put the rows of `body` into `review.csv` in the folder, whole or not at all; says how many it has now.

    Raises:
        RequestError: it is not UTF-8.
        ReadingError: a row of it, or of the file that is there, is not what it should be.
        WritingError: a build is at work in the folder, or the file cannot be written.
    """
    try:
        added = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RequestError(400, "review.csv is not UTF-8.") from None
    path = output / REVIEW_FILE
    with hold(output, _WAIT), saying(path):
        known = read_text(path) if path.exists() else ""
        merged = merge_review(known, added, path, Path("what was sent"))
        write_file(path, merged.encode("utf-8"))
    return len(parse_review(merged, path))


def _is_here(client: str) -> bool:
    try:
        return ipaddress.ip_address(client).is_loopback
    except ValueError:
        return False
