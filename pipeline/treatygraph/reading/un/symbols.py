"""Document symbols: the treaty reported on and the party that reports, a State as a rule, are read off them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from treatygraph.ontology import load_treaties, organizations, state_words

_SHORTEST = 3  # letters: "UK" and "USA" may be other words
_STATE = re.compile(r"[A-Z]{3}")
# Parts of three letters that are no State: kinds of papers, and of additions.
_NO_STATE = frozenset(("ADD", "REV", "QPR", "COR", "FCO"))
# "Add.1", "Rev.2", "Corr.1": the only parts of a symbol with small letters.
_ADDITION = r"(?:Add|Rev|Corr|Amend)\.\s?\d+"
_ADDED = re.compile(r"(?<=/)(?:ADD|REV|CORR|AMEND)(?=\.)")
_PART = r"[A-Z0-9.\-]+(?![a-z])"
# What the copies of a file and the United Nations' own site add to its name: "(final) copy", "_6743_E".
_COPY = re.compile(r"[\s(\[].*$|[_-]\d{4,6}[_-][A-Z]$|[_-](?:en|e|eng|final|copy)$", re.IGNORECASE)


class Symbol(NamedTuple):
    """A symbol ("CRPD/C/BIH/2-3"), the treaty's abbreviation and the State's alpha-3 code it gives.

    For a party that is an organization of States, `state` is its code in symbols ("EU").
    """

    text: str
    treaty: str | None
    state: str | None


@cache
def symbol_data() -> dict[str, Any]:
    """The tables of `symbols.toml`: `other`, `series`, `language`."""
    return tomllib.loads((resources.files(__package__) / "symbols.toml").read_text(encoding="utf-8"))


@cache
def _prefixes() -> dict[str, str | None]:
    """What opens a symbol, the longest first, with the treaty that it is on."""
    core: dict[str, str | None] = {treaty.symbol_prefix: treaty.abbreviation for treaty in load_treaties()}
    known = {**core, **symbol_data()["series"], **dict.fromkeys(symbol_data()["other"])}
    return dict(sorted(known.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _symbol_pattern() -> re.Pattern[str]:
    prefixes = "|".join(re.escape(prefix) for prefix in _prefixes())
    return re.compile(rf"(?<![A-Z/])(?:{prefixes})(?:/(?:{_ADDITION}|{_PART}))+")


def _is_party(part: str) -> bool:
    return part in organizations() or (bool(_STATE.fullmatch(part)) and part not in _NO_STATE)


def spell_symbol(text: str) -> str:
    """A symbol as it is printed: capitals but for additions, no blank, no asterisk: "CRPD/C/NER/Q/1/Add.1"."""
    plain = re.sub(r"\s", "", text).rstrip("*").upper()
    return _ADDED.sub(lambda match: match[0].capitalize(), plain)


def parse_symbol(text: str) -> Symbol:
    """The treaty and the State that a symbol names; None for what it does not name.

    "CED/C/KAZ/1" → CED, KAZ; "E/C.12/KAZ/2" → CESCR, KAZ; "A/HRC/WG.6/34/SVN/1" → no treaty, SVN;
    "CRPD/C/CHN-HKG/2-3" → CRPD, CHN; "CRPD/C/EU/1" → CRPD, EU; "CRC/C/OPAC/SRB/2" → CRC-OP-AC, SRB;
    "CAT/C/49/Add.7", from before 2004, → CAT, no State.
    """
    text = spell_symbol(text)
    for prefix, treaty in _prefixes().items():
        if text.startswith(prefix + "/"):
            parts = text[len(prefix) + 1 :].split("/")
            names = [part.split("-")[0] for part in parts]
            state = next((name for name in names if _is_party(name)), None)
            return Symbol(text, treaty, state)
    return Symbol(text, None, None)


def find_symbol(text: str) -> str | None:
    """The first symbol of a report in a text, without the asterisk of a note."""
    match = _symbol_pattern().search(text)
    return spell_symbol(match[0].rstrip(".-")) if match else None


def symbol_of_name(stem: str) -> str | None:
    """The symbol in a file's name without its ending, hyphens or underscores for slashes.

    "CRPD-C-BIH-2-3" and "CRPD_C_BIH_2-3 (final) copy" → CRPD/C/BIH/2-3; "CRPD-C-AZE-Q-1-Add.1" → CRPD/C/AZE/Q/1/Add.1.
    """
    stem = _copied(stem.strip()).replace("_", "-").upper()
    for prefix in _prefixes():
        flat = prefix.replace("/", "-")
        if stem.startswith(flat + "-"):
            parts = stem[len(flat) + 1 :].split("-")
            state = next((k for k, part in enumerate(parts) if _is_party(part)), None)
            if state is None:
                return spell_symbol("/".join((prefix, *parts)))
            return spell_symbol("/".join((prefix, *parts[: state + 1], *_numbers(parts[state + 1 :]))))
    return None


def _copied(stem: str) -> str:
    """A file's name without what copies of it have behind."""
    while (shorter := _COPY.sub("", stem)) != stem:
        stem = shorter
    return stem


def _numbers(parts: Sequence[str]) -> list[str]:
    """The parts after the State's: "2", "3" are one number, "2-3"; kinds of papers and additions stand alone."""
    joined: list[str] = []
    for part in parts:
        if joined and part.isdigit() and joined[-1][-1].isdigit() and "." not in joined[-1]:
            joined[-1] += f"-{part}"
        else:
            joined.append(part)
    return joined


@cache
def _state_names() -> dict[str, str]:
    words = state_words()
    return {name.casefold(): code for code, names in words["names"].items() for name in names if len(name) > _SHORTEST}


def state_of(line: str) -> str | None:
    """The code of the State whose name a line of a cover is: "MONACO", "Monaco*", "Addendum: Bulgaria"."""
    name = re.sub(r"[\d*†]+$", "", line.split(":")[-1].strip()).strip(" .,[]").casefold()
    return _state_names().get(name.removeprefix("the "))


def state_in(title: str) -> str | None:
    """The code of the only State that a title names: "Second periodic report of Bulgaria"; None where it is not one."""
    left, found = title.casefold(), set()
    for name, code in sorted(_state_names().items(), key=lambda item: -len(item[0])):
        left, count = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", "", left) if name in left else (left, 0)
        if count:
            found.add(code)
    return found.pop() if len(found) == 1 else None
