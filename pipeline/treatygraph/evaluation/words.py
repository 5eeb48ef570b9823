"""What is read of a sentence, by which rule, and what stood in the way of what is not.

    treatygraph words "Pursuant to Firman No. 12 of 3 March 2004, the harbour was closed."

A word that makes names ("decree", "council", "section") and is in no mention is tried again in other words: with a
capital, with a number or a name behind it. What is found then says what was missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from treatygraph.errors import OntologyError
from treatygraph.ontology import load_treaties, load_treaty
from treatygraph.recognition.agencies.words import heads
from treatygraph.recognition.grammar.lexicon import kinds, read_lexicon
from treatygraph.recognition.pipeline import recognise
from treatygraph.report import Annotated, Mention, MentionType, Report, Source, Unit
from treatygraph.resolution import resolve

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NUMBERED = re.compile(r"([A-Z][^\W\d_]+) (?:No\.|Nos\.|No|№|nº)\s?\d")
_SHORTEST_DIVISION = 4  # "art" and "s" stand for many things


@dataclass(frozen=True, slots=True)
class Read:
    """One mention: its words, type and rule, what it denotes, and the date or the divisions that it says."""

    words: str
    type: MentionType
    rule: str
    confidence: float
    back_reference: bool
    denotes: str | None
    says: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """A word that makes names, in no mention; `why` says what stood in the way, `start` is in code points."""

    word: str
    start: int
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a text was found to say, and what was not read of it."""

    text: str
    read: tuple[Read, ...]
    not_read: tuple[NotRead, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """The State that reports and the treaty that it reports on, which words without a name stand for."""

    state: str | None
    treaty: str

    def annotate(self, text: str) -> Annotated:
        unit = Unit(id="1", kind="paragraph", text=text)
        source = Source(name="words", sha256="", media_type="text/plain")
        symbol = f"{self.treaty}/C/{self.state or 'XXX'}/1"
        return resolve(recognise(Report(symbol, self.state, self.treaty, title="", units=(unit,), source=source)))


@dataclass(frozen=True, slots=True)
class _Tries:
    """Words that are put in the place of one, {} in them, and why it was not read if those are."""

    type: MentionType
    capital: bool
    tries: tuple[tuple[str, str], ...]


_INSTRUMENT = _Tries(
    "instrument",
    True,
    (
        ("{}", "in lower case, with neither number nor title, it is a class and no name"),
        ("{} No. 5 of 2001", "no number, date or title of its own stands beside it"),
    ),
)
_AGENCY = _Tries(
    "agency",
    True,
    (
        ("{}", "in lower case it is a class of bodies and no name"),
        ("{} of Justice", "nothing beside it says which body it is"),
        ("National {} of Justice", "nothing beside it says which body it is"),
    ),
)
_PROVISION = _Tries(
    "provision",
    False,
    (
        ("{} 5", "no number follows it"),
        ("article 5", "it may be a place in the report: no article and no law stands beside it"),
    ),
)


def explain(text: str, state: str | None = None, treaty: str = "CRPD") -> Explanation:
    """Read a text as a paragraph of a report, and tell what was found by which rule, and what stood in the way.

    Args:
        text: a sentence or a paragraph.
        state: ISO alpha-3 code of the State that reports, for "the Constitution" and "the Government".
        treaty: abbreviation of the treaty that it reports on, for "the Convention".

    Raises:
        OntologyError: no such treaty is known.
    """
    known = load_treaty(treaty)
    if known is None:
        names = ", ".join(each.abbreviation for each in load_treaties())
        raise OntologyError(f"{treaty}: no treaty has this abbreviation; there are {names}.")
    setting = _Setting(state, known.abbreviation)
    annotated = setting.annotate(text)
    read = tuple(_tell(annotated, mention) for mention in annotated.mentions)
    return Explanation(text, read, tuple(_unread(text, setting, annotated)))


def _tell(annotated: Annotated, mention: Mention) -> Read:
    entity = next((entity for entity in annotated.entities if entity.id == mention.entity), None)
    says = mention.value or "; ".join("/".join(map(str, target)) for target in mention.targets)
    name = entity.name if entity else None
    return Read(mention.text, mention.type, mention.rule, mention.confidence, mention.anaphor, name, says)


def _unread(text: str, setting: _Setting, annotated: Annotated) -> Iterator[NotRead]:
    for found in _WORD.finditer(text):
        start, end = found.span()
        if any(mention.start < end and start < mention.end for mention in annotated.mentions):
            continue
        if (why := _why(text, start, end, setting)) is not None:
            yield NotRead(found[0], start, why)


def _why(text: str, start: int, end: int, setting: _Setting) -> str | None:
    """What stood in the way of the word at `start`; None of a word that makes no name."""
    word = text[start:end].lower()
    for known, tries in ((kinds().keys(), _INSTRUMENT), (heads().keys(), _AGENCY), (_divisions(), _PROVISION)):
        if word in known:
            return _first_read(text, start, end, setting, tries)
    numbered = _NUMBERED.match(text, start)
    if numbered is not None and numbered.end(1) == end:
        return "it is no kind of instrument that is known; where it is one, add it to kinds.toml"
    return None


def _first_read(text: str, start: int, end: int, setting: _Setting, tries: _Tries) -> str:
    word = text[start:end].capitalize() if tries.capital else text[start:end]
    for pattern, why in tries.tries:
        tried = pattern.format(word)
        mentions = setting.annotate(text[:start] + tried + text[end:]).mentions
        if any(m.type == tries.type and m.start < start + len(tried) and start < m.end for m in mentions):
            return why
    return "no rule reads a name here"


@cache
def _divisions() -> frozenset[str]:
    units: dict[str, list[str]] = read_lexicon("divisions")["units"]
    return frozenset(form for forms in units.values() for form in forms if len(form) >= _SHORTEST_DIVISION)
