"""Paragraphs with their mentions marked, and what they resolve to.

⟦Criminal Code⟧ names an instrument, ⟦^Act⟧ refers back; ⟦@Supreme Court⟧ names a body, ⟦@^Ministry⟧ refers back;
⟦2013-05-21=21 May 2013⟧ is a date with its value; ⟦§art:6=article 6 of the ⟦^Act⟧⟧ a provision with its target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from treatygraph.recognition.instruments.names import read_name
from treatygraph.report import Abbreviation, Annotated, Entity, Mention, MentionType, Relation, Report, Source, Unit
from treatygraph.resolution import resolve

_OPENING = re.compile(r"⟦(?P<kind>@?)(?:§(?P<target>[\w:/]+)=|(?P<value>[\dX][\dX/-]*)=)?(?P<back>\^?)")


def read_marked(unit: str, marked: str) -> tuple[str, list[Mention]]:
    """The text without its marks, and the mentions they mark, sorted as a report's are."""
    text: list[str] = []
    length = 0
    stack: list[tuple[int, re.Match[str]]] = []
    mentions: list[Mention] = []
    at = 0
    while at < len(marked):
        opening = _OPENING.match(marked, at)
        if opening:
            stack.append((length, opening))
            at = opening.end()
        elif marked[at] == "⟧":
            start, match = stack.pop()
            mentions.append(_mention(unit, "".join(text)[start:], start, match))
            at += 1
        else:
            text.append(marked[at])
            length += 1
            at += 1
    return "".join(text), sorted(mentions, key=lambda m: (m.start, -m.end, m.type))


def _mention(unit: str, words: str, start: int, match: re.Match[str]) -> Mention:
    kind: MentionType = "instrument"
    if match["kind"]:
        kind = "agency"
    elif match["target"]:
        kind = "provision"
    elif match["value"]:
        kind = "date"
    back = bool(match["back"])
    return Mention(
        unit=unit,
        type=kind,
        start=start,
        end=start + len(words),
        text=words,
        rule="marked",
        anaphor=back,
        value=match["value"],
        targets=(tuple(match["target"].split("/")),) if match["target"] else (),
        name=read_name(words, anaphor=back) if kind == "instrument" else None,
    )


@dataclass(frozen=True)
class Resolved:
    """What a test asks of a resolved report. Mentions are counted by text, from 1, over the whole report."""

    annotated: Annotated

    def entity(self, text: str, nth: int = 1, kind: MentionType | None = None) -> Entity:
        """The entity of the nth mention with this text."""
        mention = self.mention(text, nth, kind)
        return next(entity for entity in self.annotated.entities if entity.id == mention.entity)

    def mention(self, text: str, nth: int = 1, kind: MentionType | None = None) -> Mention:
        """The nth mention with this text."""
        with_text = [m for m in self.annotated.mentions if m.text == text and kind in {None, m.type}]
        return with_text[nth - 1]

    def ids(self, *texts: str) -> list[str | None]:
        """The ids that the first mentions with these texts denote."""
        return [self.mention(text).entity for text in texts]

    def relations(self, *predicates: str) -> list[tuple[str, str, str]]:
        """Subject, predicate and object of the relations with these predicates, the entities by their names."""
        names = {entity.id: entity.name for entity in self.annotated.entities}
        return [
            (names[r.subject], r.predicate, names.get(r.object, r.object))
            for r in self.annotated.relations
            if not predicates or r.predicate in predicates
        ]

    def relation(self, predicate: str) -> Relation:
        """The only relation with this predicate."""
        (found,) = [r for r in self.annotated.relations if r.predicate == predicate]
        return found


Resolve = Callable[..., Resolved]


@pytest.fixture
def resolved() -> Resolve:
    """Resolve marked paragraphs, numbered from 1; by default of a report of Kazakhstan under CED."""

    def run(
        *paragraphs: str,
        state: str | None = "KAZ",
        treaty: str | None = "CED",
        articles: Sequence[str] = (),
        abbreviations: Sequence[tuple[str, str]] = (),
    ) -> Resolved:
        units: list[Unit] = []
        mentions: list[Mention] = []
        for n, marked in enumerate(paragraphs, 1):
            text, found = read_marked(str(n), marked)
            units.append(Unit(id=str(n), kind="paragraph", text=text, convention_articles=tuple(articles)))
            mentions += found
        report = Report(
            symbol=f"{treaty}/C/{state}/1",
            state=state,
            treaty=treaty,
            title="",
            units=tuple(units),
            source=Source("report.txt", "", "text/plain"),
            abbreviations=tuple(Abbreviation(short, long) for short, long in abbreviations),
        )
        return Resolved(resolve(Annotated(report, tuple(mentions))))

    return run
