"""What carries a law out and is told by it: "its |implementing regulations|", "the |Enforcement Decree of the Act|"."""

from __future__ import annotations

from treatygraph.recognition.grammar.lexicon import singular, words
from treatygraph.report import InstrumentName
from treatygraph.resolution.identity import Register
from treatygraph.resolution.memory import Memory, Seen
from treatygraph.resolution.passages import Passage
from treatygraph.resolution.references import Reference, unresolved
from treatygraph.resolution.subjects import content_words, read_lexicon
from treatygraph.resolution.wordings import Wording, group_of

_IMPLEMENTING = frozenset(singular().get(head, head) for head in words("instruments", "names", "implementing")) | words(
    "instruments", "names", "implementing"
)
_GROUPS = frozenset({"regulation", "executive"})
_OF_THE_LAW = frozenset({"act", "law", "code"})
_LAST_FEW = 20
# Beyond this many units a law is seldom the one that "the Enforcement Decree" carries out.
_NEAR = 12


def carries_out(name: InstrumentName) -> bool:
    """Whether a name says no more than that it carries out a law: "Enforcement Rule", "implementing regulations".

    Several laws have decrees and rules of this name: which is meant the law named last tells.
    """
    if name.number or name.date or name.issuer or group_of(name.kind) not in _GROUPS:
        return False
    if name.plural and group_of(name.kind) == "executive":
        return False
    subject = content_words(name.subject)
    return _is_of_a_law(name) and subject <= _enforcing() | _OF_THE_LAW | content_words(
        f"{name.head} regulations rules"
    )


def _is_of_a_law(name: InstrumentName) -> bool:
    """Whether a name has a word for carrying out: "WDPA |Enforcement| Decree"."""
    return name.head in _IMPLEMENTING or bool(content_words(f"{name.head} {name.subject}") & _enforcing())


def _enforcing() -> frozenset[str]:
    return frozenset(read_lexicon("subjects")["enforcing"]["words"])


def remember_implementing(register: Register, memory: Memory) -> None:
    """Note which rules and decrees of the report carry out which law: "Enforcement Decree of the |Building Act|"."""
    for instrument in register:
        name = instrument.wording.name
        if instrument.part_of is not None and carries_out(name):
            memory.implementing.setdefault((register.at(instrument.part_of).key, instrument.group), instrument.key)
        elif instrument.group in _GROUPS and _is_of_a_law(name) and not carries_out(name):
            law = _law_in_name(register, name)
            if law is not None:
                memory.implementing.setdefault((law, instrument.group), instrument.key)


def _law_in_name(register: Register, name: InstrumentName) -> int | None:
    """The law whose short name stands before what carries it out: "|WDPA| Enforcement Decree"."""
    short = " ".join(word for word in name.subject.split() if word.casefold() not in _enforcing())
    law = register.under(short) if short else None
    return law.key if law is not None and law.group in {"act", "code"} else None


def implementing(register: Register, memory: Memory, passage: Passage, wording: Wording) -> Reference | None:
    """What "the implementing regulations" are: those named last, else those of the law named last.

    "The Enforcement Decree" is that of a law in reach, else one of its own.
    """
    name, group = wording.name, group_of(wording.name.kind)
    rules = [s for s in memory.groups.get(group, [])[-_LAST_FEW:] if _is_of_a_law(s.name)]
    laws = [s for kind in ("act", "code") for s in memory.groups.get(kind, [])[-1:]]
    law = max(laws, key=lambda seen: seen.index, default=None)
    # Of two without a law in reach each is one of its own, but for what one paragraph goes on to speak of.
    reach = int(bool(rules) and not register.at(rules[-1].instrument).unresolved)
    if rules and rules[-1].passage >= passage.index - reach and (law is None or rules[-1].index > law.index):
        return Reference(register.at(rules[-1].instrument).key, "last of its kind", 0.8, rules[-1].index, True)
    if law is None or (name.head not in _IMPLEMENTING and not _is_near(law, passage)):
        return None if name.head in _IMPLEMENTING else unresolved(register, wording)
    key = register.at(law.instrument).key, group
    if key not in memory.implementing:
        instrument = register.enter(wording)
        instrument.part_of = key[0]
        memory.implementing[key] = instrument.key
    # A name of its own: the law is not what it refers back to.
    return Reference(register.at(memory.implementing[key]).key, "implementing the last law", 0.6)


def _is_near(law: Seen, passage: Passage) -> bool:
    return law.passage >= passage.index - _NEAR
