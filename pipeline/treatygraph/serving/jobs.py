"""What the service asks a worker, and what the worker answers; and how both go through a pipe."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from treatygraph.errors import TreatygraphError


@dataclass(frozen=True, slots=True)
class Job:
    """A question: a SPARQL text, a named question with its parameters, or what the graph says of an IRI.

    `graphs` and `named` are the graphs that the protocol's parameters name (`default-graph-uri`, `named-graph-uri`).
    """

    kind: Literal["sparql", "named", "iri"]
    text: str
    accept: str = ""
    graphs: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    report: str | None = None

    def written(self) -> bytes:
        """Write the job as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"


def read_job(line: bytes) -> Job:
    """Read what `Job.written` wrote."""
    record: dict[str, Any] = json.loads(line)
    return Job(**{**record, "graphs": tuple(record["graphs"]), "named": tuple(record["named"])})


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as HTTP has it: its status, its media type, its bytes; `wait` is when to ask again, in seconds."""

    status: int
    kind: str
    body: bytes
    wait: int | None = None

    def head(self) -> bytes:
        """Write all but the bytes, and how many those are, as a line."""
        return json.dumps([self.status, self.kind, len(self.body)]).encode() + b"\n"


def say(status: int, sentence: str, wait: int | None = None) -> Reply:
    """Answer with a sentence."""
    return Reply(status, "text/plain; charset=utf-8", f"{sentence}\n".encode(), wait)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a client may cost the service.

    `seconds` are by the clock, from when a worker takes the question, and again as long for it to wait for one;
    `megabytes` are a worker's address space, `answer_megabytes` an answer's; `waiting` is how many may wait.
    """

    seconds: float = 20
    megabytes: int = 4096
    answer_megabytes: int = 64
    request_bytes: int = 1 << 20
    waiting: int = 64

    @property
    def answer(self) -> int:
        """The bound of an answer in bytes."""
        return self.answer_megabytes << 20


class ServiceError(TreatygraphError):
    """The service cannot start or go on."""
