"""Running the service on an address of this machine, until it is told to end."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable, Collection
from pathlib import Path

from treatygraph.serving.application import Service
from treatygraph.serving.jobs import Limits, ServiceError
from treatygraph.serving.workers import Workers

Say = Callable[[str], None]


def serve(
    *,
    output: Path,
    host: str,
    port: int,
    number: int,
    limits: Limits,
    save_from: Collection[str] = (),
    tell: Say,
    log: Say,
) -> None:
    """Serve the store of a folder, with `number` workers, until SIGINT or SIGTERM; whoever asks then is answered still.

    Pages under the host names `save_from` may save judgements too, not those of this machine alone. `tell` is told the
    address once the service answers, `log` gets a line for each request.

    Raises:
        ServiceError: the address is taken or none of this machine, or the store cannot be opened.
    """
    import uvicorn

    with _listen(host, port) as listening:
        workers = Workers(output, number, limits)

        async def run() -> None:
            await workers.start()
            config = uvicorn.Config(
                Service(output, workers, limits, save_from).application(log),
                log_level="warning",
                access_log=False,
                lifespan="off",
                server_header=False,
                timeout_graceful_shutdown=int(limits.seconds) + 5,
            )
            tell(_address(listening))
            await uvicorn.Server(config).serve(sockets=[listening])
            await workers.close()

        for ending in (signal.SIGINT, signal.SIGTERM):  # uvicorn ends by them, and raises them again when it has
            signal.signal(ending, lambda *_: None)
        asyncio.run(run())


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ServiceError(f"{host}, port {port}: nothing can be served there ({reason}); choose another.") from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
