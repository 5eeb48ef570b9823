"""The paragraphs of a report, packed, so that the page over several reports can be searched for any of their words.

The page holds them compressed (zlib, RFC 1950, as Base64), a line for each report: it opens no later for them, and
unpacks them when it has been drawn.
"""

from __future__ import annotations

import base64
import zlib
from typing import Any

import msgspec

from treatygraph.export.explorer.prose import unit_anchor
from treatygraph.report import Annotated, Unit


def pack_texts(annotated: Annotated) -> str:
    """Pack what is searched of a report: of each unit its number, anchor, page, articles, kinds, speaker and text.

    `articles` are those of the heading over it, else of the paragraph that it answers, and those that it cites law
    under; `kinds` are those of the instruments that it names; the speaker is the State where no dialogue says other.
    """
    return base64.b64encode(zlib.compress(msgspec.json.encode(_rows(annotated)), 9)).decode("ascii")


def unpack_texts(packed: str) -> list[list[Any]]:
    """The rows that `pack_texts` packed."""
    rows: list[list[Any]] = msgspec.json.decode(zlib.decompress(base64.b64decode(packed)))
    return rows


def _rows(annotated: Annotated) -> list[list[Any]]:
    kinds = {entity.id: entity.kind for entity in annotated.entities if entity.type == "instrument"}
    named: dict[str, set[str]] = {}
    for mention in annotated.mentions:
        if mention.entity in kinds:
            named.setdefault(mention.unit, set()).add(kinds[mention.entity])
    cited: dict[str, list[str]] = {}
    for citation in annotated.citations or ():
        cited.setdefault(citation.unit, []).extend(filter(None, citation.elements))
    spoken = {utterance.unit: utterance for utterance in annotated.dialogue.utterances} if annotated.dialogue else {}

    def row(unit: Unit) -> list[Any]:
        said = spoken.get(unit.id)
        above = unit.convention_articles or (said.articles if said else ())
        articles = list(dict.fromkeys((*above, *cited.get(unit.id, ()))))
        speaker = said.speaker if said else "state"
        return [unit.id, unit_anchor(unit.id), unit.page, articles, sorted(named.get(unit.id, ())), speaker, unit.text]

    return [row(unit) for unit in annotated.report.units]
