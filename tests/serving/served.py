"""A service as its user runs it, and what it answers."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

MAIN = "from treatygraph.cli import main; main()"


@dataclass
class Got:
    """What was answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> object:
        return json.loads(self.body)


@dataclass
class Served:
    """A running service: its address, its process, and the lines that it writes."""

    address: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, body: bytes | None = None, timeout: float = 60, **headers: str) -> Got:
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=timeout)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        got = Got(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return got

    def get(self, path: str, **headers: str) -> Got:
        return self.ask("GET", path, **headers)

    def query(self, text: str, **headers: str) -> Got:
        return self.get("/sparql?" + urlencode({"query": text}), **headers)

    def workers(self) -> list[int]:
        """The processes that answer."""
        shown = subprocess.run(["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True)
        return [int(word) for word in shown.stdout.split()]

    def at_work(self) -> int:
        """Wait until one of the processes that answer, which all were idle, is at work on a query; give its id."""
        begun = {worker: ticks_of(worker) for worker in self.workers()}
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for worker, ticks in begun.items():
                if ticks_of(worker) > ticks + 10:
                    return worker
            time.sleep(0.02)
        raise AssertionError("no query has begun")


def ticks_of(pid: int) -> int:
    """The processor time that a process has taken, in ticks of the system's clock, most often 100 a second."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return int(user) + int(system)


def start(output: Path, *options: str) -> Served:
    """Run `treatygraph serve` until it tells its address."""
    command = [sys.executable, "-c", MAIN, "serve", str(output), "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    lines: list[str] = []
    for line in process.stderr:
        lines.append(line)
        if " at http" in line:
            served = Served(line.rsplit(" ", 1)[1].strip(), process, lines)
            threading.Thread(target=lines.extend, args=(process.stderr,), daemon=True).start()
            return served
    raise AssertionError(f"exit code {process.wait()}: {lines}")


def end(served: Served) -> int:
    served.process.send_signal(signal.SIGTERM)
    return served.process.wait(60)
