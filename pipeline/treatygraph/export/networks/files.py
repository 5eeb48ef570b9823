"""From a built folder to the files of a network in a format, put in their place whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from treatygraph.errors import WritingError
from treatygraph.export.networks.formats import FORMATS, Rendered, render
from treatygraph.export.networks.frames import Source, read_network
from treatygraph.export.networks.network import Network
from treatygraph.export.networks.views import View


def export_network(
    source: Source, view: View, form: str, output: Path | None, tell: Callable[[str], None] = lambda phase: None
) -> tuple[Network, Rendered]:
    """Write the network of a view in a format to `output`, a folder where the format has several files.

    `tell` is called with what it is at: the report that is read, the file that is written.

    Raises:
        ReadingError: there is no report at `source`, or its records are damaged.
        MissingExtraError: the format needs a library that is not installed.
        WritingError: the file or folder cannot be written; what stood there is left.
    """
    network = read_network(source, view, tell)
    tell(f"Writing {output or form}")
    rendered = render(network, form)
    if output is not None and FORMATS[form].several_files:
        place_folder(rendered.files, output)
    elif output is not None:
        (content,) = rendered.files.values()
        place_file(content, output)
    return network, rendered


def place_file(content: bytes, target: Path) -> None:
    """Write a file beside `target`, then rename it.

    Raises:
        WritingError: it cannot be written; what stood there is left.
    """
    fresh = target.with_name(f".{target.name}.partial-{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(target)
    except OSError as error:
        raise WritingError(f"{target} cannot be written ({error.strerror or error}); give another --output.") from error
    finally:
        fresh.unlink(missing_ok=True)


def place_folder(files: Mapping[str, bytes], target: Path) -> None:
    """Write files into a new folder beside `target`, then rename it; it replaces a folder with no other files.

    Raises:
        WritingError: it cannot be written, or there is something else at `target`; what stood there is left.
    """
    if target.exists() and not (target.is_dir() and {path.name for path in target.iterdir()} <= files.keys()):
        raise WritingError(f"{target} is there and is not an export of this format; give another --output.")
    fresh, old = (target.with_name(f".{target.name}.{part}-{os.getpid()}") for part in ("partial", "old"))
    try:
        fresh.mkdir()
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        if target.exists():
            target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise WritingError(f"{target} cannot be written ({error.strerror or error}); give another --output.") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
