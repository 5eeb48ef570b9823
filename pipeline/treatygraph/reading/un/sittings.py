"""The sessions and meetings of a Committee that a document prints: when it was considered or adopted, or is to be.

"The Committee considered the initial report of Kenya at its 206th and 207th meetings, held on 18 and 19 August 2015"
"* Adopted by the pre-sessional working group at its third session (20–24 April 2015)."
"Fourteenth session / 17 August–4 September 2015", on a cover
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from treatygraph.reading.un.dates import DAYS, find_days
from treatygraph.report import COMMITTEES_KINDS, DocumentKind, Sitting, SittingBody, Unit

_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_TEENS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()  # noqa: SIM905
_TENS = "twent thirt fort fift sixt sevent eight ninet".split()  # noqa: SIM905
_WORDS = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
_WORDS |= {f"{ten}ieth": 10 * number for number, ten in enumerate(_TENS, 2)}
_WORDS |= {f"{ten}y-{word}": 10 * k + n for k, ten in enumerate(_TENS, 2) for n, word in enumerate(_UNITS[:9], 1)}
_NUMBER = r"\d[\d,]{0,5}(?:st|nd|rd|th)"  # also "242th", as it is printed
_ORDINAL = rf"(?:{_NUMBER}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_MEETINGS = re.compile(
    rf"\b[Aa]t its (?P<meetings>{_NUMBER}(?:(?:, | and |, and ){_NUMBER})*) meetings?\b"
    # "its 725th and 726th meetings, 2 held on 15 August 2024"; "meetings (see CRPD/C/SR.125), held on"
    rf"(?:,?\s?\d{{0,2}}(?:\s?\([^()]{{0,80}}\))?,?\s(?:which (?:was|were) )?held (?:[a-z]+ )?on (?P<dates>{DAYS}))?"
)
_ADOPTED_AT = re.compile(
    r"\b[Aa]dopted by the (?P<body>Committee|pre-sessional [Ww]orking [Gg]roup)\b[^.;]{0,80}? at its "
    rf"(?P<session>{_ORDINAL}) session(?:,? \(?(?:held (?:in \w+ )?(?:from|on) )?(?P<dates>{DAYS})\)?)?",
    re.IGNORECASE,
)
_SESSION_LINE = re.compile(rf"(?P<session>{_ORDINAL}) session", re.IGNORECASE)
_VERB = re.compile(r"\b(?:considered|adopted)\b")
_SENTENCE_ENDS = re.compile(r"\.\s+(?=[A-Z])")
_FIRST_PARAGRAPHS = 3


def find_sittings(kind: DocumentKind | None, units: Sequence[Unit], on_cover: Sequence[Sitting]) -> tuple[Sitting, ...]:
    """What a document says of the sessions and meetings at which it was dealt with, each once.

    Only a Committee adopts: of a State's document, what its cover says alone counts. Meetings stand in the first
    paragraphs of observations; behind them other meetings may be meant.
    """
    if kind not in COMMITTEES_KINDS:
        return tuple(sitting for sitting in on_cover if sitting.purpose == "issued-for")
    body = [unit for unit in units if unit.kind == "paragraph" and unit.zone == "body"][:_FIRST_PARAGRAPHS]
    notes = [unit for unit in units if unit.kind == "note"]
    found = [sitting for unit in body for sitting in _in_paragraph(unit)]
    found += [sitting for unit in notes for sitting in _adopted(unit.text, unit.id)]
    once: dict[tuple[str, int | None], Sitting] = {}
    for sitting in (*found, *on_cover):
        once.setdefault((sitting.purpose, sitting.session), sitting)
    return tuple(once.values())


def read_cover_sittings(lines: Sequence[str]) -> tuple[Sitting, ...]:
    """What the lines of a cover say: the session that the document is for, or at which it was adopted."""
    found = list(_adopted(" ".join(lines), None))
    for k, line in enumerate(lines):
        match = _SESSION_LINE.fullmatch(line.strip())
        if match:
            dates = lines[k + 1].strip() if k + 1 < len(lines) else ""
            date = find_days(dates)
            group = any(re.match(r"(?:Pre-sessional )?Working Group\b", above, re.IGNORECASE) for above in lines[:k])
            words = f"{line.strip()}, {dates}" if date else line.strip()
            by: SittingBody = "working-group" if group else "committee"
            found.append(Sitting("issued-for", words, by, _read_ordinal(match["session"]), date=date))
    return tuple(found)


def _adopted(text: str, unit: str | None) -> Iterator[Sitting]:
    for match in _ADOPTED_AT.finditer(text):
        group = match["body"].casefold() != "committee"
        date = find_days(match["dates"] or "")
        yield Sitting(
            "adopted",
            match[0],
            "working-group" if group else "committee",
            _read_ordinal(match["session"]),
            date=date,
            unit=unit,
            start=match.start() if unit else 0,
            end=match.end() if unit else 0,
        )


def _in_paragraph(unit: Unit) -> Iterator[Sitting]:
    """The meetings of a paragraph.

    "Held on 4 and 5 April. It adopted the present concluding observations at its 256th meeting, held on 13 April 2016":
    a session does not go over the turn of a year, so that days without a year are of the year that follows.
    """
    year: str | None = None
    found: list[Sitting] = []
    for match in reversed(list(_MEETINGS.finditer(unit.text))):
        purpose = _purpose(unit.text, match)
        if purpose is None:
            continue
        date = find_days(match["dates"] or "", year)
        year = date[:4] if date else year
        numbers = tuple(int(re.sub(r"\D", "", word)) for word in re.findall(_NUMBER, match["meetings"]))
        start, end = match.span()
        found.append(Sitting(purpose, match[0], meetings=numbers, date=date, unit=unit.id, start=start, end=end))
    yield from reversed(found)


def _purpose(text: str, match: re.Match[str]) -> Literal["considered", "adopted"] | None:
    """What the Committee did at these meetings: the last verb before them in the sentence, else the first behind."""
    ends = [0, *(end.end() for end in _SENTENCE_ENDS.finditer(text)), len(text)]
    first = max(end for end in ends if end <= match.start())
    last = min(end for end in ends if end >= match.end() or end == len(text))
    before = list(_VERB.finditer(text, first, match.start()))
    verb = before[-1] if before else _VERB.search(text, match.end(), last)
    if verb is None:
        return None
    return "considered" if verb[0] == "considered" else "adopted"


def _read_ordinal(word: str) -> int:
    """The number of an ordinal: "108th", "twenty-ninth"."""
    return _WORDS.get(word.casefold()) or int(re.sub(r"\D", "", word))
