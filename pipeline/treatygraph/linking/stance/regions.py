"""Whether a law is a province's, a region's, an entity's or a municipality's: `scope: subnational`.

It keeps its stance; a regional decree carries out a treaty, too (CRPD, article 4, paragraph 5).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from treatygraph.lexicons import read_tables
from treatygraph.recognition.grammar.states import adjective_pattern, state_code
from treatygraph.report import Entity, Unit
from treatygraph.resolution.parts import words_for_parts


def is_subnational(
    unit: Unit, sentence: str, own: str, entity: Entity | None, issuer: Entity | None, state: str | None
) -> bool:
    """Whether a law is no law of the whole State.

    Args:
        unit: the paragraph or table, for its heading.
        sentence: the sentence as printed.
        own: the citation as printed.
        entity: the law.
        issuer: who issued it.
        state: the State that reports, alpha-3.
    """
    names = [own, *((entity.name, *entity.aliases) if entity is not None else ())]
    if any(_by_head().search(name) for name in names):
        return True
    region = _region(state)
    if region is None or any(_is_national(name, state) for name in names):
        return False
    if issuer is not None and region.search(issuer.name):
        return True
    return any(region.search(text) for text in (*names, sentence, unit.section))


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, Any]:
    return read_tables("linking", "subnational")


@lru_cache(maxsize=1)
def _by_head() -> re.Pattern[str]:
    heads = _lexicon()["heads"]
    of, kinds = "|".join(heads["of"]), "|".join(heads["kinds"])
    return re.compile(
        rf"\A(?:the )?(?:{of}) (?:{kinds})\b|\b(?:{kinds}) of the (?:{'|'.join(heads['of_the'])})\b", re.IGNORECASE
    )


def _is_national(name: str, state: str | None) -> bool:
    """Whether a name opens with a word of the whole State: "Federal Act", "Danish Administration of Justice Act"."""
    adjective = re.match(rf"(?:the )?({adjective_pattern()}) ", name)
    return bool(_national().match(name)) or (adjective is not None and state_code(adjective[1]) == state)


@lru_cache(maxsize=1)
def _national() -> re.Pattern[str]:
    return re.compile(rf"(?:the )?(?:{'|'.join(_lexicon()['heads']['national'])})\b", re.IGNORECASE)


@lru_cache
def _region(state: str | None) -> re.Pattern[str] | None:
    names = [*words_for_parts(state), *_lexicon()["names"].get(state or "", ())]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") if names else None
