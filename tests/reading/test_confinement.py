"""What a reading process may not do, tried in one that would: each is refused, or ends the process."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import treatygraph
from treatygraph.reading.process.confinement import FORBIDDEN

PACKAGE = Path(treatygraph.__file__).parent
START = """
import ctypes, json, os, pickle, socket, subprocess, sys
from pathlib import Path
from treatygraph.ontology import ontology_path
from treatygraph.reading.process import confinement
secret, libc = sys.argv[1], ctypes.CDLL(None)
sys.path[:] = json.loads(sys.argv[2])
folders = confinement.own_folders(Path(confinement.__file__).parent, ontology_path())
confinement.part_from_the_rest(folders)
confinement.bound_resources(1 << 30)
confinement.watch_python(folders)
"""
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs the kernel of Linux")


def run(tries: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    secret = tmp_path / "secret"
    secret.write_text("not for reading")
    path = [folder for folder in sys.path if folder and not str(tmp_path).startswith(folder)]
    return subprocess.run(
        [sys.executable, "-c", START + tries, str(secret), json.dumps(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path)},
        capture_output=True,
        text=True,
        timeout=60,
    )


ENDED = {
    "connect": "socket.create_connection(('127.0.0.1', 9))",
    "ask for a name": "socket.getaddrinfo('example.org', 80)",
    "write a file": "open(secret, 'w')",
    "write by a descriptor": "os.open(secret, os.O_RDWR)",
    "remove a file": "os.remove(secret)",
    "start a program": "subprocess.run(['true'])",
    "start a shell": "os.system('true')",
    "become another process": "os.execv('/bin/true', ['true'])",
    "load a library": "ctypes.CDLL('libm.so.6')",
    "load code": "pickle.loads(pickle.dumps(print))",
}


@pytest.mark.parametrize("tries", ENDED.values(), ids=ENDED.keys())
def test_it_ends_the_process(tries: str, tmp_path: Path) -> None:
    ended = run(tries, tmp_path)
    assert ended.returncode == FORBIDDEN, ended.stderr
    assert (tmp_path / "secret").read_text() == "not for reading"


def test_another_file_is_not_opened(tmp_path: Path) -> None:
    ended = run("open(secret)", tmp_path)
    assert ended.returncode == 1
    assert "PermissionError" in ended.stderr


def test_the_own_files_are(tmp_path: Path) -> None:
    ended = run("ontology_path('treaties.json').read_bytes(); import pdfplumber, PIL.ImageFont", tmp_path)
    assert ended.returncode == 0, ended.stderr


def has_landlock() -> bool:
    return sys.platform == "linux" and ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) > 0


@pytest.mark.skipif(not has_landlock(), reason="needs Landlock in the kernel")
@pytest.mark.parametrize("flags", ["os.O_RDONLY", "os.O_WRONLY | os.O_APPEND"], ids=["read", "write"])
def test_the_kernel_refuses_what_python_does_not_see(flags: str, tmp_path: Path) -> None:
    ended = run(f"print(libc.open(secret.encode(), {flags}))", tmp_path)
    assert ended.stdout == "-1\n", ended.stderr


@on_linux
def test_memory_is_bounded(tmp_path: Path) -> None:
    ended = run("bytes(1 << 30)", tmp_path)
    assert "MemoryError" in ended.stderr
