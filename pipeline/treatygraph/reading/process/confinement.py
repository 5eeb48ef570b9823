"""What a reading process may do: take the memory and time it was given, and read the program's own files.

What is promised, and where. On systems with `resource` (Linux, macOS) no file is written and no core is left; on Linux
the address space is bounded. On Linux with Landlock (5.13, https://docs.kernel.org/userspace-api/landlock.html) the
kernel refuses to open any file but those of Python, this program, the shared libraries and the fonts, to start a
program, and from 6.7 on to connect; where a process may have a network of its own, it gets an empty one. Everywhere
Python's audit hook (PEP 578) ends the process that connects, writes, starts a program or loads a library, and refuses
to open what is not the program's. The hook sees only what Python code does, PDFium's calls it does not; and where
neither the kernel nor the hook helps, as for PDFium on Windows, nothing is promised but that the answer is checked.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

OUT_OF_MEMORY = 86  # the process's exit code for a MemoryError that Python saw itself
FORBIDDEN = 87  # and for what it may not do

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of linux/prctl.h
_NO_NEW_PRIVILEGES = 38  # PR_SET_NO_NEW_PRIVS
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET of linux/sched.h
# linux/landlock.h: the numbers of its calls are the same on all architectures.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # how many rights over files there are since a version
_TCP_SINCE, _TCP = 4, 0b11  # bind and connect
# Where the linker and PDFium look on Linux: libraries that are loaded late, and fonts that a PDF names.
_SYSTEM = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/dev/null", "/dev/urandom"),
    *("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts", "/etc/fonts"),
)

_ENDS = ("socket.", "subprocess.", "os.", "shutil.", "ctypes.dlopen", "pickle.", "ftplib.", "http.", "urllib.")
_HARMLESS = frozenset(("os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.putenv", "os.unsetenv"))
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


def part_from_the_rest(folders: Iterable[str]) -> None:
    """Let the kernel refuse network and files outside of `folders`, as far as it can; before there are threads."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.unshare(_NEW_USER_AND_NETWORK)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _restrict_files(libc, folders)
    libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)  # last: the system forgets it with a change of rights


def bound_resources(memory: int) -> None:
    """Bound the address space to `memory` bytes and the size of written files to none, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    bounds = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if sys.platform != "darwin":  # macOS knows the bound and does not heed it
        bounds.append((resource.RLIMIT_AS, memory))
    for kind, most in bounds:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def bound_time(seconds: float) -> None:
    """End the process when it has taken `seconds` of processor time from now on; 0 lifts the bound."""
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.setitimer(signal.ITIMER_PROF, seconds)


def watch_python(folders: Iterable[str]) -> None:
    """Let Python's audit hook refuse and end what reading never does; from now on, and for good."""
    sys.addaudithook(_make_hook(tuple(os.path.realpath(folder) for folder in folders)))


def end_without_memory() -> NoReturn:
    """End the process with the exit code that tells its parent why."""
    os._exit(OUT_OF_MEMORY)


def own_folders(package: Path, ontology: Path) -> list[str]:
    """Where the program's own files lie: its package and vocabulary, Python and its libraries."""
    return [str(package), str(ontology), *(folder for folder in sys.path if folder)]


def _make_hook(folders: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    # What the hook needs is bound here, so that code that was let in cannot change it by name.
    end, real = os._exit, os.path.realpath
    beneath = tuple(folder.rstrip(os.sep) + os.sep for folder in folders)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, int):  # the pipes
                return
            if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITES):
                end(FORBIDDEN)
            if not real(os.fsdecode(path)).startswith(beneath):  # type: ignore[arg-type]
                raise PermissionError(f"{path!r} is no file of the program")
        elif event.startswith(_ENDS) and event not in _HARMLESS:
            end(FORBIDDEN)

    return hook


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("folder", ctypes.c_int32))


def _restrict_files(libc: ctypes.CDLL, folders: Iterable[str]) -> None:
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    if version < 1:
        return
    rights = (1 << max(count for since, count in _FILE_RIGHTS.items() if since <= version)) - 1
    rules = _Ruleset(rights, _TCP if version >= _TCP_SINCE else 0, 0)
    size = ctypes.sizeof(rules) if version >= 6 else 16 if version >= _TCP_SINCE else 8
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return
    for folder in dict.fromkeys((*folders, *_SYSTEM)):
        _allow_reading(libc, ruleset, folder)
    libc.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _allow_reading(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = _READ_FILE | (_READ_FOLDER if os.path.isdir(path) else 0)
    rule = _Beneath(rights, place)
    libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    os.close(place)
