"""Document symbols: the treaty reported on and the party that reports, a State as a rule, are read off them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from treatygraph.ontology import load_treaties, organizations

_STATE = re.compile(r"[A-Z]{3}")
_NO_STATE = frozenset(("ADD", "REV", "QPR", "COR"))


class Symbol(NamedTuple):
    """A symbol ("CRPD/C/BIH/2-3"), the treaty's abbreviation and the State's alpha-3 code it gives.

    For a party that is an organization of States, `state` is its code in symbols ("EU").
    """

    text: str
    treaty: str | None
    state: str | None


@cache
def symbol_data() -> dict[str, Any]:
    """The tables of `symbols.toml`: `other`, `language`."""
    return tomllib.loads((resources.files(__package__) / "symbols.toml").read_text(encoding="utf-8"))


@cache
def _prefixes() -> dict[str, str | None]:
    core = {treaty.symbol_prefix: treaty.abbreviation for treaty in load_treaties()}
    return {**core, **dict.fromkeys(symbol_data()["other"])}


@cache
def _symbol_pattern() -> re.Pattern[str]:
    prefixes = "|".join(re.escape(prefix) for prefix in _prefixes())
    return re.compile(rf"(?<![A-Z/])(?:{prefixes})(?:/[A-Z0-9.\-]+)+")


def _is_party(part: str) -> bool:
    return part in organizations() or (bool(_STATE.fullmatch(part)) and part not in _NO_STATE)


def parse_symbol(text: str) -> Symbol:
    """The treaty and the State that a symbol names; None for what it does not name.

    "CED/C/KAZ/1" → CED, KAZ; "E/C.12/KAZ/2" → CESCR, KAZ; "A/HRC/WG.6/34/SVN/1" → no treaty, SVN;
    "CRPD/C/CHN-HKG/2-3" → CRPD, CHN; "CRPD/C/EU/1" → CRPD, EU.
    """
    text = text.strip().rstrip("*").upper()
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
    return match[0].rstrip(".-") if match else None


def symbol_of_name(stem: str) -> str | None:
    """The symbol in a file's name without its ending, hyphens for slashes: "CRPD-C-BIH-2-3" → CRPD/C/BIH/2-3."""
    for prefix in _prefixes():
        flat = prefix.replace("/", "-")
        if stem.upper().startswith(flat + "-"):
            parts = stem.upper()[len(flat) + 1 :].split("-")
            state = next((k for k, part in enumerate(parts) if _is_party(part)), None)
            if state is None:
                return "/".join((prefix, *parts))
            number = "-".join(parts[state + 1 :])
            return "/".join((prefix, *parts[: state + 1], *([number] if number else [])))
    return None
