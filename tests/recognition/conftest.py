"""Sentences with their mentions marked: ⟦Criminal Code⟧ names, ⟦^Act⟧ refers back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from treatygraph.recognition import recognise
from treatygraph.report import Abbreviation, Mention, Report, Source, Unit

Marked = Callable[..., str]


def report_of(texts: Sequence[str], abbreviations: Sequence[Abbreviation] = ()) -> Report:
    """A report whose paragraphs are these texts, numbered from 1."""
    units = tuple(Unit(id=str(n), kind="paragraph", text=text) for n, text in enumerate(texts, 1))
    source = Source(name="report.txt", sha256="", media_type="text/plain")
    return Report("CRPD/C/XXX/1", None, "CRPD", "", units, source, abbreviations=tuple(abbreviations))


def unmark(text: str) -> str:
    return re.sub(r"⟦\^?|⟧", "", text)


def mark(text: str, mentions: Sequence[Mention]) -> str:
    for mention in sorted(mentions, key=lambda m: -m.start):
        sign = "^" if mention.anaphor else ""
        text = f"{text[: mention.start]}⟦{sign}{mention.text}⟧{text[mention.end :]}"
    return text


@pytest.fixture
def found() -> Callable[[str], tuple[Mention, ...]]:
    """The mentions of a marked text, whose paragraphs are separated by a line's end."""
    return lambda text: recognise(report_of([unmark(line) for line in text.split("\n")])).mentions


@pytest.fixture
def marked() -> Marked:
    """Strip the marks, recognise, and mark again what was found; paragraphs are separated by a line's end."""

    def run(text: str, kind: str = "instrument", abbreviations: Sequence[Abbreviation] = ()) -> str:
        report = report_of([unmark(line) for line in text.split("\n")], abbreviations)
        mentions = recognise(report).mentions
        return "\n".join(
            mark(unit.text, [m for m in mentions if m.unit == unit.id and m.type == kind]) for unit in report.units
        )

    return run
