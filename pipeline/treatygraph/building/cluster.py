"""Building reports on the workers of a Dask cluster, with the bytes that one machine would write.

A worker gets the bytes of a file and sends back those of its folder, so the machines need no file system in common,
and a file that cannot be read is told here. Names of laws, pages and the store are made here, where the folders are.
The cluster is Dask's (https://distributed.dask.org); on SLURM its workers are jobs (https://jobqueue.dask.org).
"""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias

from treatygraph.building.made import program_digest
from treatygraph.building.outcomes import Failed, HandOut, Made, MakeTask
from treatygraph.building.swap import make_folder, saying
from treatygraph.errors import TreatygraphError, WritingError
from treatygraph.extras import require

SLURM: Final = "slurm"
EXTRA: Final = "cluster"
_ATTEMPTS = 3  # of a report whose result is lost with the scheduler
_PATIENCE = 60.0  # seconds for a scheduler to be there, and to be there again
_CONNECTING = 5  # seconds for one attempt
_LOOKING, _LONG = 10, 6  # seconds of one wait, and after how many of them a person is told
_AHEAD = 64  # reports that are handed out at once; each is a file's bytes here until it is done

Files: TypeAlias = dict[str, bytes]
_ALONE = threading.Lock()  # in a worker: its threads read one report at a time, since a reader's bounds are a process's


class ClusterError(TreatygraphError):
    """A cluster cannot be reached, or was lost."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a worker sends back: what became of the report, and the files of its folder, by relative path."""

    made: Made
    files: Files


@contextmanager
def clustered(address: str, jobs: int, note: Callable[[str], None]) -> Iterator[HandOut]:
    """Hand out reports to the workers of the scheduler at an address, or to `jobs` workers that SLURM is asked for.

    Raises:
        ClusterError: there is no scheduler there.
        MissingExtraError: the libraries are not installed.
    """
    distributed = require("distributed", extra=EXTRA)
    with ExitStack() as stack:
        if address == SLURM:
            jobqueue = require("dask_jobqueue", extra=EXTRA)
            try:
                cluster = stack.enter_context(jobqueue.SLURMCluster(cores=1, processes=1))
            except (ValueError, OSError, RuntimeError) as error:
                raise ClusterError(f"SLURM cannot be used: {_first_line(error)} Say how in jobqueue.yaml.") from error
            cluster.scale(jobs)
            address = cluster.scheduler_address
        link = _Link(distributed, address)
        stack.callback(link.close)
        link.open()

        def hand_out(
            work: Callable[..., Made], tasks: Sequence[MakeTask], lost: Callable[..., Made]
        ) -> Generator[Made, None, None]:
            return _hand_out(link, work, tasks, lost, note)

        yield hand_out


class _Link:
    """The way to a scheduler, opened again where it was lost."""

    def __init__(self, distributed: Any, address: str) -> None:
        self._distributed, self._address = distributed, address
        self._client: Any = None

    def open(self) -> None:
        """Reach the scheduler.

        Raises:
            ClusterError: it does not answer in time.
        """
        self.close()
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                self._client = self._distributed.Client(self._address, timeout=_CONNECTING, set_as_default=False)
                return
            except (OSError, TimeoutError) as error:
                if time.monotonic() > end:
                    raise ClusterError(
                        f"{self._address}: no Dask scheduler answers there; start one (`dask scheduler`), or leave "
                        "--cluster out. What was built is kept, and another run goes on from there."
                    ) from error
                time.sleep(1)
            except ValueError as error:
                raise ClusterError(f"{self._address} is no address of a scheduler: {_first_line(error)}") from error

    def close(self) -> None:
        """Give the way up."""
        if self._client is not None:
            with suppress(OSError, TimeoutError):
                self._client.close(timeout=5)
            self._client = None

    def submit(self, *task: object) -> Any:
        """Send a task on its way."""
        with warnings.catch_warnings():  # the bytes of a file are large, and meant to be
            warnings.simplefilter("ignore", UserWarning)
            return self._client.submit(make_there, *task, pure=False)


def _hand_out(
    link: _Link,
    work: Callable[..., Made],
    tasks: Sequence[MakeTask],
    lost: Callable[..., Made],
    note: Callable[[str], None],
) -> Generator[Made, None, None]:
    """Yield what becomes of the tasks, in their order; so many are under way at once that no worker need wait."""
    digest = program_digest()
    under_way: dict[int, Any] = {}

    for at, task in enumerate(tasks):
        for attempt in range(_ATTEMPTS):
            for place in range(at, min(at + _AHEAD, len(tasks))):
                if place not in under_way:
                    under_way[place] = _send(link, work, tasks[place], digest)
            sent = under_way.pop(at)
            if isinstance(sent, Failed):
                made: Made = sent
                break
            try:
                made = _receive(_result(sent, note), task)
                break
            except Exception as error:
                if sent.status == "error":  # of the task itself; else it is cancelled or lost
                    made = _what_became(error, task, lost)
                    break
                if attempt == _ATTEMPTS - 1:
                    raise ClusterError(
                        "The scheduler was lost again and again; what was built is kept, and another run goes on "
                        "from there."
                    ) from error
                note("The scheduler was lost; what it had to do is handed out again.")
                under_way.clear()
                link.open()
        yield made


def _result(sent: Any, note: Callable[[str], None]) -> Any:
    """Wait for what a worker sends; that one is waited for is said once.

    The scheduler is asked nothing: while it goes down, it may not answer.
    """
    waited = 0
    while not sent.done():
        try:
            return sent.result(timeout=_LOOKING)
        except TimeoutError:
            if sent.done():
                break
            waited += 1
            if waited == _LONG:
                note("No worker has sent anything for a minute; the reports wait until there is one.")
    return sent.result()


def _send(link: _Link, work: Callable[..., Made], task: MakeTask, digest: str) -> Any:
    source, _, _, settings, key, review = task
    try:
        content = source.read_bytes()
    except OSError as error:
        return Failed(source, f"{source} cannot be read ({error.strerror}).")
    return link.submit(work, source.name, content, settings, key, review, digest)


def make_there(
    work: Callable[..., Made], name: str, content: bytes, settings: object, key: str, review: object, digest: str
) -> _Sent | str:
    """Build a report in a worker. A text says why it was not tried."""
    if program_digest() != digest:
        return (
            "a worker has another version of treatygraph, of its libraries or of Python, or other words; "
            "install the same there"
        )
    with _ALONE, TemporaryDirectory(prefix="treatygraph-") as folder:
        source, output = Path(folder) / "source" / name, Path(folder) / "output"
        for path in (source.parent, output):
            path.mkdir()
        source.write_bytes(content)
        made = work(source, output, output / ".fresh", settings, key, review)
        if isinstance(made, Failed):
            return _Sent(replace(made, reason=made.reason.replace(str(source), name)), {})
        files = {path.relative_to(made.fresh).as_posix(): path for path in made.fresh.rglob("*") if path.is_file()}
        return _Sent(made, {name: path.read_bytes() for name, path in sorted(files.items())})


def _receive(sent: _Sent | str, task: MakeTask) -> Made:
    """Write the folder that a worker sent to where one of this machine's processes would have written it."""
    source, output, fresh, *_ = task
    if isinstance(sent, str):
        return Failed(source, f"{source}: {sent}.")
    if isinstance(sent.made, Failed):
        reason = sent.made.reason.replace(source.name, str(source), 1)
        return replace(sent.made, source=source, reason=reason)
    try:
        with saying(output / sent.made.name):
            make_folder(fresh)
            for name, content in sent.files.items():
                path = fresh / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    except WritingError as error:
        return Failed(source, str(error))
    return replace(sent.made, source=source, fresh=fresh)


def _what_became(error: Exception, task: MakeTask, lost: Callable[..., Made]) -> Made:
    """A worker died at it several times, or the task could not be carried out there."""
    if type(error).__name__ == "KilledWorker":
        return lost(*task)
    source = task[0]
    return Failed(source, f"{source}: a worker could not build it: {_first_line(error)}", repr(error))


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".") + "."
