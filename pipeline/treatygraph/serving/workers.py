"""The worker processes of the service: who is free takes the next question, who takes too long is ended.

A call into the engine cannot be interrupted, so a question is ended with its process, and a new one takes its place.
"""

from __future__ import annotations

import asyncio
import json
import os
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from treatygraph.query.isolation import child_command, child_environment
from treatygraph.serving.jobs import Job, Limits, Reply, ServiceError, say
from treatygraph.store.layout import STATE_FILE, store_folder

_START_SECONDS = 60.0


@dataclass(slots=True)
class _Worker:
    """A process, the generation of the store that it opened, and the reports that this holds."""

    process: Process
    stamp: int
    reports: tuple[str, ...]

    async def ask(self, job: Job) -> Reply:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(job.written())
        await self.process.stdin.drain()
        status, kind, length = json.loads(await self.process.stdout.readuntil(b"\n"))
        return Reply(status, kind, await self.process.stdout.readexactly(length))

    async def end(self) -> None:
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


class Workers:
    """Up to `number` processes that answer from the store of a folder."""

    def __init__(self, output: Path, number: int, limits: Limits) -> None:
        """No process is started yet."""
        self._output, self._limits, self._number = output, limits, number
        self._free = asyncio.Semaphore(number)
        self._idle: list[_Worker] = []
        self._waiting = 0
        self.reports: tuple[str, ...] = ()

    async def start(self) -> None:
        """Start all processes.

        Raises:
            ServiceError: the store cannot be opened.
        """
        self._idle += await asyncio.gather(*(self._start() for _ in range(self._number)))

    async def close(self) -> None:
        """End all processes that ask nothing; the others end with this one."""
        await asyncio.gather(*(worker.end() for worker in self._idle))
        self._idle.clear()

    async def ask(self, job: Job) -> Reply:
        """Ask whoever is free; a busy service, and a question that takes too much, get a sentence."""
        seconds = self._limits.seconds
        if self._waiting >= self._limits.waiting:
            return say(503, "The service is busy; ask again in a moment.", wait=5)
        self._waiting += 1
        try:
            await asyncio.wait_for(self._free.acquire(), seconds)
        except TimeoutError:
            return say(503, "The service is busy; ask again in a moment.", wait=5)
        finally:
            self._waiting -= 1
        try:
            return await self._ask_free(job)
        except ServiceError as error:
            return say(503, str(error), wait=5)
        finally:
            self._free.release()

    async def _ask_free(self, job: Job) -> Reply:
        worker = await self._take()
        done = False
        try:
            reply = await asyncio.wait_for(worker.ask(job), self._limits.seconds)
            done = True
        except TimeoutError:
            reply = say(504, f"The query was ended after {self._limits.seconds:g} seconds; make it narrower.")
        except (asyncio.IncompleteReadError, ConnectionError):
            reply = say(
                503,
                f"The query was ended: it needs more than {self._limits.megabytes:,} MB of memory, or its process was "
                "ended from outside.",
            )
        finally:
            if done:
                self._idle.append(worker)
            else:  # also where the client is gone
                await asyncio.shield(worker.end())
        return reply

    async def _take(self) -> _Worker:
        """Take a process that asks nothing; where a build brought the store in step, one that reads the new one."""
        stamp = self._stamp()
        while self._idle:
            worker = self._idle.pop()
            if worker.process.returncode is None and stamp in (None, worker.stamp):
                return worker
            await worker.end()
        return await self._start()

    async def _start(self) -> _Worker:
        stamp = self._stamp()
        process = await asyncio.create_subprocess_exec(
            *child_command("treatygraph.serving.worker"),
            stdin=PIPE,
            stdout=PIPE,
            env=child_environment(),
            limit=1 << 20,
        )  # fmt: skip
        record = {
            "parent": os.getpid(),
            "source": os.fsencode(self._output).decode("latin-1"),
            "limits": asdict(self._limits),
        }
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(record).encode() + b"\n")
            await process.stdin.drain()
            line = await asyncio.wait_for(process.stdout.readline(), _START_SECONDS)
            self.reports = tuple(json.loads(line)["reports"])
        except (TimeoutError, ConnectionError, ValueError):
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise ServiceError(
                f"The store in {self._output} cannot be opened; `treatygraph serve` makes it when it starts."
            ) from None
        return _Worker(process, stamp or 0, self.reports)

    def _stamp(self) -> int | None:
        """When the store was last brought in step, in nanoseconds; None while there is none."""
        try:
            return (store_folder(self._output) / STATE_FILE).stat().st_mtime_ns
        except OSError:
            return None
