"""Which treaty "the Convention", "that Covenant" and "the Optional Protocol" are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatygraph.recognition.instruments.names import read_name
from treatygraph.resolution.identity import Register
from treatygraph.resolution.memory import Memory, Seen
from treatygraph.resolution.passages import Discourse, Passage
from treatygraph.resolution.references import Reference
from treatygraph.resolution.subjects import content_words
from treatygraph.resolution.treaties import (
    KnownTreaty,
    optional_protocol,
    ordinal_of,
    parent_treaty,
    treaty_head,
    treaty_of_second_protocol,
)
from treatygraph.resolution.wordings import Instrument, Wording, head_family

_DEMONSTRATIVE = re.compile(
    r"\b(?:this|that|these|those|said|same|latter|aforementioned|above-mentioned)\s+$", re.IGNORECASE
)
_HERE = frozenset({"this", "these"})
_POINTED = 3  # units that "that Convention" goes back
# "the Convention on the Rights of Persons with Disabilities |and its| Optional Protocol"
_AND_ITS = re.compile(r"[”\"]?(?: \([^()]*\))?,? (?:and|with|as well as)(?: (?:its|the|their))?(?: [Ff]irst)? ?")
_OF_IT = re.compile(r"\b(?:its|their)\b")
# "|Second Optional Protocol| to the Covenant", "|Optional Protocol to the Convention|"
_TO_THAT = re.compile(
    r"\b(?:to|of|under) (?:this|that|the said|the same|the) (?P<head>Convention|Covenant)\b(?! (?:on|against)\b)"
)
_TO_REACH = 30  # how far behind the name the treaty stands that a protocol adds to, in code points
_WORD_BEFORE = 40  # how far before a name a demonstrative is looked for, in code points


def own_convention(treaty: KnownTreaty | None) -> KnownTreaty | None:
    """The treaty that "the Convention" means in a report: the one reported on, or what a reported protocol adds to."""
    return parent_treaty(treaty) or treaty if treaty else None


def find_convention(
    discourse: Discourse, register: Register, memory: Memory, passage: Passage, i: int, treaty: KnownTreaty
) -> Reference:
    """What "the Convention" means: the treaty reported on, or the one other treaty named here or a unit before.

    "That Convention" points further back: "adopted the Convention against Torture", two units on "articles 1 and 4 of
    that Convention".
    """
    mention = discourse.mentions[i]
    own = treaty_instrument(register, treaty)
    pointed = _DEMONSTRATIVE.search(passage.unit.text, max(0, mention.start - _WORD_BEFORE), mention.start)
    reach = _POINTED if pointed and pointed[0].strip().casefold() not in _HERE else 1
    near = [
        s
        for s in memory.groups.get("treaty", [])[-20:]
        if s.passage >= passage.index - reach and head_family(s.name.head) == treaty_head(treaty)
    ]
    others = [s for s in near if s.instrument != own.key]
    last = near[-1] if near else None
    if last is None or last.instrument == own.key:
        return Reference(own.key, "reported treaty", 0.9)
    here = [s for s in others if s.passage == passage.index]
    several = len({s.instrument for s in (here or others)}) > 1
    articles = _articles(discourse, passage, i)
    other = register.at(last.instrument)
    beyond = (
        other.known is not None and other.known.articles is not None and any(a > other.known.articles for a in articles)
    )
    own_article = any(str(a) in passage.unit.convention_articles for a in articles)
    if not pointed and (several or beyond or own_article):
        return Reference(own.key, "reported treaty", 0.6)
    return Reference(other.key, "newer treaty name", 0.8, last.index, True)


def find_protocol(
    discourse: Discourse, register: Register, memory: Memory, passage: Passage, i: int, treaty: KnownTreaty | None
) -> Reference | None:
    """What "the Optional Protocol", "the Second Optional Protocol" means.

    That of the treaty it is said to add to; of the treaty just before it ("… |and its|"); a protocol named near; that
    of the treaty named last in the unit; the one reported on or that of the treaty reported on. A treaty with several
    that words do not count ("the Convention on the Rights of the Child and its Optional Protocols") decides nothing.
    """
    mention, text = discourse.mentions[i], passage.unit.text
    ordinal = ordinal_of(text[max(0, mention.start - len("second ")) : mention.end])
    here = [s for s in memory.groups.get("treaty", ())[-10:] if s.passage == passage.index]
    if to_it := _thereto(register, here, text, mention.end, ordinal):
        return to_it
    said = _TO_THAT.search(text, mention.start, min(mention.end + _TO_REACH, len(text)))
    if said and said.start() <= mention.end + 1:
        parent = _parent(register, memory, passage, said["head"].casefold(), treaty)
        return _protocol_of(register, parent, ordinal, "protocol of the treaty it adds to", 0.9)
    before = memory.everything[-1:]
    if before and before[0].passage == passage.index:
        known = register.at(before[0].instrument).known
        between = text[discourse.mentions[before[0].index].end : mention.start]
        if known and _AND_ITS.fullmatch(between):
            own = _protocol_of(register, known, ordinal, "protocol of the treaty before", 0.9)
            if treaty and treaty.protocol_to == known.id:
                own = Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.9)
            if own or _OF_IT.search(between):
                return own
    near = [s for s in memory.groups.get("protocol", ())[-10:] if s.passage >= passage.index - 1]
    near = [s for s in near if _may_be(register.at(s.instrument), mention.text, ordinal)]
    if near:
        return Reference(register.at(near[-1].instrument).key, "last of its kind", 0.8, near[-1].index, True)
    last = register.at(here[-1].instrument).known if here else None
    found = _protocol_of(register, last, ordinal, "protocol of the treaty before", 0.7) if last else None
    if found or not treaty or (last and last.id != treaty.id and last.reported):
        return found
    if treaty.protocol_to:
        return Reference(treaty_instrument(register, treaty).key, "reported treaty", 0.9)
    return _protocol_of(register, treaty, ordinal, "protocol of the reported treaty", 0.7) or _protocol_of(
        register, treaty_of_second_protocol(ordinal), ordinal, "the only second protocol", 0.6
    )


def _thereto(register: Register, here: Sequence[Seen], text: str, end: int, ordinal: int | None) -> Reference | None:
    """The protocol to the treaty named last: "the |Convention|, by ratification of the |Optional Protocol| thereto"."""
    known = register.at(here[-1].instrument).known if here and text.startswith(" thereto", end) else None
    return _protocol_of(register, known, ordinal, "protocol of the treaty before", 0.9) if known else None


def _parent(
    register: Register, memory: Memory, passage: Passage, head: str, treaty: KnownTreaty | None
) -> KnownTreaty | None:
    """The treaty of this head that a protocol adds to: the last one named near, else the one reported on."""
    own = own_convention(treaty)
    reported = own if own and treaty_head(own) == head else None
    for seen in reversed([s for s in memory.everything[-20:] if s.passage >= passage.index - 1]):
        known = register.at(seen.instrument).known
        # "the Optional Protocol to the CEDAW …; the Optional Protocol to the Convention": the one reported on
        parent = parent_treaty(known) or known if known and not (known.protocol_to and reported) else None
        if parent and treaty_head(parent) == head:
            return parent
    return reported


def _protocol_of(
    register: Register, treaty: KnownTreaty | None, ordinal: int | None, rule: str, confidence: float
) -> Reference | None:
    own = optional_protocol(treaty, ordinal) if treaty else None
    return Reference(_place_known(register, own).key, rule, confidence) if own else None


def _may_be(instrument: Instrument, text: str, ordinal: int | None) -> bool:
    """Whether a protocol named near can be meant: "the Optional Protocol" is not the Istanbul Protocol."""
    known = instrument.known
    if known and ordinal and known.ordinal != ordinal:
        return False
    if "ptional" not in text:
        return known is None or known.kind == "protocol"
    if known:
        return known.optional
    return ordinal is None and any("optional" in content_words(w.name.subject) for w in instrument.wordings)


def _place_known(register: Register, known: KnownTreaty) -> Instrument:
    return register.place(Wording(known.name, read_name(known.name), known))


def treaty_instrument(register: Register, treaty: KnownTreaty) -> Instrument:
    """The instrument of the treaty reported on, whether or not the report spells out its name."""
    return _place_known(register, treaty)


def _articles(discourse: Discourse, passage: Passage, i: int) -> list[int]:
    """The articles that the provision around a mention names: "article 6 of the |Convention|"."""
    mention = discourse.mentions[i]
    provision = passage.row("provision").around(mention.start, mention.end)
    found = []
    for path in discourse.mentions[provision].targets if provision is not None else ():
        unit, _, number = path[0].partition(":") if path else ("", "", "")
        if unit == "art" and number.isdigit():
            found.append(int(number))
    return found
