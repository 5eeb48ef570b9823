"""What a finder returns, and what it may know of the report around a text.

A finder is a pure function from a spaCy `Doc` (one unit of a report) to a list of `Found`:

    find_dates(doc) -> list[Found]
    find_agencies(doc, context) -> list[Found]
    find_instruments(doc, context) -> list[Found]
    find_provisions(doc, instruments, context) -> list[Found]

A finder may read what the finders before it left on the doc (`found_in`). It returns its
finds sorted by start and without overlaps among themselves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from treatygraph.report import InstrumentName, MentionType, Path

GROUPS: dict[MentionType, str] = {
    "date": "dates",
    "agency": "agencies",
    "instrument": "instruments",
    "provision": "provisions",
}

_CONTEXT = "treatygraph_context"
_TEXT = "treatygraph_text"
_TOKENS = "treatygraph_tokens"
_KEYS = {kind: f"treatygraph_{kind}" for kind in GROUPS}


@dataclass(frozen=True, slots=True)
class Found:
    """A find in one text: `start` and `end` are code points in `doc.text`, half-open.

    `rule` names the rule that decided and `confidence` (0 to 1) how far it can be trusted until that was measured.
    `value` is a date's EDTF; `targets`, `glosses` and `instrument` belong to provisions (see `Mention`);
    `title` is where an instrument's title stands, inside which no agency is a mention of its own; `name` is
    what the grammar read in an instrument.
    """

    start: int
    end: int
    rule: str
    confidence: float = 1.0
    anaphor: bool = False
    value: str | None = None
    targets: tuple[Path, ...] = ()
    glosses: tuple[str | None, ...] = ()
    instrument: tuple[int, int] | None = None
    shared_head: bool = False
    title: tuple[int, int] | None = None
    name: InstrumentName | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name that the report itself gives to an instrument or an agency ("PWDA", "Disability Act")."""

    short: str
    long: str
    type: Literal["instrument", "agency"]


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What the report tells about every unit of it: whose it is, on which treaty, and the names it defines.

    `state` is ISO 3166-1 alpha-3, `treaty` the abbreviation of the treaty ("CRPD").
    `recent` are the kinds of the instruments that the unit before named, `bodies` the heads of the agencies that
    the units shortly before named (`heads_named`). A context equals itself alone, so that
    what is made of its aliases can be kept for it.
    """

    state: str | None = None
    treaty: str | None = None
    aliases: tuple[Alias, ...] = ()
    recent: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


NO_CONTEXT = Context()


def context_of(doc: Doc) -> Context:
    """The context that `set_context` laid on a doc; an empty one where there is none."""
    context = doc.user_data.get(_CONTEXT, NO_CONTEXT)
    assert isinstance(context, Context)
    return context


def set_context(doc: Doc, context: Context, text: str) -> None:
    """Lay on one of a report's docs the report's context and the unit's text, which the doc was made of."""
    doc.user_data[_CONTEXT] = context
    doc.user_data[_TEXT] = text


def text_of(doc: Doc) -> str:
    """The doc's text, built once: spaCy joins it from the tokens at every call of `doc.text`."""
    if _TEXT not in doc.user_data:
        doc.user_data[_TEXT] = doc.text
    return str(doc.user_data[_TEXT])


class Tokens(NamedTuple):
    """The words of a doc's tokens, the same in lower case, and the code point where each begins."""

    words: list[str]
    lower: list[str]
    starts: list[int]


def tokens_of(doc: Doc) -> Tokens:
    """The doc's tokens as lists, made once."""
    held = doc.user_data.get(_TOKENS)
    if not isinstance(held, Tokens):
        starts, keys = doc.to_array([IDX, ORTH]).T.tolist()
        known = _strings(doc.vocab)
        words = [known[key] for key in keys]
        held = doc.user_data[_TOKENS] = Tokens(words, [word.lower() for word in words], starts)
    return held


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hash; spaCy decodes one anew at every call."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._store = vocab.strings

    def __missing__(self, key: int) -> str:
        self[key] = word = str(self._store[key])
        return word


@lru_cache(maxsize=4)
def _strings(vocab: Vocab) -> _Strings:
    return _Strings(vocab)


def found_in(doc: Doc, kind: MentionType) -> list[Found]:
    """The finds of one type that a component wrote on the doc, sorted by start."""
    return list(doc.user_data.get(_KEYS[kind], ()))


def write_found(doc: Doc, kind: MentionType, finds: list[Found]) -> None:
    """Write finds on the doc for the finders that come after."""
    doc.user_data[_KEYS[kind]] = tuple(finds)


def show_found(doc: Doc, kind: MentionType) -> None:
    """Show the finds of one type as the doc's span group, each span carrying its `Found`.

    A span holds whole tokens, so it may be wider than the find where a token is cut ("Code3"); the find's
    own offsets are the exact ones.
    """
    spans: list[Span] = []
    starts = tokens_of(doc).starts
    for find in found_in(doc, kind):
        span = Span(doc, bisect_right(starts, find.start) - 1, bisect_left(starts, find.end), label=kind)
        span._.found = find
        spans.append(span)
    doc.spans[GROUPS[kind]] = spans


def _register() -> None:
    if not Span.has_extension("found"):
        Span.set_extension("found", default=None)
        Span.set_extension("rule", getter=lambda span: span._.found.rule if span._.found else None)
        Span.set_extension("confidence", getter=lambda span: span._.found.confidence if span._.found else None)


_register()
