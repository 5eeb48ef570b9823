"""The service as an ASGI application: addresses in, jobs to the workers, answers out."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from treatygraph.errors import TreatygraphError, WritingError
from treatygraph.graph.vocabulary import BASE
from treatygraph.query import find_query, list_queries
from treatygraph.query.errors import QueryError
from treatygraph.search import SearchError, search
from treatygraph.serving.description import describe_service
from treatygraph.serving.files import only_page, query_part, written_file
from treatygraph.serving.jobs import Job, Limits, Reply, say
from treatygraph.serving.media import CSV, GRAPHS, HTML, JSON, choose, with_letters
from treatygraph.serving.pages import POLICY, home_page, questions_page
from treatygraph.serving.protocol import METHODS, RequestError, read_pairs, read_request
from treatygraph.serving.query_page import QUERY_POLICY, query_page
from treatygraph.serving.saving import check_origin, may_save, save_review
from treatygraph.serving.search_page import search_page, search_record
from treatygraph.serving.workers import Workers
from treatygraph.store.layout import stale_note
from treatygraph.version import __version__

Say = Callable[[str], None]

_HEADERS: Final[Mapping[str, str]] = {
    "Access-Control-Allow-Origin": "*",  # without credentials: all that is here is public to who can reach it
    "Vary": "Accept",
    "X-Content-Type-Options": "nosniff",
}
_FORMS = {"csv": CSV, "json": JSON, "html": HTML}
_LONGEST_LOGGED = 1_000
_LONGEST_NUMBER = 10


class Service:
    """What the addresses of the service do."""

    def __init__(self, output: Path, workers: Workers, limits: Limits, save_from: Collection[str] = ()) -> None:
        """Take the workers, which have been started; pages under the host names `save_from` may save judgements."""
        self._output, self._workers, self._limits, self._save_from = output, workers, limits, save_from

    def application(self, log: Say) -> ASGIApp:
        """Make the application; `log` gets a line for each request."""
        asks, reads = ["GET", "HEAD", "POST"], ["GET", "HEAD"]
        routes = [
            Route("/", self.home, methods=reads),
            Route("/health", self.health, methods=reads),
            Route("/sparql", self.sparql, methods=asks),
            Route("/sparql/", self.sparql, methods=asks),
            Route("/q/", self.questions, methods=reads),
            Route("/q/{name}", self.question, methods=reads),
            Route("/describe", self.describe, methods=reads),
            Route("/search", self.search, methods=reads),
            Route("/query", self.query, methods=reads),
            Route("/query/{name}", self.query_part, methods=reads),
            Route("/review", self.review, methods=asks),
            Route("/pages", self.explorer, methods=reads),
            Route("/pages/{path:path}", self.explorer_file, methods=reads),
            Route("/{path:path}", self.describe_path, methods=reads),
        ]
        return _Logged(_Open(Starlette(routes=routes, exception_handlers={RequestError: _refuse})), log)

    async def home(self, request: Request) -> Response:
        """The first page."""
        return _page(home_page(self._workers.reports))

    async def health(self, request: Request) -> Response:
        """Whether the service is up, what it holds and whether that is what the files are; no worker is asked."""
        note = await asyncio.to_thread(stale_note, self._output)
        record = {"status": "ok", "version": __version__, "reports": len(self._workers.reports), "note": note}
        return JSONResponse(record, headers=dict(_HEADERS))

    async def sparql(self, request: Request) -> Response:
        """The SPARQL protocol; without a query, the description of the service."""
        query, accept = request.scope["query_string"], request.headers.get("accept", "")
        if request.method != "POST" and not query:
            return self._description(str(request.base_url), accept)
        body = await self._read_body(request) if request.method == "POST" else b""
        job = read_request(request.method, query, request.headers.get("content-type", ""), body, accept)
        return await self._ask(request, job)

    async def questions(self, request: Request) -> Response:
        """The named questions: what each asks and must be told."""
        questions = list_queries()
        if choose(request.headers.get("accept", ""), (JSON, HTML)) == HTML:
            return _page(questions_page(questions))
        record = [
            {
                "name": question.name,
                "question": question.question,
                "address": f"{request.base_url}q/{question.name}",
                "of_each_report": question.scope == "report",
                "parameters": [
                    {"name": p.name, "meaning": p.meaning, "example": p.example, "required": p.required}
                    for p in question.parameters
                ],
            }
            for question in questions
        ]
        return JSONResponse(record, headers=dict(_HEADERS))

    async def question(self, request: Request) -> Response:
        """The answer to a named question; its parameters are those of the address."""
        name = request.path_params["name"]
        given = dict(read_pairs(request.scope["query_string"]))
        form, report = given.pop("format", None), given.pop("report", None)
        accept = request.headers.get("accept", "") if form is None else _FORMS.get(form, "")
        if form is not None and not accept:
            raise RequestError(400, f"The format {form} is none of csv, json and html.")
        try:
            question = find_query(name)
        except QueryError as error:
            raise RequestError(404, str(error)) from None
        if not question.shipped:
            raise RequestError(404, f"There is no question named {name}; /q/ has all.")
        # A form in a page sends what was left empty too.
        filled = {key.replace("-", "_"): value for key, value in given.items() if value}
        return await self._ask(request, Job("named", name, accept, parameters=filled, report=report or None))

    async def query(self, request: Request) -> Response:
        """The page where a query is written and tried."""
        return _respond(Reply(200, with_letters(HTML), query_page().encode()), policy=QUERY_POLICY)

    async def query_part(self, request: Request) -> Response:
        """Its script, its style, and the picture of the schema."""
        part = query_part(request.path_params["name"])
        if part is None:
            raise RequestError(404, "The query page has no such part.")
        return _respond(Reply(200, part.kind, part.body))

    async def explorer(self, request: Request) -> Response:
        """The way to the explorer pages; theirs lead on to each other from a folder."""
        return RedirectResponse("/pages/", headers=dict(_HEADERS))

    async def explorer_file(self, request: Request) -> Response:
        """A page or another file that a build wrote."""
        path = request.path_params["path"]
        if not path and (name := await asyncio.to_thread(only_page, self._output)):
            return RedirectResponse(f"/pages/{quote(name)}/", headers=dict(_HEADERS))
        file = await asyncio.to_thread(written_file, self._output, path)
        if file is None:
            said = "/pages/ has the explorer pages" if path else "`treatygraph build` writes the explorer pages"
            raise RequestError(404, f"A build wrote no such file; {said}.")
        return FileResponse(file, headers=dict(_HEADERS))

    async def review(self, request: Request) -> Response:
        """Save what was judged on a page; without a body, whether this page may."""
        client = request.client.host if request.client else ""
        if request.method != "POST":
            saves = may_save(request.headers.get("host", ""), client, self._save_from)
            return JSONResponse({"saves": saves}, headers=dict(_HEADERS))
        check_origin(request.headers, client, self._save_from)
        body = await self._read_body(request)
        try:
            rows = await asyncio.to_thread(save_review, self._output, body)
        except TreatygraphError as error:
            raise RequestError(503 if isinstance(error, WritingError) else 400, str(error)) from error
        return JSONResponse({"rows": rows}, headers=dict(_HEADERS))

    async def search(self, request: Request) -> Response:
        """The paragraphs that have the words in `q`, from the hit in `from` on; without it, a form."""
        given = dict(read_pairs(request.scope["query_string"]))
        text, first = given.get("q", ""), given.get("from", "0")
        if not (first.isascii() and first.isdecimal() and len(first) < _LONGEST_NUMBER):
            raise RequestError(400, "The hit to begin from is a whole number.")
        found = None
        if text.strip():
            try:
                found = await asyncio.to_thread(search, self._output, text, first=int(first))
            except TreatygraphError as error:
                raise RequestError(400 if isinstance(error, SearchError) else 500, str(error)) from error
        if choose(request.headers.get("accept", ""), (JSON, HTML)) == HTML:
            return _page(search_page(text, found, int(first)))
        if found is None:
            raise RequestError(400, "Say what to search for: /search?q=…")
        return _respond(Reply(200, with_letters(JSON), search_record(found)))

    async def describe(self, request: Request) -> Response:
        """What the graph says of the IRI in `iri`."""
        iris = [value for name, value in read_pairs(request.scope["query_string"]) if name == "iri"]
        if len(iris) != 1:
            raise RequestError(400, "Name one iri: /describe?iri=…")
        return await self._ask(request, Job("iri", iris[0], request.headers.get("accept", "")))

    async def describe_path(self, request: Request) -> Response:
        """What the graph says of the IRI of this vocabulary that ends as the address does."""
        return await self._ask(
            request, Job("iri", BASE + request.path_params["path"], request.headers.get("accept", ""))
        )

    def _description(self, base: str, accept: str) -> Response:
        kind = choose(accept, (*GRAPHS, HTML))
        if kind == HTML:
            return _page(home_page(self._workers.reports))
        if kind is None:
            return _respond(say(406, f"The description of this service is to be had as {', '.join(GRAPHS)}."))
        return _respond(Reply(200, with_letters(kind), describe_service(f"{base}sparql", GRAPHS[kind])))

    async def _read_body(self, request: Request) -> bytes:
        body = b""
        try:
            async with asyncio.timeout(self._limits.seconds):
                async for part in request.stream():
                    body += part
                    if len(body) > self._limits.request_bytes:
                        raise RequestError(413, f"A request has at most {self._limits.request_bytes:,} bytes here.")
        except TimeoutError:
            raise RequestError(408, "The request did not come to its end in time.") from None
        except ClientDisconnect:
            raise RequestError(400, "The request did not come to its end.") from None
        return body

    async def _ask(self, request: Request, job: Job) -> Response:
        """Ask a worker, while the client is there to be answered."""
        asking = asyncio.create_task(self._workers.ask(job))
        gone = asyncio.create_task(_until_gone(request))
        try:
            await asyncio.wait({asking, gone}, return_when=asyncio.FIRST_COMPLETED)
            if asking.done():
                return _respond(asking.result())
            return Response(status_code=499)  # nobody gets it; the log has it
        finally:
            for task in (asking, gone):
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _respond(reply: Reply, policy: str = POLICY) -> Response:
    headers = dict(_HEADERS)
    if reply.wait is not None:
        headers["Retry-After"] = str(reply.wait)
    if reply.kind.startswith(HTML):
        headers["Content-Security-Policy"] = policy
    return Response(reply.body, reply.status, headers, reply.kind)


def _page(text: str) -> Response:
    return _respond(Reply(200, with_letters(HTML), text.encode()))


async def _refuse(request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, RequestError) else 500
    return _respond(say(status, str(error)))


class _Open:
    """Answers OPTIONS at every address, for pages of other places that ask first (Fetch, CORS)."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            headers = {
                **_HEADERS,
                "Allow": METHODS,
                "Access-Control-Allow-Methods": METHODS,
                "Access-Control-Allow-Headers": "Accept, Content-Type",
                "Access-Control-Max-Age": "86400",
            }
            return await Response(status_code=204, headers=headers)(scope, receive, send)
        return await self._inner(scope, receive, send)


class _Logged:
    """Writes a line for each request: when, who, what, the status, how many bytes and how long."""

    def __init__(self, inner: ASGIApp, log: Say) -> None:
        self._inner, self._log = inner, log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._inner(scope, receive, send)
        begun, told = time.perf_counter(), {"status": 500, "bytes": 0}

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                told["status"] = message["status"]
            told["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            return await self._inner(scope, receive, sending)
        finally:
            who = (scope.get("client") or ("-",))[0]
            asked = scope.get("raw_path", b"") + (b"?" + scope["query_string"] if scope["query_string"] else b"")
            words = asked[:_LONGEST_LOGGED].decode("ascii", "backslashreplace")
            spent = round(1000 * (time.perf_counter() - begun))
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            self._log(f"{now} {who} {scope['method']} {words} {told['status']} {told['bytes']} B {spent} ms")
