"""Recognition of scanned pages with ocrmypdf and Tesseract, where they are installed as programs.

They are no Python dependencies: ocrmypdf (MPL-2.0) draws on Tesseract and Ghostscript and runs as its own process.
A clean scan at 300 dpi comes back with 3 wrong letters in 1,000, a skewed one at 200 dpi with 20, at some three
seconds a page; so what is recognised is named in `Quality.ocr_pages`, page by page.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from treatygraph.errors import ReadingError
from treatygraph.reading.file.opening import spell_path
from treatygraph.reading.page.legibility import is_garbled, name_pages
from treatygraph.reading.process.isolation import read_in_child
from treatygraph.reading.process.requests import Request
from treatygraph.report import Report

_PROGRAMS = ("ocrmypdf", "tesseract")
_LANGUAGE = "eng"
_SECONDS, _SECONDS_A_PAGE = 60, 30
_ENCRYPTED = 8  # ocrmypdf's exit codes are part of its documented interface


def recognise(report: Report, request: Request) -> Report:
    """The report with the text of its pictures: read again after recognition, or as it is where no page lacks text.

    Pages without text are recognised; all are where the letters of the file's own text mean nothing. The pages are
    set straight first, and places are those of the straight page.

    Raises:
        ReadingError: ocrmypdf or Tesseract is missing or fails, or the PDF is encrypted.
    """
    pages, count = report.quality.pages_without_text, report.source.pages or 0
    anew = is_garbled(report)
    if anew:
        pages = tuple(range(1, count + 1))
    if not pages:
        return report
    with tempfile.TemporaryDirectory(prefix="treatygraph-") as folder:
        copy = Path(folder) / request.path.name
        _run_ocrmypdf(request.path, copy, pages, count, anew=anew)
        try:
            recognised = read_in_child(replace(request, path=copy, password=None))
        except ReadingError as error:
            raise ReadingError(str(error).replace(spell_path(copy), spell_path(request.path))) from None
    return replace(recognised, source=report.source)


def _run_ocrmypdf(path: Path, copy: Path, pages: Sequence[int], count: int, *, anew: bool) -> None:
    name = spell_path(path)
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if missing:
        raise ReadingError(
            f"{name}: there is no text that can be read on {name_pages(pages, count)}, and --ocr needs "
            f"{' and '.join(missing)}, not installed here (Debian, Ubuntu: apt install ocrmypdf; "
            "macOS: brew install ocrmypdf)."
        )
    seconds = _SECONDS + _SECONDS_A_PAGE * len(pages)
    command = ["ocrmypdf", "--force-ocr" if anew else "--skip-text", "--pages", ",".join(map(str, pages))]
    command += ["--language", _LANGUAGE, "--rotate-pages", "--deskew", "--output-type", "pdf", "--optimize", "0"]
    if shutil.which("unpaper"):
        command.append("--clean")  # of specks, for recognition only
    command += ["--quiet", str(path.resolve()), str(copy)]
    program = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        _, told = program.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise ReadingError(f"{name}: recognising its text took longer than {seconds:,} seconds.") from None
    finally:
        _end(program)
    if program.returncode == _ENCRYPTED:
        raise ReadingError(
            f"{name}: the text of an encrypted PDF is not recognised; give an unlocked copy "
            f"(qpdf --decrypt {spell_path(Path(path.name))} unlocked.pdf)."
        )
    if program.returncode != 0:
        reason = next(reversed(told.decode(errors="replace").split("\n\n")), "").strip() or "no reason given"
        raise ReadingError(f"{name}: recognising its text failed: ocrmypdf says “{' '.join(reason.split())}”.")


def _end(program: subprocess.Popen[bytes]) -> None:
    """End ocrmypdf and the programs that it started, if they still run."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()
    program.wait()
