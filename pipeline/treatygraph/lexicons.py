"""The words of legal traditions: the package's own TOML files, and those that a user or another package adds.

A folder of a user's (`--lexicon DIR`, or the variable `TREATYGRAPH_LEXICON`) and a package that names itself in the
entry points `treatygraph.lexicons` hold files of the names and tables of the package's own, with the words that
they add. So a researcher's words outlive an update of the package, and no word is taken away by them.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeAlias

from treatygraph.errors import TreatygraphError

VARIABLE = "TREATYGRAPH_LEXICON"
GROUP = "treatygraph.lexicons"
# The rooms whose folder `lexicon` holds words; no two of them have a file of one name.
_ROOMS = ("recognition", "resolution", "linking")
_TYPES = {str: "a word", list: "a list of words", dict: "a table", bool: "true or false", int: "a number"}

Tables: TypeAlias = dict[str, Any]


class LexiconError(TreatygraphError):
    """A file of words from outside the package is missing, malformed, or holds what the package has no list for."""


def use_lexicon(folders: tuple[Path, ...]) -> None:
    """Let this process, and those that it starts, know the words in these folders; call it before anything is read.

    Raises:
        LexiconError: a folder or one of its files cannot be used.
    """
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError(f"{folder}: there is no such folder; give one that holds {_names_of_files()}.")
    if folders:
        os.environ[VARIABLE] = os.pathsep.join(str(folder.resolve()) for folder in folders)
    forget_outside()
    for room in _ROOMS:
        for name in _own_names(room):
            read_tables(room, name)


def forget_outside() -> None:
    """Read the words from outside anew when they are wanted next."""
    _outside.cache_clear()


def read_tables(room: str, name: str) -> Tables:
    """The tables of `lexicon/<name>.toml` of a room of the package ("recognition"), with the words from outside.

    Raises:
        LexiconError: a file from outside cannot be used.
    """
    tables = tomllib.loads(_folder(room).joinpath(f"{name}.toml").read_text("utf-8"))
    for path, added in _outside().get(name, ()):
        tables = _merged(tables, added, path, ())
    return tables


def outside_digest() -> str:
    """The SHA-256 of the words from outside; of none, the empty text."""
    told = repr(sorted(_outside().items()))
    return hashlib.sha256(told.encode()).hexdigest() if _outside() else ""


@cache
def _outside() -> Mapping[str, list[tuple[str, Tables]]]:
    """What is added to each file of ours: the path of a file from outside, and its tables."""
    added: dict[str, list[tuple[str, Tables]]] = {}
    known = {name for room in _ROOMS for name in _own_names(room)}
    for file in _outside_files():
        name = file.name.removesuffix(".toml")
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}.toml?" if near else f"there are {_names_of_files()}."
            raise LexiconError(f"{file}: no list of words of the package has this name; {hint}")
        added.setdefault(name, []).append((str(file), _read(file)))
    return added


def _outside_files() -> Iterator[Traversable]:
    folders: list[Traversable] = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    folders += [files(point.value) for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError(f"{folder}: there is no such folder; mend {VARIABLE}.")
        named = {file.name: file for file in folder.iterdir() if file.name.endswith(".toml")}
        yield from (named[name] for name in sorted(named))


def _read(file: Traversable) -> Tables:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LexiconError(
            f"{file}: this is no TOML ({error}); write it as the package’s lexicon is written."
        ) from error
    except OSError as error:
        raise LexiconError(f"{file} cannot be read ({error.strerror or error}); make it readable.") from error


def _merged(own: Tables, added: Tables, path: str, within: tuple[str, ...]) -> Tables:
    """The tables with what a file from outside adds to them."""
    merged = dict(own)
    for key, value in added.items():
        if key in own:
            merged[key] = _joined(own[key], value, path, (*within, key))
        elif key == "like" or (own and all(isinstance(present, str) for present in own.values())):
            merged[key] = _joined({} if key == "like" else "", value, path, (*within, key))
        else:
            near = difflib.get_close_matches(key, own, 1) or [", ".join(own)]
            place = f" in [{'.'.join(within)}]" if within else ""
            raise LexiconError(f"{path}: the package has no “{key}”{place}; the nearest is {near[0]}.")
    return merged


def _joined(own: Any, added: Any, path: str, at: tuple[str, ...]) -> Any:
    if type(own) is not type(added):
        wanted = _TYPES.get(type(own), "something else")
        raise LexiconError(f"{path}: {'.'.join(at)} should be {wanted}, and is {_TYPES.get(type(added), 'none')}.")
    if isinstance(own, dict):
        return _merged(own, added, path, at) if at[-1] != "like" else own | _words(added, path, at)
    if not isinstance(own, list):
        return added
    if own and (odd := next((entry for entry in added if type(entry) is not type(own[0])), None)) is not None:
        wanted = _TYPES.get(type(own[0]), "something else")
        raise LexiconError(f"{path}: each entry of {'.'.join(at)} should be {wanted}; {odd!r} is none.")
    return own + [entry for entry in added if entry not in own]


def _words(table: Tables, path: str, at: tuple[str, ...]) -> Tables:
    for word, model in table.items():
        if not isinstance(model, str):
            raise LexiconError(f"{path}: {'.'.join(at)}.{word} should be a word that the package knows.")
    return table


def _folder(room: str) -> Traversable:
    return files("treatygraph").joinpath(room, "lexicon")


@cache
def _own_names(room: str) -> tuple[str, ...]:
    names = (file.name for file in _folder(room).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def _names_of_files() -> str:
    return ", ".join(f"{name}.toml" for room in _ROOMS for name in _own_names(room))
