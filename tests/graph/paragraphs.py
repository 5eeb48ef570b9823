"""Paragraphs with their mentions marked: `[law|The Criminal Code]`, `[CED art:6|article 6 of the Convention]`."""

from __future__ import annotations

import re

from treatygraph.report import Annotated, Entity, Mention, Report, Source, Unit

_MARKED = re.compile(r"\[(\w[\w-]*)((?: \w+:[\w/:]+)*)\|([^\[\]]+)\]")

ENTITIES = (
    Entity("CED", "instrument", "Convention", "treaty", "international"),
    Entity("CRC", "instrument", "Convention on the Rights of the Child", "treaty", "international"),
    Entity("code", "instrument", "Criminal Code", "code", "national", state="KAZ"),
    Entity("law", "instrument", "Act of 5 July 2000", "act", "national", date="2000-07-05", state="KAZ"),
    Entity("order", "instrument", "Order No. 83", "order", "national", number="83", state="KAZ"),
    Entity("bill", "instrument", "draft of the Criminal Code", "bill", "national", state="KAZ"),
    Entity("court", "agency", "Supreme Court", "court", "national", state="KAZ"),
)


def annotate(*paragraphs: str, articles: tuple[str, ...] = (), treaty: str | None = "CED") -> Annotated:
    """Make a report of these paragraphs, all under one heading.

    A mark's first word is the entity; paths after it make it a provision ("art:6", "art:6/par:2"). Marks do not
    nest: a provision's instrument is not marked apart.
    """
    units, mentions = [], []
    for number, marked in enumerate(paragraphs, start=1):
        text = ""
        last = 0
        for found in _MARKED.finditer(marked):
            text += marked[last : found.start()]
            last = found.end()
            entity, paths, words = found.groups()
            targets = tuple(tuple(path.split("/")) for path in paths.split())
            kind = "agency" if entity == "court" else "provision" if targets else "instrument"
            mentions.append(
                Mention(
                    str(number),
                    kind,
                    len(text),
                    len(text) + len(words),
                    words,
                    "marked",
                    entity=entity,
                    targets=targets,
                )
            )
            text += words
        text += marked[last:]
        units.append(Unit(str(number), "paragraph", text, "Heading", -1, articles))
    report = Report("CED/C/KAZ/9", "KAZ", treaty, "Report", tuple(units), Source("a.pdf", "0" * 64, "application/pdf"))
    return Annotated(report, tuple(mentions), ENTITIES)
