"""The name of a code or constitution apart from its dated versions."""

from __future__ import annotations

import re

from treatygraph.report import Entity

_HEADS = ("code", "constitution", "law")
# "Criminal Code |of 16 July 1997|", "|1978| Constitution", "Labour Code |(2015)|"
_DATE = re.compile(r",? (?:of|dated|from) (?:\d{1,2} )?(?:[A-Z]\w+ )?\d{4}\b|^\d{4} |,? \(?\d{4}\)?$")


def abstract_name(entity: Entity) -> str:
    """Name a dated code or constitution without its date."""
    names = (entity.name, *entity.aliases)
    undated = [name for name in names if not re.search(r"\d", name) and any(h in name.casefold() for h in _HEADS)]
    if undated:
        return max(undated, key=len)
    return _DATE.sub("", entity.name).strip(" ,") or entity.name
