"""What a recommendation rests on: general comments, targets of the Sustainable Development Goals, other observations.

"Recalling its general comment No. 6 (2018) on equality and non-discrimination, and targets 10.2 and 10.3 of the
Sustainable Development Goals, the Committee recommends …", "(CEDAW/C/XXX/CO/5, para. 41 (d))".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from treatygraph.report import Report, Unit

# "general comments No. 1 (2014) and No. 5 (2017)", "joint general recommendation No. 31/general comment No. 18".
_COMMENT = re.compile(r"\bgeneral (?P<what>comment|recommendation)s?\s(?=Nos?\.)", re.IGNORECASE)
_NUMBER = re.compile(r"Nos?\.\s*(?P<number>\d{1,2})(?:\s*\((?P<year>\d{4})\))?")
_NEXT_NUMBER = re.compile(r"[^.;:/]{0,90}?(?:,|\band)\s+(?=No\.)")
_OF_ANOTHER = re.compile(
    r"[^.;:/]{0,120}?\bof the (?P<committee>(?:Human Rights )?Committee(?: on [^,.;:()]+| against Torture)?)"
)

# "targets 4.5 and 4.a", "target 4 (a)", "targets 5.1, 5.2 and 5.5 of the Sustainable Development Goals".
_TARGET = r"\d{1,2}(?:\.\d{1,2}|\.[a-d]|\s?\([a-d]\))"
_TARGETS = re.compile(
    rf"\btargets?\s(?P<list>{_TARGET}(?:(?:,|,?\sand)\s{_TARGET})*)"
    # "Targets 4.4, 4.5 and 4.a, including indicator 4.a.1, of the Sustainable Development Goals".
    rf"(?=(?:[^.;:]|(?<=\w)\.(?=\w)){{0,60}}\bSustainable Development Goals?\b)"
)
_OBSERVATIONS = re.compile(r"\b(?:[A-Z]{3,5}(?:/[A-Z]+)?/C|E/C\.12|[A-Z]{3,5})/[A-Z]{3}/CO/\d+(?:-\d+)?(?!\d)")


def find_grounds(report: Report, unit: Unit) -> tuple[str, ...]:
    """What a paragraph of a Committee rests on, each once: "CRPD general comment No. 6 (2018)", "SDG target 4.a".

    A general comment is the Committee's own but where its words name another's. Observations are given by symbol, in
    the paragraph or in its notes; those that the paragraph belongs to are none.
    """
    text = unit.text
    notes = (note.text for note in report.units if note.kind == "note" and unit.id in (note.noted or ()))
    observations = (match[0] for part in (text, *notes) for match in _OBSERVATIONS.finditer(part))
    found = (
        *_comments(text, report.treaty or ""),
        *(
            f"SDG target {_plain(one)}"
            for match in _TARGETS.finditer(text)
            for one in re.findall(_TARGET, match["list"])
        ),
        *(symbol for symbol in observations if symbol != report.symbol),
    )
    return tuple(dict.fromkeys(found))


def _comments(text: str, treaty: str) -> Iterator[str]:
    for comment in _COMMENT.finditer(text):
        at: int | None = comment.end()
        while at is not None and (number := _NUMBER.match(text, at)):
            year = f" ({number['year']})" if number["year"] else ""
            named = f"general {comment['what'].lower()} No. {number['number']}{year}"
            another = _OF_ANOTHER.match(text, number.end())
            yield f"{named} of the {another['committee'].strip()}" if another else f"{treaty} {named}".strip()
            following = _NEXT_NUMBER.match(text, number.end())
            at = following.end() if following else None


def _plain(target: str) -> str:
    """Write a target as the Goals do: "4 (a)" → "4.a"."""
    return re.sub(r"\s?\(([a-d])\)", r".\1", target)
