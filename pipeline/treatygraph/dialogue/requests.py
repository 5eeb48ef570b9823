"""The acts that a recommendation asks for, each with the law, plan or body that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from treatygraph.dialogue.asked import Asked, find_asked
from treatygraph.dialogue.asking import ASKING
from treatygraph.dialogue.items import Item, split_items
from treatygraph.dialogue.roles import find_asks, prints_bold
from treatygraph.dialogue.wording import wording
from treatygraph.report import Annotated, Dialogue, Mention, Request, Unit

# "Repeal those provisions", "amend this law": the law is the one that the concern names.
_MEANT = re.compile(
    r"\b(?:(?:th(?:e|is|ese|ose)|such|said|abovementioned|above-mentioned)\s+"
    r"(?:(?!national\b|domestic\b|relevant\b|disability)[\w-]+\s){0,3}?"
    r"(?:laws?|legislation|acts?|codes?|bills?|provisions?|regulations?|pieces? of legislation)"
    r"|that\s+(?:law(?! enforcement)|act|code|bill|provision|regulation))\b",
    re.IGNORECASE,
)
_CONSTITUTIONAL = re.compile(r"\bconstitutional provisions\b")
# What runs on behind the name of a law: "the draft law on … an express prohibition of …", "Law No. 60 regarding …".
_OVERRUN = re.compile(
    rf"\s(?:(?<!\bas\s)(?<!\bon\s)an?\s(?!national|new)|and\sto\s|strictly\s|complies\s|covers\s)|,\sincluding\b"
    r"|\s(?:fully\s)?in(?:to)?\s(?:full\s)?(?:line|conformity|compliance|alignment)\swith\b"
    rf"|(?:,|\sand)\s(?:{wording().further})(?=\s|\Z)|(?<=\d)\sregarding\b|(?<=\))\sto\s(?=[a-z])"
)
# "The adoption by the Senate of the Ports Bill".
_BY_WHOM = re.compile(r"(?:Senate|Parliament|Congress|(?:National\s)?Assembly)\sof\s(?:the\s)?")
_OF_CONVENTION = re.compile(r" to the (?:Convention|Covenant)\b(?! on| against| for)")
# "In the case concerning the Application of the Convention (Armenia v. Azerbaijan)": parties, and no instrument.
_CASE = re.compile(r"\sv\.\s")
_TO_CARRY_OUT = re.compile(r"\bfor the implementation of\b|\bto implement\b")
_ASKS = re.compile(rf"\b(?:{ASKING}|reiterates|asks)\b|\b(?:should|must)\b")
_SENTENCE_END = re.compile(r"(?<=[.;])\s(?=[A-Z(“])")
# Of the Committee's own words: what it asks for is no law of the State.
_OWN = re.compile(r"general (?:comments?|recommendations?)\b|concluding observations\b", re.IGNORECASE)
# "The Committee notes the Act. However, it is concerned …": a law that is named before is acknowledged.
_CONCERNED = re.compile(
    r"\b(?:concern(?:s|ed|ing)?|regrets?|however|nevertheless|nonetheless|troubled|alarmed|worried)\b", re.IGNORECASE
)


# "… adopted the Law. However, the Committee is concerned that these pieces of legislation do not address women."
_TAKEN_UP = re.compile(
    r"\b(?:these|those|both)\s(?:pieces of legislation|laws|acts|codes|plans|programmes|strategies)\b"
    r"|\b(?:this|that|the said)\s(?:piece of legislation|law|act|code|plan|programme|strategy)\b",
    re.IGNORECASE,
)


# "Only one complaint was received since its mandate was expanded by the Act": when, and not what, is of concern.
_SINCE = re.compile(r"\b(?:since|when|after|following)\b[^;:.]{0,90}\b(?:by|under|with|of)\s(?:the\s)?\Z")


@dataclass(frozen=True, slots=True)
class _Asking:
    """A sub-item that asks, in its paragraph; the laws that the paragraph names, and those of the concerns answered.

    `of_law` is False where it can ask for no act of law: dissemination, the next report.
    """

    unit: Unit
    item: Item
    named: tuple[Mention, ...]
    concerns: tuple[Mention, ...]
    of_law: bool = True


def find_requests(annotated: Annotated, dialogue: Dialogue) -> tuple[Request, ...]:
    """The requests of recommendations and closing paragraphs, in reading order: of each sub-item at least one.

    A law that is only meant ("repeal the provisions") is the one that the concerns name, where they name a single one.
    """
    return tuple(request for asking in _askings(annotated, dialogue) for request in _ask(asking))


def find_concerns(annotated: Annotated, dialogue: Dialogue) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    """The laws that concerns criticise, with the articles of the concern; none that is only acknowledged.

    What is named before the concern begins is acknowledged, unless the concern takes it up: "these laws".
    """
    units = {unit.id: unit for unit in annotated.report.units}
    asks = _places_of_asking(annotated, dialogue)
    for utterance in dialogue.utterances:
        if utterance.role == "concern" or asks.get(utterance.unit):
            text = units[utterance.unit].text[: asks.get(utterance.unit) or None]
            begun = _CONCERNED.search(text)
            taken_up = begun and _TAKEN_UP.search(text, begun.start())
            for mention in _named_in(annotated, utterance.unit):
                criticised = begun and mention.start < len(text) and (taken_up or mention.start > begun.start())
                if criticised and not _SINCE.search(text[: mention.start]):
                    yield mention, utterance.articles


def requested_entity(annotated: Annotated, request: Request) -> str | None:
    """The id of the instrument in force that a request is about; None of one that is wanted or only described."""
    if request.wanted or request.basis not in ("named", "concern"):
        return None
    place = (request.instrument_unit, request.instrument_start)
    named = (m for m in annotated.mentions if m.type == "instrument" and (m.unit, m.start) == place)
    return next((mention.entity for mention in named), None)


def _askings(annotated: Annotated, dialogue: Dialogue) -> Iterator[_Asking]:
    units = {unit.id: unit for unit in annotated.report.units}
    asks = _places_of_asking(annotated, dialogue)
    for utterance in dialogue.utterances:
        if utterance.role in ("recommendation", "request", "follow-up"):
            unit, start = units[utterance.unit], asks.get(utterance.unit, 0)
            named = _named_in(annotated, unit.id)
            answered = (m for concern in utterance.answers_concerns for m in _named_in(annotated, concern))
            concerns = (*answered, *(mention for mention in named if mention.start < start))
            asked = tuple(mention for mention in named if mention.start >= start)
            of_law = utterance.role == "recommendation"
            yield from (_Asking(unit, item, asked, concerns, of_law) for item in split_items(unit.text, start))


def _places_of_asking(annotated: Annotated, dialogue: Dialogue) -> dict[str, int]:
    roles = {utterance.unit: utterance.role for utterance in dialogue.utterances}
    return find_asks(annotated.report, roles, prints_bold(annotated.report))


def _ask(asking: _Asking) -> Iterator[Request]:
    unit, item = asking.unit, asking.item
    spans = [(mention.start, mention.end) for mention in asking.named]
    acts = find_asked(unit.text, _first_ask(unit.text, item), item.end, spans) if asking.of_law else ()
    if not acts and (item.letter or item.asks):
        yield Request(unit.id, item.letter, "other", item.start, item.end)
    seen: set[tuple[object, ...]] = set()
    for request in (request for act in acts for request in _make(asking, act)):
        key = (request.action, request.instrument_unit, request.instrument_start)
        if key not in seen:
            seen.add(key)
            yield request


def _first_ask(text: str, item: Item) -> int:
    """Where an item begins to ask: after "Recalling its general comment …, the Committee recommends".

    What should be done to a law, its sentence begins with: "Existing laws should be amended".
    """
    ask = _ASKS.search(text, item.start, item.end) if item.letter is None else None
    if ask is None:
        return item.start
    if ask[0] in ("should", "must"):
        return max((end.end() for end in _SENTENCE_END.finditer(text, item.start, ask.start())), default=item.start)
    return ask.start()


def _make(asking: _Asking, act: Asked) -> list[Request]:
    """The requests that one verb makes: one for each law that it names, else one."""
    unit, letter = asking.unit, asking.item.letter
    wanted = act.action in ("adopt", "establish-body")
    if about := _named_by(asking, act):
        return [
            Request(
                *(unit.id, letter, act.action, act.start, act.end),
                *(_as_named(unit.text, mention), unit.id, mention.start, "named", wanted),
            )
            for mention in about
        ]
    constitution = _constitution(asking, act)
    if act.phrase and not constitution:
        start, end = act.phrase
        described = (unit.text[start:end], unit.id, start, "described")
        return [Request(unit.id, letter, act.action, act.start, act.end, *described, wanted)]  # type: ignore[arg-type]
    meant = constitution or _meant(asking, act)
    if meant is not None:
        told = (meant.text, meant.unit, meant.start, "concern")
        return [Request(unit.id, letter, act.action, act.start, act.end, *told, wanted)]  # type: ignore[arg-type]
    return [Request(unit.id, letter, act.action, act.start, act.end, wanted=wanted)]


def _named_by(asking: _Asking, act: Asked) -> list[Mention]:
    """The laws that a verb names; a body is established, whatever its principles are called."""
    last = 0 if act.action == "establish-body" else act.end
    if act.action == "ratify" and act.phrase:
        # "The amendment to article 8 of the Convention concerning …": no convention of that name.
        return []
    named = [mention for mention in asking.named if act.start <= mention.start < last]
    if act.action == "adopt":
        # "Adopt the draft action plan on accessibility for the implementation of the Persons with Disabilities Act"
        text = asking.unit.text
        named = [mention for mention in named if not _TO_CARRY_OUT.search(text, act.start, mention.start)]
    return named


def _as_named(text: str, mention: Mention) -> str:
    """The words for a law up to what is asked of it; those for a protocol with its convention."""
    if mention.text.endswith("Protocol") and (of := _OF_CONVENTION.match(text, mention.end)):
        return mention.text + of[0]
    begun = _BY_WHOM.match(mention.text)
    over = _OVERRUN.search(mention.text)
    return mention.text[begun.end() if begun else 0 : over.start() if over else None]


def _constitution(asking: _Asking, act: Asked) -> Mention | None:
    """The Constitution that the concerns name, where "constitutional provisions" are to be changed."""
    if act.action not in ("amend", "repeal") or not _CONSTITUTIONAL.search(asking.unit.text, act.start, act.end):
        return None
    return next((mention for mention in asking.concerns if mention.text.endswith("Constitution")), None)


def _meant(asking: _Asking, act: Asked) -> Mention | None:
    """The only law that the concerns name, where the request speaks of "the provisions", "this law"."""
    if act.action not in ("amend", "repeal", "harmonize", "enforce"):
        return None
    if not _MEANT.search(asking.unit.text, act.start, act.end):
        return None
    return asking.concerns[-1] if len({mention.entity for mention in asking.concerns}) == 1 else None


def _named_in(annotated: Annotated, unit: str) -> tuple[Mention, ...]:
    """The instruments that a paragraph names, but for the treaty and what the Committee itself has said.

    "The Protocol thereto" is one of another treaty that the words before name.
    """
    text = next(known.text for known in annotated.report.units if known.id == unit)
    return tuple(
        mention
        for mention in annotated.mentions
        if mention.unit == unit and mention.type == "instrument" and not mention.anaphor
        if not text.startswith(" thereto", mention.end) and not _CASE.search(mention.text)
        if not re.search(r"\bcase concerning [^;:.]*\Z", text[: mention.start])
        if not _OWN.match(mention.text) and mention.entity != annotated.report.treaty
    )
