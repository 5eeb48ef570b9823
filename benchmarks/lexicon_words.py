"""The words of the lexicon as single ones: which reports hold them, and the tables without some of them.

This module imports nothing that reads the lexicon, so that a process may take words out before anything is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib.resources import files
from typing import Any

from treatygraph import lexicons

ROOMS = ("recognition", "resolution", "linking")
# Lists that hold the ends of words, which no text holds as a word.
_ENDINGS = ("endings", "nominal")
_LETTERS = re.compile(r"[\W_]+")

Words = dict[tuple[str, str], frozenset[str]]


def files_of_words() -> Iterator[tuple[str, str]]:
    """Every file of words of the package: its room and its name."""
    for room in ROOMS:
        folder = files("treatygraph").joinpath(room, "lexicon")
        names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
        yield from ((room, name.removesuffix(".toml")) for name in names)


def all_words(read: Callable[[str, str], Any] = lexicons.read_tables) -> Words:
    """The words of each file, as they are written there."""
    return {file: frozenset(_words(read(*file))) for file in files_of_words()}


def _words(tables: Any) -> Iterator[str]:
    if isinstance(tables, str):
        yield tables
    elif isinstance(tables, list):
        for entry in tables:
            yield from _words(entry)
    elif isinstance(tables, dict):
        if _is_dictionary(tables):
            yield from tables
        else:
            for key, value in tables.items():
                if isinstance(value, list | dict) and key not in ("apart", *_ENDINGS):
                    yield from _words(value)


def _is_dictionary(table: Mapping[str, Any]) -> bool:
    """Whether a table's keys are words, each with what it stands for: `[same]`, `[city]`, `like = { … }`."""
    return bool(table) and all(isinstance(value, str) for value in table.values())


def holders(words: Collection[str], texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The names of the texts that hold each word or its plural, in whatever case, with blanks, hyphens or stops in it.

    >>> texts = {"KEN": "Two Decree-Laws.", "PER": "Two decrees."}
    >>> {word: sorted(held) for word, held in holders(["decree law", "decree", "ukase"], texts).items()}
    {'decree law': ['KEN'], 'decree': ['KEN', 'PER'], 'ukase': []}
    """
    written: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for form in _forms(word):
            written[form].append(word)
    lengths: dict[str, set[int]] = defaultdict(set)
    for form in written:
        lengths[form.split()[0]].add(len(form.split()))
    held: dict[str, set[str]] = {word: set() for word in words}
    for name, text in texts.items():
        letters = _squeezed(text).split()
        for at, first in enumerate(letters):
            for length in lengths.get(first, ()):
                for word in written.get(" ".join(letters[at : at + length]), ()):
                    held[word].add(name)
    return {word: frozenset(names) for word, names in held.items()}


def _squeezed(text: str) -> str:
    return _LETTERS.sub(" ", text.casefold()).strip()


def _forms(word: str) -> tuple[str, ...]:
    """A word, its plurals and its letters with stops ("R.A.") as they are looked for; nothing of a mark such as "§"."""
    form = _squeezed(word)
    spelled = (" ".join(form),) if word.isupper() else ()
    return (form, f"{form}s", f"{form}es", f"{form[:-1]}ies", *spelled) if form else ()


def without(tables: Any, gone: Collection[str]) -> Any:
    """The tables without these words; a list or table that would be left empty inside another list goes too.

    >>> without({"heads": ["act", "edict"], "like": {"ukase": "decree"}}, {"edict", "ukase"})
    {'heads': ['act'], 'like': {}}
    """
    if isinstance(tables, dict):
        keys_are_words = _is_dictionary(tables)
        return {
            key: value if key in ("apart", *_ENDINGS) else without(value, gone)
            for key, value in tables.items()
            if not (keys_are_words and key in gone)
        }
    if isinstance(tables, list):
        left = [without(entry, gone) for entry in tables if not (isinstance(entry, str) and entry in gone)]
        return [entry for entry in left if entry != []]
    return tables


def switch_off(gone: Collection[str]) -> None:
    """Let this process know nothing of these words; call it before anything else of treatygraph is imported."""
    read = lexicons.read_tables

    def read_less(room: str, name: str) -> lexicons.Tables:
        tables: lexicons.Tables = without(read(room, name), gone)
        return tables

    lexicons.read_tables = read_less
